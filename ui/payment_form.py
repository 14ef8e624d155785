"""One payment being typed: accounts and what for, tenders, payer; an order only when nothing is missing. No Qt."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from counter_app.domain.acceptance import consider
from counter_app.domain.card_guard import refuse_card_number
from counter_app.domain.errors import Refusal, RefusalCode
from counter_app.domain.money import ZERO, Money
from counter_app.domain.payment import PaymentOrder
from counter_app.domain.unusual import Known, PaidBefore
from ui.payment_line_form import LineForm, line_of
from ui.payment_parts import LINE_PARTS, PART_OF_CODE, Part
from ui.payment_tender_form import TenderForm

if TYPE_CHECKING:
    from collections.abc import Mapping

    from counter_app.domain.bill import ConsumerAccount
    from counter_app.domain.card_sale import Charge
    from counter_app.domain.day_rules import DayRules
    from counter_app.domain.identity import AccountNo, CashierId, PaymentId
    from counter_app.domain.tender import TenderKind

__all__ = ["Part", "PaymentForm", "begin", "begin_with", "reopened"]


@dataclass(frozen=True)
class PaymentForm:
    """What the cashier typed. ``done`` are tenders with a sum of their own; ``tender`` pays what then remains.

    ``problems`` lists all that is missing of the line the cashier is at, the payer and the tender; ``elsewhere``
    is another line that has problems. ``order`` is there only when there is neither.
    """

    cashier_id: CashierId
    lines: tuple[LineForm, ...]
    chosen: int = 0
    done: tuple[TenderForm, ...] = ()
    tender: TenderForm = field(default_factory=TenderForm)
    payer: str = ""

    @property
    def line(self) -> LineForm:
        """The line the cashier is at."""
        return self.lines[self.chosen]

    @property
    def kind(self) -> TenderKind:
        """How what remains is handed over."""
        return self.tender.kind

    def text(self, part: Part) -> str:
        """What stands in a field."""
        if part is Part.PAYER:
            return self.payer
        return self.line.text(part) if part in LINE_PARTS else self.tender.text(part)

    def with_text(self, part: Part, text: str) -> PaymentForm:
        """The form after typing."""
        if part is Part.PAYER:
            return replace(self, payer=text)
        if part in LINE_PARTS:
            return self._with_line(self.line.with_text(part, text))
        return replace(self, tender=self.tender.with_text(part, text))

    def with_kind(self, kind: TenderKind) -> PaymentForm:
        """The form with another kind of tender; what was typed for the other one stays."""
        return replace(self, tender=replace(self.tender, kind=kind))

    def with_advance(self) -> PaymentForm:
        """More than is due on this line is meant as an advance."""
        return self._with_line(self.line.with_advance())

    def with_lines(self, lines: tuple[LineForm, ...]) -> PaymentForm:
        """The form with more accounts; the cashier is at the last of them."""
        together = (*self.lines, *lines)
        return replace(self, lines=together, chosen=len(together) - 1)

    def without_line(self) -> PaymentForm:
        """The form without the line the cashier is at; the last one stays."""
        if len(self.lines) == 1:
            return self
        lines = self.lines[: self.chosen] + self.lines[self.chosen + 1 :]
        return replace(self, lines=lines, chosen=min(self.chosen, len(lines) - 1))

    def at(self, place: int) -> PaymentForm:
        """The form with the cashier at another line."""
        return replace(self, chosen=min(max(place, 0), len(self.lines) - 1))

    def with_next_tender(self) -> PaymentForm:
        """The form with this tender done and another begun, in cash. Only when ``next_problems`` is empty."""
        assert not self.next_problems, "a tender that is done has no problems"
        carried = TenderForm(texts=self.tender.terminal)
        return replace(self, done=(*self.done, self.tender), tender=carried)

    def with_tender_taken_back(self) -> PaymentForm:
        """The form with the last tender that was done, to be mended; without one it stays as it is."""
        return replace(self, done=self.done[:-1], tender=self.done[-1]) if self.done else self

    @property
    def total(self) -> Money:
        """All lines together, as far as they can be read."""
        return Money.total(
            line.amount for line in self.lines if not isinstance(line.amount, Refusal)
        )

    @cached_property
    def done_sums(self) -> tuple[Money, ...]:
        """What each tender that is done pays."""
        paid = (tender.pays(_PLENTY) for tender in self.done)
        return tuple(ZERO if isinstance(each, Refusal) else each for each in paid)

    @property
    def remaining(self) -> Money:
        """What the tender being typed is to pay; negative when those that are done pay too much."""
        return self.total - Money.total(self.done_sums)

    @property
    def is_settled(self) -> bool:
        """Whether the tenders that are done pay all: the one being typed is not needed."""
        return bool(self.done) and not self.remaining

    @property
    def awaits_terminal(self) -> bool:
        """Whether a card is still to be charged by the terminal before there is an order."""
        return not self.is_settled and self.tender.awaits_terminal

    @property
    def charges(self) -> tuple[Charge, ...]:
        """Sales of this payment for which money may have left a card: it is not simply left."""
        return tuple(each.charge for each in (*self.done, self.tender) if each.charge is not None)

    @property
    def change(self) -> Money | None:
        """What goes back of the cash given: None while it cannot be told."""
        if isinstance(self.line.amount, Refusal) or self.remaining <= ZERO:
            return None
        return self.tender.change(self.remaining)

    @property
    def still(self) -> Money:
        """What is still to be paid after the tender being typed, as far as it can be read."""
        if self.is_settled:
            return ZERO
        paid = self.tender.pays(self.remaining)
        is_typed = bool(self.tender.text(self.tender.sum_part).strip())
        return (
            self.remaining if isinstance(paid, Refusal) or not is_typed else self.remaining - paid
        )

    @cached_property
    def next_problems(self) -> Mapping[Part, Refusal]:
        """Why another tender cannot be begun: this one lacks something, or pays all that remains."""
        problems = self.tender.problems(self.remaining, is_last=False)
        paid = self.tender.pays(self.remaining)
        if not isinstance(paid, Refusal) and paid >= self.remaining:
            facts = {"amount_paise": self.remaining.paise, "tendered_paise": paid.paise}
            problems[self.tender.sum_part] = Refusal(RefusalCode.TENDERS_NOT_AMOUNT, **facts)
        return problems

    @cached_property
    def problems(self) -> Mapping[Part, Refusal]:
        """All that is missing or wrong here, in the order of the fields."""
        problems = dict(self.line.problems)
        if self.chosen in self._twice and Part.PURPOSE not in problems:
            account_no = self.line.account_no
            problems[Part.PURPOSE] = Refusal(RefusalCode.LINE_TWICE, account_no=account_no)
        problems.update(self._payer_problems())
        if self.done and self.remaining < ZERO:
            problems[Part.AMOUNT] = Refusal(
                RefusalCode.TENDERS_NOT_AMOUNT,
                amount_paise=self.total.paise,
                tendered_paise=Money.total(self.done_sums).paise,
            )
        elif not self.is_settled:
            known = None if isinstance(self.line.amount, Refusal) else self.remaining
            problems.update(self.tender.problems(known, is_last=True))
        is_whole = self.elsewhere is None and not self.awaits_terminal
        if not problems and is_whole and isinstance(self._verdict, Refusal):
            problems[self.part_of(self._verdict)] = self._verdict
        return problems

    @property
    def elsewhere(self) -> int | None:
        """The first other line that has problems."""
        places = (place for place, line in enumerate(self.lines) if place != self.chosen)
        return next(
            (place for place in places if self.lines[place].problems or place in self._twice), None
        )

    @property
    def order(self) -> PaymentOrder | None:
        """What to ask for; None while anything is missing."""
        if self.problems or self.elsewhere is not None or self.awaits_terminal:
            return None
        return self._asked_for()

    def part_of(self, refusal: Refusal) -> Part:
        """The field of those on the screen where a refusal is shown."""
        part = PART_OF_CODE.get(refusal.code, Part.AMOUNT)
        if part in LINE_PARTS or part is Part.PAYER:
            return part
        shown = (*self.tender.parts, self.tender.sum_part)
        return part if part in shown and not self.is_settled else Part.AMOUNT

    def place_of(self, account_no: AccountNo) -> int | None:
        """The line that pays for this account."""
        places = range(len(self.lines))
        return next((at for at in places if self.lines[at].account_no == account_no), None)

    @property
    def terminal(self) -> Mapping[Part, str]:
        """The terminal of the last card sale of this payment."""
        slips = [tender.terminal for tender in (*self.done, self.tender) if tender.terminal]
        return slips[-1] if slips else {}

    def _with_line(self, line: LineForm) -> PaymentForm:
        lines = (*self.lines[: self.chosen], line, *self.lines[self.chosen + 1 :])
        return replace(self, lines=lines)

    @cached_property
    def _twice(self) -> frozenset[int]:
        """Lines that ask again for what an earlier one asks for."""
        seen: set[tuple[str, str, str]] = set()
        twice: set[int] = set()
        for place, line in enumerate(self.lines):
            asked = (line.account_no, line.text(Part.PURPOSE), line.text(Part.REFERENCE).strip())
            if line.account is not None and asked in seen:
                twice.add(place)
            seen.add(asked)
        return frozenset(twice)

    def _payer_problems(self) -> dict[Part, Refusal]:
        try:
            refuse_card_number(self.payer)
        except Refusal as refusal:
            return {Part.PAYER: refusal}
        return {}

    def _asked_for(self) -> PaymentOrder:
        remaining, tenders = self.total, []
        for form in (*self.done, *(() if self.is_settled else (self.tender,))):
            tenders.append(form.tender(remaining))
            remaining -= tenders[-1].amount
        lines = tuple(line.order_line() for line in self.lines)
        return PaymentOrder(self.cashier_id, lines, tuple(tenders), " ".join(self.payer.split()))

    @cached_property
    def _verdict(self) -> Refusal | None:
        """What the domain refuses of the whole, before the books are asked."""
        accounts = tuple(line.account for line in self.lines)
        try:
            consider(self._asked_for(), accounts, Known(self.line.rules, PaidBefore()))
        except Refusal as refusal:
            return refusal
        return None


_PLENTY = Money(10**15)


def begin(
    account: ConsumerAccount,
    payment_id: PaymentId,
    cashier_id: CashierId,
    rules: DayRules,
    terminal: Mapping[Part, str] | None = None,
) -> PaymentForm:
    """A form with the full sum filled in, and the terminal of the last card payment."""
    return begin_with((line_of(account, payment_id, rules),), cashier_id, terminal)


def begin_with(
    lines: tuple[LineForm, ...], cashier_id: CashierId, terminal: Mapping[Part, str] | None = None
) -> PaymentForm:
    """A form for these lines, in cash."""
    return PaymentForm(cashier_id, lines, tender=TenderForm(texts=dict(terminal or {})))


def reopened(
    form: PaymentForm,
    accounts: Mapping[AccountNo, ConsumerAccount],
    rules: DayRules | None = None,
) -> PaymentForm:
    """The same payment on the accounts and by the rules as they are now."""
    lines = tuple(
        line.on_account(accounts[line.account_no], rules)
        if line.account is not None and line.account_no in accounts
        else replace(line, rules=rules or line.rules)
        for line in form.lines
    )
    return replace(form, lines=lines)

"""One line of a payment as typed: an account, or a consumer only noted, what is paid for, and how much. No Qt."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from counter_app.domain.acceptance import consider
from counter_app.domain.consumer import Connection, ConsumerFlag
from counter_app.domain.errors import Refusal, RefusalCode
from counter_app.domain.identity import AccountNo, CashierId
from counter_app.domain.money import ZERO, Money, western_digits
from counter_app.domain.payment import OrderLine, PaymentOrder
from counter_app.domain.policy import RuleName
from counter_app.domain.purpose import (
    SUSPENSE,
    SUSPENSE_PURPOSE,
    Asks,
    Purpose,
    Settles,
    reference_typed,
    refuse_wrong_purpose,
    refuse_wrong_reference,
    usual_purpose_for,
)
from counter_app.domain.suspense import (
    LONGEST_NOTE,
    NO_ACCOUNT,
    NotedConsumer,
    account_no_of,
    as_consumer,
    noted_problems,
    noted_typed,
)
from counter_app.domain.tender import UpiTender
from counter_app.domain.unusual import Known, PaidBefore
from ui.payment_parts import NOTED_PARTS, Part
from ui.payment_tender_form import read_money

if TYPE_CHECKING:
    from collections.abc import Mapping

    from counter_app.domain.bill import ConsumerAccount
    from counter_app.domain.consumer import Consumer
    from counter_app.domain.day_rules import DayRules
    from counter_app.domain.identity import PaymentId
    from counter_app.domain.payment import Acceptance, Consideration

_ANY_REFERENCE = "0"
_ANY_CREDIT = "000000000000"


@dataclass(frozen=True)
class LineForm:
    """One line being typed. The id is made when the account is opened and stays through every try.

    ``account`` None: the consumer is not in the local copy, and what the payer could tell is noted.
    """

    payment_id: PaymentId
    account: ConsumerAccount | None
    rules: DayRules
    texts: Mapping[Part, str] = field(default_factory=dict)
    is_advance_meant: bool = False

    @cached_property
    def due(self) -> Money:
        """What is outstanding, as shown; zero for a noted consumer."""
        return self.account.outstanding_on(self.rules.day) if self.account else ZERO

    @cached_property
    def consumer(self) -> Consumer:
        """Whose line it is; of a noted one what was typed so far."""
        if self.account is not None:
            return self.account.consumer
        said = {part: " ".join(self.text(part).split()) for part in NOTED_PARTS}
        number = "" if self.account_no == NO_ACCOUNT else self.account_no
        meter_no, mobile = said[Part.METER], said[Part.MOBILE]
        return as_consumer(NotedConsumer(said[Part.NAME], number, meter_no, mobile=mobile))

    @cached_property
    def account_no(self) -> AccountNo:
        """Under which number it is paid."""
        if self.account is not None:
            return self.account.consumer.account_no
        number = western_digits("".join(self.text(Part.NOTED_ACCOUNT).split())).upper()
        return AccountNo(number) if number else NO_ACCOUNT

    def text(self, part: Part) -> str:
        """What stands in a field."""
        return self.texts.get(part, "")

    def with_text(self, part: Part, text: str) -> LineForm:
        """The line after typing; another purpose brings the sum it asks for, unless one was typed."""
        changed = replace(self, texts={**self.texts, part: text})
        if part is Part.PURPOSE and self.text(Part.AMOUNT) == self.usual_amount:
            return changed.with_text(Part.AMOUNT, changed.usual_amount)
        if part is Part.AMOUNT and self.is_advance_meant:
            return replace(changed, is_advance_meant=False)
        return changed

    def with_advance(self) -> LineForm:
        """More than is due is meant as an advance."""
        return replace(self, is_advance_meant=True)

    @cached_property
    def purposes(self) -> tuple[Purpose, ...]:
        """What this consumer can pay for, the usual one first; suspense alone for a noted one."""
        if self.account is None:
            return (SUSPENSE_PURPOSE,)
        usual = usual_purpose_for(self.account.consumer)
        fitting = [one for one in self.rules.purposes() if _fits(one, self.account.consumer)]
        return tuple(sorted(fitting, key=lambda one: one.code != usual))

    @cached_property
    def purpose(self) -> Purpose | None:
        """What it pays for; None when the one chosen is not offered any more."""
        code = self.text(Part.PURPOSE)
        return next((one for one in self.purposes if one.code == code), None)

    @property
    def usual_amount(self) -> str:
        """What stands in the amount at first: all that is due, nothing where the office's paper says it."""
        settles = self.purpose is not None and self.purpose.settles is Settles.BILLS
        return str(self.due) if settles and self.due > ZERO else ""

    @cached_property
    def amount(self) -> Money | Refusal:
        """What is to be paid, or why it cannot be read."""
        return read_money(self.text(Part.AMOUNT))

    @cached_property
    def problems(self) -> Mapping[Part, Refusal]:
        """All that is missing or wrong, in the order of the fields."""
        problems: dict[Part, Refusal] = {}
        if self.account is None:
            problems.update(self._noted_problems())
        else:
            problems.update(self._purpose_problems(self.account))
        if isinstance(self.amount, Refusal):
            problems[Part.AMOUNT] = self.amount
        elif not problems.keys() - {Part.REFERENCE} and isinstance(self.verdict, Refusal):
            problems[Part.AMOUNT] = self.verdict
        return problems

    @cached_property
    def verdict(self) -> Consideration | Refusal:
        """What the domain says of this line alone, whatever the tender; nothing of what was paid before."""
        if isinstance(self.amount, Refusal):
            return self.amount
        reference = self._reference if Part.REFERENCE not in self._bad_reference else _ANY_REFERENCE
        try:
            line = replace(self.order_line(), reference=reference)
            credit = UpiTender(line.amount, _ANY_CREDIT, is_confirmed=True)
            order = PaymentOrder(CashierId(""), (line,), (credit,))
            return consider(order, (self.account,), Known(self.rules, PaidBefore()))
        except Refusal as refusal:
            return refusal

    @property
    def acceptance(self) -> Acceptance | None:
        """What it settles; None while it would be refused."""
        return None if isinstance(self.verdict, Refusal) else self.verdict.lines[0]

    @property
    def advance_offered(self) -> Money | None:
        """What would be an advance if the cashier says so; None where none is asked about or taken."""
        refusal = self.problems.get(Part.AMOUNT)
        codes = {RefusalCode.AMOUNT_ABOVE_DUE, RefusalCode.NOTHING_DUE}
        if refusal is None or refusal.code not in codes or isinstance(self.amount, Refusal):
            return None
        is_taken = bool(self.rules.rule(RuleName.ADVANCE).number("is_taken"))
        asks = self.purpose.asks if self.purpose else Asks.ALL_DUE
        return self.amount - max(self.due, ZERO) if is_taken and asks is Asks.ANY_PART else None

    def order_line(self) -> OrderLine:
        """The line as it is asked for. Raises Refusal while it has problems."""
        if isinstance(self.amount, Refusal):
            raise self.amount
        noted = noted_typed(self._noted) if self.account is None else None
        return OrderLine(
            payment_id=self.payment_id,
            account_no=account_no_of(noted) if noted else self.account_no,
            shown=self.due,
            amount=self.amount,
            purpose=SUSPENSE if noted else self.text(Part.PURPOSE),
            reference=self._reference,
            noted=noted,
            is_advance_meant=self.is_advance_meant,
        )

    def on_account(self, account: ConsumerAccount, rules: DayRules | None = None) -> LineForm:
        """The same line on the account as it is now; a full sum follows what is due, all else stays typed."""
        was_full = self.text(Part.AMOUNT) == self.usual_amount
        moved = replace(self, account=account, rules=rules or self.rules)
        if was_full and moved.usual_amount:
            return replace(moved, texts={**self.texts, Part.AMOUNT: moved.usual_amount})
        return moved

    @property
    def _reference(self) -> str:
        return reference_typed(self.text(Part.REFERENCE))

    @property
    def _noted(self) -> dict[str, str]:
        return {part.value: self.text(part) for part in NOTED_PARTS}

    def _noted_problems(self) -> dict[Part, Refusal]:
        found = noted_problems(self._noted)
        return {
            part: Refusal(found[part], most=LONGEST_NOTE) for part in NOTED_PARTS if part in found
        }

    @cached_property
    def _bad_reference(self) -> dict[Part, Refusal]:
        if self.purpose is None:
            return {}
        try:
            refuse_wrong_reference(self.purpose, self._reference)
        except Refusal as refusal:
            return {Part.REFERENCE: refusal}
        return {}

    def _purpose_problems(self, account: ConsumerAccount) -> dict[Part, Refusal]:
        if self.purpose is None:
            code = self.text(Part.PURPOSE)
            return {Part.PURPOSE: Refusal(RefusalCode.PURPOSE_NOT_OFFERED, purpose=code)}
        try:
            refuse_wrong_purpose(self.purpose, account.consumer, _ANY_REFERENCE)
        except Refusal as refusal:
            return {Part.PURPOSE: refusal, **self._bad_reference}
        return self._bad_reference


def line_of(account: ConsumerAccount, payment_id: PaymentId, rules: DayRules) -> LineForm:
    """A line on an account, with the usual purpose and the full sum filled in."""
    line = LineForm(payment_id, account, rules)
    codes = [purpose.code for purpose in line.purposes]
    chosen = replace(line, texts={Part.PURPOSE: codes[0] if codes else ""})
    return replace(chosen, texts={**chosen.texts, Part.AMOUNT: chosen.usual_amount})


def noted_line(payment_id: PaymentId, rules: DayRules, typed: str = "") -> LineForm:
    """A line for a consumer who is not in the local copy; ``typed`` is what was searched for."""
    is_number = any(letter.isdecimal() for letter in typed)
    part = Part.NOTED_ACCOUNT if is_number else Part.NAME
    texts = {Part.PURPOSE: SUSPENSE, part: typed}
    return LineForm(payment_id, None, rules, texts)


def _fits(purpose: Purpose, consumer: Consumer) -> bool:
    """Whether this consumer can ever pay for it: the others are not shown."""
    is_prepaid = consumer.connection is Connection.PREPAID
    for_good = ConsumerFlag.PERMANENTLY_DISCONNECTED in consumer.flags
    return purpose.is_for_prepaid in (None, is_prepaid) and (for_good or not purpose.is_certificate)

"""What the cashier typed for one payment, read as money and slips. No Qt: forms think, widgets show."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

from counter_app.domain.errors import Refusal, RefusalCode
from counter_app.domain.money import ZERO, Money, money_typed
from counter_app.domain.payment import PaymentOrder
from counter_app.domain.tender import (
    CardSlip,
    CardTender,
    CashTender,
    TenderKind,
    slip_problems,
    slip_typed,
)

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from counter_app.domain.bill import ConsumerAccount
    from counter_app.domain.identity import CashierId, PaymentId


class Part(StrEnum):
    """The fields of the form; those of the slip are named as the domain names them."""

    AMOUNT = "amount"
    GIVEN = "given"
    NETWORK = "network"
    LAST4 = "last4"
    RRN = "rrn"
    APPROVAL = "approval_code"
    TID = "tid"
    MID = "mid"
    BATCH = "batch"
    INVOICE = "invoice"


SLIP_PARTS = (Part.LAST4, Part.RRN, Part.APPROVAL, Part.TID, Part.MID, Part.BATCH, Part.INVOICE)
TERMINAL_PARTS = (Part.TID, Part.MID, Part.BATCH)
"""The same from slip to slip of one terminal: taken over from the last payment."""

PART_OF_CODE: Mapping[RefusalCode, Part] = {
    RefusalCode.AMOUNT_MISSING: Part.AMOUNT,
    RefusalCode.AMOUNT_NOT_A_NUMBER: Part.AMOUNT,
    RefusalCode.AMOUNT_NEGATIVE: Part.AMOUNT,
    RefusalCode.AMOUNT_ZERO: Part.AMOUNT,
    RefusalCode.AMOUNT_TOO_FINE: Part.AMOUNT,
    RefusalCode.AMOUNT_TOO_LARGE: Part.AMOUNT,
    RefusalCode.AMOUNT_ABOVE_DUE: Part.AMOUNT,
    RefusalCode.AMOUNT_BELOW_MINIMUM: Part.AMOUNT,
    RefusalCode.NOTHING_DUE: Part.AMOUNT,
    RefusalCode.CASH_GIVEN_SHORT: Part.GIVEN,
    RefusalCode.CARD_RRN_USED: Part.RRN,
    RefusalCode.CARD_SLIP_USED: Part.INVOICE,
}
"""Where a refusal of the whole order is shown, and where the cashier goes to mend it."""


@dataclass(frozen=True)
class PaymentForm:
    """One payment being typed. The id is made when the account is opened and stays through every try.

    ``texts`` hold what stands in the fields. ``problems`` lists all that is missing; ``order`` is there
    only when nothing is. Not slotted: what is read from the texts is read once and kept.
    """

    account: ConsumerAccount
    payment_id: PaymentId
    cashier_id: CashierId
    business_date: date
    kind: TenderKind = TenderKind.CASH
    texts: Mapping[Part, str] = field(default_factory=dict)

    @cached_property
    def due(self) -> Money:
        """What is outstanding, as shown."""
        return self.account.outstanding_on(self.business_date)

    def text(self, part: Part) -> str:
        """What stands in a field."""
        return self.texts.get(part, "")

    def with_text(self, part: Part, text: str) -> PaymentForm:
        """The form after typing."""
        return replace(self, texts={**self.texts, part: text})

    def with_kind(self, kind: TenderKind) -> PaymentForm:
        """The form with another tender; what was typed for the other one stays."""
        return replace(self, kind=kind)

    @cached_property
    def _amount(self) -> Money | Refusal:
        amount = _read(self.text(Part.AMOUNT))
        if isinstance(amount, Refusal):
            return amount
        if self.due <= ZERO:
            return Refusal(RefusalCode.NOTHING_DUE, account_no=self.account.consumer.account_no)
        if amount > self.due:
            return Refusal(RefusalCode.AMOUNT_ABOVE_DUE, due_paise=self.due.paise)
        return amount

    @cached_property
    def _given(self) -> Money | Refusal:
        if not self.text(Part.GIVEN).strip():
            return self._amount if isinstance(self._amount, Money) else ZERO
        return _read(self.text(Part.GIVEN))

    @property
    def amount(self) -> Money | None:
        """What is to be paid, when it can be read."""
        return self._amount if isinstance(self._amount, Money) else None

    @property
    def change(self) -> Money | None:
        """What goes back of the cash given: None while it cannot be told."""
        if (
            self.kind is not TenderKind.CASH
            or self.amount is None
            or isinstance(self._given, Refusal)
        ):
            return None
        back = self._given - self.amount
        return back if back >= ZERO else None

    @cached_property
    def problems(self) -> Mapping[Part, Refusal]:
        """All that is missing or wrong, in the order of the fields."""
        problems: dict[Part, Refusal] = {}
        if isinstance(self._amount, Refusal):
            problems[Part.AMOUNT] = self._amount
        if self.kind is TenderKind.CASH:
            problems.update(self._cash_problems())
        else:
            problems.update(self._card_problems())
        return problems

    def _cash_problems(self) -> dict[Part, Refusal]:
        if isinstance(self._given, Refusal):
            return {Part.GIVEN: self._given}
        if self.amount is not None and self._given < self.amount:
            short = Refusal(
                RefusalCode.CASH_GIVEN_SHORT,
                amount_paise=self.amount.paise,
                given_paise=self._given.paise,
            )
            return {Part.GIVEN: short}
        return {}

    def _card_problems(self) -> dict[Part, Refusal]:
        slip = {part.value: self.text(part) for part in SLIP_PARTS}
        found = slip_problems(self.text(Part.NETWORK), slip)
        return {Part(name): Refusal(code) for name, code in found.items()}

    @cached_property
    def order(self) -> PaymentOrder | None:
        """What to ask for; None while anything is missing."""
        if self.problems or self.amount is None:
            return None
        return PaymentOrder(
            payment_id=self.payment_id,
            cashier_id=self.cashier_id,
            account_no=self.account.consumer.account_no,
            shown=self.due,
            amount=self.amount,
            tenders=(self._tender(self.amount),),
        )

    def _tender(self, amount: Money) -> CashTender | CardTender:
        if self.kind is TenderKind.CASH:
            assert isinstance(self._given, Money), "an order without problems"
            return CashTender(amount, self._given)
        return CardTender(amount, self._slip())

    def _slip(self) -> CardSlip:
        return slip_typed(
            self.text(Part.NETWORK), {part.value: self.text(part) for part in SLIP_PARTS}
        )


def begin(
    account: ConsumerAccount,
    payment_id: PaymentId,
    cashier_id: CashierId,
    business_date: date,
    last: PaymentForm | None = None,
) -> PaymentForm:
    """A form with the full sum filled in, and the terminal of the last card payment."""
    due = account.outstanding_on(business_date)
    texts: dict[Part, str] = {Part.AMOUNT: str(due)} if due > ZERO else {}
    if last is not None:
        texts.update({part: last.text(part) for part in TERMINAL_PARTS if last.text(part)})
    return PaymentForm(account, payment_id, cashier_id, business_date, texts=texts)


def reopened(form: PaymentForm, account: ConsumerAccount) -> PaymentForm:
    """The same payment on the account as it is now; a full sum follows what is due, all else stays typed."""
    now_due = account.outstanding_on(form.business_date)
    was_full = form.text(Part.AMOUNT) == str(form.due)
    moved = replace(form, account=account)
    return moved.with_text(Part.AMOUNT, str(now_due)) if was_full and now_due > ZERO else moved


def _read(text: str) -> Money | Refusal:
    try:
        return money_typed(text)
    except Refusal as refusal:
        return refusal

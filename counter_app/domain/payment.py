"""Payment: accepted money, and the rules that accept it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from counter_app.domain.card_guard import refuse_card_number
from counter_app.domain.errors import Refusal, RefusalCode
from counter_app.domain.ledger import payment_entry
from counter_app.domain.money import ZERO, Money
from counter_app.domain.part_payment import PartPaymentRules
from counter_app.domain.tender import CashTender

if TYPE_CHECKING:
    from datetime import date, datetime
    from uuid import UUID

    from counter_app.domain.bill import ConsumerAccount
    from counter_app.domain.consumer import Consumer
    from counter_app.domain.identity import AccountNo, BillNo, CashierId, PaymentId, ReceiptNo
    from counter_app.domain.ledger import Entry
    from counter_app.domain.tender import Tender


class Settlement(StrEnum):
    """Whether the payment settled all that was due."""

    FULL = "full"
    PART = "part"


@dataclass(frozen=True, slots=True)
class PaymentOrder:
    """What the cashier asks for. The id is made once and never changes, so a second click is the same order.

    ``shown`` is the outstanding sum that stood on the screen: if it changed meanwhile, we ask again.
    """

    payment_id: PaymentId
    cashier_id: CashierId
    account_no: AccountNo
    shown: Money
    amount: Money
    tenders: tuple[Tender, ...]
    payer: str = ""


@dataclass(frozen=True, slots=True)
class Allocation:
    """The part of a payment that settles one bill."""

    bill_no: BillNo
    amount: Money


@dataclass(frozen=True, slots=True)
class Acceptance:
    """What the domain decided of an order, before it has a number or a place in the books."""

    settlement: Settlement
    allocations: tuple[Allocation, ...]
    entry: Entry
    outstanding_before: Money
    balance: Money


@dataclass(frozen=True, slots=True)
class Payment:
    """Accepted money with its receipt number. ``taken_at`` is aware; ``balance`` is what remained due."""

    payment_id: PaymentId
    receipt_no: ReceiptNo
    consumer: Consumer
    amount: Money
    tenders: tuple[Tender, ...]
    settlement: Settlement
    allocations: tuple[Allocation, ...]
    entry: Entry
    outstanding_before: Money
    balance: Money
    payer: str
    cashier_id: CashierId
    shift_id: UUID
    shift_no: int
    taken_at: datetime
    business_date: date
    snapshot_version: str

    @property
    def change(self) -> Money:
        """The cash that goes back to the consumer."""
        return Money.total(
            tender.change for tender in self.tenders if isinstance(tender, CashTender)
        )


DEFAULT_PART_PAYMENT_RULES = PartPaymentRules()


def accept(
    order: PaymentOrder,
    account: ConsumerAccount,
    business_date: date,
    rules: PartPaymentRules = DEFAULT_PART_PAYMENT_RULES,
) -> Acceptance:
    """Decide an order against what is outstanding now.

    Raises Refusal: CARD_NUMBER_IN_TEXT, AMOUNT_ZERO, AMOUNT_NEGATIVE, TENDER_MISSING, TENDERS_NOT_AMOUNT,
    ACCOUNT_CHANGED, NOTHING_DUE, AMOUNT_ABOVE_DUE, AMOUNT_BELOW_MINIMUM.
    """
    refuse_card_number(order.payer)
    _refuse_wrong_sum(order)
    due = account.outstanding_on(business_date)
    if due != order.shown:
        raise Refusal(
            RefusalCode.ACCOUNT_CHANGED,
            shown_paise=order.shown.paise,
            outstanding_paise=due.paise,
        )
    if due <= ZERO:
        raise Refusal(RefusalCode.NOTHING_DUE, account_no=order.account_no)
    if order.amount > due:
        raise Refusal(RefusalCode.AMOUNT_ABOVE_DUE, due_paise=due.paise)
    minimum = rules.rule_for(account.consumer).minimum_of(due)
    if order.amount < minimum:
        raise Refusal(RefusalCode.AMOUNT_BELOW_MINIMUM, minimum_paise=minimum.paise)
    return Acceptance(
        settlement=Settlement.FULL if order.amount == due else Settlement.PART,
        allocations=allocate(order.amount, account, business_date),
        entry=payment_entry(order.tenders),
        outstanding_before=due,
        balance=due - order.amount,
    )


def _refuse_wrong_sum(order: PaymentOrder) -> None:
    if order.amount < ZERO:
        raise Refusal(RefusalCode.AMOUNT_NEGATIVE, text=str(order.amount))
    if not order.amount:
        raise Refusal(RefusalCode.AMOUNT_ZERO)
    if not order.tenders or any(tender.amount <= ZERO for tender in order.tenders):
        raise Refusal(RefusalCode.TENDER_MISSING)
    tendered = Money.total(tender.amount for tender in order.tenders)
    if tendered != order.amount:
        raise Refusal(
            RefusalCode.TENDERS_NOT_AMOUNT,
            amount_paise=order.amount.paise,
            tendered_paise=tendered.paise,
        )


def allocate(
    amount: Money, account: ConsumerAccount, business_date: date
) -> tuple[Allocation, ...]:
    """Oldest bill first, none beyond what it has outstanding; credits of other bills go to the newest.

    The parts always sum to the amount: what the older bills do not take belongs to the newest one.
    """
    owing = [
        (position.bill.bill_no, position.outstanding_on(business_date))
        for position in account.positions
    ]
    remaining, parts = amount, []
    for bill_no, outstanding in owing[:-1]:
        part = min(remaining, max(outstanding, ZERO))
        if part:
            parts.append(Allocation(bill_no, part))
            remaining -= part
    if remaining:
        parts.append(Allocation(owing[-1][0], remaining))
    return tuple(parts)

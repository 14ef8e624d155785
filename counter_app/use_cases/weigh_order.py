"""Weigh an order: everything it is decided by, read in one unit of work, and what the domain says of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from counter_app.domain.acceptance import consider
from counter_app.domain.caveat import EXPOSURE, CaveatCode, held
from counter_app.domain.day_rules import DayRules
from counter_app.domain.errors import Refusal, RefusalCode
from counter_app.domain.order_checks import instrument_used, slip_used
from counter_app.domain.policy import RuleName
from counter_app.domain.suspense import NO_ACCOUNT, account_no_of
from counter_app.domain.tender import CardTender, CashTender
from counter_app.domain.unusual import Known
from counter_app.use_cases.open_account import account_if_told
from counter_app.use_cases.shifts_at_hand import open_shift_of
from counter_app.use_cases.view_till import hours_alone

if TYPE_CHECKING:
    from datetime import datetime

    from counter_app.domain.bill import ConsumerAccount
    from counter_app.domain.payment import Consideration, PaymentOrder
    from counter_app.domain.shift import Shift
    from counter_app.domain.tender import Tender
    from counter_app.domain.unusual import PaidBefore
    from counter_app.use_cases.book_ports import Books, Ledger, PaymentBook
    from counter_app.use_cases.ports import BillsAsTold, Clock

_RULE_OF = {
    CaveatCode.OFFLINE_HOURS: RuleName.OFFLINE,
    CaveatCode.UNSENT: RuleName.OFFLINE,
    CaveatCode.DRAWER: RuleName.DRAWER,
}


@dataclass(frozen=True, slots=True)
class Weighed:
    """The accounts of the lines, None for suspense; the rules of the day and what they say, held words taken in."""

    accounts: tuple[ConsumerAccount | None, ...]
    rules: DayRules
    consideration: Consideration


def weigh(
    order: PaymentOrder, books: Books, bills: BillsAsTold, shift: Shift, now: datetime
) -> Weighed:
    """What the domain says of the order now, by the rules of the clock's day, which the screen showed.

    Raises Refusal for what is never taken, NOTED_ACCOUNT_KNOWN for suspense of an account we have, Fault BILLS_MISSING.
    """
    _refuse_used(books.payments, order.tenders)
    accounts = tuple(_account_of(order, place, books, bills) for place in range(len(order.lines)))
    rules = DayRules(books.rules.policy(), now.date())
    consideration = consider(order, accounts, Known(rules, _before(order, books, shift, now)))
    asked = {caveat.code for caveat in consideration.caveats if caveat.needs_word} & EXPOSURE
    if asked:
        holding = _holding(books, shift, rules, now)
        consideration = replace(consideration, caveats=held(consideration.caveats, holding))
    return Weighed(accounts, rules, consideration)


def _account_of(
    order: PaymentOrder, place: int, books: Books, bills: BillsAsTold
) -> ConsumerAccount | None:
    line = order.lines[place]
    if line.noted is not None and line.account_no != account_no_of(line.noted):
        raise Refusal(RefusalCode.ACCOUNT_UNKNOWN, account_no=line.account_no)
    account = account_if_told(bills, books, line.account_no)
    if line.noted is not None and account is not None:
        raise Refusal(RefusalCode.NOTED_ACCOUNT_KNOWN, account_no=line.account_no)
    return account


def _before(order: PaymentOrder, books: Books, shift: Shift, now: datetime) -> PaidBefore:
    account_nos = frozenset(line.account_no for line in order.lines) - {NO_ACCOUNT}
    before = books.payments.paid_before(
        account_nos, next(filter(None, order.payers), ""), shift.day_at(now)
    )
    exposure = books.payments.exposure(shift.shift_id)
    return replace(
        before,
        offline_hours=hours_alone(exposure.oldest_unsent_at, now),
        unsent=exposure.unsent,
        drawer=exposure.drawer,
    )


def _refuse_used(payments: PaymentBook, tenders: tuple[Tender, ...]) -> None:
    for tender in tenders:
        if isinstance(tender, CashTender):
            continue
        used = payments.instrument_used_by(tender)
        if used is None:
            continue
        is_slip, receipt_no = used
        if is_slip and isinstance(tender, CardTender):
            raise slip_used(tender, str(receipt_no))
        raise instrument_used(tender, str(receipt_no))


def _holding(books: Books, shift: Shift, rules: DayRules, now: datetime) -> frozenset[CaveatCode]:
    """Words for the counter's exposure hold for some minutes; a clock set back holds none longer."""
    holding: set[CaveatCode] = set()
    for at, codes in books.words.given_in(shift.shift_id):
        for code in codes & EXPOSURE:
            minutes = rules.rule(_RULE_OF[code]).number("word_holds_minutes")
            if timedelta() <= now - at <= timedelta(minutes=minutes):
                holding.add(code)
    return frozenset(holding)


@dataclass(frozen=True, slots=True)
class ConsiderPayment:
    """The verb: what would happen, before Enter; nothing is written."""

    ledger: Ledger
    bills: BillsAsTold
    clock: Clock

    def __call__(self, order: PaymentOrder) -> Consideration:
        """Allocation, balance and caveats of each line. Raises Refusal as TakePayment does, but for a word."""
        with self.ledger.open_books() as books:
            shift = open_shift_of(books, order.cashier_id)
            return weigh(order, books, self.bills, shift, self.clock.now()).consideration

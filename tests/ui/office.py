"""A supervisor's desk to look at: rules set and ordered, cheques and credits in every state, a month of payments."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from itertools import count
from typing import TYPE_CHECKING

from counter_app.domain.bank_paper import BankPaper, InstrumentState
from counter_app.domain.consumer import ConsumerFlag
from counter_app.domain.identity import AccountNo, BillNo
from counter_app.domain.instrument import HeldInstrument, InstrumentStep, PaidPart
from counter_app.domain.ledger import LedgerAccount
from counter_app.domain.money import Money
from counter_app.domain.payment import NO_BILL, Allocation, Toward
from counter_app.domain.policy import PURPOSE_RULE, Policy, Rule, RuleName, values_of
from counter_app.domain.rule_preview import PastPayments
from counter_app.domain.rule_standing import standing
from counter_app.domain.tender import TenderKind
from counter_app.domain.usual_policy import USUAL_POLICY
from tests.builders import (
    CASHIER_ID,
    NOW,
    TODAY,
    a_bill,
    a_consumer,
    a_line,
    a_payment_id,
    a_receipt_no,
    a_rule,
    an_account,
    an_order_of,
    payments_of,
)

if TYPE_CHECKING:
    from counter_app.domain.payment import Payment
    from counter_app.domain.policy import Value

DAY = timedelta(days=1)
_BANKS = (
    ("Punjab National Bank", "PUNB0123400"),
    ("State Bank of India", "SBIN0001234"),
    ("Bank of Baroda", "BARB0KIDWAI"),
    ("HDFC Bank", "HDFC0000987"),
)


def a_paid_part(
    serial: int, amount: Money, *, account_no: str = "7412001234", toward: Toward = Toward.BILL
) -> PaidPart:
    """What an instrument paid of one receipt."""
    bill_no = BillNo(f"2611{account_no[-8:]}") if toward is Toward.BILL else NO_BILL
    return PaidPart(
        payment_id=a_payment_id(serial),
        receipt_no=a_receipt_no(serial),
        account_no=AccountNo(account_no),
        amount=amount,
        allocations=(Allocation(bill_no, amount, toward),),
        account=LedgerAccount.BILL_COLLECTION,
    )


def a_cheque_held(
    number: int = 4512,
    *states: InstrumentState,
    parts: tuple[PaidPart, ...] = (),
    days_ago: int = 1,
    kind: TenderKind = TenderKind.CHEQUE,
) -> HeldInstrument:
    """A cheque, received some days ago and gone through these states since."""
    bank, ifsc = _BANKS[number % len(_BANKS)]
    received = TODAY - days_ago * DAY
    paid = parts or (a_paid_part(number, Money.rupees(1_450, 50)),)
    steps = [InstrumentState.RECEIVED, *states]
    return HeldInstrument(
        identity=f"{kind}:{ifsc}:{number:06d}",
        kind=kind,
        face=Money.total(part.amount for part in paid),
        paper=BankPaper(f"{number:06d}", bank, "Kidwai Nagar", received, ifsc),
        upi_reference="",
        received_on=received,
        parts=paid,
        steps=tuple(_step(state, days_ago - place) for place, state in enumerate(steps)),
    )


def a_credit_held(
    reference: str = "632711998877", *states: InstrumentState, days_ago: int = 1
) -> HeldInstrument:
    """A UPI claim of some days ago."""
    return HeldInstrument(
        identity=f"upi:{reference}",
        kind=TenderKind.UPI,
        face=Money.rupees(820),
        paper=None,
        upi_reference=reference,
        received_on=TODAY - days_ago * DAY,
        parts=(a_paid_part(int(reference[-4:]), Money.rupees(820)),),
        steps=tuple(
            _step(state, days_ago - place)
            for place, state in enumerate((InstrumentState.CLAIMED, *states))
        ),
    )


def _step(state: InstrumentState, days_ago: int) -> InstrumentStep:
    at = NOW - max(days_ago, 0) * DAY
    reference = "" if state is InstrumentState.RECEIVED else "SLIP 88/2026"
    reason = "01 Funds insufficient" if state is InstrumentState.RETURNED else ""
    return InstrumentStep(state, at.date(), at, CASHIER_ID, reference, reason)


def over_accounts(number: int = 7719) -> HeldInstrument:
    """One deposited cheque that paid three accounts, one of them in advance."""
    parts = (
        a_paid_part(201, Money.rupees(3_200), account_no="7412000201"),
        a_paid_part(202, Money.rupees(1_450, 50), account_no="7412000202"),
        replace(
            a_paid_part(203, Money.rupees(900), account_no="7412000203"),
            allocations=(
                Allocation(BillNo("261100000203"), Money.rupees(640)),
                Allocation(NO_BILL, Money.rupees(260), Toward.ADVANCE),
            ),
        ),
    )
    return a_cheque_held(
        number, InstrumentState.LISTED, InstrumentState.DEPOSITED, parts=parts, days_ago=4
    )


def a_full_tray() -> dict[str, HeldInstrument]:
    """Something in every state."""
    listed, deposited = InstrumentState.LISTED, InstrumentState.DEPOSITED
    held = [
        *(a_cheque_held(4_500 + place, days_ago=place // 4) for place in range(11)),
        a_cheque_held(9_001, kind=TenderKind.DRAFT, days_ago=2),
        *(a_cheque_held(5_200 + place, listed, days_ago=2) for place in range(3)),
        *(a_cheque_held(6_100 + place, listed, deposited, days_ago=4) for place in range(6)),
        over_accounts(),
        a_cheque_held(3_001, listed, deposited, InstrumentState.CLEARED, days_ago=6),
        a_cheque_held(3_002, listed, deposited, InstrumentState.RETURNED, days_ago=6),
        *(a_credit_held(f"63271199{7000 + place}", days_ago=place % 3) for place in range(5)),
        a_credit_held("632711991111", InstrumentState.UNMATCHED, days_ago=3),
        a_credit_held("632711992222", InstrumentState.CONFIRMED, days_ago=3),
    ]
    return {one.identity: one for one in held}


def a_lively_policy() -> Policy:
    """The centre ordered some, this counter set one for a week, a head was added and one withdrawn."""
    return USUAL_POLICY.with_rules(
        (
            a_rule(RuleName.PART_OTHERS, valid_from=TODAY + 8 * DAY, share_percent=40),
            replace(
                a_rule(
                    RuleName.CASH_OF_CONSUMER,
                    valid_from=TODAY - 2 * DAY,
                    valid_to=TODAY + 4 * DAY,
                    version=3,
                    is_local=True,
                    warn_above_paise=50_000_00,
                ),
                reason="month end, ordered by telephone",
            ),
            a_rule(RuleName.CASH_OF_CONSUMER, version=2, warn_above_paise=25_000_00),
            a_rule(RuleName.STAMP, version=2, how="consolidated", above_paise=5_000_00),
            a_head(PURPOSE_RULE + "meter_test", name_en="Meter test fee", name_hi="मीटर जाँच शुल्क"),
            a_head(PURPOSE_RULE + "compounding_fee", is_offered=False),
        )
    )


def a_head(name: str, **changed: Value) -> Rule:
    """A head of the centre since the first of the month."""
    fee = standing(USUAL_POLICY, PURPOSE_RULE + "reconnection_fee", TODAY).shown
    known = standing(USUAL_POLICY, name, TODAY).versions
    values = dict((known[0] if known else fee).values)
    return Rule(
        name=name,
        version=1,
        valid_from=TODAY.replace(day=1),
        valid_to=None,
        values=values_of(values | changed),
        authority="UPPCL order 41/2026",
    )


def a_month_paid() -> PastPayments:
    """Forty payments of a month: most whole, some in parts, some large."""
    payments: list[Payment] = []
    numbers = count(1)
    for place in range(40):
        number = next(numbers)
        account_no = f"74120{place:05d}"
        flags = frozenset({ConsumerFlag.LIFELINE} if place % 9 == 0 else ())
        due = Money.rupees(900 + 700 * (place % 13))
        amount = Money.rupees(due.paise // 300) if place % 3 == 0 else due
        account = an_account(
            a_bill(due, account_no=account_no), consumer=a_consumer(account_no, flags=flags)
        )
        line = a_line(amount, shown=due, account_no=account_no, payment_id=a_payment_id(number))
        taken_at = NOW - (39 - place) * 17 * timedelta(hours=1)
        payments += payments_of(
            an_order_of(line), account, first_no=a_receipt_no(number), taken_at=taken_at
        )
    return PastPayments(TODAY - 29 * DAY, TODAY, tuple(payments), is_all=True)

"""Sums of a made bill: consistent to the paisa, as a billing server would tell them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from billing_server.book.drawing import between, mostly_small
from counter_app.domain.money import PAISE_PER_RUPEE
from counter_app.wire.exchange import BillTold

if TYPE_CHECKING:
    from billing_server.book.drawing import Draw

ARREAR_SHARE: Final = 0.24
CREDIT_SHARE: Final = 0.05
OVERPAID_SHARE: Final = 0.25
"""Of those with a credit: it is more than the bill, so the bill is negative."""
OTHER_DEBIT_SHARE: Final = 0.06
PART_RECEIVED_SHARE: Final = 0.03
SURCHARGE_BASIS_POINTS: Final = 125
"""Late payment surcharge the made server adds after the due date: 1.25 % (domain, section 2)."""
_BASIS: Final = 10_000
_ARREAR_MONTHS_MOST: Final = 14

_LAST_BILL_DAYS = (3, 33)
_DUE_AFTER_DAYS = (14, 21)
_CUT_AFTER_DUE_DAYS = (10, 16)
_MONTH_DAYS: Final = 30

DEMAND_RUPEES: Final = {
    "LMV-1": (180, 9_500),
    "LMV-2": (450, 42_000),
    "LMV-3": (9_000, 2_40_000),
    "LMV-4": (1_500, 1_60_000),
    "LMV-6": (6_000, 4_80_000),
    "LMV-7": (12_000, 6_00_000),
    "LMV-9": (800, 36_000),
    "LMV-11": (2_000, 90_000),
    "HV-1": (60_000, 24_00_000),
    "HV-2": (1_20_000, 82_00_000),
}
"""Least and most current demand of a month by tariff category; half of all lie in the lowest eighth."""
LIFELINE_RUPEES: Final = (95, 420)


@dataclass(frozen=True, slots=True)
class Owing:
    """What the drawer of a bill must know of the consumer."""

    account_no: str
    category: str
    is_lifeline: bool
    owes_arrears: bool
    only_arrears: bool
    """Nothing is demanded any more: disconnected for good, or the old dues of a prepaid consumer."""


def draw_bill(draw: Draw, owing: Owing, serial: int, as_on: date) -> BillTold:
    """The last bill before ``as_on``; ``serial`` (below ten crore) makes its number unique."""
    least, most = LIFELINE_RUPEES if owing.is_lifeline else DEMAND_RUPEES[owing.category]
    usual = mostly_small(draw, least * PAISE_PER_RUPEE, most * PAISE_PER_RUPEE)
    current = 0 if owing.only_arrears else usual
    arrear = surcharge = 0
    if owing.owes_arrears or owing.only_arrears or draw() < ARREAR_SHARE:
        months = between(draw, 1, _ARREAR_MONTHS_MOST)
        arrear = usual * months
        surcharge = arrear * SURCHARGE_BASIS_POINTS * min(months, 3) // _BASIS
    other = between(draw, 50, 900) * PAISE_PER_RUPEE if draw() < OTHER_DEBIT_SHARE else 0
    by_due = current + arrear + surcharge + other
    credit = 0
    if draw() < CREDIT_SHARE and not owing.only_arrears:
        is_more = draw() < OVERPAID_SHARE
        credit = by_due + between(draw, 1, by_due) if is_more else between(draw, 1, by_due // 2)
    by_due -= credit
    late = by_due * SURCHARGE_BASIS_POINTS // _BASIS if by_due > 0 else 0
    received = between(draw, 1, by_due // 2) if by_due > 1 and draw() < PART_RECEIVED_SHARE else 0
    billed_days_ago = between(draw, *_LAST_BILL_DAYS)
    due_days = billed_days_ago - between(draw, *_DUE_AFTER_DAYS)
    cut_days = due_days - between(draw, *_CUT_AFTER_DUE_DAYS)
    bill_date = _days_before(as_on, billed_days_ago)
    return BillTold(
        bill_no=f"{bill_date[2:4]}{bill_date[5:7]}{serial:08d}",
        account_no=owing.account_no,
        bill_month=_days_before(as_on, billed_days_ago + _MONTH_DAYS)[:7],
        bill_date=bill_date,
        due_date=_days_before(as_on, due_days),
        disconnection_date=_days_before(as_on, cut_days) if by_due > 0 else "",
        current_demand_paise=current,
        arrear_principal_paise=arrear,
        arrear_surcharge_paise=surcharge,
        other_debits_paise=other,
        credits_paise=credit,
        payable_by_due_paise=by_due,
        payable_after_due_paise=by_due + late,
        received_paise=received,
        as_on=_days_before(as_on, 0),
    )


def bill_before(draw: Draw, bill: BillTold, serial: int) -> BillTold:
    """An older bill still open beside ``bill``: a month earlier, its demand alone, part of it paid."""
    usual = bill.current_demand_paise
    demand = between(draw, usual // 2 + 1, usual + 1)
    bill_date = _month_before(bill.bill_date)
    return BillTold(
        bill_no=f"{bill_date[2:4]}{bill_date[5:7]}{serial:08d}",
        account_no=bill.account_no,
        bill_month=_month_before(bill.bill_month + "-15")[:7],
        bill_date=bill_date,
        due_date=_month_before(bill.due_date),
        disconnection_date=bill.due_date,
        current_demand_paise=demand,
        arrear_principal_paise=0,
        arrear_surcharge_paise=0,
        other_debits_paise=0,
        credits_paise=0,
        payable_by_due_paise=demand,
        payable_after_due_paise=demand + demand * SURCHARGE_BASIS_POINTS // _BASIS,
        received_paise=between(draw, 0, demand // 2),
        as_on=bill.as_on,
    )


def _month_before(day: str) -> str:
    return _days_before(date.fromisoformat(day), _MONTH_DAYS)


@lru_cache(maxsize=1_024)
def _days_before(day: date, days: int) -> str:
    return (day - timedelta(days=days)).isoformat()

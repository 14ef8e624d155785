"""Days at the counter, as their reports tell them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

from counter_app.domain.day_report import DayReport, report_of
from counter_app.domain.identity import IST, BookYear, ReceiptNo
from counter_app.domain.payment import Settlement
from counter_app.domain.purpose import SUSPENSE_PURPOSE, USUAL_PURPOSES, Purpose, Settles
from counter_app.domain.receipt import PrintState, ReceiptRow
from counter_app.domain.suspense import NO_ACCOUNT
from counter_app.domain.tender import TenderKind
from tests.printing.papers import PLACE

DAY = date(2026, 11, 23)
OPENED_AT = datetime(2026, 11, 23, 9, 30, tzinfo=IST)
MADE_AT = datetime(2026, 11, 23, 17, 45, tzinfo=IST)
STAMP_ABOVE_PAISE = 5_000_00
NAMES = (
    ("Ramesh Kumar", "रमेश कुमार"),
    ("Urmila Dwivedi", "उर्मिला द्विवेदी"),
    ("Kshetrapal Gyaneshwar Mishra", "क्षेत्रपाल ज्ञानेश्वर मिश्र"),
    ("Mohd. Irfan Ansari", ""),
    ("", "श्रीमती सुमित्रा देवी"),
    ("Trivikramanarayan Chaturvedi Upadhyay Shastri", "त्रिविक्रमनारायण चतुर्वेदी उपाध्याय शास्त्री"),
)


def a_row(serial: int, *, is_acknowledged: bool = True, is_by_card: bool = False) -> ReceiptRow:
    """One receipt of a bill; every seventh by cash and card together, every fifth a part payment."""
    name_en, name_hi = NAMES[serial % len(NAMES)]
    paise = 100_00 + serial * 137_55
    bill = USUAL_PURPOSES[0]
    kinds: tuple[tuple[str, int], ...] = (("card" if is_by_card else "cash", paise),)
    if serial % 7 == 0:
        kinds = (("cash", 50_00), ("card", paise - 50_00))
    return ReceiptRow(
        receipt_no=str(ReceiptNo("KID07", BookYear(2026), serial)),
        account_no=f"74120{serial:05d}",
        consumer_name_en=name_en,
        consumer_name_hi=name_hi,
        taken_at=OPENED_AT + timedelta(seconds=25 * serial),
        business_date=DAY,
        cashier_id="urmila",
        shift_no=3,
        amount_paise=paise,
        tender_paise=kinds,
        print_state=PrintState.PRINTED,
        print_reason="",
        copies=1,
        is_acknowledged=is_acknowledged,
        fate="",
        purpose=bill.code,
        purpose_name_en=bill.name_en,
        purpose_name_hi=bill.name_hi,
        settlement=Settlement.PART if serial % 5 == 0 else Settlement.FULL,
        advance_paise=0,
        stamp="affix" if paise > STAMP_ABOVE_PAISE else "",
    )


def a_row_for(serial: int, purpose: Purpose, *kinds: str) -> ReceiptRow:
    """One receipt for some purpose, shared alike by these kinds of tender; an over payment is half an advance."""
    row = a_row(serial)
    shares = [row.amount_paise // len(kinds)] * len(kinds)
    shares[0] += row.amount_paise - sum(shares)
    is_suspense = purpose is SUSPENSE_PURPOSE
    is_head = purpose.settles is Settles.HEAD
    settlement = Settlement.HEAD if is_head else Settlement.OVER
    return replace(
        row,
        account_no=NO_ACCOUNT if is_suspense else row.account_no,
        tender_paise=tuple(zip(kinds, shares, strict=True)),
        purpose=purpose.code,
        purpose_name_en=purpose.name_en,
        purpose_name_hi=purpose.name_hi,
        settlement=Settlement.SUSPENSE if is_suspense else settlement,
        advance_paise=0 if is_head else row.amount_paise // 2,
    )


def a_full_day(count: int = 60) -> DayReport:
    """A day with every tender, every purpose, advances and suspense."""
    kinds = [kind.value for kind in TenderKind]
    purposes = [*USUAL_PURPOSES, SUSPENSE_PURPOSE]
    rows = [a_row(serial, is_acknowledged=serial % 3 != 0) for serial in range(1, count + 1)]
    for place, purpose in enumerate(purposes):
        used = [kinds[place % len(kinds)]]
        if place % 4 == 0:
            used.append(kinds[(place + 3) % len(kinds)])
        rows.append(a_row_for(count + 1 + place, purpose, *used))
    return report_of(PLACE, DAY, tuple(rows), MADE_AT)


def a_day(
    count: int, *, unsent_from: int | None = None, without: frozenset[int] = frozenset()
) -> DayReport:
    """So many receipts in wild order; those from ``unsent_from`` on are unsent, some numbers are missing."""
    rows = tuple(
        a_row(
            serial,
            is_acknowledged=unsent_from is None or serial < unsent_from,
            is_by_card=serial % 4 == 0,
        )
        for serial in range(count, 0, -1)
        if serial not in without
    )
    return report_of(PLACE, DAY, rows, MADE_AT)

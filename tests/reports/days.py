"""Days at the counter, as their reports tell them."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from counter_app.domain.day_report import DayReport, report_of
from counter_app.domain.identity import IST, BookYear, ReceiptNo
from counter_app.domain.receipt import PrintState, ReceiptRow
from tests.printing.papers import PLACE

DAY = date(2026, 11, 23)
OPENED_AT = datetime(2026, 11, 23, 9, 30, tzinfo=IST)
MADE_AT = datetime(2026, 11, 23, 17, 45, tzinfo=IST)
NAMES = (
    ("Ramesh Kumar", "रमेश कुमार"),
    ("Urmila Dwivedi", "उर्मिला द्विवेदी"),
    ("Kshetrapal Gyaneshwar Mishra", "क्षेत्रपाल ज्ञानेश्वर मिश्र"),
    ("Mohd. Irfan Ansari", ""),
    ("", "श्रीमती सुमित्रा देवी"),
    ("Trivikramanarayan Chaturvedi Upadhyay Shastri", "त्रिविक्रमनारायण चतुर्वेदी उपाध्याय शास्त्री"),
)


def a_row(serial: int, *, is_acknowledged: bool = True, is_by_card: bool = False) -> ReceiptRow:
    """One receipt; every seventh by cash and card together."""
    name_en, name_hi = NAMES[serial % len(NAMES)]
    paise = 100_00 + serial * 137_55
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
    )


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

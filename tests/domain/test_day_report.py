"""The daily collection report: sums, unsent, and every number accounted for."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.day_report import (
    Counted,
    PurposeTotal,
    StampTotal,
    TenderTotal,
    report_of,
)
from counter_app.domain.identity import BookYear, ReceiptNo
from counter_app.domain.money import Money
from counter_app.domain.payment import Settlement
from counter_app.domain.purpose import SUSPENSE_PURPOSE, USUAL_PURPOSES, Purpose
from counter_app.domain.receipt import PrintState, ReceiptRow
from tests.builders import ACCOUNT_NO, CASHIER_ID, NOW, SERIES, TODAY, a_place, a_receipt_no

if TYPE_CHECKING:
    import random
    from datetime import datetime


PURPOSES = {purpose.code: purpose for purpose in USUAL_PURPOSES}
ELECTRICITY_BILL, SECURITY_DEPOSIT = PURPOSES["bill"], PURPOSES["security_deposit"]


def a_row(
    receipt_no: ReceiptNo,
    *,
    cash_paise: int = 0,
    card_paise: int = 0,
    is_acknowledged: bool = True,
    purpose: Purpose = ELECTRICITY_BILL,
    settlement: Settlement = Settlement.FULL,
    advance_paise: int = 0,
    stamp: str = "",
) -> ReceiptRow:
    tenders = (("card", card_paise), ("cash", cash_paise))
    return ReceiptRow(
        receipt_no=str(receipt_no),
        account_no=ACCOUNT_NO,
        consumer_name_en="RAM PRASAD SHUKLA",
        consumer_name_hi="राम प्रसाद शुक्ला",
        taken_at=NOW,
        business_date=TODAY,
        cashier_id=CASHIER_ID,
        shift_no=1,
        amount_paise=cash_paise + card_paise,
        tender_paise=tuple(tender for tender in tenders if tender[1]),
        print_state=PrintState.PRINTED,
        print_reason="",
        copies=1,
        is_acknowledged=is_acknowledged,
        fate="POSTED" if is_acknowledged else "",
        purpose=purpose.code,
        purpose_name_en=purpose.name_en,
        purpose_name_hi=purpose.name_hi,
        settlement=settlement,
        advance_paise=advance_paise,
        stamp=stamp,
    )


def made(*rows: ReceiptRow, at: datetime = NOW) -> tuple[Money, tuple[str, ...], tuple[str, ...]]:
    report = report_of(a_place(), TODAY, rows, at)
    return report.total, tuple(row.receipt_no for row in report.rows), report.missing


def test_an_empty_day_sums_to_nothing() -> None:
    report = report_of(a_place(), TODAY, (), NOW)
    assert report.first_and_last is None
    assert (report.total, report.unsent, report.unsent_count) == (Money(0), Money(0), 0)
    assert (report.by_tender, report.by_purpose, report.by_stamp) == ((), (), ())
    assert report.advances == report.suspense == report.part_payments == Counted(0, Money(0))
    assert report.missing == ()


def test_a_day_adds_up_by_tender_and_names_what_is_unsent() -> None:
    report = report_of(
        a_place(),
        TODAY,
        (
            a_row(a_receipt_no(3), cash_paise=500, is_acknowledged=False),
            a_row(a_receipt_no(1), cash_paise=1000),
            a_row(a_receipt_no(2), cash_paise=50, card_paise=250),
        ),
        NOW,
    )
    assert report.by_tender == (
        TenderTotal("cash", 3, Money(1550)),
        TenderTotal("card", 1, Money(250)),
    )
    assert report.total == Money(1800)
    assert (report.unsent_count, report.unsent) == (1, Money(500))
    assert report.first_and_last == (str(a_receipt_no(1)), str(a_receipt_no(3)))


def test_a_day_adds_up_by_purpose_with_advances_and_suspense_apart() -> None:
    theft = PURPOSES["theft_assessment"]
    office_head = replace(SECURITY_DEPOSIT, code="a_meter_test", name_en="Meter test")
    report = report_of(
        a_place(),
        TODAY,
        (
            a_row(a_receipt_no(1), cash_paise=100),
            a_row(a_receipt_no(2), cash_paise=500, settlement=Settlement.OVER, advance_paise=200),
            a_row(a_receipt_no(3), cash_paise=70, settlement=Settlement.ADVANCE, advance_paise=70),
            a_row(
                a_receipt_no(4),
                card_paise=40,
                purpose=SUSPENSE_PURPOSE,
                settlement=Settlement.SUSPENSE,
            ),
            a_row(a_receipt_no(5), cash_paise=9, purpose=office_head, settlement=Settlement.HEAD),
            a_row(a_receipt_no(6), cash_paise=8, purpose=theft, settlement=Settlement.HEAD),
        ),
        NOW,
    )
    assert report.by_purpose == (
        PurposeTotal("bill", "Electricity bill", "विद्युत बिल", 2, Money(400)),
        PurposeTotal("theft_assessment", theft.name_en, theft.name_hi, 1, Money(8)),
        PurposeTotal("a_meter_test", "Meter test", SECURITY_DEPOSIT.name_hi, 1, Money(9)),
    )
    assert report.advances == Counted(2, Money(270))
    assert report.suspense == Counted(1, Money(40))
    assert report.total == Money(727)


def test_part_payments_and_stamps_are_counted_by_what_each_receipt_bears() -> None:
    report = report_of(
        a_place(),
        TODAY,
        (
            a_row(a_receipt_no(1), cash_paise=100, settlement=Settlement.PART),
            a_row(a_receipt_no(2), cash_paise=700, settlement=Settlement.PART, stamp="affix"),
            a_row(a_receipt_no(3), cash_paise=800, stamp="consolidated"),
            a_row(a_receipt_no(4), cash_paise=900, stamp="affix"),
        ),
        NOW,
    )
    assert report.part_payments == Counted(2, Money(800))
    assert report.by_stamp == (
        StampTotal("affix", 2, Money(1600)),
        StampTotal("consolidated", 1, Money(800)),
    )


SETTLED = st.sampled_from(list(Settlement))


@given(
    st.lists(
        st.tuples(
            st.integers(1, 99_99_99_999_99),
            st.integers(0, 99_99_99_999_99),
            SETTLED,
            st.sampled_from([*USUAL_PURPOSES, SUSPENSE_PURPOSE]),
            st.booleans(),
            st.integers(0, 100),
        ),
        max_size=40,
    )
)
def test_tenders_purposes_and_receipts_come_to_the_same_total_to_the_paisa(
    drawn: list[tuple[int, int, Settlement, Purpose, bool, int]],
) -> None:
    rows = []
    for serial, (cash, card, settlement, purpose, is_sent, percent) in enumerate(drawn, 1):
        amount = cash + card
        advance = {
            Settlement.ADVANCE: amount,
            Settlement.OVER: amount * percent // 100,
        }.get(settlement, 0)
        rows.append(
            a_row(
                a_receipt_no(serial),
                cash_paise=cash,
                card_paise=card,
                is_acknowledged=is_sent,
                purpose=purpose,
                settlement=settlement,
                advance_paise=advance,
            )
        )
    report = report_of(a_place(), TODAY, tuple(rows), NOW)
    by_purpose = Money.total(total.amount for total in report.by_purpose)
    assert report.total == Money(sum(row.amount_paise for row in rows))
    assert Money.total(total.amount for total in report.by_tender) == report.total
    assert by_purpose + report.advances.amount + report.suspense.amount == report.total
    assert report.unsent <= report.total
    assert report.part_payments.count == [row.settlement for row in rows].count(Settlement.PART)


def test_numbers_in_between_that_no_receipt_has_are_named() -> None:
    _, _, missing = made(
        a_row(a_receipt_no(8), cash_paise=1),
        a_row(a_receipt_no(5), cash_paise=1),
        a_row(a_receipt_no(6), cash_paise=1),
    )
    assert missing == (str(a_receipt_no(7)),)


def test_a_new_series_or_book_year_is_no_gap() -> None:
    rows = [
        a_row(a_receipt_no(900, year=2025), cash_paise=1),
        a_row(a_receipt_no(1, year=2026), cash_paise=1),
        a_row(a_receipt_no(7, series="KID07B"), cash_paise=1),
    ]
    assert made(*rows)[2] == ()


def test_numbers_of_seven_digits_stand_after_those_of_six() -> None:
    assert made(
        a_row(a_receipt_no(1_000_000), cash_paise=1), a_row(a_receipt_no(999_999), cash_paise=1)
    )[1:] == ((str(a_receipt_no(999_999)), str(a_receipt_no(1_000_000))), ())


@given(st.sets(st.integers(1, 60), min_size=1), st.randoms(use_true_random=False))
def test_issued_and_missing_numbers_fill_the_series_without_a_hole(
    serials: set[int], dice: random.Random
) -> None:
    rows = [a_row(a_receipt_no(serial), cash_paise=serial) for serial in serials]
    dice.shuffle(rows)
    total, numbers, missing = made(*rows)
    assert total == Money(sum(serials))
    every = sorted({*numbers, *missing})
    first, last = min(serials), max(serials)
    assert every == [str(ReceiptNo(SERIES, BookYear(2026), one)) for one in range(first, last + 1)]
    assert len(numbers) + len(missing) == len(every)

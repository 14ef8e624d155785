"""What single reports say of what seldom happens: missing numbers, shared papers, mixed ways, wrong selections."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from counter_app.domain.identity import BookYear, CashierId
from counter_app.domain.money import Money
from counter_app.domain.report import Names, ReportKind, Word
from counter_app.domain.report_instruments import card_upi, papers
from counter_app.domain.report_parts import Heading
from counter_app.domain.report_register import cancelled
from counter_app.domain.report_rows import BookRows, SeriesRun
from counter_app.domain.report_scroll import cash_scroll, numbers
from counter_app.domain.report_selection import Cut, Selection
from counter_app.domain.report_shift import z_report
from counter_app.domain.reversal import GoesWhere, TenderUndone
from counter_app.domain.tender import TenderKind
from tests.builders import NOW, SERIES, SUPERVISOR_ID, TODAY, a_place
from tests.report_played import played_day
from tests.report_reading import column_of, fact_of, table_of

if TYPE_CHECKING:
    from counter_app.domain.report_rows import ReceiptLine

CUT = Cut(99, 0, bytes(32))
HEADING = Heading(a_place(), NOW, Selection.of_day(TODAY), CUT)
COUNTER = played_day()


def the_receipts() -> tuple[ReceiptLine, ...]:
    with COUNTER.ledger.open_books() as books:
        rows = books.report_rows
        return rows.receipts(HEADING.wanted, rows.cut(), 0, 100)


def without(*serials: int) -> BookRows:
    """The day, but for these numbers, which the books lack."""
    kept = [one for one in the_receipts() if one.receipt_no.serial not in serials]
    present = frozenset(one.receipt_no.serial for one in kept)
    run = SeriesRun(SERIES, BookYear(2026), min(present), max(present), present)
    return BookRows(receipts=tuple(kept), runs=(run,))


def test_a_missing_number_stands_in_its_place_in_the_scroll() -> None:
    report = cash_scroll(HEADING, without(3, 4))
    section = table_of(report, None)
    shown = [str(cell)[-2:] for cell in column_of(section, "receipt_no")]
    assert shown == [f"{serial:02d}" for serial in range(1, 11)]
    states = [getattr(cell, "key", "") for cell in column_of(section, "state")]
    assert states[2:4] == ["number_state.missing"] * 2
    assert fact_of(report, "missing") == 2


def test_a_month_has_a_date_in_each_row_and_missing_numbers_too() -> None:
    heading = replace(HEADING, wanted=Selection(TODAY - timedelta(days=30), TODAY))
    section = table_of(cash_scroll(heading, without(5)), None)
    assert column_of(section, "day")[3:6] == [TODAY, None, TODAY]


def test_the_account_of_numbers_names_what_is_missing_and_what_is_elsewhere() -> None:
    rows = without(4)
    (run,) = rows.runs
    mine = tuple(one for one in rows.receipts if one.receipt_no.serial != 6)
    report = numbers(HEADING, replace(rows, receipts=mine, runs=(run,)))
    (line,) = table_of(report, "series").rows
    heads = [column.head for column in table_of(report, "series").columns]
    told = dict(zip(heads, line, strict=True))
    assert (told["numbers"], told["issued"], told["reversed"]) == (10, 5, 3)
    assert (told["elsewhere"], told["missing"]) == (1, 1)
    assert (told["printed"], told["not_printed"]) == (1, 7)
    ranges = table_of(report, "ranges")
    assert [getattr(one, "key", "") for one in column_of(ranges, "state")] == [
        "number_state.reversed",
        "number_state.missing",
        "number_state.issued",
        "number_state.elsewhere",
        "number_state.issued",
    ]
    assert column_of(table_of(report, "missing_numbers"), "receipt_no") == ["KID07/2627/000004"]


def test_a_paper_of_two_receipts_is_listed_once() -> None:
    report = papers(HEADING, BookRows(receipts=the_receipts()))
    (draft,) = [
        one
        for one in report.sections
        if one.title and ("tender", "tender.demand_draft") in one.title.facts
    ]
    assert column_of(draft, "receipt_no") == ["KID07/2627/000004 +1"]
    assert column_of(draft, "amount") == [Money.rupees(1000)]


def test_a_voided_sale_is_taken_off_its_batch() -> None:
    report = card_upi(HEADING, BookRows(receipts=the_receipts()))
    batches = table_of(report, "by_batch")
    assert column_of(batches, "voided") == [Money.rupees(2310)]
    assert column_of(batches, "left") == [Money.rupees(1200)]


def test_a_receipt_undone_in_several_ways_says_so() -> None:
    with COUNTER.ledger.open_books() as books:
        rows = books.report_rows
        one = rows.reversals(HEADING.wanted, rows.cut())[0]
    ways = (
        TenderUndone(TenderKind.CASH, Money(1), GoesWhere.CASH_BACK),
        TenderUndone(TenderKind.CARD, Money(1), GoesWhere.HELD),
    )
    report = cancelled(HEADING, BookRows(reversals=(replace(one, tenders=ways),)))
    assert column_of(table_of(report, "cancelled_receipts"), "goes_where") == [
        Word("goes_where.mixed")
    ]


def test_an_open_shift_has_no_z_report() -> None:
    with COUNTER.ledger.open_books() as books:
        shifts = books.report_rows.shifts(Selection.of_shift(2), books.report_rows.cut())
    with pytest.raises(ValueError, match="shift 2 is open"):
        z_report(HEADING, BookRows(shifts=shifts))


def test_a_float_taken_over_and_an_approved_close_are_told() -> None:
    with COUNTER.ledger.open_books() as books:
        (shift,) = books.report_rows.shifts(Selection.of_shift(1), books.report_rows.cut())
        (given, *_) = books.report_rows.approvals(HEADING.wanted, books.report_rows.cut())
    approval = next(iter(COUNTER.pages.approvals.values()))[0]
    assert shift.close is not None
    close = replace(
        shift.close, approval=approval, reason="", first_receipt_no="", last_receipt_no=""
    )
    told = replace(shift, close=close, taken_over_from=7, approver=Names("A", "अ"))
    report = z_report(HEADING, BookRows(shifts=(told,)))
    assert fact_of(report, "taken_over_from") == 7
    assert fact_of(report, "approved_by") == Names("A", "अ")
    assert fact_of(report, "first_receipt") == Word("nothing")
    assert "reason" not in [word.key for word, _ in report.about]
    assert given.amount


@pytest.mark.parametrize(
    "parts",
    [(None, None), (TODAY, None), (None, TODAY), (TODAY, TODAY - timedelta(days=1))],
)
def test_a_selection_names_a_shift_or_days_in_order(parts: tuple[object, object]) -> None:
    with pytest.raises(ValueError, match="neither a shift nor days"):
        Selection(*parts)  # type: ignore[arg-type]  # what is wrong is the test


def test_the_scroll_of_a_shift_names_it_and_one_of_a_stranger_is_empty() -> None:
    shift = Selection.of_shift(2)
    report = COUNTER.make_report(ReportKind.CASH_SCROLL, shift, SUPERVISOR_ID)
    assert (fact_of(report, "shift_no"), len(table_of(report, None).rows)) == (2, 1)
    nobody = Selection.of_day(TODAY, CashierId("C999"))
    report = COUNTER.make_report(ReportKind.CASH_SCROLL, nobody, SUPERVISOR_ID)
    assert table_of(report, None).rows == ()


def test_every_empty_report_says_that_there_is_nothing() -> None:
    for kind in (ReportKind.COLLECTION, ReportKind.PAPERS, ReportKind.NUMBERS, ReportKind.DAY_BOOK):
        day = Selection.of_day(TODAY - timedelta(days=9))
        report = COUNTER.make_report(kind, day, SUPERVISOR_ID)
        assert all(one.rows or one.when_empty is not None for one in report.sections)
        assert report.bars == ()

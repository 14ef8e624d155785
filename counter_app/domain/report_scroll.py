"""The cash scroll and the account of numbers: every receipt in order, reversed ones marked, missing ones in place."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from counter_app.domain.identity import ReceiptNo
from counter_app.domain.money import ZERO, Money
from counter_app.domain.receipt import PrintState
from counter_app.domain.report import Report, ReportKind, Word
from counter_app.domain.report_parts import (
    SIGN_CASHIER,
    SIGN_SUPERVISOR,
    TENDERS,
    amount_of,
    by_kind,
    count,
    count_and_sum,
    day,
    first_and_last,
    in_number_order,
    masked,
    money,
    table,
    text,
    time,
)
from counter_app.domain.tender import TenderKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from counter_app.domain.report import Cell, Section
    from counter_app.domain.report_parts import Heading
    from counter_app.domain.report_rows import BookRows, ReceiptLine, SeriesRun

ISSUED, REVERSED, MISSING, ELSEWHERE = (
    f"number_state.{state}" for state in ("issued", "reversed", "missing", "elsewhere")
)


def cash_scroll(heading: Heading, rows: BookRows) -> Report:
    """Every receipt in number order. What is reversed stands in a column of its own; the total is what was issued."""
    receipts = in_number_order(rows.receipts)
    lines = [_scroll_line(receipt, heading) for receipt in receipts]
    lines = list(_with_missing(lines, receipts, rows.runs, heading))
    undone = [one for one in receipts if one.reversal is not None]
    section = table(
        None,
        (
            text("receipt_no", 17),
            *((day(),) if heading.is_of_days else ()),
            time(),
            text("account_no", 11),
            text("consumer", 16),
            *TENDERS,
            money("amount"),
            money("cancelled"),
            text("state", 9),
        ),
        lines,
        "no_receipts",
        [*(kind.value for kind in TenderKind), "amount", "cancelled"],
    )
    return Report(
        kind=ReportKind.CASH_SCROLL,
        place=heading.place,
        made_at=heading.made_at,
        about=(
            *heading.about,
            *first_and_last(receipts),
            (Word("receipts_count"), len(receipts)),
            (Word("collected"), amount_of(receipts)),
            (Word("cancelled_sum"), count_and_sum(len(undone), amount_of(undone))),
            (Word("net"), amount_of(receipts) - amount_of(undone)),
            *_missing_fact(rows.runs),
        ),
        sections=(section,),
        signatures=(SIGN_CASHIER, SIGN_SUPERVISOR),
    )


def _scroll_line(receipt: ReceiptLine, heading: Heading) -> tuple[Cell, ...]:
    sums = by_kind(receipt)
    is_reversed = receipt.reversal is not None
    return (
        str(receipt.receipt_no),
        *((receipt.business_date,) if heading.is_of_days else ()),
        receipt.taken_at,
        receipt.account_no,
        masked(receipt.consumer),
        *(sums.get(kind) for kind in TenderKind),
        receipt.amount,
        receipt.amount if is_reversed else None,
        Word(REVERSED if is_reversed else ISSUED),
    )


def _with_missing(
    lines: Sequence[tuple[Cell, ...]],
    receipts: Sequence[ReceiptLine],
    runs: Sequence[SeriesRun],
    heading: Heading,
) -> Iterator[tuple[Cell, ...]]:
    """The lines with each number that the books lack in its place."""
    blank = [None] * (5 + len(TENDERS) + (1 if heading.is_of_days else 0))
    missing = sorted(missing_numbers(runs), reverse=True)
    for line, receipt in zip(lines, receipts, strict=True):
        while missing and missing[-1] < receipt.receipt_no:
            yield (str(missing.pop()), *blank, Word(MISSING))
        yield line
    assert not missing, "a run ends with a receipt"


def missing_numbers(runs: Sequence[SeriesRun]) -> tuple[ReceiptNo, ...]:
    """Every number between the first and last of a series that the books lack."""
    return tuple(
        ReceiptNo(run.series, run.book_year, serial)
        for run in runs
        for serial in range(run.first, run.last + 1)
        if serial not in run.present
    )


def _missing_fact(runs: Sequence[SeriesRun]) -> tuple[tuple[Word, Cell], ...]:
    missing = missing_numbers(runs)
    return ((Word("missing"), len(missing) if missing else Word("none_missing")),)


def numbers(heading: Heading, rows: BookRows) -> Report:
    """Every number of each series: issued here, reversed, of another day, shift or cashier, or missing."""
    receipts = in_number_order(rows.receipts)
    return Report(
        kind=ReportKind.NUMBERS,
        place=heading.place,
        made_at=heading.made_at,
        about=(*heading.about, *first_and_last(receipts), *_missing_fact(rows.runs)),
        sections=(
            _series_table(receipts, rows.runs),
            _ranges_table(receipts, rows.runs),
            table(
                "missing_numbers",
                (text("receipt_no", 20),),
                [(str(one),) for one in missing_numbers(rows.runs)],
                "none_missing",
            ),
        ),
        signatures=(SIGN_CASHIER, SIGN_SUPERVISOR),
    )


def _of_run(receipts: Sequence[ReceiptLine], run: SeriesRun) -> dict[int, ReceiptLine]:
    return {
        one.receipt_no.serial: one
        for one in receipts
        if (one.receipt_no.series, one.receipt_no.book_year) == (run.series, run.book_year)
    }


def _series_table(receipts: Sequence[ReceiptLine], runs: Sequence[SeriesRun]) -> Section:
    lines = []
    for run in runs:
        here = _of_run(receipts, run)
        undone = [one for one in here.values() if one.reversal is not None]
        printed = [one for one in here.values() if one.print_state is PrintState.PRINTED]
        issued = Money.total(one.amount for one in here.values() if one.reversal is None)
        lines.append(
            (
                run.series,
                str(ReceiptNo(run.series, run.book_year, run.first)),
                str(ReceiptNo(run.series, run.book_year, run.last)),
                run.last - run.first + 1,
                len(here) - len(undone),
                len(undone),
                len(run.present) - len(here),
                run.last - run.first + 1 - len(run.present),
                len(printed),
                len(here) - len(printed),
                issued,
            )
        )
    columns = (
        text("series", 8),
        text("first_no", 17),
        text("last_no", 17),
        *map(
            count,
            ("numbers", "issued", "reversed", "elsewhere", "missing", "printed", "not_printed"),
        ),
        money("net_amount"),
    )
    return table("series", columns, lines, "no_receipts", [one.head for one in columns[3:]])


def _ranges_table(receipts: Sequence[ReceiptLine], runs: Sequence[SeriesRun]) -> Section:
    """Numbers that follow each other and are in the same state, as one line."""
    lines = []
    for run in runs:
        here = _of_run(receipts, run)

        def state_of(serial: int, run: SeriesRun = run, here: dict[int, ReceiptLine] = here) -> str:
            if serial not in run.present:
                return MISSING
            if serial not in here:
                return ELSEWHERE
            return ISSUED if here[serial].reversal is None else REVERSED

        for state, serials in groupby(range(run.first, run.last + 1), key=state_of):
            kept = tuple(serials)
            sums = [here[serial].amount for serial in kept if serial in here]
            lines.append(
                (
                    str(ReceiptNo(run.series, run.book_year, kept[0])),
                    str(ReceiptNo(run.series, run.book_year, kept[-1])),
                    len(kept),
                    Word(state),
                    Money.total(sums) if sums else ZERO,
                )
            )
    columns = (
        text("first_no", 17),
        text("last_no", 17),
        count("numbers"),
        text("state", 12),
        money("amount"),
    )
    return table("ranges", columns, lines, "no_receipts", ["numbers", "amount"])

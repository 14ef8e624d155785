"""Verb: make a report of a shift or of days.

All of it is of one moment, the cut of the chain, yet it is read in short units of work: a payment waits for one piece
of some thousand rows at most, not for a month.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING, TypeVar

from counter_app.domain.errors import Refusal, RefusalCode
from counter_app.domain.people import Act, refuse_not_allowed
from counter_app.domain.report import ReportKind
from counter_app.domain.report_parts import Heading
from counter_app.domain.report_rows import BookRows, SeriesRun, SlipLine, slip_line
from counter_app.domain.report_selection import Selection
from counter_app.domain.report_shelf import RECIPES, Needs
from counter_app.use_cases.place import place_of
from counter_app.use_cases.report_watch import ReportProgress, ReportStep, unwatched
from counter_app.use_cases.telling import certificate_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from counter_app.domain.identity import BookYear, CashierId
    from counter_app.domain.report import Names, Report
    from counter_app.domain.report_rows import EntryLine, ReceiptLine, ShiftLine
    from counter_app.domain.report_selection import Cut
    from counter_app.use_cases.book_ports import Books, Ledger
    from counter_app.use_cases.ports import Clock
    from counter_app.use_cases.report_watch import ReportWatch

SHIFT_DAYS = 14
"""From how many days back shifts are offered."""

ROWS_AT_ONCE = 500
"""How many receipts or entries are read in one unit of work: what a payment may have to wait for."""

Line = TypeVar("Line", "ReceiptLine", "EntryLine")


@dataclass(frozen=True, slots=True)
class MakeReport:
    """The verb."""

    ledger: Ledger
    clock: Clock
    rows_at_once: int = ROWS_AT_ONCE

    def __call__(
        self,
        kind: ReportKind,
        wanted: Selection,
        by: CashierId,
        watch: ReportWatch = unwatched,
    ) -> Report:
        """The report as of now, asked for by this person.

        Raises Refusal CASHIER_UNKNOWN, NOT_ALLOWED, COUNTER_NOT_ENROLLED, REPORT_NOT_OF_SHIFT for an X or Z of days,
        SHIFT_UNKNOWN, SHIFT_NOT_CLOSED for a Z of an open shift; ReportStoppedError when the watch asks for it.
        """
        recipe = RECIPES[kind]
        if recipe.is_of_shift and wanted.shift_no is None:
            raise Refusal(RefusalCode.REPORT_NOT_OF_SHIFT, report=kind)
        watch(ReportProgress(ReportStep.READ, 0, 0))
        with self.ledger.open_books() as books:
            refuse_not_allowed(books.enrolment.cashier(by), Act.READ_REPORTS, by)
            place = place_of(certificate_of(books))
            cut = books.report_rows.cut()
            rows = _acts(books, wanted, cut, recipe.needs)
            people = books.report_rows.people()
        if recipe.is_of_shift:
            _refuse_no_shift(rows, kind)
        cashier = people.get(wanted.cashier_id or "")
        heading = Heading(place, self.clock.now(), wanted, cut, cashier)
        if Needs.RECEIPTS in recipe.needs:
            rows = replace(rows, receipts=self._pieces(_receipts, wanted, cut, watch))
        if Needs.RUNS in recipe.needs:
            rows = replace(rows, runs=self._runs(rows.receipts, cut))
        if Needs.ENTRIES in recipe.needs:
            rows = replace(rows, entries=self._pieces(_entries, wanted, cut, watch))
        return recipe.build(heading, rows)

    def _pieces(
        self,
        read: Callable[[Books, Selection, Cut, int, int], tuple[Line, ...]],
        wanted: Selection,
        cut: Cut,
        watch: ReportWatch,
    ) -> tuple[Line, ...]:
        lines: list[Line] = []
        piece: tuple[Line, ...] | None = None
        while piece is None or len(piece) == self.rows_at_once:
            after = lines[-1].link if lines else 0
            with self.ledger.open_books() as books:
                piece = read(books, wanted, cut, after, self.rows_at_once)
            lines += piece
            watch(ReportProgress(ReportStep.READ, len(lines), 0))
        return tuple(lines)

    def _runs(self, receipts: tuple[ReceiptLine, ...], cut: Cut) -> tuple[SeriesRun, ...]:
        """The series of these receipts, each from its first number to its last, and which of them the books hold."""
        ends: dict[tuple[str, BookYear], list[int]] = {}
        for one in receipts:
            number = one.receipt_no
            ends.setdefault((number.series, number.book_year), []).append(number.serial)
        with self.ledger.open_books() as books:
            return tuple(
                SeriesRun(
                    series,
                    year,
                    min(serials),
                    max(serials),
                    books.report_rows.numbers(series, year, min(serials), max(serials), cut),
                )
                for (series, year), serials in sorted(ends.items())
            )


@dataclass(frozen=True, slots=True)
class ReportChoices:
    """What a report can be of: today, the shifts of the last days (the newest first), everybody by id."""

    today: date
    shifts: tuple[ShiftLine, ...]
    people: Mapping[str, Names]


@dataclass(frozen=True, slots=True)
class ListReportChoices:
    """The verb that says what can be chosen."""

    ledger: Ledger
    clock: Clock

    def __call__(self, day: date | None = None) -> ReportChoices:
        """Shifts of the days before this one, or before today."""
        today = self.clock.now().date()
        last = day or today
        with self.ledger.open_books() as books:
            rows = books.report_rows
            wanted = Selection(last - timedelta(days=SHIFT_DAYS), last)
            shifts = rows.shifts(wanted, rows.cut())
            return ReportChoices(today, tuple(reversed(shifts)), rows.people())


def _receipts(
    books: Books, wanted: Selection, cut: Cut, after: int, most: int
) -> tuple[ReceiptLine, ...]:
    return books.report_rows.receipts(wanted, cut, after, most)


def _entries(
    books: Books, wanted: Selection, cut: Cut, after: int, most: int
) -> tuple[EntryLine, ...]:
    return books.report_rows.entries(wanted, cut, after, most)


def _acts(books: Books, wanted: Selection, cut: Cut, needs: frozenset[Needs]) -> BookRows:
    """All rows that are few, in one unit of work."""
    rows = books.report_rows
    return BookRows(
        reversals=rows.reversals(wanted, cut) if Needs.REVERSALS in needs else (),
        returns=rows.returns(wanted, cut) if Needs.RETURNS in needs else (),
        shifts=rows.shifts(wanted, cut) if Needs.SHIFTS in needs else (),
        closes=rows.closes(wanted, cut) if Needs.CLOSES in needs else (),
        handings=rows.handings(wanted, cut) if Needs.HANDINGS in needs else (),
        moves=rows.moves(wanted, cut) if Needs.MOVES in needs else (),
        openings=rows.openings(wanted, cut) if Needs.OPENINGS in needs else (),
        approvals=rows.approvals(wanted, cut) if Needs.APPROVALS in needs else (),
        slips=_slips(books, wanted) if Needs.SLIPS in needs else (),
        undeposited=books.remittances.undeposited() if Needs.UNDEPOSITED in needs else (),
    )


def _slips(books: Books, wanted: Selection) -> tuple[SlipLine, ...]:
    """The slips that were made or answered in these days, in their order."""
    people = books.report_rows.people()
    return tuple(
        slip_line(seen, people)
        for seen in reversed(books.remittances.slips(books.remittances.last_slip_no()))
        if wanted.takes(None, seen.slip.business_date, seen.slip.by)
        or (seen.answer and wanted.takes(None, seen.answer.business_date, seen.answer.by))
    )


def _refuse_no_shift(rows: BookRows, kind: ReportKind) -> None:
    if not rows.shifts:
        raise Refusal(RefusalCode.SHIFT_UNKNOWN)
    (shift,) = rows.shifts
    if kind is ReportKind.Z and shift.close is None:
        raise Refusal(RefusalCode.SHIFT_NOT_CLOSED, shift_no=shift.shift_no)

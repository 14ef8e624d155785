"""Any report on A4: masthead, facts, picture, tables with their headings on every page, signatures."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from counter_app.domain.money import Money
from counter_app.domain.report import Word
from counter_app.reports.headings import ENGLISH_PAGE, HINDI_PAGE
from counter_app.reports.page import (
    A4_POINTS,
    BASELINE,
    BODY,
    LEFT,
    NOTE_GREY,
    RULE,
    SMALL,
    STRONG,
    THICK_RULE,
    ZEBRA_GREY,
    A4Page,
)
from counter_app.reports.report_cells import text_in
from counter_app.reports.report_columns import AT_RIGHT, GAP, PADDING, is_figure
from counter_app.reports.report_facts import FACT_LINE, facts_of
from counter_app.reports.report_picture import PICTURE_HEIGHT, draw_bars
from counter_app.reports.report_plan import TITLE_HEIGHT, plan_of
from counter_app.reports.report_tables import HEAD_SIZE, LEADING
from counter_app.use_cases.report_watch import ReportProgress, ReportStep, unwatched
from resources.vocabulary import words_in

if TYPE_CHECKING:
    from counter_app.domain.report import Cell, CellKind, Report
    from counter_app.domain.report_text import ReportText
    from counter_app.reports.headings import PageWords
    from counter_app.reports.report_facts import Fact
    from counter_app.reports.report_plan import Block, Plan
    from counter_app.reports.report_tables import Table
    from counter_app.reports.sheets import NewSheet, Sheet
    from counter_app.use_cases.report_watch import ReportWatch

MASTHEAD_END = 106.0
"""Where the masthead of ``A4Page`` ends, from the top of the page."""

PAGE_WORDS = {"en": ENGLISH_PAGE, "hi": HINDI_PAGE}


def report_pdf(
    report: Report, language: str, new_sheet: NewSheet, watch: ReportWatch = unwatched
) -> bytes:
    """The whole file. Raises what the watch raises."""
    text, path = text_in(language), Path()
    title = f"{words_in('en')[f'report.{report.kind}']} {report.place.counter_id}"
    measures = new_sheet(path, *A4_POINTS, title)
    rows = sum(len(section.rows) for section in report.sections)
    plan = plan_of(
        report,
        text,
        measures,
        lambda inner: _tables_top(report, facts_of(report, text, measures, inner)),
        lambda: watch(ReportProgress(ReportStep.SET, 0, rows)),
    )
    sheet = new_sheet(path, *plan.size, title)
    _Drawing(report, text, _page(report, text, sheet, plan, PAGE_WORDS[language])).all(plan, watch)
    watch(ReportProgress(ReportStep.WRITE, rows, rows))
    return sheet.finish()


def _page(report: Report, text: ReportText, sheet: Sheet, plan: Plan, words: PageWords) -> A4Page:
    of_what = _of_what(*report.about[0], text) if report.about else text.title(report)
    return A4Page(
        sheet,
        replace(words, signatures=tuple(text.word(who) for who in report.signatures)),
        text.title(report),
        words.continued.format(date=of_what, counter=report.place.counter_id),
        report.made_at,
        pages=len(plan.pages),
        size=plan.size,
    )


def _of_what(label: Word, said: Cell, text: ReportText) -> str:
    """What further pages say that the report is of: a day or period by itself, all else with its label."""
    shown = text.fact(said)
    return shown if isinstance(said, date | Word) else f"{text.word(label)} {shown}"


def _tables_top(report: Report, facts: list[Fact]) -> float:
    return MASTHEAD_END + facts[-1].end + (PICTURE_HEIGHT if report.bars else 0.0)


@dataclass(frozen=True, slots=True)
class _Drawing:
    """One report under way."""

    report: Report
    text: ReportText
    page: A4Page

    def all(self, plan: Plan, watch: ReportWatch) -> None:
        """Page by page; the watch hears each."""
        self._head()
        for number, blocks in enumerate(plan.pages):
            watch(ReportProgress(ReportStep.DRAW, number, len(plan.pages)))
            if number:
                self.page.turn()
            for block in blocks:
                self._block(block)
        if self.report.signatures:
            self.page.signing_lines()
        self.page.foot()

    def _head(self) -> None:
        """Whose report, what of, and the picture."""
        page, report = self.page, self.report
        hindi, english = (words_in(one)[f"report.{report.kind}"] for one in ("hi", "en"))
        page.masthead(report.place, hindi, english)
        assert page.y == MASTHEAD_END
        facts = facts_of(report, self.text, page.sheet, page.right - LEFT)
        for fact in facts:
            x, y = LEFT + fact.x, MASTHEAD_END + fact.y
            page.sheet.text(x, y, fact.label, SMALL, grey=NOTE_GREY)
            for number, line in enumerate(fact.lines):
                below = y + BASELINE + number * FACT_LINE
                page.sheet.text(x, below, line, STRONG, is_bold=True)
        if report.bars:
            page.y = MASTHEAD_END + facts[-1].end
            draw_bars(report.bars, self.text, page)

    def _block(self, block: Block) -> None:
        """A table's title, headings, and rows of this page; its totals where it ends."""
        page, table = self.page, block.table
        page.y = block.y
        if table.section.title is not None:
            title = self.text.word(table.section.title)
            if block.is_continued:
                title = self.text.words["page.continued"].format(title=title)
            page.sheet.text(LEFT, page.y + BASELINE, title, STRONG, is_bold=True)
            page.y += TITLE_HEIGHT
        if not table.has_rows:
            page.cell(LEFT + PADDING, self._empty(table), page.right - LEFT)
            return
        self._heads(table)
        for number in range(block.first, block.last):
            if number % 2:
                page.band(
                    right=LEFT + table.width, grey=ZEBRA_GREY, height=table.row_height(number)
                )
            self._row(table, number, table.section.rows[number])
        if block.has_totals and table.section.totals is not None:
            page.rule(THICK_RULE, right=LEFT + table.width)
            self._row(table, table.totals_row, table.section.totals, is_bold=True)

    def _empty(self, table: Table) -> str:
        said = table.section.when_empty
        return self.text.words["page.nothing"] if said is None else self.text.word(said)

    def _heads(self, table: Table) -> None:
        page, size = self.page, table.size * HEAD_SIZE
        page.band(right=LEFT + table.width, height=table.head_height)
        x = LEFT + PADDING
        for column, width, lines in zip(
            table.section.columns, table.widths, table.heads, strict=True
        ):
            is_right = column.kind in AT_RIGHT
            self._write(x, width, lines, table, size, is_right=is_right, is_bold=True)
            x += width + GAP
        page.y += table.head_height
        page.rule(RULE, right=LEFT + table.width)

    def _row(
        self, table: Table, number: int, row: tuple[Cell, ...], *, is_bold: bool = False
    ) -> None:
        x = LEFT + PADDING
        for place, cell in enumerate(row):
            width, kind = table.widths[place], table.section.columns[place].kind
            if cell is not None:
                lines = table.lines.get((number, place)) or (
                    self._shown(cell, kind, width, table.size, is_bold=is_bold),
                )
                is_right = kind in AT_RIGHT or isinstance(cell, Money)
                self._write(x, width, lines, table, table.size, is_right=is_right, is_bold=is_bold)
            x += width + GAP
        self.page.y += table.row_height(number)

    def _shown(
        self, cell: Cell, kind: CellKind, width: float, size: float, *, is_bold: bool
    ) -> str:
        """A figure whole; of a name as much as fits."""
        shown = self.text.cell(cell, kind)
        if is_figure(cell, shown):
            return shown
        return self.page.sheet.fitted(shown, width, size, is_bold)

    def _write(
        self,
        x: float,
        width: float,
        lines: tuple[str, ...],
        table: Table,
        size: float,
        *,
        is_right: bool,
        is_bold: bool,
    ) -> None:
        sheet = self.page.sheet
        y = self.page.y + BASELINE * table.size / BODY
        for line in lines:
            start = x + width - sheet.width(line, size, is_bold) if is_right else x
            sheet.text(start, y, line, size, is_bold=is_bold)
            y += size * LEADING

"""The daily collection report on A4: totals by tender and by purpose, what is unsent or missing, every receipt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from counter_app.domain.identity import IST, ReceiptNo
from counter_app.domain.money import Money
from counter_app.domain.suspense import NO_ACCOUNT
from counter_app.reports.headings import HEADINGS, REPORT_TITLE_EN, REPORT_TITLE_HI
from counter_app.reports.page import (
    BASELINE,
    BODY,
    LEFT,
    RIGHT,
    ROW_HEIGHT,
    RULE,
    STRONG,
    THICK_RULE,
    ZEBRA_GREY,
    A4Page,
    draw_counted,
)

if TYPE_CHECKING:
    from counter_app.domain.day_report import Counted, DayReport
    from counter_app.domain.receipt import ReceiptRow
    from counter_app.reports.headings import Headings
    from counter_app.reports.sheets import Sheet

PANEL_LEFT = 320.0
"""Where the second column of the summary begins."""

TENDERS_END = PANEL_LEFT - 24
TENDERS_COUNT_END = LEFT + 150
PURPOSES_COUNT_END = LEFT + 380
PURPOSE_WIDTH = PURPOSES_COUNT_END - LEFT - 60
FACT_HEIGHT = 30.0

MISSING_NAMED = 3
"""As many missing numbers are named in the summary; each stands in the list as well."""

COLUMN_RECEIPT, COLUMN_TIME, COLUMN_ACCOUNT = LEFT + 4, LEFT + 98, LEFT + 130
COLUMN_CONSUMER, COLUMN_TENDER = LEFT + 192, LEFT + 334
COLUMN_AMOUNT_END, COLUMN_STATE = LEFT + 467, LEFT + 475
ACCOUNT_WIDTH = COLUMN_CONSUMER - COLUMN_ACCOUNT - 4
CONSUMER_WIDTH = COLUMN_TENDER - COLUMN_CONSUMER - 6
TENDER_WIDTH = 66.0


def draw_day_report(report: DayReport, sheet: Sheet, language: str) -> None:
    """All pages, headings in ``en`` or ``hi``; whatever else was asked for is English."""
    words, is_hindi = HEADINGS.get(language, HEADINGS["en"]), language == "hi"
    draw_counted(
        sheet,
        lambda on, pages: _page_of(report, on, words, is_hindi=is_hindi, pages=pages),
        lambda page: _Report(report, page, words, is_hindi).draw(),
    )


def _page_of(
    report: DayReport, sheet: Sheet, words: Headings, *, is_hindi: bool, pages: int
) -> A4Page:
    title = REPORT_TITLE_HI if is_hindi else REPORT_TITLE_EN
    day, counter_id = f"{report.business_date:%d-%m-%Y}", report.place.counter_id
    about = words.on_page.continued.format(date=day, counter=counter_id)
    return A4Page(sheet, words.on_page, title, about, report.made_at, pages)


@dataclass(slots=True)
class _Report:
    """One report on its way onto its pages."""

    report: DayReport
    page: A4Page
    words: Headings
    is_hindi: bool

    def draw(self) -> None:
        self.page.masthead(self.report.place, REPORT_TITLE_HI, REPORT_TITLE_EN)
        self._of_what()
        self._summary()
        self._purposes()
        self._list()
        self.page.signatures()
        self.page.foot()

    def _of_what(self) -> None:
        report, words = self.report, self.words
        place = report.place
        numbers = report.first_and_last
        first_and_last = f"{numbers[0]} – {numbers[1]}" if numbers else "—"
        self._fact_pair(
            (words.on_page.division, f"{place.division_hi} / {place.division_en}"),
            (words.on_page.counter, f"{place.counter_id} · {place.counter_name}"),
        )
        self._fact_pair(
            (words.business_date, f"{report.business_date:%d-%m-%Y}"),
            (words.first_to_last, first_and_last),
        )

    def _fact_pair(self, left: tuple[str, str], right: tuple[str, str]) -> None:
        self.page.labelled(LEFT, PANEL_LEFT - 8, *left)
        self.page.labelled(PANEL_LEFT, RIGHT, *right)
        self.page.y += FACT_HEIGHT

    def _summary(self) -> None:
        """Totals by tender at the left; at the right what is unsent or missing, and what is counted apart."""
        page, words = self.page, self.words
        top = page.y
        self._tenders()
        end, page.y = page.y, top + 8
        for label, said in (
            (words.unsent, self._unsent()),
            (words.missing, self._missing()),
            *self._cancelled(),
            (words.part_payments, self._parts()),
            (words.stamps, self._stamps()),
            (words.reconciled, words.reconciled_text(self.report.reconciled)),
        ):
            page.labelled(PANEL_LEFT, RIGHT, label, said)
            page.y += FACT_HEIGHT
        page.y = max(end, page.y - FACT_HEIGHT + 20) + 12

    def _tenders(self) -> None:
        page, words = self.page, self.words
        page.band(LEFT, TENDERS_END)
        ends = (TENDERS_COUNT_END, TENDERS_END)
        self._cells((words.tender, words.count, words.amount), ends, is_bold=True)
        for total in self.report.by_tender:
            kind = words.kinds.get(total.kind, total.kind)
            self._cells((kind, str(total.count), str(total.amount)), ends)
        page.rule(RULE, LEFT, TENDERS_END)
        self._total(ends)
        page.rule(THICK_RULE, LEFT, TENDERS_END)

    def _purposes(self) -> None:
        """Totals by purpose, then advances and suspense apart: together the same total as by tender."""
        page, report, words = self.page, self.report, self.words
        if not report.rows:
            return
        ends = (PURPOSES_COUNT_END, RIGHT)
        page.band()
        self._cells((words.purpose, words.count, words.amount), ends, is_bold=True)
        for total in report.by_purpose:
            names = (
                (total.name_hi, total.name_en) if self.is_hindi else (total.name_en, total.name_hi)
            )
            name = next(filter(None, names), total.purpose)
            self._cells((name, str(total.count), str(total.amount)), ends)
        page.rule(RULE)
        for name, counted in ((words.advances, report.advances), (words.suspense, report.suspense)):
            if counted.count:
                self._cells((name, *_said(counted)), ends)
        page.rule(RULE)
        self._total(ends)
        page.rule(THICK_RULE)
        page.y += 12

    def _total(self, ends: tuple[float, float]) -> None:
        count, total = str(len(self.report.rows)), str(self.report.total)
        self._cells((self.words.total, count, total), ends, is_bold=True, size=STRONG)

    def _cells(
        self,
        said: tuple[str, str, str],
        ends: tuple[float, float],
        *,
        is_bold: bool = False,
        size: float = BODY,
    ) -> None:
        """A row of three: what, how many payments, how much."""
        page, (what, count, amount) = self.page, said
        if not page.has_room():
            page.turn()
        width = ends[0] - LEFT - 60
        shown = page.sheet.fitted(what, width, size, is_bold)
        page.sheet.text(LEFT + 4, page.y + BASELINE, shown, size, is_bold=is_bold)
        page.figure(ends[0], count, size, is_bold=is_bold)
        page.figure(ends[1] - 4, amount, size, is_bold=is_bold)
        page.y += ROW_HEIGHT

    def _unsent(self) -> str:
        report = self.report
        if not report.unsent_count:
            return self.words.all_sent if report.rows else "—"
        return self.words.sum_note.format(count=report.unsent_count, amount=report.unsent)

    def _cancelled(self) -> list[tuple[str, str]]:
        """Receipts of the day that were reversed since: they stand in every sum above."""
        gone = self.report.reversed
        said = self.words.sum_note.format(count=gone.count, amount=gone.amount)
        return [(self.words.cancelled, said)] if gone.count else []

    def _missing(self) -> str:
        missing = self.report.missing
        if not missing:
            return self.words.none_missing if self.report.rows else "—"
        named = ", ".join(number.rpartition("/")[2] for number in missing[:MISSING_NAMED])
        more = len(missing) - MISSING_NAMED
        return f"{named} {self.words.and_more.format(count=more)}" if more > 0 else named

    def _parts(self) -> str:
        parts = self.report.part_payments
        if not parts.count:
            return "—"
        return self.words.sum_note.format(count=parts.count, amount=parts.amount)

    def _stamps(self) -> str:
        said = (
            self.words.stamp_ways.get(total.how, total.how + ": {count}").format(count=total.count)
            for total in self.report.by_stamp
        )
        return ", ".join(said) or "—"

    def _list(self) -> None:
        page = self.page
        if not self.report.rows:
            page.centred(self.words.empty_day)
            return
        if not page.has_room(2 * ROW_HEIGHT):
            page.turn()
        self._column_heads()
        for place, row in enumerate(in_number_order(self.report)):
            if not page.has_room():
                page.turn()
                self._column_heads()
            if place % 2:
                page.band(grey=ZEBRA_GREY)
            if isinstance(row, str):
                self._missing_row(row)
            else:
                self._row(row)
            page.y += ROW_HEIGHT
        self._list_total()

    def _column_heads(self) -> None:
        page, words = self.page, self.words
        page.band()
        for x, head in (
            (COLUMN_RECEIPT, words.receipt_no),
            (COLUMN_TIME, words.time),
            (COLUMN_ACCOUNT, words.account_no),
            (COLUMN_CONSUMER, words.consumer),
            (COLUMN_TENDER, words.tender),
            (COLUMN_STATE, words.state),
        ):
            page.sheet.text(x, page.y + BASELINE, head, BODY, is_bold=True)
        page.figure(COLUMN_AMOUNT_END, words.amount, is_bold=True)
        page.y += ROW_HEIGHT

    def _row(self, row: ReceiptRow) -> None:
        page, sheet = self.page, self.page.sheet
        y = page.y + BASELINE
        names = (row.consumer_name_hi, row.consumer_name_en)
        first, second = names if self.is_hindi else names[::-1]
        kinds = " + ".join(
            self.words.short_kinds.get(kind) or self.words.kinds.get(kind, kind)
            for kind, _ in row.tender_paise
        )
        has_account = row.account_no != NO_ACCOUNT
        account_no = row.account_no if has_account else self.words.in_suspense
        sheet.text(COLUMN_RECEIPT, y, row.receipt_no, BODY)
        sheet.text(COLUMN_TIME, y, f"{row.taken_at.astimezone(IST):%H:%M}", BODY)
        page.cell(COLUMN_ACCOUNT, account_no, ACCOUNT_WIDTH)
        page.cell(COLUMN_CONSUMER, " ".join((first or second).split()), CONSUMER_WIDTH)
        page.cell(COLUMN_TENDER, kinds, TENDER_WIDTH)
        page.figure(COLUMN_AMOUNT_END, str(Money(row.amount_paise)))
        state = self.words.row_sent if row.is_acknowledged else self.words.row_unsent
        if is_gone := row.reversed_on is not None:
            state = self.words.row_cancelled
        sheet.text(COLUMN_STATE, y, state, BODY, is_bold=is_gone or not row.is_acknowledged)

    def _missing_row(self, number: str) -> None:
        y = self.page.y + BASELINE
        self.page.sheet.text(COLUMN_RECEIPT, y, number, BODY, is_bold=True)
        self.page.sheet.text(COLUMN_TIME, y, self.words.row_missing, BODY, is_bold=True)

    def _list_total(self) -> None:
        page = self.page
        page.rule(THICK_RULE)
        page.y += 2
        text = f"{self.words.total}: {len(self.report.rows)} {self.words.receipts}"
        page.sheet.text(COLUMN_RECEIPT, page.y + BASELINE, text, STRONG, is_bold=True)
        page.figure(COLUMN_AMOUNT_END, str(self.report.total), STRONG, is_bold=True)
        page.y += ROW_HEIGHT + 2


def _said(counted: Counted) -> tuple[str, str]:
    return str(counted.count), str(counted.amount)


def in_number_order(report: DayReport) -> list[ReceiptRow | str]:
    """The rows of the list, with each missing number in its place."""
    numbered: list[tuple[ReceiptNo, ReceiptRow | str]] = [
        (ReceiptNo.from_text(row.receipt_no), row) for row in report.rows
    ]
    numbered += [(ReceiptNo.from_text(number), number) for number in report.missing]
    return [row for _, row in sorted(numbered, key=lambda pair: pair[0])]

"""The daily collection report on A4: totals by tender, what is unsent or missing, every receipt in number order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from counter_app.domain.identity import IST, ReceiptNo
from counter_app.domain.money import Money
from counter_app.reports.headings import HEADINGS, REPORT_TITLE_EN, REPORT_TITLE_HI
from counter_app.reports.sheets import BlindSheet

if TYPE_CHECKING:
    from counter_app.domain.day_report import DayReport
    from counter_app.domain.receipt import ReceiptRow
    from counter_app.reports.headings import Headings
    from counter_app.reports.sheets import Sheet

A4_POINTS = (595.28, 841.89)
LEFT, RIGHT = 40.0, A4_POINTS[0] - 40.0
TOP = 38.0
FOOT_LINE = A4_POINTS[1] - 30.0
ROWS_END = A4_POINTS[1] - 52.0
"""No row stands below this."""

ROW_HEIGHT = 17.0
SIGNATURES_HEIGHT, SIGN_ABOVE_END = 92.0, 28.0
SMALL, BODY, STRONG, TITLE = 7.5, 8.8, 10.0, 15.0
RULE, THICK_RULE = 0.5, 1.2
HEADER_GREY, ZEBRA_GREY, NOTE_GREY = 0.88, 0.965, 0.35
PANEL_LEFT = 320.0
"""Where the second column of the summary begins."""

MISSING_NAMED = 3
"""As many missing numbers are named in the summary; each stands in the list as well."""

COLUMN_RECEIPT, COLUMN_TIME, COLUMN_ACCOUNT = LEFT + 4, LEFT + 98, LEFT + 130
COLUMN_CONSUMER, COLUMN_TENDER = LEFT + 192, LEFT + 345
COLUMN_AMOUNT_END, COLUMN_STATE = LEFT + 462, LEFT + 472
CONSUMER_WIDTH = COLUMN_TENDER - COLUMN_CONSUMER - 6
TENDER_WIDTH = 58.0


def draw_day_report(report: DayReport, sheet: Sheet, language: str) -> None:
    """All pages, headings in ``en`` or ``hi``; whatever else was asked for is English."""
    words, is_hindi = HEADINGS.get(language, HEADINGS["en"]), language == "hi"
    counted = _Report(report, BlindSheet(sheet), words, is_hindi)
    counted.draw()
    _Report(report, sheet, words, is_hindi, pages=counted.page).draw()


@dataclass(slots=True)
class _Report:
    """One report on its way onto its sheet; ``y`` is how far down the page it has come."""

    report: DayReport
    sheet: Sheet
    words: Headings
    is_hindi: bool
    y: float = TOP
    page: int = 1
    pages: int = 0

    def draw(self) -> None:
        self._masthead()
        self._summary()
        self._list()
        self._signatures()
        self._foot()

    def _masthead(self) -> None:
        place, sheet = self.report.place, self.sheet
        self.y += TITLE
        sheet.text(LEFT, self.y, "केस्को · KESCO", TITLE, is_bold=True)
        self._right(REPORT_TITLE_HI, STRONG + 2, is_bold=True)
        self.y += 16
        sheet.text(LEFT, self.y, place.office_hi, BODY, is_bold=True)
        self._right(REPORT_TITLE_EN, STRONG + 2, is_bold=True)
        self.y += 13
        sheet.text(LEFT, self.y, place.office_en, BODY)
        self._right(self.words.made_at.format(moment=self._moment()), SMALL, grey=NOTE_GREY)
        self.y += 8
        sheet.bar(LEFT, self.y, RIGHT - LEFT, THICK_RULE)
        self.y += 16
        division = f"{place.division_hi} / {place.division_en}"
        counter = f"{place.counter_id} · {place.counter_name}"
        self._labelled(LEFT, self.words.division, division)
        self._labelled(PANEL_LEFT, self.words.counter, counter)
        self.y += 30
        self._labelled(LEFT, self.words.business_date, f"{self.report.business_date:%d-%m-%Y}")
        self._labelled(PANEL_LEFT, self.words.first_to_last, self._first_and_last())
        self.y += 26

    def _moment(self) -> str:
        return f"{self.report.made_at.astimezone(IST):%d-%m-%Y %H:%M} IST"

    def _first_and_last(self) -> str:
        numbers = self.report.first_and_last
        return f"{numbers[0]} – {numbers[1]}" if numbers else "—"

    def _labelled(self, x: float, label: str, said: str) -> None:
        width = (PANEL_LEFT if x < PANEL_LEFT else RIGHT) - x - 8
        self.sheet.text(x, self.y, label, SMALL, grey=NOTE_GREY)
        shown = self.sheet.fitted(said, width, STRONG, True)
        self.sheet.text(x, self.y + 12, shown, STRONG, is_bold=True)

    def _summary(self) -> None:
        """Totals by tender at the left; what is unsent or missing at the right."""
        top = self.y + 4
        end = self._totals(top)
        self.y = top + 6
        self._labelled(PANEL_LEFT, self.words.unsent, self._unsent())
        self.y += 30
        self._labelled(PANEL_LEFT, self.words.missing, self._missing())
        self.y = max(end, self.y + 20) + 12

    def _totals(self, top: float) -> float:
        words, end = self.words, PANEL_LEFT - 24
        self.y = top
        self._band(LEFT, end)
        self._cells(words.tender, words.count, words.amount, end, is_bold=True)
        for total in self.report.by_tender:
            kind = words.kinds.get(total.kind, total.kind)
            self._cells(kind, str(total.count), str(total.amount), end)
        self.sheet.bar(LEFT, self.y, end - LEFT, RULE)
        count = str(len(self.report.rows))
        self._cells(words.total, count, str(self.report.total), end, is_bold=True, size=STRONG)
        self.sheet.bar(LEFT, self.y, end - LEFT, THICK_RULE)
        return self.y

    def _cells(
        self,
        what: str,
        count: str,
        amount: str,
        end: float,
        *,
        is_bold: bool = False,
        size: float = BODY,
    ) -> None:
        self.sheet.text(LEFT + 4, self.y + 12, what, size, is_bold=is_bold)
        self._ending(LEFT + 150, self.y + 12, count, size, is_bold=is_bold)
        self._ending(end - 4, self.y + 12, amount, size, is_bold=is_bold)
        self.y += ROW_HEIGHT

    def _unsent(self) -> str:
        report = self.report
        if not report.unsent_count:
            return self.words.all_sent if report.rows else "—"
        return self.words.unsent_note.format(count=report.unsent_count, amount=report.unsent)

    def _missing(self) -> str:
        missing = self.report.missing
        if not missing:
            return self.words.none_missing if self.report.rows else "—"
        named = ", ".join(number.rpartition("/")[2] for number in missing[:MISSING_NAMED])
        more = len(missing) - MISSING_NAMED
        return f"{named} {self.words.and_more.format(count=more)}" if more > 0 else named

    def _list(self) -> None:
        if not self.report.rows:
            self.y += 40
            text = self.words.empty_day
            x = (A4_POINTS[0] - self.sheet.width(text, STRONG, True)) / 2
            self.sheet.text(x, self.y, text, STRONG, is_bold=True)
            self.y += 40
            return
        self._column_heads()
        for place, row in enumerate(in_number_order(self.report)):
            if self.y + ROW_HEIGHT > ROWS_END:
                self._turn_page()
                self._column_heads()
            if place % 2:
                self._band(LEFT, RIGHT, grey=ZEBRA_GREY)
            if isinstance(row, str):
                self._missing_row(row)
            else:
                self._row(row)
            self.y += ROW_HEIGHT
        self._list_total()

    def _column_heads(self) -> None:
        words = self.words
        self._band(LEFT, RIGHT)
        for x, head in (
            (COLUMN_RECEIPT, words.receipt_no),
            (COLUMN_TIME, words.time),
            (COLUMN_ACCOUNT, words.account_no),
            (COLUMN_CONSUMER, words.consumer),
            (COLUMN_TENDER, words.tender),
            (COLUMN_STATE, words.state),
        ):
            self.sheet.text(x, self.y + 12, head, BODY, is_bold=True)
        self._ending(COLUMN_AMOUNT_END, self.y + 12, words.amount, BODY, is_bold=True)
        self.y += ROW_HEIGHT

    def _row(self, row: ReceiptRow) -> None:
        sheet, y = self.sheet, self.y + 12
        names = (row.consumer_name_hi, row.consumer_name_en)
        first, second = names if self.is_hindi else names[::-1]
        kinds = " + ".join(self.words.kinds.get(kind, kind) for kind, _ in row.tender_paise)
        sheet.text(COLUMN_RECEIPT, y, row.receipt_no, BODY)
        sheet.text(COLUMN_TIME, y, f"{row.taken_at.astimezone(IST):%H:%M}", BODY)
        sheet.text(COLUMN_ACCOUNT, y, row.account_no, BODY)
        name = sheet.fitted(" ".join((first or second).split()), CONSUMER_WIDTH, BODY, False)
        sheet.text(COLUMN_CONSUMER, y, name, BODY)
        sheet.text(COLUMN_TENDER, y, sheet.fitted(kinds, TENDER_WIDTH, BODY, False), BODY)
        self._ending(COLUMN_AMOUNT_END, y, str(Money(row.amount_paise)), BODY)
        state = self.words.row_sent if row.is_acknowledged else self.words.row_unsent
        sheet.text(COLUMN_STATE, y, state, BODY, is_bold=not row.is_acknowledged)

    def _missing_row(self, number: str) -> None:
        self.sheet.text(COLUMN_RECEIPT, self.y + 12, number, BODY, is_bold=True)
        self.sheet.text(COLUMN_TIME, self.y + 12, self.words.row_missing, BODY, is_bold=True)

    def _list_total(self) -> None:
        self.sheet.bar(LEFT, self.y, RIGHT - LEFT, THICK_RULE)
        text = f"{self.words.total}: {len(self.report.rows)} {self.words.receipts}"
        self.sheet.text(COLUMN_RECEIPT, self.y + 14, text, STRONG, is_bold=True)
        total = str(self.report.total)
        self._ending(COLUMN_AMOUNT_END, self.y + 14, total, STRONG, is_bold=True)
        self.y += ROW_HEIGHT + 4

    def _signatures(self) -> None:
        """Three lines to sign on, together on one page."""
        if self.y + SIGNATURES_HEIGHT > ROWS_END:
            self._turn_page()
        self.y = ROWS_END - SIGN_ABOVE_END
        step = (RIGHT - LEFT) / len(self.words.signatures)
        for place, who in enumerate(self.words.signatures):
            x = LEFT + place * step
            self.sheet.bar(x, self.y, step - 24, RULE)
            self.sheet.text(x, self.y + 12, who, BODY)

    def _turn_page(self) -> None:
        self._foot()
        self.sheet.next_page()
        self.page += 1
        self.y = TOP + STRONG
        title = REPORT_TITLE_HI if self.is_hindi else REPORT_TITLE_EN
        self.sheet.text(LEFT, self.y, f"KESCO · {title}", STRONG, is_bold=True)
        date = f"{self.report.business_date:%d-%m-%Y}"
        counter = self.report.place.counter_id
        self._right(self.words.continued.format(date=date, counter=counter), STRONG)
        self.y += 14

    def _foot(self) -> None:
        self.sheet.bar(LEFT, FOOT_LINE - 12, RIGHT - LEFT, RULE)
        at = self.words.made_at.format(moment=self._moment())
        self.sheet.text(LEFT, FOOT_LINE, at, SMALL, grey=NOTE_GREY)
        page = self.words.page.format(page=self.page, pages=self.pages)
        end = RIGHT - self.sheet.width(page, SMALL, False)
        self.sheet.text(end, FOOT_LINE, page, SMALL, grey=NOTE_GREY)

    def _band(self, left: float, right: float, grey: float = HEADER_GREY) -> None:
        self.sheet.bar(left, self.y, right - left, ROW_HEIGHT, grey=grey)

    def _right(self, text: str, size: float, *, is_bold: bool = False, grey: float = 0.0) -> None:
        x = RIGHT - self.sheet.width(text, size, is_bold)
        self.sheet.text(x, self.y, text, size, is_bold=is_bold, grey=grey)

    def _ending(self, x: float, y: float, text: str, size: float, *, is_bold: bool = False) -> None:
        """Write so that the text ends at x."""
        start = x - self.sheet.width(text, size, is_bold)
        self.sheet.text(start, y, text, size, is_bold=is_bold)


def in_number_order(report: DayReport) -> list[ReceiptRow | str]:
    """The rows of the list, with each missing number in its place."""
    numbered: list[tuple[ReceiptNo, ReceiptRow | str]] = [
        (ReceiptNo.from_text(row.receipt_no), row) for row in report.rows
    ]
    numbered += [(ReceiptNo.from_text(number), number) for number in report.missing]
    return [row for _, row in sorted(numbered, key=lambda pair: pair[0])]

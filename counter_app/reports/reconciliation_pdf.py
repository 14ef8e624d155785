"""A day compared with the centre on A4: by tender, by fate, and every payment that differs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from counter_app.domain.identity import IST
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
from counter_app.reports.reconciliation_words import (
    COMPARED_TITLE_EN,
    COMPARED_TITLE_HI,
    WORDS,
)

if TYPE_CHECKING:
    from counter_app.domain.day_report import Counted
    from counter_app.domain.reconciliation import Difference, FateLine, Line, Reconciliation
    from counter_app.reports.reconciliation_words import ComparedWords
    from counter_app.reports.sheets import Sheet

SECOND_FACT = 320.0
FACT_HEIGHT = 30.0
NAME_WIDTH = 130.0
HERE_END, UNSENT_END, CENTRE_END, DIFFERENCE_END = LEFT + 232, LEFT + 322, LEFT + 422, RIGHT - 4
COUNT_WIDTH = 72.0
"""A count stands so far left of the end of its sum."""

COLUMN_WHY = LEFT + 110
HERE_AMOUNT_END, THERE_AMOUNT_END = LEFT + 342, LEFT + 432
WHY_WIDTH = 165.0


def draw_reconciliation(made: Reconciliation, sheet: Sheet, language: str) -> None:
    """All pages, in ``en`` or ``hi``; whatever else was asked for is English."""
    words, is_hindi = WORDS.get(language, WORDS["en"]), language == "hi"
    title = COMPARED_TITLE_HI if is_hindi else COMPARED_TITLE_EN
    draw_counted(
        sheet,
        lambda on, pages: _page_of(made, on, words, title, pages),
        lambda page: _Compared(made, page, words).draw(),
    )


def _page_of(
    made: Reconciliation, sheet: Sheet, words: ComparedWords, title: str, pages: int
) -> A4Page:
    day = f"{made.business_date:%d-%m-%Y}"
    about = words.on_page.continued.format(date=day, counter=made.place.counter_id)
    return A4Page(sheet, words.on_page, title, about, made.made_at, pages)


@dataclass(slots=True)
class _Compared:
    """One comparison on its way onto its pages."""

    made: Reconciliation
    page: A4Page
    words: ComparedWords

    def draw(self) -> None:
        self.page.masthead(self.made.place, COMPARED_TITLE_HI, COMPARED_TITLE_EN)
        self._of_what()
        if self.made.by_tender:
            self._tenders()
            self._fates()
        else:
            self.page.centred(self.words.nothing)
        if self.made.differences:
            self._differences()
        self.page.signatures()
        self.page.foot()

    def _of_what(self) -> None:
        made, words, place, page = self.made, self.words, self.made.place, self.page
        for left, right in (
            (
                (words.on_page.division, f"{place.division_hi} / {place.division_en}"),
                (words.on_page.counter, f"{place.counter_id} · {place.counter_name}"),
            ),
            (
                (words.business_date, f"{made.business_date:%d-%m-%Y}"),
                (words.made_at, f"{made.made_at.astimezone(IST):%d-%m-%Y %H:%M} IST"),
            ),
        ):
            page.labelled(LEFT, SECOND_FACT - 8, *left)
            page.labelled(SECOND_FACT, RIGHT, *right)
            page.y += FACT_HEIGHT
        page.labelled(LEFT, RIGHT, words.outcome, self._outcome())
        page.y += FACT_HEIGHT + 6

    def _outcome(self) -> str:
        made, words = self.made, self.words
        if not made.is_reached:
            return words.not_reached
        if made.differences:
            return words.differs.format(count=len(made.differences), amount=made.total.difference)
        unsent = made.total.unsent
        if unsent.count:
            return words.equal_so_far.format(count=unsent.count, amount=unsent.amount)
        return words.equal

    def _centre(self) -> str:
        return self.words.centre if self.made.is_reached else self.words.acknowledged

    def _tenders(self) -> None:
        page, words = self.page, self.words
        page.band()
        page.cell(LEFT + 4, words.tender, NAME_WIDTH, is_bold=True)
        for end, head in (
            (HERE_END, words.here),
            (UNSENT_END, words.unsent),
            (CENTRE_END, self._centre()),
            (DIFFERENCE_END, words.difference),
        ):
            page.figure(end, head, is_bold=True)
        page.y += ROW_HEIGHT
        for line in self.made.by_tender:
            self._tender(words.kinds.get(line.name, line.name), line)
        page.rule(RULE)
        self._tender(words.total, self.made.total, is_bold=True)
        page.rule(THICK_RULE)
        page.y += 14

    def _tender(self, name: str, line: Line, *, is_bold: bool = False) -> None:
        page = self.page
        page.cell(LEFT + 4, name, NAME_WIDTH, is_bold=is_bold)
        self._side(HERE_END, line.here, is_bold=is_bold)
        self._side(UNSENT_END, line.unsent, is_bold=is_bold)
        self._side(CENTRE_END, line.centre, is_bold=is_bold)
        page.figure(DIFFERENCE_END, str(line.difference), is_bold=is_bold or bool(line.difference))
        page.y += ROW_HEIGHT

    def _side(self, end: float, side: Counted, *, is_bold: bool = False) -> None:
        if not side.count:
            self.page.figure(end, "—")
            return
        self.page.figure(end - COUNT_WIDTH, str(side.count), is_bold=is_bold)
        self.page.figure(end, str(side.amount), is_bold=is_bold)

    def _fates(self) -> None:
        page, words = self.page, self.words
        page.band()
        page.cell(LEFT + 4, words.fate, NAME_WIDTH, is_bold=True)
        page.figure(HERE_END, words.here, is_bold=True)
        page.figure(CENTRE_END, self._centre(), is_bold=True)
        page.y += ROW_HEIGHT
        for line in self.made.by_fate:
            self._fate(line)
        page.rule(THICK_RULE)
        page.y += 14

    def _fate(self, line: FateLine) -> None:
        page, words = self.page, self.words
        name = words.fates.get(line.name, line.name) if line.name else words.no_answer
        page.cell(LEFT + 4, name, NAME_WIDTH)
        self._side(HERE_END, line.here)
        self._side(CENTRE_END, line.centre)
        page.y += ROW_HEIGHT

    def _differences(self) -> None:
        page, words = self.page, self.words
        if not page.has_room(3 * ROW_HEIGHT):
            page.turn()
        page.sheet.text(LEFT + 4, page.y + BASELINE, words.differences, STRONG, is_bold=True)
        page.y += ROW_HEIGHT + 2
        self._difference_heads()
        for place, one in enumerate(self.made.differences):
            if not page.has_room():
                page.turn()
                self._difference_heads()
            if place % 2:
                page.band(grey=ZEBRA_GREY)
            self._difference(one)
            page.y += ROW_HEIGHT
        page.rule(THICK_RULE)

    def _difference_heads(self) -> None:
        page, words = self.page, self.words
        page.band()
        page.cell(LEFT + 4, words.receipt_no, COLUMN_WHY - LEFT - 8, is_bold=True)
        page.cell(COLUMN_WHY, words.why, WHY_WIDTH, is_bold=True)
        page.figure(HERE_AMOUNT_END, words.amount_here, is_bold=True)
        page.figure(THERE_AMOUNT_END, words.amount_there, is_bold=True)
        page.figure(DIFFERENCE_END, words.difference, is_bold=True)
        page.y += ROW_HEIGHT

    def _difference(self, one: Difference) -> None:
        page = self.page
        page.sheet.text(LEFT + 4, page.y + BASELINE, one.receipt_no, BODY)
        page.cell(COLUMN_WHY, self.words.reasons[one.kind], WHY_WIDTH)
        page.figure(HERE_AMOUNT_END, str(one.here.amount) if one.here else "—")
        page.figure(THERE_AMOUNT_END, str(one.there.amount) if one.there else "—")
        page.figure(DIFFERENCE_END, str(one.amount), is_bold=True)

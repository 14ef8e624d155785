"""The instrument list on A4: cheques and drafts by bank, UPI credits by state, each group with its sum."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from counter_app.domain.identity import IST
from counter_app.reports.instrument_words import LIST_TITLE_EN, LIST_TITLE_HI, WORDS
from counter_app.reports.page import (
    BASELINE,
    BODY,
    LEFT,
    RIGHT,
    ROW_HEIGHT,
    RULE,
    STRONG,
    THICK_RULE,
    A4Page,
    draw_counted,
)

if TYPE_CHECKING:
    from counter_app.domain.instrument import HeldInstrument
    from counter_app.domain.instrument_list import InstrumentGroup, InstrumentList
    from counter_app.reports.instrument_words import InstrumentWords
    from counter_app.reports.sheets import Sheet

SECOND_FACT = 320.0
COLUMN_NUMBER, COLUMN_DATED, COLUMN_RECEIVED = LEFT + 4, LEFT + 82, LEFT + 146
COLUMN_IFSC, COLUMN_RECEIPTS, COLUMN_STATE = LEFT + 206, LEFT + 274, LEFT + 388
AMOUNT_END, COUNT_END = RIGHT - 4, LEFT + 430
RECEIPTS_WIDTH = COLUMN_STATE - COLUMN_RECEIPTS - 6
GROUP_WIDTH = COUNT_END - LEFT - 40
LEAST_OF_GROUP = 3 * ROW_HEIGHT
"""A group's head, its columns and one row: less of it does not begin on a page."""


def draw_instrument_list(listed: InstrumentList, sheet: Sheet, language: str) -> None:
    """All pages, in ``en`` or ``hi``; whatever else was asked for is English."""
    words, is_hindi = WORDS.get(language, WORDS["en"]), language == "hi"
    title = LIST_TITLE_HI if is_hindi else LIST_TITLE_EN
    draw_counted(
        sheet,
        lambda on, pages: _page_of(listed, on, words, title, pages),
        lambda page: _List(listed, page, words).draw(),
    )


def _page_of(
    listed: InstrumentList, sheet: Sheet, words: InstrumentWords, title: str, pages: int
) -> A4Page:
    day = f"{listed.made_at.astimezone(IST):%d-%m-%Y}"
    about = words.on_page.continued.format(date=day, counter=listed.place.counter_id)
    return A4Page(sheet, words.on_page, title, about, listed.made_at, pages)


@dataclass(slots=True)
class _List:
    """One list on its way onto its pages."""

    listed: InstrumentList
    page: A4Page
    words: InstrumentWords

    def draw(self) -> None:
        self.page.masthead(self.listed.place, LIST_TITLE_HI, LIST_TITLE_EN)
        self._of_what()
        for group in self.listed.groups:
            self._group(group)
        if self.listed.groups:
            self._total()
        else:
            self.page.centred(self.words.nothing)
        self.page.signatures()
        self.page.foot()

    def _of_what(self) -> None:
        page, words, place = self.page, self.words, self.listed.place
        said = words.together_note.format(count=self.listed.count, amount=self.listed.amount)
        counter = f"{place.counter_id} · {place.counter_name}"
        moment = f"{self.listed.made_at.astimezone(IST):%d-%m-%Y %H:%M}"
        for left, right in (
            (
                (words.on_page.division, f"{place.division_hi} / {place.division_en}"),
                (words.on_page.counter, counter),
            ),
            ((words.as_of, moment), (words.together, said)),
        ):
            page.labelled(LEFT, SECOND_FACT - 8, *left)
            page.labelled(SECOND_FACT, RIGHT, *right)
            page.y += 30

    def _group(self, group: InstrumentGroup) -> None:
        page = self.page
        page.y += ROW_HEIGHT / 2
        if not page.has_room(LEAST_OF_GROUP):
            page.turn()
        self._group_head(group)
        self._column_heads()
        for one in group.held:
            if not page.has_room():
                page.turn()
                self._column_heads()
            self._row(one)
            page.y += ROW_HEIGHT
        page.rule(RULE)

    def _group_head(self, group: InstrumentGroup) -> None:
        """What the group is, how many, and their sum."""
        page = self.page
        page.band()
        page.cell(LEFT + 4, self._name_of(group), GROUP_WIDTH, is_bold=True)
        page.figure(COUNT_END, str(len(group.held)), is_bold=True)
        page.figure(AMOUNT_END, str(group.amount), is_bold=True)
        page.y += ROW_HEIGHT

    def _name_of(self, group: InstrumentGroup) -> str:
        kind = self.words.kinds.get(group.kind, group.kind)
        if group.state is not None:
            return f"{kind} · {self.words.states[group.state]}"
        return f"{kind} · {group.bank} ({group.bank_code})"

    def _column_heads(self) -> None:
        page, words = self.page, self.words
        for x, head in (
            (COLUMN_NUMBER, words.number),
            (COLUMN_DATED, words.dated),
            (COLUMN_RECEIVED, words.received),
            (COLUMN_IFSC, words.ifsc),
            (COLUMN_RECEIPTS, words.receipts),
            (COLUMN_STATE, words.state),
        ):
            page.sheet.text(x, page.y + BASELINE, head, BODY, is_bold=True)
        page.figure(AMOUNT_END, words.amount, is_bold=True)
        page.y += ROW_HEIGHT
        page.rule(RULE)

    def _row(self, one: HeldInstrument) -> None:
        page, y = self.page, self.page.y + BASELINE
        paper = one.paper
        for x, said in (
            (COLUMN_NUMBER, paper.number if paper else one.upi_reference),
            (COLUMN_DATED, f"{paper.dated:%d-%m-%Y}" if paper else "—"),
            (COLUMN_RECEIVED, f"{one.received_on:%d-%m-%Y}"),
            (COLUMN_IFSC, paper.ifsc if paper else "—"),
            (COLUMN_STATE, self.words.states[one.state]),
        ):
            page.sheet.text(x, y, said, BODY)
        page.cell(COLUMN_RECEIPTS, _receipts_of(one), RECEIPTS_WIDTH)
        page.figure(AMOUNT_END, str(one.face))

    def _total(self) -> None:
        page = self.page
        if not page.has_room(2 * ROW_HEIGHT):
            page.turn()
        page.y += ROW_HEIGHT / 2
        page.rule(THICK_RULE)
        text, y = self.words.total, page.y + BASELINE
        page.sheet.text(LEFT + 4, y, text, STRONG, is_bold=True)
        page.figure(COUNT_END, str(self.listed.count), STRONG, is_bold=True)
        page.figure(AMOUNT_END, str(self.listed.amount), STRONG, is_bold=True)
        page.y += ROW_HEIGHT


def _receipts_of(one: HeldInstrument) -> str:
    """``KID07/2627/000201 +39``: the first receipt it paid, and how many more."""
    if not one.parts:
        return "—"
    first, more = str(one.parts[0].receipt_no), len(one.parts) - 1
    return f"{first} +{more}" if more else first

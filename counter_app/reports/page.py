"""A page of a report on A4: its head, its foot, and what every report draws on it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from counter_app.domain.identity import IST
from counter_app.reports.sheets import BlindSheet

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from counter_app.domain.receipt import CounterPlace
    from counter_app.reports.headings import PageWords
    from counter_app.reports.sheets import Sheet

A4_POINTS = (595.28, 841.89)
LEFT, RIGHT = 40.0, A4_POINTS[0] - 40.0
TOP = 38.0
FOOT_LINE = A4_POINTS[1] - 30.0
ROWS_END = A4_POINTS[1] - 52.0
"""No row stands below this."""

ROW_HEIGHT = 17.0
BASELINE = 12.0
"""Where in its row the letters of a row stand."""

SIGNATURES_HEIGHT, SIGN_ABOVE_END = 92.0, 28.0
SMALL, BODY, STRONG, TITLE = 7.5, 8.8, 10.0, 15.0
RULE, THICK_RULE = 0.5, 1.2
HEADER_GREY, ZEBRA_GREY, NOTE_GREY = 0.88, 0.965, 0.35


@dataclass(slots=True)
class A4Page:
    """The page a report has come to; ``y`` is how far down. ``title`` is in the report's own language.

    ``about`` says on every further page what the report is of; ``pages`` is how many there will be.
    """

    sheet: Sheet
    words: PageWords
    title: str
    about: str
    made_at: datetime
    pages: int = 0
    y: float = TOP
    page: int = 1

    def masthead(self, place: CounterPlace, title_hi: str, title_en: str) -> None:
        """Whose report it is, and what it is called in both languages."""
        sheet = self.sheet
        self.y += TITLE
        sheet.text(LEFT, self.y, "केस्को · KESCO", TITLE, is_bold=True)
        self.at_right(title_hi, STRONG + 2, is_bold=True)
        self.y += 16
        sheet.text(LEFT, self.y, place.office_hi, BODY, is_bold=True)
        self.at_right(title_en, STRONG + 2, is_bold=True)
        self.y += 13
        sheet.text(LEFT, self.y, place.office_en, BODY)
        self.at_right(self._made(), SMALL, grey=NOTE_GREY)
        self.y += 8
        self.rule(THICK_RULE)
        self.y += 16

    def labelled(self, x: float, end: float, label: str, said: str) -> None:
        """A small label and what it says below it, no wider than to ``end``."""
        self.sheet.text(x, self.y, label, SMALL, grey=NOTE_GREY)
        shown = self.sheet.fitted(said, end - x, STRONG, True)
        self.sheet.text(x, self.y + BASELINE, shown, STRONG, is_bold=True)

    def cell(self, x: float, text: str, width: float, *, is_bold: bool = False) -> None:
        """Text of this row from x, as much of it as fits."""
        shown = self.sheet.fitted(text, width, BODY, is_bold)
        self.sheet.text(x, self.y + BASELINE, shown, BODY, is_bold=is_bold)

    def figure(self, end: float, text: str, size: float = BODY, *, is_bold: bool = False) -> None:
        """Text of this row that ends at ``end``."""
        x = end - self.sheet.width(text, size, is_bold)
        self.sheet.text(x, self.y + BASELINE, text, size, is_bold=is_bold)

    def at_right(self, text: str, size: float, *, is_bold: bool = False, grey: float = 0.0) -> None:
        """Text on the line of ``y`` that ends at the right edge."""
        x = RIGHT - self.sheet.width(text, size, is_bold)
        self.sheet.text(x, self.y, text, size, is_bold=is_bold, grey=grey)

    def centred(self, text: str) -> None:
        """A sentence in the middle, with air around it."""
        self.y += 40
        x = (A4_POINTS[0] - self.sheet.width(text, STRONG, True)) / 2
        self.sheet.text(x, self.y, text, STRONG, is_bold=True)
        self.y += 40

    def band(self, left: float = LEFT, right: float = RIGHT, grey: float = HEADER_GREY) -> None:
        """The ground of this row."""
        self.sheet.bar(left, self.y, right - left, ROW_HEIGHT, grey=grey)

    def rule(self, thickness: float, left: float = LEFT, right: float = RIGHT) -> None:
        """A line across."""
        self.sheet.bar(left, self.y, right - left, thickness)

    def has_room(self, height: float = ROW_HEIGHT) -> bool:
        """Whether so much more fits on this page."""
        return self.y + height <= ROWS_END

    def turn(self) -> None:
        """Finish this page and begin the next."""
        self.foot()
        self.sheet.next_page()
        self.page += 1
        self.y = TOP + STRONG
        self.sheet.text(LEFT, self.y, f"KESCO · {self.title}", STRONG, is_bold=True)
        self.at_right(self.about, STRONG)
        self.y += 14

    def signatures(self) -> None:
        """The lines to sign on, together on one page."""
        if not self.has_room(SIGNATURES_HEIGHT):
            self.turn()
        self.y = ROWS_END - SIGN_ABOVE_END
        step = (RIGHT - LEFT) / len(self.words.signatures)
        for place, who in enumerate(self.words.signatures):
            x = LEFT + place * step
            self.sheet.bar(x, self.y, step - 24, RULE)
            self.sheet.text(x, self.y + BASELINE, who, BODY)

    def foot(self) -> None:
        """When it was made, and which of how many pages this is."""
        self.sheet.bar(LEFT, FOOT_LINE - 12, RIGHT - LEFT, RULE)
        self.sheet.text(LEFT, FOOT_LINE, self._made(), SMALL, grey=NOTE_GREY)
        said = self.words.page.format(page=self.page, pages=self.pages)
        end = RIGHT - self.sheet.width(said, SMALL, False)
        self.sheet.text(end, FOOT_LINE, said, SMALL, grey=NOTE_GREY)

    def _made(self) -> str:
        return self.words.made_at.format(
            moment=f"{self.made_at.astimezone(IST):%d-%m-%Y %H:%M} IST"
        )


def draw_counted(
    sheet: Sheet, page_on: Callable[[Sheet, int], A4Page], draw: Callable[[A4Page], None]
) -> None:
    """Draw blind first, to know how many pages there will be, then on the sheet; ``page_on`` begins at the first."""
    blind = page_on(BlindSheet(sheet), 0)
    draw(blind)
    draw(page_on(sheet, blind.page))

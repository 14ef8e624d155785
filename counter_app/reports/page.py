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
LANDSCAPE_POINTS = A4_POINTS[::-1]
MARGIN = 40.0
LEFT, RIGHT = MARGIN, A4_POINTS[0] - MARGIN
"""The edges of what is drawn, on a page in portrait."""

TOP = 38.0
FOOT_HEIGHT, BELOW_ROWS = 30.0, 52.0

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

    ``about`` says on every further page what the report is of; ``pages`` is how many there will be. ``size`` is
    A4 in portrait, or LANDSCAPE_POINTS.
    """

    sheet: Sheet
    words: PageWords
    title: str
    about: str
    made_at: datetime
    pages: int = 0
    y: float = TOP
    page: int = 1
    size: tuple[float, float] = A4_POINTS

    @property
    def right(self) -> float:
        """The right edge of what is drawn."""
        return self.size[0] - MARGIN

    @property
    def rows_end(self) -> float:
        """No row stands below this."""
        return self.size[1] - BELOW_ROWS

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
        x = self.right - self.sheet.width(text, size, is_bold)
        self.sheet.text(x, self.y, text, size, is_bold=is_bold, grey=grey)

    def centred(self, text: str) -> None:
        """A sentence in the middle, with air around it."""
        self.y += 40
        x = (self.size[0] - self.sheet.width(text, STRONG, True)) / 2
        self.sheet.text(x, self.y, text, STRONG, is_bold=True)
        self.y += 40

    def band(
        self,
        left: float = LEFT,
        right: float | None = None,
        grey: float = HEADER_GREY,
        height: float = ROW_HEIGHT,
    ) -> None:
        """The ground of this row, to the right edge where nothing else is said."""
        self.sheet.bar(left, self.y, (right or self.right) - left, height, grey=grey)

    def rule(self, thickness: float, left: float = LEFT, right: float | None = None) -> None:
        """A line across, to the right edge where nothing else is said."""
        self.sheet.bar(left, self.y, (right or self.right) - left, thickness)

    def has_room(self, height: float = ROW_HEIGHT) -> bool:
        """Whether so much more fits on this page."""
        return self.y + height <= self.rows_end

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
        self.signing_lines()

    def signing_lines(self) -> None:
        """The lines to sign on, at the foot of this page."""
        self.y = self.rows_end - SIGN_ABOVE_END
        step = (self.right - LEFT) / len(self.words.signatures)
        for place, who in enumerate(self.words.signatures):
            x = LEFT + place * step
            self.sheet.bar(x, self.y, step - 24, RULE)
            self.sheet.text(x, self.y + BASELINE, who, BODY)

    def foot(self) -> None:
        """When it was made, and which of how many pages this is."""
        line = self.size[1] - FOOT_HEIGHT
        self.sheet.bar(LEFT, line - 12, self.right - LEFT, RULE)
        self.sheet.text(LEFT, line, self._made(), SMALL, grey=NOTE_GREY)
        said = self.words.page.format(page=self.page, pages=self.pages)
        end = self.right - self.sheet.width(said, SMALL, False)
        self.sheet.text(end, line, said, SMALL, grey=NOTE_GREY)

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

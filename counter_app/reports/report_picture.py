"""Collection by hour and tender as a picture in vectors: stacked bars, each tender with a pattern of its own.

Patterns, not colours, tell the tenders apart: most printers are black, and so are some eyes.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from counter_app.domain.money import PAISE_PER_RUPEE, Money, indian_grouping
from counter_app.domain.tender import TenderKind
from counter_app.reports.page import BODY, LEFT, NOTE_GREY, RULE, SMALL, STRONG

if TYPE_CHECKING:
    from collections.abc import Sequence

    from counter_app.domain.report import Bar
    from counter_app.domain.report_text import ReportText
    from counter_app.reports.page import A4Page
    from counter_app.reports.sheets import Sheet

PICTURE_HEIGHT = 196.0
TITLE_HEIGHT, LEGEND_HEIGHT, LABELS_HEIGHT, AIR = 18.0, 18.0, 16.0, 14.0
PLOT_HEIGHT = PICTURE_HEIGHT - TITLE_HEIGHT - LEGEND_HEIGHT - LABELS_HEIGHT - AIR
SCALE_WIDTH = 62.0
"""For the figures beside the plot."""

WIDEST_BAR, BAR_SHARE = 40.0, 0.62
GRID_STEPS = 4
GRID_GREY = 0.8
KEY_SIZE, KEY_GAP = 9.0, 14.0
STRIPE_EVERY = 3.0


@dataclass(frozen=True, slots=True)
class Pattern:
    """How the part of a tender is filled: a grey ground, and stripes over it or none."""

    grey: float
    is_across: bool = False
    is_upright: bool = False


PATTERNS = {
    TenderKind.CASH: Pattern(0.25),
    TenderKind.CARD: Pattern(0.78),
    TenderKind.UPI: Pattern(1.0, is_across=True),
    TenderKind.CHEQUE: Pattern(1.0, is_upright=True),
    TenderKind.DRAFT: Pattern(1.0, is_across=True, is_upright=True),
}


def draw_bars(bars: Sequence[Bar], text: ReportText, page: A4Page) -> None:
    """From ``page.y`` down, as wide as the page."""
    sheet = page.sheet
    top = page.y + TITLE_HEIGHT
    sheet.text(LEFT, page.y + 10, text.words["by_hour_and_tender"], STRONG, is_bold=True)
    _legend(bars, text, page, top)
    plot = _Plot(sheet, LEFT + SCALE_WIDTH, page.right, top + LEGEND_HEIGHT, scale_of(bars))
    plot.grid()
    step = (plot.right - plot.left) / len(bars)
    for place, bar in enumerate(bars):
        plot.bar(bar, plot.left + (place + 0.5) * step, min(WIDEST_BAR, step * BAR_SHARE))
    page.y += PICTURE_HEIGHT


def scale_of(bars: Sequence[Bar]) -> Money:
    """The top of the scale: a round sum no bar is above, in four even steps."""
    highest = max((_sum(bar).paise for bar in bars), default=0)
    step = GRID_STEPS * PAISE_PER_RUPEE
    while True:
        for factor in (1, 2, 5):
            if step * factor >= highest:
                return Money(step * factor)
        step *= 10


def _sum(bar: Bar) -> Money:
    return Money.total(amount for _, amount in bar.parts)


def _legend(bars: Sequence[Bar], text: ReportText, page: A4Page, y: float) -> None:
    """Only tenders that were used, in the order of the trade."""
    used = {kind for bar in bars for kind, amount in bar.parts if amount}
    x = LEFT + SCALE_WIDTH
    for kind in (kind for kind in TenderKind if kind in used):
        _fill(page.sheet, PATTERNS[kind], x, y, KEY_SIZE, KEY_SIZE)
        name = text.words[f"tender.{kind}"]
        page.sheet.text(x + KEY_SIZE + 4, y + KEY_SIZE - 1, name, BODY)
        x += KEY_SIZE + 4 + page.sheet.width(name, BODY, False) + KEY_GAP


@dataclass(frozen=True, slots=True)
class _Plot:
    """The ground of the bars. ``highest`` is the sum at its top."""

    sheet: Sheet
    left: float
    right: float
    top: float
    highest: Money

    @property
    def base(self) -> float:
        """Where the bars stand."""
        return self.top + PLOT_HEIGHT

    def grid(self) -> None:
        """Lines across, each with its sum."""
        for step in range(GRID_STEPS + 1):
            y = self.base - PLOT_HEIGHT * step / GRID_STEPS
            grey = GRID_GREY if step else 0.0
            self.sheet.bar(self.left, y, self.right - self.left, RULE, grey=grey)
            rupees = self.highest.paise // PAISE_PER_RUPEE * step // GRID_STEPS
            said = indian_grouping(rupees)
            x = self.left - 6 - self.sheet.width(said, SMALL, False)
            self.sheet.text(x, y + 2.5, said, SMALL, grey=NOTE_GREY)

    def bar(self, bar: Bar, middle: float, width: float) -> None:
        """One bar with its parts from the base up, its sum above and its label below."""
        parts, y = dict(bar.parts), self.base
        for kind in TenderKind:
            height = PLOT_HEIGHT * max(parts.get(kind, Money(0)).paise, 0) / self.highest.paise
            y -= height
            if height:
                _fill(self.sheet, PATTERNS[kind], middle - width / 2, y, width, height)
        total = _sum(bar)
        if total:
            said = indian_grouping(round(total.paise / PAISE_PER_RUPEE))
            self._centred(said, middle, y - 3)
        self._centred(bar.label, middle, self.base + 11)

    def _centred(self, said: str, middle: float, y: float) -> None:
        x = middle - self.sheet.width(said, SMALL, False) / 2
        self.sheet.text(x, y, said, SMALL)


def _fill(sheet: Sheet, pattern: Pattern, x: float, y: float, width: float, height: float) -> None:
    """A rectangle with its pattern and an outline."""
    sheet.bar(x, y, width, height)
    if height <= 2 * RULE:
        return
    inner_x, inner_y = x + RULE, y + RULE
    inner_width, inner_height = width - 2 * RULE, height - 2 * RULE
    sheet.bar(inner_x, inner_y, inner_width, inner_height, grey=pattern.grey)
    offset = STRIPE_EVERY
    while pattern.is_across and offset < inner_height:
        sheet.bar(inner_x, y + height - RULE - offset, inner_width, RULE)
        offset += STRIPE_EVERY
    offset = STRIPE_EVERY
    while pattern.is_upright and offset < inner_width:
        sheet.bar(inner_x + offset, inner_y, RULE, inner_height)
        offset += STRIPE_EVERY

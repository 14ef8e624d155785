"""Any paper as a PDF: the same lines as on thermal paper in vector text, on one page where possible."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import TYPE_CHECKING, assert_never

from counter_app.printing.lines import Rule, Space
from counter_app.printing.marks import Bar, Frame, Run, Sizes
from counter_app.printing.setting import Setter
from counter_app.printing.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from counter_app.printing.lines import Line
    from counter_app.printing.marks import Mark, Set

WHITE, BLACK = 1.0, 0.0
PLAIN_SCALE = 1.0
LEAST_LINES = 2
"""A further page's heading and one line, however long that is: so every page brings the paper on."""


@dataclass(frozen=True, slots=True)
class PageFormat:
    """A page in points, and the scales of type at which a paper may fit it: the largest that does is taken."""

    sizes: Sizes
    height: float
    scales: tuple[float, ...]

    @property
    def width(self) -> float:
        """From edge to edge."""
        return self.sizes.width

    def scaled(self, scale: float) -> Sizes:
        """The sizes with every type so much larger; margins and stamp box stay."""
        sizes = self.sizes
        return replace(
            sizes,
            small=sizes.small * scale,
            body=sizes.body * scale,
            title=sizes.title * scale,
            head=sizes.head * scale,
            figure=sizes.figure * scale,
        )


A5 = PageFormat(
    Sizes(419.53, 32, 16, 1.28, 8.2, 9.2, 12, 17, 16, 0.5, 1.2, 68, 62, 1.42),
    595.28,
    (1.2, 1.15, 1.1, 1.05, 1.0, 0.95, 0.9, 0.85, 0.8),
)
"""The stamp box is 24 by 22 mm, a revenue stamp and its margin."""

A5_OF_RECEIPT = replace(A5, scales=(*A5.scales, 0.77, 0.74, 0.71))
"""Half of a receipt is soon lost: it keeps to one page down to 6.5 points, small and still read at arm's length."""

A4 = PageFormat(
    Sizes(595.28, 72, 40, 1.34, 9.2, 10.4, 13.5, 19, 17, 0.5, 1.2, 68, 62, 1.42),
    841.89,
    (1.0, 0.95, 0.9, 0.85),
)
"""For papers that are longer than A5 lets a person read."""

A4_ACROSS_WIDTH, A4_ACROSS_HEIGHT = A4.height, A4.width
HALF = replace(
    A5_OF_RECEIPT,
    sizes=replace(A5.sizes, width=A4_ACROSS_WIDTH / 2),
    height=A4_ACROSS_HEIGHT,
)
"""Half of A4 across: an A5 page, to a hair."""


@dataclass(frozen=True, slots=True)
class Paper:
    """Lines on their way into a PDF. ``heading`` stands at the top of every page but the first."""

    lines: tuple[Line, ...]
    title: str
    heading: Line

    def save(self, path: Path, page: PageFormat) -> frozenset[str]:
        """Write it; answers with the characters no font of ours has. Raises Fault FILE_NOT_WRITTEN."""
        sheet = Sheet(path, page.width, page.height, self.title)
        for number, placed in enumerate(self.pages(sheet, page)):
            if number:
                sheet.next_page()
            _draw_all(sheet, placed, 0.0)
        sheet.save()
        return sheet.missing

    def fits(self, path: Path, page: PageFormat, scale: float) -> bool:
        """Whether one page holds it with its type at that scale; nothing is written."""
        sheet = Sheet(path, page.width, page.height, self.title)
        return _fits(_placed(self.lines, scale, sheet, page), page)

    def pages(self, sheet: Sheet, page: PageFormat) -> Iterator[Set]:
        """One page where possible; further pages repeat the heading."""
        for scale in page.scales:
            placed = _placed(self.lines, scale, sheet, page)
            if _fits(placed, page):
                yield placed
                return
        rest = self.lines
        while rest:
            count = _fitting(rest, sheet, page)
            yield _placed(rest[:count], PLAIN_SCALE, sheet, page)
            rest = rest[count:] and (self.heading, *rest[count:])


def save_side_by_side(path: Path, papers: tuple[Paper, Paper]) -> frozenset[str]:
    """Write two papers as the halves of A4 across, a line to cut along between them.

    Each half is drawn whole before the other, so that what is copied is not torn between them. Answers with the
    characters no font of ours has. Raises Fault FILE_NOT_WRITTEN.
    """
    sheet = Sheet(path, A4_ACROSS_WIDTH, A4_ACROSS_HEIGHT, papers[0].title)
    both = zip_longest(*(paper.pages(sheet, HALF) for paper in papers))
    for number, halves in enumerate(both):
        if number:
            sheet.next_page()
        for place, placed in enumerate(halves):
            if placed is not None:
                _draw_all(sheet, placed, place * HALF.width)
        sheet.cut_line(HALF.width)
    sheet.save()
    return sheet.missing


def _fitting(lines: tuple[Line, ...], sheet: Sheet, page: PageFormat) -> int:
    """How many lines go on a page: all, or as many as fit, broken at a rule or gap if one is in the lower half."""
    counts = range(len(lines), 0, -1)
    placed = ((count, _placed(lines[:count], PLAIN_SCALE, sheet, page)) for count in counts)
    most = max(LEAST_LINES, next((count for count, one in placed if _fits(one, page)), 1))
    if most >= len(lines):
        return most
    lower_half = range(most, most // 2, -1)
    return next((count for count in lower_half if isinstance(lines[count], Rule | Space)), most)


def _fits(placed: Set, page: PageFormat) -> bool:
    return placed.height <= page.height


def _placed(lines: tuple[Line, ...], scale: float, sheet: Sheet, page: PageFormat) -> Set:
    return Setter(page.scaled(scale), sheet.width).set_all(lines)


def _draw_all(sheet: Sheet, placed: Set, right_by: float) -> None:
    for mark in placed.marks:
        _draw(sheet, mark, mark.x + right_by)


def _draw(sheet: Sheet, mark: Mark, x: float) -> None:
    match mark:
        case Run():
            grey = WHITE if mark.is_white else BLACK
            sheet.text(x, mark.y, mark.text, mark.size, is_bold=mark.is_bold, grey=grey)
        case Bar():
            sheet.bar(x, mark.y, mark.width, mark.height)
        case Frame():
            size = (mark.width, mark.height, mark.thickness)
            sheet.frame(x, mark.y, *size, is_dashed=mark.is_dashed)
        case _ as never:  # pragma: no cover - the type checker proves it
            assert_never(never)

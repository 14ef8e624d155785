"""What a report needs of a PDF: a sheet to write on.

``counter_app.printing.sheet`` is one; the floors are strangers, so launch hands it over.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from pathlib import Path


class Sheet(Protocol):
    """Pages of one size in points; positions from the upper left corner, y downwards."""

    def width(self, text: str, size: float, is_bold: bool) -> float:  # noqa: FBT001 - a measure
        """How wide the text comes out."""
        ...

    def fitted(self, text: str, width: float, size: float, is_bold: bool) -> str:  # noqa: FBT001 - as the measure
        """The text, or as much of it as fits with an ellipsis behind."""
        ...

    def wrapped(
        self,
        text: str,
        width: float,
        size: float,
        is_bold: bool,  # noqa: FBT001 - as the measure
        most: int,
    ) -> list[str]:
        """The text on at most so many lines; the last is shortened if it must be."""
        ...

    def text(
        self,
        x: float,
        y: float,
        text: str,
        size: float,
        *,
        is_bold: bool = False,
        grey: float = 0.0,
    ) -> None:
        """Write from x on the baseline y; ``grey`` 0 is black, 1 is white."""
        ...

    def bar(self, x: float, y: float, width: float, height: float, *, grey: float = 0.0) -> None:
        """A filled rectangle."""
        ...

    def next_page(self) -> None:
        """Go on with an empty page."""
        ...


class SavedSheet(Sheet, Protocol):
    """A sheet that becomes a file."""

    def finish(self) -> bytes:
        """The whole file."""
        ...

    def save(self) -> Path:
        """Put the file in its place, whole. Raises Fault FILE_NOT_WRITTEN."""
        ...


class NewSheet(Protocol):
    """Begins a PDF."""

    def __call__(self, path: Path, width: float, height: float, title: str) -> SavedSheet:
        """A sheet that will be saved there."""
        ...


@dataclass(frozen=True, slots=True)
class BlindSheet:
    """Measures like a sheet and writes nothing: to learn how many pages there will be."""

    measures: Sheet

    def width(self, text: str, size: float, is_bold: bool) -> float:  # noqa: FBT001 - a measure
        """As the sheet does."""
        return self.measures.width(text, size, is_bold)

    def fitted(self, text: str, width: float, size: float, is_bold: bool) -> str:  # noqa: ARG002, FBT001 - as the measure
        """Written nowhere, so nothing is shortened."""
        return text

    def wrapped(
        self,
        text: str,
        width: float,
        size: float,
        is_bold: bool,  # noqa: FBT001 - as the measure
        most: int,
    ) -> list[str]:
        """As the sheet does."""
        return self.measures.wrapped(text, width, size, is_bold, most)

    def text(
        self,
        x: float,
        y: float,
        text: str,
        size: float,
        *,
        is_bold: bool = False,
        grey: float = 0.0,
    ) -> None:
        """Nothing."""

    def bar(self, x: float, y: float, width: float, height: float, *, grey: float = 0.0) -> None:
        """Nothing."""

    def next_page(self) -> None:
        """Nothing."""

"""One file of an import as rows of typed values: headings found, every bad cell told, good rows handed on."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from billing_server.book.bad_rows import (
    BadCellError,
    BadRow,
    BadRowKind,
    Note,
    NoteKind,
    UnreadableFileError,
    UnreadableKind,
)
from billing_server.book.cells import shown
from billing_server.book.columns import Column, Value, columns_by_heading
from billing_server.book.csv_reader import Sheet, SheetRow, read_csv
from billing_server.book.flags import heading_key
from billing_server.book.xlsx_reader import read_xlsx

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    from billing_server.book.cells import Cell

MOST_TITLE_ROWS: Final = 10
"""Headings stand in one of the first rows: exports have titles above them."""
ROWS_BETWEEN_PROGRESS: Final = 50_000

_ZIP_START: Final = b"PK\x03\x04"
_OLD_EXCEL_START: Final = b"\xd0\xcf\x11\xe0"


@dataclass(slots=True)
class FileCount:
    """How a file fared. ``bad`` counts rows, not cells; ``read`` is without headings and empty rows."""

    file: str
    read: int = 0
    taken: int = 0
    bad: int = 0


@dataclass(slots=True)
class Findings:
    """What was found wrong so far, and what a person should know."""

    bad_rows: list[BadRow] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class TypedRow:
    """A row whose cells could all be read: values by field, and where it stands."""

    number: int
    values: Mapping[str, Value]
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class _Placed:
    index: int
    heading: str
    column: Column


class BookFile:
    """One of the two files. ``rows`` runs once; what it does not hand on is among the findings."""

    def __init__(
        self,
        path: Path,
        columns: Sequence[Column],
        findings: Findings,
        progress: Callable[[str, int], None],
    ) -> None:
        """Open the file and find its headings. Raises UnreadableFileError."""
        self.count = FileCount(path.name)
        self.accounts_refused: set[str] = set()
        """Accounts of rows that were bad for another reason than their account number."""
        self._columns = columns
        self._known = columns_by_heading(columns)
        self._findings = findings
        self._progress = progress
        sheet = _open_sheet(path, self._count_known)
        findings.notes.extend(sheet.notes)
        self._rows = sheet.rows
        self._placed = self._find_headings()
        self._headings = {placed.column.field: placed.heading for placed in self._placed}

    @property
    def is_usable(self) -> bool:
        """Whether every required column is there."""
        return all(column.field in self._headings for column in self._columns if column.is_required)

    def rows(self) -> Iterator[TypedRow]:
        """Every row whose cells can be read; none of a file without its required columns."""
        if not self.is_usable:
            return
        for row in self._rows:
            if not any(cell is not None and cell != "" for cell in row.cells):
                continue
            self.count.read += 1
            if self.count.read % ROWS_BETWEEN_PROGRESS == 0:
                self._progress(self.count.file, self.count.read)
            typed = self._typed(row)
            if typed is None:
                self.count.bad += 1
            else:
                yield typed

    def take(self) -> None:
        """Count the row last handed on as taken."""
        self.count.taken += 1

    def refuse(self, row: TypedRow, field_name: str, kind: BadRowKind, **facts: str | int) -> None:
        """Count the row last handed on as bad, because of one of its cells."""
        self.count.bad += 1
        self._tell(row.number, field_name, kind, self._found(row.cells, field_name), facts)

    def _typed(self, row: SheetRow) -> TypedRow | None:
        if row.broken is not None:
            self._tell(row.number, "", row.broken, shown(row.cells[0]), {})
            return None
        width = self._width
        if any(cell is not None and cell != "" for cell in row.cells[width:]):
            facts = {"cells": len(row.cells), "headings": width}
            self._tell(row.number, "", BadRowKind.ROW_BROKEN, "", facts)
            return None
        values: dict[str, Value] = {}
        is_good = True
        for placed in self._placed:
            cell = row.cells[placed.index] if placed.index < len(row.cells) else None
            column = placed.column
            try:
                values[column.field] = _value_of(column, cell)
            except BadCellError as error:
                is_good = False
                self._tell(row.number, column.field, error.kind, shown(cell), error.facts)
        if is_good:
            return TypedRow(row.number, values, row.cells)
        self.accounts_refused.add(str(values.get("account_no", "")))
        return None

    def _tell(
        self,
        number: int,
        field_name: str,
        kind: BadRowKind,
        found: str,
        facts: Mapping[str, str | int],
    ) -> None:
        heading = self._headings.get(field_name, "")
        self._findings.bad_rows.append(
            BadRow(self.count.file, number, heading, kind, found, dict(facts))
        )

    def _found(self, cells: tuple[Cell, ...], field_name: str) -> str:
        places = [placed.index for placed in self._placed if placed.column.field == field_name]
        return shown(cells[places[0]]) if places and places[0] < len(cells) else ""

    def _count_known(self, cells: Sequence[Cell]) -> int:
        return sum(heading_key(str(cell or "")) in self._known for cell in cells)

    def _find_headings(self) -> tuple[_Placed, ...]:
        ahead = list(itertools.islice(self._rows, MOST_TITLE_ROWS))
        if not ahead:
            raise UnreadableFileError(self.count.file, UnreadableKind.EMPTY)
        heading_row = max(ahead, key=lambda row: self._count_known(row.cells))
        self._rows = itertools.chain(ahead[ahead.index(heading_row) + 1 :], self._rows)
        self._width = len(heading_row.cells)
        placed: dict[str, _Placed] = {}
        unknown: list[str] = []
        for index, cell in enumerate(heading_row.cells):
            heading = shown(cell)
            column = self._known.get(heading_key(heading))
            if column is None:
                unknown.extend([heading] if heading else [])
            elif column.field in placed:
                self._note_bad_heading(heading_row.number, column, BadRowKind.COLUMN_TWICE, heading)
            else:
                placed[column.field] = _Placed(index, heading, column)
        if unknown:
            note = Note(self.count.file, NoteKind.COLUMNS_IGNORED, ", ".join(unknown))
            self._findings.notes.append(note)
        for column in self._columns:
            if column.is_required and column.field not in placed:
                self._note_bad_heading(heading_row.number, column, BadRowKind.COLUMN_MISSING, "")
        return tuple(placed.values())

    def _note_bad_heading(self, number: int, column: Column, kind: BadRowKind, found: str) -> None:
        headings = ", ".join((column.title, *column.aliases[:2], column.aliases[-1]))
        self._findings.bad_rows.append(
            BadRow(self.count.file, number, column.title, kind, found, {"headings": headings})
        )


def _value_of(column: Column, cell: Cell) -> Value:
    if not column.may_be_empty and (cell is None or cell == "" or str(cell).isspace()):
        raise BadCellError(BadRowKind.CELL_EMPTY)
    return column.read(cell)


def _open_sheet(path: Path, count_known: Callable[[Sequence[Cell]], int]) -> Sheet:
    try:
        with path.open("rb") as file:
            start = file.read(len(_ZIP_START))
    except OSError as error:
        detail = error.strerror or ""
        raise UnreadableFileError(path.name, UnreadableKind.NOT_THERE, detail) from error
    if start == _OLD_EXCEL_START:
        raise UnreadableFileError(path.name, UnreadableKind.OLD_EXCEL)
    return read_xlsx(path) if start == _ZIP_START else read_csv(path, count_known)

"""Rows of a CSV file, whatever it was exported by: encoding, separator and broken quotation marks seen through."""

from __future__ import annotations

import codecs
import csv
import itertools
from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from billing_server.book.bad_rows import (
    BadRowKind,
    Note,
    NoteKind,
    UnreadableFileError,
    UnreadableKind,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from billing_server.book.cells import Cell

SEPARATORS: Final = (",", ";", "\t", "|")
MOST_LINES_IN_ROW: Final = 8
"""A quoted cell may have line breaks; a row of more lines than this has a quotation mark that is not closed."""
_PIECE_BYTES: Final = 1 << 20
_HINDI_IN_UTF_8: Final = (b"\xe0\xa4", b"\xe0\xa5")


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One row: its number as an editor or spreadsheet shows it, its cells, or what is broken about it."""

    number: int
    cells: tuple[Cell, ...]
    broken: BadRowKind | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """Rows of a file in order, headings included; ``notes`` say how it was read. ``rows`` runs once."""

    rows: Iterator[SheetRow]
    notes: tuple[Note, ...]


def read_csv(path: Path, count_headings: Callable[[list[str]], int]) -> Sheet:
    """Open a CSV file. ``count_headings`` says how many cells of a row are known headings: it finds the separator.

    Raises UnreadableFileError.
    """
    try:
        encoding, errors = _encoding_of(path)
        separator = _separator_of(path, encoding, errors, count_headings)
    except OSError as error:
        raise UnreadableFileError(
            path.name, UnreadableKind.NOT_THERE, error.strerror or ""
        ) from error
    is_western = encoding == "cp1252"
    notes = (Note(path.name, NoteKind.READ_AS_WINDOWS_1252),) if is_western else ()
    return Sheet(_rows(path, encoding, errors, separator), notes)


def _encoding_of(path: Path) -> tuple[str, str]:
    """Name of the encoding and what to do with damaged bytes.

    A file with Hindi in UTF-8 and some damaged bytes stays UTF-8: its damaged rows are told one by one.
    """
    decoder = codecs.getincrementaldecoder("utf-8")()
    is_utf_8 = True
    has_hindi = False
    with path.open("rb") as file:
        start = file.read(4)
        if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            return "utf-16", "replace"
        file.seek(0)
        while piece := file.read(_PIECE_BYTES):
            if b"\0" in piece:
                raise UnreadableFileError(path.name, UnreadableKind.NOT_TEXT)
            has_hindi = has_hindi or any(mark in piece for mark in _HINDI_IN_UTF_8)
            is_utf_8 = is_utf_8 and _decodes(decoder, piece)
        is_utf_8 = is_utf_8 and _decodes(decoder, b"")
    if is_utf_8 or has_hindi or start.startswith(codecs.BOM_UTF8):
        return "utf-8-sig", "surrogateescape"
    return "cp1252", "replace"


def _decodes(decoder: codecs.IncrementalDecoder, piece: bytes) -> bool:
    """Whether the next bytes of a file are right; no bytes are its end."""
    try:
        decoder.decode(piece, final=not piece)
    except UnicodeDecodeError:
        return False
    return True


def _separator_of(
    path: Path, encoding: str, errors: str, count_headings: Callable[[list[str]], int]
) -> str:
    with path.open(encoding=encoding, errors=errors, newline="") as lines:
        first_lines = list(itertools.islice(lines, MOST_LINES_IN_ROW))
    if not any(line.strip() for line in first_lines):
        raise UnreadableFileError(path.name, UnreadableKind.EMPTY)
    return max(
        SEPARATORS,
        key=lambda separator: max(
            count_headings(_cells_of(line, separator)) for line in first_lines
        ),
    )


def _cells_of(record: str, separator: str) -> list[str]:
    try:
        return next(csv.reader((record,), delimiter=separator), [])
    except csv.Error:
        return []


def _rows(path: Path, encoding: str, errors: str, separator: str) -> Iterator[SheetRow]:
    """Of an open quotation mark only the first line is given up; the lines after it are rows again."""
    with path.open(encoding=encoding, errors=errors, newline="") as lines:
        source = enumerate(lines, start=1)
        pending: deque[tuple[int, str]] = deque()
        while held := _record(source, pending):
            number, first_line = held[0]
            record = "".join([line for _, line in held])
            cells = [] if record.count('"') % 2 else _cells_of(record, separator)
            if cells or not first_line.strip():
                yield SheetRow(number, tuple(cells))
            else:
                pending.extendleft(reversed(held[1:]))
                yield SheetRow(number, (first_line.strip(),), BadRowKind.QUOTE_OPEN)


def _record(
    source: Iterator[tuple[int, str]], pending: deque[tuple[int, str]]
) -> list[tuple[int, str]]:
    """The numbered lines of the next row: until its quotation marks are closed, or it has too many."""
    held: list[tuple[int, str]] = []
    quotes = 0
    while not held or (quotes % 2 and len(held) < MOST_LINES_IN_ROW):
        line = pending.popleft() if pending else next(source, None)
        if line is None:
            break
        held.append(line)
        quotes += line[1].count('"')
    return held

"""Rows of the first sheet of an Excel file, read as a stream."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING, cast
from xml.etree.ElementTree import ParseError

from billing_server.book.bad_rows import Note, NoteKind, UnreadableFileError, UnreadableKind
from billing_server.book.csv_reader import Sheet, SheetRow

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from openpyxl import Workbook

    from billing_server.book.cells import Cell


def read_xlsx(path: Path) -> Sheet:
    """Open the first sheet. Values of formulas are those the spreadsheet saved. Raises UnreadableFileError."""
    from openpyxl import load_workbook  # noqa: PLC0415 - a quarter of a second, for Excel files only
    from openpyxl.utils.exceptions import InvalidFileException  # noqa: PLC0415 - the same

    try:
        book = load_workbook(path, read_only=True, data_only=True, keep_links=False)
    except (InvalidFileException, KeyError, ParseError, ValueError, zipfile.BadZipFile) as error:
        detail = type(error).__name__
        raise UnreadableFileError(path.name, UnreadableKind.DAMAGED, detail) from error
    except OSError as error:
        raise UnreadableFileError(
            path.name, UnreadableKind.NOT_THERE, error.strerror or ""
        ) from error
    others = ", ".join(sheet.title for sheet in book.worksheets[1:])
    notes = (Note(path.name, NoteKind.SHEETS_IGNORED, others),) if others else ()
    return Sheet(_rows(path, book), notes)


def _rows(path: Path, book: Workbook) -> Iterator[SheetRow]:
    try:
        if not book.worksheets:
            raise UnreadableFileError(path.name, UnreadableKind.EMPTY)
        sheet = book.worksheets[0]
        sheet.reset_dimensions()  # some exporters write a wrong size, and rows beyond it would be lost
        for number, cells in enumerate(sheet.iter_rows(values_only=True), start=1):
            yield SheetRow(number, cast("tuple[Cell, ...]", cells))
    except (KeyError, ParseError, ValueError, zipfile.BadZipFile) as error:
        detail = type(error).__name__
        raise UnreadableFileError(path.name, UnreadableKind.DAMAGED, detail) from error
    finally:
        book.close()

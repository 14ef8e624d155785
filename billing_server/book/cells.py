"""What a cell says: text, digits, a date. Nothing is guessed; what is doubtful is told."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Final

from billing_server.book.bad_rows import BadCellError, BadRowKind
from counter_app.domain.card_guard import SHORTEST_CARD_NUMBER, holds_card_number
from counter_app.domain.money import western_digits

Cell = str | int | float | bool | date | datetime | None
"""CSV has text only; a spreadsheet has numbers and dates besides."""

LONGEST_NAME: Final = 120
LONGEST_ADDRESS: Final = 300
LONGEST_NUMBER: Final = 32
LONGEST_FOUND: Final = 60
"""Characters of a bad cell that a report repeats."""
MOST_ZEROS_LOST: Final = 3
"""A number shorter than it should be by no more than this may have lost its zeros; else it is another number."""
EXACT_DIGITS: Final = 15
"""Spreadsheet numbers are exact to 15 digits."""
FIRST_YEAR, LAST_YEAR = 2000, 2099

_EXCEL_EPOCH: Final = date(1899, 12, 30)
_EXCEL_DAYS = range(36_526, 73_051)
"""Serial dates of the years 2000 to 2099."""
_SCIENTIFIC = re.compile(r"\d(?:[.,]\d+)?[eE]\+?\d+")
_SPREADSHEET_ERRORS: Final = frozenset(
    {"#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!", "#####"}
)
_DIGITS = re.compile(r"\d+")
_SPACES = re.compile(r"\s+")
_DAMAGED = re.compile("[\udc80-\udcff\ufffd]")
_MONTHS: Final = {
    name: number
    for number, names in enumerate(
        (
            "jan january", "feb february", "mar march", "apr april", "may", "jun june", "jul july",
            "aug august", "sep sept september", "oct october", "nov november", "dec december",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_ISO_DATE = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]00:00(?::00(?:\.0+)?)?)?")
_DAY_FIRST = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?: 00:00(?::00)?)?")
_NAMED_MONTH = re.compile(r"(\d{1,2})[ /.-]([A-Za-z]{3,9})[ /.,-]+(\d{4}|\d{2})")
_ISO_MONTH = re.compile(r"(\d{4})[-/]?(\d{2})")
_MONTH_FIRST = re.compile(r"(\d{1,2})[-/](\d{4})")
_MONTH_NAMED = re.compile(r"([A-Za-z]{3,9})[ /'.-]*(\d{4}|\d{2})")


def shown(cell: Cell) -> str:
    """The cell as a report repeats it: one line, not too long, a card number struck out."""
    text = _SPACES.sub(" ", _DAMAGED.sub("\ufffd", str("" if cell is None else cell))).strip()
    if holds_card_number(text):
        text = re.sub(r"\d", "X", western_digits(text))
    return text[:LONGEST_FOUND]


def read_text(cell: Cell, limit: int = LONGEST_NAME) -> str:
    """Text on one line in normal form C; empty for nothing. Raises BadCellError."""
    text = text_of(cell)
    if text.startswith("#") and text.upper() in _SPREADSHEET_ERRORS:
        raise BadCellError(BadRowKind.SPREADSHEET_ERROR)
    if not text.isascii():
        if _DAMAGED.search(text):
            raise BadCellError(BadRowKind.BYTES_DAMAGED)
        text = unicodedata.normalize("NFC", text)
    if len(text) > limit:
        raise BadCellError(BadRowKind.TEXT_TOO_LONG, limit=limit)
    if len(text) >= SHORTEST_CARD_NUMBER and _may_hold_card_number(text):
        raise BadCellError(BadRowKind.CARD_NUMBER)
    return text


def read_address(cell: Cell) -> str:
    """Longer text. Raises BadCellError."""
    return read_text(cell, LONGEST_ADDRESS)


def read_number_text(cell: Cell) -> str:
    """A meter or bill number: letters and digits. Raises BadCellError when a spreadsheet spoilt it."""
    text = read_text(cell, LONGEST_NUMBER)
    if _SCIENTIFIC.fullmatch(text):
        raise BadCellError(BadRowKind.SCIENTIFIC)
    return text if text.isascii() else western_digits(text)


def read_digits(cell: Cell, digits: int) -> str:
    """Exactly so many digits, or empty. Raises BadCellError; zeros in front are never added."""
    text = text_of(cell).removeprefix("'")
    if len(text) == digits and text.isascii() and text.isdecimal():
        return text
    if not text:
        return ""
    plain = western_digits(text)
    if _SCIENTIFIC.fullmatch(plain):
        raise BadCellError(BadRowKind.SCIENTIFIC)
    if not (plain.isascii() and plain.isdecimal()):
        raise BadCellError(BadRowKind.DIGITS_WRONG, digits=digits)
    if digits - MOST_ZEROS_LOST <= len(plain) < digits:
        raise BadCellError(BadRowKind.ZEROS_LOST, digits=digits)
    if len(plain) != digits:
        raise BadCellError(BadRowKind.DIGITS_WRONG, digits=digits)
    return plain


def read_mobile(cell: Cell) -> str:
    """Ten digits, +91 or a 0 in front left out; or empty. Raises BadCellError."""
    plain = western_digits(text_of(cell)).replace(" ", "").replace("-", "")
    if _SCIENTIFIC.fullmatch(plain):
        raise BadCellError(BadRowKind.SCIENTIFIC)
    if plain and not re.fullmatch(r"(?:\+?91|0)?[6-9]\d{9}", plain):
        raise BadCellError(BadRowKind.MOBILE_WRONG)
    return plain[-10:]


def read_date(cell: Cell) -> str:
    """A day as ISO text, or empty. Raises BadCellError."""
    day: date | None
    if isinstance(cell, datetime):
        day = cell.date()
    elif isinstance(cell, date):
        day = cell
    elif isinstance(cell, (int, float)) and not isinstance(cell, bool):
        days = int(cell) if float(cell).is_integer() else 0
        day = _EXCEL_EPOCH + timedelta(days=days) if days in _EXCEL_DAYS else None
    else:
        return _date_of_text(text_of(cell))
    if day is None or not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise BadCellError(BadRowKind.DATE_WRONG)
    return day.isoformat()


def read_month(cell: Cell) -> str:
    """A bill month as ``YYYY-MM``, or empty. Raises BadCellError."""
    if isinstance(cell, (date, datetime)):
        return read_date(cell)[:7]
    return _month_of_text(text_of(cell))


def text_of(cell: Cell) -> str:
    """The cell as text without spaces around it. Raises BadCellError for a number that is not exact."""
    if isinstance(cell, str):
        text = cell.strip()
        return _SPACES.sub(" ", text) if "  " in text or not text.isprintable() else text
    if cell is None:
        return ""
    if isinstance(cell, float):
        if abs(cell) >= 10**EXACT_DIGITS:
            raise BadCellError(BadRowKind.ROUNDED)
        return str(int(cell)) if cell.is_integer() else repr(cell)
    if isinstance(cell, int) and not isinstance(cell, bool) and abs(cell) >= 10**EXACT_DIGITS:
        raise BadCellError(BadRowKind.ROUNDED)
    return str(cell)


def _may_hold_card_number(text: str) -> bool:
    digits = sum(len(run) for run in _DIGITS.findall(text))
    return digits >= SHORTEST_CARD_NUMBER and holds_card_number(text)


@lru_cache(maxsize=4_096)
def _date_of_text(text: str) -> str:
    if not text:
        return ""
    plain = western_digits(text)
    if match := _ISO_DATE.fullmatch(plain):
        year, month, day = int(match[1]), int(match[2]), int(match[3])
    elif match := _DAY_FIRST.fullmatch(plain):
        year, month, day = int(match[3]), int(match[2]), int(match[1])
    elif match := _NAMED_MONTH.fullmatch(plain):
        year, month, day = int(match[3]), _MONTHS.get(match[2].lower(), 0), int(match[1])
        year += 2000 if len(match[3]) == 2 else 0  # noqa: PLR2004 - two digits of a year
    else:
        raise BadCellError(BadRowKind.DATE_WRONG)
    try:
        return read_date(date(year, month, day))
    except ValueError as error:
        raise BadCellError(BadRowKind.DATE_WRONG) from error


@lru_cache(maxsize=256)
def _month_of_text(text: str) -> str:
    if not text:
        return ""
    plain = western_digits(text)
    if match := _ISO_MONTH.fullmatch(plain):
        year, month = int(match[1]), int(match[2])
    elif match := _MONTH_FIRST.fullmatch(plain):
        year, month = int(match[2]), int(match[1])
    elif match := _MONTH_NAMED.fullmatch(plain):
        year, month = int(match[2]), _MONTHS.get(match[1].lower(), 0)
        year += 2000 if len(match[2]) == 2 else 0  # noqa: PLR2004 - two digits of a year
    else:
        raise BadCellError(BadRowKind.MONTH_WRONG)
    try:
        return read_date(date(year, month, 1))[:7]
    except (ValueError, BadCellError) as error:
        raise BadCellError(BadRowKind.MONTH_WRONG) from error

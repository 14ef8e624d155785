"""Sums as billing departments write them: ₹, commas, Cr and Dr, minus before or behind, brackets."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from billing_server.book.bad_rows import BadCellError, BadRowKind
from billing_server.book.cells import text_of
from counter_app.domain.money import LARGEST_PAISE, PAISE_PER_RUPEE, PAISE_PLACES, western_digits

if TYPE_CHECKING:
    from billing_server.book.cells import Cell

_FLOAT_ERROR_PAISE: Final = 1e-4
"""How far a spreadsheet's binary number may lie from a whole paisa; a part of a paisa is far more."""
_AMOUNT = re.compile(r"(\d+)(?:\.(\d*))?|\.(\d+)")
_PLAIN_AMOUNT = re.compile(r"(\d{1,9})\.(\d\d)")
_GROUPED = re.compile(r"\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d*)?")
"""12,34,567 or 1,234,567; not 123,50, which may be a decimal comma."""
_MINUS_AHEAD = re.compile(r"^-*(?:₹|rs\.?|inr)?-*", re.IGNORECASE)
_SIDE = re.compile(r"\s*(cr|dr)\.?$", re.IGNORECASE)

_CREDIT = re.compile(r"\s*cr\.?\s*$", re.IGNORECASE)
_NOTHING: Final = frozenset({"", "-", "–", "—"})


def read_paise(cell: Cell) -> int:
    """A sum in paise, credit (Cr, minus, brackets) below zero, nothing for zero. Raises BadCellError."""
    if isinstance(cell, (int, float)) and not isinstance(cell, bool):
        return _paise_of_number(cell)
    text = text_of(cell)
    plain = _PLAIN_AMOUNT.fullmatch(text)
    if plain:
        return int(plain[1]) * PAISE_PER_RUPEE + int(plain[2])
    return _paise_of_text(text)


def read_paise_not_negative(cell: Cell) -> int:
    """A sum of zero or more; in a column of credits a Cr says nothing new. Raises BadCellError."""
    paise = read_paise(_CREDIT.sub("", cell) if isinstance(cell, str) else cell)
    if paise < 0:
        raise BadCellError(BadRowKind.AMOUNT_NEGATIVE)
    return paise


def _paise_of_number(number: float) -> int:
    if not abs(number) <= LARGEST_PAISE / PAISE_PER_RUPEE:  # so that NaN is too large
        raise BadCellError(BadRowKind.AMOUNT_TOO_LARGE)
    paise = round(number * PAISE_PER_RUPEE)
    if abs(number * PAISE_PER_RUPEE - paise) > _FLOAT_ERROR_PAISE:
        raise BadCellError(BadRowKind.AMOUNT_TOO_FINE)
    return paise


def _paise_of_text(text: str) -> int:
    if text in _NOTHING:
        return 0
    sign, plain = _sign_apart(western_digits(text).replace("\u2212", "-").replace(" ", ""))
    if "," in plain:
        if not _GROUPED.fullmatch(plain):
            raise BadCellError(BadRowKind.AMOUNT_WRONG)
        plain = plain.replace(",", "")
    match = _AMOUNT.fullmatch(plain)
    if match is None:
        raise BadCellError(BadRowKind.AMOUNT_WRONG)
    rupees, places = match[1] or "0", (match[2] or match[3] or "").rstrip("0")
    if len(places) > PAISE_PLACES:
        raise BadCellError(BadRowKind.AMOUNT_TOO_FINE)
    if len(rupees.lstrip("0")) > len(str(LARGEST_PAISE // PAISE_PER_RUPEE)):
        raise BadCellError(BadRowKind.AMOUNT_TOO_LARGE)
    return sign * (int(rupees) * PAISE_PER_RUPEE + int(places.ljust(PAISE_PLACES, "0")))


def _sign_apart(text: str) -> tuple[int, str]:
    """The sign and the figure. Raises BadCellError when the sign is given twice: -500 Cr may be either."""
    plain, signs = text, []
    if side := _SIDE.search(plain):
        signs.append(-1 if side[1].lower() == "cr" else 1)
        plain = plain[: side.start()]
    if plain.startswith("(") and plain.endswith(")"):
        signs.append(-1)
        plain = plain[1:-1]
    minus = _MINUS_AHEAD.match(plain)
    signs += [-1] * (minus[0].count("-") if minus else 0)
    plain = _MINUS_AHEAD.sub("", plain)
    if plain.endswith("-"):
        signs.append(-1)
        plain = plain[:-1]
    if len(signs) > 1:
        raise BadCellError(BadRowKind.AMOUNT_WRONG)
    return (signs[0] if signs else 1), plain

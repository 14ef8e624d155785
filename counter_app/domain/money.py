"""Money: whole paise, never a float."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from counter_app.domain.errors import Refusal, RefusalCode

if TYPE_CHECKING:
    from collections.abc import Iterable

PAISE_PER_RUPEE = 100
PAISE_PLACES = 2
LARGEST_PAISE = 99_99_99_999 * PAISE_PER_RUPEE + 99
"""The largest sum one amount may name: Rs 99,99,99,999.99 (99 crore and more is a slip of the hand)."""

_PLAIN = re.compile(r"(\d+)(?:\.(\d*))?|\.(\d+)")
_GROUPED = re.compile(r"\d{1,3}(,\d{2,3})*,\d{3}(\.\d*)?")
"""Commas as people set them, lakh or million; three digits after the last, so that 1,50 is not Rs 150."""


@dataclass(frozen=True, slots=True, order=True)
class Money:
    """A sum in paise; may be negative (a credit), as a bill's may."""

    paise: int

    @classmethod
    def rupees(cls, rupees: int, paise: int = 0) -> Money:
        """So many rupees and paise."""
        return cls(rupees * PAISE_PER_RUPEE + paise)

    @classmethod
    def total(cls, amounts: Iterable[Money]) -> Money:
        """The sum, zero for none."""
        return cls(sum(amount.paise for amount in amounts))

    def __add__(self, other: Money) -> Money:
        """Both together."""
        return Money(self.paise + other.paise)

    def __sub__(self, other: Money) -> Money:
        """What remains."""
        return Money(self.paise - other.paise)

    def __neg__(self) -> Money:
        """The same sum the other way."""
        return Money(-self.paise)

    def __bool__(self) -> bool:
        """Whether there is any."""
        return self.paise != 0

    def __str__(self) -> str:
        """``12,34,567.50``: Indian grouping, always two places, no sign of currency."""
        rupees, paise = divmod(abs(self.paise), PAISE_PER_RUPEE)
        sign = "-" if self.paise < 0 else ""
        return f"{sign}{indian_grouping(rupees)}.{paise:02d}"


ZERO = Money(0)


def indian_grouping(number: int) -> str:
    """``1234567`` as ``12,34,567``: the last three digits, then pairs (domain, section 8)."""
    digits = str(abs(number))
    head, tail = digits[:-3], digits[-3:]
    pairs: list[str] = []
    while head:
        pairs.insert(0, head[-2:])
        head = head[:-2]
    return ("-" if number < 0 else "") + ",".join([*pairs, tail])


def western_digits(text: str) -> str:
    """The same text with every decimal digit of any script (७, ٣) as 0 to 9."""
    return "".join(
        character if (digit := unicodedata.decimal(character, None)) is None else str(digit)
        for character in text
    )


def money_typed(text: str) -> Money:
    """The positive amount a person typed: digits of any script, commas as people set them, a rupee sign.

    Raises Refusal: AMOUNT_MISSING, AMOUNT_NOT_A_NUMBER, AMOUNT_NEGATIVE, AMOUNT_ZERO, AMOUNT_TOO_FINE
    (more than two places that are not zero), AMOUNT_TOO_LARGE.
    """
    plain = western_digits(text).strip()
    plain = re.sub(r"^(₹|rs\.?)\s*", "", plain, flags=re.IGNORECASE).replace("\u00a0", "").strip()
    if not plain:
        raise Refusal(RefusalCode.AMOUNT_MISSING)
    if plain[0] in "-\u2212(" and any(character.isdigit() for character in plain):
        raise Refusal(RefusalCode.AMOUNT_NEGATIVE, text=text.strip())
    if "," in plain:
        if not _GROUPED.fullmatch(plain):
            raise Refusal(RefusalCode.AMOUNT_NOT_A_NUMBER, text=text.strip())
        plain = plain.replace(",", "")
    match = _PLAIN.fullmatch(plain)
    if match is None:
        raise Refusal(RefusalCode.AMOUNT_NOT_A_NUMBER, text=text.strip())
    rupees, places = (match[1] or "").lstrip("0") or "0", match[2] or match[3] or ""
    if places[PAISE_PLACES:].strip("0"):
        raise Refusal(RefusalCode.AMOUNT_TOO_FINE, text=text.strip())
    if len(rupees) > len(str(LARGEST_PAISE)):
        raise Refusal(RefusalCode.AMOUNT_TOO_LARGE, limit_paise=LARGEST_PAISE)
    paise = int(rupees) * PAISE_PER_RUPEE + int(places[:PAISE_PLACES].ljust(PAISE_PLACES, "0"))
    if paise == 0:
        raise Refusal(RefusalCode.AMOUNT_ZERO)
    if paise > LARGEST_PAISE:
        raise Refusal(RefusalCode.AMOUNT_TOO_LARGE, limit_paise=LARGEST_PAISE)
    return Money(paise)

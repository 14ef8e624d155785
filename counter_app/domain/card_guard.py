"""No card number may ever be stored: any text with a 13 to 19 digit Luhn run is refused (domain, section 5)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from counter_app.domain.errors import Refusal, RefusalCode
from counter_app.domain.money import western_digits

if TYPE_CHECKING:
    from collections.abc import Iterator

SHORTEST_CARD_NUMBER = 13
LONGEST_CARD_NUMBER = 19
_BETWEEN_GROUPS = r"[\s\-\u2010-\u2015\u2212./_\u00ad\u200b-\u200d\u2060]{0,3}"
_DIGIT_RUN = re.compile(rf"[0-9](?:{_BETWEEN_GROUPS}[0-9])*")
_LUHN_NINE = 9
_LUHN_MODULUS = 10


def passes_luhn(digits: str) -> bool:
    """Whether the check digit of a card number is right (ISO/IEC 7812-1, annex B)."""
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) * (2 if place % 2 else 1)
        total += value - _LUHN_NINE if value > _LUHN_NINE else value
    return total % _LUHN_MODULUS == 0


def holds_card_number(text: str) -> bool:
    """Whether some run of digits may be a card number, typed together or in groups.

    Groups with up to three spaces, dashes, dots or slashes between them count together (4111 1111 - 1111 1111),
    whole groups only, so that a mobile beside an account number is not mistaken. Inside one longer unbroken run every
    stretch is looked at. One digit repeated is not a card number.
    """
    for match in _DIGIT_RUN.finditer(western_digits(text)):
        groups = re.findall(r"[0-9]+", match[0])
        stretches = (
            group[start : start + length]
            for group in groups
            if len(group) > LONGEST_CARD_NUMBER
            for length in range(SHORTEST_CARD_NUMBER, LONGEST_CARD_NUMBER + 1)
            for start in range(len(group) - length + 1)
        )
        if any(_may_be_card_number(digits) for digits in (*_joined(groups), *stretches)):
            return True
    return False


def _joined(groups: list[str]) -> Iterator[str]:
    """Neighbouring groups put together, none longer than a card number can be."""
    for first in range(len(groups)):
        digits = ""
        for group in groups[first : first + LONGEST_CARD_NUMBER]:
            digits += group
            if len(digits) > LONGEST_CARD_NUMBER:
                break
            yield digits


def _may_be_card_number(digits: str) -> bool:
    fits = SHORTEST_CARD_NUMBER <= len(digits) <= LONGEST_CARD_NUMBER
    return fits and len(set(digits)) > 1 and passes_luhn(digits)


def refuse_card_number(*texts: str) -> None:
    """Raise Refusal CARD_NUMBER_IN_TEXT if any of the texts holds one."""
    if any(holds_card_number(text) for text in texts):
        raise Refusal(RefusalCode.CARD_NUMBER_IN_TEXT)

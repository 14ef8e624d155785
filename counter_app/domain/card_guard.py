"""No card number may ever be stored: any text with a 13 to 19 digit Luhn run is refused (domain, section 5)."""

from __future__ import annotations

import re

from counter_app.domain.errors import Refusal, RefusalCode
from counter_app.domain.money import western_digits

SHORTEST_CARD_NUMBER = 13
LONGEST_CARD_NUMBER = 19
_DIGIT_RUN = re.compile(r"\d(?:[ \-\u2010-\u2015./]?\d)*")
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

    Groups with a space, dash, dot or slash between them count together (4111 1111 1111 1111), whole groups
    only, so that a mobile beside an account number is not mistaken. Inside one longer unbroken run every
    stretch is looked at. One digit repeated is not a card number.
    """
    for match in _DIGIT_RUN.finditer(western_digits(text)):
        groups = re.findall(r"\d+", match[0])
        joined = (
            "".join(groups[first:last])
            for first in range(len(groups))
            for last in range(first + 1, len(groups) + 1)
        )
        stretches = (
            group[start : start + length]
            for group in groups
            if len(group) > LONGEST_CARD_NUMBER
            for length in range(SHORTEST_CARD_NUMBER, LONGEST_CARD_NUMBER + 1)
            for start in range(len(group) - length + 1)
        )
        if any(_may_be_card_number(digits) for digits in (*joined, *stretches)):
            return True
    return False


def _may_be_card_number(digits: str) -> bool:
    fits = SHORTEST_CARD_NUMBER <= len(digits) <= LONGEST_CARD_NUMBER
    return fits and len(set(digits)) > 1 and passes_luhn(digits)


def refuse_card_number(*texts: str) -> None:
    """Raise Refusal CARD_NUMBER_IN_TEXT if any of the texts holds one."""
    if any(holds_card_number(text) for text in texts):
        raise Refusal(RefusalCode.CARD_NUMBER_IN_TEXT)

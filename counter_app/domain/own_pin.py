"""What may be a PIN or password, and what may be a person's number and name."""

from __future__ import annotations

import re
from datetime import timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from counter_app.domain.card_guard import refuse_card_number
from counter_app.domain.errors import Refusal, RefusalCode
from counter_app.domain.identity import CashierId
from counter_app.domain.money import western_digits

if TYPE_CHECKING:
    from datetime import date

LEAST_DIGITS = 4
LEAST_LETTERS = 8
"""Characters of a password, which has other characters than digits."""
MOST_PIN_CHARACTERS = 64
MOST_NAME_CHARACTERS = 60
MOST_LOCAL_DAYS = 30
"""How long a temporary cashier may be made for; the office's roster is for longer."""

LOCAL_ID = re.compile(r"L[0-9]{2,6}")
"""Numbers of those made here, L for local: every receipt then shows that its cashier was a temporary one."""


def pin_typed(text: str, repeated: str, cashier_id: CashierId) -> str:
    """A new PIN, its digits of any script read alike.

    Raises Refusal PIN_TOO_SHORT, PIN_TOO_LONG, PIN_TOO_EASY, PIN_NOT_REPEATED.
    """
    pin = western_digits(text)
    least = LEAST_DIGITS if pin.isdecimal() or not pin else LEAST_LETTERS
    if len(pin) < least:
        raise Refusal(RefusalCode.PIN_TOO_SHORT, least=least)
    if len(pin) > MOST_PIN_CHARACTERS:
        raise Refusal(RefusalCode.PIN_TOO_LONG, most=MOST_PIN_CHARACTERS)
    if _is_easy(pin, cashier_id):
        raise Refusal(RefusalCode.PIN_TOO_EASY)
    if western_digits(repeated) != pin:
        raise Refusal(RefusalCode.PIN_NOT_REPEATED)
    return pin


def _is_easy(pin: str, cashier_id: CashierId) -> bool:
    """What is tried first: one figure or two by turns, figures in a row (after 9 comes 0), the own number."""
    steps = {(ord(after) - ord(before)) % 10 for before, after in pairwise(pin)}
    own = {cashier_id.casefold(), "".join(one for one in cashier_id if one.isdecimal())}
    is_by_turns = len(pin) % 2 == 0 and pin == pin[:2] * (len(pin) // 2)
    return steps in ({0}, {1}, {9}) or is_by_turns or pin.casefold() in own


def local_id_typed(text: str) -> CashierId:
    """The number of a temporary cashier, as L301. Raises Refusal CASHIER_ID_WRONG."""
    number = western_digits(text).strip().upper()
    if LOCAL_ID.fullmatch(number) is None:
        raise Refusal(RefusalCode.CASHIER_ID_WRONG)
    return CashierId(number)


def name_typed(text: str, *, is_needed: bool) -> str:
    """A person's name with single blanks. Raises Refusal NAME_MISSING, NAME_TOO_LONG, CARD_NUMBER_IN_TEXT."""
    name = " ".join(text.split())
    if is_needed and not any(one.isalpha() for one in name):
        raise Refusal(RefusalCode.NAME_MISSING)
    if len(name) > MOST_NAME_CHARACTERS:
        raise Refusal(RefusalCode.NAME_TOO_LONG, most=MOST_NAME_CHARACTERS)
    refuse_card_number(name)
    return name


def refuse_last_day(valid_to: date, today: date) -> None:
    """A temporary cashier works until today at least, 30 days at most. Raises Refusal VALID_TO_WRONG."""
    days = (valid_to - today).days
    if not 0 <= days <= MOST_LOCAL_DAYS:
        last = today + timedelta(days=MOST_LOCAL_DAYS)
        raise Refusal(RefusalCode.VALID_TO_WRONG, first=today.isoformat(), last=last.isoformat())

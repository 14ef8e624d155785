"""The consumer: the one billed."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from counter_app.domain.identity import AccountNo

MOBILE_DIGITS_SHOWN = 3
_VIRAMA = "\u094d"
_JOINERS = "\u200c\u200d"


class Connection(StrEnum):
    """How the consumer is supplied."""

    POSTPAID = "postpaid"
    PREPAID = "prepaid"


class ConsumerFlag(StrEnum):
    """What the billing server says of a consumer that a cashier must know."""

    TEMPORARILY_DISCONNECTED = "temporarily_disconnected"
    PERMANENTLY_DISCONNECTED = "permanently_disconnected"
    LIFELINE = "lifeline"
    SCHEME_REGISTERED = "scheme_registered"
    CHEQUE_BARRED = "cheque_barred"


@dataclass(frozen=True, slots=True)
class Consumer:
    """One connection as the billing server told it. Empty text means the server did not say."""

    account_no: AccountNo
    name_en: str
    name_hi: str
    legacy_account_no: str
    meter_no: str
    mobile: str
    guardian_name: str
    address: str
    locality: str
    division: str
    substation: str
    category: str
    connection: Connection
    flags: frozenset[ConsumerFlag]

    @property
    def is_disconnected(self) -> bool:
        """Temporarily or for good."""
        return bool(
            self.flags
            & {ConsumerFlag.TEMPORARILY_DISCONNECTED, ConsumerFlag.PERMANENTLY_DISCONNECTED}
        )


def masked_mobile(mobile: str) -> str:
    """``XXXXXXX210``: only the last three digits (domain, sections 8 and 10)."""
    return "X" * max(0, len(mobile) - MOBILE_DIGITS_SHOWN) + mobile[-MOBILE_DIGITS_SHOWN:]


def masked_name(name: str) -> str:
    """``R*** K***``: the first letter of each word, for lists and logs (domain, section 10).

    A Devanagari letter keeps the signs that belong to it, and a conjunct is one letter (श्री, क्षे), so no
    half letter is shown.
    """
    return " ".join(_first_letter(word) + "***" for word in name.split())


def _first_letter(word: str) -> str:
    end = 1
    while end < len(word) and (
        unicodedata.category(word[end]).startswith("M")
        or word[end] in _JOINERS
        or word[:end].rstrip(_JOINERS).endswith(_VIRAMA)
    ):
        end += 1
    return word[:end].rstrip(_VIRAMA + _JOINERS)

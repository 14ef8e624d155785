"""A copy of a receipt by SMS or e-mail: asked for at the counter, sent by the centre when it has the message."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from counter_app.domain.errors import Refusal, RefusalCode

if TYPE_CHECKING:
    from datetime import date, datetime

    from counter_app.domain.identity import CashierId, ReceiptNo

MOBILE_DIGITS = 10
MOST_ADDRESS_CHARACTERS = 254
"""Of an e-mail address (RFC 5321, 4.5.3.1.3)."""

_MOBILE = re.compile(r"[6-9][0-9]{9}")
"""Indian mobile numbers begin with 6 to 9 (Department of Telecommunications, National Numbering Plan 2003)."""

_COUNTRY = re.compile(r"(?:\+?91|0091|0)(?=[6-9][0-9]{9}$)")
_BETWEEN_FIGURES = re.compile(r"[\s().-]")
_EMAIL = re.compile(
    r"([A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*)"
    r"@((?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z]{2,63})"
)
"""What people type and every mail server takes: no quotes, no comments, no address of figures."""


class CopyWay(StrEnum):
    """How it is sent."""

    SMS = "sms"
    EMAIL = "email"


@dataclass(frozen=True, slots=True)
class CopyRequest:
    """Who asked for which receipt to be sent where; the counter never sends it itself."""

    receipt_no: ReceiptNo
    way: CopyWay
    address: str
    by: CashierId
    business_date: date
    at: datetime


def copy_address(way: CopyWay, typed: str) -> str:
    """The mobile number in ten digits or the e-mail address, as the centre can use it.

    A number may come with +91 or 0, spaces, dashes and brackets, in figures of any script; the part of an e-mail
    address behind its @ becomes small letters, so that the same one is known again. Raises Refusal COPY_ADDRESS_WRONG.
    """
    text = typed.strip()[: MOST_ADDRESS_CHARACTERS + 1]
    if way is CopyWay.SMS:
        plain = "".join(str(unicodedata.decimal(one, one)) for one in text)
        digits = _COUNTRY.sub("", _BETWEEN_FIGURES.sub("", plain), count=1)
        if _MOBILE.fullmatch(digits):
            return digits
    elif len(text) <= MOST_ADDRESS_CHARACTERS and (found := _EMAIL.fullmatch(text)):
        return f"{found[1]}@{found[2].lower()}"
    raise Refusal(RefusalCode.COPY_ADDRESS_WRONG, way=way.value)

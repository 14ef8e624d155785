"""UPI: the request a payer's phone opens, and the reference it shows once it has paid (domain, section 5).

The request is a link as NPCI's "UPI Linking Specifications" 1.6, section 1.2, has it:
``upi://pay?pa=...&pn=...&am=...&tr=...&tn=...&cu=INR``. Its parameters keep NPCI's names here: ``pa`` payee address,
``pn`` payee name, ``am`` amount, ``tr`` our own reference, ``tn`` a note to the payer. A link asks; it proves nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from counter_app.domain.card_guard import refuse_card_number
from counter_app.domain.errors import Refusal, RefusalCode
from counter_app.domain.money import PAISE_PER_RUPEE, ZERO, western_digits

if TYPE_CHECKING:
    from datetime import date

    from counter_app.domain.identity import PaymentId
    from counter_app.domain.money import Money

LONGEST_ADDRESS = 255
LONGEST_NAME = 99
LONGEST_TR = 35
LONGEST_NOTE = 50
"""Characters before percent-encoding, of the fields of NPCI's API that the parameters become
(Payee addr and name, Txn refId and note)."""

UPI_REFERENCE_DIGITS = 12
CURRENCY = "INR"

_ADDRESS = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*@[A-Za-z0-9][A-Za-z0-9.-]*")
"""``kesco.c07@sbi``; also ``<account number>@<IFSC>.ifsc.npci``, whose handle has dots."""

_TR = re.compile(rf"[A-Za-z0-9]{{1,{LONGEST_TR}}}")
"""Letters and digits only: since February 2025 NPCI declines any other in a transaction's ids."""

_UNRESERVED = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
_NOT_IN_TR = re.compile(r"[^A-Z0-9]")
_BASE_36 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_ID_CHARACTERS = 24
"""What a payment's id takes in base 36: it is a UUID of version 7, below 2**124 until the year 2527."""


@dataclass(frozen=True, slots=True)
class UpiPayee:
    """Whom UPI pays: an address and the name the payer's phone shows beside it. Made by ``upi_payee``."""

    address: str
    name: str

    def __post_init__(self) -> None:
        """Raise ValueError on what cannot stand in a link."""
        if not _is_address(self.address) or not _is_name(self.name):
            message = f"not a UPI payee: {self.address!r}, {self.name!r}"
            raise ValueError(message)


@dataclass(frozen=True, slots=True)
class UpiRequest:
    """We ask ``payee`` to be paid this amount; ``tr`` comes back in the bank's statement."""

    payee: UpiPayee
    amount: Money
    tr: str
    note: str

    def __post_init__(self) -> None:
        """Raise ValueError on what cannot stand in a link, a sum that is not positive among it."""
        is_note = len(self.note) <= LONGEST_NOTE and self.note.isprintable()
        if self.amount <= ZERO or not _TR.fullmatch(self.tr) or not is_note:
            message = f"not a UPI request: {self.amount} {self.tr!r} {self.note!r}"
            raise ValueError(message)

    @property
    def uri(self) -> str:
        """The link: all of it ASCII, the amount in rupees with two places.

        The address is not percent-encoded, since it needs no more than its ``@`` to be, which some banks' programs
        do not decode; a space is ``%20``, never ``+``, which some show as it is.
        """
        rupees, paise = divmod(self.amount.paise, PAISE_PER_RUPEE)
        parts = {
            "pa": self.payee.address,
            "pn": _percent_encoded(self.payee.name),
            "am": f"{rupees}.{paise:02d}",
            "tr": self.tr,
            "tn": _percent_encoded(self.note),
            "cu": CURRENCY,
        }
        return "upi://pay?" + "&".join(f"{name}={part}" for name, part in parts.items() if part)


def upi_payee(address: str, name: str) -> UpiPayee:
    """The payee as a technician set it. Raises Refusal UPI_NOT_SET_UP when there is none, UPI_PAYEE_WRONG."""
    address, name = address.strip(), " ".join(name.split())
    if not address:
        raise Refusal(RefusalCode.UPI_NOT_SET_UP)
    if not _is_address(address):
        raise Refusal(RefusalCode.UPI_PAYEE_WRONG, text=address)
    if not _is_name(name):
        raise Refusal(RefusalCode.UPI_PAYEE_WRONG, text=name)
    return UpiPayee(address, name)


def tr_of(counter_id: str, day: date, payment_id: PaymentId) -> str:
    """Our reference of one payment: ``KND07261123`` and the payment's id in base 36, 35 characters at most.

    The id alone makes it unique, and is read back from it; counter (its last five letters and digits) and day are
    for those who read the bank's statement.
    """
    behind = f"{day:%y%m%d}{_base_36(payment_id.int)}"
    counter = _NOT_IN_TR.sub("", counter_id.upper())
    return counter[-(LONGEST_TR - len(behind)) :] + behind


def upi_reference_typed(text: str) -> str:
    """The 12 digits a person read off the payer's phone: digits of any script, blanks anywhere.

    Raises Refusal UPI_REFERENCE_WRONG, CARD_NUMBER_IN_TEXT.
    """
    refuse_card_number(text)
    digits = "".join(western_digits(text).split())
    if not re.fullmatch(rf"[0-9]{{{UPI_REFERENCE_DIGITS}}}", digits):
        raise Refusal(RefusalCode.UPI_REFERENCE_WRONG)
    return digits


def _is_address(text: str) -> bool:
    return len(text) <= LONGEST_ADDRESS and _ADDRESS.fullmatch(text) is not None


def _is_name(text: str) -> bool:
    return 0 < len(text) <= LONGEST_NAME and text.isprintable()


def _percent_encoded(text: str) -> str:
    """As RFC 3986 has it, of UTF-8; ``urllib`` is not for the domain."""
    return "".join(
        chr(byte) if byte in _UNRESERVED else f"%{byte:02X}" for byte in text.encode("utf-8")
    )


def _base_36(number: int) -> str:
    digits = ""
    while number:
        number, digit = divmod(number, len(_BASE_36))
        digits = _BASE_36[digit] + digits
    return digits.rjust(_ID_CHARACTERS, "0")

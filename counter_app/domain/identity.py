"""What names things: typed so that an account number cannot stand where a bill number belongs."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta, timezone
from typing import NewType
from uuid import UUID

AccountNo = NewType("AccountNo", str)
BillNo = NewType("BillNo", str)
CashierId = NewType("CashierId", str)
CounterId = NewType("CounterId", str)
MessageId = NewType("MessageId", UUID)
PaymentId = NewType("PaymentId", UUID)

IST = timezone(timedelta(hours=5, minutes=30), "IST")
"""Indian Standard Time: no daylight saving, so a fixed offset is exact."""

BOOK_YEAR_FIRST_MONTH = 4
"""The book year runs from April to March."""

SERIAL_DIGITS = 6
_RECEIPT_NO = re.compile(r"([A-Z0-9]+)/([0-9]{4})/([0-9]{6,})")


@dataclass(frozen=True, slots=True, order=True)
class BookYear:
    """The financial year that begins in April of ``first`` (2026 means 2026-27)."""

    first: int

    @classmethod
    def of(cls, day: date) -> BookYear:
        """The book year a business date belongs to."""
        return cls(day.year if day.month >= BOOK_YEAR_FIRST_MONTH else day.year - 1)

    def __str__(self) -> str:
        """``2627``."""
        return f"{self.first % 100:02d}{(self.first + 1) % 100:02d}"


@dataclass(frozen=True, slots=True, order=True)
class ReceiptNo:
    """Unbroken 1, 2, 3 ... within one receipt series (given by the centre to one epoch) and book year."""

    series: str
    book_year: BookYear
    serial: int

    def __post_init__(self) -> None:
        """A receipt number starts at 1."""
        if self.serial < 1:
            message = f"receipt serial {self.serial}"
            raise ValueError(message)

    def __str__(self) -> str:
        """As printed: ``KID07/2627/000123``."""
        return f"{self.series}/{self.book_year}/{self.serial:0{SERIAL_DIGITS}d}"

    @classmethod
    def from_text(cls, text: str) -> ReceiptNo:
        """The number as printed. Raises ValueError on anything else."""
        match = _RECEIPT_NO.fullmatch(text)
        if match is None:
            message = f"not a receipt number: {text!r}"
            raise ValueError(message)
        century_first = 2000 + int(match[2][:2])
        number = cls(match[1], BookYear(century_first), int(match[3]))
        if str(number) != text:
            message = f"not as a receipt number is printed: {text!r}"
            raise ValueError(message)
        return number

    @property
    def following(self) -> ReceiptNo:
        """The next number of the series."""
        return ReceiptNo(self.series, self.book_year, self.serial + 1)

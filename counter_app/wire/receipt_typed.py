"""A receipt as somebody types it who has no camera: its number, its check code, or both."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from counter_app.domain.identity import SERIAL_DIGITS, ReceiptNo
from counter_app.wire.check_code import check_code_typed

MOST_TYPED_CHARACTERS = 80
_NUMBER = re.compile(r"([A-Z0-9]+)\s*/\s*([0-9]{4})\s*/\s*([0-9]{1,12})(?![0-9])")


@dataclass(frozen=True, slots=True)
class TypedReceipt:
    """What was typed; the number is None and the code is empty where it was not, never both."""

    receipt_no: ReceiptNo | None
    check_code: str


def receipt_typed(text: str) -> TypedReceipt:
    """Small letters, figures of any script, noughts left out before the number. Raises ValueError for all else."""
    if len(text) > MOST_TYPED_CHARACTERS:
        message = "neither a receipt number nor a check code"
        raise ValueError(message)
    plain = "".join(str(unicodedata.decimal(one, one)) for one in text).upper()
    found = _NUMBER.search(plain)
    if found is None:
        return TypedReceipt(None, check_code_typed(plain))
    series, year, serial = found.groups()
    number = ReceiptNo.from_text(f"{series}/{year}/{int(serial):0{SERIAL_DIGITS}d}")
    rest = f"{plain[: found.start()]} {plain[found.end() :]}"
    return TypedReceipt(number, check_code_typed(rest) if rest.strip() else "")

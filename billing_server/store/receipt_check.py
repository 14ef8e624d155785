"""Is this receipt genuine: found by its check code, which is how the hash of its message begins. Writes nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from billing_server.returns import is_reversed
from billing_server.store.kept_payments import (
    last_decision,
    payments_told,
    read_kept,
    read_undone,
)
from billing_server.store.message_keys import key_of
from billing_server.store.office_schema import DOUBLE
from billing_server.store.told_schema import MESSAGE
from counter_app.wire.canonical import HASH_BYTES
from counter_app.wire.check_code import hash_beginning
from counter_app.wire.receipts import ReceiptChecked

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection, Row

ACCOUNT_DIGITS_SHOWN, RECEIPT_DIGITS_SHOWN = 4, 3
_LAST_BYTE = b"\xff"


def check_receipt(
    connection: Connection, check_code: str, receipt_no: str, now_us: int
) -> ReceiptChecked:
    """What anybody may know of the receipt with this code (as ``check_code_typed`` gives it).

    ``receipt_no`` tells two receipts of one code apart, and must fit where it is given.
    """
    rows = [row for row in _with_code(connection, check_code) if _is_asked(row, receipt_no)]
    if len(rows) != 1:
        return ReceiptChecked(check_code, now_us, is_genuine=False, is_ambiguous=bool(rows))
    (row,) = rows
    kept = read_kept(connection, row.counter_id, {row.payment_id})[row.payment_id]
    waits_paise = sum(kept.instruments[identity] for identity in kept.waits_for)
    return ReceiptChecked(
        check_code,
        now_us,
        is_genuine=True,
        receipt_no=masked(row.receipt_no, RECEIPT_DIGITS_SHOWN),
        account_no=masked(row.account_no, ACCOUNT_DIGITS_SHOWN),
        business_date=row.business_date,
        amount_paise=row.amount_paise,
        returned_paise=row.amount_paise - kept.rest_paise + waits_paise,
        is_reversed=_is_reversed(connection, row),
        is_paid_back=last_decision(connection, key_of(row))[1] == DOUBLE,
    )


def masked(number: str, shown: int) -> str:
    """The last characters of a number, an X for each one before; a shorter one shows half of itself."""
    shown = min(shown, len(number) // 2)
    return "X" * (len(number) - shown) + number[len(number) - shown :]


def _with_code(connection: Connection, check_code: str) -> Sequence[Row[*tuple[Any, ...]]]:
    """The payments whose message's hash begins as the code says: one or none, nearly always."""
    first = hash_beginning(check_code)
    last = first.ljust(HASH_BYTES, _LAST_BYTE)
    told = payments_told(connection, MESSAGE.c.hash.between(first, last))
    return [row for row in told if not row.is_held]


def _is_reversed(connection: Connection, row: Row[*tuple[Any, ...]]) -> bool:
    undone = read_undone(connection, row.counter_id, {row.payment_id})
    return is_reversed(undone.get(row.payment_id, ()))


def _is_asked(row: Row[*tuple[Any, ...]], receipt_no: str) -> bool:
    return not receipt_no or row.receipt_no.casefold() == receipt_no.casefold()

"""Receipts asked for by SMS or e-mail: told by counters, sent once. The only writer of its table."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from sqlalchemy import and_, select, update

from billing_server.store.bulk import Row, insert_rows
from billing_server.store.copy_schema import RECEIPT_COPY
from billing_server.store.kept_payments import read_kept
from billing_server.store.message_keys import is_among, key_of, key_row
from billing_server.store.people_acting import refuse_unsigned
from billing_server.store.saying_no import SaidNo
from billing_server.store.told_schema import MESSAGE, PAYMENT
from counter_app.domain.errors import Refusal
from counter_app.domain.receipt_copy import MOST_ADDRESS_CHARACTERS, CopyWay, copy_address
from counter_app.wire.bodies import ReceiptCopyAsked
from counter_app.wire.check_code import check_code

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import Connection
    from sqlalchemy import Row as Found

    from billing_server.reading import MessageKey, MessageRead
    from billing_server.store.engine import Database

_ONCE = "ON CONFLICT (counter_id, receipt_no, way, address) DO NOTHING"
SHOWN_DIGITS = 4


class CopyState(StrEnum):
    """What became of a copy."""

    WAITING = "waiting"
    SENT = "sent"
    FAILED = "failed"


class CopyFlaw(StrEnum):
    """Why one failed, where no person wrote it: in ``detail``."""

    ADDRESS_WRONG = "address_wrong"
    DOES_NOT_STAND = "does_not_stand"
    """The payment was reversed or came back before its copy went out."""
    INTERRUPTED = "interrupted"
    """Handing it on began and did not end: it may have gone out. Never tried again by itself."""


@dataclass(frozen=True, slots=True)
class CopyAsked:
    """A copy as it stands; ``address`` whole, ``by`` empty for nobody yet."""

    key: MessageKey
    receipt_no: str
    way: str
    address: str
    cashier_id: str
    business_date: str
    asked_us: int
    state: CopyState
    state_us: int
    by: str
    detail: str

    @property
    def masked_address(self) -> str:
        """What people who look at lists see of it: ``XXXXXX3210``, ``r•••@example.com``."""
        if self.way == CopyWay.EMAIL and "@" in self.address:
            name, _, place = self.address.partition("@")
            return f"{name[:1]}•••@{place}"
        shown = min(SHOWN_DIGITS, len(self.address) // 2)
        return "X" * (len(self.address) - shown) + self.address[len(self.address) - shown :]


@dataclass(frozen=True, slots=True)
class CopyContent:
    """What a copy says of its payment."""

    account_no: str
    amount_paise: int
    business_date: str
    check_code: str
    stands: bool


def keep_copies(connection: Connection, reads: Iterable[MessageRead], now_us: int) -> None:
    """Write down what these messages ask for; the same receipt to the same address once, however often it is asked."""
    rows = [
        key_row(read.key) | _row(read.message.body, now_us)
        for read in reads
        if read.message is not None and isinstance(read.message.body, ReceiptCopyAsked)
    ]
    insert_rows(connection, RECEIPT_COPY, rows, _ONCE)


def copies(connection: Connection, state: CopyState, most: int) -> tuple[CopyAsked, ...]:
    """Those of this state: what waits, oldest first; the others newest first."""
    columns = RECEIPT_COPY.c
    order = columns.asked_us if state is CopyState.WAITING else columns.state_us.desc()
    rows = connection.execute(
        select(RECEIPT_COPY)
        .where(columns.state == str(state))
        .order_by(order, *RECEIPT_COPY.primary_key.columns)
        .limit(most)
    )
    return tuple(_copy(row) for row in rows)


def content_of(connection: Connection, copy: CopyAsked) -> CopyContent | None:
    """What it says; None while the centre has not been told the payment. A counter's own receipts only."""
    of_receipt = and_(
        PAYMENT.c.receipt_no == copy.receipt_no,
        PAYMENT.c.counter_id == copy.key.counter_id,
        PAYMENT.c.is_held == 0,
    )
    row = connection.execute(select(PAYMENT).where(of_receipt).limit(1)).one_or_none()
    if row is None:
        return None
    told = select(MESSAGE.c.hash).where(is_among(MESSAGE, {key_of(row)}))
    kept = read_kept(connection, row.counter_id, {row.payment_id})[row.payment_id]
    return CopyContent(
        row.account_no,
        row.amount_paise,
        row.business_date,
        check_code(connection.execute(told).scalar_one()),
        stands=kept.rest_paise == row.amount_paise and not kept.waits_for,
    )


def claim_copy(connection: Connection, key: MessageKey, by: str, now_us: int) -> bool:
    """Whether this asker is the one to hand it on. Until it says what came of it, it counts as interrupted."""
    return _moved(
        connection,
        key,
        {CopyState.WAITING},
        _state(CopyState.FAILED, by, CopyFlaw.INTERRUPTED, now_us),
    )


def settle_claimed(
    connection: Connection, key: MessageKey, state: CopyState, by: str, detail: str, now_us: int
) -> None:
    """What came of a copy that was claimed."""
    _moved(connection, key, {CopyState.FAILED}, _state(state, by, detail, now_us))


def mark_copy(
    database: Database, key: MessageKey, state: CopyState, by: str, reason: str, now_us: int
) -> None:
    """A person says what became of it. Raises ValueError for one that was sent, is none, or without who and why.

    What no message can go to never waits again: it is asked for anew, with the right address.
    """
    refuse_unsigned(by, reason)
    before = {CopyState.WAITING, CopyState.FAILED} - {state}

    def work(connection: Connection) -> None:
        if not _moved(connection, key, before, _state(state, by.strip(), reason.strip(), now_us)):
            raise SaidNo("{key}: no such copy, or it was sent already", key=key)

    database.write(work)


def _moved(connection: Connection, key: MessageKey, before: Iterable[CopyState], row: Row) -> bool:
    columns, names = RECEIPT_COPY.c, [str(state) for state in before]
    is_so = and_(is_among(RECEIPT_COPY, {key}), columns.state.in_(names))
    if row["state"] == CopyState.WAITING:
        is_so = and_(is_so, columns.detail != str(CopyFlaw.ADDRESS_WRONG))
    return connection.execute(update(RECEIPT_COPY).where(is_so).values(**row)).rowcount == 1


def _state(state: CopyState, by: str, detail: str, now_us: int) -> Row:
    return {"state": str(state), "state_us": now_us, "by_id": by, "detail": str(detail)}


def _row(body: ReceiptCopyAsked, now_us: int) -> Row:
    """An address that no message could go to is kept, cut to what an index holds, and fails at once."""
    is_right = _is_right(body)
    way = body.way if body.way in set(CopyWay) else ""
    return {
        "receipt_no": body.receipt_no,
        "way": way,
        "address": body.address[:MOST_ADDRESS_CHARACTERS],
        "cashier_id": body.cashier_id,
        "business_date": body.business_date,
        "asked_us": now_us,
        "state": str(CopyState.WAITING if is_right else CopyState.FAILED),
        "state_us": now_us,
        "by_id": "",
        "detail": "" if is_right else str(CopyFlaw.ADDRESS_WRONG),
    }


def _is_right(body: ReceiptCopyAsked) -> bool:
    try:
        return copy_address(CopyWay(body.way), body.address) == body.address
    except (Refusal, ValueError):
        return False


def _copy(row: Found[*tuple[object, ...]]) -> CopyAsked:
    return CopyAsked(
        key_of(row),
        row.receipt_no,
        row.way,
        row.address,
        row.cashier_id,
        row.business_date,
        row.asked_us,
        CopyState(row.state),
        row.state_us,
        row.by_id,
        row.detail,
    )

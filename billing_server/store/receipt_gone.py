"""What receipts are checked by: all keys of counters, and the payments that do not stand. Writes nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import and_, literal, literal_column, or_, select

from billing_server.kept import REVERSAL
from billing_server.store.bulk import is_listed, listed
from billing_server.store.office_schema import DECISION, DOUBLE
from billing_server.store.schema import EPOCH, MESSAGE_KEY
from billing_server.store.told_schema import (
    DESK_RETURN,
    MATCHED,
    MESSAGE,
    PAYMENT_TENDER,
    UNDONE,
)
from counter_app.domain.receipt_verdict import GoneWhy
from counter_app.wire.canonical import text_of
from counter_app.wire.receipt_keys import ReceiptKey

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import ColumnElement, Connection, FromClause, Select

Fall = tuple[bytes, GoneWhy, int]
"""The chain hash of a payment, why it does not stand, and since when (UTC microseconds) the centre knows it."""

_WORST_FIRST = (GoneWhy.REVERSED, GoneWhy.RETURNED, GoneWhy.PAID_BACK)
_TAKEN = MESSAGE.alias("taken")
_TOLD = MESSAGE.alias("told")
# in the words of the indexes, which PostgreSQL compares before it knows any value
_IS_UNDOING = _TOLD.c.kind.in_(
    [literal_column("'payment_reversed'"), literal_column("'instrument_returned'")]
)
_IS_PAYMENT = and_(
    _TAKEN.c.payment_id != literal_column("''"),
    _TAKEN.c.kind == literal_column("'payment_taken'"),
)


def counter_keys(connection: Connection) -> tuple[ReceiptKey, ...]:
    """The key of every epoch there ever was: receipts outlive computers."""
    rows = connection.execute(select(EPOCH).order_by(EPOCH.c.counter_id, EPOCH.c.epoch))
    return tuple(
        ReceiptKey(text_of(row.public_key), row.counter_id, row.epoch, row.revoked_us or 0)
        for row in rows
    )


def payments_gone(connection: Connection, since_us: int) -> dict[bytes, tuple[GoneWhy, int]]:
    """Payments that the centre has known since this moment or later not to stand: chain hash to why and when.

    Reversed; paid whole or in part by an instrument that came back; a double that is paid back. Of several reasons
    the first of these counts, with the moment it was first known.
    """
    found: dict[bytes, tuple[GoneWhy, int]] = {}
    for head, why, at_us in _falls(connection, since_us):
        known = found.get(head)
        if known is None or (_WORST_FIRST.index(why), at_us) < (
            _WORST_FIRST.index(known[0]),
            known[1],
        ):
            found[head] = (why, at_us)
    return found


def _falls(connection: Connection, since_us: int) -> Iterator[Fall]:
    for row in connection.execute(_undone(since_us)):
        is_reversal = row.identity.startswith(REVERSAL)
        yield row.hash, GoneWhy.REVERSED if is_reversal else GoneWhy.RETURNED, row.received_us
    yield from _seen_returned(connection, since_us)
    for double in connection.execute(_paid_back(since_us)):
        yield double.hash, GoneWhy.PAID_BACK, double.at_us


def _undone(since_us: int) -> Select[tuple[bytes, str, int]]:
    """What counters told: from the messages that undo, by their own index, to what they undid, to its payment."""
    is_undone = and_(
        _TAKEN.c.payment_id == UNDONE.c.payment_id, _TAKEN.c.counter_id == UNDONE.c.counter_id
    )
    return (
        select(_TAKEN.c.hash, UNDONE.c.identity, _TOLD.c.received_us)
        .join_from(_TOLD, UNDONE, _of_one_message(_TOLD, UNDONE))
        .join(_TAKEN, is_undone)
        .where(_IS_UNDOING, _TOLD.c.received_us >= since_us, _IS_PAYMENT)
        .distinct()
    )


def _seen_returned(connection: Connection, since_us: int) -> Iterator[Fall]:
    """What the bank desk saw: its few instruments first, then what each paid, by the index of instruments."""
    recent = select(DESK_RETURN.c.identity, DESK_RETURN.c.at_us).where(
        DESK_RETURN.c.at_us >= since_us
    )
    seen = {row.identity: row.at_us for row in connection.execute(recent)}
    paid = (
        select(_TAKEN.c.hash, PAYMENT_TENDER.c.identity)
        .join_from(PAYMENT_TENDER, _TAKEN, _of_one_message(PAYMENT_TENDER, _TAKEN))
        .where(
            is_listed(PAYMENT_TENDER.c.identity, literal(listed(seen))),
            PAYMENT_TENDER.c.identity != literal_column("''"),
            _IS_PAYMENT,
        )
    )
    for row in connection.execute(paid) if seen else ():
        yield row.hash, GoneWhy.RETURNED, seen[row.identity]


def _paid_back(since_us: int) -> Select[tuple[bytes, int]]:
    """Doubles whose confirmation is the last word on them."""
    later, match = DECISION.alias("later"), MATCHED
    is_over = or_(
        select(later.c.number)
        .where(_of_one_message(DECISION, later), later.c.number > DECISION.c.number)
        .exists(),
        select(match.c.number)
        .where(_of_one_message(DECISION, match), match.c.number > DECISION.c.number)
        .exists(),
    )
    return (
        select(_TAKEN.c.hash, DECISION.c.at_us)
        .join_from(DECISION, _TAKEN, _of_one_message(DECISION, _TAKEN))
        .where(DECISION.c.kind == DOUBLE, DECISION.c.at_us >= since_us, ~is_over, _IS_PAYMENT)
    )


def _of_one_message(one: FromClause, other: FromClause) -> ColumnElement[bool]:
    return and_(*(one.c[name] == other.c[name] for name in MESSAGE_KEY))

"""The name of a message as columns, and as a condition."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import and_, tuple_

from billing_server.reading import MessageKey

if TYPE_CHECKING:
    from collections.abc import Collection

    from sqlalchemy import ColumnElement, Row, Table


def key_row(key: MessageKey) -> dict[str, object]:
    """The three columns that name a message."""
    return {"counter_id": key.counter_id, "epoch": key.epoch, "sequence": key.sequence}


def key_of(row: Row[*tuple[object, ...]]) -> MessageKey:
    """The name in a row that has those columns."""
    return MessageKey(row.counter_id, row.epoch, row.sequence)


def is_beside(one: Table, other: Table) -> ColumnElement[bool]:
    """Whether two rows are of one message: the join of tables that are kept by month."""
    names = ("counter_id", "epoch", "sequence", "book_month")
    return and_(*(one.c[name] == other.c[name] for name in names))


def is_among(table: Table, keys: Collection[MessageKey]) -> ColumnElement[bool]:
    """Whether a row of this table is of one of these messages."""
    columns = table.c
    named = [(key.counter_id, key.epoch, key.sequence) for key in keys]
    return tuple_(columns.counter_id, columns.epoch, columns.sequence).in_(named)

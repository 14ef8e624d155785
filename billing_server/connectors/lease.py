"""One runner at a time for each adapter. A runner that died loses its lease when the time is over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import or_, select, update

from billing_server.store.bulk import insert_rows
from billing_server.store.instruction_schema import CONNECTOR

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from billing_server.store.engine import Database

LEASE_SECONDS = 900
"""Longer than any parcel may take; renewed with each."""
_MICROSECONDS = 1_000_000
_UNLESS_KNOWN = "ON CONFLICT (adapter) DO NOTHING"


class LeaseLost(Exception):
    """Another runner took over; this one stops. What it handed on unheard is handed on again, and known there."""


def acquire(database: Database, adapter: str, holder: str, now_us: int) -> bool:
    """Whether this runner may work: nobody does, or whoever did has not been heard for too long."""

    def work(connection: Connection) -> bool:
        ensure(connection, adapter)
        is_free = or_(
            CONNECTOR.c.holder == "", CONNECTOR.c.holder == holder, CONNECTOR.c.until_us < now_us
        )
        taken = (
            update(CONNECTOR)
            .where(CONNECTOR.c.adapter == adapter, is_free)
            .values(holder=holder, until_us=now_us + LEASE_SECONDS * _MICROSECONDS)
        )
        return connection.execute(taken).rowcount == 1

    return database.write(work)


def ensure(connection: Connection, adapter: str) -> None:
    """The adapter's row, made at first use."""
    row: dict[str, object] = {"adapter": adapter, "holder": "", "until_us": 0, "settled_upto": 0}
    insert_rows(connection, CONNECTOR, [row], _UNLESS_KNOWN)


def renew(connection: Connection, adapter: str, holder: str, now_us: int) -> None:
    """Hold the lease still until this unit is done, and longer. Raises LeaseLost."""
    held = (
        update(CONNECTOR)
        .where(CONNECTOR.c.adapter == adapter, CONNECTOR.c.holder == holder)
        .values(until_us=now_us + LEASE_SECONDS * _MICROSECONDS)
    )
    if connection.execute(held).rowcount != 1:
        message = f"{adapter}: another runner took over"
        raise LeaseLost(message)


def release(database: Database, adapter: str, holder: str) -> None:
    """Let the next runner in at once."""
    mine = (CONNECTOR.c.adapter == adapter, CONNECTOR.c.holder == holder)
    database.write(lambda c: c.execute(update(CONNECTOR).where(*mine).values(holder="")))


def holder_of(connection: Connection, adapter: str) -> str:
    """Who holds it, empty for nobody."""
    held = select(CONNECTOR.c.holder).where(CONNECTOR.c.adapter == adapter)
    return str(connection.execute(held).scalar_one_or_none() or "")

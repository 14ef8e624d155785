"""What every act of a person at the centre needs: who and why, and the counters it concerns held still."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from billing_server.shapes import MOST_PROSE_CHARACTERS, MOST_TEXT_CHARACTERS
from billing_server.store.saying_no import SaidNo
from billing_server.store.schema import COUNTER

if TYPE_CHECKING:
    from collections.abc import Collection

    from sqlalchemy import Connection


def refuse_unsigned(by: str, reason: str) -> None:
    """Raise SaidNo unless somebody says so, and why."""
    is_signed = by.strip() and reason.strip()
    is_storable = "\x00" not in by + reason
    if (
        not (is_signed and is_storable)
        or len(by) > MOST_TEXT_CHARACTERS
        or len(reason) > MOST_PROSE_CHARACTERS
    ):
        raise SaidNo("who decided it, and why, must be said")


def lock_counters(connection: Connection, counter_ids: Collection[str]) -> None:
    """No batch of these counters is booked until this unit is done. Taken before any consumer's lock."""
    locked = (
        select(COUNTER.c.counter_id)
        .where(COUNTER.c.counter_id.in_(counter_ids))
        .order_by(COUNTER.c.counter_id)
        .with_for_update(key_share=True)
    )
    connection.execute(locked).all()

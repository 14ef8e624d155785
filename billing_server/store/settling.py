"""Settle what was decided: what bills received, what stands in no bill, and that it changed. The last act of a unit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete

from billing_server.store.bulk import Row, insert_together
from billing_server.store.cursor import note_changes
from billing_server.store.message_keys import is_among, key_row
from billing_server.store.told_schema import BILL_BOOKED, SET_ASIDE

if TYPE_CHECKING:
    from collections.abc import Collection

    from sqlalchemy import Connection

    from billing_server.reading import MessageKey
    from billing_server.standing import Standing

_ADDED = {
    BILL_BOOKED: "ON CONFLICT (bill_no) DO UPDATE"
    " SET booked_paise = bill_booked.booked_paise + excluded.booked_paise"
}


def settle(connection: Connection, standing: Standing, aside: Collection[MessageKey]) -> None:
    """Write what deciding moved; ``aside`` are messages set aside now. The cursor's lock is the last one taken."""
    if standing.back:
        connection.execute(delete(SET_ASIDE).where(is_among(SET_ASIDE, standing.back)))
    moved = sorted(standing.moved.items())
    booked: list[Row] = [{"bill_no": no, "booked_paise": paise} for no, paise in moved if paise]
    now_aside = sorted(set(aside) - standing.back)
    rows = {SET_ASIDE: [key_row(key) for key in now_aside], BILL_BOOKED: booked}
    insert_together(connection, rows, _ADDED)
    note_changes(connection, standing.touched)

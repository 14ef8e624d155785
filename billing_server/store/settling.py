"""Settle what was decided: what bills received, what stands in no bill, and that it changed. The last act of a unit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete

from billing_server.store.bulk import NO_ROWS, Row, insert_together
from billing_server.store.cursor import note_changes
from billing_server.store.message_keys import is_among, key_row
from billing_server.store.schema import CHAIN_HEAD
from billing_server.store.told_schema import BILL_BOOKED, SET_ASIDE

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from sqlalchemy import Connection, Table

    from billing_server.reading import MessageKey
    from billing_server.standing import Standing

HEAD_MOVES = (
    "ON CONFLICT (counter_id, epoch) DO UPDATE"
    " SET sequence = excluded.sequence, head = excluded.head, is_forked = excluded.is_forked"
)
_ADDED = {
    CHAIN_HEAD: HEAD_MOVES,
    BILL_BOOKED: "ON CONFLICT (bill_no) DO UPDATE"
    " SET booked_paise = bill_booked.booked_paise + excluded.booked_paise",
}


def settle(
    connection: Connection,
    standing: Standing,
    aside: Collection[MessageKey],
    beside: Mapping[Table, Sequence[Row]] = NO_ROWS,
) -> None:
    """Write what deciding moved; ``aside`` are messages set aside now, ``beside`` what is written with it.

    The cursor's lock is the last one taken: what a transaction does after this waits for nobody.
    """
    if standing.back:
        connection.execute(delete(SET_ASIDE).where(is_among(SET_ASIDE, standing.back)))
    moved = sorted(standing.moved.items())
    booked: list[Row] = [{"bill_no": no, "booked_paise": paise} for no, paise in moved if paise]
    now_aside = sorted(set(aside) - standing.back)
    settled = {SET_ASIDE: [key_row(key) for key in now_aside], BILL_BOOKED: booked}
    insert_together(connection, {**beside, **settled}, _ADDED)
    note_changes(connection, standing.touched)

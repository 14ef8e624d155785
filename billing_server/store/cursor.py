"""The change cursor: every change of a consumer or its bills gets the next number, in commit order.

The one row of ``change_cursor`` stays locked until commit, so numbers become visible in order: a reader who has
seen n has seen everything up to n. It is always the last lock of a transaction, so nothing waits in a ring.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select, text, update

from billing_server.store.bulk import Row, insert_rows, listed
from billing_server.store.schema import CHANGE_CURSOR, CONSUMER_CHANGE

if TYPE_CHECKING:
    from collections.abc import Collection

    from sqlalchemy import Connection

_SINGLE = 1
_MOVED = "ON CONFLICT (account_no) DO UPDATE SET changed_at = excluded.changed_at"
_NOTE_LISTED = text(
    "WITH moved AS (UPDATE change_cursor SET cursor = cursor + :count WHERE single = 1"
    " RETURNING cursor)"
    " INSERT INTO consumer_change (account_no, changed_at)"
    " SELECT account_no, cursor - :count + place FROM moved,"
    " json_array_elements_text(CAST(:account_nos AS json)) WITH ORDINALITY AS listed(account_no, place)"
    " ORDER BY place ON CONFLICT (account_no) DO UPDATE SET changed_at = excluded.changed_at"
)
_NOTE_TOUCHED = text(
    "INSERT INTO consumer_change (account_no, changed_at)"
    " SELECT account_no, :before + place FROM touched WHERE true ORDER BY place"
    " ON CONFLICT (account_no) DO UPDATE SET changed_at = excluded.changed_at"
)


def last_cursor(connection: Connection) -> int:
    """The highest number given, 0 before the first."""
    return int(connection.execute(select(CHANGE_CURSOR.c.cursor)).scalar_one())


def next_number(connection: Connection) -> int:
    """A number for a change that is no consumer's. Locks the cursor until commit."""
    return next_numbers(connection, 1)


def next_numbers(connection: Connection, count: int) -> int:
    """The first of so many numbers for changes that are no consumer's. Locks the cursor until commit."""
    return _advance(connection, count) + 1


def note_changes(connection: Connection, account_nos: Collection[str]) -> None:
    """These consumers changed in this transaction. Call it last: it locks the cursor until commit."""
    if not account_nos:
        return
    if connection.dialect.name == "postgresql":
        told = {"count": len(account_nos), "account_nos": listed(sorted(account_nos))}
        connection.execute(_NOTE_LISTED, told)
        return
    before = _advance(connection, len(account_nos))
    rows: list[Row] = [
        {"account_no": account_no, "changed_at": before + place}
        for place, account_no in enumerate(sorted(account_nos), 1)
    ]
    insert_rows(connection, CONSUMER_CHANGE, rows, _MOVED)


def note_touched(connection: Connection, count: int) -> None:
    """The same for many: a temporary table ``touched(account_no, place)`` names them, places 1 to count."""
    if count:
        connection.execute(_NOTE_TOUCHED, {"before": _advance(connection, count)})


def _advance(connection: Connection, count: int) -> int:
    cursor = connection.execute(
        update(CHANGE_CURSOR)
        .where(CHANGE_CURSOR.c.single == _SINGLE)
        .values(cursor=CHANGE_CURSOR.c.cursor + count)
        .returning(CHANGE_CURSOR.c.cursor)
    ).scalar_one()
    return int(cursor) - count

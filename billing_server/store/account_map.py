"""The map of old account numbers to new ones, for numbers that a consumer's own old number does not tell."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

from sqlalchemy import delete, select

from billing_server.shapes import MOST_TEXT_CHARACTERS
from billing_server.store.bulk import insert_rows
from billing_server.store.cursor import next_numbers
from billing_server.store.schema import ACCOUNT_MAP, CONSUMER

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from sqlalchemy import Connection

    from billing_server.store.engine import Database

MOST_STEPS = 8
"""A number that was replaced more often than this is no number any more."""
MOST_NAMED = 10
"""How many wrong numbers an error names."""
_COLUMNS = 2


def pairs_in(lines: Iterable[str]) -> dict[str, str]:
    """``old,new`` a line, spaces and empty lines apart. Raises ValueError with the line that is none."""
    pairs: dict[str, str] = {}
    for place, row in enumerate(csv.reader(lines), 1):
        cells = [cell.strip() for cell in row]
        if not any(cells):
            continue
        if len(cells) != _COLUMNS or not all(cells) or cells[0] == cells[1]:
            message = f"line {place} is no pair of an old and a new number: {','.join(row)}"
            raise ValueError(message)
        if max(map(len, cells)) > MOST_TEXT_CHARACTERS or "\x00" in "".join(cells):
            message = f"line {place} holds no account number"
            raise ValueError(message)
        if pairs.setdefault(cells[0], cells[1]) != cells[1]:
            message = f"line {place}: {cells[0]} became {pairs[cells[0]]} already"
            raise ValueError(message)
    return pairs


def map_accounts(database: Database, pairs: Mapping[str, str], by: str, now_us: int) -> int:
    """From now money told for an old number goes to the new one; how many pairs were written.

    An old number told again is replaced. What came before waits for an accountant, as it did. Raises ValueError
    when a new number is nobody's.
    """

    def work(connection: Connection) -> int:
        _refuse_strangers(connection, set(pairs.values()) - set(pairs))
        connection.execute(delete(ACCOUNT_MAP).where(ACCOUNT_MAP.c.old_account_no.in_(pairs)))
        first = next_numbers(connection, len(pairs))
        rows: list[dict[str, object]] = [
            {
                "old_account_no": old,
                "new_account_no": new,
                "by_id": by,
                "at_us": now_us,
                "changed_at": first + place,
            }
            for place, (old, new) in enumerate(sorted(pairs.items()))
        ]
        insert_rows(connection, ACCOUNT_MAP, rows)
        return len(rows)

    return database.write(work)


def read_map(connection: Connection, old_numbers: Collection[str]) -> dict[str, str]:
    """Old number to what it is now, followed through every step."""
    now = {number: number for number in old_numbers}
    for _ in range(MOST_STEPS):
        asked = select(ACCOUNT_MAP.c.old_account_no, ACCOUNT_MAP.c.new_account_no).where(
            ACCOUNT_MAP.c.old_account_no.in_(set(now.values()))
        )
        steps = {old: new for old, new in connection.execute(asked)}  # noqa: C416 - dict() of rows is no mapping to mypy
        if not steps:
            break
        now = {number: steps.get(became, became) for number, became in now.items()}
    return {number: became for number, became in now.items() if became != number}


def _refuse_strangers(connection: Connection, new_numbers: Collection[str]) -> None:
    known = connection.execute(
        select(CONSUMER.c.account_no).where(CONSUMER.c.account_no.in_(new_numbers))
    ).scalars()
    strangers = sorted(set(new_numbers) - set(known))
    if strangers:
        message = f"nobody has the new number {', '.join(strangers[:MOST_NAMED])}"
        raise ValueError(message)

"""The map of old account numbers to new ones, for numbers that a consumer's own old number does not tell."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import delete, select

from billing_server.store.bulk import insert_rows
from billing_server.store.cursor import next_numbers
from billing_server.store.known_accounts import in_parts, known_accounts
from billing_server.store.saying_no import SaidNo
from billing_server.store.schema import ACCOUNT_MAP
from counter_app.wire.lists import MOST_STEPS, RenumberedTold

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from sqlalchemy import Connection

    from billing_server.store.engine import Database

MOST_NAMED = 10
"""How many wrong numbers an error names."""


def map_accounts(database: Database, pairs: Mapping[str, str], by: str, now_us: int) -> int:
    """From now money told for an old number goes to the new one; how many pairs were written.

    An old number told again is replaced. What came before waits for an accountant, as it did. Raises ValueError
    when a new number is nobody's.
    """

    def work(connection: Connection) -> int:
        _refuse_strangers(connection, set(pairs.values()) - set(pairs))
        for part in in_parts(pairs):
            is_replaced = ACCOUNT_MAP.c.old_account_no.in_(part)
            connection.execute(delete(ACCOUNT_MAP).where(is_replaced))
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


@dataclass(frozen=True, slots=True)
class Pair:
    """An old number, what it became, and who said so when."""

    old_account_no: str
    new_account_no: str
    by: str
    at_us: int


def last_pairs(connection: Connection, most: int) -> tuple[Pair, ...]:
    """So many of those written last, the newest first."""
    rows = connection.execute(
        select(ACCOUNT_MAP).order_by(ACCOUNT_MAP.c.changed_at.desc()).limit(most)
    )
    return tuple(Pair(r.old_account_no, r.new_account_no, r.by_id, r.at_us) for r in rows)


def tell_renumbered(connection: Connection, since: int, reached: int) -> tuple[RenumberedTold, ...]:
    """The pairs written after one change cursor and up to the other, in their order."""
    columns = ACCOUNT_MAP.c
    rows = connection.execute(
        select(columns.old_account_no, columns.new_account_no)
        .where(columns.changed_at > since, columns.changed_at <= reached)
        .order_by(columns.changed_at)
    )
    return tuple(RenumberedTold(old, new) for old, new in rows)


def _refuse_strangers(connection: Connection, new_numbers: Collection[str]) -> None:
    strangers = sorted(set(new_numbers) - known_accounts(connection, new_numbers))
    if strangers:
        named = ", ".join(strangers[:MOST_NAMED])
        raise SaidNo("nobody has the new number {accounts}", accounts=named)

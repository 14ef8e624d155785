"""Which of many account numbers are consumers here. Writes nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from billing_server.store.schema import CONSUMER

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sqlalchemy import Connection

MOST_ASKED = 10_000
"""Numbers in one question to the database."""


def in_parts(numbers: Iterable[str]) -> Iterator[list[str]]:
    """As many at once as a question holds, sorted."""
    ordered = sorted(numbers)
    for first in range(0, len(ordered), MOST_ASKED):
        yield ordered[first : first + MOST_ASKED]


def known_accounts(connection: Connection, account_nos: Iterable[str]) -> set[str]:
    """Those of these accounts that are consumers here, served or not."""
    found = set[str]()
    for part in in_parts(account_nos):
        asked = select(CONSUMER.c.account_no).where(CONSUMER.c.account_no.in_(part))
        found.update(connection.execute(asked).scalars())
    return found

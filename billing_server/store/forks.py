"""Both stories of a fork: what was kept of a number, and what came under it later. Reads only."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, select

from billing_server.reading import MessageKey
from billing_server.store.message_keys import key_row
from billing_server.store.schema import FORK, MESSAGE_KEY
from billing_server.store.told_schema import MESSAGE, MESSAGE_BODY

if TYPE_CHECKING:
    from sqlalchemy import Column, ColumnElement, Connection
    from sqlalchemy.sql.base import ReadOnlyColumnCollection


@dataclass(frozen=True, slots=True)
class Story:
    """What one side tells under a number: the message's exact bytes, its chain hash, when it came."""

    key: MessageKey
    raw: bytes
    hash: bytes
    received_us: int


@dataclass(frozen=True, slots=True)
class Parting:
    """One number with its stories. ``kept`` is None where only the other side goes on."""

    sequence: int
    kept: Story | None
    others: tuple[Story, ...]


def story_kept(connection: Connection, key: MessageKey) -> Story | None:
    """The message that is kept under this number."""
    row = connection.execute(
        select(MESSAGE.c.hash, MESSAGE.c.received_us, MESSAGE_BODY.c.raw)
        .join_from(MESSAGE, MESSAGE_BODY, _is_body())
        .where(_is(MESSAGE.c, key))
    ).one_or_none()
    return Story(key, row.raw, row.hash, row.received_us) if row is not None else None


def partings_of(connection: Connection, counter_id: str, epoch: int, most: int) -> list[Parting]:
    """Every number of this epoch that has another story, the first so many."""
    others: dict[int, list[Story]] = {}
    rows = connection.execute(
        select(FORK)
        .where(FORK.c.counter_id == counter_id, FORK.c.epoch == epoch)
        .order_by(FORK.c.sequence, FORK.c.received_us, FORK.c.hash)
        .limit(most)
    )
    for row in rows:
        story = Story(
            MessageKey(counter_id, epoch, row.sequence), row.raw, row.hash, row.received_us
        )
        others.setdefault(row.sequence, []).append(story)
    return [
        Parting(
            sequence, story_kept(connection, MessageKey(counter_id, epoch, sequence)), tuple(told)
        )
        for sequence, told in others.items()
    ]


def _is_body() -> ColumnElement[bool]:
    named = (*MESSAGE_KEY, "book_month")
    return and_(*(MESSAGE.c[name] == MESSAGE_BODY.c[name] for name in named))


def _is(
    columns: ReadOnlyColumnCollection[str, Column[Any]], key: MessageKey
) -> ColumnElement[bool]:
    return and_(*(columns[name] == value for name, value in key_row(key).items()))

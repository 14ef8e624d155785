"""The only writer of what consumers are found by: name_index and word_index, and the words of ``bill_words``."""

from __future__ import annotations

from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING, Final

from counter_app.domain.name_key import fold, index_key
from local_db import bill_words
from local_db.bill_rows import IN_MOST_PLACES, consumer

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from counter_app.wire.packing import ConsumerRow
    from local_db.cipher import Connection

LOCALITIES_REMEMBERED: Final = 4096

_ADD_NAME = "INSERT INTO name_index (rowid, key) VALUES (?, ?)"
_ADD_WORDS = "INSERT INTO word_index (rowid, key) VALUES (?, ?)"
_DROP_KEYS = (
    "DELETE FROM name_index WHERE rowid = ?",
    "DELETE FROM word_index WHERE rowid = ?",
)
_COUNT_KEYS = (
    "SELECT min((SELECT count(*) FROM name_index_docsize),"
    " (SELECT count(*) FROM word_index_docsize))"
)
OPTIMIZE = (
    "INSERT INTO name_index (name_index) VALUES ('optimize')",
    "INSERT INTO word_index (word_index) VALUES ('optimize')",
)
"""Asked of a new file, after the last row."""

_NAME_EN, _NAME_HI, _GUARDIAN, _LOCALITY = (
    list(consumer.columns.keys()).index(name) - 1
    for name in ("name_en", "name_hi", "guardian_name", "locality")
)
"""Places in a row of a consumer without its number."""


def add_keys(connection: Connection, rows: Iterable[int], consumers: Sequence[ConsumerRow]) -> None:
    """Make these consumers found, each under its row."""
    numbers = list(rows)
    names = [index_key(one[_NAME_EN], one[_NAME_HI]) for one in consumers]
    connection.executemany(_ADD_NAME, zip(numbers, names, strict=True))
    keys = map(_with_beside, names, consumers)
    connection.executemany(_ADD_WORDS, zip(numbers, keys, strict=True))
    texts = ((one[_NAME_EN], one[_NAME_HI], one[_GUARDIAN], one[_LOCALITY]) for one in consumers)
    bill_words.add_words(connection, chain.from_iterable(texts))


def drop_keys(connection: Connection, rows: Sequence[tuple[int]]) -> None:
    """Find them no more. A word nobody bears any more stays: it leads to nobody."""
    for drop in _DROP_KEYS:
        connection.executemany(drop, rows)


def counted_keys(connection: Connection) -> int:
    """How many consumers are found by every index, counted row by row."""
    return int(connection.execute(_COUNT_KEYS).fetchone()[0])


def _with_beside(name_key: str, one: ConsumerRow) -> str:
    """The keys of the names and of the words a consumer may be told apart by, each once."""
    keys = [*name_key.split(), *fold(one[_GUARDIAN]).split(), *_keys_of_place(one[_LOCALITY])]
    return " ".join(dict.fromkeys(keys))


@lru_cache(maxsize=LOCALITIES_REMEMBERED)
def _keys_of_place(locality: str) -> tuple[str, ...]:
    return tuple([key for key in fold(locality).split() if key != IN_MOST_PLACES])

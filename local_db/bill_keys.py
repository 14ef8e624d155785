"""The only writer of what consumers are found by: name_index and word_index, and the words of ``bill_words``."""

from __future__ import annotations

from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING, Final

from counter_app.domain.name_key import folded, index_keys
from local_db import bill_words
from local_db.bill_files import PAGE_BYTES
from local_db.bill_rows import IN_MOST_PLACES, INDEXES_OF_KEYS, TABLES_OF_KEYS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from counter_app.wire.packing import NameRow
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
_OPTIMIZE = (
    "INSERT INTO name_index (name_index) VALUES ('optimize')",
    "INSERT INTO word_index (word_index) VALUES ('optimize')",
)
_EMPTY = "DELETE FROM {table}"
_TAKE_OVER = "INSERT INTO {table} SELECT * FROM found.{table}"
_READ_ALL = (
    "SELECT total(length(hex(block))) FROM {index}_data",
    "SELECT max(pgno) FROM {index}_idx",
)
_PARTS_OF_INDEX = ("data", "idx", "docsize", "config")
"""The ordinary tables that FTS5 keeps an index in (sqlite.org/fts5.html, section 9)."""


def make_tables(connection: Connection) -> None:
    """In a new file, before the first key."""
    for statement in (*TABLES_OF_KEYS, *bill_words.TABLES):
        connection.execute(statement)


def add_keys(
    connection: Connection,
    rows: Iterable[int],
    consumers: Sequence[NameRow],
    known: set[str] | None = None,
) -> None:
    """Make these consumers found, each under its row. ``known`` is as ``bill_words.add_words`` has it."""
    numbers = list(rows)
    keys = [index_keys(name_en, name_hi) for name_en, name_hi, _, _ in consumers]
    connection.executemany(_ADD_NAME, zip(numbers, map(_joined, keys), strict=True))
    with_beside = map(_joined, map(_with_beside, keys, consumers))
    connection.executemany(_ADD_WORDS, zip(numbers, with_beside, strict=True))
    bill_words.add_words(connection, chain.from_iterable(consumers), known)


def finish_new(connection: Connection) -> None:
    """In a new file, after the last key. No transaction may be open."""
    connection.execute("BEGIN")
    bill_words.file_words(connection)
    connection.execute("COMMIT")
    for statement in _OPTIMIZE:
        connection.execute(statement)


def take_over(connection: Connection, path: Path, key: bytes) -> None:
    """Take all keys from another new file under the same key, made by another process meanwhile.

    What FTS5 keeps is taken row by row as it is; it is read anew by whoever opens the file next.
    """
    connection.execute(f"PRAGMA cipher_default_page_size = {PAGE_BYTES}")
    connection.execute("PRAGMA cipher_default_hmac_algorithm = HMAC_SHA256")
    connection.execute("ATTACH DATABASE ? AS found KEY ?", (str(path), f"x'{key.hex()}'"))
    connection.execute("BEGIN")
    for table in [f"{index}_{part}" for index in INDEXES_OF_KEYS for part in _PARTS_OF_INDEX]:
        connection.execute(_EMPTY.format(table=table))
        connection.execute(_TAKE_OVER.format(table=table))
    bill_words.take_over(connection)
    connection.execute("COMMIT")
    connection.execute("DETACH DATABASE found")


def drop_keys(connection: Connection, rows: Sequence[tuple[int]]) -> None:
    """Find them no more. A word nobody bears any more stays: it leads to nobody."""
    for drop in _DROP_KEYS:
        connection.executemany(drop, rows)


def read_all(connection: Connection) -> None:
    """Read every page of the indexes. Raises the driver's error for one that is damaged."""
    for index in INDEXES_OF_KEYS:
        for read in _READ_ALL:
            connection.execute(read.format(index=index)).fetchone()


def counted_keys(connection: Connection) -> int:
    """How many consumers are found by every index, counted row by row."""
    return int(connection.execute(_COUNT_KEYS).fetchone()[0])


def _with_beside(keys: list[str], one: NameRow) -> list[str]:
    """The keys of the names, and of the words a consumer may be told apart by."""
    _, _, guardian_name, locality = one
    return [*keys, *folded(guardian_name), *_keys_of_place(locality)]


def _joined(keys: list[str]) -> str:
    """Each once; ``index_key`` is this of ``index_keys``."""
    return " ".join(filter(None, dict.fromkeys(keys)))


@lru_cache(maxsize=LOCALITIES_REMEMBERED)
def _keys_of_place(locality: str) -> tuple[str, ...]:
    return tuple([key for key in folded(locality) if key != IN_MOST_PLACES])

"""The words of the snapshot, so that one slip of the finger is looked up and not searched for.

``word`` holds every word of a name, guardian or locality with its key. ``gap`` files it under its first
letters whole, and under them with each letter in turn left out; and the same of how it sounds. Two words
one slip apart are filed under a common gap (``counter_app.domain.slips``). A gap is kept as its checksum:
eight bytes a row, and a wrong word under the same number does no harm, for all are compared in the end.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Final
from zlib import crc32

from counter_app.domain.closeness import (
    SHORTEST_BEGINNING_WITH_SLIP,
    SHORTEST_WITH_SLIP,
    begins_with_slip,
    likeness,
)
from counter_app.domain.name_key import sounds_of, words_of
from counter_app.domain.slips import is_one_slip, with_one_left_out

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from local_db.cipher import Connection

LETTERS_FILED: Final = SHORTEST_BEGINNING_WITH_SLIP
"""Of a word as it is spelt."""

LETTERS_OF_SOUND_FILED: Final = 6
SHORTEST_SOUND_FILED: Final = 4
"""Letters: shorter ones sound like half the city with one slip."""

MOST_NEAR: Final = 12
"""Keys that are asked for beside a word's own."""

WORDS_FILED_AT_ONCE: Final = 20_000
"""Each lot is filed in order of its gaps: one walk through the table, not one search a row."""

TABLES: Final = (
    (
        "CREATE TABLE word (row INTEGER PRIMARY KEY, spelt TEXT NOT NULL, key TEXT NOT NULL,"
        " sound TEXT NOT NULL, UNIQUE (spelt, key)) STRICT"
    ),
    (
        "CREATE TABLE gap (gap INTEGER NOT NULL, word INTEGER NOT NULL, PRIMARY KEY (gap, word))"
        " STRICT, WITHOUT ROWID"
    ),
)

_SOUND: Final = "="
"""Stands before gaps of how a word sounds: in no word."""
_BEYOND: Final = "\uffff"
"""Sorts after every letter."""

_IS_THERE: Final = "SELECT 1 FROM word WHERE spelt = ? AND key = ?"
_ADD_WORD: Final = "INSERT INTO word (spelt, key, sound) VALUES (?, ?, ?)"
_FILE: Final = "INSERT INTO gap (gap, word) VALUES (?, ?) ON CONFLICT DO NOTHING"
_TAKE_OVER: Final = (
    "INSERT INTO word SELECT * FROM found.word",
    "INSERT INTO gap SELECT * FROM found.gap",
)
_LAST_ROW: Final = "SELECT coalesce(max(row), 0) FROM word"
_AFTER: Final = "SELECT row, spelt, sound FROM word WHERE row > ? ORDER BY row LIMIT ?"
_NEAR: Final = "SELECT DISTINCT spelt, sound, key FROM gap JOIN word ON word.row = gap.word WHERE gap IN ({marks})"
_SPELT_SO: Final = "SELECT 1 FROM word WHERE spelt = ? LIMIT 1"
_BEGINS_SO: Final = "SELECT 1 FROM word WHERE spelt >= ? AND spelt < ? LIMIT 1"


def last_word(connection: Connection) -> int:
    """The row of the word added last, 0 for none."""
    return int(connection.execute(_LAST_ROW).fetchone()[0])


def add_words(connection: Connection, texts: Iterable[str], known: set[str] | None = None) -> None:
    """Add the words of these texts that are not there yet, none with figures; ``file_words`` makes them found.

    A word nobody bears any more stays: it leads to nobody. ``known`` remembers from call to call, within one load,
    which parts of texts were looked at.
    """
    parts = set(" ".join(texts).split())
    if known is not None:
        parts -= known
        known |= parts
    words = {
        (sounds.spelt, sounds.key): sounds.without_a
        for word in chain.from_iterable(map(words_of, parts))
        if _is_all_letters(word) and (sounds := sounds_of(word))
    }
    fresh = [row for row in words if connection.execute(_IS_THERE, row).fetchone() is None]
    connection.executemany(_ADD_WORD, sorted((*row, words[row]) for row in fresh))


def file_words(connection: Connection, after: int = 0) -> None:
    """File the words added after this row. A transaction keeps it quick."""
    while lot := connection.execute(_AFTER, (after, WORDS_FILED_AT_ONCE)).fetchall():
        rows = sorted({(gap, row) for row, *forms in lot for gap in _gaps_of(*forms)})
        connection.executemany(_FILE, rows)
        after = lot[-1][0]


def take_over(connection: Connection) -> None:
    """Take all words from the attached file ``found``."""
    for statement in _TAKE_OVER:
        connection.execute(statement)


def keys_near(connection: Connection, word: str) -> tuple[str, ...]:
    """Keys of the words that one slip makes of this one of ``words_of``, the likest first, without its own.

    None for a word with figures: 11 is not 12.
    """
    if len(word) < SHORTEST_WITH_SLIP or not _is_all_letters(word):
        return ()
    spelt, _, sound, own = sounds_of(word)
    gaps = list(_gaps_of(spelt, sound))
    filed_so = _NEAR.format(marks=", ".join("?" * len(gaps)))
    likest: dict[str, float] = {}
    for other, other_sound, key in connection.execute(filed_so, gaps):
        is_near = (
            is_one_slip(spelt, other)
            or is_one_slip(sound, other_sound)
            or begins_with_slip(spelt, other)
        )
        if is_near and key != own:
            likest[key] = max(likest.get(key, 0.0), likeness(word, other))
    return tuple(sorted(likest, key=lambda key: (-likest[key], key))[:MOST_NEAR])


def is_spelt_so(connection: Connection, word: str, *, is_finished: bool) -> bool:
    """Whether a word of somebody is spelt like this one of ``words_of``, or begins like an unfinished one."""
    spelt = sounds_of(word).spelt
    if is_finished:
        return connection.execute(_SPELT_SO, (spelt,)).fetchone() is not None
    return connection.execute(_BEGINS_SO, (spelt, spelt + _BEYOND)).fetchone() is not None


def _gaps_of(spelt: str, sound: str) -> Iterator[int]:
    for gap in with_one_left_out(spelt[:LETTERS_FILED]):
        yield crc32(gap.encode())
    if len(sound) >= SHORTEST_SOUND_FILED:
        for gap in with_one_left_out(sound[:LETTERS_OF_SOUND_FILED]):
            yield crc32((_SOUND + gap).encode())


def _is_all_letters(word: str) -> bool:
    return not any(map(str.isdecimal, word))

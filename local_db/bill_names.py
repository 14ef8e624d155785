"""Finding consumers by name, from the strict question to the lenient, as far as it takes to find a few.

1. all words in the name, in any order, the last one as a beginning;
2. all words in the name, the guardian's name and the locality together;
3. the same with one slip of the finger forgiven, or, of several words, with one that is nobody's.

What is found is put in order by how near it is to what was typed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from counter_app.domain.closeness import SAME_WORD, Closeness, closeness
from local_db import bill_questions as questions
from local_db.bill_words import is_spelt_so, keys_near

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from local_db.bill_questions import Asked
    from local_db.cipher import Connection

Row = tuple[str, ...]
"""account_no, name_en, name_hi, guardian_name, address, locality, meter_no."""

MOST_NAMES = 150
"""Hits of the first question that are put in order; of a frequent name only so many are looked at."""

MOST_OTHERS = 60
"""The same of each further question."""

FEW = 5
"""Fewer hits that are well spelt let us go on asking: as many as a cashier takes in at a glance."""

IN_NAMES = (
    "SELECT account_no, name_en, name_hi, guardian_name, address, locality, meter_no FROM consumer"
    " WHERE row IN (SELECT rowid FROM name_index WHERE name_index MATCH ? LIMIT ?)"
)
IN_ALL_WORDS = IN_NAMES.replace("name_index", "word_index")
"""Where a question is asked; ``row`` joins as the keys come, in order of the file."""


def named(connection: Connection, typed: str, most_rows: int) -> list[tuple[Row, str]]:
    """Those who may be meant, the nearest first, and what fitted: ``name``, or ``near`` for step 3.

    Equally near ones by account.
    """
    words = questions.asked_words(typed)
    hits = _Hits(connection, typed)
    if words:
        _ask_all(connection, words, hits)
    return hits.in_order()[:most_rows]


def _ask_all(connection: Connection, words: tuple[Asked, ...], hits: _Hits) -> None:
    hits.ask(IN_NAMES, questions.begun(words), MOST_NAMES, "name")
    if hits.are_crowded:
        # of a frequent beginning only the first are looked at: whole words must be among them
        hits.ask(IN_NAMES, questions.whole(words), MOST_NAMES, "name")
    telling = questions.telling(words)
    if hits.are_few and telling and len(words) > 1:
        hits.ask(IN_ALL_WORDS, questions.begun(telling), MOST_OTHERS, "name")
        if hits.are_crowded:
            hits.ask(IN_ALL_WORDS, questions.whole(telling), MOST_OTHERS, "name")
    if hits.are_few and telling:
        _ask_leniently(connection, telling, hits)


def _ask_leniently(connection: Connection, words: tuple[Asked, ...], hits: _Hits) -> None:
    """Step 3: words that nobody's is spelt like are suspected first, else any of them."""
    if len(words) >= questions.LEAST_WORDS_TO_SPARE and len(words[-1].key) == 1:
        words = words[:-1]  # one letter tells little, and half the city has it
    suspects = [
        word
        for word in words
        if not is_spelt_so(connection, word.spelt, is_finished=not word.is_last)
    ]
    near = {word.spelt: keys_near(connection, word.spelt) for word in suspects or words}
    if any(near.values()):
        ask = questions.replaced if suspects else questions.one_replaced
        hits.ask_wide(lambda words: ask(words, near), words)
    if not hits.count and len(words) > 1:
        near = {word.spelt: keys_near(connection, word.spelt) for word in words}
        hits.ask_wide(lambda words: questions.each_perhaps_replaced(words, near), words)
    if not hits.count and len(words) >= questions.LEAST_WORDS_TO_SPARE:
        hits.ask_wide(lambda words: questions.one_spared(words, suspects or words), words)


class _Hits:
    """What was found so far."""

    def __init__(self, connection: Connection, typed: str) -> None:
        self._connection, self._typed = connection, typed
        self._found: dict[str, tuple[Closeness, Row, str]] = {}
        self._well_spelt = 0
        self.are_crowded = False

    @property
    def count(self) -> int:
        """How many."""
        return len(self._found)

    @property
    def are_few(self) -> bool:
        """Whether a further question is worth its time."""
        return not self.are_crowded and self._well_spelt < FEW

    def ask(self, where: str, question: str, most: int, matched: str) -> None:
        """Add what this question finds; ``are_crowded`` then says whether there may be more of it."""
        rows = self._connection.execute(where, (question, most)).fetchall()
        self.are_crowded = len(rows) == most
        for row in rows:
            if row[0] not in self._found:
                close = closeness(self._typed, row[1:3], (row[3], row[5]))
                self._found[row[0]] = close, row, matched
                self._well_spelt += close.weakest >= SAME_WORD

    def ask_wide(self, question: Callable[[Sequence[Asked]], str], words: Sequence[Asked]) -> None:
        """A lenient question: of names and beside, and while it finds too many, narrower and narrower."""
        self.ask(IN_ALL_WORDS, question(words), MOST_OTHERS, "near")
        if self.are_crowded and words[-1].is_last:
            self.ask(IN_ALL_WORDS, question(questions.finished(words)), MOST_OTHERS, "near")
        if self.are_crowded:
            self.ask(IN_NAMES, question(words), MOST_OTHERS, "near")

    def in_order(self) -> list[tuple[Row, str]]:
        """The nearest first."""
        hits = sorted(self._found.values(), key=lambda hit: (-hit[0].near, hit[1][0]))
        return [(row, matched) for _, row, matched in hits]

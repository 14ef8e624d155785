"""``dev.py names``: how often a misspelt name brings the consumer among the first five.

Names are drawn by seed from the generator's book, in either script, and each is misspelt in one of the ways of
``misspelling``, all ways alike often. A cashier then asks by the rule of ``Question.typed``, which knows the book
and not the search: the name alone where at most five consumers bear it (in any spelling the generator has for
it), else with the guardian's first name, else with the locality too. Only the name is misspelt.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import tempfile
from collections import Counter as Tally
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain, cycle
from pathlib import Path
from typing import TYPE_CHECKING

from billing_server.book.generator import make_book
from billing_server.book.naming import name_lists
from counter_app.launch import Counter
from tests.day.bench import FULL_CITY, USUAL_SEED, say
from tests.day.misspelling import ENGLISH, HINDI, as_it_is
from tests.day.stage import set_stage

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from counter_app.use_cases.views import Candidate
    from counter_app.wire.exchange import ConsumerTold
    from tests.day.misspelling import Misspelling

    Find = Callable[[str], Sequence[Candidate]]

NAMES = 500
FIRST = 5
"""Candidates a cashier takes in at a glance."""
LEAST_PERCENT = 95.0
SPARE = 8
"""Consumers looked at for each name asked: not every name can be misspelt in every way."""

TITLES = frozenset({"SMT", "M/S", "श्रीमती"})
"""On the bill, but not said."""
ENGLISH_ONLY = "correct, told in English only"
KINDS: tuple[tuple[str, str, Misspelling], ...] = (
    *(("English", kind, misspell) for kind, misspell in ENGLISH.items()),
    *(("Hindi", kind, misspell) for kind, misspell in HINDI.items()),
    ("Hindi", ENGLISH_ONLY, as_it_is),
)


@dataclass(slots=True)
class Question:
    """One consumer whose name is asked for misspelt."""

    consumer: ConsumerTold
    script: str
    kind: str
    misspelt: list[str]
    said: frozenset[str]
    """The words said, each in the spelling its list has first."""
    bearers: Tally[str] = field(default_factory=Tally)
    """How many have all the words said in their ``name``, and how many of those such a ``guardian`` too."""

    @property
    def told_by(self) -> str:
        """What the cashier types besides a name that more than five bear."""
        if self.bearers["name"] <= FIRST:
            return "name alone"
        if not self.consumer.guardian_name:
            return "name and locality"
        is_enough = self.bearers["guardian"] <= FIRST
        return "name and guardian" if is_enough else "name, guardian and locality"

    @property
    def typed(self) -> str:
        """What the cashier types; the guardian in the script of the name, the locality as the book has it."""
        words = list(self.misspelt)
        if "guardian" in self.told_by:
            first = first_word(self.consumer.guardian_name)
            words.append(in_hindi().get(first, first) if self.script == "Hindi" else first)
        if "locality" in self.told_by:
            words.append(self.consumer.locality)
        return " ".join(words).lower()

    def count(self, other: ConsumerTold, words: frozenset[str]) -> None:
        """Another consumer of the book, and the words of the name."""
        if not self.said <= words:
            return
        self.bearers["name"] += 1
        guardian = self.consumer.guardian_name
        if guardian and usual(first_word(guardian)) in usual_words(other.guardian_name):
            self.bearers["guardian"] += 1


def draw(consumers: int, seed: int, names: int) -> list[Question]:
    """So many questions about a book, the ways of misspelling in turn. Raises ValueError for too small a book."""
    dice = random.Random(seed)
    places = set(dice.sample(range(consumers), min(consumers, names * SPARE)))
    book = enumerate(make_book(consumers, seed))
    chosen = [told.consumer for place, told in book if place in places]
    dice.shuffle(chosen)
    questions: list[Question] = []
    for script, kind, misspell in cycle(KINDS):
        if len(questions) == names:
            break
        fits = (
            (place, question)
            for place, one in enumerate(chosen)
            if (question := misspelt(dice, one, script, kind, misspell))
        )
        found = next(fits, None)
        if found is None:
            message = f"a book of {consumers} has too few names for {names} questions"
            raise ValueError(message)
        del chosen[found[0]]
        questions.append(found[1])
    return questions


def misspelt(
    dice: random.Random, consumer: ConsumerTold, script: str, kind: str, misspell: Misspelling
) -> Question | None:
    """A question about this consumer, None if the name cannot be misspelt so."""
    english = [word for word in consumer.name_en.split() if word not in TITLES]
    name = [word for word in consumer.name_hi.split() if word not in TITLES]
    if script == "English":
        name = [word.lower() for word in english]
    elif kind == ENGLISH_ONLY:
        name = [] if name else [in_hindi().get(word, "") for word in english]
    typed = misspell(dice, name) if name and all(name) else None
    if typed is None:
        return None
    said = english
    if len(typed) < len(name):
        if len(english) != len(name):
            return None
        said = [word for word, own in zip(english, name, strict=True) if own in typed]
    return Question(consumer, script, kind, typed, frozenset(map(usual, said)))


def count_bearers(questions: Iterable[Question], consumers: int, seed: int) -> None:
    """How many of the book bear each name said."""
    by_word: dict[str, list[Question]] = {}
    for question in questions:
        by_word.setdefault(max(question.said), []).append(question)
    for told in make_book(consumers, seed):
        words = usual_words(told.consumer.name_en)
        for question in chain.from_iterable(by_word.get(word, ()) for word in words):
            question.count(told.consumer, words)


def measure(find: Find, *, consumers: int, seed: int, names: int) -> dict[str, object]:
    """Ask all questions; the figures, in the order they are to be read."""
    questions = draw(consumers, seed, names)
    count_bearers(questions, consumers, seed)
    found = {id(question): is_in_first(find, question) for question in questions}

    def shares(kind_of: Callable[[Question], str]) -> dict[str, str]:
        asked = Tally(map(kind_of, questions))
        good = Tally(kind_of(question) for question in questions if found[id(question)])
        return {kind: f"{good[kind]} of {asked[kind]}" for kind in sorted(asked)}

    percent = round(100 * sum(found.values()) / names, 2)
    return {
        "consumers": consumers,
        "names": names,
        "in_first_five_percent": percent,
        "aim": f"at least {LEAST_PERCENT} %",
        "is_met": percent >= LEAST_PERCENT,
        "by_kind": shares(lambda question: f"{question.script}: {question.kind}"),
        "by_what_was_typed": shares(lambda question: question.told_by),
        "missed": [
            f"{question.typed} for {question.consumer.name_en}, {question.consumer.name_hi}"
            for question in questions
            if not found[id(question)]
        ],
    }


def is_in_first(find: Find, question: Question) -> bool:
    """Whether this very consumer, not a namesake, is among the first five."""
    first = find(question.typed)[:FIRST]
    return question.consumer.account_no in [candidate.account_no for candidate in first]


@lru_cache(maxsize=1)
def usual_spellings() -> Mapping[str, str]:
    """Each English word of the generator's lists, and how its list spells it first."""
    return {
        word: first
        for names in name_lists().values()
        for name in names
        for spelling in name.english
        for word, first in zip(spelling.split(), name.english[0].split(), strict=False)
    }


@lru_cache(maxsize=1)
def in_hindi() -> Mapping[str, str]:
    """Each English word of the generator's lists in Hindi."""
    return {
        word: hindi
        for names in name_lists().values()
        for name in names
        for spelling in name.english
        if len(spelling.split()) == len(name.hindi[0].split())
        for word, hindi in zip(spelling.split(), name.hindi[0].split(), strict=True)
    }


def usual(word: str) -> str:
    """The word as its list spells it first."""
    return usual_spellings().get(word, word)


@lru_cache(maxsize=65_536)
def usual_words(name: str) -> frozenset[str]:
    """The words of an English name without titles, each as its list spells it first."""
    return frozenset(usual(word) for word in name.split() if word not in TITLES)


def first_word(name: str) -> str:
    """The first word of a name that has one."""
    return name.split(maxsplit=1)[0]


def main() -> int:
    """Set the stage, ask, print JSON; 1 for fewer than 95 % among the first five."""
    parser = argparse.ArgumentParser(prog="dev.py names", description=__doc__)
    parser.add_argument("--consumers", type=int, default=FULL_CITY)
    parser.add_argument("--names", type=int, default=NAMES)
    parser.add_argument("--seed", type=int, default=USUAL_SEED)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="kesco-names-") as folder:
        say(f"a book of {asked.consumers} consumers, through the server into the counter ...")
        stage = set_stage(Path(folder), consumers=asked.consumers, seed=asked.seed)
        counter = Counter(stage.places)
        try:
            say(f"{asked.names} misspelt names ...")
            figures = measure(
                counter.desk.find_consumer,
                consumers=asked.consumers,
                seed=asked.seed,
                names=asked.names,
            )
        finally:
            counter.close()
            stage.close()
    print(json.dumps(figures, indent=2, ensure_ascii=False))
    return 0 if figures["is_met"] else 1


if __name__ == "__main__":
    sys.exit(main())

"""Reading case files: text into cases of sentences, each sentence with its place in the file.

``tests/data/cases/README.md`` says how a file is written. What these few forms do not know is an error that names the
file and the line; nothing is skipped.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Generic, TypeVar

from counter_app.domain.money import PAISE_PER_RUPEE, Money

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

FOLDER = Path(__file__).parents[2] / "data" / "cases"
SECTIONS = ("Given", "When", "Then")
_CASE = re.compile(r"Case: (?P<title>\S.*)")
_SENTENCE = re.compile(r" +(?P<word>[A-Za-z]+) +(?P<text>\S.*)")
_BLANK = re.compile(r"<(\w+):(\w+)>")
_KINDS: Mapping[str, str] = {
    "account": r"[A-Z]",
    "bill": r"[A-Z][0-9]",
    "count": r"[0-9]+",
    "day": r"[0-9]{2}-[0-9]{2}-[0-9]{4}",
    "line": r"(?:(?:[A-Z]|line [0-9]+): )?",
    "money": r"[0-9,]+\.[0-9]{2}",
    "text": r"\S.*",
    "words": r"[a-z][a-z 0-9]*",
}
"""What may stand in the blanks of a form."""

Scribe = TypeVar("Scribe")


class CaseError(Exception):
    """A case that cannot be read, or says nothing: ``file:line: what is wrong``."""


@dataclass(frozen=True)
class Place:
    """A line of a file."""

    file: str
    number: int

    def wrong(self, what: str) -> CaseError:
        """The error that names it."""
        return CaseError(f"{self.file}:{self.number}: {what}")


@dataclass(frozen=True)
class Sentence:
    """One sentence of a section."""

    section: str
    text: str
    place: Place


@dataclass(frozen=True)
class Case:
    """One case: its title, and what is given, asked and expected."""

    title: str
    place: Place
    sentences: tuple[Sentence, ...]

    def section(self, name: str) -> tuple[Sentence, ...]:
        """The sentences of one section."""
        return tuple(one for one in self.sentences if one.section == name)


def cases_of(file: str, text: str) -> Iterator[Case]:
    """The cases of one file; what stands before the first is for the reader alone."""
    title, started, sentences = "", Place(file, 0), list[Sentence]()
    for number, line in enumerate(text.splitlines(), start=1):
        place = Place(file, number)
        if begins := _CASE.fullmatch(line):
            if title:
                yield _case(title, started, sentences)
            title, started, sentences = begins["title"], place, []
        elif title and line.strip() and not line.startswith("#"):
            sentences.append(_sentence(line, place, sentences))
    if not title:
        raise started.wrong("no case in it")
    yield _case(title, started, sentences)


def all_cases() -> tuple[Case, ...]:
    """Every case of every file."""
    files = sorted(FOLDER.glob("*.txt"))
    return tuple(
        case for path in files for case in cases_of(path.name, path.read_text(encoding="utf-8"))
    )


def _sentence(line: str, place: Place, before: list[Sentence]) -> Sentence:
    match = _SENTENCE.fullmatch(line)
    if match is None:
        raise place.wrong(f"neither Given, When, Then nor and: {line!r}")
    word, text = match["word"], match["text"].rstrip()
    last = before[-1].section if before else ""
    section = last if word == "and" else word
    if section not in SECTIONS or (last and SECTIONS.index(section) < SECTIONS.index(last)):
        raise place.wrong(f"{word!r} does not stand here")
    return Sentence(section, text, place)


def _case(title: str, place: Place, sentences: list[Sentence]) -> Case:
    for section in SECTIONS[1:]:
        if not any(one.section == section for one in sentences):
            raise place.wrong(f"{title!r} has no {section}")
    return Case(title, place, tuple(sentences))


class Forms(Generic[Scribe]):
    """The forms of the sentences of one section, each with what it writes down."""

    def __init__(self) -> None:
        self._forms: list[tuple[re.Pattern[str], Callable[[Scribe, Mapping[str, str]], None]]] = []

    def form(
        self, text: str
    ) -> Callable[
        [Callable[[Scribe, Mapping[str, str]], None]],
        Callable[[Scribe, Mapping[str, str]], None],
    ]:
        """Take a form, with blanks ``<name:kind>`` and optional ends in ``[...]``, into the table."""
        escaped = re.sub(r"[.()+?]", r"\\\g<0>", text).replace("[", "(?:").replace("]", ")?")
        pattern = re.compile(_BLANK.sub(lambda one: f"(?P<{one[1]}>{_KINDS[one[2]]})", escaped))

        def take(
            scribe: Callable[[Scribe, Mapping[str, str]], None],
        ) -> Callable[[Scribe, Mapping[str, str]], None]:
            self._forms.append((pattern, scribe))
            return scribe

        return take

    def read(self, sentences: tuple[Sentence, ...], into: Scribe) -> None:
        """Write down what the sentences say. Raises CaseError for one of no form, or of two."""
        for sentence in sentences:
            found = [
                (write, match)
                for pattern, write in self._forms
                if (match := pattern.fullmatch(sentence.text))
            ]
            if len(found) != 1:
                how = "no such sentence" if not found else "this can be read in two ways"
                raise sentence.place.wrong(f"{how} after {sentence.section}: {sentence.text!r}")
            write, match = found[0]
            try:
                write(into, {name: said or "" for name, said in match.groupdict().items()})
            except (ValueError, KeyError) as error:
                raise sentence.place.wrong(f"{sentence.text!r}: {error}") from error


def money_of(text: str) -> Money:
    """``12,34,567.50``, grouped as the counter prints it. Raises ValueError for anything else."""
    rupees, _, paise = text.replace(",", "").partition(".")
    money = Money(int(rupees) * PAISE_PER_RUPEE + int(paise))
    if str(money) != text:
        message = f"the counter prints {money}, not {text}"
        raise ValueError(message)
    return money


def day_of(text: str) -> date:
    """``23-11-2026``. Raises ValueError for no day of the calendar."""
    day, month, year = map(int, text.split("-"))
    return date(year, month, day)


Code = TypeVar("Code", bound=StrEnum)


def code_of(codes: type[Code], words: str) -> Code:
    """The code that is written with spaces here. Raises ValueError for none."""
    return codes(words.replace(" ", "_"))


def listed(text: str, mark: str = "; ") -> tuple[str, ...]:
    """The parts of a list; none for an empty text."""
    return tuple(text.split(mark)) if text else ()

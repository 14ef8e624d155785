"""Lists as files of lines: old account numbers and new ones, accounts whose cheques bounced. All mistakes at once.

People fix a file in one go when they are told every wrong line. What only the database knows (whether somebody has a
number) comes after.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Generic, TypeVar

from billing_server.shapes import MOST_PROSE_CHARACTERS, MOST_TEXT_CHARACTERS
from billing_server.store.barred import Bar
from billing_server.store.known_accounts import known_accounts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sqlalchemy import Connection

Entry = TypeVar("Entry")

MOST_LINES = 200_000
"""Of one file: more than half a city changes its numbers in more than one file."""
_PAIR_CELLS, _BAR_CELLS = 2, 4


class Wrong(StrEnum):
    """What may be wrong with a line; ``SENTENCES`` has the words."""

    NO_PAIR = "no_pair"
    NO_BAR = "no_bar"
    NO_NUMBER = "no_number"
    TWICE = "twice"
    NO_DAY = "no_day"
    ENDS_BEFORE = "ends_before"
    NO_REASON = "no_reason"
    NOBODY = "nobody"
    TOO_MANY = "too_many"


SENTENCES = {
    Wrong.NO_PAIR: "is no pair of an old and a new number",
    Wrong.NO_BAR: "is no account, first day, last day (or nothing) and reason",
    Wrong.NO_NUMBER: "holds no account number",
    Wrong.TWICE: "names a number that stood on an earlier line",
    Wrong.NO_DAY: "holds no day: write it as 2026-11-23",
    Wrong.ENDS_BEFORE: "ends before it begins",
    Wrong.NO_REASON: "gives no reason, or too long a one",
    Wrong.NOBODY: "names an account that nobody has",
    Wrong.TOO_MANY: f"is beyond the {MOST_LINES} lines of one file",
}


@dataclass(frozen=True, slots=True)
class LineWrong:
    """One wrong line, counted from 1, and what stands on it."""

    line: int
    wrong: Wrong
    text: str

    def __str__(self) -> str:
        """In English, for the command line."""
        return f"line {self.line} {SENTENCES[self.wrong]}: {self.text}"


@dataclass(frozen=True, slots=True)
class FileRead(Generic[Entry]):
    """The good lines by number, and the wrong ones in their order."""

    good: dict[int, Entry]
    wrong: tuple[LineWrong, ...]

    def but(self, more: Iterable[LineWrong]) -> FileRead[Entry]:
        """The same with more wrong lines found."""
        wrong = (*self.wrong, *more)
        bad = {one.line for one in wrong}
        good = {line: one for line, one in self.good.items() if line not in bad}
        return FileRead(good, tuple(sorted(wrong, key=lambda one: one.line)))


def read_pairs(lines: Iterable[str]) -> FileRead[tuple[str, str]]:
    """``old,new`` a line, spaces and empty lines apart."""
    good: dict[int, tuple[str, str]] = {}
    wrong: list[LineWrong] = []
    seen: set[str] = set()
    for line, cells in _cells(lines):
        found = _wrong_pair(line, cells, seen)
        if found is None:
            good[line] = (cells[0], cells[1])
            seen.add(cells[0])
        else:
            wrong.append(LineWrong(line, found, ",".join(cells)))
    return FileRead(good, tuple(wrong))


def read_bars(lines: Iterable[str]) -> FileRead[Bar]:
    """``account,first day,last day,reason`` a line; no last day for no end."""
    good: dict[int, Bar] = {}
    wrong: list[LineWrong] = []
    seen: set[str] = set()
    for line, cells in _cells(lines):
        found = _bar_of(line, cells, seen)
        if isinstance(found, Bar):
            good[line] = found
            seen.add(found.account_no)
        else:
            wrong.append(LineWrong(line, found, ",".join(cells)))
    return FileRead(good, tuple(wrong))


def pairs_known(
    connection: Connection, read: FileRead[tuple[str, str]]
) -> FileRead[tuple[str, str]]:
    """The same, new numbers that nobody has and no line of the file explains told as wrong."""
    olds = {old for old, _ in read.good.values()}
    known = olds | known_accounts(connection, {new for _, new in read.good.values()})
    return read.but(
        LineWrong(line, Wrong.NOBODY, f"{old},{new}")
        for line, (old, new) in read.good.items()
        if new not in known
    )


def bars_known(connection: Connection, read: FileRead[Bar]) -> FileRead[Bar]:
    """The same, accounts that nobody has told as wrong."""
    known = known_accounts(connection, {bar.account_no for bar in read.good.values()})
    return read.but(
        LineWrong(line, Wrong.NOBODY, bar.account_no)
        for line, bar in read.good.items()
        if bar.account_no not in known
    )


def _cells(lines: Iterable[str]) -> Iterator[tuple[int, list[str]]]:
    for line, row in enumerate(csv.reader(lines), 1):
        cells = [cell.strip() for cell in row]
        if any(cells):
            yield line, cells


def _wrong_pair(line: int, cells: list[str], seen: set[str]) -> Wrong | None:
    if len(cells) != _PAIR_CELLS or not all(cells) or cells[0] == cells[1]:
        return Wrong.NO_PAIR
    return _wrong_number(line, cells, seen)


def _wrong_number(line: int, cells: list[str], seen: set[str]) -> Wrong | None:
    if line > MOST_LINES:
        return Wrong.TOO_MANY
    if max(map(len, cells)) > MOST_TEXT_CHARACTERS or "\x00" in "".join(cells):
        return Wrong.NO_NUMBER
    return Wrong.TWICE if cells[0] in seen else None


def _bar_of(line: int, cells: list[str], seen: set[str]) -> Bar | Wrong:
    if len(cells) != _BAR_CELLS or not (cells[0] and cells[1]):
        return Wrong.NO_BAR
    account_no, first, last, reason = cells
    if wrong := _wrong_number(line, cells[:1], seen):
        return wrong
    if not reason or len(reason) > MOST_PROSE_CHARACTERS or "\x00" in reason:
        return Wrong.NO_REASON
    try:
        bar = Bar(
            account_no,
            date.fromisoformat(first),
            date.fromisoformat(last) if last else None,
            reason,
        )
    except ValueError:
        return Wrong.NO_DAY
    return Wrong.ENDS_BEFORE if bar.valid_to and bar.valid_to < bar.valid_from else bar

"""A list of accounts as it was pasted, typed or read from a file: one account and perhaps an amount a line. No Qt."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property

from counter_app.domain.card_guard import holds_card_number
from counter_app.domain.errors import Refusal, RefusalCode
from counter_app.domain.identity import AccountNo
from counter_app.domain.money import Money, western_digits
from counter_app.domain.order_checks import MOST_LINES
from ui.payment_tender_form import read_money

MOST_BYTES = 64_000
"""Of a file: a hundred accounts take three."""

_WORDS = re.compile(r"[\t;]+|\s{1,}|,(?=\s)")
_QUOTES = "\"'“”"
_SHORTEST_ACCOUNT = 6
_PAIR = 2


class Trouble(StrEnum):
    """What may be wrong with a line beside its amount."""

    NO_ACCOUNT = "no_account"
    """No number of six characters or more that could be an account."""
    TOO_MUCH = "too_much"
    """More than an account and an amount."""
    TWICE = "twice"
    """The account stands in the list, or in the payment, already."""
    CARD_NUMBER = "card_number"
    """It was wiped: it looked like a card number."""
    TOO_MANY = "too_many"
    """More lines than one payment takes."""


@dataclass(frozen=True)
class ListedLine:
    """One line: its number in the list from 1, and its text. ``refused`` is what the books said of it."""

    number: int
    text: str
    refused: Refusal | None = None
    is_wiped: bool = False

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Account and amount, as far as there are any."""
        text = western_digits(self.text)
        if text.count(",") == 1 and not _WORDS.search(text.strip()):
            text = text.replace(",", "\t")
        else:
            text = re.sub(r"^(\s*[\w\"']+),", "\\1\t", text)
        parts = (part.strip(_QUOTES + " ,") for part in _WORDS.split(text.strip()))
        return tuple(part for part in parts if part)

    @property
    def account_no(self) -> AccountNo:
        """The account, empty for none."""
        return AccountNo(self.words[0].upper()) if self.words else AccountNo("")

    @cached_property
    def amount(self) -> Money | Refusal | None:
        """The amount, why it is none, or None when all that is due is meant."""
        rest = [word for word in self.words[1:] if word.casefold() not in {"rs", "rs.", "₹"}]
        return read_money(rest[0]) if rest else None

    @property
    def trouble(self) -> Trouble | Refusal | None:
        """What is wrong with it as it stands, alone."""
        if self.is_wiped:
            return Trouble.CARD_NUMBER
        if len(self.account_no) < _SHORTEST_ACCOUNT or not any(map(str.isdecimal, self.account_no)):
            return Trouble.NO_ACCOUNT
        if len([word for word in self.words[1:] if word.casefold() not in {"rs", "rs.", "₹"}]) > 1:
            return Trouble.TOO_MUCH
        return self.amount if isinstance(self.amount, Refusal) else self.refused


@dataclass(frozen=True)
class AccountList:
    """The lines in hand. What cannot be used stays, with its number and what is wrong with it."""

    lines: tuple[ListedLine, ...] = ()
    taken: frozenset[AccountNo] = frozenset()
    """Accounts that stand in the payment already."""

    def with_text(self, text: str) -> AccountList:
        """More lines, empty ones left out; their numbers go on where the list ends, a heading counts as a line."""
        first = self.lines[-1].number if self.lines else 0
        numbered = enumerate(text.splitlines(), start=first + 1)
        return replace(
            self, lines=(*self.lines, *(_line(at, line) for at, line in numbered if line.strip()))
        )

    def mended(self, number: int, account: str, amount: str) -> AccountList:
        """Another account and amount for one line; an empty account takes the line out."""
        text = f"{account.strip()}\t{amount.strip()}".strip()
        lines = [_line(number, text) if line.number == number else line for line in self.lines]
        return replace(self, lines=tuple(line for line in lines if line.text or line.is_wiped))

    def with_line(self, account: str, amount: str) -> AccountList:
        """One more line, typed."""
        return self.with_text(f"{account.strip()}\t{amount.strip()}")

    def left_after(self, refused: dict[AccountNo, Refusal], used: set[AccountNo]) -> AccountList:
        """What remains to be mended once the books were asked: those they refused, and those never asked about."""
        good = {line.number for line in self.good}
        return replace(
            self,
            taken=self.taken | used,
            lines=tuple(
                replace(line, refused=refused[line.account_no]) if line.number in good else line
                for line in self.lines
                if line.number not in good or line.account_no in refused
            ),
        )

    @cached_property
    def troubles(self) -> dict[int, Trouble | Refusal]:
        """Line number to what is wrong with it."""
        troubles: dict[int, Trouble | Refusal] = {}
        seen = set(self.taken)
        for line in self.lines:
            trouble = line.trouble
            if trouble is None and line.account_no in seen:
                trouble = Trouble.TWICE
            elif trouble is None and len(seen) >= MOST_LINES:
                trouble = Trouble.TOO_MANY
            if trouble is None:
                seen.add(line.account_no)
            else:
                troubles[line.number] = trouble
        return troubles

    @property
    def too_many(self) -> AccountList:
        """What one payment could not take: the list of the next one."""
        over = {number for number, what in self.troubles.items() if what is Trouble.TOO_MANY}
        return AccountList(tuple(line for line in self.lines if line.number in over))

    @property
    def good(self) -> tuple[ListedLine, ...]:
        """Lines that can be opened."""
        return tuple(line for line in self.lines if line.number not in self.troubles)


def _line(number: int, text: str) -> ListedLine:
    """The line as typed. An account and an amount beside each other are no card number, whatever they sum up to."""
    line = ListedLine(number, text.strip())
    is_pair = len(line.words) == _PAIR and len(line.account_no) >= _SHORTEST_ACCOUNT
    if any(map(holds_card_number, line.words if is_pair else (line.text,))):
        return ListedLine(number, "", is_wiped=True)
    return line


def text_of_file(content: bytes) -> str:
    """The text of a list saved by an office program. Raises Refusal ORDER_TOO_LONG for what is no such list."""
    if len(content) > MOST_BYTES:
        raise Refusal(RefusalCode.ORDER_TOO_LONG, most=MOST_LINES, most_tenders=0)
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace")
    return content.decode("utf-8-sig", errors="replace")

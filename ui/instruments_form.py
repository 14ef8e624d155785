"""What a head cashier marks, types and sees of cheques, drafts and UPI credits. No Qt: forms think."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

from counter_app.domain.bank_paper import InstrumentState, date_typed, steps_from
from counter_app.domain.errors import Refusal, RefusalCode
from counter_app.domain.instrument import returned
from counter_app.domain.money import ZERO, Money, money_typed, western_digits
from counter_app.domain.return_reasons import reason_kept

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from counter_app.domain.instrument import HeldInstrument, TakenBack

WAITING = (
    InstrumentState.RECEIVED,
    InstrumentState.LISTED,
    InstrumentState.DEPOSITED,
    InstrumentState.CLAIMED,
    InstrumentState.UNMATCHED,
)
"""These wait for a person or the bank: always counted."""

ENDED = (
    InstrumentState.CLEARED,
    InstrumentState.RETURNED,
    InstrumentState.CONFIRMED,
    InstrumentState.GIVEN_BACK,
)
"""These are looked at only when asked for: a year has many."""

STATES = (*WAITING, *ENDED)
MOST_ROWS = 500
"""Rows of one state shown, the newest; a longer list is told, and found by typing."""


class DayProblem(StrEnum):
    """What is wrong with the day of a step."""

    NOT_A_DATE = "not_a_date"
    IN_THE_FUTURE = "in_the_future"
    BEFORE_LAST_STEP = "before_last_step"


def found(held: Iterable[HeldInstrument], text: str) -> tuple[HeldInstrument, ...]:
    """Those whose number, bank, UPI reference, receipt or account holds what was typed, newest first."""
    wanted = " ".join(western_digits(text).casefold().split())
    newest_first = reversed([one for one in held if not wanted or wanted in _words_of(one)])
    return tuple(newest_first)


def _words_of(held: HeldInstrument) -> str:
    paper = held.paper
    written = (paper.number, paper.bank, paper.branch, paper.ifsc, paper.drawer) if paper else ()
    parts = (name for part in held.parts for name in (str(part.receipt_no), part.account_no))
    return " ".join((*written, held.upi_reference, *parts)).casefold()


def next_steps(state: InstrumentState) -> tuple[InstrumentState, ...]:
    """The steps on from a state that are no return, in the order of the trade."""
    return tuple(step for step in steps_from(state) if step is not InstrumentState.RETURNED)


def can_be_returned(state: InstrumentState) -> bool:
    """Whether the bank may give it back from here."""
    return InstrumentState.RETURNED in steps_from(state)


def day_problem(text: str, held: Iterable[HeldInstrument], today: date) -> DayProblem | None:
    """What is wrong with the day typed for a step of these."""
    day = date_typed(text)
    if day is None:
        return DayProblem.NOT_A_DATE
    if day > today:
        return DayProblem.IN_THE_FUTURE
    if any(day < one.steps[-1].on for one in held):
        return DayProblem.BEFORE_LAST_STEP
    return None


@dataclass(frozen=True)
class ReturnForm:
    """The bank gave one back. ``reason`` is a code of ``return_reasons``, ``words`` what the memo says beside it.

    Not slotted: what is read from the texts is read once and kept.
    """

    held: HeldInstrument
    today: date
    day_text: str
    reason: str = ""
    words: str = ""
    charge_text: str = ""

    def with_text(self, part: str, text: str) -> ReturnForm:
        """The form after typing; parts are its fields."""
        match part:
            case "reason":
                return replace(self, reason=text)
            case "words":
                return replace(self, words=text)
            case "charge":
                return replace(self, charge_text=text)
            case _:
                return replace(self, day_text=text)

    @cached_property
    def day_problem(self) -> DayProblem | None:
        """What is wrong with the day."""
        return day_problem(self.day_text, (self.held,), self.today)

    @property
    def day(self) -> date | None:
        """The day the bank gave it back."""
        return date_typed(self.day_text)

    @cached_property
    def charge(self) -> Money | Refusal:
        """The bank's charge; nothing typed is none."""
        if not self.charge_text.strip():
            return ZERO
        try:
            return money_typed(self.charge_text)
        except Refusal as refusal:
            return ZERO if refusal.code is RefusalCode.AMOUNT_ZERO else refusal

    @property
    def said(self) -> str:
        """The reason as it is kept; empty while there is none."""
        return reason_kept(self.reason, self.words)

    @cached_property
    def undone(self) -> tuple[TakenBack, ...]:
        """What the return undoes of each payment, whatever its reason."""
        return returned(self.held, "as the form asks").parts

    @property
    def is_complete(self) -> bool:
        """Whether nothing is missing."""
        return self.day_problem is None and isinstance(self.charge, Money) and bool(self.said)

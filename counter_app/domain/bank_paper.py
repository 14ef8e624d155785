"""Cheque and demand draft: the bank's paper, as it is written and as the rules ask of it (domain, section 5)."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from counter_app.domain.card_guard import refuse_card_number
from counter_app.domain.errors import Refusal, RefusalCode
from counter_app.domain.money import western_digits

if TYPE_CHECKING:
    from collections.abc import Mapping

LONGEST_BANK_NAME = 60
MONTHS_A_YEAR = 12
_CENTURY, _THIS_CENTURY = 100, 2000
_DATE = re.compile(r"(\d{1,2})[-/. ]+(\d{1,2})[-/. ]+(\d{4}|\d{2})")


class InstrumentState(StrEnum):
    """The life of a cheque or draft; UNMATCHED and CONFIRMED end that of a UPI claim."""

    RECEIVED = "received"
    LISTED = "listed"
    DEPOSITED = "deposited"
    CLEARED = "cleared"
    RETURNED = "returned"
    CLAIMED = "claimed"
    CONFIRMED = "confirmed"
    UNMATCHED = "unmatched"
    GIVEN_BACK = "given_back"
    """To the payer, when its payments were reversed before it was listed."""


_NEXT: Mapping[InstrumentState, frozenset[InstrumentState]] = {
    InstrumentState.RECEIVED: frozenset(
        {InstrumentState.LISTED, InstrumentState.DEPOSITED, InstrumentState.GIVEN_BACK}
    ),
    InstrumentState.LISTED: frozenset({InstrumentState.DEPOSITED}),
    InstrumentState.DEPOSITED: frozenset({InstrumentState.CLEARED, InstrumentState.RETURNED}),
    InstrumentState.CLEARED: frozenset({InstrumentState.RETURNED}),
    InstrumentState.RETURNED: frozenset(),
    InstrumentState.CLAIMED: frozenset({InstrumentState.CONFIRMED, InstrumentState.UNMATCHED}),
    InstrumentState.UNMATCHED: frozenset({InstrumentState.CONFIRMED, InstrumentState.RETURNED}),
    InstrumentState.CONFIRMED: frozenset(),
    InstrumentState.GIVEN_BACK: frozenset(),
}
"""A bank may return a cheque after it seemed cleared; a credit not found at first may turn up later."""


_NOT_BY_HAND = frozenset(
    {
        (InstrumentState.RECEIVED, InstrumentState.DEPOSITED),
        (InstrumentState.RECEIVED, InstrumentState.GIVEN_BACK),
    }
)
"""What a bank slip and a reversal do, and no person by hand."""


def refuse_step(now: InstrumentState, then: InstrumentState) -> None:
    """Raise Refusal INSTRUMENT_STEP_WRONG unless an instrument may go from one state to the other."""
    if then not in _NEXT[now]:
        raise Refusal(RefusalCode.INSTRUMENT_STEP_WRONG, now=now, then=then)


def refuse_step_by_hand(now: InstrumentState, then: InstrumentState) -> None:
    """As ``refuse_step``, and for what only a slip or a reversal does."""
    refuse_step(now, then)
    if (now, then) in _NOT_BY_HAND:
        raise Refusal(RefusalCode.INSTRUMENT_STEP_WRONG, now=now, then=then)


def refuse_wrong_day(last_step: date, on: date, today: date) -> None:
    """Raise Refusal INSTRUMENT_DAY_WRONG for a step before the last one, or on a day that is not yet."""
    first = min(last_step, today)
    if not first <= on <= today:
        raise Refusal(
            RefusalCode.INSTRUMENT_DAY_WRONG, first=first.isoformat(), last=today.isoformat()
        )


def steps_from(now: InstrumentState) -> tuple[InstrumentState, ...]:
    """The states a person may bring an instrument to next, in the order of the trade."""
    by_hand = {then for then in _NEXT[now] if (now, then) not in _NOT_BY_HAND}
    return tuple(state for state in InstrumentState if state in by_hand)


@dataclass(frozen=True, slots=True)
class BankPaper:
    """A cheque or draft as written. ``micr`` may be empty; ``ifsc`` names the branch it is drawn on.

    ``drawer`` is who signed a cheque or bought a draft; empty when it is the payer.
    """

    number: str
    bank: str
    branch: str
    dated: date
    ifsc: str
    micr: str = ""
    drawer: str = ""

    @property
    def identity(self) -> tuple[str, str]:
        """What makes it the same paper: the branch it is drawn on and its number."""
        return self.ifsc, self.number


_PAPER_RULES: Mapping[str, tuple[re.Pattern[str], RefusalCode]] = {
    "number": (re.compile(r"\d{6}"), RefusalCode.PAPER_NUMBER_WRONG),
    "bank": (re.compile(rf"\S.{{0,{LONGEST_BANK_NAME - 1}}}"), RefusalCode.PAPER_BANK_MISSING),
    "branch": (re.compile(rf".{{0,{LONGEST_BANK_NAME}}}"), RefusalCode.PAPER_TEXT_TOO_LONG),
    "ifsc": (re.compile(r"[A-Z]{4}0[A-Z0-9]{6}"), RefusalCode.PAPER_IFSC_WRONG),
    "micr": (re.compile(r"(\d{9})?"), RefusalCode.PAPER_MICR_WRONG),
    "drawer": (re.compile(rf".{{0,{LONGEST_BANK_NAME}}}"), RefusalCode.PAPER_TEXT_TOO_LONG),
}
"""Six-digit number and nine-digit MICR (CTS-2010), IFSC (Reserve Bank of India): domain, section 4."""


def paper_problems(fields: Mapping[str, str]) -> dict[str, RefusalCode]:
    """All that is wrong with a cheque or draft as typed: field name to code; empty when nothing is.

    Fields: number, bank, branch, dated, ifsc, micr, drawer (missing ones count as empty).
    """
    problems = {
        name: code
        for name, (pattern, code) in _PAPER_RULES.items()
        if not pattern.fullmatch(_as_written(name, fields.get(name, "")))
    }
    if date_typed(fields.get("dated", "")) is None:
        problems["dated"] = RefusalCode.PAPER_DATE_WRONG
    return problems


def paper_typed(fields: Mapping[str, str]) -> BankPaper:
    """The paper a person typed. Raises Refusal with the first problem, CARD_NUMBER_IN_TEXT before all."""
    refuse_card_number(*fields.values())
    for code in paper_problems(fields).values():
        raise Refusal(code)
    dated = date_typed(fields["dated"])
    assert dated is not None, "looked at above"
    clean = {name: _as_written(name, fields.get(name, "")) for name in _PAPER_RULES}
    return BankPaper(dated=dated, **clean)


def months_after(day: date, months: int) -> date:
    """The same day so many months later, the last of the month where that month is shorter.

    Source: Negotiable Instruments Act 1881, section 23. Counted on from the date of the paper, for the way back
    would let one of 28 February be good until 31 May.
    """
    place = day.year * MONTHS_A_YEAR + day.month - 1 + months
    year, month = divmod(place, MONTHS_A_YEAR)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _as_written(name: str, text: str) -> str:
    clean = " ".join(western_digits(text).split())
    return clean.replace(" ", "").upper() if name in {"number", "ifsc", "micr"} else clean


def date_typed(text: str) -> date | None:
    """``23-11-2026``, ``23/11/26`` or ``23.11.2026``, digits of any script; None for anything else."""
    match = _DATE.fullmatch(western_digits(text).strip())
    if match is None:
        return None
    day, month, year = map(int, match.groups())
    try:
        return date(year if year >= _CENTURY else _THIS_CENTURY + year, month, day)
    except ValueError:
        return None

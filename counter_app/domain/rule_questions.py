"""What to ask of a rule as an example: round dues and sums, and the rule's own limits."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from counter_app.domain.money import ZERO, Money
from counter_app.domain.policy import PURPOSE_RULE, RuleName
from counter_app.domain.purpose import Settles

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from counter_app.domain.policy import Rule


class Asked(StrEnum):
    """What an example asks. The sum or number that stands beside it is told in the comment."""

    LEAST_PART = "least_part"  # what is due
    PART_OF_MONTH = "part_of_month"  # the how-manieth of one consumer
    ABOVE_DUE = "above_due"  # what is paid beyond what is due
    CASH = "cash"  # cash of one consumer and payer on one day
    SAME_AGAIN = "same_again"
    PAPER_AGE = "paper_age"  # months since the date on it
    CHEQUE_DISCONNECTED = "cheque_disconnected"
    CHEQUE_BARRED = "cheque_barred"
    RECEIPT = "receipt"  # the sum of a receipt
    HOURS_ALONE = "hours_alone"  # hours since the oldest unsent message
    UNSENT = "unsent"  # what is unsent
    DRAWER = "drawer"  # the cash in the drawer, the payment included
    VARIANCE = "variance"  # short or in excess at the close of a shift
    PIECES_DIFFER = "pieces_differ"  # slips and papers that are missing or too many
    NOTE = "note"  # what a note or coin is worth
    HEAD_POSTPAID = "head_postpaid"
    HEAD_PREPAID = "head_prepaid"
    HEAD_HALF = "head_half"
    HEAD_MORE = "head_more"
    HEAD_BANK_PAPER = "head_bank_paper"
    HEAD_NO_REFERENCE = "head_no_reference"


@dataclass(frozen=True, slots=True)
class Question:
    """One example to ask of the rules."""

    asked: Asked
    amount: Money = ZERO
    number: int = 0


@dataclass(frozen=True, slots=True)
class _Series:
    """Round ones, and the values of these fields of the rule: the limits themselves, or ``beyond`` them."""

    asked: Asked
    round_ones: tuple[int, ...]
    limits: tuple[str, ...] = ()
    beyond: int = 0


_DUES_PAISE = (500_00, 2_000_00, 10_000_00, 50_000_00)
_CASH_PAISE = (10_000_00, 50_000_00, 1_00_000_00, 2_00_000_00)
_ABOVE_DUE_PAISE = (100_00, 5_000_00, 1_00_000_00)
_RECEIPTS_PAISE = (1_000_00, 5_001_00, 20_000_00)
_UNSENT_PAISE = (10_00_000_00, 1_50_00_000_00)
_DRAWER_PAISE = (1_00_000_00, 3_00_000_00, 6_00_000_00)
_VARIANCE_PAISE = (10_00, 101_00, 1_000_00)
NOTES_PAISE = (2_000_00, 500_00, 200_00, 100_00, 50_00, 20_00, 10_00, 5_00, 2_00, 1_00, 50)
"""Every note and coin of the Reserve Bank in use or withdrawn of late, the largest first."""
_LEAST_PART = (_Series(Asked.LEAST_PART, _DUES_PAISE),)
_PAPER_AGE = _Series(Asked.PAPER_AGE, (1, 3, 6), ("oldest_months",))

_SERIES: Mapping[str, tuple[_Series, ...]] = {
    RuleName.PART_LIFELINE: _LEAST_PART,
    RuleName.PART_OTHERS: _LEAST_PART,
    RuleName.PART_DISCONNECTED: _LEAST_PART,
    RuleName.PART_COUNT: (_Series(Asked.PART_OF_MONTH, (1, 2, 3), ("most_a_month",), beyond=1),),
    RuleName.ADVANCE: (_Series(Asked.ABOVE_DUE, _ABOVE_DUE_PAISE, ("most_paise",)),),
    RuleName.CASH_OF_CONSUMER: (_Series(Asked.CASH, _CASH_PAISE, ("warn_above_paise",)),),
    RuleName.CASH_OF_PAYER: (_Series(Asked.CASH, _CASH_PAISE, ("refuse_from_paise",)),),
    RuleName.SAME_PAYMENT: (_Series(Asked.SAME_AGAIN, (1,)),),
    RuleName.CHEQUE: (_PAPER_AGE, _Series(Asked.CHEQUE_DISCONNECTED, (1,))),
    RuleName.CHEQUE_BARRED: (_Series(Asked.CHEQUE_BARRED, (1,)),),
    RuleName.DRAFT: (_PAPER_AGE,),
    RuleName.STAMP: (_Series(Asked.RECEIPT, _RECEIPTS_PAISE, ("above_paise",)),),
    RuleName.OFFLINE: (
        _Series(Asked.HOURS_ALONE, (24, 96, 240), ("warn_hours", "word_hours")),
        _Series(Asked.UNSENT, _UNSENT_PAISE, ("warn_paise", "word_paise")),
    ),
    RuleName.DRAWER: (
        _Series(Asked.DRAWER, _DRAWER_PAISE, ("warn_paise", "word_paise", "drop_paise")),
    ),
    RuleName.SHIFT_CLOSE: (
        _Series(Asked.VARIANCE, _VARIANCE_PAISE, ("variance_word_paise",)),
        _Series(Asked.PIECES_DIFFER, (1, 2), ("pieces_word",)),
    ),
    RuleName.DENOMINATIONS: (_Series(Asked.NOTE, NOTES_PAISE, ("accepted_paise",)),),
}
_IN_NUMBERS = frozenset(
    {
        Asked.PART_OF_MONTH,
        Asked.SAME_AGAIN,
        Asked.PAPER_AGE,
        Asked.CHEQUE_DISCONNECTED,
        Asked.CHEQUE_BARRED,
        Asked.HOURS_ALONE,
        Asked.PIECES_DIFFER,
    }
)
"""These ask a number; all others of a series a sum."""


def questions(rule: Rule, now: Rule | None) -> tuple[Question, ...]:
    """What to ask of a typed rule and of the one that holds now: the same of both."""
    if rule.name.startswith(PURPOSE_RULE):
        return tuple(_of_head(rule, now))
    both = [dict(each.values) for each in (rule, now) if each is not None]
    asked: list[Question] = []
    for series in _SERIES[rule.name]:
        limits = {
            int(limit) + series.beyond
            for values in both
            for field in series.limits
            for limit in str(values[field]).split(",")
        }
        for place in sorted(limit for limit in {*series.round_ones, *limits} if limit > 0):
            is_number = series.asked in _IN_NUMBERS
            asked.append(
                Question(series.asked, number=place)
                if is_number
                else Question(series.asked, Money(place))
            )
    return tuple(asked)


def _of_head(rule: Rule, now: Rule | None) -> Iterator[Question]:
    yield Question(Asked.HEAD_POSTPAID)
    yield Question(Asked.HEAD_PREPAID)
    if any(each is not None and each.text("settles") == Settles.BILLS for each in (rule, now)):
        yield Question(Asked.HEAD_HALF)
        yield Question(Asked.HEAD_MORE)
    yield Question(Asked.HEAD_BANK_PAPER)
    yield Question(Asked.HEAD_NO_REFERENCE)

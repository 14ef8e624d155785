"""Caveat: what a rule says of an order that may still be taken; and the supervisor's word that lets it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from counter_app.domain.approval import How
from counter_app.domain.card_guard import refuse_card_number
from counter_app.domain.errors import Refusal, RefusalCode

if TYPE_CHECKING:
    from collections.abc import Iterable
    from uuid import UUID

    from counter_app.domain.errors import Fact
    from counter_app.domain.identity import CashierId
    from counter_app.domain.policy import RuleRef

SHORTEST_REASON = 3
LONGEST_REASON = 200


class CaveatCode(StrEnum):
    """What is unusual about an order. Facts that come with it stand in the comment."""

    PART_BELOW_MINIMUM = "part_below_minimum"  # account_no, minimum_paise
    PART_COUNT = "part_count"  # account_no, taken, most
    SAME_PAYMENT = "same_payment"  # account_no, amount_paise
    CHEQUE_BARRED = "cheque_barred"  # account_no
    CHEQUE_OF_STRANGER = "cheque_of_stranger"
    CASH_OF_CONSUMER = "cash_of_consumer"  # account_no, cash_paise, limit_paise
    OFFLINE_HOURS = "offline_hours"  # hours, limit
    UNSENT = "unsent"  # unsent_paise, limit_paise
    DRAWER = "drawer"  # drawer_paise, limit_paise


EXPOSURE = frozenset({CaveatCode.OFFLINE_HOURS, CaveatCode.UNSENT, CaveatCode.DRAWER})
"""Caveats of the counter, not of a payment: a word for them holds for a while, not for one payment."""


@dataclass(frozen=True, slots=True)
class Caveat:
    """One thing to know, or to have a supervisor's word for. ``line`` is the order's line, None for the whole."""

    code: CaveatCode
    needs_word: bool
    rule: RuleRef
    line: int | None
    facts: tuple[tuple[str, Fact], ...]


@dataclass(frozen=True, slots=True)
class Word:
    """A supervisor's word for these caveats, given in person with the own PIN or by telephone; told in the chain."""

    word_id: UUID
    supervisor_id: CashierId
    reason: str
    codes: frozenset[CaveatCode]
    how: How = How.IN_PERSON
    challenge: str = ""


class WordNeededError(Refusal):
    """The order needs a supervisor's word: ``caveats`` are all that have none."""

    def __init__(self, caveats: Iterable[Caveat]) -> None:
        self.caveats = tuple(caveats)
        super().__init__(
            RefusalCode.WORD_NEEDED, codes=" ".join(caveat.code for caveat in self.caveats)
        )


def reason_typed(text: str) -> str:
    """A supervisor's reason. Raises Refusal REASON_MISSING, REASON_TOO_LONG or CARD_NUMBER_IN_TEXT."""
    refuse_card_number(text)
    reason = " ".join(text.split())
    if len(reason) < SHORTEST_REASON:
        raise Refusal(RefusalCode.REASON_MISSING)
    if len(reason) > LONGEST_REASON:
        raise Refusal(RefusalCode.REASON_TOO_LONG, most=LONGEST_REASON)
    return reason


def held(caveats: Iterable[Caveat], holding: frozenset[CaveatCode]) -> tuple[Caveat, ...]:
    """The caveats, of which those need no word for which one given before still holds."""
    return tuple(
        replace(caveat, needs_word=False) if caveat.code in holding else caveat
        for caveat in caveats
    )


def refuse_without_word(caveats: Iterable[Caveat], word: Word | None) -> None:
    """Raise WordNeededError for the caveats that need a word and have none."""
    given = word.codes if word else frozenset[CaveatCode]()
    missing = [caveat for caveat in caveats if caveat.needs_word and caveat.code not in given]
    if missing:
        raise WordNeededError(missing)

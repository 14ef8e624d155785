"""What is typed of the bank's answer to a slip. No Qt: forms think."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from counter_app.domain.bank_paper import date_typed
from counter_app.domain.errors import Refusal, RefusalCode
from counter_app.domain.money import ZERO, Money, money_typed
from counter_app.domain.remittance import BankDifference, BankWhy
from counter_app.domain.remittance_rules import (
    at_stake,
    counterfeit_note,
    explained,
    reference_typed,
    refuse_bank_day,
    refuse_wrong_sum,
)

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from counter_app.domain.remittance import Slip

REFERENCE, DAY, ACCEPTED = "reference", "day", "accepted"


def difference_typed(why: BankWhy, amount_text: str, note: str) -> BankDifference:
    """One difference as typed: of a counterfeit the amount is its denomination, the note its number.

    Raises Refusal as ``money_typed``, BANK_NOTE_MISSING.
    """
    amount = money_typed(amount_text)
    said = note.strip()
    if not said:
        raise Refusal(RefusalCode.BANK_NOTE_MISSING)
    kept = counterfeit_note(amount, said) if why is BankWhy.COUNTERFEIT else said
    return BankDifference(why, amount, kept)


@dataclass(frozen=True)
class AnswerForm:
    """The answer to one slip. Not slotted: what is read from the texts is read once and kept."""

    slip: Slip
    today: date
    reference_text: str = ""
    day_text: str = ""
    accepted_text: str = ""
    differences: tuple[BankDifference, ...] = ()

    def with_text(self, part: str, text: str) -> AnswerForm:
        """The form after typing."""
        match part:
            case "reference":
                return replace(self, reference_text=text)
            case "day":
                return replace(self, day_text=text)
            case _:
                return replace(self, accepted_text=text)

    def with_difference(self, one: BankDifference) -> AnswerForm:
        """One more difference."""
        return replace(self, differences=(*self.differences, one))

    def without(self, place: int) -> AnswerForm:
        """One difference taken back."""
        kept = (*self.differences[:place], *self.differences[place + 1 :])
        return replace(self, differences=kept)

    @cached_property
    def accepted(self) -> Money | Refusal:
        """What the bank credited; it may be nothing."""
        try:
            return money_typed(self.accepted_text)
        except Refusal as refusal:
            return ZERO if refusal.code is RefusalCode.AMOUNT_ZERO else refusal

    @property
    def day(self) -> date | None:
        """The day of the stamp."""
        return date_typed(self.day_text)

    @property
    def should_be(self) -> Money:
        """What the bank should have accepted, given the differences."""
        return explained(self.slip, self.differences)

    @property
    def at_stake(self) -> Money:
        """What hangs on an approval."""
        return at_stake(self.differences)

    @property
    def is_explained(self) -> bool:
        """Whether sum and differences make the slip."""
        return self.accepted == self.should_be

    @cached_property
    def problems(self) -> Mapping[str, Refusal]:
        """All that is wrong as it stands, by field."""
        found: dict[str, Refusal] = {}
        try:
            reference_typed(self.reference_text)
        except Refusal as refusal:
            found[REFERENCE] = refusal
        try:
            refuse_bank_day(self.slip, self.day or self.slip.business_date.min, self.today)
        except Refusal as refusal:
            found[DAY] = refusal
        if isinstance(self.accepted, Refusal):
            found[ACCEPTED] = self.accepted
            return found
        try:
            refuse_wrong_sum(self.slip, self.accepted, self.differences)
        except Refusal as refusal:
            found[ACCEPTED] = refusal
        return found

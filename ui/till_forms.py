"""What is typed at the till: a float, a drop, cash in and out. No Qt: forms think."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from counter_app.domain.cash_count import CashCount
from counter_app.domain.cash_move import PAID_IN, MoveWhy
from counter_app.domain.caveat import reason_typed
from counter_app.domain.errors import Refusal, RefusalCode
from counter_app.domain.identity import CashierId
from counter_app.domain.money import ZERO, Money, money_typed, western_digits
from ui.count_form import CountForm

if TYPE_CHECKING:
    from collections.abc import Callable

Read = TypeVar("Read")

WAYS_IN = tuple(why for why in MoveWhy if why in PAID_IN)
WAYS_OUT = tuple(why for why in MoveWhy if why not in PAID_IN and why is not MoveWhy.DROP)


def number_typed(text: str) -> CashierId:
    """A person's number as it is kept: digits of any script, letters large."""
    return CashierId(western_digits(text).strip().upper())


def _read(read: Callable[[], Read]) -> Read | Refusal:
    try:
        return read()
    except Refusal as refusal:
        return refusal


@dataclass(frozen=True)
class OpeningForm:
    """The float a shift begins with: by denomination, or as one sum.

    Not slotted: what is read from the texts is read once and kept.
    """

    count: CountForm = field(default_factory=CountForm)
    sum_text: str = ""
    is_by_sum: bool = False

    @cached_property
    def _sum(self) -> Money | Refusal:
        try:
            return money_typed(self.sum_text)
        except Refusal as refusal:
            return ZERO if refusal.code is RefusalCode.AMOUNT_ZERO else refusal

    @property
    def sum_problem(self) -> Refusal | None:
        """What is wrong with the sum. Nothing typed is not the same as none counted."""
        return self._sum if isinstance(self._sum, Refusal) else None

    @property
    def opening(self) -> CashCount | Money | None:
        """The float, none of it included; None while anything is wrong or missing."""
        if not self.is_by_sum:
            return self.count.count
        return self._sum if isinstance(self._sum, Money) else None

    @property
    def total(self) -> Money | None:
        """What it comes to; None while anything is wrong or missing."""
        opening = self.opening
        return opening.total if isinstance(opening, CashCount) else opening

    def by_other_way(self) -> OpeningForm:
        """By denomination instead of a sum, or the other way about; what was typed stays."""
        return replace(self, is_by_sum=not self.is_by_sum)


@dataclass(frozen=True)
class DropForm:
    """Cash given to the head cashier, who confirms it with number and PIN."""

    count: CountForm = field(default_factory=CountForm)
    receiver_text: str = ""
    pin_text: str = ""

    @property
    def is_receiver_missing(self) -> bool:
        """No number."""
        return not self.receiver_text.strip()

    @property
    def is_pin_missing(self) -> bool:
        """No PIN."""
        return not self.pin_text

    @property
    def is_nothing(self) -> bool:
        """Whether all was said, and it is no cash at all."""
        return self.count.count is not None and not self.count.total

    @property
    def order(self) -> tuple[CashCount, CashierId, str] | None:
        """How much, who receives it, and the PIN; None while anything is wrong or missing."""
        count = self.count.count
        if count is None or not count.total or self.is_receiver_missing or self.is_pin_missing:
            return None
        return count, number_typed(self.receiver_text), western_digits(self.pin_text)


@dataclass(frozen=True)
class MoveForm:
    """Cash in or out: why, how much, and the reason in words."""

    why: MoveWhy
    amount_text: str = ""
    reason_text: str = ""

    @cached_property
    def _amount(self) -> Money | Refusal:
        return _read(lambda: money_typed(self.amount_text))

    @cached_property
    def _reason(self) -> str | Refusal:
        return _read(lambda: reason_typed(self.reason_text))

    @property
    def amount_problem(self) -> Refusal | None:
        """What is wrong with the sum."""
        return self._amount if isinstance(self._amount, Refusal) else None

    @property
    def reason_problem(self) -> Refusal | None:
        """What is wrong with the reason."""
        return self._reason if isinstance(self._reason, Refusal) else None

    @property
    def order(self) -> tuple[MoveWhy, Money, str] | None:
        """Why, how much, the reason; None while anything is wrong or missing."""
        if isinstance(self._amount, Refusal) or isinstance(self._reason, Refusal):
            return None
        return self.why, self._amount, self._reason

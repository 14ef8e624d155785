"""What a cashier counts at the close: cash, and the slips and papers of every other tender. No Qt: forms think."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from counter_app.domain.cash_count import MOST_PIECES
from counter_app.domain.errors import Refusal, RefusalCode
from counter_app.domain.money import ZERO, Money, money_typed, western_digits
from counter_app.domain.shift_close import NOTHING_IN_HAND, Counted, InHand
from counter_app.domain.tender import TenderKind
from ui.count_form import CountForm

if TYPE_CHECKING:
    from collections.abc import Mapping

OTHERS: tuple[TenderKind, ...] = tuple(kind for kind in TenderKind if kind is not TenderKind.CASH)
"""Every other tender is asked for, taken or not: which ones were taken is not for a blind count to tell."""


@dataclass(frozen=True)
class InHandForm:
    """How many slips or papers of one tender, and their sum. No pieces need no sum.

    Not slotted: what is read from the texts is read once and kept.
    """

    pieces_text: str = ""
    amount_text: str = ""

    @property
    def is_blank(self) -> bool:
        """Whether nothing was typed."""
        return not (self.pieces_text.strip() or self.amount_text.strip())

    @cached_property
    def _pieces(self) -> int | Refusal:
        plain = western_digits(self.pieces_text).strip()
        if not plain:
            return Refusal(RefusalCode.COUNT_MISSING)
        if not (plain.isascii() and plain.isdigit()) or len(plain) > len(str(MOST_PIECES)):
            return Refusal(RefusalCode.PIECES_NOT_A_NUMBER, text=self.pieces_text.strip())
        return int(plain)

    @cached_property
    def _amount(self) -> Money | Refusal:
        if self._pieces == 0 and not self.amount_text.strip():
            return ZERO
        try:
            return money_typed(self.amount_text)
        except Refusal as refusal:
            is_none_of_none = self._pieces == 0 and refusal.code is RefusalCode.AMOUNT_ZERO
            return ZERO if is_none_of_none else refusal

    @property
    def pieces_problem(self) -> Refusal | None:
        """What is wrong with the number; a sum of no pieces asks for the number again."""
        if self._pieces == 0 and isinstance(self._amount, Money) and self._amount:
            return Refusal(RefusalCode.COUNT_MISSING)
        return self._pieces if isinstance(self._pieces, Refusal) else None

    @property
    def amount_problem(self) -> Refusal | None:
        """What is wrong with the sum."""
        return self._amount if isinstance(self._amount, Refusal) else None

    @property
    def in_hand(self) -> InHand | None:
        """What was counted; None while anything is wrong or missing."""
        if self.pieces_problem is not None or not isinstance(self._pieces, int):
            return None
        return InHand(self._pieces, self._amount) if isinstance(self._amount, Money) else None


@dataclass(frozen=True)
class CloseForm:
    """The whole count of a close."""

    cash: CountForm = field(default_factory=CountForm)
    others: Mapping[TenderKind, InHandForm] = field(default_factory=dict)

    def of(self, kind: TenderKind) -> InHandForm:
        """What was typed of one tender."""
        return self.others.get(kind, InHandForm())

    def with_cash(self, cash: CountForm) -> CloseForm:
        """The form after cash was typed."""
        return replace(self, cash=cash)

    def with_other(self, kind: TenderKind, typed: InHandForm) -> CloseForm:
        """The form after slips were typed."""
        return replace(self, others={**self.others, kind: typed})

    def with_zeros(self) -> CloseForm:
        """Everything left empty says 0."""
        zeros = {kind: InHandForm("0") for kind in OTHERS if self.of(kind).is_blank}
        return CloseForm(self.cash.with_zeros(), {**self.others, **zeros})

    @property
    def is_blank(self) -> bool:
        """Whether nothing was typed at all."""
        return self.cash.is_blank and all(self.of(kind).is_blank for kind in OTHERS)

    @property
    def counted(self) -> Counted | None:
        """The count; None while anything is wrong or missing."""
        cash, others = self.cash.count, {kind: self.of(kind).in_hand for kind in OTHERS}
        told = {kind: one for kind, one in others.items() if one is not None}
        if cash is None or len(told) < len(OTHERS):
            return None
        return Counted(cash, {kind: one for kind, one in told.items() if one != NOTHING_IN_HAND})

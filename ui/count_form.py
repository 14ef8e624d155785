"""Cash as it is counted: how many pieces of each denomination were typed. No Qt: forms think."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from counter_app.domain.cash_count import DENOMINATIONS, count_problems, count_typed
from counter_app.domain.errors import Refusal, RefusalCode
from counter_app.domain.money import Money

if TYPE_CHECKING:
    from collections.abc import Mapping

    from counter_app.domain.cash_count import CashCount


@dataclass(frozen=True)
class CountForm:
    """The texts by denomination. One that is not ``accepted`` may lie there all the same: left empty, it is none.

    Not slotted: what is read from the texts is read once and kept.
    """

    texts: Mapping[Money, str] = field(default_factory=dict)
    accepted: frozenset[Money] = frozenset(DENOMINATIONS)

    def with_text(self, denomination: Money, text: str) -> CountForm:
        """The form after typing."""
        return replace(self, texts={**self.texts, denomination: text})

    def with_accepted(self, accepted: frozenset[Money]) -> CountForm:
        """The form under these rules."""
        return replace(self, accepted=accepted)

    def with_zeros(self) -> CountForm:
        """Every denomination left empty says 0."""
        zeros = dict.fromkeys((one for one in DENOMINATIONS if not self._said(one)), "0")
        return replace(self, texts={**self.texts, **zeros})

    def text(self, denomination: Money) -> str:
        """What stands in its row."""
        return self.texts.get(denomination, "")

    @property
    def is_blank(self) -> bool:
        """Whether nothing was typed at all."""
        return not any(self._said(one) for one in DENOMINATIONS)

    @cached_property
    def problems(self) -> Mapping[Money, Refusal]:
        """All that is wrong as it stands, by denomination, the largest first."""
        return count_problems(self.texts, self._asked)

    @property
    def seen_problems(self) -> Mapping[Money, Refusal]:
        """What is wrong with what was typed; a row still empty is not complained of before the cashier is done."""
        return {
            one: problem
            for one, problem in self.problems.items()
            if problem.code is not RefusalCode.COUNT_MISSING
        }

    @cached_property
    def count(self) -> CashCount | None:
        """The count; None while anything is wrong or missing."""
        return None if self.problems else count_typed(self.texts, self._asked)

    def amount_of(self, denomination: Money) -> Money | None:
        """What one row comes to; None while it is empty or wrong."""
        if not self._said(denomination):
            return None
        try:
            return count_typed(self.texts, (denomination,)).total
        except Refusal:
            return None

    @property
    def total(self) -> Money:
        """What the rows that can be read come to."""
        amounts = (self.amount_of(one) for one in DENOMINATIONS)
        return Money.total(amount for amount in amounts if amount is not None)

    @property
    def _asked(self) -> tuple[Money, ...]:
        return tuple(one for one in DENOMINATIONS if one in self.accepted or self._said(one))

    def _said(self, denomination: Money) -> bool:
        return bool(self.text(denomination).strip())


def form_of(count: CashCount, accepted: frozenset[Money]) -> CountForm:
    """The form that says this count, every row filled."""
    texts = {one: str(count.count_of(one)) for one in DENOMINATIONS}
    return CountForm(texts, accepted)

"""Find a consumer by whatever is on the paper in the consumer's hand. Reads the snapshot alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from counter_app.domain.card_guard import refuse_card_number

if TYPE_CHECKING:
    from counter_app.use_cases.ports import BillsAsTold
    from counter_app.use_cases.views import Candidate

MOST_CANDIDATES = 50


@dataclass(frozen=True, slots=True)
class FindConsumer:
    """The verb."""

    bills: BillsAsTold

    def __call__(self, text: str) -> tuple[Candidate, ...]:
        """Candidates, best first; none for blank text. Raises Refusal CARD_NUMBER_IN_TEXT, Fault BILLS_MISSING."""
        refuse_card_number(text)
        return self.bills.find(text, MOST_CANDIDATES) if text.strip() else ()

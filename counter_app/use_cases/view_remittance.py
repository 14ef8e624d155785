"""Look at the way to the bank: what waits, what is with whom, and what should be with the bank by now."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from counter_app.domain.ageing import alarm_of
from counter_app.domain.remittance_rules import MAY_BE_SLIPPED, PAPERS
from counter_app.use_cases.remittance_orders import RemittanceView

if TYPE_CHECKING:
    from counter_app.domain.ageing import Undeposited
    from counter_app.use_cases.book_ports import Ledger
    from counter_app.use_cases.ports import Clock

MOST_ANSWERED = 30
"""So many answered slips are shown beside those that wait."""


@dataclass(frozen=True, slots=True)
class ViewRemittance:
    """The verb. ``bank_account`` is the one that is set at this counter, empty for none."""

    ledger: Ledger
    clock: Clock
    bank_account: str = ""

    def __call__(self) -> RemittanceView:
        """As of now."""
        today = self.clock.now().date()
        with self.ledger.open_books() as books:
            kept = books.remittances
            lines = kept.undeposited()
            return RemittanceView(
                today=today,
                takings=kept.takings_waiting(),
                cash_with_head=kept.cash_with_head(),
                papers=tuple(
                    one for one in books.instruments.all_in(MAY_BE_SLIPPED) if one.kind in PAPERS
                ),
                slips=kept.slips(MOST_ANSWERED),
                undeposited=lines,
                alarm=alarm_of(lines, today),
                bank_account=kept.last_bank_account() or self.bank_account,
            )


@dataclass(frozen=True, slots=True)
class ViewUndeposited:
    """The verb: which day's money is not with the bank yet."""

    ledger: Ledger

    def __call__(self) -> tuple[Undeposited, ...]:
        """The oldest first."""
        with self.ledger.open_books() as books:
            return books.remittances.undeposited()

"""Verbs of shift and till as the desk is asked for them: those that take more than plain arguments in a row."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from uuid import UUID

    from counter_app.domain.approval import Approval
    from counter_app.domain.cash_count import CashCount
    from counter_app.domain.identity import CashierId
    from counter_app.domain.money import Money
    from counter_app.domain.shift import Shift
    from counter_app.domain.shift_close import Counted, ShiftClose
    from counter_app.use_cases.custody_views import CloseWeighed


class ShiftOpening(Protocol):
    """Verb ``open_shift.OpenShift``."""

    def __call__(
        self,
        cashier_id: CashierId,
        opening: CashCount | Money,
        *,
        drawer_no: int = 1,
        taken_over_from: UUID | None = None,
        approval: Approval | None = None,
        is_clock_confirmed: bool = False,
    ) -> Shift:
        """The new shift."""
        ...


class CloseWeighing(Protocol):
    """Verb ``close_shift.WeighClose``."""

    def __call__(
        self, shift_id: UUID, counted: Counted, by: CashierId | None = None
    ) -> CloseWeighed:
        """What a close would be."""
        ...


class Closing(Protocol):
    """Verb ``close_shift.CloseShift``."""

    def __call__(
        self,
        shift_id: UUID,
        counted: Counted,
        reason: str,
        by: CashierId,
        approval: Approval | None = None,
        counts: int = 1,
        weighed: CloseWeighed | None = None,
    ) -> ShiftClose:
        """The end of the shift."""
        ...

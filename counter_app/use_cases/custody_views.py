"""What the verbs of shift and till answer with: frozen views for the screens."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from counter_app.domain.money import ZERO, Money
from counter_app.domain.shift_close import NOTHING_IN_HAND
from counter_app.domain.tender import TenderKind

if TYPE_CHECKING:
    from counter_app.domain.approval import ApprovalCode
    from counter_app.domain.cash_move import CashMove, DrawerOpening
    from counter_app.domain.shift import Pause, Shift, ShiftState
    from counter_app.domain.shift_close import CloseLine, Parting, ShiftReceipts, Standing


@dataclass(frozen=True, slots=True)
class ShiftSeen:
    """A shift that is not closed, and whose it is."""

    shift: Shift
    state: ShiftState
    cashier_name_en: str
    cashier_name_hi: str


class LimitOf(StrEnum):
    """What a counter may hold only so much of."""

    DRAWER = "drawer"
    """Paise in the drawer."""
    UNSENT = "unsent"
    """Paise the centre has not signed for."""
    OFFLINE_HOURS = "offline_hours"


@dataclass(frozen=True, slots=True)
class Limit:
    """How near it is: above ``warn`` a caution, above ``word`` a supervisor's word, above ``stop`` no cash.

    All in paise, or in hours for OFFLINE_HOURS; ``stop`` is 0 where there is none.
    """

    what: LimitOf
    now: int
    warn: int
    word: int
    stop: int = 0


@dataclass(frozen=True, slots=True)
class TillView:
    """An open shift as it stands: what an X report shows."""

    seen: ShiftSeen
    standing: Standing
    moves: tuple[CashMove, ...]
    openings: tuple[DrawerOpening, ...]
    pauses: tuple[Pause, ...]
    receipts: ShiftReceipts
    limits: tuple[Limit, ...]

    @property
    def drawer(self) -> Money:
        """The cash that should be in it, the float included."""
        return self.standing.expected.get(TenderKind.CASH, NOTHING_IN_HAND).amount


@dataclass(frozen=True, slots=True)
class CloseWeighed:
    """What a close with this count would be; nothing is written.

    ``approval`` is the code of the approval it needs (``about`` the shift's id, ``amount`` as here, for whom closes),
    None for none. ``charges_open`` card sales are on no receipt: then too an approval is needed.
    """

    shift: Shift
    standing: Standing
    lines: tuple[CloseLine, ...]
    parted: Parting
    receipts: ShiftReceipts
    is_reason_needed: bool
    approval: ApprovalCode | None
    charges_open: int

    @property
    def amount(self) -> Money:
        """What is short and what is in excess, of all tenders together."""
        return Money.total(max(line.variance, -line.variance) for line in self.lines)

    @property
    def short(self) -> Money:
        """What is missing, of all tenders together."""
        return Money.total(max(-line.variance, ZERO) for line in self.lines)

    @property
    def excess(self) -> Money:
        """What is too much, of all tenders together."""
        return Money.total(max(line.variance, ZERO) for line in self.lines)

    @property
    def about(self) -> str:
        """What an approval of it names."""
        return str(self.shift.shift_id)

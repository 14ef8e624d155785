"""What stands in the tills: shifts that are not closed, one of them in full, floats that were left."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from counter_app.domain.policy import RuleName
from counter_app.use_cases.custody_views import Limit, LimitOf, ShiftSeen, TillView
from counter_app.use_cases.shifts_at_hand import shift_of

if TYPE_CHECKING:
    from datetime import datetime

    from counter_app.domain.identity import CashierId
    from counter_app.domain.shift import Shift
    from counter_app.domain.shift_close import ShiftClose
    from counter_app.use_cases.book_ports import Books, Ledger
    from counter_app.use_cases.ports import Clock

_HOUR = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class OpenShifts:
    """The verb: every shift that is not closed."""

    ledger: Ledger

    def __call__(self) -> tuple[ShiftSeen, ...]:
        """The oldest first."""
        with self.ledger.open_books() as books:
            return tuple(_seen(books, shift) for shift in books.shifts.open_shifts())


@dataclass(frozen=True, slots=True)
class FloatsLeft:
    """The verb: floats in drawers that the next shift may take over."""

    ledger: Ledger

    def __call__(self) -> tuple[ShiftClose, ...]:
        """The oldest first."""
        with self.ledger.open_books() as books:
            return books.closes.floats_left()


@dataclass(frozen=True, slots=True)
class ViewTill:
    """The verb: an open shift as it stands, at any time."""

    ledger: Ledger
    clock: Clock

    def __call__(self, cashier_id: CashierId) -> TillView:
        """The shift of this cashier, suspended or not. Raises Refusal SHIFT_NOT_OPEN."""
        with self.ledger.open_books() as books:
            shift = shift_of(books, cashier_id)
            tills, shift_id = books.tills, shift.shift_id
            return TillView(
                seen=_seen(books, shift),
                standing=tills.standing(shift_id),
                moves=tills.moves_of(shift_id),
                openings=tills.openings_of(shift_id),
                pauses=tills.pauses_of(shift_id),
                receipts=books.closes.receipts_of(shift_id),
                limits=_limits(books, shift, self.clock.now()),
            )


def hours_alone(oldest_unsent_at: datetime | None, now: datetime) -> int:
    """Whole hours since the oldest unsent message; 0 for none, and for one that a clock set back left in the future."""
    return max(0, (now - oldest_unsent_at) // _HOUR) if oldest_unsent_at else 0


def _seen(books: Books, shift: Shift) -> ShiftSeen:
    cashier = books.enrolment.cashier(shift.cashier_id)
    return ShiftSeen(
        shift=shift,
        state=books.tills.state_of(shift.shift_id),
        cashier_name_en=cashier.name_en if cashier else shift.cashier_id,
        cashier_name_hi=cashier.name_hi if cashier else "",
    )


def _limits(books: Books, shift: Shift, now: datetime) -> tuple[Limit, ...]:
    policy, exposure = books.rules.policy(), books.payments.exposure(shift.shift_id)
    drawer = policy.in_force(RuleName.DRAWER, now.date())
    offline = policy.in_force(RuleName.OFFLINE, now.date())
    return (
        Limit(
            LimitOf.DRAWER,
            exposure.drawer.paise,
            drawer.number("warn_paise"),
            drawer.number("word_paise"),
            drawer.number("drop_paise"),
        ),
        Limit(
            LimitOf.UNSENT,
            exposure.unsent.paise,
            offline.number("warn_paise"),
            offline.number("word_paise"),
        ),
        Limit(
            LimitOf.OFFLINE_HOURS,
            hours_alone(exposure.oldest_unsent_at, now),
            offline.number("warn_hours"),
            offline.number("word_hours"),
        ),
    )

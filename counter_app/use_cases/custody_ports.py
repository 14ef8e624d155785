"""What the verbs need of the books for people, shifts and the custody of cash.

Each port has a fake and a real thing that pass one agreement suite. All of it is insert only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from datetime import date, datetime
    from uuid import UUID

    from counter_app.domain.approval import Approval
    from counter_app.domain.cash_move import CashMove, DrawerOpening
    from counter_app.domain.identity import PaymentId
    from counter_app.domain.ledger import Entry
    from counter_app.domain.reversal import Reversal
    from counter_app.domain.shift import Pause, ShiftState
    from counter_app.domain.shift_close import ShiftClose, ShiftReceipts, Standing
    from counter_app.wire.messages import SealedMessage


class ApprovalBook(Protocol):
    """Approvals by a second person, of acts that are no payments."""

    def post(
        self,
        given: Approval,
        shift_id: UUID | None,
        business_date: date,
        at: datetime,
        told_by: SealedMessage,
    ) -> None:
        """Write an approval; the books refuse a challenge that was answered before, for an act or a payment."""
        ...

    def is_challenge_used(self, challenge: str) -> bool:
        """Whether this challenge was answered before, for an act or a payment."""
        ...


class TillBook(Protocol):
    """What happens to a drawer beside payments, and what it should hold."""

    def post_move(self, move: CashMove, entry: Entry, told_by: SealedMessage) -> None:
        """Write a drop, paid in or paid out; the books refuse one of a closed shift, or by its own receiver."""
        ...

    def post_opening(self, opening: DrawerOpening, told_by: SealedMessage) -> None:
        """Write that the drawer was opened without a payment."""
        ...

    def post_pause(self, pause: Pause, told_by: SealedMessage) -> None:
        """Write that a shift was suspended or resumed; the books refuse what it is already, or a closed one."""
        ...

    def state_of(self, shift_id: UUID) -> ShiftState:
        """Where a shift stands."""
        ...

    def standing(self, shift_id: UUID) -> Standing:
        """What a shift that is not closed should hold, by the entries, and the float that is out.

        Cash: of its float, payments and moves, and of reversals that gave cash out of its drawer. Other tenders: what
        its payments brought, less what has left it: a card sale voided, a paper given back, deposited or returned.
        """
        ...

    def moves_of(self, shift_id: UUID) -> tuple[CashMove, ...]:
        """Its drops, paid in and paid out, the oldest first."""
        ...

    def openings_of(self, shift_id: UUID) -> tuple[DrawerOpening, ...]:
        """When its drawer was opened without a payment, the oldest first."""
        ...

    def pauses_of(self, shift_id: UUID) -> tuple[Pause, ...]:
        """When it was suspended and resumed, the oldest first."""
        ...

    def newest_day(self) -> date | None:
        """The newest business date of shifts, payments and custody; None for empty books."""
        ...


class CloseBook(Protocol):
    """Closed shifts, and what is left of them."""

    def post_close(self, close: ShiftClose, entry: Entry | None, told_by: SealedMessage) -> None:
        """Write the end of a shift, once; from then on the books take nothing more in it."""
        ...

    def close_of(self, shift_id: UUID) -> ShiftClose | None:
        """The end of a shift; None while it is open."""
        ...

    def closes_of(self, day: date) -> tuple[ShiftClose, ...]:
        """The shifts closed on a business date, in the order of closing."""
        ...

    def takings_waiting(self) -> tuple[ShiftClose, ...]:
        """Closed shifts whose takings were not handed over yet, the oldest first; those without any are left out."""
        ...

    def floats_left(self) -> tuple[ShiftClose, ...]:
        """Closed shifts whose float nobody has taken over yet, the oldest first; those without one are left out."""
        ...

    def receipts_of(self, shift_id: UUID) -> ShiftReceipts:
        """The receipts of a shift, and how many the centre has signed for: for a closed one, as it was at its close."""
        ...


class ReversalBook(Protocol):
    """Payments undone at this counter. Insert only."""

    def find(self, reversal_id: UUID) -> Reversal | None:
        """The reversal of this id, if it was made."""
        ...

    def of_payment(self, payment_id: PaymentId) -> Reversal | None:
        """The reversal of this payment, None while it stands."""
        ...

    def on_days(self, first: date, last: date) -> tuple[Reversal, ...]:
        """Those made on these business dates, in the order they were made."""
        ...

    def is_bounced(self, payment_id: PaymentId) -> bool:
        """Whether a returned instrument undid this payment, or a part of it, or what its reversal held."""
        ...

    def is_handed(self, payment_id: PaymentId) -> bool:
        """Whether the takings of its shift were handed over."""
        ...

    def post(self, made: Reversal, told_by: SealedMessage) -> None:
        """Write a reversal, what it undoes, where each tender goes, and its entry.

        The books refuse one of a payment that was undone before, wholly or in part, and one in a closed shift.
        Papers that are given back get their step by ``InstrumentBook.post_step`` with the same message.
        """
        ...

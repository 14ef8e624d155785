"""What the verbs need of the books for the way from the closed drawer to the bank. Insert only."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from uuid import UUID

    from counter_app.domain.ageing import Undeposited
    from counter_app.domain.ledger import Entry
    from counter_app.domain.money import Money
    from counter_app.domain.remittance import BankAnswer, Handing, Slip, SlipSeen, Takings
    from counter_app.wire.messages import SealedMessage


class RemittanceBook(Protocol):
    """Handings, bank slips, and the bank's answers. The fake and the real one pass one agreement suite."""

    def takings_waiting(self) -> tuple[Takings, ...]:
        """Closed shifts whose takings nobody has taken over yet, in the order they were closed; none of zero."""
        ...

    def is_handed(self, shift_id: UUID) -> bool:
        """Whether the takings of this shift were handed over."""
        ...

    def handing(self, handing_id: UUID) -> Handing | None:
        """A handing, if it was made."""
        ...

    def cash_with_head(self) -> Money:
        """What the head cashier holds, by the entries: drops and handings less what went on slips."""
        ...

    def last_slip_no(self) -> int:
        """0 before the first."""
        ...

    def last_bank_account(self) -> str:
        """The account of the last slip, empty before the first."""
        ...

    def slip(self, slip_id: UUID) -> SlipSeen | None:
        """A slip, if it was made, with the bank's answer."""
        ...

    def slips(self, most: int) -> tuple[SlipSeen, ...]:
        """Every slip without an answer, and so many others, the newest first."""
        ...

    def slip_of_reference(self, reference: str) -> int | None:
        """The number of the slip that was answered with this reference of the bank."""
        ...

    def undeposited(self) -> tuple[Undeposited, ...]:
        """The money that no answer of the bank covers, by day, kind and slip, the oldest first.

        Cash as ``ageing.cash_by_day`` of all drops and takings; a paper by the day it was received, until its slip is
        answered, or it is cleared, returned, given back, or deposited by hand.
        """
        ...

    def post_handing(self, handing: Handing, entry: Entry, told_by: SealedMessage) -> None:
        """Write a handing; the books refuse a shift that is not closed, or was handed over, and any other sum."""
        ...

    def post_slip(self, slip: Slip, entry: Entry, told_by: SealedMessage) -> None:
        """Write a slip and what is on it. The step DEPOSITED of each paper is posted beside it."""
        ...

    def post_answer(self, answer: BankAnswer, entry: Entry | None, told_by: SealedMessage) -> None:
        """Write the bank's answer; no entry for papers. The books refuse a second one, and a reference used before."""
        ...

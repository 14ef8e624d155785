"""What the verbs need of the bank's card terminal, and of the counter's own memory of what it asked it for.

Each port has a fake and a real thing that pass one agreement suite.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from datetime import datetime

    from counter_app.domain.card_sale import (
        Charge,
        ChargeNote,
        SaleOutcome,
        SaleProgress,
        TerminalStatus,
    )
    from counter_app.domain.money import Money


class CardTerminal(Protocol):
    """The bank's terminal on this counter. Never raises for what a terminal does: every end is an outcome.

    Raises Fault SETTINGS_DAMAGED when the settings name no terminal that can be; nothing was sent then. All calls but
    ``cancel`` and ``progress`` come one at a time, from one lane, and may take as long as the settings allow (two
    minutes by default). No answer that holds anything like a card number is believed, logged or kept.
    """

    def sale(self, amount: Money, reference: str) -> SaleOutcome:
        """Ask for a sale and wait for its end. A reference is used for one sale, ever: it is charged once at most.

        APPROVED: charged, with its slip. DECLINED, CANCELLED, NOT_SENT: not charged, and never will be under this
        reference. UNCERTAIN: it may be charged; ask ``last_sale`` until that is certain, and begin no other sale for
        the same money before.
        """
        ...

    def last_sale(self, reference: str, amount: Money) -> SaleOutcome:
        """What became of the sale of this reference; asked as often as one likes, it charges nothing.

        NOT_SENT when the terminal never had it, and from then on it takes no sale under this reference. CANCELLED with
        reason VOIDED when it was charged and taken back. UNCERTAIN whenever the terminal cannot be asked, is still at
        it, or tells another amount.
        """
        ...

    def void_sale(self, reference: str, amount: Money) -> SaleOutcome:
        """Take a charged sale back, on the day it was made; asked twice, it is taken back once.

        CANCELLED with reason VOIDED: taken back. DECLINED, NOT_SENT: not taken back, the sale stands. UNCERTAIN: ask
        ``last_sale``.
        """
        ...

    def cancel(self) -> None:
        """From any thread, returns at once: the sale under way should end.

        Only a wish: the outcome is what ``sale`` answers, and a card the bank has approved meanwhile is APPROVED.
        With no sale under way it is forgotten.
        """
        ...

    def progress(self) -> SaleProgress:
        """From any thread, returns at once: what the terminal last said of the sale under way; NONE without one."""
        ...

    def status(self) -> TerminalStatus:
        """Whether it would begin a sale now."""
        ...


class ChargeNotes(Protocol):
    """What this counter asked the terminal for, kept over a power cut: written before anything is sent."""

    def begin(self, charge: Charge, asked_at: datetime) -> None:
        """Note it; on the disk when this returns. Raises Fault FILE_NOT_WRITTEN: then nothing may be sent."""
        ...

    def end(self, charge: Charge, outcome: SaleOutcome) -> None:
        """Note what is known of a charge; one that was never begun here is left alone.

        Never raises: a note that could not be written leaves the charge open, and it is asked about again.
        """
        ...

    def settle(self, charge: Charge) -> None:
        """The payment of an approved charge is in the books: it is open no more. Never raises."""
        ...

    def find(self, charge: Charge) -> ChargeNote | None:
        """The note of this number of this payment, of whatever amount."""
        ...

    def open(self) -> tuple[ChargeNote, ...]:
        """Charges for which money may have left a card and no payment is known to be in the books; oldest first."""
        ...

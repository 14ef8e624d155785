"""Charge a card: note it, ask the terminal, note what came of it. A sale is charged once and never lost.

The same order as for paper: the attempt is noted before anything is sent, so that a power cut leaves a question that
can be asked, not a charge that nobody knows of (decision 0008).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from counter_app.domain.card_sale import SaleOutcome, SaleReason, SaleState
from counter_app.domain.errors import Fault
from counter_app.domain.tender import CardTender

if TYPE_CHECKING:
    from counter_app.domain.card_sale import Charge, ChargeNote
    from counter_app.domain.tender import CardSlip
    from counter_app.use_cases.book_ports import Ledger
    from counter_app.use_cases.ports import Clock
    from counter_app.use_cases.terminal_ports import CardTerminal, ChargeNotes

TERMINAL_REMEMBERS = timedelta(days=8)
"""How long a terminal must know what became of a reference (counter_app/terminals/PROTOCOL.md, section 6)."""


@dataclass(frozen=True, slots=True)
class AskTerminal:
    """What became of a charge."""

    terminal: CardTerminal
    notes: ChargeNotes
    clock: Clock

    def __call__(self, charge: Charge) -> SaleOutcome:
        """What is noted when that is certain, else what the terminal says now; ask again while UNCERTAIN."""
        note = noted(self.notes, charge)
        if note is not None and note.outcome is not None and note.is_known:
            return note.outcome
        outcome = self.terminal.last_sale(charge.reference, charge.amount)
        if note is not None:
            outcome = self._unless_too_old(note, outcome)
        self.notes.end(charge, outcome)
        return outcome

    def _unless_too_old(self, note: ChargeNote, outcome: SaleOutcome) -> SaleOutcome:
        """A terminal may have forgotten what is older than it must remember."""
        is_old = self.clock.now() - note.asked_at >= TERMINAL_REMEMBERS
        if is_old and outcome.reason is SaleReason.UNKNOWN_TO_TERMINAL:
            return SaleOutcome(SaleState.UNCERTAIN, SaleReason.TERMINAL_FORGOT)
        return outcome


@dataclass(frozen=True, slots=True)
class ChargeCard:
    """The verb."""

    terminal: CardTerminal
    notes: ChargeNotes
    clock: Clock

    def __call__(self, charge: Charge) -> SaleOutcome:
        """Ask for the sale once, whatever is clicked twice, and wait for its end.

        An answer that is lost is asked for again at once. UNCERTAIN only when that too tells nothing: then AskTerminal,
        and until it is certain every further charge of this payment is NOT_SENT with reason EARLIER_SALE_OPEN.

        Raises Fault FILE_NOT_WRITTEN, SETTINGS_DAMAGED: then nothing was sent.
        """
        ask = AskTerminal(self.terminal, self.notes, self.clock)
        if noted(self.notes, charge) is not None:
            return ask(charge)
        if any(
            note.charge.group_id == charge.group_id and not note.is_known
            for note in self.notes.open()
        ):
            return SaleOutcome(SaleState.NOT_SENT, SaleReason.EARLIER_SALE_OPEN)
        self.notes.begin(charge, self.clock.now())
        try:
            outcome = self.terminal.sale(charge.amount, charge.reference)
        except Fault:
            never_sent = SaleOutcome(SaleState.NOT_SENT, SaleReason.TERMINAL_NOT_FOUND)
            self.notes.end(charge, never_sent)
            raise
        if not outcome.is_certain:
            return ask(charge)
        self.notes.end(charge, outcome)
        return outcome


@dataclass(frozen=True, slots=True)
class VoidCharge:
    """Give back what a card was charged, when no payment came of it."""

    ledger: Ledger
    ask: AskTerminal

    def __call__(self, charge: Charge) -> SaleOutcome:
        """What is known of the sale afterwards: CANCELLED with reason VOIDED when it was taken back.

        APPROVED with a reason when it stands: PAYMENT_TAKEN for one whose slip is on a receipt (that is reversed, not
        voided), else what kept the terminal from it.
        """
        sale = self.ask(charge)
        if sale.slip is None:
            return sale
        if slip_is_booked(self.ledger, charge, sale.slip):
            return replace(sale, reason=SaleReason.PAYMENT_TAKEN)
        outcome = self.ask.terminal.void_sale(charge.reference, charge.amount)
        if not outcome.is_certain:
            outcome = self.ask.terminal.last_sale(charge.reference, charge.amount)
        if outcome.slip is not None:
            return replace(sale, reason=SaleReason.VOID_REFUSED)
        if outcome.state in {SaleState.NOT_SENT, SaleState.DECLINED}:
            return replace(sale, reason=outcome.reason)
        self.ask.notes.end(charge, outcome)
        return outcome


@dataclass(frozen=True, slots=True)
class OpenCharges:
    """Charges without a payment: after a power cut, and at the end of a shift, somebody must look at them."""

    ledger: Ledger
    notes: ChargeNotes

    def __call__(self) -> tuple[ChargeNote, ...]:
        """Oldest first; those whose slip is on a receipt meanwhile are settled and left out."""
        still_open = []
        for note in self.notes.open():
            slip = note.outcome.slip if note.outcome is not None else None
            if slip is not None and slip_is_booked(self.ledger, note.charge, slip):
                self.notes.settle(note.charge)
            else:
                still_open.append(note)
        return tuple(still_open)


def noted(notes: ChargeNotes, charge: Charge) -> ChargeNote | None:
    """The note of this charge. Raises ValueError when its number was used for another amount: a bug of the form."""
    note = notes.find(charge)
    if note is not None and note.charge != charge:
        message = f"sale {charge.number} was of {note.charge.amount}, not {charge.amount}"
        raise ValueError(message)
    return note


def slip_is_booked(ledger: Ledger, charge: Charge, slip: CardSlip) -> bool:
    """Whether a receipt has this slip."""
    with ledger.open_books() as books:
        return books.payments.instrument_used_by(CardTender(charge.amount, slip)) is not None

"""Verbs of the terminal lane on the fake terminal: the real verbs, so that a screen meets what they do."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from counter_app.domain.card_sale import SaleReason, TerminalKind
from counter_app.use_cases.charge_card import AskTerminal, ChargeCard, VoidCharge
from tests.fakes.books import FakeLedger
from tests.fakes.clock import FakeClock
from tests.fakes.terminal import FakeChargeNotes, FakeTerminal
from tests.ui.fake_paper import FakePaper

if TYPE_CHECKING:
    from counter_app.domain.card_sale import (
        Charge,
        ChargeNote,
        SaleOutcome,
        SaleProgress,
        TerminalStatus,
    )


@dataclass
class FakeCards(FakePaper, ABC):
    """A counter whose slips are typed until a test sets ``kind``; sales end as ``terminal.faults`` say."""

    kind: TerminalKind = TerminalKind.TYPED
    terminal: FakeTerminal = field(default_factory=FakeTerminal)
    charge_notes: FakeChargeNotes = field(default_factory=FakeChargeNotes)

    def terminal_kind(self) -> TerminalKind:
        self.noted("terminal_kind")
        return self.kind

    def terminal_status(self) -> TerminalStatus:
        self.noted("terminal_status")
        return self.terminal.status()

    def charge_card(self, charge: Charge) -> SaleOutcome:
        self.noted("charge_card", charge)
        return ChargeCard(self.terminal, self.charge_notes, FakeClock())(charge)

    def ask_terminal(self, charge: Charge) -> SaleOutcome:
        self.noted("ask_terminal", charge)
        return self._ask(charge)

    def void_charge(self, charge: Charge) -> SaleOutcome:
        self.noted("void_charge", charge)
        sale = self._ask(charge)
        if self._is_booked(sale):
            return replace(sale, reason=SaleReason.PAYMENT_TAKEN)
        return VoidCharge(FakeLedger(), self._ask)(charge)

    def open_charges(self) -> tuple[ChargeNote, ...]:
        self.noted("open_charges")
        notes = self.charge_notes.open()
        return tuple(note for note in notes if not self._is_booked(note.outcome))

    def cancel_charge(self) -> None:
        self.noted("cancel_charge")
        self.terminal.cancel()

    def charge_progress(self) -> SaleProgress:
        return self.terminal.progress()

    @abstractmethod
    def slip_used(self, rrn: str) -> str | None:
        """The receipt this slip is on; the till knows."""

    def _is_booked(self, outcome: SaleOutcome | None) -> bool:
        slip = outcome.slip if outcome is not None else None
        return slip is not None and self.slip_used(slip.rrn) is not None

    @property
    def _ask(self) -> AskTerminal:
        return AskTerminal(self.terminal, self.charge_notes, FakeClock())

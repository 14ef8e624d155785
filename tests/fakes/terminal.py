"""A card terminal in memory, and the counter's notes of what it asked it for: the contracts of ``terminal_ports``."""

from __future__ import annotations

import threading
from collections import deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from counter_app.domain.card_sale import (
    Charge,
    ChargeNote,
    SaleOutcome,
    SaleProgress,
    SaleReason,
    SaleState,
    TerminalStatus,
)
from counter_app.domain.errors import Fault, FaultCode
from tests.builders import PAYABLE, a_card_slip, a_payment_id
from tests.terminals.faults import TerminalFault

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from counter_app.domain.money import Money

WAIT_SECONDS = 10.0

DECLINED = SaleOutcome(SaleState.DECLINED, SaleReason.INSUFFICIENT_FUNDS)
CANCELLED_AT_KEY = SaleOutcome(SaleState.CANCELLED, SaleReason.CANCELLED_AT_TERMINAL)
CANCELLED_HERE = SaleOutcome(SaleState.CANCELLED, SaleReason.CANCELLED_HERE)
VOIDED = SaleOutcome(SaleState.CANCELLED, SaleReason.VOIDED)
BUSY = SaleOutcome(SaleState.NOT_SENT, SaleReason.TERMINAL_BUSY)
UNKNOWN = SaleOutcome(SaleState.NOT_SENT, SaleReason.UNKNOWN_TO_TERMINAL)
SPENT = SaleOutcome(SaleState.NOT_SENT, SaleReason.REFERENCE_SPENT)
NOT_FOUND = SaleOutcome(SaleState.NOT_SENT, SaleReason.TERMINAL_NOT_FOUND)
LOST = SaleOutcome(SaleState.UNCERTAIN, SaleReason.NO_ANSWER)
UNREACHED = SaleOutcome(SaleState.UNCERTAIN, SaleReason.TERMINAL_NOT_FOUND)

_UNCHARGED = {
    TerminalFault.DECLINED: DECLINED,
    TerminalFault.CANCELLED_AT_KEY: CANCELLED_AT_KEY,
    TerminalFault.WAITS: CANCELLED_HERE,
    TerminalFault.SILENT_AFTER_ACK: SaleOutcome(SaleState.CANCELLED, SaleReason.CARD_NOT_SHOWN),
}
_VOID_ENDS = {
    TerminalFault.DECLINED: SaleOutcome(SaleState.DECLINED, SaleReason.NOT_PERMITTED),
    TerminalFault.BUSY: SaleOutcome(SaleState.NOT_SENT, SaleReason.VOID_REFUSED),
}
_LOSES_ANSWER = {
    TerminalFault.SILENT,
    TerminalFault.SILENT_AFTER_ACK,
    TerminalFault.SILENT_AFTER_CHARGE,
}


def a_charge(number: int = 1, amount: Money = PAYABLE, *, payment: int = 1) -> Charge:
    """The so-many-th sale asked for in payment so-and-so."""
    return Charge(a_payment_id(payment), number, amount)


@dataclass
class FakeTerminal:
    """Each call of ``sale``, ``last_sale`` and ``void_sale`` that reaches it uses up one of ``faults``."""

    faults: deque[TerminalFault] = field(default_factory=deque)
    is_there: bool = True
    settings_fault: Fault | None = None
    is_busy: bool = False
    charges: list[tuple[str, int]] = field(default_factory=list)
    voids: list[tuple[str, int]] = field(default_factory=list)
    asked: list[tuple[str, str]] = field(default_factory=list)
    """Call and reference, in order."""

    waits_for_card: threading.Event = field(default_factory=threading.Event)
    cancelled: threading.Event = field(default_factory=threading.Event)

    def __post_init__(self) -> None:
        self._journal: dict[str, tuple[Money, SaleOutcome]] = {}
        self._progress = SaleProgress.NONE

    @property
    def charged(self) -> dict[str, int]:
        """Reference to what was charged and not given back, in paise."""
        voided = {reference for reference, _ in self.voids}
        return {reference: paise for reference, paise in self.charges if reference not in voided}

    def sale(self, amount: Money, reference: str) -> SaleOutcome:
        fault = self._asked("sale", reference)
        self.cancelled.clear()
        if not self.is_there:
            return NOT_FOUND
        if reference in self._journal:
            known = self._told(reference, amount)
            return SPENT if known == UNKNOWN else known
        if self.is_busy or fault is TerminalFault.BUSY:
            return BUSY
        if fault is not TerminalFault.SILENT:
            self._card(fault)
            self._journal[reference] = (amount, self._end(fault, amount, reference))
        return LOST if fault in _LOSES_ANSWER else self._told(reference, amount)

    def last_sale(self, reference: str, amount: Money) -> SaleOutcome:
        fault = self._asked("last_sale", reference)
        if not self.is_there:
            return UNREACHED
        self._journal.setdefault(reference, (amount, UNKNOWN))
        return LOST if fault in _LOSES_ANSWER else self._told(reference, amount)

    def void_sale(self, reference: str, amount: Money) -> SaleOutcome:
        fault = self._asked("void_sale", reference)
        if not self.is_there:
            return NOT_FOUND
        sold, known = self._journal.get(reference, (amount, UNKNOWN))
        if known.state is not SaleState.APPROVED or fault in _VOID_ENDS:
            return known if known in {UNKNOWN, VOIDED} else _VOID_ENDS[fault]
        if fault is not TerminalFault.SILENT:
            self.voids.append((reference, sold.paise))
            self._journal[reference] = (sold, VOIDED)
        return LOST if fault in _LOSES_ANSWER else VOIDED

    def cancel(self) -> None:
        self.cancelled.set()

    def progress(self) -> SaleProgress:
        return self._progress

    def status(self) -> TerminalStatus:
        if not self.is_there:
            return TerminalStatus.NOT_FOUND
        return TerminalStatus.BUSY if self.is_busy else TerminalStatus.READY

    def _asked(self, call: str, reference: str) -> TerminalFault:
        if self.settings_fault is not None:
            raise self.settings_fault
        self.asked.append((call, reference))
        return self.faults.popleft() if self.faults and self.is_there else TerminalFault.NONE

    def _card(self, fault: TerminalFault) -> None:
        self._progress = SaleProgress.WAITING_FOR_CARD
        self.waits_for_card.set()
        if fault in {TerminalFault.WAITS, TerminalFault.CANCELLED_TOO_LATE}:
            assert self.cancelled.wait(WAIT_SECONDS), "the test cancels"
        self._progress = SaleProgress.NONE

    def _end(self, fault: TerminalFault, amount: Money, reference: str) -> SaleOutcome:
        if fault in _UNCHARGED:
            return _UNCHARGED[fault]
        self.charges.append((reference, amount.paise))
        number = len(self.charges)
        slip = a_card_slip(rrn=f"6327110{number:05d}", invoice=f"{number:06d}")
        return SaleOutcome(SaleState.APPROVED, slip=slip)

    def _told(self, reference: str, amount: Money) -> SaleOutcome:
        sold, outcome = self._journal[reference]
        if outcome.slip is not None and sold != amount:
            return SaleOutcome(SaleState.UNCERTAIN, SaleReason.AMOUNT_DIFFERS)
        return outcome


@dataclass
class FakeChargeNotes:
    """Notes in memory; the next ``begin`` fails when ``is_disk_full``."""

    is_disk_full: bool = False

    def __post_init__(self) -> None:
        self._notes: dict[tuple[UUID, int], ChargeNote] = {}
        self._settled: set[tuple[UUID, int]] = set()

    def begin(self, charge: Charge, asked_at: datetime) -> None:
        if self.is_disk_full:
            raise Fault(FaultCode.FILE_NOT_WRITTEN, "the test filled the disk")
        self._notes[charge.group_id, charge.number] = ChargeNote(charge, asked_at)

    def end(self, charge: Charge, outcome: SaleOutcome) -> None:
        note = self.find(charge)
        if note is not None:
            ended = ChargeNote(note.charge, note.asked_at, outcome)
            self._notes[charge.group_id, charge.number] = ended

    def settle(self, charge: Charge) -> None:
        self._settled.add((charge.group_id, charge.number))

    def find(self, charge: Charge) -> ChargeNote | None:
        return self._notes.get((charge.group_id, charge.number))

    def open(self) -> tuple[ChargeNote, ...]:
        notes = [
            note
            for name, note in self._notes.items()
            if note.may_be_charged and name not in self._settled
        ]
        return tuple(sorted(notes, key=lambda note: note.asked_at))

"""A printer and drawer without wires, and what was asked of the whole desk."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from counter_app.domain.errors import Refusal, RefusalCode
from counter_app.domain.printer import NO_PRINTER, PrinterPlace, PrinterPlan, PrintersAtHand
from counter_app.domain.receipt import (
    ANSWERED,
    PaperAnswer,
    PrintAttempt,
    PrintOutcome,
    PrintState,
)
from counter_app.domain.receipt_copy import CopyRequest, CopyWay, copy_address
from counter_app.domain.receipt_verdict import ReceiptVerdict, Verdict
from tests.builders import NOW, TODAY

if TYPE_CHECKING:
    from counter_app.domain.identity import CashierId, PaymentId, ReceiptNo
    from counter_app.domain.printer import FoundPrinter


@dataclass
class FakePaper:
    """Verbs of the printer lane; prints end as the test says."""

    fails: dict[str, list[Exception]] = field(default_factory=dict)
    """Verb name to what it raises, one a call."""

    calls: list[tuple[str, object]] = field(default_factory=list)
    threads: set[str] = field(default_factory=set)
    prints: list[PrintOutcome] = field(default_factory=list)
    """How the next prints end, first first; PRINTED when there are none."""

    summaries: list[PrintOutcome] = field(default_factory=list)
    """How the next summaries end."""

    printer_stands: threading.Event | None = None
    """Set, every print waits for it."""

    drawers_opened: list[PrintOutcome] = field(default_factory=list)
    """How the next pulses end."""

    states: dict[str, tuple[PrintState, str, int]] = field(default_factory=dict)
    picture: bytes = b""
    printers: PrintersAtHand = field(
        default_factory=lambda: PrintersAtHand(NO_PRINTER, NO_PRINTER, ())
    )
    found_printers: tuple[FoundPrinter, ...] = ()
    verdicts: dict[str, ReceiptVerdict] = field(default_factory=dict)
    """What is scanned, and what the look at it comes to; UNREADABLE for all else."""

    copies: list[CopyRequest] = field(default_factory=list)
    """All that were asked for."""

    def noted(self, verb: str, *facts: object) -> None:
        """Note a call and fail if the test said so."""
        self.calls.append((verb, facts[0] if len(facts) == 1 else facts))
        self.threads.add(f"{verb}@{threading.current_thread().name.partition('_')[0]}")
        if self.fails.get(verb):
            raise self.fails[verb].pop(0)

    def asked(self, verb: str) -> list[object]:
        """What a verb was called with."""
        return [facts for name, facts in self.calls if name == verb]

    def warm_printer(self) -> None:
        self.noted("warm_printer")

    def print_receipt(self, receipt_no: ReceiptNo) -> PrintOutcome:
        self.noted("print_receipt", str(receipt_no))
        return self._print(str(receipt_no))

    def reprint_receipt(self, receipt_no: ReceiptNo, cashier_id: CashierId) -> PrintOutcome:
        self.noted("reprint_receipt", str(receipt_no))
        return self._print(str(receipt_no))

    def _print(self, number: str) -> PrintOutcome:
        last = self.states.get(number)
        if last is not None and last[0] is PrintState.UNCERTAIN:
            raise Refusal(RefusalCode.PRINT_ANSWER_NEEDED, receipt_no=number)
        copies = last[2] if last else 0
        if self.printer_stands is not None:
            assert self.printer_stands.wait(timeout=10), "the test lets it go on"
        outcome = self.prints.pop(0) if self.prints else PrintOutcome(PrintState.PRINTED)
        is_out = outcome.state is not PrintState.NOT_SENT
        self.states[number] = (outcome.state, outcome.reason, copies + is_out)
        return replace(outcome, copy_no=copies)

    def answer_uncertain(self, receipt_no: ReceiptNo, answer: PaperAnswer) -> None:
        number = str(receipt_no)
        self.noted("answer_uncertain", (number, answer))
        state, reason, copies = self.states[number]
        if not PrintAttempt(0, 0, state, reason).may_be_answered(answer):
            raise Refusal(RefusalCode.PRINT_NOT_UNCERTAIN, receipt_no=number)
        self.states[number] = (*ANSWERED[answer], copies)

    def print_summary(self, group_id: PaymentId) -> PrintOutcome:
        self.noted("print_summary", group_id)
        return self.summaries.pop(0) if self.summaries else PrintOutcome(PrintState.PRINTED)

    def open_drawer(self) -> PrintOutcome:
        self.noted("open_drawer")
        return (
            self.drawers_opened.pop(0) if self.drawers_opened else PrintOutcome(PrintState.PRINTED)
        )

    def picture_receipt(self, receipt_no: ReceiptNo) -> bytes:
        self.noted("picture_receipt", str(receipt_no))
        return self.picture

    def print_elsewhere(self, receipt_no: ReceiptNo) -> PrintOutcome:
        self.noted("print_elsewhere", str(receipt_no))
        if self.printers.other == NO_PRINTER:
            raise Refusal(RefusalCode.NO_OTHER_PRINTER)
        return self._print(str(receipt_no))

    def printers_at_hand(self) -> PrintersAtHand:
        self.noted("printers_at_hand")
        return self.printers

    def swap_printers(self) -> PrintersAtHand:
        self.noted("swap_printers")
        if self.printers.other == NO_PRINTER:
            raise Refusal(RefusalCode.NO_OTHER_PRINTER)
        now = self.printers
        self.printers = replace(now, first=now.other, other=now.first)
        return self.printers

    def find_printers(self) -> tuple[FoundPrinter, ...]:
        self.noted("find_printers")
        return self.found_printers

    def try_printer(self, plan: PrinterPlan) -> PrintOutcome:
        self.noted("try_printer", plan)
        return self.prints.pop(0) if self.prints else PrintOutcome(PrintState.PRINTED)

    def try_drawer(self, plan: PrinterPlan, cashier_id: CashierId) -> PrintOutcome:
        self.noted("try_drawer", (plan, cashier_id))
        return self.prints.pop(0) if self.prints else PrintOutcome(PrintState.PRINTED)

    def keep_printer(
        self, place: PrinterPlace, plan: PrinterPlan, cashier_id: CashierId
    ) -> PrintersAtHand:
        self.noted("keep_printer", (place, plan, cashier_id))
        changed = {place.value: plan}
        self.printers = replace(self.printers, **changed)  # type: ignore[arg-type]  # first or other, both plans
        return self.printers

    def check_receipt(self, text: str) -> ReceiptVerdict:
        self.noted("check_receipt", text)
        return self.verdicts.get(text, ReceiptVerdict(Verdict.UNREADABLE))

    def ask_copy(
        self, receipt_no: ReceiptNo, way: CopyWay, typed: str, cashier_id: CashierId
    ) -> CopyRequest:
        self.noted("ask_copy", (str(receipt_no), way, typed))
        asked = CopyRequest(receipt_no, way, copy_address(way, typed), cashier_id, TODAY, NOW)
        if any(one.address == asked.address for one in self.copies_asked(receipt_no)):
            facts = {"receipt_no": str(receipt_no), "address": asked.address}
            raise Refusal(RefusalCode.COPY_ASKED_BEFORE, **facts)
        self.copies.append(asked)
        return asked

    def copies_asked(self, receipt_no: ReceiptNo) -> tuple[CopyRequest, ...]:
        return tuple(one for one in self.copies if one.receipt_no == receipt_no)

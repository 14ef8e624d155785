"""Prints and enrolment in memory."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from counter_app.domain.receipt import PrintAttempt, PrintReason, PrintState
from tests.fakes.books_of_local_people import FakePeopleBook

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from counter_app.domain.identity import CashierId, ReceiptNo
    from counter_app.domain.receipt import PrintOutcome
    from counter_app.domain.shift import Cashier
    from counter_app.wire.exchange import Certificate, Person
    from tests.fakes.pages import Pages


@dataclass(frozen=True, slots=True)
class FakePrintBook:
    """Attempts, numbered from 1 over all receipts, and their outcomes."""

    pages: Callable[[], Pages]

    def note_attempt(self, receipt_no: ReceiptNo, copy_no: int, at: datetime) -> int:
        pages = self.pages()
        if all(one.payment.receipt_no != receipt_no for one in pages.receipts.values()):
            message = f"no receipt {receipt_no}"
            raise ValueError(message)
        pages.attempts.append((receipt_no, copy_no, at))
        return len(pages.attempts)

    def note_outcome(self, attempt: int, outcome: PrintOutcome, at: datetime) -> None:
        pages = self.pages()
        is_open = 1 <= attempt <= len(pages.attempts) and self._may_end(attempt, outcome)
        if not is_open:
            message = f"attempt {attempt} has ended or never began"
            raise ValueError(message)
        pages.outcomes[attempt] = (*pages.outcomes.get(attempt, ()), outcome)

    def last(self, receipt_no: ReceiptNo) -> PrintAttempt | None:
        attempts = self._attempts_of(receipt_no)
        return attempts[-1] if attempts else None

    def copies_out(self, receipt_no: ReceiptNo) -> int:
        out = [
            one.copy_no
            for one in self._attempts_of(receipt_no)
            if one.state is not PrintState.NOT_SENT
            or one.reason == PrintReason.CASHIER_SAID_NOT_PRINTED
        ]
        return max(out, default=-1) + 1

    def _attempts_of(self, receipt_no: ReceiptNo) -> list[PrintAttempt]:
        return [
            PrintAttempt(attempt, copy_no, *self._end(attempt))
            for attempt, (other, copy_no, _) in enumerate(self.pages().attempts, start=1)
            if other == receipt_no
        ]

    def _may_end(self, attempt: int, outcome: PrintOutcome) -> bool:
        state, reason = self._end(attempt)
        if state is PrintState.UNCERTAIN:
            return True
        is_torn = outcome.state is PrintState.PRINTED and outcome.reason == PrintReason.TORN
        return is_torn and state is PrintState.PRINTED and reason != PrintReason.TORN

    def _end(self, attempt: int) -> tuple[PrintState, str]:
        outcomes = self.pages().outcomes.get(attempt, ())
        return (outcomes[-1].state, outcomes[-1].reason) if outcomes else (PrintState.UNCERTAIN, "")


@dataclass(frozen=True, slots=True)
class FakeEnrolmentBook:
    """Certificates and rosters, the newest counts."""

    pages: Callable[[], Pages]

    def certificate(self) -> Certificate | None:
        certificates = self.pages().certificates
        return certificates[-1][0] if certificates else None

    def certificates(self) -> tuple[Certificate, ...]:
        return tuple(kept[0] for kept in self.pages().certificates)

    def keep_certificate(self, certificate: Certificate, signed: bytes, at: datetime) -> None:
        before = self.certificate()
        if before is not None and certificate.epoch <= before.epoch:
            message = f"epoch {certificate.epoch} after {before.epoch}"
            raise ValueError(message)
        self.pages().certificates.append((certificate, signed, at))

    def keep_roster(self, people: tuple[Person, ...], at: datetime) -> None:
        self.pages().rosters.append(people)

    def cashier(self, cashier_id: CashierId) -> Cashier | None:
        people = FakePeopleBook(self.pages)
        for one in people.roster():
            if one.cashier_id == cashier_id:
                return one
        for made in people.local_people():
            if made.cashier.cashier_id == cashier_id and made.ended_at is None:
                return made.cashier
        return None

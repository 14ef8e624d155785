"""A job that broke off inside a picture leaves the printer waiting for dots: it takes whatever comes next for them."""

from __future__ import annotations

import pytest

from counter_app.domain.receipt import PrintOutcome, PrintReason, PrintState
from counter_app.printing.delivery import Deadlines, deliver
from counter_app.printing.status import ASK_AFTER_ALL_PRINTED, QUESTIONS
from counter_app.printing.trust import Trust

BAND_BYTES = 72 * 128
BANDS = b"\x1b@\x1dv0\x00" + bytes([72, 0, 128, 0]) + b"\x0f" * BAND_BYTES
DEADLINES = Deadlines(answer_seconds=0.2, job_seconds=1.0)


class HalfFed:
    """A printer that still wants so many dots, behind a line that may fall."""

    def __init__(self, *, can_read: bool = True) -> None:
        self.can_read = can_read
        self.wants = 0
        self.falls_after: int | None = None
        self.printed = b""
        self._answers = b""

    def hurry(self, seconds: float) -> None:
        """Always there."""

    def open(self) -> None:
        self._answers = b""

    def send(self, chunk: bytes, timeout_seconds: float) -> None:
        if self.falls_after is not None and chunk not in [question for question, _ in QUESTIONS]:
            taken, self.wants, self.falls_after = self.falls_after, BAND_BYTES - 1_000, None
            self.printed += chunk[:taken]
            raise ConnectionResetError(timeout_seconds)
        eaten = min(self.wants, len(chunk))
        self.wants -= eaten
        heard = chunk[eaten:]
        if heard in [question for question, _ in QUESTIONS]:
            self._answers += b"\x12"
        elif heard == ASK_AFTER_ALL_PRINTED:
            self._answers += b"\x00"
        else:
            self.printed += heard

    def receive(self, timeout_seconds: float) -> bytes:
        if not self._answers:
            raise TimeoutError(timeout_seconds)
        answer, self._answers = self._answers, b""
        return answer

    def settle(self, timeout_seconds: float) -> None:
        """Nothing waits."""

    def finish(self, timeout_seconds: float) -> None:
        """Nothing waits."""

    def seconds_for(self, count_bytes: int) -> float:
        return 0.0

    def close(self) -> None:
        """Its wants stay."""


def print_on(printer: HalfFed, trust: Trust, band_bytes: int = BAND_BYTES) -> PrintOutcome:
    return deliver(
        BANDS,
        printer,
        DEADLINES,
        asks_status=printer.can_read,
        trust=trust,
        band_bytes=band_bytes,
    )


@pytest.fixture
def trust() -> Trust:
    """Nobody is left at once."""
    return Trust(quick_for_seconds=0.0)


def test_a_printer_that_waits_for_the_rest_of_a_picture_is_given_it_and_prints_the_next_whole(
    trust: Trust,
) -> None:
    printer = HalfFed()
    printer.falls_after = 1_000
    assert print_on(printer, trust).state is PrintState.UNCERTAIN
    assert trust.may_be_owed
    printer.printed = b""
    assert print_on(printer, trust) == PrintOutcome(PrintState.PRINTED)
    assert printer.printed.lstrip(b"\x00") == BANDS
    assert not trust.may_be_owed


def test_a_printer_that_cannot_be_asked_is_given_it_before_the_next_job(trust: Trust) -> None:
    printer = HalfFed(can_read=False)
    printer.falls_after = 1_000
    assert print_on(printer, trust).state is PrintState.UNCERTAIN
    printer.printed = b""
    assert print_on(printer, trust).reason == PrintReason.UNCONFIRMED
    assert printer.printed.lstrip(b"\x00") == BANDS


def test_without_the_rest_it_would_stay_deaf(trust: Trust) -> None:
    """What makes the other tests tests."""
    printer = HalfFed()
    printer.falls_after = 1_000
    print_on(printer, trust)
    assert print_on(printer, trust, band_bytes=0).reason == PrintReason.NO_ANSWER


def test_a_printer_that_answers_is_given_nothing_it_did_not_ask_for(trust: Trust) -> None:
    printer = HalfFed()
    trust.may_be_owed = True
    assert print_on(printer, trust) == PrintOutcome(PrintState.PRINTED)
    assert printer.printed == BANDS


def test_a_printer_that_stays_silent_after_it_is_not_sent_the_job(trust: Trust) -> None:
    printer = HalfFed()
    trust.may_be_owed, printer.wants = True, 10 * BAND_BYTES
    assert print_on(printer, trust) == PrintOutcome(PrintState.NOT_SENT, PrintReason.NO_ANSWER)
    assert printer.printed == b""
    assert trust.may_be_owed, "nothing was learnt"


def test_a_line_that_falls_again_meanwhile_ends_as_no_answer(trust: Trust) -> None:
    printer = HalfFed()
    trust.may_be_owed, printer.wants, printer.falls_after = True, BAND_BYTES, 0
    assert print_on(printer, trust) == PrintOutcome(PrintState.NOT_SENT, PrintReason.NO_ANSWER)

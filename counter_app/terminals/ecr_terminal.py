"""A terminal that speaks our protocol, asked over a link. Every end is an outcome; nothing is guessed."""

from __future__ import annotations

import logging
import secrets
import threading
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from counter_app.domain.card_sale import (
    SaleOutcome,
    SaleProgress,
    SaleReason,
    SaleState,
    TerminalStatus,
)
from counter_app.terminals.exchange import Ended, Exchange
from counter_app.terminals.line import Line
from counter_app.terminals.links import LinkNotOpen, Timing
from counter_app.terminals.messages import Request, outcome_told

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from counter_app.domain.money import Money
    from counter_app.terminals.links import Link
    from counter_app.terminals.messages import Message

EXCHANGES = 1_000_000
END_MARGIN_SECONDS = 10
"""The terminal is told to end a sale so much before we stop waiting."""

_log = logging.getLogger(__name__)


def _never() -> bool:
    """Nobody wishes to cancel a question."""
    return False


@dataclass
class EcrTerminal:
    """One exchange after another, each on a link of its own. ``tid`` empty takes whatever terminal answers."""

    new_link: Callable[[], Link]
    timing: Timing = field(default_factory=Timing)
    tid: str = ""

    def __post_init__(self) -> None:
        self._exchange_no = secrets.randbelow(EXCHANGES)
        self._cancel_asked = threading.Event()
        self._progress = SaleProgress.NONE

    def sale(self, amount: Money, reference: str) -> SaleOutcome:
        """Ask whether it is ready, then for the sale, and wait for its end: one that is off was asked for nothing."""
        self._cancel_asked.clear()
        card_seconds = max(1, int(self.timing.answer_seconds) - END_MARGIN_SECONDS)
        request = self._request("SALE", reference, amount, card_seconds)
        try:
            outcome = outcome_told(self._answer_of_bank(request, self._take_cancel), request)
        except Ended as end:
            outcome = SaleOutcome(_state_of_sale(end), end.reason)
        finally:
            self._progress = SaleProgress.NONE
        return _logged(request, outcome)

    def last_sale(self, reference: str, amount: Money) -> SaleOutcome:
        """What became of it; whatever keeps the terminal from saying so leaves it UNCERTAIN."""
        request = self._request("LAST", reference, amount)
        try:
            with self._line() as line:
                answer = self._exchange(line, request).answer(*self._question_times)
            outcome = outcome_told(answer, request)
        except Ended as end:
            outcome = SaleOutcome(SaleState.UNCERTAIN, end.reason)
        is_answer = outcome.reason is SaleReason.UNKNOWN_TO_TERMINAL
        if outcome.state is SaleState.NOT_SENT and not is_answer:
            outcome = SaleOutcome(SaleState.UNCERTAIN, outcome.reason)  # it refused the question
        return _logged(request, outcome)

    def void_sale(self, reference: str, amount: Money) -> SaleOutcome:
        """Ask whether it is ready, then to take the sale back."""
        request = self._request("VOID", reference, amount)
        try:
            outcome = outcome_told(self._answer_of_bank(request, _never), request)
        except Ended as end:
            state = SaleState.NOT_SENT if end.is_untouched else SaleState.UNCERTAIN
            outcome = SaleOutcome(state, end.reason)
        is_voided = outcome.reason is SaleReason.VOIDED
        if outcome.state is SaleState.CANCELLED and not is_voided:
            outcome = SaleOutcome(SaleState.NOT_SENT, outcome.reason)  # the void was, not the sale
        return _logged(request, outcome)

    def cancel(self) -> None:
        """Leave word; the lane that waits for the sale tells the terminal."""
        self._cancel_asked.set()

    def progress(self) -> SaleProgress:
        """What the terminal said last."""
        return self._progress

    def status(self) -> TerminalStatus:
        """Ask it."""
        try:
            with self._line() as line:
                return self._status_on(line)
        except Ended as end:
            is_absent = end.reason is SaleReason.TERMINAL_NOT_FOUND
            return TerminalStatus.NOT_FOUND if is_absent else TerminalStatus.NO_ANSWER

    def _request(
        self, kind: str, reference: str = "", amount: Money | None = None, card_seconds: int = 0
    ) -> Request:
        self._exchange_no = (self._exchange_no + 1) % EXCHANGES
        number = f"{self._exchange_no:06d}"
        return Request(kind, number, reference, amount, self.tid, card_seconds)

    @contextmanager
    def _line(self) -> Iterator[Line]:
        """A new link, closed whatever happens. Raises Ended when it does not open, or breaks."""
        link = self.new_link()
        try:
            link.open()
        except LinkNotOpen as error:
            _log.warning("terminal not reached: %s", error)
            raise Ended(SaleReason.TERMINAL_NOT_FOUND, is_untouched=True) from error
        try:
            yield Line(link, self.timing)
        except OSError as error:
            _log.warning("the line to the terminal broke: %s", error)
            raise Ended(SaleReason.CUT_SHORT) from error
        finally:
            link.close()

    def _exchange(
        self, line: Line, request: Request, takes_cancel: Callable[[], bool] = _never
    ) -> Exchange:
        return Exchange(line, request, takes_cancel, self._note_progress)

    @property
    def _question_times(self) -> tuple[float, float]:
        return self.timing.question_seconds, self.timing.question_seconds

    def _answer_of_bank(self, request: Request, takes_cancel: Callable[[], bool]) -> Message:
        """The answer to what moves money, from a terminal that said it is ready. Raises Ended."""
        with self._line() as line:
            self._refuse_unready(line)
            exchange = self._exchange(line, request, takes_cancel)
            return exchange.answer(self.timing.answer_seconds, self.timing.silence_seconds)

    def _status_on(self, line: Line) -> TerminalStatus:
        """Raises Ended, OSError."""
        answer = self._exchange(line, self._request("STATUS")).answer(*self._question_times)
        if self.tid and answer.get("TI") != self.tid:
            return TerminalStatus.OTHER_TERMINAL
        return answer.status

    def _refuse_unready(self, line: Line) -> None:
        """Raise Ended unless it is there and would begin a sale; nothing of the sale has been sent yet."""
        try:
            status = self._status_on(line)
        except Ended as end:
            raise Ended(end.reason, is_untouched=True) from end
        except OSError as error:
            _log.warning("the line to the terminal broke: %s", error)
            raise Ended(SaleReason.CUT_SHORT, is_untouched=True) from error
        if status in _UNREADY:
            raise Ended(_UNREADY[status], is_untouched=True)

    def _take_cancel(self) -> bool:
        is_asked = self._cancel_asked.is_set()
        self._cancel_asked.clear()
        return is_asked

    def _note_progress(self, progress: SaleProgress) -> None:
        self._progress = progress or self._progress


_UNREADY: Mapping[TerminalStatus, SaleReason] = {
    TerminalStatus.BUSY: SaleReason.TERMINAL_BUSY,
    TerminalStatus.NO_BANK_LINE: SaleReason.NO_BANK_LINE,
    TerminalStatus.OUT_OF_SERVICE: SaleReason.OUT_OF_SERVICE,
    TerminalStatus.OTHER_TERMINAL: SaleReason.OTHER_TERMINAL,
}


def _state_of_sale(end: Ended) -> SaleState:
    if end.reason is SaleReason.CANCELLED_HERE:
        return SaleState.CANCELLED
    return SaleState.NOT_SENT if end.is_untouched else SaleState.UNCERTAIN


def _logged(request: Request, outcome: SaleOutcome) -> SaleOutcome:
    _log.info("%s %s: %s %s", request.kind, request.reference, outcome.state, outcome.reason)
    return outcome

"""One request to the terminal and all that is heard until its answer (PROTOCOL.md, section 3)."""

from __future__ import annotations

import logging
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from counter_app.domain.card_sale import SaleReason
from counter_app.terminals.line import NotAcknowledged, NotTaken
from counter_app.terminals.messages import Request, Unbelieved, read_message

if TYPE_CHECKING:
    from collections.abc import Callable

    from counter_app.domain.card_sale import SaleProgress
    from counter_app.terminals.line import Line
    from counter_app.terminals.messages import Message

CANCEL_STEP_SECONDS = 0.1
"""How soon a wish to cancel is seen."""

_log = logging.getLogger(__name__)


class Ended(Exception):
    """An exchange ended without its answer. ``is_untouched``: the terminal took nothing of it."""

    def __init__(self, reason: SaleReason, *, is_untouched: bool = False) -> None:
        super().__init__(reason)
        self.reason, self.is_untouched = reason, is_untouched


@dataclass(frozen=True, slots=True)
class Exchange:
    """``takes_cancel`` says, once each, that somebody wishes a sale to end; ``tells`` is given its progress."""

    line: Line
    request: Request
    takes_cancel: Callable[[], bool]
    tells: Callable[[SaleProgress], None]

    def answer(self, answer_seconds: float, silence_seconds: float) -> Message:
        """Ask, and wait so long for the answer, but no longer than ``silence_seconds`` from frame to frame.

        Raises Ended, and OSError when the line breaks.
        """
        if self.takes_cancel():
            raise Ended(SaleReason.CANCELLED_HERE, is_untouched=True)
        self._say_request()
        heard_at = time.monotonic()
        ends_at = heard_at + answer_seconds
        while time.monotonic() < min(ends_at, heard_at + silence_seconds):
            if self.takes_cancel():
                self._say_cancel()
            body = self.line.next_body(CANCEL_STEP_SECONDS)
            if body is None:
                continue
            heard_at = time.monotonic()
            message = _believed(body)
            if self._is_final(message):
                return message
            if self.request.is_answered_by(message):
                self.tells(message.progress)
            else:
                _log.warning("the terminal spoke of another exchange or reference")
        raise Ended(SaleReason.NO_ANSWER)

    def _say_request(self) -> None:
        try:
            self.line.say(self.request.body(), self._is_ours)
        except NotTaken as error:
            raise Ended(SaleReason.NOT_UNDERSTOOD, is_untouched=True) from error
        except NotAcknowledged as error:
            raise Ended(SaleReason.NO_ANSWER) from error

    def _say_cancel(self) -> None:
        """Only a wish: when the terminal does not take it, the sale's own end is waited for all the same."""
        request = self.request
        wish = Request("CANCEL", request.exchange_no, request.reference, tid=request.tid)
        try:
            self.line.say(wish.body(), lambda body: self._is_final(_believed(body)))
        except (NotTaken, NotAcknowledged):
            _log.warning("the terminal did not take the wish to cancel")

    def _is_ours(self, body: bytes) -> bool:
        return self.request.is_answered_by(_believed(body))

    def _is_final(self, message: Message) -> bool:
        kind = "STATE" if self.request.kind == "STATUS" else "RESULT"
        return message.kind == kind and self.request.is_answered_by(message)


def _believed(body: bytes) -> Message:
    try:
        return read_message(body)
    except Unbelieved as error:
        raise Ended(error.reason) from error

"""One conversation on an open link: each frame acknowledged, each refused one sent again (PROTOCOL.md, section 3)."""

from __future__ import annotations

import logging
import time
from collections import deque
from typing import TYPE_CHECKING

from counter_app.terminals.frames import ACK, NAK, FrameReader, Sign, frame_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from counter_app.terminals.frames import Heard
    from counter_app.terminals.links import Link, Timing

TRIES = 4
"""A frame is sent once and up to three times again."""

_log = logging.getLogger(__name__)


class NotTaken(Exception):
    """The terminal refused every try by NAK: it has taken nothing of it."""


class NotAcknowledged(Exception):
    """The terminal was silent at some try: nobody here knows whether it has taken the frame."""


class Line:
    """Speaks and hears in whole bodies. All trouble of the link is an OSError."""

    def __init__(self, link: Link, timing: Timing) -> None:
        self._link, self._timing = link, timing
        self._reader = FrameReader()
        self._heard: deque[Heard] = deque()
        self._kept: deque[bytes] = deque()
        self._last_byte_at = 0.0

    def say(self, body: bytes, is_answer: Callable[[bytes], bool]) -> None:
        """Send a body until it is acknowledged; a body that can only be its answer acknowledges it too.

        Bodies heard meanwhile are kept for ``next_body``. Raises NotTaken, NotAcknowledged, OSError.
        """
        refused = 0
        for _ in range(TRIES):
            self._link.send(frame_of(body))
            sign = self._sign(is_answer)
            if sign is Sign.ACKNOWLEDGED:
                return
            refused += sign is Sign.REFUSED
        raise NotTaken if refused == TRIES else NotAcknowledged

    def next_body(self, wait_seconds: float) -> bytes | None:
        """The next good body, acknowledged; None when none came in this time. Raises OSError."""
        if self._kept:
            return self._kept.popleft()
        deadline = time.monotonic() + wait_seconds
        while (heard := self._hear(deadline)) is not None:
            if isinstance(heard, bytes):
                return heard
        return None

    def _sign(self, is_answer: Callable[[bytes], bool]) -> Sign | None:
        """ACK or NAK to what was just sent; None for silence."""
        deadline = time.monotonic() + self._timing.acknowledge_seconds
        while (heard := self._hear(deadline)) is not None:
            if isinstance(heard, Sign):
                return heard
            self._kept.append(heard)
            if is_answer(heard):
                return Sign.ACKNOWLEDGED
        return None

    def _hear(self, deadline: float) -> Heard | None:
        """The next body, ACK or NAK until then; broken frames are refused and waited for again."""
        while not self._heard:
            now = time.monotonic()
            if now >= deadline:
                return None
            if self._reader.is_inside_frame:
                frame_ends_by = self._last_byte_at + self._timing.byte_seconds
                if now >= frame_ends_by:
                    self._reader.drop()
                    self._answer(NAK)
                    continue
                self._receive(min(deadline, frame_ends_by) - now)
            else:
                self._receive(deadline - now)
        return self._heard.popleft()

    def _receive(self, wait_seconds: float) -> None:
        try:
            received = self._link.receive(wait_seconds)
        except TimeoutError:
            return
        self._last_byte_at = time.monotonic()
        for heard in self._reader.feed(received):
            if heard is Sign.BROKEN:
                self._answer(NAK)
                continue
            if isinstance(heard, bytes):
                self._answer(ACK)
            self._heard.append(heard)

    def _answer(self, sign: int) -> None:
        """An ACK that is lost is no loss: the terminal says it again, or is asked what became of the sale."""
        try:
            self._link.send(bytes([sign]))
        except OSError as error:
            _log.info("not acknowledged: %s", error)

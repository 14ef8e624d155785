"""What may block in a driver, bounded: a Bluetooth port that is opened first connects through the air."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

OPEN_SECONDS = 10.0
"""A Bluetooth printer in reach is connected in 2 to 5 s; one that is off holds ``open`` for far longer."""


def open_within(seconds: float, open_it: Callable[[], None], let_go: Callable[[], None]) -> None:
    """Open it on a thread of its own and wait so long; what opens later is let go at once.

    Raises what ``open_it`` raises, and TimeoutError when nothing came of it in time.
    """
    attempt = _Attempt(open_it, let_go)
    thread = threading.Thread(target=attempt.run, name="open-port", daemon=True)
    thread.start()
    thread.join(seconds)
    attempt.judge()


class _Attempt:
    """Who comes first, the port or the deadline; the other one cleans up."""

    def __init__(self, open_it: Callable[[], None], let_go: Callable[[], None]) -> None:
        self._open_it, self._let_go = open_it, let_go
        self._lock = threading.Lock()
        self._is_done = self._is_given_up = False
        self._error: Exception | None = None

    def run(self) -> None:
        """On the thread."""
        try:
            self._open_it()
        except Exception as error:  # noqa: BLE001 - raised again where it was asked for
            self._error = error
        with self._lock:
            self._is_done = True
            is_late = self._is_given_up
        if is_late and self._error is None:
            self._let_go()

    def judge(self) -> None:
        """Where it was asked for. Raises."""
        with self._lock:
            self._is_given_up = not self._is_done
        if self._is_given_up:
            message = "the port did not open in time"
            raise TimeoutError(message)
        if self._error is not None:
            raise self._error

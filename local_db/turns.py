"""Turns: one thread at a time, in the order of asking."""

from __future__ import annotations

import threading
from collections import deque


class Turns:
    """A lock that is handed on first come, first served; a plain Lock lets anybody barge in."""

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._waiting: deque[threading.Lock] = deque()
        self._holder: int | None = None
        self._is_taken = False

    def take(self) -> None:
        """Wait for the turn. Raises RuntimeError in the thread that has it already: a bug, not a wait."""
        me = threading.get_ident()
        with self._guard:
            if self._holder == me:
                message = "books are open already in this thread"
                raise RuntimeError(message)
            if not self._is_taken:
                self._is_taken, self._holder = True, me
                return
            mine = threading.Lock()
            mine.acquire()
            self._waiting.append(mine)
        mine.acquire()
        self._holder = me

    def give(self) -> None:
        """Hand on to whoever asked first."""
        with self._guard:
            self._holder = None
            if self._waiting:
                self._waiting.popleft().release()
            else:
                self._is_taken = False

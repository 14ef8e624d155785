"""Hears how far a round is, on the sync lane, and tells the window; a person stops the round through it."""

from __future__ import annotations

import threading
from time import monotonic
from typing import TYPE_CHECKING

from counter_app.use_cases.round_watch import RoundStoppedError

if TYPE_CHECKING:
    from collections.abc import Callable

    from counter_app.use_cases.round_watch import RoundProgress, RoundStep

BETWEEN_NEWS_SECONDS = 0.2
"""The window hears no more often of one step: a watch is called for every page."""


class RoundEar:
    """A ``Watch`` of one round. ``tell`` is called on the lane: it hands the news to the window's own thread."""

    def __init__(self, tell: Callable[[], None]) -> None:
        self._tell = tell
        self._is_stopped = threading.Event()
        self.latest: RoundProgress | None = None
        """Where the round is; told of not every time."""
        self._step: RoundStep | None = None
        self._told_at = 0.0

    def stop(self) -> None:
        """Any thread: end the round at its next step."""
        self._is_stopped.set()

    def __call__(self, progress: RoundProgress) -> None:
        """Raises RoundStoppedError once somebody asked to stop."""
        if self._is_stopped.is_set():
            raise RoundStoppedError
        self.latest, moment = progress, monotonic()
        if progress.step is not self._step or moment - self._told_at >= BETWEEN_NEWS_SECONDS:
            self._step, self._told_at = progress.step, moment
            self._tell()

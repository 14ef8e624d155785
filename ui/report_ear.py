"""Hears how far a report is, on the reports lane, and tells the window; a person stops it through this."""

from __future__ import annotations

import threading
from time import monotonic
from typing import TYPE_CHECKING

from counter_app.use_cases.report_watch import ReportStoppedError

if TYPE_CHECKING:
    from collections.abc import Callable

    from counter_app.use_cases.report_watch import ReportProgress

BETWEEN_NEWS_SECONDS = 0.2
"""The window hears no more often of one step: a watch is called for every piece and page."""


class ReportEar:
    """A ``ReportWatch``. ``tell`` is called on the lane: it hands the news to the window's own thread."""

    def __init__(self, tell: Callable[[], None]) -> None:
        self._tell = tell
        self._is_stopped = threading.Event()
        self.latest: ReportProgress | None = None
        """Where it is; told of not every time."""
        self._told_at = monotonic()

    def stop(self) -> None:
        """Any thread: end it at its next step."""
        self._is_stopped.set()

    def __call__(self, progress: ReportProgress) -> None:
        """Raises ReportStoppedError once somebody asked to stop."""
        if self._is_stopped.is_set():
            raise ReportStoppedError
        self.latest, moment = progress, monotonic()
        if moment - self._told_at >= BETWEEN_NEWS_SECONDS:
            self._told_at = moment
            self._tell()

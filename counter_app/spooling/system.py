"""The spooler of this platform."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Protocol

from counter_app.spooling.cups import SPOOL_TIMEOUT_SECONDS, Spooler
from counter_app.spooling.windows import WindowsSpooler

if TYPE_CHECKING:
    from pathlib import Path

    from counter_app.domain.receipt import PrintOutcome


class PageSpooler(Protocol):
    """Prints pages, and follows their job until it ended."""

    def print_file(self, path: Path) -> PrintOutcome:
        """PRINTED only when the spooler says so. Never raises for what a printer does."""
        ...


def receipt_spooler(
    queue: str, media: str, follow_seconds: float, platform: str = sys.platform
) -> PageSpooler:
    """For receipts: ``queue`` is empty for the default printer, ``media`` is ``A5`` or ``A4``."""
    if platform == "win32":
        return WindowsSpooler(queue, follow_seconds)
    return Spooler(SPOOL_TIMEOUT_SECONDS, follow_seconds, queue, media, must_complete=True)

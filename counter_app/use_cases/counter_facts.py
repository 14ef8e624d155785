"""The facts of this counter that a technician looks at: no money, and nothing to set."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from counter_app.use_cases.book_ports import Ledger
    from counter_app.use_cases.views import LedgerCheck


@dataclass(frozen=True, slots=True)
class SetUp:
    """What stands in the settings file, and where that is. ``printer`` and ``terminal`` are kinds, as the file says."""

    version: str
    file: Path
    server_url: str
    printer: str
    terminal: str
    drawers: int
    auto_lock_minutes: int


@dataclass(frozen=True, slots=True)
class CounterFacts:
    """Who this counter is, how it is set up, and whether its books are whole."""

    counter_id: str
    counter_name: str
    epoch: int
    set_up: SetUp
    ledger: LedgerCheck


@dataclass(frozen=True, slots=True)
class ViewCounterFacts:
    """The verb; ``set_up`` says what the settings are now."""

    ledger: Ledger
    set_up: Callable[[], SetUp]

    def __call__(self) -> CounterFacts:
        """As things stand; the ledger is checked anew. Raises Fault when it cannot be read."""
        with self.ledger.open_books() as books:
            certificate = books.enrolment.certificate()
        return CounterFacts(
            counter_id=certificate.counter_id if certificate else "",
            counter_name=certificate.counter_name if certificate else "",
            epoch=certificate.epoch if certificate else 0,
            set_up=self.set_up(),
            ledger=self.ledger.check(),
        )

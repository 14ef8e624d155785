"""Looks what is connected to this computer and may be a printer. Opens nothing, waits seconds at most, never raises."""

from __future__ import annotations

import logging
import queue
import threading
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from counter_app.domain.printer import PrinterKind
from counter_app.printing.finding_ports import device_files, parallel_ports, serial_ports
from counter_app.printing.finding_queues import cups_queues, windows_queues
from counter_app.printing.finding_usb import usb_printers

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from counter_app.domain.printer import FoundPrinter

    Look = Callable[[], Iterable[FoundPrinter]]

LOOK_SECONDS = 4.0
"""A spooler or a USB stack that hangs is left to itself after that."""

LOOKS: tuple[Look, ...] = (
    usb_printers,
    device_files,
    serial_ports,
    parallel_ports,
    windows_queues,
    cups_queues,
)

_RANK = {
    PrinterKind.USB: 0,
    PrinterKind.FILE: 1,
    PrinterKind.WINDOWS: 2,
    PrinterKind.SERIAL: 3,
    PrinterKind.SYSTEM: 4,
}

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class PrinterSearch:
    """Implements printer_ports.PrinterFinder: all looks at once, what does not answer in time is left out."""

    looks: tuple[Look, ...] = LOOKS
    seconds: float = LOOK_SECONDS

    def find(self) -> tuple[FoundPrinter, ...]:
        """The likeliest first: what says it is a printer before ports that may be anything."""
        answers: queue.SimpleQueue[list[FoundPrinter]] = queue.SimpleQueue()
        for look in self.looks:
            name = getattr(look, "__name__", "look")
            threading.Thread(
                target=_answer, args=(look, name, answers), name=f"find-{name}", daemon=True
            ).start()
        found: list[FoundPrinter] = []
        give_up_at = time.monotonic() + self.seconds
        for _ in self.looks:
            try:
                found += answers.get(timeout=max(0.0, give_up_at - time.monotonic()))
            except queue.Empty:
                _log.warning("the search for printers ended after %s s unfinished", self.seconds)
                break
        once = {_way(one): one for one in reversed(found)}
        return tuple(sorted(once.values(), key=_order))


def _answer(look: Look, name: str, answers: queue.SimpleQueue[list[FoundPrinter]]) -> None:
    """A look's findings; none of one that fails, for drivers and services fail in every way."""
    found: list[FoundPrinter] = []
    try:
        found = list(look())
    except Exception as error:  # noqa: BLE001 - a broken driver must not hide the printers of the others
        _log.warning("no answer from %s: %r", name, error)
    finally:
        answers.put(found)


def _way(one: FoundPrinter) -> tuple[object, ...]:
    plan = one.plan
    return (
        plan.kind,
        plan.device,
        plan.usb_vendor_id,
        plan.usb_product_id,
        plan.windows_name,
    )


def _order(one: FoundPrinter) -> tuple[int, bool, str, str]:
    says_nothing = one.plan.kind is PrinterKind.SERIAL and not one.detail
    return _RANK.get(one.plan.kind, len(_RANK)), says_nothing, one.label, one.plan.device

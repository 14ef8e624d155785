"""The Windows spooler: pages printed by the program that opens PDF files, their job found in the queue and followed.

Never run on Windows here: written by the reference of ``winspool.h`` and pywin32, tested with stand-ins.
"""

from __future__ import annotations

import logging
import time
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any

from counter_app.domain.receipt import PrintOutcome, PrintReason, PrintState

if TYPE_CHECKING:
    from pathlib import Path

BETWEEN_LOOKS_SECONDS = 0.25
LEVEL_OF_PRINTER = 2
MOST_JOBS = 999
HIDDEN_WINDOW = 0
WORKS_OFFLINE_ATTRIBUTE = 0x400
QUEUE_PAUSED_BIT = 0x1
PRINTER_TROUBLE_BITS = 0x2 | 0x8 | 0x10 | 0x80 | 0x1000 | 0x400000
"""Error, paper jam, paper out, offline, not available, door open (PRINTER_STATUS_*)."""

JOB_DONE_BITS = 0x80 | 0x1000
"""Printed, complete (JOB_STATUS_*)."""

JOB_FAILED_BITS = 0x1 | 0x2 | 0x4 | 0x100 | 0x200
"""Paused, error, deleting, deleted, blocked."""

JOB_AWAY_BITS = 0x20 | 0x40 | 0x400
"""Offline, paper out, somebody has to come."""

RETAIN_JOB, DELETE_JOB = 8, 5
"""JOB_CONTROL_*: a retained job stays in the queue once it is printed, so that its end can be read."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class WindowsSpooler:
    """``printer_name`` is empty for the default printer."""

    printer_name: str
    follow_seconds: float
    between_looks_seconds: float = BETWEEN_LOOKS_SECONDS

    def print_file(self, path: Path) -> PrintOutcome:
        """PRINTED only when the spooler says that the job is printed or complete.

        NOT_SENT without pywin32, printer or program for PDF files, and for a stopped queue; else UNCERTAIN.
        """
        try:
            spooler, shell = import_module("win32print"), import_module("win32api")
            failure: type[Exception] = import_module("pywintypes").error
        except ImportError as error:
            _log.warning("the Windows spooler needs pywin32: %s", error)
            return PrintOutcome(PrintState.NOT_SENT, PrintReason.PRINTER_NOT_FOUND)
        try:
            name = self.printer_name or spooler.GetDefaultPrinter()
            handle = spooler.OpenPrinter(name)
        except (failure, RuntimeError) as error:
            _log.warning("no printer %r: %s", self.printer_name, error)
            return PrintOutcome(PrintState.NOT_SENT, PrintReason.PRINTER_NOT_FOUND)
        try:
            return _Job(spooler, handle, failure, self).print_file(shell, name, path)
        finally:
            spooler.ClosePrinter(handle)


@dataclass(slots=True)
class _Job:
    spooler: Any
    """pywin32 ships no types."""

    handle: Any
    failure: type[Exception]
    asked: WindowsSpooler
    job_id: int = 0

    def print_file(self, shell: Any, name: str, path: Path) -> PrintOutcome:  # noqa: ANN401 - pywin32 ships no types
        told = self.spooler.GetPrinter(self.handle, LEVEL_OF_PRINTER)
        if told["Status"] & QUEUE_PAUSED_BIT:
            return PrintOutcome(PrintState.NOT_SENT, PrintReason.QUEUE_STOPPED)
        if told["Status"] & PRINTER_TROUBLE_BITS or told["Attributes"] & WORKS_OFFLINE_ATTRIBUTE:
            return PrintOutcome(PrintState.NOT_SENT, PrintReason.PRINTER_OFFLINE)
        try:
            shell.ShellExecute(0, "printto", str(path), f'"{name}"', ".", HIDDEN_WINDOW)
        except self.failure as error:
            _log.warning("no program prints PDF files: %s", error)
            return PrintOutcome(PrintState.NOT_SENT, PrintReason.PRINTER_NOT_FOUND)
        try:
            return self._follow(path.stem)
        except self.failure as error:
            _log.warning("the spooler tells nothing of the job: %s", error)
            return PrintOutcome(PrintState.UNCERTAIN, PrintReason.NO_ANSWER)

    def _follow(self, stem: str) -> PrintOutcome:
        """Until it ended, or for as long as anybody waits; then it is taken out of the queue."""
        give_up_at = time.monotonic() + self.asked.follow_seconds
        status = 0
        while time.monotonic() <= give_up_at:
            found = self._find(stem)
            if found is None and self.job_id:
                return PrintOutcome(PrintState.UNCERTAIN, PrintReason.JOB_STOPPED)
            status = status if found is None else found
            if status & JOB_DONE_BITS:
                self._control(DELETE_JOB)
                return PrintOutcome(PrintState.PRINTED)
            if status & JOB_FAILED_BITS:
                self._control(DELETE_JOB)
                return PrintOutcome(PrintState.UNCERTAIN, PrintReason.JOB_STOPPED)
            time.sleep(self.asked.between_looks_seconds)
        if self.job_id:
            self._control(DELETE_JOB)
        is_away = status & JOB_AWAY_BITS
        reason = PrintReason.PRINTER_OFFLINE if is_away else PrintReason.NO_ANSWER
        return PrintOutcome(PrintState.UNCERTAIN, reason)

    def _find(self, stem: str) -> int | None:
        """The status of our job, which names our file; None while, or once, it is not in the queue."""
        for job in self.spooler.EnumJobs(self.handle, 0, MOST_JOBS, 1):
            is_ours = (
                job["JobId"] == self.job_id if self.job_id else stem in (job["pDocument"] or "")
            )
            if is_ours:
                if not self.job_id:
                    self.job_id = job["JobId"]
                    self._control(RETAIN_JOB)
                status: int = job["Status"]
                return status
        return None

    def _control(self, command: int) -> None:
        try:
            self.spooler.SetJob(self.handle, self.job_id, 0, None, command)
        except self.failure as error:
            _log.info("job %s: %s", self.job_id, error)

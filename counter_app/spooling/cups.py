"""The system's printer through CUPS: ask the queue, hand the file over, see what becomes of the job for a while.

``lp`` takes a file for a stopped queue as gladly as for a running one, and for a printer that is not there: what is
known of queue and job is asked of ``lpstat``. Every call has a deadline; a spooler that hangs holds nobody.
"""

from __future__ import annotations

import logging
import os
import re
import shutil
import subprocess
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from counter_app.domain.receipt import PrintOutcome, PrintReason, PrintState
from counter_app.spooling.ipp import JobState, job_state

if TYPE_CHECKING:
    from pathlib import Path

SPOOLER, SPOOLER_STATE, SPOOLER_CANCEL = "lp", "lpstat", "cancel"
SPOOL_TIMEOUT_SECONDS, FOLLOW_SECONDS, BETWEEN_LOOKS_SECONDS = 10.0, 8.0, 0.25
"""For each call; for the job to leave the queue; between two looks at it."""

_REQUEST = re.compile(r"request id is ((\S+)-\d+)")
_DEFAULT = re.compile(r"default destination: ([^\s/]+)")
_FAILED = re.compile(r"with-errors|abort|job-canceled|job-stopped|job-held|job-hold-until")
"""What ``lpstat`` says of jobs that were given up, cancelled, or held for somebody to release them."""
_AWAY = re.compile(r"offline|may not exist|not responding|connecting-to-device|unreachable")

_log = logging.getLogger(__name__)


class _SilentError(Exception):
    """A program of the spooler did not answer in time."""


@dataclass(frozen=True, slots=True)
class Spooler:
    """CUPS, by its own commands; whose server it is, ``CUPS_SERVER`` and CUPS' own files say.

    ``queue`` is empty for the default one. ``must_complete``: for a receipt, PRINTED is only what the spooler says is
    completed, and a job that is not when the time is over is cancelled.
    """

    timeout_seconds: float = SPOOL_TIMEOUT_SECONDS
    follow_seconds: float = FOLLOW_SECONDS
    queue: str = ""
    media: str = "A4"
    must_complete: bool = False

    def print_file(self, path: Path) -> PrintOutcome:
        """Hand it over and follow its job.

        PRINTED when the queue has finished the job, with UNCONFIRMED where it is still at it or nobody knows
        (UNCERTAIN where it ``must_complete``); NOT_SENT for no printer, no default, or a stopped queue; UNCERTAIN where
        the job failed, was held or cancelled, or nothing answers.
        """
        if self._is_stopped(self.queue or self._default_queue()):
            return PrintOutcome(PrintState.NOT_SENT, PrintReason.QUEUE_STOPPED)
        named = ("-d", self.queue) if self.queue else ()
        try:
            done = self._call(SPOOLER, *named, "-o", f"media={self.media}", "--", str(path))
        except _SilentError:
            return PrintOutcome(PrintState.UNCERTAIN, PrintReason.NO_ANSWER)
        if done is None or done.returncode:
            _log.warning("lp says: %s", "it cannot be started" if done is None else done.stderr)
            return PrintOutcome(PrintState.NOT_SENT, PrintReason.PRINTER_NOT_FOUND)
        request = _REQUEST.search(done.stdout)
        if request is None:
            return self._unknown(PrintReason.UNCONFIRMED)
        return self._follow(request[1], request[2])

    def _follow(self, job: str, queue: str) -> PrintOutcome:
        """Until the job has left the queue, or has failed, or for as long as anybody waits."""
        give_up_at = time.monotonic() + self.follow_seconds
        while True:
            said = self._job_said(job)
            if said is None:
                return self._ended(job)
            if _FAILED.search(said) or self._is_stopped(queue):
                self._asked(SPOOLER_CANCEL, job)
                _log.warning("job %s: %s", job, said)
                return PrintOutcome(PrintState.UNCERTAIN, PrintReason.JOB_STOPPED)
            if time.monotonic() > give_up_at:
                if self.must_complete:
                    self._asked(SPOOLER_CANCEL, job)
                if _AWAY.search(said):
                    return PrintOutcome(PrintState.UNCERTAIN, PrintReason.PRINTER_OFFLINE)
                return self._unknown(PrintReason.NO_ANSWER)
            time.sleep(BETWEEN_LOOKS_SECONDS)

    def _ended(self, job: str) -> PrintOutcome:
        """What is said of a job that is no longer in the queue; some queues forget at once."""
        if self.must_complete:
            return self._completed(job)
        said = self._paragraph(self._asked(SPOOLER_STATE, "-l", "-W", "completed", "-o"), job)
        if said is None:
            return self._unknown(PrintReason.UNCONFIRMED)
        if _FAILED.search(said):
            _log.warning("job %s: %s", job, said)
            return PrintOutcome(PrintState.UNCERTAIN, PrintReason.JOB_STOPPED)
        return PrintOutcome(PrintState.PRINTED)

    def _completed(self, job: str) -> PrintOutcome:
        """What the spooler itself says of the job: its list shows a cancelled one as it shows a printed one."""
        state = job_state(int(job.rpartition("-")[2]), self.timeout_seconds)
        if state is JobState.COMPLETED:
            return PrintOutcome(PrintState.PRINTED)
        _log.warning("job %s: %s", job, state)
        reason = PrintReason.UNCONFIRMED if state is None else PrintReason.JOB_STOPPED
        return PrintOutcome(PrintState.UNCERTAIN, reason)

    def _unknown(self, reason: PrintReason) -> PrintOutcome:
        """Nobody here can know; a report is looked for in the tray, a receipt is asked about."""
        if self.must_complete:
            return PrintOutcome(PrintState.UNCERTAIN, reason)
        return PrintOutcome(PrintState.PRINTED, PrintReason.UNCONFIRMED)

    def _job_said(self, job: str) -> str | None:
        return self._paragraph(self._asked(SPOOLER_STATE, "-l", "-o"), job)

    def _default_queue(self) -> str:
        named = _DEFAULT.search(self._asked(SPOOLER_STATE, "-d"))
        return named[1] if named else ""

    def _is_stopped(self, queue: str) -> bool:
        return bool(queue) and f"{queue} disabled" in self._asked(SPOOLER_STATE, "-p", queue)

    @staticmethod
    def _paragraph(listed: str, job: str) -> str | None:
        """The lines about one job: its own and the indented ones below."""
        found = re.search(rf"^{re.escape(job)}\s.*(?:\n\s+.*)*", listed, re.MULTILINE)
        return found[0] if found else None

    def _asked(self, program: str, *arguments: str) -> str:
        """What it answers; nothing where it cannot or does not."""
        try:
            done = self._call(program, *arguments)
        except _SilentError:
            return ""
        return "" if done is None else done.stdout

    def _call(self, program: str, *arguments: str) -> subprocess.CompletedProcess[str] | None:
        """Run it, told to speak English; None where there is no such program. Raises _SilentError."""
        command = shutil.which(program)
        if command is None:
            return None
        try:
            return subprocess.run(  # noqa: S603 - the system's own spooler, and a path we made
                [command, *arguments],
                capture_output=True,
                check=False,
                text=True,
                errors="replace",
                timeout=self.timeout_seconds,
                env={**os.environ, "LC_ALL": "C.UTF-8"},
            )
        except subprocess.TimeoutExpired as error:
            _log.warning("%s does not answer", program)
            raise _SilentError from error
        except OSError as error:
            _log.warning("%s cannot be started: %s", program, error)
            return None

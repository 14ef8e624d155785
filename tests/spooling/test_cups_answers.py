"""A spooler that answers oddly, late or not at all: each end is told, and nobody waits for ever."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from counter_app.domain.receipt import PrintOutcome, PrintReason, PrintState
from counter_app.spooling.cups import Spooler

if TYPE_CHECKING:
    from pathlib import Path

PRINTED = PrintOutcome(PrintState.PRINTED)
UNCONFIRMED = PrintOutcome(PrintState.PRINTED, PrintReason.UNCONFIRMED)
TAKEN = 'echo "request id is office-7 (1 file(s))"'
WAITING = 'printf "office-7  urmila  1024  now\\n\\tAlerts: job-printing\\n"'
QUICK = Spooler(timeout_seconds=5.0, follow_seconds=0.3)


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.pdf"
    path.write_bytes(b"%PDF")
    return path


def with_programs(folder: Path, patch: pytest.MonkeyPatch, **scripts: str) -> None:
    """Put programs of our own before the system's."""
    for name, script in scripts.items():
        program = folder / name
        program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        program.chmod(0o755)
    patch.setenv("PATH", str(folder), prepend=":")


@pytest.mark.parametrize(
    ("lpstat", "outcome"),
    [
        (":", UNCONFIRMED),
        (WAITING, UNCONFIRMED),
        (f'case "$*" in *completed*) {WAITING};; esac', PRINTED),
        ("exec sleep 30", UNCONFIRMED),
        (
            'printf "office-7  u  1  now\\n\\tStatus: The printer may not exist\\n"',
            PrintOutcome(PrintState.UNCERTAIN, PrintReason.PRINTER_OFFLINE),
        ),
        (
            'case "$*" in *completed*) printf "office-7  u  1  now\\n\\tAlerts: job-aborted\\n";; esac',
            PrintOutcome(PrintState.UNCERTAIN, PrintReason.JOB_STOPPED),
        ),
        (
            f'case "$*" in "-p office") echo "printer office disabled since now";; *) {WAITING};; esac',
            PrintOutcome(PrintState.UNCERTAIN, PrintReason.JOB_STOPPED),
        ),
    ],
)
def test_what_is_known_of_the_job_is_told(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    report: Path,
    lpstat: str,
    outcome: PrintOutcome,
) -> None:
    with_programs(tmp_path, monkeypatch, lp=TAKEN, lpstat=lpstat, cancel=":")
    began = time.monotonic()
    assert Spooler(timeout_seconds=0.4, follow_seconds=0.3).print_file(report) == outcome
    assert time.monotonic() - began < 10


def test_a_job_that_failed_is_taken_out_of_the_queue(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, report: Path
) -> None:
    failed = 'printf "office-7  u  1  now\\n\\tAlerts: job-completed-with-errors\\n"'
    cancel = 'echo "$@" > "$(dirname "$0")/cancelled"'
    with_programs(tmp_path, monkeypatch, lp=TAKEN, lpstat=failed, cancel=cancel)
    assert QUICK.print_file(report).reason == PrintReason.JOB_STOPPED
    assert (tmp_path / "cancelled").read_text(encoding="utf-8") == "office-7\n"


def test_nothing_is_handed_to_a_default_queue_that_is_stopped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, report: Path
) -> None:
    lpstat = (
        'case "$1" in -d) echo "system default destination: office/draft";;'
        ' *) echo "printer $2 disabled since now";; esac'
    )
    with_programs(tmp_path, monkeypatch, lp='touch "$(dirname "$0")/asked"', lpstat=lpstat)
    outcome = QUICK.print_file(report)
    assert outcome == PrintOutcome(PrintState.NOT_SENT, PrintReason.QUEUE_STOPPED)
    assert not (tmp_path / "asked").exists()


def test_a_program_that_is_none_is_no_printer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, report: Path
) -> None:
    program = tmp_path / "lp"
    program.write_bytes(b"\x7fELF, or so it says")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    outcome = QUICK.print_file(report)
    assert outcome == PrintOutcome(PrintState.NOT_SENT, PrintReason.PRINTER_NOT_FOUND)

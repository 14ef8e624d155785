"""The Windows spooler, with stand-ins for pywin32: only what it says is printed counts as printed."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from types import ModuleType
from typing import TYPE_CHECKING

import pytest

from counter_app.domain.receipt import PrintOutcome, PrintReason, PrintState
from counter_app.spooling.system import receipt_spooler
from counter_app.spooling.windows import DELETE_JOB, RETAIN_JOB, WindowsSpooler

if TYPE_CHECKING:
    from pathlib import Path

SPOOLING, PRINTING, PRINTED = 0x8, 0x10, 0x80
OFFLINE, ERROR, PAUSED = 0x20, 0x2, 0x1
OUR_NAME = "KID07-2627-000123"


class WinError(Exception):
    """As pywintypes has it."""


@dataclass
class FakeWindows:
    """One printer; our job goes through ``statuses`` look by look, None is: not in the queue."""

    statuses: list[int | None] = field(default_factory=lambda: [None, SPOOLING, PRINTING, PRINTED])
    status: int = 0
    attributes: int = 0
    printed: list[tuple[object, ...]] = field(default_factory=list)
    controls: list[tuple[int, int]] = field(default_factory=list)
    is_known: bool = True
    prints_pdf: bool = True
    tells_jobs: bool = True
    closed: int = 0

    def install(self, patch: pytest.MonkeyPatch) -> None:
        spooler, shell, types = (
            ModuleType(name) for name in ("win32print", "win32api", "pywintypes")
        )
        vars(types)["error"] = WinError
        vars(shell)["ShellExecute"] = self._shell
        vars(spooler).update(
            GetDefaultPrinter=lambda: "Office",
            OpenPrinter=self._open,
            ClosePrinter=self._close,
            GetPrinter=lambda _handle, _level: {
                "Status": self.status,
                "Attributes": self.attributes,
            },
            EnumJobs=self._jobs,
            SetJob=lambda _handle, job, _level, _info, command: self.controls.append(
                (job, command)
            ),
        )
        for module in (spooler, shell, types):
            patch.setitem(sys.modules, module.__name__, module)

    def _open(self, name: str) -> str:
        if not self.is_known:
            raise WinError(name)
        return name

    def _close(self, _handle: str) -> None:
        self.closed += 1

    def _shell(self, *asked: object) -> None:
        if not self.prints_pdf:
            raise WinError("no association")
        self.printed.append(asked)

    def _jobs(self, *_: object) -> list[dict[str, object]]:
        if not self.tells_jobs:
            raise WinError("access is denied")
        status = self.statuses.pop(0) if len(self.statuses) > 1 else self.statuses[0]
        other: dict[str, object] = {"JobId": 6, "pDocument": None, "Status": ERROR}
        ours: dict[str, object] = {"JobId": 7, "pDocument": f"{OUR_NAME}.pdf", "Status": status}
        return [other] if status is None else [other, ours]


def print_one(folder: Path, printer_name: str = "") -> PrintOutcome:
    spooler = WindowsSpooler(printer_name, follow_seconds=0.1, between_looks_seconds=0.001)
    return spooler.print_file(folder / f"{OUR_NAME}.pdf")


def test_printed_is_what_the_spooler_says_is_printed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    windows = FakeWindows()
    windows.install(monkeypatch)
    assert print_one(tmp_path, "Laser 2") == PrintOutcome(PrintState.PRINTED)
    assert windows.controls == [(7, RETAIN_JOB), (7, DELETE_JOB)]
    assert windows.printed[0][1:4] == (
        "printto",
        str(tmp_path / f"{OUR_NAME}.pdf"),
        '"Laser 2"',
    )
    assert windows.closed == 1


@pytest.mark.parametrize(
    ("windows", "outcome"),
    [
        (FakeWindows(is_known=False), (PrintState.NOT_SENT, PrintReason.PRINTER_NOT_FOUND)),
        (FakeWindows(status=PAUSED), (PrintState.NOT_SENT, PrintReason.QUEUE_STOPPED)),
        (FakeWindows(status=0x80), (PrintState.NOT_SENT, PrintReason.PRINTER_OFFLINE)),
        (FakeWindows(attributes=0x400), (PrintState.NOT_SENT, PrintReason.PRINTER_OFFLINE)),
        (FakeWindows(prints_pdf=False), (PrintState.NOT_SENT, PrintReason.PRINTER_NOT_FOUND)),
        (FakeWindows(tells_jobs=False), (PrintState.UNCERTAIN, PrintReason.NO_ANSWER)),
        (FakeWindows([None]), (PrintState.UNCERTAIN, PrintReason.NO_ANSWER)),
        (FakeWindows([PRINTING]), (PrintState.UNCERTAIN, PrintReason.NO_ANSWER)),
        (FakeWindows([PRINTING | OFFLINE]), (PrintState.UNCERTAIN, PrintReason.PRINTER_OFFLINE)),
        (FakeWindows([PRINTING, ERROR]), (PrintState.UNCERTAIN, PrintReason.JOB_STOPPED)),
        (FakeWindows([PRINTING, PAUSED]), (PrintState.UNCERTAIN, PrintReason.JOB_STOPPED)),
        (FakeWindows([PRINTING, None]), (PrintState.UNCERTAIN, PrintReason.JOB_STOPPED)),
    ],
)
def test_all_else_is_asked_about_or_was_not_sent(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    windows: FakeWindows,
    outcome: tuple[PrintState, PrintReason],
) -> None:
    windows.install(monkeypatch)
    assert print_one(tmp_path) == PrintOutcome(*outcome)
    assert (6, DELETE_JOB) not in windows.controls


def test_a_job_that_does_not_end_is_taken_out_of_the_queue(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    windows = FakeWindows([PRINTING])
    windows.install(monkeypatch)
    print_one(tmp_path)
    assert windows.controls[-1] == (7, DELETE_JOB)


def test_without_pywin32_there_is_no_printer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("win32print", "win32api", "pywintypes"):
        monkeypatch.setitem(sys.modules, name, None)
    outcome = print_one(tmp_path)
    assert outcome == PrintOutcome(PrintState.NOT_SENT, PrintReason.PRINTER_NOT_FOUND)


def test_windows_has_the_windows_spooler() -> None:
    assert isinstance(receipt_spooler("", "A5", 15.0, platform="win32"), WindowsSpooler)

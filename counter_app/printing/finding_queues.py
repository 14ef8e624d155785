"""Printers that the system knows by a name: queues of CUPS, printers of Windows."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from importlib import import_module
from typing import TYPE_CHECKING, Any

from counter_app.domain.printer import FoundPrinter, PrinterKind, PrinterPlan

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

QUEUES = ("lpstat", "-v")
ASK_SECONDS = 3.0
WINDOWS = "win32"
PAGE = "a5"
LOCAL_AND_CONNECTED = 0x2 | 0x4
"""PRINTER_ENUM_LOCAL and _CONNECTIONS of winspool.h."""

QUICK_LEVEL = 4
"""PRINTER_INFO_4: names out of the registry; no printer and no server is asked."""

_DEVICE_OF_QUEUE = re.compile(r"^device for (\S+): (.*)$", re.MULTILINE)
_NO_PAPER = re.compile(r"\b(?:PDF|XPS|OneNote|Fax)\b", re.IGNORECASE)
"""What Windows prints into, and no paper comes out of."""


def _lpstat() -> str:
    """What it says; nothing where there is no CUPS, or where it does not answer in time."""
    command = shutil.which(QUEUES[0])
    if command is None:
        return ""
    try:
        done = subprocess.run(  # noqa: S603 - the system's own program, and no words of anybody
            [command, *QUEUES[1:]],
            capture_output=True,
            check=False,
            text=True,
            errors="replace",
            timeout=ASK_SECONDS,
            env={**os.environ, "LC_ALL": "C.UTF-8"},
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout


def cups_queues(ask: Callable[[], str] = _lpstat) -> Iterator[FoundPrinter]:
    """Each queue, which prints pages, and what it leads to (``usb://EPSON/TM-T82``)."""
    for name, device in _DEVICE_OF_QUEUE.findall(ask()):
        plan = PrinterPlan(kind=PrinterKind.SYSTEM, profile=PAGE, windows_name=name)
        yield FoundPrinter(plan, name, device.strip())


def _enumerated(platform: str = sys.platform) -> Sequence[Any]:
    if platform != WINDOWS:
        return ()
    spooler = import_module("win32print")
    told: Sequence[Any] = spooler.EnumPrinters(LOCAL_AND_CONNECTED, None, QUICK_LEVEL)
    return told


def windows_queues(
    enumerate_them: Callable[[], Sequence[Any]] = _enumerated,
) -> Iterator[FoundPrinter]:
    """Each printer twice: fed as a receipt printer, and with pages as any other program prints."""
    for told in enumerate_them():
        name = str(told["pPrinterName"])
        if _NO_PAPER.search(name):
            continue
        for kind, profile in ((PrinterKind.WINDOWS, "generic-80"), (PrinterKind.SYSTEM, PAGE)):
            yield FoundPrinter(PrinterPlan(kind=kind, profile=profile, windows_name=name), name)

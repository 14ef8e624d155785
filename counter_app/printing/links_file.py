"""A link to a printer behind a device file: written, never asked."""

from __future__ import annotations

import logging
import os
import select
import sys
import time
from pathlib import Path

from counter_app.printing.links import (
    LinkNotOpen,
    escpos_printer,
    open_device,
    time_left,
)

DRAIN_STEP_SECONDS = 0.02


class FileLink:
    """A printer behind a device file (``/dev/usb/lp0``, ``LPT1``). It can be written, not asked."""

    can_read = False

    def __init__(self, path: str) -> None:
        self._path = path
        self._printer = escpos_printer("file").File(path)

    def hurry(self, seconds: float) -> None:
        """A file opens at once."""

    def settle(self, timeout_seconds: float) -> None:
        """The device took every byte when ``send`` returned."""

    def open(self) -> None:
        """Only what exists: opening would make a plain file where the printer was pulled out."""
        if sys.platform != "win32" and not Path(self._path).exists():
            raise LinkNotOpen(self._path)
        open_device(self._printer)
        if sys.platform != "win32":
            os.set_blocking(self._printer.device.fileno(), False)

    def send(self, chunk: bytes, timeout_seconds: float) -> None:
        """As the device takes it; a device that takes nothing is left at the deadline."""
        if sys.platform == "win32":
            self._printer._raw(chunk)  # noqa: SLF001 - the library's own way to send bytes
            return
        deadline = time.monotonic() + timeout_seconds
        number, rest = self._printer.device.fileno(), memoryview(chunk)
        while rest:
            _, ready, _ = select.select([], [number], [], time_left(deadline))
            if ready:
                try:
                    rest = rest[os.write(number, rest) :]
                except BlockingIOError:
                    time.sleep(DRAIN_STEP_SECONDS)

    def receive(self, timeout_seconds: float) -> bytes:  # noqa: ARG002 - the port's signature
        """Never: the file is open for writing."""
        raise TimeoutError("a file does not answer")

    def finish(self, timeout_seconds: float) -> None:
        """The device took every byte when ``send`` returned."""

    def seconds_for(self, count_bytes: int) -> float:  # noqa: ARG002 - USB and parallel ports keep up with the paper
        """None worth counting."""
        return 0.0

    def close(self) -> None:
        """Nothing is buffered on our side."""
        try:
            self._printer.close()
        except OSError as error:
            logging.getLogger(__name__).info("closing %s: %s", self._path, error)

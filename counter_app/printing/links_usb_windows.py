"""Links over USB (libusb) and through the Windows spooler. Neither was tried on a real printer here.

The classes of python-escpos are used as their source says; the tests put a recording device under them.
"""

from __future__ import annotations

import logging
import time
from importlib import import_module
from typing import Any

from counter_app.printing.links import (
    ANSWER_BYTES,
    MILLISECONDS,
    LinkNotOpen,
    escpos_printer,
    open_device,
    time_left,
)

_log = logging.getLogger(__name__)

SPOOLER_LEVEL = 2
"""PRINTER_INFO_2: the level of GetPrinter that has status and attributes."""

WORKS_OFFLINE_ATTRIBUTE = 0x400
SPOOLER_TROUBLE_BITS = 0x2 | 0x8 | 0x10 | 0x80 | 0x1000 | 0x400000
"""Error, paper jam, paper out, offline, not available, door open (PRINTER_STATUS_* of winspool.h)."""


class UsbLink:
    """A printer by its USB vendor and product number; the library's timeouts are milliseconds, 0 is for ever."""

    can_read = True

    def __init__(
        self, vendor_id: int, product_id: int, in_endpoint: int, out_endpoint: int
    ) -> None:
        self._printer = escpos_printer("usb").Usb(
            vendor_id, product_id, timeout=MILLISECONDS, in_ep=in_endpoint, out_ep=out_endpoint
        )

    def hurry(self, seconds: float) -> None:
        """The bus is looked through at once."""

    def settle(self, timeout_seconds: float) -> None:
        """The printer took every byte when ``send`` returned."""

    def open(self) -> None:
        """Find and claim it; a missing libusb counts as no printer."""
        open_device(self._printer)

    def send(self, chunk: bytes, timeout_seconds: float) -> None:
        """The library does not look how much was taken; we do, and send the rest."""
        deadline = time.monotonic() + timeout_seconds
        rest = chunk
        while rest:
            milliseconds = max(1, int(time_left(deadline) * MILLISECONDS))
            taken: int = self._printer.device.write(self._printer.out_ep, rest, milliseconds)
            rest = rest[taken:]

    def receive(self, timeout_seconds: float) -> bytes:
        """Some printers send empty packets while they have nothing to say."""
        deadline = time.monotonic() + timeout_seconds
        while True:
            milliseconds = max(1, int(time_left(deadline) * MILLISECONDS))
            received = self._printer.device.read(self._printer.in_ep, ANSWER_BYTES, milliseconds)
            if len(received):
                return bytes(received)

    def finish(self, timeout_seconds: float) -> None:
        """The printer took every byte when ``send`` returned."""

    def seconds_for(self, count_bytes: int) -> float:  # noqa: ARG002 - faster than the paper
        """None worth counting."""
        return 0.0

    def close(self) -> None:
        """Release the interface; one that was pulled out has nothing to release."""
        try:
            self._printer.close()
        except OSError as error:
            _log.info("closing the USB printer: %s", error)


class WindowsLink:
    """A printer of the Windows spooler, fed raw bytes. What the spooler takes may still wait in its queue."""

    can_read = False

    def __init__(self, printer_name: str) -> None:
        self._name = printer_name
        self._printer: Any = None
        self._spooler_error: type[Exception] = OSError

    def hurry(self, seconds: float) -> None:
        """The spooler takes at once."""

    def settle(self, timeout_seconds: float) -> None:
        """What the spooler does with it nobody here sees."""

    def open(self) -> None:
        """Begin a raw document, unless the spooler already knows of trouble."""
        module = escpos_printer("win32raw")
        if not module.is_usable():
            raise LinkNotOpen("the Windows spooler needs pywin32")
        self._spooler_error = import_module("pywintypes").error
        self._refuse_known_trouble()
        self._printer = module.Win32Raw(self._name)
        open_device(self._printer)

    def _refuse_known_trouble(self) -> None:
        """The spooler takes jobs for a printer that is off and says success: ask first."""
        spooler = import_module("win32print")
        try:
            handle = spooler.OpenPrinter(self._name or spooler.GetDefaultPrinter())
            try:
                told = spooler.GetPrinter(handle, SPOOLER_LEVEL)
            finally:
                spooler.ClosePrinter(handle)
        except self._spooler_error as error:
            raise LinkNotOpen(str(error)) from error
        trouble = told["Status"] & SPOOLER_TROUBLE_BITS
        if trouble or told["Attributes"] & WORKS_OFFLINE_ATTRIBUTE:
            raise LinkNotOpen(f"the spooler says status {trouble:#x}")

    def send(self, chunk: bytes, timeout_seconds: float) -> None:  # noqa: ARG002 - the spooler takes at once
        """Into the spooler."""
        try:
            self._printer._raw(chunk)  # noqa: SLF001 - the library's own way to send bytes
        except self._spooler_error as error:
            raise OSError(str(error)) from error

    def receive(self, timeout_seconds: float) -> bytes:  # noqa: ARG002 - the port's signature
        """Never: the spooler has no way back."""
        raise TimeoutError("a spooler does not answer")

    def finish(self, timeout_seconds: float) -> None:  # noqa: ARG002 - the spooler takes at once
        """End the document, which hands it to the printer."""
        try:
            self._printer.close()
        except self._spooler_error as error:
            raise OSError(str(error)) from error

    def seconds_for(self, count_bytes: int) -> float:  # noqa: ARG002 - the spooler takes at once
        """None worth counting."""
        return 0.0

    def close(self) -> None:
        """A document that was not finished is ended; what came of it is for the cashier to look at."""
        if self._printer is not None:
            try:
                self._printer.close()
            except self._spooler_error:
                self._printer.device = False

"""Printers on USB and in the Windows spooler: recording stand-ins under python-escpos' own classes."""

from __future__ import annotations

import logging
import sys
from types import ModuleType, SimpleNamespace

import pytest

from counter_app.domain.receipt import PrintOutcome, PrintReason, PrintState
from counter_app.printing.delivery import deliver
from counter_app.printing.links import LinkNotOpen
from counter_app.printing.links_usb_windows import UsbLink, WindowsLink
from tests.printing.test_links import DEADLINES, JOB


class UsbDevice:
    """A USB printer's two endpoints, as pyusb shows them; it takes ``most`` bytes a write."""

    def __init__(self, most: int = 1_000, *, is_stalled: bool = False) -> None:
        self.received = b""
        self.backend = SimpleNamespace(__module__="recording")
        self._most = most
        self._is_stalled = is_stalled
        self._answers: list[bytes] = []

    def set_configuration(self) -> None:
        pass

    def reset(self) -> None:
        pass

    def write(self, endpoint: int, chunk: bytes, timeout_milliseconds: int) -> int:
        from usb.core import USBTimeoutError

        assert (endpoint, timeout_milliseconds > 0) == (0x01, True)
        if self._is_stalled and not chunk.startswith(b"\x10\x04"):
            raise USBTimeoutError("stalled")
        self.received += chunk[: self._most]
        if chunk.startswith(b"\x10\x04"):
            self._answers += [b"", b"\x12"]
        if chunk == b"\x1dr\x01":
            self._answers.append(b"\x00")
        return min(self._most, len(chunk))

    def read(self, endpoint: int, size: int, timeout_milliseconds: int) -> bytes:
        assert (endpoint, size, timeout_milliseconds > 0) == (0x82, 16, True)
        return self._answers.pop(0)


@pytest.fixture
def plug_in(monkeypatch: pytest.MonkeyPatch) -> object:
    """Put a device where pyusb looks for one."""

    def plug(device: UsbDevice | None) -> None:
        monkeypatch.setattr("usb.core.find", lambda **_: device)
        monkeypatch.setattr("usb.util.dispose_resources", lambda _: None)

    return plug


def usb_link() -> UsbLink:
    return UsbLink(0x04B8, 0x0E15, 0x82, 0x01)


def test_a_usb_printer_that_takes_less_than_offered_gets_the_rest(plug_in: object) -> None:
    assert callable(plug_in)
    device = UsbDevice()
    plug_in(device)
    outcome = deliver(JOB, usb_link(), DEADLINES, asks_status=True)
    assert outcome == PrintOutcome(PrintState.PRINTED, PrintReason.NONE)
    assert JOB in device.received


def test_a_stalled_usb_printer_is_uncertain(plug_in: object) -> None:
    assert callable(plug_in)
    plug_in(UsbDevice(is_stalled=True))
    outcome = deliver(JOB, usb_link(), DEADLINES, asks_status=True)
    assert outcome == PrintOutcome(PrintState.UNCERTAIN, PrintReason.NO_ANSWER)


def test_a_usb_printer_that_is_not_plugged_in_is_no_printer(plug_in: object) -> None:
    assert callable(plug_in)
    plug_in(None)
    outcome = deliver(JOB, usb_link(), DEADLINES, asks_status=True)
    assert outcome == PrintOutcome(PrintState.NOT_SENT, PrintReason.PRINTER_NOT_FOUND)


class Spooler(ModuleType):
    """``win32print`` with one printer, written from its documentation."""

    PRINTER_ENUM_NAME = 8

    def __init__(self, *, status: int = 0, attributes: int = 0) -> None:
        super().__init__("win32print")
        self.received = b""
        self.documents_ended = 0
        self._told = {"Status": status, "Attributes": attributes}

    def GetDefaultPrinter(self) -> str:  # noqa: N802 - the name in Windows
        return "Receipts"

    def EnumPrinters(self, *_: object) -> list[dict[str, str]]:  # noqa: N802 - the name in Windows
        return [{"pPrinterName": "Receipts"}]

    def OpenPrinter(self, name: str) -> str:  # noqa: N802 - the name in Windows
        if name != "Receipts":
            raise PrinterUnknown(name)
        return name

    def GetPrinter(self, handle: str, level: int) -> dict[str, int]:  # noqa: N802 - the name in Windows
        return self._told

    def StartDocPrinter(self, *_: object) -> int:  # noqa: N802 - the name in Windows
        return 1

    def StartPagePrinter(self, handle: str) -> None:  # noqa: N802 - the name in Windows
        pass

    def WritePrinter(self, handle: str, chunk: bytes) -> None:  # noqa: N802 - the name in Windows
        self.received += chunk

    def EndPagePrinter(self, handle: str) -> None:  # noqa: N802 - the name in Windows
        pass

    def EndDocPrinter(self, handle: str) -> None:  # noqa: N802 - the name in Windows
        self.documents_ended += 1

    def ClosePrinter(self, handle: str) -> None:  # noqa: N802 - the name in Windows
        pass


class PrinterUnknown(Exception):
    """Stands for ``pywintypes.error``."""


def install(monkeypatch: pytest.MonkeyPatch, spooler: Spooler) -> None:
    """Let python-escpos find pywin32, which is on Windows only."""
    errors = ModuleType("pywintypes")
    vars(errors)["error"] = PrinterUnknown
    monkeypatch.setitem(sys.modules, "win32print", spooler)
    monkeypatch.setitem(sys.modules, "pywintypes", errors)
    monkeypatch.delitem(sys.modules, "escpos.printer.win32raw", raising=False)


def test_the_windows_spooler_gets_the_job_and_confirms_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    spooler = Spooler()
    install(monkeypatch, spooler)
    outcome = deliver(JOB, WindowsLink(""), DEADLINES, asks_status=True)
    assert outcome == PrintOutcome(PrintState.PRINTED, PrintReason.UNCONFIRMED)
    assert (spooler.received, spooler.documents_ended) == (JOB, 1)


@pytest.mark.parametrize(("status", "attributes"), [(0x80, 0), (0x10, 0), (0, 0x400)])
def test_a_spooler_that_knows_of_trouble_is_sent_nothing(
    monkeypatch: pytest.MonkeyPatch, status: int, attributes: int
) -> None:
    spooler = Spooler(status=status, attributes=attributes)
    install(monkeypatch, spooler)
    outcome = deliver(JOB, WindowsLink("Receipts"), DEADLINES, asks_status=True)
    assert outcome == PrintOutcome(PrintState.NOT_SENT, PrintReason.PRINTER_NOT_FOUND)
    assert spooler.received == b""


def test_a_printer_the_spooler_does_not_know_is_no_printer(monkeypatch: pytest.MonkeyPatch) -> None:
    install(monkeypatch, Spooler())
    outcome = deliver(JOB, WindowsLink("Elsewhere"), DEADLINES, asks_status=False)
    assert outcome == PrintOutcome(PrintState.NOT_SENT, PrintReason.PRINTER_NOT_FOUND)


def test_without_pywin32_there_is_no_windows_printer() -> None:
    with pytest.raises(LinkNotOpen):
        WindowsLink("Receipts").open()


def test_a_spooler_that_breaks_off_is_uncertain(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    spooler = Spooler()
    install(monkeypatch, spooler)

    def refuse(*_: object) -> None:
        raise PrinterUnknown("the spooler stopped")

    monkeypatch.setattr(spooler, "WritePrinter", refuse)
    with caplog.at_level(logging.WARNING):
        outcome = deliver(JOB, WindowsLink("Receipts"), DEADLINES, asks_status=False)
    assert outcome == PrintOutcome(PrintState.UNCERTAIN, PrintReason.CUT_SHORT)

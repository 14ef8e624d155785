"""Printers as a counter is told of them: how one is connected, what was found, which stands ready."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

NETWORK_PORT = 9100
FASTEST_SERIAL_BAUD = 115_200
EPSON_IN_ENDPOINT, EPSON_OUT_ENDPOINT = 0x82, 0x01


class PrinterKind(StrEnum):
    """How a printer is connected; ``none`` saves receipts as PDF, ``system`` prints pages through the spooler."""

    NONE = "none"
    NETWORK = "network"
    SERIAL = "serial"
    FILE = "file"
    USB = "usb"
    WINDOWS = "windows"
    SYSTEM = "system"


class PrinterPlace(StrEnum):
    """A counter has a printer, and perhaps another beside it for the day the first one jams."""

    FIRST = "first"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class PrinterPlan:
    """How to reach one printer and what it can do; only the fields of its kind count.

    ``profile`` names a model of ``resources/printers``: for ``system`` and ``none`` a page, ``a5`` or ``a4``.
    """

    kind: PrinterKind = PrinterKind.NONE
    profile: str = "generic-80"
    host: str = ""
    port: int = NETWORK_PORT
    device: str = ""
    """The serial port (``/dev/ttyUSB0``, ``COM3``, ``/dev/rfcomm0``) or device file (``/dev/usb/lp0``, ``LPT1``)."""
    baud_rate: int = FASTEST_SERIAL_BAUD
    usb_vendor_id: int = 0
    usb_product_id: int = 0
    usb_in_endpoint: int = EPSON_IN_ENDPOINT
    usb_out_endpoint: int = EPSON_OUT_ENDPOINT
    windows_name: str = ""
    """The spooler's name of the printer for ``windows`` and ``system``, empty for its default."""
    drawer_pin: int | None = None
    """The pin of the drawer's connector, 2 or 5, and 0 for no drawer; None as its model has it."""
    connect_timeout_seconds: float = 2.0
    answer_timeout_seconds: float = 1.0
    job_timeout_seconds: float = 15.0


NO_PRINTER = PrinterPlan()


@dataclass(frozen=True, slots=True)
class PrinterModel:
    """A model that may be chosen: its name in the data, what it is called, its width in dots or 0 for pages."""

    name: str
    label: str
    width_dots: int
    connections: tuple[PrinterKind, ...]
    drawer_pin: int = 0
    """The pin its drawer is usually connected to; 0 for none."""
    reads_status: bool = True
    """Whether it answers questions; one that does not can only be believed to have printed."""

    @property
    def is_page(self) -> bool:
        """It prints sheets, or saves them: no paper from a roll, no drawer."""
        return self.width_dots == 0


@dataclass(frozen=True, slots=True)
class FoundPrinter:
    """Something that may be a printer: ``label`` is what this computer calls it, ``detail`` what else it says."""

    plan: PrinterPlan
    label: str
    detail: str = ""
    is_bluetooth: bool = False


@dataclass(frozen=True, slots=True)
class PrintersAtHand:
    """What is set, and which models there are. ``other`` is NO_PRINTER where there is none."""

    first: PrinterPlan
    other: PrinterPlan
    models: tuple[PrinterModel, ...]


@dataclass(frozen=True, slots=True)
class TrialPage:
    """What a test page tells: by which plan it was printed, at which counter (empty before enrolment), when."""

    plan: PrinterPlan
    model: PrinterModel
    counter_id: str
    made_at: datetime

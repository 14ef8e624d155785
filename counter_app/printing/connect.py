"""The counter's printer from its settings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, assert_never

from counter_app.domain.errors import Fault, FaultCode
from counter_app.printing.delivery import Deadlines
from counter_app.printing.layout import DEFAULT_STYLE
from counter_app.printing.links import FileLink, NetworkLink, SerialLink
from counter_app.printing.links_usb_windows import UsbLink, WindowsLink
from counter_app.printing.printer import ThermalPrinter
from counter_app.printing.profiles import PrinterKind, profile_named

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from counter_app.printing.layout import ReceiptStyle
    from counter_app.printing.links import Link
    from counter_app.use_cases.ports import ReceiptPrinter

NETWORK_PORT = 9100
FASTEST_SERIAL_BAUD = 115_200
EPSON_IN_ENDPOINT, EPSON_OUT_ENDPOINT = 0x82, 0x01


@dataclass(frozen=True, slots=True)
class PrinterSettings:
    """What a counter's settings say of its printer; only the fields of its kind count."""

    kind: PrinterKind = PrinterKind.NONE
    profile: str = "generic-80"
    host: str = ""
    port: int = NETWORK_PORT
    device: str = ""
    """The serial port (``/dev/ttyUSB0``, ``COM3``) or the device file (``/dev/usb/lp0``, ``LPT1``)."""
    baud_rate: int = FASTEST_SERIAL_BAUD
    usb_vendor_id: int = 0
    usb_product_id: int = 0
    usb_in_endpoint: int = EPSON_IN_ENDPOINT
    usb_out_endpoint: int = EPSON_OUT_ENDPOINT
    windows_name: str = ""
    """The spooler's name of the printer, empty for its default."""
    connect_timeout_seconds: float = 2.0
    answer_timeout_seconds: float = 1.0
    job_timeout_seconds: float = 15.0


def connect_printer(
    settings: PrinterSettings, receipts_folder: Path, style: ReceiptStyle = DEFAULT_STYLE
) -> ReceiptPrinter:
    """The printer; without one, receipts are saved as PDF. Nothing is opened before the first job.

    Raises Fault SETTINGS_DAMAGED for an unknown profile or a connection the profile does not have.
    """
    if settings.kind is PrinterKind.NONE:
        from counter_app.printing.pdf_receipt import PdfPrinter  # noqa: PLC0415 - ReportLab is heavy

        return PdfPrinter(receipts_folder, style)
    profile = profile_named(settings.profile)
    if settings.kind not in profile.connections:
        said = f"profile {profile.name!r} cannot be connected by {settings.kind}"
        raise Fault(FaultCode.SETTINGS_DAMAGED, said)
    deadlines = Deadlines(settings.answer_timeout_seconds, settings.job_timeout_seconds)
    return ThermalPrinter(profile, _link_maker(settings), deadlines, style)


def _link_maker(settings: PrinterSettings) -> Callable[[], Link]:
    match settings.kind:
        case PrinterKind.NETWORK:
            seconds = settings.connect_timeout_seconds
            return lambda: NetworkLink(settings.host, settings.port, seconds)
        case PrinterKind.SERIAL:
            return lambda: SerialLink(settings.device, settings.baud_rate)
        case PrinterKind.FILE:
            return lambda: FileLink(settings.device)
        case PrinterKind.USB:
            return lambda: UsbLink(
                settings.usb_vendor_id,
                settings.usb_product_id,
                settings.usb_in_endpoint,
                settings.usb_out_endpoint,
            )
        case PrinterKind.WINDOWS:
            return lambda: WindowsLink(settings.windows_name)
        case PrinterKind.NONE:
            raise Fault(FaultCode.SETTINGS_DAMAGED, "no printer has no link")
        case _ as never:  # pragma: no cover - the type checker proves it
            assert_never(never)

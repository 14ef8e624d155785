"""The counter's printer from its plan."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, assert_never

from counter_app.domain.errors import Fault, FaultCode
from counter_app.domain.printer import PrinterKind
from counter_app.printing.delivery import Deadlines
from counter_app.printing.layout import DEFAULT_STYLE
from counter_app.printing.links import NetworkLink, SerialLink
from counter_app.printing.links_file import FileLink
from counter_app.printing.links_usb_windows import UsbLink, WindowsLink
from counter_app.printing.printer import ThermalPrinter
from counter_app.printing.profiles import profile_named
from counter_app.printing.system_printer import SystemPrinter
from counter_app.spooling.system import receipt_spooler

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from counter_app.domain.printer import PrinterPlan
    from counter_app.printing.layout import ReceiptStyle
    from counter_app.printing.links import Link
    from counter_app.printing.profiles import PrinterProfile
    from counter_app.use_cases.ports import ReceiptPrinter

HANDED_OVER = "handed-over"
"""Where a page lies, below the receipts, until the spooler has it."""


def connect_printer(
    plan: PrinterPlan, receipts_folder: Path, style: ReceiptStyle = DEFAULT_STYLE
) -> ReceiptPrinter:
    """The printer; without one, receipts are saved as PDF. Nothing is opened before the first job.

    Raises Fault SETTINGS_DAMAGED for an unknown profile or a connection the profile does not have.
    """
    if plan.kind is PrinterKind.NONE:
        from counter_app.printing.pdf_receipt import PdfPrinter  # noqa: PLC0415 - ReportLab is heavy
        from counter_app.printing.receipt_pages import page_of  # noqa: PLC0415 - the same

        return PdfPrinter(receipts_folder, style, page_of(plan.profile))
    if plan.kind is PrinterKind.SYSTEM:
        return _system_printer(plan, receipts_folder / HANDED_OVER, style)
    profile = profile_named(plan.profile)
    if plan.drawer_pin is not None:
        profile = replace(profile, drawer_pin=plan.drawer_pin)
    if plan.kind not in profile.connections:
        said = f"profile {profile.name!r} cannot be connected by {plan.kind}"
        raise Fault(FaultCode.SETTINGS_DAMAGED, said)
    deadlines = Deadlines(plan.answer_timeout_seconds, plan.job_timeout_seconds)
    prints_text = profile.prints_text(plan)
    return ThermalPrinter(
        profile, _link_maker(plan, profile), deadlines, style, prints_text=prints_text
    )


def _system_printer(plan: PrinterPlan, folder: Path, style: ReceiptStyle) -> ReceiptPrinter:
    from counter_app.printing.pdf_receipt import PdfPrinter  # noqa: PLC0415 - ReportLab is heavy
    from counter_app.printing.receipt_pages import page_of  # noqa: PLC0415 - the same

    page = page_of(plan.profile)
    spooler = receipt_spooler(plan.windows_name, page.upper(), plan.job_timeout_seconds)
    return SystemPrinter(PdfPrinter(folder, style, page, keeps_page=True), spooler)


def _link_maker(plan: PrinterPlan, profile: PrinterProfile) -> Callable[[], Link]:
    match plan.kind:
        case PrinterKind.NETWORK:
            seconds = plan.connect_timeout_seconds
            return lambda: NetworkLink(plan.host, plan.port, seconds)
        case PrinterKind.SERIAL:
            handshake = profile.handshake
            return lambda: SerialLink(plan.device, plan.baud_rate, handshake)
        case PrinterKind.FILE:
            return lambda: FileLink(plan.device)
        case PrinterKind.USB:
            return lambda: UsbLink(
                plan.usb_vendor_id,
                plan.usb_product_id,
                plan.usb_in_endpoint,
                plan.usb_out_endpoint,
            )
        case PrinterKind.WINDOWS:
            return lambda: WindowsLink(plan.windows_name)
        case PrinterKind.NONE | PrinterKind.SYSTEM:
            raise Fault(FaultCode.SETTINGS_DAMAGED, "only a receipt printer has a link")
        case _ as never:  # pragma: no cover - the type checker proves it
            assert_never(never)

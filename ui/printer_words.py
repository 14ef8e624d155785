"""Printers in words: how one is connected, what it is, what to look at when nothing comes out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from counter_app.domain.printer import NO_PRINTER, PrinterKind
from counter_app.domain.printer_rules import PAGE_KINDS, model_named, pin_of
from ui.marking import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Mapping

    from counter_app.domain.printer import PrinterModel, PrinterPlan, PrintersAtHand
    from ui.printer_form import Way

KIND_WORDS: Mapping[PrinterKind, str] = {
    PrinterKind.NONE: QT_TRANSLATE_NOOP("Printer", "No printer: save as PDF"),
    PrinterKind.NETWORK: QT_TRANSLATE_NOOP("Printer", "Network"),
    PrinterKind.SERIAL: QT_TRANSLATE_NOOP("Printer", "Serial port"),
    PrinterKind.FILE: QT_TRANSLATE_NOOP("Printer", "Device file"),
    PrinterKind.USB: QT_TRANSLATE_NOOP("Printer", "USB"),
    PrinterKind.WINDOWS: QT_TRANSLATE_NOOP("Printer", "Windows receipt printer"),
    PrinterKind.SYSTEM: QT_TRANSLATE_NOOP("Printer", "System printer, as pages"),
}
BLUETOOTH = QT_TRANSLATE_NOOP("Printer", "Bluetooth")

HINTS: Mapping[PrinterKind, str] = {
    PrinterKind.NONE: QT_TRANSLATE_NOOP(
        "Printer", "Receipts are saved as PDF files and can be printed later."
    ),
    PrinterKind.NETWORK: QT_TRANSLATE_NOOP(
        "Printer",
        "The address stands on the printer's own test print: hold its feed button while you"
        " switch it on. The port is 9100, nearly always.",
    ),
    PrinterKind.SERIAL: QT_TRANSLATE_NOOP(
        "Printer",
        "COM3, /dev/ttyUSB0, or /dev/rfcomm0 for Bluetooth. The speed stands on the printer's"
        " own test print; over Bluetooth it does not matter.",
    ),
    PrinterKind.FILE: QT_TRANSLATE_NOOP(
        "Printer", "/dev/usb/lp0 for USB on Linux, LPT1 for a parallel cable on Windows."
    ),
    PrinterKind.USB: QT_TRANSLATE_NOOP(
        "Printer", "Plugged into this computer. There is nothing to type."
    ),
    PrinterKind.WINDOWS: QT_TRANSLATE_NOOP(
        "Printer", "The name that Windows shows. Empty: its default printer."
    ),
    PrinterKind.SYSTEM: QT_TRANSLATE_NOOP(
        "Printer",
        "An office printer on A5 or A4. The name that the system shows; empty: its default printer.",
    ),
}

LOOK_AT: Mapping[PrinterKind, str] = {
    PrinterKind.NONE: QT_TRANSLATE_NOOP("Printer", "Is there room on the disk?"),
    PrinterKind.NETWORK: QT_TRANSLATE_NOOP(
        "Printer",
        "Is it switched on, the paper in, the cover shut? Is the network cable in, and the"
        " address the one on its own test print?",
    ),
    PrinterKind.SERIAL: QT_TRANSLATE_NOOP(
        "Printer",
        "Is it switched on, the paper in, the cover shut? Is the cable in the port you chose?"
        " A Bluetooth printer must be paired, near, and used by nobody else.",
    ),
    PrinterKind.FILE: QT_TRANSLATE_NOOP(
        "Printer",
        "Is it switched on, the paper in, the cover shut? Pull the USB plug out and put it in"
        " again, then look for printers anew.",
    ),
    PrinterKind.USB: QT_TRANSLATE_NOOP(
        "Printer",
        "Is it switched on, the paper in, the cover shut? Pull the USB plug out and put it in"
        " again, then look for printers anew.",
    ),
    PrinterKind.WINDOWS: QT_TRANSLATE_NOOP(
        "Printer",
        "Is it switched on, the paper in, the cover shut? In Windows, is its queue paused or"
        " set to work offline?",
    ),
    PrinterKind.SYSTEM: QT_TRANSLATE_NOOP(
        "Printer",
        "Is it switched on, with paper in the tray? In the system's settings, is its queue stopped?",
    ),
}

MODEL_WORDS: Mapping[str, str] = {
    "80 mm, with cutter": QT_TRANSLATE_NOOP("Printer", "80 mm, with cutter"),
    "80 mm, with cutter, tells no status": QT_TRANSLATE_NOOP(
        "Printer", "80 mm, with cutter, tells no status"
    ),
    "80 mm, with cutter, makes QR codes": QT_TRANSLATE_NOOP(
        "Printer", "80 mm, with cutter, makes QR codes"
    ),
    "58 mm, Bluetooth, handheld": QT_TRANSLATE_NOOP("Printer", "58 mm, Bluetooth, handheld"),
    "58 mm, without cutter": QT_TRANSLATE_NOOP("Printer", "58 mm, without cutter"),
    "58 mm, without cutter, tells no status": QT_TRANSLATE_NOOP(
        "Printer", "58 mm, without cutter, tells no status"
    ),
}
"""Labels of the data that are descriptions; a maker's own name is the same in every language."""

DOTS_A_MM = 8
_ROLL_MM = {384: 58, 512: 80, 576: 80}


def word(text: str) -> str:
    """In the language spoken."""
    return QCoreApplication.translate("Printer", text)


def model_text(model: PrinterModel) -> str:
    """What it is called."""
    return word(MODEL_WORDS.get(model.label, model.label))


def paper_text(model: PrinterModel) -> str:
    """What it prints on."""
    if model.is_page:
        return model.label
    width = _ROLL_MM.get(model.width_dots, model.width_dots // DOTS_A_MM)
    return word(QT_TRANSLATE_NOOP("Printer", "{width} mm")).format(width=width)


def way_text(way: Way) -> str:
    """How it is connected, in a few words."""
    if way.found is not None and way.found.is_bluetooth:
        return word(BLUETOOTH)
    return word(KIND_WORDS[way.kind])


def address_text(plan: PrinterPlan) -> str:
    """Where it is, as far as that can be said."""
    match plan.kind:
        case PrinterKind.NETWORK:
            return f"{plan.host}:{plan.port}"
        case PrinterKind.SERIAL:
            return word(QT_TRANSLATE_NOOP("Printer", "{device} at {rate} baud")).format(
                device=plan.device, rate=plan.baud_rate
            )
        case PrinterKind.FILE:
            return plan.device
        case PrinterKind.USB:
            return f"{plan.usb_vendor_id:04x}:{plan.usb_product_id:04x}"
        case PrinterKind.WINDOWS | PrinterKind.SYSTEM:
            return plan.windows_name or word(QT_TRANSLATE_NOOP("Printer", "the default printer"))
        case _:
            return ""


def connection_text(plan: PrinterPlan) -> str:
    """Way and address together."""
    parts = (word(KIND_WORDS[plan.kind]), address_text(plan))
    return " · ".join(part for part in parts if part)


def plan_model_text(plan: PrinterPlan, at_hand: PrintersAtHand) -> str:
    """The model of a plan, by its own name where our list has none of it."""
    model = model_named(plan.profile, at_hand.models)
    if plan.kind is PrinterKind.NONE and (model is None or not model.is_page):
        return "A5"
    if model is None:
        return plan.profile
    paper = paper_text(model)
    says_paper = model_text(model).startswith(paper)
    return model_text(model) if says_paper else f"{model_text(model)} · {paper}"


def drawer_text(plan: PrinterPlan, at_hand: PrintersAtHand) -> str:
    """Which pin its drawer hangs on."""
    pin = pin_of(plan, at_hand.models)
    if plan.kind in PAGE_KINDS or not pin:
        return word(QT_TRANSLATE_NOOP("Printer", "No drawer"))
    return word(QT_TRANSLATE_NOOP("Printer", "Drawer on pin {pin}")).format(pin=pin)


def facts_of(plan: PrinterPlan, at_hand: PrintersAtHand) -> tuple[str, ...]:
    """Connection, model, drawer; one sentence where nothing is set."""
    if plan == NO_PRINTER:
        return (word(HINTS[PrinterKind.NONE]),)
    said = (connection_text(plan), plan_model_text(plan, at_hand))
    return said if plan.kind in PAGE_KINDS else (*said, drawer_text(plan, at_hand))

"""The test page of a printer being set up: shows width, Hindi, code, darkness, and by which plan it was printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from counter_app.domain.money import Money
from counter_app.domain.printer import PrinterKind
from counter_app.domain.printer_rules import pin_of
from counter_app.printing import trial_wording as words
from counter_app.printing.layout_parts import told
from counter_app.printing.lines import (
    Big,
    Box,
    BoxKind,
    Centre,
    Left,
    Pair,
    QrCode,
    Rule,
    Ruler,
    Shades,
    Space,
    Tone,
)
from counter_app.printing.tongue import Tongue
from counter_app.printing.wording import ACRONYM, moment_text, rupees

if TYPE_CHECKING:
    from counter_app.domain.printer import PrinterPlan, TrialPage
    from counter_app.printing.lines import Line

WIDTHS_MM = {576: 72, 512: 72, 384: 48}
"""What a head of so many dots prints: 203 dpi, the 512 of Epson's TM-T88 180 dpi (its technical reference)."""

PAGES_MM = {"a5": 125, "a4": 159}
"""Between the margins of ``pdf_paper``'s pages."""

SAMPLE = Money(12_34_567_89)


def lay_out_trial(page: TrialPage) -> tuple[Line, ...]:
    """All lines, Hindi and English together."""
    width_dots = page.model.width_dots
    ruler = (
        Ruler(WIDTHS_MM[width_dots])
        if width_dots
        else Ruler(PAGES_MM.get(page.model.name, PAGES_MM["a5"]), is_to_edge=False)
    )
    return (
        ruler,
        Centre(Tongue.BOTH.say(ACRONYM), Tone.HEAD),
        Centre(words.TITLE, Tone.TITLE),
        Box(words.NOT_A_RECEIPT, BoxKind.FILLED),
        *told(words.COUNTER, page.counter_id, Tone.STRONG),
        Pair(words.MADE_AT, (moment_text(page.made_at),)),
        Rule(),
        *(Left(text, Tone.SMALL) for text in words.BOTH_ENDS),
        Rule(),
        Centre(words.CONJUNCTS),
        Centre(words.CONJUNCTS, Tone.STRONG),
        Centre(words.PLAIN_LETTERS, Tone.SMALL),
        Big(words.AMOUNT, rupees(SAMPLE)),
        Rule(),
        QrCode(qr_text(page)),
        *(Centre(text, Tone.SMALL) for text in words.SCAN_ME),
        Rule(),
        Shades(),
        *(Left(text, Tone.SMALL) for text in words.EVEN),
        Rule(),
        *_connection(page),
        Space(40),
        ruler,
    )


def qr_text(page: TrialPage) -> str:
    """What the code of a test page says."""
    return f"KESCO TEST {page.counter_id} {page.made_at:%Y-%m-%d %H:%M:%S}"


def _connection(page: TrialPage) -> tuple[Line, ...]:
    plan, model = page.plan, page.model
    width = words.DOTS.format(dots=model.width_dots) if model.width_dots else ""
    pin = pin_of(plan, (model,))
    drawer = words.PIN.format(pin=pin) if pin else words.NO_DRAWER
    return (
        Pair(words.CONNECTED, (words.KINDS[plan.kind],)),
        *_way(plan),
        Pair(words.MODEL, (model.label,)),
        *told(words.WIDTH, width),
        *((Pair(words.DRAWER, (drawer,)),) if model.width_dots else ()),
    )


def _way(plan: PrinterPlan) -> tuple[Line, ...]:
    match plan.kind:
        case PrinterKind.NETWORK:
            return (Pair(words.ADDRESS, (f"{plan.host}:{plan.port}",)),)
        case PrinterKind.SERIAL:
            speed = words.BAUD.format(baud=plan.baud_rate)
            return Pair(words.DEVICE, (plan.device,)), Pair(words.SPEED, (speed,))
        case PrinterKind.FILE:
            return (Pair(words.DEVICE, (plan.device,)),)
        case PrinterKind.USB:
            number = f"{plan.usb_vendor_id:04x}:{plan.usb_product_id:04x}"
            return (Pair(words.USB_NUMBER, (number,)),)
        case PrinterKind.WINDOWS | PrinterKind.SYSTEM:
            return (Pair(words.QUEUE, (plan.windows_name or words.USUAL_QUEUE,)),)
        case _:
            return ()

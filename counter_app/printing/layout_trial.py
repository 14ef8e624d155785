"""The test page of a printer being set up: shows width, Hindi, code, darkness, and by which plan it was printed."""

from __future__ import annotations

from dataclasses import replace
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


def lay_out_trial(page: TrialPage, tongue: Tongue = Tongue.BOTH) -> tuple[Line, ...]:
    """All lines; one of Hindi letters stands among them in every tongue, since names come in Hindi."""
    say, each, width_dots = tongue.say, tongue.each, page.model.width_dots
    ruler = (
        Ruler(WIDTHS_MM[width_dots])
        if width_dots
        else Ruler(PAGES_MM.get(page.model.name, PAGES_MM["a5"]), is_to_edge=False)
    )
    return (
        ruler,
        Centre(say(ACRONYM), Tone.HEAD),
        Centre(say(words.TITLE), Tone.TITLE),
        Box(each(words.NOT_A_RECEIPT), BoxKind.FILLED),
        *told(say(words.COUNTER), page.counter_id, Tone.STRONG),
        Pair(say(words.MADE_AT), (moment_text(page.made_at),)),
        Rule(),
        *(Left(text, Tone.SMALL) for text in each(words.BOTH_ENDS)),
        Rule(),
        *_letters(tongue),
        Big(say(words.AMOUNT), rupees(SAMPLE)),
        Rule(),
        QrCode(qr_text(page)),
        *(Centre(text, Tone.SMALL) for text in each(words.SCAN_ME)),
        Rule(),
        Shades(),
        *(Left(text, Tone.SMALL) for text in each(words.EVEN)),
        Rule(),
        *_connection(page, tongue),
        Space(40),
        ruler,
    )


def _letters(tongue: Tongue) -> tuple[Line, ...]:
    """Hindi that only a shaper puts together rightly; in English, painted once, and none of its figures."""
    hindi = Centre(words.CONJUNCTS)
    if tongue is Tongue.ENGLISH:
        return hindi, Centre(words.PLAIN_LETTERS, Tone.SMALL)
    plain = Centre(f"{words.PLAIN_LETTERS} {words.HINDI_FIGURES}", Tone.SMALL)
    return hindi, replace(hindi, tone=Tone.STRONG), plain


def qr_text(page: TrialPage) -> str:
    """What the code of a test page says."""
    return f"KESCO TEST {page.counter_id} {page.made_at:%Y-%m-%d %H:%M:%S}"


def _connection(page: TrialPage, tongue: Tongue) -> tuple[Line, ...]:
    plan, model, say = page.plan, page.model, tongue.say
    width = words.DOTS.format(dots=model.width_dots) if model.width_dots else ""
    pin = pin_of(plan, (model,))
    drawer = words.PIN.format(pin=pin) if pin else words.NO_DRAWER
    return (
        Pair(say(words.CONNECTED), (say(words.KINDS[plan.kind]),)),
        *_way(plan, tongue),
        Pair(say(words.MODEL), (model.label,)),
        *told(say(words.WIDTH), width),
        *((Pair(say(words.DRAWER), (drawer,)),) if model.width_dots else ()),
    )


def _way(plan: PrinterPlan, tongue: Tongue) -> tuple[Line, ...]:
    say = tongue.say
    match plan.kind:
        case PrinterKind.NETWORK:
            return (Pair(say(words.ADDRESS), (f"{plan.host}:{plan.port}",)),)
        case PrinterKind.SERIAL:
            speed = words.BAUD.format(baud=plan.baud_rate)
            return Pair(say(words.DEVICE), (plan.device,)), Pair(say(words.SPEED), (speed,))
        case PrinterKind.FILE:
            return (Pair(say(words.DEVICE), (plan.device,)),)
        case PrinterKind.USB:
            number = f"{plan.usb_vendor_id:04x}:{plan.usb_product_id:04x}"
            return (Pair(words.USB_NUMBER, (number,)),)
        case PrinterKind.WINDOWS | PrinterKind.SYSTEM:
            return (Pair(say(words.QUEUE), (plan.windows_name or words.USUAL_QUEUE,)),)
        case _:
            return ()

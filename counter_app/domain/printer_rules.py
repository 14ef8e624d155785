"""What can be said of a printer before anything is sent: can the plan be so, which model may it be, what next."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from counter_app.domain.errors import Refusal, RefusalCode
from counter_app.domain.printer import PrinterKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from counter_app.domain.printer import FoundPrinter, PrinterModel, PrinterPlan

USUAL_BAUD_RATES = (9_600, 19_200, 38_400, 57_600, 115_200)
"""In the order in which they are tried: receipt printers leave their factory at 9,600 mostly."""

BAUD_RATES = (1_200, 2_400, 4_800, *USUAL_BAUD_RATES)
MOST_PORT = 65_535
MOST_HOST_CHARACTERS = 253
"""Of a name in the DNS (RFC 1035, 2.3.4)."""

MOST_DEVICE_CHARACTERS = 120
DRAWER_PINS = (2, 5)
NO_DRAWER = 0
FIELD_PRINTER_DOTS = 384
"""Bluetooth printers that are carried about print on 58 mm, nearly all of them."""

PAGE_KINDS = frozenset({PrinterKind.NONE, PrinterKind.SYSTEM})

_VENDOR_WORDS: Mapping[int, str] = {0x04B8: "epson"}
"""USB vendor numbers of makers that have a profile (usb.ids)."""

_LEAST_WORD = 2
_TYPE = re.compile(r"\b[a-z]+[0-9]{2,}[a-z]*\b")
"""What a maker calls a type: letters and figures."""

_PLAIN = "generic"
_HOST = re.compile(r"[0-9A-Za-z:._-]+")


def refuse_wrong_plan(plan: PrinterPlan, models: Iterable[PrinterModel]) -> None:
    """Raises Refusal PRINTER_PLAN_WRONG, whose ``field`` is the first that is missing or cannot be."""
    field = wrong_field(plan, tuple(models))
    if field:
        raise Refusal(RefusalCode.PRINTER_PLAN_WRONG, field=field)


def wrong_field(plan: PrinterPlan, models: tuple[PrinterModel, ...]) -> str:
    """The name of the field to mend, empty when the plan can be so; ``connection``: the model has no such."""
    return wrong_address(plan) or _wrong_model(plan, models)


def wrong_address(plan: PrinterPlan) -> str:
    """As ``wrong_field``, of the way to the printer alone: no model is chosen yet."""
    match plan.kind:
        case PrinterKind.NETWORK:
            if not _HOST.fullmatch(plan.host) or len(plan.host) > MOST_HOST_CHARACTERS:
                return "host"
            return "" if 1 <= plan.port <= MOST_PORT else "port"
        case PrinterKind.SERIAL if _is_device(plan.device):
            return "" if plan.baud_rate in BAUD_RATES else "baud_rate"
        case PrinterKind.SERIAL | PrinterKind.FILE:
            return "" if _is_device(plan.device) else "device"
        case PrinterKind.USB:
            return "" if plan.usb_vendor_id > 0 and plan.usb_product_id >= 0 else "usb"
        case _:
            return "" if len(plan.windows_name) <= MOST_DEVICE_CHARACTERS else "windows_name"


def _is_device(device: str) -> bool:
    return 0 < len(device) <= MOST_DEVICE_CHARACTERS and device.isprintable()


def _wrong_model(plan: PrinterPlan, models: tuple[PrinterModel, ...]) -> str:
    if plan.kind is PrinterKind.NONE:
        return ""
    model = model_named(plan.profile, models)
    if model is None:
        return "profile"
    if plan.kind not in model.connections:
        return "connection"
    is_pin = plan.drawer_pin is None or plan.drawer_pin in {NO_DRAWER, *DRAWER_PINS}
    return "" if is_pin else "drawer_pin"


def model_named(name: str, models: Iterable[PrinterModel]) -> PrinterModel | None:
    """The model of this name."""
    return next((model for model in models if model.name == name), None)


def models_for(kind: PrinterKind, models: Iterable[PrinterModel]) -> tuple[PrinterModel, ...]:
    """Those that can be connected so."""
    return tuple(model for model in models if kind in model.connections)


def likely_model(
    found: FoundPrinter, models: Iterable[PrinterModel], usual: str = ""
) -> PrinterModel | None:
    """The model that its USB number or its name tells; else the ``usual`` one, else the first that can be.

    None when no model can be connected so.
    """
    possible = models_for(found.plan.kind, models)
    known = (_VENDOR_WORDS.get(found.plan.usb_vendor_id, ""), "bluetooth" * found.is_bluetooth)
    said = " ".join((found.label, found.detail, *known)).lower()
    best = max(possible, key=lambda model: _alike(model, said), default=None)
    if best is None or _alike(best, said):
        return best
    if found.is_bluetooth:
        carried = (model for model in possible if model.width_dots == FIELD_PRINTER_DOTS)
        return next(carried, possible[0])
    return model_named(usual, possible) or possible[0]


def _alike(model: PrinterModel, said: str) -> int:
    """How much of the model's name stands in what the computer says; words with figures say most.

    What its label tells beside the name (``TM-T82, T82II``, ``RP80, RP326``) counts for less.
    """
    weight = 2 * any(word in said for word in re.findall(_TYPE, model.label.lower()))
    for word in model.name.lower().split("-"):
        if len(word) < _LEAST_WORD or word in {_PLAIN, "silent"}:
            continue
        if word.isdigit():
            weight += 2 * bool(re.search(rf"(?<!\d){word}(?!\d)", said))
        elif word in re.split(r"[^0-9a-z]+", said) or (word[-1].isdigit() and word in said):
            weight += 4 if any(letter.isdigit() for letter in word) else 1
    return weight


def narrower(plan: PrinterPlan, models: Iterable[PrinterModel]) -> PrinterModel | None:
    """What to try where the right edge was cut: a narrower model that can be connected so, or None.

    One that is asked as this one is, a plain one that claims nothing of a maker, and the widest of those.
    """
    known = tuple(models)
    now = model_named(plan.profile, known)
    if now is None:
        return None
    possible = [
        model for model in models_for(plan.kind, known) if 0 < model.width_dots < now.width_dots
    ]
    return max(
        possible,
        key=lambda model: (
            model.reads_status == now.reads_status,
            model.name.startswith(_PLAIN),
            model.width_dots,
        ),
        default=None,
    )


def silent(plan: PrinterPlan, models: Iterable[PrinterModel]) -> PrinterModel | None:
    """What to try where the printer answers nothing: one as wide that is never asked, or None."""
    known = tuple(models)
    now = model_named(plan.profile, known)
    if now is None or not now.reads_status:
        return None
    return next(
        (
            model
            for model in models_for(plan.kind, known)
            if not model.reads_status and model.width_dots == now.width_dots
        ),
        None,
    )


def next_baud_rate(baud_rate: int) -> int:
    """The next usual one to try, beginning anew after the last."""
    if baud_rate not in USUAL_BAUD_RATES:
        return USUAL_BAUD_RATES[0]
    place = USUAL_BAUD_RATES.index(baud_rate) + 1
    return USUAL_BAUD_RATES[place % len(USUAL_BAUD_RATES)]


def pin_of(plan: PrinterPlan, models: Iterable[PrinterModel]) -> int:
    """The pin a kick goes to, 0 for no drawer."""
    if plan.drawer_pin is not None:
        return plan.drawer_pin
    model = model_named(plan.profile, models)
    return NO_DRAWER if model is None else model.drawer_pin


def other_pin(pin: int) -> int:
    """The pin to try next."""
    first, second = DRAWER_PINS
    return second if pin == first else first

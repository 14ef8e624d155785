"""A printer being set up, as far as it is known. No Qt: the pages show it, and nothing of it is kept before the end."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import TYPE_CHECKING

from counter_app.domain.money import western_digits
from counter_app.domain.printer import (
    NO_PRINTER,
    FoundPrinter,
    PrinterKind,
    PrinterPlace,
    PrinterPlan,
    PrintersAtHand,
)
from counter_app.domain.printer_rules import (
    NO_DRAWER,
    PAGE_KINDS,
    likely_model,
    model_named,
    models_for,
    narrower,
    next_baud_rate,
    other_pin,
    pin_of,
    silent,
    wrong_address,
)

if TYPE_CHECKING:
    from counter_app.domain.printer import PrinterModel

TYPED_WAYS = (
    PrinterKind.NETWORK,
    PrinterKind.SERIAL,
    PrinterKind.FILE,
    PrinterKind.SYSTEM,
    PrinterKind.NONE,
)
"""What can be set up though nothing was found; a USB printer has to be found for its numbers."""


class Step(Enum):
    """Where one is."""

    CONNECTION = auto()
    MODEL = auto()
    PAGE = auto()
    DRAWER = auto()
    KEEP = auto()


@dataclass(frozen=True, slots=True)
class Way:
    """A row of the first step: ``found``, or ``is_now`` for what is set now, or a kind whose address is typed."""

    kind: PrinterKind
    found: FoundPrinter | None = None
    is_now: bool = False


@dataclass(frozen=True, slots=True)
class Typed:
    """The fields of a way as they stand: host, device or name, and port or baud rate."""

    address: str = ""
    number: str = ""


class PrinterForm:
    """The plan as it grows. Every change makes a new plan; ``plan`` is what would be tried now."""

    def __init__(self) -> None:
        self.at_hand = PrintersAtHand(NO_PRINTER, NO_PRINTER, ())
        self.place = PrinterPlace.FIRST
        self.plan = NO_PRINTER
        self.found: tuple[FoundPrinter, ...] = ()

    def begin(self, at_hand: PrintersAtHand, place: PrinterPlace) -> None:
        """From what is set now in this place."""
        self.at_hand, self.place = at_hand, place
        self.plan = self.plan_now
        self.found = ()

    @property
    def plan_now(self) -> PrinterPlan:
        """What is set in this place."""
        return self.at_hand.first if self.place is PrinterPlace.FIRST else self.at_hand.other

    @property
    def ways(self) -> tuple[Way, ...]:
        """What is set now, then what was found, then what can be typed."""
        now = self.plan_now
        rows = [Way(now.kind, FoundPrinter(now, ""), is_now=True)] if now != NO_PRINTER else []
        rows += [Way(one.plan.kind, one) for one in self.found]
        return (*rows, *(Way(kind) for kind in TYPED_WAYS))

    def typed_of(self, way: Way) -> Typed:
        """What stands in the fields of this way at first."""
        plan = way.found.plan if way.found else replace(NO_PRINTER, kind=way.kind)
        match way.kind:
            case PrinterKind.NETWORK:
                return Typed(plan.host, str(plan.port))
            case PrinterKind.SERIAL:
                return Typed(plan.device, str(plan.baud_rate if way.found else next_baud_rate(0)))
            case PrinterKind.FILE:
                return Typed(plan.device)
            case PrinterKind.SYSTEM | PrinterKind.WINDOWS:
                return Typed(plan.windows_name)
            case _:
                return Typed()

    def take(self, way: Way, typed: Typed) -> str:
        """Go this way with these fields; the name of the field that is wrong, else empty and the plan is this one.

        The model is the one that the printer's own name tells, else the one that was set.
        """
        base = way.found.plan if way.found else replace(NO_PRINTER, kind=way.kind)
        plan = _addressed(base, typed)
        field = wrong_address(plan)
        if field:
            return field
        if not way.is_now:
            found = way.found or FoundPrinter(plan, "")
            model = likely_model(
                replace(found, plan=plan), self.at_hand.models, self.plan_now.profile
            )
            plan = plan if model is None else replace(plan, profile=model.name)
        self.plan = plan
        return ""

    @property
    def models(self) -> tuple[PrinterModel, ...]:
        """Those that can be connected as planned."""
        return models_for(self.plan.kind, self.at_hand.models)

    @property
    def model(self) -> PrinterModel | None:
        """The one planned."""
        return model_named(self.plan.profile, self.at_hand.models)

    def choose_model(self, name: str) -> None:
        """Another model; its drawer is its own again."""
        if name != self.plan.profile:
            self.plan = replace(self.plan, profile=name, drawer_pin=None)

    @property
    def narrower(self) -> PrinterModel | None:
        """What to try where the right edge was cut."""
        return narrower(self.plan, self.at_hand.models)

    @property
    def silent(self) -> PrinterModel | None:
        """What to try where nothing answers."""
        return silent(self.plan, self.at_hand.models)

    @property
    def next_rate(self) -> int | None:
        """What to try where rubbish came out; None where there is no rate."""
        is_serial = self.plan.kind is PrinterKind.SERIAL
        return next_baud_rate(self.plan.baud_rate) if is_serial else None

    def take_next_rate(self) -> None:
        """The next usual baud rate."""
        if self.next_rate is not None:
            self.plan = replace(self.plan, baud_rate=self.next_rate)

    @property
    def has_drawer_step(self) -> bool:
        """Whether there can be a drawer."""
        return self.plan.kind not in PAGE_KINDS

    @property
    def pin(self) -> int:
        """The pin a kick goes to, 0 for no drawer."""
        return pin_of(self.plan, self.at_hand.models)

    def use_some_pin(self) -> None:
        """There is a drawer after all: the usual pin."""
        if self.pin == NO_DRAWER:
            self.plan = replace(self.plan, drawer_pin=other_pin(NO_DRAWER))

    def use_other_pin(self) -> None:
        """The kick moved nothing."""
        self.plan = replace(self.plan, drawer_pin=other_pin(self.pin))

    def use_no_drawer(self) -> None:
        """No drawer hangs on this printer."""
        self.plan = replace(self.plan, drawer_pin=NO_DRAWER)


def _addressed(plan: PrinterPlan, typed: Typed) -> PrinterPlan:
    """The plan with its address as typed; a number that is none is 0, which no rule lets pass."""
    address = typed.address.strip()
    number = western_digits(typed.number).strip()
    figure = int(number) if number.isascii() and number.isdigit() and len(number) < 8 else 0  # noqa: PLR2004 - no rate or port has more figures
    match plan.kind:
        case PrinterKind.NETWORK:
            return replace(plan, host=western_digits(address), port=figure)
        case PrinterKind.SERIAL:
            return replace(plan, device=address, baud_rate=figure)
        case PrinterKind.FILE:
            return replace(plan, device=address)
        case PrinterKind.SYSTEM | PrinterKind.WINDOWS:
            return replace(plan, windows_name=address)
        case _:
            return plan

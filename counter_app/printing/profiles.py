"""What each model of printer can do: data in ``resources/printers/profiles.toml``, read and checked here."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from counter_app.domain.errors import Fault, FaultCode
from counter_app.domain.printer import FASTEST_SERIAL_BAUD, PrinterKind, PrinterModel
from counter_app.printing.encode import MOST_BAND_ROWS
from counter_app.printing.qr import LEAST_MODULE_DOTS
from resources import resource_path

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Mapping
    from pathlib import Path

    from counter_app.domain.printer import PrinterPlan

WIDTHS_DOTS = (576, 512, 384)
DOTS_AN_INCH = (203, 180)
DRAWER_PINS = (0, 2, 5)
MOST_FEED_LINES = 20
COLUMN_DOTS = 12
"""Font A, the first font of every receipt printer, is 12 by 24 dots."""

LEAST_COLUMNS, LEAST_BAND_ROWS = 24, 8
MOST_MODULE_DOTS = 8
SLOWEST_MM_A_SECOND, FASTEST_MM_A_SECOND = 20, 500
MM_AN_INCH = 25.4
TEXT_ROW_DOTS = 34
"""A row of type with its spacing, 1/6 inch."""


CONNECTIONS = frozenset(kind.value for kind in PrinterKind) - {
    PrinterKind.NONE,
    PrinterKind.SYSTEM,
}

PAGE_MODELS = (
    PrinterModel("a5", "A5", 0, (PrinterKind.SYSTEM, PrinterKind.NONE)),
    PrinterModel("a4", "A4", 0, (PrinterKind.SYSTEM, PrinterKind.NONE)),
)
"""Pages of the system's printer, or of PDF files where there is no printer."""


class PrintAs(StrEnum):
    """Whether a paper is sent as a picture or in the printer's own type; by itself, type is for slow lines only."""

    AUTO = "auto"
    PICTURE = "picture"
    TEXT = "text"


class Handshake(StrEnum):
    """How a printer on a serial line says that it can take no more for now."""

    DTR_DSR = "dtr_dsr"
    XON_XOFF = "xon_xoff"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class PrinterProfile:
    """One model. ``drawer_pin`` is 0 when no drawer is connected to it; what each field says stands in the data."""

    name: str
    label: str
    width_dots: int
    dots_an_inch: int
    has_cutter: bool
    feed_lines: int
    drawer_pin: int
    reads_status: bool
    connections: tuple[PrinterKind, ...]
    print_as: PrintAs
    text_below_baud: int
    text_columns: int
    has_native_qr: bool
    doubles_pictures: bool
    qr_module_dots: int
    band_rows: int
    mm_a_second: int
    handshake: Handshake

    def prints_text(self, plan: PrinterPlan) -> bool:
        """Whether papers go out in the printer's own type when it is reached as planned."""
        is_slow = plan.kind is PrinterKind.SERIAL and plan.baud_rate < self.text_below_baud
        return self.print_as is PrintAs.TEXT or (self.print_as is PrintAs.AUTO and is_slow)

    def seconds_for(self, rows_dots: int) -> float:
        """How long the paper of so many rows of dots takes to come out."""
        return rows_dots / self.dots_an_inch * MM_AN_INCH / self.mm_a_second


def read_profiles(path: Path | None = None) -> Mapping[str, PrinterProfile]:
    """All profiles by name. Raises Fault SETTINGS_DAMAGED that names the file, the profile and the field."""
    file = path or resource_path("printers", "profiles.toml")
    try:
        tables = tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise Fault(FaultCode.SETTINGS_DAMAGED, f"{file}: {error}") from error
    whole: dict[str, Mapping[str, object]] = {}
    return {name: _profile(file, name, table, whole) for name, table in tables.items()}


def profile_named(name: str, path: Path | None = None) -> PrinterProfile:
    """One profile. Raises Fault SETTINGS_DAMAGED when there is none of that name."""
    profiles = read_profiles(path)
    if name not in profiles:
        known = ", ".join(sorted(profiles))
        raise Fault(FaultCode.SETTINGS_DAMAGED, f"no printer profile {name!r}; there are: {known}")
    return profiles[name]


def printer_models(path: Path | None = None) -> tuple[PrinterModel, ...]:
    """What may be chosen: every profile in its order, then the pages. Raises Fault SETTINGS_DAMAGED."""
    rolls = (
        PrinterModel(
            profile.name,
            profile.label,
            profile.width_dots,
            profile.connections,
            profile.drawer_pin,
            profile.reads_status,
        )
        for profile in read_profiles(path).values()
    )
    return (*rolls, *PAGE_MODELS)


def _profile(
    file: Path, name: str, table: object, whole: dict[str, Mapping[str, object]]
) -> PrinterProfile:
    """One profile; ``whole`` are the tables of those above it, which it may be like, and gets its own."""
    if isinstance(table, dict):
        like = table.get(LIKE)
        if like is None or (isinstance(like, str) and like in whole):
            own = {field: value for field, value in table.items() if field != LIKE}
            said = {**(whole[like] if like else {}), **own}
            wrong = _first_wrong(said)
            if not wrong:
                whole[name] = said
                made = {field: make(said[field]) for field, make in MADE.items()}
                return PrinterProfile(name=name, **{**said, **made})
        else:
            wrong = f"{LIKE} is {like!r}, which no profile above is called"
    else:
        wrong = "is not a table"
    raise Fault(FaultCode.SETTINGS_DAMAGED, f"{file}: profile {name!r}: {wrong}")


def _whole(least: int, most: int) -> Callable[[object], bool]:
    """What fits a whole number between these; true and false are none."""
    return lambda value: type(value) is int and least <= value <= most


def _one_of(allowed: Container[object]) -> Callable[[object], bool]:
    """What fits one of these, in their own type."""
    return lambda value: (
        isinstance(value, str | int) and type(value) is not bool and value in allowed
    )


def _is_bool(value: object) -> bool:
    return isinstance(value, bool)


LIKE = "like"
"""Names the profile above from which everything is taken that a table does not say itself."""

FIELDS: Mapping[str, Callable[[object], bool]] = {
    "label": lambda value: isinstance(value, str) and bool(value),
    "width_dots": _one_of(WIDTHS_DOTS),
    "dots_an_inch": _one_of(DOTS_AN_INCH),
    "has_cutter": _is_bool,
    "feed_lines": _whole(0, MOST_FEED_LINES),
    "drawer_pin": _one_of(DRAWER_PINS),
    "reads_status": _is_bool,
    "connections": lambda value: (
        isinstance(value, list) and bool(value) and all(kind in CONNECTIONS for kind in value)
    ),
    "print_as": _one_of(tuple(PrintAs)),
    "text_below_baud": _whole(0, FASTEST_SERIAL_BAUD * 10),
    "text_columns": _whole(LEAST_COLUMNS, max(WIDTHS_DOTS) // COLUMN_DOTS),
    "has_native_qr": _is_bool,
    "doubles_pictures": _is_bool,
    "qr_module_dots": _whole(LEAST_MODULE_DOTS, MOST_MODULE_DOTS),
    "band_rows": _whole(LEAST_BAND_ROWS, MOST_BAND_ROWS),
    "mm_a_second": _whole(SLOWEST_MM_A_SECOND, FASTEST_MM_A_SECOND),
    "handshake": _one_of(tuple(Handshake)),
}
"""Each field of a profile, and what fits it."""

MADE: Mapping[str, Callable[[Any], object]] = {
    "connections": lambda kinds: tuple(PrinterKind(kind) for kind in kinds),
    "print_as": PrintAs,
    "handshake": Handshake,
}
"""Fields that are more than what the file can say; what they are made of has been checked by then."""


def _first_wrong(table: Mapping[str, object]) -> str:
    """What is wrong with a profile's table, empty when nothing is."""
    if unknown := sorted(set(table) - set(FIELDS)):
        return f"unknown field {unknown[0]}"
    wrong = (name for name, fits in FIELDS.items() if not fits(table.get(name)))
    if field := next(wrong, None):
        return f"{field} is {table.get(field)!r}"
    columns, width = table["text_columns"], table["width_dots"]
    assert isinstance(columns, int), "it fitted"
    assert isinstance(width, int), "it fitted"
    is_too_wide = columns * COLUMN_DOTS > width
    return f"text_columns is {columns}, wider than {width} dots" if is_too_wide else ""

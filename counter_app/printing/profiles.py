"""What each model of printer can do: data in ``resources/printers/profiles.toml``, read and checked here."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from counter_app.domain.errors import Fault, FaultCode
from counter_app.domain.printer import PrinterKind, PrinterModel
from resources import resource_path

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

WIDTHS_DOTS = (576, 512, 384)
DRAWER_PINS = (0, 2, 5)
MOST_FEED_LINES = 20


CONNECTIONS = frozenset(kind.value for kind in PrinterKind) - {
    PrinterKind.NONE,
    PrinterKind.SYSTEM,
}

PAGE_MODELS = (
    PrinterModel("a5", "A5", 0, (PrinterKind.SYSTEM, PrinterKind.NONE)),
    PrinterModel("a4", "A4", 0, (PrinterKind.SYSTEM, PrinterKind.NONE)),
)
"""Pages of the system's printer, or of PDF files where there is no printer."""


@dataclass(frozen=True, slots=True)
class PrinterProfile:
    """One model. ``drawer_pin`` is 0 when no drawer is connected to it."""

    name: str
    label: str
    width_dots: int
    has_cutter: bool
    feed_lines: int
    drawer_pin: int
    reads_status: bool
    connections: tuple[PrinterKind, ...]


def read_profiles(path: Path | None = None) -> Mapping[str, PrinterProfile]:
    """All profiles by name. Raises Fault SETTINGS_DAMAGED that names the file, the profile and the field."""
    file = path or resource_path("printers", "profiles.toml")
    try:
        tables = tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise Fault(FaultCode.SETTINGS_DAMAGED, f"{file}: {error}") from error
    return {name: _profile(file, name, table) for name, table in tables.items()}


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
        )
        for profile in read_profiles(path).values()
    )
    return (*rolls, *PAGE_MODELS)


def _profile(file: Path, name: str, table: object) -> PrinterProfile:
    wrong = _first_wrong(table)
    if wrong or not isinstance(table, dict):
        raise Fault(FaultCode.SETTINGS_DAMAGED, f"{file}: profile {name!r}: {wrong}")
    connections = tuple(PrinterKind(kind) for kind in table["connections"])
    return PrinterProfile(name=name, **{**table, "connections": connections})


FIELDS: Mapping[str, Callable[[object], bool]] = {
    "label": lambda value: isinstance(value, str) and bool(value),
    "width_dots": lambda value: type(value) is int and value in WIDTHS_DOTS,
    "has_cutter": lambda value: isinstance(value, bool),
    "feed_lines": lambda value: type(value) is int and 0 <= value <= MOST_FEED_LINES,
    "drawer_pin": lambda value: type(value) is int and value in DRAWER_PINS,
    "reads_status": lambda value: isinstance(value, bool),
    "connections": lambda value: (
        isinstance(value, list) and bool(value) and all(kind in CONNECTIONS for kind in value)
    ),
}
"""Each field of a profile, and what fits it."""


def _first_wrong(table: object) -> str:
    """What is wrong with a profile's table, empty when nothing is."""
    if not isinstance(table, dict):
        return "is not a table"
    if unknown := sorted(set(table) - set(FIELDS)):
        return f"unknown field {unknown[0]}"
    wrong = (name for name, fits in FIELDS.items() if not fits(table.get(name)))
    field = next(wrong, None)
    return f"{field} is {table.get(field)!r}" if field else ""

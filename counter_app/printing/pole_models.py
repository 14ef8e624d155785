"""What each model of two-line display is told: data in ``resources/printers/poles.toml``, read and checked here."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from counter_app.domain.errors import Fault, FaultCode
from counter_app.domain.facing import POLE_CHARACTERS
from resources import resource_path

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

NO_SUCH_CHARACTER = "?"
"""What stands for a character that no display has."""


@dataclass(frozen=True, slots=True)
class PoleModel:
    """The bytes of one model: at opening, before either line, after each, and to clear."""

    name: str
    label: str
    start: bytes
    upper: bytes
    lower: bytes
    after: bytes
    clear: bytes

    def picture(self, upper: str, lower: str) -> bytes:
        """Both lines whole: nothing of the picture before stays, and nothing flickers."""
        return b"".join(
            (self.upper, _twenty(upper), self.after, self.lower, _twenty(lower), self.after)
        )


def read_poles(path: Path | None = None) -> Mapping[str, PoleModel]:
    """All models by name. Raises Fault SETTINGS_DAMAGED that names the file, the model and the field."""
    file = path or resource_path("printers", "poles.toml")
    try:
        tables = tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise Fault(FaultCode.SETTINGS_DAMAGED, f"{file}: {error}") from error
    return {name: _model(file, name, table) for name, table in tables.items()}


def pole_named(name: str, path: Path | None = None) -> PoleModel:
    """One model. Raises Fault SETTINGS_DAMAGED when there is none of that name."""
    models = read_poles(path)
    if name not in models:
        known = ", ".join(sorted(models))
        raise Fault(FaultCode.SETTINGS_DAMAGED, f"no pole display {name!r}; there are: {known}")
    return models[name]


_BYTES = tuple(field.name for field in fields(PoleModel) if field.name not in ("name", "label"))


def _model(file: Path, name: str, table: object) -> PoleModel:
    wrong = _first_wrong(table)
    if wrong or not isinstance(table, dict):
        raise Fault(FaultCode.SETTINGS_DAMAGED, f"{file}: pole display {name!r}: {wrong}")
    return PoleModel(
        name, table["label"], **{field: bytes.fromhex(table[field]) for field in _BYTES}
    )


def _first_wrong(table: object) -> str:
    """What is wrong with a model's table, empty when nothing is."""
    if not isinstance(table, dict):
        return "is not a table"
    if strange := sorted(set(table) ^ {"label", *_BYTES}):
        return f"field {strange[0]} is missing or unknown"
    if not isinstance(table["label"], str) or not table["label"]:
        return "label is no text"
    wrong = next((field for field in _BYTES if not _is_hex(table[field])), None)
    return f"{wrong} is {table[wrong]!r}, and not bytes in hex" if wrong else ""


def _is_hex(written: object) -> bool:
    try:
        return isinstance(written, str) and bytes.fromhex(written) is not None
    except ValueError:
        return False


def _twenty(line: str) -> bytes:
    """Exactly the width of the display, and no byte that would be a command."""
    plain = "".join(
        one if one.isascii() and one.isprintable() else NO_SUCH_CHARACTER for one in line
    )
    return plain[:POLE_CHARACTERS].ljust(POLE_CHARACTERS).encode("ascii")

"""Each cashier's language and look, remembered on this computer. Losing the file costs a key press, no more.

Read before the first window is painted, so with nothing but the standard library.
"""

from __future__ import annotations

import json
import logging
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pathlib import Path

_log = logging.getLogger(__name__)


class Look(NamedTuple):
    """Names of a language and a theme, as ``ui`` knows them."""

    language: str
    theme: str


class ChosenLooks:
    """A file with one look a cashier."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def recall(self, cashier_id: str) -> Look | None:
        """What this cashier chose last; None when never, or when the file cannot be read."""
        return self._read().get(cashier_id)

    def keep(self, cashier_id: str, look: Look) -> None:
        """Remember it. A disk that does not take it is logged: no cashier can do anything about it."""
        looks = {**self._read(), cashier_id: look}
        part = self._path.with_name(self._path.name + ".part")
        try:
            part.write_text(json.dumps(looks, indent=2), encoding="utf-8")
            part.replace(self._path)
        except OSError as error:
            _log.warning("looks not kept: %s", error)

    def _read(self) -> dict[str, Look]:
        try:
            told = json.loads(self._path.read_text(encoding="utf-8"))
            return {str(whose): Look(*map(str, look)) for whose, look in dict(told).items()}
        except FileNotFoundError:
            return {}
        except (OSError, ValueError, TypeError) as error:
            _log.warning("looks not read: %s", error)
            return {}

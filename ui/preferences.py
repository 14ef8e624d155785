"""What each cashier chose: language and look."""

from __future__ import annotations

from typing import NamedTuple, Protocol

from ui.language import Language
from ui.theme import ThemeName


class Preferences(NamedTuple):
    """A cashier's choice."""

    language: Language = Language.ENGLISH
    theme: ThemeName = ThemeName.LIGHT


class PreferenceBook(Protocol):
    """Keeps each cashier's choice. Called on the lookup lane only."""

    def recall(self, cashier_id: str) -> Preferences | None:
        """What this cashier chose last; None when never."""
        ...

    def keep(self, cashier_id: str, preferences: Preferences) -> None:
        """Remember it; it is also the choice of the next sign-in window."""
        ...


class PreferencesOfThisRun:
    """Remembers until the window is closed: for windows without a place to keep things."""

    def __init__(self) -> None:
        self._chosen: dict[str, Preferences] = {}

    def recall(self, cashier_id: str) -> Preferences | None:
        """What this cashier chose since the start."""
        return self._chosen.get(cashier_id)

    def keep(self, cashier_id: str, preferences: Preferences) -> None:
        """Remember it until the end."""
        self._chosen[cashier_id] = preferences

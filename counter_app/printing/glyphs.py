"""Characters our fonts do not have: each is shown as a dotted circle, and named so that a log can tell of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

REPLACEMENT = "\u25cc"
"""The dotted circle: our fonts have it, and no name contains it."""


class Glyphs:
    """What one piece of paper can show. ``missing`` grows as texts are shown."""

    def __init__(self, has_glyph: Callable[[str], bool]) -> None:
        self._has_glyph = has_glyph
        self._known: dict[str, bool] = {}
        self._shown: dict[str, str] = {}

    @property
    def missing(self) -> frozenset[str]:
        """The characters that had to be replaced."""
        return frozenset(character for character, known in self._known.items() if not known)

    def shown(self, text: str) -> str:
        """The text with every character that has no glyph replaced."""
        if text not in self._shown:
            self._shown[text] = "".join(
                character if self._knows(character) else REPLACEMENT for character in text
            )
        return self._shown[text]

    def _knows(self, character: str) -> bool:
        if character not in self._known:
            self._known[character] = self._has_glyph(character)
        return self._known[character]

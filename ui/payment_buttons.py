"""Buttons of two short lines: a word, and below it the key that presses it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize

from ui.theme import GRID_PX
from ui.widgets.buttons import StackedButton
from ui.widgets.labels import Label
from ui.widgets.styling import column, row

if TYPE_CHECKING:
    from collections.abc import Callable


class TallButton(StackedButton):
    """As narrow as its word: five of them stand beside each other in a small window."""

    def __init__(self, pressed: Callable[[], object], *, key: str, stays: bool = False) -> None:
        """``stays`` keeps it down: the tender that is being typed."""
        word, spare = Label("", as_="strong"), QSize(GRID_PX, 0)
        super().__init__(pressed, word, kind="tender", key=key, stays=stays, spare=spare)
        below = row(1, Label(key, as_="key"), 1, gap=0)
        self.stack(column(word, below, gap=0, margins=(1, 1, 1, 1)))

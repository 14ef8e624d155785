"""One of a few: buttons beside each other, each with its key, of which one is down."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout

from ui.theme import GRID_PX
from ui.widgets.buttons import KeyButton
from ui.widgets.styling import role

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

Value = TypeVar("Value")


class _Choices(QFrame):
    chosen = Signal()
    """Another one is down now."""


class ChoiceRow(_Choices, Generic[Value]):
    """Alt+1, Alt+2 ... choose; none is down until one was chosen, or was set by ``choose``."""

    def __init__(self, values: Iterable[Value] = (), *, a_row: int = 3, first_key: int = 1) -> None:
        super().__init__()
        self._a_row, self._first_key = a_row, first_key
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(2 * GRID_PX)
        for place in range(a_row):
            self._grid.setColumnStretch(place, 1)
        self.setLayout(self._grid)
        self.buttons: dict[Value, KeyButton] = {}
        self.value: Value | None = None
        self.offer(values)

    def offer(self, values: Iterable[Value]) -> None:
        """What there is to choose from; a choice that is still there stays."""
        wanted = tuple(values)
        if wanted == tuple(self.buttons):
            return
        for button in self.buttons.values():
            self._grid.removeWidget(button)
            button.setParent(None)
            button.deleteLater()
        self.buttons = {}
        for place, value in enumerate(wanted):
            button = KeyButton(
                self._chooser(value), key=f"Alt+{place + self._first_key}", kind="tender"
            )
            button.setCheckable(True)
            button.setAutoDefault(False)
            self._grid.addWidget(button, place // self._a_row, place % self._a_row)
            button.setVisible(True)  # at once: the layout would show it only after the next event
            self.buttons[value] = button
        self.choose(self.value if self.value in self.buttons else None)

    def choose(self, value: Value | None) -> None:
        """Put one down, or none, without telling."""
        self.value = value
        for each, button in self.buttons.items():
            button.setChecked(each == value)

    def say(self, words: Mapping[Value, str]) -> None:
        """What each is called."""
        for value, button in self.buttons.items():
            button.say(words[value])

    def complain(self, *, is_wrong: bool) -> None:
        """One has to be chosen first."""
        for button in self.buttons.values():
            role(button, wrong="true" if is_wrong else "false")

    def wait(self, *, is_waiting: bool) -> None:
        """While the books are asked, nothing is chosen."""
        for button in self.buttons.values():
            button.setEnabled(not is_waiting)

    def _chooser(self, value: Value) -> Callable[[], None]:
        def choose() -> None:
            self.choose(value)
            self.chosen.emit()

        return choose

"""Buttons that show their key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from ui.icons import icon
from ui.theme import GRID_PX, theme_now
from ui.widgets.labels import IconLabel, Label
from ui.widgets.styling import role, row

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QLayout

_INK_OF_KIND = {"primary": "on_accent", "rail": "on_rail_muted"}
RAIL_ICON_PX = 20
RAIL_LOW_GRID, RAIL_HIGH_GRID = 7, 9


class KeyButton(QPushButton):
    """A button with an icon, its words, and the key that presses it."""

    def __init__(
        self,
        pressed: Callable[[], object],
        *,
        key: str = "",
        icon_name: str = "",
        kind: str = "plain",
        hint: str = "",
    ) -> None:
        """``key`` is a shortcut of the window; ``hint`` shows a key that works without one (Enter)."""
        super().__init__()
        self._icon_name = icon_name
        self._kind = kind
        role(self, kind=kind)
        self._hint = Label(hint or key, as_="key")
        self._hint.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._colour_hint()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 2 * GRID_PX, 0)
        layout.addStretch(1)
        layout.addWidget(self._hint, 0, Qt.AlignmentFlag.AlignVCenter)
        self._hint.setHidden(not self._hint.text())
        self.setMinimumHeight(9 * GRID_PX)
        self.setAutoDefault(True)
        self.clicked.connect(lambda _checked: pressed())
        if key:
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.activated.connect(self.click)
        self._colour_icon()

    def say(self, text: str, accessible_name: str = "") -> None:
        """Set the words; screen readers hear ``accessible_name`` when it is given."""
        self.setText(text)
        self.setAccessibleName(accessible_name or text)
        self.setToolTip("" if text else accessible_name)

    def show_icon(self, name: str) -> None:
        """Another icon."""
        self._icon_name = name
        self._colour_icon()

    def sizeHint(self) -> QSize:
        """Room for words and key."""
        hint = super().sizeHint()
        key_width = self._hint.sizeHint().width() + 3 * GRID_PX if self._hint.text() else 0
        is_key_alone = key_width and not self.text() and not self._icon_name
        words_width = GRID_PX if is_key_alone else hint.width()
        return QSize(words_width + key_width, max(hint.height(), self.minimumHeight()))

    def minimumSizeHint(self) -> QSize:
        """Never cut words or key."""
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        """The theme changed, or it was switched on or off."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._colour_icon()
        elif event.type() is QEvent.Type.EnabledChange:
            self._colour_hint()

    def _colour_hint(self) -> None:
        is_on_accent = self._kind == "primary" and self.isEnabled()
        role(self._hint, type="key_accent" if is_on_accent else "key")

    def _colour_icon(self) -> None:
        if self._icon_name:
            theme = theme_now()
            ink: str = getattr(theme, _INK_OF_KIND.get(self._kind, "text"))
            self.setIcon(icon(self._icon_name, ink, disabled_colour=theme.text_muted))
            self.setIconSize(QSize(5 * GRID_PX, 5 * GRID_PX))


class StackedButton(QPushButton):
    """A word above or below the key that presses it; never narrower than its parts."""

    def __init__(
        self,
        pressed: Callable[[], object],
        word: Label,
        *,
        kind: str,
        key: str,
        stays: bool,
        spare: QSize,
    ) -> None:
        """``stays`` keeps it down; ``spare`` is the room around the parts, in pixels. Then ``stack`` the parts."""
        super().__init__()
        role(self, kind=kind)
        self.setCheckable(stays)
        self._word, self._spare = word, spare
        word.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.setAutoDefault(True)
        self.clicked.connect(lambda _checked: pressed())
        if key:
            QShortcut(QKeySequence(key), self).activated.connect(self.click)

    def stack(self, layout: QLayout) -> None:
        """Lay the parts out; the mouse goes through them to the button."""
        self.setLayout(layout)
        for part in self.findChildren(QLabel):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def say(self, text: str, accessible_name: str = "") -> None:
        """Set the word; screen readers hear ``accessible_name`` when it is given."""
        self._word.setText(text)
        self.setAccessibleName(accessible_name or text)

    def sizeHint(self) -> QSize:
        """What the parts need."""
        layout = self.layout()
        assert layout is not None
        return layout.sizeHint() + self._spare

    def minimumSizeHint(self) -> QSize:
        """Never cut the word."""
        return self.sizeHint()


class RailButton(StackedButton):
    """A place of the left rail: icon, word and key in one row; without the icon where it is compact."""

    def __init__(
        self,
        pressed: Callable[[], object],
        *,
        key: str,
        icon_name: str,
        hint: str = "",
        stays: bool = True,
    ) -> None:
        """``stays`` keeps it down: the place one is at."""
        word, spare = Label(""), QSize(2 * GRID_PX, 2 * GRID_PX)
        super().__init__(pressed, word, kind="rail", key=key, stays=stays, spare=spare)
        self._picture = IconLabel(icon_name, "on_rail", RAIL_ICON_PX)
        self._shown_key = hint or key
        self._key = Label(self._shown_key, as_="key")
        word.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.stack(row(self._picture, word, 1, self._key, gap=1, margins=(1, 0, 1, 0)))
        self.toggled.connect(lambda is_here: role(word, type="here" if is_here else "body"))

    def make_compact(self, *, is_compact: bool, said_above: str = "") -> None:
        """No icon, a lower row, and of the key what does not stand above it."""
        shown = self._shown_key
        self._key.setText(shown.removeprefix(said_above) if is_compact else shown)
        self._picture.setHidden(is_compact)
        self.setMinimumHeight((RAIL_LOW_GRID if is_compact else RAIL_HIGH_GRID) * GRID_PX)


def named(widget: QWidget, name: str) -> None:
    """What a screen reader says of it."""
    widget.setAccessibleName(name)

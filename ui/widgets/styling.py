"""Roles for the style sheet, and boxes on the spacing grid."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from ui.theme import GRID_PX

if TYPE_CHECKING:
    from collections.abc import Iterable


def role(widget: QWidget, **roles: str) -> None:
    """Give a widget its roles (see ``resources/styles/counter.qss``) and repaint it if they changed."""
    changed = [name for name, value in roles.items() if widget.property(name) != value]
    for name in changed:
        widget.setProperty(name, roles[name])
    if changed and widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        style = widget.style()
        for each in (widget, *widget.findChildren(QWidget)):
            style.unpolish(each)
            style.polish(each)


def spaced(layout: QBoxLayout, steps: int, margins: tuple[int, int, int, int]) -> None:
    """Set spacing and margins (left, top, right, bottom) in steps of the grid."""
    layout.setSpacing(steps * GRID_PX)
    layout.setContentsMargins(*(margin * GRID_PX for margin in margins))


def column(
    *parts: QWidget | QLayout | int, gap: int = 2, margins: tuple[int, int, int, int] = (0, 0, 0, 0)
) -> QVBoxLayout:
    """Parts one below the other; a number is a stretch. Distances in steps of the grid."""
    layout = QVBoxLayout()
    _fill(layout, parts)
    spaced(layout, gap, margins)
    return layout


def row(
    *parts: QWidget | QLayout | int, gap: int = 2, margins: tuple[int, int, int, int] = (0, 0, 0, 0)
) -> QHBoxLayout:
    """Parts beside each other; a number is a stretch. Distances in steps of the grid."""
    layout = QHBoxLayout()
    _fill(layout, parts)
    spaced(layout, gap, margins)
    return layout


def _fill(layout: QBoxLayout, parts: Iterable[QWidget | QLayout | int]) -> None:
    for part in parts:
        if isinstance(part, int):
            layout.addStretch(part)
        elif isinstance(part, QWidget):
            layout.addWidget(part)
        else:
            layout.addLayout(part)


def framed(layout: QLayout, **roles: str) -> QFrame:
    """A frame with a role around a layout."""
    frame = QFrame()
    role(frame, **roles)
    frame.setLayout(layout)
    return frame


def rule() -> QFrame:
    """A hairline across."""
    line = QFrame()
    role(line, ground="rule")
    line.setFixedHeight(1)
    return line

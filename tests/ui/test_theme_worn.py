"""A theme is put on once: each time costs the styling of every widget there is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QLabel

from ui.theme import ThemeName, theme_name, wear

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot


class Watched(QLabel):
    """Counts how often it is styled anew."""

    styled = 0

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.StyleChange:
            self.styled += 1
        super().changeEvent(event)


def test_a_theme_that_is_worn_is_not_put_on_again_and_another_one_is(
    dressed: QApplication, qtbot: QtBot
) -> None:
    wear(dressed, ThemeName.LIGHT)
    watched = Watched()
    qtbot.addWidget(watched)
    watched.show()
    before = watched.styled
    wear(dressed, ThemeName.LIGHT)
    assert watched.styled == before
    wear(dressed, ThemeName.DARK)
    assert watched.styled > before
    assert theme_name() is ThemeName.DARK
    wear(dressed, ThemeName.LIGHT)
    assert theme_name() is ThemeName.LIGHT

"""The application object: fonts, look and language, before any window."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from ui.language import speak
from ui.theme import body_font, choose, load_fonts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.preferences import Preferences


def make_application(arguments: Sequence[str], preferences: Preferences) -> QApplication:
    """Qt with our font, palette and language. Call once, before the first window, which puts the look on.

    Raises RuntimeError when the package is broken.
    """
    gc.disable()  # until the first window is there: worth 10 ms; ``GarbageRounds`` collects from then on
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(
        Qt.HighDpiScaleFactorRoundingPolicy.PassThrough
    )
    app = QApplication(list(arguments))
    dress(app, preferences)
    return app


def dress(app: QApplication, preferences: Preferences) -> None:
    """Names, font, palette and language of an application there is already."""
    app.setApplicationName("KESCO Counter")
    app.setApplicationDisplayName("KESCO Counter")
    app.setOrganizationName("KESCO")
    load_fonts()
    app.setFont(body_font())
    choose(app, preferences.theme)
    speak(app, preferences.language)

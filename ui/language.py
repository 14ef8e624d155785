"""Hindi and English, switched while the program runs."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QTranslator

from resources import translation_path

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

_TRANSLATOR_NAME = "counter_language"


class Language(StrEnum):
    """What the screens speak."""

    ENGLISH = "en"
    HINDI = "hi"

    @property
    def other(self) -> Language:
        """The other one, for a key that goes there and back."""
        return Language.ENGLISH if self is Language.HINDI else Language.HINDI


def speak(app: QApplication, language: Language) -> None:
    """Switch every open window. Raises RuntimeError when the translation is missing: the package is broken."""
    for old in app.findChildren(QTranslator, _TRANSLATOR_NAME):
        app.removeTranslator(old)
        old.setParent(None)
        old.deleteLater()
    if language is Language.ENGLISH:
        return
    translator = QTranslator(app)
    translator.setObjectName(_TRANSLATOR_NAME)
    if not translator.load(str(translation_path(language))):
        message = f"translation {language} cannot be loaded"
        raise RuntimeError(message)
    app.installTranslator(translator)


def language_now() -> Language:
    """What is spoken now."""
    app = QCoreApplication.instance()
    if app is not None and app.findChildren(QTranslator, _TRANSLATOR_NAME):
        return Language.HINDI
    return Language.ENGLISH


def in_language(english: str, hindi: str) -> str:
    """A name in the language spoken, in the other one when it is missing."""
    first, second = (hindi, english) if language_now() is Language.HINDI else (english, hindi)
    return first or second

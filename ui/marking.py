"""Marks a sentence for the translators without translating it yet."""

from __future__ import annotations


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """The text itself. The name is what ``pyside6-lupdate`` looks for; Qt's own is typed ``object``."""
    del context
    return text

"""Fonts, icons, styles, translations and printer profiles: where each file lies, in a checkout and in a package."""

from __future__ import annotations

from pathlib import Path

FONT_FAMILY = "Counter Deva"
"""Noto Sans Devanagari 2.006 under a private name, so that no installed namesake can take its place."""

_HERE = Path(__file__).parent

FONT_STYLES = ("Regular", "SemiBold", "Bold")


def resource_path(*parts: str) -> Path:
    """The file of a resource, in a checkout and in a package (which is always unpacked).

    Not by ``importlib.resources``: importing that costs 5 ms before the first window.
    """
    return _HERE.joinpath(*parts)


def font_path(style: str) -> Path:
    """The font file of a style: Regular, SemiBold or Bold."""
    return resource_path("fonts", f"CounterDeva-{style}.ttf")


def icon_path(name: str) -> Path:
    """The SVG of an icon: 24 px grid, strokes of 1.75 in ``currentColor``."""
    return resource_path("icons", f"{name}.svg")


def style_template() -> str:
    """The style sheet with ``$tokens`` to be filled by a theme."""
    return resource_path("styles", "counter.qss").read_text(encoding="utf-8")


def translation_path(language: str) -> Path:
    """The compiled translation into a language (``hi``)."""
    return resource_path("translations", f"counter_{language}.qm")

"""The look: colours, type scale and spacing of three themes, as palette and style sheet on Fusion.

Every colour is a token; ``TEXT_PAIRS`` lists which token is read on which, and a test holds each pair to 4.5:1.
"""

from __future__ import annotations

from enum import StrEnum
from string import Template
from typing import NamedTuple

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from resources import FONT_FAMILY, font_path, style_template

BODY_PT = 11
HEADING_PT = 13
TITLE_PT = 18
AMOUNT_PT = 28
FIGURE_PT = 36
GRID_PX = 4
"""Distances are multiples of this; 8 is the usual one."""

_THEME_PROPERTY = "counter_theme"
_FUSION_PROPERTY = "counter_fusion"
_STYLES_SHOWN = ("Regular", "SemiBold")
"""The weights the screens use; Bold is for paper and not loaded here."""


class ThemeName(StrEnum):
    """Which look."""

    LIGHT = "light"
    DARK = "dark"
    HIGH_CONTRAST = "high_contrast"

    @property
    def following(self) -> ThemeName:
        """The next one, for a key that goes round."""
        names = list(ThemeName)
        return names[(names.index(self) + 1) % len(names)]


class Theme(NamedTuple):
    """Colours as ``#RRGGBB``; widths in px. ``soft`` colours are grounds, ``on_`` colours are read on them.

    A named tuple, since a dataclass of so many fields takes 3 ms to make before the first window.
    """

    canvas: str
    surface: str
    sunken: str
    line: str
    line_strong: str
    text: str
    text_muted: str
    accent: str
    accent_hover: str
    accent_pressed: str
    on_accent: str
    accent_soft: str
    on_accent_soft: str
    rail: str
    on_rail: str
    on_rail_muted: str
    rail_selected: str
    positive: str
    positive_soft: str
    on_positive_soft: str
    caution: str
    caution_soft: str
    on_caution_soft: str
    negative: str
    negative_soft: str
    on_negative_soft: str
    focus: str
    border_px: int = 1
    focus_px: int = 2
    soft_line_px: int = 0
    """The border around soft grounds: only high contrast needs one."""


LIGHT = Theme(
    canvas="#F1F4F6", surface="#FFFFFF", sunken="#E7ECF0", line="#D5DDE3", line_strong="#71818E",
    text="#13212C", text_muted="#4A5A67",
    accent="#0B5A83", accent_hover="#084A6C", accent_pressed="#063A55", on_accent="#FFFFFF",
    accent_soft="#DDECF4", on_accent_soft="#0A4668",
    rail="#0F2F3E", on_rail="#EAF3F7", on_rail_muted="#A9C4D1", rail_selected="#1F4B60",
    positive="#14693B", positive_soft="#DFF2E6", on_positive_soft="#0F5230",
    caution="#875100", caution_soft="#FDF0D5", on_caution_soft="#6B4000",
    negative="#B3261E", negative_soft="#FBE5E3", on_negative_soft="#8C1D18",
    focus="#D45F00",
)  # fmt: skip

DARK = Theme(
    canvas="#10161B", surface="#182027", sunken="#0C1115", line="#2D3943", line_strong="#7C8B97",
    text="#E9EFF3", text_muted="#A8B6C1",
    accent="#79C0E8", accent_hover="#97D0F0", accent_pressed="#B5DEF5", on_accent="#04202F",
    accent_soft="#17384A", on_accent_soft="#C4E6F8",
    rail="#0A1116", on_rail="#E1EBF1", on_rail_muted="#9DB3C0", rail_selected="#1C3645",
    positive="#6FCF97", positive_soft="#12321F", on_positive_soft="#B4EBC9",
    caution="#F2B84B", caution_soft="#3A2A08", on_caution_soft="#FBDDA0",
    negative="#FF9B93", negative_soft="#40140F", on_negative_soft="#FFD0CB",
    focus="#FFB454",
)  # fmt: skip

HIGH_CONTRAST = Theme(
    canvas="#000000", surface="#000000", sunken="#000000", line="#FFFFFF", line_strong="#FFFFFF",
    text="#FFFFFF", text_muted="#FFFFFF",
    accent="#FFE600", accent_hover="#FFF27A", accent_pressed="#FFFFFF", on_accent="#000000",
    accent_soft="#000000", on_accent_soft="#FFE600",
    rail="#000000", on_rail="#FFFFFF", on_rail_muted="#FFFFFF", rail_selected="#333300",
    positive="#6BFF9C", positive_soft="#000000", on_positive_soft="#6BFF9C",
    caution="#FFD54A", caution_soft="#000000", on_caution_soft="#FFD54A",
    negative="#FF9A90", negative_soft="#000000", on_negative_soft="#FF9A90",
    focus="#00E5FF", border_px=2, focus_px=4, soft_line_px=2,
)  # fmt: skip

THEMES = {
    ThemeName.LIGHT: LIGHT,
    ThemeName.DARK: DARK,
    ThemeName.HIGH_CONTRAST: HIGH_CONTRAST,
}

TEXT_PAIRS: tuple[tuple[str, str], ...] = (
    *((read, ground) for read in ("text", "text_muted") for ground in ("canvas", "surface", "sunken")),
    *(("on_accent", ground) for ground in ("accent", "accent_hover", "accent_pressed")),
    *((read, "surface") for read in ("accent", "positive", "caution", "negative")),
    *((read, "canvas") for read in ("accent", "positive", "caution", "negative")),
    *((f"on_{soft}", soft) for soft in ("accent_soft", "positive_soft", "caution_soft", "negative_soft")),
    *((read, ground) for read in ("on_rail", "on_rail_muted") for ground in ("rail", "rail_selected")),
)  # fmt: skip
"""(token read, token behind it): every pair the style sheet and the painters use."""

MARK_PAIRS: tuple[tuple[str, str], ...] = (
    *(("line_strong", ground) for ground in ("surface", "canvas")),
    *(("focus", ground) for ground in ("surface", "canvas", "rail")),
)
"""(border or ring, ground): 3:1 is asked of these (WCAG 2.2, 1.4.11)."""


QR_DARK, QR_LIGHT = "#000000", "#FFFFFF"
"""A QR code is black on white in every theme: phones look for dark on light."""


def load_fonts() -> None:
    """Give Qt our font. Raises RuntimeError when a file is missing: the package is broken."""
    for style in _STYLES_SHOWN:
        if QFontDatabase.addApplicationFont(str(font_path(style))) < 0:
            message = f"font style {style} cannot be loaded"
            raise RuntimeError(message)


def body_font() -> QFont:
    """The font of plain text; others differ by size and weight only."""
    font = QFont(FONT_FAMILY, BODY_PT)
    font.setHintingPreference(QFont.HintingPreference.PreferVerticalHinting)
    return font


def choose(app: QApplication, name: ThemeName) -> None:
    """Fusion and the palette of a theme; the style sheet comes with ``wear``.

    A style sheet that is there before the first window costs 15 ms: every widget is styled anew each time
    it is put into another.
    """
    if not app.property(_FUSION_PROPERTY):  # under a style sheet the style does not tell its name
        app.setStyle(QStyleFactory.create("Fusion"))
        app.setProperty(_FUSION_PROPERTY, "on")
    app.setProperty(_THEME_PROPERTY, str(name))
    app.setPalette(palette_of(THEMES[name]))


def wear(app: QApplication, name: ThemeName) -> None:
    """Put a theme on, whole: once the first window is built, and whenever the cashier asks for another."""
    sheet = style_sheet(THEMES[name])
    if theme_name() is name and app.styleSheet() == sheet:
        return  # worn already: to say it again styles every widget anew
    choose(app, name)
    app.setStyleSheet(sheet)


def theme_name() -> ThemeName:
    """The theme in use."""
    app = QApplication.instance()
    worn = app.property(_THEME_PROPERTY) if app is not None else None
    return ThemeName(worn) if worn else ThemeName.LIGHT


def theme_now() -> Theme:
    """The colours in use, for what paints itself."""
    return THEMES[theme_name()]


def style_sheet(theme: Theme) -> str:
    """The template of ``resources/styles`` with this theme's tokens, the type scale and widths filled in."""
    tokens: dict[str, object] = theme._asdict()
    thicker = theme.focus_px - theme.border_px
    return Template(style_template()).substitute(
        tokens,
        body_pt=BODY_PT,
        heading_pt=HEADING_PT,
        title_pt=TITLE_PT,
        amount_pt=AMOUNT_PT,
        figure_pt=FIGURE_PT,
        pad_v=2 * GRID_PX - theme.border_px,
        pad_h=3 * GRID_PX - theme.border_px,
        pad_v_focus=2 * GRID_PX - theme.border_px - thicker,
        pad_h_focus=3 * GRID_PX - theme.border_px - thicker,
    )


def palette_of(theme: Theme) -> QPalette:
    """The same colours for what Fusion paints without a style rule."""
    role = QPalette.ColorRole
    colours = {
        role.Window: theme.canvas,
        role.WindowText: theme.text,
        role.Base: theme.surface,
        role.AlternateBase: theme.sunken,
        role.Text: theme.text,
        role.PlaceholderText: theme.text_muted,
        role.Button: theme.surface,
        role.ButtonText: theme.text,
        role.ToolTipBase: theme.surface,
        role.ToolTipText: theme.text,
        role.Highlight: theme.accent,
        role.HighlightedText: theme.on_accent,
        role.Link: theme.accent,
    }
    palette = QPalette()
    for each, colour in colours.items():
        palette.setColor(each, QColor(colour))
    for each in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, each, QColor(theme.text_muted))
    return palette

"""The look: legible in every theme, dense enough, and never cut off at the sizes there are."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF, QRawFont
from PySide6.QtWidgets import QPushButton, QScrollArea

from resources import FONT_FAMILY, FONT_STYLES, font_path, icon_path, resource_path
from tests.ui.consumers import ARREARS, ORDINARY
from tests.ui.contrast import contrast
from ui import theme
from ui.language import Language, speak
from ui.preferences import Preferences
from ui.theme import MARK_PAIRS, TEXT_PAIRS, THEMES, ThemeName, style_sheet
from ui.workroom import Place

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from tests.ui.hands import Hands

LEAST_FOR_TEXT = 4.5
LEAST_FOR_MARKS = 3.0
SIZES = [(1366, 768), (1024, 600)]


def scrolls(hands: Hands) -> list[QScrollArea]:
    """What does not fit."""
    areas = hands.screen.findChildren(QScrollArea)
    return [area for area in areas if area.isVisible() and area.verticalScrollBar().maximum()]


@pytest.mark.parametrize("name", ThemeName)
def test_every_text_stands_out_from_its_ground(name: ThemeName) -> None:
    worn = THEMES[name]
    weak = {
        (read, ground): round(contrast(getattr(worn, read), getattr(worn, ground)), 2)
        for read, ground in TEXT_PAIRS
        if contrast(getattr(worn, read), getattr(worn, ground)) < LEAST_FOR_TEXT
    }
    assert weak == {}


@pytest.mark.parametrize("name", ThemeName)
def test_every_border_and_focus_ring_can_be_seen(name: ThemeName) -> None:
    worn = THEMES[name]
    weak = [
        (mark, ground)
        for mark, ground in MARK_PAIRS
        if contrast(getattr(worn, mark), getattr(worn, ground)) < LEAST_FOR_MARKS
    ]
    assert weak == []


def test_high_contrast_has_wide_borders_and_a_wider_focus() -> None:
    worn = THEMES[ThemeName.HIGH_CONTRAST]
    assert (worn.border_px, worn.focus_px) == (2, 4)
    assert contrast(worn.text, worn.canvas) == pytest.approx(21.0)


@pytest.mark.parametrize("name", ThemeName)
def test_the_style_sheet_uses_colours_of_the_theme_only(name: ThemeName) -> None:
    template = resource_path("styles", "counter.qss").read_text(encoding="utf-8")
    assert re.findall(r"#[0-9A-Fa-f]{6}\b", template) == []
    assert "$" not in style_sheet(THEMES[name])


def test_whatever_can_have_the_focus_shows_it() -> None:
    sheet = style_sheet(theme.LIGHT)
    for widget in ("QLineEdit", "QComboBox", "QPushButton", "QTableView"):
        assert re.search(rf"{widget}:focus[^{{]*\{{[^}}]*{theme.LIGHT.focus}", sheet), widget


def test_type_is_large_enough() -> None:
    assert theme.BODY_PT >= 11
    assert theme.AMOUNT_PT >= 28
    assert min(int(pt) for pt in re.findall(r"font-size: (\d+)pt", style_sheet(theme.LIGHT))) >= 11


@pytest.mark.parametrize("style", FONT_STYLES)
def test_figures_stand_in_columns(dressed: QApplication, style: str) -> None:
    raw = QRawFont(str(font_path(style)), 20)
    for digits in ("0123456789", "०१२३४५६७८९"):
        widths = {
            advance.x()
            for advance in raw.advancesForGlyphIndexes(raw.glyphIndexesForString(digits))
        }
        assert len(widths) == 1


@pytest.mark.parametrize("style", FONT_STYLES)
def test_the_font_has_every_letter_the_counter_needs(dressed: QApplication, style: str) -> None:
    raw = QRawFont(str(font_path(style)), 20)
    hindi = resource_path("translations", "counter_hi.ts").read_text(encoding="utf-8")
    assert [
        letter for letter in {*hindi, *"₹–−…·“”"} - {"\n"} if not raw.supportsCharacter(ord(letter))
    ] == []


def test_semibold_is_ours_too(dressed: QApplication) -> None:
    widths = {
        QFontMetricsF(QFont(FONT_FAMILY, 20, weight)).horizontalAdvance("जमा धनराशि Amount")
        for weight in (QFont.Weight.Normal, QFont.Weight.DemiBold)
    }
    assert len(widths) == 2


def test_icons_are_drawn_on_one_grid_with_one_stroke() -> None:
    drawings = sorted(resource_path("icons").glob("*.svg"))
    assert len(drawings) >= 20
    for drawing in drawings:
        text = drawing.read_text(encoding="utf-8")
        assert 'viewBox="0 0 24 24"' in text, drawing.name
        assert 'stroke-width="1.75"' in text, drawing.name
        assert "currentColor" in text, drawing.name


def test_every_icon_is_used() -> None:
    sources = "".join(
        path.read_text(encoding="utf-8") for path in resource_path("..", "ui").rglob("*.py")
    )
    unused = [
        icon.stem
        for icon in resource_path("icons").glob("*.svg")
        if f'"{icon.stem}"' not in sources
    ]
    assert unused == []
    assert icon_path("tick").exists()


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("size", SIZES)
def test_a_payment_fits_without_scrolling(
    hands: Hands, dressed: QApplication, size: tuple[int, int], language: Language
) -> None:
    speak(dressed, language)
    hands.window.resize(*size)
    hands.scan(ORDINARY)
    hands.qtbot.waitUntil(lambda: hands.screen.is_paying)
    for key in (Qt.Key.Key_F3, Qt.Key.Key_F4):
        hands.press(key)
        hands.qtbot.waitUntil(lambda: scrolls(hands) == [])
    assert (hands.window.width(), hands.window.height()) == size


def test_a_card_with_all_its_problems_fits_a_usual_screen(hands: Hands) -> None:
    hands.window.resize(*SIZES[0])
    hands.open(ARREARS)
    hands.press(Qt.Key.Key_F4)
    hands.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    hands.qtbot.waitUntil(lambda: scrolls(hands) == [])


@pytest.mark.parametrize("language", Language)
def test_no_word_of_a_button_is_cut_off_on_a_field_laptop(
    hands: Hands, dressed: QApplication, language: Language
) -> None:
    speak(dressed, language)
    hands.window.resize(*SIZES[1])
    for place in Place:
        hands.room.go(place)
        assert hands.room.screen_of(place).isVisible()
        for button in hands.window.findChildren(QPushButton):
            if button.isVisible():
                assert button.width() >= button.minimumSizeHint().width(), button.accessibleName()
                assert hands.window.rect().contains(
                    button.mapTo(hands.window, button.rect().bottomRight())
                )
    assert hands.window.size().toTuple() == SIZES[1], "no place makes the window grow"


def test_the_window_takes_a_screen_at_twice_the_scale(hands: Hands) -> None:
    """1366 x 768 at 150 % leaves 910 x 512; the least window is smaller."""
    assert hands.window.minimumSizeHint().width() <= 910
    hands.window.resize(910, 512)
    hands.qtbot.waitUntil(lambda: hands.window.width() == 910)


def test_the_themes_go_round_with_f11_and_icons_follow(hands: Hands) -> None:
    seen = [hands.window.preferences.theme]
    for _ in ThemeName:
        hands.press(Qt.Key.Key_F11)
        seen.append(hands.window.preferences.theme)
    assert seen == [*ThemeName, ThemeName.LIGHT]


def test_the_window_can_be_dressed_while_a_payment_is_typed(hands: Hands) -> None:
    hands.open(ORDINARY)
    hands.type("700")
    hands.window.prefer(Preferences(Language.HINDI, ThemeName.DARK))
    assert hands.text == "700"
    hands.wait_for("जमा की जाने वाली राशि")
    assert hands.screen.tender.figure.text() == "₹\u00a0700.00"


def test_a_form_by_card_keeps_its_kind_through_a_change_of_language(hands: Hands) -> None:
    hands.open(ORDINARY)
    hands.press(Qt.Key.Key_F4)
    hands.press(Qt.Key.Key_F12)
    hands.wait_for("कार्ड नेटवर्क")
    assert hands.screen.tender.card_button.isChecked()

"""Every control has a name for those who hear the screen, and a way to it by the keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLineEdit,
    QTableView,
    QWidget,
)

from tests.ui.consumers import ORDINARY
from tests.ui.fake_desk import FakeCounter
from tests.ui.hands import Hands, a_window
from ui.language import Language, speak
from ui.workroom import Place

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

CONTROLS = (QLineEdit, QAbstractButton, QComboBox, QTableView)
INSIDE_OF_OTHERS = ("QTableCornerButton", "QComboBoxPrivateContainer", "QComboBoxListView")


def controls(window: QWidget) -> list[QWidget]:
    return [
        widget
        for widget in window.findChildren(QWidget)
        if isinstance(widget, CONTROLS)
        and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        and widget.metaObject().className() not in INSIDE_OF_OTHERS
    ]


@pytest.mark.parametrize("language", Language)
def test_every_control_has_a_name(hands: Hands, language: Language, dressed: QApplication) -> None:
    for place in Place:
        hands.room.screen_of(place)
    speak(dressed, language)
    hands.open_in_any_language(ORDINARY)
    found = controls(hands.window)
    assert len(found) >= 40
    assert [widget for widget in found if not widget.accessibleName().strip()] == []


def test_lists_and_screens_have_names_too(hands: Hands) -> None:
    for place in Place:
        assert hands.room.screen_of(place).accessibleName()


def test_what_is_wrong_with_a_field_is_heard_there(hands: Hands) -> None:
    hands.open(ORDINARY)
    hands.type("12x")
    hands.enter()
    assert "is not an amount" in hands.at.accessibleDescription()


def test_tab_goes_through_the_slip_in_the_order_it_is_read(hands: Hands) -> None:
    hands.open(ORDINARY)
    hands.press(Qt.Key.Key_F4)
    passed = [hands.where]
    for _ in range(8):
        hands.press(Qt.Key.Key_Tab)
        passed.append(hands.where)
    assert passed == [
        "Card network", "Last 4 digits", "Approval code", "RRN (12 digits)", "MID", "TID", "Batch", "Invoice",
        "Take payment",
    ]  # fmt: skip


def test_every_place_has_its_key(hands: Hands) -> None:
    for key, place in (
        (Qt.Key.Key_F7, Place.RECEIPTS),
        (Qt.Key.Key_F8, Place.OUTBOX),
        (Qt.Key.Key_F9, Place.DAY_REPORT),
        (Qt.Key.Key_F6, Place.PAYMENT),
    ):
        hands.go(place, key)
        assert hands.room.screen_of(place).isVisible()


def test_coming_back_to_a_half_typed_payment_finds_it_as_it_was(hands: Hands) -> None:
    hands.open(ORDINARY)
    hands.type("700")
    hands.go(Place.RECEIPTS, Qt.Key.Key_F7)
    hands.go(Place.PAYMENT, Qt.Key.Key_F6)
    hands.wait_for("Amount to pay")
    assert hands.text == "700"


def test_a_scan_in_another_place_comes_to_the_payment(hands: Hands) -> None:
    hands.go(Place.RECEIPTS, Qt.Key.Key_F7)
    hands.open(ORDINARY)
    assert hands.room.place is Place.PAYMENT


def test_enter_presses_the_button_that_has_the_focus(qtbot: QtBot) -> None:
    counter = FakeCounter()
    window = a_window(qtbot, counter)
    hands = Hands(qtbot, window)
    hands.type("C101")
    hands.press(Qt.Key.Key_Tab)
    hands.type("4711")
    hands.press(Qt.Key.Key_Tab)
    assert hands.where == "Sign in"
    hands.enter()
    hands.wait_for("Find consumer")
    window.close()

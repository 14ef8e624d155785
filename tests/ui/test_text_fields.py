"""No text field of any screen ever holds a card number."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from tests.ui.consumers import ORDINARY
from ui.widgets.text_field import TextField
from ui.workroom import Place

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.ui.hands import Hands

CARD_NUMBERS = [
    "4111111111111111",
    "5105 1051 0510 5100",
    "3782-822463-10005",
    "४१११११११११११११११",
    "6011000990139424",
]
OTHER_NUMBERS = [
    "7412036985",
    "632711004512",
    "261100741203",
    "000000000000000000",
    "1234567890123456",
]


@pytest.fixture
def field(qtbot: QtBot, dressed: QApplication) -> TextField:
    field = TextField()
    qtbot.addWidget(field)
    field.show()
    return field


@pytest.mark.parametrize("number", CARD_NUMBERS)
def test_typing_one_wipes_the_field_and_says_so(
    qtbot: QtBot, field: TextField, number: str
) -> None:
    seen: list[str] = []
    field.textChanged.connect(seen.append)
    with qtbot.waitSignal(field.card_number_refused):
        for digit in number:
            event = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, digit)
            QApplication.sendEvent(field, event)
    qtbot.waitUntil(lambda: field.text() == "")
    assert number not in seen


@pytest.mark.parametrize("number", CARD_NUMBERS)
def test_pasting_one_is_refused_whole(qtbot: QtBot, field: TextField, number: str) -> None:
    QApplication.clipboard().setText(f"card {number}")
    with qtbot.waitSignal(field.card_number_refused):
        QTest.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert field.text() == ""


@pytest.mark.parametrize("number", OTHER_NUMBERS)
def test_numbers_of_the_trade_are_let_in(field: TextField, number: str) -> None:
    QTest.keyClicks(field, number)
    assert field.text() == number


def test_the_program_cannot_fill_one_in_either(field: TextField) -> None:
    field.fill("4111 1111 1111 1111")
    assert field.text() == ""


def test_undo_does_not_bring_its_beginning_back(qtbot: QtBot, field: TextField) -> None:
    with qtbot.waitSignal(field.card_number_refused):
        QTest.keyClicks(field, "4111111111111111")
    QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert field.text() == ""


def test_every_text_field_of_every_screen_is_guarded(hands: Hands) -> None:
    for place in Place:
        hands.room.screen_of(place)
    hands.open(ORDINARY)
    fields = hands.window.findChildren(QLineEdit)
    assert len(fields) >= 12
    assert [field for field in fields if not isinstance(field, TextField)] == []
    assert hands.window.findChildren(QPlainTextEdit) == []
    assert hands.window.findChildren(QTextEdit) == []


def test_every_text_field_of_every_screen_refuses_one(hands: Hands, qtbot: QtBot) -> None:
    for field in hands.window.findChildren(TextField):
        if not field.isEnabled():
            continue
        with qtbot.waitSignal(field.card_number_refused):
            field.insert("4111111111111111")
        assert field.text() == "", field.accessibleName()


def test_there_are_no_editable_lists(hands: Hands) -> None:
    editable = [w for w in hands.window.findChildren(QWidget) if w.property("editable") is True]
    assert editable == []

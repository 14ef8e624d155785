"""A scanner is told from typing by the times at which its keys were pressed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from ui.scanner import ScanFilter, is_receipt_code

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

PLAIN = Qt.KeyboardModifier.NoModifier


class Field:
    """A field with the filter before it, and keys at chosen times."""

    def __init__(self, qtbot: QtBot, app: QApplication) -> None:
        self.field = QLineEdit()
        qtbot.addWidget(self.field)
        self.field.show()
        self.field.activateWindow()
        qtbot.waitUntil(self.field.hasFocus)
        self.filter = ScanFilter(self.field)
        self.filter.watch(app)
        self.scans: list[str] = []
        self.filter.scanned.connect(self.scans.append)
        self.now_ms = 0

    def keys(self, text: str, gap_ms: int, *, modifiers: Qt.KeyboardModifier = PLAIN) -> None:
        for letter in text:
            self.now_ms += gap_ms
            key = Qt.Key.Key_Return if letter == "\r" else Qt.Key.Key_A
            event = QKeyEvent(QEvent.Type.KeyPress, key, modifiers, letter)
            event.setTimestamp(self.now_ms)
            QCoreApplication.sendEvent(self.field, event)


@pytest.fixture
def field(qtbot: QtBot, dressed: QApplication) -> Field:
    return Field(qtbot, dressed)


def test_a_burst_with_enter_is_one_scan_and_no_typing(field: Field) -> None:
    field.keys("7412036985\r", 12)
    assert field.scans == ["7412036985"]
    assert field.field.text() == ""


def test_typing_stays_typing(field: Field, qtbot: QtBot) -> None:
    field.keys("7412036985\r", 110)
    qtbot.waitUntil(lambda: field.field.text() == "7412036985")
    assert field.scans == []


def test_keys_that_waited_behind_a_busy_window_are_judged_by_when_they_were_pressed(
    field: Field, qtbot: QtBot
) -> None:
    field.keys("74120369\r", 120)  # all delivered at once, pressed slowly
    qtbot.waitUntil(lambda: field.field.text() == "74120369")
    assert field.scans == []


def test_a_hindi_layout_scans_the_same_number(field: Field) -> None:
    field.keys("७४१२०३६९८५\r", 12)
    assert field.scans == ["7412036985"]


def test_what_was_typed_before_and_after_a_scan_stays(field: Field, qtbot: QtBot) -> None:
    field.keys("741203", 120)
    field.now_ms += 500
    field.keys("7412036985\r", 12)
    field.now_ms += 500
    field.keys("99", 120)
    qtbot.waitUntil(lambda: field.field.text() == "74120399")
    assert field.scans == ["7412036985"]


def test_a_burst_too_short_for_a_number_is_typing(field: Field, qtbot: QtBot) -> None:
    field.keys("12345\r", 12)
    assert field.field.text() == "12345"
    assert field.scans == []


def test_a_burst_without_an_end_is_given_back(field: Field, qtbot: QtBot) -> None:
    field.keys("74120369", 12)
    assert field.field.text() == ""
    qtbot.waitUntil(lambda: field.field.text() == "74120369")


def test_command_keys_are_never_part_of_a_scan(field: Field) -> None:
    field.keys("741203", 12)
    field.keys("a", 12, modifiers=Qt.KeyboardModifier.AltModifier)
    assert field.field.text().startswith("741203")
    assert field.scans == []


CODE = "1" + "0123456789" * 27


def test_shift_between_the_letters_of_a_scan_is_no_key_of_it(field: Field) -> None:
    field.keys("https", 12)
    for key, text in ((Qt.Key.Key_Shift, ""), (Qt.Key.Key_Colon, ":"), (Qt.Key.Key_AltGr, "")):
        field.now_ms += 12
        event = QKeyEvent(QEvent.Type.KeyPress, key, PLAIN, text)
        event.setTimestamp(field.now_ms)
        QCoreApplication.sendEvent(field.field, event)
    field.keys(f"//kesco.in/r{CODE}\r", 12)
    assert field.scans == [f"https://kesco.in/r{CODE}"]
    assert field.field.text() == ""


def test_a_long_code_is_a_scan_without_an_enter(field: Field, qtbot: QtBot) -> None:
    field.keys(CODE, 12)
    qtbot.waitUntil(lambda: field.scans == [CODE])
    assert field.field.text() == ""


def test_a_scanner_may_pause_within_a_long_code_but_not_at_its_beginning(
    field: Field, qtbot: QtBot
) -> None:
    field.keys(CODE[:30], 12)
    field.now_ms += 150
    field.keys(CODE[30:] + "\r", 12)
    assert field.scans == [CODE]
    field.now_ms += 1000
    field.keys("7412", 12)
    field.now_ms += 150
    field.keys("036985\r", 12)
    assert field.scans == [CODE, "036985"]
    qtbot.waitUntil(lambda: field.field.text() == "7412")


@pytest.mark.parametrize(
    ("text", "is_code"),
    [
        (CODE, True),
        (f"HTTPS://KESCO.IN/R#{CODE}", True),
        (CODE.translate(str.maketrans("0123456789", "०१२३४५६७८९")), True),
        (f"{CODE}\n", True),
        ("7412036985", False),
        (CODE[:99], False),
        (f"{CODE}X", False),
        ("", False),
    ],
)
def test_the_code_of_a_receipt_is_known_by_its_length(text: str, is_code: bool) -> None:  # noqa: FBT001 - a table
    assert is_receipt_code(text) is is_code

"""Counting cash at the keyboard: row after row, without the mouse."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from counter_app.domain.cash_count import DENOMINATIONS, CashCount
from counter_app.domain.money import Money
from ui.language import Language, speak
from ui.widgets.count_grid import CountGrid

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

ACCEPTED = DENOMINATIONS[1:]


@pytest.fixture
def grid(qtbot: QtBot, dressed: QApplication) -> CountGrid:
    grid = CountGrid()
    qtbot.addWidget(grid)
    grid.accept(ACCEPTED)
    with qtbot.waitActive(grid):
        grid.show()
        grid.activateWindow()
    grid.take_keys()
    return grid


def at() -> QWidget:
    focused = QApplication.focusWidget()
    assert focused is not None
    return focused


def press(*keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(at(), key)


def test_it_begins_at_the_largest_note_that_is_accepted(grid: CountGrid) -> None:
    assert at().accessibleName() == "500 rupee notes"


def test_enter_and_the_arrows_go_from_row_to_row(grid: CountGrid) -> None:
    press(Qt.Key.Key_Return, Qt.Key.Key_Down)
    assert at().accessibleName() == "100 rupee notes"
    press(Qt.Key.Key_Up)
    assert at().accessibleName() == "200 rupee notes"
    press(*[Qt.Key.Key_Up] * 5)
    assert at().accessibleName() == "2000 rupee notes"
    press(*[Qt.Key.Key_Down] * 30)
    assert at().accessibleName() == "50 paise coins"


def test_the_sum_follows_the_keys(grid: CountGrid) -> None:
    QTest.keyClicks(at(), "3")
    press(Qt.Key.Key_Return)
    QTest.keyClicks(at(), "2")
    assert grid.rows[Money.rupees(200)].amount.text() == "₹\u00a0400.00"
    assert grid.total.text() == "₹\u00a01,900.00"
    assert grid.count is None


def test_one_key_says_the_rest_is_none_and_the_last_enter_ends_the_count(
    qtbot: QtBot, grid: CountGrid
) -> None:
    grid.rows[Money.rupees(500)].editor.insert("३")
    QTest.keyClick(grid, Qt.Key.Key_0, Qt.KeyboardModifier.AltModifier)
    assert grid.count == CashCount(((Money.rupees(500), 3),))
    grid.take_keys(DENOMINATIONS[-1])
    with qtbot.waitSignal(grid.entered):
        press(Qt.Key.Key_Return)


def test_what_is_wrong_stands_in_its_row_and_is_heard_there(grid: CountGrid) -> None:
    QTest.keyClicks(at(), "3x")
    assert grid.rows[Money.rupees(500)].amount.text() == "Digits only"
    assert grid.complain()
    assert at().accessibleDescription() == "Digits only"
    assert grid.rows[Money.rupees(1)].amount.text() == "How many? 0 for none"
    grid.clear()
    assert grid.rows[Money.rupees(1)].amount.text() == ""
    assert grid.rows[Money.rupees(2000)].amount.text() == "Not accepted"


def test_more_than_any_drawer_holds_is_told(grid: CountGrid) -> None:
    QTest.keyClicks(at(), "100000")
    assert grid.rows[Money.rupees(500)].amount.text() == "Too many: check"


def test_a_whole_count_has_nothing_to_complain_of(grid: CountGrid) -> None:
    grid.say_zeros()
    assert not grid.complain()


def test_while_the_books_are_asked_nothing_changes(grid: CountGrid) -> None:
    grid.wait(is_waiting=True)
    QTest.keyClicks(at(), "3")
    grid.say_zeros()
    assert grid.form.is_blank
    grid.wait(is_waiting=False)
    grid.say_zeros()
    assert not grid.form.is_blank


def test_a_card_number_never_gets_in(qtbot: QtBot, grid: CountGrid) -> None:
    with qtbot.waitSignal(grid.card_number_refused):
        QTest.keyClicks(at(), "4111111111111111")
    assert grid.form.is_blank


@pytest.mark.parametrize("language", Language)
def test_every_row_has_a_name_of_its_own(
    grid: CountGrid, dressed: QApplication, language: Language
) -> None:
    speak(dressed, language)
    names = [each.editor.accessibleName() for each in grid.rows.values()]
    assert len(set(names)) == len(DENOMINATIONS)

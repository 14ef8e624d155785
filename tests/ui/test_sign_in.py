"""From the first window to the first payment: sign in, enrol, open the shift, sign out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from counter_app.domain.errors import Fault, FaultCode
from counter_app.domain.money import Money
from counter_app.use_cases.views import LedgerCheck
from tests.builders import PIN
from tests.ui.consumers import ORDINARY
from tests.ui.fake_desk import FakeCounter
from tests.ui.hands import Hands, a_window
from ui.language import Language, language_now
from ui.preferences import Preferences, PreferencesOfThisRun
from ui.theme import ThemeName

if TYPE_CHECKING:
    import pytest
    from pytestqt.qtbot import QtBot

    from ui.main_window import MainWindow


def test_number_and_pin_lead_to_the_find_box(hands: Hands) -> None:
    assert hands.where == "Find consumer"
    assert hands.room.isVisible()


def test_an_unknown_number_is_told_and_kept_the_pin_is_not(
    qtbot: QtBot, window: MainWindow
) -> None:
    hands = Hands(qtbot, window)
    hands.type("C999")
    hands.enter()
    hands.type(PIN)
    hands.enter()
    qtbot.waitUntil(lambda: "C999 is not on this counter's list" in window.sign_in.notice.said)
    assert window.sign_in.cashier.editor.property("text") == "C999"
    assert window.sign_in.pin.editor.property("text") == ""
    hands.wait_for("PIN")


def test_a_wrong_pin_says_how_many_tries_are_left(qtbot: QtBot, window: MainWindow) -> None:
    hands = Hands(qtbot, window)
    hands.type("c101")
    hands.enter()
    hands.type("0000")
    hands.enter()
    qtbot.waitUntil(lambda: "Tries left: 4" in window.sign_in.notice.said)


def test_what_is_missing_is_told_at_its_field(
    qtbot: QtBot, window: MainWindow, counter: FakeCounter
) -> None:
    window.sign_in.enter_button.click()
    assert window.sign_in.cashier.problem == "Type your number."
    assert window.sign_in.pin.problem == "Type your PIN."
    assert not counter.asked("sign_in")


def test_without_a_shift_the_float_is_asked_first(
    qtbot: QtBot, window: MainWindow, counter: FakeCounter
) -> None:
    counter.shift = None
    hands = Hands(qtbot, window)
    hands.type("C101")
    hands.enter()
    hands.type(PIN)
    hands.enter()
    hands.wait_for("500 rupee notes")
    hands.press(Qt.Key.Key_S, Qt.KeyboardModifier.AltModifier)
    hands.wait_for("Counted float")
    hands.type("12x")
    hands.enter()
    assert any("is not an amount" in text for text in hands.seen())
    assert hands.text == "12x"
    hands.at.setProperty("text", "")
    hands.type("500")
    hands.enter()
    hands.wait_for("Find consumer")
    assert counter.asked("open_shift") == [Money.rupees(500)]


def test_an_empty_drawer_is_a_float_too(
    qtbot: QtBot, window: MainWindow, counter: FakeCounter
) -> None:
    counter.shift = None
    hands = Hands(qtbot, window)
    hands.type("C101")
    hands.enter()
    hands.type(PIN)
    hands.enter()
    hands.wait_for("500 rupee notes")
    hands.press(Qt.Key.Key_S, Qt.KeyboardModifier.AltModifier)
    hands.wait_for("Counted float")
    hands.type("0")
    hands.enter()
    hands.wait_for("Find consumer")
    assert counter.asked("open_shift") == [Money(0)]


def test_a_new_counter_asks_to_be_enrolled_and_then_to_sign_in(qtbot: QtBot) -> None:
    counter = FakeCounter(is_enrolled=False)
    window = a_window(qtbot, counter)
    hands = Hands(qtbot, window)
    hands.wait_for("Server address")
    hands.type("https://centre")
    hands.enter()
    hands.type("BAD")
    hands.enter()
    assert window.sitting is not None
    enrolment = window.sitting.enrolment
    qtbot.waitUntil(lambda: "does not accept this code" in enrolment.notice.said)
    hands.wait_for("One-time code")
    hands.at.setProperty("text", "")
    hands.type("GOOD-CODE")
    hands.enter()
    hands.wait_for("Cashier number")
    assert counter.asked("enrol")[-1] == ("https://centre", "GOOD-CODE")
    qtbot.waitUntil(lambda: bool(counter.asked("run_round")))
    window.close()


def test_books_that_are_open_elsewhere_are_told_and_tried_again(qtbot: QtBot) -> None:
    counter = FakeCounter(fails={"check_ledger": [Fault(FaultCode.LEDGER_IN_USE)]})
    window = a_window(qtbot, counter)
    hands = Hands(qtbot, window)
    assert "The books are open elsewhere" in window.sign_in.notice.said
    hands.type("C101")
    hands.enter()
    hands.type(PIN)
    hands.enter()
    hands.wait_for("Find consumer")
    window.close()


def test_a_failed_check_of_the_books_is_told_at_sign_in(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    counter = FakeCounter()
    found = LedgerCheck(9, 7, "", 0, 0.1, "chain broken at 5")
    monkeypatch.setattr(counter, "check_ledger", lambda: found)
    window = a_window(qtbot, counter)
    assert "delete nothing" in window.sign_in.notice.said
    window.close()


def test_each_cashier_finds_the_language_and_look_chosen_last(
    qtbot: QtBot, counter: FakeCounter
) -> None:
    book = PreferencesOfThisRun()
    book.keep("C101", Preferences(Language.HINDI, ThemeName.DARK))
    window = a_window(qtbot, counter, book)
    hands = Hands(qtbot, window)
    hands.type("C101")
    hands.enter()
    hands.type(PIN)
    hands.enter()
    hands.wait_for("उपभोक्ता खोजें")
    assert language_now() is Language.HINDI
    hands.press(Qt.Key.Key_F12)
    hands.wait_for("Find consumer")
    qtbot.waitUntil(lambda: book.recall("C101") == Preferences(Language.ENGLISH, ThemeName.DARK))
    window.close()


def test_signing_out_empties_the_fields_and_keeps_the_rounds_going(hands: Hands) -> None:
    hands.press(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    hands.wait_for("Leave it open and sign out")
    hands.enter()
    hands.wait_for("Cashier number")
    assert hands.text == ""
    assert hands.window.sitting is not None
    assert not hands.window.sitting.heartbeat.reach.is_stopped


def test_nobody_signs_out_of_an_open_payment(hands: Hands) -> None:
    hands.open(ORDINARY)
    hands.press(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert "A payment is open" in hands.screen.notice.said
    assert hands.room.isVisible()


def test_no_window_but_the_one_is_ever_shown(hands: Hands) -> None:
    for key in (Qt.Key.Key_F7, Qt.Key.Key_F8, Qt.Key.Key_F9, Qt.Key.Key_F6):
        hands.press(key)
    shown = [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]
    assert shown == [hands.window]


def test_an_enter_pressed_while_the_books_open_counts_when_they_are_open(
    qtbot: QtBot, window: MainWindow
) -> None:
    hands = Hands(qtbot, window)
    window.sign_in.wait("Opening the books…", keeps_enter=True)
    hands.type("c101")
    hands.enter()
    hands.type(PIN)
    hands.enter()
    assert window.stack.currentWidget() is window.sign_in
    window.sign_in.wait("")
    qtbot.waitUntil(lambda: window.stack.currentWidget() is not window.sign_in)


def test_a_second_enter_while_a_pin_is_checked_does_not_count(
    qtbot: QtBot, window: MainWindow, counter: FakeCounter
) -> None:
    hands = Hands(qtbot, window)
    hands.type("c101")
    hands.enter()
    hands.type(PIN)
    hands.enter()
    hands.enter()
    qtbot.waitUntil(lambda: window.stack.currentWidget() is not window.sign_in)
    assert len(counter.asked("sign_in")) == 1

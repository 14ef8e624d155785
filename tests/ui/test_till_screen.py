"""The till at the keyboard, over the real verbs: cash given up, cash in and out, the drawer, the pause, signing out."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from counter_app.domain.cash_count import CashCount
from counter_app.domain.cash_move import MoveWhy, OpeningWhy
from counter_app.domain.errors import Fault, FaultCode
from counter_app.domain.money import Money
from counter_app.domain.shift import ShiftState
from tests.builders import CASHIER_ID, PIN, SUPERVISOR_ID
from tests.ui.custody_desk import (
    HEAD_CASHIER_ID,
    SECOND_CASHIER_ID,
    CustodyCounter,
    a_custody_counter,
)
from tests.ui.hands import Hands, a_window
from ui.places import Place
from ui.till_screen import TillScreen
from ui.words import rupees

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
FIVE_HUNDRED = Money.rupees(500)


@pytest.fixture
def custody() -> CustodyCounter:
    counter = a_custody_counter()
    counter.verbs.open_shift(CASHIER_ID, Money.rupees(3_000))
    return counter


@pytest.fixture
def hands(qtbot: QtBot, custody: CustodyCounter) -> Iterator[Hands]:
    window = a_window(qtbot, custody)
    hands = Hands(qtbot, window)
    hands.sign_in()
    yield hands
    window.close()


def till(hands: Hands) -> TillScreen:
    """At the till, its shift shown."""
    if hands.room.place is not Place.TILL:
        hands.press(Qt.Key.Key_T, CONTROL)
    screen = hands.room.screen_of(Place.TILL)
    assert isinstance(screen, TillScreen)
    hands.qtbot.waitUntil(lambda: screen.glance.view is not None)
    return screen


def press(hands: Hands, *keys: Qt.Key) -> None:
    for key in keys:
        hands.press(key, ALT)


def drop(hands: Hands, notes: str, receiver: str, pin: str = PIN) -> TillScreen:
    """Count notes of 500, nothing else, and have somebody confirm."""
    screen = till(hands)
    press(hands, Qt.Key.Key_D)
    hands.wait_for("500 rupee notes")
    hands.type(notes)
    press(hands, Qt.Key.Key_0)
    screen.dropping.finish()
    hands.wait_for("Head cashier's number")
    hands.type(receiver)
    hands.enter()
    hands.type(pin)
    hands.enter()
    return screen


def test_cash_given_up_is_confirmed_by_its_receiver(hands: Hands, custody: CustodyCounter) -> None:
    screen = drop(hands, "4", HEAD_CASHIER_ID)
    hands.qtbot.waitUntil(lambda: "Given to the head cashier" in screen.notice.said)
    (move,) = custody.verbs.view_till(CASHIER_ID).moves
    assert (move.why, move.count) == (MoveWhy.DROP, CashCount(((FIVE_HUNDRED, 4),)))
    hands.qtbot.waitUntil(lambda: len(screen.glance.table.rows) == 1)
    assert screen.glance.table.rows[0][2].text == rupees(-Money.rupees(2_000))


@pytest.mark.parametrize(
    ("notes", "receiver", "pin", "told"),
    [
        ("40", HEAD_CASHIER_ID, PIN, ""),
        ("4", HEAD_CASHIER_ID, "0000", "The PIN is wrong"),
        ("4", CASHIER_ID, PIN, ""),
        ("4", SECOND_CASHIER_ID, PIN, ""),
    ],
)
def test_a_drop_that_is_refused_keeps_the_count_and_forgets_the_pin(
    hands: Hands, custody: CustodyCounter, notes: str, receiver: str, pin: str, told: str
) -> None:
    screen = drop(hands, notes, receiver, pin)
    page = screen.dropping
    hands.qtbot.waitUntil(lambda: bool(custody.asked("drop_cash")) and not page.is_waiting)
    assert page.form.count.text(FIVE_HUNDRED) == notes
    assert page.form.pin_text == ""
    said = f"{page.receiver.problem} {page.pin.problem} {page.notice.said}".strip()
    assert said
    assert told in said
    assert not custody.verbs.view_till(CASHIER_ID).moves


def test_nothing_counted_is_no_drop_and_letters_are_told(
    hands: Hands, custody: CustodyCounter
) -> None:
    screen = till(hands)
    press(hands, Qt.Key.Key_D)
    hands.wait_for("500 rupee notes")
    hands.type("4x")
    screen.dropping.finish()
    assert hands.at.accessibleDescription() == "Digits only"
    hands.at.setProperty("text", "")
    press(hands, Qt.Key.Key_0)
    screen.dropping.finish()
    assert "No cash counted" in screen.dropping.notice.said
    assert not custody.asked("drop_cash")


def test_esc_leaves_a_count_only_when_pressed_twice(hands: Hands, custody: CustodyCounter) -> None:
    screen = till(hands)
    press(hands, Qt.Key.Key_D)
    hands.wait_for("500 rupee notes")
    hands.type("4")
    hands.press(Qt.Key.Key_Escape)
    assert "Leave this?" in screen.dropping.notice.said
    hands.type("0")
    assert not screen.dropping.notice.said
    hands.press(Qt.Key.Key_Escape)
    hands.press(Qt.Key.Key_Escape)
    assert screen.page is screen.glance
    assert not custody.asked("drop_cash")


def test_change_comes_in_without_a_second_person(hands: Hands, custody: CustodyCounter) -> None:
    screen = till(hands)
    press(hands, Qt.Key.Key_I, Qt.Key.Key_1)
    hands.wait_for("Amount")
    hands.type("1000")
    hands.enter()
    hands.type("small notes")
    hands.enter()
    hands.qtbot.waitUntil(lambda: "Change added to the float" in screen.notice.said)
    assert custody.verbs.view_till(CASHIER_ID).standing.float_out == Money.rupees(4_000)


def test_an_expense_needs_a_second_person(hands: Hands, custody: CustodyCounter) -> None:
    screen = till(hands)
    press(hands, Qt.Key.Key_O)
    screen.moving.finish()
    assert "Choose one." in hands.seen()
    press(hands, Qt.Key.Key_2)
    hands.wait_for("Amount")
    hands.type("120")
    hands.enter()
    hands.type("water for the queue")
    hands.enter()
    hands.wait_for("Supervisor's number")
    assert not custody.verbs.view_till(CASHIER_ID).moves
    hands.press(Qt.Key.Key_Escape)
    hands.wait_for("Reason")
    assert hands.text == "water for the queue"
    hands.enter()
    hands.wait_for("Supervisor's number")
    for text in (SUPERVISOR_ID, PIN, "agreed"):
        hands.type(text)
        hands.enter()
    hands.qtbot.waitUntil(lambda: "Expense of the office" in screen.notice.said)
    (move,) = custody.verbs.view_till(CASHIER_ID).moves
    assert move.approval is not None
    assert move.approval.approver_id == SUPERVISOR_ID


def test_the_drawer_opens_only_after_it_is_noted_why(hands: Hands, custody: CustodyCounter) -> None:
    screen = till(hands)
    press(hands, Qt.Key.Key_N)
    screen.opening.finish()
    assert "Choose one." in hands.seen()
    press(hands, Qt.Key.Key_5)
    hands.enter()
    hands.qtbot.waitUntil(lambda: bool(screen.opening.reason.problem))
    assert custody.verbs.printer.drawer_opened == 0
    hands.type("a coin fell behind it")
    hands.enter()
    hands.qtbot.waitUntil(lambda: "The drawer opens now." in screen.notice.said)
    (opening,) = custody.verbs.view_till(CASHIER_ID).openings
    assert (opening.why, opening.reason) == (OpeningWhy.OTHER, "a coin fell behind it")
    assert custody.verbs.printer.drawer_opened == 1


def test_a_drawer_that_stays_shut_is_told_and_noted(hands: Hands, custody: CustodyCounter) -> None:
    custody.fails["open_drawer"] = [Fault(FaultCode.PRINTER_FAILED)]
    screen = till(hands)
    press(hands, Qt.Key.Key_N, Qt.Key.Key_1)
    hands.enter()
    hands.qtbot.waitUntil(lambda: "It did not open by itself" in screen.notice.said)
    assert len(custody.verbs.view_till(CASHIER_ID).openings) == 1


def test_a_suspended_shift_takes_no_payment_until_it_goes_on(
    hands: Hands, custody: CustodyCounter
) -> None:
    screen = till(hands)
    press(hands, Qt.Key.Key_S)
    hands.qtbot.waitUntil(lambda: "Shift 1 suspended (Ctrl+T)" in hands.seen())
    assert not screen.glance.buttons["drop"].isEnabled()
    press(hands, Qt.Key.Key_S)
    hands.qtbot.waitUntil(lambda: "Shift 1 open" in hands.seen())
    assert custody.verbs.view_till(CASHIER_ID).seen.state is ShiftState.OPEN


def test_the_cash_that_should_be_there_is_told_when_asked(hands: Hands) -> None:
    screen = till(hands)
    assert rupees(Money.rupees(3_000)) not in hands.seen()
    press(hands, Qt.Key.Key_E)
    assert rupees(Money.rupees(3_000)) in hands.seen()
    hands.press(Qt.Key.Key_F6)
    till(hands)
    assert not screen.glance.is_cash_shown


def test_another_language_in_the_middle_loses_nothing(hands: Hands) -> None:
    screen = till(hands)
    press(hands, Qt.Key.Key_D)
    hands.wait_for("500 rupee notes")
    hands.type("4")
    hands.press(Qt.Key.Key_F12)
    hands.press(Qt.Key.Key_F12)
    hands.wait_for("500 rupee notes")
    assert screen.dropping.form.count.total == Money.rupees(2_000)


def test_a_second_enter_while_the_books_write_drops_nothing_twice(
    hands: Hands, custody: CustodyCounter
) -> None:
    custody.gates["drop_cash"] = threading.Event()
    screen = drop(hands, "1", HEAD_CASHIER_ID)
    hands.enter()
    screen.dropping.done_button.click()
    hands.press(Qt.Key.Key_Escape)
    assert screen.page is screen.dropping
    custody.gates["drop_cash"].set()
    hands.qtbot.waitUntil(lambda: screen.page is screen.glance)
    assert len(custody.asked("drop_cash")) == 1


def test_signing_out_of_an_open_shift_asks_and_each_answer_has_a_key(
    hands: Hands, custody: CustodyCounter
) -> None:
    hands.press(Qt.Key.Key_L, CONTROL)
    hands.wait_for("Leave it open and sign out")
    assert "Shift 1 is open" in hands.seen()
    hands.press(Qt.Key.Key_Escape)
    screen = till(hands)
    hands.qtbot.waitUntil(lambda: screen.page is screen.glance)
    hands.press(Qt.Key.Key_L, CONTROL)
    hands.wait_for("Leave it open and sign out")
    press(hands, Qt.Key.Key_S)
    hands.qtbot.waitUntil(hands.window.sign_in.isVisible)
    assert custody.verbs.view_till(CASHIER_ID).seen.state is ShiftState.SUSPENDED
    hands.window.sign_in.enter()
    hands.tell_who()
    hands.qtbot.waitUntil(lambda: hands.room.place is Place.TILL)


def test_a_disk_that_fails_is_told_and_the_till_shown_again(
    hands: Hands, custody: CustodyCounter
) -> None:
    screen = till(hands)
    custody.fails["suspend_shift"] = [Fault(FaultCode.DISK_FULL)]
    press(hands, Qt.Key.Key_S)
    hands.qtbot.waitUntil(lambda: bool(screen.notice.said))
    assert custody.verbs.view_till(CASHIER_ID).seen.state is ShiftState.OPEN

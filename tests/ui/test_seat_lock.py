"""A seat that nobody touches locks itself; and another cashier comes for a while."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from tests.builders import PIN
from tests.ui.consumers import ORDINARY
from tests.ui.fake_desk import FakeCounter

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from tests.ui.hands import Hands
    from ui.seat_lock import SeatLock

CTRL = Qt.KeyboardModifier.ControlModifier
SHORT_MS = 60


def lock_of(hands: Hands) -> SeatLock:
    sitting = hands.window.sitting
    assert sitting is not None
    return sitting.lock


def locked(hands: Hands) -> SeatLock:
    lock = lock_of(hands)
    lock.lock()
    assert lock.is_locked
    return lock


class TestByItself:
    @pytest.fixture
    def counter(self) -> FakeCounter:
        return FakeCounter(lock_minutes=10)

    def test_after_ten_minutes_without_a_key_the_seat_locks(self, hands: Hands) -> None:
        lock = lock_of(hands)
        assert lock.watch.limit_ms == 600_000
        lock.watch.begin(SHORT_MS)
        hands.qtbot.waitUntil(lambda: lock.is_locked)
        assert lock.screen.isVisible()
        assert hands.where == "PIN"

    def test_a_key_begins_the_rest_anew(self, hands: Hands) -> None:
        lock = lock_of(hands)
        lock.watch.again(SHORT_MS)
        hands.type("7")
        hands.qtbot.wait(3 * SHORT_MS)
        assert not lock.is_locked


def test_a_seat_set_to_never_does_not_lock(hands: Hands) -> None:
    lock = lock_of(hands)
    assert lock.watch.limit_ms == 0
    lock.watch.again(1)
    hands.qtbot.wait(50)
    assert not lock.is_locked


def test_nothing_is_locked_while_nobody_sits_here(hands: Hands) -> None:
    hands.window.sitting.sign_out()  # type: ignore[union-attr]  # it has grown
    lock_of(hands).lock()
    assert not lock_of(hands).is_locked


def test_what_was_typed_is_there_again(hands: Hands) -> None:
    hands.open(ORDINARY)
    hands.type("700")
    lock = locked(hands)
    hands.type(PIN)
    hands.enter()
    hands.qtbot.waitUntil(lambda: not lock.is_locked)
    assert hands.screen.isVisible()
    assert hands.text == "700"


def test_a_wrong_pin_keeps_the_lock_and_says_so(hands: Hands) -> None:
    lock = locked(hands)
    hands.type("0000")
    hands.enter()
    hands.qtbot.waitUntil(lambda: lock.screen.notice.said != "")
    assert lock.is_locked
    assert hands.text == ""
    assert lock.screen.unlock_button.isEnabled()


def test_an_empty_pin_asks_nobody(hands: Hands, counter: FakeCounter) -> None:
    locked(hands)
    before = len(counter.asked("sign_in"))
    hands.enter()
    assert len(counter.asked("sign_in")) == before


def test_no_key_behind_the_lock_does_anything(hands: Hands, counter: FakeCounter) -> None:
    hands.open(ORDINARY)
    locked(hands)
    hands.scan(ORDINARY)
    hands.press(Qt.Key.Key_F7)
    hands.press(Qt.Key.Key_Return, CTRL)
    assert counter.asked("take_payment") == []


def test_an_order_under_way_is_not_locked_away(hands: Hands, counter: FakeCounter) -> None:
    lock = lock_of(hands)
    counter.gate = threading.Event()
    hands.open(ORDINARY)
    hands.screen.tender.take_button.click()
    hands.qtbot.waitUntil(lambda: hands.screen.is_under_way)
    lock.lock()
    assert not lock.is_locked
    counter.gate.set()
    hands.qtbot.waitUntil(lambda: not hands.screen.is_under_way)
    lock.lock()
    assert lock.is_locked


def test_somebody_else_signs_in_after_a_seat_without_a_payment(hands: Hands) -> None:
    locked(hands)
    hands.press(Qt.Key.Key_L, CTRL)
    hands.wait_for("Cashier number")
    assert not lock_of(hands).is_locked


def test_an_unfinished_payment_is_dropped_knowingly_or_not_at_all(
    hands: Hands, counter: FakeCounter
) -> None:
    hands.open(ORDINARY)
    lock = locked(hands)
    hands.press(Qt.Key.Key_L, CTRL)
    assert "unfinished payment" in lock.screen.notice.said
    assert lock.is_locked
    hands.press(Qt.Key.Key_L, CTRL)
    hands.wait_for("Cashier number")
    hands.sign_in()
    assert not hands.screen.is_paying
    assert counter.asked("take_payment") == []


def test_the_lock_speaks_the_language_chosen(hands: Hands, english_and_light: QApplication) -> None:
    lock = locked(hands)
    hands.press(Qt.Key.Key_F12)
    hands.qtbot.waitUntil(lambda: lock.screen.accessibleName() == "सीट पर ताला है")


def test_nobody_changes_out_of_an_open_payment(hands: Hands, counter: FakeCounter) -> None:
    hands.open(ORDINARY)
    hands.press(Qt.Key.Key_G, CTRL)
    assert "A payment is open" in hands.screen.notice.said
    assert counter.asked("suspend_shift") == []

"""A shift begins: counted or as a sum, in a drawer of its own, with the float that was left; over the real verbs."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from counter_app.domain.cash_count import CashCount
from counter_app.domain.money import Money
from counter_app.domain.shift_close import Counted
from tests.builders import CASHIER_ID, FLOAT, PIN, SUPERVISOR_ID
from tests.ui.custody_desk import SECOND_CASHIER_ID, CustodyCounter, a_custody_counter
from tests.ui.hands import Hands, a_window

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from ui.shift_screen import ShiftScreen

ALT = Qt.KeyboardModifier.AltModifier
SIX_NOTES = CashCount(((Money.rupees(500), 6),))


@pytest.fixture
def custody() -> CustodyCounter:
    return a_custody_counter()


@pytest.fixture
def hands(qtbot: QtBot, custody: CustodyCounter) -> Iterator[Hands]:
    """Nobody signed in yet."""
    window = a_window(qtbot, custody)
    yield Hands(qtbot, window)
    window.close()


def left_a_float(custody: CustodyCounter) -> None:
    """The shift before was closed with six notes in the drawer."""
    shift = custody.verbs.open_shift(SECOND_CASHIER_ID, SIX_NOTES)
    custody.verbs.close_shift(shift.shift_id, Counted(SIX_NOTES, {}), "", SECOND_CASHIER_ID)


def arrived(hands: Hands) -> ShiftScreen:
    """Signed in, and asked for the float."""
    hands.tell_who()
    hands.wait_for("500 rupee notes")
    assert hands.window.sitting is not None
    return hands.window.sitting.shift


def counts(hands: Hands, notes: str) -> None:
    hands.type(notes)
    hands.press(Qt.Key.Key_0, ALT)
    assert hands.window.sitting is not None
    hands.window.sitting.shift.open_button.click()


def test_the_float_is_kept_by_denomination(hands: Hands, custody: CustodyCounter) -> None:
    arrived(hands)
    counts(hands, "6")
    hands.wait_for("Find consumer")
    (seen,) = custody.verbs.open_shifts()
    assert seen.shift.opening_count == SIX_NOTES
    assert seen.shift.drawer_no == 1


def test_a_count_with_an_empty_row_or_letters_opens_nothing(
    hands: Hands, custody: CustodyCounter
) -> None:
    screen = arrived(hands)
    hands.type("6x")
    screen.open_button.click()
    assert hands.at.accessibleDescription() == "Digits only"
    assert not custody.asked("open_shift")


def test_the_float_that_was_left_is_offered_and_taken_over(
    hands: Hands, custody: CustodyCounter
) -> None:
    left_a_float(custody)
    screen = arrived(hands)
    hands.qtbot.waitUntil(lambda: screen.opening.taken_over is not None)
    assert any(
        "3,000.00 of shift 1, C102" in one.text() for one in screen.opening.floats.buttons.values()
    )
    counts(hands, "6")
    hands.wait_for("Find consumer")
    assert not custody.verbs.floats_left()


def test_another_sum_than_was_left_is_asked_twice_and_then_approved(
    hands: Hands, custody: CustodyCounter
) -> None:
    left_a_float(custody)
    screen = arrived(hands)
    hands.qtbot.waitUntil(lambda: screen.opening.taken_over is not None)
    counts(hands, "5")
    hands.qtbot.waitUntil(lambda: "3,000.00 was left in this drawer" in screen.notice.said)
    assert "a second person may approve it" in screen.notice.said
    screen.open_button.click()
    hands.wait_for("Supervisor's number")
    hands.press(Qt.Key.Key_Escape)
    hands.wait_for("500 rupee notes")
    assert hands.text == "5"
    screen.open_button.click()
    hands.qtbot.waitUntil(lambda: bool(screen.notice.said))
    screen.open_button.click()
    hands.wait_for("Supervisor's number")
    for text in (SUPERVISOR_ID, PIN, "one note was torn"):
        hands.type(text)
        hands.enter()
    hands.wait_for("Find consumer")
    (seen,) = custody.verbs.open_shifts()
    assert seen.shift.opening_float == Money.rupees(2_500)


def test_a_float_of_its_own_leaves_the_other_where_it_is(
    hands: Hands, custody: CustodyCounter
) -> None:
    left_a_float(custody)
    screen = arrived(hands)
    hands.qtbot.waitUntil(lambda: screen.opening.taken_over is not None)
    hands.press(Qt.Key.Key_2, ALT)
    hands.press(Qt.Key.Key_6, ALT)
    hands.wait_for("500 rupee notes")
    counts(hands, "1")
    hands.wait_for("Find consumer")
    assert len(custody.verbs.floats_left()) == 1
    (seen,) = custody.verbs.open_shifts()
    assert seen.shift.drawer_no == 2


def test_a_clock_behind_the_books_is_asked_in_words_and_confirmed_by_a_second_enter(
    hands: Hands, custody: CustodyCounter
) -> None:
    left_a_float(custody)
    custody.verbs.clock.is_set_to(custody.verbs.clock.moment - timedelta(days=1))
    screen = arrived(hands)
    hands.qtbot.waitUntil(lambda: screen.opening.taken_over is not None)
    counts(hands, "6")
    hands.qtbot.waitUntil(lambda: "This computer says 22 Nov 2026" in screen.notice.said)
    assert "Then press Enter again." in screen.notice.said
    screen.open_button.click()
    hands.wait_for("Find consumer")


def test_shifts_that_are_still_open_are_told_and_their_drawers_not_offered(
    hands: Hands, custody: CustodyCounter
) -> None:
    custody.verbs.open_shift(SECOND_CASHIER_ID, FLOAT)
    screen = arrived(hands)
    sentence = "Shift 1 of RAMESH GUPTA, open since 11:30, drawer 1"
    hands.qtbot.waitUntil(lambda: sentence in hands.seen())
    assert screen.opening.drawer_no == 2
    assert CASHIER_ID not in {seen.shift.cashier_id for seen in custody.verbs.open_shifts()}


def test_who_does_not_take_money_today_works_without_a_shift(hands: Hands) -> None:
    arrived(hands)
    hands.press(Qt.Key.Key_W, ALT)
    hands.wait_for("Find consumer")
    hands.qtbot.waitUntil(lambda: "No shift" in hands.seen())
    hands.press(Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    hands.wait_for("Open a shift")
    hands.press(Qt.Key.Key_S, ALT)
    hands.wait_for("500 rupee notes")

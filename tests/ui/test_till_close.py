"""The blind close at the keyboard, over the real verbs: count, reveal, a second person, done."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from counter_app.domain.cash_move import MoveWhy
from counter_app.domain.errors import Fault, FaultCode
from counter_app.domain.money import Money
from tests.builders import CASHIER_ID, PIN, SUPERVISOR_ID, card
from tests.ui.custody_desk import SECOND_CASHIER_ID, CustodyCounter, a_custody_counter
from tests.ui.hands import Hands, a_window
from ui.places import Place
from ui.till_screen import TillScreen
from ui.words import rupees

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from ui.till_closing import Closing
    from ui.widgets.buttons import KeyButton

ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
EXPECTED = Money.rupees(3_500)


@pytest.fixture
def custody() -> CustodyCounter:
    """A float of 3,000, then 500 in cash and 200 by card."""
    counter = a_custody_counter()
    counter.verbs.open_shift(CASHIER_ID, Money.rupees(3_000))
    counter.verbs.pays(Money.rupees(500))
    counter.verbs.takes(Money.rupees(950, 50), card(Money.rupees(950, 50)))
    return counter


@pytest.fixture
def hands(qtbot: QtBot, custody: CustodyCounter) -> Iterator[Hands]:
    window = a_window(qtbot, custody)
    hands = Hands(qtbot, window)
    hands.sign_in()
    yield hands
    window.close()


def till(hands: Hands) -> TillScreen:
    if hands.room.place is not Place.TILL:
        hands.press(Qt.Key.Key_T, CONTROL)
    screen = hands.room.screen_of(Place.TILL)
    assert isinstance(screen, TillScreen)
    hands.qtbot.waitUntil(lambda: screen.glance.view is not None)
    return screen


def count(
    hands: Hands, notes: str = "7", *, card_slips: str = "1", card_sum: str = "950.50"
) -> Closing:
    """Notes of 500 and card slips, nothing else."""
    screen = till(hands)
    hands.press(Qt.Key.Key_C, ALT)
    hands.wait_for("500 rupee notes")
    hands.type(notes)
    screen.closing.counting.slips.take_keys()
    hands.type(card_slips)
    hands.enter()
    if card_slips != "0":
        hands.type(card_sum)
    hands.press(Qt.Key.Key_0, ALT)
    return screen.closing


def reveal(hands: Hands, notes: str = "7", *, card_sum: str = "950.50") -> Closing:
    closing = count(hands, notes, card_sum=card_sum)
    closing.counting.finish()
    hands.qtbot.waitUntil(lambda: closing.currentWidget() is closing.reveal)
    return closing


def test_nothing_says_what_is_expected_before_all_is_counted(hands: Hands) -> None:
    closing = count(hands)
    assert closing.currentWidget() is closing.counting
    grid = closing.counting.grid
    own = {grid.total.text(), grid.rows[Money.rupees(500)].amount.text()}
    shown = " ".join(text for text in hands.seen() if text not in own)
    assert rupees(EXPECTED) not in shown
    assert "950.50" not in shown


def test_a_count_that_agrees_is_closed_by_enter(hands: Hands, custody: CustodyCounter) -> None:
    closing = reveal(hands)
    assert closing.reveal.said == "All of it agrees."
    hands.wait_for("Close the shift")
    hands.enter()
    hands.qtbot.waitUntil(lambda: closing.currentWidget() is closing.done)
    made = closing.done.close_made
    assert made is not None
    assert (made.counts, made.parted.float_left) == (1, Money.rupees(3_000))
    assert made.parted.takings == Money.rupees(500)
    assert "has all 2 payments" in closing.done.proof
    hands.wait_for("Sign out: next cashier")
    hands.enter()
    hands.qtbot.waitUntil(hands.window.sign_in.isVisible)
    hands.window.sign_in.enter()
    hands.tell_who(SECOND_CASHIER_ID)
    hands.wait_for("500 rupee notes")
    assert any("3,000.00 of shift 1" in button.text() for button in offered(hands))


def offered(hands: Hands) -> list[KeyButton]:
    assert hands.window.sitting is not None
    opening = hands.window.sitting.shift.opening
    hands.qtbot.waitUntil(lambda: bool(opening.floats.buttons))
    return list(opening.floats.buttons.values())


def test_a_difference_needs_a_reason_and_a_second_close_is_none(
    hands: Hands, custody: CustodyCounter
) -> None:
    closing = reveal(hands, card_sum="950")
    assert closing.reveal.said == f"{rupees(Money(50))} is missing."
    hands.wait_for("Why it differs, or why it is closed so")
    hands.enter()
    assert closing.reveal.reason.problem
    assert not custody.asked("close_shift")
    custody.gates["close_shift"] = threading.Event()
    hands.type("the slip says less")
    hands.enter()
    hands.enter()
    closing.reveal.done_button.click()
    custody.gates["close_shift"].set()
    hands.qtbot.waitUntil(lambda: closing.currentWidget() is closing.done)
    assert len(custody.asked("close_shift")) == 1


def test_above_the_limit_a_supervisor_approves(hands: Hands, custody: CustodyCounter) -> None:
    closing = reveal(hands, "6")
    assert closing.reveal.said == f"{rupees(Money.rupees(500))} is missing."
    hands.type("cannot be found")
    hands.enter()
    hands.wait_for("Supervisor's number")
    hands.press(Qt.Key.Key_Escape)
    hands.wait_for("Why it differs, or why it is closed so")
    assert hands.text == "cannot be found"
    hands.enter()
    hands.wait_for("Supervisor's number")
    for text in (SUPERVISOR_ID, PIN, "seen"):
        hands.type(text)
        hands.enter()
    hands.qtbot.waitUntil(lambda: closing.currentWidget() is closing.done)
    made = closing.done.close_made
    assert made is not None
    assert made.approval is not None
    assert made.reason == "cannot be found"


def test_counting_again_is_noted_even_when_it_was_left_between(
    hands: Hands, custody: CustodyCounter
) -> None:
    closing = reveal(hands, "6")
    hands.press(Qt.Key.Key_A, ALT)
    hands.wait_for("500 rupee notes")
    assert hands.text == "6"
    hands.press(Qt.Key.Key_Escape)
    hands.press(Qt.Key.Key_Escape)
    screen = till(hands)
    hands.qtbot.waitUntil(lambda: screen.page is screen.glance)
    assert not custody.asked("close_shift")
    reveal(hands)
    assert "Counted 2 times: the Z report says so." in hands.seen()
    hands.enter()
    hands.qtbot.waitUntil(lambda: closing.currentWidget() is closing.done)
    assert closing.done.close_made is not None
    assert closing.done.close_made.counts == 2


def test_what_was_taken_meanwhile_refuses_the_close_and_keeps_the_count(
    hands: Hands, custody: CustodyCounter
) -> None:
    closing = reveal(hands)
    custody.verbs.pay_in_or_out(CASHIER_ID, MoveWhy.FOUND, Money.rupees(1), "a coin", None)
    hands.enter()
    hands.qtbot.waitUntil(lambda: closing.currentWidget() is closing.counting)
    assert "Your count is kept" in closing.counting.notice.said
    assert closing.counting.form.cash.text(Money.rupees(500)) == "7"


def test_a_disk_that_fails_closes_nothing_and_keeps_all(
    hands: Hands, custody: CustodyCounter
) -> None:
    closing = reveal(hands)
    custody.fails["close_shift"] = [Fault(FaultCode.DISK_FULL)]
    hands.enter()
    hands.qtbot.waitUntil(lambda: bool(closing.reveal.notice.said))
    hands.enter()
    hands.qtbot.waitUntil(lambda: closing.currentWidget() is closing.done)


def test_letters_and_empty_rows_are_told_where_they_stand(
    hands: Hands, custody: CustodyCounter
) -> None:
    screen = till(hands)
    hands.press(Qt.Key.Key_C, ALT)
    hands.wait_for("500 rupee notes")
    hands.type("7x")
    page = screen.closing.counting
    page.finish()
    assert hands.at.accessibleDescription() == "Digits only"
    page.grid.form = page.grid.form.with_text(Money.rupees(500), "7")
    page.begin(page.form)
    page.grid.say_zeros()
    page.slips.pieces[next(iter(page.slips.pieces))].setText("2")
    page.finish()
    assert "Card: Type the amount." in page.slips.problem.text()
    assert not custody.asked("weigh_close")


def test_f12_and_another_place_in_the_middle_lose_nothing(hands: Hands) -> None:
    closing = count(hands)
    hands.press(Qt.Key.Key_F12)
    hands.press(Qt.Key.Key_F6)
    hands.press(Qt.Key.Key_F12)
    hands.press(Qt.Key.Key_L, CONTROL)
    screen = till(hands)
    assert "A close is under way" in screen.notice.said
    assert closing.counting.form.cash.text(Money.rupees(500)) == "7"


def test_a_supervisor_closes_the_shift_of_who_is_not_here(
    qtbot: QtBot, custody: CustodyCounter
) -> None:
    window = a_window(qtbot, custody)
    hands = Hands(qtbot, window)
    hands.tell_who(SUPERVISOR_ID)
    hands.wait_for("500 rupee notes")
    hands.press(Qt.Key.Key_W, ALT)
    hands.wait_for("Find consumer")
    hands.press(Qt.Key.Key_T, CONTROL)
    screen = hands.room.screen_of(Place.TILL)
    assert isinstance(screen, TillScreen)
    hands.qtbot.waitUntil(screen.glance.buttons["others"].isEnabled)
    hands.press(Qt.Key.Key_T, ALT)
    hands.wait_for("Other open shifts")
    hands.enter()
    hands.wait_for("500 rupee notes")
    hands.type("7")
    page = screen.closing.counting
    page.slips.take_keys()
    hands.type("1")
    hands.enter()
    hands.type("950.50")
    hands.press(Qt.Key.Key_0, ALT)
    page.finish()
    hands.wait_for("Why it differs, or why it is closed so")
    hands.type("went home ill")
    hands.enter()
    qtbot.waitUntil(lambda: screen.closing.currentWidget() is screen.closing.done)
    made = screen.closing.done.close_made
    assert made is not None
    assert (made.cashier_id, made.closed_by) == (CASHIER_ID, SUPERVISOR_ID)
    window.close()

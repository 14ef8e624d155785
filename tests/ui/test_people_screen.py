"""People, over the real verbs: made, ended, unlocked; and everybody's own PIN."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from counter_app.domain.errors import Fault, FaultCode, RefusalCode
from counter_app.domain.identity import CashierId
from counter_app.domain.shift import ShiftState
from tests.builders import ACCOUNTANT_ID, CASHIER_ID, FLOAT, PIN, SUPERVISOR_ID
from tests.ui.custody_desk import (
    SECOND_CASHIER_ID,
    TECHNICIAN_ID,
    CustodyCounter,
    a_custody_counter,
)
from tests.ui.hands import Hands, a_window
from tests.use_cases.counter import refusal_of
from ui.counter_facts_screen import CounterFactsScreen
from ui.people_panel import NAME_EN, NEW_PIN, OWN_PIN
from ui.people_screen import PeopleScreen
from ui.workroom import Place

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

L301 = CashierId("L301")
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def custody() -> CustodyCounter:
    return a_custody_counter()


@pytest.fixture
def seated(qtbot: QtBot, custody: CustodyCounter) -> Iterator[Callable[[CashierId], Hands]]:
    """Signs somebody in, at the place where that role begins."""
    window = a_window(qtbot, custody)
    yield lambda cashier_id: sign_in(Hands(qtbot, window), cashier_id)
    window.close()


def sign_in(hands: Hands, cashier_id: CashierId) -> Hands:
    hands.type(cashier_id)
    hands.enter()
    hands.type(PIN)
    hands.enter()
    hands.qtbot.waitUntil(lambda: hands.window.stack.currentWidget() is not hands.window.sign_in)
    return hands


def people_of(hands: Hands) -> PeopleScreen:
    screen = hands.room.screen_of(Place.PEOPLE)
    assert isinstance(screen, PeopleScreen)
    return screen


@pytest.fixture
def supervisor(seated: Callable[[CashierId], Hands], custody: CustodyCounter) -> Hands:
    """A supervisor with an open shift, at the list of people."""
    custody.verbs.open_shift(SUPERVISOR_ID, FLOAT)
    hands = seated(SUPERVISOR_ID)
    hands.press(Qt.Key.Key_I, CTRL)
    screen = people_of(hands)
    hands.qtbot.waitUntil(lambda: len(screen.list.people) > 0)
    return hands


def fill(hands: Hands, *texts: str) -> None:
    """Type into one field after the other; the last Enter gives them."""
    for text in texts:
        hands.type(text)
        hands.enter()


def test_the_list_shows_everybody_with_the_role(supervisor: Hands) -> None:
    assert [one.cashier_id for one in people_of(supervisor).list.people] == [
        "A301", "C101", "C102", "H401", "S201", "T501",
    ]  # fmt: skip


def test_a_temporary_cashier_is_made_at_the_keyboard(
    supervisor: Hands, custody: CustodyCounter
) -> None:
    supervisor.press(Qt.Key.Key_N, CTRL)
    assert supervisor.where == "Number (L and digits)"
    fill(supervisor, "l301")
    supervisor.enter()
    fill(supervisor, "RAKESH SINGH", "राकेश सिंह", "५८२३", "5823", PIN)
    screen = people_of(supervisor)
    supervisor.qtbot.waitUntil(lambda: "L301" in screen.notice.said)
    assert custody.verbs.sign_in(L301, "5823").cashier.name_en == "RAKESH SINGH"
    supervisor.qtbot.waitUntil(lambda: len(screen.list.people) == 7)


def test_a_second_enter_makes_nobody_twice(supervisor: Hands, custody: CustodyCounter) -> None:
    supervisor.press(Qt.Key.Key_N, CTRL)
    panel = people_of(supervisor).new
    panel.begin(
        number="L301", last_day="24-11-2026", name_en="RAKESH", name_hi="",
        new_pin="5823", again="5823", own_pin=PIN,
    )  # fmt: skip
    for _ in range(2):
        panel.give_button.click()
    supervisor.qtbot.waitUntil(lambda: "L301" in people_of(supervisor).notice.said)
    assert len(custody.asked("make_local_person")) == 1


def test_an_easy_pin_is_said_beside_its_field_and_the_rest_stays(supervisor: Hands) -> None:
    supervisor.press(Qt.Key.Key_N, CTRL)
    panel = people_of(supervisor).new
    panel.begin(
        number="L301", last_day="24-11-2026", name_en="RAKESH", name_hi="",
        new_pin="1234", again="1234", own_pin=PIN,
    )  # fmt: skip
    panel.give_button.click()
    supervisor.qtbot.waitUntil(lambda: panel.fields[NEW_PIN].problem != "")
    assert panel.fields[NAME_EN].editor.text() == "RAKESH"  # type: ignore[union-attr]  # a line of text
    assert panel.give_button.isEnabled()


def test_a_day_that_is_none_is_said_at_once(supervisor: Hands, custody: CustodyCounter) -> None:
    supervisor.press(Qt.Key.Key_N, CTRL)
    panel = people_of(supervisor).new
    panel.begin(last_day="soon")
    panel.give_button.click()
    assert panel.fields["last_day"].problem == "A day as 23-11-2026."
    assert custody.asked("make_local_person") == []


def test_a_wrong_own_pin_makes_nobody(supervisor: Hands, custody: CustodyCounter) -> None:
    supervisor.press(Qt.Key.Key_N, CTRL)
    panel = people_of(supervisor).new
    panel.begin(
        number="L301", last_day="24-11-2026", name_en="RAKESH", name_hi="",
        new_pin="5823", again="5823", own_pin="9999",
    )  # fmt: skip
    panel.give_button.click()
    supervisor.qtbot.waitUntil(lambda: panel.fields[OWN_PIN].problem != "")
    refusal = refusal_of(lambda: custody.verbs.sign_in(L301, "5823"))
    assert refusal.code is RefusalCode.CASHIER_UNKNOWN


def choose(hands: Hands, cashier_id: CashierId) -> None:
    screen = people_of(hands)
    numbers = [one.cashier_id for one in screen.list.people]
    screen.list.table.selectRow(numbers.index(cashier_id))


def test_a_temporary_cashier_is_ended(supervisor: Hands, custody: CustodyCounter) -> None:
    from tests.use_cases.test_people import NEW

    custody.verbs.make_local_person(NEW, SUPERVISOR_ID, PIN)
    screen = people_of(supervisor)
    screen.enter()
    supervisor.qtbot.waitUntil(lambda: len(screen.list.people) == 7)
    choose(supervisor, L301)
    supervisor.press(Qt.Key.Key_E, CTRL)
    fill(supervisor, PIN)
    supervisor.qtbot.waitUntil(lambda: "signs in no more" in screen.notice.said)
    assert refusal_of(lambda: custody.verbs.sign_in(L301, "5823")).code is RefusalCode.CASHIER_LEFT


def test_people_of_the_office_are_not_ended_here(supervisor: Hands) -> None:
    choose(supervisor, CASHIER_ID)
    assert not people_of(supervisor).list.end_button.isEnabled()
    assert not people_of(supervisor).list.unlock_button.isEnabled()


def test_who_typed_wrong_pins_is_unlocked_with_a_reason(
    supervisor: Hands, custody: CustodyCounter
) -> None:
    for _ in range(5):
        refusal_of(lambda: custody.verbs.sign_in(CASHIER_ID, "0000"))
    screen = people_of(supervisor)
    screen.enter()
    supervisor.qtbot.waitUntil(lambda: any(one.wrong_pins for one in screen.list.people))
    choose(supervisor, CASHIER_ID)
    supervisor.press(Qt.Key.Key_U, ALT)
    fill(supervisor, "was nervous", PIN)
    supervisor.qtbot.waitUntil(lambda: "may sign in again" in screen.notice.said)
    custody.verbs.sign_in(CASHIER_ID, PIN)


def test_esc_goes_back_and_forgets_what_was_typed(supervisor: Hands) -> None:
    supervisor.press(Qt.Key.Key_N, CTRL)
    supervisor.type("L301")
    supervisor.press(Qt.Key.Key_Escape)
    screen = people_of(supervisor)
    assert screen.list.isVisible()
    assert screen.new.fields["number"].editor.text() == ""  # type: ignore[union-attr]  # a line of text


def test_a_cashier_finds_the_own_pin_alone(
    seated: Callable[[CashierId], Hands], custody: CustodyCounter
) -> None:
    custody.verbs.open_shift(CASHIER_ID, FLOAT)
    hands = seated(CASHIER_ID)
    hands.press(Qt.Key.Key_I, CTRL)
    screen = people_of(hands)
    assert screen.own.isVisible()
    assert custody.asked("list_people") == []
    fill(hands, PIN, "8026", "8062")
    hands.qtbot.waitUntil(lambda: screen.own.fields["again"].problem != "")
    fill(hands, "8026", "8026")
    hands.qtbot.waitUntil(lambda: "holds from now on" in screen.notice.said)
    custody.verbs.sign_in(CASHIER_ID, "8026")


def test_a_technician_sees_the_facts_of_the_counter_and_no_money(
    seated: Callable[[CashierId], Hands],
) -> None:
    hands = seated(TECHNICIAN_ID)
    assert hands.room.place is Place.COUNTER
    screen = hands.room.screen_of(Place.COUNTER)
    assert isinstance(screen, CounterFactsScreen)
    hands.qtbot.waitUntil(lambda: screen.said.get("Version") == "0.5.0")
    assert screen.said["Settings file"] == "settings.json"
    assert screen.said["Books"].startswith("whole")
    for key in (Qt.Key.Key_F6, Qt.Key.Key_F7, Qt.Key.Key_F10):
        hands.press(key)
    assert hands.room.place is Place.COUNTER


def test_the_check_of_the_books_says_what_is_wrong(
    seated: Callable[[CashierId], Hands], custody: CustodyCounter
) -> None:
    hands = seated(TECHNICIAN_ID)
    screen = hands.room.screen_of(Place.COUNTER)
    assert isinstance(screen, CounterFactsScreen)
    hands.qtbot.waitUntil(screen.check_button.isEnabled)
    custody.verbs.ledger.problem = "message 7 does not follow message 6"
    hands.press(Qt.Key.Key_G, ALT)
    hands.qtbot.waitUntil(lambda: screen.said["Books"] == "message 7 does not follow message 6")


def test_an_accountant_is_asked_for_no_float(
    seated: Callable[[CashierId], Hands], custody: CustodyCounter
) -> None:
    hands = seated(ACCOUNTANT_ID)
    assert hands.room.place is Place.RECEIPTS
    assert custody.asked("open_shift") == []


def test_the_language_changes_under_what_is_typed(
    supervisor: Hands, english_and_light: QApplication
) -> None:
    supervisor.press(Qt.Key.Key_N, CTRL)
    supervisor.type("L301")
    supervisor.press(Qt.Key.Key_F12)
    supervisor.qtbot.waitUntil(lambda: supervisor.where.startswith("संख्या"))
    assert supervisor.text == "L301"


def test_another_cashier_comes_and_no_cash_is_mixed(
    seated: Callable[[CashierId], Hands], custody: CustodyCounter
) -> None:
    custody.verbs.open_shift(CASHIER_ID, FLOAT)
    hands = seated(CASHIER_ID)
    hands.press(Qt.Key.Key_G, CTRL)
    sign_in_page = hands.window.sign_in
    hands.qtbot.waitUntil(lambda: "Shift 1 is suspended" in sign_in_page.notice.said)
    assert custody.verbs.view_till(CASHIER_ID).seen.state is ShiftState.SUSPENDED
    sign_in(hands, SECOND_CASHIER_ID)
    assert hands.window.stack.currentWidget() is hands.window.sitting.shift  # type: ignore[union-attr]  # it has grown


def test_a_disk_that_fails_keeps_the_cashier_here(
    seated: Callable[[CashierId], Hands], custody: CustodyCounter
) -> None:
    custody.verbs.open_shift(CASHIER_ID, FLOAT)
    hands = seated(CASHIER_ID)
    custody.fails["suspend_shift"] = [Fault(FaultCode.DISK_FULL)]
    hands.press(Qt.Key.Key_G, CTRL)
    hands.qtbot.waitUntil(lambda: hands.screen.notice.said != "")
    assert hands.room.isVisible()


def test_who_comes_back_to_a_suspended_shift_suspends_nothing_twice(
    seated: Callable[[CashierId], Hands], custody: CustodyCounter
) -> None:
    custody.verbs.open_shift(CASHIER_ID, FLOAT)
    custody.verbs.suspend_shift(CASHIER_ID)
    hands = seated(CASHIER_ID)
    hands.qtbot.waitUntil(lambda: hands.room.strip.shift_state is ShiftState.SUSPENDED)
    hands.press(Qt.Key.Key_G, CTRL)
    hands.wait_for("Cashier number")
    assert custody.asked("suspend_shift") == []

"""Cheques, drafts and UPI credits on the screen: by state, marked together, given back, by the keys alone."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from counter_app.domain.bank_paper import InstrumentState
from counter_app.domain.errors import Fault, FaultCode, Refusal, RefusalCode
from counter_app.domain.money import Money
from tests.builders import TODAY
from tests.ui.office import a_cheque_held, a_credit_held, a_full_tray, over_accounts
from ui.changes import Change
from ui.instruments_form import MOST_ROWS
from ui.instruments_screen import InstrumentsScreen
from ui.language import Language, speak
from ui.workroom import Place

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from tests.ui.fake_desk import FakeCounter
    from tests.ui.hands import Hands

ALT = Qt.KeyboardModifier.AltModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
DAY = timedelta(days=1)


def instruments(hands: Hands, rows: int) -> InstrumentsScreen:
    hands.go(Place.INSTRUMENTS, Qt.Key.Key_F10)
    screen = hands.room.screen_of(Place.INSTRUMENTS)
    assert isinstance(screen, InstrumentsScreen)
    hands.qtbot.waitUntil(lambda: len(screen.list.table.rows) == rows)
    return screen


def go_to(hands: Hands, screen: InstrumentsScreen, state: InstrumentState, rows: int) -> None:
    """Up and down in the list of states, then Enter into the list."""
    if hands.where != "Where they stand":
        hands.press(Qt.Key.Key_Backtab, SHIFT)
    assert hands.where == "Where they stand"
    hands.press(Qt.Key.Key_Home, CONTROL)
    while screen.list.state is not state:
        hands.press(Qt.Key.Key_Down)
    hands.enter()
    hands.qtbot.waitUntil(lambda: len(screen.list.table.rows) == rows)
    assert hands.where == "Cheques, drafts and UPI"


def moves(counter: FakeCounter) -> list[object]:
    return counter.asked("move_instrument")


def space(hands: Hands, times: int = 1) -> None:
    """Mark so many; what the scanner's filter held back has arrived."""
    for _ in range(times):
        hands.press(Qt.Key.Key_Space)
    hands.type("")


def numbers(screen: InstrumentsScreen) -> list[str]:
    return [row[1].text for row in screen.list.table.rows]


def test_what_waits_is_counted_by_state_and_listed_newest_first(
    hands: Hands, counter: FakeCounter
) -> None:
    counter.tray = a_full_tray()
    hands.window.resize(1366, 768)
    screen = instruments(hands, 12)
    assert [(row[0].text, row[1].text) for row in screen.list.states.rows] == [
        ("Received", "12"), ("Listed", "3"), ("Deposited", "7"), ("UPI claimed", "5"), ("UPI not found", "1"),
        ("Cleared", ""), ("Returned", ""), ("UPI confirmed", ""), ("Given back", ""),
    ]  # fmt: skip
    assert [cell.text for cell in screen.list.table.rows[0]] == [
        "Draft", "009001", "State Bank of India", "₹\u00a01,450.50", "KID07/2627/009001", "2 days", "21 Nov 2026",
    ]  # fmt: skip


def test_the_list_as_shown_is_printed_in_the_language_spoken(
    hands: Hands, counter: FakeCounter
) -> None:
    counter.tray = a_full_tray()
    screen = instruments(hands, 12)
    hands.press(Qt.Key.Key_P, CONTROL)
    hands.qtbot.waitUntil(lambda: "List given to the printer" in screen.notice.said)
    shown = tuple(one.identity for one in screen.list.shown)
    assert len(shown) == 12
    assert counter.asked("save_instruments") == [(shown, "en")]
    counter.fails["save_instruments"] = [Fault(FaultCode.FILE_NOT_WRITTEN)]
    hands.press(Qt.Key.Key_P, CONTROL)
    hands.qtbot.waitUntil(lambda: "List given to the printer" not in screen.notice.said)


def test_an_empty_tray_says_what_it_means(hands: Hands) -> None:
    screen = instruments(hands, 0)
    assert "No cheque or draft waits to be put on a deposit slip." in hands.seen()
    assert not screen.list.steps.isVisible()


def test_all_marked_go_on_one_slip_with_one_reference(hands: Hands, counter: FakeCounter) -> None:
    counter.tray = {one.identity: one for one in (a_cheque_held(n, days_ago=0) for n in (1, 2, 3))}
    screen = instruments(hands, 3)
    space(hands, 2)
    assert "2 chosen, ₹\u00a02,901.00" in hands.seen()
    hands.enter()
    assert hands.where == "Bank's reference (slip, UTR)"
    hands.type("SLIP 12")
    hands.press(Qt.Key.Key_Return, CONTROL)
    hands.qtbot.waitUntil(lambda: numbers(screen) == ["000001"])
    assert moves(counter) == [
        ("cheque:BARB0KIDWAI:000002", InstrumentState.LISTED, TODAY, "SLIP 12"),
        ("cheque:HDFC0000987:000003", InstrumentState.LISTED, TODAY, "SLIP 12"),
    ]
    assert screen.notice.said == "2 marked “Listed”, ₹\u00a02,901.00"
    assert hands.where == "Cheques, drafts and UPI"
    assert screen.list.steps.reference.editor.text() == ""  # type: ignore[union-attr]  # a text field


def test_without_a_mark_the_step_is_of_the_one_one_stands_on(
    hands: Hands, counter: FakeCounter
) -> None:
    counter.tray = a_full_tray()
    screen = instruments(hands, 12)
    hands.press(Qt.Key.Key_Down)
    hands.press(Qt.Key.Key_Return, CONTROL)
    hands.qtbot.waitUntil(lambda: len(screen.list.table.rows) == 11)
    assert len(moves(counter)) == 1
    assert "004510" not in numbers(screen)


def test_ctrl_a_marks_all_and_takes_all_marks_back(hands: Hands, counter: FakeCounter) -> None:
    counter.tray = a_full_tray()
    screen = instruments(hands, 12)
    hands.press(Qt.Key.Key_A, CONTROL)
    assert len(screen.list.chosen) == 12
    hands.press(Qt.Key.Key_A, CONTROL)
    assert len(screen.list.chosen) == 1
    space(hands)
    space(hands)
    assert len(screen.list.chosen) == 2


def test_a_cheque_goes_from_received_to_cleared_by_the_keys(
    hands: Hands, counter: FakeCounter
) -> None:
    counter.tray = {"cheque:SBIN0001234:000001": a_cheque_held(1, days_ago=0)}
    screen = instruments(hands, 1)
    for state in (InstrumentState.LISTED, InstrumentState.DEPOSITED, InstrumentState.CLEARED):
        hands.press(Qt.Key.Key_Return, CONTROL)
        hands.qtbot.waitUntil(lambda: not screen.list.table.rows)
        go_to(hands, screen, state, 1)
    assert not screen.list.steps.first_button.isVisible()
    assert screen.list.steps.return_button.isVisible()


def test_a_credit_is_found_or_not(hands: Hands, counter: FakeCounter) -> None:
    counter.tray = {
        one.identity: one for one in (a_credit_held("632711990001"), a_credit_held("632711990002"))
    }
    screen = instruments(hands, 0)
    go_to(hands, screen, InstrumentState.CLAIMED, 2)
    hands.press(Qt.Key.Key_U, ALT)
    hands.qtbot.waitUntil(lambda: len(screen.list.table.rows) == 1)
    hands.press(Qt.Key.Key_Return, CONTROL)
    hands.qtbot.waitUntil(lambda: not screen.list.table.rows)
    assert [one.state for one in counter.tray.values()] == [
        InstrumentState.CONFIRMED,
        InstrumentState.UNMATCHED,
    ]


def test_typing_finds_a_cheque_and_says_when_it_finds_none(
    hands: Hands, counter: FakeCounter
) -> None:
    counter.tray = a_full_tray()
    screen = instruments(hands, 12)
    hands.press(Qt.Key.Key_F2)
    hands.type("hdfc")
    assert numbers(screen) == ["004507", "004503"]
    hands.type("x")
    assert "Nothing here holds what was typed. Empty the box to see all." in hands.seen()
    hands.press(Qt.Key.Key_Backspace)
    hands.enter()
    assert hands.where == "Cheques, drafts and UPI"


def test_a_very_long_list_shows_the_newest_and_says_so(hands: Hands, counter: FakeCounter) -> None:
    counter.tray = {
        one.identity: one for one in (a_cheque_held(n, days_ago=0) for n in range(1, MOST_ROWS + 3))
    }
    screen = instruments(hands, MOST_ROWS)
    assert numbers(screen)[0] == f"{MOST_ROWS + 2:06d}"
    assert "The newest 500 are shown: type to find others." in hands.seen()


def test_a_day_that_cannot_be_is_told_at_its_field(hands: Hands, counter: FakeCounter) -> None:
    counter.tray = a_full_tray()
    screen = instruments(hands, 12)
    screen.list.steps.day.setFocus()
    for text, problem in (
        ("24-11-2026", "This day is still to come."),
        ("1-11-2026", "That is before the step it stands at."),
        ("today", "Type a date, such as 23-11-2026."),
    ):
        hands.press(Qt.Key.Key_A, CONTROL)
        hands.type(text)
        hands.press(Qt.Key.Key_Return, CONTROL)
        assert screen.list.steps.day.problem == problem
        assert hands.where == "On which day"
    assert moves(counter) == []


def test_what_is_declined_halfway_leaves_what_was_done_and_says_where_it_stopped(
    hands: Hands, counter: FakeCounter
) -> None:
    counter.tray = {one.identity: one for one in (a_cheque_held(n, days_ago=0) for n in (1, 2, 3))}
    screen = instruments(hands, 3)
    del counter.tray["cheque:BARB0KIDWAI:000002"]
    hands.press(Qt.Key.Key_A, CONTROL)
    hands.press(Qt.Key.Key_Return, CONTROL)
    hands.qtbot.waitUntil(lambda: numbers(screen) == ["000003"])
    assert screen.notice.said.startswith(
        "1 marked “Listed”, ₹\u00a01,450.50 Stopped at Cheque 000002,"
    )


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (Refusal(RefusalCode.NOT_ALLOWED, cashier_id="A301"), "Only who may take money marks it."),
        (Fault(FaultCode.DISK_FULL), "disk"),
    ],
)
def test_who_may_not_and_what_fails_is_told_and_nothing_moves(
    hands: Hands, counter: FakeCounter, error: Exception, said: str
) -> None:
    counter.tray = a_full_tray()
    screen = instruments(hands, 12)
    counter.fails["move_instrument"] = [error]
    hands.press(Qt.Key.Key_Return, CONTROL)
    hands.qtbot.waitUntil(lambda: said in screen.notice.said)
    assert len(screen.list.table.rows) == 12
    assert screen.list.steps.first_button.isEnabled()


def begin_return(hands: Hands, counter: FakeCounter) -> InstrumentsScreen:
    held = over_accounts()
    counter.tray = {held.identity: held}
    screen = instruments(hands, 0)
    go_to(hands, screen, InstrumentState.DEPOSITED, 1)
    hands.press(Qt.Key.Key_R, ALT)
    assert hands.where == "Reason on the bank's memo"
    return screen


def test_before_a_return_it_is_shown_what_it_undoes(hands: Hands, counter: FakeCounter) -> None:
    screen = begin_return(hands, counter)
    assert [[cell.text for cell in row] for row in screen.giving_back.table.rows] == [
        ["KID07/2627/000201", "7412000201", "bill 261112000201", "−₹\u00a03,200.00"],
        ["KID07/2627/000202", "7412000202", "bill 261112000202", "−₹\u00a01,450.50"],
        ["KID07/2627/000203", "7412000203", "advance", "−₹\u00a0260.00"],
        ["KID07/2627/000203", "7412000203", "bill 261100000203", "−₹\u00a0640.00"],
    ]
    assert any(
        text.startswith("₹\u00a05,550.50 is taken back. Receipts: 3, accounts: 3.")
        for text in hands.seen()
    )
    assert counter.asked("return_instrument") == []


def test_a_return_is_noted_by_the_keys_with_reason_and_charge(
    hands: Hands, counter: FakeCounter
) -> None:
    screen = begin_return(hands, counter)
    hands.press(Qt.Key.Key_Down)
    hands.press(Qt.Key.Key_Tab)
    hands.type("second time")
    hands.enter()
    hands.type("118")
    hands.enter()
    hands.qtbot.waitUntil(lambda: not screen.list.table.rows)
    assert counter.asked("return_instrument") == [
        (over_accounts().identity, TODAY, "01 Funds insufficient: second time", Money.rupees(118))
    ]
    assert "3 receipts were undone as far as it paid them." in screen.notice.said


def test_a_return_without_a_reason_or_with_a_wrong_charge_is_told_at_its_field(
    hands: Hands, counter: FakeCounter
) -> None:
    screen = begin_return(hands, counter)
    hands.press(Qt.Key.Key_Return, CONTROL)
    assert screen.giving_back.fields["reason"].problem == "Choose the reason, or type it below."
    hands.press(Qt.Key.Key_Down)
    assert screen.giving_back.fields["reason"].problem == ""
    screen.giving_back.fields["charge"].setFocus()
    hands.type("12x")
    hands.press(Qt.Key.Key_Return, CONTROL)
    assert "is not an amount" in screen.giving_back.fields["charge"].problem
    assert counter.asked("return_instrument") == []


def test_a_cashier_may_not_note_a_return_and_is_told_who_may(
    hands: Hands, counter: FakeCounter
) -> None:
    counter.may_return = False
    screen = begin_return(hands, counter)
    hands.press(Qt.Key.Key_Down)
    hands.press(Qt.Key.Key_Return, CONTROL)
    hands.qtbot.waitUntil(lambda: "Only the head cashier or a supervisor" in screen.notice.said)
    assert screen.giving_back.isVisible()
    assert screen.giving_back.return_button.isEnabled()


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (Refusal(RefusalCode.COUNTER_STOPPED, reason="fork"), "has stopped taking payments"),
        (Fault(FaultCode.DISK_FULL), "disk"),
    ],
)
def test_a_return_that_fails_keeps_what_was_typed(
    hands: Hands, counter: FakeCounter, error: Exception, said: str
) -> None:
    counter.fails["return_instrument"] = [error]
    screen = begin_return(hands, counter)
    hands.press(Qt.Key.Key_Down)
    hands.press(Qt.Key.Key_Return, CONTROL)
    hands.qtbot.waitUntil(lambda: said in screen.notice.said)
    assert screen.giving_back.form is not None
    assert screen.giving_back.form.said == "01 Funds insufficient"


def test_esc_goes_back_and_undoes_nothing(hands: Hands, counter: FakeCounter) -> None:
    screen = begin_return(hands, counter)
    hands.press(Qt.Key.Key_Escape)
    assert screen.list.isVisible()
    assert counter.asked("return_instrument") == []


def test_only_one_can_be_given_back_at_a_time(hands: Hands, counter: FakeCounter) -> None:
    counter.tray = a_full_tray()
    screen = instruments(hands, 12)
    go_to(hands, screen, InstrumentState.DEPOSITED, 7)
    space(hands, 2)
    assert not screen.list.steps.return_button.isVisible()


def test_a_card_number_is_never_kept(hands: Hands, counter: FakeCounter) -> None:
    counter.tray = a_full_tray()
    screen = instruments(hands, 12)
    hands.enter()
    hands.type("4111111111111111")
    hands.qtbot.waitUntil(lambda: "looks like a card number" in screen.notice.said)
    assert hands.text == ""


def test_what_comes_meanwhile_is_listed_and_marks_stay(hands: Hands, counter: FakeCounter) -> None:
    counter.tray = a_full_tray()
    screen = instruments(hands, 12)
    space(hands, 2)
    new = a_cheque_held(9_999, days_ago=0)
    counter.tray[new.identity] = new
    assert hands.window.sitting is not None
    hands.window.sitting.changes.announce(Change.RECEIPTS)
    hands.qtbot.waitUntil(lambda: len(screen.list.table.rows) == 13)
    assert {one.paper.number for one in screen.list.chosen if one.paper} == {"009001", "004510"}


@pytest.mark.parametrize("language", Language)
def test_every_state_has_its_words_and_its_empty_sentence(
    hands: Hands, counter: FakeCounter, dressed: QApplication, language: Language
) -> None:
    screen = instruments(hands, 0)
    speak(dressed, language)
    for place in range(len(screen.list.states.rows)):
        screen.list.states.selectRow(place)
        hands.qtbot.waitUntil(lambda: not screen.list.table.rows)
        assert all(row[0].text for row in screen.list.states.rows)

"""Receipts, outbox and day report: what is listed, and what a cashier can do there."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from counter_app.domain.errors import Fault, FaultCode
from counter_app.domain.money import Money
from counter_app.domain.receipt import PrintOutcome, PrintReason, PrintState
from counter_app.use_cases.views import Fated, ToldReturn
from tests.builders import NOW, TODAY
from tests.ui.consumers import ORDINARY, PREPAID
from ui.day_report_screen import DayReportScreen
from ui.outbox_screen import OutboxScreen
from ui.receipts_screen import ReceiptsScreen
from ui.workroom import Place

if TYPE_CHECKING:
    from tests.ui.fake_desk import FakeCounter
    from tests.ui.hands import Hands

ALT = Qt.KeyboardModifier.AltModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


def pay(hands: Hands, counter: FakeCounter, *accounts: str) -> None:
    for taken, account in enumerate(accounts, start=1):
        hands.open(account)
        hands.enter()
        hands.enter()
        hands.wait_taken(counter, taken)
    hands.qtbot.waitUntil(lambda: len(counter.asked("print_receipt")) == len(accounts))


def receipts(hands: Hands, rows: int) -> ReceiptsScreen:
    hands.go(Place.RECEIPTS, Qt.Key.Key_F7)
    screen = hands.room.screen_of(Place.RECEIPTS)
    assert isinstance(screen, ReceiptsScreen)
    hands.qtbot.waitUntil(lambda: len(screen.table.rows) == rows)
    return screen


def outbox(hands: Hands) -> OutboxScreen:
    hands.go(Place.OUTBOX, Qt.Key.Key_F8)
    screen = hands.room.screen_of(Place.OUTBOX)
    assert isinstance(screen, OutboxScreen)
    hands.qtbot.waitUntil(lambda: screen.view is not None)
    return screen


def day(hands: Hands) -> DayReportScreen:
    hands.go(Place.DAY_REPORT, Qt.Key.Key_F9)
    screen = hands.room.screen_of(Place.DAY_REPORT)
    assert isinstance(screen, DayReportScreen)
    hands.qtbot.waitUntil(lambda: screen.report is not None)
    return screen


def offline(counter: FakeCounter) -> None:
    counter.server_fault = Fault(FaultCode.SERVER_NOT_REACHED)


def test_receipts_come_newest_first_with_masked_names(hands: Hands, counter: FakeCounter) -> None:
    offline(counter)
    pay(hands, counter, ORDINARY, PREPAID)
    rows = receipts(hands, 2).table.rows
    assert [cell.text for cell in rows[1]] == [
        "KID07/2627/000123", "11:30", ORDINARY, "R*** P*** S***", "Cash", "₹\u00a01,450.50", "Printed", "Not sent yet",
    ]  # fmt: skip
    assert rows[0][0].text == "KID07/2627/000124"


def test_a_copy_is_printed_for_whoever_asks(hands: Hands, counter: FakeCounter) -> None:
    pay(hands, counter, ORDINARY)
    screen = receipts(hands, 1)
    hands.press(Qt.Key.Key_P, ALT)
    hands.qtbot.waitUntil(lambda: screen.table.rows[0][6].text == "Printed, copies: 2")
    assert counter.asked("reprint_receipt") == ["KID07/2627/000123"]


def test_an_uncertain_receipt_is_answered_here_too(hands: Hands, counter: FakeCounter) -> None:
    counter.prints = [PrintOutcome(PrintState.UNCERTAIN, PrintReason.INTERRUPTED)]
    pay(hands, counter, ORDINARY)
    screen = receipts(hands, 1)
    hands.qtbot.waitUntil(lambda: screen.table.rows[0][6].text == "Came out?")
    assert not screen.again_button.isVisible()
    hands.press(Qt.Key.Key_Y, ALT)
    hands.qtbot.waitUntil(lambda: screen.table.rows[0][6].text == "Printed")


def test_an_empty_day_says_so(hands: Hands) -> None:
    receipts(hands, 0)
    assert "No receipt yet today" in hands.seen()


def test_the_outbox_shows_what_is_unsent_and_f5_sends_it(
    hands: Hands, counter: FakeCounter
) -> None:
    offline(counter)
    pay(hands, counter, ORDINARY, PREPAID)
    screen = outbox(hands)
    hands.qtbot.waitUntil(lambda: len(screen.table.rows) == 2)
    assert screen.table.rows[0][1].text == "Payment"
    counter.server_fault = None
    hands.press(Qt.Key.Key_F5)
    hands.qtbot.waitUntil(lambda: "Everything is at the centre" in hands.seen())
    hands.qtbot.waitUntil(lambda: "All sent" in hands.seen())


def test_payments_set_aside_carry_their_reason(hands: Hands, counter: FakeCounter) -> None:
    counter.set_aside = (
        Fated("KID07/2627/000098", "7412009911", Money.rupees(820), "UNKNOWN_ACCOUNT", "SUS-2211", NOW - timedelta(1)),
    )  # fmt: skip
    screen = outbox(hands)
    (row,) = screen.aside.rows
    assert row[3].text == "Account not known at the centre: in suspense"
    assert "The money stays in the takings. Give this list to your supervisor." in hands.seen()


def test_the_outbox_says_what_the_centre_decided_later(hands: Hands, counter: FakeCounter) -> None:
    waits = Fated("KID07/2627/000098", "SUSPENSE", Money.rupees(820), "UNKNOWN_ACCOUNT", "", NOW)
    double = replace(waits, fate="POSSIBLE_DOUBLE", decision="DOUBLE_CONFIRMED")
    matched_to = replace(waits, matched_to="7412009911", matched_name_en="MOHAN LAL")
    counter.set_aside = (matched_to, double)
    counter.told_returns = (
        ToldReturn("cheque:PUNB0123400:4512", Money.rupees(90), TODAY, "refer to drawer", Money(0)),
    )
    screen = outbox(hands)
    came_back, matched, paid_back = screen.aside.rows
    assert came_back[3].text.endswith("(F10) · refer to drawer")
    assert matched[3].text == "The centre booked it to account 7412009911, M*** L***"
    assert paid_back[3].text == "Paid twice: the office pays it back"


def test_the_day_report_adds_up_by_tender(hands: Hands, counter: FakeCounter) -> None:
    offline(counter)
    pay(hands, counter, ORDINARY, PREPAID)
    screen = day(hands)
    assert len(screen.table.rows) == 2
    assert {"₹\u00a02,090.50 · 2", "₹\u00a00.00 · 0", "000123 – 000124"} <= set(hands.seen())


def test_the_report_is_saved_and_printed_in_the_language_spoken(
    hands: Hands, counter: FakeCounter
) -> None:
    screen = day(hands)
    hands.press(Qt.Key.Key_S, CONTROL)
    hands.qtbot.waitUntil(lambda: "Report saved" in screen.notice.said)
    hands.press(Qt.Key.Key_F12)
    hands.press(Qt.Key.Key_P, CONTROL)
    hands.qtbot.waitUntil(lambda: bool(counter.asked("print_file")))
    assert counter.asked("save_day_report") == ["en", "hi"]


def test_another_day_is_a_key_away(hands: Hands, counter: FakeCounter) -> None:
    screen = day(hands)
    hands.press(Qt.Key.Key_Left, ALT)
    hands.qtbot.waitUntil(lambda: screen.report is not None and screen.report.business_date < TODAY)
    assert counter.asked("report_day")[-1] == TODAY - timedelta(days=1)
    assert "No receipt on this day" in hands.seen()
    hands.press(Qt.Key.Key_Right, ALT)
    hands.qtbot.waitUntil(
        lambda: screen.report is not None and screen.report.business_date == TODAY
    )


def test_a_report_that_cannot_be_written_is_told(hands: Hands, counter: FakeCounter) -> None:
    counter.fails["save_day_report"] = [Fault(FaultCode.FILE_NOT_WRITTEN)]
    screen = day(hands)
    hands.press(Qt.Key.Key_S, CONTROL)
    hands.qtbot.waitUntil(lambda: "The file could not be written" in screen.notice.said)


def test_an_outbox_first_seen_while_the_server_is_away_leaves_the_keys_to_the_window(
    hands: Hands, counter: FakeCounter
) -> None:
    offline(counter)
    hands.press(Qt.Key.Key_F5)
    sitting = hands.window.sitting
    assert sitting is not None
    hands.qtbot.waitUntil(lambda: sitting.heartbeat.reach.fault is not None)
    outbox(hands)
    assert QApplication.activeWindow() is hands.window
    hands.go(Place.RECEIPTS, Qt.Key.Key_F7)

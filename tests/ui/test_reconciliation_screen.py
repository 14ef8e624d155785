"""The daily reconciliation on the screen: asked for by a person, named payment by payment, printed."""

from __future__ import annotations

import threading
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from counter_app.domain.errors import Fault, FaultCode
from counter_app.domain.money import Money
from counter_app.domain.receipt import PrintOutcome, PrintReason, PrintState
from counter_app.domain.reconciliation import DifferenceKind, Reconciled
from tests.builders import NOW, TODAY
from tests.days_compared import a_day_that_differs, all_compared, centre, kept, taken
from ui.day_report_screen import DayReportScreen
from ui.language import Language, speak
from ui.reconciliation_screen import ReconciliationScreen
from ui.reconciliation_words import DIFFERENCE_WORDS, advice_text, reconciled_text, side_text
from ui.workroom import Place

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from tests.ui.fake_desk import FakeCounter
    from tests.ui.hands import Hands

CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
YESTERDAY = TODAY - timedelta(days=1)
OURS = (taken(2), taken(3, ("card", 50_00), ("cash", 20_00)), taken(4, ("upi", 66_00), fate=""))


def screen(hands: Hands) -> ReconciliationScreen:
    hands.press(Qt.Key.Key_M, CONTROL)
    hands.qtbot.waitUntil(lambda: hands.room.place is Place.RECONCILIATION)
    shown = hands.room.screen_of(Place.RECONCILIATION)
    assert isinstance(shown, ReconciliationScreen)
    hands.qtbot.waitUntil(lambda: shown.day is not None)
    return shown


def compared(hands: Hands) -> ReconciliationScreen:
    shown = screen(hands)
    hands.enter()
    hands.qtbot.waitUntil(lambda: shown.made is not None)
    return shown


def test_a_day_is_compared_by_one_key_and_is_equal(hands: Hands, counter: FakeCounter) -> None:
    counter.taken_today = OURS
    shown = compared(hands)
    assert shown.notice.said.startswith("Equal to the centre, to the paisa")
    assert [[cell.text for cell in row] for row in shown.tables.tenders.rows] == [
        ["Cash", "2 · ₹\u00a0120.00", "–", "2 · ₹\u00a0120.00", ""],
        ["Card", "1 · ₹\u00a050.00", "–", "1 · ₹\u00a050.00", ""],
        ["UPI", "1 · ₹\u00a066.00", "–", "1 · ₹\u00a066.00", ""],
        ["Total", "3 · ₹\u00a0236.00", "–", "3 · ₹\u00a0236.00", ""],
    ]
    assert shown.tables.differences.isHidden()
    assert "23 Nov 2026, 11:30: equal to the centre" in " ".join(hands.seen())
    assert [one for one in counter.threads if one.startswith("reconcile_day")] == [
        "reconcile_day@sync"
    ]


def test_every_difference_is_listed_with_what_to_do(hands: Hands, counter: FakeCounter) -> None:
    counter.taken_today = OURS[:2]
    counter.kept_there = centre(kept(OURS[0]))
    shown = compared(hands)
    assert shown.notice.said.startswith("1 payments differ from the centre")
    ((receipt, why, here, there, difference),) = shown.tables.differences.rows
    assert (receipt.text, why.text, here.text, there.text, difference.text) == (
        OURS[1].receipt_no,
        "Missing at the centre",
        "₹\u00a070.00",
        "–",
        "−₹\u00a070.00",
    )
    assert shown.tables.advice.text() == advice_text(DifferenceKind.MISSING_THERE)
    assert shown.tables.differences.hasFocus()
    hands.qtbot.waitUntil(lambda: hands.room.strip.unreconciled_day == TODAY)
    assert "1 differ from the centre (Ctrl+M)" in hands.seen()


def test_what_is_unsent_is_told_and_can_be_compared_again(
    hands: Hands, counter: FakeCounter
) -> None:
    counter.taken_today = OURS
    counter.kept_there = centre(*map(kept, OURS[:2]), upto=3)
    shown = compared(hands)
    assert "1 payments (₹\u00a066.00) are not sent yet" in shown.notice.said
    counter.kept_there = None
    hands.enter()
    hands.qtbot.waitUntil(lambda: len(counter.asked("reconcile_day")) == 2)
    hands.qtbot.waitUntil(lambda: shown.notice.said.startswith("Equal"))


def test_without_the_centre_it_says_why_and_shows_what_was_acknowledged(
    hands: Hands, counter: FakeCounter
) -> None:
    counter.taken_today, counter.away = OURS, "server_not_reached"
    shown = compared(hands)
    assert shown.notice.said.startswith("The centre could not be asked: ")
    assert shown.tables.tenders.rows[-1][3].text == "2 · ₹\u00a0170.00"


def test_a_fault_of_the_books_is_told_and_the_button_works_again(
    hands: Hands, counter: FakeCounter
) -> None:
    counter.fails["reconcile_day"] = [Fault(FaultCode.DISK_FULL)]
    shown = screen(hands)
    hands.enter()
    hands.qtbot.waitUntil(lambda: "disk" in shown.notice.said.casefold())
    hands.enter()
    hands.qtbot.waitUntil(lambda: shown.made is not None)


def test_a_slow_comparison_tells_how_far_it_is_and_can_be_stopped(
    hands: Hands, counter: FakeCounter
) -> None:
    counter.comparing = threading.Event()
    shown = screen(hands)
    hands.enter()
    assert shown.notice.said == "Asking the centre…"
    hands.enter()
    hands.press(Qt.Key.Key_Left, ALT)
    assert shown.day == TODAY
    hands.press(Qt.Key.Key_Escape)
    counter.comparing.set()
    hands.qtbot.waitUntil(lambda: shown.notice.said.startswith("Stopped"))
    assert len(counter.asked("reconcile_day")) == 1
    assert shown.made is None
    hands.enter()
    hands.qtbot.waitUntil(lambda: shown.made is not None)
    assert shown.stop_button.isHidden()


def test_a_window_that_closes_stops_a_comparison(hands: Hands, counter: FakeCounter) -> None:
    counter.comparing = threading.Event()
    shown = screen(hands)
    hands.enter()
    hands.room.end()
    counter.comparing.set()
    hands.qtbot.waitUntil(lambda: shown.notice.said.startswith("Stopped"))


def test_it_is_printed_on_a4_and_as_a_slip(hands: Hands, counter: FakeCounter) -> None:
    counter.taken_today = OURS
    shown = screen(hands)
    assert not shown.print_button.isEnabled()
    hands.enter()
    hands.qtbot.waitUntil(lambda: shown.made is not None)
    hands.press(Qt.Key.Key_P, CONTROL)
    hands.qtbot.waitUntil(lambda: shown.notice.said.startswith("Given to the printer"))
    assert counter.asked("save_reconciliation") == [(TODAY, "en")]
    counter.papers = [PrintOutcome(PrintState.NOT_SENT, PrintReason.PAPER_OUT)]
    hands.press(Qt.Key.Key_P, ALT)
    hands.qtbot.waitUntil(lambda: shown.notice.said.startswith("It was not printed"))


def test_the_day_before_is_one_key_away_and_nothing_of_today_stays(
    hands: Hands, counter: FakeCounter
) -> None:
    counter.taken_today = OURS
    shown = compared(hands)
    hands.press(Qt.Key.Key_Left, ALT)
    hands.qtbot.waitUntil(lambda: shown.day == YESTERDAY)
    assert shown.made is None
    assert "Not compared yet" in hands.seen()
    hands.press(Qt.Key.Key_Right, ALT)
    hands.qtbot.waitUntil(lambda: shown.day == TODAY)


def test_the_day_report_leads_to_the_day_it_shows_and_says_how_it_ended(
    hands: Hands, counter: FakeCounter
) -> None:
    counter.reconciled = Reconciled(NOW, True, 0, 0, 0)
    hands.go(Place.DAY_REPORT, Qt.Key.Key_F9)
    report = hands.room.screen_of(Place.DAY_REPORT)
    assert isinstance(report, DayReportScreen)
    hands.qtbot.waitUntil(lambda: report.report is not None)
    assert "23 Nov 2026, 11:30: equal to the centre" in hands.seen()
    hands.press(Qt.Key.Key_Left, ALT)
    hands.qtbot.waitUntil(lambda: report.day == YESTERDAY)
    report.reconcile_button.click()
    shown = hands.room.screen_of(Place.RECONCILIATION)
    assert isinstance(shown, ReconciliationScreen)
    assert (hands.room.place, shown.day) == (Place.RECONCILIATION, YESTERDAY)


def test_the_strip_asks_for_it_and_leads_to_the_day_that_is_due(
    hands: Hands, counter: FakeCounter
) -> None:
    counter.unreconciled_day = YESTERDAY
    hands.room.strip.load()
    hands.qtbot.waitUntil(lambda: "22 Nov 2026 not reconciled (Ctrl+M)" in hands.seen())
    assert screen(hands).day == YESTERDAY
    counter.unreconciled_day = TODAY
    hands.room.strip.load()
    hands.qtbot.waitUntil(lambda: "Not reconciled yet (Ctrl+M)" in hands.seen())


def test_signing_out_of_a_day_that_is_due_asks_once(hands: Hands, counter: FakeCounter) -> None:
    counter.unreconciled_day = TODAY
    hands.room.strip.load()
    hands.qtbot.waitUntil(lambda: hands.room.strip.unreconciled_day == TODAY)
    hands.press(Qt.Key.Key_L, CONTROL)
    hands.wait_for("Leave it open and sign out")
    assert "23 Nov 2026 is not reconciled with the centre yet (Ctrl+M)." in hands.seen()
    hands.press(Qt.Key.Key_L, CONTROL)
    hands.qtbot.waitUntil(lambda: hands.window.stack.currentWidget() is hands.window.sign_in)


def test_without_a_shift_signing_out_of_a_day_that_is_due_leads_to_it_once(
    hands: Hands, counter: FakeCounter
) -> None:
    counter.unreconciled_day, counter.shift = TODAY, None
    hands.room.strip.load()
    hands.qtbot.waitUntil(lambda: hands.room.strip.shift is None)
    hands.press(Qt.Key.Key_L, CONTROL)
    hands.qtbot.waitUntil(lambda: "This day is not reconciled yet" in hands.seen())
    assert hands.room.place is Place.RECONCILIATION
    hands.press(Qt.Key.Key_L, CONTROL)
    hands.qtbot.waitUntil(lambda: hands.window.stack.currentWidget() is hands.window.sign_in)


def test_another_language_is_spoken_at_once(
    hands: Hands, counter: FakeCounter, dressed: QApplication
) -> None:
    counter.taken_today, counter.kept_there = OURS[:1], centre()
    shown = compared(hands)
    speak(dressed, Language.HINDI)
    hands.qtbot.waitUntil(lambda: "केन्द्र से मिलान" in hands.seen())
    assert shown.tables.differences.rows[0][1].text == "केन्द्र पर नहीं मिला"


def test_every_difference_has_its_words_and_shows_what_is_other(dressed: QApplication) -> None:
    assert set(DIFFERENCE_WORDS) == set(DifferenceKind)
    sides = {
        one.kind: (side_text(one, one.here), side_text(one, one.there))
        for one in a_day_that_differs().differences
    }
    assert sides[DifferenceKind.TENDER] == ("Cash", "Card")
    assert sides[DifferenceKind.FATE] == ("Booked", "Time doubtful")
    assert sides[DifferenceKind.OTHER_DAY] == ("₹\u00a0100.00 · 23 Nov 2026", "–")
    assert sides[DifferenceKind.UNKNOWN_HERE] == ("–", "₹\u00a05,000.00")


@pytest.mark.parametrize(
    ("made", "said"),
    [
        (None, "Not compared with the centre yet"),
        (Reconciled(NOW, True, 0, 1, 1), "equal; 2 payments unsent or taken since"),
        (Reconciled(NOW, False, 3, 0, 0), "3 payments differ"),
    ],
)
def test_how_a_day_ended_is_said_in_a_few_words(
    dressed: QApplication, made: Reconciled | None, said: str
) -> None:
    assert said in reconciled_text(made)


def test_all_the_sums_of_a_low_window_are_in_sight(hands: Hands, counter: FakeCounter) -> None:
    hands.window.resize(1024, 600)
    made = all_compared()["differs"]
    shown = screen(hands)
    shown.tables.show_made(made)
    assert len(shown.tables.tenders.rows) == len(made.by_tender) + 1
    assert shown.tables.tenders.verticalScrollBar().maximum() == 0
    assert made.total.here.amount == Money(1386_00)

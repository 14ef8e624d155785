"""The status strip is never a lie: what it says comes from signed answers and from the books."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from counter_app.domain.errors import Fault, FaultCode
from counter_app.domain.receipt import PrintOutcome, PrintReason, PrintState
from tests.builders import NOW
from tests.ui.consumers import ORDINARY
from tests.ui.fake_desk import FakeCounter
from tests.ui.hands import Hands, a_window
from ui.changes import Change

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def seated(qtbot: QtBot, counter: FakeCounter) -> Hands:
    hands = Hands(qtbot, a_window(qtbot, counter))
    hands.sign_in()
    return hands


def wait_for(hands: Hands, words: str) -> None:
    hands.qtbot.waitUntil(lambda: words in hands.seen())


def test_a_round_that_went_well_is_told_with_its_age(hands: Hands) -> None:
    wait_for(hands, "Server reached just now")
    wait_for(hands, "All sent")
    wait_for(hands, "Shift 1 open")
    wait_for(hands, "Bills of 08:30")


def test_without_the_server_it_says_since_when_and_what_is_unsent(qtbot: QtBot) -> None:
    counter = FakeCounter(server_fault=Fault(FaultCode.SERVER_NOT_REACHED))
    counter.acknowledged_at = NOW - timedelta(minutes=46)
    hands = seated(qtbot, counter)
    wait_for(hands, "Server not reached · 46 min ago · again in 60 min")
    hands.open(ORDINARY)
    hands.enter()
    hands.enter()
    hands.wait_taken(counter)
    wait_for(hands, "1 unsent (₹\u00a01,450.50), oldest 11:30")
    hands.window.close()


def test_a_captive_portal_is_not_the_server(qtbot: QtBot) -> None:
    counter = FakeCounter(server_fault=Fault(FaultCode.SERVER_NOT_OURS), acknowledged_at=None)
    hands = seated(qtbot, counter)
    wait_for(hands, "Something else answered in place of the server · never yet · again in 60 min")
    hands.window.close()


def test_a_stopped_counter_says_so(qtbot: QtBot) -> None:
    counter = FakeCounter(stopped_because="fork")
    hands = seated(qtbot, counter)
    wait_for(hands, "Stopped: the centre knows other payments under this counter's numbers")
    hands.window.close()


def test_missing_bills_are_said(qtbot: QtBot) -> None:
    hands = seated(qtbot, FakeCounter(told_at=None))
    wait_for(hands, "No bills yet")
    hands.window.close()


def test_the_printer_is_as_its_last_paper_said(hands: Hands, counter: FakeCounter) -> None:
    counter.prints = [PrintOutcome(PrintState.NOT_SENT, PrintReason.COVER_OPEN)]
    wait_for(hands, "Printer not used yet")
    hands.open(ORDINARY)
    hands.enter()
    hands.enter()
    hands.wait_taken(counter)
    wait_for(hands, "The printer's cover is open.")
    hands.press(Qt.Key.Key_P, Qt.KeyboardModifier.AltModifier)
    wait_for(hands, "Printer ready")


def test_books_that_cannot_be_read_are_not_all_sent(hands: Hands, counter: FakeCounter) -> None:
    wait_for(hands, "All sent")
    counter.fails["counter_status"] = [Fault(FaultCode.LEDGER_DAMAGED)]
    assert hands.window.sitting is not None
    hands.window.sitting.changes.announce(Change.OUTBOX)
    wait_for(hands, "The books do not pass their check")


def test_it_speaks_hindi(hands: Hands) -> None:
    hands.press(Qt.Key.Key_F12)
    wait_for(hands, "सब भेजा जा चुका")
    wait_for(hands, "पाली 1 खुली है")


def test_a_narrow_window_leaves_the_age_of_the_bills_to_the_payment_screen(hands: Hands) -> None:
    wait_for(hands, "Bills of 08:30")
    hands.window.resize(1024, 600)
    hands.qtbot.waitUntil(lambda: "Bills of 08:30" not in hands.seen())

"""Another printer in one key; and a printer that fails holds nobody up."""

from __future__ import annotations

import threading
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from counter_app.domain.errors import Fault, FaultCode
from counter_app.domain.printer import NO_PRINTER, PrintersAtHand
from counter_app.domain.receipt import PaperAnswer, PrintOutcome, PrintReason, PrintState
from tests.ui.consumers import ORDINARY, PREPAID
from tests.ui.test_paper import ALT, FIRST, NUMBER, OTHER, TWO_PRINTERS, pay, wait_for_bar
from ui.places import Place
from ui.receipts_screen import ReceiptsScreen

if TYPE_CHECKING:
    from tests.ui.fake_desk import FakeCounter
    from tests.ui.hands import Hands


def has_printed(counter: FakeCounter, times: int) -> bool:
    return len(counter.asked("print_receipt")) == times


def test_another_printer_is_offered_only_when_there_is_one(
    hands: Hands, counter: FakeCounter
) -> None:
    counter.prints = [PrintOutcome(PrintState.NOT_SENT, PrintReason.PAPER_OUT)]
    pay(hands, counter)
    wait_for_bar(hands, NUMBER)
    assert not hands.screen.print_bar.other_button.isVisible()


def test_another_printer_prints_it_in_one_key(hands: Hands, counter: FakeCounter) -> None:
    counter.printers = TWO_PRINTERS
    counter.prints = [PrintOutcome(PrintState.NOT_SENT, PrintReason.PAPER_OUT)]
    pay(hands, counter)
    wait_for_bar(hands, NUMBER)
    hands.qtbot.waitUntil(hands.screen.print_bar.other_button.isVisible)
    assert hands.screen.print_bar.other_button.text() == "Other printer"
    hands.press(Qt.Key.Key_Z, ALT)
    hands.qtbot.waitUntil(lambda: counter.states[NUMBER][0] is PrintState.PRINTED)
    hands.qtbot.waitUntil(lambda: not hands.screen.print_bar.said)
    assert counter.asked("print_elsewhere") == [NUMBER]
    assert counter.asked("swap_printers") == []


def test_an_uncertain_copy_on_the_other_printer_is_answered_first(
    hands: Hands, counter: FakeCounter
) -> None:
    counter.printers = TWO_PRINTERS
    counter.prints = [PrintOutcome(PrintState.UNCERTAIN, PrintReason.NO_ANSWER)]
    pay(hands, counter)
    wait_for_bar(hands, NUMBER)
    hands.qtbot.waitUntil(hands.screen.print_bar.other_button.isVisible)
    hands.press(Qt.Key.Key_Z, ALT)
    hands.qtbot.waitUntil(lambda: counter.states[NUMBER][0] is PrintState.PRINTED)
    assert counter.asked("answer_uncertain") == [(NUMBER, PaperAnswer.NOTHING)]
    assert counter.states[NUMBER] == (PrintState.PRINTED, "", 2)


def test_another_printer_that_is_gone_meanwhile_leaves_the_question(
    hands: Hands, counter: FakeCounter
) -> None:
    counter.printers = TWO_PRINTERS
    counter.prints = [PrintOutcome(PrintState.UNCERTAIN, PrintReason.NO_ANSWER)]
    pay(hands, counter)
    wait_for_bar(hands, NUMBER)
    hands.qtbot.waitUntil(hands.screen.print_bar.other_button.isVisible)
    counter.printers = PrintersAtHand(FIRST, NO_PRINTER, ())
    hands.press(Qt.Key.Key_Z, ALT)
    hands.qtbot.waitUntil(lambda: not hands.screen.print_bar.other_button.isVisible())
    wait_for_bar(hands, "come out of the printer whole?")
    assert counter.states[NUMBER][0] is PrintState.UNCERTAIN
    assert counter.asked("answer_uncertain") == []


def test_after_three_failures_in_a_row_the_printers_are_changed_by_the_same_key(
    hands: Hands, counter: FakeCounter
) -> None:
    counter.printers = TWO_PRINTERS
    counter.prints = [PrintOutcome(PrintState.NOT_SENT, PrintReason.NO_ANSWER)] * 3
    bar = hands.screen.print_bar
    pay(hands, counter)
    hands.qtbot.waitUntil(bar.other_button.isVisible)
    for failures in (1, 2):
        hands.qtbot.waitUntil(bar.again_button.isVisible)
        assert bar.other_button.text() == "Other printer"
        hands.press(Qt.Key.Key_P, ALT)
        hands.qtbot.waitUntil(partial(has_printed, counter, failures + 1))
    hands.qtbot.waitUntil(lambda: bar.other_button.text() == "Change printer")
    hands.press(Qt.Key.Key_Z, ALT)
    hands.press(Qt.Key.Key_Z, ALT)
    hands.qtbot.waitUntil(lambda: not bar.said)
    assert len(counter.asked("swap_printers")) == 1
    assert counter.printers.first == OTHER
    assert counter.asked("print_elsewhere") == []
    assert len(counter.asked("print_receipt")) == 4


def test_what_waits_behind_a_dead_printer_is_printed_by_one_key(
    hands: Hands, counter: FakeCounter
) -> None:
    counter.prints = [PrintOutcome(PrintState.NOT_SENT, PrintReason.PRINTER_NOT_FOUND)] * 2
    bar = hands.screen.print_bar
    pay(hands, counter)
    wait_for_bar(hands, NUMBER)
    hands.open(PREPAID)
    hands.enter()
    hands.enter()
    hands.wait_taken(counter, 2)
    hands.qtbot.waitUntil(lambda: bar.again_button.text() == "Print all 2")
    hands.press(Qt.Key.Key_P, ALT)
    hands.qtbot.waitUntil(lambda: len(counter.asked("print_receipt")) == 4)
    hands.qtbot.waitUntil(lambda: not bar.said)
    assert [state[0] for state in counter.states.values()] == [PrintState.PRINTED] * 2


def test_printers_that_cannot_be_told_offer_none(hands: Hands, counter: FakeCounter) -> None:
    counter.fails["printers_at_hand"] = [Fault(FaultCode.SETTINGS_DAMAGED)]
    counter.prints = [PrintOutcome(PrintState.NOT_SENT, PrintReason.PAPER_OUT)]
    hands.room.paper.recall()
    hands.qtbot.waitUntil(lambda: not counter.fails["printers_at_hand"])
    pay(hands, counter)
    wait_for_bar(hands, NUMBER)
    assert not hands.screen.print_bar.other_button.isVisible()


def test_the_list_of_receipts_prints_on_the_other_printer(
    hands: Hands, counter: FakeCounter
) -> None:
    counter.printers = TWO_PRINTERS
    hands.room.paper.recall()
    counter.prints = [PrintOutcome(PrintState.UNCERTAIN, PrintReason.CUT_SHORT)]
    pay(hands, counter)
    hands.press(Qt.Key.Key_F7)
    screen = hands.room.screen_of(Place.RECEIPTS)
    assert isinstance(screen, ReceiptsScreen)
    hands.qtbot.waitUntil(lambda: screen.other_button.isVisible() and screen.yes_button.isVisible())
    hands.press(Qt.Key.Key_Z, ALT)
    hands.qtbot.waitUntil(lambda: counter.states[NUMBER] == (PrintState.PRINTED, "", 2))
    assert counter.asked("print_elsewhere") == [NUMBER]


def test_payments_go_on_while_a_printer_stands_still(hands: Hands, counter: FakeCounter) -> None:
    counter.printer_stands = threading.Event()
    for count, account_no in enumerate((ORDINARY, PREPAID), start=1):
        hands.open(account_no)
        hands.enter()
        hands.enter()
        hands.wait_taken(counter, count)
        assert hands.where == "Find consumer"
    assert counter.states == {}
    counter.printer_stands.set()
    hands.qtbot.waitUntil(lambda: len(counter.states) == 2)
    assert {state for state, *_ in counter.states.values()} == {PrintState.PRINTED}

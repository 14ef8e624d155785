"""When paper does not simply come out: asked beside the next payment, never before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from counter_app.domain.errors import Fault, FaultCode
from counter_app.domain.printer import PrinterKind, PrinterPlan, PrintersAtHand
from counter_app.domain.receipt import PaperAnswer, PrintOutcome, PrintReason, PrintState
from tests.ui.consumers import ORDINARY, PREPAID
from ui.places import Place
from ui.receipts_screen import ReceiptsScreen

if TYPE_CHECKING:
    from tests.ui.fake_desk import FakeCounter
    from tests.ui.hands import Hands

ALT = Qt.KeyboardModifier.AltModifier
NUMBER = "KID07/2627/000123"
FIRST = PrinterPlan(PrinterKind.NETWORK, host="192.0.2.1")
OTHER = PrinterPlan(PrinterKind.SYSTEM, profile="a5")
TWO_PRINTERS = PrintersAtHand(FIRST, OTHER, ())


def pay(hands: Hands, counter: FakeCounter) -> None:
    hands.open(ORDINARY)
    hands.enter()
    hands.enter()
    hands.wait_taken(counter)


def wait_for_bar(hands: Hands, words: str) -> None:
    hands.qtbot.waitUntil(lambda: words in hands.screen.print_bar.said)


def test_a_printer_without_paper_is_told_and_prints_again_by_a_key(
    hands: Hands, counter: FakeCounter
) -> None:
    counter.prints = [PrintOutcome(PrintState.NOT_SENT, PrintReason.PAPER_OUT)]
    pay(hands, counter)
    wait_for_bar(
        hands,
        f"Receipt {NUMBER} was not printed. The printer is out of paper. The payment is safe.",
    )
    assert hands.where == "Find consumer"
    hands.press(Qt.Key.Key_P, ALT)
    hands.qtbot.waitUntil(lambda: counter.states[NUMBER][0] is PrintState.PRINTED)
    hands.qtbot.waitUntil(lambda: not hands.screen.print_bar.said)


def test_an_uncertain_paper_asks_and_yes_ends_it(hands: Hands, counter: FakeCounter) -> None:
    counter.prints = [PrintOutcome(PrintState.UNCERTAIN, PrintReason.CUT_SHORT)]
    pay(hands, counter)
    wait_for_bar(hands, f"Did receipt {NUMBER} come out of the printer whole?")
    hands.press(Qt.Key.Key_Y, ALT)
    hands.qtbot.waitUntil(lambda: not hands.screen.print_bar.said)
    hands.qtbot.waitUntil(lambda: counter.states[NUMBER][0] is PrintState.PRINTED)
    assert counter.asked("answer_uncertain") == [(NUMBER, PaperAnswer.WHOLE)]
    assert len(counter.asked("print_receipt")) == 1


def test_no_prints_it_again(hands: Hands, counter: FakeCounter) -> None:
    counter.prints = [PrintOutcome(PrintState.UNCERTAIN, PrintReason.NO_ANSWER)]
    pay(hands, counter)
    wait_for_bar(hands, "come out of the printer whole?")
    hands.press(Qt.Key.Key_N, ALT)
    hands.qtbot.waitUntil(lambda: len(counter.asked("print_receipt")) == 2)
    hands.qtbot.waitUntil(lambda: not hands.screen.print_bar.said)
    assert counter.asked("answer_uncertain") == [(NUMBER, PaperAnswer.NOTHING)]


def test_the_next_payment_goes_on_while_the_question_is_open(
    hands: Hands, counter: FakeCounter
) -> None:
    counter.prints = [PrintOutcome(PrintState.UNCERTAIN, PrintReason.CUT_SHORT)]
    pay(hands, counter)
    wait_for_bar(hands, NUMBER)
    hands.open(PREPAID)
    hands.enter()
    hands.enter()
    hands.wait_taken(counter, 2)
    assert NUMBER in hands.screen.print_bar.said


def test_later_leaves_it_to_the_receipts(hands: Hands, counter: FakeCounter) -> None:
    counter.prints = [PrintOutcome(PrintState.UNCERTAIN, PrintReason.CUT_SHORT)]
    pay(hands, counter)
    wait_for_bar(hands, NUMBER)
    hands.press(Qt.Key.Key_L, ALT)
    assert not hands.screen.print_bar.said
    assert counter.states[NUMBER][0] is PrintState.UNCERTAIN


def test_low_paper_is_said_once_printed(hands: Hands, counter: FakeCounter) -> None:
    counter.prints = [PrintOutcome(PrintState.PRINTED, PrintReason.LOW_PAPER)]
    pay(hands, counter)
    wait_for_bar(hands, "Paper is running low.")


def test_a_fault_of_the_books_while_printing_does_not_undo_the_payment(
    hands: Hands, counter: FakeCounter
) -> None:
    counter.fails["print_receipt"] = [Fault(FaultCode.DISK_FULL)]
    pay(hands, counter)
    wait_for_bar(hands, "The disk is full")
    assert "The receipt was not printed." in hands.seen()


def test_without_a_printer_the_pdf_is_named(hands: Hands, counter: FakeCounter) -> None:
    counter.prints = [PrintOutcome(PrintState.PRINTED, PrintReason.SAVED_AS_FILE, "receipt.pdf")]
    pay(hands, counter)
    hands.qtbot.waitUntil(lambda: "Receipt saved as PDF, since no printer is set." in hands.seen())
    assert "No printer: PDF" in hands.seen()


def test_after_a_power_cut_the_receipt_that_was_never_printed_is_asked_about(
    hands: Hands, counter: FakeCounter
) -> None:
    pay(hands, counter)
    hands.qtbot.waitUntil(lambda: NUMBER in counter.states)
    del counter.states[NUMBER]
    hands.room.paper.recall()
    wait_for_bar(
        hands, f"Receipt {NUMBER} was not printed. The program was stopped while printing."
    )
    hands.press(Qt.Key.Key_P, ALT)
    hands.qtbot.waitUntil(lambda: counter.states.get(NUMBER, (None,))[0] is PrintState.PRINTED)
    hands.qtbot.waitUntil(lambda: not hands.screen.print_bar.said)


def test_books_that_cannot_be_read_ask_about_no_paper(hands: Hands, counter: FakeCounter) -> None:
    counter.fails["list_receipts"] = [Fault(FaultCode.LEDGER_DAMAGED)]
    hands.room.paper.recall()
    hands.qtbot.waitUntil(lambda: not counter.fails["list_receipts"])
    assert not hands.screen.print_bar.said


def test_a_torn_receipt_is_followed_by_its_duplicate(hands: Hands, counter: FakeCounter) -> None:
    counter.prints = [PrintOutcome(PrintState.UNCERTAIN, PrintReason.PAPER_OUT)]
    pay(hands, counter)
    wait_for_bar(hands, "come out of the printer whole?")
    hands.press(Qt.Key.Key_R, ALT)
    hands.qtbot.waitUntil(lambda: len(counter.asked("print_receipt")) == 2)
    hands.qtbot.waitUntil(lambda: not hands.screen.print_bar.said)
    assert counter.asked("answer_uncertain") == [(NUMBER, PaperAnswer.TORN)]
    assert counter.states[NUMBER] == (PrintState.PRINTED, "", 2)


@pytest.mark.parametrize("key", [Qt.Key.Key_Y, Qt.Key.Key_R, Qt.Key.Key_N, Qt.Key.Key_Z])
def test_a_second_press_answers_and_prints_nothing_twice(
    hands: Hands, counter: FakeCounter, key: Qt.Key
) -> None:
    counter.printers = TWO_PRINTERS
    counter.prints = [PrintOutcome(PrintState.UNCERTAIN, PrintReason.CUT_SHORT)]
    pay(hands, counter)
    wait_for_bar(hands, "come out of the printer whole?")
    hands.qtbot.waitUntil(hands.screen.print_bar.other_button.isVisible)
    buttons = hands.screen.print_bar
    pressed = {
        Qt.Key.Key_Y: buttons.yes_button,
        Qt.Key.Key_R: buttons.torn_button,
        Qt.Key.Key_N: buttons.no_button,
        Qt.Key.Key_Z: buttons.other_button,
    }[key]
    hands.press(key, ALT)
    hands.press(key, ALT)
    pressed.click()
    hands.qtbot.waitUntil(lambda: counter.states[NUMBER][0] is PrintState.PRINTED)
    hands.qtbot.waitUntil(lambda: not hands.screen.print_bar.said)
    prints = counter.asked("print_receipt") + counter.asked("print_elsewhere")
    assert len(prints) == (1 if key is Qt.Key.Key_Y else 2)
    assert len(counter.asked("answer_uncertain")) == 1


def test_an_answer_takes_no_focus_from_the_next_payment(hands: Hands, counter: FakeCounter) -> None:
    counter.prints = [PrintOutcome(PrintState.UNCERTAIN, PrintReason.CUT_SHORT)]
    pay(hands, counter)
    wait_for_bar(hands, NUMBER)
    assert hands.where == "Find consumer"
    QTest.mouseClick(hands.screen.print_bar.yes_button, Qt.MouseButton.LeftButton)
    assert hands.where == "Find consumer"
    hands.qtbot.waitUntil(lambda: not hands.screen.print_bar.said)


def test_a_receipt_that_was_told_torn_before_a_power_cut_asks_for_its_duplicate(
    hands: Hands, counter: FakeCounter
) -> None:
    pay(hands, counter)
    hands.qtbot.waitUntil(lambda: NUMBER in counter.states)
    counter.states[NUMBER] = (PrintState.PRINTED, PrintReason.TORN, 1)
    hands.room.paper.recall()
    wait_for_bar(hands, f"Receipt {NUMBER}: It came out torn or in part. Print the duplicate.")
    hands.press(Qt.Key.Key_P, ALT)
    hands.qtbot.waitUntil(lambda: counter.states[NUMBER] == (PrintState.PRINTED, "", 2))
    hands.qtbot.waitUntil(lambda: not hands.screen.print_bar.said)


def test_a_paper_torn_at_its_end_is_said_beside_low_paper(
    hands: Hands, counter: FakeCounter
) -> None:
    counter.prints = [PrintOutcome(PrintState.PRINTED, PrintReason.LOW_PAPER)]
    pay(hands, counter)
    wait_for_bar(hands, "Paper is running low.")
    hands.press(Qt.Key.Key_R, ALT)
    hands.qtbot.waitUntil(lambda: counter.states[NUMBER] == (PrintState.PRINTED, "", 2))


@pytest.mark.parametrize("state", [PrintState.PRINTED, PrintState.UNCERTAIN])
def test_the_list_of_receipts_takes_torn_and_prints_the_duplicate(
    hands: Hands, counter: FakeCounter, state: PrintState
) -> None:
    counter.prints = [PrintOutcome(state)]
    pay(hands, counter)
    hands.qtbot.waitUntil(lambda: NUMBER in counter.states)
    hands.press(Qt.Key.Key_F7)
    screen = hands.room.screen_of(Place.RECEIPTS)
    assert isinstance(screen, ReceiptsScreen)
    hands.qtbot.waitUntil(screen.torn_button.isVisible)
    hands.press(Qt.Key.Key_R, ALT)
    hands.press(Qt.Key.Key_R, ALT)
    hands.qtbot.waitUntil(lambda: counter.states[NUMBER] == (PrintState.PRINTED, "", 2))
    assert counter.asked("answer_uncertain") == [(NUMBER, PaperAnswer.TORN)]

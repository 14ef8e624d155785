"""A drawer that stayed shut is told beside the next payment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from counter_app.domain.errors import Fault, FaultCode
from counter_app.domain.receipt import PrintOutcome, PrintReason, PrintState
from tests.ui.test_paper import ALT, pay, wait_for_bar

if TYPE_CHECKING:
    from tests.ui.fake_desk import FakeCounter
    from tests.ui.hands import Hands


def test_a_drawer_that_did_not_open_is_told_and_the_payment_is_safe(
    hands: Hands, counter: FakeCounter
) -> None:
    counter.drawers_opened = [PrintOutcome(PrintState.NOT_SENT, PrintReason.COVER_OPEN)]
    pay(hands, counter)
    wait_for_bar(
        hands,
        "The drawer did not open. The printer's cover is open. Open it with its key; the payment is safe.",
    )
    assert hands.where == "Find consumer"
    assert not hands.screen.print_bar.again_button.isVisible()
    hands.press(Qt.Key.Key_L, ALT)
    assert not hands.screen.print_bar.said


def test_a_drawer_without_books_says_no_more_than_that_it_is_shut(
    hands: Hands, counter: FakeCounter
) -> None:
    counter.fails["open_drawer"] = [Fault(FaultCode.SETTINGS_DAMAGED)]
    pay(hands, counter)
    wait_for_bar(hands, "The drawer did not open. Open it with its key; the payment is safe.")


def test_a_counter_without_a_drawer_is_not_told_of_it(hands: Hands, counter: FakeCounter) -> None:
    counter.drawers_opened = [PrintOutcome(PrintState.NOT_SENT)]
    pay(hands, counter)
    hands.qtbot.waitUntil(lambda: not counter.drawers_opened)
    hands.qtbot.waitUntil(lambda: "Printer ready" in hands.seen())
    assert not hands.screen.print_bar.said


def test_receipt_and_drawer_are_told_together_and_the_reason_once(
    hands: Hands, counter: FakeCounter
) -> None:
    counter.prints = [PrintOutcome(PrintState.NOT_SENT, PrintReason.PAPER_OUT)]
    counter.drawers_opened = [PrintOutcome(PrintState.NOT_SENT, PrintReason.PAPER_OUT)]
    pay(hands, counter)
    wait_for_bar(
        hands, "The payment is safe. The drawer did not open either: open it with its key."
    )
    assert hands.screen.print_bar.said.count("out of paper") == 1

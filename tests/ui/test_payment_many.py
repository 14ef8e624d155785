"""Many accounts in one payment, and several tenders: by the keys alone, one receipt an account."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QScrollArea

from counter_app.domain.errors import Fault, FaultCode
from counter_app.domain.money import Money
from counter_app.domain.receipt import PrintOutcome, PrintReason, PrintState
from counter_app.domain.tender import CashTender, ChequeTender, UpiTender
from tests.ui.chain import (
    ALT,
    CHAIN_TOTAL,
    CTRL,
    SHOPS,
    a_chain,
    add,
    lines_of,
    open_chain,
    the_order,
    three_tenders,
)
from tests.ui.consumers import ACCOUNTS, ORDINARY
from tests.ui.fake_desk import FakeCounter
from ui.language import Language, speak

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from tests.ui.hands import Hands


@pytest.fixture
def counter() -> FakeCounter:
    return FakeCounter(accounts={**ACCOUNTS, **a_chain()})


def test_five_bills_are_paid_at_once_with_three_tenders(hands: Hands, counter: FakeCounter) -> None:
    open_chain(hands)
    assert lines_of(hands) == list(SHOPS)
    three_tenders(hands)
    assert hands.screen.tender.figure.text() == "₹\u00a06,451.00"
    hands.enter()
    hands.wait_taken(counter, 5)
    order = the_order(counter)
    assert order.amount == CHAIN_TOTAL
    cash, upi, cheque = order.tenders
    assert (cash, upi) == (
        CashTender(Money.rupees(5000), Money.rupees(5000)),
        UpiTender(Money.rupees(3000), "632711998877", is_confirmed=False),
    )
    assert isinstance(cheque, ChequeTender)
    assert (cheque.amount, cheque.paper.number, cheque.paper.drawer) == (
        Money.rupees(6451), "004512", "GUPTA STORE",
    )  # fmt: skip


def test_each_account_gets_its_receipt_in_order_the_drawer_opens_once_and_a_summary_ends_it(
    hands: Hands, counter: FakeCounter
) -> None:
    open_chain(hands)
    hands.press(Qt.Key.Key_Return, CTRL)
    hands.wait_taken(counter, 5)
    hands.qtbot.waitUntil(lambda: "5 receipts printed. Summary printed." in hands.seen())
    numbers = [f"KID07/2627/{serial:06d}" for serial in range(123, 128)]
    assert counter.asked("print_receipt") == numbers
    assert [row[0].text for row in hands.screen.outcome.receipts.rows] == numbers
    assert len(counter.asked("open_drawer")) == 1
    verbs = [verb for verb, _ in counter.calls]
    assert verbs.index("open_drawer") < verbs.index("print_summary")
    assert "Payment taken: 5 receipts" in hands.seen()


def test_the_change_of_many_accounts_is_given_once(hands: Hands, counter: FakeCounter) -> None:
    open_chain(hands)
    hands.enter()
    hands.type("14500")
    assert hands.screen.tender.figure.text() == "₹\u00a049.00"
    hands.enter()
    hands.wait_taken(counter, 5)
    assert hands.screen.outcome.figure.text() == "₹\u00a049.00"


def test_a_summary_that_failed_does_not_worry_about_the_receipts(
    hands: Hands, counter: FakeCounter
) -> None:
    counter.summaries = [PrintOutcome(PrintState.NOT_SENT, PrintReason.PAPER_OUT)]
    open_chain(hands)
    hands.press(Qt.Key.Key_Return, CTRL)
    hands.wait_taken(counter, 5)
    words = "5 receipts printed. The summary was not printed; the receipts are what counts."
    hands.qtbot.waitUntil(lambda: words in hands.seen())
    assert not hands.screen.print_bar.said


def test_books_that_fail_at_the_summary_are_told_the_same_way(
    hands: Hands, counter: FakeCounter
) -> None:
    counter.fails["print_summary"] = [Fault(FaultCode.LEDGER_DAMAGED)]
    open_chain(hands)
    hands.press(Qt.Key.Key_Return, CTRL)
    hands.wait_taken(counter, 5)
    hands.qtbot.waitUntil(
        lambda: any("The summary was not printed" in text for text in hands.seen())
    )


def test_an_account_found_with_ctrl_enter_joins_the_payment(hands: Hands) -> None:
    hands.open(SHOPS[0])
    hands.press(Qt.Key.Key_F2)
    hands.type("gupta mobile")
    hands.qtbot.waitUntil(lambda: len(hands.screen.finder.candidates) == 1)
    hands.press(Qt.Key.Key_Return, CTRL)
    hands.qtbot.waitUntil(lambda: lines_of(hands) == [SHOPS[0], SHOPS[4]])
    assert hands.where == "Amount to pay"


def test_once_there_are_several_a_scan_alone_adds_the_next(hands: Hands) -> None:
    hands.open(SHOPS[0])
    add(hands, SHOPS[1])
    hands.scan(SHOPS[2])
    hands.qtbot.waitUntil(lambda: lines_of(hands) == list(SHOPS[:3]))


def test_old_and_new_numbers_stand_beside_each_other(hands: Hands) -> None:
    open_chain(hands)
    assert (
        next(row[0].text for row in hands.screen.sides.lines.rows)
        == f"{SHOPS[0]}\nOld no. 41200900"
    )


def test_page_keys_go_from_account_to_account_and_each_keeps_its_sum(
    hands: Hands, counter: FakeCounter
) -> None:
    open_chain(hands)
    hands.press(Qt.Key.Key_PageUp)
    assert hands.text == "3,735.50"
    hands.type("3000")
    hands.press(Qt.Key.Key_PageDown)
    assert hands.text == "4,580.00"
    hands.press(Qt.Key.Key_PageUp)
    assert hands.text == "3000"
    hands.press(Qt.Key.Key_Return, CTRL)
    hands.wait_taken(counter, 5)
    assert [line.amount for line in the_order(counter).lines][3] == Money.rupees(3000)


def test_an_account_is_removed_by_a_key(hands: Hands) -> None:
    open_chain(hands)
    hands.press(Qt.Key.Key_X, ALT)
    assert lines_of(hands) == list(SHOPS[:4])
    assert hands.screen.tender.figure.text() == "₹\u00a09,871.00"


def test_a_problem_of_another_account_is_gone_to_not_hidden(
    hands: Hands, counter: FakeCounter
) -> None:
    open_chain(hands)
    hands.press(Qt.Key.Key_PageUp)
    hands.type("12x")
    hands.press(Qt.Key.Key_PageDown)
    hands.press(Qt.Key.Key_Return, CTRL)
    assert "is not an amount" in hands.problem("amount")
    assert hands.text == "12x"
    assert not counter.asked("take_payment")


def test_the_same_account_twice_asks_for_another_purpose(
    hands: Hands, counter: FakeCounter
) -> None:
    hands.open(ORDINARY)
    add(hands, ORDINARY)
    hands.wait_for("Paid for")
    assert "twice for the same purpose" in hands.problem("purpose")
    hands.press(Qt.Key.Key_Down)
    assert hands.problem("purpose") == ""
    assert "Supply is reconnected only after the dues are settled." in hands.seen()
    hands.enter()
    hands.wait_for("Amount to pay")
    hands.type("600")
    hands.enter()
    hands.enter()
    hands.wait_taken(counter, 2)
    assert [line.purpose for line in the_order(counter).lines] == ["bill", "reconnection_fee"]


def test_the_payer_is_named_apart_from_the_owners(hands: Hands, counter: FakeCounter) -> None:
    open_chain(hands)
    hands.press(Qt.Key.Key_W, ALT)
    hands.type("Gupta  and Sons ")
    hands.press(Qt.Key.Key_Return, CTRL)
    hands.wait_taken(counter, 5)
    assert the_order(counter).payer == "Gupta and Sons"


def test_escape_leaves_the_adding_and_comes_back_to_the_payment(hands: Hands) -> None:
    hands.open(ORDINARY)
    hands.press(Qt.Key.Key_A, ALT)
    hands.wait_for("Find consumer")
    assert "Add another account" in hands.screen.notice.said
    hands.press(Qt.Key.Key_Escape)
    hands.wait_for("Amount to pay")
    assert hands.screen.is_paying


def overflowing(hands: Hands) -> list[str]:
    """What does not fit, across or down."""
    areas = [area for area in hands.screen.findChildren(QScrollArea) if area.isVisible()]
    tall = [type(area).__name__ for area in areas if area.verticalScrollBar().maximum()]
    wide = [
        f"{type(area).__name__} across"
        for area in areas
        for body in [area.widget()]
        if body is not None and body.minimumSizeHint().width() > area.viewport().width()
    ]
    return tall + wide


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("size", [(1366, 768), (1024, 600)])
def test_three_tenders_and_five_accounts_fit(
    hands: Hands, dressed: QApplication, size: tuple[int, int], language: Language
) -> None:
    speak(dressed, language)
    hands.window.resize(*size)
    open_chain(hands)
    three_tenders(hands)
    hands.qtbot.waitUntil(lambda: overflowing(hands) == [])
    assert (hands.window.width(), hands.window.height()) == size
    for button in hands.window.findChildren(QPushButton):
        if button.isVisible():
            assert button.width() >= button.minimumSizeHint().width(), button.accessibleName()


def test_the_keys_are_named_on_their_buttons(hands: Hands) -> None:
    hands.open(ORDINARY)
    keys = {"F3", "F4", "Alt+U", "Alt+C", "Alt+D", "Alt+T", "Alt+A", "Alt+I", "Alt+H", "Alt+1"}
    assert keys <= set(hands.seen())

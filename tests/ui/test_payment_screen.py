"""The payment screen: how a payment is taken, by the keys alone."""

from __future__ import annotations

import threading
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from counter_app.domain.errors import Fault, FaultCode, Refusal, RefusalCode
from counter_app.domain.money import Money
from counter_app.domain.payment import PaymentOrder
from counter_app.domain.tender import CashTender
from tests.builders import a_bill, an_account
from tests.ui.consumers import ARREARS, CREDIT, ORDINARY
from ui.payment_parts import Part

if TYPE_CHECKING:
    from tests.ui.fake_desk import FakeCounter
    from tests.ui.hands import Hands


def orders(counter: FakeCounter) -> list[PaymentOrder]:
    asked = counter.asked("take_payment")
    assert all(isinstance(order, PaymentOrder) for order in asked)
    return [order for order in asked if isinstance(order, PaymentOrder)]


def test_exact_cash_for_a_scanned_bill_takes_three_key_presses(
    hands: Hands, counter: FakeCounter
) -> None:
    hands.open(ORDINARY)
    hands.enter()
    hands.enter()
    hands.wait_taken(counter)
    (order,) = orders(counter)
    assert order.tenders == (CashTender(Money.rupees(1450, 50), Money.rupees(1450, 50)),)
    assert order.lines[0].shown == Money.rupees(1450, 50)


def test_after_a_payment_the_next_bill_can_be_scanned_at_once(
    hands: Hands, counter: FakeCounter
) -> None:
    hands.open(ORDINARY)
    hands.enter()
    hands.enter()
    hands.wait_taken(counter)
    hands.open(ARREARS)
    assert hands.text == "12,36,705.75"


def test_the_change_is_the_one_large_figure_before_and_after(
    hands: Hands, counter: FakeCounter
) -> None:
    hands.open(ORDINARY)
    assert hands.screen.tender.figure.text() == "₹\u00a01,450.50"
    hands.enter()
    hands.type("2000")
    assert hands.screen.tender.figure.text() == "₹\u00a0549.50"
    hands.enter()
    hands.wait_taken(counter)
    assert hands.screen.outcome.figure.text() == "₹\u00a0549.50"


def test_cash_that_falls_short_is_told_below_its_field_and_kept(
    hands: Hands, counter: FakeCounter
) -> None:
    hands.open(ORDINARY)
    hands.enter()
    hands.type("1000")
    hands.enter()
    assert "does not cover" in hands.problem("given")
    assert hands.text == "1000"
    assert not orders(counter)


def test_letters_in_the_amount_are_told_and_kept(hands: Hands, counter: FakeCounter) -> None:
    hands.open(ORDINARY)
    hands.type("12x")
    hands.enter()
    assert "is not an amount" in hands.problem("amount")
    assert hands.where == "Amount to pay"
    assert hands.text == "12x"


def test_more_than_is_due_is_told_before_the_books_are_asked(
    hands: Hands, counter: FakeCounter
) -> None:
    hands.open(ORDINARY)
    hands.type("1500")
    hands.enter()
    assert hands.problem("amount") == "Only ₹\u00a01,450.50 is due. Type this much or less."
    assert not orders(counter)


def test_hindi_digits_are_figures_too(hands: Hands, counter: FakeCounter) -> None:
    hands.open(ORDINARY)
    hands.type("१४५०.५०")
    hands.enter()
    hands.enter()
    hands.wait_taken(counter)
    assert orders(counter)[0].amount == Money.rupees(1450, 50)


def test_a_second_click_pays_once(hands: Hands, counter: FakeCounter) -> None:
    counter.gate = threading.Event()
    hands.open(ORDINARY)
    button = hands.screen.tender.take_button
    QTest.mouseDClick(button, Qt.MouseButton.LeftButton)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not button.isEnabled()
    counter.gate.set()
    hands.wait_taken(counter)
    assert len(orders(counter)) == 1


def test_enter_held_down_pays_once(hands: Hands, counter: FakeCounter) -> None:
    hands.open(ORDINARY)
    for _ in range(6):
        hands.enter()
    hands.wait_taken(counter)
    assert len(orders(counter)) == 1


def test_when_it_is_not_certain_the_same_order_goes_again_and_is_taken_once(
    hands: Hands, counter: FakeCounter
) -> None:
    counter.takes_then_fails = [Fault(FaultCode.COMMIT_UNKNOWN)]
    hands.open(ORDINARY)
    hands.enter()
    hands.enter()
    hands.wait_for("Ask the books again")
    assert "never taken twice" in hands.screen.notice.said
    assert not hands.screen.fields[Part.AMOUNT].editor.isEnabled()
    hands.enter()
    hands.wait_taken(counter)
    first, second = orders(counter)
    assert first == second
    assert any("not taken twice" in text for text in hands.seen())


def test_a_refused_payment_keeps_what_was_typed_and_its_id(
    hands: Hands, counter: FakeCounter
) -> None:
    counter.fails["take_payment"] = [Refusal(RefusalCode.AMOUNT_ABOVE_DUE, due_paise=140000)]
    hands.open(ORDINARY)
    hands.type("1450.50")
    hands.enter()
    hands.enter()
    hands.wait_for("Amount to pay")
    assert "Only ₹\u00a01,400.00 is due" in hands.problem("amount")
    assert "Only ₹\u00a01,400.00 is due" in hands.screen.notice.said
    assert hands.text == "1450.50"
    hands.type("1400")
    hands.enter()
    hands.enter()
    hands.wait_taken(counter)
    first, second = orders(counter)
    assert first.group_id == second.group_id


def test_a_sum_that_changed_meanwhile_is_shown_anew(hands: Hands, counter: FakeCounter) -> None:
    hands.open(ORDINARY)
    hands.enter()
    counter.accounts[ORDINARY] = an_account(a_bill(Money.rupees(900)))
    hands.type("2000")
    hands.enter()
    hands.wait_for("Amount to pay")
    hands.qtbot.waitUntil(lambda: hands.text == "900.00")
    assert "changed from ₹\u00a01,450.50 to ₹\u00a0900.00" in hands.screen.notice.said
    assert hands.screen.tender.figure.text() == "₹\u00a01,100.00"


def test_escape_leaves_what_was_only_looked_at(hands: Hands) -> None:
    hands.open(ORDINARY)
    hands.press(Qt.Key.Key_Escape)
    hands.wait_for("Find consumer")
    assert not hands.screen.is_paying


def test_escape_asks_once_more_when_something_was_typed(hands: Hands) -> None:
    hands.open(ORDINARY)
    hands.type("700")
    hands.press(Qt.Key.Key_Escape)
    assert "Leave this payment?" in hands.screen.notice.said
    assert hands.text == "700"
    hands.press(Qt.Key.Key_Escape)
    hands.wait_for("Find consumer")


def test_a_scan_does_not_drop_a_half_typed_payment(hands: Hands, counter: FakeCounter) -> None:
    hands.open(ORDINARY)
    hands.type("700")
    hands.scan(ARREARS)
    hands.qtbot.waitUntil(lambda: "Finish this payment first" in hands.screen.notice.said)
    assert hands.text == "700"


def test_a_credit_is_told_and_nothing_is_taken(hands: Hands, counter: FakeCounter) -> None:
    hands.open(CREDIT)
    hands.type("100")
    hands.enter()
    assert "Nothing is due" in hands.problem("amount")
    assert not orders(counter)


def test_no_open_shift_is_told_and_nothing_is_lost(hands: Hands, counter: FakeCounter) -> None:
    counter.shift = None
    hands.open(ORDINARY)
    hands.enter()
    hands.enter()
    hands.qtbot.waitUntil(lambda: "No shift is open" in hands.screen.notice.said)
    assert hands.screen.is_paying


def test_a_stopped_counter_says_why(hands: Hands, counter: FakeCounter) -> None:
    counter.fails["take_payment"] = [Refusal(RefusalCode.COUNTER_STOPPED, reason="fork")]
    hands.open(ORDINARY)
    hands.enter()
    hands.enter()
    hands.qtbot.waitUntil(lambda: "Call your supervisor" in hands.screen.notice.said)


def test_the_drawer_opens_after_the_payment_and_its_paper(
    hands: Hands, counter: FakeCounter
) -> None:
    hands.open(ORDINARY)
    hands.enter()
    hands.enter()
    hands.wait_taken(counter)
    hands.qtbot.waitUntil(lambda: bool(counter.asked("open_drawer")))
    verbs = [verb for verb, _ in counter.calls]
    assert verbs.index("take_payment") < verbs.index("print_receipt") < verbs.index("open_drawer")


def test_every_verb_is_called_on_its_lane(hands: Hands, counter: FakeCounter) -> None:
    hands.open(ORDINARY)
    hands.enter()
    hands.enter()
    hands.wait_taken(counter)
    hands.qtbot.waitUntil(lambda: bool(counter.asked("open_drawer")))
    assert {"find_consumer@lookup", "open_account@ledger", "take_payment@ledger",
            "print_receipt@printer", "open_drawer@printer", "run_round@sync"} <= counter.threads  # fmt: skip
    assert not [call for call in counter.threads if call.endswith("@MainThread")]


def test_the_date_beside_the_sum_turns_to_caution_when_it_is_old(
    hands: Hands, counter: FakeCounter
) -> None:
    account = counter.accounts[ORDINARY]
    assert account.told_at is not None
    counter.accounts[ORDINARY] = replace(account, told_at=account.told_at.replace(day=18))
    hands.open(ORDINARY)
    assert "As the server told it on 18 Nov 2026, 21:00 (4 days ago)" in hands.seen(ink="caution")

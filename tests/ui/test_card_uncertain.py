"""A card that may be charged: asked about, given back, typed from its slip, or left for a supervisor; never lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from counter_app.domain.card_sale import SaleReason
from counter_app.domain.errors import Fault, FaultCode, Refusal, RefusalCode
from counter_app.domain.money import Money
from counter_app.domain.tender import CashTender
from tests.builders import NOW, PAYABLE
from tests.fakes.terminal import a_charge
from tests.terminals.faults import TerminalFault
from tests.ui.at_terminal import (
    charge,
    charges_asked,
    choose_card,
    connect,
    large_button,
    panel_says,
    sum_field,
    wait_step,
)
from tests.ui.chain import ALT, add, lines_of
from tests.ui.consumers import ARREARS, ORDINARY
from tests.ui.fake_desk import FakeCounter
from tests.ui.test_card_payment import fill_slip
from ui.payment_charge_form import Step
from ui.payment_stage import Page

if TYPE_CHECKING:
    from tests.ui.hands import Hands

LOST_TWICE = (TerminalFault.SILENT_AFTER_CHARGE, TerminalFault.SILENT)
"""The answer to the sale, and that to the question the program asks by itself."""


@pytest.fixture
def counter() -> FakeCounter:
    return connect(FakeCounter())


def be_uncertain(hands: Hands, counter: FakeCounter, *more: TerminalFault) -> None:
    counter.terminal.faults.extend((*LOST_TWICE, *more))
    charge(hands)
    wait_step(hands, Step.UNCERTAIN)


def pay_a_part(hands: Hands) -> None:
    """Rs 1,000 are charged; the rest is still to be paid."""
    choose_card(hands)
    sum_field(hands, "1000")
    hands.enter()
    hands.wait_for("Cash given")


def notice(hands: Hands) -> str:
    return hands.screen.notice.said


def test_the_terminal_is_asked_again_and_the_payment_is_taken(
    hands: Hands, counter: FakeCounter
) -> None:
    be_uncertain(hands, counter)
    assert "The card may have been charged: ₹\u00a01,450.50" in panel_says(hands)
    assert large_button(hands) == "Ask the terminal again"
    hands.enter()
    hands.wait_taken(counter)
    assert len(counter.terminal.charges) == len(charges_asked(counter)) == 1
    assert hands.screen.charges.notes == ()


def test_asked_again_it_was_never_charged_and_the_payment_goes_on(
    hands: Hands, counter: FakeCounter
) -> None:
    counter.terminal.faults.extend((TerminalFault.SILENT, TerminalFault.SILENT))
    charge(hands)
    wait_step(hands, Step.UNCERTAIN)
    hands.enter()
    wait_step(hands, Step.ENDED)
    assert "never reached the terminal" in panel_says(hands)
    hands.press(Qt.Key.Key_F3)
    hands.enter()
    hands.wait_taken(counter)
    assert counter.terminal.charged == {}


def test_a_payment_that_is_not_certain_is_neither_left_nor_changed(
    hands: Hands, counter: FakeCounter
) -> None:
    be_uncertain(hands, counter)
    before = hands.screen.form
    for key in (Qt.Key.Key_Escape, Qt.Key.Key_Escape):
        hands.press(key)
        assert "A card may be charged for this payment" in notice(hands)
    for key in (Qt.Key.Key_H, Qt.Key.Key_E, Qt.Key.Key_J, Qt.Key.Key_S, Qt.Key.Key_B):
        hands.press(key, ALT)
    hands.press(Qt.Key.Key_F3)
    hands.press(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    hands.scan(ARREARS)
    assert hands.screen.form == before
    assert hands.screen.is_paying
    assert large_button(hands) == "Ask the terminal again"


def test_a_silent_terminal_leaves_the_charge_to_a_supervisor_on_the_list(
    hands: Hands, counter: FakeCounter
) -> None:
    be_uncertain(hands, counter, TerminalFault.SILENT)
    hands.enter()
    hands.qtbot.waitUntil(lambda: "Still silent?" in panel_says(hands))
    hands.press(Qt.Key.Key_E, ALT)
    assert "Call a supervisor: ₹\u00a01,450.50" in notice(hands)
    assert hands.screen.is_paying
    hands.press(Qt.Key.Key_E, ALT)
    hands.wait_for("Find consumer")
    hands.qtbot.waitUntil(lambda: len(hands.screen.charges.notes) == 1)
    assert hands.screen.bar.charges_button.isVisible()
    assert not counter.receipts
    choose_card(hands, ARREARS)
    assert "Card by the terminal: ₹\u00a012,36,705.75" in panel_says(hands)
    assert large_button(hands) == "Charge the terminal"


def test_the_slip_that_was_printed_is_typed_when_the_terminal_stays_silent(
    hands: Hands, counter: FakeCounter
) -> None:
    be_uncertain(hands, counter)
    hands.press(Qt.Key.Key_K, ALT)
    hands.wait_for("Card network")
    hands.press(Qt.Key.Key_F3)
    assert "A card may be charged" in notice(hands)
    hands.press(Qt.Key.Key_Escape)
    hands.press(Qt.Key.Key_Escape)
    assert "ask the terminal with Alt+K" in notice(hands)
    hands.press(Qt.Key.Key_K, ALT)
    assert large_button(hands) == "Ask the terminal again"
    hands.press(Qt.Key.Key_K, ALT)
    hands.wait_for("Card network")
    fill_slip(hands)
    hands.enter()
    hands.wait_taken(counter)
    assert len(counter.terminal.charges) == 1


def test_books_that_fail_at_the_list_let_go_of_no_charge(
    hands: Hands, counter: FakeCounter
) -> None:
    be_uncertain(hands, counter)
    hands.press(Qt.Key.Key_K, ALT)
    counter.fails["open_charges"] = [Fault(FaultCode.DISK_FULL)]
    hands.screen.enter()
    hands.qtbot.waitUntil(lambda: "The disk is full" in notice(hands))
    assert hands.screen.form is not None
    assert hands.screen.form.charges == tuple(charges_asked(counter))


def test_a_charged_part_holds_the_cashier_at_the_payment(
    hands: Hands, counter: FakeCounter
) -> None:
    pay_a_part(hands)
    before = hands.screen.form
    hands.press(Qt.Key.Key_Escape)
    hands.press(Qt.Key.Key_Escape)
    hands.press(Qt.Key.Key_H, ALT)
    assert "Take the payment with Enter, or give it back with Alt+B." in notice(hands)
    assert hands.screen.form == before
    assert not hands.screen.held
    assert not counter.receipts


def test_the_first_account_of_a_charged_payment_stays(hands: Hands, counter: FakeCounter) -> None:
    pay_a_part(hands)
    add(hands, ARREARS)
    hands.press(Qt.Key.Key_PageUp)
    hands.press(Qt.Key.Key_X, ALT)
    assert "A card may be charged" in notice(hands)
    assert lines_of(hands) == [ORDINARY, ARREARS]
    hands.press(Qt.Key.Key_PageDown)
    hands.press(Qt.Key.Key_X, ALT)
    assert hands.screen.form is not None
    assert len(hands.screen.form.lines) == 1


def test_a_charge_is_given_back_once_it_is_confirmed(hands: Hands, counter: FakeCounter) -> None:
    pay_a_part(hands)
    hands.press(Qt.Key.Key_B, ALT)
    assert "Give ₹\u00a01,000.00 back to the card?" in panel_says(hands)
    assert large_button(hands) == "Give it back"
    hands.press(Qt.Key.Key_Escape)
    assert panel_says(hands) == ""
    assert not counter.asked("void_charge")
    hands.press(Qt.Key.Key_B, ALT)
    hands.enter()
    wait_step(hands, Step.ENDED)
    assert "It was charged and given back." in panel_says(hands)
    assert counter.terminal.charged == {}
    assert hands.screen.form is not None
    assert hands.screen.form.done == ()
    hands.press(Qt.Key.Key_F3)
    hands.enter()
    hands.wait_taken(counter)


def test_a_charge_the_terminal_does_not_give_back_stands(
    hands: Hands, counter: FakeCounter
) -> None:
    pay_a_part(hands)
    counter.terminal.faults.append(TerminalFault.BUSY)
    hands.press(Qt.Key.Key_B, ALT)
    hands.enter()
    wait_step(hands, Step.ENDED)
    assert "The card is charged: ₹\u00a01,000.00" in panel_says(hands)
    assert "Nothing was given back" in panel_says(hands)
    hands.wait_for("Cash given")
    hands.enter()
    hands.wait_taken(counter)


def test_a_charge_that_stands_can_be_left_to_a_supervisor(
    hands: Hands, counter: FakeCounter
) -> None:
    pay_a_part(hands)
    counter.terminal.faults.append(TerminalFault.BUSY)
    hands.press(Qt.Key.Key_B, ALT)
    hands.enter()
    wait_step(hands, Step.ENDED)
    hands.press(Qt.Key.Key_E, ALT)
    hands.press(Qt.Key.Key_E, ALT)
    hands.qtbot.waitUntil(lambda: len(hands.screen.charges.notes) == 1)
    assert not hands.screen.is_paying


def test_a_void_whose_answer_is_lost_is_asked_about(hands: Hands, counter: FakeCounter) -> None:
    pay_a_part(hands)
    counter.terminal.faults.extend((TerminalFault.SILENT_AFTER_CHARGE, TerminalFault.SILENT))
    hands.press(Qt.Key.Key_B, ALT)
    hands.enter()
    wait_step(hands, Step.UNCERTAIN)
    hands.enter()
    wait_step(hands, Step.ENDED)
    assert hands.screen.form is not None
    assert hands.screen.form.charges == ()
    assert counter.terminal.charged == {}


def test_a_void_that_was_never_sent_and_is_asked_about_stays_charged(
    hands: Hands, counter: FakeCounter
) -> None:
    pay_a_part(hands)
    counter.terminal.faults.extend((TerminalFault.SILENT, TerminalFault.SILENT))
    hands.press(Qt.Key.Key_B, ALT)
    hands.enter()
    wait_step(hands, Step.UNCERTAIN)
    hands.enter()
    wait_step(hands, Step.READY)
    hands.wait_for("Cash given")
    assert hands.screen.form is not None
    assert len(hands.screen.form.done) == 1


def test_books_that_fail_at_the_void_are_told_and_asked_again(
    hands: Hands, counter: FakeCounter
) -> None:
    pay_a_part(hands)
    counter.fails["void_charge"] = [Fault(FaultCode.DISK_FULL)]
    hands.press(Qt.Key.Key_B, ALT)
    hands.enter()
    wait_step(hands, Step.UNCERTAIN)
    assert notice(hands)
    hands.enter()
    hands.wait_for("Cash given")


def test_a_payment_the_books_refuse_can_be_given_back(hands: Hands, counter: FakeCounter) -> None:
    counter.fails["take_payment"] = [Refusal(RefusalCode.COUNTER_STOPPED, reason="fork")]
    charge(hands)
    hands.qtbot.waitUntil(lambda: "Not possible" in notice(hands))
    hands.press(Qt.Key.Key_B, ALT)
    hands.enter()
    wait_step(hands, Step.ENDED)
    assert counter.terminal.charged == {}
    assert not counter.receipts


def test_an_earlier_sale_that_was_lost_from_sight_is_taken_up_again(
    hands: Hands, counter: FakeCounter
) -> None:
    choose_card(hands)
    form = hands.screen.form
    assert form is not None
    payment_id = form.lines[0].payment_id
    lost = a_charge(amount=PAYABLE)
    lost = type(lost)(payment_id, 7, PAYABLE)
    counter.charge_notes.begin(lost, NOW)
    hands.enter()
    wait_step(hands, Step.UNCERTAIN)
    assert hands.screen.charging.form.charge == lost
    hands.enter()
    wait_step(hands, Step.ENDED)
    assert counter.terminal.charged == {}


class TestAfterARestart:
    """Charges the counter noted before it stopped."""

    @pytest.fixture
    def counter(self) -> FakeCounter:
        counter = connect(FakeCounter())
        charged, lost = a_charge(1, payment=901), a_charge(1, Money.rupees(75), payment=902)
        counter.charge_card(charged)
        counter.charge_notes.begin(lost, NOW)
        counter.calls.clear()
        return counter

    def rows(self, hands: Hands) -> list[tuple[str, str]]:
        return [(row[1].text, row[2].text) for row in hands.screen.charges.table.rows]

    def open_list(self, hands: Hands) -> None:
        hands.qtbot.waitUntil(lambda: "Card charges on no receipt: 2" in notice(hands))
        hands.press(Qt.Key.Key_Q, ALT)
        hands.wait_for("Card charges on no receipt")

    def said(self, hands: Hands) -> str:
        return hands.screen.charges.notice.said

    def test_they_are_told_and_the_next_consumer_is_served_all_the_same(
        self, hands: Hands, counter: FakeCounter
    ) -> None:
        hands.qtbot.waitUntil(lambda: "Card charges on no receipt: 2" in notice(hands))
        assert hands.where == "Find consumer"
        hands.open(ORDINARY)
        assert notice(hands) == ""
        assert hands.screen.bar.charges_button.isVisible()
        hands.enter()
        hands.enter()
        hands.wait_taken(counter)
        assert notice(hands) == ""

    def test_each_is_asked_about_and_given_back(self, hands: Hands, counter: FakeCounter) -> None:
        self.open_list(hands)
        assert self.rows(hands) == [
            ("₹\u00a01,450.50", "Charged, RRN 632711000001"),
            ("₹\u00a075.00", "Not known: ask the terminal"),
        ]
        hands.press(Qt.Key.Key_G, ALT)
        assert "Give ₹\u00a01,450.50 back to the card?" in self.said(hands)
        hands.press(Qt.Key.Key_Down)
        assert self.said(hands) == ""
        hands.enter()
        hands.qtbot.waitUntil(lambda: len(self.rows(hands)) == 1)
        assert "never reached the terminal" in self.said(hands)
        hands.press(Qt.Key.Key_G, ALT)
        hands.press(Qt.Key.Key_G, ALT)
        hands.qtbot.waitUntil(lambda: hands.screen.page is Page.OUTCOME)
        assert counter.terminal.charged == {}
        assert "given back" in notice(hands)
        assert not hands.screen.bar.charges_button.isVisible()

    def test_what_was_charged_says_so_when_asked(self, hands: Hands) -> None:
        self.open_list(hands)
        hands.enter()
        hands.qtbot.waitUntil(lambda: "It is on no receipt yet." in self.said(hands))
        assert len(self.rows(hands)) == 2

    def test_a_silent_terminal_calls_for_a_supervisor(
        self, hands: Hands, counter: FakeCounter
    ) -> None:
        counter.terminal.is_there = False
        self.open_list(hands)
        hands.press(Qt.Key.Key_Down)
        hands.enter()
        hands.qtbot.waitUntil(lambda: "call a supervisor" in self.said(hands))
        assert len(self.rows(hands)) == 2

    def test_a_counter_that_cannot_ask_says_so(self, hands: Hands, counter: FakeCounter) -> None:
        counter.fails["ask_terminal"] = [Fault(FaultCode.SETTINGS_DAMAGED)]
        self.open_list(hands)
        hands.enter()
        hands.qtbot.waitUntil(lambda: bool(notice(hands)))
        assert self.said(hands) == ""

    def test_escape_leaves_the_list_for_the_payment(self, hands: Hands) -> None:
        hands.open(ORDINARY)
        hands.press(Qt.Key.Key_Q, ALT)
        hands.wait_for("Card charges on no receipt")
        hands.press(Qt.Key.Key_Escape)
        hands.wait_for("Amount to pay")


def test_open_charges_of_a_terminal_no_longer_connected_are_listed_too(
    hands: Hands, counter: FakeCounter
) -> None:
    counter.charge_notes.begin(a_charge(payment=901), NOW)
    hands.screen.enter()
    hands.qtbot.waitUntil(lambda: len(hands.screen.charges.notes) == 1)


def test_a_cash_payment_is_not_kept_by_a_charge_of_another(
    hands: Hands, counter: FakeCounter
) -> None:
    counter.charge_notes.begin(a_charge(payment=901), NOW)
    hands.open(ORDINARY)
    hands.enter()
    hands.enter()
    hands.wait_taken(counter)
    (receipt,) = counter.receipts.values()
    assert receipt.payment.tenders == (CashTender(PAYABLE, PAYABLE),)
    assert SaleReason.EARLIER_SALE_OPEN not in {
        note.outcome.reason for note in hands.screen.charges.notes if note.outcome
    }

"""A card charged by the terminal beside the counter: each end it can have, by keys on the real screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from counter_app.domain.card_sale import SaleProgress
from counter_app.domain.errors import Fault, FaultCode
from counter_app.domain.money import Money
from counter_app.domain.tender import CardTender, CashTender
from tests.builders import PAYABLE
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
from tests.ui.chain import ALT, CTRL, the_order
from tests.ui.consumers import ARREARS, ORDINARY
from tests.ui.fake_desk import FakeCounter
from tests.ui.test_card_payment import fill_slip
from ui.customer import PayByCard, Thanks, ToPay
from ui.payment_charge_form import Step

if TYPE_CHECKING:
    from tests.ui.hands import Hands

WAIT_SECONDS = 10.0


@pytest.fixture
def counter() -> FakeCounter:
    return connect(FakeCounter())


def waits_for_card(hands: Hands, counter: FakeCounter, fault: TerminalFault) -> None:
    """Charge, and see the terminal wait for the card."""
    counter.terminal.faults.append(fault)
    charge(hands)
    assert counter.terminal.waits_for_card.wait(WAIT_SECONDS)
    hands.qtbot.waitUntil(lambda: "taps or inserts" in panel_says(hands))


def test_a_bill_is_paid_by_card_with_three_keys_and_nothing_typed(
    hands: Hands, counter: FakeCounter
) -> None:
    choose_card(hands)
    assert "Card by the terminal: ₹\u00a01,450.50" in panel_says(hands)
    assert large_button(hands) == "Charge the terminal"
    hands.enter()
    hands.wait_taken(counter)
    (asked,) = charges_asked(counter)
    order = the_order(counter)
    (tender,) = order.tenders
    assert isinstance(tender, CardTender)
    assert (asked.group_id, asked.number, asked.amount) == (order.group_id, 1, PAYABLE)
    assert tender.slip.rrn == "632711000001"
    assert counter.terminal.charged == {asked.reference: PAYABLE.paise}
    assert {"charge_card@terminal", "open_charges@terminal"} <= counter.threads
    assert hands.screen.seat.customer.shown == Thanks()
    assert hands.screen.charges.notes == ()


def test_no_field_of_the_slip_is_seen_where_the_terminal_charges(hands: Hands) -> None:
    choose_card(hands)
    assert not any(
        field.isVisible() for part, field in hands.screen.tender.fields.items() if part != "given"
    )


def test_a_second_enter_charges_nothing_more(hands: Hands, counter: FakeCounter) -> None:
    waits_for_card(hands, counter, TerminalFault.CANCELLED_TOO_LATE)
    for _ in range(3):
        hands.enter()
    hands.press(Qt.Key.Key_Return, CTRL)
    counter.terminal.cancel()
    hands.wait_taken(counter)
    assert len(charges_asked(counter)) == len(counter.terminal.charges) == 1
    assert len(counter.asked("take_payment")) == 1


def test_while_the_card_is_awaited_nothing_changes_and_the_consumer_is_told(
    hands: Hands, counter: FakeCounter
) -> None:
    waits_for_card(hands, counter, TerminalFault.WAITS)
    form = hands.screen.form
    assert hands.screen.seat.customer.shown == PayByCard(PAYABLE)
    for key, modifier in (
        (Qt.Key.Key_F3, Qt.KeyboardModifier.NoModifier),
        *(
            (key, ALT)
            for key in (Qt.Key.Key_T, Qt.Key.Key_H, Qt.Key.Key_K, Qt.Key.Key_I, Qt.Key.Key_Q)
        ),
    ):
        hands.press(key, modifier)
    hands.scan(ARREARS)
    hands.press(Qt.Key.Key_F12)
    hands.press(Qt.Key.Key_F12)
    assert hands.screen.form == form
    assert not hands.screen.held
    assert hands.screen.seat.customer.shown == PayByCard(PAYABLE)
    hands.press(Qt.Key.Key_Escape)
    wait_step(hands, Step.ENDED)


def test_escape_stops_the_sale_and_the_payment_stays(hands: Hands, counter: FakeCounter) -> None:
    waits_for_card(hands, counter, TerminalFault.WAITS)
    hands.press(Qt.Key.Key_Escape)
    wait_step(hands, Step.ENDED)
    assert "You stopped it before the bank was asked." in panel_says(hands)
    assert large_button(hands) == "Charge the terminal again"
    assert isinstance(hands.screen.seat.customer.shown, ToPay)
    hands.enter()
    hands.wait_taken(counter)
    assert [one.number for one in charges_asked(counter)] == [1, 2]


def test_a_stop_that_came_too_late_takes_no_payment_by_itself(
    hands: Hands, counter: FakeCounter
) -> None:
    waits_for_card(hands, counter, TerminalFault.CANCELLED_TOO_LATE)
    hands.press(Qt.Key.Key_Escape)
    hands.qtbot.waitUntil(lambda: "approved it already" in hands.screen.notice.said)
    assert not counter.asked("take_payment")
    hands.enter()
    hands.wait_taken(counter)


def test_what_the_person_at_the_terminal_is_about_is_told(
    hands: Hands, counter: FakeCounter
) -> None:
    waits_for_card(hands, counter, TerminalFault.WAITS)
    words = {
        SaleProgress.ENTERING_PIN: "The payer types the PIN",
        SaleProgress.ASKING_BANK: "The bank is being asked",
    }
    for progress, said in words.items():
        counter.terminal._progress = progress  # noqa: SLF001 - the fake's person moves on
        hands.qtbot.waitUntil(lambda said=said: said in panel_says(hands))  # type: ignore[misc]  # mypy cannot type a default of a lambda
    hands.press(Qt.Key.Key_Escape)
    wait_step(hands, Step.ENDED)


ENDS = {
    TerminalFault.DECLINED: "There is not enough money in the account. Nothing was charged.",
    TerminalFault.CANCELLED_AT_KEY: "It was stopped at the terminal. Nothing is taken",
    TerminalFault.BUSY: "The terminal is busy with something else. Nothing was charged.",
}


@pytest.mark.parametrize("fault", ENDS)
def test_what_was_not_charged_is_said_and_the_payment_stays(
    hands: Hands, counter: FakeCounter, fault: TerminalFault
) -> None:
    counter.terminal.faults.append(fault)
    charge(hands)
    wait_step(hands, Step.ENDED)
    assert ENDS[fault] in panel_says(hands)
    assert hands.screen.form is not None
    assert hands.screen.form.charges == ()
    hands.press(Qt.Key.Key_F3)
    hands.wait_for("Cash given")
    assert panel_says(hands) == ""
    hands.enter()
    hands.wait_taken(counter)
    assert the_order(counter).tenders == (CashTender(PAYABLE, PAYABLE),)


def test_a_part_is_charged_and_the_rest_is_paid_in_cash(hands: Hands, counter: FakeCounter) -> None:
    choose_card(hands)
    sum_field(hands, "1000")
    assert "Card by the terminal: ₹\u00a01,000.00" in panel_says(hands)
    hands.enter()
    hands.wait_for("Cash given")
    assert hands.screen.tender.figure.text() == "₹\u00a0450.50"
    told = "Card by the terminal, RRN 632711000001: ₹\u00a01,000.00"
    assert told in hands.seen()
    hands.enter()
    hands.wait_taken(counter)
    card, cash = the_order(counter).tenders
    assert isinstance(card, CardTender)
    assert (card.amount, cash.amount) == (Money.rupees(1000), Money.rupees(450, 50))


def test_alt_t_with_a_sum_charges_as_well_and_two_cards_have_two_numbers(
    hands: Hands, counter: FakeCounter
) -> None:
    choose_card(hands)
    sum_field(hands, "1000")
    hands.press(Qt.Key.Key_T, ALT)
    hands.wait_for("Cash given")
    hands.press(Qt.Key.Key_F4)
    hands.enter()
    hands.wait_taken(counter)
    assert [one.number for one in charges_asked(counter)] == [1, 2]
    assert sum(counter.terminal.charged.values()) == PAYABLE.paise


def test_nothing_is_charged_while_something_is_missing(hands: Hands, counter: FakeCounter) -> None:
    choose_card(hands)
    sum_field(hands, "0")
    hands.enter()
    assert hands.problem("sum")
    assert not charges_asked(counter)


def test_the_slip_is_typed_by_hand_when_the_terminal_cannot_tell_it(
    hands: Hands, counter: FakeCounter
) -> None:
    choose_card(hands)
    hands.press(Qt.Key.Key_K, ALT)
    hands.wait_for("Card network")
    assert panel_says(hands) == ""
    fill_slip(hands)
    hands.enter()
    hands.wait_taken(counter)
    assert not charges_asked(counter)


def test_alt_k_goes_back_to_the_terminal(hands: Hands, counter: FakeCounter) -> None:
    choose_card(hands)
    hands.press(Qt.Key.Key_K, ALT)
    hands.press(Qt.Key.Key_K, ALT)
    assert large_button(hands) == "Charge the terminal"
    hands.press(Qt.Key.Key_Return, CTRL)
    hands.wait_taken(counter)
    assert len(charges_asked(counter)) == 1


def test_a_counter_that_could_not_note_the_charge_sent_nothing(
    hands: Hands, counter: FakeCounter
) -> None:
    counter.charge_notes.is_disk_full = True
    charge(hands)
    wait_step(hands, Step.READY)
    hands.qtbot.waitUntil(lambda: bool(hands.screen.notice.said))
    assert hands.screen.form is not None
    assert hands.screen.form.charges == ()
    counter.charge_notes.is_disk_full = False
    hands.enter()
    hands.wait_taken(counter)
    assert len(counter.terminal.charges) == 1


def test_a_payment_the_books_refuse_keeps_its_charge(hands: Hands, counter: FakeCounter) -> None:
    counter.fails["take_payment"] = [Fault(FaultCode.DISK_FULL)]
    charge(hands)
    hands.qtbot.waitUntil(lambda: large_button(hands) == "Ask the books again")
    hands.enter()
    hands.wait_taken(counter)
    assert len(counter.terminal.charges) == 1


def test_a_terminal_known_late_takes_the_place_of_the_slip(
    hands: Hands, counter: FakeCounter
) -> None:
    hands.qtbot.waitUntil(lambda: hands.screen.charging.is_connected)
    hands.screen.charging._kind = None  # noqa: SLF001 - as before the first answer
    hands.open(ORDINARY)
    hands.press(Qt.Key.Key_F4)
    hands.wait_for("Card network")
    hands.screen.charging.look()
    hands.qtbot.waitUntil(lambda: large_button(hands) == "Charge the terminal")


def test_after_ninety_nine_tries_the_payment_is_begun_anew(
    hands: Hands, counter: FakeCounter
) -> None:
    choose_card(hands)
    form = hands.screen.form
    assert form is not None
    hands.screen.charging._numbers[form.lines[0].payment_id] = 99  # noqa: SLF001 - nobody presses so often
    hands.enter()
    assert "Too many tries" in hands.screen.notice.said
    assert not charges_asked(counter)


def test_what_is_searched_meanwhile_neither_joins_nor_stops_the_sale(
    hands: Hands, counter: FakeCounter
) -> None:
    waits_for_card(hands, counter, TerminalFault.WAITS)
    form = hands.screen.form
    hands.press(Qt.Key.Key_F2)
    hands.type("zzz")
    hands.qtbot.waitUntil(hands.screen.bar.suspense_button.isVisible)
    hands.press(Qt.Key.Key_S, ALT)
    hands.press(Qt.Key.Key_Escape)
    assert hands.screen.form == form
    assert not counter.asked("cancel_charge")
    hands.press(Qt.Key.Key_Escape)
    wait_step(hands, Step.ENDED)


def test_nothing_is_charged_while_another_account_is_being_opened(
    hands: Hands, counter: FakeCounter
) -> None:
    choose_card(hands)
    hands.screen.opening.is_busy = True
    hands.enter()
    assert not charges_asked(counter)
    hands.screen.opening.is_busy = False
    hands.enter()
    hands.wait_taken(counter)

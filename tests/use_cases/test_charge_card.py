"""Charging a card: charged once, never lost, and no payment's money asked for twice."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from counter_app.domain.card_sale import SaleOutcome, SaleReason, SaleState
from counter_app.domain.errors import Fault, FaultCode
from counter_app.domain.money import Money
from counter_app.use_cases.charge_card import (
    TERMINAL_REMEMBERS,
    AskTerminal,
    ChargeCard,
    OpenCharges,
    VoidCharge,
)
from tests.builders import PAYABLE, card
from tests.fakes.terminal import (
    DECLINED,
    LOST,
    UNKNOWN,
    UNREACHED,
    VOIDED,
    FakeChargeNotes,
    FakeTerminal,
    a_charge,
)
from tests.terminals.faults import TerminalFault
from tests.use_cases.counter import Counter, an_open_counter

if TYPE_CHECKING:
    from counter_app.domain.tender import CardSlip

LOSES_THE_CHARGE = TerminalFault.SILENT_AFTER_CHARGE
LOSES_THE_ANSWER = TerminalFault.SILENT


@dataclass
class CardDesk:
    """A counter with a terminal on it, and the verbs of the terminal's lane."""

    counter: Counter = field(default_factory=an_open_counter)
    terminal: FakeTerminal = field(default_factory=FakeTerminal)
    notes: FakeChargeNotes = field(default_factory=FakeChargeNotes)

    def __post_init__(self) -> None:
        clock = self.counter.clock
        self.ask = AskTerminal(self.terminal, self.notes, clock)
        self.charge = ChargeCard(self.terminal, self.notes, clock)
        self.void = VoidCharge(self.counter.ledger, self.ask)
        self.open = OpenCharges(self.counter.ledger, self.notes)

    def goes_wrong(self, *faults: TerminalFault) -> None:
        self.terminal.faults.extend(faults)

    def takes_payment(self, slip: CardSlip | None) -> None:
        assert slip is not None
        self.counter.takes(PAYABLE, card(PAYABLE, slip))


def calls(desk: CardDesk) -> list[str]:
    return [call for call, _ in desk.terminal.asked]


def test_an_approved_charge_gives_the_slip_for_the_payment() -> None:
    desk = CardDesk()
    outcome = desk.charge(a_charge())
    assert outcome.state is SaleState.APPROVED
    desk.takes_payment(outcome.slip)
    assert desk.terminal.charged == {a_charge().reference: PAYABLE.paise}
    assert desk.open() == ()


def test_the_same_charge_twice_is_one_sale() -> None:
    desk = CardDesk()
    assert desk.charge(a_charge()) == desk.charge(a_charge())
    assert calls(desk) == ["sale"]


def test_a_new_try_after_a_decline_is_the_next_number() -> None:
    desk = CardDesk()
    desk.goes_wrong(TerminalFault.DECLINED)
    assert desk.charge(a_charge(1)) == DECLINED
    assert desk.charge(a_charge(1)) == DECLINED
    assert desk.charge(a_charge(2)).state is SaleState.APPROVED
    assert desk.terminal.charged == {a_charge(2).reference: PAYABLE.paise}


def test_two_cards_pay_one_bill() -> None:
    desk = CardDesk()
    outcomes = [desk.charge(a_charge(number, Money(725_25))) for number in (1, 2)]
    assert {outcome.state for outcome in outcomes} == {SaleState.APPROVED}
    assert sum(desk.terminal.charged.values()) == PAYABLE.paise


def test_an_answer_that_is_lost_is_asked_for_at_once() -> None:
    desk = CardDesk()
    desk.goes_wrong(LOSES_THE_CHARGE)
    assert desk.charge(a_charge()).state is SaleState.APPROVED
    assert calls(desk) == ["sale", "last_sale"]
    assert len(desk.terminal.charges) == 1


def test_while_a_charge_is_uncertain_the_payment_asks_for_no_other() -> None:
    desk = CardDesk()
    desk.goes_wrong(LOSES_THE_CHARGE, LOSES_THE_ANSWER)
    assert desk.charge(a_charge(1)) == LOST
    refused = desk.charge(a_charge(2))
    assert refused == SaleOutcome(SaleState.NOT_SENT, SaleReason.EARLIER_SALE_OPEN)
    assert desk.ask(a_charge(1)).state is SaleState.APPROVED
    assert len(desk.terminal.charges) == 1


def test_once_the_earlier_charge_is_known_the_next_may_be_made() -> None:
    desk = CardDesk()
    desk.goes_wrong(TerminalFault.SILENT, LOSES_THE_ANSWER)
    assert desk.charge(a_charge(1)) == LOST
    desk.charge(a_charge(2))
    assert desk.charge(a_charge(1)) == UNKNOWN
    assert desk.charge(a_charge(2)).state is SaleState.APPROVED
    assert desk.terminal.charged == {a_charge(2).reference: PAYABLE.paise}


def test_an_uncertain_charge_keeps_no_other_payment_waiting() -> None:
    desk = CardDesk()
    desk.goes_wrong(LOSES_THE_CHARGE, LOSES_THE_ANSWER)
    desk.charge(a_charge(payment=1))
    assert desk.charge(a_charge(payment=2)).state is SaleState.APPROVED


def test_what_is_certain_is_not_asked_again() -> None:
    desk = CardDesk()
    outcome = desk.charge(a_charge())
    desk.terminal.is_there = False
    assert desk.ask(a_charge()) == outcome


def test_what_became_of_a_charge_nobody_noted_can_be_asked_all_the_same() -> None:
    desk = CardDesk()
    assert desk.ask(a_charge()) == UNKNOWN
    assert desk.notes.find(a_charge()) is None


def test_a_note_that_cannot_be_written_sends_nothing() -> None:
    desk = CardDesk()
    desk.notes.is_disk_full = True
    with pytest.raises(Fault) as told:
        desk.charge(a_charge())
    assert told.value.code is FaultCode.FILE_NOT_WRITTEN
    assert desk.terminal.asked == []


def test_wrong_settings_leave_no_charge_open() -> None:
    desk = CardDesk()
    desk.terminal.settings_fault = Fault(FaultCode.SETTINGS_DAMAGED)
    with pytest.raises(Fault):
        desk.charge(a_charge())
    assert desk.open() == ()
    assert desk.charge(a_charge()).state is SaleState.NOT_SENT


def test_a_number_used_for_another_amount_is_a_bug() -> None:
    desk = CardDesk()
    desk.charge(a_charge(1, PAYABLE))
    with pytest.raises(ValueError, match="sale 1 was of"):
        desk.charge(a_charge(1, Money(1)))


# after a power cut


def test_a_program_that_died_in_mid_sale_left_a_charge_to_ask_about() -> None:
    desk = CardDesk()
    desk.notes.begin(a_charge(), desk.counter.clock.now())
    desk.terminal.sale(PAYABLE, a_charge().reference)
    (note,) = desk.open()
    assert (note.charge, note.outcome) == (a_charge(), None)
    outcome = desk.ask(note.charge)
    assert outcome.state is SaleState.APPROVED
    assert [note.outcome for note in desk.open()] == [outcome]
    desk.takes_payment(outcome.slip)
    assert desk.open() == ()
    assert desk.notes.open() == ()


def test_a_program_that_died_before_the_sale_left_one_that_was_not_charged() -> None:
    desk = CardDesk()
    desk.notes.begin(a_charge(), desk.counter.clock.now())
    assert desk.charge(a_charge()) == UNKNOWN
    assert desk.open() == ()


@pytest.mark.parametrize(
    ("age", "outcome"),
    [
        (TERMINAL_REMEMBERS - timedelta(seconds=1), UNKNOWN),
        (
            TERMINAL_REMEMBERS,
            SaleOutcome(SaleState.UNCERTAIN, SaleReason.TERMINAL_FORGOT),
        ),
    ],
)
def test_a_terminal_is_not_believed_about_what_it_may_have_forgotten(
    age: timedelta, outcome: SaleOutcome
) -> None:
    desk = CardDesk()
    desk.notes.begin(a_charge(), desk.counter.clock.now())
    desk.counter.clock.passes(age)
    assert desk.ask(a_charge()) == outcome


def test_a_charge_that_cannot_be_asked_about_stays_open() -> None:
    desk = CardDesk()
    desk.goes_wrong(LOSES_THE_CHARGE, LOSES_THE_ANSWER)
    desk.charge(a_charge())
    desk.terminal.is_there = False
    assert desk.ask(a_charge()) == UNREACHED
    assert [note.outcome for note in desk.open()] == [UNREACHED]


# giving back


def test_a_charge_without_a_payment_is_given_back() -> None:
    desk = CardDesk()
    desk.charge(a_charge())
    assert desk.void(a_charge()) == VOIDED
    assert desk.void(a_charge()) == VOIDED
    assert desk.terminal.charged == {}
    assert desk.open() == ()


def test_a_charge_whose_slip_is_on_a_receipt_is_not_given_back() -> None:
    desk = CardDesk()
    outcome = desk.charge(a_charge())
    desk.takes_payment(outcome.slip)
    told = desk.void(a_charge())
    assert told == SaleOutcome(SaleState.APPROVED, SaleReason.PAYMENT_TAKEN, outcome.slip)
    assert "void_sale" not in calls(desk)


def test_a_void_the_bank_declines_leaves_the_charge_open() -> None:
    desk = CardDesk()
    outcome = desk.charge(a_charge())
    desk.goes_wrong(TerminalFault.DECLINED)
    told = desk.void(a_charge())
    assert told == SaleOutcome(SaleState.APPROVED, SaleReason.NOT_PERMITTED, outcome.slip)
    assert [note.outcome for note in desk.open()] == [outcome]


def test_a_void_whose_answer_is_lost_is_asked_about_at_once() -> None:
    desk = CardDesk()
    desk.charge(a_charge())
    desk.goes_wrong(LOSES_THE_CHARGE)
    assert desk.void(a_charge()) == VOIDED


def test_a_void_that_never_came_to_the_terminal_leaves_the_charge() -> None:
    desk = CardDesk()
    outcome = desk.charge(a_charge())
    desk.goes_wrong(TerminalFault.SILENT)
    told = desk.void(a_charge())
    assert told == SaleOutcome(SaleState.APPROVED, SaleReason.VOID_REFUSED, outcome.slip)
    assert [note.outcome for note in desk.open()] == [outcome]


def test_a_void_of_which_nothing_is_known_is_asked_about_later() -> None:
    desk = CardDesk()
    desk.charge(a_charge())
    desk.goes_wrong(LOSES_THE_CHARGE, LOSES_THE_ANSWER)
    assert desk.void(a_charge()) == LOST
    assert desk.ask(a_charge()) == VOIDED


def test_what_was_not_charged_needs_no_void() -> None:
    desk = CardDesk()
    desk.goes_wrong(TerminalFault.DECLINED)
    desk.charge(a_charge())
    assert desk.void(a_charge()) == DECLINED
    assert calls(desk) == ["sale"]

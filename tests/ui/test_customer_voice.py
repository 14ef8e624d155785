"""The spoken amount: each sum once, when the fingers rest; the change at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from counter_app.domain.errors import Fault, FaultCode
from counter_app.domain.facing import FacingFact, FacingFacts, FacingState
from counter_app.domain.money import ZERO, Money
from tests.builders import PAYABLE
from tests.ui.consumers import ORDINARY
from tests.ui.customer_at_hand import ASK, CHANGE, GIVEN, NAME, TELLS
from tests.ui.fake_desk import FakeCounter
from tests.ui.hands import Hands, a_window
from ui.customer import Customer, Idle
from ui.customer_voice import VoiceFeed, _failed, sentence_for
from ui.lanes import Lane

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

TO_PAY = "कुल जमा राशि एक हज़ार चार सौ पचास रुपये पचास पैसे"
BACK = "वापस पाँच सौ उनचास रुपये पचास पैसे"


@pytest.fixture
def said() -> list[str]:
    return []


@pytest.fixture
def feed(customer: Customer, said: list[str]) -> Iterator[VoiceFeed]:
    lane = Lane("voice")
    feed = VoiceFeed(customer, lane, said.append, rest_ms=5)
    yield feed
    lane.close()


@pytest.mark.parametrize("told", TELLS)
def test_there_is_a_sentence_for_all_but_idle(customer: Customer, told: str) -> None:
    TELLS[told](customer)
    assert bool(sentence_for(customer.shown)) is not isinstance(customer.shown, Idle)


def test_nothing_to_pay_is_not_said(customer: Customer) -> None:
    customer.show_to_pay(NAME, ZERO)
    assert sentence_for(customer.shown) == ""


def test_the_sum_is_said_once_and_the_change_at_once(
    qtbot: QtBot, customer: Customer, feed: VoiceFeed, said: list[str]
) -> None:
    customer.show_to_pay(NAME, PAYABLE)
    qtbot.waitUntil(lambda: said == [TO_PAY])
    customer.show_counting(NAME, PAYABLE, GIVEN)
    customer.show_qr(ASK)
    customer.show_card(PAYABLE)
    qtbot.waitUntil(lambda: not feed.is_resting)
    customer.show_change(CHANGE, GIVEN)
    qtbot.waitUntil(lambda: len(said) == 2)
    assert said == [TO_PAY, BACK]


def test_a_half_typed_sum_is_not_said(
    qtbot: QtBot, customer: Customer, feed: VoiceFeed, said: list[str]
) -> None:
    for paise in (1, 14, 145, 1450, 14505, 145050):
        customer.show_to_pay(NAME, Money(paise))
    qtbot.waitUntil(lambda: said == [TO_PAY])


def test_the_next_account_of_the_same_sum_is_said_again(
    qtbot: QtBot, customer: Customer, feed: VoiceFeed, said: list[str]
) -> None:
    for _ in range(2):
        customer.show_to_pay(NAME, PAYABLE)
        qtbot.waitUntil(lambda: not feed.is_resting)
        customer.show_idle()
    qtbot.waitUntil(lambda: said == [TO_PAY, TO_PAY])


def test_exact_payment_is_thanked_for(
    qtbot: QtBot, customer: Customer, feed: VoiceFeed, said: list[str]
) -> None:
    customer.show_thanks()
    qtbot.waitUntil(lambda: said == ["धन्यवाद"])


def test_an_account_that_is_left_at_once_is_not_spoken_of(
    qtbot: QtBot, customer: Customer, feed: VoiceFeed, said: list[str]
) -> None:
    customer.show_to_pay(NAME, PAYABLE)
    customer.sign_out()
    assert not feed.is_resting
    customer.seat_cashier()
    customer.show_thanks()
    qtbot.waitUntil(lambda: bool(said))
    assert said == ["धन्यवाद"]


def test_it_speaks_at_the_counter_on_a_lane_of_its_own(qtbot: QtBot) -> None:
    counter = FakeCounter(facing=FacingFacts(voice=FacingFact(FacingState.WAITING)))
    window = a_window(qtbot, counter)
    hands = Hands(qtbot, window)
    hands.sign_in()
    hands.open(ORDINARY)
    hands.enter()
    hands.type("2000")
    hands.enter()
    hands.wait_taken(counter)
    qtbot.waitUntil(lambda: BACK in counter.said)
    assert "say_aloud@voice" in counter.threads
    window.close()


def test_nobody_speaks_where_it_is_not_set(hands: Hands, counter: FakeCounter) -> None:
    assert hands.window.sitting is not None
    assert hands.window.sitting.voice is None


def test_a_fault_is_told_elsewhere_and_a_bug_is_a_bug() -> None:
    _failed(Fault(FaultCode.LEDGER_IN_USE))
    with pytest.raises(ZeroDivisionError):
        _failed(ZeroDivisionError())

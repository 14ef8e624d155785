"""What the consumer is told: their own affairs, masked, in both languages, and nobody's after sign-out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QTimer

from counter_app.domain.money import ZERO, Money
from tests.builders import PAYABLE
from tests.ui.customer_at_hand import ASK, CHANGE, GIVEN, NAME, NAME_HI, TELLS
from ui.customer import ChangeToGive, Counting, Customer, Idle, PayByCard, PayByUpi, Thanks, ToPay
from ui.customer_words import lines_of
from ui.language import Language, speak

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

DEVANAGARI = re.compile(r"[\u0900-\u097f]")


def said(customer: Customer) -> str:
    return "\n".join(line.text for line in lines_of(customer.shown))


def test_what_is_told_is_shown(customer: Customer) -> None:
    seen = [customer.shown]
    customer.turned.connect(lambda: seen.append(customer.shown))
    customer.show_to_pay(NAME, PAYABLE, name_hi=NAME_HI)
    customer.show_qr(ASK)
    customer.show_card(PAYABLE)
    customer.show_counting(NAME, PAYABLE, GIVEN, name_hi=NAME_HI)
    customer.show_change(CHANGE, GIVEN)
    customer.show_thanks()
    customer.show_idle()
    assert seen == [
        Idle(),
        ToPay("R*** P*** S***", "रा*** प्र*** शु***", PAYABLE),
        PayByUpi(ASK),
        PayByCard(PAYABLE),
        Counting("R*** P*** S***", "रा*** प्र*** शु***", PAYABLE, GIVEN),
        ChangeToGive(CHANGE, GIVEN),
        Thanks(),
        Idle(),
    ]


def test_cash_that_is_counted_says_what_comes_back_or_what_is_missing(customer: Customer) -> None:
    customer.show_counting(NAME, PAYABLE, GIVEN)
    assert "₹\u00a02,000.00" in said(customer)
    assert "Your change\n₹\u00a0549.50" in said(customer)
    customer.show_counting(NAME, PAYABLE, Money.rupees(1000))
    assert "Still to pay\n₹\u00a0450.50" in said(customer)
    customer.show_counting(NAME, PAYABLE, PAYABLE)
    assert "Your change\n₹\u00a00.00" in said(customer)


def test_what_was_given_stays_beside_the_change(customer: Customer) -> None:
    customer.show_change(CHANGE, GIVEN)
    assert said(customer).startswith("दी गई राशि / Cash given  ₹\u00a02,000.00\n")
    assert "Your change\n₹\u00a0549.50" in said(customer)
    customer.show_change(CHANGE)
    assert "Cash given" not in said(customer)


def test_without_change_it_thanks(customer: Customer) -> None:
    customer.show_change(ZERO)
    assert customer.shown == Thanks()


def test_before_sign_in_nothing_is_shown(dressed: QApplication) -> None:
    customer = Customer()
    for tell in TELLS.values():
        tell(customer)
        assert customer.shown == Idle()


@pytest.mark.parametrize("tell", TELLS.values(), ids=TELLS)
def test_after_sign_out_nothing_of_a_consumer_is_shown_and_late_answers_are_not(
    customer: Customer, tell: Callable[[Customer], None]
) -> None:
    tell(customer)
    customer.sign_out()
    assert customer.shown == Idle()
    tell(customer)
    assert customer.shown == Idle()
    customer.seat_cashier()
    assert customer.shown == Idle()


def test_the_same_told_twice_turns_nothing(qtbot: QtBot, customer: Customer) -> None:
    customer.show_to_pay(NAME, PAYABLE)
    with qtbot.assertNotEmitted(customer.turned):
        customer.show_to_pay(NAME, PAYABLE)
    with qtbot.waitSignal(customer.turned):
        customer.show_to_pay(NAME, CHANGE)


@pytest.mark.parametrize("tell", [TELLS["change"], TELLS["thanks"]])
def test_change_and_thanks_give_way_when_nobody_comes(
    qtbot: QtBot, tell: Callable[[Customer], None]
) -> None:
    customer = Customer(rest_after_ms=1)
    customer.seat_cashier()
    tell(customer)
    qtbot.waitUntil(lambda: customer.shown == Idle())


def test_the_next_consumer_is_not_sent_away_with_the_last_ones_change(qtbot: QtBot) -> None:
    customer = Customer(rest_after_ms=5)
    customer.seat_cashier()
    customer.show_change(CHANGE)
    customer.show_to_pay(NAME, PAYABLE)
    later = QTimer()
    later.setSingleShot(True)
    with qtbot.waitSignal(later.timeout):
        later.start(20)
    assert isinstance(customer.shown, ToPay)


@pytest.mark.parametrize("tell", TELLS.values(), ids=TELLS)
@pytest.mark.parametrize("language", Language)
def test_it_says_everything_in_both_languages_whatever_the_cashier_speaks(
    dressed: QApplication,
    customer: Customer,
    tell: Callable[[Customer], None],
    language: Language,
) -> None:
    tell(customer)
    before = said(customer)
    speak(dressed, language)
    assert said(customer) == before
    assert DEVANAGARI.search(before)
    assert re.search("[A-Za-z]{4}", before)


def test_amounts_are_grouped_as_in_india(customer: Customer) -> None:
    customer.show_to_pay(NAME, Money.rupees(12_34_567, 50))
    assert "₹\u00a012,34,567.50" in said(customer)
    customer.show_change(CHANGE)
    assert "₹\u00a0549.50" in said(customer)


def test_a_name_in_one_script_is_shown_in_that_one(customer: Customer) -> None:
    customer.show_to_pay("", PAYABLE, name_hi=NAME_HI)
    first, second, *_ = lines_of(customer.shown)
    assert (first.text, "Amount to pay" in second.text) == ("रा*** प्र*** शु***", True)

"""The pole display: what the consumer reads in two lines, and that nothing ever waits for it."""

from __future__ import annotations

import sys
import threading
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt

from counter_app.domain.errors import Fault, FaultCode
from counter_app.domain.facing import FacingFact, FacingFacts, FacingState
from counter_app.domain.money import LARGEST_PAISE, Money
from tests.builders import PAYABLE
from tests.ui.chain import CTRL
from tests.ui.consumers import ORDINARY
from tests.ui.customer_at_hand import CHANGE, GIVEN, NAME, NAME_HI, TELLS
from tests.ui.fake_desk import FakeCounter
from tests.ui.hands import Hands, a_window
from ui.customer import ChangeToGive, Counting, Customer, PayByCard, ToPay
from ui.customer_pole import PoleFeed, pole_lines
from ui.lanes import Lane

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

READ = {
    "idle": ("  WELCOME TO KESCO  ", "    COUNTER C07     "),
    "to pay": ("R*** P*** S***      ", "TO PAY   Rs 1,450.50"),
    "to pay, much and long": ("S*** C*** S*** A*** ", "TO PAY  999999999.99"),
    "counting": ("GIVEN    Rs 2,000.00", "CHANGE     Rs 549.50"),
    "counting, short": ("GIVEN    Rs 1,000.00", "DUE        Rs 450.50"),
    "counting much and long": ("GIVEN   999999999.99", "CHANGE       Rs 0.00"),
    "change of what was given": ("GIVEN    Rs 2,000.00", "CHANGE     Rs 549.50"),
    "change": ("THANK YOU           ", "CHANGE     Rs 549.50"),
    "qr": ("PAY BY UPI          ", "TO PAY   Rs 1,450.50"),
    "qr of much": ("PAY BY UPI          ", "TO PAY  999999999.99"),
    "card": ("TAP OR INSERT CARD  ", "TO PAY  999999999.99"),
    "thanks": ("     THANK YOU      ", " TAKE YOUR RECEIPT  "),
}
SET = FacingFacts(pole=FacingFact(FacingState.WAITING, "a pole"))


@pytest.mark.parametrize("told", TELLS)
def test_what_is_read_in_two_lines_of_twenty(customer: Customer, told: str) -> None:
    TELLS[told](customer)
    assert pole_lines(customer.shown, "C07") == READ[told]


MONEY = st.builds(Money, st.integers(min_value=0, max_value=LARGEST_PAISE))


@given(st.text(), MONEY, MONEY)
def test_whatever_is_shown_fits_in_plain_letters_with_its_whole_sum(
    name: str, amount: Money, given_: Money
) -> None:
    for shown, sums in (
        (ToPay(name, name, amount), [amount]),
        (PayByCard(amount), [amount]),
        (ChangeToGive(amount, given_), [amount]),
        (Counting(name, name, amount, given_), [given_]),
    ):
        upper, lower = pole_lines(shown, name)
        for line in (upper, lower):
            assert len(line) == 20
            assert line.isascii()
            assert line.isprintable()
        read = f"{upper}|{lower}".replace(",", "")
        for each in sums:
            assert f" {str(each).replace(',', '')}" in read


def test_a_name_in_hindi_alone_is_left_out(customer: Customer) -> None:
    customer.show_to_pay("", PAYABLE, name_hi=NAME_HI)
    assert pole_lines(customer.shown)[0].strip() == "AMOUNT TO PAY"


def test_the_name_is_masked(customer: Customer) -> None:
    customer.show_to_pay(NAME, PAYABLE)
    assert not {"RAM", "PRASAD", "SHUKLA"} & set(pole_lines(customer.shown)[0].split())


class Pole:
    """A display that is slow, gone or there, as the test says."""

    def __init__(self) -> None:
        self.seen: list[str] = []
        self.tried = 0
        self.is_there = True
        self.gate = threading.Event()
        self.gate.set()
        self.fault: Exception | None = None

    def show(self, upper: str, lower: str) -> bool:
        self.tried += 1
        assert self.gate.wait(10), "the test opens the gate"
        if self.fault is not None:
            raise self.fault
        if self.is_there:
            self.seen.append(f"{upper}|{lower}")
        return self.is_there


@pytest.fixture
def pole() -> Pole:
    return Pole()


@pytest.fixture
def feed(customer: Customer, pole: Pole) -> Iterator[PoleFeed]:
    lane = Lane("pole")
    feed = PoleFeed(customer, lane, pole.show, first_retry_ms=10)
    yield feed
    pole.gate.set()
    lane.close()


def sees(qtbot: QtBot, pole: Pole, words: str) -> None:
    qtbot.waitUntil(lambda: bool(pole.seen) and words in pole.seen[-1])


def test_it_follows_what_is_shown(
    qtbot: QtBot, customer: Customer, pole: Pole, feed: PoleFeed
) -> None:
    feed.name_counter("C07")
    sees(qtbot, pole, "COUNTER C07")
    customer.show_to_pay(NAME, PAYABLE)
    sees(qtbot, pole, "1,450.50")
    customer.show_change(CHANGE, GIVEN)
    sees(qtbot, pole, "CHANGE     Rs 549.50")
    customer.sign_out()
    sees(qtbot, pole, "WELCOME")


def test_a_slow_display_gets_the_newest_and_none_of_those_between(
    qtbot: QtBot, customer: Customer, pole: Pole, feed: PoleFeed
) -> None:
    pole.gate.clear()
    customer.show_to_pay(NAME, PAYABLE)
    for rupees in range(1, 200):
        customer.show_counting(NAME, PAYABLE, Money.rupees(rupees))
    customer.show_change(CHANGE, GIVEN)
    pole.gate.set()
    sees(qtbot, pole, "CHANGE     Rs 549.50")
    assert len(pole.seen) == 2


def test_a_display_that_comes_back_shows_what_is_true_then(
    qtbot: QtBot, customer: Customer, pole: Pole, feed: PoleFeed
) -> None:
    pole.is_there = False
    customer.show_to_pay(NAME, PAYABLE)
    qtbot.waitUntil(lambda: pole.tried >= 3)
    customer.show_change(CHANGE, GIVEN)
    pole.is_there = True
    sees(qtbot, pole, "CHANGE     Rs 549.50")
    assert len(pole.seen) == 1


def test_a_display_that_is_gone_is_tried_ever_more_seldom(
    qtbot: QtBot, customer: Customer, pole: Pole, feed: PoleFeed
) -> None:
    pole.is_there = False
    customer.show_to_pay(NAME, PAYABLE)
    qtbot.waitUntil(lambda: feed.waits_ms >= 40)
    before = pole.tried
    for rupees in range(1, 50):
        customer.show_counting(NAME, PAYABLE, Money.rupees(rupees))
    assert pole.tried == before


def test_books_that_cannot_be_opened_are_no_bug_of_the_display(
    qtbot: QtBot, customer: Customer, pole: Pole, feed: PoleFeed
) -> None:
    pole.fault = Fault(FaultCode.LEDGER_IN_USE)
    customer.show_to_pay(NAME, PAYABLE)
    qtbot.waitUntil(lambda: pole.tried >= 2)
    pole.fault = None
    sees(qtbot, pole, "1,450.50")


def test_a_bug_stays_a_bug(qtbot: QtBot, customer: Customer, pole: Pole, feed: PoleFeed) -> None:
    pole.fault = ZeroDivisionError()
    with qtbot.captureExceptions() as bugs:
        customer.show_to_pay(NAME, PAYABLE)
        qtbot.waitUntil(lambda: bool(bugs))
    assert bugs[0][0] is ZeroDivisionError


def test_a_payment_is_taken_while_the_display_hangs(qtbot: QtBot) -> None:
    counter = FakeCounter(facing=SET)
    hold = threading.Event()
    show = counter.show_on_pole
    asked: list[Callable[..., bool]] = [show]

    def hang(upper: str, lower: str) -> bool:
        assert hold.wait(10)
        return asked[0](upper, lower)

    counter.show_on_pole = hang  # type: ignore[method-assign]  # a display that hangs
    window = a_window(qtbot, counter)
    hands = Hands(qtbot, window)
    hands.sign_in()
    hands.open(ORDINARY)
    hands.enter()
    hands.type("2000")
    hands.press(Qt.Key.Key_Return)
    hands.wait_taken(counter)
    hold.set()
    qtbot.waitUntil(lambda: bool(counter.poles) and "CHANGE     Rs 549.50" in counter.poles[-1])
    assert {one for one in counter.threads if one.startswith("show_on_pole")} == {
        "show_on_pole@pole"
    }
    window.close()


def test_none_is_asked_where_none_is_set(hands: Hands, counter: FakeCounter) -> None:
    hands.open(ORDINARY)
    assert counter.poles == []


@pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo terminals")
def test_what_the_consumer_reads_on_a_real_port_from_the_account_to_the_next_one(
    qtbot: QtBot,
) -> None:
    from counter_app.printing.pole import SerialPole
    from counter_app.printing.pole_models import pole_named
    from tests.printing.pole_display import PoleOnPort

    port = PoleOnPort()
    pole = SerialPole(pole_named("cd5220"), port.device, 9600)
    counter = FakeCounter(facing=SET)
    counter.show_on_pole = pole.show  # type: ignore[method-assign]  # a display on a port
    window = a_window(qtbot, counter)
    hands = Hands(qtbot, window)
    read = []

    def reads(words: str) -> None:
        qtbot.waitUntil(lambda: words in port.picture)
        read.append(port.picture)

    reads("WELCOME")
    hands.sign_in()
    hands.open(ORDINARY)
    reads("TO PAY")
    hands.enter()
    hands.type("1000")
    reads("Rs 450.50")
    hands.press(Qt.Key.Key_A, CTRL)
    hands.type("2000")
    reads("Rs 549.50")
    hands.enter()
    hands.wait_taken(counter)
    window.close()
    pole.close()
    qtbot.waitUntil(lambda: port.lines == (" " * 20, " " * 20))
    port.unplug()
    assert port.strange == []
    assert "\n".join(read) == GOLDEN


GOLDEN = """\
+--------------------+
|  WELCOME TO KESCO  |
|    COUNTER C07     |
+--------------------+
+--------------------+
|R*** P*** S***      |
|TO PAY   Rs 1,450.50|
+--------------------+
+--------------------+
|GIVEN    Rs 1,000.00|
|DUE        Rs 450.50|
+--------------------+
+--------------------+
|GIVEN    Rs 2,000.00|
|CHANGE     Rs 549.50|
+--------------------+"""

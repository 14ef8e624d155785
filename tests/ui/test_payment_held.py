"""Hold and recall: a half-typed payment is set aside while the consumer looks for money, and taken back as it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from counter_app.domain.errors import Fault, FaultCode
from counter_app.domain.money import Money
from tests.builders import a_bill, an_account
from tests.ui.chain import ALT, CTRL, SHOPS, a_chain, lines_of, open_chain, the_order
from tests.ui.consumers import ACCOUNTS, ARREARS, ORDINARY
from tests.ui.fake_desk import FakeCounter

if TYPE_CHECKING:
    from tests.ui.hands import Hands


@pytest.fixture
def counter() -> FakeCounter:
    return FakeCounter(accounts={**ACCOUNTS, **a_chain()})


def held(hands: Hands) -> list[tuple[str, ...]]:
    return [tuple(cell.text for cell in row) for row in hands.screen.held_panel.table.rows]


def hold(hands: Hands) -> None:
    hands.press(Qt.Key.Key_H, ALT)
    hands.wait_for("Find consumer")


def recall(hands: Hands, place: int = 0) -> None:
    hands.press(Qt.Key.Key_J, ALT)
    hands.wait_for("Payments set aside")
    for _ in range(place):
        hands.press(Qt.Key.Key_Down)
    hands.enter()
    hands.wait_for("Amount to pay")


def test_a_payment_comes_back_exactly_as_it_was_typed(hands: Hands, counter: FakeCounter) -> None:
    open_chain(hands)
    hands.press(Qt.Key.Key_F3)
    hands.type("5000")
    hands.press(Qt.Key.Key_T, ALT)
    hands.press(Qt.Key.Key_U, ALT)
    hands.type("6327")
    before = hands.screen.form
    hold(hands)
    assert "Nothing was taken" in hands.screen.notice.said
    recall(hands)
    assert hands.screen.form == before
    assert lines_of(hands) == list(SHOPS)
    assert not hands.screen.held


def test_several_are_listed_with_name_amount_and_time(hands: Hands) -> None:
    hands.open(ORDINARY)
    hands.type("700")
    hold(hands)
    open_chain(hands)
    hold(hands)
    hands.press(Qt.Key.Key_J, ALT)
    hands.wait_for("Payments set aside")
    assert held(hands) == [
        ("7412001234 · Old no. 41200123", "RAM PRASAD SHUKLA", "₹\u00a0700.00", "11:30 (just now)"),
        ("7412009000 · Old no. 41200900", "MOHAN LAL GUPTA and 4 more", "₹\u00a014,451.00", "11:30 (just now)"),
    ]  # fmt: skip


def test_held_ones_survive_other_payments(hands: Hands, counter: FakeCounter) -> None:
    hands.open(ORDINARY)
    hands.type("1200")
    hold(hands)
    hands.open(SHOPS[0])
    hands.press(Qt.Key.Key_Return, CTRL)
    hands.wait_taken(counter)
    recall(hands)
    assert hands.text == "1200"
    hands.press(Qt.Key.Key_Return, CTRL)
    hands.wait_taken(counter, 2)
    assert the_order(counter).amount == Money.rupees(1200)


def test_what_changed_meanwhile_is_told(hands: Hands, counter: FakeCounter) -> None:
    hands.open(ORDINARY)
    hold(hands)
    counter.accounts[ORDINARY] = an_account(a_bill(Money.rupees(900)))
    recall(hands)
    assert hands.text == "900.00"
    assert "changed from ₹\u00a01,450.50 to ₹\u00a0900.00" in hands.screen.notice.said


def test_taking_one_back_sets_the_open_one_aside(hands: Hands) -> None:
    hands.open(ORDINARY)
    hands.type("700")
    hold(hands)
    hands.open(ARREARS)
    hands.type("400000")
    recall(hands)
    hands.qtbot.waitUntil(lambda: hands.text == "700")
    assert [one.form.line.account_no for one in hands.screen.held] == [ARREARS]


def test_books_that_cannot_open_it_keep_it_held(hands: Hands, counter: FakeCounter) -> None:
    hands.open(ORDINARY)
    hold(hands)
    counter.fails["open_account"] = [Fault(FaultCode.BILLS_DAMAGED)]
    hands.press(Qt.Key.Key_J, ALT)
    hands.wait_for("Payments set aside")
    hands.enter()
    hands.qtbot.waitUntil(lambda: "copy of the bills cannot be read" in hands.screen.notice.said)
    assert len(hands.screen.held) == 1


def test_escape_leaves_the_list(hands: Hands) -> None:
    hands.open(ORDINARY)
    hold(hands)
    hands.press(Qt.Key.Key_J, ALT)
    hands.wait_for("Payments set aside")
    hands.press(Qt.Key.Key_Escape)
    hands.wait_for("Find consumer")
    assert len(hands.screen.held) == 1


def test_signing_out_asks_before_held_ones_are_dropped(hands: Hands) -> None:
    hands.open(ORDINARY)
    hold(hands)
    hands.press(Qt.Key.Key_L, CTRL)
    assert "Payments set aside: 1" in hands.screen.notice.said
    assert hands.room.isVisible()
    hands.press(Qt.Key.Key_L, CTRL)
    hands.wait_for("Leave it open and sign out")
    hands.press(Qt.Key.Key_L, CTRL)
    hands.qtbot.waitUntil(hands.window.sign_in.isVisible)
    hands.window.sign_in.enter()
    hands.sign_in()
    assert not hands.screen.held

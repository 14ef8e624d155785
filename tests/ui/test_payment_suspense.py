"""A consumer who is not in the local copy can still pay: what the payer can tell is noted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from counter_app.domain.money import Money
from counter_app.domain.payment import Settlement
from tests.ui.chain import ALT, CTRL, in_fields, the_order
from tests.ui.consumers import ORDINARY

if TYPE_CHECKING:
    from tests.ui.fake_desk import FakeCounter
    from tests.ui.hands import Hands

UNKNOWN = "7419999999"


def begin_without_account(hands: Hands, typed: str = UNKNOWN) -> None:
    hands.type(typed)
    hands.qtbot.waitUntil(lambda: hands.screen.finder.is_nothing_found)
    hands.press(Qt.Key.Key_S, ALT)
    hands.wait_for("Name")


def test_who_is_not_found_is_noted_and_the_money_goes_to_suspense(
    hands: Hands, counter: FakeCounter
) -> None:
    begin_without_account(hands)
    assert "Kept in suspense until the server has found the consumer." in hands.seen()
    in_fields(hands, "Raju Yadav", UNKNOWN, "K99", "", "9839012345", "Govind Nagar")
    hands.enter()
    hands.wait_for("Amount to pay")
    hands.type("650")
    hands.enter()
    hands.enter()
    hands.wait_taken(counter)
    (receipt,) = counter.receipts.values()
    assert receipt.payment.settlement is Settlement.SUSPENSE
    noted = the_order(counter).lines[0].noted
    assert noted is not None
    assert (noted.name, noted.account_no, noted.meter_no, noted.address) == (
        "Raju Yadav", UNKNOWN, "K99", "Govind Nagar",
    )  # fmt: skip
    assert receipt.payment.amount == Money.rupees(650)


def test_nothing_found_names_the_way_on(hands: Hands) -> None:
    hands.type(UNKNOWN)
    hands.enter()
    hands.qtbot.waitUntil(
        lambda: "Alt+S takes the payment without an account." in hands.screen.notice.said
    )
    assert hands.screen.bar.suspense_button.isVisible()


def test_the_key_is_not_there_while_somebody_fits(hands: Hands) -> None:
    hands.type("ram")
    hands.qtbot.waitUntil(lambda: bool(hands.screen.finder.candidates))
    assert not hands.screen.bar.suspense_button.isVisible()


def test_name_and_one_number_are_asked_for_together(hands: Hands, counter: FakeCounter) -> None:
    begin_without_account(hands)
    hands.screen.fields["account_no"].editor.setText("")  # type: ignore[index, union-attr]  # a part is its text
    hands.press(Qt.Key.Key_Return, CTRL)
    assert hands.problem("name") == "Type the consumer's name."
    assert hands.problem("account_no") == "Type at least one number: account, meter or bill."
    assert hands.problem("amount") == "Type the amount."
    assert hands.where == "Name"
    assert not counter.asked("take_payment")


def test_a_name_that_was_searched_stands_in_the_name(hands: Hands) -> None:
    begin_without_account(hands, "Raju Yadav")
    assert hands.text == "Raju Yadav"


def test_an_account_that_is_here_after_all_is_not_taken_as_unknown(
    hands: Hands, counter: FakeCounter
) -> None:
    begin_without_account(hands)
    in_fields(hands, "Raju", ORDINARY, "", "", "", "")
    hands.enter()
    hands.type("650")
    hands.press(Qt.Key.Key_Return, CTRL)
    hands.qtbot.waitUntil(lambda: "is on this computer" in hands.problem("account_no"))
    assert not counter.receipts


def test_one_without_account_can_join_a_payment(hands: Hands, counter: FakeCounter) -> None:
    hands.open(ORDINARY)
    hands.press(Qt.Key.Key_A, ALT)
    begin_without_account(hands)
    in_fields(hands, "Raju", UNKNOWN, "", "", "", "")
    hands.enter()
    hands.type("650")
    hands.press(Qt.Key.Key_Return, CTRL)
    hands.wait_taken(counter, 2)
    assert the_order(counter).amount == Money.rupees(2100, 50)

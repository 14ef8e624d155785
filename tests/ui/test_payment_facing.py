"""What the consumer sees while a payment is typed: the sum, the code to be scanned, the change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from counter_app.domain.errors import Fault, FaultCode
from counter_app.domain.money import Money
from tests.ui.chain import ALT, CTRL
from tests.ui.consumers import ORDINARY
from ui.customer import ChangeToGive, Counting, Idle, PayByUpi, Thanks, ToPay

if TYPE_CHECKING:
    from tests.ui.fake_desk import FakeCounter
    from tests.ui.hands import Hands
    from ui.customer import Shown

PAYABLE = Money.rupees(1450, 50)
MASKED = ("R*** P*** S***", "रा*** प्र*** शु***")


def shown(hands: Hands) -> Shown:
    return hands.screen.seat.customer.shown


def test_the_sum_is_shown_with_a_masked_name_and_follows_the_fingers(hands: Hands) -> None:
    assert shown(hands) == Idle()
    hands.open(ORDINARY)
    assert shown(hands) == ToPay("R*** P*** S***", "रा*** प्र*** शु***", PAYABLE)
    hands.type("1200")
    assert shown(hands) == ToPay("R*** P*** S***", "रा*** प्र*** शु***", Money.rupees(1200))


def test_the_change_is_shown_once_the_payment_is_in_the_books(
    hands: Hands, counter: FakeCounter
) -> None:
    hands.open(ORDINARY)
    hands.enter()
    hands.type("2000")
    assert shown(hands) == Counting(*MASKED, PAYABLE, Money.rupees(2000))
    hands.enter()
    hands.wait_taken(counter)
    assert shown(hands) == ChangeToGive(Money.rupees(549, 50), Money.rupees(2000))


def test_cash_is_counted_before_the_consumers_eyes(hands: Hands) -> None:
    hands.open(ORDINARY)
    hands.enter()
    for typed, given in (("1", 1), ("0", 10), ("00", 1000)):
        hands.type(typed)
        assert shown(hands) == Counting(*MASKED, PAYABLE, Money.rupees(given))
    for _ in range(4):
        hands.press(Qt.Key.Key_Backspace)
    assert shown(hands) == ToPay(*MASKED, PAYABLE)
    hands.type("12x")
    assert shown(hands) == ToPay(*MASKED, PAYABLE)


def test_cash_that_pays_a_part_leaves_the_rest_to_be_seen(hands: Hands) -> None:
    hands.open(ORDINARY)
    hands.enter()
    hands.type("1000")
    hands.press(Qt.Key.Key_T, ALT)
    assert shown(hands) == ToPay(*MASKED, Money.rupees(450, 50))


def test_what_was_typed_as_cash_is_not_counted_for_a_card(hands: Hands) -> None:
    hands.open(ORDINARY)
    hands.enter()
    hands.type("2000")
    hands.press(Qt.Key.Key_F4)
    assert not isinstance(shown(hands), Counting)


def test_exact_cash_is_thanked_for(hands: Hands, counter: FakeCounter) -> None:
    hands.open(ORDINARY)
    hands.press(Qt.Key.Key_Return, CTRL)
    hands.wait_taken(counter)
    assert shown(hands) == Thanks()


def test_upi_shows_its_code_to_both(hands: Hands) -> None:
    hands.open(ORDINARY)
    hands.press(Qt.Key.Key_U, ALT)
    hands.qtbot.waitUntil(lambda: isinstance(shown(hands), PayByUpi))
    seen = shown(hands)
    assert isinstance(seen, PayByUpi)
    assert seen.ask.amount == PAYABLE
    assert hands.screen.tender.qr.isVisible()
    assert hands.screen.tender.qr.accessibleName() == "QR code for ₹\u00a01,450.50 by UPI"


def test_a_part_by_upi_asks_for_that_part(hands: Hands, counter: FakeCounter) -> None:
    hands.open(ORDINARY)
    hands.enter()
    hands.type("1000")
    hands.press(Qt.Key.Key_T, ALT)
    hands.press(Qt.Key.Key_U, ALT)
    hands.qtbot.waitUntil(lambda: isinstance(shown(hands), PayByUpi))
    assert counter.asked("upi_qr") == [Money.rupees(450, 50)]


def test_another_tender_takes_the_code_away(hands: Hands) -> None:
    hands.open(ORDINARY)
    hands.press(Qt.Key.Key_U, ALT)
    hands.qtbot.waitUntil(lambda: isinstance(shown(hands), PayByUpi))
    hands.press(Qt.Key.Key_F3)
    assert isinstance(shown(hands), ToPay)
    assert hands.screen.tender.qr.isHidden()


def test_leaving_the_account_shows_nothing_of_it(hands: Hands) -> None:
    hands.open(ORDINARY)
    hands.press(Qt.Key.Key_U, ALT)
    hands.press(Qt.Key.Key_Escape)
    hands.wait_for("Find consumer")
    assert shown(hands) == Idle()


def test_without_a_payee_nothing_is_said_and_the_banks_own_code_is_used(
    hands: Hands, counter: FakeCounter
) -> None:
    counter.payee_address = ""
    hands.open(ORDINARY)
    hands.press(Qt.Key.Key_U, ALT)
    hands.qtbot.waitUntil(lambda: bool(counter.asked("upi_qr")))
    hands.type("632711998877")
    hands.enter()
    hands.enter()
    hands.wait_taken(counter)
    assert not hands.screen.notice.said
    assert len(counter.asked("upi_qr")) == 1


def test_a_payee_that_cannot_be_is_told(hands: Hands, counter: FakeCounter) -> None:
    counter.payee_address = "not an address"
    hands.open(ORDINARY)
    hands.press(Qt.Key.Key_U, ALT)
    hands.qtbot.waitUntil(lambda: "Call the technician" in hands.screen.notice.said)


def test_a_fault_of_the_books_only_leaves_the_code_away(hands: Hands, counter: FakeCounter) -> None:
    counter.fails["upi_qr"] = [Fault(FaultCode.DISK_FULL)]
    hands.open(ORDINARY)
    hands.press(Qt.Key.Key_U, ALT)
    hands.qtbot.waitUntil(lambda: not counter.fails["upi_qr"])
    assert isinstance(shown(hands), ToPay)

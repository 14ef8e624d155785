"""A copy of a receipt by SMS or e-mail: asked for in one line, queued for the centre, never in the way."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from counter_app.domain.errors import Fault, FaultCode
from counter_app.domain.receipt_copy import CopyRequest, CopyWay
from tests.builders import CASHIER_ID, NOW, TODAY, a_consumer
from tests.ui.chain import ALT, CTRL
from tests.ui.consumers import ORDINARY
from ui.copy_form import CopyForm, masked_address
from ui.copy_line import asked_text
from ui.places import Place
from ui.receipts_screen import ReceiptsScreen

if TYPE_CHECKING:
    from tests.ui.fake_desk import FakeCounter
    from tests.ui.hands import Hands

MOBILE = a_consumer().mobile
FIELD = "Mobile number or e-mail for the copy"


def pay(hands: Hands, counter: FakeCounter) -> str:
    hands.open(ORDINARY)
    hands.press(Qt.Key.Key_Return, CTRL)
    hands.wait_taken(counter)
    return str(next(iter(counter.receipts.values())).payment.receipt_no)


@pytest.fixture
def paid(hands: Hands, counter: FakeCounter) -> str:
    """A payment was taken; its receipt's number."""
    return pay(hands, counter)


def test_the_known_mobile_is_shown_masked_and_asked_for_whole() -> None:
    form = CopyForm("9839012345")
    assert (form.shown, form.address, form.way) == ("XXXXXXX345", "9839012345", CopyWay.SMS)


@pytest.mark.parametrize(
    ("typed", "address", "way"),
    [
        ("९८३९०१२३४५", "9839012345", CopyWay.SMS),
        (" ram@example.in ", "ram@example.in", CopyWay.EMAIL),
        ("", "", CopyWay.SMS),
    ],
)
def test_what_is_typed_is_what_is_asked_for(typed: str, address: str, way: CopyWay) -> None:
    form = CopyForm("9839012345").with_text(typed)
    assert (form.shown, form.address, form.way) == (typed, address, way)


def test_two_keys_after_a_payment_ask_for_the_copy(
    hands: Hands, counter: FakeCounter, paid: str
) -> None:
    hands.press(Qt.Key.Key_M, ALT)
    hands.wait_for(FIELD)
    assert hands.text == "X" * 7 + MOBILE[-3:]
    hands.enter()
    hands.wait_for("Find consumer")
    assert counter.asked("ask_copy") == [(paid, CopyWay.SMS, MOBILE)]
    assert any("Copy queued for XXXXXXX" in text for text in hands.seen())
    assert any("the centre sends it" in text for text in hands.seen())
    assert MOBILE not in " ".join(hands.seen())
    assert not hands.screen.outcome.copy_button.isVisible()


def test_an_address_of_its_own_replaces_the_mobile(
    hands: Hands, counter: FakeCounter, paid: str
) -> None:
    hands.press(Qt.Key.Key_M, ALT)
    hands.wait_for(FIELD)
    hands.type("ram@example.in")
    hands.enter()
    hands.wait_for("Find consumer")
    assert counter.asked("ask_copy") == [(paid, CopyWay.EMAIL, "ram@example.in")]
    assert any("r***@example.in" in text for text in hands.seen())


def test_what_is_no_address_is_told_and_stays_to_be_mended(
    hands: Hands, counter: FakeCounter, paid: str
) -> None:
    hands.press(Qt.Key.Key_M, ALT)
    hands.wait_for(FIELD)
    hands.type("98390")
    hands.enter()
    hands.qtbot.waitUntil(lambda: "no mobile number of 10 digits" in hands.screen.notice.said)
    assert hands.text == "98390"
    hands.type("12345")
    hands.enter()
    hands.wait_for("Find consumer")
    assert [one.address for one in counter.copies] == ["9839012345"]
    assert hands.screen.notice.said == ""


def test_escape_leaves_the_line_and_not_what_was_paid(
    hands: Hands, counter: FakeCounter, paid: str
) -> None:
    hands.press(Qt.Key.Key_M, ALT)
    hands.wait_for(FIELD)
    hands.press(Qt.Key.Key_Escape)
    hands.wait_for("Find consumer")
    assert counter.copies == []
    assert hands.screen.outcome.copy_button.isVisible()


def test_the_next_bill_is_scanned_while_the_line_is_open(
    hands: Hands, counter: FakeCounter, paid: str
) -> None:
    hands.press(Qt.Key.Key_M, ALT)
    hands.wait_for(FIELD)
    hands.open(ORDINARY)
    assert hands.where == "Amount to pay"
    assert not hands.screen.copy_line.isVisible()
    assert counter.copies == []


def test_a_fault_keeps_the_line_for_another_try(
    hands: Hands, counter: FakeCounter, paid: str
) -> None:
    counter.fails["ask_copy"] = [Fault(FaultCode.DISK_FULL)]
    hands.press(Qt.Key.Key_M, ALT)
    hands.wait_for(FIELD)
    hands.enter()
    hands.qtbot.waitUntil(lambda: bool(hands.screen.notice.said))
    hands.enter()
    hands.wait_for("Find consumer")
    assert len(counter.copies) == 1


def test_enter_twice_asks_once(hands: Hands, counter: FakeCounter, paid: str) -> None:
    hands.press(Qt.Key.Key_M, ALT)
    hands.wait_for(FIELD)
    hands.screen.copy_line.field.returnPressed.emit()
    hands.screen.copy_line.field.returnPressed.emit()
    hands.wait_for("Find consumer")
    assert len(counter.asked("ask_copy")) == 1


@pytest.fixture
def receipts(hands: Hands, counter: FakeCounter, paid: str) -> ReceiptsScreen:
    """The list, with the receipt of the payment chosen."""
    hands.go(Place.RECEIPTS, Qt.Key.Key_F7)
    screen = hands.room.screen_of(Place.RECEIPTS)
    assert isinstance(screen, ReceiptsScreen)
    hands.qtbot.waitUntil(lambda: screen.chosen is not None)
    return screen


def test_a_copy_is_asked_for_from_the_list_and_seen_beside_its_receipt(
    hands: Hands, counter: FakeCounter, receipts: ReceiptsScreen, paid: str
) -> None:
    assert receipts.copies.said == ""
    hands.press(Qt.Key.Key_M, ALT)
    hands.wait_for(FIELD)
    assert hands.text == "X" * 7 + MOBILE[-3:]
    hands.enter()
    hands.qtbot.waitUntil(lambda: "Copy queued" in receipts.notice.said)
    assert receipts.copies.said == "Copies asked for: SMS XXXXXXX345, 23 Nov 2026 11:30"
    hands.wait_for("Receipts of today")
    hands.press(Qt.Key.Key_M, ALT)
    hands.wait_for(FIELD)
    hands.enter()
    hands.qtbot.waitUntil(lambda: "was asked for before" in receipts.notice.said)
    assert len(counter.copies) == 1


def test_escape_goes_back_to_the_list(hands: Hands, receipts: ReceiptsScreen) -> None:
    hands.press(Qt.Key.Key_M, ALT)
    hands.wait_for(FIELD)
    hands.press(Qt.Key.Key_Escape)
    hands.wait_for("Receipts of today")
    assert receipts.copies.button.isVisible()


def test_an_account_that_the_bills_do_not_know_leaves_the_field_empty(
    hands: Hands, counter: FakeCounter, receipts: ReceiptsScreen
) -> None:
    counter.accounts.clear()
    hands.press(Qt.Key.Key_M, ALT)
    hands.wait_for(FIELD)
    assert hands.text == ""


def test_what_was_asked_after_the_payment_is_seen_in_the_list(
    hands: Hands, counter: FakeCounter, paid: str
) -> None:
    hands.press(Qt.Key.Key_M, ALT)
    hands.wait_for(FIELD)
    hands.enter()
    hands.wait_for("Find consumer")
    hands.go(Place.RECEIPTS, Qt.Key.Key_F7)
    screen = hands.room.screen_of(Place.RECEIPTS)
    assert isinstance(screen, ReceiptsScreen)
    hands.qtbot.waitUntil(lambda: "XXXXXXX345" in screen.copies.said)


def test_an_address_is_masked_wherever_it_is_seen(hands: Hands, counter: FakeCounter) -> None:
    pay(hands, counter)
    number = next(iter(counter.receipts.values())).payment.receipt_no
    asked = CopyRequest(number, CopyWay.EMAIL, "ram.prasad@example.in", CASHIER_ID, TODAY, NOW)
    assert masked_address(asked) == "r***@example.in"
    assert asked_text((asked,)) == "Copies asked for: E-mail r***@example.in, 23 Nov 2026 11:30"
    assert asked_text(()) == ""


def test_a_payment_of_many_accounts_asks_for_a_copy_of_each(
    hands: Hands, counter: FakeCounter, paid: str
) -> None:
    first = next(iter(counter.receipts.values())).payment.receipt_no
    second = replace(first, serial=first.serial + 1)
    hands.screen.copy_line.begin((first, second), CASHIER_ID, MOBILE)
    hands.enter()
    hands.wait_for("Find consumer")
    assert [one.receipt_no for one in counter.copies] == [first, second]

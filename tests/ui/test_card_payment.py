"""A payment by card: the terminal's slip, typed with its checks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from counter_app.domain.payment import PaymentOrder
from counter_app.domain.tender import CardTender
from tests.ui.consumers import ARREARS, ORDINARY
from ui.payment_parts import Part

if TYPE_CHECKING:
    from tests.ui.fake_desk import FakeCounter
    from tests.ui.hands import Hands


def fill_slip(hands: Hands) -> None:
    """R picks RuPay; Enter goes from field to field."""
    QTest.keyClick(hands.at, Qt.Key.Key_R)
    hands.enter()
    for text in ("1881", "A81203", "632711004512", "KESCO0000000071", "KSC00071", "32", "214"):
        hands.type(text)
        if text != "214":
            hands.enter()


def test_a_card_is_paid_by_its_slip(hands: Hands, counter: FakeCounter) -> None:
    hands.open(ORDINARY)
    hands.press(Qt.Key.Key_F4)
    fill_slip(hands)
    hands.enter()
    hands.wait_taken(counter)
    (order,) = counter.asked("take_payment")
    assert isinstance(order, PaymentOrder)
    (tender,) = order.tenders
    assert isinstance(tender, CardTender)
    assert (tender.slip.rrn, tender.slip.invoice, tender.slip.network) == (
        "632711004512",
        "000214",
        "RuPay",
    )
    assert "open_drawer" not in [verb for verb, _ in counter.calls]


def test_all_that_a_slip_lacks_is_told_at_once(hands: Hands, counter: FakeCounter) -> None:
    hands.open(ORDINARY)
    hands.press(Qt.Key.Key_F4)
    hands.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    told = {part for part, field in hands.screen.fields.items() if field.problem}
    assert told == {"network", "last4", "rrn", "approval_code", "tid", "mid", "batch", "invoice"}
    assert hands.where == "Card network"
    assert not counter.asked("take_payment")


def test_the_terminal_is_remembered_for_the_next_slip(hands: Hands, counter: FakeCounter) -> None:
    hands.open(ORDINARY)
    hands.press(Qt.Key.Key_F4)
    fill_slip(hands)
    hands.enter()
    hands.wait_taken(counter)
    hands.open(ARREARS)
    fields = hands.screen.tender.fields
    assert fields[Part.TID].editor.property("text") == "KSC00071"
    assert fields[Part.RRN].editor.property("text") == ""


def test_a_slip_used_before_is_told_with_its_receipt(hands: Hands, counter: FakeCounter) -> None:
    for account in (ORDINARY, ARREARS):
        hands.open(account)
        hands.press(Qt.Key.Key_F4)
        fill_slip(hands)
        hands.enter()
        if account == ORDINARY:
            hands.wait_taken(counter)
    hands.wait_for("RRN (12 digits)")
    assert "KID07/2627/000123" in hands.problem("rrn")
    assert hands.text == "632711004512"

"""A shop chain that pays five bills at once, and what hands do with many accounts and tenders."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from counter_app.domain.money import Money
from counter_app.domain.payment import PaymentOrder
from tests.builders import a_bill, a_consumer, an_account

if TYPE_CHECKING:
    from counter_app.domain.bill import ConsumerAccount
    from tests.ui.fake_desk import FakeCounter
    from tests.ui.hands import Hands

ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier
NAMES = (
    ("MOHAN LAL GUPTA", "मोहन लाल गुप्ता"),
    ("GUPTA GENERAL STORE", "गुप्ता जनरल स्टोर"),
    ("SAROJ GUPTA", "सरोज गुप्ता"),
    ("GUPTA COLD DRINKS AND BAKERY", "गुप्ता कोल्ड ड्रिंक्स एण्ड बेकरी"),
    ("GUPTA MOBILE HOUSE", "गुप्ता मोबाइल हाउस"),
)
SHOPS = tuple(f"741200900{place}" for place in range(len(NAMES)))
CHAIN_TOTAL = Money.rupees(14_451)
SLIP = ("1881", "A81203", "632711004512", "KESCO0000000071", "KSC00071", "32", "214")


def a_chain() -> dict[str, ConsumerAccount]:
    """Five shops; together Rs 14,451."""
    return {
        number: an_account(
            a_bill(
                Money.rupees(1200 + place * 845, 50 * (place % 2)),
                account_no=number,
                bill_no=f"2611412009{place:02d}",
            ),
            consumer=a_consumer(
                number,
                name_en=name_en,
                name_hi=name_hi,
                legacy_account_no=f"4120090{place}",
                meter_no=f"K2046000{place}",
            ),
        )
        for place, (number, (name_en, name_hi)) in enumerate(zip(SHOPS, NAMES, strict=True))
    }


def lines_of(hands: Hands) -> list[str]:
    """The account of each row of the payment, as shown."""
    return [row[0].text.partition("\n")[0] for row in hands.screen.sides.lines.rows]


def add(hands: Hands, account_no: str) -> None:
    """Alt+A and a scan put one more account to the payment."""
    before = hands.screen.sides.lines.rows
    hands.press(Qt.Key.Key_A, ALT)
    hands.scan(account_no)
    hands.qtbot.waitUntil(lambda: hands.screen.sides.lines.rows != before)


def open_chain(hands: Hands) -> None:
    """All five shops in one payment."""
    hands.open_in_any_language(SHOPS[0])
    for number in SHOPS[1:]:
        add(hands, number)


def in_fields(hands: Hands, *texts: str) -> None:
    """Text after text, Enter between them."""
    for place, text in enumerate(texts):
        hands.type(text)
        if place + 1 < len(texts):
            hands.enter()


def three_tenders(hands: Hands) -> None:
    """Rs 5,000 in cash, Rs 3,000 by UPI, the rest by cheque; the last field is still open."""
    hands.press(Qt.Key.Key_F3)
    hands.type("5000")
    hands.press(Qt.Key.Key_T, ALT)
    hands.press(Qt.Key.Key_U, ALT)
    hands.type("632711998877")
    hands.press(Qt.Key.Key_T, ALT)
    hands.type("3000")
    hands.press(Qt.Key.Key_T, ALT)
    hands.press(Qt.Key.Key_C, ALT)
    in_fields(
        hands,
        "004512",
        "21-11-2026",
        "208024005",
        "PUNB0123400",
        "PNB",
        "Kidwai Nagar",
        "GUPTA STORE",
    )


def the_order(counter: FakeCounter) -> PaymentOrder:
    """The last order that was asked for."""
    order = counter.asked("take_payment")[-1]
    assert isinstance(order, PaymentOrder)
    return order

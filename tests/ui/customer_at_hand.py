"""What a customer display can be told, and a screen for it that the test plugs and unplugs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from counter_app.domain.money import LARGEST_PAISE, Money
from tests.builders import PAYABLE, a_payment_id
from tests.ui.fake_desk import FakeCounter
from ui.customer import Customer
from ui.screens import Screens

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QScreen

CHANGE = Money.rupees(549, 50)
GIVEN = Money.rupees(2000)
NAME, NAME_HI = "RAM PRASAD SHUKLA", "राम प्रसाद शुक्ला"
LONG_NAME = "SHRIVASTAVA COLD STORAGE AND ICE FACTORY PRIVATE LIMITED KIDWAI NAGAR"
LONG_NAME_HI = "श्रीवास्तव कोल्ड स्टोरेज एण्ड आइस फैक्ट्री प्राइवेट लिमिटेड क्षेत्र किदवई नगर"
ASK = FakeCounter().upi_qr(PAYABLE, a_payment_id())

TELLS: dict[str, Callable[[Customer], None]] = {
    "idle": Customer.show_idle,
    "to pay": lambda customer: customer.show_to_pay(NAME, PAYABLE, name_hi=NAME_HI),
    "to pay, much and long": lambda customer: customer.show_to_pay(
        LONG_NAME, Money(LARGEST_PAISE), name_hi=LONG_NAME_HI
    ),
    "qr": lambda customer: customer.show_qr(ASK),
    "qr of much": lambda customer: customer.show_qr(
        FakeCounter().upi_qr(Money(LARGEST_PAISE), a_payment_id())
    ),
    "card": lambda customer: customer.show_card(Money(LARGEST_PAISE)),
    "counting": lambda customer: customer.show_counting(NAME, PAYABLE, GIVEN, name_hi=NAME_HI),
    "counting, short": lambda customer: customer.show_counting(
        NAME, PAYABLE, Money.rupees(1000), name_hi=NAME_HI
    ),
    "counting much and long": lambda customer: customer.show_counting(
        LONG_NAME, Money(LARGEST_PAISE), Money(LARGEST_PAISE), name_hi=LONG_NAME_HI
    ),
    "change of what was given": lambda customer: customer.show_change(CHANGE, GIVEN),
    "change": lambda customer: customer.show_change(CHANGE),
    "thanks": Customer.show_thanks,
}


class PluggedScreen(Screens):
    """One screen that faces the consumer, plugged and unplugged by the test."""

    is_there = True

    def numbered(self, number: int) -> QScreen | None:
        return QGuiApplication.primaryScreen() if self.is_there and number == 2 else None

    def plug(self, *, is_there: bool) -> None:
        self.is_there = is_there
        self.changed.emit()

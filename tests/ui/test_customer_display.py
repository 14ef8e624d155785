"""The customer display shows a consumer's affairs masked, in both languages, and nobody's after sign-out."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from counter_app.domain.money import LARGEST_PAISE, ZERO, Money
from tests.builders import PAYABLE, a_payment_id
from tests.ui.fake_desk import FakeCounter
from tests.ui.hands import Hands, a_window
from tests.ui.pictures import codes_in, looks_like, picture_of
from ui.customer import ChangeToGive, Customer, Idle, PayByUpi, Thanks, ToPay
from ui.customer_display import CustomerDisplay
from ui.customer_words import lines_of
from ui.language import Language, speak
from ui.screens import Screens
from ui.theme import ThemeName, wear

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtGui import QScreen
    from pytestqt.qtbot import QtBot

ROOT = Path(__file__).parents[2]
DEVANAGARI = re.compile(r"[\u0900-\u097f]")
SIZES = [(800, 480), (1024, 600), (1366, 768), (1920, 1080)]
CHANGE = Money.rupees(549, 50)
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


@pytest.fixture
def customer(dressed: QApplication) -> Customer:
    """Somebody sits at the counter."""
    customer = Customer()
    customer.seat_cashier()
    return customer


@pytest.fixture
def screens(dressed: QApplication) -> PluggedScreen:
    return PluggedScreen()


@pytest.fixture
def display(qtbot: QtBot, customer: Customer, screens: PluggedScreen) -> Iterator[CustomerDisplay]:
    display = CustomerDisplay(customer, screens, 2)
    display.name_counter("C07")
    qtbot.addWidget(display)
    yield display
    display.close()


def said(customer: Customer) -> str:
    return "\n".join(line.text for line in lines_of(customer.shown))


# what is told


def test_what_is_told_is_shown(customer: Customer) -> None:
    seen = [customer.shown]
    customer.turned.connect(lambda: seen.append(customer.shown))
    customer.show_to_pay(NAME, PAYABLE, name_hi=NAME_HI)
    customer.show_qr(ASK)
    customer.show_change(CHANGE)
    customer.show_thanks()
    customer.show_idle()
    assert seen == [
        Idle(),
        ToPay("R*** P*** S***", "रा*** प्र*** शु***", PAYABLE),
        PayByUpi(ASK),
        ChangeToGive(CHANGE),
        Thanks(),
        Idle(),
    ]


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


# what is said


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


def test_names_are_masked_wherever_they_are_seen_or_heard(
    customer: Customer, display: CustomerDisplay
) -> None:
    customer.show_to_pay(LONG_NAME, PAYABLE, name_hi=LONG_NAME_HI)
    told = said(customer) + display.accessibleName() + display.windowTitle()
    assert "S*** C***" in told
    assert "श्री*** को***" in told
    words = {*LONG_NAME.split(), *LONG_NAME_HI.split()}
    assert [word for word in words if word in told] == []


def test_a_name_in_one_script_is_shown_in_that_one(customer: Customer) -> None:
    customer.show_to_pay("", PAYABLE, name_hi=NAME_HI)
    first, second, *_ = lines_of(customer.shown)
    assert (first.text, "Amount to pay" in second.text) == ("रा*** प्र*** शु***", True)


# how it looks


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("tell", TELLS.values(), ids=TELLS)
def test_every_line_has_its_place_on_every_screen(
    customer: Customer,
    display: CustomerDisplay,
    tell: Callable[[Customer], None],
    size: tuple[int, int],
) -> None:
    tell(customer)
    display.resize(*size)
    placed = display.placed()
    left = size[0] // 3 if isinstance(customer.shown, PayByUpi) else 0
    top = 0.1 * size[1]
    for line, font, rect in placed:
        assert rect.top() > top - 0.01, line.text
        assert rect.left() > left, line.text
        assert rect.right() < size[0], line.text
        assert font.pixelSize() >= size[1] / 35, line.text
        top = rect.bottom()
    assert top < 0.92 * size[1]
    assert max(font.pixelSize() for _, font, _ in placed) >= size[1] / 12


@pytest.mark.parametrize("scale", [1.0, 1.5])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("tell", [TELLS["qr"], TELLS["qr of much"]])
def test_the_code_on_the_display_is_read_by_a_reader_that_is_not_ours(
    customer: Customer,
    display: CustomerDisplay,
    tell: Callable[[Customer], None],
    size: tuple[int, int],
    scale: float,
) -> None:
    tell(customer)
    display.resize(*size)
    assert isinstance(customer.shown, PayByUpi)
    assert codes_in(picture_of(display, scale)) == [customer.shown.ask.uri]
    assert not any(
        display.qr.geometry().intersects(rect.toAlignedRect()) for _, _, rect in display.placed()
    )


def test_a_code_is_gone_with_its_payment(customer: Customer, display: CustomerDisplay) -> None:
    customer.show_qr(ASK)
    customer.sign_out()
    assert codes_in(picture_of(display)) == []
    assert not display.qr.isVisible()
    assert ASK.payee.address not in display.accessibleName()


def test_after_sign_out_it_looks_as_if_nobody_had_been_there(
    customer: Customer, display: CustomerDisplay
) -> None:
    display.resize(1024, 600)
    before = picture_of(display)
    customer.show_to_pay(NAME, PAYABLE, name_hi=NAME_HI)
    assert not looks_like(picture_of(display), before)
    customer.sign_out()
    assert looks_like(picture_of(display), before)


@pytest.mark.parametrize("theme", ThemeName)
@pytest.mark.parametrize("tell", TELLS.values(), ids=TELLS)
def test_it_looks_the_same_whatever_the_cashier_wears(
    dressed: QApplication,
    customer: Customer,
    display: CustomerDisplay,
    tell: Callable[[Customer], None],
    theme: ThemeName,
) -> None:
    display.resize(800, 480)
    tell(customer)
    wear(dressed, ThemeName.LIGHT)
    before = picture_of(display)
    wear(dressed, theme)
    assert looks_like(picture_of(display), before)


# the screen it stands on


def test_it_covers_its_screen_and_leaves_the_keys_to_the_cashier(display: CustomerDisplay) -> None:
    assert display.isVisible()
    assert display.geometry() == QGuiApplication.primaryScreen().geometry()
    flags = display.windowFlags()
    for flag in ("FramelessWindowHint", "WindowDoesNotAcceptFocus", "WindowStaysOnTopHint", "Tool"):
        assert flags & getattr(Qt.WindowType, flag), flag
    assert display.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    assert not display.testAttribute(Qt.WidgetAttribute.WA_QuitOnClose)
    assert display.focusPolicy() is Qt.FocusPolicy.NoFocus


def test_it_goes_with_its_screen_and_comes_back_up_to_date(
    customer: Customer, display: CustomerDisplay, screens: PluggedScreen
) -> None:
    customer.show_to_pay(NAME, PAYABLE)
    screens.plug(is_there=False)
    assert not display.isVisible()
    customer.show_change(CHANGE)
    screens.plug(is_there=True)
    assert display.isVisible()
    assert "₹\u00a0549.50" in display.accessibleName()


def test_without_its_screen_it_is_never_seen(
    qtbot: QtBot, customer: Customer, screens: PluggedScreen
) -> None:
    display = CustomerDisplay(customer, screens, 3)
    qtbot.addWidget(display)
    customer.show_to_pay(NAME, PAYABLE)
    assert not display.isVisible()


def test_a_computer_with_one_screen_has_none_for_the_consumer(
    qtbot: QtBot, dressed: QApplication
) -> None:
    screens = Screens()
    assert [screens.numbered(number) for number in (0, 1, 2)] == [None, None, None]
    own = dressed.primaryScreen()
    for told in (dressed.screenAdded, dressed.screenRemoved, dressed.primaryScreenChanged):
        with qtbot.waitSignal(screens.changed):
            told.emit(own)
    with qtbot.waitSignal(screens.changed):
        own.geometryChanged.emit(own.geometry())


TWO_SCREENS = """
from PySide6.QtWidgets import QApplication
from ui.customer import Customer
from ui.customer_display import CustomerDisplay
from ui.screens import Screens
app = QApplication([])
screens = Screens()
display = CustomerDisplay(Customer(), screens, 2)
print(display.isVisible(), *display.geometry().getRect(), screens.numbered(3) is None)
"""


@pytest.mark.parametrize(
    ("left", "seen"),
    [(1366, "True 1366 0 1024 600 True"), (0, "False 0 0 640 480 True")],
    ids=["beside", "mirrored"],
)
def test_it_stands_on_the_second_screen_but_never_over_the_cashiers_own(
    tmp_path: Path, left: int, seen: str
) -> None:
    usual = {"y": 0, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    cashiers = {"name": "cashier", "x": 0, "width": 1366, "height": 768, **usual}
    consumers = {"name": "consumer", "x": left, "width": 1024, "height": 600, **usual}
    config = tmp_path / "screens.json"
    config.write_text(json.dumps({"screens": [cashiers, consumers]}), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", TWO_SCREENS],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={config}"},
        check=True,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.stdout.strip() == seen


# at the counter


def test_no_display_is_made_unless_one_is_set(hands: Hands) -> None:
    assert hands.window.sitting is not None
    assert hands.window.sitting.display is None
    hands.room.payment.seat.customer.show_to_pay(NAME, PAYABLE)  # to nobody, and no bug


def test_a_day_at_a_counter_with_a_display(qtbot: QtBot) -> None:
    window = a_window(qtbot, FakeCounter(faces_consumer=2))
    hands = Hands(qtbot, window)
    sitting = window.sitting
    assert sitting is not None
    assert sitting.display is not None
    assert "C07" in sitting.display.windowTitle()
    sitting.customer.show_to_pay(NAME, PAYABLE)
    assert sitting.customer.shown == Idle()
    hands.sign_in()
    hands.screen.seat.customer.show_to_pay(NAME, PAYABLE)
    assert "R*** P*** S***" in sitting.display.accessibleName()
    hands.press(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(window.sign_in.isVisible)
    assert sitting.customer.shown == Idle()
    assert "S***" not in sitting.display.accessibleName()
    window.close()
    assert not sitting.display.isVisible()


def test_the_cashier_types_on_while_the_display_turns(
    qtbot: QtBot, hands: Hands, screens: PluggedScreen
) -> None:
    customer = hands.screen.seat.customer
    display = CustomerDisplay(customer, screens, 2)
    qtbot.addWidget(display)
    hands.window.activateWindow()  # Qt's picture-less platform gives every new window the keys
    hands.wait_for("Find consumer")
    for tell in TELLS.values():
        tell(customer)
        hands.type("7")
    assert hands.text == "7" * len(TELLS)
    assert QApplication.activeWindow() is hands.window
    display.close()

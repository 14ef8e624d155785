"""The customer display comes and goes with its screen, and leaves keys and work to the cashier."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from tests.builders import PAYABLE
from tests.ui.customer_at_hand import CHANGE, NAME, TELLS, PluggedScreen
from tests.ui.fake_desk import FakeCounter
from tests.ui.hands import Hands, a_window
from ui.customer import Customer, Idle
from ui.customer_display import CustomerDisplay
from ui.screens import Screens

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

ROOT = Path(__file__).parents[2]


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


def test_a_window_manager_that_moved_it_is_put_right(
    display: CustomerDisplay, screens: PluggedScreen
) -> None:
    display.move(-102, 7)
    screens.changed.emit()
    assert display.geometry() == QGuiApplication.primaryScreen().geometry()


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
    screens = Screens(settle_ms=1)
    assert [screens.numbered(number) for number in (0, 1, 2)] == [None, None, None]
    own = dressed.primaryScreen()
    for told in (dressed.screenAdded, dressed.screenRemoved, dressed.primaryScreenChanged):
        with qtbot.waitSignal(screens.changed):
            told.emit(own)
    with qtbot.waitSignals([screens.changed] * 2):  # at once, and when all has settled
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
    config = {"screens": [cashiers, consumers]}
    (tmp_path / "screens.json").write_text(json.dumps(config), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", TWO_SCREENS],
        cwd=tmp_path,  # a drive's colon in the file's name would end it
        env={
            **os.environ,
            "PYTHONPATH": str(ROOT),
            "QT_QPA_PLATFORM": "offscreen:configfile=screens.json",
        },
        check=True,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.stdout.strip() == seen


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
    hands.wait_for("Leave it open and sign out")
    hands.enter()
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

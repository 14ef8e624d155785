"""A dressed application, a counter that needs no disk, and a cashier who sits at it."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from pytestqt.qtbot import QtBot

from tests.printing.emulator import PaperPrinter
from tests.ui.at_printers import AtPrinters
from tests.ui.customer_at_hand import PluggedScreen
from tests.ui.fake_desk import FakeCounter
from tests.ui.hands import Hands, a_window
from tests.ui.printers_at_hand import a_counter_of_printers
from ui.application import dress
from ui.customer import Customer
from ui.customer_display import CustomerDisplay
from ui.language import Language, speak
from ui.preferences import Preferences
from ui.theme import ThemeName, theme_name, wear

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from tests.ui.printers_at_hand import PrinterCounter
    from ui.main_window import MainWindow

PATIENCE_MS = 60_000
OFFSCREEN_SAYS = "This plugin does not support .*"
"""What Qt's picture-less platform remarks on sizes; of no meaning here."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Qt's remarks on its own platform are no failure of ours."""
    for item in items:
        item.add_marker(pytest.mark.qt_log_ignore(OFFSCREEN_SAYS, extend=True))


class PatientBot(QtBot):
    """Waits as long as a slow computer needs; what never comes fails all the same."""

    def waitUntil(  # noqa: N802 - Qt's way of naming
        self, callback: Callable[[], bool | None], *, timeout: int = PATIENCE_MS
    ) -> None:
        super().waitUntil(callback, timeout=timeout)


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> PatientBot:
    return PatientBot(request)


@pytest.fixture(scope="session")
def dressed(qapp: QApplication) -> QApplication:
    dress(qapp, Preferences())
    return qapp


@pytest.fixture(autouse=True)
def english_and_light(dressed: QApplication) -> Iterator[QApplication]:
    """Every test begins in English and light, whatever the one before chose."""
    yield dressed
    speak(dressed, Language.ENGLISH)
    if theme_name() is not ThemeName.LIGHT:
        wear(dressed, ThemeName.LIGHT)


@pytest.fixture(autouse=True)
def garbage_of_this_thread() -> Iterator[None]:
    """No widget dies on a lane's thread: nothing is collected but by the window, and after the test.

    Windows that a test has closed go at once: the next test's theme and language would be told to each of them.
    """
    gc.disable()
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect(1)
    gc.enable()


@pytest.fixture
def counter() -> FakeCounter:
    return FakeCounter()


@pytest.fixture
def window(qtbot: QtBot, counter: FakeCounter) -> Iterator[MainWindow]:
    """The window on the screen, books open, nobody signed in."""
    shown = a_window(qtbot, counter)
    yield shown
    shown.close()


@pytest.fixture
def hands(qtbot: QtBot, window: MainWindow) -> Hands:
    """A cashier signed in, with a shift open, at the payment screen."""
    hands = Hands(qtbot, window)
    hands.sign_in()
    return hands


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


@pytest.fixture
def printer_counter(tmp_path: Path) -> PrinterCounter:
    """The real verbs of printers, and no printer set."""
    return a_counter_of_printers(tmp_path)


@pytest.fixture
def at(qtbot: QtBot, printer_counter: PrinterCounter) -> Iterator[AtPrinters]:
    """A cashier signed in, at the place of printers."""
    shown = a_window(qtbot, printer_counter)
    hands = Hands(qtbot, shown)
    hands.sign_in()
    yield AtPrinters(hands, printer_counter)
    shown.close()


@pytest.fixture
def paper() -> Iterator[PaperPrinter]:
    """A receipt printer on the loopback."""
    with PaperPrinter() as printer:
        yield printer

"""A cashier at the place of printers, with the keys that are pressed there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from counter_app.domain.printer import PrinterKind
from tests.printing.emulator import LOOPBACK
from ui.places import Place
from ui.printer_form import Step
from ui.printers_screen import PrintersScreen

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.ui.hands import Hands
    from tests.ui.printers_at_hand import PrinterCounter
    from ui.printer_trial import Seen

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
ESC, DOWN = Qt.Key.Key_Escape, Qt.Key.Key_Down
FIRST, SECOND, THIRD, FOURTH = Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4


class AtPrinters:
    """A cashier at the place of printers."""

    def __init__(self, hands: Hands, counter: PrinterCounter) -> None:
        self.hands, self.counter = hands, counter
        hands.press(Qt.Key.Key_J, CTRL)
        screen = hands.room.screen_of(Place.PRINTERS)
        assert isinstance(screen, PrintersScreen)
        self.screen = screen
        self.until(lambda: screen.overview.at_hand is not None)

    def until(self, claim: Callable[[], bool]) -> None:
        self.hands.qtbot.waitUntil(claim)

    def alt(self, key: Qt.Key) -> None:
        self.hands.press(key, ALT)

    def enter(self) -> None:
        self.hands.enter()

    def begin(self, key: Qt.Key = FIRST) -> None:
        """Set one up, and see what was found."""
        self.alt(key)
        self.until(lambda: self.is_at(Step.CONNECTION))
        self.until(lambda: len(self.screen.form.found) == len(self.counter.found))
        self.until(lambda: not self.screen.connection._is_searching)  # noqa: SLF001 - what is said of it follows

    def down_to(self, kind: PrinterKind) -> None:
        """With the arrow keys to the row where this way is typed."""
        ways = self.screen.form.ways
        wanted = next(i for i, way in enumerate(ways) if way.kind is kind and way.found is None)
        for _ in range(wanted - self.screen.connection.table.chosen_row):
            self.hands.press(DOWN)

    def type_network(self, port: int) -> None:
        """Address, Enter, port, Enter: the step of the model."""
        self.down_to(PrinterKind.NETWORK)
        self.enter()
        self.hands.type(LOOPBACK)
        self.enter()
        self.hands.type(str(port))
        self.enter()
        assert self.is_at(Step.MODEL)

    def wait_printed(self) -> None:
        """Until the test page has ended one way or the other."""
        self.until(lambda: self.is_at(Step.PAGE) and not self.screen.trial.is_waiting)

    def print_page(self) -> None:
        """From the step of the model."""
        self.enter()
        self.wait_printed()

    def try_network(self, port: int) -> None:
        """From the overview: a printer at this port of ours, to its test page."""
        self.begin()
        self.type_network(port)
        self.print_page()

    def try_found(self) -> None:
        """The same of the first that was found."""
        self.begin()
        self.enter()
        self.print_page()

    def is_at(self, step: Step | None) -> bool:
        """Whether one is there; None is the overview."""
        return self.screen.step is step

    def offered(self) -> list[Seen]:
        return list(self.screen.trial.answers.buttons)

    def seen(self, text: str) -> bool:
        """Whether it stands on the screen: in a label, on a button, or in the list of ways."""
        buttons = self.screen.findChildren(QPushButton)
        said = [button.text() for button in buttons if button.isVisible()]
        rows = [cell.text for row in self.screen.connection.table.rows for cell in row]
        at_list = rows if self.is_at(Step.CONNECTION) else []
        return any(text in one for one in (*self.hands.seen(), *said, *at_list))

    def finish(self) -> None:
        """The page is good, no drawer, keep."""
        self.alt(FIRST)
        assert self.is_at(Step.DRAWER)
        self.alt(SECOND)
        assert self.is_at(Step.KEEP)
        self.enter()
        self.until(lambda: self.is_at(None))

"""One act of the demo day: a process of its own, so that it can be killed like a real counter.

Talks with the director over its pipes: a line ``{"ask": ...}`` out, a line back. Everything at the counter is done
with keys, on the real window, as a cashier does.
"""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from counter_app.domain.money import Money
from counter_app.domain.receipt import PrintState
from counter_app.launch import Shown, show_window
from counter_app.workstation.paths import Places
from tests.day.hands import Hands
from tests.day.stage import CASHIER, PIN

if TYPE_CHECKING:
    from collections.abc import Callable

    from counter_app.domain.receipt import ReceiptRow
    from ui.sitting import Sitting

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
ENTER, DOWN = Qt.Key.Key_Return, Qt.Key.Key_Down
USUAL_PX, SMALL_PX = (1366, 768), (1024, 600)
AFTER_OPENING_MS = 150


@dataclass(frozen=True, slots=True)
class Visitor:
    """Who comes to the counter."""

    account_no: str
    legacy_account_no: str
    name_en: str
    name_hi: str
    due_paise: int

    @property
    def due(self) -> Money:
        """What is owed today."""
        return Money(self.due_paise)


class Act:
    """The window, the hands, and the director at the other end of the pipe."""

    def __init__(self, shown: Shown, pictures: Path) -> None:
        self.shown = shown
        self.hands = Hands(shown.window, pictures)

    @staticmethod
    def ask(what: str) -> str:
        """Ask the director; wait for the answer."""
        sys.stdout.write(json.dumps({"ask": what}) + "\n")
        sys.stdout.flush()
        return sys.stdin.readline().strip()

    @property
    def sitting(self) -> Sitting:
        """All behind the sign-in window."""
        assert self.shown.window.sitting is not None, "the window has grown"
        return self.shown.window.sitting

    def wait_for_books(self) -> None:
        """The window has grown and the books are open."""
        window = self.shown.window
        self.hands.wait_until(lambda: window.sitting is not None, "the window grows")
        self.shown.counter.desk.counter_status()
        QTest.qWait(AFTER_OPENING_MS)

    def sign_in(self) -> None:
        """Number and PIN."""
        window = self.shown.window
        self.hands.wait_until(
            lambda: window.stack.currentWidget() is window.sign_in, "the sign-in window"
        )
        self.hands.type(CASHIER)
        self.hands.press(ENTER)
        self.hands.type(PIN)
        self.hands.press(ENTER)
        self.hands.wait_until(
            lambda: window.stack.currentWidget() is not window.sign_in, "the PIN is right"
        )

    def open_by_scan(self, visitor: Visitor) -> None:
        """The bill's barcode."""
        self.hands.scan(visitor.account_no)
        self.wait_for_account(visitor)

    def wait_for_account(self, visitor: Visitor) -> None:
        """The account stands on the screen."""
        payment = self.sitting.workroom.payment
        self.hands.wait_until(lambda: payment.is_paying, f"{visitor.account_no} opens")

    def wait_for_receipt(
        self, so_many: int, what: str, paper: PrintState = PrintState.PRINTED
    ) -> None:
        """So many receipts of today; the last one's paper ended like this."""
        self.hands.wait_until(lambda: len(self.receipts()) == so_many, what)
        self.hands.wait_until(
            lambda: self.receipts()[-1].print_state is paper,
            f"{what}: the paper is {paper}",
        )

    def receipts(self) -> tuple[ReceiptRow, ...]:
        """The receipts the counter has for today."""
        desk = self.shown.counter.desk
        return desk.list_receipts(desk.business_date())


def main(play: Callable[[Act, list[Visitor]], None]) -> int:
    """Show the window, play, close it in order."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--home", type=Path, required=True)
    parser.add_argument("--pictures", type=Path, required=True)
    parser.add_argument("--visitors", type=Path, required=True)
    asked = parser.parse_args()
    visitors = [Visitor(**told) for told in json.loads(asked.visitors.read_text("utf-8"))]
    shown = show_window(Places(asked.home), [sys.argv[0]])
    act = Act(shown, asked.pictures)
    try:
        play(act, visitors)
    finally:
        shown.window.close()
        shown.counter.close()
    return 0

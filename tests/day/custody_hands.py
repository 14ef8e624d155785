"""What people do with keys in the real window on a day of two shifts: pay, count, close, hand over, go to the bank."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox

from billing_server.store import telephone_answers
from counter_app.domain.cash_count import DENOMINATIONS
from counter_app.wire.check_code import spaced_code
from counter_app.wire.messages import microseconds
from counter_app.workstation.clock import SystemClock
from tests.day.act import ALT, CTRL, ENTER, Act
from tests.day.stage import PIN
from ui.bank_screen import BankScreen
from ui.places import Place
from ui.receipts_screen import ReceiptsScreen
from ui.till_screen import TillScreen

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from counter_app.domain.identity import AccountNo
    from counter_app.domain.money import Money
    from counter_app.launch import Shown
    from counter_app.use_cases.desk import Desk
    from tests.day.stage import Stage
    from ui.second_person import SecondPersonPanel
    from ui.widgets.count_grid import CountGrid

CHEQUE_TAIL = ("208024005", "PUNB0123400", "Punjab National Bank", "Kidwai Nagar", "")
SLIP = ("4242", "A1B2C3", "412345678901", "KESCO0000000007", "KND07T01", "12", "345")


@dataclass(frozen=True, slots=True)
class Owing:
    """An account, and how many whole rupees of its bill are paid: a drawer holds no paise."""

    account_no: AccountNo
    rupees: int


class CustodyHands(Act):
    """The window and the hands of whoever sits there."""

    def __init__(self, shown: Shown, pictures: Path, stage: Stage) -> None:
        super().__init__(shown, pictures)
        self.stage = stage

    @property
    def desk(self) -> Desk:
        """The counter's own desk, to look at the books beside the window."""
        return self.shown.counter.desk

    @property
    def till(self) -> TillScreen:
        """The till place."""
        screen = self.sitting.workroom.screen_of(Place.TILL)
        assert isinstance(screen, TillScreen), "the place of the till"
        return screen

    @property
    def bank(self) -> BankScreen:
        """The Bank place."""
        screen = self.sitting.workroom.screen_of(Place.BANK)
        assert isinstance(screen, BankScreen), "the place of the bank"
        return screen

    @property
    def receipts_screen(self) -> ReceiptsScreen:
        """The receipts."""
        screen = self.sitting.workroom.screen_of(Place.RECEIPTS)
        assert isinstance(screen, ReceiptsScreen), "the place of receipts"
        return screen

    def sign_in_as(self, person: str) -> None:
        """Number and PIN at the sign-in window."""
        window = self.shown.window
        self.hands.wait_until(
            lambda: window.stack.currentWidget() is window.sign_in, "the sign-in window"
        )
        self.hands.wait_until(window.sign_in.enter_button.isEnabled, "it takes keys")
        self.fill(person, PIN)
        self.hands.wait_until(
            lambda: window.stack.currentWidget() is not window.sign_in, f"{person} signs in"
        )

    def fill(self, *texts: str) -> None:
        """Field after field, Enter after each."""
        for text in texts:
            if text:
                self.hands.type(text)
            self.hands.press(ENTER)

    def focus(self, widget: QWidget) -> None:
        """A click into a field."""
        widget.setFocus()
        self.hands.wait_until(widget.hasFocus, "the field has the keys")

    def choose(self, box: QWidget, value: str) -> None:
        """The entry of a list, with the arrows."""
        assert isinstance(box, QComboBox), "a list to choose from"
        self.focus(box)
        wanted = box.findData(value)
        assert wanted >= 0, value
        while box.currentIndex() != wanted:
            is_below = box.currentIndex() < wanted
            self.hands.press(Qt.Key.Key_Down if is_below else Qt.Key.Key_Up)

    def count(self, grid: CountGrid, total: Money) -> None:
        """The fewest notes and coins that come to this, from Rs 500 down, and 0 of all others."""
        left = total.paise
        for one in DENOMINATIONS[1:]:
            pieces, left = divmod(left, one.paise)
            if pieces:
                grid.take_keys(one)
                self.hands.type(str(pieces))
        assert left == 0, f"{total} cannot be counted"
        self.hands.press(Qt.Key.Key_0, ALT)

    def open_shift(self, total: Money) -> None:
        """Count the float; Enter in the last row opens."""
        window, shift = self.shown.window, self.sitting.shift
        self.hands.wait_until(lambda: window.stack.currentWidget() is shift, "a float is asked for")
        self.count(shift.opening.grid, total)
        self.hands.picture("open-shift")
        self.focus(shift.opening.grid.rows[DENOMINATIONS[-1]].editor)
        self.hands.press(ENTER)
        self.hands.wait_until(
            lambda: window.stack.currentWidget() is self.sitting.workroom, "the shift is open"
        )

    def pays(self, owing: Owing, how: str, number: str = "") -> None:
        """One payment of whole rupees: cash, cheque, upi or card."""
        hands, before = self.hands, len(self.receipts())
        hands.press(Qt.Key.Key_F6)
        payment = self.sitting.workroom.payment
        hands.type(owing.account_no)
        hands.wait_until(
            lambda: payment.finder.found_for == owing.account_no, f"{owing.account_no} is found"
        )
        hands.press(ENTER)
        hands.wait_until(lambda: payment.is_paying, f"{owing.account_no} opens")
        hands.press(Qt.Key.Key_A, CTRL)
        hands.type(str(owing.rupees))
        if how == "cheque":
            hands.press(Qt.Key.Key_C, ALT)
            day = f"{self.desk.business_date():%d-%m-%Y}"
            for place, text in enumerate((number, day, *CHEQUE_TAIL)):
                hands.type(text)
                if place < len(CHEQUE_TAIL) + 1:
                    hands.press(ENTER)
        elif how == "upi":
            hands.press(Qt.Key.Key_U, ALT)
            hands.type(number)
        elif how == "card":
            hands.press(Qt.Key.Key_F4)
            hands.type("R")
            hands.press(ENTER)
            for place, text in enumerate(SLIP):
                hands.type(text)
                if place < len(SLIP) - 1:
                    hands.press(ENTER)
        hands.press(Qt.Key.Key_Return, CTRL)
        hands.wait_until(lambda: len(self.receipts()) == before + 1, f"paid by {how}")
        hands.wait_until(lambda: not payment.is_paying, "the find box has the keys again")

    def answer_by_telephone(self, panel: SecondPersonPanel, approver: str, reason: str) -> None:
        """Alt+T; the challenge is read out, the office answers it, and the cashier types the answer."""
        self.hands.wait_until(panel.isVisible, "a second person is asked for")
        self.hands.press(Qt.Key.Key_T, ALT)
        shown = panel.card.values
        self.hands.wait_until(lambda: len(shown[-1].text()) > 1, "the challenge can be read out")
        self.hands.picture("challenge")
        counter_id, amount, acts, challenge = (label.text() for label in shown)
        heard = telephone_answers.heard_typed(counter_id, acts, amount, challenge)
        now_us = microseconds(SystemClock().now())
        answer = self.stage.server.database.write(
            lambda connection: telephone_answers.answer_of(connection, approver, heard, now_us)
        )
        self.fill(approver, spaced_code(answer), reason)

    def approve_here(self, panel: SecondPersonPanel, approver: str, reason: str) -> None:
        """The second person types number, PIN and reason."""
        self.hands.wait_until(panel.isVisible, "a second person is asked for")
        self.hands.picture("second-person")
        self.fill(approver, PIN, reason)

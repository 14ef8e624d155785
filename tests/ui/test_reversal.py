"""A payment reversed at the receipts screen: by the real rules, under a second person, once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from counter_app.domain.cash_count import CashCount
from counter_app.domain.errors import Fault, FaultCode
from counter_app.domain.money import Money
from counter_app.domain.receipt import PrintOutcome, PrintReason, PrintState
from counter_app.domain.remittance import Handing
from counter_app.domain.reversal import GoesWhere, PaperState, ReversalWhy
from tests.builders import (
    ACCOUNT_NO,
    CASHIER_ID,
    FLOAT,
    NOW,
    PAYABLE,
    PIN,
    SUPERVISOR_ID,
    TODAY,
    card,
    cash,
    cheque,
)
from tests.reversals import CASH_BACK, a_reversal_order
from tests.ui.custody_desk import a_custody_counter
from tests.ui.hands import Hands, a_window
from ui.language import Language, speak
from ui.places import Place
from ui.receipts_screen import ReceiptsScreen
from ui.words import rupees

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from counter_app.domain.tender import Tender
    from tests.ui.custody_desk import CustodyCounter

ALT = Qt.KeyboardModifier.AltModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


class Desk:
    """A cashier at the receipts screen, with one payment taken."""

    def __init__(self, qtbot: QtBot, *tenders: Tender) -> None:
        self.qtbot = qtbot
        self.counter: CustodyCounter = a_custody_counter()
        self.counter.verbs.open_shift(CASHIER_ID, FLOAT)
        self.payment = self.counter.verbs.takes(PAYABLE, *tenders).receipt.payment
        self.hands = Hands(qtbot, a_window(qtbot, self.counter))
        self.hands.sign_in()
        self.hands.go(Place.RECEIPTS, Qt.Key.Key_F7)
        qtbot.waitUntil(lambda: bool(self.screen.receipts))

    @property
    def screen(self) -> ReceiptsScreen:
        screen = self.hands.room.screen_of(Place.RECEIPTS)
        assert isinstance(screen, ReceiptsScreen)
        return screen

    def cells(self) -> list[str]:
        """The first line of the list."""
        return [cell.text for cell in self.screen.table.rows[0]]

    def begin(self) -> None:
        """Alt+X on the chosen receipt."""
        panel = self.screen.reversing
        with self.qtbot.waitSignal(panel.opened):
            self.hands.press(Qt.Key.Key_X, ALT)

    def choose(self, why: ReversalWhy) -> None:
        box = self.screen.reversing.entry.why
        box.setCurrentIndex(box.findData(why.value))

    def say(self, reason: str) -> None:
        self.screen.reversing.entry.reason.setFocus()
        self.hands.type(reason)

    def go_on(self) -> None:
        self.hands.press(Qt.Key.Key_Return, CONTROL)

    def approve(self, pin: str = PIN) -> None:
        """The supervisor types number, PIN and reason."""
        panel = self.screen.reversing
        self.qtbot.waitUntil(lambda: panel.page is panel.approval)
        for text in (SUPERVISOR_ID, pin, "seen the bill"):
            self.hands.type(text)
            self.hands.press(Qt.Key.Key_Return)

    def wait_for_done(self) -> None:
        panel = self.screen.reversing
        self.qtbot.waitUntil(lambda: panel.page is panel.done)


def test_cash_is_paid_back_after_the_approval_and_the_drawer_opens(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    desk.begin()
    desk.choose(ReversalWhy.WRONG_AMOUNT)
    desk.say("typed the wrong sum")
    assert not desk.counter.verbs.pages.reversals
    desk.go_on()
    desk.approve()
    desk.wait_for_done()
    (made,) = desk.counter.verbs.pages.reversals.values()
    assert (made.why, made.tenders[0].where) == (ReversalWhy.WRONG_AMOUNT, GoesWhere.CASH_BACK)
    assert made.paper is PaperState.NEVER_PRINTED
    assert desk.screen.reversing.done.said == f"Pay back {rupees(PAYABLE)} from the drawer"
    qtbot.waitUntil(lambda: desk.counter.verbs.printer.drawer_opened == 1)
    desk.hands.press(Qt.Key.Key_P, ALT)
    qtbot.waitUntil(lambda: bool(desk.counter.verbs.printer.reversals))
    desk.hands.press(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: "CANCELLED" in desk.cells())


def test_a_drawer_that_stays_shut_is_told_beside_what_goes_back(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    desk.counter.verbs.printer.drawer_ends = PrintOutcome(
        PrintState.NOT_SENT, PrintReason.PAPER_OUT
    )
    desk.begin()
    desk.choose(ReversalWhy.WRONG_AMOUNT)
    desk.say("typed the wrong sum")
    desk.go_on()
    desk.approve()
    desk.wait_for_done()
    told = "The drawer did not open"
    qtbot.waitUntil(lambda: told in desk.hands.seen())
    assert "The printer is out of paper. Open it with its key." in desk.hands.seen()


def test_money_of_another_account_stays_in_suspense(qtbot: QtBot) -> None:
    desk = Desk(qtbot, cash(Money(450_50)), cheque(Money.rupees(1000)))
    desk.begin()
    desk.say("meant for the neighbour")
    desk.hands.enter()
    desk.hands.type("7412009999")
    desk.go_on()
    desk.approve()
    desk.wait_for_done()
    (made,) = desk.counter.verbs.pages.reversals.values()
    assert made.right_account == "7412009999"
    assert {one.where for one in made.tenders} == {GoesWhere.HELD}
    assert desk.screen.reversing.done.said == "No cash goes back"
    assert desk.counter.verbs.printer.drawer_opened == 0


def test_all_that_is_missing_is_said_at_once_and_nobody_is_asked(qtbot: QtBot) -> None:
    desk = Desk(qtbot, card(PAYABLE))
    desk.begin()
    desk.choose(ReversalWhy.TAKEN_TWICE)
    entry = desk.screen.reversing.entry
    entry.account.setFocus()
    desk.hands.type(ACCOUNT_NO)
    desk.go_on()
    assert desk.screen.reversing.page is entry
    assert entry.fields["reason"].problem
    assert "is the account that was paid" in entry.fields["account"].problem
    assert "approval code of the void is missing" in entry.tenders[0].void_field.problem
    assert desk.hands.at is entry.reason


def test_a_void_is_reversed_with_its_code(qtbot: QtBot) -> None:
    desk = Desk(qtbot, card(PAYABLE))
    desk.begin()
    desk.choose(ReversalWhy.TAKEN_TWICE)
    desk.say("charged twice")
    desk.screen.reversing.entry.tenders[0].void_field.setFocus()
    desk.hands.type("v4711")
    desk.go_on()
    desk.approve()
    desk.wait_for_done()
    (made,) = desk.counter.verbs.pages.reversals.values()
    assert made.tenders[0].reference == "V4711"


def test_a_wrong_pin_reverses_nothing_and_esc_leads_back(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    desk.begin()
    desk.say("typed the wrong sum")
    desk.go_on()
    desk.approve("9999")
    panel = desk.screen.reversing
    qtbot.waitUntil(lambda: bool(panel.approval.fields["pin"].problem))
    desk.hands.press(Qt.Key.Key_Escape)
    assert panel.page is panel.entry
    assert panel.entry.reason.text() == "typed the wrong sum"
    desk.hands.press(Qt.Key.Key_Escape)
    assert not panel.isVisible()
    assert not desk.counter.verbs.pages.reversals


def test_a_fault_keeps_what_was_typed(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    desk.counter.fails["reverse_payment"] = [Fault(FaultCode.DISK_FULL)]
    desk.begin()
    desk.say("typed the wrong sum")
    desk.go_on()
    desk.approve()
    panel = desk.screen.reversing
    qtbot.waitUntil(lambda: panel.page is panel.entry and desk.screen.notice.isVisible())
    assert panel.entry.reason.text() == "typed the wrong sum"
    desk.go_on()
    desk.approve()
    desk.wait_for_done()
    assert len(desk.counter.verbs.pages.reversals) == 1


def test_a_receipt_that_was_reversed_shows_what_was_done(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    desk.counter.verbs.reverse_payment(a_reversal_order(desk.payment, CASH_BACK))
    desk.begin()
    panel = desk.screen.reversing
    assert panel.page is panel.done
    assert str(desk.payment.receipt_no) in "".join(desk.hands.seen())


def test_what_was_handed_over_is_said_on_the_list(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    count = CashCount.of({Money.rupees(500): 1})
    desk.counter.verbs.pages.handings[99] = Handing(
        desk.payment.payment_id,
        (desk.payment.shift_id,),
        PAYABLE,
        count,
        CASHIER_ID,
        SUPERVISOR_ID,
        "",
        TODAY,
        NOW,
    )
    desk.hands.press(Qt.Key.Key_X, ALT)
    qtbot.waitUntil(lambda: any("handed over" in one for one in desk.hands.seen()))
    assert not desk.screen.reversing.isVisible()


@pytest.mark.parametrize("language", [Language.ENGLISH, Language.HINDI])
def test_every_page_speaks_both_languages(
    qtbot: QtBot, qapp: QApplication, language: Language
) -> None:
    desk = Desk(qtbot, cash(Money(450_50)), card(Money.rupees(1000)))
    desk.begin()
    speak(qapp, language)
    title = "Reverse receipt" if language is Language.ENGLISH else "निरस्त"
    qtbot.waitUntil(lambda: any(title in one for one in desk.hands.seen()))
    speak(qapp, Language.ENGLISH)

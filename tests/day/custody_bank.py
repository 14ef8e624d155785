"""The custody day at the bank: takings, two slips, their answers, and a cheque that bounces."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from counter_app.domain.bank_paper import InstrumentState
from counter_app.domain.money import ZERO, Money
from counter_app.domain.remittance import BankWhy
from tests.day.act import ALT, CTRL, ENTER
from tests.day.custody_plan import BOUNCING, COUNTERFEIT, FIRST, HEAD, SECOND
from tests.day.stage import SUPERVISOR
from ui.instruments_screen import InstrumentsScreen
from ui.places import Place

if TYPE_CHECKING:
    from tests.day.custody_hands import CustodyHands


def to_the_bank(hands: CustodyHands) -> None:
    """The head cashier takes the takings over, makes two slips, and notes what the bank says of them."""
    hands.sign_in_as(HEAD)
    window, keys = hands.shown.window, hands.hands
    keys.wait_until(
        lambda: window.stack.currentWidget() is hands.sitting.shift, "a float is offered"
    )
    keys.press(Qt.Key.Key_W, ALT)
    keys.press(Qt.Key.Key_B, CTRL)
    bank = hands.bank
    for _ in (FIRST, SECOND):
        keys.wait_until(
            lambda: bank.overview.view is not None and bool(bank.overview.chosen_takings),
            "takings wait",
        )
        keys.picture("bank")
        keys.press(Qt.Key.Key_T, ALT)
        keys.wait_until(lambda: bank.pages.currentWidget() is bank.handing, "they are counted")
        hands.count(bank.handing.grid, bank.handing.amount)
        hands.focus(bank.handing.fields["giver_pin"].editor)
        keys.type("2580")
        keys.press(ENTER)
        keys.type("2580")
        keys.picture("takings")
        keys.press(Qt.Key.Key_Return, CTRL)
        keys.wait_until(lambda: bank.pages.currentWidget() is bank.overview, "they are handed over")
    slip_of_cash(hands)
    slip_of_papers(hands)


def slip_of_cash(hands: CustodyHands) -> None:
    """All of it to the bank; the bank finds a counterfeit note."""
    keys, bank = hands.hands, hands.bank
    total = hands.desk.view_remittance().cash_with_head
    keys.press(Qt.Key.Key_C, ALT)
    keys.wait_until(lambda: bank.pages.currentWidget() is bank.cash_slip, "the slip is counted")
    hands.count(bank.cash_slip.grid, total)
    account = bank.cash_slip.account.editor
    if not bank.cash_slip.bank_account:
        hands.focus(account)
        keys.type("PNB 0123002100 KESCO")
    keys.picture("cash-slip")
    keys.press(Qt.Key.Key_Return, CTRL)
    keys.wait_until(lambda: bank.pages.currentWidget() is bank.overview, "the slip is made")
    answer(hands, "PNB 8801", total - COUNTERFEIT, COUNTERFEIT)


def slip_of_papers(hands: CustodyHands) -> None:
    """Both cheques on one slip; the bank takes them."""
    keys, bank = hands.hands, hands.bank
    overview = bank.overview
    overview.section = overview.section.__class__.PAPERS
    keys.wait_until(lambda: bool(overview.chosen_papers), "the cheques are there")
    keys.press(Qt.Key.Key_P, ALT)
    keys.wait_until(lambda: bank.pages.currentWidget() is bank.paper_slip, "the papers are listed")
    keys.picture("paper-slip")
    total = Money.total(one.face for one in bank.paper_slip.papers)
    keys.press(Qt.Key.Key_Return, CTRL)
    keys.wait_until(lambda: bank.pages.currentWidget() is bank.overview, "the slip is made")
    answer(hands, "PNB 8802", total, ZERO)


def answer(hands: CustodyHands, reference: str, accepted: Money, less: Money) -> None:
    """Alt+A: reference, day, sum; a difference by its kind, with the number of the note."""
    keys, bank = hands.hands, hands.bank
    keys.wait_until(
        lambda: (slip := bank.overview.chosen_slip) is not None and slip.answer is None,
        "the slip waits",
    )
    keys.press(Qt.Key.Key_A, ALT)
    page = bank.answering
    keys.wait_until(lambda: bank.pages.currentWidget() is page, "the answer is asked")
    keys.type(reference)
    keys.press(ENTER)
    keys.press(ENTER)
    keys.type(str(accepted))
    if less:
        hands.choose(page.why.editor, BankWhy.COUNTERFEIT)
        hands.focus(page.amount.editor)
        keys.type(str(less))
        keys.press(ENTER)
        keys.type("500: 8AB 123456")
        keys.press(ENTER)
    keys.picture("bank-answer")
    keys.press(Qt.Key.Key_Return, CTRL)
    if less:
        hands.approve_here(bank.approval, SUPERVISOR, "seen at the bank")
    keys.wait_until(lambda: bank.pages.currentWidget() is bank.overview, "it is answered")


def cheque_bounces(hands: CustodyHands) -> None:
    """F10: the first cheque came back."""
    keys = hands.hands
    keys.press(Qt.Key.Key_F10)
    screen = hands.sitting.workroom.screen_of(Place.INSTRUMENTS)
    assert isinstance(screen, InstrumentsScreen), "the place of cheques"
    listed = screen.list
    keys.wait_until(listed.states.hasFocus, "the states are listed")
    while listed.state is not InstrumentState.DEPOSITED:
        keys.press(Qt.Key.Key_Down)
    keys.wait_until(lambda: len(listed.shown) == 2, "two cheques are at the bank")
    hands.focus(listed.table)
    while BOUNCING not in listed.chosen_identity:
        keys.press(Qt.Key.Key_Down)
    keys.picture("cheques")
    keys.press(Qt.Key.Key_R, ALT)
    page = screen.giving_back
    keys.wait_until(page.isVisible, "why it came back")
    keys.press(Qt.Key.Key_Down)
    keys.picture("bounced")
    keys.press(Qt.Key.Key_Return, CTRL)
    keys.wait_until(lambda: not page.isVisible(), "the cheque is returned")

"""The Bank place by the keys alone, over the real verbs: takings, slips, the bank's answer, the papers of them."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from counter_app.domain.errors import Fault, FaultCode
from counter_app.domain.money import ZERO, Money
from counter_app.domain.remittance import BankWhy
from counter_app.domain.shift import Cashier, Role
from counter_app.use_cases.remittance_orders import HandingOrder
from tests.builders import CASHIER_ID, PIN, SUPERVISOR_ID
from tests.ui.custody_desk import CustodyCounter
from tests.ui.hands import Hands, a_window
from tests.use_cases.at_the_bank import DUE, HEAD_ID, AtTheBank
from ui.bank_overview import Section
from ui.bank_screen import BankScreen
from ui.language import Language, speak
from ui.workroom import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

ALT = Qt.KeyboardModifier.AltModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
FIVE_HUNDRED = Money.rupees(500)


@pytest.fixture
def bank() -> AtTheBank:
    """Two cheques and Rs 1,500 with the head cashier, of yesterday; takings of Rs 500 wait. The head has a shift."""
    bank = AtTheBank()
    bank.begins()
    bank.pays_for(1)
    bank.pays_for(2)
    bank.pays_by_cheque(3, "004512")
    bank.pays_by_cheque(4, "004513")
    bank.drops(Money.rupees(1500))
    bank.closes()
    bank.clock.passes(timedelta(days=1))
    bank.open_shift(HEAD_ID, ZERO, drawer_no=2)
    return bank


@pytest.fixture
def custody(bank: AtTheBank) -> CustodyCounter:
    return CustodyCounter(verbs=bank)


@pytest.fixture
def head(qtbot: QtBot, custody: CustodyCounter) -> Iterator[Hands]:
    """The head cashier at the Bank place."""
    window = a_window(qtbot, custody)
    hands = Hands(qtbot, window)
    hands.sign_in(HEAD_ID)
    hands.press(Qt.Key.Key_B, CONTROL)
    qtbot.waitUntil(lambda: place(hands).overview.view is not None)
    yield hands
    window.close()


def place(hands: Hands) -> BankScreen:
    screen = hands.room.screen_of(Place.BANK)
    assert isinstance(screen, BankScreen)
    return screen


def back_at_the_overview(hands: Hands) -> None:
    screen = place(hands)
    hands.qtbot.waitUntil(lambda: screen.pages.currentWidget() is screen.overview)


def counts(hands: Hands, notes: int, denomination: Money = FIVE_HUNDRED) -> None:
    """So many notes, and 0 of the rest."""
    screen = place(hands)
    page = screen.pages.currentWidget()
    grid = page.grid  # type: ignore[union-attr]  # a page with a count
    grid.take_keys(denomination)
    hands.type(str(notes))
    hands.press(Qt.Key.Key_0, ALT)


def confirms(hands: Hands) -> None:
    hands.press(Qt.Key.Key_Return, CONTROL)


def test_what_waits_is_told_and_the_strip_rings(head: Hands) -> None:
    view = place(head).overview.view
    assert view is not None
    assert len(view.undeposited) == 2
    seen = " ".join(head.seen())
    assert "₹\u00a04,000.00 is not with the bank, the oldest of 23 Nov 2026" in seen
    assert "With the head cashier: ₹\u00a01,500.00" in seen
    head.qtbot.waitUntil(
        lambda: (
            "₹\u00a04,000.00 since 23 Nov 2026 not at the bank (Ctrl+B)"
            in head.room.strip.bank.label.text()
        )
    )


def test_takings_are_taken_over_by_both_sides(
    head: Hands, custody: CustodyCounter, bank: AtTheBank
) -> None:
    head.press(Qt.Key.Key_T, ALT)
    counts(head, 1)
    page = place(head).handing
    page.fields["giver_pin"].setFocus()
    head.type(PIN)
    head.enter()
    head.type(PIN)
    head.enter()
    back_at_the_overview(head)
    head.qtbot.waitUntil(lambda: bank.takings_waiting() == ())
    (asked,) = custody.asked("hand_takings")
    assert isinstance(asked[0], HandingOrder)
    assert (asked[0].by, asked[0].receiver_id) == (CASHIER_ID, HEAD_ID)
    assert "₹\u00a0500.00 taken over from C101" in place(head).notice.said
    assert page.text("giver_pin") == ""
    head.press(Qt.Key.Key_R, ALT)
    head.qtbot.waitUntil(lambda: "Given to the printer" in place(head).notice.said)


def test_a_wrong_pin_is_told_at_its_field_and_nothing_is_handed(
    head: Hands, bank: AtTheBank
) -> None:
    head.press(Qt.Key.Key_T, ALT)
    counts(head, 1)
    page = place(head).handing
    page.fields["giver_pin"].setFocus()
    head.type("0000")
    head.enter()
    head.type(PIN)
    head.enter()
    head.qtbot.waitUntil(lambda: bool(page.fields["giver_pin"].problem))
    assert page.fields["receiver_pin"].problem == ""
    assert len(bank.takings_waiting()) == 1
    head.press(Qt.Key.Key_Escape)
    back_at_the_overview(head)


def test_another_sum_asks_for_a_reason_and_a_supervisor(head: Hands, bank: AtTheBank) -> None:
    head.press(Qt.Key.Key_T, ALT)
    counts(head, 4, Money.rupees(100))
    page = place(head).handing
    confirms(head)
    assert all(page.fields[part].problem for part in ("giver_pin", "receiver_pin", "reason"))
    for part, text in (("giver_pin", PIN), ("receiver_pin", PIN), ("reason", "one note torn")):
        page.fields[part].setFocus()
        head.type(text)
    confirms(head)
    approval = place(head).approval
    head.qtbot.waitUntil(approval.isVisible)
    for text in (SUPERVISOR_ID, PIN, "saw it torn"):
        head.type(text)
        head.enter()
    back_at_the_overview(head)
    head.qtbot.waitUntil(lambda: bank.view_remittance().cash_with_head == Money.rupees(1900))


def test_a_cash_slip_is_made_answered_with_a_counterfeit_and_printed(
    head: Hands, bank: AtTheBank, custody: CustodyCounter
) -> None:
    head.press(Qt.Key.Key_C, ALT)
    counts(head, 3)
    confirms(head)
    back_at_the_overview(head)
    head.qtbot.waitUntil(lambda: "Slip 1 made" in place(head).notice.said)
    screen = place(head)
    head.qtbot.waitUntil(lambda: screen.overview.chosen_slip is not None)
    head.press(Qt.Key.Key_4, ALT)
    head.qtbot.waitUntil(lambda: len(custody.asked("print_file")) == 1)
    head.press(Qt.Key.Key_S, CONTROL)
    head.qtbot.waitUntil(lambda: "Saved" in screen.notice.said)
    head.press(Qt.Key.Key_A, ALT)
    page = screen.answering
    assert page.isVisible()
    head.type("PNB 88")
    head.enter()
    head.enter()
    head.type("1000")
    head.enter()
    assert head.where == "What"
    page.amount.setFocus()
    head.type("500")
    head.enter()
    head.type("8AB 123456")
    head.enter()
    assert page.form is not None
    assert page.form.is_explained
    confirms(head)
    head.qtbot.waitUntil(screen.approval.isVisible)
    for text in (SUPERVISOR_ID, PIN, "the bank showed the note"):
        head.type(text)
        head.enter()
    back_at_the_overview(head)
    head.qtbot.waitUntil(lambda: "Slip 1 is answered" in screen.notice.said)
    (seen,) = bank.view_remittance().slips
    assert seen.answer is not None
    assert [(one.why, one.note) for one in seen.answer.differences] == [
        (BankWhy.COUNTERFEIT, "500 8AB 123456")
    ]


def test_marked_papers_go_on_one_slip_and_the_rest_stays(head: Hands, bank: AtTheBank) -> None:
    screen = place(head)
    screen.overview.go(Section.PAPERS)
    screen.overview.table.setFocus()
    head.press(Qt.Key.Key_Space)
    head.qtbot.waitUntil(lambda: len(screen.overview.marks) == 1)
    head.press(Qt.Key.Key_P, ALT)
    assert len(screen.paper_slip.papers) == 1
    head.enter()
    back_at_the_overview(head)
    head.qtbot.waitUntil(lambda: len(bank.view_remittance().papers) == 1)
    head.qtbot.waitUntil(lambda: screen.overview.marks == set())


def test_a_sum_that_does_not_match_is_told_where_it_stands(head: Hands, bank: AtTheBank) -> None:
    bank.make_cash_slip(bank.cash_order(DUE))
    head.room.go(Place.BANK)
    screen = place(head)
    head.qtbot.waitUntil(screen.overview.answer_button.isEnabled)
    head.press(Qt.Key.Key_A, ALT)
    head.type("PNB 88")
    head.enter()
    head.enter()
    head.type("999.99")
    confirms(head)
    assert "₹\u00a01,000.00" in screen.answering.fields["accepted"].problem
    assert screen.answering.isVisible()


def test_more_than_the_head_cashier_holds_is_told_and_the_count_stays(head: Hands) -> None:
    head.press(Qt.Key.Key_C, ALT)
    counts(head, 4)
    confirms(head)
    screen = place(head)
    head.qtbot.waitUntil(lambda: "head cashier holds" in screen.notice.said)
    assert screen.cash_slip.grid.form.total == Money.rupees(2000)
    assert screen.cash_slip.make_button.isEnabled()


def test_a_fault_is_told_and_the_same_order_is_sent_again(
    head: Hands, custody: CustodyCounter
) -> None:
    custody.fails["make_cash_slip"] = [Fault(FaultCode.DISK_FULL)]
    head.press(Qt.Key.Key_C, ALT)
    counts(head, 2)
    confirms(head)
    screen = place(head)
    head.qtbot.waitUntil(lambda: screen.notice.said != "")
    confirms(head)
    back_at_the_overview(head)
    first, second = custody.asked("make_cash_slip")
    assert first == second


def test_nothing_waits_at_a_fresh_counter(qtbot: QtBot) -> None:
    bank = AtTheBank()
    bank.begins()
    bank.open_shift(HEAD_ID, ZERO, drawer_no=2)
    window = a_window(qtbot, CustodyCounter(verbs=bank))
    hands = Hands(qtbot, window)
    hands.sign_in(HEAD_ID)
    hands.press(Qt.Key.Key_B, CONTROL)
    screen = place(hands)
    qtbot.waitUntil(lambda: screen.overview.view is not None)
    assert "Nothing waits here" in hands.seen()
    assert not screen.overview.handing_button.isEnabled()
    assert not screen.overview.cash_button.isEnabled()
    assert hands.room.strip.bank.label.text() == ""
    window.close()


def test_a_cashier_has_no_bank_place(head: Hands) -> None:
    head.room.seat_cashier(Cashier(CASHIER_ID, "SUNITA VERMA", "", Role.CASHIER, ""), None)
    head.press(Qt.Key.Key_B, CONTROL)
    assert head.room.place is not Place.BANK


def test_it_speaks_hindi_at_once(head: Hands, dressed: QApplication) -> None:
    speak(dressed, Language.HINDI)
    head.qtbot.waitUntil(lambda: "बैंक में जमा" in head.seen())
    assert any("मुख्य कैशियर के पास" in one for one in head.seen())

"""Several tenders in one payment: cash, card, UPI, cheque and draft, each by its key."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from counter_app.domain.money import Money
from counter_app.domain.tender import CardTender, CashTender, DraftTender, UpiTender
from tests.ui.chain import ALT, SHOPS, SLIP, a_chain, in_fields, the_order
from tests.ui.consumers import ACCOUNTS, ARREARS, ORDINARY
from tests.ui.fake_desk import FakeCounter
from ui.payment_parts import Part

if TYPE_CHECKING:
    from tests.ui.hands import Hands


@pytest.fixture
def counter() -> FakeCounter:
    return FakeCounter(accounts={**ACCOUNTS, **a_chain()})


def test_a_tender_that_pays_all_needs_no_other(hands: Hands) -> None:
    hands.open(ORDINARY)
    hands.press(Qt.Key.Key_T, ALT)
    assert "How much by this tender?" in hands.screen.notice.said
    assert hands.where == "Cash given"
    hands.type("2000")
    hands.press(Qt.Key.Key_T, ALT)
    assert "Press Enter to take the payment" in hands.screen.notice.said


def test_the_last_tender_can_be_mended(hands: Hands, counter: FakeCounter) -> None:
    hands.open(ORDINARY)
    hands.enter()
    hands.type("1000")
    hands.press(Qt.Key.Key_T, ALT)
    assert hands.screen.tender.figure.text() == "₹\u00a0450.50"
    assert "Cash ₹\u00a01,000.00" in hands.seen()
    hands.press(Qt.Key.Key_B, ALT)
    assert hands.text == "1000"
    hands.type("2000")
    hands.enter()
    hands.wait_taken(counter)
    assert the_order(counter).tenders == (CashTender(Money.rupees(1450, 50), Money.rupees(2000)),)


def test_a_part_by_card_and_the_rest_in_cash(hands: Hands, counter: FakeCounter) -> None:
    hands.open(ORDINARY)
    hands.press(Qt.Key.Key_F4)
    hands.press(Qt.Key.Key_R)
    hands.enter()
    in_fields(hands, *SLIP)
    hands.press(Qt.Key.Key_T, ALT)
    hands.wait_for("Sum of this tender")
    hands.type("1000")
    hands.press(Qt.Key.Key_T, ALT)
    hands.wait_for("Cash given")
    hands.enter()
    hands.wait_taken(counter)
    card, cash = the_order(counter).tenders
    assert isinstance(card, CardTender)
    assert card.amount == Money.rupees(1000)
    assert cash == CashTender(Money.rupees(450, 50), Money.rupees(450, 50))


def test_a_draft_is_paid_with_its_paper(hands: Hands, counter: FakeCounter) -> None:
    hands.open(ORDINARY)
    hands.press(Qt.Key.Key_D, ALT)
    in_fields(hands, "778812", "23/11/26", "", "sbin0001234", "State Bank of India", "", "")
    hands.enter()
    hands.wait_taken(counter)
    (draft,) = the_order(counter).tenders
    assert isinstance(draft, DraftTender)
    assert (draft.paper.ifsc, draft.paper.micr) == ("SBIN0001234", "")


def test_a_bank_typed_before_is_known_by_its_letters(hands: Hands, counter: FakeCounter) -> None:
    for place, account_no in enumerate(SHOPS[:2]):
        hands.open(account_no)
        hands.press(Qt.Key.Key_D, ALT)
        in_fields(hands, f"77881{place}", "23-11-2026", "", "SBIN0001234")
        if not place:
            hands.enter()
            in_fields(hands, "State Bank of India", "", "")
            hands.enter()
            hands.wait_taken(counter)
    assert hands.screen.form is not None
    assert hands.screen.form.text(Part.BANK) == "State Bank of India"


def test_a_cheque_dated_tomorrow_is_told_at_its_date(hands: Hands, counter: FakeCounter) -> None:
    hands.open(ORDINARY)
    hands.press(Qt.Key.Key_C, ALT)
    in_fields(hands, "004512", "24-11-2026", "", "PUNB0123400", "PNB", "", "")
    hands.enter()
    assert "It is dated 24 Nov 2026" in hands.problem("dated")
    assert hands.where == "Date on it"
    assert not counter.asked("take_payment")


def test_upi_is_a_claim_until_the_banks_own_message_came(
    hands: Hands, counter: FakeCounter
) -> None:
    hands.open(ORDINARY)
    hands.press(Qt.Key.Key_U, ALT)
    hands.type("63271199887")
    hands.enter()
    assert hands.problem("upi_reference") == "12 digits, as the payer's app shows them."
    hands.type("7")
    hands.enter()
    hands.wait_for("Bank's message came?")
    hands.press(Qt.Key.Key_Down)
    hands.enter()
    hands.wait_taken(counter)
    (upi,) = the_order(counter).tenders
    assert upi == UpiTender(Money.rupees(1450, 50), "632711998877", is_confirmed=True)
    assert "Paid by UPI" in hands.seen()


def test_likely_sums_stand_on_quick_keys(hands: Hands, counter: FakeCounter) -> None:
    hands.open(ORDINARY)
    names = [button.accessibleName() for button in hands.screen.tender.likely_buttons]
    assert names == [f"Cash given: ₹\u00a0{amount}.00" for amount in ("1,460", "1,500", "1,600")]
    hands.press(Qt.Key.Key_2, ALT)
    hands.wait_for("Cash given")
    assert hands.screen.tender.figure.text() == "₹\u00a049.50"
    hands.enter()
    hands.wait_taken(counter)
    assert counter.receipts
    assert hands.screen.outcome.figure.text() == "₹\u00a049.50"


def test_much_cash_is_refused_by_the_law_before_the_books_are_asked(
    hands: Hands, counter: FakeCounter
) -> None:
    hands.open(ARREARS)
    hands.enter()
    hands.enter()
    assert "Income-tax Act" in hands.problem("given")
    assert not counter.asked("take_payment")

"""Many accounts in one payment, and several tenders: by the keys alone, one receipt an account."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QScrollArea

from counter_app.domain.errors import Fault, FaultCode
from counter_app.domain.money import Money
from counter_app.domain.receipt import PrintOutcome, PrintReason, PrintState
from counter_app.domain.tender import CardTender, CashTender, ChequeTender, DraftTender, UpiTender
from tests.ui.chain import (
    ALT,
    CHAIN_TOTAL,
    CTRL,
    SHOPS,
    SLIP,
    a_chain,
    add,
    in_fields,
    lines_of,
    open_chain,
    the_order,
    three_tenders,
)
from tests.ui.consumers import ACCOUNTS, ORDINARY
from tests.ui.fake_desk import FakeCounter
from ui.language import Language, speak
from ui.payment_parts import Part

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from tests.ui.hands import Hands


@pytest.fixture
def counter() -> FakeCounter:
    return FakeCounter(accounts={**ACCOUNTS, **a_chain()})


def test_five_bills_are_paid_at_once_with_three_tenders(hands: Hands, counter: FakeCounter) -> None:
    open_chain(hands)
    assert lines_of(hands) == list(SHOPS)
    three_tenders(hands)
    assert hands.screen.tender.figure.text() == "₹\u00a06,451.00"
    hands.enter()
    hands.wait_taken(counter, 5)
    order = the_order(counter)
    assert order.amount == CHAIN_TOTAL
    cash, upi, cheque = order.tenders
    assert (cash, upi) == (
        CashTender(Money.rupees(5000), Money.rupees(5000)),
        UpiTender(Money.rupees(3000), "632711998877", is_confirmed=False),
    )
    assert isinstance(cheque, ChequeTender)
    assert (cheque.amount, cheque.paper.number, cheque.paper.drawer) == (
        Money.rupees(6451), "004512", "GUPTA STORE",
    )  # fmt: skip


def test_each_account_gets_its_receipt_in_order_the_drawer_opens_once_and_a_summary_ends_it(
    hands: Hands, counter: FakeCounter
) -> None:
    open_chain(hands)
    hands.press(Qt.Key.Key_Return, CTRL)
    hands.wait_taken(counter, 5)
    hands.qtbot.waitUntil(lambda: "5 receipts printed. Summary printed." in hands.seen())
    numbers = [f"KID07/2627/{serial:06d}" for serial in range(123, 128)]
    assert counter.asked("print_receipt") == numbers
    assert [row[0].text for row in hands.screen.outcome.receipts.rows] == numbers
    assert len(counter.asked("open_drawer")) == 1
    verbs = [verb for verb, _ in counter.calls]
    assert verbs.index("open_drawer") < verbs.index("print_summary")
    assert "Payment taken: 5 receipts" in hands.seen()


def test_the_change_of_many_accounts_is_given_once(hands: Hands, counter: FakeCounter) -> None:
    open_chain(hands)
    hands.enter()
    hands.type("14500")
    assert hands.screen.tender.figure.text() == "₹\u00a049.00"
    hands.enter()
    hands.wait_taken(counter, 5)
    assert hands.screen.outcome.figure.text() == "₹\u00a049.00"


def test_a_summary_that_failed_does_not_worry_about_the_receipts(
    hands: Hands, counter: FakeCounter
) -> None:
    counter.summaries = [PrintOutcome(PrintState.NOT_SENT, PrintReason.PAPER_OUT)]
    open_chain(hands)
    hands.press(Qt.Key.Key_Return, CTRL)
    hands.wait_taken(counter, 5)
    words = "5 receipts printed. The summary was not printed; the receipts are what counts."
    hands.qtbot.waitUntil(lambda: words in hands.seen())
    assert not hands.screen.print_bar.said


def test_books_that_fail_at_the_summary_are_told_the_same_way(
    hands: Hands, counter: FakeCounter
) -> None:
    counter.fails["print_summary"] = [Fault(FaultCode.LEDGER_DAMAGED)]
    open_chain(hands)
    hands.press(Qt.Key.Key_Return, CTRL)
    hands.wait_taken(counter, 5)
    hands.qtbot.waitUntil(
        lambda: any("The summary was not printed" in text for text in hands.seen())
    )


def test_an_account_found_with_ctrl_enter_joins_the_payment(hands: Hands) -> None:
    hands.open(SHOPS[0])
    hands.press(Qt.Key.Key_F2)
    hands.type("gupta mobile")
    hands.qtbot.waitUntil(lambda: len(hands.screen.finder.candidates) == 1)
    hands.press(Qt.Key.Key_Return, CTRL)
    hands.qtbot.waitUntil(lambda: lines_of(hands) == [SHOPS[0], SHOPS[4]])
    assert hands.where == "Amount to pay"


def test_once_there_are_several_a_scan_alone_adds_the_next(hands: Hands) -> None:
    hands.open(SHOPS[0])
    add(hands, SHOPS[1])
    hands.scan(SHOPS[2])
    hands.qtbot.waitUntil(lambda: lines_of(hands) == list(SHOPS[:3]))


def test_old_and_new_numbers_stand_beside_each_other(hands: Hands) -> None:
    open_chain(hands)
    assert [row[0].text for row in hands.screen.sides.lines.rows][
        0
    ] == f"{SHOPS[0]}\nOld no. 41200900"


def test_page_keys_go_from_account_to_account_and_each_keeps_its_sum(
    hands: Hands, counter: FakeCounter
) -> None:
    open_chain(hands)
    hands.press(Qt.Key.Key_PageUp)
    assert hands.text == "3,735.50"
    hands.type("3000")
    hands.press(Qt.Key.Key_PageDown)
    assert hands.text == "4,580.00"
    hands.press(Qt.Key.Key_PageUp)
    assert hands.text == "3000"
    hands.press(Qt.Key.Key_Return, CTRL)
    hands.wait_taken(counter, 5)
    assert [line.amount for line in the_order(counter).lines][3] == Money.rupees(3000)


def test_an_account_is_removed_by_a_key(hands: Hands) -> None:
    open_chain(hands)
    hands.press(Qt.Key.Key_X, ALT)
    assert lines_of(hands) == list(SHOPS[:4])
    assert hands.screen.tender.figure.text() == "₹\u00a09,871.00"


def test_a_problem_of_another_account_is_gone_to_not_hidden(
    hands: Hands, counter: FakeCounter
) -> None:
    open_chain(hands)
    hands.press(Qt.Key.Key_PageUp)
    hands.type("12x")
    hands.press(Qt.Key.Key_PageDown)
    hands.press(Qt.Key.Key_Return, CTRL)
    assert "is not an amount" in hands.problem("amount")
    assert hands.text == "12x"
    assert not counter.asked("take_payment")


def test_the_same_account_twice_asks_for_another_purpose(
    hands: Hands, counter: FakeCounter
) -> None:
    hands.open(ORDINARY)
    add(hands, ORDINARY)
    hands.wait_for("Paid for")
    assert "twice for the same purpose" in hands.problem("purpose")
    hands.press(Qt.Key.Key_Down)
    assert hands.problem("purpose") == ""
    assert "Supply is reconnected only after the dues are settled." in hands.seen()
    hands.enter()
    hands.wait_for("Amount to pay")
    hands.type("600")
    hands.enter()
    hands.enter()
    hands.wait_taken(counter, 2)
    assert [line.purpose for line in the_order(counter).lines] == ["bill", "reconnection_fee"]


def test_the_payer_is_named_apart_from_the_owners(hands: Hands, counter: FakeCounter) -> None:
    open_chain(hands)
    hands.press(Qt.Key.Key_W, ALT)
    hands.type("Gupta  and Sons ")
    hands.press(Qt.Key.Key_Return, CTRL)
    hands.wait_taken(counter, 5)
    assert the_order(counter).payer == "Gupta and Sons"


def test_escape_leaves_the_adding_and_comes_back_to_the_payment(hands: Hands) -> None:
    hands.open(ORDINARY)
    hands.press(Qt.Key.Key_A, ALT)
    hands.wait_for("Find consumer")
    assert "Add another account" in hands.screen.notice.said
    hands.press(Qt.Key.Key_Escape)
    hands.wait_for("Amount to pay")
    assert hands.screen.is_paying


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
    hands.wait_for("Has the bank's own message come?")
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
    hands.open("7412005678")
    hands.enter()
    hands.enter()
    assert "Income-tax Act" in hands.problem("given")
    assert not counter.asked("take_payment")


def overflowing(hands: Hands) -> list[str]:
    """What does not fit, across or down."""
    areas = [area for area in hands.screen.findChildren(QScrollArea) if area.isVisible()]
    tall = [type(area).__name__ for area in areas if area.verticalScrollBar().maximum()]
    wide = [
        f"{type(area).__name__} across"
        for area in areas
        if area.widget().minimumSizeHint().width() > area.viewport().width()
    ]
    return tall + wide


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("size", [(1366, 768), (1024, 600)])
def test_three_tenders_and_five_accounts_fit(
    hands: Hands, dressed: QApplication, size: tuple[int, int], language: Language
) -> None:
    speak(dressed, language)
    hands.window.resize(*size)
    open_chain(hands)
    three_tenders(hands)
    hands.qtbot.waitUntil(lambda: overflowing(hands) == [])
    assert (hands.window.width(), hands.window.height()) == size
    for button in hands.window.findChildren(QPushButton):
        if button.isVisible():
            assert button.width() >= button.minimumSizeHint().width(), button.accessibleName()


def test_the_keys_are_named_on_their_buttons(hands: Hands) -> None:
    hands.open(ORDINARY)
    keys = {"F3", "F4", "Alt+U", "Alt+C", "Alt+D", "Alt+T", "Alt+A", "Alt+I", "Alt+H", "Alt+1"}
    assert keys <= set(hands.seen())

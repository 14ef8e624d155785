"""Rules beside the payment: what will be settled, what is to be known, and a supervisor's word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from counter_app.domain.approval import How
from counter_app.domain.caveat import CaveatCode
from counter_app.domain.errors import Fault, FaultCode, Refusal, RefusalCode
from counter_app.domain.identity import AccountNo
from counter_app.domain.money import Money
from counter_app.domain.payment import Settlement
from counter_app.domain.unusual import PaidBefore
from tests.approvers import spoken_answer
from tests.builders import PAYABLE, PIN, SUPERVISOR_ID, a_bill, an_account
from tests.ui.chain import ALT, CTRL, in_fields, the_order
from tests.ui.consumers import ARREARS, CREDIT, ORDINARY, PREPAID

if TYPE_CHECKING:
    from tests.ui.fake_desk import FakeCounter
    from tests.ui.hands import Hands

REASON = "the consumer showed the office's letter"


def pay_too_little(hands: Hands) -> None:
    """Rs 700 of Rs 1,450.50: below the least part."""
    hands.open(ORDINARY)
    hands.type("700")
    hands.enter()
    hands.enter()
    hands.wait_for("Supervisor's number")


def test_a_part_below_the_least_needs_a_word_and_goes_out_with_it(
    hands: Hands, counter: FakeCounter
) -> None:
    pay_too_little(hands)
    assert hands.screen.word.said == (
        f"{ORDINARY}: below the least part payment of ₹\u00a01,000.00. "
        "Ask for that much, or call a supervisor."
    )
    assert not counter.receipts
    in_fields(hands, "s201", PIN, REASON)
    hands.enter()
    hands.wait_taken(counter)
    (receipt,) = counter.receipts.values()
    assert receipt.payment.settlement is Settlement.PART
    word = receipt.payment.word
    assert word is not None
    assert (word.supervisor_id, word.reason) == (SUPERVISOR_ID, REASON)
    assert word.codes == {CaveatCode.PART_BELOW_MINIMUM}
    assert len(counter.asked("take_payment")) == 2


def test_escape_leaves_the_word_and_keeps_what_was_typed(
    hands: Hands, counter: FakeCounter
) -> None:
    pay_too_little(hands)
    hands.type("S2")
    hands.press(Qt.Key.Key_Escape)
    hands.wait_for("Amount to pay")
    assert hands.text == "700"
    hands.type("1000")
    hands.press(Qt.Key.Key_Return, CTRL)
    hands.wait_taken(counter)
    assert the_order(counter).word is None


def test_a_wrong_pin_is_told_below_it_and_can_be_typed_again(
    hands: Hands, counter: FakeCounter
) -> None:
    pay_too_little(hands)
    in_fields(hands, SUPERVISOR_ID, "0000", REASON)
    hands.enter()
    hands.wait_for("Supervisor's PIN")
    assert hands.screen.word.fields["pin"].problem == "The PIN is wrong. Tries left: 4."
    assert hands.text == ""
    hands.type(PIN)
    hands.enter()
    hands.enter()
    hands.wait_taken(counter)


def test_nobody_else_can_give_the_word(hands: Hands) -> None:
    pay_too_little(hands)
    in_fields(hands, "C101", PIN, REASON)
    hands.enter()
    hands.wait_for("Supervisor's number")
    hands.qtbot.waitUntil(
        lambda: "Nobody gives a word to oneself" in hands.screen.word.fields["supervisor"].problem
    )


def test_a_word_without_reason_is_none(hands: Hands) -> None:
    pay_too_little(hands)
    in_fields(hands, SUPERVISOR_ID, PIN, "")
    hands.enter()
    hands.qtbot.waitUntil(
        lambda: hands.screen.word.fields["reason"].problem == "Type the reason in a few words."
    )


def test_an_empty_number_is_not_left_by_enter(hands: Hands) -> None:
    pay_too_little(hands)
    hands.enter()
    assert hands.where == "Supervisor's number"
    hands.screen.word.give_button.click()
    assert hands.where == "Supervisor's number"


def test_books_that_fail_at_the_word_are_told_and_it_is_given_again(
    hands: Hands, counter: FakeCounter
) -> None:
    counter.fails["give_word"] = [Fault(FaultCode.DISK_FULL)]
    pay_too_little(hands)
    in_fields(hands, SUPERVISOR_ID, PIN, REASON)
    hands.enter()
    hands.qtbot.waitUntil(lambda: "The disk is full" in hands.screen.notice.said)
    hands.screen.word.give_button.click()
    hands.wait_taken(counter)


def test_an_account_that_changed_under_the_word_is_shown_anew_and_the_word_is_gone(
    hands: Hands, counter: FakeCounter
) -> None:
    pay_too_little(hands)
    counter.accounts[ORDINARY] = an_account(a_bill(Money.rupees(900)))
    in_fields(hands, SUPERVISOR_ID, PIN, REASON)
    hands.enter()
    hands.wait_for("Amount to pay")
    assert "changed from ₹\u00a01,450.50 to ₹\u00a0900.00" in hands.screen.notice.said
    assert hands.text == "700"
    assert not hands.screen.sides.is_word_asked


def test_a_scan_while_a_word_is_waited_for_changes_nothing(hands: Hands) -> None:
    pay_too_little(hands)
    hands.scan(ARREARS)
    hands.qtbot.waitUntil(lambda: "Finish this payment first" in hands.screen.notice.said)
    assert hands.screen.sides.is_word_asked


def test_the_same_payment_again_is_known_before_enter_and_needs_a_word(
    hands: Hands, counter: FakeCounter
) -> None:
    counter.before = PaidBefore(amounts=frozenset({(AccountNo(ORDINARY), PAYABLE)}))
    hands.open(ORDINARY)
    hands.qtbot.waitUntil(
        lambda: "has paid ₹\u00a01,450.50 today already" in hands.screen.sides.editor.caveats_said
    )
    hands.enter()
    hands.enter()
    hands.wait_for("Supervisor's number")


def test_a_warning_stops_nobody(hands: Hands, counter: FakeCounter) -> None:
    counter.before = PaidBefore(drawer=Money.rupees(2_50_000))
    hands.open(ORDINARY)
    hands.qtbot.waitUntil(
        lambda: "Hand cash to the head cashier soon." in hands.screen.sides.editor.caveats_said
    )
    hands.enter()
    hands.enter()
    hands.wait_taken(counter)


def test_what_the_books_said_of_another_sum_is_forgotten(
    hands: Hands, counter: FakeCounter
) -> None:
    counter.before = PaidBefore(amounts=frozenset({(AccountNo(ORDINARY), PAYABLE)}))
    hands.open(ORDINARY)
    hands.qtbot.waitUntil(lambda: bool(hands.screen.sides.editor.caveats_said))
    hands.type("1450")
    assert hands.screen.sides.editor.caveats_said == ""


def test_the_books_are_asked_once_the_fingers_rest(hands: Hands, counter: FakeCounter) -> None:
    hands.open(ORDINARY)
    hands.qtbot.waitUntil(lambda: len(counter.asked("consider_payment")) == 1)
    for amount in ("1", "12", "120", "1200"):
        hands.screen.fields["amount"].editor.setText(amount)  # type: ignore[index, union-attr]  # a part is its text
    hands.qtbot.waitUntil(lambda: len(counter.asked("consider_payment")) == 2)
    assert counter.threads >= {"consider_payment@ledger", "rules_today@ledger"}


def test_a_slip_used_before_is_known_before_enter(hands: Hands, counter: FakeCounter) -> None:
    refusal = Refusal(RefusalCode.UPI_REFERENCE_USED, reference="632711998877", receipt_no="K1")
    hands.open(ORDINARY)
    hands.press(Qt.Key.Key_U, ALT)
    counter.fails["consider_payment"] = [refusal]
    hands.type("632711998877")
    hands.qtbot.waitUntil(lambda: "is used already" in hands.problem("upi_reference"))
    assert hands.where == "UPI reference"


def test_a_fault_of_the_books_while_weighing_distracts_nobody(
    hands: Hands, counter: FakeCounter
) -> None:
    counter.fails["consider_payment"] = [Fault(FaultCode.DISK_FULL)]
    hands.open(ORDINARY)
    hands.qtbot.waitUntil(lambda: bool(counter.asked("consider_payment")))
    hands.enter()
    hands.enter()
    hands.wait_taken(counter)
    assert not hands.screen.notice.said


def test_the_oldest_bill_is_shown_to_be_paid_first_and_what_remains(hands: Hands) -> None:
    hands.open(ARREARS)
    hands.type("400000")
    seen = hands.seen()
    assert "₹\u00a02,138.25" in seen
    assert "₹\u00a03,97,861.75" in seen
    assert "₹\u00a08,36,705.75" in seen
    assert any(
        text.startswith("Part payment, disconnected: UPPCL, order on part payments, November 2024")
        for text in seen
    )  # fmt: skip


def test_more_than_is_due_is_an_advance_only_when_it_is_meant(
    hands: Hands, counter: FakeCounter
) -> None:
    hands.open(ORDINARY)
    hands.type("2000")
    hands.enter()
    assert hands.screen.sides.editor.advance_button.text() == "Take ₹\u00a0549.50 as an advance"
    hands.press(Qt.Key.Key_M, ALT)
    assert hands.problem("amount") == ""
    assert "Advance" in hands.seen()
    assert "−₹\u00a0549.50" in hands.seen()
    hands.press(Qt.Key.Key_Return, CTRL)
    hands.wait_taken(counter)
    (receipt,) = counter.receipts.values()
    assert receipt.payment.settlement is Settlement.OVER


def test_a_credit_takes_an_advance_too(hands: Hands, counter: FakeCounter) -> None:
    hands.open(CREDIT)
    hands.type("500")
    hands.press(Qt.Key.Key_M, ALT)
    hands.press(Qt.Key.Key_Return, CTRL)
    hands.wait_taken(counter)
    assert the_order(counter).lines[0].is_advance_meant


def test_another_sum_is_no_advance_until_it_is_meant_again(hands: Hands) -> None:
    hands.open(ORDINARY)
    hands.type("2000")
    hands.press(Qt.Key.Key_M, ALT)
    hands.type("20000")
    hands.enter()
    assert "Only ₹\u00a01,450.50 is due" in hands.problem("amount")


def test_a_prepaid_consumer_comes_for_the_old_arrear_and_cannot_pay_more(hands: Hands) -> None:
    hands.open(PREPAID)
    assert hands.screen.form is not None
    assert [one.code for one in hands.screen.form.line.purposes][:2] == [
        "prepaid_arrear", "prepaid_recharge",
    ]  # fmt: skip
    hands.type("700")
    hands.enter()
    assert "Only ₹\u00a0640.00 is due" in hands.problem("amount")
    assert hands.screen.sides.editor.advance_button.isHidden()


def test_a_head_that_needs_the_offices_number_asks_for_it(
    hands: Hands, counter: FakeCounter
) -> None:
    hands.open(ORDINARY)
    hands.press(Qt.Key.Key_Tab)
    assert hands.where == "Paid for"
    hands.press(Qt.Key.Key_Down)
    hands.press(Qt.Key.Key_Down)
    hands.enter()
    hands.wait_for("Office paper no.")
    hands.press(Qt.Key.Key_Return, CTRL)
    assert hands.problem("reference") == "Type the number of the office's paper."
    assert hands.problem("amount") == "Type the amount."
    hands.type("sd/2026/114")
    hands.enter()
    hands.wait_for("Amount to pay")
    hands.type("500")
    hands.enter()
    hands.enter()
    hands.wait_taken(counter)
    (line,) = the_order(counter).lines
    assert (line.purpose, line.reference) == ("security_deposit", "SD/2026/114")


def test_a_supervisor_who_is_called_gives_the_word_by_an_answer(
    hands: Hands, counter: FakeCounter
) -> None:
    pay_too_little(hands)
    hands.type(SUPERVISOR_ID)
    hands.press(Qt.Key.Key_T, ALT)
    hands.wait_for("Answer heard")
    hands.qtbot.waitUntil(lambda: hands.screen.word.card.values[3].text() != "…")
    challenge = counter.challenge
    assert challenge is not None
    assert challenge.asked.amount == Money.rupees(700)
    assert [value.text() for value in hands.screen.word.card.values[:3]] == [
        "C07",
        "₹\u00a0700.00",
        "51",
    ]
    in_fields(hands, spoken_answer(challenge, amount_paise=100), REASON)
    hands.enter()
    hands.wait_for("Answer heard")
    assert "does not fit" in hands.screen.word.fields["answer"].problem
    in_fields(hands, spoken_answer(challenge).lower(), REASON)
    hands.enter()
    hands.wait_taken(counter)
    word = the_order(counter).word
    assert word is not None
    assert (word.how, word.challenge, word.codes) == (
        How.TELEPHONE,
        challenge.code,
        frozenset({CaveatCode.PART_BELOW_MINIMUM}),
    )


def test_leaving_the_word_drops_the_challenge(hands: Hands, counter: FakeCounter) -> None:
    pay_too_little(hands)
    hands.press(Qt.Key.Key_T, ALT)
    hands.qtbot.waitUntil(lambda: counter.challenge is not None)
    hands.press(Qt.Key.Key_Escape)
    hands.wait_for("Amount to pay")
    hands.type("1000")
    hands.press(Qt.Key.Key_Return, CTRL)
    hands.wait_taken(counter)
    assert the_order(counter).word is None

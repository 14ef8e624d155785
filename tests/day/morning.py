"""The first act: enrolment, the outage, and the payments up to the moment the computer dies."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from counter_app.domain.receipt import PrintState
from tests.day.act import ALT, DOWN, ENTER, Act, Visitor, main

if TYPE_CHECKING:
    from collections.abc import Sequence

CARD_NUMBER = "4111 1111 1111 1111"
SLIP = ("4242", "A1B2C3", "412345678901", "KESCO0000000007", "KND07T01", "12", "345")
NOTE_RUPEES = 500


def play(act: Act, visitors: Sequence[Visitor]) -> None:
    """Everything until the kill; does not return from the last step."""
    begin(act)
    exact_cash, with_change, by_card, jammed, twice, refused, dies = visitors[:7]
    pay_exact_cash_by_scan(act, exact_cash)
    pay_with_change_by_name(act, with_change)
    pay_by_card(act, by_card)
    pay_while_the_printer_jams(act, jammed)
    press_enter_twice(act, twice)
    be_refused_and_mend_it(act, refused)
    die_in_mid_payment(act, dies)


def begin(act: Act) -> None:
    """Enrol with the one-time code, sign in, open the shift; then the server goes away."""
    hands, window = act.hands, act.shown.window
    hands.picture("sign-in")
    act.wait_for_books()
    hands.wait_until(
        lambda: window.stack.currentWidget() is act.sitting.enrolment, "enrolment is asked for"
    )
    server_url, code = act.ask("enrolment").split()
    hands.type(server_url)
    hands.press(ENTER)
    hands.type(code)
    hands.picture("enrolment")
    hands.press(ENTER)
    act.sign_in()
    hands.wait_until(lambda: window.stack.currentWidget() is act.sitting.shift, "no shift is open")
    hands.picture("open-shift")
    hands.press(Qt.Key.Key_S, ALT)
    hands.type("2000")
    hands.press(ENTER)
    hands.wait_until(
        lambda: window.stack.currentWidget() is act.sitting.workroom, "the shift is open"
    )
    desk = act.shown.counter.desk
    hands.wait_until(lambda: desk.counter_status().bills_as_on is not None, "bills are pulled")
    hands.press(Qt.Key.Key_F5)
    hands.wait_until(lambda: desk.counter_status().outbox.unsent_messages == 0, "the shift is told")
    hands.picture("payment-ready")
    act.ask("server_away")
    hands.press(Qt.Key.Key_F5)
    hands.wait_until(
        lambda: act.sitting.heartbeat.reach.fault is not None, "the strip says the server is away"
    )


def pay_exact_cash_by_scan(act: Act, visitor: Visitor) -> None:
    """Three key presses: scan, Enter, Enter."""
    act.open_by_scan(visitor)
    act.hands.picture("account-open")
    act.hands.press(ENTER)
    act.hands.press(ENTER)
    act.wait_for_receipt(1, "exact cash is taken")
    act.hands.picture("exact-cash-taken")


def pay_with_change_by_name(act: Act, visitor: Visitor) -> None:
    """Found by name as typed; notes given, change returned."""
    act.hands.type(visitor.name_en.lower())
    finder = act.sitting.workroom.payment.finder
    act.hands.wait_until(lambda: finder.found_for == visitor.name_en.lower(), "candidates by name")
    act.hands.picture("candidates-by-name")
    for _ in range(_place_of(act, visitor)):
        act.hands.press(DOWN)
    act.hands.press(ENTER)
    act.wait_for_account(visitor)
    rupees = -(-visitor.due_paise // (NOTE_RUPEES * 100)) * NOTE_RUPEES
    act.hands.press(ENTER)
    act.hands.type(str(rupees))
    act.hands.picture("cash-given")
    act.hands.press(ENTER)
    act.wait_for_receipt(2, "cash with change is taken")
    act.hands.picture("change-to-give")


def _place_of(act: Act, visitor: Visitor) -> int:
    """How far down the list this consumer stands, as the desk finds them."""
    found = act.shown.counter.desk.find_consumer(visitor.name_en.lower())
    return [str(candidate.account_no) for candidate in found].index(visitor.account_no)


def pay_by_card(act: Act, visitor: Visitor) -> None:
    """The old number from last year's bill, then the terminal's slip."""
    hands = act.hands
    hands.scan(visitor.legacy_account_no)
    act.wait_for_account(visitor)
    hands.press(Qt.Key.Key_F4)
    hands.type("R")
    hands.press(ENTER)
    for text in SLIP:
        hands.type(text)
        if text != SLIP[-1]:
            hands.press(ENTER)
    hands.picture("card-slip")
    hands.press(ENTER)
    act.wait_for_receipt(3, "the card payment is taken")
    hands.picture("card-taken")


def pay_while_the_printer_jams(act: Act, visitor: Visitor) -> None:
    """The paper ends in the middle; the payment stands; the cashier says what came out."""
    act.ask("jam_printer")
    act.open_by_scan(visitor)
    act.hands.press(ENTER)
    act.hands.press(ENTER)
    act.wait_for_receipt(4, "the payment stands though the printer jams", PrintState.UNCERTAIN)
    act.hands.wait_until(
        lambda: bool(act.sitting.workroom.payment.print_bar.said), "the bar asks the cashier"
    )
    act.hands.picture("printer-jam")
    act.ask("mend_printer")
    act.hands.press(Qt.Key.Key_N, ALT)
    act.wait_for_receipt(4, "a duplicate is printed")
    act.hands.picture("duplicate-printed")


def press_enter_twice(act: Act, visitor: Visitor) -> None:
    """The impatient finger: one payment."""
    act.open_by_scan(visitor)
    act.hands.press(ENTER)
    act.hands.press_twice(ENTER)
    act.wait_for_receipt(5, "a double press is one payment")


def be_refused_and_mend_it(act: Act, visitor: Visitor) -> None:
    """A card number in the find box, then more than is due, then right."""
    hands = act.hands
    payment = act.sitting.workroom.payment
    hands.type(CARD_NUMBER)
    hands.wait_until(payment.notice.isVisible, "a card number is refused")
    hands.picture("card-number-refused")
    hands.press(Qt.Key.Key_Escape)
    act.open_by_scan(visitor)
    hands.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    hands.type(str(visitor.due_paise // 100 + 1000))
    hands.press(ENTER)
    hands.press(ENTER)
    hands.picture("more-than-due-refused")
    for _ in range(2):
        hands.press(Qt.Key.Key_Escape)
    act.open_by_scan(visitor)
    hands.press(ENTER)
    hands.press(ENTER)
    act.wait_for_receipt(6, "the mended payment is taken")


def die_in_mid_payment(act: Act, visitor: Visitor) -> None:
    """The director kills this process at a random instant after the last Enter."""
    act.open_by_scan(visitor)
    act.hands.press(ENTER)
    act.hands.picture("before-the-power-goes")
    sys.stdout.write('{"ask": "kill_me"}\n')
    sys.stdout.flush()
    act.hands.press(ENTER)
    act.hands.wait_until(lambda: False, "the power goes")


if __name__ == "__main__":
    sys.exit(main(play))

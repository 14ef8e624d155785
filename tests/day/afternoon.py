"""Between the acts: a shop chain, a claim by UPI with a supervisor's word, a stranger, an advance, a held payment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from tests.day.act import ALT, CTRL, ENTER
from tests.day.stage import PIN, SUPERVISOR

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.day.act import Act, Visitor

SHOPS = 3
TAKEN = SHOPS + 3
"""Payments of this part of the day."""

CHEQUE = ("004512", "", "208024005", "PUNB0123400", "Punjab National Bank", "Kidwai Nagar", "")
DATE_FIELD = 1
UPI_REFERENCE = "632711998877"
STRANGER = ("Raju Yadav", "7419999999", "K99", "", "9839012345", "Govind Nagar")


def pay_every_way(act: Act, visitors: Sequence[Visitor], taken_before: int) -> None:
    """Six payments; ``taken_before`` so many receipts there were."""
    *shops, allowed, ahead, waits = visitors
    hold_a_payment(act, waits)
    pay_a_chain(act, shops, taken_before)
    pay_a_small_part_with_a_word(act, allowed, taken_before + SHOPS + 1)
    pay_for_a_stranger(act, taken_before + SHOPS + 2)
    pay_an_advance(act, ahead, taken_before + SHOPS + 3)
    take_back_what_was_held(act)


def fill(act: Act, texts: Sequence[str]) -> None:
    """Field after field, Enter between them."""
    for place, text in enumerate(texts):
        if text:
            act.hands.type(text)
        if place + 1 < len(texts):
            act.hands.press(ENTER)


def hold_a_payment(act: Act, visitor: Visitor) -> None:
    """The consumer looks for money at home: Alt+H sets the payment aside."""
    act.open_by_scan(visitor)
    act.hands.press(Qt.Key.Key_H, ALT)
    payment = act.sitting.workroom.payment
    act.hands.wait_until(lambda: not payment.is_paying, "the payment is set aside")
    act.hands.picture("set-aside")


def pay_a_chain(act: Act, shops: Sequence[Visitor], taken_before: int) -> None:
    """Three shops in one payment: Rs 500 in cash, Rs 300 by UPI, the rest by one cheque."""
    hands, payment = act.hands, act.sitting.workroom.payment
    act.open_by_scan(shops[0])
    for place, shop in enumerate(shops[1:], start=2):
        hands.press(Qt.Key.Key_A, ALT)
        hands.scan(shop.account_no)
        hands.wait_until(lambda: len(payment.sides.lines.rows) == place, "one more account")  # noqa: B023 - waited for at once
    hands.press(Qt.Key.Key_F3)
    hands.type("500")
    hands.press(Qt.Key.Key_T, ALT)
    hands.press(Qt.Key.Key_U, ALT)
    hands.type(UPI_REFERENCE)
    hands.press(Qt.Key.Key_T, ALT)
    hands.type("300")
    hands.press(Qt.Key.Key_T, ALT)
    hands.press(Qt.Key.Key_C, ALT)
    today = act.shown.counter.desk.business_date()
    texts = list(CHEQUE)
    texts[DATE_FIELD] = f"{today:%d-%m-%Y}"
    fill(act, texts)
    hands.picture("three-accounts-three-tenders")
    hands.press(Qt.Key.Key_Return, CTRL)
    act.wait_for_receipt(taken_before + SHOPS, "each shop has its receipt")
    hands.picture("three-receipts")


def pay_a_small_part_with_a_word(act: Act, visitor: Visitor, so_many: int) -> None:
    """Rs 100 is below the least part: a supervisor at the counter gives the word."""
    hands, payment = act.hands, act.sitting.workroom.payment
    act.open_by_scan(visitor)
    hands.type("100")
    hands.press(ENTER)
    hands.press(ENTER)
    hands.wait_until(lambda: bool(payment.word.said), "a word is asked for")
    hands.picture("a-word-is-asked-for")
    fill(act, (SUPERVISOR, PIN, "the office's letter of today"))
    hands.press(ENTER)
    act.wait_for_receipt(so_many, "the part payment is taken with a word")


def pay_for_a_stranger(act: Act, so_many: int) -> None:
    """Not in the local copy: noted, and the money goes to suspense."""
    hands, payment = act.hands, act.sitting.workroom.payment
    hands.type(STRANGER[1])
    hands.wait_until(lambda: payment.finder.is_nothing_found, "nobody has this number")
    hands.press(Qt.Key.Key_S, ALT)
    hands.wait_until(lambda: payment.is_paying, "the stranger can be noted")
    fill(act, STRANGER)
    hands.picture("a-stranger-is-noted")
    hands.press(ENTER)
    hands.type("650")
    hands.press(Qt.Key.Key_Return, CTRL)
    act.wait_for_receipt(so_many, "the stranger's money is in suspense")


def pay_an_advance(act: Act, visitor: Visitor, so_many: int) -> None:
    """A thousand rupees more than is due, said to be meant."""
    hands = act.hands
    act.open_by_scan(visitor)
    hands.type(str(visitor.due_paise // 100 + 1000))
    hands.press(Qt.Key.Key_M, ALT)
    hands.picture("the-rest-as-an-advance")
    hands.press(Qt.Key.Key_Return, CTRL)
    act.wait_for_receipt(so_many, "the advance is taken")


def take_back_what_was_held(act: Act) -> None:
    """Alt+J takes it back as it was; Esc leaves it, for the consumer went home again."""
    payment = act.sitting.workroom.payment
    act.hands.press(Qt.Key.Key_J, ALT)
    act.hands.picture("what-is-set-aside")
    if not payment.is_paying:
        act.hands.press(ENTER)
    act.hands.wait_until(lambda: payment.is_paying, "the held payment is back")
    act.hands.picture("taken-back")
    for _ in range(2):
        act.hands.press(Qt.Key.Key_Escape)
    act.hands.wait_until(lambda: not payment.is_paying, "the payment is left")

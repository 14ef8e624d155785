"""What was asked for of a receipt is seen beside it."""

from __future__ import annotations

from counter_app.domain.receipt_copy import CopyWay
from tests.builders import CASHIER_ID, PAYABLE, a_receipt_no
from tests.use_cases.counter import an_open_counter


def test_every_copy_of_a_receipt_is_told_in_order_and_none_of_another() -> None:
    counter = an_open_counter(PAYABLE + PAYABLE)
    for _ in range(2):
        counter.pays(PAYABLE)
    first, second = a_receipt_no(1), a_receipt_no(2)
    by_sms = counter.ask_copy(first, CopyWay.SMS, "9839012345", CASHIER_ID)
    by_mail = counter.ask_copy(first, CopyWay.EMAIL, "ram@example.in", CASHIER_ID)
    assert counter.copies_asked(first) == (by_sms, by_mail)
    assert counter.copies_asked(second) == ()

"""A receipt by SMS or e-mail: asked for once, told to the centre, sent by nobody here."""

from __future__ import annotations

import pytest

from counter_app.domain.errors import Fault, FaultCode, RefusalCode
from counter_app.domain.receipt_copy import CopyRequest, CopyWay
from counter_app.wire.bodies import ReceiptCopyAsked
from tests.builders import CASHIER_ID, NOW, PAYABLE, SUPERVISOR_ID, TODAY, a_receipt_no
from tests.use_cases.counter import Counter, an_open_counter, refusal_of

NUMBER = a_receipt_no(1)
MOBILE, MAIL = "9839012345", "mohan@example.in"


def a_counter() -> Counter:
    counter = an_open_counter(PAYABLE + PAYABLE)
    counter.pays(PAYABLE)
    return counter


def asked(counter: Counter) -> list[ReceiptCopyAsked]:
    bodies = [sealed.message.body for sealed in counter.messages]
    return [body for body in bodies if isinstance(body, ReceiptCopyAsked)]


def test_a_copy_by_sms_is_queued_for_the_centre() -> None:
    counter = a_counter()
    made = counter.ask_copy(NUMBER, CopyWay.SMS, "+91 98390 12345", CASHIER_ID)
    assert made == CopyRequest(NUMBER, CopyWay.SMS, MOBILE, CASHIER_ID, TODAY, NOW)
    told = ReceiptCopyAsked(str(NUMBER), "sms", MOBILE, CASHIER_ID, TODAY.isoformat())
    assert asked(counter) == [told]
    assert len(counter.pages.outbox) == len(counter.messages)


def test_the_centre_has_it_after_the_next_round() -> None:
    counter = a_counter()
    counter.ask_copy(NUMBER, CopyWay.EMAIL, MAIL, CASHIER_ID)
    counter.run_round()
    assert len(counter.view_outbox().rows) == 0


def test_each_number_and_address_is_asked_for_once() -> None:
    counter = a_counter()
    counter.ask_copy(NUMBER, CopyWay.SMS, MOBILE, CASHIER_ID)
    before = counter.pages.copy()
    refusal = refusal_of(
        lambda: counter.ask_copy(NUMBER, CopyWay.SMS, "09839012345", SUPERVISOR_ID)
    )
    assert refusal.code is RefusalCode.COPY_ASKED_BEFORE
    assert refusal.facts == {"receipt_no": str(NUMBER), "address": MOBILE}
    assert counter.pages == before
    counter.ask_copy(NUMBER, CopyWay.SMS, "9839012346", CASHIER_ID)
    counter.ask_copy(NUMBER, CopyWay.EMAIL, MAIL, CASHIER_ID)
    counter.pays(PAYABLE)
    counter.ask_copy(a_receipt_no(2), CopyWay.SMS, MOBILE, CASHIER_ID)
    assert [body.address for body in asked(counter)] == [MOBILE, "9839012346", MAIL, MOBILE]


def test_an_address_that_is_none_and_a_receipt_that_is_none_are_refused() -> None:
    counter = a_counter()
    before = counter.pages.copy()
    wrong = refusal_of(lambda: counter.ask_copy(NUMBER, CopyWay.EMAIL, MOBILE, CASHIER_ID))
    assert wrong.code is RefusalCode.COPY_ADDRESS_WRONG
    nobodys = a_receipt_no(9)
    unknown = refusal_of(lambda: counter.ask_copy(nobodys, CopyWay.SMS, MOBILE, CASHIER_ID))
    assert unknown.code is RefusalCode.RECEIPT_UNKNOWN
    assert counter.pages == before


def test_a_disk_that_failed_at_the_commit_is_looked_at_again() -> None:
    counter = a_counter()
    counter.ledger.next_commit_fault = Fault(FaultCode.COMMIT_UNKNOWN)
    counter.ledger.is_kept_by_fault = True
    assert counter.ask_copy(NUMBER, CopyWay.SMS, MOBILE, CASHIER_ID).address == MOBILE
    assert len(asked(counter)) == 1
    counter.ledger.next_commit_fault = Fault(FaultCode.COMMIT_UNKNOWN)
    counter.ledger.is_kept_by_fault = False
    with pytest.raises(Fault):
        counter.ask_copy(NUMBER, CopyWay.EMAIL, MAIL, CASHIER_ID)
    assert len(asked(counter)) == 1

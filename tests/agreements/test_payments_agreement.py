"""Payments in every ledger, the fake and the real one alike (port ``PaymentBook``)."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from counter_app.domain.bill import PaidHere
from counter_app.domain.errors import Refusal, RefusalCode
from counter_app.domain.identity import AccountNo, BookYear
from counter_app.domain.receipt import PrintOutcome, PrintReason, PrintState
from counter_app.wire.check_code import check_code
from counter_app.wire.exchange import Fate
from counter_app.wire.tell import tell_payment
from tests.agreements.books_at_hand import A_RULE, take, told
from tests.builders import (
    ACCOUNT_NO,
    CASHIER_ID,
    NOW,
    PAYABLE,
    SERIES,
    SUPERVISOR_ID,
    TODAY,
    a_card_slip,
    a_payment_id,
    a_receipt_no,
    card,
    cheque,
    draft,
    upi,
)
from tests.local_db.year import FIRST_ACCOUNT, Scribe

if TYPE_CHECKING:
    from counter_app.domain.tender import CardSlip
    from counter_app.use_cases.book_ports import Ledger

YEAR = BookYear(2026)
LATER = NOW + timedelta(minutes=5)


def test_a_receipt_comes_back_as_it_was_frozen(ledger: Ledger, scribe: Scribe) -> None:
    receipt = take(ledger, scribe)
    with ledger.open_books() as books:
        assert books.payments.receipt(receipt.payment.receipt_no) == receipt
        assert books.payments.find(receipt.payment.payment_id) == receipt
        assert books.payments.last_receipt_no(SERIES, YEAR) == receipt.payment.receipt_no


def test_a_receipt_has_the_check_code_of_its_message(ledger: Ledger, scribe: Scribe) -> None:
    with ledger.open_books() as books:
        receipt = scribe.receipt(books)
        told_by = scribe.enter(books, receipt)
        books.commit()
    with ledger.open_books() as books:
        found = books.payments.receipt(receipt.payment.receipt_no)
        assert found is not None
        assert found.check_code == check_code(told_by.hash)


def test_a_card_receipt_comes_back_as_it_was_frozen(ledger: Ledger, scribe: Scribe) -> None:
    with ledger.open_books() as books:
        receipt = scribe.receipt(books, slip=a_card_slip())
        scribe.enter(books, receipt)
        books.commit()
    with ledger.open_books() as books:
        assert books.payments.receipt(receipt.payment.receipt_no) == receipt


def test_a_receipt_without_a_date_of_its_bills_comes_back_so(
    ledger: Ledger, scribe: Scribe
) -> None:
    with ledger.open_books() as books:
        receipt = replace(scribe.receipt(books), told_at=None)
        scribe.enter(books, receipt)
        books.commit()
    with ledger.open_books() as books:
        assert books.payments.receipt(receipt.payment.receipt_no) == receipt


def test_an_unknown_payment_and_receipt_are_none(ledger: Ledger) -> None:
    with ledger.open_books() as books:
        assert books.payments.find(a_payment_id()) is None
        assert books.payments.receipt(a_receipt_no()) is None
        assert books.payments.last_receipt_no(SERIES, YEAR) is None
        assert books.payments.paid_here((AccountNo(ACCOUNT_NO),)) == ()
        assert books.payments.rows_of(TODAY) == ()


def test_numbers_of_another_book_year_do_not_count(ledger: Ledger, scribe: Scribe) -> None:
    take(ledger, scribe)
    with ledger.open_books() as books:
        assert books.payments.last_receipt_no(SERIES, BookYear(2027)) is None
        assert books.payments.last_receipt_no("OTHER", YEAR) is None


def test_a_skipped_receipt_number_is_not_taken(ledger: Ledger, scribe: Scribe) -> None:
    with ledger.open_books() as books:
        receipt = scribe.receipt(books)
        wrong = replace(receipt.payment, receipt_no=receipt.payment.receipt_no.following)
        sealed = scribe.sealed(books, tell_payment(wrong))
        with pytest.raises(ValueError, match=A_RULE):
            books.payments.post(replace(receipt, payment=wrong), sealed)


def test_a_payment_id_is_taken_once(ledger: Ledger, scribe: Scribe) -> None:
    first = take(ledger, scribe)
    with ledger.open_books() as books:
        receipt = scribe.receipt(books)
        again = replace(receipt.payment, payment_id=first.payment.payment_id)
        sealed = scribe.sealed(books, tell_payment(again))
        with pytest.raises(ValueError, match=A_RULE):
            books.payments.post(replace(receipt, payment=again), sealed)


def test_a_payment_needs_a_shift_of_its_cashier(ledger: Ledger, scribe: Scribe) -> None:
    for change in (
        {"shift_id": a_payment_id(99)},
        {"cashier_id": SUPERVISOR_ID},
    ):
        with ledger.open_books() as books:
            receipt = scribe.receipt(books)
            wrong = replace(receipt.payment, **change)
            sealed = scribe.sealed(books, tell_payment(wrong))
            with pytest.raises(ValueError, match=A_RULE):
                books.payments.post(replace(receipt, payment=wrong), sealed)


def test_a_payment_is_posted_under_the_message_that_is_being_entered(
    ledger: Ledger, scribe: Scribe
) -> None:
    earlier = told(ledger, scribe)
    with ledger.open_books() as books:
        with pytest.raises(ValueError, match="being entered"):
            books.payments.post(scribe.receipt(books), earlier)
        with pytest.raises(ValueError, match="being entered"):
            books.messages.close_entry(earlier)


def test_a_payment_that_is_told_must_be_in_the_books(ledger: Ledger, scribe: Scribe) -> None:
    with ledger.open_books() as books:
        sealed = scribe.sealed(books, tell_payment(scribe.receipt(books).payment))
        with pytest.raises(ValueError, match=A_RULE):
            books.messages.close_entry(sealed)


@pytest.mark.parametrize(
    ("slip", "code", "is_slip"),
    [
        (a_card_slip(invoice="000999"), RefusalCode.CARD_RRN_USED, False),
        (a_card_slip(rrn="999999999999"), RefusalCode.CARD_SLIP_USED, True),
    ],
)
def test_a_card_slip_is_used_once(
    ledger: Ledger, scribe: Scribe, slip: CardSlip, code: RefusalCode, *, is_slip: bool
) -> None:
    with ledger.open_books() as books:
        first = scribe.receipt(books, slip=a_card_slip())
        scribe.enter(books, first)
        books.commit()
    with ledger.open_books() as books:
        again = scribe.receipt(books, slip=slip)
        used = books.payments.instrument_used_by(card(PAYABLE, slip))
        assert used == (is_slip, first.payment.receipt_no)
        sealed = scribe.sealed(books, tell_payment(again.payment))
        with pytest.raises(Refusal) as refused:
            books.payments.post(again, sealed)
    assert refused.value.code is code
    assert refused.value.facts["receipt_no"] == str(first.payment.receipt_no)


def test_a_fresh_slip_is_used_by_nobody(ledger: Ledger) -> None:
    with ledger.open_books() as books:
        for tender in (card(PAYABLE), cheque(PAYABLE), draft(PAYABLE), upi(PAYABLE)):
            assert books.payments.instrument_used_by(tender) is None


def test_paid_here_names_the_message_that_tells_each_part(ledger: Ledger, scribe: Scribe) -> None:
    first = take(ledger, scribe, account=5)
    take(ledger, scribe, account=6)
    second = take(ledger, scribe, account=5)
    account_no = first.payment.consumer.account_no
    assert first.bill is not None
    bill_no = first.bill.bill_no
    with ledger.open_books() as books:
        assert books.payments.paid_here((account_no, AccountNo(""))) == (
            PaidHere(bill_no, 1, 2, first.payment.amount),
            PaidHere(bill_no, 1, 4, second.payment.amount),
        )


def test_the_receipts_of_a_day_stand_in_number_order(ledger: Ledger, scribe: Scribe) -> None:
    receipts = [take(ledger, scribe, account=account) for account in range(3)]
    scribe.at += timedelta(days=1)
    take(ledger, scribe)
    with ledger.open_books() as books:
        rows = books.payments.rows_of(TODAY)
    assert [row.receipt_no for row in rows] == [str(one.payment.receipt_no) for one in receipts]
    row = rows[0]
    assert row.account_no == str(FIRST_ACCOUNT)
    assert (row.consumer_name_en, row.consumer_name_hi) == (
        "RAM PRASAD SHUKLA",
        "राम प्रसाद शुक्ला",
    )
    assert (row.amount_paise, row.tender_paise) == (PAYABLE.paise, (("cash", PAYABLE.paise),))
    assert (row.taken_at, row.business_date) == (NOW, TODAY)
    assert (row.cashier_id, row.shift_no) == (CASHIER_ID, 1)
    assert (row.print_state, row.print_reason, row.copies) == (None, "", 0)
    assert (row.is_acknowledged, row.fate) == (False, "")


def test_the_receipts_of_a_day_tell_print_and_fate(ledger: Ledger, scribe: Scribe) -> None:
    with ledger.open_books() as books:
        receipt = scribe.receipt(books)
        sealed = scribe.enter(books, receipt)
        attempt = books.prints.note_attempt(receipt.payment.receipt_no, 0, NOW)
        outcome = PrintOutcome(PrintState.PRINTED, PrintReason.LOW_PAPER)
        books.prints.note_outcome(attempt, outcome, NOW)
        books.commit()
    with ledger.open_books() as books:
        scribe.acknowledge(books, sealed, fate=Fate.UNKNOWN_ACCOUNT)
        books.commit()
    take(ledger, scribe)
    with ledger.open_books() as books:
        first, second = books.payments.rows_of(TODAY)
    assert (first.print_state, first.print_reason, first.copies) == (
        PrintState.PRINTED,
        "low_paper",
        1,
    )
    assert (first.is_acknowledged, first.fate) == (True, "UNKNOWN_ACCOUNT")
    assert (second.is_acknowledged, second.fate) == (False, "")

"""Proofs and copies asked for in every ledger, the fake and the real one alike (ports ``ProofBook``, ``CopyBook``)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from counter_app.domain.receipt_copy import CopyWay
from counter_app.wire.bodies import ReceiptReprinted
from counter_app.wire.receipt_proof import read_proof, sign_proof
from counter_app.wire.tell import tell_copy, tell_payment
from tests.agreements.books_at_hand import A_RULE, take, told
from tests.builders import CASHIER_ID, COUNTER_ID, NOW, a_certificate, a_receipt_no
from tests.local_db.copies_written import a_copy_request, ask

if TYPE_CHECKING:
    from counter_app.domain.receipt import Receipt
    from counter_app.use_cases.book_ports import Books, Ledger
    from tests.local_db.year import Scribe

NOBODYS = a_receipt_no(999)


def proof_of(books: Books, receipt: Receipt, scribe: Scribe, copy_no: int) -> bytes:
    told_by = books.proofs.message_hash(receipt.payment.receipt_no)
    return sign_proof(receipt.payment, COUNTER_ID, told_by, copy_no, scribe.key)


def test_the_original_has_its_proof_with_its_payment(ledger: Ledger, scribe: Scribe) -> None:
    with ledger.open_books() as books:
        receipt = scribe.receipt(books)
        told_by = scribe.enter(books, receipt)
        books.commit()
    number = receipt.payment.receipt_no
    with ledger.open_books() as books:
        proof = books.proofs.find(number, 0)
        assert proof == proof_of(books, receipt, scribe, 0)
        assert proof is not None
        assert read_proof(proof).says.receipt_no == str(number)
        assert books.proofs.message_hash(number) == told_by.hash
        assert books.proofs.find(number, 1) is None


def test_a_payment_without_its_proof_is_not_closed(ledger: Ledger, scribe: Scribe) -> None:
    with ledger.open_books() as books:
        receipt = scribe.receipt(books)
        told_by = scribe.sealed(books, tell_payment(receipt.payment))
        books.payments.post(receipt, told_by)
        with pytest.raises(ValueError, match=A_RULE):
            books.messages.close_entry(told_by)


def test_every_copy_is_proved_once(ledger: Ledger, scribe: Scribe) -> None:
    receipt = take(ledger, scribe)
    number = receipt.payment.receipt_no
    with ledger.open_books() as books:
        for copy_no in (1, 2):
            books.proofs.post(number, copy_no, proof_of(books, receipt, scribe, copy_no))
        for copy_no in (0, 1, 2):
            with pytest.raises(ValueError, match=A_RULE):
                books.proofs.post(number, copy_no, proof_of(books, receipt, scribe, copy_no))
        books.commit()
    with ledger.open_books() as books:
        kept = [books.proofs.find(number, copy_no) for copy_no in range(4)]
        assert kept == [proof_of(books, receipt, scribe, copy_no) for copy_no in range(3)] + [None]


def test_nothing_is_proved_of_a_receipt_that_is_not_there(ledger: Ledger, scribe: Scribe) -> None:
    with ledger.open_books() as books:
        assert books.proofs.find(NOBODYS, 0) is None
        with pytest.raises(ValueError, match=A_RULE):
            books.proofs.message_hash(NOBODYS)
        with pytest.raises(ValueError, match=A_RULE):
            books.proofs.post(NOBODYS, 0, bytes(100))


def test_receipts_are_found_by_how_their_message_begins(ledger: Ledger, scribe: Scribe) -> None:
    with ledger.open_books() as books:
        entered = []
        for _ in range(4):
            receipt = scribe.receipt(books)
            entered.append((receipt.payment.receipt_no, scribe.enter(books, receipt).hash))
        books.commit()
    with ledger.open_books() as books:
        for number, told_by in entered:
            assert books.proofs.receipts_with(told_by[:5]) == (number,)
            assert books.proofs.receipts_with(told_by) == (number,)
            assert books.proofs.receipts_with(told_by[1:6]) == ()
        numbers = tuple(number for number, _ in entered)
        assert books.proofs.receipts_with(b"") == numbers
        assert books.proofs.receipts_with(books.messages.head().hash[:4] + b"?") == ()


def test_a_message_of_another_kind_is_no_receipt(ledger: Ledger, scribe: Scribe) -> None:
    take(ledger, scribe)
    with ledger.open_books() as books:
        noted = scribe.sealed(books, ReceiptReprinted("R", 1, CASHIER_ID))
        books.messages.close_entry(noted)
        assert books.proofs.receipts_with(noted.hash[:5]) == ()


def test_copies_asked_for_come_back_in_order(ledger: Ledger, scribe: Scribe) -> None:
    number = take(ledger, scribe).payment.receipt_no
    other = take(ledger, scribe).payment.receipt_no
    with ledger.open_books() as books:
        asked = (
            ask(books, scribe, a_copy_request(number)),
            ask(books, scribe, a_copy_request(number, CopyWay.EMAIL, "mohan@example.in")),
            ask(books, scribe, a_copy_request(number, address="9839012346")),
        )
        elsewhere = ask(books, scribe, a_copy_request(other))
        books.commit()
    with ledger.open_books() as books:
        assert books.copies.of_receipt(number) == asked
        assert books.copies.of_receipt(other) == (elsewhere,)
        assert books.copies.of_receipt(NOBODYS) == ()


def test_a_copy_is_asked_for_once_of_each_address(ledger: Ledger, scribe: Scribe) -> None:
    number = take(ledger, scribe).payment.receipt_no
    with ledger.open_books() as books:
        first = ask(books, scribe, a_copy_request(number))
        again = replace(first, at=NOW.replace(hour=15))
        with pytest.raises(ValueError, match=A_RULE):
            books.copies.post(again, scribe.sealed(books, tell_copy(again)))


def test_a_copy_is_asked_for_by_its_own_message_alone(ledger: Ledger, scribe: Scribe) -> None:
    number = take(ledger, scribe).payment.receipt_no
    asked = a_copy_request(number)
    with ledger.open_books() as books:
        note = scribe.sealed(books, ReceiptReprinted(str(number), 1, CASHIER_ID))
        with pytest.raises(ValueError, match=A_RULE):
            books.copies.post(asked, note)
    with ledger.open_books() as books:
        told_by = scribe.sealed(books, tell_copy(asked))
        with pytest.raises(ValueError, match=A_RULE):
            books.messages.close_entry(told_by)
    with ledger.open_books() as books:
        nobodys = a_copy_request(NOBODYS)
        with pytest.raises(ValueError, match=A_RULE):
            books.copies.post(nobodys, scribe.sealed(books, tell_copy(nobodys)))


def test_a_closed_entry_takes_no_further_copy(ledger: Ledger, scribe: Scribe) -> None:
    number = take(ledger, scribe).payment.receipt_no
    with ledger.open_books() as books:
        asked = a_copy_request(number)
        told_by = scribe.sealed(books, tell_copy(asked))
        books.copies.post(asked, told_by)
        books.messages.close_entry(told_by)
        with pytest.raises(ValueError, match=A_RULE):
            books.copies.post(a_copy_request(number, address="9839012346"), told_by)


def test_the_certificates_of_all_epochs_are_told(ledger: Ledger, scribe: Scribe) -> None:
    told(ledger, scribe)
    with ledger.open_books() as books:
        (first,) = books.enrolment.certificates()
        assert first == books.enrolment.certificate()
        second = a_certificate(epoch=2, receipt_series="KID08")
        books.enrolment.keep_certificate(second, b"signed", NOW)
        assert books.enrolment.certificates() == (first, second)

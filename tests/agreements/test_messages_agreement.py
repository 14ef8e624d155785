"""The chain and the outbox in every ledger, the fake and the real one alike (port ``MessageBook``)."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import msgspec
import pytest

from counter_app.domain.errors import Fault, FaultCode
from counter_app.domain.identity import BookYear
from counter_app.domain.money import Money
from counter_app.wire.bodies import ReceiptReprinted
from counter_app.wire.canonical import NO_HEAD, KeyPair
from counter_app.wire.exchange import Acknowledgement, Fate, FateTold
from counter_app.wire.messages import ChainHead
from counter_app.wire.tell import tell_payment
from tests.agreements.books_at_hand import A_RULE, take, told
from tests.builders import (
    CASHIER_ID,
    NOW,
    PAYABLE,
    a_receipt_no,
)
from tests.local_db.year import FIRST_ACCOUNT, Scribe

if TYPE_CHECKING:
    from collections.abc import Mapping

    from counter_app.use_cases.book_ports import Ledger

YEAR = BookYear(2026)
LATER = NOW + timedelta(minutes=5)


def test_the_chain_begins_with_no_head(empty: Ledger) -> None:
    with empty.open_books() as books:
        assert books.messages.head() == ChainHead(0, 0, NO_HEAD)
        assert books.messages.unsent(100, 100_000) is None
        assert books.messages.summary().unsent_messages == 0
        assert books.messages.summary().oldest_at is None
        assert books.messages.summary().acknowledged_at is None
        assert books.messages.last_server_time_us() == 0


def test_the_head_is_the_last_message(ledger: Ledger, scribe: Scribe) -> None:
    sealed = told(ledger, scribe)
    with ledger.open_books() as books:
        assert books.messages.head() == ChainHead(1, 2, sealed.hash)


def test_a_broken_link_is_not_taken(ledger: Ledger, scribe: Scribe) -> None:
    with ledger.open_books() as books:
        sealed = scribe.sealed(books, ReceiptReprinted("KID07/2627/000001", 1, CASHIER_ID))
        for wrong in (
            sealed,
            replace(sealed, previous=bytes(32)),
            replace(sealed, message=msgspec.structs.replace(sealed.message, sequence=9)),
        ):
            with pytest.raises(ValueError, match=A_RULE):
                books.messages.append(wrong)


def test_a_new_epoch_begins_at_one_and_links_to_the_old_head(
    ledger: Ledger, scribe: Scribe
) -> None:
    before = told(ledger, scribe)
    second = Scribe(key=KeyPair.from_seed(bytes(32)), epoch=2, shift=scribe.shift)
    with ledger.open_books() as books:
        second.enrol(books)
        sealed = second.enter(books, second.receipt(books))
        books.commit()
    assert (sealed.message.sequence, sealed.previous) == (1, before.hash)
    with ledger.open_books() as books, pytest.raises(ValueError, match=A_RULE):
        scribe.sealed(books, ReceiptReprinted("KID07/2627/000001", 1, CASHIER_ID))
    with ledger.open_books() as books:
        first = books.messages.unsent(100, 100_000)
        assert first is not None
        assert (first.epoch, first.first, len(first.messages)) == (1, 1, 2)
        assert first.head_signature == before.signature
        scribe.acknowledge(books, before)
        rest = books.messages.unsent(100, 100_000)
        assert rest is not None
        assert (rest.epoch, rest.first, rest.previous) == (2, 1, before.hash)
        assert rest.messages == (sealed.raw,)


def test_unsent_messages_go_out_oldest_first_with_their_exact_bytes(
    ledger: Ledger, scribe: Scribe
) -> None:
    sealed = [told(ledger, scribe) for _ in range(3)]
    with ledger.open_books() as books:
        everything = books.messages.unsent(100, 100_000)
        two = books.messages.unsent(2, 100_000)
        small = books.messages.unsent(100, 1)
    assert everything is not None
    assert everything.messages[1:] == tuple(one.raw for one in sealed)
    assert (everything.first, everything.previous) == (1, NO_HEAD)
    assert everything.head_signature == sealed[-1].signature
    assert two is not None
    assert (len(two.messages), two.head_signature) == (2, sealed[0].signature)
    assert small is not None
    assert len(small.messages) == 1


def test_a_run_keeps_to_its_bytes(ledger: Ledger, scribe: Scribe) -> None:
    sealed = [told(ledger, scribe) for _ in range(3)]
    with ledger.open_books() as books:
        scribe.acknowledge(books, sealed[0])
        size = len(sealed[1].raw) + len(sealed[2].raw)
        both = books.messages.unsent(100, size)
        one = books.messages.unsent(100, size - 1)
    assert both is not None
    assert one is not None
    assert (len(both.messages), len(one.messages)) == (2, 1)


def test_a_run_from_a_sequence_goes_out_again_acknowledged_or_not(
    ledger: Ledger, scribe: Scribe
) -> None:
    sealed = [told(ledger, scribe) for _ in range(3)]
    with ledger.open_books() as books:
        scribe.acknowledge(books, sealed[2])
        again = books.messages.run_from(1, 3, 100, 100_000)
        one = books.messages.run_from(1, 3, 1, 100_000)
        assert books.messages.run_from(1, 5, 100, 100_000) is None
        assert books.messages.run_from(2, 1, 100, 100_000) is None
    assert again is not None
    assert (again.first, again.previous) == (3, sealed[0].hash)
    assert again.messages == (sealed[1].raw, sealed[2].raw)
    assert again.head_signature == sealed[2].signature
    assert one is not None
    assert one.messages == (sealed[1].raw,)


def test_a_receipt_is_acknowledged_once_the_centre_signed(ledger: Ledger, scribe: Scribe) -> None:
    sealed = told(ledger, scribe)
    later = take(ledger, scribe)
    first_no, later_no = a_receipt_no(1), later.payment.receipt_no
    with ledger.open_books() as books:
        assert not books.payments.is_acknowledged(first_no)
        scribe.acknowledge(books, sealed)
        assert books.payments.is_acknowledged(first_no)
        assert not books.payments.is_acknowledged(later_no)
        assert not books.payments.is_acknowledged(a_receipt_no(9))


def test_the_summary_counts_what_is_not_acknowledged(ledger: Ledger, scribe: Scribe) -> None:
    first = told(ledger, scribe)
    scribe.at = LATER
    take(ledger, scribe, Money.rupees(100))
    with ledger.open_books() as books:
        before = books.messages.summary()
        answer = scribe.acknowledge(books, first)
        after = books.messages.summary()
    assert (before.unsent_messages, before.unsent_payments) == (3, 2)
    assert (before.unsent, before.oldest_at) == (PAYABLE + Money.rupees(100), NOW)
    assert before.acknowledged_at is None
    assert (after.unsent_messages, after.unsent_payments) == (1, 1)
    assert (after.unsent, after.oldest_at) == (Money.rupees(100), LATER)
    assert after.acknowledged_at == LATER + timedelta(microseconds=answer.upto)


def test_the_outbox_lists_the_oldest_first(ledger: Ledger, scribe: Scribe) -> None:
    receipt = take(ledger, scribe)
    with ledger.open_books() as books:
        rows = books.messages.rows(10)
        assert books.messages.rows(1) == rows[:1]
    shift, payment = rows
    assert (shift.kind, shift.receipt_no, shift.amount) == ("shift_opened", "", None)
    assert (payment.epoch, payment.sequence, payment.kind) == (1, 2, "payment_taken")
    assert (payment.receipt_no, payment.amount) == (str(receipt.payment.receipt_no), PAYABLE)
    assert payment.recorded_at == NOW


def test_an_acknowledgement_is_kept_once_whatever_comes_again(
    ledger: Ledger, scribe: Scribe
) -> None:
    first, second = told(ledger, scribe), told(ledger, scribe)
    with ledger.open_books() as books:
        scribe.acknowledge(books, second, first=1)
        books.commit()
    with ledger.open_books() as books:
        scribe.acknowledge(books, second, first=1)
        scribe.acknowledge(books, first, first=1)
        books.commit()
    with ledger.open_books() as books:
        assert books.messages.unsent(100, 100_000) is None
        assert books.messages.summary().unsent_messages == 0


def test_an_acknowledgement_of_other_messages_is_a_fork(ledger: Ledger, scribe: Scribe) -> None:
    sealed = told(ledger, scribe)
    with ledger.open_books() as books:
        answer = scribe.acknowledge(books, sealed)
    for changes in (
        {"head": "A" * 43},
        {"head": "not base64url!"},
        {"upto": 3},
        {"epoch": 2},
        {"fates": (FateTold(3, Fate.POSTED, ""),)},
        {"fates": (FateTold(0, Fate.POSTED, ""),)},
    ):
        with ledger.open_books() as books, pytest.raises(Fault) as fault:
            books.messages.acknowledge(_changed(answer, changes), b"signed")
        assert fault.value.code is FaultCode.SERVER_FORK
    with ledger.open_books() as books:
        assert books.messages.summary().unsent_messages == 2


def _changed(answer: Acknowledgement, changes: Mapping[str, object]) -> Acknowledgement:
    return msgspec.structs.replace(answer, **changes)


def test_an_acknowledgement_without_fates_is_kept(ledger: Ledger, scribe: Scribe) -> None:
    sealed = told(ledger, scribe)
    with ledger.open_books() as books:
        answer = scribe.acknowledge(books, sealed)
    with ledger.open_books() as books:
        books.messages.acknowledge(_changed(answer, {"fates": ()}), b"signed")
        assert books.messages.unsent(100, 100_000) is None


def test_payments_whose_fate_asks_for_a_person_are_set_aside(
    ledger: Ledger, scribe: Scribe
) -> None:
    for fate in (Fate.UNKNOWN_ACCOUNT, Fate.POSTED, Fate.POSSIBLE_DOUBLE):
        sealed = told(ledger, scribe)
        with ledger.open_books() as books:
            scribe.acknowledge(books, sealed, fate=fate)
            books.commit()
    with ledger.open_books() as books:
        double, unknown = books.messages.set_aside()
    assert (double.fate, double.receipt_no) == ("POSSIBLE_DOUBLE", "KID07/2627/000003")
    assert (unknown.fate, unknown.receipt_no) == ("UNKNOWN_ACCOUNT", "KID07/2627/000001")
    assert (unknown.account_no, unknown.amount) == (str(FIRST_ACCOUNT), PAYABLE)
    assert (unknown.reference, unknown.taken_at) == ("CB000000002", NOW)


def test_the_newest_server_time_is_kept(ledger: Ledger, scribe: Scribe) -> None:
    sealed = told(ledger, scribe)
    with ledger.open_books() as books:
        answer = scribe.acknowledge(books, sealed)
        assert books.messages.last_server_time_us() == answer.server_time_us


def test_a_stopped_counter_takes_no_payment_and_says_why(ledger: Ledger, scribe: Scribe) -> None:
    with ledger.open_books() as books:
        assert books.messages.stopped_because() == ""
        books.messages.stop_taking_payments("fork", NOW)
        books.messages.stop_taking_payments("fork", LATER)
        books.commit()
    with ledger.open_books() as books:
        assert books.messages.stopped_because() == "fork"
        receipt = scribe.receipt(books)
        sealed = scribe.sealed(books, tell_payment(receipt.payment))
        with pytest.raises(ValueError, match=A_RULE):
            books.payments.post(receipt, sealed)

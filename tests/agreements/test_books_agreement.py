"""What every ledger does, the fake and the real one alike (ports ``Ledger`` and ``Books``)."""

from __future__ import annotations

import threading
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from counter_app.domain.identity import BookYear
from counter_app.domain.money import ZERO
from counter_app.domain.receipt import PrintAttempt, PrintOutcome, PrintReason, PrintState
from counter_app.wire.bodies import ReceiptReprinted
from counter_app.wire.tell import tell_shift
from tests.agreements.books_at_hand import A_RULE, take
from tests.builders import (
    CASHIER_ID,
    NOW,
    SERIES,
    SUPERVISOR_ID,
    a_certificate,
    a_payment_id,
    a_receipt_no,
    a_roster,
    a_shift,
)

if TYPE_CHECKING:
    from counter_app.domain.shift import Shift
    from counter_app.use_cases.book_ports import Ledger
    from tests.local_db.year import Scribe

YEAR = BookYear(2026)
LATER = NOW + timedelta(minutes=5)


def test_saying_nothing_means_rollback(ledger: Ledger, scribe: Scribe) -> None:
    with ledger.open_books() as books:
        scribe.enter(books, scribe.receipt(books))
    with ledger.open_books() as books:
        assert books.payments.last_receipt_no(SERIES, YEAR) is None
        assert books.messages.head().sequence == 1


def test_an_error_in_the_middle_leaves_nothing(ledger: Ledger, scribe: Scribe) -> None:
    def stumble() -> None:
        with ledger.open_books() as books:
            scribe.enter(books, scribe.receipt(books))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        stumble()
    with ledger.open_books() as books:
        assert books.messages.head().sequence == 1


def test_what_was_committed_is_there_after_opening_again(ledger: Ledger, scribe: Scribe) -> None:
    receipt = take(ledger, scribe)
    ledger.reopen()
    with ledger.open_books() as books:
        assert books.payments.find(receipt.payment.payment_id) == receipt


def test_books_are_closed_after_commit(ledger: Ledger, scribe: Scribe) -> None:
    with ledger.open_books() as books:
        messages = books.messages
        books.commit()
        with pytest.raises(RuntimeError, match="closed"):
            messages.head()


def test_books_are_closed_outside_their_unit_of_work(ledger: Ledger) -> None:
    with ledger.open_books() as books:
        messages = books.messages
    with pytest.raises(RuntimeError, match="closed"):
        messages.head()


def test_opening_the_books_twice_in_one_thread_is_a_bug(ledger: Ledger) -> None:
    nested = ledger.open_books()
    with ledger.open_books(), pytest.raises(RuntimeError, match="open already"):
        nested.__enter__()
    with ledger.open_books() as books:
        assert books.shifts.last_shift_no() == 1


def test_another_thread_waits_for_its_turn(ledger: Ledger, scribe: Scribe) -> None:
    seen: list[int] = []
    asked = threading.Event()

    def look() -> None:
        asked.set()
        with ledger.open_books() as books:
            seen.append(books.messages.head().sequence)

    with ledger.open_books() as books:
        other = threading.Thread(target=look)
        other.start()
        asked.wait()
        scribe.enter(books, scribe.receipt(books))
        books.commit()
    other.join()
    assert seen == [2]


def test_a_message_that_never_reached_the_outbox_does_not_commit(
    ledger: Ledger, scribe: Scribe
) -> None:
    with ledger.open_books() as books:
        scribe.sealed(books, ReceiptReprinted("KID07/2627/000001", 1, CASHIER_ID))
        with pytest.raises(ValueError, match=A_RULE):
            books.commit()
    with ledger.open_books() as books:
        assert books.messages.head().sequence == 1


def test_an_opened_shift_is_the_cashiers(ledger: Ledger, scribe: Scribe) -> None:
    with ledger.open_books() as books:
        assert books.shifts.open_shift_of(CASHIER_ID) == scribe.shift
        assert books.shifts.open_shift_of(SUPERVISOR_ID) is None
        assert books.shifts.last_shift_no() == 1


def test_a_second_cashier_opens_the_next_shift(ledger: Ledger, scribe: Scribe) -> None:
    second = a_shift(
        2, cashier_id=SUPERVISOR_ID, opening_float=ZERO, shift_id=a_payment_id(7), drawer_no=2
    )
    with ledger.open_books() as books:
        scribe.open_shift(books, second)
        books.commit()
    with ledger.open_books() as books:
        assert books.shifts.open_shift_of(SUPERVISOR_ID) == second
        assert books.shifts.last_shift_no() == 2


@pytest.mark.parametrize(
    "wrong",
    [
        a_shift(3, cashier_id=SUPERVISOR_ID, shift_id=a_payment_id(7)),
        a_shift(2, shift_id=a_payment_id(7)),
    ],
    ids=["number skipped", "open already"],
)
def test_a_shift_that_does_not_follow_is_not_taken(
    ledger: Ledger, scribe: Scribe, wrong: Shift
) -> None:
    with ledger.open_books() as books, pytest.raises(ValueError, match=A_RULE):
        scribe.open_shift(books, wrong)


def test_a_float_without_its_entry_is_not_taken(ledger: Ledger, scribe: Scribe) -> None:
    shift = a_shift(2, cashier_id=SUPERVISOR_ID, shift_id=a_payment_id(7))
    with ledger.open_books() as books, pytest.raises(ValueError, match=A_RULE):  # noqa: PT012 - either write may refuse
        sealed = scribe.sealed(books, tell_shift(shift))
        books.shifts.post(shift, None, sealed)
        books.messages.close_entry(sealed)


def test_no_shift_before_the_first(empty: Ledger) -> None:
    with empty.open_books() as books:
        assert books.shifts.last_shift_no() == 0
        assert books.shifts.open_shift_of(CASHIER_ID) is None


def test_an_attempt_without_an_end_is_uncertain(ledger: Ledger, scribe: Scribe) -> None:
    receipt_no = take(ledger, scribe).payment.receipt_no
    with ledger.open_books() as books:
        assert books.prints.last(receipt_no) is None
        assert books.prints.copies_out(receipt_no) == 0
        attempt = books.prints.note_attempt(receipt_no, 0, NOW)
        assert books.prints.last(receipt_no) == PrintAttempt(attempt, 0, PrintState.UNCERTAIN)
        assert books.prints.copies_out(receipt_no) == 1


def test_a_jam_that_printed_nothing_is_no_copy(ledger: Ledger, scribe: Scribe) -> None:
    receipt_no = take(ledger, scribe).payment.receipt_no
    with ledger.open_books() as books:
        attempt = books.prints.note_attempt(receipt_no, 0, NOW)
        outcome = PrintOutcome(PrintState.NOT_SENT, PrintReason.PAPER_OUT)
        books.prints.note_outcome(attempt, outcome, NOW)
        assert books.prints.last(receipt_no) == PrintAttempt(
            attempt, 0, PrintState.NOT_SENT, PrintReason.PAPER_OUT
        )
        assert books.prints.copies_out(receipt_no) == 0


def test_the_cashiers_answer_ends_an_uncertain_attempt(ledger: Ledger, scribe: Scribe) -> None:
    receipt_no = take(ledger, scribe).payment.receipt_no
    with ledger.open_books() as books:
        attempt = books.prints.note_attempt(receipt_no, 0, NOW)
        books.prints.note_outcome(attempt, PrintOutcome(PrintState.UNCERTAIN), NOW)
        said = PrintOutcome(PrintState.PRINTED, PrintReason.CASHIER_SAID_PRINTED)
        books.prints.note_outcome(attempt, said, LATER)
        with pytest.raises(ValueError, match=A_RULE):
            books.prints.note_outcome(attempt, said, LATER)
        books.commit()
    with ledger.open_books() as books:
        assert books.prints.last(receipt_no) == PrintAttempt(
            attempt, 0, PrintState.PRINTED, PrintReason.CASHIER_SAID_PRINTED
        )
        second = books.prints.note_attempt(receipt_no, 1, LATER)
        books.prints.note_outcome(second, PrintOutcome(PrintState.PRINTED), LATER)
        assert second == attempt + 1
        assert books.prints.copies_out(receipt_no) == 2


def test_a_printed_copy_may_be_told_torn_once_and_counts_as_out(
    ledger: Ledger, scribe: Scribe
) -> None:
    receipt_no = take(ledger, scribe).payment.receipt_no
    torn = PrintOutcome(PrintState.PRINTED, PrintReason.TORN)
    with ledger.open_books() as books:
        attempt = books.prints.note_attempt(receipt_no, 0, NOW)
        books.prints.note_outcome(attempt, PrintOutcome(PrintState.PRINTED), NOW)
        books.prints.note_outcome(attempt, torn, LATER)
        with pytest.raises(ValueError, match=A_RULE):
            books.prints.note_outcome(attempt, torn, LATER)
        books.commit()
    with ledger.open_books() as books:
        assert books.prints.last(receipt_no) == PrintAttempt(
            attempt, 0, PrintState.PRINTED, PrintReason.TORN
        )
        assert books.prints.copies_out(receipt_no) == 1


def test_what_was_never_sent_cannot_be_torn(ledger: Ledger, scribe: Scribe) -> None:
    receipt_no = take(ledger, scribe).payment.receipt_no
    with ledger.open_books() as books:
        attempt = books.prints.note_attempt(receipt_no, 0, NOW)
        books.prints.note_outcome(attempt, PrintOutcome(PrintState.NOT_SENT), NOW)
        with pytest.raises(ValueError, match=A_RULE):
            books.prints.note_outcome(
                attempt, PrintOutcome(PrintState.PRINTED, PrintReason.TORN), LATER
            )


def test_attempts_are_of_receipts_and_outcomes_of_attempts(ledger: Ledger, scribe: Scribe) -> None:
    with ledger.open_books() as books:
        with pytest.raises(ValueError, match=A_RULE):
            books.prints.note_attempt(a_receipt_no(), 0, NOW)
        with pytest.raises(ValueError, match=A_RULE):
            books.prints.note_outcome(5, PrintOutcome(PrintState.PRINTED), NOW)


def test_an_empty_ledger_is_nobody(empty: Ledger) -> None:
    with empty.open_books() as books:
        assert books.enrolment.certificate() is None
        assert books.enrolment.cashier(CASHIER_ID) is None


def test_the_certificate_of_the_highest_epoch_counts(ledger: Ledger) -> None:
    with ledger.open_books() as books:
        assert books.enrolment.certificate() == a_certificate()
        books.enrolment.keep_certificate(a_certificate(epoch=2), b"signed", LATER)
        assert books.enrolment.certificate() == a_certificate(epoch=2)
        for epoch in (1, 2):
            with pytest.raises(ValueError, match=A_RULE):
                books.enrolment.keep_certificate(a_certificate(epoch=epoch), b"signed", LATER)


def test_only_the_roster_in_force_counts(ledger: Ledger) -> None:
    people = a_roster("another hash")
    with ledger.open_books() as books:
        books.enrolment.keep_roster(people[1:], LATER)
        books.enrolment.keep_roster(people[1:], LATER)
        supervisor = books.enrolment.cashier(SUPERVISOR_ID)
        assert supervisor is not None
        assert supervisor.pin_hash == "another hash"
        assert books.enrolment.cashier(CASHIER_ID) is None


def test_the_check_finds_sound_books_sound(ledger: Ledger, scribe: Scribe) -> None:
    receipt = take(ledger, scribe)
    check = ledger.check()
    assert check.problem == ""
    assert (check.messages, check.payments, check.unsent) == (2, 1, 2)
    assert check.last_receipt_no == str(receipt.payment.receipt_no)


def test_the_check_of_an_empty_ledger_finds_nothing(empty: Ledger) -> None:
    check = empty.check()
    assert (check.messages, check.payments, check.unsent, check.problem) == (0, 0, 0, "")

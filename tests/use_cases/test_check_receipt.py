"""Somebody brings a receipt: is it genuine, and does its payment stand. No network is asked."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import msgspec
import pytest

from counter_app.domain.bank_paper import InstrumentState
from counter_app.domain.identity import BookYear, ReceiptNo
from counter_app.domain.money import Money
from counter_app.domain.receipt_verdict import GoneWhy, ReceiptVerdict, Verdict
from counter_app.domain.suspense import NotedConsumer
from counter_app.domain.tender import identity_of
from counter_app.wire.canonical import KeyPair, sign_answer, text_of
from counter_app.wire.check_code import spaced_code
from counter_app.wire.messages import moment_of
from counter_app.wire.receipt_keys import ReceiptGone, ReceiptKey, ReceiptKeys
from counter_app.wire.receipt_proof import proof_digits, sign_proof
from counter_app.wire.results import ResultKind, ResultTold
from tests.builders import (
    CASHIER_ID,
    COUNTER_ID,
    COUNTER_KEY,
    NOW,
    PAYABLE,
    SERVER_KEY,
    SUPERVISOR_ID,
    TODAY,
    a_certificate,
    a_consumer,
    a_line,
    a_receipt_no,
    an_order_of,
    cheque,
    upi,
)
from tests.reversals import CASH_BACK, a_reversal_order
from tests.use_cases.counter import Counter, an_open_counter
from tests.wire.proofs import AS_OF_US, PAGE, a_key, a_list, a_paid

if TYPE_CHECKING:
    from collections.abc import Callable

    from counter_app.domain.payment import Payment

NEXT_DOOR = KeyPair.from_seed(b"the key of a counter next door..")
CHEQUE_ID = identity_of(cheque(PAYABLE))
YESTERDAY = (TODAY - timedelta(days=1)).isoformat()


def paid(counter: Counter) -> ReceiptNo:
    return counter.takes(PAYABLE).receipt.payment.receipt_no


def paid_in_two(counter: Counter) -> tuple[ReceiptNo, ReceiptNo]:
    for _ in range(2):
        counter.pays(PAYABLE)
    first, second = (receipt.payment.receipt_no for receipt in counter.receipts)
    return first, second


def scanned(counter: Counter, receipt_no: ReceiptNo, copy_no: int = 0) -> str:
    """What a scanner types of the copy that was printed."""
    return PAGE + proof_digits(counter.pages.proofs[receipt_no, copy_no])


def head_of(counter: Counter, receipt_no: ReceiptNo) -> bytes:
    with counter.ledger.open_books() as books:
        return books.proofs.message_hash(receipt_no)


def has_list(counter: Counter, told: ReceiptKeys) -> None:
    counter.key_shelf.keep(sign_answer(SERVER_KEY, told))


def forged(
    counter: Counter,
    key: KeyPair = COUNTER_KEY,
    *,
    copy_no: int = 0,
    change: Callable[[Payment], Payment] | None = None,
) -> str:
    """The first receipt with this changed in it, signed by this key."""
    first = counter.receipts[0].payment
    head = head_of(counter, first.receipt_no)
    payment = first if change is None else change(first)
    return proof_digits(sign_proof(payment, COUNTER_ID, head, copy_no, key))


def a_paisa_more(payment: Payment) -> Payment:
    return replace(payment, amount=payment.amount + Money(1))


def altered(verdict: ReceiptVerdict) -> bool:
    """And nothing of what it says is passed on."""
    assert verdict.receipt is None
    return verdict.verdict is Verdict.ALTERED


def test_our_own_receipt_is_genuine_without_any_list() -> None:
    counter = an_open_counter()
    number = paid(counter)
    before = counter.pages.copy()
    verdict = counter.check_receipt(scanned(counter, number))
    assert (verdict.verdict, verdict.is_own, verdict.as_of) == (Verdict.GENUINE, True, None)
    says, receipt = verdict.receipt, counter.receipts[0]
    assert says is not None
    assert (says.receipt_no, says.amount, says.counter_id) == (str(number), PAYABLE, COUNTER_ID)
    assert (says.copy_no, says.taken_at) == (0, NOW.replace(microsecond=0))
    assert says.check_code == _code_of(counter, number)
    assert says.account_no == receipt.payment.consumer.account_no
    assert counter.pages == before


def _code_of(counter: Counter, receipt_no: ReceiptNo) -> str:
    with counter.ledger.open_books() as books:
        receipt = books.payments.receipt(receipt_no)
    assert receipt is not None
    return receipt.check_code


def test_the_second_copy_is_told_as_a_duplicate() -> None:
    counter = an_open_counter()
    number = paid(counter)
    for _ in range(2):
        counter.print_receipt(number)
    verdict = counter.check_receipt(scanned(counter, number, 1))
    assert (verdict.verdict, verdict.is_own) == (Verdict.DUPLICATE, True)
    assert verdict.receipt is not None
    assert verdict.receipt.copy_no == 1
    assert counter.check_receipt(scanned(counter, number)).verdict is Verdict.GENUINE


def test_money_in_suspense_is_genuine_and_of_no_account() -> None:
    counter = an_open_counter()
    noted = NotedConsumer("RAMESH", account_no="9900000001")
    line = a_line(Money.rupees(50), account_no="9900000001", noted=noted)
    counter.take_payment(an_order_of(line, tenders=(upi(Money.rupees(50)),)))
    number = counter.receipts[0].payment.receipt_no
    verdict = counter.check_receipt(scanned(counter, number))
    assert verdict.verdict is Verdict.GENUINE
    assert verdict.receipt is not None
    assert verdict.receipt.account_no == ""


@pytest.mark.parametrize(
    "change",
    [
        a_paisa_more,
        lambda paid: replace(paid, taken_at=NOW + timedelta(seconds=1)),
        lambda paid: replace(paid, noted=NotedConsumer("RAMESH", account_no="1")),
        lambda paid: replace(paid, consumer=a_consumer("7412009999")),
    ],
    ids=["amount", "time", "suspense", "account"],
)
def test_a_fact_unlike_the_books_is_altered_though_our_own_key_signed_it(
    change: Callable[[Payment], Payment],
) -> None:
    counter = an_open_counter()
    number = paid(counter)
    text = forged(counter, change=change)
    verdict = counter.check_receipt(text)
    assert altered(verdict)
    assert verdict.is_own
    counter.pages.proofs[number, 0] = bytes(100)
    assert altered(counter.check_receipt(text))


def test_a_copy_that_was_never_made_is_altered() -> None:
    counter = an_open_counter()
    paid(counter)
    assert altered(counter.check_receipt(forged(counter, copy_no=1)))


def test_a_number_of_ours_under_a_strangers_key_is_altered() -> None:
    counter = an_open_counter()
    paid(counter)
    assert altered(counter.check_receipt(forged(counter, NEXT_DOOR)))
    has_list(counter, a_list(a_key(NEXT_DOOR.public_key, COUNTER_ID)))
    assert altered(counter.check_receipt(forged(counter, NEXT_DOOR)))


def test_a_changed_byte_is_altered() -> None:
    counter = an_open_counter()
    text = scanned(counter, paid(counter))
    verdict = counter.check_receipt(text[:-1] + ("1" if text[-1] == "0" else "0"))
    assert altered(verdict)
    assert not verdict.is_own


def test_a_number_of_our_series_that_is_not_in_the_books_is_for_the_centre_to_say() -> None:
    counter = an_open_counter()
    missing = a_paid(receipt_no=a_receipt_no(77))
    text = proof_digits(sign_proof(missing, COUNTER_ID, bytes(32), 0, COUNTER_KEY))
    verdict = counter.check_receipt(text)
    assert (verdict.verdict, verdict.is_own) == (Verdict.NOT_OURS, False)
    assert verdict.receipt is not None
    strangers = proof_digits(sign_proof(missing, COUNTER_ID, bytes(32), 0, NEXT_DOOR))
    assert counter.check_receipt(strangers).verdict is Verdict.UNKNOWN_KEY


def test_a_receipt_of_the_counter_next_door_is_judged_by_the_list() -> None:
    counter = an_open_counter()
    theirs = a_paid(receipt_no=a_receipt_no(5, series="KID08"))
    text = proof_digits(sign_proof(theirs, "C08", bytes(range(32)), 0, NEXT_DOOR))
    assert counter.check_receipt(text).verdict is Verdict.UNKNOWN_KEY
    key = a_key(NEXT_DOOR.public_key, "C08")
    has_list(counter, a_list(key))
    verdict = counter.check_receipt(text)
    assert (verdict.verdict, verdict.is_own) == (Verdict.GENUINE, False)
    assert verdict.as_of == moment_of(AS_OF_US)
    gone = ReceiptGone(text_of(bytes(range(8))), GoneWhy.RETURNED, YESTERDAY)
    has_list(counter, a_list(key, gone=(gone,)))
    verdict = counter.check_receipt(text)
    assert (verdict.verdict, verdict.why, verdict.gone_on) == (
        Verdict.REVERSED,
        GoneWhy.RETURNED,
        YESTERDAY,
    )


def test_a_receipt_number_that_no_counter_prints_is_judged_by_the_list() -> None:
    counter = an_open_counter()
    theirs = a_paid(receipt_no=ReceiptNo("kid-08", BookYear(2026), 5))
    text = proof_digits(sign_proof(theirs, "C08", bytes(32), 0, NEXT_DOOR))
    has_list(counter, a_list(a_key(NEXT_DOOR.public_key, "C08")))
    assert counter.check_receipt(text).verdict is Verdict.GENUINE


def test_a_receipt_of_an_earlier_epoch_is_still_our_own() -> None:
    counter = an_open_counter()
    number = paid(counter)
    with counter.ledger.open_books() as books:
        later = a_certificate(NEXT_DOOR.public_key, epoch=2, receipt_series="KID17")
        books.enrolment.keep_certificate(later, b"signed", NOW)
        books.commit()
    has_list(counter, a_list(a_key(NEXT_DOOR.public_key)))
    verdict = counter.check_receipt(scanned(counter, number))
    assert (verdict.verdict, verdict.is_own) == (Verdict.GENUINE, True)


def test_a_key_of_ours_that_was_taken_away_leaves_what_is_in_the_books() -> None:
    """The centre took the key away before it heard of the payment: what we printed is still what we printed."""
    counter = an_open_counter()
    number = paid(counter)
    has_list(counter, a_list(a_key(revoked_us=1)))
    assert counter.check_receipt(scanned(counter, number)).verdict is Verdict.GENUINE
    assert altered(counter.check_receipt(forged(counter, change=a_paisa_more)))


def test_a_receipt_reversed_here_is_told_at_once() -> None:
    counter = an_open_counter()
    payment = counter.takes(PAYABLE).receipt.payment
    text = scanned(counter, payment.receipt_no)
    counter.clock.passes(timedelta(hours=1))
    counter.reverse_payment(a_reversal_order(payment, CASH_BACK))
    for asked in (text, str(payment.receipt_no)):
        verdict = counter.check_receipt(asked)
        assert (verdict.verdict, verdict.why) == (Verdict.REVERSED, GoneWhy.REVERSED)
        assert (verdict.gone_on, verdict.is_own) == (TODAY.isoformat(), True)
        assert verdict.receipt is not None


def test_a_receipt_whose_cheque_came_back_is_told_with_its_day() -> None:
    counter = an_open_counter()
    number = counter.takes(PAYABLE, cheque(PAYABLE)).receipt.payment.receipt_no
    text = scanned(counter, number)
    assert counter.check_receipt(text).verdict is Verdict.GENUINE
    for state in (InstrumentState.LISTED, InstrumentState.DEPOSITED):
        counter.move_instrument(CHEQUE_ID, state, TODAY, "SLIP 4", CASHIER_ID)
    counter.return_instrument(CHEQUE_ID, TODAY, "funds insufficient", SUPERVISOR_ID)
    verdict = counter.check_receipt(text)
    assert (verdict.verdict, verdict.why) == (Verdict.REVERSED, GoneWhy.RETURNED)
    assert verdict.gone_on == TODAY.isoformat()


def decided(counter: Counter, told: ResultTold) -> None:
    with counter.ledger.open_books() as books:
        number = books.results.last_number() + 1
        books.results.keep((msgspec.structs.replace(told, number=number),), NOW)
        books.commit()


def test_a_cheque_that_came_back_to_the_centre_is_told_before_it_is_undone_here() -> None:
    counter = an_open_counter()
    number = counter.takes(PAYABLE, cheque(PAYABLE)).receipt.payment.receipt_no
    told = ResultTold(0, ResultKind.INSTRUMENT_RETURNED, 1, 1, identity=CHEQUE_ID, on=YESTERDAY)
    decided(counter, msgspec.structs.replace(told, identity="cheque:X:1"))
    assert counter.check_receipt(scanned(counter, number)).verdict is Verdict.GENUINE
    decided(counter, told)
    verdict = counter.check_receipt(scanned(counter, number))
    assert (verdict.why, verdict.gone_on) == (GoneWhy.RETURNED, YESTERDAY)


def test_a_double_that_is_paid_back_does_not_stand() -> None:
    counter = an_open_counter()
    number = paid(counter)
    told = ResultTold(0, ResultKind.DOUBLE_RESOLVED, AS_OF_US, 1, receipt_no=str(number))
    decided(counter, told)
    assert counter.check_receipt(scanned(counter, number)).verdict is Verdict.GENUINE
    decided(counter, msgspec.structs.replace(told, kind=ResultKind.DOUBLE_CONFIRMED))
    verdict = counter.check_receipt(scanned(counter, number))
    assert (verdict.verdict, verdict.why) == (Verdict.REVERSED, GoneWhy.PAID_BACK)
    assert verdict.gone_on == moment_of(AS_OF_US).date().isoformat()


def test_what_the_centre_knows_of_our_own_counts_too() -> None:
    counter = an_open_counter()
    number = paid(counter)
    gone = ReceiptGone(text_of(head_of(counter, number)[:8]), GoneWhy.PAID_BACK, YESTERDAY)
    has_list(counter, a_list(gone=(gone,)))
    for asked in (scanned(counter, number), str(number)):
        verdict = counter.check_receipt(asked)
        assert (verdict.why, verdict.gone_on, verdict.is_own) == (
            GoneWhy.PAID_BACK,
            YESTERDAY,
            True,
        )


def test_a_number_or_a_code_is_enough_without_a_camera() -> None:
    counter = an_open_counter(PAYABLE + PAYABLE)
    number, _ = paid_in_two(counter)
    code = _code_of(counter, number)
    has_list(counter, a_list())
    for typed in (str(number), code.lower(), spaced_code(code), f"{number} {code}"):
        verdict = counter.check_receipt(typed)
        assert (verdict.verdict, verdict.is_own) == (Verdict.GENUINE, True)
        assert verdict.as_of == moment_of(AS_OF_US)
        assert verdict.receipt is not None
        assert (verdict.receipt.receipt_no, verdict.receipt.check_code) == (str(number), code)
        assert verdict.receipt.amount == PAYABLE


def test_a_code_that_is_another_receipts_is_altered() -> None:
    counter = an_open_counter(PAYABLE + PAYABLE)
    number, other = paid_in_two(counter)
    verdict = counter.check_receipt(f"{number} {_code_of(counter, other)}")
    assert altered(verdict)
    assert verdict.is_own


@pytest.mark.parametrize("typed", ["KID08/2627/000001", "KID07/2627/000099", "7KQ2-M8XA"])
def test_what_is_not_in_our_books_is_for_the_centre_to_say(typed: str) -> None:
    counter = an_open_counter()
    paid(counter)
    verdict = counter.check_receipt(typed)
    assert verdict == ReceiptVerdict(Verdict.NOT_OURS)


@pytest.mark.parametrize("typed", ["", "RAM PRASAD", "7412001234"])
def test_what_is_no_receipt_is_unreadable(typed: str) -> None:
    counter = an_open_counter()
    assert counter.check_receipt(typed) == ReceiptVerdict(Verdict.UNREADABLE)


def test_a_counter_that_is_not_enrolled_reads_by_the_list_alone() -> None:
    counter = Counter()
    text = proof_digits(sign_proof(a_paid(), COUNTER_ID, bytes(32), 0, COUNTER_KEY))
    assert counter.check_receipt(text).verdict is Verdict.UNKNOWN_KEY
    has_list(counter, a_list(ReceiptKey(text_of(COUNTER_KEY.public_key), COUNTER_ID, 1)))
    assert counter.check_receipt(text).verdict is Verdict.GENUINE


def test_a_receipt_of_before_there_were_proofs_gets_its_first_with_its_next_copy() -> None:
    counter = an_open_counter()
    number = paid(counter)
    original = scanned(counter, number)
    del counter.pages.proofs[number, 0]
    assert altered(counter.check_receipt(original))
    assert counter.check_receipt(str(number)).verdict is Verdict.GENUINE
    counter.print_receipt(number)
    assert counter.check_receipt(original).verdict is Verdict.GENUINE

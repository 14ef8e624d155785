"""Check a receipt that somebody brings: by its proof, and our own by the books."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from counter_app.domain.bank_paper import InstrumentState
from counter_app.domain.identity import ReceiptNo
from counter_app.domain.receipt_verdict import GoneWhy, ReceiptVerdict, Verdict
from counter_app.domain.tender import CardTender, CashTender, identity_of
from counter_app.use_cases.prove_receipt import ORIGINAL
from counter_app.wire.check_code import hash_beginning
from counter_app.wire.messages import moment_of
from counter_app.wire.receipt_keys import (
    gone_of,
    judge_receipt,
    told_at,
    with_own,
)
from counter_app.wire.receipt_proof import proof_of_text, proven_of
from counter_app.wire.receipt_typed import receipt_typed
from counter_app.wire.results import ResultKind

if TYPE_CHECKING:
    from counter_app.domain.payment import Payment
    from counter_app.domain.receipt import Receipt
    from counter_app.domain.receipt_verdict import ProvenReceipt
    from counter_app.use_cases.book_ports import Books, Ledger
    from counter_app.use_cases.ports import ReceiptKeyShelf
    from counter_app.wire.receipt_keys import ReceiptKeys

_BY_ITS_KEY = frozenset({Verdict.GENUINE, Verdict.DUPLICATE, Verdict.REVERSED})


@dataclass(frozen=True, slots=True)
class Gone:
    """Why a payment of ours does not stand any more, and since when (an ISO date)."""

    why: GoneWhy
    on: str


@dataclass(frozen=True, slots=True)
class CheckReceipt:
    """The verb: nothing is written, and no network is asked."""

    ledger: Ledger
    shelf: ReceiptKeyShelf

    def __call__(self, text: str) -> ReceiptVerdict:
        """What was scanned of a receipt's QR code, or typed of its number and check code: is it genuine.

        A receipt in our books must be the one that was printed, to the last byte; whether it stands, the books know
        before the centre does. Our own keys are known without any list.
        """
        told = self.shelf.read()
        with self.ledger.open_books() as books:
            known = with_own(told, books.enrolment.certificates())
            verdict = replace(judge_receipt(text, known), as_of=told_at(told))
            if verdict.verdict is Verdict.UNREADABLE:
                return _typed(text, verdict, known, books)
            return verdict if verdict.receipt is None else _compared(text, verdict, known, books)


def gone_here(books: Books, payment: Payment) -> Gone | None:
    """Why a payment of ours does not stand any more, as far as this counter knows; None while it does."""
    made = books.reversals.of_payment(payment.payment_id)
    if made is not None:
        return Gone(GoneWhy.REVERSED, made.business_date.isoformat())
    came_back = {one.identity: one.on for one in books.results.told_returns()}
    for tender in payment.tenders:
        if isinstance(tender, CashTender | CardTender):
            continue
        identity = identity_of(tender)
        held = books.instruments.find(identity)
        if held is not None and held.state is InstrumentState.RETURNED:
            return Gone(GoneWhy.RETURNED, held.steps[-1].on.isoformat())
        if identity in came_back:
            return Gone(GoneWhy.RETURNED, came_back[identity])
    decided = books.results.matched(payment.receipt_no)
    if decided is not None and decided.kind is ResultKind.DOUBLE_CONFIRMED:
        return Gone(GoneWhy.PAID_BACK, moment_of(decided.at_us).date().isoformat())
    return None


def _compared(
    text: str, verdict: ReceiptVerdict, known: ReceiptKeys, books: Books
) -> ReceiptVerdict:
    """A whole proof: one that bears a number of ours is what we printed, or a forger's work."""
    says = verdict.receipt
    assert says is not None, "asked of whole proofs only"
    receipt = _receipt_called(says.receipt_no, books)
    if receipt is None:
        is_ours = any(
            says.receipt_no.startswith(f"{one.receipt_series}/")
            for one in books.enrolment.certificates()
        )
        is_signed = verdict.verdict in _BY_ITS_KEY
        return replace(verdict, verdict=Verdict.NOT_OURS) if is_ours and is_signed else verdict
    number = receipt.payment.receipt_no
    is_same = replace(says, key_id="") == _proven(receipt, says.copy_no, books)
    if not is_same or books.proofs.find(number, says.copy_no) != proof_of_text(text):
        return ReceiptVerdict(Verdict.ALTERED, as_of=verdict.as_of, is_own=True)
    return _standing(receipt, says, verdict, known, books)


def _typed(
    text: str, unreadable: ReceiptVerdict, known: ReceiptKeys, books: Books
) -> ReceiptVerdict:
    """No proof: a number, a check code, or both, as people without a camera type them."""
    try:
        typed = receipt_typed(text)
    except ValueError:
        return unreadable
    number = typed.receipt_no or _number_with(typed.check_code, books)
    receipt = None if number is None else books.payments.receipt(number)
    if receipt is None:
        return replace(unreadable, verdict=Verdict.NOT_OURS)
    if typed.check_code not in {"", receipt.check_code}:
        return replace(unreadable, verdict=Verdict.ALTERED, is_own=True)
    return _standing(receipt, _proven(receipt, ORIGINAL, books), unreadable, known, books)


def _standing(
    receipt: Receipt,
    says: ProvenReceipt,
    verdict: ReceiptVerdict,
    known: ReceiptKeys,
    books: Books,
) -> ReceiptVerdict:
    """A receipt of ours that is as it was printed: does its payment stand, here and as far as the centre told."""
    told = gone_of(known, books.proofs.message_hash(receipt.payment.receipt_no))
    gone = gone_here(books, receipt.payment) or (told and Gone(told.why, told.on))
    if gone is not None:
        return ReceiptVerdict(Verdict.REVERSED, says, gone.why, gone.on, verdict.as_of, is_own=True)
    kind = Verdict.DUPLICATE if says.copy_no else Verdict.GENUINE
    return ReceiptVerdict(kind, says, as_of=verdict.as_of, is_own=True)


def _number_with(code: str, books: Books) -> ReceiptNo | None:
    """The newest receipt with this check code: two of one counter are as good as never alike."""
    return next(reversed(books.proofs.receipts_with(hash_beginning(code))), None)


def _receipt_called(text: str, books: Books) -> Receipt | None:
    try:
        return books.payments.receipt(ReceiptNo.from_text(text))
    except ValueError:
        return None


def _proven(receipt: Receipt, copy_no: int, books: Books) -> ProvenReceipt:
    """What a proof of this copy has to say, under whatever key."""
    head = books.proofs.message_hash(receipt.payment.receipt_no)
    return proven_of(receipt.payment, receipt.place.counter_id, head, copy_no)

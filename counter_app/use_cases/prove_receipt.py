"""The signed proof on a receipt: made with the payment for the original, for a further copy before it is printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from counter_app.use_cases.telling import certificate_of
from counter_app.wire.canonical import raw_of
from counter_app.wire.receipt_proof import sign_proof

if TYPE_CHECKING:
    from counter_app.domain.payment import Payment
    from counter_app.use_cases.book_ports import Books
    from counter_app.use_cases.telling import Telling
    from counter_app.wire.exchange import Certificate
    from counter_app.wire.messages import SealedMessage

ORIGINAL = 0


def prove_original(
    books: Books,
    payment: Payment,
    told_by: SealedMessage,
    certificate: Certificate,
    telling: Telling,
) -> None:
    """Make and keep the proof of the original, in the payment's own transaction: all it needs is in hand there.

    Raises Fault LEDGER_KEY_LOST.
    """
    _make(books, payment, ORIGINAL, told_by.hash, certificate, telling)


def prove(books: Books, payment: Payment, copy_no: int, telling: Telling) -> bytes:
    """The proof of this copy as it was made once, or made now and kept; the caller commits.

    A receipt of before there were proofs gets its first with its next copy. Raises Refusal COUNTER_NOT_ENROLLED,
    Fault LEDGER_KEY_LOST.
    """
    known = books.proofs.find(payment.receipt_no, copy_no)
    if known is not None:
        return known
    message_hash = books.proofs.message_hash(payment.receipt_no)
    return _make(books, payment, copy_no, message_hash, certificate_of(books), telling)


def _make(
    books: Books,
    payment: Payment,
    copy_no: int,
    message_hash: bytes,
    certificate: Certificate,
    telling: Telling,
) -> bytes:
    signer = telling.keys.signer_for(raw_of(certificate.public_key))
    proof = sign_proof(payment, certificate.counter_id, message_hash, copy_no, signer)
    books.proofs.post(payment.receipt_no, copy_no, proof)
    return proof

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

ORIGINAL = 0


def prove(books: Books, payment: Payment, copy_no: int, telling: Telling) -> bytes:
    """The proof of this copy as it was made once, or made now and kept; the caller commits.

    A receipt of before there were proofs gets its first with its next copy. Raises Refusal COUNTER_NOT_ENROLLED,
    Fault LEDGER_KEY_LOST.
    """
    known = books.proofs.find(payment.receipt_no, copy_no)
    if known is not None:
        return known
    certificate = certificate_of(books)
    proof = sign_proof(
        payment,
        certificate.counter_id,
        books.proofs.message_hash(payment.receipt_no),
        copy_no,
        telling.keys.signer_for(raw_of(certificate.public_key)),
    )
    books.proofs.post(payment.receipt_no, copy_no, proof)
    return proof

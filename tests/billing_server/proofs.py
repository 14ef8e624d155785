"""Proofs of receipts as played counters sign them: the real ``sign_proof``, from what a message tells."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

from counter_app.domain.identity import AccountNo, ReceiptNo
from counter_app.domain.money import Money
from counter_app.wire.bodies import PaymentTaken
from counter_app.wire.receipt_proof import proof_digits, sign_proof

if TYPE_CHECKING:
    from counter_app.domain.payment import Payment
    from counter_app.wire.messages import SealedMessage
    from tests.billing_server.players import PlayedCounter

_BEGINNING = datetime(1970, 1, 1, tzinfo=UTC)


def proof_of(sealed: SealedMessage, counter: PlayedCounter, copy_no: int = 0) -> bytes:
    """Of the receipt of this payment."""
    told = sealed.message.body
    assert isinstance(told, PaymentTaken)
    payment = SimpleNamespace(
        receipt_no=ReceiptNo.from_text(told.receipt_no),
        noted=None,
        consumer=SimpleNamespace(account_no=AccountNo(told.account_no)),
        amount=Money(told.amount_paise),
        taken_at=_BEGINNING + timedelta(microseconds=sealed.message.clock.utc_us),
    )
    return sign_proof(
        cast("Payment", payment), counter.counter_id, sealed.hash, copy_no, counter.key
    )


def digits_of(sealed: SealedMessage, counter: PlayedCounter, copy_no: int = 0) -> str:
    """As it stands in the QR code."""
    return proof_digits(proof_of(sealed, counter, copy_no))

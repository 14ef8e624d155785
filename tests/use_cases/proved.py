"""A law of any day: each receipt proves itself, and says of its payment whether it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from counter_app.domain.receipt_verdict import Verdict
from counter_app.wire.receipt_proof import proof_digits, proof_of_text, read_proof

if TYPE_CHECKING:
    from tests.use_cases.counter import Counter


def every_receipt_proves_itself(counter: Counter) -> None:
    """Whatever key it was signed with, and however it is asked about; what fell says so."""
    pages = counter.pages
    fallen = {part.payment_id for one in pages.returns.values() for part in one.parts}
    fallen |= {one.payment_id for one in pages.reversals.values()}
    for link, receipt in pages.receipts.items():
        payment = receipt.payment
        digits = proof_digits(pages.proofs[payment.receipt_no, 0])
        says = read_proof(proof_of_text(digits)).says
        typed = f"{payment.receipt_no} {says.check_code}"
        expected = Verdict.REVERSED if payment.payment_id in fallen else Verdict.GENUINE
        for asked in (digits, typed, says.check_code):
            verdict = counter.check_receipt(asked)
            assert (verdict.verdict, verdict.is_own) == (expected, True)
            assert verdict.receipt is not None
            assert verdict.receipt.receipt_no == str(payment.receipt_no)
            assert verdict.receipt.amount == payment.amount
        assert says.taken_at == payment.taken_at.replace(microsecond=0)
        assert pages.messages[link - 1].hash.startswith(read_proof(proof_of_text(digits)).head)

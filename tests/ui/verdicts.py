"""Looks at receipts, as the desk answers them."""

from __future__ import annotations

from datetime import timedelta

from counter_app.domain.money import Money
from counter_app.domain.receipt_verdict import GoneWhy, ProvenReceipt, ReceiptVerdict, Verdict
from tests.builders import NOW

SCANNED = "1" + "0123456789" * 27
"""As long as a receipt's code; the desk of the test says what it is."""

AS_OF = NOW - timedelta(hours=14, minutes=30)


def a_proven_receipt(*, copy_no: int = 0, key_id: str = "b1c2d3e4f5") -> ProvenReceipt:
    """Of the ordinary consumer; without a key it was typed."""
    return ProvenReceipt(
        counter_id="C07",
        receipt_no="KID07/2627/000001",
        account_no="7412001234",
        amount=Money.rupees(1450, 50),
        taken_at=NOW,
        copy_no=copy_no,
        check_code="7KQ4-M2XD",
        key_id=key_id,
    )


VERDICTS: dict[str, ReceiptVerdict] = {
    "genuine": ReceiptVerdict(Verdict.GENUINE, a_proven_receipt(), as_of=AS_OF),
    "own": ReceiptVerdict(Verdict.GENUINE, a_proven_receipt(), as_of=AS_OF, is_own=True),
    "typed": ReceiptVerdict(Verdict.GENUINE, a_proven_receipt(key_id=""), as_of=AS_OF, is_own=True),
    "duplicate": ReceiptVerdict(Verdict.DUPLICATE, a_proven_receipt(copy_no=2), as_of=AS_OF),
    **{
        f"gone, {why}": ReceiptVerdict(
            Verdict.REVERSED, a_proven_receipt(), why, "2026-11-24", AS_OF
        )
        for why in GoneWhy
    },
    "not ours": ReceiptVerdict(Verdict.NOT_OURS, as_of=AS_OF),
    "lost": ReceiptVerdict(Verdict.NOT_OURS, a_proven_receipt(), as_of=AS_OF),
    "unknown key": ReceiptVerdict(Verdict.UNKNOWN_KEY, a_proven_receipt()),
    "too new": ReceiptVerdict(Verdict.TOO_NEW, as_of=AS_OF),
    "altered": ReceiptVerdict(Verdict.ALTERED, as_of=AS_OF),
    "unreadable": ReceiptVerdict(Verdict.UNREADABLE, as_of=AS_OF),
}

"""What the verbs need of the books about paper: attempts to print, proofs, copies asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from datetime import datetime

    from counter_app.domain.identity import ReceiptNo
    from counter_app.domain.receipt import PrintAttempt, PrintOutcome
    from counter_app.domain.receipt_copy import CopyRequest
    from counter_app.wire.messages import SealedMessage


class PrintBook(Protocol):
    """Every attempt to print a receipt, and how it ended. Insert only; an attempt without an end is UNCERTAIN."""

    def note_attempt(self, receipt_no: ReceiptNo, copy_no: int, at: datetime) -> int:
        """An attempt begins: its number. ``copy_no`` 0 is the original."""
        ...

    def note_outcome(self, attempt: int, outcome: PrintOutcome, at: datetime) -> None:
        """How it ended. What a person saw afterwards is a further outcome of the same attempt.

        That is any answer to an UNCERTAIN one, and once TORN to a PRINTED one; all else is a broken rule.
        """
        ...

    def last(self, receipt_no: ReceiptNo) -> PrintAttempt | None:
        """The last attempt as it stands; None when never tried."""
        ...

    def copies_out(self, receipt_no: ReceiptNo) -> int:
        """How many copies were or may have been printed: the next one's ``copy_no``."""
        ...


class ProofBook(Protocol):
    """The signed proofs of receipts, one a copy; made once, since the key of an epoch may be gone later."""

    def find(self, receipt_no: ReceiptNo, copy_no: int) -> bytes | None:
        """The proof of this copy (0 is the original), None when it was never made."""
        ...

    def message_hash(self, receipt_no: ReceiptNo) -> bytes:
        """The chain hash of the message that told the payment, 32 bytes."""
        ...

    def receipts_with(self, beginning: bytes) -> tuple[ReceiptNo, ...]:
        """Receipts of messages whose chain hash begins so (``wire.check_code.hash_beginning``), oldest first."""
        ...

    def post(self, receipt_no: ReceiptNo, copy_no: int, proof: bytes) -> None:
        """Keep it. That of the original is written with its payment, before the entry is closed."""
        ...


class CopyBook(Protocol):
    """Receipts asked for by SMS or e-mail."""

    def post(self, asked: CopyRequest, told_by: SealedMessage) -> None:
        """Written with its message."""
        ...

    def of_receipt(self, receipt_no: ReceiptNo) -> tuple[CopyRequest, ...]:
        """All that were asked for, in order."""
        ...

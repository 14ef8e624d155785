"""Proofs of receipts, and receipts asked for by SMS or e-mail. The only writer of receipt_proof and receipt_copy."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, func, insert, select

from counter_app.domain.identity import BookYear, CashierId, ReceiptNo
from counter_app.domain.receipt_copy import CopyRequest, CopyWay
from counter_app.wire.messages import microseconds
from local_db.receipt_link import known_link, link_of_receipt
from local_db.rows import message, payment, receipt_copy, receipt_proof
from local_db.statements import ONE, Statement
from local_db.told import moment_of

if TYPE_CHECKING:
    from counter_app.wire.messages import SealedMessage
    from local_db.open_entry import OpenEntry
    from local_db.pen import Pen

_ADD_PROOF = Statement(insert(receipt_proof))
_ADD_COPY = Statement(insert(receipt_copy))
_PROOF = Statement(
    select(receipt_proof.c.proof).where(
        receipt_proof.c.link == bindparam("link"), receipt_proof.c.copy_no == bindparam("copy_no")
    )
)
_HASH = Statement(select(message.c.hash).where(message.c.link == bindparam("link")))
_BEGIN_SO = Statement(
    select(payment.c.series, payment.c.book_year, payment.c.serial)
    .where(
        payment.c.link.in_(
            select(message.c.link).where(
                func.substr(message.c.hash, ONE, func.length(bindparam("beginning")))
                == bindparam("beginning")
            )
        )
    )
    .order_by(payment.c.link)
)
"""Looks through all messages, a tenth of a second a year of them: people ask seldom, and an index would cost each
payment a page of its own."""

_COPIES = Statement(
    select(
        receipt_copy.c.way,
        receipt_copy.c.address,
        receipt_copy.c.by_id,
        receipt_copy.c.business_date,
        receipt_copy.c.at_us,
    )
    .where(receipt_copy.c.payment_link == bindparam("payment_link"))
    .order_by(receipt_copy.c.link)
)


class LedgerProofBook:
    """Port ``ProofBook``."""

    __slots__ = ("_pen",)

    def __init__(self, pen: Pen) -> None:
        self._pen = pen

    def find(self, receipt_no: ReceiptNo, copy_no: int) -> bytes | None:
        """The proof of this copy, None when it was never made."""
        link = link_of_receipt(self._pen, receipt_no)
        row = self._pen.row(_PROOF, link=link, copy_no=copy_no)
        return None if row is None else bytes(row[0])

    def message_hash(self, receipt_no: ReceiptNo) -> bytes:
        """The chain hash of the message that told the payment. Raises BrokenRuleError for none we know."""
        return bytes(self._pen.value(_HASH, link=known_link(self._pen, receipt_no)))

    def receipts_with(self, beginning: bytes) -> tuple[ReceiptNo, ...]:
        """Receipts of messages whose hash begins so, oldest first."""
        rows = self._pen.rows(_BEGIN_SO, beginning=beginning)
        return tuple(ReceiptNo(series, BookYear(year), serial) for series, year, serial in rows)

    def post(self, receipt_no: ReceiptNo, copy_no: int, proof: bytes) -> None:
        """Keep it. Raises BrokenRuleError for a copy that has one."""
        link = known_link(self._pen, receipt_no)
        self._pen.write(_ADD_PROOF, link=link, copy_no=copy_no, proof=proof)


class LedgerCopyBook:
    """Port ``CopyBook``."""

    __slots__ = ("_entry", "_pen")

    def __init__(self, pen: Pen, entry: OpenEntry) -> None:
        self._pen, self._entry = pen, entry

    def post(self, asked: CopyRequest, told_by: SealedMessage) -> None:
        """Write what was asked for. Raises BrokenRuleError for a receipt we do not know, or one asked for before."""
        self._pen.write(
            _ADD_COPY,
            link=self._entry.link_of(told_by),
            payment_link=known_link(self._pen, asked.receipt_no),
            way=asked.way.value,
            address=asked.address,
            by_id=asked.by,
            business_date=asked.business_date.isoformat(),
            at_us=microseconds(asked.at),
        )

    def of_receipt(self, receipt_no: ReceiptNo) -> tuple[CopyRequest, ...]:
        """All that were asked for, in order."""
        link = link_of_receipt(self._pen, receipt_no)
        return tuple(
            CopyRequest(
                receipt_no,
                CopyWay(way),
                address,
                CashierId(by_id),
                date.fromisoformat(day),
                moment_of(at_us),
            )
            for way, address, by_id, day, at_us in self._pen.rows(_COPIES, payment_link=link)
        )

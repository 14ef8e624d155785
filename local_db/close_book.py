"""Closed shifts. The only writer of shift_close and close_line."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import bindparam, func, insert, select

from counter_app.domain.identity import BookYear, CashierId, ReceiptNo
from counter_app.domain.money import ZERO, Money
from counter_app.domain.shift_close import (
    CloseLine,
    InHand,
    Parting,
    ProofOfSync,
    ShiftClose,
    ShiftReceipts,
)
from counter_app.domain.tender import TenderKind
from counter_app.wire.messages import microseconds
from local_db.approval_book import approval_at, link_of_approval
from local_db.count_pen import count_at, post_count
from local_db.custody_rows import close_line, handed_shift, shift_close
from local_db.entry_book import post_entry
from local_db.rows import acknowledgement, message, payment, shift
from local_db.shift_link import SHIFT_LINK
from local_db.statements import NOUGHT, Statement
from local_db.told import moment_of

if TYPE_CHECKING:
    from counter_app.domain.ledger import Entry
    from counter_app.wire.messages import SealedMessage
    from local_db.open_entry import OpenEntry
    from local_db.pen import Pen, Row

_ACKNOWLEDGED = select(func.coalesce(func.max(acknowledgement.c.link), NOUGHT)).scalar_subquery()
_ADD_CLOSE = Statement(
    insert(shift_close).values(shift_link=SHIFT_LINK, acknowledged_link=_ACKNOWLEDGED),
    columns=[
        column.name
        for column in shift_close.columns
        if column.name not in {"shift_link", "acknowledged_link"}
    ],
)
_ADD_LINE = Statement(insert(close_line))
_CLOSES = (
    select(
        shift_close.c.link,
        shift.c.shift_id,
        shift.c.shift_no,
        shift.c.cashier_id,
        shift_close.c.closed_by,
        shift_close.c.float_left_paise,
        shift_close.c.takings_paise,
        shift_close.c.counts,
        shift_close.c.reason,
        shift_close.c.approval_link,
        shift_close.c.business_date,
        shift_close.c.at_us,
        message.c.previous,
    )
    .select_from(shift_close)
    .join(shift, shift.c.link == shift_close.c.shift_link)
    .join(message, message.c.link == shift_close.c.link)
    .order_by(shift_close.c.link)
)
_OF_SHIFT = Statement(_CLOSES.where(shift_close.c.shift_link == SHIFT_LINK))
_OF_DAY = Statement(_CLOSES.where(shift_close.c.business_date == bindparam("day")))
_WAITING = Statement(
    _CLOSES.where(
        shift_close.c.takings_paise > NOUGHT,
        ~select(handed_shift.c.link)
        .where(handed_shift.c.shift_link == shift_close.c.shift_link)
        .exists(),
    )
)
_TAKER = shift.alias("taker")
_LEFT = Statement(
    _CLOSES.where(
        shift_close.c.float_left_paise > NOUGHT,
        ~select(_TAKER.c.link).where(_TAKER.c.taken_over_link == shift_close.c.shift_link).exists(),
    )
)
_LINES = Statement(
    select(
        close_line.c.kind,
        close_line.c.expected_pieces,
        close_line.c.expected_paise,
        close_line.c.counted_pieces,
        close_line.c.counted_paise,
    )
    .where(close_line.c.link == bindparam("link"))
    .order_by(close_line.c.line)
)
_CUT = Statement(
    select(shift_close.c.acknowledged_link).where(shift_close.c.shift_link == SHIFT_LINK)
)
_ACKNOWLEDGED_NOW = Statement(select(_ACKNOWLEDGED))
_PAID = (
    select(
        func.count(payment.c.link),
        func.coalesce(func.sum(payment.c.amount_paise), NOUGHT),
        func.min(payment.c.link),
        func.max(payment.c.link),
    )
).where(payment.c.shift_link == SHIFT_LINK)
_PAID_IN_ALL = Statement(_PAID)
_PAID_UPTO = Statement(_PAID.where(payment.c.link <= bindparam("upto")))
_NUMBER = Statement(
    select(payment.c.series, payment.c.book_year, payment.c.serial).where(
        payment.c.link == bindparam("link")
    )
)


class LedgerCloseBook:
    """Port ``CloseBook``."""

    __slots__ = ("_entry", "_pen")

    def __init__(self, pen: Pen, entry: OpenEntry) -> None:
        self._pen, self._entry = pen, entry

    def post_close(self, close: ShiftClose, entry: Entry | None, told_by: SealedMessage) -> None:
        """Write the end of a shift, once. Raises BrokenRuleError."""
        link = self._entry.link_of(told_by)
        moved = ZERO if entry is None else entry.moved
        self._pen.write(
            _ADD_CLOSE,
            link=link,
            shift_id=close.shift_id.bytes,
            closed_by=close.closed_by,
            float_left_paise=close.parted.float_left.paise,
            takings_paise=close.parted.takings.paise,
            moved_paise=moved.paise,
            counts=close.counts,
            reason=close.reason,
            approval_link=link_of_approval(self._pen, close.approval),
            business_date=close.business_date.isoformat(),
            at_us=microseconds(close.at),
        )
        self._pen.write_many(
            _ADD_LINE,
            [
                {
                    "link": link,
                    "line": line,
                    "kind": one.kind.value,
                    "expected_paise": one.expected.amount.paise,
                    "expected_pieces": one.expected.pieces,
                    "counted_paise": one.counted.amount.paise,
                    "counted_pieces": one.counted.pieces,
                }
                for line, one in enumerate(close.lines, start=1)
            ],
        )
        post_count(self._pen, link, close.count)
        if entry is not None:
            post_entry(self._pen, link, entry)

    def close_of(self, shift_id: UUID) -> ShiftClose | None:
        """The end of a shift; None while it is open."""
        row = self._pen.row(_OF_SHIFT, shift_id=shift_id.bytes)
        return None if row is None else self._close(row)

    def closes_of(self, day: date) -> tuple[ShiftClose, ...]:
        """The shifts closed on a business date, in the order of closing."""
        return tuple(map(self._close, self._pen.rows(_OF_DAY, day=day.isoformat())))

    def takings_waiting(self) -> tuple[ShiftClose, ...]:
        """Closed shifts whose takings were not handed over yet, the oldest first."""
        return tuple(map(self._close, self._pen.rows(_WAITING)))

    def floats_left(self) -> tuple[ShiftClose, ...]:
        """Closed shifts whose float nobody has taken over yet, the oldest first."""
        return tuple(map(self._close, self._pen.rows(_LEFT)))

    def receipts_of(self, shift_id: UUID) -> ShiftReceipts:
        """The receipts of a shift, and how many the centre has signed for: now, or at its close."""
        cut = self._pen.row(_CUT, shift_id=shift_id.bytes)
        upto = self._pen.value(_ACKNOWLEDGED_NOW) if cut is None else cut[0]
        paid = self._pen.row(_PAID_IN_ALL, shift_id=shift_id.bytes)
        signed = self._pen.row(_PAID_UPTO, shift_id=shift_id.bytes, upto=upto)
        assert paid is not None
        assert signed is not None
        count, paise, first, last = paid
        proof = ProofOfSync(
            acknowledged=signed[0],
            acknowledged_amount=Money(signed[1]),
            unsent=count - signed[0],
            unsent_amount=Money(paise - signed[1]),
        )
        return ShiftReceipts(self._number(first), self._number(last), count, proof)

    def _number(self, link: int | None) -> str:
        row = None if link is None else self._pen.row(_NUMBER, link=link)
        return "" if row is None else str(ReceiptNo(row[0], BookYear(row[1]), row[2]))

    def _close(self, row: Row) -> ShiftClose:
        link, shift_id, shift_no, cashier_id, closed_by, left, takings, *rest = row
        counts, reason, approved, day, at_us, previous = rest
        receipts = self.receipts_of(UUID(bytes=shift_id))
        return ShiftClose(
            shift_id=UUID(bytes=shift_id),
            shift_no=shift_no,
            cashier_id=CashierId(cashier_id),
            closed_by=CashierId(closed_by),
            business_date=date.fromisoformat(day),
            at=moment_of(at_us),
            lines=tuple(
                CloseLine(
                    TenderKind(kind),
                    InHand(expected_pieces, Money(expected)),
                    InHand(counted_pieces, Money(counted)),
                )
                for kind, expected_pieces, expected, counted_pieces, counted in self._pen.rows(
                    _LINES, link=link
                )
            ),
            count=count_at(self._pen, link),
            parted=Parting(Money(left), Money(takings)),
            reason=reason,
            approval=approval_at(self._pen, approved),
            first_receipt_no=receipts.first_no,
            last_receipt_no=receipts.last_no,
            receipts=receipts.count,
            proof=receipts.proof,
            counts=counts,
            chain_head=previous,
        )

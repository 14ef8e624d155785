"""Shifts with their closes, for reports. Writes nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import bindparam, case, func, literal_column, or_, select

from counter_app.domain.identity import BookYear, CashierId, ReceiptNo
from counter_app.domain.ledger import LedgerAccount
from counter_app.domain.money import Money
from counter_app.domain.report_rows import NOBODY, ShiftLine
from counter_app.domain.shift_close import CloseLine, InHand, Parting, ProofOfSync, ShiftClose
from counter_app.domain.tender import TenderKind
from local_db.approval_book import approval_at
from local_db.count_pen import count_at
from local_db.custody_rows import cash_move, close_line, reversal, shift_close, shift_pause
from local_db.report_people import name_of, people_of
from local_db.report_where import selected
from local_db.rows import message, payment, posting, shift
from local_db.statements import NOUGHT, ONE, Statement
from local_db.told import date_of, moment_of

if TYPE_CHECKING:
    from counter_app.domain.report import Names
    from counter_app.domain.report_selection import Cut, Selection
    from local_db.pen import Pen, Row

_BEFORE = shift.alias("before")
_SHIFT = (
    select(
        shift.c.link,
        shift.c.shift_id,
        shift.c.shift_no,
        shift.c.cashier_id,
        shift.c.drawer_no,
        shift.c.business_date,
        shift.c.opened_at_us,
        shift.c.opening_float_paise,
        _BEFORE.c.shift_no,
    )
    .select_from(shift)
    .outerjoin(_BEFORE, _BEFORE.c.link == shift.c.taken_over_link)
)
_OF_SHIFT = shift.c.shift_no == bindparam("shift_no")
_SHIFTS = selected(_SHIFT, shift.c.link, shift.c.cashier_id, shift.c.business_date, _OF_SHIFT)
_CLOSED = selected(
    _SHIFT.join(shift_close, shift_close.c.shift_link == shift.c.link),
    shift_close.c.link,
    shift.c.cashier_id,
    shift_close.c.business_date,
    _OF_SHIFT,
)


def _entries_of_shift() -> tuple[Statement, ...]:
    """Drawer and float postings of a shift's own entries, one statement for each table that tells of them."""
    sums = [
        func.coalesce(
            func.sum(
                case(
                    (posting.c.account == literal_column(f"'{account}'"), posting.c.amount_paise),
                    else_=NOUGHT,
                )
            ),
            NOUGHT,
        )
        for account in (LedgerAccount.CASH_DRAWER, LedgerAccount.FLOAT_ISSUED)
    ]
    statements = [
        Statement(
            select(*sums)
            .select_from(posting)
            .where(posting.c.link == bindparam("shift"), posting.c.link <= bindparam("cut"))
        )
    ]
    statements += [
        Statement(
            select(*sums)
            .select_from(table)
            .join(posting, posting.c.link == table.c.link)
            .where(table.c.shift_link == bindparam("shift"), table.c.link <= bindparam("cut"))
        )
        for table in (payment, cash_move, reversal, shift_close)
    ]
    return tuple(statements)


_SUMS = _entries_of_shift()
_CLOSE = Statement(
    select(
        shift_close.c.link,
        shift_close.c.closed_by,
        shift_close.c.float_left_paise,
        shift_close.c.takings_paise,
        shift_close.c.acknowledged_link,
        shift_close.c.counts,
        shift_close.c.reason,
        shift_close.c.approval_link,
        shift_close.c.business_date,
        shift_close.c.at_us,
        message.c.previous,
    )
    .select_from(shift_close)
    .join(message, message.c.link == shift_close.c.link)
    .where(shift_close.c.shift_link == bindparam("shift"), shift_close.c.link <= bindparam("cut"))
)
_CLOSE_LINES = Statement(
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
_PAID = Statement(
    select(
        func.count(),
        func.coalesce(func.sum(payment.c.amount_paise), NOUGHT),
        func.coalesce(
            func.sum(case((payment.c.link <= bindparam("signed"), ONE), else_=NOUGHT)), NOUGHT
        ),
        func.coalesce(
            func.sum(
                case((payment.c.link <= bindparam("signed"), payment.c.amount_paise), else_=NOUGHT)
            ),
            NOUGHT,
        ),
    ).where(payment.c.shift_link == bindparam("shift"))
)
_NUMBERS = Statement(
    select(payment.c.series, payment.c.book_year, payment.c.serial)
    .where(
        payment.c.shift_link == bindparam("shift"),
        or_(
            payment.c.link
            == select(func.min(payment.c.link))
            .where(payment.c.shift_link == bindparam("shift"))
            .scalar_subquery(),
            payment.c.link
            == select(func.max(payment.c.link))
            .where(payment.c.shift_link == bindparam("shift"))
            .scalar_subquery(),
        ),
    )
    .order_by(payment.c.link)
)
_PAUSES = Statement(
    select(func.count())
    .select_from(shift_pause)
    .where(
        shift_pause.c.shift_link == bindparam("shift"),
        shift_pause.c.state == literal_column("'suspended'"),
        shift_pause.c.link <= bindparam("cut"),
    )
)


def shifts_of(pen: Pen, wanted: Selection, cut: Cut) -> tuple[ShiftLine, ...]:
    """Shifts of a selection, by the day they were opened."""
    people = people_of(pen)
    return tuple(_shift(pen, people, row, cut) for row in _SHIFTS.rows(pen, wanted, cut))


def closes_of(pen: Pen, wanted: Selection, cut: Cut) -> tuple[ShiftLine, ...]:
    """Shifts of a selection by the day they were closed, in the order of their closing."""
    people = people_of(pen)
    return tuple(_shift(pen, people, row, cut) for row in _CLOSED.rows(pen, wanted, cut))


def _shift(pen: Pen, people: dict[str, Names], row: Row, cut: Cut) -> ShiftLine:
    link, _, shift_no, cashier_id, drawer_no, day, at_us, float_paise, before = row
    sums = [pen.row(one, shift=link, cut=cut.link) or (0, 0) for one in _SUMS]
    own, closed = sums[:-1], sums[-1]
    count = count_at(pen, link)
    close = _close(pen, row, cut)
    return ShiftLine(
        link=link,
        shift_no=shift_no,
        cashier_id=CashierId(cashier_id),
        cashier=name_of(people, cashier_id),
        drawer_no=drawer_no,
        business_date=date_of(day),
        opened_at=moment_of(at_us),
        opening_float=Money(float_paise),
        opening_count=count if count.pieces else None,
        taken_over_from=before,
        drawer=Money(sum(drawer for drawer, _ in own) + closed[0]),
        float_out=Money(-sum(issued for _, issued in own)),
        pauses=pen.value(_PAUSES, shift=link, cut=cut.link),
        close=close,
        closed_by=name_of(people, close.closed_by) if close else NOBODY,
        approver=(
            name_of(people, close.approval.approver_id) if close and close.approval else NOBODY
        ),
    )


def _close(pen: Pen, of: Row, cut: Cut) -> ShiftClose | None:
    shift_link, shift_id, shift_no, cashier_id = of[:4]
    row = pen.row(_CLOSE, shift=shift_link, cut=cut.link)
    if row is None:
        return None
    link, closed_by, left, takings, signed, counts, reason, approval_link, day, at_us, head = row
    paid = pen.row(_PAID, shift=shift_link, signed=signed)
    assert paid is not None
    receipts, paise, acknowledged, acknowledged_paise = paid
    numbers = [
        str(ReceiptNo(one, BookYear(year), no))
        for one, year, no in pen.rows(_NUMBERS, shift=shift_link)
    ]
    return ShiftClose(
        shift_id=UUID(bytes=shift_id),
        shift_no=shift_no,
        cashier_id=CashierId(cashier_id),
        closed_by=CashierId(closed_by),
        business_date=date_of(day),
        at=moment_of(at_us),
        lines=tuple(
            CloseLine(
                TenderKind(kind),
                InHand(expected_pieces, Money(expected)),
                InHand(counted_pieces, Money(counted)),
            )
            for kind, expected_pieces, expected, counted_pieces, counted in pen.rows(
                _CLOSE_LINES, link=link
            )
        ),
        count=count_at(pen, link),
        parted=Parting(Money(left), Money(takings)),
        reason=reason,
        approval=approval_at(pen, approval_link),
        first_receipt_no=numbers[0] if numbers else "",
        last_receipt_no=numbers[-1] if numbers else "",
        receipts=receipts,
        proof=ProofOfSync(
            acknowledged,
            Money(acknowledged_paise),
            receipts - acknowledged,
            Money(paise - acknowledged_paise),
        ),
        counts=counts,
        chain_head=head,
    )

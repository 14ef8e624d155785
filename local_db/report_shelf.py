"""What reports ask of the ledger. Writes nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import bindparam, func, select

from counter_app.domain.report_selection import Cut
from local_db.report_people import people_of
from local_db.report_shelf_acts import handings_of, moves_of, openings_of
from local_db.report_shelf_approvals import approvals_of
from local_db.report_shelf_entries import entries_of
from local_db.report_shelf_receipts import receipts_of
from local_db.report_shelf_reversals import returns_of, reversals_of
from local_db.report_shelf_shifts import closes_of, shifts_of
from local_db.rows import acknowledgement, message, payment
from local_db.statements import NOUGHT, ONE, Statement

if TYPE_CHECKING:
    from collections.abc import Mapping

    from counter_app.domain.identity import BookYear
    from counter_app.domain.report import Names
    from counter_app.domain.report_rows import (
        ApprovalLine,
        EntryLine,
        HandingLine,
        MoveLine,
        OpeningLine,
        ReceiptLine,
        ReturnLine,
        ReversalLine,
        ShiftLine,
    )
    from counter_app.domain.report_selection import Selection
    from local_db.pen import Pen

_HEAD = Statement(
    select(message.c.link, message.c.hash).order_by(message.c.link.desc()).limit(ONE).offset(NOUGHT)
)
_SIGNED = Statement(select(func.coalesce(func.max(acknowledgement.c.link), NOUGHT)))
_NUMBERS = Statement(
    select(payment.c.serial).where(
        payment.c.series == bindparam("series"),
        payment.c.book_year == bindparam("book_year"),
        payment.c.serial.between(bindparam("first"), bindparam("last")),
        payment.c.link <= bindparam("cut"),
    )
)
NO_HASH = bytes(32)


class LedgerReportRows:
    """Port ``ReportRows``."""

    __slots__ = ("_pen",)

    def __init__(self, pen: Pen) -> None:
        self._pen = pen

    def cut(self) -> Cut:
        """As of now."""
        link, head = self._pen.row(_HEAD) or (0, NO_HASH)
        return Cut(link, self._pen.value(_SIGNED), head)

    def people(self) -> Mapping[str, Names]:
        """Everybody who ever worked here, by id."""
        return people_of(self._pen)

    def receipts(
        self, wanted: Selection, cut: Cut, after: int, most: int
    ) -> tuple[ReceiptLine, ...]:
        """The next receipts above this link, in the order they were taken."""
        return receipts_of(self._pen, wanted, cut, after, most)

    def numbers(
        self, series: str, book_year: BookYear, first: int, last: int, cut: Cut
    ) -> frozenset[int]:
        """Which serials of a run the books hold, of whatever day, shift and cashier."""
        rows = self._pen.rows(
            _NUMBERS, series=series, book_year=book_year.first, first=first, last=last, cut=cut.link
        )
        return frozenset(serial for (serial,) in rows)

    def reversals(self, wanted: Selection, cut: Cut) -> tuple[ReversalLine, ...]:
        """Reversals, in their order."""
        return reversals_of(self._pen, wanted, cut)

    def returns(self, wanted: Selection, cut: Cut) -> tuple[ReturnLine, ...]:
        """Instruments that came back, in their order."""
        return returns_of(self._pen, wanted, cut)

    def shifts(self, wanted: Selection, cut: Cut) -> tuple[ShiftLine, ...]:
        """Shifts, by the day they were opened."""
        return shifts_of(self._pen, wanted, cut)

    def closes(self, wanted: Selection, cut: Cut) -> tuple[ShiftLine, ...]:
        """Shifts that were closed on those days, in the order of their closing."""
        return closes_of(self._pen, wanted, cut)

    def handings(self, wanted: Selection, cut: Cut) -> tuple[HandingLine, ...]:
        """Takings given to the head cashier, in their order; by the giver, none for a shift."""
        return handings_of(self._pen, wanted, cut)

    def moves(self, wanted: Selection, cut: Cut) -> tuple[MoveLine, ...]:
        """Cash that moved beside payments."""
        return moves_of(self._pen, wanted, cut)

    def openings(self, wanted: Selection, cut: Cut) -> tuple[OpeningLine, ...]:
        """Drawer openings without a payment."""
        return openings_of(self._pen, wanted, cut)

    def approvals(self, wanted: Selection, cut: Cut) -> tuple[ApprovalLine, ...]:
        """Words for payments and approvals of acts, in their order."""
        return approvals_of(self._pen, wanted, cut)

    def entries(self, wanted: Selection, cut: Cut, after: int, most: int) -> tuple[EntryLine, ...]:
        """The next entries above this link."""
        return entries_of(self._pen, wanted, cut, after, most)

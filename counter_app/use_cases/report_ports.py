"""What reports need of the books. It has a fake and a real thing that pass one agreement suite. Nothing is written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

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
    from counter_app.domain.report_selection import Cut, Selection


class ReportRows(Protocol):
    """Rows for reports. All of one report are read at one cut, in as many units of work as it takes.

    Nothing above the cut is among them. Whether the centre signed for something is told as of the cut; how often a
    receipt was printed, as of now.
    """

    def cut(self) -> Cut:
        """As of now."""
        ...

    def people(self) -> Mapping[str, Names]:
        """Everybody who ever worked here, by id."""
        ...

    def receipts(
        self, wanted: Selection, cut: Cut, after: int, most: int
    ) -> tuple[ReceiptLine, ...]:
        """The next receipts above this link, in the order they were taken; fewer than ``most`` are the last.

        Days are business dates; each receipt comes with its reversal at the cut.
        """
        ...

    def numbers(
        self, series: str, book_year: BookYear, first: int, last: int, cut: Cut
    ) -> frozenset[int]:
        """Which serials of a run the books hold, of whatever day, shift and cashier."""
        ...

    def reversals(self, wanted: Selection, cut: Cut) -> tuple[ReversalLine, ...]:
        """Written on those days, in their order; or of receipts of that shift, or out of its drawer.

        A cashier is the one who took the payment.
        """
        ...

    def returns(self, wanted: Selection, cut: Cut) -> tuple[ReturnLine, ...]:
        """Instruments whose return was written on those days, by that person; none for a shift."""
        ...

    def shifts(self, wanted: Selection, cut: Cut) -> tuple[ShiftLine, ...]:
        """Opened on those days, in their order."""
        ...

    def closes(self, wanted: Selection, cut: Cut) -> tuple[ShiftLine, ...]:
        """Shifts that were closed on those days, in the order of their closing."""
        ...

    def handings(self, wanted: Selection, cut: Cut) -> tuple[HandingLine, ...]:
        """Takings given to the head cashier, in their order; by the giver, none for a shift."""
        ...

    def moves(self, wanted: Selection, cut: Cut) -> tuple[MoveLine, ...]:
        """Cash that moved beside payments, in its order."""
        ...

    def openings(self, wanted: Selection, cut: Cut) -> tuple[OpeningLine, ...]:
        """Drawer openings without a payment, in their order."""
        ...

    def approvals(self, wanted: Selection, cut: Cut) -> tuple[ApprovalLine, ...]:
        """Words for payments and approvals of acts, in their order; a cashier is the one they were given for."""
        ...

    def entries(self, wanted: Selection, cut: Cut, after: int, most: int) -> tuple[EntryLine, ...]:
        """The next entries above this link, in the order of the chain.

        Those of a shift are its float, payments, moves, close, and the reversals out of its drawer.
        """
        ...

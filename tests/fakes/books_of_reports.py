"""What reports ask of the books, read plainly from the pages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from counter_app.domain.approval import ABOUT_A_SHIFT
from counter_app.domain.bank_paper import InstrumentState
from counter_app.domain.money import Money
from counter_app.domain.report_rows import (
    NOBODY,
    ApprovalLine,
    HandingLine,
    MoveLine,
    OpeningLine,
    ReturnLine,
    ReversalLine,
)
from counter_app.domain.report_selection import Cut
from counter_app.domain.tender import (
    CashTender,
    ChequeTender,
    DraftTender,
    UpiTender,
    identity_of,
    kind_of,
)
from tests.fakes.report_entries import entries_of
from tests.fakes.report_names import name_of, people_of, reversal_line
from tests.fakes.report_receipts import receipt_line
from tests.fakes.report_shifts import shift_line, shift_no_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from counter_app.domain.approval import Approval
    from counter_app.domain.caveat import Word
    from counter_app.domain.identity import BookYear
    from counter_app.domain.report import Names
    from counter_app.domain.report_rows import EntryLine, ReceiptLine, ShiftLine
    from counter_app.domain.report_selection import Selection
    from tests.fakes.pages import Pages


@dataclass(frozen=True)
class FakeReportRows:
    """Port ``ReportRows``."""

    pages: Callable[[], Pages]

    def cut(self) -> Cut:
        pages = self.pages()
        head = pages.messages[-1].hash if pages.messages else bytes(32)
        return Cut(len(pages.messages), pages.acknowledged_link, head)

    def people(self) -> Mapping[str, Names]:
        return people_of(self.pages())

    def receipts(
        self, wanted: Selection, cut: Cut, after: int, most: int
    ) -> tuple[ReceiptLine, ...]:
        pages = self.pages()
        lines = [
            receipt_line(pages, link, receipt, cut, self._undone(cut))
            for link, receipt in sorted(pages.receipts.items())
            if after < link <= cut.link
            and wanted.takes(
                receipt.payment.shift_no, receipt.payment.business_date, receipt.payment.cashier_id
            )
        ]
        return tuple(lines[:most])

    def _undone(self, cut: Cut) -> dict[str, ReversalLine]:
        pages = self.pages()
        lines = [
            reversal_line(pages, link, made)
            for link, made in pages.reversals.items()
            if link <= cut.link
        ]
        return {str(line.receipt_no): line for line in lines}

    def numbers(
        self, series: str, book_year: BookYear, first: int, last: int, cut: Cut
    ) -> frozenset[int]:
        numbers = [
            receipt.payment.receipt_no
            for link, receipt in self.pages().receipts.items()
            if link <= cut.link
        ]
        return frozenset(
            one.serial
            for one in numbers
            if (one.series, one.book_year) == (series, book_year) and first <= one.serial <= last
        )

    def reversals(self, wanted: Selection, cut: Cut) -> tuple[ReversalLine, ...]:
        return tuple(
            line
            for line in sorted(self._undone(cut).values(), key=lambda line: line.link)
            if wanted.takes(line.taken_in, line.business_date, line.taken_by)
            or (
                wanted.shift_no is not None
                and wanted.takes(line.shift_no, line.business_date, line.taken_by)
            )
        )

    def returns(self, wanted: Selection, cut: Cut) -> tuple[ReturnLine, ...]:
        pages = self.pages()
        tenders = {
            identity_of(tender): tender
            for receipt in pages.receipts.values()
            for tender in receipt.payment.tenders
            if not isinstance(tender, CashTender)
        }
        lines = []
        for (link, identity), step in pages.steps.items():
            day = step.at.date()
            is_wanted = wanted.shift_no is None and wanted.takes(None, day, step.by)
            if step.state is not InstrumentState.RETURNED or link > cut.link or not is_wanted:
                continue
            undone = pages.returns[link]
            tender = tenders[identity]
            lines.append(
                ReturnLine(
                    link=link,
                    kind=kind_of(tender),
                    identity=identity,
                    paper=tender.paper if isinstance(tender, ChequeTender | DraftTender) else None,
                    upi_reference=tender.reference if isinstance(tender, UpiTender) else "",
                    amount=Money.total(part.amount for part in undone.parts),
                    receipt_nos=tuple(part.receipt_no for part in undone.parts),
                    reason=step.reason,
                    charge=step.charge,
                    on=step.on,
                    by=name_of(pages, step.by),
                    by_id=step.by,
                    business_date=day,
                )
            )
        return tuple(lines)

    def shifts(self, wanted: Selection, cut: Cut) -> tuple[ShiftLine, ...]:
        pages = self.pages()
        return tuple(
            shift_line(pages, link, shift, cut, people_of(pages))
            for link, shift in pages.shifts.items()
            if link <= cut.link
            and wanted.takes(shift.shift_no, shift.business_date, shift.cashier_id)
        )

    def closes(self, wanted: Selection, cut: Cut) -> tuple[ShiftLine, ...]:
        pages = self.pages()
        shifts = {one.shift_id: (link, one) for link, one in pages.shifts.items()}
        return tuple(
            shift_line(pages, *shifts[close.shift_id], cut, people_of(pages))
            for link, close in pages.closes.items()
            if link <= cut.link
            and wanted.takes(close.shift_no, close.business_date, close.cashier_id)
        )

    def handings(self, wanted: Selection, cut: Cut) -> tuple[HandingLine, ...]:
        pages = self.pages()
        return tuple(
            HandingLine(
                link=link,
                handing=one,
                giver=name_of(pages, one.by),
                receiver=name_of(pages, one.receiver_id),
                approver=name_of(pages, one.approval.approver_id) if one.approval else NOBODY,
            )
            for link, one in pages.handings.items()
            if link <= cut.link
            and wanted.shift_no is None
            and wanted.takes(None, one.business_date, one.by)
        )

    def moves(self, wanted: Selection, cut: Cut) -> tuple[MoveLine, ...]:
        pages = self.pages()
        lines = []
        for link, move in pages.moves.items():
            shift_no = shift_no_of(pages, move.shift_id)
            assert shift_no is not None
            if link <= cut.link and wanted.takes(shift_no, move.business_date, move.cashier_id):
                given, receiver = move.approval, move.receiver_id
                lines.append(
                    MoveLine(
                        link=link,
                        shift_no=shift_no,
                        move=move,
                        cashier=name_of(pages, move.cashier_id),
                        receiver=name_of(pages, receiver) if receiver else NOBODY,
                        approver=name_of(pages, given.approver_id) if given else NOBODY,
                    )
                )
        return tuple(lines)

    def openings(self, wanted: Selection, cut: Cut) -> tuple[OpeningLine, ...]:
        pages = self.pages()
        return tuple(
            OpeningLine(link, shift_no, opening, name_of(pages, opening.by))
            for link, opening in pages.openings.items()
            for shift_no in [shift_no_of(pages, opening.shift_id)]
            if link <= cut.link and wanted.takes(shift_no, opening.business_date, opening.by)
        )

    def approvals(self, wanted: Selection, cut: Cut) -> tuple[ApprovalLine, ...]:
        pages = self.pages()
        lines = [
            ApprovalLine(
                link=link,
                at=at,
                business_date=day,
                shift_no=shift_no_of(pages, shift_id),
                approver_id=given.approver_id,
                approver=name_of(pages, given.approver_id),
                for_id=given.for_id,
                for_whom=name_of(pages, given.for_id),
                codes=(given.code.value,),
                about=given.about,
                amount=given.amount,
                reason=given.reason,
                how=given.how,
                about_shift_no=_shift_about(pages, given),
            )
            for link, (given, shift_id, day, at) in pages.approvals.items()
        ]
        for link, (word, shift_id, at) in pages.words.items():
            (shift,) = [one for one in pages.shifts.values() if one.shift_id == shift_id]
            paid = [
                receipt.payment
                for paid_link, receipt in sorted(pages.receipts.items())
                if _is_same(receipt.payment.word, word) and paid_link <= cut.link
            ]
            lines.append(
                ApprovalLine(
                    link=link,
                    at=at,
                    business_date=at.date(),
                    shift_no=shift.shift_no,
                    approver_id=word.supervisor_id,
                    approver=name_of(pages, word.supervisor_id),
                    for_id=shift.cashier_id,
                    for_whom=name_of(pages, shift.cashier_id),
                    codes=tuple(sorted(word.codes)),
                    about=", ".join(str(one.receipt_no) for one in paid),
                    amount=Money.total(one.amount for one in paid),
                    reason=word.reason,
                    how=word.how,
                )
            )
        return tuple(
            line
            for line in sorted(lines, key=lambda line: line.link)
            if line.link <= cut.link
            and wanted.takes(line.shift_no, line.business_date, line.for_id)
        )

    def entries(self, wanted: Selection, cut: Cut, after: int, most: int) -> tuple[EntryLine, ...]:
        pages = self.pages()
        lines = entries_of(pages, wanted, cut, people_of(pages))
        return tuple(line for line in lines if line.link > after)[:most]


def _is_same(used: Word | None, word: Word) -> bool:
    return used is not None and used.word_id == word.word_id


def _shift_about(pages: Pages, given: Approval) -> int | None:
    if given.code not in ABOUT_A_SHIFT:
        return None
    shifts = pages.shifts.values()
    return next((one.shift_no for one in shifts if str(one.shift_id) == given.about), None)

"""A shift of the pages as reports see it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from counter_app.domain.ledger import LedgerAccount
from counter_app.domain.money import Money
from counter_app.domain.report import Names
from counter_app.domain.report_rows import NOBODY, ShiftLine
from counter_app.domain.shift import ShiftState

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from uuid import UUID

    from counter_app.domain.report_selection import Cut
    from counter_app.domain.shift import Shift
    from tests.fakes.pages import Pages


def shift_no_of(pages: Pages, shift_id: UUID | None) -> int | None:
    """The number of a shift, None for none."""
    return next((one.shift_no for one in pages.shifts.values() if one.shift_id == shift_id), None)


def links_of_shift(pages: Pages, shift_id: UUID) -> set[int]:
    """The messages that tell of a shift: float, payments, moves, reversals out of its drawer, close."""
    return {
        *(link for link, one in pages.shifts.items() if one.shift_id == shift_id),
        *(link for link, one in pages.receipts.items() if one.payment.shift_id == shift_id),
        *(link for link, one in pages.moves.items() if one.shift_id == shift_id),
        *(link for link, one in pages.reversals.items() if one.shift_id == shift_id),
        *(link for link, one in pages.closes.items() if one.shift_id == shift_id),
    }


def posted(pages: Pages, links: Iterable[int], account: LedgerAccount) -> Money:
    """What entries at these links move on an account."""
    return Money.total(
        posting.amount
        for link in links
        if link in pages.entries
        for posting in pages.entries[link].postings
        if posting.account is account
    )


def shift_line(
    pages: Pages, link: int, shift: Shift, cut: Cut, people: Mapping[str, Names]
) -> ShiftLine:
    """All that is kept of it."""
    links = {one for one in links_of_shift(pages, shift.shift_id) if one <= cut.link}
    closes = {one: close for one, close in pages.closes.items() if one in links}
    close = next(iter(closes.values()), None)
    before = links - set(closes)

    def name_of(cashier_id: str) -> Names:
        return people.get(cashier_id, Names(cashier_id, cashier_id))

    return ShiftLine(
        link=link,
        shift_no=shift.shift_no,
        cashier_id=shift.cashier_id,
        cashier=name_of(shift.cashier_id),
        drawer_no=shift.drawer_no,
        business_date=shift.business_date,
        opened_at=shift.opened_at,
        opening_float=shift.opening_float,
        opening_count=shift.opening_count,
        taken_over_from=shift_no_of(pages, shift.taken_over_from),
        drawer=posted(pages, links, LedgerAccount.CASH_DRAWER),
        float_out=-posted(pages, before, LedgerAccount.FLOAT_ISSUED),
        pauses=sum(
            one.shift_id == shift.shift_id and one.state is ShiftState.SUSPENDED
            for pause_link, one in pages.pauses.items()
            if pause_link <= cut.link
        ),
        close=close,
        closed_by=name_of(close.closed_by) if close else NOBODY,
        approver=name_of(close.approval.approver_id) if close and close.approval else NOBODY,
    )

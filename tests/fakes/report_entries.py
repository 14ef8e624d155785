"""The entries of the pages as the day book sees them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from counter_app.domain.report import Names
from counter_app.domain.report_rows import EntryLine
from tests.fakes.pages import moment_of
from tests.fakes.report_shifts import shift_no_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from counter_app.domain.report_selection import Cut, Selection
    from tests.fakes.pages import Pages


def entries_of(
    pages: Pages, wanted: Selection, cut: Cut, people: Mapping[str, Names]
) -> list[EntryLine]:
    """Those of a selection, in the order of the chain."""
    lines = []
    for link, entry in sorted(pages.entries.items()):
        told = pages.messages[link - 1].message
        shift_no, day, by, about = _of_what(pages, link)
        if link <= cut.link and wanted.takes(shift_no, day, by):
            lines.append(
                EntryLine(
                    link=link,
                    at=moment_of(told.clock.utc_us),
                    business_date=day,
                    kind=str(told.body.__struct_config__.tag),
                    about=about,
                    by=people.get(by, Names(by, by)),
                    postings=entry.postings,
                )
            )
    return lines


def _of_what(pages: Pages, link: int) -> tuple[int | None, date, str, str]:
    """Shift number, business date, by whom, about what."""
    if link in pages.receipts:
        payment = pages.receipts[link].payment
        return payment.shift_no, payment.business_date, payment.cashier_id, str(payment.receipt_no)
    for book in (pages.shifts, pages.moves, pages.closes):
        if link in book:
            told = book[link]
            number = shift_no_of(pages, told.shift_id)
            return number, told.business_date, told.cashier_id, str(number)
    return _of_office(pages, link)


def _of_office(pages: Pages, link: int) -> tuple[int | None, date, str, str]:
    if link in pages.reversals:
        made = pages.reversals[link]
        number = shift_no_of(pages, made.shift_id)
        return number, made.business_date, made.by, str(made.receipt_no)
    if link in pages.handings:
        handing = pages.handings[link]
        return None, handing.business_date, handing.by, ""
    if link in pages.slips:
        slip = pages.slips[link]
        return None, slip.business_date, slip.by, str(slip.slip_no)
    if link in pages.answers:
        answer = pages.answers[link]
        return None, answer.business_date, answer.by, str(answer.slip_no)
    ((identity, step),) = ((one, step) for (at, one), step in pages.steps.items() if at == link)
    return None, step.at.date(), step.by, identity

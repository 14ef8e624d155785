"""Names and reversals of the pages as reports see them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from counter_app.domain.report import Names
from counter_app.domain.report_rows import ReversalLine
from tests.fakes.report_shifts import shift_no_of

if TYPE_CHECKING:
    from counter_app.domain.reversal import Reversal
    from tests.fakes.pages import Pages


def people_of(pages: Pages) -> dict[str, Names]:
    """Who is who."""
    return {
        person.cashier_id: Names(person.name_en, person.name_hi)
        for roster in pages.rosters
        for person in roster
    }


def name_of(pages: Pages, cashier_id: str) -> Names:
    """A name; the id itself for a stranger."""
    return people_of(pages).get(cashier_id, Names(cashier_id, cashier_id))


def reversal_line(pages: Pages, link: int, made: Reversal) -> ReversalLine:
    """A reversal with the receipt it undid."""
    (payment,) = [
        one.payment for one in pages.receipts.values() if one.payment.payment_id == made.payment_id
    ]
    return ReversalLine(
        link=link,
        receipt_no=payment.receipt_no,
        taken_on=payment.business_date,
        taken_in=payment.shift_no,
        taken_by=payment.cashier_id,
        account_no=payment.consumer.account_no,
        consumer=Names(payment.consumer.name_en, payment.consumer.name_hi),
        amount=payment.amount,
        tenders=made.tenders,
        why=made.why,
        reason=made.reason,
        paper=made.paper,
        right_account=made.right_account,
        by=name_of(pages, made.by),
        by_id=made.by,
        approver=name_of(pages, made.approval.approver_id),
        how=made.approval.how,
        shift_no=shift_no_of(pages, made.shift_id),
        business_date=made.business_date,
        at=made.at,
    )

"""A receipt of the pages as reports see it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from counter_app.domain.report import Names
from counter_app.domain.report_rows import ReceiptLine, TenderLine
from counter_app.domain.tender import CashTender, first_state_of, identity_of
from tests.fakes.books_of_people import FakePrintBook

if TYPE_CHECKING:
    from collections.abc import Mapping

    from counter_app.domain.receipt import Receipt
    from counter_app.domain.report_rows import ReversalLine
    from counter_app.domain.report_selection import Cut
    from counter_app.domain.tender import Tender
    from tests.fakes.pages import Pages


def tender_line(pages: Pages, tender: Tender, cut: Cut) -> TenderLine:
    """A tender with where it stands."""
    if isinstance(tender, CashTender):
        return TenderLine(tender)
    identity, state = identity_of(tender), first_state_of(tender)
    for (link, other), step in sorted(pages.steps.items(), key=lambda one: one[0]):
        if other == identity and link <= cut.link:
            state = step.state
    slip_nos = [
        made.slip_no
        for link, made in pages.slips.items()
        for one in made.items
        if one.identity == identity and link <= cut.link
    ]
    return TenderLine(tender, state, slip_nos[0] if slip_nos else None)


def receipt_line(
    pages: Pages, link: int, receipt: Receipt, cut: Cut, undone: Mapping[str, ReversalLine]
) -> ReceiptLine:
    """All that is kept of it."""
    payment = receipt.payment
    prints = FakePrintBook(lambda: pages)
    last = prints.last(payment.receipt_no)
    fate = pages.fates.get(link)
    is_acknowledged = link <= cut.acknowledged_link
    group_links = [
        other
        for other, one in pages.receipts.items()
        if one.payment.payment_id == payment.group.group_id
    ]
    return ReceiptLine(
        link=link,
        receipt_no=payment.receipt_no,
        taken_at=payment.taken_at,
        business_date=payment.business_date,
        shift_no=payment.shift_no,
        cashier_id=payment.cashier_id,
        cashier=Names(receipt.cashier_name_en, receipt.cashier_name_hi),
        account_no=payment.consumer.account_no,
        consumer=Names(payment.consumer.name_en, payment.consumer.name_hi),
        category=payment.consumer.category,
        division=payment.consumer.division,
        substation=payment.consumer.substation,
        bill_no=receipt.bill.bill_no if receipt.bill else "",
        bill_month=receipt.bill.bill_month if receipt.bill else "",
        purpose=payment.purpose.code,
        purpose_names=Names(payment.purpose.name_en, payment.purpose.name_hi),
        account=payment.purpose.account,
        reference=payment.reference,
        settlement=payment.settlement,
        allocations=payment.allocations,
        tenders=tuple(tender_line(pages, one, cut) for one in payment.tenders),
        outstanding_before=payment.outstanding_before,
        balance=payment.balance,
        amount=payment.amount,
        payer=payment.payer,
        group_link=group_links[0],
        group_place=payment.group.place,
        group_size=payment.group.size,
        stamp=receipt.stamp.how if receipt.stamp else "",
        is_acknowledged=is_acknowledged,
        fate=fate.fate if fate and is_acknowledged else "",
        print_state=last.state if last else None,
        copies=prints.copies_out(payment.receipt_no),
        reversal=undone.get(str(payment.receipt_no)),
    )

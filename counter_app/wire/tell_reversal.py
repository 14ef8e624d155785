"""A reversal, as the body that tells it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from counter_app.wire.custody_bodies import PaymentReversed, TenderUndoneTold
from counter_app.wire.tell import tell_allocations, tell_entry
from counter_app.wire.told_parts import ReturnedPart

if TYPE_CHECKING:
    from counter_app.domain.reversal import Reversal


def tell_reversal(made: Reversal) -> PaymentReversed:
    """The message body of a payment undone."""
    return PaymentReversed(
        reversal_id=str(made.reversal_id),
        part=ReturnedPart(
            str(made.payment_id),
            str(made.receipt_no),
            made.account_no,
            made.amount.paise,
            tell_allocations(made.undone.allocations),
        ),
        tenders=tuple(
            TenderUndoneTold(
                one.kind, one.amount.paise, one.where.value, one.identity, one.reference
            )
            for one in made.tenders
        ),
        postings=tell_entry(made.entry),
        why=made.why.value,
        reason=made.reason,
        paper=made.paper.value,
        by=made.by,
        approval_id=str(made.approval.approval_id),
        business_date=made.business_date.isoformat(),
        shift_id=str(made.shift_id) if made.shift_id else "",
        right_account=made.right_account,
    )

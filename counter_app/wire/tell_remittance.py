"""What was handed to the head cashier and given to the bank, as the body that tells it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from counter_app.wire.custody_bodies import (
    BankAnswered,
    BankDifferenceTold,
    RemittanceMade,
    SlipItemTold,
    TakingsHanded,
)
from counter_app.wire.tell import tell_count, tell_entry

if TYPE_CHECKING:
    from counter_app.domain.ledger import Entry
    from counter_app.domain.remittance import BankAnswer, Handing, Slip


def tell_handing(handing: Handing, entry: Entry) -> TakingsHanded:
    """The message body of takings given to the head cashier."""
    return TakingsHanded(
        handing_id=str(handing.handing_id),
        shift_ids=tuple(map(str, handing.shift_ids)),
        amount_paise=handing.amount.paise,
        count=tell_count(handing.count),
        by=handing.by,
        receiver_id=handing.receiver_id,
        business_date=handing.business_date.isoformat(),
        postings=tell_entry(entry),
        reason=handing.reason,
        approval_id=str(handing.approval.approval_id) if handing.approval else "",
    )


def tell_slip(slip: Slip, entry: Entry) -> RemittanceMade:
    """The message body of a bank slip."""
    return RemittanceMade(
        slip_id=str(slip.slip_id),
        slip_no=slip.slip_no,
        slip=slip.kind,
        amount_paise=slip.amount.paise,
        bank_account=slip.bank_account,
        by=slip.by,
        business_date=slip.business_date.isoformat(),
        postings=tell_entry(entry),
        count=tell_count(slip.count),
        items=tuple(SlipItemTold(one.identity, one.amount.paise) for one in slip.items),
    )


def tell_answer(answer: BankAnswer, entry: Entry | None) -> BankAnswered:
    """The message body of what the bank said of a slip; papers move nothing yet."""
    return BankAnswered(
        answer_id=str(answer.answer_id),
        slip_id=str(answer.slip_id),
        slip_no=answer.slip_no,
        reference=answer.reference,
        on=answer.on.isoformat(),
        accepted_paise=answer.accepted.paise,
        by=answer.by,
        business_date=answer.business_date.isoformat(),
        postings=() if entry is None else tell_entry(entry),
        differences=tuple(
            BankDifferenceTold(one.why, one.amount.paise, one.note) for one in answer.differences
        ),
        approval_id=str(answer.approval.approval_id) if answer.approval else "",
    )

"""What is paid for: a bill with what was due, or a head of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from counter_app.domain.money import ZERO
from counter_app.printing import wording
from counter_app.printing.layout_parts import notes, told, values_in_both
from counter_app.printing.lines import Left, Pair, Tone
from counter_app.printing.wording import day_text, rupees

if TYPE_CHECKING:
    from counter_app.domain.payment import Payment
    from counter_app.domain.receipt import Receipt
    from counter_app.printing.lines import Line


def head_lines(payment: Payment) -> list[Line]:
    """The purpose, the number it was asked for under, and what the payer must know of it."""
    purpose = payment.purpose
    # The note of a certificate stands in its box, where it is said only of a bill that is settled.
    said = () if purpose.is_certificate else (purpose.note_hi, purpose.note_en)
    return [
        Pair(wording.PURPOSE, values_in_both(purpose.name_hi, purpose.name_en)),
        *told(wording.REFERENCE, payment.reference, Tone.STRONG),
        *notes(*said),
    ]


def bill_lines(receipt: Receipt) -> list[Line]:
    """The purpose, the newest bill as told, and what was due before this payment."""
    bill, payment = receipt.bill, receipt.payment
    lines = head_lines(payment)
    if bill is not None:
        lines += [
            Pair(wording.BILL_NO, (bill.bill_no,)),
            Pair(wording.BILL_MONTH, (wording.month_text(bill.bill_month),)),
            Pair(wording.DUE_DATE, (day_text(bill.due_date),)),
            Pair(wording.BILL_AMOUNT, (rupees(bill.payable_on(payment.business_date)),)),
        ]
    due = payment.outstanding_before
    if due < ZERO:
        lines.append(Pair(wording.CREDIT_BEFORE, (rupees(-due),)))
    else:
        lines.append(Pair(wording.OUTSTANDING, (rupees(due),)))
    if receipt.told_at is not None:
        day = wording.told_day(receipt.told_at)
        lines.append(Left(wording.AS_TOLD_ON.format(day=day), Tone.SMALL))
    return lines

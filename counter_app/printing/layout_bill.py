"""What is paid for: a bill with what was due, or a head of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from counter_app.domain.money import ZERO
from counter_app.printing import wording
from counter_app.printing.layout_parts import notes, told, values_of
from counter_app.printing.lines import Left, Pair, Tone
from counter_app.printing.wording import day_text, rupees

if TYPE_CHECKING:
    from counter_app.domain.payment import Payment
    from counter_app.domain.receipt import Receipt
    from counter_app.printing.lines import Line
    from counter_app.printing.tongue import Tongue


def head_lines(payment: Payment, tongue: Tongue) -> list[Line]:
    """The purpose, the number it was asked for under, and what the payer must know of it."""
    purpose = payment.purpose
    # The note of a certificate stands in its box, where it is said only of a bill that is settled.
    said = () if purpose.is_certificate else tongue.told(purpose.note_hi, purpose.note_en)
    return [
        Pair(tongue.say(wording.PURPOSE), values_of(purpose.name_hi, purpose.name_en, tongue)),
        *told(tongue.say(wording.REFERENCE), payment.reference, Tone.STRONG),
        *notes(*said),
    ]


def bill_lines(receipt: Receipt, tongue: Tongue) -> list[Line]:
    """The purpose, the newest bill as told, and what was due before this payment."""
    bill, payment, say = receipt.bill, receipt.payment, tongue.say
    lines = head_lines(payment, tongue)
    if bill is not None:
        lines += [
            Pair(say(wording.BILL_NO), (bill.bill_no,)),
            Pair(say(wording.BILL_MONTH), (wording.month_text(bill.bill_month, tongue),)),
            Pair(say(wording.DUE_DATE), (day_text(bill.due_date),)),
            Pair(say(wording.BILL_AMOUNT), (rupees(bill.payable_on(payment.business_date)),)),
        ]
    due = payment.outstanding_before
    if due < ZERO:
        lines.append(Pair(say(wording.CREDIT_BEFORE), (rupees(-due),)))
    else:
        lines.append(Pair(say(wording.OUTSTANDING), (rupees(due),)))
    if receipt.told_at is not None:
        day = wording.told_day(receipt.told_at)
        lines.append(Left(say(wording.AS_TOLD_ON, day=day), Tone.SMALL))
    return lines

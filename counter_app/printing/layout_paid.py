"""What was paid: the sum in figures and words, what it settled, what is still due and what is an advance."""

from __future__ import annotations

from typing import TYPE_CHECKING

from counter_app.domain.money import ZERO, Money
from counter_app.domain.payment import Settlement, Toward
from counter_app.domain.words import amount_in_english, amount_in_hindi
from counter_app.printing import wording
from counter_app.printing.layout_parts import notes
from counter_app.printing.lines import Big, Centre, Left, Pair, Rule, Tone
from counter_app.printing.wording import rupees

if TYPE_CHECKING:
    from datetime import datetime

    from counter_app.domain.payment import Payment
    from counter_app.domain.receipt import Receipt
    from counter_app.printing.lines import Line
    from counter_app.printing.tongue import Tongue


def paid_lines(receipt: Receipt, tongue: Tongue) -> list[Line]:
    """The one figure of the receipt and all that follows from it."""
    payment = receipt.payment
    settlement = wording.SETTLEMENTS.get(payment.settlement)
    lines: list[Line] = [Big(tongue.say(wording.AMOUNT_PAID), rupees(payment.amount))]
    if settlement is not None:
        lines.append(Centre(tongue.say(settlement), Tone.STRONG))
    lines += [Rule(is_strong=True), *words_lines(payment.amount, tongue)]
    if settlement is not None:
        lines += [
            *_advance(payment, tongue),
            _balance(payment, receipt.told_at, tongue),
            *_bills(payment, tongue),
        ]
    return lines


def words_lines(amount: Money, tongue: Tongue) -> list[Line]:
    """The sum in words, a line for each language."""
    hindi, english = amount_in_hindi(amount), amount_in_english(amount)
    said = tongue.each(wording.IN_WORDS, hindi=hindi, english=english)
    return [Left(text, Tone.SMALL) for text in said]


def _advance(payment: Payment, tongue: Tongue) -> list[Line]:
    """The advance apart from what the bill took."""
    advance = payment.advance
    if not advance:
        return []
    to_bills = payment.amount - advance
    return [
        *([Pair(tongue.say(wording.TO_BILLS), (rupees(to_bills),))] if to_bills else []),
        Pair(tongue.say(wording.ADVANCE), (rupees(advance),), Tone.STRONG),
        *notes(*tongue.each(wording.ADVANCE_KEPT)),
    ]


def _balance(payment: Payment, told_at: datetime | None, tongue: Tongue) -> Line:
    """What is still due as of the local copy; for one to whom nothing was due, what stands to their credit."""
    is_credit = payment.settlement is Settlement.ADVANCE
    label = tongue.say(wording.CREDIT if is_credit else wording.BALANCE)
    amount = -payment.balance if is_credit else max(payment.balance, ZERO)
    if told_at is not None:
        label = tongue.say(wording.AS_OF, what=label, day=wording.told_day(told_at))
    return Pair(label, (rupees(amount),), Tone.STRONG if amount else Tone.BODY)


def _bills(payment: Payment, tongue: Tongue) -> list[Line]:
    """Each bill by name where several were settled."""
    parts = [part for part in payment.allocations if part.toward is Toward.BILL]
    if len(parts) <= 1:
        return []
    return [
        Rule(),
        Left(tongue.say(wording.BILLS_SETTLED)),
        *(Pair(part.bill_no, (rupees(part.amount),)) for part in parts),
    ]

"""The summary of an order over several accounts: one paper for the payer, beside the receipt of each payment.

It is no receipt and says so: it has no number of its own, and may be printed as often as it is wanted.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from counter_app.domain.money import Money
from counter_app.domain.payment import Settlement
from counter_app.domain.tender import CashTender, face_of, identity_of
from counter_app.printing import wording
from counter_app.printing.layout_foot import cashier_lines, foot_lines
from counter_app.printing.layout_header import header_lines
from counter_app.printing.layout_paid import words_lines
from counter_app.printing.layout_parts import joined, notes, told
from counter_app.printing.layout_tenders import tender_lines
from counter_app.printing.legible import legible_lines
from counter_app.printing.lines import Big, Box, Centre, Left, Pair, Rule, Space, Tone
from counter_app.printing.tongue import Tongue
from counter_app.printing.wording import rupees

if TYPE_CHECKING:
    from collections.abc import Iterable

    from counter_app.domain.payment import Payment
    from counter_app.domain.receipt import Receipt
    from counter_app.domain.tender import Tender
    from counter_app.printing.lines import Line

BETWEEN_PAYMENTS = Space(25)


def lay_out_summary(
    receipts: tuple[Receipt, ...], tongue: Tongue = Tongue.BOTH
) -> tuple[Line, ...]:
    """All lines of the summary of an order, its receipts in the order they were taken."""
    payments = tuple(receipt.payment for receipt in receipts)
    first, say = receipts[0], tongue.say
    total = Money.total(payment.amount for payment in payments)
    whole = together(tender for payment in payments for tender in payment.tenders)
    lines = (
        *header_lines(first.place, tongue),
        Centre(say(wording.SUMMARY_TITLE), Tone.TITLE),
        Box(tongue.each(wording.NOT_A_RECEIPT)),
        Space(20),
        Pair(say(wording.DATE_TIME), (wording.moment_text(first.payment.taken_at),)),
        *told(say(wording.PAYER), first.payment.payer, Tone.STRONG),
        Pair(say(wording.RECEIPTS_COUNT), (str(len(receipts)),)),
        Pair(say(wording.FIRST_TO_LAST), (first_to_last(receipts),)),
        Rule(),
        *_payments(payments, tongue),
        Rule(is_strong=True),
        Big(say(wording.TOTAL_PAID), rupees(total)),
        Rule(is_strong=True),
        *words_lines(total, tongue),
        Rule(),
        *tender_lines(whole, tongue, is_alone=True),
        Rule(),
        *cashier_lines(first, tongue),
        Pair(say(wording.SHIFT), (str(first.payment.shift_no),)),
        Rule(),
        *foot_lines(first.place, (wording.EACH_HAS_ITS_RECEIPT,), tongue),
    )
    return legible_lines(lines)


def first_to_last(receipts: tuple[Receipt, ...]) -> str:
    """``KID07/2627/000201 – 000240``."""
    first, last = receipts[0].payment.receipt_no, receipts[-1].payment.receipt_no
    same = (first.series, first.book_year) == (last.series, last.book_year)
    ends = str(last).rpartition("/")[2] if same else str(last)
    return wording.unbroken(f"{first} – {ends}")


def together(parts: Iterable[Tender]) -> tuple[Tender, ...]:
    """Tenders as they were handed over, from the parts that were dealt out to payments.

    Cash is one tender of all that was given; every instrument stands once, with its whole sum.
    """
    cash: list[CashTender] = []
    whole: dict[str, Tender] = {}
    for part in parts:
        if isinstance(part, CashTender):
            cash.append(part)
        else:
            whole[identity_of(part)] = replace(part, amount=face_of(part), whole=None)
    if cash:
        amount = Money.total(part.amount for part in cash)
        given = Money.total(part.given for part in cash)
        return CashTender(amount, given), *whole.values()
    return tuple(whole.values())


def _payments(payments: tuple[Payment, ...], tongue: Tongue) -> list[Line]:
    """Every payment with a heading wherever the purpose changes."""
    lines: list[Line] = []
    purpose_before = ""
    for place, payment in enumerate(payments, 1):
        purpose = _purpose(payment, tongue)
        lines += [BETWEEN_PAYMENTS] if lines else []
        lines += [Left(purpose, Tone.STRONG)] if purpose != purpose_before else []
        lines += _payment(place, payment, tongue)
        purpose_before = purpose
    return lines


def _purpose(payment: Payment, tongue: Tongue) -> str:
    purpose = payment.purpose
    if payment.noted:
        return tongue.say(wording.SUSPENSE)
    return joined(purpose.name_hi, purpose.name_en, tongue)


def _payment(place: int, payment: Payment, tongue: Tongue) -> list[Line]:
    """Number and sum; below them the account, the consumer, and what is not simply a bill in full."""
    noted, consumer = payment.noted, payment.consumer
    account_no = (noted.account_no or wording.NOT_TOLD) if noted else consumer.account_no
    name = next(iter(tongue.told(consumer.name_hi, consumer.name_en)), wording.NOT_TOLD)
    is_full = payment.settlement is Settlement.FULL
    settlement = None if is_full else wording.SETTLEMENTS.get(payment.settlement)
    settled = "" if settlement is None else tongue.say(settlement)
    label = tongue.say(wording.REFERENCE)
    reference = f"{label} {payment.reference}" if payment.reference else ""
    return [
        Pair(f"{place}. {payment.receipt_no}", (rupees(payment.amount),)),
        *notes(f"{account_no} · {name}", reference, settled),
    ]

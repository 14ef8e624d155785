"""The head of a paper: whose it is, what kind of paper, and whom it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from counter_app.domain.consumer import masked_mobile
from counter_app.domain.money import ZERO
from counter_app.domain.tender import BANK_PAPER, UpiTender, kind_of
from counter_app.printing import wording
from counter_app.printing.layout_parts import clean, in_both, notes, told
from counter_app.printing.lines import Box, BoxKind, Centre, Pair, Rule, Space, Tone

if TYPE_CHECKING:
    from counter_app.domain.payment import Payment
    from counter_app.domain.receipt import CounterPlace, Receipt
    from counter_app.domain.suspense import NotedConsumer
    from counter_app.printing.lines import Line


def header_lines(place: CounterPlace) -> list[Line]:
    """The company, the division and the counter."""
    counter = f"{wording.COUNTER} {place.counter_id}"
    division = in_both(place.division_hi, place.division_en)
    return [
        Centre(wording.ACRONYM, Tone.HEAD),
        Centre(place.office_hi, Tone.STRONG),
        Centre(place.office_en, Tone.STRONG),
        Space(15),
        *([Centre(f"{wording.DIVISION}: {division}", Tone.SMALL)] if division else []),
        Centre(f"{counter} · {place.counter_name}" if place.counter_name else counter, Tone.SMALL),
        Rule(is_strong=True),
    ]


def mark_lines(receipt: Receipt, copy_no: int, *, is_acknowledged: bool) -> list[Line]:
    """What this paper is: which copy, whether the centre knows, a final bill, or money in suspense."""
    payment = receipt.payment
    lines: list[Line] = [Centre(wording.TITLE, Tone.TITLE)]
    if receipt.reversed_on is not None:
        day = wording.day_text(receipt.reversed_on)
        lines.append(Box((wording.CANCELLED, f"{wording.REVERSED_ON}: {day}"), BoxKind.FILLED))
    mark = wording.copy_mark(copy_no)
    lines.append(Box((mark,), BoxKind.FILLED) if copy_no else Centre(mark, Tone.SMALL))
    if not is_acknowledged:
        lines.append(Box((wording.OFFLINE,)))
    if payment.purpose.is_certificate:
        lines.append(Box(_certificate(payment)))
    if payment.noted is not None:
        lines.append(Box((wording.SUSPENSE,)))
        purpose = payment.purpose
        said = (purpose.name_hi, purpose.name_en, purpose.note_hi, purpose.note_en)
        lines += [Centre(text, Tone.SMALL) for text in said if text]
    return [*lines, Space(20)]


def _certificate(payment: Payment) -> tuple[str, ...]:
    """A final bill certifies that nothing is due only when nothing is, and all of the money is sure."""
    purpose = payment.purpose
    if payment.balance > ZERO:
        return wording.FINAL_BILL, *wording.BALANCE_LEFT
    if not _is_money_sure(payment):
        return wording.FINAL_BILL, *wording.UNTIL_REALISED
    return wording.FINAL_BILL, *filter(None, (clean(purpose.note_hi), clean(purpose.note_en)))


def _is_money_sure(payment: Payment) -> bool:
    return not any(
        kind_of(tender) in BANK_PAPER or (isinstance(tender, UpiTender) and not tender.is_confirmed)
        for tender in payment.tenders
    )


def identity_lines(receipt: Receipt) -> list[Line]:
    """The receipt's number and moment, and the consumer."""
    payment = receipt.payment
    about = _consumer(payment) if payment.noted is None else _noted(payment.noted)
    return [
        Pair(wording.RECEIPT_NO, (str(payment.receipt_no),), Tone.STRONG),
        Pair(wording.DATE_TIME, (wording.moment_text(payment.taken_at),)),
        Rule(),
        *about,
    ]


def _consumer(payment: Payment) -> list[Line]:
    consumer = payment.consumer
    names = tuple(filter(None, (clean(consumer.name_hi), clean(consumer.name_en))))
    return [
        Pair(wording.ACCOUNT_NO, (consumer.account_no,), Tone.STRONG),
        *told(wording.OLD_ACCOUNT_NO, consumer.legacy_account_no),
        Pair(wording.CONSUMER, names or (wording.NOT_TOLD,), Tone.STRONG),
        *told(wording.METER_NO, consumer.meter_no),
        *told(wording.MOBILE, masked_mobile(consumer.mobile)),
        *told(wording.CATEGORY, consumer.category),
    ]


def _noted(noted: NotedConsumer) -> list[Line]:
    """Whom the payer says it is for: nothing of this is known to be so."""
    return [
        Pair(wording.CONSUMER, (noted.name,), Tone.STRONG),
        Pair(wording.ACCOUNT_NO, (noted.account_no or wording.NOT_TOLD,), Tone.STRONG),
        *told(wording.METER_NO, noted.meter_no),
        *told(wording.BILL_NO, noted.bill_no),
        *told(wording.MOBILE, masked_mobile(noted.mobile)),
        *told(wording.ADDRESS, noted.address),
        *notes(*wording.AS_NOTED),
    ]

"""The head of a paper: whose it is, what kind of paper, and whom it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from counter_app.domain.consumer import masked_mobile
from counter_app.domain.money import ZERO
from counter_app.domain.tender import BANK_PAPER, UpiTender, kind_of
from counter_app.printing import wording
from counter_app.printing.layout_parts import joined, notes, told
from counter_app.printing.lines import Box, BoxKind, Centre, Pair, Rule, Space, Tone

if TYPE_CHECKING:
    from counter_app.domain.payment import Payment
    from counter_app.domain.receipt import CounterPlace, Receipt
    from counter_app.domain.suspense import NotedConsumer
    from counter_app.printing.lines import Line
    from counter_app.printing.tongue import Tongue


def header_lines(place: CounterPlace, tongue: Tongue) -> list[Line]:
    """The company, the division and the counter."""
    counter = f"{tongue.say(wording.COUNTER)} {place.counter_id}"
    division = joined(place.division_hi, place.division_en, tongue)
    return [
        Centre(tongue.say(wording.ACRONYM), Tone.HEAD),
        *(Centre(name, Tone.STRONG) for name in tongue.told(place.office_hi, place.office_en)),
        Space(15),
        *([Centre(f"{tongue.say(wording.DIVISION)}: {division}", Tone.SMALL)] if division else []),
        Centre(f"{counter} · {place.counter_name}" if place.counter_name else counter, Tone.SMALL),
        Rule(is_strong=True),
    ]


def mark_lines(
    receipt: Receipt, copy_no: int, tongue: Tongue, *, is_acknowledged: bool
) -> list[Line]:
    """What this paper is: which copy, whether the centre knows, a final bill, or money in suspense."""
    payment, say = receipt.payment, tongue.say
    lines: list[Line] = [Centre(say(wording.TITLE), Tone.TITLE)]
    if receipt.reversed_on is not None:
        day = wording.day_text(receipt.reversed_on)
        lines.append(
            Box((say(wording.CANCELLED), f"{say(wording.REVERSED_ON)}: {day}"), BoxKind.FILLED)
        )
    mark = wording.copy_mark(copy_no, tongue)
    lines.append(Box((mark,), BoxKind.FILLED) if copy_no else Centre(mark, Tone.SMALL))
    if not is_acknowledged:
        lines.append(Box((say(wording.OFFLINE),)))
    if payment.purpose.is_certificate:
        lines.append(Box(_certificate(payment, tongue)))
    if payment.noted is not None:
        lines.append(Box((say(wording.SUSPENSE),)))
        purpose = payment.purpose
        names = tongue.told(purpose.name_hi, purpose.name_en)
        said = (*names, *tongue.told(purpose.note_hi, purpose.note_en))
        lines += [Centre(text, Tone.SMALL) for text in said]
    return [*lines, Space(20)]


def _certificate(payment: Payment, tongue: Tongue) -> tuple[str, ...]:
    """A final bill certifies that nothing is due only when nothing is, and all of the money is sure."""
    purpose, name = payment.purpose, tongue.say(wording.FINAL_BILL)
    if payment.balance > ZERO:
        return name, *tongue.each(wording.BALANCE_LEFT)
    if not _is_money_sure(payment):
        return name, *tongue.each(wording.UNTIL_REALISED)
    return name, *tongue.told(purpose.note_hi, purpose.note_en)


def _is_money_sure(payment: Payment) -> bool:
    return not any(
        kind_of(tender) in BANK_PAPER or (isinstance(tender, UpiTender) and not tender.is_confirmed)
        for tender in payment.tenders
    )


def identity_lines(receipt: Receipt, tongue: Tongue, consumer_in: Tongue) -> list[Line]:
    """The receipt's number and moment, and the consumer, named as ``consumer_in`` says."""
    payment, noted = receipt.payment, receipt.payment.noted
    about = _consumer(payment, tongue, consumer_in) if noted is None else _noted(noted, tongue)
    return [
        Pair(tongue.say(wording.RECEIPT_NO), (str(payment.receipt_no),), Tone.STRONG),
        Pair(tongue.say(wording.DATE_TIME), (wording.moment_text(payment.taken_at),)),
        Rule(),
        *about,
    ]


def _consumer(payment: Payment, tongue: Tongue, named_in: Tongue) -> list[Line]:
    consumer, say = payment.consumer, tongue.say
    names = named_in.told(consumer.name_hi, consumer.name_en)
    return [
        Pair(say(wording.ACCOUNT_NO), (consumer.account_no,), Tone.STRONG),
        *told(say(wording.OLD_ACCOUNT_NO), consumer.legacy_account_no),
        Pair(say(wording.CONSUMER), names or (wording.NOT_TOLD,), Tone.STRONG),
        *told(say(wording.METER_NO), consumer.meter_no),
        *told(say(wording.MOBILE), masked_mobile(consumer.mobile)),
        *told(say(wording.CATEGORY), consumer.category),
    ]


def _noted(noted: NotedConsumer, tongue: Tongue) -> list[Line]:
    """Whom the payer says it is for: nothing of this is known to be so."""
    say = tongue.say
    return [
        Pair(say(wording.CONSUMER), (noted.name,), Tone.STRONG),
        Pair(say(wording.ACCOUNT_NO), (noted.account_no or wording.NOT_TOLD,), Tone.STRONG),
        *told(say(wording.METER_NO), noted.meter_no),
        *told(say(wording.BILL_NO), noted.bill_no),
        *told(say(wording.MOBILE), masked_mobile(noted.mobile)),
        *told(say(wording.ADDRESS), noted.address),
        *notes(*tongue.each(wording.AS_NOTED)),
    ]

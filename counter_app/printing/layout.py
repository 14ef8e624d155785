"""The receipt as lines, Hindi and English together: what it says and in what order, never how it is painted."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, assert_never

from counter_app.domain.consumer import masked_mobile
from counter_app.domain.identity import IST
from counter_app.domain.money import Money
from counter_app.domain.payment import Settlement
from counter_app.domain.tender import CardTender, CashTender
from counter_app.domain.words import amount_in_english, amount_in_hindi
from counter_app.printing import wording
from counter_app.printing.lines import Big, Box, BoxKind, Centre, Left, Pair, Rule, Space, Tone
from counter_app.printing.wording import day_text, rupees

if TYPE_CHECKING:
    from datetime import datetime

    from counter_app.domain.receipt import Receipt
    from counter_app.domain.tender import Tender
    from counter_app.printing.lines import Line


class StampRule(StrEnum):
    """How revenue stamp duty is met (domain, section 4)."""

    AFFIX = "affix"
    CONSOLIDATED = "consolidated"
    NONE = "none"


STAMP_ABOVE = Money.rupees(5_000)


@dataclass(frozen=True, slots=True)
class ReceiptStyle:
    """What an office may set about its receipts. ``conditions`` are Hindi and English in turn, printed small."""

    stamp_rule: StampRule = StampRule.AFFIX
    stamp_above: Money = STAMP_ABOVE
    conditions: tuple[str, ...] = wording.KEEP_CONDITION


DEFAULT_STYLE = ReceiptStyle()


def lay_out(
    receipt: Receipt,
    *,
    copy_no: int,
    is_acknowledged: bool,
    style: ReceiptStyle = DEFAULT_STYLE,
) -> tuple[Line, ...]:
    """All lines of one copy (0 is the original); OFFLINE RECEIPT stands on it until the centre has signed."""
    return (
        *_header(receipt),
        *_marks(copy_no, is_acknowledged=is_acknowledged),
        *_identity(receipt),
        Rule(),
        *_bill(receipt),
        Rule(is_strong=True),
        *_paid(receipt),
        Rule(),
        *_tenders(receipt.payment.tenders),
        Rule(),
        *_people(receipt),
        *_stamp(receipt.payment.amount, style),
        Rule(),
        *_foot(receipt, style, is_acknowledged=is_acknowledged),
    )


def _header(receipt: Receipt) -> list[Line]:
    place = receipt.place
    counter = f"{wording.COUNTER} {place.counter_id}"
    return [
        Centre(wording.ACRONYM, Tone.HEAD),
        Centre(place.office_hi, Tone.STRONG),
        Centre(place.office_en, Tone.STRONG),
        Space(15),
        *_centred(wording.DIVISION, place.division_hi, place.division_en),
        Centre(f"{counter} · {place.counter_name}" if place.counter_name else counter, Tone.SMALL),
        Rule(is_strong=True),
    ]


def _centred(label: str, hindi: str, english: str) -> list[Line]:
    said = " / ".join(text for text in (_clean(hindi), _clean(english)) if text)
    return [Centre(f"{label}: {said}", Tone.SMALL)] if said else []


def _marks(copy_no: int, *, is_acknowledged: bool) -> list[Line]:
    lines: list[Line] = [Centre(wording.TITLE, Tone.TITLE)]
    mark = wording.copy_mark(copy_no)
    lines.append(Box((mark,), BoxKind.FILLED) if copy_no else Centre(mark, Tone.SMALL))
    if not is_acknowledged:
        lines.append(Box((wording.OFFLINE,)))
    return [*lines, Space(20)]


def _identity(receipt: Receipt) -> list[Line]:
    payment, consumer = receipt.payment, receipt.payment.consumer
    names = (_clean(consumer.name_hi), _clean(consumer.name_en))
    return [
        Pair(wording.RECEIPT_NO, (str(payment.receipt_no),), Tone.STRONG),
        Pair(wording.DATE_TIME, (wording.moment_text(payment.taken_at),)),
        Rule(),
        Pair(wording.ACCOUNT_NO, (consumer.account_no,), Tone.STRONG),
        *_told(wording.OLD_ACCOUNT_NO, consumer.legacy_account_no),
        Pair(wording.CONSUMER, tuple(filter(None, names)) or (wording.NOT_TOLD,), Tone.STRONG),
        *_told(wording.METER_NO, consumer.meter_no),
        *_told(wording.MOBILE, masked_mobile(consumer.mobile)),
        *_told(wording.CATEGORY, consumer.category),
    ]


def _bill(receipt: Receipt) -> list[Line]:
    bill, payment = receipt.bill, receipt.payment
    lines: list[Line] = [
        Pair(wording.PURPOSE, (wording.ELECTRICITY_BILL,)),
        Pair(wording.BILL_NO, (bill.bill_no,)),
        Pair(wording.BILL_MONTH, (wording.month_text(bill.bill_month),)),
        Pair(wording.DUE_DATE, (day_text(bill.due_date),)),
        Pair(wording.BILL_AMOUNT, (rupees(bill.payable_on(payment.business_date)),)),
        Pair(wording.OUTSTANDING, (rupees(payment.outstanding_before),)),
    ]
    if receipt.told_at is not None:
        lines.append(Left(wording.AS_TOLD_ON.format(day=_told_day(receipt.told_at)), Tone.SMALL))
    return lines


def _paid(receipt: Receipt) -> list[Line]:
    payment = receipt.payment
    is_full = payment.settlement is Settlement.FULL
    lines: list[Line] = [
        Big(wording.AMOUNT_PAID, rupees(payment.amount)),
        Centre(wording.FULL_PAYMENT if is_full else wording.PART_PAYMENT, Tone.STRONG),
        Rule(is_strong=True),
        Left(wording.IN_WORDS_HINDI.format(words=amount_in_hindi(payment.amount)), Tone.SMALL),
        Left(wording.IN_WORDS_ENGLISH.format(words=amount_in_english(payment.amount)), Tone.SMALL),
        _balance(payment.balance, receipt.told_at),
    ]
    if len(payment.allocations) > 1:
        lines += [Rule(), Left(wording.BILLS_SETTLED)]
        lines += [Pair(part.bill_no, (rupees(part.amount),)) for part in payment.allocations]
    return lines


def _balance(balance: Money, told_at: datetime | None) -> Line:
    tone = Tone.STRONG if balance else Tone.BODY
    if told_at is None:
        return Pair(wording.BALANCE, (rupees(balance),), tone)
    label = wording.BALANCE_AS_OF.format(day=_told_day(told_at))
    return Pair(label, (rupees(balance),), tone)


def _told_day(told_at: datetime) -> str:
    return day_text(told_at.astimezone(IST))


def _tenders(tenders: tuple[Tender, ...]) -> list[Line]:
    lines = _tender(tenders[0])
    for tender in tenders[1:]:
        lines += [Space(20), *_tender(tender)]
    return lines


def _tender(tender: Tender) -> list[Line]:
    match tender:
        case CashTender():
            return [
                Pair(wording.CASH, (rupees(tender.amount),), Tone.STRONG),
                Pair(wording.CASH_GIVEN, (rupees(tender.given),)),
                Pair(wording.CHANGE, (rupees(tender.change),)),
            ]
        case CardTender():
            slip = tender.slip
            return [
                Pair(wording.CARD, (rupees(tender.amount),), Tone.STRONG),
                Pair(wording.CARD_NO, (f"{slip.network} {slip.last4}",)),
                Pair(wording.RRN, (slip.rrn,)),
                Pair(wording.APPROVAL, (slip.approval_code,)),
                Pair(wording.TID_MID, (f"{slip.tid}, {slip.mid}",)),
                Pair(wording.BATCH_INVOICE, (f"{slip.batch}, {slip.invoice}",)),
            ]
        case _ as never:  # pragma: no cover - the type checker proves it
            assert_never(never)


def _people(receipt: Receipt) -> list[Line]:
    hindi, english = _clean(receipt.cashier_name_hi), _clean(receipt.cashier_name_en)
    return [
        *_told(wording.PAYER, receipt.payment.payer),
        Pair(wording.CASHIER, (" / ".join(filter(None, (hindi, english))),)),
        Pair(wording.SHIFT, (str(receipt.payment.shift_no),)),
    ]


def _stamp(amount: Money, style: ReceiptStyle) -> list[Line]:
    if amount <= style.stamp_above or style.stamp_rule is StampRule.NONE:
        return []
    if style.stamp_rule is StampRule.CONSOLIDATED:
        return [Rule(), Centre(wording.STAMP_DUTY_PAID, Tone.SMALL)]
    limit = wording.unbroken(rupees(style.stamp_above).removesuffix(".00"))
    why = wording.STAMP_WHY.format(limit=limit)
    return [Rule(), Box((*wording.STAMP_HERE, *why.split(" / ")), BoxKind.STAMP)]


def _foot(receipt: Receipt, style: ReceiptStyle, *, is_acknowledged: bool) -> list[Line]:
    offline = () if is_acknowledged else wording.OFFLINE_CONDITION
    return [
        *(Centre(text, Tone.SMALL) for text in (*offline, *style.conditions)),
        Space(15),
        Centre(wording.HELPLINE.format(number=receipt.place.helpline), Tone.STRONG),
        Centre(wording.THANKS, Tone.SMALL),
    ]


def _told(label: str, said: str) -> list[Line]:
    clean = _clean(said)
    return [Pair(label, (clean,))] if clean else []


def _clean(text: str) -> str:
    """One line of text: any run of white space (a stray newline in a name) is one space."""
    return " ".join(text.split())

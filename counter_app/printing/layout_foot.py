"""The foot of a receipt: who paid, who took and who allowed it, the stamp, and what the payer should know."""

from __future__ import annotations

from typing import TYPE_CHECKING

from counter_app.domain.usual_policy import CONSOLIDATED
from counter_app.printing import wording
from counter_app.printing.layout_parts import joined, notes, told, values_of
from counter_app.printing.lines import (
    Box,
    BoxKind,
    Centre,
    Left,
    Pair,
    QrCode,
    Rule,
    Space,
    Tone,
)
from counter_app.printing.wording import day_text, rupees
from counter_app.wire.check_code import spaced_code
from counter_app.wire.receipt_proof import proof_digits

if TYPE_CHECKING:
    from collections.abc import Iterable

    from counter_app.domain.payment import Group
    from counter_app.domain.receipt import CounterPlace, Receipt, RuleOrder, StampMark
    from counter_app.printing.lines import Line
    from counter_app.printing.tongue import Said, Tongue

MOST_OF_CHECK_PAGE = 150
"""Characters of the page's address: with more, the code would be wider than 58 mm paper at dots a phone can read."""


def people_lines(receipt: Receipt, tongue: Tongue) -> list[Line]:
    """Payer, the other payments of the order, cashier, supervisor, and the order of a part payment."""
    payment = receipt.payment
    is_oneself = payment.noted is not None and payment.payer == payment.noted.name
    return [
        *(() if is_oneself else told(tongue.say(wording.PAYER), payment.payer)),
        *group_lines(payment.group, tongue),
        *cashier_lines(receipt, tongue),
        Pair(tongue.say(wording.SHIFT), (str(payment.shift_no),)),
        *_supervisor(receipt, tongue),
        *_order(receipt.part_order, tongue),
    ]


def group_lines(group: Group, tongue: Tongue) -> list[Line]:
    """Which of how many payments of one order; nothing for one that stands alone."""
    if group.size == 1:
        return []
    place = tongue.say(wording.PLACE_OF_SIZE, place=group.place, size=group.size)
    return [
        Pair(tongue.say(wording.PAID_TOGETHER), (place,)),
        Pair(tongue.say(wording.TOGETHER_SUM), (rupees(group.amount),)),
    ]


def cashier_lines(receipt: Receipt, tongue: Tongue) -> list[Line]:
    """Who took the money."""
    said = joined(receipt.cashier_name_hi, receipt.cashier_name_en, tongue)
    return [Pair(tongue.say(wording.CASHIER), (said,))]


def _supervisor(receipt: Receipt, tongue: Tongue) -> list[Line]:
    """By whose word the payment was taken; the reason is the books' and not the consumer's."""
    word = receipt.payment.word
    if word is None:
        return []
    names = values_of(receipt.supervisor_name_hi, receipt.supervisor_name_en, tongue)
    return [Pair(tongue.say(wording.ALLOWED_BY), names or (word.supervisor_id,))]


def _order(order: RuleOrder | None, tongue: Tongue) -> list[Line]:
    if order is None:
        return []
    said = f"{tongue.say(wording.RULE)}: {order.authority}"
    if order.valid_from is not None:
        said += f" ({tongue.say(wording.RULE_SINCE, day=day_text(order.valid_from))})"
    return notes(said)


def stamp_lines(stamp: StampMark | None, tongue: Tongue) -> list[Line]:
    """The box to affix a revenue stamp in, or that the duty is paid for all receipts together."""
    if stamp is None:
        return []
    if stamp.how == CONSOLIDATED:
        paid = tongue.each(wording.STAMP_DUTY_PAID)
        return [Rule(), *(Centre(text, Tone.SMALL) for text in paid)]
    limit = wording.unbroken(rupees(stamp.above).removesuffix(".00"))
    why = tongue.each(wording.STAMP_WHY, limit=limit)
    return [Rule(), Box(tongue.each(wording.STAMP_HERE), BoxKind.STAMP, why)]


def proof_lines(receipt: Receipt, tongue: Tongue) -> list[Line]:
    """The QR code anybody may check the receipt by, and beside it the check code; nothing without a proof."""
    if not receipt.proof:
        return []
    page = receipt.check_page if _is_for_qr(receipt.check_page) else ""
    how = tongue.each(wording.SCAN_TO_CHECK if page else wording.ASK_TO_CHECK)
    beside = (
        *(Left(text, Tone.STRONG) for text in _check_code(receipt, tongue)),
        *(Left(text, Tone.SMALL) for text in how),
    )
    return [Rule(), QrCode(page, proof_digits(receipt.proof), beside)]


def check_lines(receipt: Receipt, tongue: Tongue) -> list[Line]:
    """The check code alone, of a receipt that has no proof for it to stand beside."""
    if receipt.proof:
        return []
    return [Centre(text, Tone.SMALL) for text in _check_code(receipt, tongue)]


def _check_code(receipt: Receipt, tongue: Tongue) -> list[str]:
    """The code to ask the centre with, in two halves as it is read out; for people without a camera."""
    if not receipt.check_code:
        return []
    code = wording.unbroken(spaced_code(receipt.check_code))
    return [f"{tongue.say(wording.CHECK_CODE)}: {code}"]


def _is_for_qr(page: str) -> bool:
    """An address nobody could scan is left out, and the proof is printed without it."""
    return page.isascii() and page.isprintable() and len(page) <= MOST_OF_CHECK_PAGE


def foot_lines(place: CounterPlace, conditions: Iterable[Said], tongue: Tongue) -> list[Line]:
    """Conditions, the helpline, and thanks."""
    said = (text for condition in conditions for text in tongue.each(condition))
    return [
        *(Centre(text, Tone.SMALL) for text in said),
        Space(15),
        Centre(f"{tongue.say(wording.HELPLINE)} {place.helpline}", Tone.STRONG),
        Centre(tongue.say(wording.THANKS), Tone.SMALL),
    ]

"""The foot of a receipt: who paid, who took and who allowed it, the stamp, and what the payer should know."""

from __future__ import annotations

from typing import TYPE_CHECKING

from counter_app.domain.usual_policy import CONSOLIDATED
from counter_app.printing import wording
from counter_app.printing.layout_parts import in_both, notes, told, values_in_both
from counter_app.printing.lines import Box, BoxKind, Centre, Pair, Rule, Space, Tone
from counter_app.printing.wording import day_text, rupees
from counter_app.wire.check_code import spaced_code

if TYPE_CHECKING:
    from counter_app.domain.payment import Group
    from counter_app.domain.receipt import CounterPlace, Receipt, RuleOrder, StampMark
    from counter_app.printing.lines import Line


def people_lines(receipt: Receipt) -> list[Line]:
    """Payer, the other payments of the order, cashier, supervisor, and the order of a part payment."""
    payment = receipt.payment
    is_oneself = payment.noted is not None and payment.payer == payment.noted.name
    return [
        *(() if is_oneself else told(wording.PAYER, payment.payer)),
        *group_lines(payment.group),
        *cashier_lines(receipt),
        Pair(wording.SHIFT, (str(payment.shift_no),)),
        *_supervisor(receipt),
        *_order(receipt.part_order),
    ]


def group_lines(group: Group) -> list[Line]:
    """Which of how many payments of one order; nothing for one that stands alone."""
    if group.size == 1:
        return []
    place = wording.PLACE_OF_SIZE.format(place=group.place, size=group.size)
    return [
        Pair(wording.PAID_TOGETHER, (place,)),
        Pair(wording.TOGETHER_SUM, (rupees(group.amount),)),
    ]


def cashier_lines(receipt: Receipt) -> list[Line]:
    """Who took the money."""
    said = in_both(receipt.cashier_name_hi, receipt.cashier_name_en)
    return [Pair(wording.CASHIER, (said,))]


def _supervisor(receipt: Receipt) -> list[Line]:
    """By whose word the payment was taken; the reason is the books' and not the consumer's."""
    word = receipt.payment.word
    if word is None:
        return []
    names = values_in_both(receipt.supervisor_name_hi, receipt.supervisor_name_en)
    return [Pair(wording.ALLOWED_BY, names or (word.supervisor_id,))]


def _order(order: RuleOrder | None) -> list[Line]:
    if order is None:
        return []
    since = order.valid_from
    said = wording.RULE.format(authority=order.authority)
    return notes(said if since is None else said + wording.RULE_SINCE.format(day=day_text(since)))


def stamp_lines(stamp: StampMark | None) -> list[Line]:
    """The box to affix a revenue stamp in, or that the duty is paid for all receipts together."""
    if stamp is None:
        return []
    if stamp.how == CONSOLIDATED:
        return [Rule(), *(Centre(text, Tone.SMALL) for text in wording.STAMP_DUTY_PAID)]
    limit = wording.unbroken(rupees(stamp.above).removesuffix(".00"))
    why = wording.STAMP_WHY.format(limit=limit)
    return [Rule(), Box((*wording.STAMP_HERE, *why.split(" / ")), BoxKind.STAMP)]


def check_lines(check_code: str) -> list[Line]:
    """The code to ask the centre with, in two halves as it is read out; nothing without one."""
    if not check_code:
        return []
    said = wording.CHECK_CODE.format(code=wording.unbroken(spaced_code(check_code)))
    return [Centre(said, Tone.SMALL)]


def foot_lines(place: CounterPlace, conditions: tuple[str, ...]) -> list[Line]:
    """Conditions, the helpline, and thanks."""
    return [
        *(Centre(text, Tone.SMALL) for text in conditions),
        Space(15),
        Centre(wording.HELPLINE.format(number=place.helpline), Tone.STRONG),
        Centre(wording.THANKS, Tone.SMALL),
    ]

"""The receipt as lines, in Hindi and English or one of them: in what order it says what; never how it is painted.

What each part says stands in the module of that part: header, bill, paid, tenders, foot.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from counter_app.domain.purpose import Settles
from counter_app.printing import wording
from counter_app.printing.layout_bill import bill_lines, head_lines
from counter_app.printing.layout_foot import (
    check_lines,
    foot_lines,
    people_lines,
    proof_lines,
    stamp_lines,
)
from counter_app.printing.layout_header import header_lines, identity_lines, mark_lines
from counter_app.printing.layout_paid import paid_lines
from counter_app.printing.layout_tenders import tender_lines
from counter_app.printing.legible import legible_lines
from counter_app.printing.lines import Rule
from counter_app.printing.tongue import Said, Tongue

if TYPE_CHECKING:
    from counter_app.domain.receipt import Receipt
    from counter_app.printing.lines import Line


@dataclass(frozen=True, slots=True)
class ReceiptStyle:
    """What an office may set about its receipts. ``conditions`` are printed small, a line for each language.

    ``consumer_in`` is in which scripts the consumer is named, None for those of the tongue.
    """

    conditions: tuple[Said, ...] = (wording.KEEP_CONDITION,)
    tongue: Tongue = Tongue.BOTH
    consumer_in: Tongue | None = None


DEFAULT_STYLE = ReceiptStyle()


def style_in(tongue: str) -> ReceiptStyle:
    """The usual style in the tongue the settings name; raises ValueError for a tongue that is none."""
    return replace(DEFAULT_STYLE, tongue=Tongue(tongue))


def lay_out(
    receipt: Receipt,
    *,
    copy_no: int,
    is_acknowledged: bool,
    style: ReceiptStyle = DEFAULT_STYLE,
) -> tuple[Line, ...]:
    """All lines of one copy (0 is the original); OFFLINE RECEIPT stands on it until the centre has signed."""
    payment, tongue = receipt.payment, style.tongue
    # Money in suspense reaches an account only when one is found, not with the next round.
    is_offline_said = not is_acknowledged and payment.noted is None
    offline = (wording.OFFLINE_CONDITION,) if is_offline_said else ()
    if payment.noted is not None:
        what_for: list[Line] = []
    elif payment.purpose.settles is Settles.BILLS:
        what_for = [Rule(), *bill_lines(receipt, tongue)]
    else:
        what_for = [Rule(), *head_lines(payment, tongue)]
    lines = (
        *header_lines(receipt.place, tongue),
        *mark_lines(receipt, copy_no, tongue, is_acknowledged=is_acknowledged),
        *identity_lines(receipt, tongue, style.consumer_in or tongue),
        *what_for,
        Rule(is_strong=True),
        *paid_lines(receipt, tongue),
        Rule(),
        *tender_lines(payment.tenders, tongue, is_alone=payment.group.size == 1),
        Rule(),
        *people_lines(receipt, tongue),
        *proof_lines(receipt, tongue),
        *stamp_lines(receipt.stamp, tongue),
        Rule(),
        *check_lines(receipt, tongue),
        *foot_lines(receipt.place, (*offline, *style.conditions), tongue),
    )
    return legible_lines(lines)

"""The slip of a reversal: which receipt, why, where each tender went, and room for the signatures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from counter_app.domain.reversal import GoesWhere
from counter_app.domain.reversal_rules import cash_back_of
from counter_app.printing import reversal_wording, wording
from counter_app.printing.layout_header import header_lines
from counter_app.printing.layout_parts import told
from counter_app.printing.legible import legible_lines
from counter_app.printing.lines import Big, Box, Centre, Left, Pair, Rule, Space, Tone
from counter_app.printing.tongue import Tongue
from counter_app.printing.wording import moment_text, rupees

if TYPE_CHECKING:
    from counter_app.domain.receipt import Receipt
    from counter_app.domain.reversal import Reversal, TenderUndone
    from counter_app.printing.lines import Line

SIGNING_ROOM, SIGN_HERE = Space(250), "_" * 12


def lay_out_reversal(
    receipt: Receipt, made: Reversal, tongue: Tongue = Tongue.BOTH
) -> tuple[Line, ...]:
    """All lines."""
    payment, cash = receipt.payment, cash_back_of(made.tenders)
    words, say = reversal_wording, tongue.say
    consumer = payment.consumer
    name = next(iter(tongue.told(consumer.name_hi, consumer.name_en)), "")
    signatures = (
        *((words.SIGN_PAYER,) if cash or _has_papers(made) else ()),
        words.SIGN_CASHIER,
        words.SIGN_APPROVER,
    )
    lines = (
        *header_lines(receipt.place, tongue),
        Centre(say(words.TITLE), Tone.TITLE),
        Box(tongue.each(words.NOT_A_RECEIPT)),
        Space(20),
        Pair(say(words.RECEIPT_REVERSED), (str(made.receipt_no),), Tone.STRONG),
        Pair(say(words.PAID_ON), (moment_text(payment.taken_at),)),
        Pair(say(words.REVERSED_AT), (moment_text(made.at),)),
        Rule(),
        Pair(say(wording.ACCOUNT_NO), (payment.consumer.account_no,), Tone.STRONG),
        *told(say(wording.CONSUMER), name),
        *told(say(words.RIGHT_ACCOUNT), made.right_account, Tone.STRONG),
        Pair(say(words.WHY), (say(words.WHYS[made.why]),)),
        *told(say(words.REASON), made.reason),
        Pair(say(words.PAPER), (say(words.PAPERS[made.paper]),)),
        Rule(is_strong=True),
        Big(say(words.AMOUNT), rupees(made.amount)),
        Rule(is_strong=True),
        *(line for one in made.tenders for line in _tender(one, tongue)),
        *((Rule(), Big(say(words.PAY_BACK), rupees(cash))) if cash else ()),
        Rule(),
        Pair(say(words.BY), (made.by,)),
        Pair(say(words.APPROVED_BY), (made.approval.approver_id,)),
        *(line for who in signatures for line in (SIGNING_ROOM, Pair(say(who), (SIGN_HERE,)))),
    )
    return legible_lines(lines)


def _tender(one: TenderUndone, tongue: Tongue) -> list[Line]:
    """What it was, how much, and where it went."""
    words, say = reversal_wording, tongue.say
    goes = f"{say(words.GOES[one.where])}: {one.identity.partition(':')[2]}".removesuffix(": ")
    return [
        Pair(say(words.TENDERS[one.kind]), (rupees(one.amount),), Tone.STRONG),
        Left(goes, Tone.SMALL),
        *told(say(words.VOID_CODE), one.reference),
    ]


def _has_papers(made: Reversal) -> bool:
    return any(one.where is GoesWhere.GIVEN_BACK for one in made.tenders)

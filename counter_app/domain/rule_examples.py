"""What the rules say to an example: asked of the very functions that decide payments."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING
from uuid import UUID

from counter_app.domain.bank_paper import BankPaper, months_after
from counter_app.domain.consumer import Connection, Consumer, ConsumerFlag
from counter_app.domain.identity import AccountNo, CashierId, PaymentId
from counter_app.domain.money import ZERO, Money
from counter_app.domain.payment import OrderLine, PaymentOrder
from counter_app.domain.policy import PURPOSE_RULE, RuleName
from counter_app.domain.purpose import BILL
from counter_app.domain.receipt_marks import stamp_of
from counter_app.domain.rule_questions import Asked, Question, questions
from counter_app.domain.rule_standing import rule_on
from counter_app.domain.rule_trial import Verdict, account_owing, tried
from counter_app.domain.shift_close import (
    NOTHING_IN_HAND,
    CloseLine,
    InHand,
    is_second_person_needed,
)
from counter_app.domain.tender import CashTender, ChequeTender, DraftTender, TenderKind, UpiTender
from counter_app.domain.unusual import Known, PaidBefore
from counter_app.domain.usual_policy import AFFIX

if TYPE_CHECKING:
    from counter_app.domain.day_rules import DayRules
    from counter_app.domain.policy import Rule
    from counter_app.domain.tender import Tender


class Told(StrEnum):
    """What an example answers, where ``Verdict`` has no word for it."""

    LEAST = "least"
    """The least part stands beside it."""
    STAMP_BOX = "stamp_box"
    DUTY_PAID = "duty_paid"
    NO_STAMP = "no_stamp"
    ACCEPTED = "accepted"
    NOT_ACCEPTED = "not_accepted"
    CLOSED_WITH_REASON = "closed_with_reason"
    CLOSED_WITH_APPROVAL = "closed_with_approval"


@dataclass(frozen=True, slots=True)
class Answer:
    """What the rules say; ``amount`` for LEAST only."""

    told: Verdict | Told
    amount: Money = ZERO


@dataclass(frozen=True, slots=True)
class Example:
    """A question, and the answers of the rule as it is and as it was typed."""

    question: Question
    as_it_is: Answer
    as_typed: Answer

    @property
    def is_changed(self) -> bool:
        """Whether the typed rule says something else."""
        return self.as_it_is != self.as_typed


_ACCOUNT_NO = AccountNo("EXAMPLE")
_REFERENCE = "EXAMPLE 1"
_UPI_REFERENCE = "000000000001"
_DUE = Money.rupees(1_000)
_RUPEE = Money.rupees(1)
_BARRED = frozenset({ConsumerFlag.CHEQUE_BARRED})
_OFF = frozenset({ConsumerFlag.TEMPORARILY_DISCONNECTED})
_FLAGS_OF_PART = {
    RuleName.PART_LIFELINE: frozenset({ConsumerFlag.LIFELINE}),
    RuleName.PART_OTHERS: frozenset[ConsumerFlag](),
    RuleName.PART_DISCONNECTED: _OFF,
}


def examples(rule: Rule, before: DayRules, after: DayRules) -> tuple[Example, ...]:
    """Examples for a typed rule; ``before`` and ``after`` are the rules of one day without it and with it."""
    now = rule_on(before.policy, rule.name, before.day)
    return tuple(
        Example(question, _answer(question, before, rule), _answer(question, after, rule))
        for question in questions(rule, now)
    )


def _answer(question: Question, rules: DayRules, rule: Rule) -> Answer:
    amount = question.amount
    match question.asked:
        case Asked.LEAST_PART:
            consumer = _consumer(_FLAGS_OF_PART[RuleName(rule.name)])
            return Answer(Told.LEAST, rules.part_payment(consumer)[0].minimum_of(amount))
        case Asked.RECEIPT:
            return Answer(_of_receipt(amount, rules))
        case Asked.NOTE:
            is_accepted = amount in rules.accepted_denominations()
            return Answer(Told.ACCEPTED if is_accepted else Told.NOT_ACCEPTED)
        case Asked.VARIANCE | Asked.PIECES_DIFFER:
            return Answer(_of_close(question, rules))
        case _ if rule.name.startswith(PURPOSE_RULE):
            return Answer(_of_head(question.asked, rules, rule))
        case _:
            return Answer(_of_payment(question, rules, rule.name))


def _of_receipt(amount: Money, rules: DayRules) -> Told:
    stamp = stamp_of(amount, rules)
    if stamp is None:
        return Told.NO_STAMP
    return Told.STAMP_BOX if stamp.how == AFFIX else Told.DUTY_PAID


def _of_close(question: Question, rules: DayRules) -> Told:
    """A close at which so much, or so many papers, are missing."""
    missing = InHand(question.number, question.amount)
    line = CloseLine(TenderKind.CARD, missing, NOTHING_IN_HAND)
    is_needed = is_second_person_needed((line,), rules.rule(RuleName.SHIFT_CLOSE))
    return Told.CLOSED_WITH_APPROVAL if is_needed else Told.CLOSED_WITH_REASON


def _of_payment(question: Question, rules: DayRules, name: str) -> Verdict:
    """A payment in which nothing but what is asked could trouble anybody."""
    amount, number = question.amount, question.number
    flags, due, paid, before = frozenset[ConsumerFlag](), _DUE, _DUE, PaidBefore()
    tender: Tender = UpiTender(paid, _UPI_REFERENCE, is_confirmed=True)
    match question.asked:
        case Asked.PART_OF_MONTH:
            due = paid + paid
            before = PaidBefore(part_payments={_ACCOUNT_NO: number - 1})
        case Asked.ABOVE_DUE:
            paid = due + amount
            tender = UpiTender(paid, _UPI_REFERENCE, is_confirmed=True)
        case Asked.CASH:
            due = paid = amount
            tender = CashTender(paid, paid)
        case Asked.SAME_AGAIN:
            before = PaidBefore(amounts=frozenset({(_ACCOUNT_NO, paid)}))
        case Asked.PAPER_AGE:
            paper = _paper(rules, number)
            is_cheque = name == RuleName.CHEQUE
            tender = ChequeTender(paid, paper) if is_cheque else DraftTender(paid, paper)
        case Asked.CHEQUE_DISCONNECTED | Asked.CHEQUE_BARRED:
            flags = _OFF if question.asked is Asked.CHEQUE_DISCONNECTED else _BARRED
            tender = ChequeTender(paid, _paper(rules, 0))
        case Asked.HOURS_ALONE:
            before = PaidBefore(offline_hours=number)
        case Asked.UNSENT:
            before = PaidBefore(unsent=amount)
        case _:
            due = paid = _RUPEE
            tender = CashTender(paid, paid)
            before = PaidBefore(drawer=amount - paid)
    line = _line(BILL, paid, due)
    account = account_owing(_consumer(flags), due)
    return tried(_order(line, tender), (account,), Known(rules, before), name)[0]


def _of_head(asked: Asked, rules: DayRules, rule: Rule) -> Verdict:
    now = rule_on(rules.policy, rule.name, rules.day) or rule
    is_prepaid = asked is Asked.HEAD_PREPAID or (
        asked is not Asked.HEAD_POSTPAID and now.text("is_for") == "prepaid"
    )
    flags = frozenset(
        {ConsumerFlag.PERMANENTLY_DISCONNECTED} if now.number("is_certificate") else ()
    )
    connection = Connection.PREPAID if is_prepaid else Connection.POSTPAID
    paid = {Asked.HEAD_HALF: Money(_DUE.paise // 2), Asked.HEAD_MORE: _DUE + _RUPEE}.get(
        asked, _DUE
    )
    tender: Tender = UpiTender(paid, _UPI_REFERENCE, is_confirmed=True)
    if asked is Asked.HEAD_BANK_PAPER:
        tender = DraftTender(paid, _paper(rules, 0))
    reference = "" if asked is Asked.HEAD_NO_REFERENCE else _REFERENCE
    line = _line(rule.name.removeprefix(PURPOSE_RULE), paid, _DUE, reference)
    account = account_owing(_consumer(flags, connection), _DUE)
    known = Known(rules, PaidBefore())
    return tried(_order(line, tender), (account,), known, rule.name)[0]


def _line(purpose: str, paid: Money, due: Money, reference: str = "") -> OrderLine:
    return OrderLine(
        payment_id=PaymentId(UUID(int=0)),
        account_no=_ACCOUNT_NO,
        shown=due,
        amount=paid,
        purpose=purpose,
        reference=reference,
        is_advance_meant=True,
    )


def _order(line: OrderLine, tender: Tender) -> PaymentOrder:
    return PaymentOrder(CashierId(""), (line,), (tender,))


def _paper(rules: DayRules, months: int) -> BankPaper:
    """The oldest that is not yet older than so many months on this day."""
    dated = months_after(rules.day, -months)
    while months_after(dated, months) < rules.day:  # the month before is shorter
        dated += timedelta(days=1)
    return BankPaper("000001", "EXAMPLE", "", dated, "EXAM0000001")


def _consumer(
    flags: frozenset[ConsumerFlag], connection: Connection = Connection.POSTPAID
) -> Consumer:
    nothing = ""
    return Consumer(
        account_no=_ACCOUNT_NO,
        name_en=nothing,
        name_hi=nothing,
        legacy_account_no=nothing,
        meter_no=nothing,
        mobile=nothing,
        guardian_name=nothing,
        address=nothing,
        locality=nothing,
        division=nothing,
        substation=nothing,
        category=nothing,
        connection=connection,
        flags=flags,
    )

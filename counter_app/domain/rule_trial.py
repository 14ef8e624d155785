"""Trying a rule: the very decision of a payment, asked of an order that nobody hands in."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from counter_app.domain.acceptance import consider
from counter_app.domain.bill import Bill, ConsumerAccount, Position
from counter_app.domain.errors import Refusal
from counter_app.domain.identity import BillNo
from counter_app.domain.money import ZERO
from counter_app.domain.policy import Policy, next_version

if TYPE_CHECKING:
    from counter_app.domain.consumer import Consumer
    from counter_app.domain.errors import RefusalCode
    from counter_app.domain.money import Money
    from counter_app.domain.payment import PaymentOrder
    from counter_app.domain.policy import Rule
    from counter_app.domain.unusual import Known


class Verdict(StrEnum):
    """What a rule says of one order."""

    TAKEN = "taken"
    CAUTION = "caution"
    """Taken, and the cashier is told something."""
    WORD = "word"
    """Taken with a supervisor's word."""
    REFUSED = "refused"


def tried(
    order: PaymentOrder, accounts: tuple[ConsumerAccount | None, ...], known: Known, name: str
) -> tuple[Verdict, RefusalCode | None, frozenset[int]]:
    """What would become of an order as far as the rule of this name goes.

    With the refusal's code when it is refused (by whatever rule), and the lines that need a word or a caution.
    """
    try:
        considered = consider(order, accounts, known)
    except Refusal as refusal:
        return Verdict.REFUSED, refusal.code, frozenset(range(len(order.lines)))
    told = [caveat for caveat in considered.caveats if caveat.rule.name == name]
    worded = [caveat for caveat in told if caveat.needs_word]
    lines = frozenset(caveat.line for caveat in worded or told if caveat.line is not None)
    if worded:
        return Verdict.WORD, None, lines
    return (Verdict.CAUTION if told else Verdict.TAKEN), None, lines


def account_owing(consumer: Consumer, due: Money) -> ConsumerAccount:
    """An account on which exactly this is due, on whatever day."""
    no_day = date.min
    bill = Bill(
        bill_no=BillNo(""),
        account_no=consumer.account_no,
        bill_month="",
        bill_date=no_day,
        due_date=no_day,
        disconnection_date=None,
        current_demand=due,
        arrear_principal=ZERO,
        arrear_surcharge=ZERO,
        other_debits=ZERO,
        credits=ZERO,
        payable_by_due=due,
        payable_after_due=due,
        received=ZERO,
        as_on=no_day,
    )
    return ConsumerAccount(consumer, (Position(bill, ZERO),), "", None)


def as_set_here(rule: Rule, policy: Policy) -> Rule:
    """A typed rule as this counter would keep it."""
    return replace(rule, is_local=True, version=next_version(policy.rules, rule.name))


def always(policy: Policy, name: str, rule: Rule | None, day: date) -> Policy:
    """The policy of a day, with this rule of that name whenever it began; None takes the rule out."""
    names = {each.name for each in policy.rules} - {name}
    holding = [holds for each in sorted(names) if (holds := policy.rule(each, day))]
    if rule is not None:
        holding.append(replace(rule, valid_from=date.min, valid_to=None))
    return Policy(tuple(holding), policy.version)

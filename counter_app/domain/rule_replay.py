"""The payments of past days, decided once more: by the rule as it is, and by the rule as it was typed."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import groupby
from typing import TYPE_CHECKING

from counter_app.domain.day_rules import DayRules
from counter_app.domain.errors import RefusalCode
from counter_app.domain.paid_so_far import PaidSoFar
from counter_app.domain.payment import OrderLine, PaymentOrder, Settlement
from counter_app.domain.policy import PURPOSE_RULE, RuleName
from counter_app.domain.receipt_marks import stamp_of
from counter_app.domain.rule_trial import Verdict, account_owing, always, tried
from counter_app.domain.tender import (
    CashTender,
    ChequeTender,
    DraftTender,
    identity_of,
)
from counter_app.domain.unusual import Known
from counter_app.domain.usual_policy import AFFIX

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from counter_app.domain.bill import ConsumerAccount
    from counter_app.domain.payment import Payment
    from counter_app.domain.policy import Policy, Rule
    from counter_app.domain.tender import Tender


class Counted(StrEnum):
    """What is counted of past payments."""

    WORD = "word"
    CAUTION = "caution"
    REFUSED = "refused"
    STAMP_BOX = "stamp_box"
    DUTY_PAID = "duty_paid"


@dataclass(frozen=True, slots=True)
class PastCount:
    """So many payments by the rule as it is, so many by the rule as it was typed."""

    what: Counted
    as_it_is: int
    as_typed: int


@dataclass(frozen=True, slots=True)
class Replay:
    """What a rule would have meant: ``concerned`` are the payments it looks at, such as the part payments."""

    payments: int
    concerned: int
    counts: tuple[PastCount, ...]


_NOT_KEPT = frozenset(
    {
        RuleName.OFFLINE,
        RuleName.DRAWER,
        RuleName.DENOMINATIONS,
        RuleName.CHEQUE_BARRED,
        RuleName.SHIFT_CLOSE,
    }
)
"""What these look at (unsent sums, drawers, notes, the bounce list, counts) no receipt keeps: payments say nothing."""

_PARTS = (RuleName.PART_LIFELINE, RuleName.PART_OTHERS, RuleName.PART_DISCONNECTED)
_COUNTED_AS = {Verdict.WORD: Counted.WORD, Verdict.CAUTION: Counted.CAUTION}
_TENDER_OF: Mapping[str, type[Tender]] = {
    RuleName.CASH_OF_CONSUMER: CashTender,
    RuleName.CASH_OF_PAYER: CashTender,
    RuleName.CHEQUE: ChequeTender,
    RuleName.DRAFT: DraftTender,
}
_SETTLEMENTS_OF: Mapping[str, frozenset[Settlement]] = {
    **dict.fromkeys(_PARTS, frozenset[Settlement]()),
    RuleName.PART_COUNT: frozenset({Settlement.PART}),
    RuleName.ADVANCE: frozenset({Settlement.OVER, Settlement.ADVANCE}),
}
_REFUSALS: Mapping[str, frozenset[RefusalCode]] = {
    RuleName.ADVANCE: frozenset(
        {RefusalCode.AMOUNT_ABOVE_DUE, RefusalCode.NOTHING_DUE, RefusalCode.ADVANCE_TOO_LARGE}
    ),
    RuleName.CASH_OF_PAYER: frozenset({RefusalCode.CASH_ABOVE_LAW}),
    RuleName.CHEQUE: frozenset(
        {RefusalCode.PAPER_NOT_TAKEN, RefusalCode.PAPER_STALE, RefusalCode.CHEQUE_DISCONNECTED}
    ),
    RuleName.DRAFT: frozenset({RefusalCode.PAPER_NOT_TAKEN, RefusalCode.PAPER_STALE}),
}
"""By which refusals a rule shows; those of a head are whatever its payments meet."""


def can_be_replayed(name: str) -> bool:
    """Whether receipts keep what this rule looks at."""
    return name not in _NOT_KEPT


def replay(
    payments: Iterable[Payment], policy: Policy, name: str, now: Rule | None, typed: Rule
) -> Replay:
    """Decide past payments twice, first taken first; all other rules as they were on their day.

    Only whole orders are looked at. What was paid before is counted from the first payment given on.
    """
    memory, counts = PaidSoFar(), (Counter[Counted](), Counter[Counted]())
    looked_at = concerned = 0
    rules: dict[date, tuple[DayRules, DayRules]] = {}
    for group in _whole_groups(payments):
        day = group[0].business_date
        if day not in rules:
            now_rules = DayRules(always(policy, name, now, day), day)
            rules[day] = now_rules, DayRules(always(policy, name, typed, day), day)
        asked = [place for place, one in enumerate(group) if _concerns(name, one, rules[day][0])]
        looked_at += len(group)
        concerned += len(asked)
        memory.turn_to(day)
        if asked:
            order, accounts = _order_of(group), tuple(map(_account_of, group))
            before = memory.before(order)
            for count, side in zip(counts, rules[day], strict=True):
                if name == RuleName.STAMP:
                    count.update(_stamps(group, side))
                else:
                    count.update(_effects(order, accounts, Known(side, before), name, asked))
        memory.note(group)
    found = [what for what in Counted if counts[0][what] or counts[1][what]]
    return Replay(
        looked_at,
        concerned,
        tuple(PastCount(what, counts[0][what], counts[1][what]) for what in found),
    )


def _whole_groups(payments: Iterable[Payment]) -> list[tuple[Payment, ...]]:
    ordered = sorted(payments, key=lambda one: (one.taken_at, one.receipt_no))
    groups = [tuple(group) for _, group in groupby(ordered, key=lambda one: one.group.group_id)]
    return [group for group in groups if len(group) == group[0].group.size]


def _concerns(name: str, payment: Payment, rules: DayRules) -> bool:
    """Whether the rule of this name looks at the payment at all."""
    if name.startswith(PURPOSE_RULE):
        return name == PURPOSE_RULE + payment.purpose.code
    if name in _TENDER_OF:
        return any(isinstance(tender, _TENDER_OF[name]) for tender in payment.tenders)
    if name in _PARTS and payment.settlement is Settlement.PART:
        return rules.part_payment(payment.consumer)[1].name == name
    return payment.settlement in _SETTLEMENTS_OF.get(name, Settlement)


def _stamps(group: tuple[Payment, ...], rules: DayRules) -> Iterable[Counted]:
    for payment in group:
        stamp = stamp_of(payment.amount, rules)
        if stamp is not None:
            yield Counted.STAMP_BOX if stamp.how == AFFIX else Counted.DUTY_PAID


def _effects(
    order: PaymentOrder,
    accounts: tuple[ConsumerAccount | None, ...],
    known: Known,
    name: str,
    asked: list[int],
) -> Mapping[Counted, int]:
    """How many payments of an order the rule would have stopped, or told something of."""
    verdict, code, lines = tried(order, accounts, known, name)
    if verdict is Verdict.REFUSED:
        is_by_rule = name.startswith(PURPOSE_RULE) or code in _REFUSALS.get(name, ())
        return {Counted.REFUSED: len(asked)} if is_by_rule else {}
    return {_COUNTED_AS[verdict]: len(lines)} if verdict in _COUNTED_AS else {}


def _order_of(group: tuple[Payment, ...]) -> PaymentOrder:
    """The order a group of payments came from."""
    lines = tuple(
        OrderLine(
            payment_id=one.payment_id,
            account_no=one.consumer.account_no,
            shown=one.outstanding_before,
            amount=one.amount,
            purpose=one.purpose.code,
            reference=one.reference,
            noted=one.noted,
            is_advance_meant=True,
        )
        for one in group
    )
    first = group[0]
    return PaymentOrder(first.cashier_id, lines, _whole_tenders(group), first.payer, first.word)


def _whole_tenders(group: tuple[Payment, ...]) -> tuple[Tender, ...]:
    """The tenders as they were handed over: parts of one follow each other, as ``shared_out`` dealt them."""
    whole: list[Tender] = []
    for tender in (part for one in group for part in one.tenders):
        last = whole[-1] if whole else None
        if isinstance(tender, CashTender):
            if isinstance(last, CashTender):
                whole[-1] = CashTender(last.amount + tender.amount, last.given + tender.given)
            else:
                whole.append(tender)
        elif (
            last is not None
            and not isinstance(last, CashTender)
            and identity_of(last) == identity_of(tender)
        ):
            whole[-1] = replace(last, amount=last.amount + tender.amount, whole=None)
        else:
            whole.append(replace(tender, whole=None))
    return tuple(whole)


def _account_of(payment: Payment) -> ConsumerAccount | None:
    """The account as it stood then; None where the payer's account was not known."""
    if payment.noted is not None:
        return None
    return account_owing(payment.consumer, payment.outstanding_before)

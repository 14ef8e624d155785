"""What is unusual about an order beside what was paid before: the same again, much cash, a counter long alone."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from counter_app.domain.caveat import Caveat, CaveatCode
from counter_app.domain.errors import Refusal, RefusalCode
from counter_app.domain.money import ZERO, Money
from counter_app.domain.policy import RuleName
from counter_app.domain.suspense import NO_ACCOUNT
from counter_app.domain.tender import CashTender, ChequeTender

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from counter_app.domain.day_rules import DayRules
    from counter_app.domain.identity import AccountNo
    from counter_app.domain.payment import PaymentOrder
    from counter_app.domain.policy import Rule
    from counter_app.domain.tender import Tender


@dataclass(frozen=True, slots=True)
class PaidBefore:
    """What this counter's books hold that rules ask for. Sums are of this business date unless said otherwise.

    ``payer_cash``: cash of all payments of this payer or to these accounts. ``part_payments``: of this
    calendar month. ``unsent`` and ``offline_hours`` (age of the oldest unsent message, whole hours) are the
    counter's; ``drawer`` is the cash of the cashier's shift, the float included.
    """

    cash: Mapping[AccountNo, Money] = field(default_factory=dict)
    amounts: frozenset[tuple[AccountNo, Money]] = frozenset()
    part_payments: Mapping[AccountNo, int] = field(default_factory=dict)
    payer_cash: Money = ZERO
    offline_hours: int = 0
    unsent: Money = ZERO
    drawer: Money = ZERO


@dataclass(frozen=True, slots=True)
class Known:
    """All that an order is decided by, beside the accounts."""

    rules: DayRules
    before: PaidBefore


def unusual_in(
    order: PaymentOrder, shares: tuple[tuple[Tender, ...], ...], known: Known
) -> list[Caveat]:
    """The caveats of what was paid before and of the counter.

    Raises Refusal CASH_ABOVE_LAW: no word lifts a limit of the Income-tax Act. DROP_NEEDED for cash above what a
    drawer may ever hold: a drop to the head cashier comes first.
    """
    cash = Money.total(_cash_in(tenders) for tenders in shares)
    _refuse_cash_above_law(cash, known)
    _refuse_full_drawer(cash, known)
    return [
        *_paid_the_same(order, known),
        *_cheques_of_strangers(order, shares, known),
        *_much_cash(order, shares, known),
        *_exposed(cash, known),
    ]


def _cash_in(tenders: tuple[Tender, ...]) -> Money:
    return Money.total(tender.amount for tender in tenders if isinstance(tender, CashTender))


def _refuse_cash_above_law(cash: Money, known: Known) -> None:
    rule = known.rules.rule(RuleName.CASH_OF_PAYER)
    limit = Money(rule.number("refuse_from_paise"))
    together = known.before.payer_cash + cash
    if cash and together >= limit:
        raise Refusal(
            RefusalCode.CASH_ABOVE_LAW, cash_paise=together.paise, limit_paise=limit.paise
        )


def _refuse_full_drawer(cash: Money, known: Known) -> None:
    limit = Money(known.rules.rule(RuleName.DRAWER).number("drop_paise"))
    if cash and limit and known.before.drawer + cash > limit:
        raise Refusal(
            RefusalCode.DROP_NEEDED,
            drawer_paise=known.before.drawer.paise,
            limit_paise=limit.paise,
        )


def _paid_the_same(order: PaymentOrder, known: Known) -> Iterator[Caveat]:
    """The same sum for the same account on the same day, by an earlier order or an earlier line of this one."""
    rule = known.rules.rule(RuleName.SAME_PAYMENT)
    needs_word = bool(rule.number("is_word_needed"))
    paid = set(known.before.amounts)
    for place, line in enumerate(order.lines):
        if line.account_no == NO_ACCOUNT:
            continue
        if (line.account_no, line.amount) in paid:
            facts = (("account_no", line.account_no), ("amount_paise", line.amount.paise))
            yield Caveat(CaveatCode.SAME_PAYMENT, needs_word, rule.ref, place, facts)
        paid.add((line.account_no, line.amount))


def _cheques_of_strangers(
    order: PaymentOrder, shares: tuple[tuple[Tender, ...], ...], known: Known
) -> Iterator[Caveat]:
    """A cheque into suspense: whether its consumer is barred from cheques cannot be looked up."""
    rule = known.rules.rule(RuleName.CHEQUE)
    for place, (line, tenders) in enumerate(zip(order.lines, shares, strict=True)):
        if line.noted is not None and any(isinstance(one, ChequeTender) for one in tenders):
            yield Caveat(CaveatCode.CHEQUE_OF_STRANGER, True, rule.ref, place, ())


def _much_cash(
    order: PaymentOrder, shares: tuple[tuple[Tender, ...], ...], known: Known
) -> Iterator[Caveat]:
    """Much cash of one consumer on one day, the lines of this order together; payers without a number are strangers."""
    rule = known.rules.rule(RuleName.CASH_OF_CONSUMER)
    limit = Money(rule.number("warn_above_paise"))
    paid = dict(known.before.cash)
    for place, (line, tenders) in enumerate(zip(order.lines, shares, strict=True)):
        cash = _cash_in(tenders)
        before = ZERO if line.account_no == NO_ACCOUNT else paid.get(line.account_no, ZERO)
        together = paid[line.account_no] = before + cash
        if cash and together > limit:
            facts = (
                ("account_no", line.account_no),
                ("cash_paise", together.paise),
                ("limit_paise", limit.paise),
            )
            yield Caveat(CaveatCode.CASH_OF_CONSUMER, False, rule.ref, place, facts)


def _exposed(cash: Money, known: Known) -> Iterator[Caveat]:
    """The counter long alone, much unsent, much in the drawer: a caution above one limit, a word above the next."""
    before = known.before
    offline, drawer = known.rules.rule(RuleName.OFFLINE), known.rules.rule(RuleName.DRAWER)
    hours = before.offline_hours
    if hours > offline.number("warn_hours"):
        needs_word = hours > offline.number("word_hours")
        limit = offline.number("word_hours" if needs_word else "warn_hours")
        facts = (("hours", hours), ("limit", limit))
        yield Caveat(CaveatCode.OFFLINE_HOURS, needs_word, offline.ref, None, facts)
    yield from _sum_above(CaveatCode.UNSENT, "unsent_paise", before.unsent, offline)
    if cash:
        yield from _sum_above(CaveatCode.DRAWER, "drawer_paise", before.drawer + cash, drawer)


def _sum_above(code: CaveatCode, fact: str, amount: Money, rule: Rule) -> Iterator[Caveat]:
    warn, word = Money(rule.number("warn_paise")), Money(rule.number("word_paise"))
    if amount > warn:
        needs_word = amount > word
        limit = word if needs_word else warn
        facts = ((fact, amount.paise), ("limit_paise", limit.paise))
        yield Caveat(code, needs_word, rule.ref, None, facts)


def payer_key(payer: str) -> str:
    """By what a payer is known again on the same day: the name, however it is spaced or capitalised."""
    return " ".join(payer.casefold().split())

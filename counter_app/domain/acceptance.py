"""Accepting an order: what is declined, what each line settles, and what needs a supervisor's word."""

from __future__ import annotations

from dataclasses import astuple, dataclass, replace
from typing import TYPE_CHECKING

from counter_app.domain.allocation import allocate
from counter_app.domain.card_guard import refuse_card_number
from counter_app.domain.caveat import Caveat, CaveatCode
from counter_app.domain.cheque_bar import cheques_of_barred
from counter_app.domain.errors import Refusal, RefusalCode
from counter_app.domain.ledger import LedgerAccount, payment_entry
from counter_app.domain.money import ZERO, Money
from counter_app.domain.order_checks import (
    refuse_bank_paper,
    refuse_bills_twice,
    refuse_claim_for_certificate,
    refuse_instrument_twice,
    refuse_line_twice,
    refuse_wrong_dates,
    refuse_wrong_sums,
)
from counter_app.domain.payment import (
    NO_BILL,
    Acceptance,
    Allocation,
    Consideration,
    Group,
    Payment,
    Settlement,
    Toward,
)
from counter_app.domain.policy import RuleName
from counter_app.domain.purpose import (
    SUSPENSE_PURPOSE,
    Asks,
    Settles,
    refuse_wrong_purpose,
    refuse_wrong_reference,
)
from counter_app.domain.suspense import as_consumer
from counter_app.domain.tender import kind_of, shared_out
from counter_app.domain.unusual import unusual_in

if TYPE_CHECKING:
    from datetime import datetime

    from counter_app.domain.bill import ConsumerAccount
    from counter_app.domain.caveat import Word
    from counter_app.domain.day_rules import DayRules
    from counter_app.domain.identity import AccountNo, ReceiptNo
    from counter_app.domain.payment import OrderLine, PaymentOrder
    from counter_app.domain.policy import RuleRef
    from counter_app.domain.purpose import Purpose
    from counter_app.domain.shift import Shift
    from counter_app.domain.tender import Tender
    from counter_app.domain.unusual import Known


@dataclass(frozen=True, slots=True)
class _Taking:
    """What one line settles."""

    settlement: Settlement
    allocations: tuple[Allocation, ...]
    due: Money
    rules: tuple[RuleRef, ...] = ()
    caveats: tuple[Caveat, ...] = ()


def consider(
    order: PaymentOrder, accounts: tuple[ConsumerAccount | None, ...], known: Known
) -> Consideration:
    """Decide an order against what is outstanding now and what was paid before; one account a line, None for suspense.

    Raises Refusal for what is never taken; what a supervisor may allow comes back as caveats.
    """
    rules = known.rules
    refuse_card_number(order.payer)
    refuse_wrong_sums(order)
    refuse_line_twice(order)
    refuse_instrument_twice(order.tenders)
    paper_rules = refuse_wrong_dates(order.tenders, rules)
    shares = shared_out(order.tenders, tuple(line.amount for line in order.lines))
    lines: list[Acceptance] = []
    caveats: list[Caveat] = []
    settled: set[AccountNo] = set()
    for place, (line, account) in enumerate(zip(order.lines, accounts, strict=True)):
        tenders = shares[place]
        set_by: tuple[RuleRef, ...] = ()
        if account is None:
            purpose, taking = SUSPENSE_PURPOSE, _to_suspense(line)
        else:
            purpose, set_by = rules.purpose(line.purpose)
            refuse_wrong_purpose(purpose, account.consumer, line.reference)
            refuse_bank_paper(tenders, account.consumer, purpose, rules)
            caveats += cheques_of_barred(tenders, account, place, rules)
            refuse_claim_for_certificate(tenders, purpose)
            if purpose.settles is Settles.HEAD:
                taking = _to_head(line, Settlement.HEAD, Toward.HEAD)
            else:
                refuse_bills_twice(account.consumer.account_no, settled)
                taking = _to_bills(line, place, account, purpose, known)
        kinds = {kind_of(tender) for tender in tenders}
        of_paper = (ref for kind, ref in paper_rules.items() if kind in kinds)
        used = (*set_by, *taking.rules, *of_paper)
        lines.append(_accepted(line, purpose, taking, tenders, used))
        caveats += taking.caveats
    caveats += unusual_in(order, shares, known)
    return Consideration(_with_rules(lines, caveats), tuple(caveats))


def payment_of(
    order: PaymentOrder,
    place: int,
    accepted: Acceptance,
    account: ConsumerAccount | None,
    shift: Shift,
    receipt_no: ReceiptNo,
    taken_at: datetime,
    word: Word | None,
) -> Payment:
    """The payment of one accepted line, with its number, in a shift; ``account`` None for suspense.

    ``place`` counts from 0; ``taken_at`` is aware, and the shift says its business date.
    """
    line = order.lines[place]
    if account is None:
        assert line.noted is not None, "no line without account and note is accepted"
        consumer = as_consumer(line.noted)
    else:
        consumer = account.consumer
    return Payment(
        payment_id=line.payment_id,
        receipt_no=receipt_no,
        consumer=consumer,
        amount=line.amount,
        tenders=accepted.tenders,
        settlement=accepted.settlement,
        allocations=accepted.allocations,
        entry=accepted.entry,
        outstanding_before=accepted.outstanding_before,
        balance=accepted.balance,
        payer=order.payers[place],
        cashier_id=order.cashier_id,
        shift_id=shift.shift_id,
        shift_no=shift.shift_no,
        taken_at=taken_at,
        business_date=shift.day_at(taken_at),
        snapshot_version=account.snapshot_version if account else "",
        purpose=accepted.purpose,
        reference=line.reference,
        group=Group(order.group_id, place + 1, len(order.lines), order.amount),
        rules=accepted.rules,
        word=word,
        noted=line.noted,
    )


def _with_rules(lines: list[Acceptance], caveats: list[Caveat]) -> tuple[Acceptance, ...]:
    """Each line with the rules that had something to say of it, once each."""
    return tuple(
        replace(
            line,
            rules=tuple(
                dict.fromkeys(
                    (*line.rules, *(one.rule for one in caveats if one.line in {place, None}))
                )
            ),
        )
        for place, line in enumerate(lines)
    )


def _accepted(
    line: OrderLine,
    purpose: Purpose,
    taking: _Taking,
    tenders: tuple[Tender, ...],
    rules: tuple[RuleRef, ...],
) -> Acceptance:
    advance = Money.total(
        part.amount for part in taking.allocations if part.toward is Toward.ADVANCE
    )
    credited = {
        purpose.account: line.amount - advance,
        LedgerAccount.ADVANCE_RECEIVED: advance,
    }
    return Acceptance(
        purpose=purpose,
        settlement=taking.settlement,
        allocations=taking.allocations,
        tenders=tenders,
        entry=payment_entry(tenders, credited),
        outstanding_before=taking.due,
        balance=taking.due - line.amount,
        rules=rules,
    )


def _to_suspense(line: OrderLine) -> _Taking:
    if line.noted is None:
        raise Refusal(RefusalCode.ACCOUNT_UNKNOWN, account_no=line.account_no)
    refuse_wrong_reference(SUSPENSE_PURPOSE, line.reference)
    refuse_card_number(*astuple(line.noted))
    return _to_head(line, Settlement.SUSPENSE, Toward.SUSPENSE)


def _to_head(line: OrderLine, settlement: Settlement, toward: Toward) -> _Taking:
    return _Taking(settlement, (Allocation(NO_BILL, line.amount, toward),), line.amount)


def _to_bills(
    line: OrderLine,
    place: int,
    account: ConsumerAccount,
    purpose: Purpose,
    known: Known,
) -> _Taking:
    rules = known.rules
    due = account.outstanding_on(rules.day)
    if line.shown != due:
        raise Refusal(
            RefusalCode.ACCOUNT_CHANGED, shown_paise=line.shown.paise, outstanding_paise=due.paise
        )
    used: tuple[RuleRef, ...] = ()
    caveats: tuple[Caveat, ...] = ()
    if due <= ZERO or line.amount > due:
        used = _refuse_above_due(line, due, purpose, rules)
    elif line.amount < due:
        if purpose.asks is Asks.ALL_DUE:
            raise Refusal(RefusalCode.AMOUNT_NOT_ALL_DUE, due_paise=due.paise)
        used, caveats = _part(line, place, account, known)
    allocations = allocate(line.amount, account, rules.day)
    return _Taking(_settlement(line.amount, due), allocations, due, used, caveats)


def _settlement(amount: Money, due: Money) -> Settlement:
    if due <= ZERO:
        return Settlement.ADVANCE
    if amount == due:
        return Settlement.FULL
    return Settlement.OVER if amount > due else Settlement.PART


def _refuse_above_due(
    line: OrderLine, due: Money, purpose: Purpose, rules: DayRules
) -> tuple[RuleRef, ...]:
    """More than is due is an advance: only where the purpose and the rule take one, and only when meant."""
    rule = rules.rule(RuleName.ADVANCE)
    advance = line.amount - max(due, ZERO)
    is_taken = purpose.asks is Asks.ANY_PART and bool(rule.number("is_taken"))
    if not (is_taken and line.is_advance_meant):
        if due <= ZERO:
            raise Refusal(RefusalCode.NOTHING_DUE, account_no=line.account_no)
        if purpose.asks is Asks.ALL_DUE:
            raise Refusal(RefusalCode.AMOUNT_NOT_ALL_DUE, due_paise=due.paise)
        raise Refusal(RefusalCode.AMOUNT_ABOVE_DUE, due_paise=due.paise)
    most = Money(rule.number("most_paise"))
    if advance > most:
        raise Refusal(
            RefusalCode.ADVANCE_TOO_LARGE, advance_paise=advance.paise, limit_paise=most.paise
        )
    return (rule.ref,)


def _part(
    line: OrderLine, place: int, account: ConsumerAccount, known: Known
) -> tuple[tuple[RuleRef, ...], tuple[Caveat, ...]]:
    """A part payment: below the least, or beyond the count of the month, a supervisor's word is needed."""
    rules = known.rules
    due = account.outstanding_on(rules.day)
    rule, ref = rules.part_payment(account.consumer)
    caveats: list[Caveat] = []
    minimum = rule.minimum_of(due)
    if line.amount < minimum:
        facts = (("account_no", line.account_no), ("minimum_paise", minimum.paise))
        caveats.append(Caveat(CaveatCode.PART_BELOW_MINIMUM, True, ref, place, facts))
    count_rule = rules.rule(RuleName.PART_COUNT)
    most = count_rule.number("most_a_month")
    taken = known.before.part_payments.get(line.account_no, 0)
    if taken >= most:
        facts_of_count = (("account_no", line.account_no), ("taken", taken), ("most", most))
        caveats.append(Caveat(CaveatCode.PART_COUNT, True, count_rule.ref, place, facts_of_count))
    return (ref, count_rule.ref), tuple(caveats)

"""What is never taken, whoever gives a word: wrong sums, the same thing twice, bank's paper that is not good."""

from __future__ import annotations

from typing import TYPE_CHECKING

from counter_app.domain.bank_paper import months_after
from counter_app.domain.errors import Refusal, RefusalCode
from counter_app.domain.money import ZERO, Money
from counter_app.domain.policy import RuleName
from counter_app.domain.tender import (
    BANK_PAPER,
    CardTender,
    CashTender,
    ChequeTender,
    DraftTender,
    UpiTender,
    identity_of,
    kind_of,
)

if TYPE_CHECKING:
    from counter_app.domain.consumer import Consumer
    from counter_app.domain.day_rules import DayRules
    from counter_app.domain.identity import AccountNo
    from counter_app.domain.payment import PaymentOrder
    from counter_app.domain.policy import Rule, RuleRef
    from counter_app.domain.purpose import Purpose
    from counter_app.domain.tender import Tender, TenderKind

MOST_LINES = 100
"""Accounts and purposes of one order: all its messages fit into one batch of a round several times over."""

MOST_TENDERS = 20


def refuse_wrong_sums(order: PaymentOrder) -> None:
    """Raise Refusal AMOUNT_ZERO, AMOUNT_NEGATIVE, ORDER_TOO_LONG, TENDER_MISSING or TENDERS_NOT_AMOUNT."""
    if len(order.lines) > MOST_LINES or len(order.tenders) > MOST_TENDERS:
        raise Refusal(RefusalCode.ORDER_TOO_LONG, most=MOST_LINES, most_tenders=MOST_TENDERS)
    for line in order.lines:
        if line.amount < ZERO:
            raise Refusal(RefusalCode.AMOUNT_NEGATIVE, text=str(line.amount))
        if not line.amount:
            raise Refusal(RefusalCode.AMOUNT_ZERO)
    if not order.tenders or any(tender.amount <= ZERO for tender in order.tenders):
        raise Refusal(RefusalCode.TENDER_MISSING)
    tendered = Money.total(tender.amount for tender in order.tenders)
    if tendered != order.amount:
        raise Refusal(
            RefusalCode.TENDERS_NOT_AMOUNT,
            amount_paise=order.amount.paise,
            tendered_paise=tendered.paise,
        )


def refuse_line_twice(order: PaymentOrder) -> None:
    """Raise Refusal LINE_TWICE when an account stands twice for the same purpose and reference."""
    seen: set[tuple[str, str, str]] = set()
    for line in order.lines:
        if line.noted is not None:
            continue
        asked = (line.account_no, line.purpose, line.reference)
        if asked in seen:
            raise Refusal(RefusalCode.LINE_TWICE, account_no=line.account_no)
        seen.add(asked)


def refuse_bills_twice(account_no: AccountNo, settled: set[AccountNo]) -> None:
    """Raise Refusal LINE_TWICE when an earlier line, whatever it is for, settles these bills; else note this one.

    Both lines would be decided against the same positions.
    """
    if account_no in settled:
        raise Refusal(RefusalCode.LINE_TWICE, account_no=account_no)
    settled.add(account_no)


def refuse_instrument_twice(tenders: tuple[Tender, ...]) -> None:
    """Raise Refusal when one order names an instrument twice: it has no receipt number yet."""
    seen: set[str] = set()
    slips: set[tuple[str, str, str]] = set()
    for tender in tenders:
        if isinstance(tender, CashTender):
            continue
        identity = identity_of(tender)
        if identity in seen:
            raise instrument_used(tender, "")
        seen.add(identity)
        if isinstance(tender, CardTender):
            slip = (tender.slip.tid, tender.slip.batch, tender.slip.invoice)
            if slip in slips:
                raise slip_used(tender, "")
            slips.add(slip)


def instrument_used(tender: Tender, receipt_no: str) -> Refusal:
    """The refusal of an instrument that another payment holds; no receipt number when it is this very order."""
    match tender:
        case CardTender(slip=slip):
            return Refusal(RefusalCode.CARD_RRN_USED, rrn=slip.rrn, receipt_no=receipt_no)
        case ChequeTender(paper=paper) | DraftTender(paper=paper):
            return Refusal(RefusalCode.PAPER_USED, number=paper.number, receipt_no=receipt_no)
        case CashTender():  # pragma: no cover - cash has no name
            raise ValueError(tender)
        case _:
            return Refusal(
                RefusalCode.UPI_REFERENCE_USED, reference=tender.reference, receipt_no=receipt_no
            )


def slip_used(tender: CardTender, receipt_no: str) -> Refusal:
    """The refusal of a slip whose terminal, batch and invoice another payment holds."""
    return Refusal(
        RefusalCode.CARD_SLIP_USED,
        tid=tender.slip.tid,
        batch=tender.slip.batch,
        invoice=tender.slip.invoice,
        receipt_no=receipt_no,
    )


def refuse_wrong_dates(tenders: tuple[Tender, ...], rules: DayRules) -> dict[TenderKind, RuleRef]:
    """Raise Refusal PAPER_NOT_TAKEN, PAPER_POST_DATED or PAPER_STALE; else the rules that were asked of each kind."""
    used: dict[TenderKind, RuleRef] = {}
    for tender in tenders:
        if not isinstance(tender, ChequeTender | DraftTender):
            continue
        rule = _paper_rule(tender, rules)
        used[kind_of(tender)] = rule.ref
        if not rule.number("is_taken"):
            raise Refusal(RefusalCode.PAPER_NOT_TAKEN, tender=kind_of(tender))
        if tender.paper.dated > rules.day:
            raise Refusal(RefusalCode.PAPER_POST_DATED, day=tender.paper.dated.isoformat())
        months = rule.number("oldest_months")
        if rules.day > months_after(tender.paper.dated, months):
            raise Refusal(
                RefusalCode.PAPER_STALE, day=tender.paper.dated.isoformat(), months=months
            )
    return used


def refuse_claim_for_certificate(tenders: tuple[Tender, ...], purpose: Purpose) -> None:
    """Raise Refusal UPI_NOT_CONFIRMED where a certificate would stand on a claim (domain, section 5)."""
    is_claimed = any(isinstance(one, UpiTender) and not one.is_confirmed for one in tenders)
    if purpose.is_certificate and is_claimed:
        raise Refusal(RefusalCode.UPI_NOT_CONFIRMED)


def refuse_bank_paper(
    tenders: tuple[Tender, ...], consumer: Consumer, purpose: Purpose, rules: DayRules
) -> None:
    """Raise Refusal PAPER_NOT_FOR_PURPOSE or CHEQUE_DISCONNECTED; ``cheque_bar`` looks at who is barred."""
    kinds = {kind_of(tender) for tender in tenders}
    if kinds & BANK_PAPER and not purpose.is_bank_paper_taken:
        raise Refusal(RefusalCode.PAPER_NOT_FOR_PURPOSE)
    if not any(isinstance(tender, ChequeTender) for tender in tenders):
        return
    is_taken = rules.rule(RuleName.CHEQUE).number("is_from_disconnected_taken")
    if consumer.is_disconnected and not is_taken:
        raise Refusal(RefusalCode.CHEQUE_DISCONNECTED, account_no=consumer.account_no)


def _paper_rule(tender: ChequeTender | DraftTender, rules: DayRules) -> Rule:
    return rules.rule(RuleName.CHEQUE if isinstance(tender, ChequeTender) else RuleName.DRAFT)

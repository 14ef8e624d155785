"""What a reversal may do: which tender goes where, when it is too late, and the entry that undoes the payment."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from counter_app.domain.allocation import take_back
from counter_app.domain.bank_paper import InstrumentState
from counter_app.domain.card_guard import refuse_card_number
from counter_app.domain.errors import Refusal, RefusalCode
from counter_app.domain.instrument import TakenBack
from counter_app.domain.ledger import ACCOUNT_OF, Entry, LedgerAccount, Posting
from counter_app.domain.money import ZERO, Money, western_digits
from counter_app.domain.reversal import GoesWhere, ReversalWhy, TenderUndone
from counter_app.domain.suspense import LONGEST_NOTE
from counter_app.domain.tender import (
    BANK_PAPER,
    CardTender,
    CashTender,
    TenderKind,
    face_of,
    identity_of,
    kind_of,
)

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from counter_app.domain.payment import Payment
    from counter_app.domain.reversal import GoesTo
    from counter_app.domain.tender import Tender

_VOID = re.compile(r"[A-Z0-9]{1,6}")


@dataclass(frozen=True, slots=True)
class Ground:
    """What bears on a reversal: the payment, what became of it since, and where its papers and credits stand."""

    payment: Payment
    is_reversed: bool
    is_bounced: bool
    """A return undid it, or a part of it."""
    is_handed: bool
    """Its shift was closed, and its takings were handed over."""
    states: Mapping[str, InstrumentState]


@dataclass(frozen=True, slots=True)
class TenderWays:
    """One tender, the ways that are open to it (HELD always is, and stands last), and which one is usual."""

    kind: TenderKind
    amount: Money
    identity: str
    ways: tuple[GoesWhere, ...]

    def usual(self, why: ReversalWhy) -> GoesWhere:
        """Money for another account stays here; else the payer gets back what can be given back."""
        return GoesWhere.HELD if why is ReversalWhy.WRONG_ACCOUNT else self.ways[0]


def refuse_undone(ground: Ground) -> None:
    """Raise Refusal REVERSED_ALREADY, REVERSAL_BOUNCED or REVERSAL_AFTER_REMITTANCE (receipt_no)."""
    at_bank = {InstrumentState.DEPOSITED, InstrumentState.CLEARED}
    papers = (identity_of(one) for one in ground.payment.tenders if not isinstance(one, CashTender))
    is_remitted = ground.is_handed or any(ground.states.get(one) in at_bank for one in papers)
    for is_so, code in (
        (ground.is_reversed, RefusalCode.REVERSED_ALREADY),
        (ground.is_bounced, RefusalCode.REVERSAL_BOUNCED),
        (is_remitted, RefusalCode.REVERSAL_AFTER_REMITTANCE),
    ):
        if is_so:
            raise Refusal(code, receipt_no=str(ground.payment.receipt_no))


def ways_of(ground: Ground, day: date) -> tuple[TenderWays, ...]:
    """Where each tender may go on this business date."""
    return tuple(_ways(tender, ground, day) for tender in ground.payment.tenders)


def _ways(tender: Tender, ground: Ground, day: date) -> TenderWays:
    kind, identity = kind_of(tender), ""
    way: GoesWhere | None = None
    if isinstance(tender, CashTender):
        way = GoesWhere.CASH_BACK
    else:
        identity = identity_of(tender)
        is_whole = face_of(tender) == tender.amount
        if isinstance(tender, CardTender):
            is_today = day == ground.payment.business_date
            way = GoesWhere.VOIDED if is_whole and is_today else None
        elif kind in BANK_PAPER and is_whole:
            is_here = ground.states.get(identity) is InstrumentState.RECEIVED
            way = GoesWhere.GIVEN_BACK if is_here else None
    ways = (GoesWhere.HELD,) if way is None else (way, GoesWhere.HELD)
    return TenderWays(kind, tender.amount, identity, ways)


def tenders_undone(ground: Ground, goes: tuple[GoesTo, ...], day: date) -> tuple[TenderUndone, ...]:
    """Each tender and where it goes.

    A shared instrument can only be held: the other payments of its order stand on it. Raises Refusal
    REVERSAL_TENDER_WRONG (tender, where), REVERSAL_VOID_LATE, REVERSAL_VOID_MISSING, CARD_APPROVAL_WRONG.
    """
    offered = ways_of(ground, day)
    if len(goes) != len(offered):
        raise Refusal(RefusalCode.REVERSAL_TENDER_WRONG, tender=None, where=None)
    return tuple(_undone(one, asked, ground, day) for one, asked in zip(offered, goes, strict=True))


def _undone(offered: TenderWays, asked: GoesTo, ground: Ground, day: date) -> TenderUndone:
    is_late = asked.where is GoesWhere.VOIDED and day != ground.payment.business_date
    if is_late and offered.kind is TenderKind.CARD:
        raise Refusal(RefusalCode.REVERSAL_VOID_LATE, receipt_no=str(ground.payment.receipt_no))
    if asked.where not in offered.ways:
        raise Refusal(
            RefusalCode.REVERSAL_TENDER_WRONG, tender=offered.kind.value, where=asked.where.value
        )
    reference = void_typed(asked.reference) if asked.where is GoesWhere.VOIDED else ""
    return TenderUndone(offered.kind, offered.amount, asked.where, offered.identity, reference)


def void_typed(text: str) -> str:
    """The approval code of a void as the terminal's slip prints it.

    Raises Refusal CARD_NUMBER_IN_TEXT, REVERSAL_VOID_MISSING, CARD_APPROVAL_WRONG.
    """
    refuse_card_number(text)
    code = western_digits(text).strip().upper()
    if not code:
        raise Refusal(RefusalCode.REVERSAL_VOID_MISSING)
    if not _VOID.fullmatch(code):
        raise Refusal(RefusalCode.CARD_APPROVAL_WRONG)
    return code


def right_account_typed(text: str, payment: Payment) -> str:
    """The account the money should have gone to, as typed; empty when nobody knows.

    Raises Refusal CARD_NUMBER_IN_TEXT, NOTED_TOO_LONG, REVERSAL_ACCOUNT_SAME (account_no).
    """
    refuse_card_number(text)
    account_no = western_digits("".join(text.split())).upper()
    if len(account_no) > LONGEST_NOTE:
        raise Refusal(RefusalCode.NOTED_TOO_LONG, most=LONGEST_NOTE)
    own = (payment.consumer.account_no, payment.consumer.legacy_account_no)
    if account_no and account_no in own:
        raise Refusal(RefusalCode.REVERSAL_ACCOUNT_SAME, account_no=account_no)
    return account_no


def cash_back_of(tenders: tuple[TenderUndone, ...]) -> Money:
    """What leaves the drawer."""
    return _sum_of(tenders, GoesWhere.CASH_BACK)


def held_of(tenders: tuple[TenderUndone, ...]) -> Money:
    """What stays here and waits for the right account."""
    return _sum_of(tenders, GoesWhere.HELD)


def _sum_of(tenders: tuple[TenderUndone, ...], where: GoesWhere) -> Money:
    return Money.total(one.amount for one in tenders if one.where is where)


def undone_of(payment: Payment) -> TakenBack:
    """All that the payment settled, the last first, as a return takes it back."""
    return TakenBack(
        payment.payment_id,
        payment.receipt_no,
        payment.consumer.account_no,
        payment.amount,
        take_back(payment.amount, payment.allocations),
    )


def reversal_entry(payment: Payment, tenders: tuple[TenderUndone, ...]) -> Entry:
    """What a reversal moves: what was credited is debited, and each tender leaves, or waits in suspense."""
    debits = [
        Posting(one.account, -one.amount) for one in payment.entry.postings if one.amount < ZERO
    ]
    credited: dict[LedgerAccount, Money] = {}
    for one in tenders:
        is_held = one.where is GoesWhere.HELD
        account = LedgerAccount.SUSPENSE_RECEIVED if is_held else ACCOUNT_OF[one.kind]
        credited[account] = credited.get(account, ZERO) + one.amount
    return Entry((*debits, *(Posting(account, -sum_) for account, sum_ in credited.items())))

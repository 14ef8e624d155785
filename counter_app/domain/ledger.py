"""Double entry: an entry that does not sum to zero cannot be built."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from counter_app.domain.money import ZERO, Money
from counter_app.domain.tender import Tender, TenderKind, kind_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


class LedgerAccount(StrEnum):
    """The accounts of one counter's books."""

    # what is here, or on its way to the bank
    CASH_DRAWER = "cash_drawer"
    CARD_CLEARING = "card_clearing"
    UPI_CLEARING = "upi_clearing"
    CHEQUES_IN_HAND = "cheques_in_hand"
    DRAFTS_IN_HAND = "drafts_in_hand"
    # what it was paid for
    BILL_COLLECTION = "bill_collection"
    ADVANCE_RECEIVED = "advance_received"
    ARREAR_COLLECTION = "arrear_collection"
    RECHARGE_COLLECTION = "recharge_collection"
    FEE_COLLECTION = "fee_collection"
    DEPOSIT_RECEIVED = "deposit_received"
    SCHEME_COLLECTION = "scheme_collection"
    ASSESSMENT_COLLECTION = "assessment_collection"
    COMPOUNDING_COLLECTION = "compounding_collection"
    OTHER_COLLECTION = "other_collection"
    SUSPENSE_RECEIVED = "suspense_received"
    # between head cashier and drawer
    FLOAT_ISSUED = "float_issued"
    PAID_IN = "paid_in"
    PAID_OUT = "paid_out"
    # from the closed drawer to the bank
    CASH_TO_HAND_OVER = "cash_to_hand_over"
    CASH_WITH_HEAD = "cash_with_head"
    CASH_AT_BANK = "cash_at_bank"
    CHEQUES_AT_BANK = "cheques_at_bank"
    DRAFTS_AT_BANK = "drafts_at_bank"
    BANK = "bank"
    BANK_COUNTERFEIT = "bank_counterfeit"
    BANK_SHORTAGE = "bank_shortage"
    BANK_MUTILATED = "bank_mutilated"
    BANK_EXCESS = "bank_excess"
    # short and excess at the close, each tender its own
    SHORT_CASH = "short_cash"
    SHORT_CARD = "short_card"
    SHORT_UPI = "short_upi"
    SHORT_CHEQUES = "short_cheques"
    SHORT_DRAFTS = "short_drafts"
    EXCESS_CASH = "excess_cash"
    EXCESS_CARD = "excess_card"
    EXCESS_UPI = "excess_upi"
    EXCESS_CHEQUES = "excess_cheques"
    EXCESS_DRAFTS = "excess_drafts"


PAID_FOR = frozenset(
    {
        LedgerAccount.BILL_COLLECTION,
        LedgerAccount.ARREAR_COLLECTION,
        LedgerAccount.RECHARGE_COLLECTION,
        LedgerAccount.FEE_COLLECTION,
        LedgerAccount.DEPOSIT_RECEIVED,
        LedgerAccount.SCHEME_COLLECTION,
        LedgerAccount.ASSESSMENT_COLLECTION,
        LedgerAccount.COMPOUNDING_COLLECTION,
        LedgerAccount.OTHER_COLLECTION,
    }
)
"""What a head may be credited to. One credited to the drawer would make its cash vanish; advances and suspense are
come to, not chosen."""


@dataclass(frozen=True, slots=True)
class Posting:
    """One movement: a debit is positive, a credit negative."""

    account: LedgerAccount
    amount: Money


@dataclass(frozen=True, slots=True)
class Entry:
    """A balanced set of movements."""

    postings: tuple[Posting, ...]

    def __post_init__(self) -> None:
        """Raise ValueError unless there are two postings or more, none of them zero, that sum to zero."""
        if len(self.postings) <= 1 or not all(posting.amount for posting in self.postings):
            message = f"an entry needs two movements, none of zero: {self.postings}"
            raise ValueError(message)
        if Money.total(posting.amount for posting in self.postings):
            message = f"entry does not balance: {self.postings}"
            raise ValueError(message)

    @property
    def moved(self) -> Money:
        """The sum of its debits."""
        return Money.total(one.amount for one in self.postings if one.amount > ZERO)


ACCOUNT_OF: Mapping[TenderKind, LedgerAccount] = {
    TenderKind.CASH: LedgerAccount.CASH_DRAWER,
    TenderKind.CARD: LedgerAccount.CARD_CLEARING,
    TenderKind.UPI: LedgerAccount.UPI_CLEARING,
    TenderKind.CHEQUE: LedgerAccount.CHEQUES_IN_HAND,
    TenderKind.DRAFT: LedgerAccount.DRAFTS_IN_HAND,
}
"""Where a tender is until the bank has it."""

SHORT_OF: Mapping[TenderKind, LedgerAccount] = {
    TenderKind.CASH: LedgerAccount.SHORT_CASH,
    TenderKind.CARD: LedgerAccount.SHORT_CARD,
    TenderKind.UPI: LedgerAccount.SHORT_UPI,
    TenderKind.CHEQUE: LedgerAccount.SHORT_CHEQUES,
    TenderKind.DRAFT: LedgerAccount.SHORT_DRAFTS,
}
EXCESS_OF: Mapping[TenderKind, LedgerAccount] = {
    TenderKind.CASH: LedgerAccount.EXCESS_CASH,
    TenderKind.CARD: LedgerAccount.EXCESS_CARD,
    TenderKind.UPI: LedgerAccount.EXCESS_UPI,
    TenderKind.CHEQUE: LedgerAccount.EXCESS_CHEQUES,
    TenderKind.DRAFT: LedgerAccount.EXCESS_DRAFTS,
}
"""Where what is missing, or too much, of a tender goes at the close."""


def payment_entry(tenders: Iterable[Tender], credited: Mapping[LedgerAccount, Money]) -> Entry:
    """What a payment moves: each tender comes in, the accounts it was paid for owe it."""
    debits = tuple(Posting(ACCOUNT_OF[kind_of(tender)], tender.amount) for tender in tenders)
    owed = tuple(Posting(account, -amount) for account, amount in credited.items() if amount)
    return Entry((*debits, *owed))


def return_entry(stands_in: LedgerAccount, credited: Mapping[LedgerAccount, Money]) -> Entry:
    """What a returned instrument moves back: out of the account its money stands in.

    ``credited`` as its payments had credited its parts.
    """
    debits = tuple(Posting(account, amount) for account, amount in credited.items() if amount)
    face = Money.total(credited.values())
    return Entry((*debits, Posting(stands_in, -face)))


def float_entry(counted: Money) -> Entry:
    """The float that a cashier takes into the drawer at the start of a shift."""
    return Entry(
        (
            Posting(LedgerAccount.CASH_DRAWER, counted),
            Posting(LedgerAccount.FLOAT_ISSUED, -counted),
        )
    )


def totals_by_kind(tenders: Iterable[Tender]) -> dict[str, Money]:
    """The sum of each kind of tender present."""
    totals: dict[str, Money] = {}
    for tender in tenders:
        kind = str(kind_of(tender))
        totals[kind] = totals.get(kind, ZERO) + tender.amount
    return totals

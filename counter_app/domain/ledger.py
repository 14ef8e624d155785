"""Double entry: an entry that does not sum to zero cannot be built."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from counter_app.domain.money import ZERO, Money
from counter_app.domain.tender import CardTender, CashTender, Tender, kind_of

if TYPE_CHECKING:
    from collections.abc import Iterable


class LedgerAccount(StrEnum):
    """The accounts of one counter's books."""

    CASH_DRAWER = "cash_drawer"
    CARD_CLEARING = "card_clearing"
    BILL_COLLECTION = "bill_collection"
    FLOAT_ISSUED = "float_issued"


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


_ACCOUNT_OF: dict[type[Tender], LedgerAccount] = {
    CashTender: LedgerAccount.CASH_DRAWER,
    CardTender: LedgerAccount.CARD_CLEARING,
}


def payment_entry(tenders: Iterable[Tender]) -> Entry:
    """What a payment moves: each tender comes in, the collection of bills owes it."""
    debits = tuple(Posting(_ACCOUNT_OF[type(tender)], tender.amount) for tender in tenders)
    collected = Money.total(posting.amount for posting in debits)
    return Entry((*debits, Posting(LedgerAccount.BILL_COLLECTION, ZERO - collected)))


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

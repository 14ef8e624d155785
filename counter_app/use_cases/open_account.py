"""Open an account: the bills as told, less our payments they do not contain."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from counter_app.domain.bill import ConsumerAccount, positions_now
from counter_app.domain.errors import Refusal, RefusalCode
from counter_app.domain.identity import AccountNo

if TYPE_CHECKING:
    from counter_app.use_cases.book_ports import Books, Ledger
    from counter_app.use_cases.ports import BillsAsTold


def account_if_told(
    bills: BillsAsTold, books: Books, account_no: AccountNo
) -> ConsumerAccount | None:
    """The account at this moment, None for one that is not in the local copy.

    Bills and mark are read at one moment and our payments after them, so every payment is either inside
    the bills as told or subtracted from them; those under the account's old numbers too.
    """
    told = bills.account(account_no)
    if told is None:
        return None
    consumer, own_bills, mark = told
    beside = bills.beside(account_no)
    numbers = dict.fromkeys(
        (account_no, AccountNo(consumer.legacy_account_no), *beside.old_numbers)
    )
    return ConsumerAccount(
        consumer=consumer,
        positions=positions_now(own_bills, mark, books.payments.paid_here(tuple(numbers))),
        snapshot_version=str(mark.cursor),
        told_at=mark.as_on,
        beside=beside,
    )


def account_now(bills: BillsAsTold, books: Books, account_no: AccountNo) -> ConsumerAccount:
    """The account at this moment. Raises Refusal ACCOUNT_UNKNOWN."""
    account = account_if_told(bills, books, account_no)
    if account is None:
        raise Refusal(RefusalCode.ACCOUNT_UNKNOWN, account_no=account_no)
    return account


@dataclass(frozen=True, slots=True)
class OpenAccount:
    """The verb."""

    ledger: Ledger
    bills: BillsAsTold

    def __call__(self, account_no: AccountNo) -> ConsumerAccount:
        """Consumer and positions, frozen. Raises Refusal ACCOUNT_UNKNOWN, Fault BILLS_MISSING."""
        with self.ledger.open_books() as books:
            return account_now(self.bills, books, account_no)

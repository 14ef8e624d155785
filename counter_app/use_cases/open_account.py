"""Open an account: the bills as told, less our payments they do not contain."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from counter_app.domain.bill import ConsumerAccount, positions_now
from counter_app.domain.errors import Refusal, RefusalCode

if TYPE_CHECKING:
    from counter_app.domain.identity import AccountNo
    from counter_app.use_cases.book_ports import Books, Ledger
    from counter_app.use_cases.ports import BillsAsTold


def account_now(bills: BillsAsTold, books: Books, account_no: AccountNo) -> ConsumerAccount:
    """The account at this moment. Raises Refusal ACCOUNT_UNKNOWN.

    Bills and mark are read at one moment and our payments after them, so every payment is either inside
    the bills as told or subtracted from them.
    """
    told = bills.account(account_no)
    if told is None:
        raise Refusal(RefusalCode.ACCOUNT_UNKNOWN, account_no=account_no)
    consumer, own_bills, mark = told
    return ConsumerAccount(
        consumer=consumer,
        positions=positions_now(own_bills, mark, books.payments.paid_here(account_no)),
        snapshot_version=str(mark.cursor),
        told_at=mark.as_on,
    )


@dataclass(frozen=True, slots=True)
class OpenAccount:
    """The verb."""

    ledger: Ledger
    bills: BillsAsTold

    def __call__(self, account_no: AccountNo) -> ConsumerAccount:
        """Consumer and positions, frozen. Raises Refusal ACCOUNT_UNKNOWN, Fault BILLS_MISSING."""
        with self.ledger.open_books() as books:
            return account_now(self.bills, books, account_no)

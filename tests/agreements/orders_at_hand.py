"""Orders and cheques as the agreement suites enter them."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from counter_app.domain.bank_paper import InstrumentState
from counter_app.domain.money import Money
from counter_app.domain.tender import identity_of
from tests.builders import (
    PAYABLE,
    TODAY,
    a_bill,
    a_consumer,
    a_line,
    a_payment_id,
    an_account,
    an_order_of,
    cheque,
)

if TYPE_CHECKING:
    from counter_app.domain.bill import ConsumerAccount
    from counter_app.domain.receipt import Receipt
    from counter_app.domain.tender import Tender
    from counter_app.use_cases.book_ports import Ledger
    from tests.local_db.year import Scribe

CHEQUE_ID = identity_of(cheque(PAYABLE))
RETURNED = frozenset({InstrumentState.RETURNED})


def account_of(account_no: str, *payable: Money) -> ConsumerAccount:
    """An account with these bills, oldest first."""
    bills = [
        a_bill(
            one,
            bill_no=f"B{place}-{account_no}",
            account_no=account_no,
            bill_date=TODAY - timedelta(days=60 - place),
        )
        for place, one in enumerate(payable)
    ]
    return an_account(*bills, consumer=a_consumer(account_no))


def take(
    ledger: Ledger, scribe: Scribe, amounts: dict[str, int], *tenders: Tender, payer: str = ""
) -> tuple[Receipt, ...]:
    """An order over these accounts, in rupees, each owing two bills of Rs 1,000."""
    lines, accounts = [], []
    for account_no, rupees in amounts.items():
        scribe.number += 1
        account = account_of(account_no, Money.rupees(1000), Money.rupees(1000))
        accounts.append(account)
        lines.append(
            a_line(
                Money.rupees(rupees),
                shown=account.outstanding_on(TODAY),
                payment_id=a_payment_id(scribe.number),
                account_no=account_no,
                is_advance_meant=True,
            )
        )
    with ledger.open_books() as books:
        order = an_order_of(*lines, tenders=tenders, payer=payer)
        receipts = scribe.order(books, order, *accounts)
        books.commit()
    return receipts


def walk(ledger: Ledger, scribe: Scribe, *states: InstrumentState) -> None:
    """The cheque goes these steps."""
    with ledger.open_books() as books:
        for state in states:
            scribe.step(books, CHEQUE_ID, state, "funds insufficient")
        books.commit()


LOST = (InstrumentState.LISTED, InstrumentState.DEPOSITED, InstrumentState.RETURNED)

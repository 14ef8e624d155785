"""Daily reconciliations in every ledger, the fake and the real one alike (port ``ReconciliationBook``)."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from counter_app.domain.money import Money
from counter_app.domain.reconciliation import Reconciled, TakenHere
from counter_app.wire.exchange import Fate
from tests.agreements.books_at_hand import A_RULE
from tests.builders import (
    NOW,
    PAYABLE,
    TODAY,
    a_card_slip,
    a_line,
    an_account,
    an_order_of,
    card,
    cash,
)
from tests.days_compared import a_reconciliation, centre, kept, taken

if TYPE_CHECKING:
    from counter_app.use_cases.book_ports import Ledger
    from tests.local_db.year import Scribe

TOMORROW = TODAY + timedelta(days=1)


def test_payments_are_told_as_their_messages_told_them(ledger: Ledger, scribe: Scribe) -> None:
    with ledger.open_books() as books:
        first = scribe.receipt(books)
        scribe.acknowledge(books, scribe.enter(books, first), fate=Fate.RENUMBERED)
        paid = (cash(Money(100_00)), card(Money(50_00), a_card_slip()))
        order = an_order_of(a_line(Money(150_00), shown=PAYABLE), tenders=paid)
        (second,) = scribe.order(books, order, an_account())
        book = books.reconciliations
        assert book.taken_on(TODAY) == (
            TakenHere(
                1,
                2,
                str(first.payment.receipt_no),
                PAYABLE,
                (("cash", PAYABLE),),
                TODAY,
                "RENUMBERED",
            ),
            TakenHere(
                1,
                3,
                str(second.payment.receipt_no),
                Money(150_00),
                (("card", Money(50_00)), ("cash", Money(100_00))),
                TODAY,
            ),
        )
        assert book.taken_as(1, 3) == book.taken_on(TODAY)[1]
        assert book.taken_as(1, 1) is None
        assert book.taken_as(2, 3) is None
        assert book.taken_on(TOMORROW) == ()
        assert (book.count_on(TODAY), book.count_on(TOMORROW)) == (2, 0)
        assert (book.last_day_before(TOMORROW), book.last_day_before(TODAY)) == (TODAY, None)


def test_the_last_reconciliation_of_a_day_is_told(ledger: Ledger, scribe: Scribe) -> None:
    with ledger.open_books() as books:
        assert books.reconciliations.last(TODAY) is None
        scribe.enter(books, scribe.receipt(books))
        ours = books.reconciliations.taken_on(TODAY)
        books.reconciliations.keep(a_reconciliation(*ours, there=centre()), b"signed")
        assert books.reconciliations.last(TODAY) == Reconciled(NOW, False, 1, 0, 0)
        unsent = centre(kept(taken(7)), upto=1)
        books.reconciliations.keep(a_reconciliation(*ours, taken(7), there=unsent), b"signed")
        books.reconciliations.keep(a_reconciliation(*ours), b"signed")
        books.commit()
    with ledger.open_books() as books:
        scribe.enter(books, scribe.receipt(books))
        assert books.reconciliations.last(TODAY) == Reconciled(NOW, True, 0, 0, 1)
        assert books.reconciliations.last(TOMORROW) is None


def test_nothing_is_kept_without_its_proof(ledger: Ledger) -> None:
    with ledger.open_books() as books, pytest.raises(ValueError, match=A_RULE):
        books.reconciliations.keep(a_reconciliation(), b"")

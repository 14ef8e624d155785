"""Reversals in every ledger, the fake and the real one alike (port ``ReversalBook``)."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

import pytest
from msgspec.structs import replace

from counter_app.domain.bank_paper import InstrumentState
from counter_app.domain.bill import PaidHere
from counter_app.domain.identity import AccountNo, BillNo
from counter_app.domain.instrument import returned
from counter_app.domain.ledger import LedgerAccount
from counter_app.domain.money import ZERO, Money
from counter_app.wire.results import ResultKind, ResultTold
from tests.agreements.books_at_hand import A_RULE
from tests.agreements.orders_at_hand import CHEQUE_ID, LOST, take, walk
from tests.builders import FLOAT, NOW, TODAY, card, cash, cheque, upi
from tests.reversals import CASH_BACK, GIVEN_BACK, HELD, VOIDED, a_reversal

if TYPE_CHECKING:
    from counter_app.domain.payment import Payment
    from counter_app.domain.reversal import GoesTo, Reversal
    from counter_app.use_cases.book_ports import Ledger
    from tests.local_db.year import Scribe

A = AccountNo("1")
TENDERS = (
    cash(Money.rupees(700)),
    card(Money.rupees(500)),
    cheque(Money.rupees(200)),
    upi(Money.rupees(100)),
)


def reverse(
    ledger: Ledger, scribe: Scribe, payment: Payment, *goes: GoesTo, number: int = 1
) -> Reversal:
    made = a_reversal(payment, *goes, number=number)
    with ledger.open_books() as books:
        scribe.reverse(books, made)
        books.commit()
    return made


def test_a_reversal_is_kept_as_it_was_made(ledger: Ledger, scribe: Scribe) -> None:
    (receipt,) = take(ledger, scribe, {"1": 1500}, *TENDERS)
    made = reverse(ledger, scribe, receipt.payment, CASH_BACK, VOIDED, GIVEN_BACK, HELD)
    with ledger.open_books() as books:
        assert books.reversals.find(made.reversal_id) == made
        assert books.reversals.of_payment(made.payment_id) == made
        assert books.reversals.on_days(TODAY, TODAY) == (made,)
        assert books.reversals.find(UUID(int=5)) is None
        held = books.instruments.find(CHEQUE_ID)
        (row,) = books.payments.rows_of(TODAY)
    assert held is not None
    assert held.state is InstrumentState.GIVEN_BACK
    assert row.reversed_on == TODAY


def test_a_payment_that_stands_has_none(ledger: Ledger, scribe: Scribe) -> None:
    (receipt,) = take(ledger, scribe, {"1": 1500}, cash(Money.rupees(1500)))
    with ledger.open_books() as books:
        assert books.reversals.of_payment(receipt.payment.payment_id) is None
        assert not books.reversals.is_bounced(receipt.payment.payment_id)
        assert not books.reversals.is_handed(receipt.payment.payment_id)
        assert books.payments.rows_of(TODAY)[0].reversed_on is None


def test_what_was_undone_lessens_the_bills_no_more(ledger: Ledger, scribe: Scribe) -> None:
    (receipt,) = take(ledger, scribe, {"1": 1500}, cash(Money.rupees(1500)))
    reverse(ledger, scribe, receipt.payment, CASH_BACK)
    with ledger.open_books() as books:
        told = books.messages.head().sequence
        assert books.payments.paid_here((A,)) == (
            PaidHere(BillNo("B0-1"), 1, 2, Money.rupees(1000)),
            PaidHere(BillNo("B1-1"), 1, 2, Money.rupees(500)),
            PaidHere(BillNo("B1-1"), 1, told, Money.rupees(-500), undoes=(1, 2)),
            PaidHere(BillNo("B0-1"), 1, told, Money.rupees(-1000), undoes=(1, 2)),
        )


def test_a_held_cheque_that_bounces_is_undone_once(ledger: Ledger, scribe: Scribe) -> None:
    first, _ = take(
        ledger,
        scribe,
        {"1": 1500, "2": 1000},
        cheque(Money.rupees(2200)),
        cash(Money.rupees(300)),
    )
    reverse(ledger, scribe, first.payment, HELD)
    walk(ledger, scribe, *LOST[:-1])
    with ledger.open_books() as books:
        held = books.instruments.find(CHEQUE_ID)
        assert held is not None
        debits = {one.account: one.amount for one in returned(held, "no funds").entry.postings}
    assert debits == {
        LedgerAccount.SUSPENSE_RECEIVED: Money.rupees(1500),
        LedgerAccount.BILL_COLLECTION: Money.rupees(700),
        LedgerAccount.CHEQUES_IN_HAND: Money.rupees(-2200),
    }
    walk(ledger, scribe, LOST[-1])
    with ledger.open_books() as books:
        one, two = (books.payments.paid_here((AccountNo(no),)) for no in "12")
        assert books.reversals.is_bounced(first.payment.payment_id)
    assert Money.total(part.amount for part in one) == ZERO
    assert Money.total(part.amount for part in two) == Money.rupees(300)


def test_rules_ask_of_a_reversed_payment_no_more(ledger: Ledger, scribe: Scribe) -> None:
    (given,) = take(ledger, scribe, {"1": 900}, cash(Money.rupees(900)), payer="RAMESH")
    (kept,) = take(ledger, scribe, {"1": 800}, cash(Money.rupees(800)), payer="RAMESH")
    reverse(ledger, scribe, given.payment, CASH_BACK)
    reverse(ledger, scribe, kept.payment, HELD, number=2)
    with ledger.open_books() as books:
        before = books.payments.paid_before(frozenset({A}), "RAMESH", TODAY)
    assert (before.part_payments, before.amounts) == ({}, frozenset())
    assert (before.cash, before.payer_cash) == ({A: Money.rupees(800)}, Money.rupees(800))


def test_a_payment_is_reversed_once_and_not_after_its_cheque_bounced(
    ledger: Ledger, scribe: Scribe
) -> None:
    (one,) = take(ledger, scribe, {"1": 900}, cash(Money.rupees(900)))
    (two,) = take(ledger, scribe, {"1": 700}, cheque(Money.rupees(700)))
    reverse(ledger, scribe, one.payment, CASH_BACK)
    walk(ledger, scribe, *LOST)
    with ledger.open_books() as books:
        assert books.reversals.is_bounced(two.payment.payment_id)
    for payment in (one.payment, two.payment):
        made = a_reversal(payment, number=2)
        with ledger.open_books() as books, pytest.raises(ValueError, match=A_RULE):
            scribe.reverse(books, made)


def test_what_becomes_of_held_money_is_no_word_on_the_payment(
    ledger: Ledger, scribe: Scribe
) -> None:
    (receipt,) = take(ledger, scribe, {"1": 1500}, cash(Money.rupees(1500)))
    reverse(ledger, scribe, receipt.payment, HELD)
    number = receipt.payment.receipt_no
    told = ResultTold(
        1, ResultKind.HELD_MATCHED, 1, 1, receipt_no=str(number), account_no="7", name_en="MOHAN"
    )
    undone = replace(told, number=2, kind=ResultKind.HELD_UNDONE)
    with ledger.open_books() as books:
        books.results.keep((told, undone), NOW)
        assert books.results.matched(number) is None
        assert len(books.payments.paid_here((A,))) == 4
        assert books.payments.exposure(receipt.payment.shift_id).drawer == FLOAT + Money.rupees(
            1500
        )


def test_the_drawer_holds_less_by_what_went_back(ledger: Ledger, scribe: Scribe) -> None:
    (receipt,) = take(ledger, scribe, {"1": 1500}, cash(Money.rupees(1500)))
    reverse(ledger, scribe, receipt.payment, CASH_BACK)
    with ledger.open_books() as books:
        assert books.payments.exposure(receipt.payment.shift_id).drawer == FLOAT

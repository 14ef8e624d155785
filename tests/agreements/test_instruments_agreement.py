"""The life of instruments in every ledger, the fake and the real one alike (port ``InstrumentBook``)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from counter_app.domain.bank_paper import InstrumentState
from counter_app.domain.bill import PaidHere
from counter_app.domain.errors import Refusal, RefusalCode
from counter_app.domain.identity import AccountNo, BillNo
from counter_app.domain.money import ZERO, Money
from counter_app.domain.tender import TenderKind, face_of, identity_of
from counter_app.wire.results import ResultKind, ResultTold
from tests.agreements.books_at_hand import A_RULE
from tests.agreements.orders_at_hand import CHEQUE_ID, LOST, RETURNED, take, walk
from tests.builders import (
    NOW,
    TODAY,
    a_card_slip,
    a_paper,
    card,
    cash,
    cheque,
    draft,
    upi,
)

if TYPE_CHECKING:
    from counter_app.domain.tender import Tender
    from counter_app.use_cases.book_ports import Ledger
    from tests.local_db.year import Scribe


@pytest.mark.parametrize(
    "again",
    [
        cheque(Money.rupees(2000)),
        upi(Money.rupees(2000)),
        draft(Money.rupees(2000)),
        card(Money.rupees(2000)),
    ],
)
def test_an_instrument_pays_one_order_only(ledger: Ledger, scribe: Scribe, again: Tender) -> None:
    (first,) = take(ledger, scribe, {"1": 2000}, again)
    with pytest.raises(Refusal) as refused:
        take(ledger, scribe, {"2": 2000}, again)
    assert refused.value.code in {
        RefusalCode.PAPER_USED,
        RefusalCode.UPI_REFERENCE_USED,
        RefusalCode.CARD_RRN_USED,
    }
    assert refused.value.facts["receipt_no"] == str(first.payment.receipt_no)
    with ledger.open_books() as books:
        assert books.payments.paid_here((AccountNo("2"),)) == ()


def test_a_cheque_is_held_with_all_it_pays(ledger: Ledger, scribe: Scribe) -> None:
    first, second, third = take(
        ledger,
        scribe,
        {"1": 1500, "2": 1000, "3": 500},
        cheque(Money.rupees(2700)),
        cash(Money.rupees(300)),
    )
    with ledger.open_books() as books:
        held = books.instruments.find(CHEQUE_ID)
        assert books.instruments.all_in(frozenset({InstrumentState.RECEIVED})) == (held,)
        assert books.instruments.all_in(RETURNED) == ()
        assert books.instruments.find("cheque:none:1") is None
    assert held is not None
    assert (held.kind, held.face, held.paper) == (TenderKind.CHEQUE, Money.rupees(2700), a_paper())
    assert [(one.receipt_no, one.amount.paise // 100) for one in held.parts] == [
        (first.payment.receipt_no, 1500),
        (second.payment.receipt_no, 1000),
        (third.payment.receipt_no, 200),
    ]


def test_a_cheque_goes_its_way_step_by_step(ledger: Ledger, scribe: Scribe) -> None:
    take(ledger, scribe, {"1": 2000}, cheque(Money.rupees(2000)))
    walk(ledger, scribe, InstrumentState.LISTED, InstrumentState.DEPOSITED, InstrumentState.CLEARED)
    with ledger.open_books() as books:
        (held,) = books.instruments.all_in(frozenset({InstrumentState.CLEARED}))
        assert [step.state for step in held.steps] == [
            InstrumentState.RECEIVED,
            InstrumentState.LISTED,
            InstrumentState.DEPOSITED,
            InstrumentState.CLEARED,
        ]
        assert held.steps[-1].reference == "SLIP 7"
        with pytest.raises(ValueError, match=A_RULE):
            scribe.step(books, CHEQUE_ID, InstrumentState.LISTED)


def test_a_returned_cheque_undoes_what_it_paid_the_last_bill_first(
    ledger: Ledger, scribe: Scribe
) -> None:
    take(
        ledger, scribe, {"1": 1500, "2": 1000}, cheque(Money.rupees(2200)), cash(Money.rupees(300))
    )
    walk(ledger, scribe, *LOST)
    with ledger.open_books() as books:
        (held,) = books.instruments.all_in(RETURNED)
        assert held.steps[-1].reason == "funds insufficient"
        first = books.payments.paid_here((AccountNo("1"),))
        second = books.payments.paid_here((AccountNo("2"),))
        told = books.messages.head().sequence
    assert first == (
        PaidHere(BillNo("B0-1"), 1, 2, Money.rupees(1000)),
        PaidHere(BillNo("B1-1"), 1, 2, Money.rupees(500)),
        PaidHere(BillNo("B1-1"), 1, told, Money.rupees(-500), undoes=(1, 2)),
        PaidHere(BillNo("B0-1"), 1, told, Money.rupees(-1000), undoes=(1, 2)),
    )
    assert second == (
        PaidHere(BillNo("B0-2"), 1, 3, Money.rupees(1000)),
        PaidHere(BillNo("B0-2"), 1, told, Money.rupees(-700), undoes=(1, 3)),
    )


def test_the_return_of_money_that_went_to_another_account_is_not_of_this_one(
    ledger: Ledger, scribe: Scribe
) -> None:
    (receipt,) = take(ledger, scribe, {"1": 1500}, cheque(Money.rupees(1500)))
    walk(ledger, scribe, *LOST)
    number = str(receipt.payment.receipt_no)
    told = ResultTold(
        1, ResultKind.SUSPENSE_MATCHED, 1, 1, receipt_no=number, account_no="7", name_en="MOHAN"
    )
    with ledger.open_books() as books:
        assert len(books.payments.paid_here((AccountNo("1"),))) == 4
        books.results.keep((told,), NOW)
        paid = books.payments.paid_here((AccountNo("1"),))
        renumbered = books.payments.paid_here((AccountNo("7"), AccountNo("1")))
    assert [one.undoes for one in paid] == [None, None]
    assert len(renumbered) == 4


def test_two_cheques_of_one_payment_undo_it_once_each(ledger: Ledger, scribe: Scribe) -> None:
    other = cheque(Money.rupees(900), a_paper("000009"))
    take(ledger, scribe, {"1": 2000}, cheque(Money.rupees(1100)), other)
    with ledger.open_books() as books:
        for identity in (CHEQUE_ID, identity_of(other)):
            for state in LOST:
                scribe.step(books, identity, state, "account closed")
        books.commit()
    with ledger.open_books() as books:
        paid = books.payments.paid_here((AccountNo("1"),))
    assert Money.total(one.amount for one in paid) == ZERO
    by_bill = {
        bill: Money.total(one.amount for one in paid if one.bill_no == bill)
        for bill in (BillNo("B0-1"), BillNo("B1-1"))
    }
    assert set(by_bill.values()) == {ZERO}


def test_a_part_payment_that_came_back_does_not_count(ledger: Ledger, scribe: Scribe) -> None:
    take(ledger, scribe, {"1": 900}, cheque(Money.rupees(900)))
    walk(ledger, scribe, *LOST)
    with ledger.open_books() as books:
        before = books.payments.paid_before(frozenset({AccountNo("1")}), "", TODAY)
    assert before.part_payments == {}


def test_a_slip_may_pay_two_accounts_of_one_order(ledger: Ledger, scribe: Scribe) -> None:
    slip = a_card_slip(rrn="111111111111", invoice="000777")
    receipts = take(ledger, scribe, {"1": 2000, "2": 2000}, card(Money.rupees(4000), slip))
    with ledger.open_books() as books:
        kept = [books.payments.receipt(one.payment.receipt_no) for one in receipts]
    assert [face_of(one.payment.tenders[0]) for one in kept if one] == [Money.rupees(4000)] * 2

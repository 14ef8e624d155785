"""Orders of many lines and tenders in every ledger (port ``PaymentBook``), and instruments (``InstrumentBook``)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from counter_app.domain.caveat import CaveatCode
from counter_app.domain.identity import AccountNo, BillNo
from counter_app.domain.money import ZERO, Money
from counter_app.domain.payment import NO_BILL, Settlement, Toward
from counter_app.domain.suspense import NO_ACCOUNT, NotedConsumer, account_no_of
from counter_app.domain.tender import face_of
from counter_app.domain.unusual import PaidBefore
from counter_app.use_cases.views import Exposure
from tests.agreements.books_at_hand import A_RULE
from tests.agreements.orders_at_hand import account_of, take
from tests.builders import (
    FLOAT,
    NOW,
    PAYABLE,
    TODAY,
    a_line,
    a_payment_id,
    a_word,
    an_order_of,
    card,
    cash,
    cheque,
    draft,
    payments_of,
    upi,
)

if TYPE_CHECKING:
    from counter_app.use_cases.book_ports import Ledger
    from tests.local_db.year import Scribe


def test_the_receipts_of_an_order_come_back_as_they_were_frozen(
    ledger: Ledger, scribe: Scribe
) -> None:
    tenders = (
        cheque(Money.rupees(1800)),
        card(Money.rupees(700)),
        upi(Money.rupees(400), is_confirmed=True),
        draft(Money.rupees(50)),
        cash(Money.rupees(50), Money.rupees(100)),
    )
    receipts = take(ledger, scribe, {"1": 1500, "2": 1000, "3": 500}, *tenders)
    with ledger.open_books() as books:
        assert books.payments.group(receipts[0].payment.payment_id) == receipts
        for receipt in receipts:
            assert books.payments.find(receipt.payment.payment_id) == receipt
            assert books.payments.receipt(receipt.payment.receipt_no) == receipt
        assert books.payments.group(receipts[1].payment.payment_id) in ((), (receipts[1],))
    assert [face_of(one) for one in receipts[1].payment.tenders] == [
        Money.rupees(1800),
        Money.rupees(700),
    ]


def test_a_receipt_keeps_its_stamp_and_the_order_of_a_part_payment(
    ledger: Ledger, scribe: Scribe
) -> None:
    stamped, part = take(ledger, scribe, {"1": 6000, "2": 1500}, payer="A SHOP")
    assert stamped.stamp is not None
    assert part.part_order is not None
    with ledger.open_books() as books:
        assert books.payments.group(stamped.payment.payment_id) == (stamped, part)
        rows = books.payments.rows_of(TODAY)
    assert [(row.settlement, row.advance_paise, row.stamp) for row in rows] == [
        ("over", 4000_00, "affix"),
        ("part", 0, ""),
    ]
    assert rows[0].purpose_name_hi == "विद्युत बिल"


def test_a_payment_alone_is_its_own_group(ledger: Ledger, scribe: Scribe) -> None:
    receipts = take(ledger, scribe, {"1": 2000})
    with ledger.open_books() as books:
        assert books.payments.group(receipts[0].payment.payment_id) == receipts
        assert books.payments.group(a_payment_id(999)) == ()


def test_the_word_stays_with_every_payment_of_its_order(ledger: Ledger, scribe: Scribe) -> None:
    account = account_of("1", PAYABLE)
    word = a_word(CaveatCode.PART_BELOW_MINIMUM, CaveatCode.PART_COUNT)
    line = a_line(Money.rupees(5), shown=PAYABLE, account_no="1")
    with ledger.open_books() as books:
        (receipt,) = scribe.order(books, an_order_of(line, word=word), account)
        books.commit()
    with ledger.open_books() as books:
        kept = books.payments.receipt(receipt.payment.receipt_no)
        assert kept == receipt
        assert kept.payment.word == word
        assert books.words.given_in(scribe.shift.shift_id) == ((NOW, word.codes),)
        assert [ref.name for ref in kept.payment.rules] == ["part_others", "part_count"]


@pytest.mark.parametrize("account_no", ["", "9900000001"])
def test_a_payment_in_suspense_keeps_what_was_noted(
    ledger: Ledger, scribe: Scribe, account_no: str
) -> None:
    noted = NotedConsumer("रमेश", account_no, "K1", "B9", "9839012345", "Jajmau")
    line = a_line(Money.rupees(70), account_no=account_no_of(noted), noted=noted)
    with ledger.open_books() as books:
        (receipt,) = scribe.order(books, an_order_of(line), None)
        books.commit()
    with ledger.open_books() as books:
        assert books.payments.receipt(receipt.payment.receipt_no) == receipt
        paid = books.payments.paid_here((AccountNo("9900000001"),))
    assert receipt.payment.settlement is Settlement.SUSPENSE
    assert receipt.payment.consumer.account_no == (account_no or NO_ACCOUNT)
    assert [(one.bill_no, one.amount) for one in paid] == (
        [(NO_BILL, Money.rupees(70))] if account_no else []
    )


def test_an_advance_lessens_the_bills_and_a_head_does_not(ledger: Ledger, scribe: Scribe) -> None:
    take(ledger, scribe, {"1": 2500})
    line = a_line(
        Money.rupees(300), account_no="1", purpose="reconnection_fee", payment_id=a_payment_id(77)
    )
    with ledger.open_books() as books:
        (receipt,) = scribe.order(books, an_order_of(line), account_of("1", PAYABLE))
        books.commit()
    assert receipt.payment.allocations[0].toward is Toward.HEAD
    with ledger.open_books() as books:
        paid = books.payments.paid_here((AccountNo("1"),))
    assert [(one.bill_no, one.amount) for one in paid] == [
        (BillNo("B0-1"), Money.rupees(1000)),
        (BillNo("B1-1"), Money.rupees(1000)),
        (NO_BILL, Money.rupees(500)),
    ]


def test_what_rules_ask_is_of_the_day_the_month_and_the_payer(
    ledger: Ledger, scribe: Scribe
) -> None:
    take(ledger, scribe, {"1": 1000})
    scribe.at = NOW + timedelta(days=3)
    take(
        ledger,
        scribe,
        {"1": 900, "2": 2000},
        cash(Money.rupees(2500)),
        upi(Money.rupees(400)),
        payer="Ram  LAL",
    )
    take(ledger, scribe, {"3": 2000}, payer="ram lal")
    take(ledger, scribe, {"4": 2000}, payer="SHYAM")
    with ledger.open_books() as books:
        day = scribe.at.date()
        before = books.payments.paid_before(frozenset({AccountNo("1")}), "RAM LAL", day)
        nobody = books.payments.paid_before(frozenset({AccountNo("9")}), "", day)
    assert before == PaidBefore(
        cash={AccountNo("1"): Money.rupees(900)},
        amounts=frozenset({(AccountNo("1"), Money.rupees(900))}),
        part_payments={AccountNo("1"): 2},
        payer_cash=Money.rupees(4500),
    )
    assert nobody == PaidBefore()


@pytest.mark.parametrize(
    ("day", "counted"),
    [(date(2026, 11, 30), 1), (date(2026, 12, 1), 0), (date(2026, 10, 31), 0)],
)
def test_part_payments_count_from_the_first_to_the_last_of_a_month(
    ledger: Ledger, scribe: Scribe, day: date, counted: int
) -> None:
    scribe.at = NOW.replace(day=1)
    take(ledger, scribe, {"1": 900})
    with ledger.open_books() as books:
        before = books.payments.paid_before(frozenset({AccountNo("1")}), "", day)
    assert before.part_payments.get(AccountNo("1"), 0) == counted


def test_exposure_is_what_is_unsent_and_in_the_drawer(ledger: Ledger, scribe: Scribe) -> None:
    shift_id = scribe.shift.shift_id
    with ledger.open_books() as books:
        began = books.payments.exposure(shift_id)
    scribe.at += timedelta(hours=2)
    take(ledger, scribe, {"1": 2000, "2": 1000}, cash(Money.rupees(2400)), upi(Money.rupees(600)))
    with ledger.open_books() as books:
        two = books.payments.exposure(shift_id)
        head = books.messages.head()
    assert began == Exposure(ZERO, NOW, FLOAT)
    assert two == Exposure(Money.rupees(3000), NOW, FLOAT + Money.rupees(2400))
    with ledger.open_books() as books:
        told = scribe.enter(books, scribe.receipt(books, PAYABLE, account=3))
        scribe.acknowledge(books, told, first=1)
        books.commit()
    assert head.sequence == told.message.sequence - 1
    with ledger.open_books() as books:
        acknowledged = books.payments.exposure(shift_id)
    assert acknowledged == Exposure(ZERO, None, FLOAT + Money.rupees(2400) + PAYABLE)


def test_what_was_rolled_back_is_in_no_sum(ledger: Ledger, scribe: Scribe) -> None:
    shift_id = scribe.shift.shift_id
    with ledger.open_books() as books:
        books.payments.exposure(shift_id)
        scribe.enter(books, scribe.receipt(books))
    with ledger.open_books() as books:
        assert books.payments.exposure(shift_id) == Exposure(ZERO, NOW, FLOAT)


def test_a_group_that_is_broken_is_not_taken(ledger: Ledger, scribe: Scribe) -> None:
    lines = [a_line(PAYABLE, account_no=no, payment_id=a_payment_id(int(no))) for no in "12"]
    accounts = [account_of(no, PAYABLE) for no in "12"]
    payments = payments_of(an_order_of(*lines), *accounts, shift=scribe.shift)
    with ledger.open_books() as books:
        receipt = scribe.receipt(books)
        lonely = replace(
            receipt, payment=replace(payments[1], receipt_no=receipt.payment.receipt_no)
        )
        with pytest.raises(ValueError, match=A_RULE):
            scribe.enter(books, lonely)

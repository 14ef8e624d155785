"""The ordinary receipt of the tests of paper, and receipts of any order as the domain accepts it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from hashlib import sha256
from typing import TYPE_CHECKING

from counter_app.domain.bill import Bill, ConsumerAccount, Position
from counter_app.domain.consumer import Connection, Consumer
from counter_app.domain.identity import IST, AccountNo, BillNo, BookYear, CashierId, ReceiptNo
from counter_app.domain.money import ZERO, Money
from counter_app.domain.receipt import CounterPlace, Receipt
from counter_app.domain.receipt_marks import part_order_of, stamp_of
from counter_app.domain.tender import CardNetwork, CardSlip, CardTender, CashTender
from counter_app.wire.canonical import KeyPair
from counter_app.wire.check_code import check_code
from counter_app.wire.receipt_proof import sign_proof
from tests.builders import a_line, a_payment_id, a_shift, an_order_of, payments_of, rules_on

if TYPE_CHECKING:
    from counter_app.domain.payment import OrderLine, PaymentOrder
    from counter_app.domain.tender import Tender

PLACE = CounterPlace(
    counter_id="C07",
    counter_name="Civil Lines",
    division_en="Civil Lines Division",
    division_hi="सिविल लाइन्स खण्ड",
)
SLIP = CardSlip(
    CardNetwork.RUPAY,
    "4821",
    "632815004417",
    "A1B2C3",
    "70012345",
    "KESCO0000012345",
    "000117",
    "000342",
)
TAKEN_AT = datetime(2026, 11, 23, 11, 42, 7, tzinfo=IST)
BILL = Bill(
    bill_no=BillNo("741203698512"),
    account_no=AccountNo("7412036985"),
    bill_month="2026-10",
    bill_date=date(2026, 11, 2),
    due_date=date(2026, 11, 25),
    disconnection_date=date(2026, 12, 10),
    current_demand=Money.rupees(2_263, 55),
    arrear_principal=Money.rupees(400),
    arrear_surcharge=Money(0),
    other_debits=Money(0),
    credits=Money(0),
    payable_by_due=Money.rupees(2_663, 55),
    payable_after_due=Money.rupees(2_696, 84),
    received=Money(0),
    as_on=date(2026, 11, 22),
)
CONSUMER = Consumer(
    account_no=AccountNo("7412036985"),
    name_en="Kshetrapal Gyaneshwar Mishra",
    name_hi="श्री क्षेत्रपाल ज्ञानेश्वर मिश्र",
    legacy_account_no="48120369",
    meter_no="UPE88123456",
    mobile="9839012210",
    guardian_name="",
    address="12/345, Krishna Nagar",
    locality="Krishna Nagar",
    division="Civil Lines",
    substation="Parade",
    category="LMV-1 घरेलू (Domestic)",
    connection=Connection.POSTPAID,
    flags=frozenset(),
)


CHECK_PAGE = "https://pay.kesco.example/check#"
COUNTER_KEY = KeyPair.from_seed(bytes(range(32)))
CASHIER_ID = CashierId("urmila")
TOLD_AT = datetime(2026, 11, 22, 19, 30, tzinfo=IST)
MOST_CASH = Money.rupees(1_99_999)
"""What is above is paid by card: the law takes no more cash of one payer and day."""


def proven(receipt: Receipt, copy_no: int = 0, *, page: str = CHECK_PAGE) -> Receipt:
    """The receipt with the proof of this copy, signed by a counter's key, and its check code."""
    message_hash = sha256(str(receipt.payment.receipt_no).encode()).digest()
    proof = sign_proof(receipt.payment, "KID07", message_hash, copy_no, COUNTER_KEY)
    return replace(receipt, proof=proof, check_page=page, check_code=check_code(message_hash))


def an_account_of(*bills: Bill, consumer: Consumer = CONSUMER) -> ConsumerAccount:
    """A consumer with these bills, oldest first, as the server told them the evening before."""
    positions = tuple(Position(bill, ZERO) for bill in bills)
    return ConsumerAccount(consumer, positions, "42", TOLD_AT)


def cash_of(amount: Money) -> CashTender:
    """Cash in notes of five hundred."""
    return CashTender(amount, Money(-(-amount.paise // 50_000) * 50_000))


def line_of(amount: Money, *, place: int = 1, shown: Money | None = None) -> OrderLine:
    """A line towards the bill of the usual consumer."""
    return a_line(
        amount, shown=shown, payment_id=a_payment_id(place), account_no=CONSUMER.account_no
    )


def order_of(*lines: OrderLine, tenders: tuple[Tender, ...] = (), payer: str = "") -> PaymentOrder:
    """An order at Urmila's counter, in cash unless tenders are given."""
    total = Money.total(line.amount for line in lines)
    return an_order_of(
        *lines, tenders=tenders or (cash_of(total),), cashier_id=CASHIER_ID, payer=payer
    )


def receipts_of(
    order: PaymentOrder, *accounts: ConsumerAccount | None, serial: int = 123
) -> tuple[Receipt, ...]:
    """The receipts of an order against the accounts of its lines, numbered from ``serial``."""
    payments = payments_of(
        order,
        *accounts,
        first_no=ReceiptNo("KID07", BookYear(2026), serial),
        shift=a_shift(3, cashier_id=CASHIER_ID),
        taken_at=TAKEN_AT,
    )
    rules = rules_on(TAKEN_AT.date())
    return tuple(
        Receipt(
            payment=payment,
            place=PLACE,
            cashier_name_en="Urmila Dwivedi",
            cashier_name_hi="उर्मिला द्विवेदी",
            bill=account.positions[-1].bill if account and account.positions else None,
            told_at=account.told_at if account else None,
            supervisor_name_en="Anil Kumar Dixit" if payment.word else "",
            supervisor_name_hi="अनिल कुमार दीक्षित" if payment.word else "",
            stamp=stamp_of(payment.amount, rules),
            part_order=part_order_of(payment, rules),
        )
        for payment, account in zip(payments, accounts, strict=True)
    )


def a_receipt(
    *,
    serial: int = 123,
    due: Money = BILL.payable_by_due,
    amount: Money | None = None,
    tenders: tuple[Tender, ...] = (),
    consumer: Consumer = CONSUMER,
    payer: str = "",
) -> Receipt:
    """An ordinary cash payment in full, unless told otherwise."""
    paid = due if amount is None else amount
    by_default = cash_of(paid) if paid <= MOST_CASH else CardTender(paid, SLIP)
    order = order_of(line_of(paid, shown=due), tenders=tenders or (by_default,), payer=payer)
    account = an_account_of(replace(BILL, payable_by_due=due), consumer=consumer)
    return receipts_of(order, account, serial=serial)[0]

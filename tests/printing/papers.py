"""Receipts for the tests of paper: one ordinary payment, and what makes each of the others differ."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from uuid import UUID

from counter_app.domain.bill import Bill
from counter_app.domain.consumer import Connection, Consumer
from counter_app.domain.identity import (
    IST,
    AccountNo,
    BillNo,
    BookYear,
    CashierId,
    PaymentId,
    ReceiptNo,
)
from counter_app.domain.ledger import payment_entry
from counter_app.domain.money import Money
from counter_app.domain.payment import Allocation, Payment, Settlement
from counter_app.domain.receipt import CounterPlace, Receipt
from counter_app.domain.tender import CardNetwork, CardSlip, CardTender, CashTender, Tender

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


def a_receipt(
    *,
    serial: int = 123,
    due: Money = BILL.payable_by_due,
    amount: Money | None = None,
    tenders: tuple[Tender, ...] = (),
    consumer: Consumer = CONSUMER,
    payer: str = "",
    cashier_name_hi: str = "उर्मिला द्विवेदी",
) -> Receipt:
    """An ordinary cash payment in full, unless told otherwise."""
    paid = due if amount is None else amount
    paid_with = tenders or (CashTender(paid, Money(-(-paid.paise // 50_000) * 50_000)),)
    payment = Payment(
        payment_id=PaymentId(UUID(int=serial)),
        receipt_no=ReceiptNo("KID07", BookYear(2026), serial),
        consumer=consumer,
        amount=paid,
        tenders=paid_with,
        settlement=Settlement.FULL if paid == due else Settlement.PART,
        allocations=(Allocation(BILL.bill_no, paid),),
        entry=payment_entry(paid_with),
        outstanding_before=due,
        balance=due - paid,
        payer=payer,
        cashier_id=CashierId("urmila"),
        shift_id=UUID(int=7),
        shift_no=3,
        taken_at=TAKEN_AT,
        business_date=TAKEN_AT.date(),
        snapshot_version="42",
    )
    return Receipt(
        payment=payment,
        place=PLACE,
        cashier_name_en="Urmila Dwivedi",
        cashier_name_hi=cashier_name_hi,
        bill=replace(BILL, payable_by_due=due),
        told_at=datetime(2026, 11, 22, 19, 30, tzinfo=IST),
    )


def a_card_receipt() -> Receipt:
    """Paid in full by card."""
    return a_receipt(serial=124, tenders=(CardTender(BILL.payable_by_due, SLIP),))


def a_part_receipt() -> Receipt:
    """A part of the bill, in cash, by a neighbour."""
    return a_receipt(serial=125, amount=Money.rupees(1_000), payer="रामदीन यादव")


def a_split_receipt() -> Receipt:
    """Over two bills, by cash and card together, above the stamp limit."""
    due = Money.rupees(12_34_567, 50)
    cash, card = Money.rupees(4_567, 50), Money.rupees(12_30_000)
    receipt = a_receipt(
        serial=126, due=due, tenders=(CashTender(cash, Money.rupees(5_000)), CardTender(card, SLIP))
    )
    parts = (Allocation(BillNo("741203698511"), card), Allocation(BILL.bill_no, cash))
    return replace(receipt, payment=replace(receipt.payment, allocations=parts))


def a_long_named_receipt() -> Receipt:
    """Names of 90 characters, in words and without a place to break."""
    long_hindi = ("श्रीमती ज्ञानेश्वरी क्षेत्रपाल उपाध्याय त्रिविक्रमनारायणद्विवेदी " * 2)[:90].strip()
    consumer = replace(CONSUMER, name_hi=long_hindi, name_en="K" * 60 + " " + "Upadhyay " * 3)
    return a_receipt(serial=127, consumer=consumer)


def all_receipts() -> dict[str, tuple[Receipt, int, bool]]:
    """Every look a receipt has: name to receipt, copy number, and whether the centre has signed."""
    return {
        "cash": (a_receipt(), 0, True),
        "cash-offline": (a_receipt(), 0, False),
        "card": (a_card_receipt(), 0, True),
        "part-offline": (a_part_receipt(), 0, False),
        "split-stamped": (a_split_receipt(), 0, False),
        "duplicate": (a_receipt(), 2, True),
        "long-name": (a_long_named_receipt(), 0, False),
    }

"""Every look a receipt and a summary have: each tender, purpose, settlement and mark, as the domain accepts it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from counter_app.domain.bank_paper import BankPaper
from counter_app.domain.caveat import CaveatCode, Word
from counter_app.domain.consumer import Connection, ConsumerFlag
from counter_app.domain.identity import BillNo, CashierId
from counter_app.domain.money import LARGEST_PAISE, ZERO, Money
from counter_app.domain.payment import Allocation
from counter_app.domain.purpose import FINAL_BILL, PREPAID_ARREAR, RECHARGE
from counter_app.domain.suspense import NotedConsumer, account_no_of
from counter_app.domain.tender import (
    CardTender,
    CashTender,
    ChequeTender,
    DraftTender,
    Tender,
    UpiTender,
)
from tests.builders import a_line, a_payment_id, a_word
from tests.printing.papers import (
    BILL,
    CHECK_PAGE,
    CONSUMER,
    SLIP,
    a_receipt,
    an_account_of,
    cash_of,
    line_of,
    order_of,
    proven,
    receipts_of,
)
from tests.printing.shops import a_bill_of, a_shop

if TYPE_CHECKING:
    from counter_app.domain.receipt import Receipt

DUE = BILL.payable_by_due
CHEQUE_PAPER = BankPaper(
    "004512",
    "Punjab National Bank",
    "Kidwai Nagar",
    date(2026, 11, 20),
    "PUNB0123400",
    "208024005",
)
DRAFT_PAPER = BankPaper(
    "778812",
    "State Bank of India",
    "Mall Road, Kanpur",
    date(2026, 11, 19),
    "SBIN0000107",
    drawer="Kanpur Sweets Private Limited",
)
PAYER = "Kanpur Sweets Private Limited"
WITHOUT_PROOF, WITHOUT_PAGE = {"cash", "card"}, {"deposit", "suspense"}


def a_card_receipt() -> Receipt:
    """Paid in full by card."""
    return a_receipt(serial=124, tenders=(CardTender(DUE, SLIP),))


def a_part_receipt() -> Receipt:
    """A part of the bill, in cash, by a neighbour."""
    return a_receipt(serial=125, amount=Money.rupees(1_000), payer="रामदीन यादव")


def a_split_receipt() -> Receipt:
    """Over two bills, by cash and card together, above the stamp limit."""
    cash, card = Money.rupees(4_567, 50), Money.rupees(12_30_000)
    older = replace(
        BILL, bill_no=BillNo("741203698511"), payable_by_due=card, payable_after_due=card
    )
    order = order_of(
        line_of(cash + card),
        tenders=(CashTender(cash, Money.rupees(5_000)), CardTender(card, SLIP)),
    )
    account = an_account_of(older, replace(BILL, payable_by_due=cash))
    return receipts_of(order, account, serial=126)[0]


def a_receipt_of_many_bills(count: int) -> Receipt:
    """More old bills settled at once than a page holds."""
    receipt = a_split_receipt()
    parts = tuple(Allocation(BillNo(f"7412036{n:05d}"), Money.rupees(100)) for n in range(count))
    return replace(receipt, payment=replace(receipt.payment, allocations=parts))


def a_long_named_receipt() -> Receipt:
    """Names of 90 characters, in words and without a place to break."""
    long_hindi = ("श्रीमती ज्ञानेश्वरी क्षेत्रपाल उपाध्याय त्रिविक्रमनारायणद्विवेदी " * 2)[:90].strip()
    consumer = replace(CONSUMER, name_hi=long_hindi, name_en="K" * 60 + " " + "Upadhyay " * 3)
    return a_receipt(serial=127, consumer=consumer)


def a_largest_receipt() -> Receipt:
    """Rs 99,99,99,999.99 by a cheque with long names: the most a receipt can say."""
    paper = replace(
        CHEQUE_PAPER,
        bank="The Hongkong and Shanghai Banking Corporation Limited",
        branch="Mahatma Gandhi Marg, Civil Lines, Kanpur Nagar",
        drawer="Triveni Vishwakarma Ispat Udyog Private Limited",
    )
    most = Money(LARGEST_PAISE)
    return a_receipt(serial=128, due=most, tenders=(ChequeTender(most, paper),), payer=PAYER)


def a_upi_receipt(*, is_confirmed: bool) -> Receipt:
    """Paid by UPI, as the payer's app says or as the bank confirmed."""
    return a_receipt(serial=129, tenders=(UpiTender(DUE, "632711998877", is_confirmed),))


def a_draft_receipt() -> Receipt:
    """A draft and some cash, above the stamp limit of an office that pays the duty for all receipts together."""
    due, by_draft = Money.rupees(48_250), Money.rupees(48_000)
    tenders = (DraftTender(by_draft, DRAFT_PAPER), cash_of(due - by_draft))
    receipt = a_receipt(serial=130, due=due, tenders=tenders)
    assert receipt.stamp is not None
    return replace(receipt, stamp=replace(receipt.stamp, how="consolidated"))


def an_over_receipt() -> Receipt:
    """The bill and an advance beside it."""
    paid = DUE + Money.rupees(2_000)
    line = replace(line_of(paid, shown=DUE), is_advance_meant=True)
    return receipts_of(order_of(line), an_account_of(BILL), serial=131)[0]


def an_advance_receipt() -> Receipt:
    """Nothing is due, there is a credit already, and more is paid in advance."""
    credit = replace(BILL, payable_by_due=Money.rupees(-320), payable_after_due=Money.rupees(-320))
    line = line_of(Money.rupees(1_500), shown=Money.rupees(-320))
    order = order_of(replace(line, is_advance_meant=True))
    return receipts_of(order, an_account_of(credit), serial=132)[0]


def a_first_advance_receipt() -> Receipt:
    """A new consumer who has no bill yet pays in advance."""
    line = replace(line_of(Money.rupees(1_500), shown=ZERO), is_advance_meant=True)
    return receipts_of(order_of(line), an_account_of(), serial=133)[0]


def a_final_receipt(*tenders: Tender) -> Receipt:
    """The last bill of a connection that is cut off for good: the no-dues certificate."""
    flags = frozenset({ConsumerFlag.PERMANENTLY_DISCONNECTED})
    line = replace(line_of(DUE), purpose=FINAL_BILL)
    account = an_account_of(BILL, consumer=replace(CONSUMER, flags=flags))
    return receipts_of(order_of(line, tenders=tenders), account, serial=134)[0]


def a_prepaid(purpose: str, amount: Money, *, shown: Money = DUE) -> Receipt:
    """Something that only a prepaid connection pays for."""
    line = replace(line_of(amount, shown=shown), purpose=purpose)
    account = an_account_of(BILL, consumer=replace(CONSUMER, connection=Connection.PREPAID))
    return receipts_of(order_of(line), account, serial=135)[0]


def a_deposit_receipt() -> Receipt:
    """A security deposit under a demand note: there is no bill in it."""
    line = replace(
        line_of(Money.rupees(3_400)), purpose="security_deposit", reference="KESCO/SD/2026/00417"
    )
    return receipts_of(order_of(line), an_account_of(BILL), serial=136)[0]


def a_suspense_receipt(noted: NotedConsumer | None = None) -> Receipt:
    """A consumer who is not in the local copy, who knows the bill number and the meter."""
    who = noted or NotedConsumer(
        name="Rukmini Devi Vishwakarma",
        meter_no="UPE77120045",
        bill_no="741299001234",
        mobile="9415012345",
        address="117/H-2/45 Pandu Nagar, Kanpur",
    )
    line = a_line(
        Money.rupees(1_850),
        payment_id=a_payment_id(1),
        account_no=account_no_of(who),
        noted=who,
    )
    return receipts_of(order_of(line), None, serial=137)[0]


def an_allowed_receipt() -> Receipt:
    """A part below the least, taken on a supervisor's word; by an office whose order has a date of its own."""
    order = order_of(line_of(Money.rupees(500), shown=DUE))
    word: Word = a_word(CaveatCode.PART_BELOW_MINIMUM, supervisor_id=CashierId("anil"))
    receipt = receipts_of(replace(order, word=word), an_account_of(BILL), serial=138)[0]
    assert receipt.part_order is not None
    return replace(
        receipt,
        part_order=replace(
            receipt.part_order,
            authority="UPPCL order 41/2026 on part payments",
            valid_from=date(2026, 4, 1),
        ),
    )


def a_chain_of_receipts(count: int) -> tuple[Receipt, ...]:
    """So many shops paid by one payer with one cheque and the rest in cash; some pay for other things too."""
    lines, accounts = [], []
    for place in range(1, count + 1):
        shop = a_shop(place)
        account = an_account_of(a_bill_of(shop, place), consumer=shop)
        due = account.positions[0].bill.payable_by_due
        line = a_line(due, payment_id=a_payment_id(place), account_no=shop.account_no)
        if place % 10 == 0:
            line = replace(line, purpose="security_deposit", reference=f"KESCO/SD/{place:05d}")
        elif place % 4 == 0:
            line = replace(line, amount=Money.rupees(1_000))
        lines.append(line)
        accounts.append(account)
    in_cash = Money.rupees(3_000)
    total = Money.total(line.amount for line in lines)
    tenders = (
        ChequeTender(total - in_cash, CHEQUE_PAPER),
        CashTender(in_cash, Money.rupees(3_500)),
    )
    order = order_of(*lines, tenders=tenders, payer=PAYER)
    return receipts_of(order, *accounts, serial=201)


def all_receipts() -> dict[str, tuple[Receipt, int, bool]]:
    """Every look a receipt has: name to receipt, copy number, and whether the centre has signed.

    Some are of before there were proofs, some of a counter that was told of no page that checks receipts.
    """
    chain = a_chain_of_receipts(5)
    suspense_named = NotedConsumer(name="Rafiq Ahmad", account_no="7499123456")
    looks = {
        "cash": (replace(a_receipt(), check_code="7KQ2M8XA"), 0, True),
        "cash-offline": (a_receipt(), 0, False),
        "card": (a_card_receipt(), 0, True),
        "part-offline": (a_part_receipt(), 0, False),
        "split-stamped": (a_split_receipt(), 0, False),
        "duplicate": (a_receipt(), 2, True),
        "cancelled": (replace(a_card_receipt(), reversed_on=date(2026, 11, 24)), 1, True),
        "long-name": (a_long_named_receipt(), 0, False),
        "largest": (a_largest_receipt(), 0, False),
        "upi-claimed": (a_upi_receipt(is_confirmed=False), 0, False),
        "upi-confirmed": (a_upi_receipt(is_confirmed=True), 0, True),
        "draft-consolidated": (a_draft_receipt(), 0, True),
        "over": (an_over_receipt(), 0, True),
        "advance": (an_advance_receipt(), 0, True),
        "advance-no-bill": (a_first_advance_receipt(), 0, True),
        "final-bill": (a_final_receipt(), 0, True),
        "prepaid-arrear": (a_prepaid(PREPAID_ARREAR, DUE), 0, True),
        "recharge": (a_prepaid(RECHARGE, Money.rupees(500)), 0, False),
        "deposit": (a_deposit_receipt(), 0, True),
        "suspense": (a_suspense_receipt(), 0, False),
        "suspense-account": (a_suspense_receipt(suspense_named), 0, False),
        "allowed": (an_allowed_receipt(), 0, True),
        "cheque-first-of-5": (chain[0], 0, False),
        "cheque-last-of-5": (chain[-1], 0, False),
    }
    return {
        name: (_proven(name, receipt, copy_no), copy_no, is_acknowledged)
        for name, (receipt, copy_no, is_acknowledged) in looks.items()
    }


def _proven(name: str, receipt: Receipt, copy_no: int) -> Receipt:
    if name in WITHOUT_PROOF:
        return receipt
    return proven(receipt, copy_no, page="" if name in WITHOUT_PAGE else CHECK_PAGE)


def all_summaries() -> dict[str, tuple[Receipt, ...]]:
    """Every look a summary has."""
    return {
        "summary-5": a_chain_of_receipts(5),
        "summary-40": a_chain_of_receipts(40),
    }

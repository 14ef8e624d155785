"""What tests speak of: one ordinary consumer, bill, slip, payment and certificate, each with what the test changes.

Nothing here is random. Sums are Money, days are dates; ``TODAY`` is inside the due date of ``a_bill``.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING
from uuid import UUID

from counter_app.domain.acceptance import consider, payment_of
from counter_app.domain.bank_paper import BankPaper
from counter_app.domain.bill import Bill, ConsumerAccount, Mark, PaidHere, positions_now
from counter_app.domain.caveat import Word
from counter_app.domain.consumer import Connection, Consumer, ConsumerFlag
from counter_app.domain.day_rules import DayRules
from counter_app.domain.identity import (
    IST,
    AccountNo,
    BillNo,
    BookYear,
    CashierId,
    PaymentId,
    ReceiptNo,
)
from counter_app.domain.money import ZERO, Money
from counter_app.domain.payment import OrderLine, Payment, PaymentOrder
from counter_app.domain.policy import Rule, values_of
from counter_app.domain.purpose import BILL
from counter_app.domain.receipt import CounterPlace, Receipt
from counter_app.domain.receipt_marks import part_order_of, stamp_of
from counter_app.domain.shift import Role, Shift
from counter_app.domain.tender import (
    CardNetwork,
    CardSlip,
    CardTender,
    CashTender,
    ChequeTender,
    DraftTender,
    UpiTender,
)
from counter_app.domain.unusual import Known, PaidBefore
from counter_app.domain.usual_policy import USUAL_POLICY
from counter_app.wire.canonical import KeyPair, key_id_of, text_of
from counter_app.wire.exchange import Certificate, Person

if TYPE_CHECKING:
    from counter_app.domain.caveat import CaveatCode
    from counter_app.domain.policy import Value
    from counter_app.domain.suspense import NotedConsumer
    from counter_app.domain.tender import Tender

NOW = datetime(2026, 11, 23, 11, 30, 15, 250_000, tzinfo=IST)
TODAY = NOW.date()
DUE_DATE = date(2026, 11, 30)
ACCOUNT_NO = AccountNo("7412001234")
BILL_NO = BillNo("261141200123")
CASHIER_ID = CashierId("C101")
SUPERVISOR_ID = CashierId("S201")
ACCOUNTANT_ID = CashierId("A301")
COUNTER_ID = "C07"
SERIES = "KID07"
PIN = "4711"
PAYABLE = Money.rupees(1450, 50)
FLOAT = Money.rupees(500)
SHIFT_ID = UUID("01930000-0000-7000-8000-0000000000f1")

COUNTER_KEY = KeyPair.from_seed(b"the key of counter C07, epoch 1.")
SERVER_KEY = KeyPair.from_seed(b"the key of the billing server...")


def a_payment_id(number: int = 1) -> PaymentId:
    """Payment number so-and-so, as a version 7 id."""
    return PaymentId(UUID(f"01930000-0000-7000-8000-{number:012x}"))


def a_consumer(
    account_no: str = ACCOUNT_NO,
    *,
    name_en: str = "RAM PRASAD SHUKLA",
    name_hi: str = "राम प्रसाद शुक्ला",
    legacy_account_no: str = "41200123",
    meter_no: str = "K20457781",
    mobile: str = "9839012345",
    connection: Connection = Connection.POSTPAID,
    flags: frozenset[ConsumerFlag] = frozenset(),
) -> Consumer:
    """A domestic consumer of Kidwai Nagar."""
    return Consumer(
        account_no=AccountNo(account_no),
        name_en=name_en,
        name_hi=name_hi,
        legacy_account_no=legacy_account_no,
        meter_no=meter_no,
        mobile=mobile,
        guardian_name="SHYAM LAL SHUKLA",
        address="128/45 H BLOCK KIDWAI NAGAR KANPUR",
        locality="KIDWAI NAGAR",
        division="KIDWAI NAGAR",
        substation="KIDWAI NAGAR 33/11",
        category="LMV-1",
        connection=connection,
        flags=flags,
    )


def a_bill(
    payable: Money = PAYABLE,
    *,
    bill_no: str = BILL_NO,
    account_no: str = ACCOUNT_NO,
    bill_date: date = date(2026, 11, 10),
    due_date: date = DUE_DATE,
    payable_after_due: Money | None = None,
    received: Money = ZERO,
) -> Bill:
    """A bill of this sum; after the due date Rs 18 more, unless said otherwise."""
    after = payable + Money.rupees(18) if payable_after_due is None else payable_after_due
    return Bill(
        bill_no=BillNo(bill_no),
        account_no=AccountNo(account_no),
        bill_month=f"{bill_date:%Y-%m}",
        bill_date=bill_date,
        due_date=due_date,
        disconnection_date=None,
        current_demand=payable,
        arrear_principal=ZERO,
        arrear_surcharge=ZERO,
        other_debits=ZERO,
        credits=ZERO,
        payable_by_due=payable,
        payable_after_due=after,
        received=received,
        as_on=date(2026, 11, 22),
    )


def a_mark(
    cursor: int = 1,
    *,
    seen_through: dict[int, int] | None = None,
    refused: frozenset[tuple[int, int]] = frozenset(),
) -> Mark:
    """The mark of the last pull: by default our messages are in none of its bills."""
    as_on = datetime(2026, 11, 22, 21, 0, tzinfo=IST)
    return Mark(cursor=cursor, as_on=as_on, seen_through=seen_through or {}, refused=refused)


def an_account(
    *bills: Bill,
    consumer: Consumer | None = None,
    paid_here: tuple[PaidHere, ...] = (),
    mark: Mark | None = None,
) -> ConsumerAccount:
    """An account as it is opened; one ordinary bill when none is given."""
    told = mark or a_mark()
    return ConsumerAccount(
        consumer=consumer or a_consumer(),
        positions=positions_now(bills or (a_bill(),), told, paid_here),
        snapshot_version=f"1.{told.cursor}",
        told_at=told.as_on,
    )


def a_card_slip(
    *,
    rrn: str = "632711004512",
    invoice: str = "000214",
    tid: str = "KSC00071",
    batch: str = "000032",
) -> CardSlip:
    """What the bank's terminal printed."""
    return CardSlip(
        network=CardNetwork.RUPAY,
        last4="1881",
        rrn=rrn,
        approval_code="A81203",
        tid=tid,
        mid="KESCO0000000071",
        batch=batch,
        invoice=invoice,
    )


def cash(amount: Money, given: Money | None = None) -> CashTender:
    """Cash, exact unless more was given."""
    return CashTender(amount, amount if given is None else given)


def card(amount: Money, slip: CardSlip | None = None) -> CardTender:
    """A sale on the terminal."""
    return CardTender(amount, slip or a_card_slip())


def upi(amount: Money, reference: str = "632711998877", *, is_confirmed: bool = False) -> UpiTender:
    """A credit by UPI, claimed unless the bank confirmed it."""
    return UpiTender(amount, reference, is_confirmed)


def a_paper(number: str = "004512", *, dated: date = TODAY, ifsc: str = "PUNB0123400") -> BankPaper:
    """A cheque's or draft's writing."""
    return BankPaper(number, "Punjab National Bank", "Kidwai Nagar", dated, ifsc, "208024005")


def cheque(amount: Money, paper: BankPaper | None = None) -> ChequeTender:
    """A cheque of this sum."""
    return ChequeTender(amount, paper or a_paper())


def draft(amount: Money, paper: BankPaper | None = None) -> DraftTender:
    """A demand draft of this sum."""
    return DraftTender(amount, paper or a_paper("778812"))


def a_line(
    amount: Money = PAYABLE,
    *,
    shown: Money | None = None,
    payment_id: PaymentId | None = None,
    account_no: str = ACCOUNT_NO,
    purpose: str = BILL,
    reference: str = "",
    noted: NotedConsumer | None = None,
    is_advance_meant: bool = False,
) -> OrderLine:
    """One line of an order; ``shown`` is the amount unless given."""
    return OrderLine(
        payment_id=payment_id or a_payment_id(),
        account_no=AccountNo(account_no),
        shown=amount if shown is None else shown,
        amount=amount,
        purpose=purpose,
        reference=reference,
        noted=noted,
        is_advance_meant=is_advance_meant,
    )


def an_order(
    amount: Money = PAYABLE,
    *tenders: Tender,
    shown: Money | None = None,
    payment_id: PaymentId | None = None,
    account_no: str = ACCOUNT_NO,
    cashier_id: CashierId = CASHIER_ID,
    payer: str = "",
    word: Word | None = None,
) -> PaymentOrder:
    """An order for one bill of this sum, in exact cash unless tenders are given."""
    line = a_line(amount, shown=shown, payment_id=payment_id, account_no=account_no)
    return PaymentOrder(cashier_id, (line,), tenders or (cash(amount),), payer, word)


def an_order_of(
    *lines: OrderLine,
    tenders: tuple[Tender, ...] = (),
    cashier_id: CashierId = CASHIER_ID,
    payer: str = "",
    word: Word | None = None,
) -> PaymentOrder:
    """An order of these lines, in exact cash unless tenders are given."""
    total = Money.total(line.amount for line in lines)
    return PaymentOrder(cashier_id, lines, tenders or (cash(total),), payer, word)


def a_word(*codes: CaveatCode, supervisor_id: CashierId = SUPERVISOR_ID) -> Word:
    """A supervisor's word for these caveats."""
    word_id = UUID("01930000-0000-7000-8000-00000000a0f1")
    return Word(word_id, supervisor_id, "the consumer's bill shows it", frozenset(codes))


def rules_on(day: date = TODAY, *changed: Rule) -> DayRules:
    """The usual rules of a day, and those that a test changes."""
    return DayRules(USUAL_POLICY.with_rules(changed), day)


def a_rule(
    name: str,
    *,
    valid_from: date = date(2026, 1, 1),
    valid_to: date | None = None,
    version: int = 2,
    is_local: bool = False,
    **values: Value,
) -> Rule:
    """A rule of the centre; the values not given are the usual ones."""
    usual = USUAL_POLICY.rule(name, TODAY)
    kept = dict(usual.values) if usual else {}
    return Rule(
        name=name,
        version=version,
        valid_from=valid_from,
        valid_to=valid_to,
        values=values_of(kept | values),
        authority="UPPCL order 41/2026",
        is_local=is_local,
        set_by=SUPERVISOR_ID if is_local else "",
        reason="ordered by telephone" if is_local else "",
    )


def known(rules: DayRules | None = None, before: PaidBefore | None = None) -> Known:
    """What an order is decided by: the usual rules, and nothing paid before."""
    return Known(rules or rules_on(), before or PaidBefore())


def a_receipt_no(serial: int = 123, *, series: str = SERIES, year: int = 2026) -> ReceiptNo:
    """``KID07/2627/000123``."""
    return ReceiptNo(series, BookYear(year), serial)


def a_shift(
    shift_no: int = 1,
    *,
    cashier_id: CashierId = CASHIER_ID,
    opening_float: Money = FLOAT,
    shift_id: UUID = SHIFT_ID,
    drawer_no: int = 1,
) -> Shift:
    """A shift opened that morning."""
    opened_at = datetime(2026, 11, 23, 10, 0, tzinfo=IST)
    return Shift(shift_id, shift_no, cashier_id, TODAY, opened_at, opening_float, drawer_no)


def payments_of(
    order: PaymentOrder,
    *accounts: ConsumerAccount | None,
    first_no: ReceiptNo | None = None,
    shift: Shift | None = None,
    taken_at: datetime = NOW,
) -> tuple[Payment, ...]:
    """An order accepted against the accounts of its lines: payments with rising numbers, in a shift."""
    shift = shift or replace(a_shift(), business_date=taken_at.date())
    number = first_no or a_receipt_no()
    considered = consider(order, accounts, known(rules_on(taken_at.date())))
    payments = []
    for place, accepted in enumerate(considered.lines):
        payments.append(
            payment_of(order, place, accepted, accounts[place], shift, number, taken_at, order.word)
        )
        number = number.following
    return tuple(payments)


def a_payment(
    order: PaymentOrder | None = None,
    account: ConsumerAccount | None = None,
    *,
    receipt_no: ReceiptNo | None = None,
    shift: Shift | None = None,
    taken_at: datetime = NOW,
) -> Payment:
    """The first payment of an order, every line of it against one account."""
    order, account = order or an_order(), account or an_account()
    accounts = [account if line.noted is None else None for line in order.lines]
    return payments_of(order, *accounts, first_no=receipt_no, shift=shift, taken_at=taken_at)[0]


def a_place() -> CounterPlace:
    """Counter C07 of Kidwai Nagar."""
    return CounterPlace(COUNTER_ID, "Kidwai Nagar 7", "Kidwai Nagar Division", "किदवई नगर खण्ड")


def a_receipt(payment: Payment | None = None, account: ConsumerAccount | None = None) -> Receipt:
    """The receipt of a payment; full, in cash, unless given. Marked as the usual rules of its day say."""
    account = account or an_account()
    payment = payment or a_payment(account=account)
    rules = rules_on(payment.business_date)
    return Receipt(
        payment=payment,
        place=a_place(),
        cashier_name_en="SUNITA VERMA",
        cashier_name_hi="सुनीता वर्मा",
        bill=account.positions[-1].bill if account.positions else None,
        told_at=account.told_at,
        supervisor_name_en="ANIL KUMAR DIXIT" if payment.word else "",
        supervisor_name_hi="अनिल कुमार दीक्षित" if payment.word else "",
        stamp=stamp_of(payment.amount, rules),
        part_order=part_order_of(payment, rules),
    )


def a_roster(pin_hash: str = f"hash of {PIN}") -> tuple[Person, ...]:
    """A cashier, a supervisor, and an accountant who takes no money; one PIN for all.

    The hash is ``PIN``'s to ``tests.fakes.pins.FakePins`` unless a real one is given.
    """
    return (
        Person(CASHIER_ID, "SUNITA VERMA", "सुनीता वर्मा", Role.CASHIER, pin_hash),
        Person(SUPERVISOR_ID, "ANIL KUMAR DIXIT", "अनिल कुमार दीक्षित", Role.SUPERVISOR, pin_hash),
        Person(ACCOUNTANT_ID, "RASHID ANSARI", "राशिद अंसारी", Role.ACCOUNTANT, pin_hash),
    )


def a_certificate(
    public_key: bytes = COUNTER_KEY.public_key,
    *,
    epoch: int = 1,
    receipt_series: str = SERIES,
    server_key: KeyPair = SERVER_KEY,
) -> Certificate:
    """The certificate of counter C07 for one epoch, valid for two years."""
    return Certificate(
        counter_id=COUNTER_ID,
        counter_name="Kidwai Nagar 7",
        epoch=epoch,
        public_key=text_of(public_key),
        receipt_series=receipt_series,
        division_en="Kidwai Nagar Division",
        division_hi="किदवई नगर खण्ड",
        valid_from_us=1_790_000_000_000_000,
        valid_until_us=1_853_000_000_000_000,
        server_keys={key_id_of(server_key.public_key): text_of(server_key.public_key)},
    )

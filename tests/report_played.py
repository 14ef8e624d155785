"""One full day of a counter, played with the real verbs over any ledger, for goldens, pictures and agreements."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from counter_app.domain.approval import ApprovalCode
from counter_app.domain.bank_paper import InstrumentState
from counter_app.domain.cash_move import MoveWhy, OpeningWhy
from counter_app.domain.money import Money
from counter_app.domain.remittance import BankDifference, BankWhy
from counter_app.domain.reversal import (
    GoesTo,
    GoesWhere,
    PaperState,
    ReversalOrder,
    ReversalWhy,
)
from counter_app.domain.suspense import NotedConsumer
from counter_app.domain.tender import TenderKind
from tests.builders import (
    CASHIER_ID,
    FLOAT,
    PIN,
    SUPERVISOR_ID,
    TODAY,
    a_bill,
    a_card_slip,
    a_consumer,
    a_line,
    a_mark,
    a_paper,
    a_payment_id,
    an_order_of,
    card,
    cash,
    cheque,
    draft,
    upi,
)
from tests.use_cases.at_the_bank import HEAD_ID, AtTheBank, in_notes
from tests.use_cases.till import a_yes, a_yes_to, as_expected

if TYPE_CHECKING:
    from uuid import UUID

    from counter_app.domain.identity import ReceiptNo
    from counter_app.domain.payment import OrderLine
    from counter_app.domain.tender import Tender
    from counter_app.use_cases.book_ports import Ledger
    from counter_app.use_cases.views import Taken

OWED = (1450, 2310, 980, 4200, 640, 1875, 18_400, 3120)


def played_day(ledger: Ledger | None = None) -> AtTheBank:
    """Two cashiers, every tender, a shop, a head, a payer we do not know; three reversals, a short close, the bank."""
    counter = AtTheBank() if ledger is None else AtTheBank(ledger=ledger)  # type: ignore[arg-type]  # every ledger has the port
    counter.begins(0)
    for account, rupees in enumerate(OWED, start=1):
        consumer = a_consumer(str(account), legacy_account_no="")
        bill = a_bill(Money.rupees(rupees), bill_no=f"B{account}", account_no=str(account))
        counter.bills.tell(a_mark(account), consumer, bill)
    (seen,) = counter.open_shifts()
    numbers = morning(counter)
    counter.push_outbox()
    afternoon(counter)
    moves(counter)
    reversals(counter, numbers)
    other_cashier(counter)
    closes_short(counter, seen.shift.shift_id)
    to_the_bank(counter)
    return counter


def bill(
    counter: AtTheBank, account: int, *tenders: Tender, rupees: int = 0, minutes: int = 37
) -> ReceiptNo:
    """A bill of one of the accounts, some minutes after whatever was before."""
    counter.clock.passes(timedelta(minutes=minutes))
    amount = Money.rupees(rupees or OWED[account - 1])
    before = counter.orders
    counter.pays_for(account, *tenders, amount=amount)
    with counter.ledger.open_books() as books:
        receipt = books.payments.find(a_payment_id(before + 1))
    assert receipt is not None
    return receipt.payment.receipt_no


def order(
    counter: AtTheBank, *lines: OrderLine, tenders: tuple[Tender, ...], payer: str = ""
) -> Taken:
    """An order of several lines, or of what is no bill."""
    counter.clock.passes(timedelta(minutes=11))
    return counter.take_payment(an_order_of(*lines, tenders=tenders, payer=payer))


def morning(counter: AtTheBank) -> list[ReceiptNo]:
    """Cash, card, UPI, a shop; one receipt is printed. The numbers of the first three."""
    numbers = [
        bill(counter, 1, cash(Money.rupees(1450), Money.rupees(1500))),
        bill(counter, 2, card(Money.rupees(2310))),
        bill(counter, 3, upi(Money.rupees(980))),
    ]
    shop = [
        a_line(
            Money.rupees(OWED[account - 1]),
            shown=counter.due(str(account)),
            account_no=str(account),
            payment_id=a_payment_id(500 + account),
        )
        for account in (5, 6)
    ]
    tenders = (draft(Money.rupees(1000), a_paper("778812")), cash(Money.rupees(1515)))
    order(counter, *shop, tenders=tenders, payer="KANPUR SHOE HOUSE")
    counter.print_receipt(numbers[0])
    return numbers


def afternoon(counter: AtTheBank) -> None:
    """Two cheques, one below the least part; a head by card; somebody we do not know."""
    bill(counter, 4, cheque(Money.rupees(900)), rupees=900)
    bill(counter, 7, cheque(Money.rupees(18_400), a_paper("004513", ifsc="SBIN0001234")))
    head = a_line(
        Money.rupees(1200),
        account_no="8",
        purpose="security_deposit",
        reference="SD/2026/41",
        payment_id=a_payment_id(601),
    )
    slip = a_card_slip(rrn="632711004513", invoice="000215")
    order(counter, head, tenders=(card(Money.rupees(1200), slip),))
    noted = NotedConsumer("MOHAN LAL GUPTA", meter_no="K99812")
    stranger = a_line(
        Money.rupees(500), account_no="SUSPENSE", noted=noted, payment_id=a_payment_id(602)
    )
    order(counter, stranger, tenders=(cash(Money.rupees(500)),))


def moves(counter: AtTheBank) -> None:
    """A drop, an expense with a second person's yes, an opening, a pause."""
    (seen,) = counter.open_shifts()
    counter.drop_cash(CASHIER_ID, in_notes(Money.rupees(1000)), HEAD_ID, PIN)
    spent = Money.rupees(60)
    yes = a_yes(counter, ApprovalCode.PAID_OUT, str(seen.shift.shift_id), spent)
    counter.pay_in_or_out(CASHIER_ID, MoveWhy.EXPENSE, spent, "tea for the line crew", yes)
    counter.note_drawer_opening(CASHIER_ID, OpeningWhy.GIVE_CHANGE, "change for the next counter")
    counter.suspend_shift(CASHIER_ID)
    counter.clock.passes(timedelta(minutes=20))
    counter.resume_shift(CASHIER_ID)


def reversals(counter: AtTheBank, numbers: list[ReceiptNo]) -> None:
    """Cash goes back, a card sale is voided, a UPI credit is held."""
    ways = (
        (ReversalWhy.CONSUMER_ASKED, GoesTo(GoesWhere.CASH_BACK), PaperState.RECOVERED),
        (ReversalWhy.TAKEN_TWICE, GoesTo(GoesWhere.VOIDED, "V41207"), PaperState.NEVER_PRINTED),
        (ReversalWhy.WRONG_ACCOUNT, GoesTo(GoesWhere.HELD), PaperState.NOT_RECOVERED),
    )
    for number, (why, goes, paper) in zip(numbers, ways, strict=True):
        with counter.ledger.open_books() as books:
            receipt = books.payments.receipt(number)
        assert receipt is not None
        yes = a_yes(counter, ApprovalCode.REVERSAL, str(number), receipt.payment.amount)
        order_ = ReversalOrder(
            counter.ids.fresh(), number, why, "the consumer came back", (goes,), paper, CASHIER_ID
        )
        counter.reverse_payment(replace(order_, approval=yes))


def other_cashier(counter: AtTheBank) -> None:
    """The supervisor takes a bill at the second drawer, and goes on."""
    counter.open_shift(SUPERVISOR_ID, FLOAT, drawer_no=2)
    counter.clock.passes(timedelta(minutes=12))
    counter.takes(Money.rupees(3120), account_no="8", cashier_id=SUPERVISOR_ID)


def closes_short(counter: AtTheBank, shift_id: UUID) -> None:
    """The first cashier counts Rs 50 less than there should be."""
    with counter.ledger.open_books() as books:
        standing = books.tills.standing(shift_id)
    counted = as_expected(standing, cash_less=Money.rupees(50))
    weighed = counter.weigh_close(shift_id, counted)
    yes = a_yes_to(counter, weighed) if weighed.approval is not None else None
    counter.close_shift(shift_id, counted, "one note missing", CASHIER_ID, yes)


def to_the_bank(counter: AtTheBank) -> None:
    """Takings handed Rs 10 in excess, a cash slip with a counterfeit note, a slip of cheques, one of them returned."""
    handed = counter.handing_order()
    more = handed.count.total + Money.rupees(10)
    yes = a_yes(counter, ApprovalCode.HANDING_DIFFERS, str(handed.shift_ids[0]), Money.rupees(10))
    counter.hand_takings(
        replace(handed, count=in_notes(more), reason="a note stuck to another", approval=yes)
    )
    made = counter.make_cash_slip(counter.cash_order(Money.rupees(1900)))
    false = BankDifference(BankWhy.COUNTERFEIT, Money.rupees(500), "500 9BK441207")
    yes = counter.approved(
        ApprovalCode.BANK_DIFFERS, str(made.slip.slip_no), Money.rupees(500), HEAD_ID
    )
    counter.answer_slip(
        counter.answer_order(made, false, accepted=Money.rupees(1400), approval=yes)
    )
    papers = [
        one.identity
        for one in counter.list_instruments(frozenset({InstrumentState.RECEIVED}))
        if one.kind is TenderKind.CHEQUE
    ]
    counter.make_paper_slip(counter.paper_order(*papers))
    counter.return_instrument(papers[0], TODAY, "funds insufficient", SUPERVISOR_ID)

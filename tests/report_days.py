"""Days as hypothesis makes them, written through the books, and the ledger's own figures of them."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from hypothesis import strategies as st

from counter_app.domain.approval import Approval, ApprovalCode
from counter_app.domain.cash_count import CashCount
from counter_app.domain.cash_move import CashMove, MoveWhy, move_entry
from counter_app.domain.errors import Refusal
from counter_app.domain.identity import PaymentId
from counter_app.domain.ledger import LedgerAccount
from counter_app.domain.money import Money
from counter_app.domain.reversal import GoesTo, PaperState, ReversalOrder, ReversalWhy
from counter_app.domain.tender import (
    CardTender,
    CashTender,
    ChequeTender,
    DraftTender,
    UpiTender,
)
from counter_app.wire.tell_custody import tell_move
from tests.builders import CASHIER_ID, SUPERVISOR_ID, a_shift
from tests.domain.strategies import Drawn, orders
from tests.fakes.books import FakeLedger
from tests.fakes.report_shifts import links_of_shift, posted
from tests.local_db.year import Scribe
from tests.use_cases.counter import Counter
from tests.use_cases.till import HEAD_ID, OTHER_SUPERVISOR_ID, TILL_ROSTER, as_expected

if TYPE_CHECKING:
    from counter_app.domain.receipt import Receipt
    from counter_app.domain.tender import Tender

MOST_ORDERS = 6


@dataclass
class Day:
    """A ledger with one day in it."""

    ledger: FakeLedger = field(default_factory=FakeLedger)
    scribe: Scribe = field(default_factory=Scribe)
    orders: int = 0
    counter: Counter = field(init=False)

    def __post_init__(self) -> None:
        """The verbs that are no scribe's work, over the same ledger."""
        self.counter = Counter(ledger=self.ledger)

    def begin(self) -> None:
        """Enrolled, one shift open."""
        with self.ledger.open_books() as books:
            self.scribe.enrol(books)
            books.enrolment.keep_roster(TILL_ROSTER, self.scribe.at)
            self.scribe.open_shift(books)
            books.commit()

    def open_another(self) -> None:
        """The supervisor opens a shift on another drawer; further payments are taken there."""
        with self.ledger.open_books() as books:
            number = books.shifts.last_shift_no() + 1
            shift = a_shift(
                number, cashier_id=SUPERVISOR_ID, shift_id=UUID(int=number), drawer_no=number
            )
            self.scribe.open_shift(books, shift)
            books.commit()

    def take(self, drawn: Drawn) -> None:
        """An order, with numbers that no other order of the day has; one that the usual rules refuse is left out."""
        self.orders += 1
        self.scribe.at += timedelta(minutes=47)
        order = drawn.order
        order = replace(
            order,
            cashier_id=self.scribe.shift.cashier_id,
            lines=tuple(
                replace(
                    line,
                    payment_id=PaymentId(UUID(int=(9 << 90) | (self.orders << 32) | place)),
                )
                for place, line in enumerate(order.lines)
            ),
            tenders=tuple(_numbered(one, self.orders) for one in order.tenders),
        )
        with suppress(Refusal), self.ledger.open_books() as books:
            self.scribe.order(books, order, *drawn.accounts)
            books.commit()

    def drop(self, amount: Money) -> None:
        """Cash to the head cashier."""
        shift = self.scribe.shift
        move = CashMove(
            move_id=UUID(int=(8 << 90) | len(self.ledger.pages.messages)),
            shift_id=shift.shift_id,
            why=MoveWhy.DROP,
            amount=amount,
            count=CashCount(()),
            reason="",
            cashier_id=shift.cashier_id,
            receiver_id=CASHIER_ID if shift.cashier_id == SUPERVISOR_ID else SUPERVISOR_ID,
            business_date=self.scribe.at.date(),
            at=self.scribe.at,
        )
        with self.ledger.open_books() as books:
            entry = move_entry(move.why, move.amount)
            told = self.scribe.sealed(books, tell_move(move, entry))
            books.tills.post_move(move, entry, told)
            books.messages.close_entry(told)
            books.commit()

    def reverse(self, which: int, *, is_held: bool) -> None:
        """One of the receipts, its tenders held or given back; one that cannot be is left alone."""
        if not self.receipts:
            return
        payment = self.receipts[which % len(self.receipts)].payment
        number = payment.receipt_no
        weighed = self.counter.weigh_reversal(number)
        goes = tuple(GoesTo(one.ways[-1 if is_held else 0], "V1") for one in weighed.ways)
        by = self.scribe.shift.cashier_id
        yes = Approval(
            approval_id=self.counter.ids.fresh(),
            code=ApprovalCode.REVERSAL,
            approver_id=SUPERVISOR_ID if by == CASHIER_ID else HEAD_ID,
            for_id=by,
            about=str(number),
            amount=payment.amount,
            reason="the consumer came back",
        )
        order = ReversalOrder(
            reversal_id=self.counter.ids.fresh(),
            receipt_no=number,
            why=ReversalWhy.OTHER,
            reason="the consumer came back",
            goes=goes,
            paper=PaperState.RECOVERED,
            by=by,
            approval=yes,
        )
        with suppress(Refusal):
            self.counter.reverse_payment(order)

    def close(self, less: Money) -> None:
        """The last shift that is open, with so much less in the drawer than there should be, or more."""
        shift = self.scribe.shift
        with self.ledger.open_books() as books:
            standing = books.tills.standing(shift.shift_id)
        counted = as_expected(standing, cash_less=less)
        weighed = self.counter.weigh_close(shift.shift_id, counted)
        by = shift.cashier_id
        yes = None
        if weighed.approval is not None:
            yes = Approval(
                self.counter.ids.fresh(),
                weighed.approval,
                OTHER_SUPERVISOR_ID if by == SUPERVISOR_ID else SUPERVISOR_ID,
                by,
                weighed.about,
                weighed.amount,
                "counted twice",
            )
        self.counter.close_shift(shift.shift_id, counted, "as counted", by, yes)

    @property
    def receipts(self) -> list[Receipt]:
        """Every receipt."""
        return list(self.ledger.pages.receipts.values())

    @property
    def collected(self) -> Money:
        """The payments added up."""
        return Money.total(one.payment.amount for one in self.receipts)

    def paid_into(self, account: LedgerAccount) -> Money:
        """What the entries of payments alone moved on an account."""
        return posted(self.ledger.pages, self.ledger.pages.receipts, account)

    def moved(self, account: LedgerAccount) -> Money:
        """What all entries moved on an account."""
        return posted(self.ledger.pages, self.ledger.pages.entries, account)

    def debit_and_credit(self, account: LedgerAccount) -> tuple[Money, Money]:
        """Both sides of an account, added up from the entries."""
        moved = [
            one.amount
            for entry in self.ledger.pages.entries.values()
            for one in entry.postings
            if one.account is account
        ]
        nought = Money(0)
        return (
            Money.total(one for one in moved if one > nought),
            Money.total(-one for one in moved if one < nought),
        )

    def drawer(self, shift_id: UUID) -> Money:
        """What the entries of a shift leave in its drawer."""
        links = links_of_shift(self.ledger.pages, shift_id)
        return posted(self.ledger.pages, links, LedgerAccount.CASH_DRAWER)


def _numbered(tender: Tender, order: int) -> Tender:
    """The same tender under a number of this order: no two orders share an instrument."""
    match tender:
        case CashTender():
            return tender
        case CardTender(slip=slip):
            rrn = f"{order:04d}{slip.rrn[4:]}"
            return replace(tender, slip=replace(slip, rrn=rrn, batch=f"{order:06d}"))
        case ChequeTender(paper=paper) | DraftTender(paper=paper):
            number = f"{order:03d}{paper.number[3:]}"
            return replace(tender, paper=replace(paper, number=number))
        case UpiTender(reference=reference):
            return replace(tender, reference=f"{order:04d}{reference[4:]}")


@st.composite
def days(draw: st.DrawFn) -> Day:
    """Some orders of any tender and purpose, over one or two shifts, with drops between."""
    day = Day()
    day.begin()
    second = draw(st.integers(0, MOST_ORDERS))
    for place, drawn in enumerate(draw(st.lists(orders(), max_size=MOST_ORDERS))):
        if place == second:
            day.open_another()
        day.take(drawn)
        if draw(st.booleans()):
            day.drop(Money(draw(st.integers(1, 10_000))))
        if draw(st.booleans()):
            day.reverse(draw(st.integers(0, 20)), is_held=draw(st.booleans()))
    if draw(st.booleans()):
        day.close(Money(draw(st.integers(-60_000, 40_000))))
    return day

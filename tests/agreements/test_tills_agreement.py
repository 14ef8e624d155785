"""What every ledger keeps of drawers and closes, the fake and the real one alike (``TillBook``, ``CloseBook``)."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from counter_app.domain.approval import Approval, ApprovalCode
from counter_app.domain.bank_paper import InstrumentState
from counter_app.domain.cash_count import NO_CASH, CashCount
from counter_app.domain.cash_move import MoveWhy, OpeningWhy
from counter_app.domain.money import ZERO, Money
from counter_app.domain.shift import ShiftState
from counter_app.domain.shift_close import (
    Counted,
    InHand,
    ProofOfSync,
    ShiftReceipts,
    Standing,
)
from counter_app.domain.tender import TenderKind, identity_of
from tests.agreements.books_at_hand import A_RULE
from tests.builders import (
    CASHIER_ID,
    FLOAT,
    PAYABLE,
    SUPERVISOR_ID,
    TODAY,
    a_bill,
    a_card_slip,
    a_consumer,
    a_line,
    a_paper,
    a_payment_id,
    a_shift,
    an_account,
    an_order_of,
    card,
    cash,
    cheque,
    upi,
)
from tests.local_db import till_scribe
from tests.local_db.till_scribe import counted_in_coins

if TYPE_CHECKING:
    from counter_app.domain.tender import Tender
    from counter_app.use_cases.book_ports import Books, Ledger
    from tests.local_db.year import Scribe

SHIFT = a_shift().shift_id
DAY = timedelta(days=1)
RUPEES_100, RUPEES_30 = Money.rupees(100), Money.rupees(30)
NO_OTHERS: dict[TenderKind, InHand] = {}
NEXT = a_shift(2, opening_float=ZERO, shift_id=a_payment_id(7))


def an_approval(amount: Money = RUPEES_30) -> Approval:
    return Approval(
        a_payment_id(900),
        ApprovalCode.PAID_OUT,
        SUPERVISOR_ID,
        CASHIER_ID,
        str(SHIFT),
        amount,
        "a chair was mended",
    )


def paid(
    books: Books, scribe: Scribe, *amounts: Money, tenders: tuple[Tender, ...], first: int = 1
) -> None:
    """An order over accounts of their own."""
    lines = [
        a_line(
            amount,
            payment_id=a_payment_id(place),
            account_no=f"74120000{place:02d}",
            shown=amount,
        )
        for place, amount in enumerate(amounts, start=first)
    ]
    accounts = [
        an_account(
            a_bill(line.amount, bill_no=f"B{line.account_no}", account_no=line.account_no),
            consumer=a_consumer(line.account_no),
        )
        for line in lines
    ]
    scribe.order(books, an_order_of(*lines, tenders=tenders), *accounts)


def all_of(standing: Standing) -> Counted:
    """Counted as it is expected."""
    others: dict[TenderKind, InHand] = {
        kind: one for kind, one in standing.expected.items() if kind is not TenderKind.CASH
    }
    return Counted(counted_in_coins(standing.expected[TenderKind.CASH].amount), others)


def test_a_shift_that_was_just_opened_holds_its_float(ledger: Ledger) -> None:
    with ledger.open_books() as books:
        assert books.tills.state_of(SHIFT) is ShiftState.OPEN
        assert books.tills.standing(SHIFT) == Standing({TenderKind.CASH: InHand(0, FLOAT)}, FLOAT)
        assert books.tills.moves_of(SHIFT) == ()
        assert books.tills.openings_of(SHIFT) == ()
        assert books.tills.pauses_of(SHIFT) == ()
        assert books.tills.newest_day() == TODAY
        assert books.closes.close_of(SHIFT) is None
        assert books.closes.closes_of(TODAY) == ()
        assert books.closes.receipts_of(SHIFT) == ShiftReceipts(
            "", "", 0, ProofOfSync(0, ZERO, 0, ZERO)
        )


def test_empty_books_have_no_day(empty: Ledger) -> None:
    with empty.open_books() as books:
        assert books.tills.newest_day() is None


def test_moves_are_kept_as_they_were_made_and_count_in_the_drawer(
    ledger: Ledger, scribe: Scribe
) -> None:
    given = an_approval()
    with ledger.open_books() as books:
        till_scribe.approve(books, scribe, given)
        added = till_scribe.move(books, scribe, MoveWhy.CHANGE_ADDED, RUPEES_100)
        dropped = till_scribe.move(books, scribe, MoveWhy.DROP, Money.rupees(200, 50))
        books.commit()
    with ledger.open_books() as books:
        assert books.payments.exposure(SHIFT).drawer == FLOAT - RUPEES_100 - Money(50)
        lessened = till_scribe.move(books, scribe, MoveWhy.CHANGE_LESSENED, Money(50))
        spent = till_scribe.move(books, scribe, MoveWhy.EXPENSE, RUPEES_30, approval=given)
        books.commit()
    with ledger.open_books() as books:
        assert books.tills.moves_of(SHIFT) == (added, dropped, lessened, spent)
        standing = books.tills.standing(SHIFT)
        in_drawer = FLOAT + RUPEES_100 - Money.rupees(200, 50) - Money(50) - RUPEES_30
        assert standing.expected == {TenderKind.CASH: InHand(0, in_drawer)}
        assert standing.float_out == FLOAT + RUPEES_100 - Money(50)
        assert books.payments.exposure(SHIFT).drawer == in_drawer


@pytest.mark.parametrize(
    ("why", "receiver"),
    [(MoveWhy.DROP, CASHIER_ID), (MoveWhy.FOUND, SUPERVISOR_ID)],
    ids=["to oneself", "found, with a receiver"],
)
def test_a_receiver_is_of_a_drop_and_another_person(
    ledger: Ledger, scribe: Scribe, why: MoveWhy, receiver: str
) -> None:
    with ledger.open_books() as books, pytest.raises(ValueError, match=A_RULE):
        till_scribe.move(books, scribe, why, RUPEES_30, receiver_id=type(CASHIER_ID)(receiver))


def test_openings_are_kept_in_a_shift_and_outside_of_one(ledger: Ledger, scribe: Scribe) -> None:
    with ledger.open_books() as books:
        first = till_scribe.opening(books, scribe)
        till_scribe.opening(books, scribe, OpeningWhy.TEST, in_shift=False)
        scribe.at += DAY
        last = till_scribe.opening(books, scribe, OpeningWhy.MISTAKE)
        books.commit()
    with ledger.open_books() as books:
        assert books.tills.openings_of(SHIFT) == (first, last)
        assert books.tills.newest_day() == TODAY + DAY


def test_a_shift_is_suspended_and_resumed_by_turns(ledger: Ledger, scribe: Scribe) -> None:
    with ledger.open_books() as books:
        away = till_scribe.pause(books, scribe, ShiftState.SUSPENDED)
        books.commit()
    with ledger.open_books() as books:
        assert books.tills.state_of(SHIFT) is ShiftState.SUSPENDED
        with pytest.raises(ValueError, match=A_RULE):
            till_scribe.pause(books, scribe, ShiftState.SUSPENDED)
    with ledger.open_books() as books:
        back = till_scribe.pause(books, scribe, ShiftState.OPEN)
        assert books.tills.pauses_of(SHIFT) == (away, back)
        assert books.tills.state_of(SHIFT) is ShiftState.OPEN
        with pytest.raises(ValueError, match=A_RULE):
            till_scribe.pause(books, scribe, ShiftState.OPEN)


def test_every_tender_stands_with_its_pieces_once_however_many_accounts_it_paid(
    ledger: Ledger, scribe: Scribe
) -> None:
    rupees = Money.rupees
    with ledger.open_books() as books:
        by_paper = (cheque(rupees(1700)), cash(rupees(300)))
        paid(books, scribe, rupees(1000), rupees(1000), tenders=by_paper)
        paid(books, scribe, rupees(70), tenders=(card(rupees(70)),), first=3)
        paid(books, scribe, rupees(80), tenders=(upi(rupees(80)),), first=4)
        second = a_card_slip(rrn="632711009999", invoice="000999")
        paid(books, scribe, rupees(5), rupees(6), tenders=(card(rupees(11), second),), first=5)
        standing = books.tills.standing(SHIFT)
        books.commit()
    assert standing.expected == {
        TenderKind.CASH: InHand(0, FLOAT + rupees(300)),
        TenderKind.CARD: InHand(2, rupees(81)),
        TenderKind.UPI: InHand(1, rupees(80)),
        TenderKind.CHEQUE: InHand(1, rupees(1700)),
    }


@pytest.mark.parametrize(
    ("states", "in_hand"),
    [
        ((), InHand(1, RUPEES_100)),
        ((InstrumentState.LISTED,), InHand(1, RUPEES_100)),
        ((InstrumentState.LISTED, InstrumentState.DEPOSITED), None),
    ],
)
def test_a_cheque_that_went_to_the_bank_is_in_no_drawer(
    ledger: Ledger, scribe: Scribe, states: tuple[InstrumentState, ...], in_hand: InHand | None
) -> None:
    tender = cheque(RUPEES_100, a_paper("004512"))
    with ledger.open_books() as books:
        paid(books, scribe, RUPEES_100, tenders=(tender,))
        for state in states:
            scribe.step(books, identity_of(tender), state)
        expected = books.tills.standing(SHIFT).expected
    assert expected.get(TenderKind.CHEQUE) == in_hand


def test_only_the_payments_of_the_shift_count(ledger: Ledger, scribe: Scribe) -> None:
    with ledger.open_books() as books:
        paid(books, scribe, RUPEES_100, tenders=(cash(RUPEES_100),))
        first = scribe.shift
        scribe.open_shift(books, replace(NEXT, cashier_id=SUPERVISOR_ID, drawer_no=2))
        order_of_second = books.tills.standing(NEXT.shift_id)
        assert order_of_second == Standing({}, ZERO)
        assert books.tills.standing(first.shift_id).expected == {
            TenderKind.CASH: InHand(0, FLOAT + RUPEES_100)
        }
        assert books.closes.receipts_of(NEXT.shift_id).count == 0


def test_a_close_is_kept_as_it_was_made(ledger: Ledger, scribe: Scribe) -> None:
    given = replace(an_approval(), code=ApprovalCode.CLOSE_VARIANCE)
    with ledger.open_books() as books:
        paid(books, scribe, PAYABLE, tenders=(cash(PAYABLE),))
        paid(books, scribe, RUPEES_100, tenders=(card(RUPEES_100),), first=2)
        till_scribe.approve(books, scribe, given)
        books.commit()
    with ledger.open_books() as books:
        counted = Counted(counted_in_coins(FLOAT + PAYABLE - RUPEES_30), NO_OTHERS)
        closed = till_scribe.close(books, scribe, counted, reason="a slip was lost", approval=given)
        books.commit()
    assert (closed.first_receipt_no[-1], closed.last_receipt_no[-1]) == ("1", "2")
    assert closed.proof == ProofOfSync(0, ZERO, 2, PAYABLE + RUPEES_100)
    with ledger.open_books() as books:
        assert books.closes.close_of(SHIFT) == closed
        assert books.closes.closes_of(TODAY) == (closed,)
        assert books.closes.closes_of(TODAY + DAY) == ()
        assert books.closes.takings_waiting() == (closed,)
        assert books.closes.floats_left() == (closed,)
        assert books.tills.state_of(SHIFT) is ShiftState.CLOSED
        assert books.shifts.open_shift_of(CASHIER_ID) is None


def test_the_proof_of_a_close_stays_what_it_was(ledger: Ledger, scribe: Scribe) -> None:
    with ledger.open_books() as books:
        receipts = [scribe.receipt(books, PAYABLE, account=place) for place in range(1)]
        told = scribe.enter(books, receipts[0])
        later = scribe.enter(books, scribe.receipt(books, PAYABLE, account=1))
        scribe.acknowledge(books, told)
        books.commit()
    with ledger.open_books() as books:
        before = books.closes.receipts_of(SHIFT)
        closed = till_scribe.close(books, scribe, all_of(books.tills.standing(SHIFT)))
        scribe.acknowledge(books, later)
        books.commit()
    assert closed.proof == ProofOfSync(1, PAYABLE, 1, PAYABLE)
    with ledger.open_books() as books:
        assert books.closes.close_of(SHIFT) == closed
        assert books.closes.receipts_of(SHIFT) == before


def test_an_empty_shift_closes_without_an_entry(empty: Ledger, scribe: Scribe) -> None:
    with empty.open_books() as books:
        scribe.enrol(books)
        scribe.open_shift(books, a_shift(opening_float=ZERO))
        closed = till_scribe.close(books, scribe, Counted(NO_CASH, NO_OTHERS))
        books.commit()
    with empty.open_books() as books:
        assert books.closes.close_of(SHIFT) == closed
        assert books.closes.takings_waiting() == ()
        assert books.closes.floats_left() == ()


def test_a_float_is_taken_over_once(ledger: Ledger, scribe: Scribe) -> None:
    with ledger.open_books() as books:
        closed = till_scribe.close(books, scribe, all_of(books.tills.standing(SHIFT)))
        assert books.closes.floats_left() == (closed,)
        assert books.closes.takings_waiting() == ()
        count = CashCount.of({Money.rupees(100): 5})
        taker = replace(NEXT, opening_float=FLOAT, opening_count=count, taken_over_from=SHIFT)
        scribe.open_shift(books, taker)
        books.commit()
    with ledger.open_books() as books:
        assert books.closes.floats_left() == ()
        assert books.shifts.open_shift_of(CASHIER_ID) == taker
        again = replace(
            taker,
            shift_id=a_payment_id(8),
            shift_no=3,
            cashier_id=SUPERVISOR_ID,
            drawer_no=2,
        )
        with pytest.raises(ValueError, match=A_RULE):
            scribe.open_shift(books, again)


def test_nothing_is_written_in_a_closed_shift(ledger: Ledger, scribe: Scribe) -> None:
    with ledger.open_books() as books:
        till_scribe.close(books, scribe, all_of(books.tills.standing(SHIFT)))
        books.commit()
    for act in (
        lambda books: till_scribe.move(books, scribe, MoveWhy.FOUND, RUPEES_30),
        lambda books: till_scribe.pause(books, scribe, ShiftState.SUSPENDED),
        lambda books: till_scribe.close(books, scribe, Counted(NO_CASH, NO_OTHERS)),
        lambda books: scribe.enter(books, scribe.receipt(books)),
    ):
        with ledger.open_books() as books, pytest.raises(ValueError, match=A_RULE):
            act(books)


def test_a_count_that_is_not_the_sum_is_not_taken(ledger: Ledger, scribe: Scribe) -> None:
    wrong = _OtherCount(counted_in_coins(FLOAT), NO_OTHERS)
    with ledger.open_books() as books, pytest.raises(ValueError, match=A_RULE):
        till_scribe.close(books, scribe, wrong)


class _OtherCount(Counted):
    """Says less of the cash than its pieces come to."""

    def of(self, kind: TenderKind) -> InHand:
        said = super().of(kind)
        return InHand(0, said.amount - RUPEES_30) if kind is TenderKind.CASH else said

"""From the closed drawer to the bank, over every ledger, the fake and the real one alike (port ``RemittanceBook``).

The verbs write, so that what both ledgers say is what happened at the counter.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from counter_app.domain.ageing import Undeposited
from counter_app.domain.approval import ApprovalCode
from counter_app.domain.bank_paper import InstrumentState
from counter_app.domain.cash_count import NO_CASH
from counter_app.domain.ledger import LedgerAccount
from counter_app.domain.money import ZERO, Money
from counter_app.domain.remittance import (
    BankDifference,
    BankWhy,
    Slip,
    SlipItem,
    SlipKind,
    handing_entry,
)
from counter_app.domain.remittance_rules import answer_entry, counterfeit_note, slip_entry
from counter_app.domain.tender import TenderKind
from counter_app.use_cases.telling import Telling
from counter_app.wire.tell_remittance import tell_answer, tell_handing, tell_slip
from tests.agreements.books_at_hand import A_RULE
from tests.builders import CASHIER_ID, NOW, TODAY
from tests.use_cases.at_the_bank import ACCOUNT, DUE, HEAD_ID, a_bank_counter, in_notes

if TYPE_CHECKING:
    from uuid import UUID

    from counter_app.use_cases.book_ports import Ledger
    from tests.use_cases.at_the_bank import AtTheBank

DAY = timedelta(days=1)


@pytest.fixture
def counter(empty: Ledger) -> AtTheBank:
    return a_bank_counter(empty)


def telling_of(counter: AtTheBank) -> Telling:
    return Telling(counter.clock, counter.ids, counter.keys)


def test_a_fresh_counter_has_nothing_for_the_bank(counter: AtTheBank) -> None:
    seen = counter.view_remittance()
    assert (seen.takings, seen.papers, seen.slips, seen.undeposited) == ((), (), (), ())
    assert (seen.cash_with_head, seen.alarm) == (ZERO, None)
    assert seen.bank_account == "PNB 0123002100"
    with counter.ledger.open_books() as books:
        kept = books.remittances
        assert (kept.last_slip_no(), kept.last_bank_account()) == (0, "")
        assert kept.slip_of_reference("PNB 1") is None
        assert kept.handing(counter.ids.fresh()) is None
        assert kept.slip(counter.ids.fresh()) is None


def test_takings_wait_until_the_head_cashier_has_them(counter: AtTheBank) -> None:
    counter.pays_for(1)
    shift_id = counter.closes()
    (waiting,) = counter.takings_waiting()
    assert (waiting.shift_id, waiting.shift_no, waiting.amount) == (shift_id, 1, DUE)
    assert (waiting.cashier_id, waiting.business_date, waiting.closed_on) == (
        CASHIER_ID,
        TODAY,
        TODAY,
    )
    handing = counter.hands_over()
    assert counter.takings_waiting() == ()
    with counter.ledger.open_books() as books:
        assert books.remittances.handing(handing.handing_id) == handing
        assert books.remittances.is_handed(shift_id)
        assert books.remittances.cash_with_head() == DUE


def test_a_shift_that_took_no_cash_waits_for_nobody(counter: AtTheBank) -> None:
    counter.pays_by_cheque(1, "000001")
    shift_id = counter.closes()
    assert counter.takings_waiting() == ()
    with counter.ledger.open_books() as books:
        assert not books.remittances.is_handed(shift_id)


def test_a_handing_keeps_its_reason_its_count_and_its_approval(counter: AtTheBank) -> None:
    counter.pays_for(1)
    first = counter.closes()
    counter.opens()
    counter.pays_for(2)
    second = counter.closes()
    order = counter.handing_order(second, first, counted=Money.rupees(1990))
    approval = counter.approved(
        ApprovalCode.HANDING_DIFFERS, str(first), Money.rupees(10), CASHIER_ID
    )
    handing = counter.hand_takings(
        replace(order, reason="a ten was torn and given back", approval=approval)
    )
    assert handing.shift_ids == (first, second)
    with counter.ledger.open_books() as books:
        assert books.remittances.handing(handing.handing_id) == handing
        assert books.remittances.cash_with_head() == Money.rupees(1990)
    assert counter.undeposited() == (Undeposited(TODAY, TenderKind.CASH, None, Money.rupees(1990)),)


def test_slips_are_read_as_they_were_made_the_newest_first(counter: AtTheBank) -> None:
    cheque = counter.pays_by_cheque(1, "000001")
    counter.pays_for(2)
    counter.drops(Money.rupees(700))
    cash = counter.make_cash_slip(counter.cash_order(Money.rupees(600)))
    papers = counter.make_paper_slip(counter.paper_order(cheque))
    seen = counter.view_remittance()
    assert seen.slips == (papers, cash)
    assert (seen.cash_with_head, seen.papers) == (Money.rupees(100), ())
    assert seen.bank_account == ACCOUNT
    (item,) = papers.slip.items
    assert (item.kind, item.number, item.bank) == (
        TenderKind.CHEQUE,
        "000001",
        "Punjab National Bank",
    )
    with counter.ledger.open_books() as books:
        held = books.instruments.find(cheque)
        assert books.remittances.last_slip_no() == 2
        assert books.remittances.slip(cash.slip.slip_id) == cash
    assert held is not None
    assert (held.state, held.slip_no, held.stands_in) == (
        InstrumentState.DEPOSITED,
        2,
        LedgerAccount.CHEQUES_AT_BANK,
    )


def test_the_banks_answer_is_read_as_it_came(counter: AtTheBank) -> None:
    counter.pays_for(1)
    counter.drops(DUE)
    made = counter.make_cash_slip(counter.cash_order(DUE))
    fake_note = Money.rupees(500)
    differences = (
        BankDifference(BankWhy.COUNTERFEIT, fake_note, counterfeit_note(fake_note, "8AB 123456")),
        BankDifference(BankWhy.EXCESS, Money.rupees(10), "one ten more than written"),
    )
    approval = counter.approved(ApprovalCode.BANK_DIFFERS, "1", Money.rupees(510), HEAD_ID)
    order = counter.answer_order(made, *differences, accepted=Money.rupees(510), approval=approval)
    answered = counter.answer_slip(order)
    assert answered.answer is not None
    assert answered.answer.differences == differences
    with counter.ledger.open_books() as books:
        assert books.remittances.slip(made.slip.slip_id) == answered
        assert books.remittances.slip_of_reference("PNB 000001") == 1
        assert books.remittances.slips(0) == ()
        assert books.remittances.slips(5) == (answered,)
    assert counter.undeposited() == ()


def test_the_first_money_goes_with_the_first_slip(counter: AtTheBank) -> None:
    counter.pays_for(1)
    counter.drops(DUE)
    counter.clock.passes(DAY)
    counter.pays_for(2)
    counter.drops(DUE)
    paper = counter.pays_by_cheque(3, "000003")
    first = counter.make_cash_slip(counter.cash_order(Money.rupees(1200)))
    cash, tomorrow = TenderKind.CASH, TODAY + DAY
    assert counter.undeposited() == (
        Undeposited(TODAY, cash, 1, DUE),
        Undeposited(tomorrow, cash, None, Money.rupees(800)),
        Undeposited(tomorrow, cash, 1, Money.rupees(200)),
        Undeposited(tomorrow, TenderKind.CHEQUE, None, DUE),
    )
    counter.answer_slip(counter.answer_order(first, on=tomorrow))
    counter.make_paper_slip(counter.paper_order(paper))
    assert counter.undeposited() == (
        Undeposited(tomorrow, cash, None, Money.rupees(800)),
        Undeposited(tomorrow, TenderKind.CHEQUE, 2, DUE),
    )


def test_a_paper_is_with_the_bank_when_its_slip_is_answered_or_it_came_back(
    counter: AtTheBank,
) -> None:
    identities = [counter.pays_by_cheque(place, f"00000{place}") for place in range(1, 5)]
    first = counter.make_paper_slip(counter.paper_order(identities[0]))
    counter.make_paper_slip(counter.paper_order(identities[1]))
    counter.answer_slip(counter.answer_order(first))
    counter.return_instrument(identities[1], TODAY, "funds insufficient", HEAD_ID)
    for state in (InstrumentState.LISTED, InstrumentState.DEPOSITED):
        counter.move_instrument(identities[2], state, TODAY, "SLIP 4", CASHIER_ID)
    assert counter.undeposited() == (Undeposited(TODAY, TenderKind.CHEQUE, None, DUE),)


def test_what_a_unit_of_work_writes_and_leaves_is_not_kept(counter: AtTheBank) -> None:
    counter.pays_for(1)
    counter.drops(DUE)
    before = counter.undeposited()
    slip = a_slip(counter.ids.fresh(), DUE)
    with counter.ledger.open_books() as books:
        told = telling_of(counter).append(books, tell_slip(slip, CASH_ENTRY), "")
        books.remittances.post_slip(slip, CASH_ENTRY, told)
        assert books.remittances.undeposited() == (Undeposited(TODAY, TenderKind.CASH, 1, DUE),)
    assert counter.undeposited() == before


def test_a_cleared_cheque_has_its_money_at_the_bank(counter: AtTheBank) -> None:
    cheque = counter.pays_by_cheque(1, "000001")
    counter.make_paper_slip(counter.paper_order(cheque))
    cleared = counter.move_instrument(cheque, InstrumentState.CLEARED, TODAY, "UTR", HEAD_ID)
    assert (cleared.is_credited, cleared.stands_in) == (True, LedgerAccount.BANK)
    with counter.ledger.open_books() as books:
        assert books.instruments.find(cheque) == cleared


CASH_ENTRY = slip_entry({TenderKind.CASH: DUE})


def a_slip(slip_id: UUID, amount: Money, *items: SlipItem, number: int = 1) -> Slip:

    kind = SlipKind.PAPERS if items else SlipKind.CASH
    count = NO_CASH if items else in_notes(amount)
    return Slip(slip_id, number, kind, amount, count, items, ACCOUNT, HEAD_ID, TODAY, NOW)


@pytest.mark.parametrize("number", [0, 2])
def test_the_books_number_slips_without_a_gap(counter: AtTheBank, number: int) -> None:
    slip = a_slip(counter.ids.fresh(), DUE, number=number)
    with counter.ledger.open_books() as books:
        told = telling_of(counter).append(books, tell_slip(slip, CASH_ENTRY), "")
        with pytest.raises(ValueError, match=A_RULE):
            books.remittances.post_slip(slip, CASH_ENTRY, told)


def test_the_books_take_a_paper_on_one_slip_only(counter: AtTheBank) -> None:
    cheque = counter.pays_by_cheque(1, "000001")
    seen = counter.make_paper_slip(counter.paper_order(cheque))
    again = replace(seen.slip, slip_id=counter.ids.fresh(), slip_no=2)
    entry = slip_entry({TenderKind.CHEQUE: DUE})
    with counter.ledger.open_books() as books:
        told = telling_of(counter).append(books, tell_slip(again, entry), "")
        with pytest.raises(ValueError, match=A_RULE):
            books.remittances.post_slip(again, entry, told)


def test_the_books_take_takings_once_and_no_other_sum(counter: AtTheBank) -> None:
    counter.pays_for(1)
    counter.closes()
    handing = counter.hands_over()
    again = replace(handing, handing_id=counter.ids.fresh())
    entry = handing_entry(DUE, DUE)
    with counter.ledger.open_books() as books:
        told = telling_of(counter).append(books, tell_handing(again, entry), "")
        with pytest.raises(ValueError, match=A_RULE):
            books.remittances.post_handing(again, entry, told)


def test_the_books_take_one_answer_and_a_reference_once(counter: AtTheBank) -> None:
    counter.pays_for(1)
    counter.drops(DUE)
    half = Money.rupees(500)
    first = counter.make_cash_slip(counter.cash_order(half))
    second = counter.make_cash_slip(counter.cash_order(half))
    answer = counter.answer_slip(counter.answer_order(first)).answer
    assert answer is not None
    fresh = counter.ids.fresh()
    twice = replace(answer, answer_id=fresh, reference="PNB 9")
    same = replace(answer, answer_id=fresh, slip_id=second.slip.slip_id, slip_no=2)
    entry = answer_entry(first.slip, half, ())
    for wrong in (twice, same):
        with counter.ledger.open_books() as books:
            told = telling_of(counter).append(books, tell_answer(wrong, entry), "")
            with pytest.raises(ValueError, match=A_RULE):
                books.remittances.post_answer(wrong, entry, told)

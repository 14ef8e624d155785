"""Bank slips and what the bank says of them: to the paisa, once, and with a second person where they differ."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from counter_app.domain.ageing import Alarm
from counter_app.domain.approval import ApprovalCode
from counter_app.domain.bank_paper import InstrumentState
from counter_app.domain.cash_count import NO_CASH
from counter_app.domain.errors import Fault, RefusalCode
from counter_app.domain.ledger import LedgerAccount, Posting
from counter_app.domain.money import ZERO, Money
from counter_app.domain.remittance import BankDifference, BankWhy
from counter_app.domain.tender import identity_of
from counter_app.wire.custody_bodies import BankAnswered, RemittanceMade
from tests.builders import CASHIER_ID, SUPERVISOR_ID, TODAY, a_paper, cheque, draft, upi
from tests.use_cases.at_the_bank import DUE, HEAD_ID, a_bank_counter
from tests.use_cases.counter import refusal_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from counter_app.domain.errors import Refusal
    from counter_app.domain.remittance import SlipSeen
    from tests.use_cases.at_the_bank import AtTheBank

DAY = timedelta(days=1)
FIVE_HUNDRED = Money.rupees(500)
COUNTERFEIT = BankDifference(BankWhy.COUNTERFEIT, FIVE_HUNDRED, "500 8AB 123456")


def declined(counter: AtTheBank, act: Callable[[], object]) -> Refusal:
    """The refusal; and nothing whatever is written."""
    before = counter.pages.copy()
    refusal = refusal_of(act)
    assert counter.pages == before
    return refusal


def with_cash() -> AtTheBank:
    """Rs 1,000 with the head cashier."""
    counter = a_bank_counter()
    counter.pays_for(1)
    counter.drops(DUE)
    return counter


def on_a_slip() -> tuple[AtTheBank, SlipSeen]:
    """The same, on slip 1."""
    counter = with_cash()
    return counter, counter.make_cash_slip(counter.cash_order(DUE))


# slips


def test_a_cash_slip_takes_the_cash_from_the_head_cashier_to_the_bank() -> None:
    counter, seen = on_a_slip()
    assert (seen.slip.slip_no, seen.slip.amount, seen.answer) == (1, DUE, None)
    assert counter.pages.entries[len(counter.messages)].postings == (
        Posting(LedgerAccount.CASH_AT_BANK, DUE),
        Posting(LedgerAccount.CASH_WITH_HEAD, -DUE),
    )
    body = counter.messages[-1].message.body
    assert isinstance(body, RemittanceMade)
    assert (body.slip, body.slip_no, body.amount_paise, body.items) == ("cash", 1, DUE.paise, ())


def test_papers_go_by_bank_each_to_the_account_of_its_kind_and_are_deposited() -> None:
    counter = a_bank_counter()
    first = counter.pays_by_cheque(1, "000001")
    other = draft(DUE, a_paper("000002"))
    counter.pays_for(2, other)
    counter.move_instrument(first, InstrumentState.LISTED, TODAY, "", CASHIER_ID)
    seen = counter.make_paper_slip(counter.paper_order(identity_of(other), first))
    assert counter.pages.entries[len(counter.messages)].postings == (
        Posting(LedgerAccount.CHEQUES_AT_BANK, DUE),
        Posting(LedgerAccount.DRAFTS_AT_BANK, DUE),
        Posting(LedgerAccount.CHEQUES_IN_HAND, -DUE),
        Posting(LedgerAccount.DRAFTS_IN_HAND, -DUE),
    )
    held = counter.list_instruments(frozenset({InstrumentState.DEPOSITED}))
    assert {one.identity for one in held} == {first, identity_of(other)}
    assert {(one.slip_no, one.steps[-1].by) for one in held} == {(1, HEAD_ID)}
    assert seen.slip.amount == Money.rupees(2000)
    body = counter.messages[-1].message.body
    assert isinstance(body, RemittanceMade)
    assert [one.amount_paise for one in body.items] == [DUE.paise, DUE.paise]


def test_more_than_there_is_and_nothing_go_on_no_slip() -> None:
    counter = with_cash()
    above = counter.cash_order(Money.rupees(1001))
    refusal = declined(counter, lambda: counter.make_cash_slip(above))
    assert refusal.code is RefusalCode.SLIP_ABOVE_CASH
    assert refusal.facts == {"amount_paise": 1001_00, "cash_paise": 1000_00}
    none = replace(above, count=NO_CASH)
    assert declined(counter, lambda: counter.make_cash_slip(none)).code is RefusalCode.SLIP_EMPTY
    empty = counter.paper_order()
    assert declined(counter, lambda: counter.make_paper_slip(empty)).code is RefusalCode.SLIP_EMPTY


@pytest.mark.parametrize("account", ["", "   ", "x" * 61])
def test_a_slip_names_the_bank_account(account: str) -> None:
    counter = with_cash()
    order = replace(counter.cash_order(DUE), bank_account=account)
    refusal = declined(counter, lambda: counter.make_cash_slip(order))
    assert refusal.code is RefusalCode.BANK_ACCOUNT_MISSING


def test_only_who_receives_cash_makes_slips_and_notes_answers() -> None:
    counter, seen = on_a_slip()
    paper = counter.pays_by_cheque(2, "000002")
    cash = replace(counter.cash_order(DUE), by=CASHIER_ID)
    papers = replace(counter.paper_order(paper), by=CASHIER_ID)
    answer = replace(counter.answer_order(seen), by=CASHIER_ID)
    for act in (
        lambda: counter.make_cash_slip(cash),
        lambda: counter.make_paper_slip(papers),
        lambda: counter.answer_slip(answer),
    ):
        assert declined(counter, act).code is RefusalCode.NOT_ALLOWED


def test_no_paper_goes_on_a_slip_twice_and_none_that_is_not_here() -> None:
    counter = a_bank_counter()
    here = counter.pays_by_cheque(1, "000001")
    slipped = counter.pays_by_cheque(2, "000002")
    back = counter.pays_by_cheque(3, "000003")
    claim = upi(DUE)
    counter.pays_for(4, claim)
    counter.make_paper_slip(counter.paper_order(slipped, back))
    counter.return_instrument(back, TODAY, "funds insufficient", SUPERVISOR_ID)
    for wrong in (
        (here, here),
        (here, slipped),
        (back,),
        (identity_of(claim),),
        ("cheque:NONE:1",),
    ):
        order = counter.paper_order(*wrong)
        refusal = declined(counter, lambda order=order: counter.make_paper_slip(order))  # type: ignore[misc]  # bound now
        assert refusal.code is RefusalCode.SLIP_ITEM_WRONG


def test_a_second_click_makes_one_slip_and_an_unknown_commit_is_looked_up() -> None:
    counter = with_cash()
    order = counter.cash_order(DUE)
    counter.ledger.fail_next_commit(is_kept=True)
    first = counter.make_cash_slip(order)
    assert counter.make_cash_slip(order) == first
    paper = counter.pays_by_cheque(2, "000002")
    papers = counter.paper_order(paper)
    counter.ledger.fail_next_commit(is_kept=False)
    with pytest.raises(Fault):
        counter.make_paper_slip(papers)
    assert counter.make_paper_slip(papers).slip.slip_no == 2
    assert counter.make_paper_slip(papers).slip.slip_no == 2


# the bank's answer


def test_the_bank_takes_the_whole_slip() -> None:
    counter, seen = on_a_slip()
    answered = counter.answer_slip(counter.answer_order(seen, reference="  पीएनबी  ००१२ "))
    assert answered.answer is not None
    assert answered.answer.reference == "पीएनबी 0012"
    assert counter.pages.entries[len(counter.messages)].postings == (
        Posting(LedgerAccount.BANK, DUE),
        Posting(LedgerAccount.CASH_AT_BANK, -DUE),
    )
    assert counter.view_remittance().undeposited == ()


def test_each_difference_goes_to_its_own_account_with_a_second_person() -> None:
    counter, seen = on_a_slip()
    differences = (
        COUNTERFEIT,
        BankDifference(BankWhy.SHORTAGE, Money.rupees(20), "two tens missing"),
        BankDifference(BankWhy.SHORTAGE, Money.rupees(10), "one more"),
        BankDifference(BankWhy.MUTILATED, Money.rupees(50), "letter 4/2026"),
        BankDifference(BankWhy.EXCESS, Money.rupees(5), "a coin too much"),
    )
    order = counter.answer_order(seen, *differences, accepted=Money.rupees(425))
    needed = declined(counter, lambda: counter.answer_slip(order))
    assert needed.code is RefusalCode.APPROVAL_NEEDED
    assert (needed.facts["about"], needed.facts["amount_paise"]) == ("1", 585_00)
    approval = counter.approved(ApprovalCode.BANK_DIFFERS, "1", Money.rupees(585), HEAD_ID)
    counter.answer_slip(replace(order, approval=approval))
    assert counter.pages.entries[len(counter.messages)].postings == (
        Posting(LedgerAccount.BANK, Money.rupees(425)),
        Posting(LedgerAccount.BANK_COUNTERFEIT, FIVE_HUNDRED),
        Posting(LedgerAccount.BANK_SHORTAGE, Money.rupees(30)),
        Posting(LedgerAccount.BANK_MUTILATED, Money.rupees(50)),
        Posting(LedgerAccount.BANK_EXCESS, -Money.rupees(5)),
        Posting(LedgerAccount.CASH_AT_BANK, -DUE),
    )
    body = counter.messages[-1].message.body
    assert isinstance(body, BankAnswered)
    assert body.approval_id == str(approval.approval_id)
    assert (body.differences[0].why, body.differences[0].note) == ("counterfeit", "500 8AB 123456")


def test_a_bank_may_take_nothing_at_all() -> None:
    counter, seen = on_a_slip()
    gone = BankDifference(BankWhy.SHORTAGE, DUE, "the bag was empty")
    approval = counter.approved(ApprovalCode.BANK_DIFFERS, "1", DUE, HEAD_ID)
    order = counter.answer_order(seen, gone, accepted=ZERO, approval=approval)
    counter.answer_slip(order)
    assert counter.balance(LedgerAccount.BANK) == ZERO
    assert counter.balance(LedgerAccount.BANK_SHORTAGE) == DUE


@pytest.mark.parametrize("accepted", [99_999, 100_001, 0, -1])
def test_a_sum_that_does_not_match_is_declined_to_the_paisa(accepted: int) -> None:
    counter, seen = on_a_slip()
    order = counter.answer_order(seen, accepted=Money(accepted))
    refusal = declined(counter, lambda: counter.answer_slip(order))
    assert refusal.code is RefusalCode.BANK_SUM_DIFFERS
    assert refusal.facts["explained_paise"] == DUE.paise


def test_more_differences_than_the_slip_are_declined() -> None:
    counter, seen = on_a_slip()
    gone = BankDifference(BankWhy.SHORTAGE, Money.rupees(1001), "more than there was")
    order = counter.answer_order(seen, gone, accepted=-Money.rupees(1))
    refusal = declined(counter, lambda: counter.answer_slip(order))
    assert refusal.code is RefusalCode.BANK_SUM_DIFFERS


@pytest.mark.parametrize(
    ("difference", "code"),
    [
        (BankDifference(BankWhy.SHORTAGE, FIVE_HUNDRED, "  "), RefusalCode.BANK_NOTE_MISSING),
        (BankDifference(BankWhy.SHORTAGE, FIVE_HUNDRED, "x" * 61), RefusalCode.BANK_NOTE_MISSING),
        (replace(COUNTERFEIT, note="8AB 123456"), RefusalCode.BANK_NOTE_MISSING),
        (replace(COUNTERFEIT, note="300 8AB 1"), RefusalCode.BANK_NOTE_MISSING),
        (replace(COUNTERFEIT, note="200 8AB 1"), RefusalCode.BANK_NOTE_MISSING),
        (replace(COUNTERFEIT, note="500"), RefusalCode.BANK_NOTE_MISSING),
        (
            BankDifference(BankWhy.SHORTAGE, FIVE_HUNDRED, "4111111111111111"),
            RefusalCode.CARD_NUMBER_IN_TEXT,
        ),
    ],
)
def test_a_difference_says_what_it_is_of(difference: BankDifference, code: RefusalCode) -> None:
    counter, seen = on_a_slip()
    order = counter.answer_order(seen, difference, accepted=FIVE_HUNDRED)
    assert declined(counter, lambda: counter.answer_slip(order)).code is code


def test_a_difference_of_nothing_is_none() -> None:
    counter, seen = on_a_slip()
    order = counter.answer_order(seen, BankDifference(BankWhy.EXCESS, ZERO, "nothing"))
    assert declined(counter, lambda: counter.answer_slip(order)).code is RefusalCode.AMOUNT_ZERO


@pytest.mark.parametrize("reference", ["", " ", "x" * 61])
def test_a_reference_is_needed(reference: str) -> None:
    counter, seen = on_a_slip()
    order = replace(counter.answer_order(seen), reference=reference)
    refusal = declined(counter, lambda: counter.answer_slip(order))
    assert refusal.code is RefusalCode.BANK_REFERENCE_MISSING


def test_a_reference_is_used_once_and_a_slip_answered_once() -> None:
    counter, first = on_a_slip()
    counter.pays_for(2)
    counter.drops(DUE)
    second = counter.make_cash_slip(counter.cash_order(DUE))
    order = counter.answer_order(first, reference="PNB 77")
    done = counter.answer_slip(order)
    assert counter.answer_slip(order) == done
    again = counter.answer_order(second, reference="PNB  77")
    refusal = declined(counter, lambda: counter.answer_slip(again))
    assert (refusal.code, refusal.facts) == (RefusalCode.BANK_REFERENCE_USED, {"slip_no": 1})
    other = counter.answer_order(first, reference="PNB 78")
    assert declined(counter, lambda: counter.answer_slip(other)).code is RefusalCode.SLIP_ANSWERED


def test_an_unknown_slip_and_a_wrong_day_are_declined() -> None:
    counter, seen = on_a_slip()
    nowhere = replace(counter.answer_order(seen), slip_id=counter.ids.fresh())
    assert declined(counter, lambda: counter.answer_slip(nowhere)).code is RefusalCode.SLIP_UNKNOWN
    for day in (TODAY - DAY, TODAY + DAY):
        order = counter.answer_order(seen, on=day)
        refusal = declined(counter, lambda order=order: counter.answer_slip(order))  # type: ignore[misc]  # bound now
        assert refusal.code is RefusalCode.BANK_DAY_WRONG
    counter.clock.is_set_to(counter.clock.now() - 3 * DAY)
    assert counter.answer_slip(counter.answer_order(seen)).answer is not None


@pytest.mark.parametrize("is_kept", [True, False])
def test_an_unknown_commit_of_an_answer_is_looked_up(*, is_kept: bool) -> None:
    counter, seen = on_a_slip()
    order = counter.answer_order(seen)
    counter.ledger.fail_next_commit(is_kept=is_kept)
    if is_kept:
        assert counter.answer_slip(order).answer is not None
    else:
        with pytest.raises(Fault):
            counter.answer_slip(order)
    assert len(counter.pages.answers) == int(is_kept)


def test_papers_are_taken_in_whole_and_move_when_they_are_cleared() -> None:
    counter = a_bank_counter()
    paper = counter.pays_by_cheque(1, "000001")
    seen = counter.make_paper_slip(counter.paper_order(paper))
    missing = BankDifference(BankWhy.SHORTAGE, DUE, "one cheque missing")
    wrong = counter.answer_order(seen, missing, accepted=ZERO)
    refusal = declined(counter, lambda: counter.answer_slip(wrong))
    assert refusal.code is RefusalCode.BANK_SUM_DIFFERS
    counter.answer_slip(counter.answer_order(seen))
    assert len(counter.messages) not in counter.pages.entries
    assert counter.balance(LedgerAccount.CHEQUES_AT_BANK) == DUE
    counter.move_instrument(paper, InstrumentState.CLEARED, TODAY, "", HEAD_ID)
    assert counter.balance(LedgerAccount.CHEQUES_AT_BANK) == ZERO
    assert counter.balance(LedgerAccount.BANK) == DUE
    counter.return_instrument(paper, TODAY, "forged", HEAD_ID)
    assert counter.balance(LedgerAccount.BANK) == ZERO


def test_a_cheque_that_comes_back_from_its_slip_leaves_the_bank() -> None:
    counter = a_bank_counter()
    paper = identity_of(cheque(DUE))
    counter.pays_for(1, cheque(DUE))
    counter.make_paper_slip(counter.paper_order(paper))
    counter.return_instrument(paper, TODAY, "funds insufficient", HEAD_ID)
    for account in (LedgerAccount.CHEQUES_IN_HAND, LedgerAccount.CHEQUES_AT_BANK):
        assert counter.balance(account) == ZERO


# the alarm


def test_the_alarm_rings_from_the_next_day_until_the_bank_has_answered() -> None:
    counter = with_cash()
    assert counter.view_status().undeposited is None
    counter.clock.passes(DAY)
    assert counter.view_status().undeposited == Alarm(DUE, TODAY)
    seen = counter.make_cash_slip(counter.cash_order(DUE))
    assert counter.view_remittance().alarm == Alarm(DUE, TODAY)
    counter.answer_slip(counter.answer_order(seen, on=TODAY + DAY))
    assert counter.view_status().undeposited is None

"""Laws of every order: no paisa lost, none taken twice, and no matter in which order the money is handed over."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.acceptance import consider
from counter_app.domain.bill import NOTHING_SEEN, ConsumerAccount, Mark, PaidHere, positions_now
from counter_app.domain.errors import Refusal, RefusalCode
from counter_app.domain.identity import BillNo
from counter_app.domain.ledger import LedgerAccount
from counter_app.domain.money import ZERO, Money
from counter_app.domain.payment import Settlement, Toward
from counter_app.domain.policy import RuleName
from counter_app.domain.tender import CashTender, face_of, identity_of, kind_of
from tests.builders import TODAY, a_line, a_payment_id, a_rule, an_order_of, known, rules_on
from tests.domain.strategies import MAKERS, Drawn, free, orders, owing, positions, tenders_of

if TYPE_CHECKING:
    import random

    from counter_app.domain.payment import Acceptance, PaymentOrder
    from counter_app.domain.tender import Tender

COLLECTED = {
    Settlement.FULL: LedgerAccount.BILL_COLLECTION,
    Settlement.PART: LedgerAccount.BILL_COLLECTION,
    Settlement.OVER: LedgerAccount.BILL_COLLECTION,
    Settlement.HEAD: LedgerAccount.DEPOSIT_RECEIVED,
    Settlement.SUSPENSE: LedgerAccount.SUSPENSE_RECEIVED,
}


def decided(drawn: Drawn, tenders: tuple[Tender, ...] | None = None) -> tuple[Acceptance, ...]:
    order = drawn.order if tenders is None else replace(drawn.order, tenders=tenders)
    return consider(order, drawn.accounts, free()).lines


def by_kind(acceptances: tuple[Acceptance, ...]) -> Counter[str]:
    totals: Counter[str] = Counter()
    for one in acceptances:
        for tender in one.tenders:
            totals[kind_of(tender)] += tender.amount.paise
    return totals


def told(acceptances: tuple[Acceptance, ...]) -> list[object]:
    """What a payer would see of each line, whatever it was paid with."""
    return [
        (one.settlement, one.allocations, one.outstanding_before, one.balance)
        for one in acceptances
    ]


def credited(acceptance: Acceptance) -> dict[LedgerAccount, Money]:
    return {one.account: -one.amount for one in acceptance.entry.postings if one.amount < ZERO}


@given(orders())
def test_no_paisa_is_unallocated(drawn: Drawn) -> None:
    for line, one in zip(drawn.order.lines, decided(drawn), strict=True):
        assert Money.total(part.amount for part in one.allocations) == line.amount
        assert Money.total(tender.amount for tender in one.tenders) == line.amount
        assert all(part.amount > ZERO for part in one.allocations)
        assert all(tender.amount > ZERO for tender in one.tenders)
        assert one.outstanding_before - one.balance == line.amount


@given(orders())
def test_every_entry_balances_and_credits_what_was_paid_for(drawn: Drawn) -> None:
    for line, one in zip(drawn.order.lines, decided(drawn), strict=True):
        assert Money.total(posting.amount for posting in one.entry.postings) == ZERO
        advance = Money.total(
            part.amount for part in one.allocations if part.toward is Toward.ADVANCE
        )
        expected = {LedgerAccount.ADVANCE_RECEIVED: advance} if advance else {}
        if advance != line.amount:
            expected[COLLECTED[one.settlement]] = line.amount - advance
        assert credited(one) == expected


@given(orders())
def test_no_line_takes_from_a_bill_more_than_it_has(drawn: Drawn) -> None:
    for account, one in zip(drawn.accounts, decided(drawn), strict=True):
        has = {
            position.bill.bill_no: position.outstanding_on(TODAY)
            for position in (account.positions if account else ())
        }
        settled = [part for part in one.allocations if part.toward is Toward.BILL]
        assert all(part.amount <= has[part.bill_no] for part in settled)
        assert len({part.bill_no for part in settled}) == len(settled)


@given(orders())
def test_the_balance_says_what_the_settlement_says(drawn: Drawn) -> None:
    for one in decided(drawn):
        due, left = one.outstanding_before, one.balance
        assert (one.settlement is Settlement.PART) == (left > ZERO)
        assert (one.settlement is Settlement.OVER) == (left < ZERO < due)
        assert (one.settlement is Settlement.ADVANCE) == (due <= ZERO)


@given(orders(), st.randoms(use_true_random=False))
def test_the_order_of_the_tenders_changes_no_total_and_no_allocation(
    drawn: Drawn, dice: random.Random
) -> None:
    shuffled = list(drawn.order.tenders)
    dice.shuffle(shuffled)
    before, after = decided(drawn), decided(drawn, tuple(shuffled))
    assert told(before) == told(after)
    assert by_kind(before) == by_kind(after)


@given(orders(), st.data())
def test_other_tenders_of_the_same_sum_change_no_allocation(
    drawn: Drawn, data: st.DataObject
) -> None:
    others = data.draw(tenders_of(drawn.order.amount))
    assert told(decided(drawn)) == told(decided(drawn, others))


@given(orders(), st.data())
def test_a_tender_split_in_two_changes_no_total_of_its_kind(
    drawn: Drawn, data: st.DataObject
) -> None:
    tenders = drawn.order.tenders
    place = data.draw(st.integers(0, len(tenders) - 1))
    paise = tenders[place].amount.paise
    first = Money(data.draw(st.integers(0, paise - 1)))
    makers = {kind_of(make(Money(1), 0)): make for make in MAKERS}
    make = makers[kind_of(tenders[place])]
    halves = [make(first, 91)] if first else []
    halves.append(make(Money(paise) - first, 92))
    split = decided(drawn, (*tenders[:place], *halves, *tenders[place + 1 :]))
    assert told(split) == told(decided(drawn))
    assert by_kind(split) == by_kind(decided(drawn))


@given(orders(), st.randoms(use_true_random=False))
def test_the_order_of_the_lines_changes_nothing_of_a_line(
    drawn: Drawn, dice: random.Random
) -> None:
    places = list(range(len(drawn.accounts)))
    dice.shuffle(places)
    turned = Drawn(
        replace(drawn.order, lines=tuple(drawn.order.lines[place] for place in places)),
        tuple(drawn.accounts[place] for place in places),
    )
    before = told(decided(drawn))
    assert told(decided(turned)) == [before[place] for place in places]


@given(orders())
def test_an_instrument_keeps_its_sum_and_its_name_in_every_line(drawn: Drawn) -> None:
    parts: Counter[str] = Counter()
    for one in decided(drawn):
        for tender in one.tenders:
            if not isinstance(tender, CashTender):
                parts[identity_of(tender)] += tender.amount.paise
                assert face_of(tender) == faces(drawn.order)[identity_of(tender)]
    assert parts == {name: face.paise for name, face in faces(drawn.order).items()}


def faces(order: PaymentOrder) -> dict[str, Money]:
    return {
        identity_of(one): one.amount for one in order.tenders if not isinstance(one, CashTender)
    }


@given(orders())
def test_the_change_is_that_of_the_tenders(drawn: Drawn) -> None:
    dealt = (tender for one in decided(drawn) for tender in one.tenders)
    changes = [
        Money.total(one.change for one in tenders if isinstance(one, CashTender))
        for tenders in (tuple(dealt), drawn.order.tenders)
    ]
    assert changes[0] == changes[1]


@given(positions, st.lists(st.integers(1, 200_000), min_size=1, max_size=8), st.data())
def test_nothing_is_taken_twice_from_one_position_by_orders_one_after_another(
    paise: list[int], amounts: list[int], data: st.DataObject
) -> None:
    account = owing(*paise)
    bills = tuple(position.bill for position in account.positions)
    taken: list[PaidHere] = []
    for sequence, amount in enumerate(amounts, start=1):
        now = replace(account, positions=positions_now(bills, NOTHING_SEEN, tuple(taken)))
        paid = sum(amounts[: sequence - 1]) if bills else 0
        assert now.outstanding_on(TODAY) == Money(sum(paise) - paid)
        taken += paid_on(now, Money(amount), sequence)
    for bill in bills:
        settled = Money.total(one.amount for one in taken if one.bill_no == bill.bill_no)
        assert settled <= max(ZERO, bill.payable_on(TODAY))
    assert Money.total(one.amount for one in taken) == Money(sum(amounts))
    booked = data.draw(st.integers(0, len(amounts)))
    assert_the_same_after_a_pull(account, taken, booked)


def assert_the_same_after_a_pull(
    account: ConsumerAccount, taken: list[PaidHere], booked: int
) -> None:
    """Bills that contain the first payments, with the mark that says so, leave the same outstanding."""
    if not account.positions:
        return
    newest = account.positions[-1].bill.bill_no
    bills = tuple(
        replace(
            position.bill,
            received=Money.total(
                one.amount
                for one in taken
                if one.sequence <= booked and (one.bill_no or newest) == position.bill.bill_no
            ),
        )
        for position in account.positions
    )
    mark = Mark(1, None, {1: booked}, frozenset())
    now = replace(account, positions=positions_now(bills, mark, tuple(taken)))
    before = replace(
        account,
        positions=positions_now(
            tuple(position.bill for position in account.positions), NOTHING_SEEN, tuple(taken)
        ),
    )
    assert now.outstanding_on(TODAY) == before.outstanding_on(TODAY)


def paid_on(account: ConsumerAccount, amount: Money, sequence: int) -> tuple[PaidHere, ...]:
    line = a_line(
        amount, account_no="A", shown=account.outstanding_on(TODAY), is_advance_meant=True
    )
    (acceptance,) = consider(an_order_of(line), (account,), free()).lines
    return tuple(
        PaidHere(part.bill_no, 1, sequence, part.amount) for part in acceptance.allocations
    )


@given(positions, st.sampled_from(("bill", "court_order")), st.text("AB1", min_size=1, max_size=3))
def test_the_bills_of_one_account_are_settled_by_one_line_only(
    paise: list[int], purpose: str, reference: str
) -> None:
    account = owing(*paise, 100)
    head = a_rule(
        "purpose:court_order",
        is_offered=True,
        name_en="By order of court",
        name_hi="न्यायालय आदेश",
        settles="bills",
        asks="any_part",
        account="arrear_collection",
        needs_reference=False,
        note_en="",
        note_hi="",
        is_for="all",
        is_certificate=False,
        is_bank_paper_taken=True,
    )
    due = account.outstanding_on(TODAY)
    line = a_line(Money(1), account_no="A", shown=due, is_advance_meant=True)
    again = replace(line, payment_id=a_payment_id(2), purpose=purpose, reference=reference)
    order = an_order_of(line, again)
    with pytest.raises(Refusal) as caught:
        consider(order, (account, account), known(rules_on(TODAY, head)))
    assert caught.value.code is RefusalCode.LINE_TWICE


def test_an_account_opened_by_its_old_number_is_the_same_account() -> None:
    account = owing(1000_00)
    lines = (
        a_line(Money(1000_00), account_no="A"),
        a_line(Money(1000_00), account_no="41200123", payment_id=a_payment_id(2)),
    )
    with pytest.raises(Refusal) as caught:
        consider(an_order_of(*lines), (account, account), free())
    assert caught.value.code is RefusalCode.LINE_TWICE


def test_a_rule_that_only_refuses_is_kept_with_no_payment() -> None:
    account = owing(1000_00)
    line = a_line(Money(1000_00), account_no="A")
    (acceptance,) = consider(an_order_of(line), (account,), free()).lines
    assert RuleName.CASH_OF_PAYER not in {ref.name for ref in acceptance.rules}
    assert BillNo("A0") == acceptance.allocations[0].bill_no

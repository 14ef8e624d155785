"""Bills come in pages and become visible together, with the mark they belong to."""

from __future__ import annotations

import pytest

from counter_app.domain.bill import NOTHING_SEEN
from counter_app.domain.errors import Fault, FaultCode
from counter_app.domain.money import Money
from counter_app.use_cases.round_watch import RoundProgress, RoundStep, RoundStoppedError
from counter_app.wire.exchange import Changes
from counter_app.wire.rules import PolicyTold
from tests.builders import CASHIER_ID, PAYABLE, PIN, a_bill, a_consumer, a_roster
from tests.fakes.server import FakeServer
from tests.use_cases.counter import Counter, an_open_counter

ACCOUNTS = [f"74120012{number:02d}" for number in range(7)]


def billed_counter(rows_on_page: int = 3) -> Counter:
    counter = Counter()
    counter.is_enrolled()
    counter.server.rows_on_page = rows_on_page
    for place, account_no in enumerate(ACCOUNTS):
        bill = a_bill(Money(100 + place), bill_no=f"B{place}", account_no=account_no)
        counter.server.bills(a_consumer(account_no), bill)
    return counter


def fault_of(counter: Counter) -> Fault:
    with pytest.raises(Fault) as caught:
        counter.pull_bills()
    return caught.value


@pytest.mark.parametrize("rows_on_page", [1, 3, 7, 100])
def test_all_pages_are_taken(rows_on_page: int) -> None:
    counter = billed_counter(rows_on_page)
    assert counter.pull_bills() == len(ACCOUNTS)
    assert [counter.due(account_no) for account_no in ACCOUNTS] == [
        Money(100 + place) for place in range(len(ACCOUNTS))
    ]
    assert counter.bills.mark().cursor == counter.server.cursor


def test_the_next_pull_asks_only_for_what_changed() -> None:
    counter = billed_counter()
    counter.pull_bills()
    assert counter.pull_bills() == 0
    counter.server.bills(a_consumer(ACCOUNTS[2]), a_bill(Money(777), account_no=ACCOUNTS[2]))
    assert counter.pull_bills() == 1
    assert counter.due(ACCOUNTS[2]) == Money(777)


def test_a_pull_that_breaks_off_in_the_middle_shows_nothing_of_it() -> None:
    counter = billed_counter()
    whole = counter.server.changes

    def breaks_off(since: int) -> Changes:
        if since:
            raise Fault(FaultCode.SERVER_NOT_REACHED)
        return whole(since)

    counter.server.changes = breaks_off  # type: ignore[method-assign]  # the line fails
    assert fault_of(counter).code is FaultCode.SERVER_NOT_REACHED
    assert counter.bills.mark() == NOTHING_SEEN
    assert counter.bills.consumers == {}


def test_a_pull_that_a_person_stops_shows_nothing_of_it_and_the_next_goes_on() -> None:
    counter = billed_counter()
    heard: list[RoundProgress] = []

    def stops(progress: RoundProgress) -> None:
        heard.append(progress)
        if progress.done > 3:
            raise RoundStoppedError

    with pytest.raises(RoundStoppedError):
        counter.pull_bills(stops)
    assert [(one.step, one.done) for one in heard] == [(RoundStep.PULL, n) for n in (0, 3, 6)]
    assert counter.bills.mark() == NOTHING_SEEN
    assert counter.pull_bills() == len(ACCOUNTS)


def test_a_feed_that_does_not_advance_is_not_believed() -> None:
    counter = billed_counter()
    stuck = Changes(since=0, next_cursor=0, consumers=(), bills=(), removed=())
    counter.server.changes = lambda *_: stuck  # type: ignore[method-assign]  # a centre that is stuck
    assert fault_of(counter).code is FaultCode.SERVER_NOT_OURS


def test_a_page_that_answers_another_question_is_not_believed() -> None:
    counter = billed_counter()
    first = counter.server.changes(0)
    counter.server.changes = lambda *_: first  # type: ignore[method-assign]  # a repeated answer
    assert fault_of(counter).code is FaultCode.SERVER_NOT_OURS
    assert counter.bills.mark() == NOTHING_SEEN


def test_the_roster_is_kept_with_the_pull() -> None:
    counter = billed_counter()
    counter.server.roster = a_roster(pin_hash="hash of 9999")
    counter.pull_bills()
    assert counter.sign_in(CASHIER_ID, "9999").cashier.cashier_id == CASHIER_ID


def test_a_roster_on_an_earlier_page_is_kept_too() -> None:
    counter = billed_counter()
    whole = FakeServer.changes
    people = a_roster(pin_hash="hash of 9999")

    def early(since: int) -> Changes:
        page = whole(counter.server, since)
        roster = None if page.mark else people
        return Changes(
            page.since,
            page.next_cursor,
            page.consumers,
            page.bills,
            page.removed,
            roster,
            page.mark,
        )

    counter.server.changes = early  # type: ignore[method-assign]  # a centre that tells it first
    counter.pull_bills()
    counter.sign_in(CASHIER_ID, "9999")


def test_without_a_new_roster_the_old_one_holds() -> None:
    counter = billed_counter()
    counter.pull_bills()
    counter.sign_in(CASHIER_ID, PIN)
    assert len(counter.pages.rosters) == 1


def test_a_policy_the_books_did_not_keep_comes_again() -> None:
    counter = billed_counter()
    counter.server.policy = PolicyTold(1, ())
    counter.ledger.fail_next_commit(is_kept=False)
    assert fault_of(counter).code is FaultCode.COMMIT_UNKNOWN
    assert counter.bills.mark() == NOTHING_SEEN
    counter.pull_bills()
    assert counter.pages.policies == [PolicyTold(1, ())]


def test_after_push_and_pull_the_bill_contains_what_was_paid() -> None:
    counter = an_open_counter(Money(3000_00))
    counter.takes(Money(1000_00))
    counter.push_outbox()
    assert counter.due() == Money(2000_00)
    counter.pull_bills()
    assert counter.due() == Money(2000_00)
    (position,) = counter.open_account(a_consumer().account_no).positions
    assert (position.bill.received, position.paid_here) == (Money(1000_00), Money(0))


def test_a_payment_taken_during_a_pull_is_not_lost_from_sight() -> None:
    counter = an_open_counter(Money(3000_00))
    whole = counter.server.changes

    def meanwhile(since: int) -> Changes:
        page = whole(since)
        counter.takes(Money(1000_00))
        return page

    counter.server.changes = meanwhile  # type: ignore[method-assign]  # a consumer at the window
    counter.pull_bills()
    assert counter.due() == Money(2000_00)


def test_a_round_is_a_push_and_then_a_pull() -> None:
    counter = an_open_counter()
    counter.takes(PAYABLE)
    outcome = counter.run_round()
    assert (outcome.acknowledged, outcome.changed) == (2, 1)
    assert outcome.reached_at == counter.clock.now()
    assert counter.due() == Money(0)


def test_a_round_whose_push_fails_pulls_nothing() -> None:
    counter = an_open_counter()
    counter.takes(PAYABLE)
    mark = counter.bills.mark()
    counter.server.gone = FaultCode.SERVER_NOT_OURS
    with pytest.raises(Fault) as caught:
        counter.run_round()
    assert caught.value.code is FaultCode.SERVER_NOT_OURS
    assert counter.bills.mark() == mark

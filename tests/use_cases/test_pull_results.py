"""Later decisions of the centre come in pages, are kept in order, and are found again by receipt."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from counter_app.domain.errors import Fault, FaultCode
from counter_app.use_cases.round_watch import RoundProgress, RoundStep, RoundStoppedError
from counter_app.wire.results import ResultKind, Results, ResultTold
from tests.builders import COUNTER_ID, a_receipt_no
from tests.use_cases.counter import Counter, an_open_counter

if TYPE_CHECKING:
    from collections.abc import Callable


def a_result(number: int) -> ResultTold:
    kind = ResultKind.SUSPENSE_MATCHED
    return ResultTold(number, kind, 1, 100_00, receipt_no=f"R{number}")


def a_counter_with(*numbers: int) -> Counter:
    counter = Counter()
    counter.is_enrolled()
    counter.server.decided = [a_result(number) for number in numbers]
    return counter


def kept(counter: Counter) -> list[int]:
    return [told.number for told in counter.ledger.pages.results]


def fault_of(act: Callable[[], object]) -> Fault:
    with pytest.raises(Fault) as caught:
        act()
    return caught.value


@pytest.mark.parametrize("rows_on_page", [1, 2, 5, 100])
def test_all_pages_are_kept_in_order(rows_on_page: int) -> None:
    counter = a_counter_with(1, 2, 3, 4, 5)
    counter.server.rows_on_page = rows_on_page
    assert counter.pull_results() == 5
    assert kept(counter) == [1, 2, 3, 4, 5]
    assert counter.pull_results() == 0


def test_the_next_pull_asks_only_for_what_is_new() -> None:
    counter = a_counter_with(1, 2)
    counter.pull_results()
    counter.server.decided.append(a_result(3))
    assert counter.pull_results() == 1
    assert kept(counter) == [1, 2, 3]


def test_a_centre_that_decided_nothing_costs_no_commit() -> None:
    counter = a_counter_with()
    commits = counter.ledger.commits
    assert counter.pull_results() == 0
    assert counter.ledger.commits == commits


def test_what_came_before_a_broken_line_is_kept() -> None:
    counter = a_counter_with(1, 2, 3)
    counter.server.rows_on_page = 2
    whole = counter.server.results

    def breaks_off(after: int) -> Results:
        if after:
            raise Fault(FaultCode.SERVER_NOT_REACHED)
        return whole(after)

    counter.server.results = breaks_off  # type: ignore[method-assign] # the line breaks here
    assert fault_of(counter.pull_results).code is FaultCode.SERVER_NOT_REACHED
    assert kept(counter) == [1, 2]


def test_a_person_stops_between_two_pages_and_the_next_pull_goes_on() -> None:
    counter = a_counter_with(1, 2, 3)
    counter.server.rows_on_page = 2

    def stops(progress: RoundProgress) -> None:
        assert progress.step is RoundStep.RESULTS
        if progress.done:
            raise RoundStoppedError

    with pytest.raises(RoundStoppedError):
        counter.pull_results(stops)
    assert kept(counter) == [1, 2]
    assert counter.pull_results() == 1


@pytest.mark.parametrize("numbers", [(2,), (1, 3), (2, 1), (1, 1)])
def test_numbers_that_do_not_follow_are_not_believed(numbers: tuple[int, ...]) -> None:
    counter = a_counter_with(*numbers)
    assert fault_of(counter.pull_results).code is FaultCode.SERVER_NOT_OURS
    assert kept(counter) == []


def test_a_page_that_promises_more_and_tells_nothing_is_not_believed() -> None:
    counter = a_counter_with()
    counter.server.results = lambda after: Results(COUNTER_ID, after, 7, ())  # type: ignore[method-assign] # a liar
    assert fault_of(counter.pull_results).code is FaultCode.SERVER_NOT_OURS


def test_a_receipt_knows_to_whom_its_money_went() -> None:
    counter = an_open_counter()
    number = a_receipt_no()
    counter.server.decided = [
        ResultTold(1, ResultKind.INSTRUMENT_RETURNED, 1, 5, receipt_no=str(number)),
        ResultTold(2, ResultKind.DOUBLE_RESOLVED, 1, 5, str(number), "7412000009", "Ram"),
    ]
    counter.pull_results()
    with counter.ledger.open_books() as books:
        told = books.results.matched(number)
        assert told is not None
        assert (told.account_no, told.name_en) == ("7412000009", "Ram")
        assert books.results.matched(number.following) is None


def test_a_round_pushes_pulls_and_learns_what_was_decided() -> None:
    counter = an_open_counter()
    counter.server.decided = [a_result(1)]
    outcome = counter.run_round()
    assert (outcome.acknowledged, outcome.decided) == (1, 1)
    assert counter.run_round().decided == 0

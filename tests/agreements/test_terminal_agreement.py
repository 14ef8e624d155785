"""What every card terminal does: the fake, and the real adapter at a simulated terminal over TCP and serial."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from counter_app.domain.card_sale import SaleProgress, SaleReason, SaleState, TerminalStatus
from counter_app.domain.money import Money
from tests.fakes.terminal import (
    BUSY,
    CANCELLED_AT_KEY,
    CANCELLED_HERE,
    DECLINED,
    NOT_FOUND,
    SPENT,
    UNKNOWN,
    UNREACHED,
    VOIDED,
)
from tests.terminals.benches import CABLES, bench_named
from tests.terminals.faults import TerminalFault

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from counter_app.domain.card_sale import SaleOutcome
    from tests.terminals.benches import Bench

AMOUNT = Money.rupees(1450, 50)
REFERENCE = "FIRST-01"
WAIT_SECONDS = 10.0


@pytest.fixture(params=["fake", *CABLES])
def bench(request: pytest.FixtureRequest) -> Iterator[Bench]:
    with bench_named(request.param) as bench:
        yield bench


def seen(claim: Callable[[], bool]) -> bool:
    """Whether it comes true before long."""
    steps = threading.Event()
    return any(claim() or steps.wait(0.01) for _ in range(1000))


def sold(bench: Bench, reference: str = REFERENCE) -> SaleOutcome:
    return bench.terminal.sale(AMOUNT, reference)


def sold_in_haste(bench: Bench) -> SaleOutcome:
    return bench.hasty.sale(AMOUNT, REFERENCE)


def asked(bench: Bench, reference: str = REFERENCE) -> SaleOutcome:
    return bench.terminal.last_sale(reference, AMOUNT)


def test_an_approved_sale_is_charged_once_and_has_its_slip(bench: Bench) -> None:
    outcome = sold(bench)
    assert outcome.state is SaleState.APPROVED
    assert outcome.slip is not None
    assert (outcome.slip.last4, outcome.slip.tid) == ("1881", "KSC00071")
    assert bench.journal.charged == {REFERENCE: AMOUNT.paise}


def test_two_sales_have_two_slips(bench: Bench) -> None:
    first, second = sold(bench), sold(bench, "SECOND-01")
    assert first.slip is not None
    assert second.slip is not None
    assert first.slip.rrn != second.slip.rrn


@pytest.mark.parametrize(
    ("fault", "outcome"),
    [
        (TerminalFault.DECLINED, DECLINED),
        (TerminalFault.CANCELLED_AT_KEY, CANCELLED_AT_KEY),
        (TerminalFault.BUSY, BUSY),
    ],
)
def test_what_the_bank_the_person_or_the_terminal_did_not_want_is_not_charged(
    bench: Bench, fault: TerminalFault, outcome: SaleOutcome
) -> None:
    bench.journal.faults.append(fault)
    assert sold(bench) == outcome
    assert bench.journal.charged == {}


def test_a_decline_is_told_again_when_asked(bench: Bench) -> None:
    bench.journal.faults.append(TerminalFault.DECLINED)
    sold(bench)
    assert asked(bench) == DECLINED


def test_a_terminal_that_is_not_there_was_sent_nothing_and_can_tell_nothing(bench: Bench) -> None:
    bench.unplug()
    assert sold(bench) == NOT_FOUND
    assert asked(bench) == UNREACHED
    assert bench.terminal.void_sale(REFERENCE, AMOUNT) == NOT_FOUND
    assert bench.journal.charged == {}


def test_a_charge_whose_answer_was_lost_is_found_by_asking_as_often_as_one_likes(
    bench: Bench,
) -> None:
    bench.journal.faults.append(TerminalFault.SILENT_AFTER_CHARGE)
    assert sold_in_haste(bench).state is SaleState.UNCERTAIN
    first, second = asked(bench), asked(bench)
    assert first.state is SaleState.APPROVED
    assert first == second
    assert bench.journal.charges == [(REFERENCE, AMOUNT.paise)]


@pytest.mark.parametrize("fault", [TerminalFault.SILENT, TerminalFault.SILENT_AFTER_ACK])
def test_a_sale_that_was_lost_before_the_charge_is_known_not_to_be_charged(
    bench: Bench, fault: TerminalFault
) -> None:
    bench.journal.faults.append(fault)
    assert sold_in_haste(bench).state is SaleState.UNCERTAIN
    assert asked(bench).state in {SaleState.NOT_SENT, SaleState.CANCELLED}
    assert bench.journal.charged == {}


def test_a_question_whose_answer_was_lost_is_asked_again(bench: Bench) -> None:
    sold(bench)
    bench.journal.faults.append(TerminalFault.SILENT)
    assert bench.hasty.last_sale(REFERENCE, AMOUNT).state is SaleState.UNCERTAIN
    assert asked(bench).state is SaleState.APPROVED


def test_a_reference_the_terminal_never_had_is_spent_by_asking(bench: Bench) -> None:
    assert asked(bench) == UNKNOWN
    assert sold(bench) == SPENT
    assert asked(bench) == UNKNOWN
    assert bench.journal.charged == {}


def test_the_same_reference_is_charged_once(bench: Bench) -> None:
    assert sold(bench) == sold(bench)
    assert bench.journal.charges == [(REFERENCE, AMOUNT.paise)]


def test_a_sale_of_another_amount_is_not_taken_for_ours(bench: Bench) -> None:
    sold(bench)
    outcome = bench.terminal.last_sale(REFERENCE, Money(AMOUNT.paise + 1))
    assert outcome.state is SaleState.UNCERTAIN
    assert outcome.reason is SaleReason.AMOUNT_DIFFERS


# cancelling, from another thread


@pytest.mark.parametrize(
    ("fault", "state", "charged"),
    [
        (TerminalFault.WAITS, SaleState.CANCELLED, {}),
        (TerminalFault.CANCELLED_TOO_LATE, SaleState.APPROVED, {REFERENCE: AMOUNT.paise}),
    ],
)
def test_cancelling_is_a_wish_and_the_sales_own_end_holds(
    bench: Bench, fault: TerminalFault, state: SaleState, charged: dict[str, int]
) -> None:
    bench.journal.faults.append(fault)
    with ThreadPoolExecutor(max_workers=1) as lane:
        selling = lane.submit(sold, bench)
        assert bench.journal.waits_for_card.wait(WAIT_SECONDS)
        bench.terminal.cancel()
        assert selling.result(WAIT_SECONDS).state is state
    assert bench.journal.charged == charged


def test_what_the_person_is_about_is_told_while_the_sale_is_under_way(bench: Bench) -> None:
    bench.journal.faults.append(TerminalFault.WAITS)
    assert bench.terminal.progress() is SaleProgress.NONE
    with ThreadPoolExecutor(max_workers=1) as lane:
        selling = lane.submit(sold, bench)
        assert seen(lambda: bench.terminal.progress() is SaleProgress.WAITING_FOR_CARD)
        bench.terminal.cancel()
        assert selling.result(WAIT_SECONDS) == CANCELLED_HERE
    assert bench.terminal.progress() is SaleProgress.NONE


def test_cancelling_nothing_cancels_nothing(bench: Bench) -> None:
    bench.terminal.cancel()
    assert sold(bench).state is SaleState.APPROVED


# giving back


def test_a_void_gives_the_money_back_once(bench: Bench) -> None:
    sold(bench)
    assert bench.terminal.void_sale(REFERENCE, AMOUNT) == VOIDED
    assert bench.terminal.void_sale(REFERENCE, AMOUNT) == VOIDED
    assert asked(bench) == VOIDED
    assert bench.journal.charged == {}


@pytest.mark.parametrize(
    ("fault", "state"),
    [
        (TerminalFault.DECLINED, SaleState.DECLINED),
        (TerminalFault.BUSY, SaleState.NOT_SENT),
    ],
)
def test_a_void_that_is_not_made_leaves_the_sale(
    bench: Bench, fault: TerminalFault, state: SaleState
) -> None:
    sold(bench)
    bench.journal.faults.append(fault)
    assert bench.terminal.void_sale(REFERENCE, AMOUNT).state is state
    assert asked(bench).state is SaleState.APPROVED
    assert bench.journal.charged == {REFERENCE: AMOUNT.paise}


def test_a_void_whose_answer_was_lost_is_found_by_asking(bench: Bench) -> None:
    sold(bench)
    bench.journal.faults.append(TerminalFault.SILENT_AFTER_CHARGE)
    assert bench.hasty.void_sale(REFERENCE, AMOUNT).state is SaleState.UNCERTAIN
    assert asked(bench) == VOIDED


def test_what_was_never_sold_cannot_be_given_back(bench: Bench) -> None:
    assert bench.terminal.void_sale(REFERENCE, AMOUNT) == UNKNOWN
    assert bench.journal.charged == {}


# whether it is there


def test_a_terminal_says_whether_it_is_ready(bench: Bench) -> None:
    assert bench.terminal.status() is TerminalStatus.READY
    bench.is_busy()
    assert bench.terminal.status() is TerminalStatus.BUSY
    assert sold(bench) == BUSY
    bench.unplug()
    assert bench.terminal.status() is TerminalStatus.NOT_FOUND

"""Every way a terminal fails: what is told at once, and what is told when it is asked again.

The terminal's own journal decides: nothing is charged twice, and nothing is charged that the counter does not know.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from counter_app.domain.card_sale import SaleReason, SaleState, TerminalStatus
from counter_app.domain.money import Money
from tests.terminals.benches import CABLES, bench_named
from tests.terminals.faults import CARD_NUMBER, TerminalFault
from tests.terminals.simulated_terminal import SimulatedTerminal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.terminals.benches import Bench

AMOUNT = Money.rupees(1450, 50)
REFERENCE = "FIRST-01"
APPROVED = (SaleState.APPROVED, SaleReason.NONE)
NO_ANSWER = (SaleState.UNCERTAIN, SaleReason.NO_ANSWER)
UNKNOWN = (SaleState.NOT_SENT, SaleReason.UNKNOWN_TO_TERMINAL)
NOT_SHOWN = (SaleState.CANCELLED, SaleReason.CARD_NOT_SHOWN)
CARD_NUMBER_TOLD = (SaleState.UNCERTAIN, SaleReason.CARD_NUMBER_IN_ANSWER)

MENDED = [
    TerminalFault.NAKS_TWICE,
    TerminalFault.NO_ACK,
    TerminalFault.WRONG_LRC,
    TerminalFault.HALF_FRAME_ONCE,
    TerminalFault.GARBAGE,
    TerminalFault.SLOW,
    TerminalFault.REPEATED,
    TerminalFault.OTHER_EXCHANGE_FIRST,
]
"""Faults that the line mends by itself: the sale is approved all the same."""

LOST = {
    TerminalFault.SILENT: (NO_ANSWER, UNKNOWN),
    TerminalFault.LATE: (NO_ANSWER, UNKNOWN),
    TerminalFault.NAKS_ONCE_TAKEN: (NO_ANSWER, APPROVED),
    TerminalFault.SILENT_AFTER_ACK: (NO_ANSWER, NOT_SHOWN),
    TerminalFault.SILENT_AFTER_CHARGE: (NO_ANSWER, APPROVED),
    TerminalFault.WRONG_LRC_ALWAYS: (NO_ANSWER, APPROVED),
    TerminalFault.HALF_FRAME: (NO_ANSWER, APPROVED),
    TerminalFault.GARBAGE_ONLY: (NO_ANSWER, APPROVED),
    TerminalFault.OTHER_REFERENCE: (NO_ANSWER, APPROVED),
}
"""Faults that only patience or asking again resolves: what is told at once, and then."""

SPOILT = {
    TerminalFault.NAKS_ALWAYS: ((SaleState.NOT_SENT, SaleReason.NOT_UNDERSTOOD), UNKNOWN),
    TerminalFault.UNREADABLE: ((SaleState.UNCERTAIN, SaleReason.ANSWER_UNREADABLE), APPROVED),
    TerminalFault.OTHER_AMOUNT: ((SaleState.UNCERTAIN, SaleReason.AMOUNT_DIFFERS), APPROVED),
    TerminalFault.CARD_NUMBER_IN_FIELD: (CARD_NUMBER_TOLD, APPROVED),
    TerminalFault.CARD_NUMBER_IN_SLIP: (CARD_NUMBER_TOLD, APPROVED),
    TerminalFault.CARD_NOT_SHOWN: (NOT_SHOWN, NOT_SHOWN),
}

HUNG_UP = {TerminalFault.DROPPED_BEFORE: NOT_SHOWN, TerminalFault.DROPPED_AFTER: APPROVED}


@pytest.fixture(params=[*CABLES])
def bench(request: pytest.FixtureRequest) -> Iterator[Bench]:
    with bench_named(request.param) as bench:
        yield bench


def sold(bench: Bench, *, is_hasty: bool = False) -> tuple[SaleState, SaleReason]:
    outcome = (bench.hasty if is_hasty else bench.terminal).sale(AMOUNT, REFERENCE)
    return outcome.state, outcome.reason


def asked(bench: Bench) -> tuple[SaleState, SaleReason]:
    outcome = bench.terminal.last_sale(REFERENCE, AMOUNT)
    return outcome.state, outcome.reason


def holds(bench: Bench, told: tuple[SaleState, SaleReason]) -> bool:
    """Whether the terminal's journal says the same of the money."""
    charged = [(REFERENCE, AMOUNT.paise)] if told == APPROVED else []
    return bench.journal.charges == charged


@pytest.mark.parametrize("fault", MENDED)
def test_what_the_line_mends_costs_nothing(bench: Bench, fault: TerminalFault) -> None:
    bench.journal.faults.append(fault)
    assert sold(bench) == APPROVED
    assert asked(bench) == APPROVED
    assert holds(bench, APPROVED)


@pytest.mark.parametrize(("fault", "ends"), LOST.items())
def test_what_is_lost_is_uncertain_and_then_known(
    bench: Bench,
    fault: TerminalFault,
    ends: tuple[tuple[SaleState, SaleReason], tuple[SaleState, SaleReason]],
) -> None:
    bench.journal.faults.append(fault)
    assert sold(bench, is_hasty=True) == ends[0]
    assert asked(bench) == ends[1]
    assert holds(bench, ends[1])


@pytest.mark.parametrize(("fault", "ends"), SPOILT.items())
def test_what_is_spoilt_is_told_at_once_and_then_known(
    bench: Bench,
    fault: TerminalFault,
    ends: tuple[tuple[SaleState, SaleReason], tuple[SaleState, SaleReason]],
) -> None:
    bench.journal.faults.append(fault)
    assert sold(bench) == ends[0]
    assert asked(bench) == ends[1]
    assert holds(bench, ends[1])


@pytest.mark.parametrize(("fault", "then"), HUNG_UP.items())
def test_a_line_that_breaks_in_mid_sale_is_uncertain_and_then_known(
    bench: Bench, fault: TerminalFault, then: tuple[SaleState, SaleReason]
) -> None:
    bench.journal.faults.append(fault)
    state, reason = sold(bench, is_hasty=True)
    assert state is SaleState.UNCERTAIN
    assert reason in {SaleReason.CUT_SHORT, SaleReason.NO_ANSWER}
    assert asked(bench) == then
    assert holds(bench, then)


@pytest.mark.parametrize(
    "fault", [TerminalFault.CARD_NUMBER_IN_FIELD, TerminalFault.CARD_NUMBER_IN_SLIP]
)
def test_a_card_number_leaves_no_trace(
    bench: Bench, fault: TerminalFault, caplog: pytest.LogCaptureFixture
) -> None:
    bench.journal.faults.append(fault)
    with caplog.at_level("DEBUG"):
        outcome = bench.terminal.sale(AMOUNT, REFERENCE)
    assert CARD_NUMBER not in caplog.text + repr(outcome)
    assert "card_number_in_answer" in caplog.text


def test_a_sale_read_only_after_it_was_asked_about_is_never_charged(bench: Bench) -> None:
    bench.journal.faults.append(TerminalFault.LATE)
    assert sold(bench, is_hasty=True) == NO_ANSWER
    assert asked(bench) == UNKNOWN
    assert asked(bench) == UNKNOWN
    assert bench.journal.charges == []


@pytest.mark.parametrize("cable", CABLES)
def test_a_terminal_that_is_switched_off_behind_an_open_line_was_sent_no_sale(cable: str) -> None:
    simulated = SimulatedTerminal(is_silent=True)
    with CABLES[cable](simulated) as bench:
        assert sold(bench, is_hasty=True) == (SaleState.NOT_SENT, SaleReason.NO_ANSWER)
        assert bench.hasty.status() is TerminalStatus.NO_ANSWER
        simulated.is_silent = False
        assert asked(bench) == UNKNOWN


@pytest.mark.parametrize(
    ("state", "reason"),
    [("LINE", SaleReason.NO_BANK_LINE), ("SERVICE", SaleReason.OUT_OF_SERVICE)],
)
def test_a_terminal_that_is_not_ready_is_sent_no_sale(state: str, reason: SaleReason) -> None:
    simulated = SimulatedTerminal(state=state)
    with CABLES["tcp"](simulated) as bench:
        assert sold(bench) == (SaleState.NOT_SENT, reason)
    assert [request["MT"] for request in simulated.requests] == ["STATUS"]


def test_the_neighbours_terminal_is_sent_no_sale_and_told_no_void() -> None:
    simulated = SimulatedTerminal()
    with CABLES["tcp"](simulated) as bench:
        assert sold(bench) == APPROVED
        simulated.tid = "KSC00072"
        assert bench.terminal.status() is TerminalStatus.OTHER_TERMINAL
        other = SaleReason.OTHER_TERMINAL
        assert bench.terminal.sale(AMOUNT, "SECOND-01").reason is other
        assert bench.terminal.void_sale(REFERENCE, AMOUNT).state is SaleState.NOT_SENT
        assert asked(bench) == (SaleState.UNCERTAIN, other)
    assert simulated.charged == {REFERENCE: AMOUNT.paise}


def test_a_void_that_was_stopped_at_the_terminal_leaves_the_sale(bench: Bench) -> None:
    sold(bench)
    bench.journal.faults.append(TerminalFault.CANCELLED_AT_KEY)
    outcome = bench.terminal.void_sale(REFERENCE, AMOUNT)
    assert (outcome.state, outcome.reason) == (
        SaleState.NOT_SENT,
        SaleReason.CANCELLED_AT_TERMINAL,
    )
    assert asked(bench) == APPROVED

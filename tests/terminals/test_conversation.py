"""One conversation, step by step: the moments at which a cable is caught by its hook."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest

from counter_app.domain.card_sale import SaleOutcome, SaleReason, SaleState
from counter_app.domain.money import Money
from counter_app.terminals.ecr_terminal import EcrTerminal
from counter_app.terminals.links import TcpLink, Timing
from tests.fakes.terminal import CANCELLED_HERE
from tests.terminals.benches import PATIENT, SOON
from tests.terminals.faults import TerminalFault
from tests.terminals.simulated_terminal import SimulatedTerminal
from tests.terminals.terminal_line import ACK
from tests.terminals.wires import LOOPBACK, TcpHost

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

AMOUNT = Money.rupees(1450, 50)
REFERENCE = "FIRST-01"


@dataclass
class Hooks:
    """What happens when a link is opened, and before and after something is sent."""

    opened: Callable[[], None] = lambda: None
    sends: Callable[[bytes], None] = lambda _: None
    sent: Callable[[bytes], None] = lambda _: None


@dataclass
class HookedLink(TcpLink):
    """A TCP link that lets a test step in."""

    port: int
    timing: Timing
    hooks: Hooks

    def __post_init__(self) -> None:
        super().__init__(LOOPBACK, self.port, self.timing)

    def open(self) -> None:
        super().open()
        self.hooks.opened()

    def send(self, sent: bytes) -> None:
        self.hooks.sends(sent)
        super().send(sent)
        self.hooks.sent(sent)


@dataclass
class HookedBench:
    """A simulated terminal, and the counter's side of it with hooks in the cable."""

    port: int
    simulated: SimulatedTerminal
    hooks: Hooks = field(default_factory=Hooks)

    def terminal(self, timing: Timing = PATIENT, tid: str = "") -> EcrTerminal:
        return EcrTerminal(lambda: HookedLink(self.port, timing, self.hooks), timing, tid)


@pytest.fixture
def bench() -> Iterator[HookedBench]:
    simulated = SimulatedTerminal()
    with TcpHost(simulated.serve) as host:
        yield HookedBench(host.port, simulated)


def kinds(bench: HookedBench) -> list[str]:
    return [request["MT"] for request in bench.simulated.requests]


def test_a_sale_asks_first_whether_the_terminal_is_ready(bench: HookedBench) -> None:
    assert bench.terminal().sale(AMOUNT, REFERENCE).state is SaleState.APPROVED
    assert kinds(bench) == ["STATUS", "SALE"]
    sale = bench.simulated.requests[-1]
    assert (sale["VR"], sale["AM"], sale["CU"], sale["TO"]) == ("1", "145050", "356", "80")
    assert "TI" not in sale


def test_every_exchange_has_a_number_of_its_own(bench: HookedBench) -> None:
    terminal = bench.terminal()
    terminal.sale(AMOUNT, REFERENCE)
    terminal.last_sale(REFERENCE, AMOUNT)
    numbers = [request["SQ"] for request in bench.simulated.requests]
    assert len(set(numbers)) == len(numbers)


def test_a_terminal_named_in_the_settings_is_asked_by_its_name(bench: HookedBench) -> None:
    terminal = bench.terminal(tid="KSC00071")
    assert terminal.sale(AMOUNT, REFERENCE).state is SaleState.APPROVED
    assert bench.simulated.requests[-1]["TI"] == "KSC00071"


def test_what_is_cancelled_before_it_was_sent_is_not_sent(bench: HookedBench) -> None:
    terminal = bench.terminal()
    bench.hooks.opened = terminal.cancel
    assert terminal.sale(AMOUNT, REFERENCE) == CANCELLED_HERE
    assert kinds(bench) == ["STATUS"]


def test_a_line_that_breaks_before_the_sale_was_sent_has_sent_nothing(bench: HookedBench) -> None:
    def broken(_: bytes) -> None:
        raise ConnectionResetError("the test pulled the cable")

    bench.hooks.sent = broken
    outcome = bench.terminal().sale(AMOUNT, REFERENCE)
    assert outcome == SaleOutcome(SaleState.NOT_SENT, SaleReason.CUT_SHORT)


def test_a_line_that_breaks_after_the_sale_was_sent_leaves_it_uncertain(
    bench: HookedBench,
) -> None:
    def broken(sent: bytes) -> None:
        if b"MT=SALE" in sent:
            raise ConnectionResetError("the test pulled the cable")

    bench.hooks.sent = broken
    terminal = bench.terminal()
    outcome = terminal.sale(AMOUNT, REFERENCE)
    assert outcome == SaleOutcome(SaleState.UNCERTAIN, SaleReason.CUT_SHORT)
    told = terminal.last_sale(REFERENCE, AMOUNT)
    assert (told.state is SaleState.APPROVED) == bool(bench.simulated.charged)


def test_an_acknowledgement_that_cannot_be_sent_loses_no_answer(bench: HookedBench) -> None:
    def broken(sent: bytes) -> None:
        if sent == ACK:
            raise BrokenPipeError("the test pulled the cable")

    bench.hooks.sent = broken
    assert bench.terminal().sale(AMOUNT, REFERENCE).state is SaleState.APPROVED


def test_a_wish_to_cancel_that_is_not_taken_waits_for_the_sales_own_end(
    bench: HookedBench,
) -> None:
    terminal = bench.terminal(SOON)
    bench.simulated.faults.append(TerminalFault.SILENT_AFTER_ACK)

    def cancels(sent: bytes) -> None:
        if b"MT=SALE" in sent:
            terminal.cancel()
        bench.simulated.is_silent |= b"MT=CANCEL" in sent

    bench.hooks.sends = cancels
    outcome = terminal.sale(AMOUNT, REFERENCE)
    assert outcome == SaleOutcome(SaleState.UNCERTAIN, SaleReason.NO_ANSWER)

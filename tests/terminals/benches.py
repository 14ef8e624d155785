"""Terminals that must agree: the fake, and the adapter at a simulated terminal on each kind of cable."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from counter_app.terminals.ecr_terminal import EcrTerminal
from counter_app.terminals.links import SerialLink, TcpLink, Timing
from tests.fakes.terminal import FakeTerminal
from tests.terminals.simulated_terminal import SimulatedTerminal
from tests.terminals.wires import LOOPBACK, TcpHost

if TYPE_CHECKING:
    import threading
    from collections import deque
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager

    from counter_app.terminals.links import Link
    from counter_app.use_cases.terminal_ports import CardTerminal
    from tests.terminals.faults import TerminalFault
    from tests.terminals.wires import Host

BAUD = 115_200
SOON = Timing(
    connect_seconds=5.0,
    write_seconds=1.0,
    acknowledge_seconds=0.15,
    byte_seconds=0.1,
    silence_seconds=0.4,
    question_seconds=0.6,
    answer_seconds=2.0,
)
"""Times of a test that waits for a terminal that says nothing."""

PATIENT = Timing(write_seconds=5.0, acknowledge_seconds=2.0, byte_seconds=1.0)
"""Times of a test on a busy computer whose terminal does answer."""


class Journal(Protocol):
    """What a test may do to a terminal, and look up in it."""

    faults: deque[TerminalFault]
    waits_for_card: threading.Event

    @property
    def charged(self) -> dict[str, int]:
        """Reference to paise charged and not given back."""
        ...

    @property
    def charges(self) -> list[tuple[str, int]]:
        """Each time money left a card."""
        ...


class Plug(Protocol):
    """Puts a simulated terminal on one kind of cable."""

    def __call__(
        self, simulated: SimulatedTerminal, haste: Timing = SOON
    ) -> AbstractContextManager[Bench]: ...


@dataclass(frozen=True)
class Bench:
    """A terminal, its journal, and how to make it busy or pull its plug.

    ``hasty`` is the same terminal asked by somebody who does not wait long: for answers that do not come.
    """

    terminal: CardTerminal
    hasty: CardTerminal
    journal: Journal
    is_busy: Callable[[], None]
    unplug: Callable[[], None]


@contextmanager
def fake_bench() -> Iterator[Bench]:
    fake = FakeTerminal()

    def busy() -> None:
        fake.is_busy = True

    def unplug() -> None:
        fake.is_there = False

    yield Bench(fake, fake, fake, busy, unplug)


@contextmanager
def _bench(
    host: Host, simulated: SimulatedTerminal, haste: Timing, link: Callable[[Timing], Link]
) -> Iterator[Bench]:
    def busy() -> None:
        simulated.state = "BUSY"

    def asking(timing: Timing) -> EcrTerminal:
        return EcrTerminal(lambda: link(timing), timing, simulated.tid)

    with host:
        yield Bench(asking(PATIENT), asking(haste), simulated, busy, host.stop)


def tcp_bench(simulated: SimulatedTerminal, haste: Timing = SOON) -> AbstractContextManager[Bench]:
    host = TcpHost(simulated.serve)
    return _bench(host, simulated, haste, lambda timing: TcpLink(LOOPBACK, host.port, timing))


CABLES: dict[str, Plug] = {"tcp": tcp_bench}

if sys.platform != "win32":
    from tests.terminals.wires import PtyHost

    def serial_bench(
        simulated: SimulatedTerminal, haste: Timing = SOON
    ) -> AbstractContextManager[Bench]:
        host = PtyHost(simulated.serve)
        return _bench(host, simulated, haste, lambda timing: SerialLink(host.device, BAUD, timing))

    CABLES["serial"] = serial_bench


def bench_named(name: str) -> AbstractContextManager[Bench]:
    """``fake``, or one of ``CABLES``."""
    return fake_bench() if name == "fake" else CABLES[name](SimulatedTerminal())

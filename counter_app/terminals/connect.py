"""The counter's terminal from its settings."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING, assert_never

from counter_app.domain.card_sale import (
    SaleOutcome,
    SaleProgress,
    SaleReason,
    SaleState,
    TerminalKind,
    TerminalStatus,
)
from counter_app.domain.errors import Fault, FaultCode
from counter_app.terminals.ecr_terminal import EcrTerminal
from counter_app.terminals.links import SerialLink, TcpLink, Timing

if TYPE_CHECKING:
    from counter_app.domain.money import Money
    from counter_app.use_cases.terminal_ports import CardTerminal

TERMINAL_PORT = 8410
LAST_PORT = 65_535
LONGEST_WAIT_SECONDS = 600.0
SLOWEST_BAUD, FASTEST_BAUD = 300, 4_000_000
_TID = re.compile(r"[A-Z0-9]{8}")


@dataclass(frozen=True, slots=True)
class TerminalSettings:
    """What a counter's settings say of its terminal; only the fields of its kind count."""

    kind: TerminalKind = TerminalKind.TYPED
    host: str = ""
    port: int = TERMINAL_PORT
    device: str = ""
    """The serial port: ``/dev/ttyUSB0``, ``COM3``."""
    baud_rate: int = 115_200
    tid: str = ""
    """The terminal's own number, as its slips print it; another terminal is then not believed. Empty: any."""
    timing: Timing = field(default_factory=Timing)


class TypedTerminal:
    """No terminal is connected: the cashier types the slip, and every call here says so."""

    def sale(self, amount: Money, reference: str) -> SaleOutcome:  # noqa: ARG002 - the port's signature
        """Nothing is sent."""
        return SaleOutcome(SaleState.NOT_SENT, SaleReason.TYPED_BY_HAND)

    def last_sale(self, reference: str, amount: Money) -> SaleOutcome:  # noqa: ARG002 - the port's signature
        """Only the slip tells: the terminal that was asked is connected no more."""
        return SaleOutcome(SaleState.UNCERTAIN, SaleReason.TYPED_BY_HAND)

    def void_sale(self, reference: str, amount: Money) -> SaleOutcome:  # noqa: ARG002 - the port's signature
        """Nothing is sent."""
        return SaleOutcome(SaleState.NOT_SENT, SaleReason.TYPED_BY_HAND)

    def cancel(self) -> None:
        """No sale is ever under way."""

    def progress(self) -> SaleProgress:
        """None."""
        return SaleProgress.NONE

    def status(self) -> TerminalStatus:
        """Typed."""
        return TerminalStatus.TYPED


def connect_terminal(settings: TerminalSettings) -> CardTerminal:
    """The terminal; nothing is opened before the first sale.

    Raises Fault SETTINGS_DAMAGED for what can be no terminal: an empty host or device, a port, speed, TID or time out
    of bounds.
    """
    if settings.kind is TerminalKind.TYPED:
        return TypedTerminal()
    _refuse_wrong(settings)
    timing = settings.timing
    match settings.kind:
        case TerminalKind.TCP:
            return EcrTerminal(
                lambda: TcpLink(settings.host, settings.port, timing), timing, settings.tid
            )
        case TerminalKind.SERIAL:
            return EcrTerminal(
                lambda: SerialLink(settings.device, settings.baud_rate, timing),
                timing,
                settings.tid,
            )
        case _ as never:  # pragma: no cover - the type checker proves it
            assert_never(never)


def _refuse_wrong(settings: TerminalSettings) -> None:
    is_tcp = settings.kind is TerminalKind.TCP
    wrong = [
        f"terminal.{name} is {said!r}"
        for name, said, is_right in (
            ("host", settings.host, bool(settings.host.strip()) or not is_tcp),
            ("port", settings.port, 1 <= settings.port <= LAST_PORT or not is_tcp),
            ("device", settings.device, bool(settings.device.strip()) or is_tcp),
            (
                "baud_rate",
                settings.baud_rate,
                SLOWEST_BAUD <= settings.baud_rate <= FASTEST_BAUD or is_tcp,
            ),
            ("tid", settings.tid, not settings.tid or bool(_TID.fullmatch(settings.tid))),
            *_timing_claims(settings.timing),
        )
        if not is_right
    ]
    if wrong:
        raise Fault(FaultCode.SETTINGS_DAMAGED, "; ".join(wrong))


def _timing_claims(timing: Timing) -> list[tuple[str, object, bool]]:
    """Each time with whether it can be waited for; NaN fails every comparison."""
    times = [(time.name, getattr(timing, time.name)) for time in fields(Timing)]
    return [(name, said, 0 < said <= LONGEST_WAIT_SECONDS) for name, said in times]

"""The terminal a counter's settings name."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from counter_app.domain.card_sale import (
    SaleOutcome,
    SaleProgress,
    SaleReason,
    SaleState,
    TerminalKind,
    TerminalStatus,
)
from counter_app.domain.errors import Fault, FaultCode
from counter_app.domain.money import Money
from counter_app.terminals.connect import TerminalSettings, TypedTerminal, connect_terminal
from counter_app.terminals.ecr_terminal import EcrTerminal
from counter_app.terminals.links import SerialLink, TcpLink, Timing

REPOSITORY = Path(__file__).parents[2]
TCP = TerminalSettings(TerminalKind.TCP, host="192.0.2.1")
SERIAL = TerminalSettings(TerminalKind.SERIAL, device="ttyS9")


def test_no_terminal_means_that_slips_are_typed() -> None:
    terminal = connect_terminal(TerminalSettings())
    assert isinstance(terminal, TypedTerminal)
    typed = SaleReason.TYPED_BY_HAND
    assert terminal.sale(Money(1), "A-01") == SaleOutcome(SaleState.NOT_SENT, typed)
    assert terminal.void_sale("A-01", Money(1)) == SaleOutcome(SaleState.NOT_SENT, typed)
    assert terminal.last_sale("A-01", Money(1)) == SaleOutcome(SaleState.UNCERTAIN, typed)
    assert terminal.status() is TerminalStatus.TYPED
    terminal.cancel()
    assert terminal.progress() is SaleProgress.NONE


@pytest.mark.parametrize(
    ("settings", "link"), [(TCP, TcpLink), (SERIAL, SerialLink)], ids=["tcp", "serial"]
)
def test_each_kind_gives_a_new_link_for_every_exchange(
    settings: TerminalSettings, link: type
) -> None:
    terminal = connect_terminal(settings)
    assert isinstance(terminal, EcrTerminal)
    first, second = terminal.new_link(), terminal.new_link()
    assert isinstance(first, link)
    assert first is not second


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        (TerminalSettings(TerminalKind.TCP), "terminal.host is ''"),
        (TerminalSettings(TerminalKind.TCP, host=" "), "terminal.host is ' '"),
        (TerminalSettings(TerminalKind.TCP, host="192.0.2.1", port=0), "terminal.port is 0"),
        (TerminalSettings(TerminalKind.TCP, host="192.0.2.1", port=65_536), "port is 65536"),
        (TerminalSettings(TerminalKind.SERIAL), "terminal.device is ''"),
        (TerminalSettings(TerminalKind.SERIAL, device="COM3", baud_rate=0), "baud_rate is 0"),
        (
            TerminalSettings(TerminalKind.TCP, host="192.0.2.1", tid="ksc1"),
            "terminal.tid is 'ksc1'",
        ),
        (
            TerminalSettings(
                TerminalKind.TCP, host="192.0.2.1", timing=Timing(answer_seconds=601.0)
            ),
            "answer_seconds is 601.0",
        ),
        (
            TerminalSettings(
                TerminalKind.SERIAL, device="COM3", timing=Timing(byte_seconds=float("nan"))
            ),
            "byte_seconds is nan",
        ),
        (
            TerminalSettings(TerminalKind.SERIAL, device="COM3", timing=Timing(write_seconds=-1.0)),
            "write_seconds is -1.0",
        ),
    ],
)
def test_what_can_be_no_terminal_is_a_damaged_setting(
    settings: TerminalSettings, told: str
) -> None:
    with pytest.raises(Fault) as raised:
        connect_terminal(settings)
    assert raised.value.code is FaultCode.SETTINGS_DAMAGED
    assert told in raised.value.detail


def test_all_that_is_wrong_is_told_at_once() -> None:
    with pytest.raises(Fault, match=r"terminal\.host.*terminal\.port"):
        connect_terminal(TerminalSettings(TerminalKind.TCP, port=-1))


def test_pyserial_is_imported_by_the_first_serial_link_and_no_sooner() -> None:
    program = (
        "import sys;"
        "from counter_app.terminals.connect import TerminalSettings, connect_terminal;"
        "from counter_app.domain.card_sale import TerminalKind;"
        "connect_terminal(TerminalSettings(TerminalKind.SERIAL, device='none'));"
        "print('serial' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=REPOSITORY
    )
    assert done.stdout == "False\n"

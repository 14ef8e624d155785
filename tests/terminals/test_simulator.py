"""The simulator as a program: an acquirer's engineer or a technician tries a counter against it by hand."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from counter_app.domain.card_sale import SaleState
from counter_app.domain.money import Money
from counter_app.terminals.ecr_terminal import EcrTerminal
from counter_app.terminals.links import SerialLink, TcpLink
from tests.terminals.benches import PATIENT
from tests.terminals.wires import LOOPBACK

if TYPE_CHECKING:
    from collections.abc import Iterator

REPOSITORY = Path(__file__).parents[2]
AMOUNT = Money.rupees(1450, 50)


@contextmanager
def simulator(*arguments: str) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """The program, and the line that says where it is."""
    command = [sys.executable, "-m", "tests.terminals.simulator", *arguments]
    with subprocess.Popen(command, cwd=REPOSITORY, stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout is not None
        try:
            yield running.stdout.readline(), running
        finally:
            running.terminate()


if sys.platform != "win32":  # Ctrl+C is sent as a POSIX signal, and Windows has no pseudo-terminals

    def test_a_sale_by_hand_over_tcp_is_declined_once_and_then_approved() -> None:
        with simulator("--port", "0", "--fault", "declined") as (place, running):
            found = re.search(r"port (\d+)", place)
            assert found is not None
            port = int(found[1])
            terminal = EcrTerminal(lambda: TcpLink(LOOPBACK, port, PATIENT), PATIENT)
            assert terminal.sale(AMOUNT, "HAND-01").state is SaleState.DECLINED
            assert terminal.sale(AMOUNT, "HAND-02").state is SaleState.APPROVED
            running.send_signal(signal.SIGINT)
            told, _ = running.communicate(timeout=10)
        assert "SALE  HAND-01  1450.50  DECLINED  51  (declined)" in told
        assert "SALE  HAND-02  1450.50  APPROVED  00  (none)" in told
        assert "charged: {'HAND-02': 145050}" in told

    def test_a_sale_by_hand_over_a_serial_line_is_approved() -> None:
        with simulator("--pty", "--tid", "KSC00009") as (place, _):
            device = place.split()[-1]
            terminal = EcrTerminal(
                lambda: SerialLink(device, 115_200, PATIENT), PATIENT, "KSC00009"
            )
            assert terminal.sale(AMOUNT, "HAND-01").state is SaleState.APPROVED

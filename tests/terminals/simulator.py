"""The simulated terminal as a program, for hand tests of a counter.

    python -m tests.terminals.simulator --port 8410 --fault declined --fault dropped_after
    python -m tests.terminals.simulator --pty

Each fault is used up by one SALE, LAST or VOID, in their order; after that every sale is approved. What is asked and
what the terminal journalled is written as it happens. Ctrl+C ends it.
"""

from __future__ import annotations

import argparse
import signal
import sys
from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING, TextIO

from tests.terminals.faults import TerminalFault
from tests.terminals.simulated_terminal import SimulatedTerminal
from tests.terminals.wires import LOOPBACK, Host, TcpHost

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tests.terminals.simulated_terminal import Entry
    from tests.terminals.terminal_line import Fields, TerminalLine
    from tests.terminals.wires import Wire


@dataclass
class TalkingTerminal(SimulatedTerminal):
    """Writes down what it is asked and what it answers."""

    out: TextIO = sys.stdout

    def _tell(self, line: TerminalLine, fields: Fields, entry: Entry) -> None:
        words = (fields["MT"], fields["RF"], f"{int(entry.amount) / 100:.2f}", entry.result)
        self.out.write(f"{'  '.join(words)}  {entry.code}  ({self._fault})\n")
        self.out.flush()
        super()._tell(line, fields, entry)


def tcp_host(serve: Callable[[Wire], None], port: int) -> tuple[Host, str]:
    """A port of this computer."""
    host = TcpHost(serve, port=port)
    return host, f"{LOOPBACK} port {host.port}"


def pty_host(serve: Callable[[Wire], None]) -> tuple[Host, str]:
    """A pseudo-terminal. Raises SystemExit where there are none."""
    if sys.platform == "win32":
        raise SystemExit("Windows has no pseudo-terminals: use --port, or a pair of com0com")
    else:  # noqa: RET506 - mypy knows the platform by this branch
        from tests.terminals.wires import PtyHost

        host = PtyHost(serve)
        return host, host.device


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(prog="simulator", description=__doc__)
    where = parser.add_mutually_exclusive_group(required=True)
    where.add_argument("--port", type=int, help="listen on this port of this computer; 0: any")
    where.add_argument("--pty", action="store_true", help="a serial line, as a pseudo-terminal")
    parser.add_argument("--fault", action="append", default=[], choices=[*TerminalFault])
    parser.add_argument("--tid", default=SimulatedTerminal.tid)
    chosen = parser.parse_args(arguments)
    faults = deque(TerminalFault(fault) for fault in chosen.fault)
    terminal = TalkingTerminal(tid=chosen.tid, faults=faults)
    if chosen.pty:
        host, place = pty_host(terminal.serve)
    else:
        host, place = tcp_host(terminal.serve, chosen.port)
    sys.stdout.write(f"card terminal {terminal.tid} at {place}\n")
    sys.stdout.flush()
    signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's background job ignores it
    with host:
        try:
            host.wait()
        except KeyboardInterrupt:
            sys.stdout.write(f"charged: {terminal.charged}\n")


if __name__ == "__main__":
    main()

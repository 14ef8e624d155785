"""A card terminal that keeps its own journal and fails as it is told: written from PROTOCOL.md, not from our adapter.

terminal = SimulatedTerminal()
with TcpHost(terminal.serve) as host:
    ...  # ask for a sale at LOOPBACK, host.port
    terminal.faults.append(TerminalFault.DROPPED_AFTER)  # how the next SALE, LAST or VOID goes wrong
    terminal.charged  # reference to paise that left a card and were not given back
"""

from __future__ import annotations

import threading
from collections import deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tests.terminals.faults import (
    GIVES_NO_ACK,
    HANGS_UP,
    NAKS,
    SALE_ENDS,
    SAYS_NOTHING,
    SPOILS,
    VOID_ENDS,
    TerminalFault,
)
from tests.terminals.terminal_line import ACK, NAK, TerminalLine
from tests.terminals.wires import HungUp

if TYPE_CHECKING:
    from tests.terminals.terminal_line import Fields
    from tests.terminals.wires import Wire

PACE_SECONDS = 0.01


@dataclass
class Entry:
    """What the terminal journalled of a reference; NEVER once it was asked about one it did not know."""

    amount: str
    result: str
    code: str = ""
    slip: dict[str, str] = field(default_factory=dict)


@dataclass
class SimulatedTerminal:
    """One terminal with its memory; it can be unplugged and plugged in again."""

    tid: str = "KSC00071"
    state: str = "READY"
    is_silent: bool = False
    """Switched off behind an open line: whatever is sent, nothing comes back."""

    faults: deque[TerminalFault] = field(default_factory=deque)
    journal: dict[str, Entry] = field(default_factory=dict)
    charges: list[tuple[str, int]] = field(default_factory=list)
    """Each time money left a card: reference and paise."""

    voids: list[tuple[str, int]] = field(default_factory=list)
    requests: list[Fields] = field(default_factory=list)
    """What was taken in, once each."""

    waits_for_card: threading.Event = field(default_factory=threading.Event)
    """Set once a sale has told the counter that it waits for its card."""

    def __post_init__(self) -> None:
        self._number, self._fault = "", TerminalFault.NONE
        self._naks_left, self._is_taken = 0, False
        self._late: Fields | None = None

    @property
    def charged(self) -> dict[str, int]:
        """Reference to what was charged and not given back, in paise."""
        sums: dict[str, int] = {}
        for reference, paise in self.charges:
            sums[reference] = sums.get(reference, 0) + paise
        for reference, paise in self.voids:
            sums[reference] -= paise
        return {reference: paise for reference, paise in sums.items() if paise}

    def serve(self, wire: Wire) -> None:
        """Answer on one cable until it is pulled."""
        line = TerminalLine(wire)
        while True:
            fields = line.request()
            if fields is None or self.is_silent:
                continue
            if self._is_new(line, fields):
                self.requests.append(fields)
                self._answer(line, fields)
                self._take_what_was_late(fields)

    def _is_new(self, line: TerminalLine, fields: Fields) -> bool:
        """Acknowledge a request, or not, as the fault has it; whether it is to be answered now."""
        if fields["SQ"] != self._number:
            self._number, self._is_taken = fields["SQ"], False
            is_question = fields["MT"] == "STATUS" or not self.faults
            self._fault = TerminalFault.NONE if is_question else self.faults.popleft()
            self._naks_left = NAKS.get(self._fault, 0)
        if self._naks_left:
            self._naks_left -= 1
            line.wire.write(NAK)
            return False
        if self._fault is TerminalFault.LATE:
            self._late = fields
        if self._fault in {TerminalFault.LATE, TerminalFault.SILENT}:
            return False
        line.take(fields)
        if self._fault is TerminalFault.NAKS_ONCE_TAKEN and self._is_taken:
            line.wire.write(NAK)
        elif self._fault not in GIVES_NO_ACK:
            line.wire.write(ACK)
        was_taken, self._is_taken = self._is_taken, True
        return not was_taken

    def _take_what_was_late(self, fields: Fields) -> None:
        """The bytes of an earlier exchange are read only now, after the counter asked what became of it."""
        if self._late is not None and fields["MT"] == "LAST":
            late, self._late = self._late, None
            if late["MT"] == "SALE" and late["RF"] not in self.journal:
                self._charge(late)

    def _answer(self, line: TerminalLine, fields: Fields) -> None:
        kind = fields["MT"]
        if kind == "STATUS":
            line.say({"MT": "STATE", "SQ": fields["SQ"], "ST": self.state, "TI": self.tid})
        elif fields.get("TI", self.tid) != self.tid:
            self._tell(line, fields, Entry(fields["AM"], "REFUSED", "TID"))
        elif kind == "SALE":
            self._tell(line, fields, self._sale(line, fields))
        elif kind == "VOID":
            self._tell(line, fields, self._void(fields))
        elif kind == "LAST":
            known = self.journal.setdefault(fields["RF"], Entry(fields["AM"], "NEVER"))
            is_never = known.result == "NEVER"
            self._tell(line, fields, Entry(fields["AM"], "UNKNOWN") if is_never else known)

    def _sale(self, line: TerminalLine, fields: Fields) -> Entry:
        known = self.journal.get(fields["RF"])
        if known is not None:
            is_never = known.result == "NEVER"
            return Entry(fields["AM"], "REFUSED", "SPENT") if is_never else known
        if self._fault is TerminalFault.BUSY:
            return Entry(fields["AM"], "REFUSED", "BUSY")
        if self._fault not in SAYS_NOTHING | HANGS_UP:
            self._card(line, fields)
        if self._fault not in SALE_ENDS:
            return self._charge(fields)
        self.journal[fields["RF"]] = Entry(fields["AM"], *SALE_ENDS[self._fault])
        return self.journal[fields["RF"]]

    def _card(self, line: TerminalLine, fields: Fields) -> None:
        """The person puts the card in, or does not: a sale that waits does so until it is cancelled."""
        steps = ["CARD", "READ", "PIN", "BANK"] if self._fault is TerminalFault.SLOW else ["CARD"]
        for step in steps:
            line.say({"MT": "PROGRESS", "SQ": fields["SQ"], "RF": fields["RF"], "PG": step})
            threading.Event().wait(PACE_SECONDS)
        self.waits_for_card.set()
        is_waiting = self._fault in {TerminalFault.WAITS, TerminalFault.CANCELLED_TOO_LATE}
        try:
            while is_waiting and not line.is_cancelled and line.look():
                pass
        except HungUp:
            self.journal[fields["RF"]] = Entry(fields["AM"], "CANCELLED", "ECR")
            raise

    def _charge(self, fields: Fields) -> Entry:
        number = len(self.charges) + 1
        slip = {
            "NW": "RUPAY",
            "L4": "1881",
            "RR": f"6327110{number:05d}",
            "AC": f"A{number:05d}",
            "MI": "KESCO0000000071",
            "BN": "000032",
            "IN": f"{number:06d}",
        }
        self.charges.append((fields["RF"], int(fields["AM"])))
        self.journal[fields["RF"]] = Entry(fields["AM"], "APPROVED", "00", slip)
        return self.journal[fields["RF"]]

    def _void(self, fields: Fields) -> Entry:
        known = self.journal.get(fields["RF"])
        if known is None or known.result == "NEVER":
            return Entry(fields["AM"], "UNKNOWN")
        if self._fault in VOID_ENDS:
            return Entry(fields["AM"], *VOID_ENDS[self._fault])
        if known.result == "APPROVED":
            self.voids.append((fields["RF"], int(known.amount)))
            known.result, known.code = "VOIDED", ""
        return known if known.result == "VOIDED" else Entry(fields["AM"], "REFUSED", "VOID")

    def _tell(self, line: TerminalLine, fields: Fields, entry: Entry) -> None:
        """The RESULT, as the fault has it."""
        if self._fault in HANGS_UP:
            line.wire.hang_up()
        if self._fault in SAYS_NOTHING | HANGS_UP:
            return
        told = {"MT": "RESULT", "SQ": fields["SQ"], "RF": fields["RF"], "RS": entry.result}
        told |= {"RC": entry.code} if entry.code else {}
        told |= {"AM": entry.amount, "TI": self.tid, **entry.slip}
        if self._fault is TerminalFault.OTHER_EXCHANGE_FIRST:
            earlier = f"{(int(fields['SQ']) - 7) % 1_000_000:06d}"
            line.say(told | {"SQ": earlier, "RS": "DECLINED"})
        for _ in range(1 + (self._fault is TerminalFault.REPEATED)):
            line.say(told | SPOILS.get(self._fault, {}), self._fault)

"""The file that comes back: which lines the other billing system took, and which it did not."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sqlalchemy import select

from billing_server.connectors import lease
from billing_server.connectors.attempts import add_attempts, in_slices, states_of
from billing_server.connectors.instructions import Outcome
from billing_server.store.instruction_schema import CONNECTOR, INSTRUCTION

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from billing_server.store.engine import Database

HEADING = ["referenceTransactionId", "status", "reason"]
MOST_BYTES = 32 * 1024 * 1024
"""Of one acknowledgement file; a line has about 60."""
_TOLD = {"ACCEPTED": Outcome.DONE, "REFUSED": Outcome.REFUSED}


@dataclass(slots=True)
class Taken:
    """What a file changed: lines done, lines refused, and sentences on lines that do not fit what is known."""

    done: int = 0
    refused: int = 0
    differences: list[str] = field(default_factory=list)


def take_acknowledgements(
    database: Database, adapter: str, content: bytes, name: str, now_us: int
) -> Taken:
    """Note each line once; the same file again changes nothing.

    Raises ValueError for a file that is not whole or not ours: then nothing of it is noted.
    """
    told = read_acknowledgements(content, name)

    def work(connection: Connection) -> Taken:
        lease.ensure(connection, adapter)
        lock = select(CONNECTOR).where(CONNECTOR.c.adapter == adapter).with_for_update()
        connection.execute(lock)
        numbers: dict[str, int] = {}
        for some in in_slices(told):
            named = select(INSTRUCTION.c.reference, INSTRUCTION.c.number)
            rows = connection.execute(named.where(INSTRUCTION.c.reference.in_(some)))
            numbers |= dict(rows.all())
        states = states_of(connection, adapter, set(numbers.values()))
        taken, news = Taken(), dict[int, tuple[Outcome, str]]()
        for reference, (outcome, reason) in told.items():
            number = numbers.get(reference)
            state = states[number] if number is not None else None
            if state == Outcome.HANDED_ON and number is not None:
                news[number] = (outcome, f"{name}: {reason}" if reason else name)
                taken.done += outcome is Outcome.DONE
                taken.refused += outcome is Outcome.REFUSED
            elif state != outcome:
                known = "was never handed on" if not state else f"is {state} here"
                taken.differences.append(f"{reference}: {outcome} in {name}, {known}")
        add_attempts(connection, adapter, news, now_us)
        return taken

    return database.write(work)


def read_acknowledgements(content: bytes, name: str) -> dict[str, tuple[Outcome, str]]:
    """Reference to outcome and reason. Raises ValueError with the line that cannot be read.

    The last line is ``END,<count>,``: a half-copied file has none.
    """
    if len(content) > MOST_BYTES:
        message = f"{name} is larger than {MOST_BYTES} bytes; nothing of it was noted"
        raise ValueError(message)
    try:
        rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), strict=True))
    except (UnicodeDecodeError, csv.Error) as error:
        message = f"{name} cannot be read ({error}); nothing of it was noted"
        raise ValueError(message) from error
    if len(rows) < 2 or rows[0] != HEADING:  # noqa: PLR2004 - a heading and an end
        message = f"{name} does not begin with {','.join(HEADING)}; nothing of it was noted"
        raise ValueError(message)
    *lines, end = rows[1:]
    if end[:2] != ["END", str(len(lines))]:
        message = (
            f"{name} does not end with END,{len(lines)}: copied in half? Nothing of it was noted"
        )
        raise ValueError(message)
    told: dict[str, tuple[Outcome, str]] = {}
    for place, row in enumerate(lines, 2):
        row[:1] = [text.removeprefix("'") for text in row[:1]]  # our own guard, copied back
        if len(row) != len(HEADING) or row[1] not in _TOLD or row[0] in told:
            message = f"{name}, line {place}: {row} is no line of it; nothing of it was noted"
            raise ValueError(message)
        told[row[0]] = (_TOLD[row[1]], row[2])
    return told

"""The process that builds bills of a snapshot, so that a payment's commit never waits for it.

In the counter's own process the building would take turns with the payment for the interpreter. The process ends with
the counter: its standard input ends then. What a bug says on standard error, the counter raises.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from counter_app.domain.errors import Fault
from counter_app.use_cases.snapshot_ports import SnapshotRefusedError
from local_db.bill_files import BillFiles
from local_db.bill_frames import (
    Done,
    Failed,
    Finished,
    Order,
    Page,
    Ready,
    Refused,
    next_said,
    send,
)
from local_db.bill_parts import KeptParts
from local_db.snapshot_pull import SnapshotPull

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import IO

    from local_db.bill_frames import Answered

KINDNESS = 10
"""Steps of priority that payments get ahead of the build."""


def main() -> int:
    """Build as ordered on standard input, answer on standard output; exit code 0, or 1 when it came to nothing."""
    if sys.platform != "win32":
        os.nice(KINDNESS)
    return serve(sys.stdin.buffer, sys.stdout.buffer)


def serve(hears: IO[bytes], says: IO[bytes]) -> int:
    """One build from its order to its last page, or to the end of what is heard."""
    order = next_said(hears)
    if not isinstance(order, Order):
        return 1
    numbers: list[int] = []
    try:
        pull = SnapshotPull(BillFiles(Path(order.folder), order.key), numbers.append)
        try:
            for answer in _build(pull, order, hears):
                send(says, answer)
        finally:
            pull.close()
    except SnapshotRefusedError as error:
        send(says, Refused(str(error)))
    except Fault as fault:
        send(says, Failed(fault.code, fault.detail))
    except OSError:
        return 1  # nobody listens any more
    else:
        if numbers:
            send(says, Finished(numbers[-1]))
    return 0 if numbers else 1


def _build(pull: SnapshotPull, order: Order, hears: IO[bytes]) -> Iterator[Answered]:
    parts = KeptParts(Path(order.folder), order.key)
    try:
        for told in order.chunks:
            pull.load(told, parts.body(told))
            yield Done(pull.consumers)
    finally:
        parts.close()
    pull.seal(order.totals)
    yield Ready()
    while isinstance(page := next_said(hears), Page):
        if page.is_last:
            pull.finish(page.changes)
            return
        pull.take(page.changes)
        yield Ready()

"""The process that builds bills of a snapshot, so that a payment's commit never waits for it.

In the counter's own process the building would take turns with the payment for the interpreter. The process ends with
the counter: its standard input ends then. What a bug says on standard error, the counter raises.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from counter_app.domain.errors import Fault
from counter_app.use_cases.snapshot_ports import SnapshotRefusedError
from local_db.bill_files import BillFiles
from local_db.bill_finder import FinderAside, find
from local_db.bill_frames import (
    Done,
    Failed,
    Find,
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
from local_db.unseen_process import give_way

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import IO

    from local_db.bill_frames import Answered


def main() -> int:
    """Build as ordered on standard input, answer on standard output; exit code 0, or 1 when it came to nothing."""
    give_way()
    return serve(sys.stdin.buffer, sys.stdout.buffer)


def serve(hears: IO[bytes], says: IO[bytes]) -> int:
    """One build from its order to its last page, or to the end of what is heard; or the keys of one."""
    said = next_said(hears)
    try:
        if isinstance(said, Find):
            answer = find(said)
            send(says, answer)
            return 0 if isinstance(answer, Ready) else 1
        return _serve_build(said, hears, says) if isinstance(said, Order) else 1
    except SnapshotRefusedError as error:
        send(says, Refused(str(error)))
    except Fault as fault:
        send(says, Failed(fault.code, fault.detail))
    except OSError:
        pass  # nobody listens any more
    return 1


def _serve_build(order: Order, hears: IO[bytes], says: IO[bytes]) -> int:
    numbers: list[int] = []
    pull = SnapshotPull(BillFiles(Path(order.folder), order.key), numbers.append)
    finder = _started(order, pull.number)
    try:
        for answer in _build(pull, order, finder, hears):
            send(says, answer)
    finally:
        pull.close()
        if finder is not None:
            finder.close()
    if numbers:
        send(says, Finished(numbers[-1]))
    return 0 if numbers else 1


def _started(order: Order, number: int) -> FinderAside | None:
    """A second process for the keys; None where none is wanted, or can be started."""
    if not order.finder:
        return None
    try:
        return FinderAside(order.finder, Find(order.folder, order.key, number, order.chunks))
    except OSError:
        return None


def _build(
    pull: SnapshotPull, order: Order, finder: FinderAside | None, hears: IO[bytes]
) -> Iterator[Answered]:
    parts = KeptParts(Path(order.folder), order.key)
    try:
        for told in order.chunks:
            pull.load(told, parts.body(told))
            yield Done(pull.consumers)
        pull.make_indexes()
        found = finder.path() if finder is not None else None
        if found is None:
            pull.make_keys(parts, order.chunks)
        else:
            pull.take_keys(found)
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

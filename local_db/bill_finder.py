"""The keys of a snapshot, made beside the rest of the build: half the work, and the other half waits for none of it."""

from __future__ import annotations

import subprocess
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from local_db import bill_keys
from local_db.bill_files import BillFiles, bills_faults
from local_db.bill_frames import Ready, next_answered, send
from local_db.bill_parts import KeptParts
from local_db.snapshot_pull import make_keys
from local_db.unseen_process import unseen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from local_db.bill_frames import Answered, Find


def find(asked: Find) -> Answered:
    """Make the keys in a file of their own. Raises SnapshotRefusedError, Fault DISK_FULL, BILLS_DAMAGED."""
    place = Path(asked.folder), asked.key
    parts, found = KeptParts(*place), BillFiles(*place).finder(asked.number)
    try:
        with bills_faults():
            bill_keys.make_tables(found)
        make_keys(found, parts, asked.chunks)
    finally:
        parts.close()
        found.close()
    return Ready()


class FinderAside:
    """The second process, as the first sees it."""

    def __init__(self, command: Sequence[str], asked: Find) -> None:
        """Start it. Raises OSError when it cannot be started."""
        self._found = BillFiles(Path(asked.folder), asked.key).found(asked.number)
        self._process = subprocess.Popen(  # noqa: S603 - our own program
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            creationflags=unseen(),
        )
        assert self._process.stdin is not None
        with suppress(BrokenPipeError):  # it has ended already: there will be no answer
            send(self._process.stdin, asked)

    def path(self) -> Path | None:
        """Wait for the keys; the file they are in, None where there are none, whyever."""
        assert self._process.stdout is not None
        answer = next_answered(self._process.stdout)
        return self._found if isinstance(answer, Ready) else None

    def close(self) -> None:
        """End it, and remove its file."""
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            assert pipe is not None
            pipe.close()
        self._found.unlink(missing_ok=True)

"""A pull that is built in a process of its own, as the counter sees it."""

from __future__ import annotations

import logging
import subprocess
from typing import TYPE_CHECKING, NoReturn

from counter_app.domain.errors import Fault, FaultCode
from counter_app.use_cases.round_watch import RoundProgress, RoundStep
from counter_app.use_cases.snapshot_ports import SnapshotRefusedError
from local_db.bill_frames import Done, Failed, Finished, Order, Page, Refused, next_answered, send
from local_db.unseen_process import unseen

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path
    from typing import IO

    from counter_app.use_cases.round_watch import Watch
    from counter_app.wire.exchange import Changes
    from counter_app.wire.snapshot import Manifest
    from local_db.bill_frames import Answered, Said

END_TIMEOUT_SECONDS = 10.0
_LOG = logging.getLogger(__name__)


class AsidePull:
    """Port ``BillsPull``; ``publish`` is told the number of the file that counts from now on."""

    def __init__(
        self, command: Sequence[str], publish: Callable[[int], None], tidy: Callable[[], None]
    ) -> None:
        """Start the process. ``tidy`` removes what it left. Raises OSError when it cannot be started."""
        self._command, self._publish, self._tidy = tuple(command), publish, tidy
        self._is_finished = False
        self._process = subprocess.Popen(  # noqa: S603 - our own program
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            creationflags=unseen(),
        )

    def build(self, folder: Path, key: bytes, manifest: Manifest, watch: Watch) -> None:
        """Until the snapshot is built and right. Raises as ``SnapshotStore.loading``."""
        place = str(folder.absolute())
        self._say(Order(place, key, manifest.chunks, manifest.totals, self._command))
        done = 0
        while True:
            watch(RoundProgress(RoundStep.BUILD, done, manifest.totals.consumers))
            answer = self._hear()
            if not isinstance(answer, Done):
                return
            done = answer.consumers

    def take(self, page: Changes) -> None:
        """Bring it up to a page."""
        self._say(Page(page, is_last=False))
        self._hear()

    def finish(self, page: Changes) -> None:
        """The last page, with its mark; then readers change to the new file. Raises ValueError without a mark."""
        if page.mark is None:
            raise ValueError("the last page of a pull carries its mark")
        self._say(Page(page, is_last=True))
        answer = self._hear()
        assert isinstance(answer, Finished), "nothing else is said to a last page"
        self._is_finished = True
        self._publish(answer.number)

    def close(self) -> None:
        """End the process; what it did not finish goes."""
        self._hears.close()
        if not self._is_finished:
            self._process.kill()
        try:
            self._process.wait(END_TIMEOUT_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._says.close()
        if self._process.stderr is not None:
            self._process.stderr.close()
        if not self._is_finished:
            self._tidy()

    def _say(self, said: Said) -> None:
        try:
            send(self._hears, said)
        except OSError as error:
            raise Fault(FaultCode.BILLS_DAMAGED, f"the build ended: {error}") from error

    def _hear(self) -> Answered:
        """The next answer. Raises what the build failed with; RuntimeError for a bug in it."""
        answer = next_answered(self._says)
        if answer is None:
            self._raise_last_words()
        if isinstance(answer, Refused):
            raise SnapshotRefusedError(answer.detail)
        if isinstance(answer, Failed):
            raise Fault(FaultCode(answer.code), answer.detail)
        return answer

    def _raise_last_words(self) -> NoReturn:
        assert self._process.stderr is not None
        last_words = self._process.stderr.read().decode(errors="replace")
        if last_words:
            raise RuntimeError(last_words)
        raise Fault(FaultCode.BILLS_DAMAGED, "the build ended without a word")

    @property
    def _hears(self) -> IO[bytes]:
        """What the process hears by."""
        assert self._process.stdin is not None
        return self._process.stdin

    @property
    def _says(self) -> IO[bytes]:
        """What the process says by."""
        assert self._process.stdout is not None
        return self._process.stdout

"""Background lanes: one worker each, first come first served, answers on the GUI thread."""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor
from typing import TYPE_CHECKING, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal, Slot

if TYPE_CHECKING:
    from collections.abc import Callable

Answer = TypeVar("Answer")


class Lane(QObject):
    """A queue of work that must not run on the GUI thread and must not overlap."""

    _settled = Signal(object)

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix=name)
        self._is_closed = False
        self._settled.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        owner: QObject,
        work: Callable[[], Answer],
        *,
        then: Callable[[Answer], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Do ``work`` on the lane, then call back on the GUI thread unless ``owner`` is gone.

        After ``close`` nothing is begun and nothing is called back.
        """
        if self._is_closed:
            return

        def deliver(done: Future[Answer]) -> None:
            if done.cancelled() or not shiboken6.isValid(owner):
                return
            error = done.exception()
            if error is None:
                then(done.result())
            elif isinstance(error, Exception):
                failed(error)
            else:
                raise error

        def announce(done: Future[Answer]) -> None:
            if shiboken6.isValid(self):
                self._settled.emit(lambda: deliver(done))

        self._worker.submit(work).add_done_callback(announce)

    def close(self) -> None:
        """Finish what was started, drop what was not, and join the thread. Twice is once."""
        self._is_closed = True
        self._worker.shutdown(wait=True, cancel_futures=True)

    @Slot(object)
    def _deliver(self, call: Callable[[], None]) -> None:
        call()


class Lanes:
    """The eight queues of this program; one that was never used has no thread. A lane never calls a lane."""

    def __init__(self, parent: QObject | None = None) -> None:
        self.ledger = Lane("ledger", parent)
        self.lookup = Lane("lookup", parent)
        self.printer = Lane("printer", parent)
        self.terminal = Lane("terminal", parent)
        self.sync = Lane("sync", parent)
        self.reports = Lane("reports", parent)
        self.pole = Lane("pole", parent)
        self.voice = Lane("voice", parent)

    def close(self) -> None:
        """End all eight, the ledger last: what others began may still be written."""
        for lane in (
            self.reports,
            self.pole,
            self.voice,
            self.sync,
            self.terminal,
            self.printer,
            self.lookup,
            self.ledger,
        ):
            lane.close()

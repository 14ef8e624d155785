"""Several processes that serve one socket: started, replaced when one dies, stopped together. Linux only.

A process tells by one pipe that it is ready, and by the same pipe's end that it died, however that came about;
so nothing here is polled.
"""

from __future__ import annotations

import logging
import os
import selectors
import signal
import socket
import subprocess
import sys
import time
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import msgspec

from billing_server.serving import GRACE_SECONDS, Serving

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

LOG = logging.getLogger("uvicorn.error")
RESTART_PAUSE_SECONDS = 1.0
"""Before a dead process is replaced: one that dies at once must not keep the machine busy."""
STOP_SECONDS = GRACE_SECONDS + 5
"""Then a process that was told to stop is killed: a commit that waits for its standby may never return."""
_PASSED_ON = {signal.SIGINT, signal.SIGTERM}


@dataclass(slots=True)
class _Worker:
    """A process, the end of its pipe, and whether it ever listened."""

    process: subprocess.Popen[bytes]
    pipe: int
    is_ready: bool = False


@dataclass(slots=True)
class Supervisor:
    """Keeps ``count`` processes alive. ``tell`` is called once, when all of them listen for the first time."""

    serving: Serving
    listener: socket.socket
    count: int
    tell: Callable[[], None]
    _selector: selectors.BaseSelector = field(default_factory=selectors.DefaultSelector)
    _workers: list[_Worker] = field(default_factory=list)
    _has_told: bool = False

    def run(self) -> int:
        """Until SIGINT or SIGTERM: 0. When a process cannot even begin, all are stopped: 1."""
        with _signals_as_bytes() as woken:
            self._selector.register(woken, selectors.EVENT_READ)
            try:
                for _ in range(self.count):
                    self._start()
                return self._watch(woken)
            finally:
                self._stop()
                self._selector.close()

    def _watch(self, woken: socket.socket) -> int:
        while True:
            for key, _ in self._selector.select():
                if key.fileobj is woken:
                    if _PASSED_ON & set(woken.recv(64)):
                        return 0
                elif os.read(key.fd, 64):
                    self._note_ready(key.data)
                elif not self._replace(key.data):
                    return 1

    def _start(self) -> None:
        ours, theirs = os.pipe()
        process = subprocess.Popen(  # noqa: S603 - our own program
            [
                sys.executable,
                "-m",
                "billing_server.worker",
                str(self.listener.fileno()),
                str(theirs),
            ],
            stdin=subprocess.PIPE,
            pass_fds=[self.listener.fileno(), theirs],
        )
        os.close(theirs)
        worker = _Worker(process, ours)
        self._workers.append(worker)
        self._selector.register(ours, selectors.EVENT_READ, worker)
        assert process.stdin is not None
        with suppress(BrokenPipeError):  # died already: its pipe tells
            process.stdin.write(msgspec.json.encode(self.serving) + b"\n")
            process.stdin.flush()

    def _note_ready(self, worker: _Worker) -> None:
        worker.is_ready = True
        if not self._has_told and all(one.is_ready for one in self._workers):
            self._has_told = True
            self.tell()

    def _replace(self, worker: _Worker) -> bool:
        """A process died. False when the server never stood: then its reason is on standard error."""
        self._forget(worker)
        code = worker.process.wait()
        if not self._has_told:
            LOG.error("process %d could not begin (exit code %d)", worker.process.pid, code)
            return False
        LOG.error("process %d ended by itself (exit code %d): replaced", worker.process.pid, code)
        time.sleep(RESTART_PAUSE_SECONDS)
        self._start()
        return True

    def _forget(self, worker: _Worker) -> None:
        self._workers.remove(worker)
        self._selector.unregister(worker.pipe)
        os.close(worker.pipe)
        assert worker.process.stdin is not None
        with suppress(BrokenPipeError):
            worker.process.stdin.close()

    def _stop(self) -> None:
        """All finish what is under way, together; the listening socket stays bound until then."""
        for worker in self._workers:
            worker.process.terminate()
        deadline = time.monotonic() + STOP_SECONDS
        for worker in tuple(self._workers):
            try:
                worker.process.wait(max(0.0, deadline - time.monotonic()))
            except subprocess.TimeoutExpired:
                LOG.error("process %d did not stop: killed", worker.process.pid)  # noqa: TRY400 - no bug of ours
                worker.process.kill()
                worker.process.wait()
            self._forget(worker)


@contextmanager
def _signals_as_bytes() -> Iterator[socket.socket]:
    """Signals to stop become bytes to read; a second one while stopping changes nothing."""
    woken, waker = socket.socketpair()
    waker.setblocking(False)
    before_fd = signal.set_wakeup_fd(waker.fileno())
    before = {number: signal.signal(number, lambda *_: None) for number in _PASSED_ON}
    try:
        yield woken
    finally:
        for number, acted in before.items():
            signal.signal(number, acted)
        signal.set_wakeup_fd(before_fd)
        woken.close()
        waker.close()

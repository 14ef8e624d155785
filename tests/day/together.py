"""Work in several processes that begin at one moment, timed from that moment until the last of them is done."""

from __future__ import annotations

import multiprocessing
import time
import traceback
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from multiprocessing.queues import Queue
    from multiprocessing.synchronize import Barrier

START_TIMEOUT_SECONDS = 600


class Job(Protocol):
    """What one process does. It is pickled."""

    def prepared(self) -> Callable[[], None]:
        """Open all that is needed; the answer does the work."""
        ...


def run_together(jobs: Sequence[Job]) -> float:
    """Seconds of all of them side by side. Raises RuntimeError with what the first to fail said."""
    context = multiprocessing.get_context("spawn")
    barrier, told = context.Barrier(len(jobs)), context.Queue()
    processes = [context.Process(target=_run, args=(job, barrier, told)) for job in jobs]
    for process in processes:
        process.start()
    answers = [told.get() for _ in processes]
    for process in processes:
        process.join()
    if failed := [answer for answer in answers if isinstance(answer, str)]:
        raise RuntimeError(failed[0])
    begun, ended = zip(*answers, strict=True)
    return float(max(ended) - min(begun))


def _run(job: Job, barrier: Barrier, told: Queue[tuple[float, float] | str]) -> None:
    try:
        work = job.prepared()
        barrier.wait(START_TIMEOUT_SECONDS)
        begun = time.monotonic()
        work()
        told.put((begun, time.monotonic()))
    except BaseException:  # noqa: BLE001 - told to the parent, which raises
        barrier.abort()
        told.put(traceback.format_exc())

"""``dev.py storm``: a city's counters push at once through two server processes, while all of the centre is killed.

Every counter is the real client code (``ServerLink``, ``PushOutbox``) over books in memory. Meanwhile the whole
server, one of its processes, and PostgreSQL are killed and started again. Then rupees, messages, answers and chains
are counted.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from threading import Condition, Event
from typing import TYPE_CHECKING

from counter_app.domain.errors import Fault
from counter_app.use_cases.push_outbox import PushOutbox
from tests.day.storm_centre import StormCentre
from tests.fakes.books import FakeLedger
from tests.fakes.clock import FakeClock
from tests.fakes.pages import Pages

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from counter_app.sync.server_link import GapTold, ServerLink
    from counter_app.wire.exchange import Acknowledgement, Batch
    from counter_app.wire.messages import SealedMessage
    from tests.billing_server.players import PlayedCounter

LONGEST_PAUSE_SECONDS = 0.4
"""A counter of the storm is less patient than a real one, which waits 2 s and more."""
MOST_TOLD_AT_ONCE = 40
GIVE_UP_SECONDS = 300


@dataclass(frozen=True, slots=True)
class Weather:
    """How big the storm is. ``kills`` are done one after the other, evenly over the acknowledged messages."""

    counters: int
    payments_each: int
    kills: Sequence[str]
    seed: int = 7


@dataclass(slots=True)
class Progress:
    """How many messages are acknowledged; whoever waits for a number of them is woken."""

    acknowledged: int = 0
    faults: int = 0
    _changed: Condition = field(default_factory=Condition)

    def note(self, messages: int) -> None:
        with self._changed:
            self.acknowledged += messages
            self._changed.notify_all()

    def note_fault(self) -> None:
        with self._changed:
            self.faults += 1

    def wait_for(self, messages: int) -> None:
        with self._changed:
            if not self._changed.wait_for(
                lambda: self.acknowledged >= messages, timeout=GIVE_UP_SECONDS
            ):
                raise TimeoutError(f"{self.acknowledged} of {messages} messages came home")


@dataclass(slots=True)
class StormCounter:
    """One counter in the storm. It keeps every answer, and holds each repeat against it."""

    played: PlayedCounter
    link: ServerLink
    progress: Progress
    dice: random.Random
    answers: dict[tuple[int, int], bytes] = field(default_factory=dict)
    repeats: int = 0
    differing: int = 0
    ledger: FakeLedger = field(init=False)

    def __post_init__(self) -> None:
        self.ledger = FakeLedger(Pages())

    def push(self, epoch: int, batch: Batch) -> tuple[Acknowledgement, bytes] | GapTold:
        """What ``PushOutbox`` calls: the real link, with its answers remembered."""
        answer = self.link.push(epoch, batch)
        if isinstance(answer, tuple):
            place = (batch.first, batch.first + len(batch.messages) - 1)
            if place in self.answers:
                self.repeats += 1
                self.differing += self.answers[place] != answer[1]
            else:
                self.answers[place] = answer[1]
                self.progress.note(len(batch.messages))
        return answer

    def live(self, payments: Callable[[int], list[SealedMessage]], count: int) -> None:
        """Take payments and push them until all are told and acknowledged."""
        push_outbox = PushOutbox(self.ledger, self, FakeClock())  # type: ignore[arg-type] # it only pushes
        while count:
            told = self.dice.randint(1, min(count, MOST_TOLD_AT_ONCE))
            count -= told
            self._keep(payments(told))
            self._insist(push_outbox)

    def repeat_all(self) -> None:
        """Every batch once more, as it was: each must get the bytes it got."""
        for first, last in sorted(self.answers):
            self.push(self.played.epoch, self.played.batch(first, last))

    def unsent(self) -> int:
        """Messages that are not acknowledged."""
        with self.ledger.open_books() as books:
            return books.messages.summary().unsent_messages

    def _keep(self, sealed: list[SealedMessage]) -> None:
        pages = self.ledger.pages
        for one in sealed:
            pages.messages.append(one)
            pages.outbox.append(pages.link_of(one))

    def _insist(self, push_outbox: PushOutbox) -> None:
        pause = Event()
        while True:
            try:
                push_outbox()
            except Fault:
                self.progress.note_fault()
                pause.wait(self.dice.uniform(0, LONGEST_PAUSE_SECONDS))
            else:
                return


def storm(folder: Path, weather: Weather) -> dict[str, object]:
    """Let it rage, then count. ``holds`` says whether everything did."""
    progress, begun = Progress(), time.monotonic()
    with ExitStack() as stack:
        centre = stack.enter_context(StormCentre.stand(folder))
        counters = [
            StormCounter(*centre.enrol(number), progress, random.Random(weather.seed + number))
            for number in range(weather.counters)
        ]
        threads = stack.enter_context(ThreadPoolExecutor(len(counters)))
        lives = [
            threads.submit(one.live, centre.till_of(one.played), weather.payments_each)
            for one in counters
        ]
        total = weather.counters * weather.payments_each
        for place, kill in enumerate(weather.kills, 1):
            progress.wait_for(total * place // (len(weather.kills) + 1))
            centre.kill(kill)
        for life in lives:
            life.result()
        raged_seconds = time.monotonic() - begun
        for done in [threads.submit(one.repeat_all) for one in counters]:
            done.result()
        figures = centre.count([one.played for one in counters])
    return _judged(figures, counters, progress, raged_seconds)


def _judged(
    figures: dict[str, object],
    counters: list[StormCounter],
    progress: Progress,
    raged_seconds: float,
) -> dict[str, object]:
    told = [sealed for one in counters for sealed in one.played.sealed]
    unsent = sum(one.unsent() for one in counters)
    figures |= {
        "messages_told": len(told),
        "messages_unsent": unsent,
        "acknowledged": progress.acknowledged,
        "attempts_that_failed": progress.faults,
        "repeats": sum(one.repeats for one in counters),
        "repeats_with_other_bytes": sum(one.differing for one in counters),
        "seconds": round(raged_seconds, 1),
    }
    figures["holds"] = (
        figures["told_paise"] == figures["server_paise"] == figures["received_paise"]
        and figures["messages_kept"] == len(told) == figures["distinct_payments"]
        and not unsent
        and not figures["chains_broken"]
        and not figures["repeats_with_other_bytes"]
        and figures["repeats"] != 0
    )
    return figures


def main() -> int:
    """Exit code 0 only when nothing was lost or doubled, and every repeat had the same bytes."""
    parser = argparse.ArgumentParser(prog="dev.py storm", description=__doc__)
    parser.add_argument("--counters", type=int, default=67)
    parser.add_argument("--payments", type=int, default=400, help="of each counter (400)")
    parser.add_argument("--kills", type=int, default=9, help="of the server (9); one of PostgreSQL")
    parser.add_argument("--seed", type=int, default=7)
    asked = parser.parse_args()
    kills = ["process" if number % 3 == 2 else "server" for number in range(asked.kills)]
    kills.insert(len(kills) // 2, "postgresql")
    with tempfile.TemporaryDirectory(prefix="kesco-storm-") as folder:
        weather = Weather(asked.counters, asked.payments, kills, asked.seed)
        figures = storm(Path(folder), weather)
    print(json.dumps(figures, indent=2))
    return 0 if figures["holds"] else 1


if __name__ == "__main__":
    sys.exit(main())

"""The same at the tills over the encrypted file: it says of every act what the ledger in memory says, word for word."""

from __future__ import annotations

import atexit
import functools
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from hypothesis import settings
from hypothesis.stateful import invariant, rule

from counter_app.domain.errors import Refusal
from local_db.engine import open_ledger
from tests.use_cases.any_till_reversals import TillsWithReversals
from tests.use_cases.counter import Counter

if TYPE_CHECKING:
    from collections.abc import Callable

Done = TypeVar("Done")
KEY = bytes(range(32))


class TillsOnDisk(TillsWithReversals):
    """Each act is done by two counters of the same people, clock, keys and ids."""

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="kesco-tills-"))
        shutil.copy(_empty_ledger(), self.folder / "ledger.db")
        self.file = open_ledger(self.folder / "ledger.db", KEY)
        super().__init__()

    def begins(self, counter: Counter) -> None:
        """The twin knows the same people and bills, and opens the same shifts."""
        self.twin = Counter(
            ledger=self.file,  # type: ignore[arg-type]  # a ledger of the same port
            bills=counter.bills,
            keys=counter.keys,
            clock=counter.clock,
        )
        super().begins(self.twin)
        super().begins(counter)

    def do(self, act: Callable[[Counter], Done]) -> Done | None:
        """What both did; a refusal is the same refusal."""
        given = self.counter.ids.given
        done, refusal = _tried(act, self.counter)
        self.twin.ids.given = given
        done_on_disk, refused_on_disk = _tried(act, self.twin)
        assert done_on_disk == done
        assert refused_on_disk == refusal
        assert self.twin.ids.given == self.counter.ids.given
        return done

    @rule()
    def sends_all(self) -> None:
        """Both outboxes go to the centre."""
        for counter in (self.counter, self.twin):
            counter.server.mishaps.clear()
            counter.push_outbox()

    def sends(self, mishap: object) -> None:
        """What a centre does to answers is told apart in ``test_any_till``."""

    def disk_fails_next(self, is_kept: object) -> None:
        """How a disk fails is played in ``tests.local_db``."""

    def starts_again(self) -> None:
        """The program ends and starts."""

    @rule()
    def file_is_opened_again(self) -> None:
        """The program ends and starts: what it knows is what the file knows."""
        self.file.reopen()

    @invariant()
    def both_books_say_the_same(self) -> None:
        assert self.twin.open_shifts() == self.counter.open_shifts()
        assert self.twin.floats_left() == self.counter.floats_left()
        for seen in self.counter.open_shifts():
            who = seen.shift.cashier_id
            assert self.twin.view_till(who) == self.counter.view_till(who)
        assert _kept(self.twin) == _kept(self.counter)

    def teardown(self) -> None:
        """Nobody is stuck, and the file is sound to the last."""
        try:
            super().teardown()
            self.both_books_say_the_same()
            assert self.file.check().problem == ""
        finally:
            self.file.close()
            shutil.rmtree(self.folder)


def _tried(act: Callable[[Counter], Done], counter: Counter) -> tuple[Done | None, object]:
    try:
        return act(counter), None
    except Refusal as refusal:
        return None, (refusal.code, dict(refusal.facts))


def _kept(counter: Counter) -> object:
    with counter.ledger.open_books() as books:
        return (
            books.messages.head(),
            books.tills.newest_day(),
            books.closes.takings_waiting(),
            books.closes.closes_of(counter.clock.now().date()),
        )


@functools.cache
def _empty_ledger() -> Path:
    """A ledger with nothing in it, made once a process."""
    folder = Path(tempfile.mkdtemp(prefix="kesco-tills-empty-"))
    atexit.register(shutil.rmtree, folder)
    open_ledger(folder / "ledger.db", KEY).close()
    return folder / "ledger.db"


TestTillsOnDisk = TillsOnDisk.TestCase
TestTillsOnDisk.settings = settings(max_examples=8, stateful_step_count=25, deadline=None)

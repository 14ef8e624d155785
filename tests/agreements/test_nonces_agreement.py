"""A signed request is taken once by all processes of the server together, and never again: on both databases."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import delete, func, select

from billing_server.problems import Code, ServerRefusal
from billing_server.store.engine import open_database
from billing_server.store.enrolment import EpochKey
from billing_server.store.nonces import SWEEP_SECONDS, SeenNonces
from billing_server.store.worker_schema import NONCE_MEMORY, SEEN_NONCE
from tests.billing_server.centres import EACH_KIND, centre_for_test, refused

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from billing_server.store.engine import Database
    from tests.billing_server.centres import PlayedCentre

SECOND_US = 1_000_000
WINDOW_SECONDS, AHEAD_SECONDS = 300, 30
C07, C08 = (EpochKey(name, 1, b"", 0, is_revoked=False) for name in ("C07", "C08"))


@pytest.fixture(params=EACH_KIND)
def centre(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[PlayedCentre]:
    yield from centre_for_test(request.param, tmp_path)


def of_process(database: Database) -> SeenNonces:
    return SeenNonces(database, WINDOW_SECONDS, AHEAD_SECONDS)


def admit(
    nonces: SeenNonces, nonce: str, created: int, *, at: int | None = None, key: EpochKey = C07
) -> None:
    """A request dated ``created`` comes at ``at``, by default the same second."""
    nonces.admit(key, nonce, created, (created if at is None else at) * SECOND_US)


def test_a_repeat_is_refused_for_as_long_as_it_is_not_stale(centre: PlayedCentre) -> None:
    one, other = of_process(centre.database), of_process(centre.database)
    admit(one, "n", 1_000)
    for process in (one, other):
        for moment in (1_000, 1_000 + WINDOW_SECONDS):
            refusal = refused(lambda p=process, m=moment: admit(p, "n", 1_000, at=m))
            assert refusal.code is Code.REPLAYED
    refusal = refused(lambda: admit(one, "n", 1_000, at=1_001 + WINDOW_SECONDS))
    assert refusal.code is Code.STALE
    admit(one, "n", 1_000, key=C08)


def test_a_request_dated_too_far_ahead_is_stale(centre: PlayedCentre) -> None:
    nonces = of_process(centre.database)
    admit(nonces, "n", 1_000 + AHEAD_SECONDS, at=1_000)
    refusal = refused(lambda: admit(nonces, "m", 1_001 + AHEAD_SECONDS, at=1_000))
    assert refusal.code is Code.STALE


def test_what_is_over_is_swept_in_time(centre: PlayedCentre) -> None:
    nonces = of_process(centre.database)
    for second in range(1_000, 1_010):
        admit(nonces, f"n{second}", second)
    admit(nonces, "later", 1_010 + WINDOW_SECONDS + AHEAD_SECONDS + SWEEP_SECONDS)
    kept = centre.database.read(lambda c: c.execute(select(SEEN_NONCE.c.nonce)).scalars().all())
    assert kept == ["later"]


def test_of_one_request_sent_to_two_processes_at_once_one_is_taken(centre: PlayedCentre) -> None:
    databases = [open_database(centre.database.engine.url.render_as_string()) for _ in range(2)]
    processes = [of_process(database) for database in databases]

    def ask(number: int) -> Code | None:
        try:
            admit(processes[number % 2], f"n{number // 8}", 1_000)
        except ServerRefusal as refusal:
            return refusal.code
        return None

    with ThreadPoolExecutor(6) as threads:
        told = list(threads.map(ask, range(32)))
    assert [told[first : first + 8].count(None) for first in range(0, 32, 8)] == [1, 1, 1, 1]
    assert set(told) == {None, Code.REPLAYED}
    for database in databases:
        database.close()


def test_after_the_memory_was_lost_only_what_is_certainly_new_is_taken(
    centre: PlayedCentre,
) -> None:
    """A crash of PostgreSQL empties both tables; here they are emptied by hand, on both databases."""
    nonces = of_process(centre.database)
    admit(nonces, "now", 1_000)
    admit(nonces, "ahead", 1_000 + AHEAD_SECONDS, at=1_000)
    centre.database.write(lambda c: c.execute(delete(SEEN_NONCE)))
    centre.database.write(lambda c: c.execute(delete(NONCE_MEMORY)))
    for nonce, created in (("now", 1_000), ("ahead", 1_000 + AHEAD_SECONDS), ("new", 1_001)):
        refusal = refused(lambda n=nonce, c=created: admit(nonces, n, c, at=1_001))
        assert (refusal.code, refusal.retry_after_seconds) == (Code.BUSY, AHEAD_SECONDS + 1)
    begun = 1_001 + AHEAD_SECONDS + 1
    refusal = refused(lambda: admit(nonces, "ahead", 1_000 + AHEAD_SECONDS, at=begun))
    assert refusal.code is Code.BUSY
    admit(nonces, "new, signed again", begun)
    refusal = refused(lambda: admit(of_process(centre.database), "new, signed again", begun))
    assert refusal.code is Code.REPLAYED
    rows = centre.database.read(
        lambda c: c.execute(select(func.count(SEEN_NONCE.c.nonce))).scalar_one()
    )
    assert rows == 1

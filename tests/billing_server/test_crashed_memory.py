"""A crash of PostgreSQL forgets the nonces of requests; no request is taken twice for that."""

from __future__ import annotations

import os
import signal
import time
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from billing_server.problems import Code
from billing_server.store.enrolment import EpochKey
from billing_server.store.nonces import SeenNonces
from tests.billing_server.centres import refused
from tests.billing_server.postgresql import migrated_cluster, remove_cluster

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from billing_server.store.engine import Database
    from tests.billing_server.postgresql import Cluster

pytestmark = pytest.mark.postgresql

SECOND_US = 1_000_000
AHEAD_SECONDS = 30
PATIENCE_SECONDS = 60
C07 = EpochKey("C07", 1, b"", 0, is_revoked=False)


@pytest.fixture(scope="module")
def cluster() -> Iterator[Cluster]:
    made = migrated_cluster()
    yield made
    remove_cluster(made)


def stop_at_once(cluster: Cluster, _database: Database) -> None:
    cluster.stop("immediate")
    cluster.start()


def kill_one_backend(_cluster: Cluster, database: Database) -> None:
    """PostgreSQL takes all backends down and recovers, while its own start time stays what it was."""
    pid = database.ask(lambda c: c.execute(text("SELECT pg_backend_pid()")).scalar_one())
    os.kill(pid, signal.SIGKILL)


@pytest.mark.parametrize(("crash", "start"), [(stop_at_once, 1_000), (kill_one_backend, 2_000)])
def test_a_crash_that_empties_the_memory_opens_no_window_for_replays(
    cluster: Cluster, crash: Callable[[Cluster, Database], None], start: int
) -> None:
    database = cluster.open("kesco")
    nonces = SeenNonces(database, 300, AHEAD_SECONDS)
    nonces.admit(C07, "taken", start, start * SECOND_US)
    nonces.admit(C07, "ahead", start + AHEAD_SECONDS, start * SECOND_US)
    crash(cluster, database)
    wait_until(database, 0)
    for created, nonce in ((start, "taken"), (start + AHEAD_SECONDS, "ahead")):
        refusal = refused(nonces.admit, C07, nonce, created, (start + 1) * SECOND_US)
        assert refusal.code is Code.BUSY
    begun = start + 1 + AHEAD_SECONDS + 1
    nonces.admit(C07, "signed again", begun, begun * SECOND_US)
    refusal = refused(nonces.admit, C07, "signed again", begun, begun * SECOND_US)
    assert refusal.code is Code.REPLAYED
    database.close()


def test_a_planned_restart_forgets_nothing(cluster: Cluster) -> None:
    database = cluster.open("kesco")
    nonces = SeenNonces(database, 300, AHEAD_SECONDS)
    nonces.admit(C07, "kept", 9_000, 9_000 * SECOND_US)
    kept = remembered(database)
    cluster.stop("fast")
    cluster.start()
    wait_until(database, kept)
    refusal = refused(nonces.admit, C07, "kept", 9_000, 9_001 * SECOND_US)
    assert refusal.code is Code.REPLAYED
    database.close()


def wait_until(database: Database, rows: int) -> None:
    """Until it answers, and so many nonces are remembered. Around a crash each try asks anew."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < deadline:
        try:
            if remembered(database) == rows:
                return
        except DBAPIError:
            continue
    raise TimeoutError


def remembered(database: Database) -> int:
    found: int = database.ask(
        lambda c: c.execute(text("SELECT count(*) FROM seen_nonce")).scalar_one()
    )
    return found

"""Snapshots as counters ask for them: the manifest, and a build aside when the newest one is old."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass, field
from threading import Lock
from typing import TYPE_CHECKING

import msgspec

from billing_server.problems import Code, ServerRefusal
from billing_server.store import snapshot_shelf as shelf
from billing_server.store.snapshot_build import SECONDS_PER_DAY, SnapshotLimits
from counter_app.wire.snapshot import Manifest, is_blob_name

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from billing_server.store.engine import Database

_MICROSECONDS = 1_000_000
_SECONDS_PER_HOUR = 3_600


class BuildOrder(msgspec.Struct, frozen=True):
    """What a process that builds is told on its standard input: a database's address may hold a password."""

    database_url: str
    now_us: int
    limits: SnapshotLimits


def tell_manifest(connection: Connection, have: int, now_us: int, valid_days: int) -> Manifest:
    """The newest snapshot, for a counter whose bills reach up to the cursor ``have``.

    Raises ServerRefusal NOT_FOUND: none was built yet, or it is out of date.
    """
    kept = shelf.newest(connection)
    if kept is None:
        raise ServerRefusal(Code.NOT_FOUND, "no snapshot was built yet")
    valid_until_us = kept.as_on_us + valid_days * SECONDS_PER_DAY * _MICROSECONDS
    if valid_until_us < now_us:
        raise ServerRefusal(Code.NOT_FOUND, "the newest snapshot is out of date")
    return Manifest(
        have=have,
        version=kept.version,
        cursor=kept.cursor,
        as_on_us=kept.as_on_us,
        valid_until_us=valid_until_us,
        totals=kept.totals,
        chunks=shelf.parts_of(connection, kept.number, shelf.CHUNK),
        deltas=shelf.deltas_from(connection, have) if have else (),
        beside=shelf.only_part_of(connection, kept.number, shelf.BESIDE),
    )


def find_blob(connection: Connection, sha256: str) -> bytes:
    """A part. Raises ServerRefusal NOT_FOUND for one that is not kept (any more)."""
    body = shelf.blob_named(connection, sha256) if is_blob_name(sha256) else None
    if body is None:
        raise ServerRefusal(Code.NOT_FOUND, "no such part: ask for the manifest again")
    return body


@dataclass(slots=True)
class BuildAside:
    """Builds in a process of its own, so that no request waits and no worker slows down.

    Every worker process may begin one: the claim in the database lets one of them build.
    """

    database: Database
    limits: SnapshotLimits
    after_hours: int
    """How old the newest may become; 0 leaves building to the office's scheduler."""
    _running: subprocess.Popen[bytes] | None = None
    _lock: Lock = field(default_factory=Lock)

    def see_to(self, now_us: int) -> None:
        """Begin a build if the newest snapshot is too old, and none of ours is at it."""
        if not self.after_hours:
            return
        kept = self.database.read(shelf.newest)
        oldest_us = now_us - self.after_hours * _SECONDS_PER_HOUR * _MICROSECONDS
        if kept is None or kept.as_on_us < oldest_us:
            self._begin(now_us)

    def wait(self) -> None:
        """Until a build that was begun here has ended, in order or not."""
        if self._running is not None:
            self._running.wait()

    def _begin(self, now_us: int) -> None:
        with self._lock:
            if self._running is not None and self._running.poll() is None:
                return
            url = self.database.engine.url.render_as_string(hide_password=False)
            order = msgspec.json.encode(BuildOrder(url, now_us, self.limits))
            building = subprocess.Popen(
                [sys.executable, "-m", "billing_server.snapshot_run"], stdin=subprocess.PIPE
            )
            assert building.stdin is not None
            with building.stdin as stdin:
                stdin.write(order)
            self._running = building

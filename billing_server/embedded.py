"""A whole server on a thread of this process, on loopback: for `dev.py run`, the demo and tests."""

from __future__ import annotations

import threading
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from threading import Event
from typing import TYPE_CHECKING

from msgspec import structs

from billing_server.app import build_app
from billing_server.centre import Centre, microseconds_now
from billing_server.check_page import CHECK
from billing_server.keys import server_key
from billing_server.migrations.upgrade import upgrade
from billing_server.reading import MessageKey
from billing_server.serving import AnnouncingServer, Serving, config_of, listen
from billing_server.settings import ServerSettings
from billing_server.store import (
    account_map,
    bank_desk,
    book_load,
    enrolment,
    policy,
    roster,
    snapshot_build,
    suspense,
)
from billing_server.store.engine import Database, open_database

if TYPE_CHECKING:
    import socket
    from collections.abc import Callable, Iterable, Mapping
    from datetime import date
    from pathlib import Path

    from billing_server.store.bank_desk import SeenReturned
    from billing_server.store.snapshot_shelf import SnapshotKept
    from counter_app.domain.policy import Rule
    from counter_app.wire.canonical import KeyPair
    from counter_app.wire.exchange import BillTold, ConsumerTold, Person

DATABASE_FILE = "billing.db"
LOOPBACK = "127.0.0.1"
START_TIMEOUT_SECONDS = 20
STOP_TIMEOUT_SECONDS = 20


class ServerNotStartedError(Exception):
    """The server's thread ended, or did not answer in time."""


@dataclass(slots=True)
class EmbeddedServer:
    """A running server. The same folder and port start it again after ``stop``."""

    url: str
    port: int
    database: Database
    key: KeyPair
    settings: ServerSettings
    now_us: Callable[[], int]
    _server: AnnouncingServer = field(repr=False)
    _thread: threading.Thread = field(repr=False)

    def stop(self) -> None:
        """Finish what is under way and close everything. A second call does nothing."""
        self._server.should_exit = True
        self._thread.join(STOP_TIMEOUT_SECONDS)
        if self._thread.is_alive():
            message = f"{self.url} did not stop within {STOP_TIMEOUT_SECONDS} s"
            raise TimeoutError(message)
        self.database.close()

    def issue_code(
        self,
        counter_id: str,
        counter_name: str,
        division_en: str,
        division_hi: str,
        series_base: str,
    ) -> str:
        """A one-time code ``XXXXXXXX-<server key id>`` for this counter. Raises ValueError."""
        place = enrolment.CounterPlace(
            counter_id, counter_name, division_en, division_hi, series_base
        )
        return enrolment.issue_code(self.database, self.key, place, self.settings, self.now_us())

    def revoke(self, counter_id: str, epoch: int) -> None:
        """Take no more requests signed by this epoch's key."""
        enrolment.revoke(self.database, counter_id, epoch, self.now_us())

    def put_people(self, people: Iterable[Person]) -> None:
        """Add or replace people of the roster."""
        roster.put_people(self.database, people)

    def set_rule(
        self,
        name: str,
        texts: Mapping[str, str],
        *,
        valid_from: date,
        valid_to: date | None = None,
        authority: str,
        by: str,
    ) -> Rule:
        """The next version of a dated rule, told to counters at their next pull. Raises ValueError."""
        return policy.set_rule(
            self.database,
            name,
            texts,
            valid_from=valid_from,
            valid_to=valid_to,
            authority=authority,
            by=by,
            now_us=self.now_us(),
        )

    def map_accounts(self, pairs: Mapping[str, str], by: str) -> int:
        """Old account numbers to the new ones that took their place. Raises ValueError."""
        return account_map.map_accounts(self.database, pairs, by, self.now_us())

    def match_suspense(self, key: str, account_no: str, by: str, reason: str) -> int:
        """Book waiting money (``C07/1/15``) to an account; the result's number. Raises ValueError."""
        match = suspense.Match(MessageKey.typed(key), account_no, by, reason)
        return suspense.match_suspense(self.database, match, self.now_us())

    def return_instrument(self, seen: SeenReturned) -> tuple[str, ...]:
        """The bank gave an instrument back to the centre; the counters told. Raises ValueError."""
        return bank_desk.return_instrument(self.database, seen, self.now_us())

    def load_book(self, consumers: Iterable[ConsumerTold], bills: Iterable[BillTold]) -> int:
        """Load consumers and bills; how many consumers changed. Raises BookRefusedError."""
        return book_load.load_book(self.database, consumers, bills)

    def build_snapshot(self) -> SnapshotKept | None:
        """A snapshot of this moment for counters to load; None when another process builds one."""
        return snapshot_build.build_snapshot(
            self.database, self.now_us(), self.settings.snapshot_limits
        )


def start_embedded(
    folder: Path,
    *,
    port: int = 0,
    database_url: str = "",
    settings: ServerSettings | None = None,
    now_us: Callable[[], int] = microseconds_now,
) -> EmbeddedServer:
    """Start a server whose key and database stand in ``folder``; port 0 takes a free one.

    Raises OSError when the port is taken, ServerNotStartedError.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with ExitStack() as undone:
        listener = undone.enter_context(listen(LOOPBACK, port))
        url = database_url or f"sqlite:///{(folder / DATABASE_FILE).as_posix()}"
        serving = Serving(str(folder), url, LOOPBACK, port, settings or ServerSettings()).at(
            listener
        )
        serving = _with_check_page(serving)
        database = open_database(url)
        undone.callback(database.close)
        upgrade(database)
        centre = Centre(database, server_key(folder), serving.settings, now_us)
        started = Event()
        config = config_of(build_app(centre), serving, log_config=None)
        server = AnnouncingServer(config, started.set)
        thread = _run(server, listener, started)
        undone.pop_all()
    return EmbeddedServer(
        serving.url,
        serving.port,
        database,
        centre.key,
        centre.settings,
        now_us,
        server,
        thread,
    )


def _with_check_page(serving: Serving) -> Serving:
    """Its receipts name its own page for checking them, where the settings name no other."""
    page = serving.settings.public_check_url or f"{serving.url}{CHECK}/#"
    return structs.replace(serving, settings=replace(serving.settings, public_check_url=page))


def _run(server: AnnouncingServer, listener: socket.socket, started: Event) -> threading.Thread:
    """Run on a thread of its own; it listens when this returns. Raises ServerNotStartedError."""

    def run() -> None:
        try:
            server.run(sockets=[listener])
        finally:
            listener.close()
            started.set()

    thread = threading.Thread(target=run, name="billing-server", daemon=True)
    thread.start()
    if not started.wait(START_TIMEOUT_SECONDS) or not server.started:
        raise ServerNotStartedError
    return thread

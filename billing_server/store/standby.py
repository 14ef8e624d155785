"""An acknowledgement is a promise: where the settings ask for it, a synchronous standby must hold it first.

Otherwise a machine that burns takes the last acknowledged payments with it, and no counter sends those again.
PostgreSQL itself waits for the standby at commit, but answers without one when none is configured, when the role's
``synchronous_commit`` is lower, or when somebody cancels the wait (the commit then succeeds, with a warning). None of
that may reach a counter as an acknowledgement.
"""

from __future__ import annotations

from dataclasses import dataclass
from threading import Timer
from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy import text

from billing_server.problems import Code, ServerRefusal

if TYPE_CHECKING:
    from collections.abc import Callable

    from psycopg import Connection as PsycopgConnection
    from psycopg.errors import Diagnostic
    from sqlalchemy import Connection, Row

    from billing_server.store.commits import Commit
    from billing_server.store.engine import Database

Answer = TypeVar("Answer")

_STANDBYS = (
    "SELECT current_setting('synchronous_standby_names') <> '' AS is_asked_for,"
    " count(*) AS seen, count(state) AS told,"
    " count(*) FILTER (WHERE state = 'streaming' AND sync_state IN ('sync', 'quorum')) AS confirming"
    " FROM pg_stat_replication"
)
_LOOK = text(_STANDBYS)
_LOOK_AND_SET = text(
    f"WITH standbys AS ({_STANDBYS})"  # noqa: S608 - our own words
    " SELECT standbys.*, set_config('synchronous_commit', :level, true),"
    " set_config('statement_timeout', :most_ms, true), pg_logical_emit_message(true, 'kesco', '')"
    " FROM standbys"
)
"""The empty message makes the commit wait in any case: what a repeat is answered may have been committed by one whose
wait was cancelled."""


@dataclass(frozen=True, slots=True)
class Standby:
    """How much of a synchronous standby a commit waits for, and how long, all its statements together."""

    level: Commit
    most_seconds: int
    retry_after_seconds: int

    def look(self, connection: Connection) -> None:
        """Raises ServerRefusal BUSY when no standby would confirm now."""
        self._refuse(connection.execute(_LOOK).one())

    def write(self, database: Database, work: Callable[[Connection], Answer]) -> Answer:
        """Run in one transaction; a standby holds it when this returns.

        Raises ServerRefusal BUSY: nothing was kept, or it is kept here and the standby has not said so in time.
        The same work told again is safe in both cases.
        """
        wait = {"level": self.level, "most_ms": str(self.most_seconds * 1_000)}

        def confirmed(connection: Connection) -> Answer:
            self._refuse(connection.execute(_LOOK_AND_SET, wait).one())
            answer = work(connection)
            self._commit(connection)
            return answer

        return database.write(confirmed)

    def _commit(self, connection: Connection) -> None:
        """PostgreSQL knows no time limit for this wait: it is cancelled from here. Success with a warning is none."""
        transaction = connection.get_transaction()
        raw: PsycopgConnection = connection.connection.driver_connection  # type: ignore[assignment] # psycopg's
        assert transaction is not None
        warnings: list[str] = []

        def note(notice: Diagnostic) -> None:
            if notice.severity_nonlocalized == "WARNING":
                warnings.append(notice.message_primary or "")

        given_up = Timer(self.most_seconds, raw.cancel_safe)
        raw.add_notice_handler(note)
        given_up.start()
        try:
            transaction.commit()
        finally:
            given_up.cancel()
            raw.remove_notice_handler(note)
        if warnings:
            connection.invalidate()  # the cancel may reach it late, and must not hit another's statement
            raise self._busy(f"no standby confirmed: {warnings[0]}")

    def _refuse(self, standbys: Row[Any]) -> None:
        if not standbys.is_asked_for:
            raise self._busy("synchronous_standby_names is empty")
        if standbys.seen and not standbys.told:
            raise self._busy("the role cannot see its standbys: GRANT pg_monitor TO it")
        if not standbys.confirming:
            raise self._busy("no synchronous standby is streaming")

    def _busy(self, why: str) -> ServerRefusal:
        return ServerRefusal(Code.BUSY, why, retry_after_seconds=self.retry_after_seconds)

"""Pull bills: all pages of a pull become visible together with the mark they belong to."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING

from counter_app.domain.bill import NOTHING_SEEN
from counter_app.domain.errors import Fault, FaultCode
from counter_app.use_cases.round_watch import RoundProgress, RoundStep, unwatched
from counter_app.use_cases.snapshot_ports import CursorUnknownError, SnapshotRefusedError

if TYPE_CHECKING:
    from counter_app.domain.bill import Mark
    from counter_app.use_cases.book_ports import Ledger
    from counter_app.use_cases.fetch_snapshot import FetchSnapshot, SnapshotFetched
    from counter_app.use_cases.ports import BillingServer, BillsAsTold, BillsPull, Clock
    from counter_app.use_cases.round_watch import Watch
    from counter_app.use_cases.snapshot_ports import SnapshotStore
    from counter_app.wire.exchange import Changes, Person
    from counter_app.wire.rules import PolicyTold

_LOG = logging.getLogger(__name__)


@dataclass(slots=True)
class _Told:
    """What was told so far: how many consumers changed, and what else the books keep of it."""

    count: int = 0
    roster: tuple[Person, ...] | None = None
    policy: PolicyTold | None = None

    def hear(self, page: Changes) -> None:
        """One more page; what a later one tells replaces what an earlier one told."""
        self.count += len(page.consumers)
        self.roster = self.roster if page.roster is None else page.roster
        self.policy = self.policy if page.policy is None else page.policy


@dataclass(frozen=True, slots=True)
class PullBills:
    """The verb. Where a snapshot, or the steps to it, is sooner here than pages are, the pull begins with that."""

    ledger: Ledger
    bills: BillsAsTold
    store: SnapshotStore
    server: BillingServer
    clock: Clock
    snapshots: FetchSnapshot

    def __call__(self, watch: Watch = unwatched) -> int:
        """Fetch and apply what changed; how many consumers were told. Raises Fault of the server port, DISK_FULL.

        A watch that stops it leaves the bills as they were; parts of a snapshot are kept.
        """
        try:
            return self._pull(self.bills.mark(), watch)
        except CursorUnknownError:
            return self._pull_anew(watch)

    def _pull_anew(self, watch: Watch) -> int:
        """The centre never gave our cursor, or forgot it: begin with nothing. What is in hand serves until then."""
        try:
            return self._pull(NOTHING_SEEN, watch)
        except CursorUnknownError as error:
            raise Fault(FaultCode.SERVER_NOT_OURS, f"its own cursor {error} unknown") from error

    def _pull(self, mark: Mark, watch: Watch) -> int:
        fetched = self.snapshots(mark, watch)
        while fetched is not None:
            try:
                return self._pull_from(fetched, watch)
            except SnapshotRefusedError as error:
                _LOG.warning("snapshot %s is refused: %s", fetched.manifest.version, error)
            fetched = self._instead_of(fetched, watch)
        with self.store.pulling(is_anew=not mark.cursor) as pull:
            return self._follow(pull, mark.cursor, _Told(), watch)

    def _instead_of(self, refused: SnapshotFetched, watch: Watch) -> SnapshotFetched | None:
        """Steps that do not fit show that the bills in hand are not what they should be: the whole puts it right."""
        if not refused.is_whole:
            return self.snapshots.whole(watch)
        self.snapshots.refuse(refused)
        return None

    def _pull_from(self, fetched: SnapshotFetched, watch: Watch) -> int:
        """What the snapshot lacks is this counter's mark: it counts once the pages since have brought it."""
        manifest, told = fetched.manifest, _Told()
        opened = (
            self.store.loading(manifest, watch)
            if fetched.is_whole
            else self.store.stepping(manifest)
        )
        with opened as pull:
            for page in fetched.beside:
                told.hear(page)
                pull.take(page)
            told.count += manifest.totals.consumers if fetched.is_whole else 0
            count = self._follow(pull, manifest.cursor, told, watch)
        self.snapshots.shelf.keep_only(())
        return count

    def _follow(self, pull: BillsPull, since: int, told: _Told, watch: Watch) -> int:
        """All pages since this cursor, the last of which makes the pull visible."""
        while True:
            watch(RoundProgress(RoundStep.PULL, told.count, 0))
            page = self.server.changes(since)
            if page.since != since:
                raise Fault(FaultCode.SERVER_NOT_OURS, f"{page.since} told for {since}")
            told.hear(page)
            if page.mark is not None:
                self._keep(told.roster, told.policy)
                pull.finish(page)
                return told.count
            if page.next_cursor <= since:
                raise Fault(FaultCode.SERVER_NOT_OURS, f"changes do not advance past {since}")
            pull.take(page)
            since = page.next_cursor

    def _keep(self, roster: tuple[Person, ...] | None, policy: PolicyTold | None) -> None:
        """Before the mark moves: the centre tells a policy once, so what is lost here must come again."""
        if roster is None and policy is None:
            return
        with self.ledger.open_books() as books:
            if roster is not None:
                books.enrolment.keep_roster(roster, self.clock.now())
            if policy is not None:
                books.rules.keep_policy(policy, self.clock.now())
            books.commit()

"""Pull bills: all pages of a pull become visible together with the mark they belong to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from counter_app.domain.errors import Fault, FaultCode
from counter_app.use_cases.round_watch import RoundProgress, RoundStep, unwatched

if TYPE_CHECKING:
    from counter_app.use_cases.book_ports import Ledger
    from counter_app.use_cases.ports import BillingServer, BillsAsTold, BillStore, Clock
    from counter_app.use_cases.round_watch import Watch
    from counter_app.wire.exchange import Person
    from counter_app.wire.rules import PolicyTold


@dataclass(frozen=True, slots=True)
class PullBills:
    """The verb."""

    ledger: Ledger
    bills: BillsAsTold
    store: BillStore
    server: BillingServer
    clock: Clock

    def __call__(self, watch: Watch = unwatched) -> int:
        """Fetch and apply what changed; how many consumers were told. Raises Fault of the server port.

        A watch that stops it leaves the bills as they were.
        """
        since, told = self.bills.mark().cursor, 0
        roster: tuple[Person, ...] | None = None
        policy: PolicyTold | None = None
        with self.store.pulling() as pull:
            while True:
                watch(RoundProgress(RoundStep.PULL, told, 0))
                page = self.server.changes(since)
                if page.since != since:
                    raise Fault(FaultCode.SERVER_NOT_OURS, f"{page.since} told for {since}")
                told += len(page.consumers)
                roster = roster if page.roster is None else page.roster
                policy = policy if page.policy is None else page.policy
                if page.mark is not None:
                    self._keep(roster, policy)
                    pull.finish(page)
                    return told
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

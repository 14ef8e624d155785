"""Pull bills: all pages of a pull become visible together with the mark they belong to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from counter_app.domain.errors import Fault, FaultCode

if TYPE_CHECKING:
    from counter_app.use_cases.book_ports import Ledger
    from counter_app.use_cases.ports import BillingServer, BillsAsTold, BillStore, Clock
    from counter_app.wire.exchange import Person


@dataclass(frozen=True, slots=True)
class PullBills:
    """The verb."""

    ledger: Ledger
    bills: BillsAsTold
    store: BillStore
    server: BillingServer
    clock: Clock

    def __call__(self) -> int:
        """Fetch and apply what changed; how many consumers were told. Raises Fault of the server port."""
        since, told = self.bills.mark().cursor, 0
        roster: tuple[Person, ...] | None = None
        with self.store.pulling() as pull:
            while True:
                page = self.server.changes(since)
                if page.since != since:
                    raise Fault(FaultCode.SERVER_NOT_OURS, f"{page.since} told for {since}")
                told += len(page.consumers)
                roster = roster if page.roster is None else page.roster
                if page.mark is not None:
                    pull.finish(page)
                    break
                if page.next_cursor <= since:
                    raise Fault(FaultCode.SERVER_NOT_OURS, f"changes do not advance past {since}")
                pull.take(page)
                since = page.next_cursor
        if roster is not None:
            with self.ledger.open_books() as books:
                books.enrolment.keep_roster(roster, self.clock.now())
                books.commit()
        return told

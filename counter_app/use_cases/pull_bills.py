"""Pull bills: all pages of a pull become visible together with the mark they belong to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from counter_app.domain.errors import Fault, FaultCode

if TYPE_CHECKING:
    from counter_app.use_cases.ports import BillingServer, BillsAsTold, BillStore, Clock, Ledger
    from counter_app.wire.exchange import Changes


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
        with self.store.pulling() as pull:
            while True:
                page = self.server.changes(since)
                told += len(page.consumers)
                if page.mark is not None:
                    pull.finish(page)
                    break
                if page.next_cursor <= since:
                    raise Fault(FaultCode.SERVER_NOT_OURS, f"changes do not advance past {since}")
                pull.take(page)
                since = page.next_cursor
        self._keep_roster(page)
        return told

    def _keep_roster(self, page: Changes) -> None:
        if page.roster is not None:
            with self.ledger.open_books() as books:
                books.enrolment.keep_roster(page.roster, self.clock.now())
                books.commit()

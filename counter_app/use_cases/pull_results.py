"""Pull results: what the centre decided later than its acknowledgements, kept page by page in order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from counter_app.domain.errors import Fault, FaultCode
from counter_app.use_cases.round_watch import RoundProgress, RoundStep, unwatched

if TYPE_CHECKING:
    from counter_app.use_cases.book_ports import Ledger
    from counter_app.use_cases.ports import BillingServer, Clock
    from counter_app.use_cases.round_watch import Watch
    from counter_app.wire.results import Results


@dataclass(frozen=True, slots=True)
class PullResults:
    """The verb. What was kept is kept: a round that breaks off goes on from there."""

    ledger: Ledger
    server: BillingServer
    clock: Clock

    def __call__(self, watch: Watch = unwatched) -> int:
        """Fetch and keep what is new; how many results. Raises Fault of the server port."""
        with self.ledger.open_books() as books:
            after = books.results.last_number()
        kept = 0
        while True:
            watch(RoundProgress(RoundStep.RESULTS, kept, 0))
            page = self.server.results(after)
            numbers = [one.number for one in page.results]
            if numbers != list(range(after + 1, after + 1 + len(numbers))):
                raise Fault(FaultCode.SERVER_NOT_OURS, f"results {numbers} told after {after}")
            if page.results:
                self._keep(page)
                kept, after = kept + len(numbers), numbers[-1]
            if after >= page.last:
                return kept
            if not page.results:
                raise Fault(FaultCode.SERVER_NOT_OURS, f"no result after {after} of {page.last}")

    def _keep(self, page: Results) -> None:
        with self.ledger.open_books() as books:
            books.results.keep(page.results, self.clock.now())
            books.commit()

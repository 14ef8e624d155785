"""The counters of a game: their chains, their snapshot of bills, and the position they show by the domain's rule."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from counter_app.domain.bill import NOTHING_SEEN, Mark, PaidHere, positions_now
from tests.billing_server.players import DAY
from tests.fakes.bills import bill_of

if TYPE_CHECKING:
    from counter_app.domain.bill import Bill
    from counter_app.wire.exchange import Changes
    from tests.billing_server.players import PlayedCounter

TODAY = date.fromisoformat(DAY)


@dataclass(slots=True)
class Pull:
    """A pull under way; ``truth`` and ``moved_away`` are what it will make true once it is applied."""

    pages: list[Changes]
    truth: dict[str, int] | None = None
    moved_away: set[str] = field(default_factory=set)


@dataclass(slots=True)
class Player:
    """A counter: its chains by epoch, its snapshot of bills, and what it knows to be acknowledged.

    ``paid`` is what its books hold against each account, with the payment's id.
    """

    counter_id: str
    chains: list[PlayedCounter]
    mark: Mark = NOTHING_SEEN
    bills: dict[str, tuple[Bill, ...]] = field(default_factory=dict)
    truth: dict[str, int] = field(default_factory=dict)
    moved_away: set[str] = field(default_factory=set)
    acknowledged: dict[int, int] = field(default_factory=dict)
    paid: dict[str, list[tuple[str, PaidHere]]] = field(default_factory=dict)
    pull: Pull | None = None

    def count(self, account_no: str, payment_id: str, part: PaidHere) -> None:
        """A part of a payment, or of a return, stands in the counter's books."""
        self.paid.setdefault(account_no, []).append((payment_id, part))

    def position_paise(self, account_no: str) -> int:
        """By the domain's own rule.

        The return of a payment that a result gave to another account undoes nothing of this one: its money never
        stood here.
        """
        here = tuple(
            part
            for payment_id, part in self.paid.get(account_no, ())
            if part.undoes is None or payment_id not in self.moved_away
        )
        positions = positions_now(self.bills[account_no], self.mark, here)
        return sum(position.outstanding_on(TODAY).paise for position in positions)

    def truth_paise(self, account_no: str) -> int:
        """What others left of the sum asked, less what this counter took and did not give back."""
        own = sum(
            part.amount.paise
            for payment_id, part in self.paid.get(account_no, ())
            if payment_id not in self.moved_away
        )
        return self.truth[account_no] - own

    def apply(self, pull: Pull) -> None:
        """Make a whole pull visible together with its mark."""
        assert pull.truth is not None
        for page in pull.pages:
            for told in page.consumers:
                self.bills[told.account_no] = tuple(
                    bill_of(b) for b in page.bills if b.account_no == told.account_no
                )
        told_mark = pull.pages[-1].mark
        assert told_mark is not None
        self.mark = Mark(
            cursor=told_mark.cursor,
            as_on=datetime.fromtimestamp(told_mark.as_on_us // 1_000_000, UTC),
            seen_through={seen.epoch: seen.sequence for seen in told_mark.seen_through},
            refused=frozenset((r.epoch, r.sequence) for r in told_mark.refused),
        )
        self.truth, self.moved_away = pull.truth, pull.moved_away

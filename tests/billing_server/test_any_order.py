"""In whatever order the centre hears of a payment, its return and a person's word, the bills end at the same sums."""

from __future__ import annotations

import itertools
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from billing_server.store import bank_desk, book_load
from counter_app.domain.bill import PaidHere, positions_now
from counter_app.domain.identity import BillNo
from counter_app.domain.money import Money
from counter_app.domain.payment import Toward
from counter_app.wire.told_parts import AllocationTold
from tests.billing_server.centres import EACH_KIND, open_centre
from tests.billing_server.game_players import TODAY, Player, Pull
from tests.billing_server.players import (
    NOW_US,
    bill,
    cash,
    cheque,
    cheque_identity,
    consumer,
    order,
    paid_by,
    returned,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from counter_app.wire.bodies import PaymentTaken
    from tests.billing_server.centres import PlayedCentre

ASKED = 1_000_00
_NUMBERS = itertools.count()
EVENTS = ("first told", "second told", "return told", "seen at desk", "matched", "replaced")


@pytest.fixture(scope="module", params=EACH_KIND)
def centre(request: pytest.FixtureRequest) -> Iterator[PlayedCentre]:
    with tempfile.TemporaryDirectory() as folder:
        opened = open_centre(request.param, Path(folder))
        yield opened
        opened.database.close()


class Story:
    """Two accounts paid by one cheque and some cash; the payments come by the old epoch, the return by the new one.

    The first names a bill and an advance; the second an account nobody knows, until an accountant finds it is B.
    """

    def __init__(self, centre: PlayedCentre, cash_paise: tuple[int, int]) -> None:
        number = next(_NUMBERS)
        self.centre = centre
        self.a, self.b = f"A{number:09d}", f"B{number:09d}"
        self.cursor = centre.cursor()
        self.asked = {self.a: ASKED, self.b: ASKED}
        accounts = [self.a, self.b]
        book_load.load_book(
            centre.database, map(consumer, accounts), [bill(one, ASKED) for one in accounts]
        )
        self.identity, self.cash = cheque_identity(f"{number:06d}"), cash_paise
        self.first, self.second = self._order(f"{number:06d}", *cash_paise)
        self.old = centre.counter(f"C{number}")
        self.old.tell(self.first)
        self.old.tell(self.second)
        self.new = centre.counter(f"C{number}", self.old.head.hash)
        parts = [(one, one.tenders[-1].amount_paise) for one in (self.first, self.second)]
        self.new.tell(returned(self.identity, *parts))
        self.player = Player(f"C{number}", [self.old, self.new])
        self._count()

    def happen(self, event: str) -> None:
        """One event; what cannot happen yet does not."""
        acts: dict[str, Callable[[], object]] = {
            "first told": lambda: self.centre.push(self.old, 1, 1),
            "second told": lambda: self.centre.push(self.old, 1, 2),
            "return told": lambda: self.centre.push(self.new),
            "seen at desk": self._see_at_desk,
            "matched": self._match,
            "replaced": self._replace,
        }
        acts[event]()
        self.see_own_position()

    def end(self) -> None:
        """All is told, all is decided: cash stays paid, the cheque does not."""
        self.centre.push(self.old)
        self.centre.push(self.new)
        self._match()
        self.see_own_position()
        owed = {account: self._owed(account) for account in (self.a, self.b)}
        assert owed == {self.a: ASKED - self.cash[0], self.b: ASKED - self.cash[1]}
        assert self.centre.refused(self.player.counter_id) == []

    def see_own_position(self) -> None:
        """The counter that took it all, and gave the cheque back, owes its consumer the truth at every moment."""
        pull = Pull(self.centre.pull(self.player.counter_id, self.cursor), truth={})
        self.player.apply(pull)
        here = tuple(part for _, part in self.player.paid[self.a])
        shown = positions_now(self.player.bills[self.a], self.player.mark, here)
        total = sum(position.outstanding_on(TODAY).paise for position in shown)
        assert total == ASKED - self.cash[0]

    def _order(self, number: str, *cash_paise: int) -> tuple[PaymentTaken, ...]:
        sums = (300_00, 200_00)
        tenders = [
            (*((cash(one),) if one else ()), cheque(number, whole))
            for one, whole in zip(cash_paise, sums, strict=True)
        ]
        first, second = paid_by(self.a, *tenders[0]), paid_by(self.b, *tenders[1])
        parts = (
            AllocationTold(f"B{self.a}", first.amount_paise - 50_00),
            AllocationTold("", 50_00, Toward.ADVANCE),
        )
        return order(
            msgspec.structs.replace(first, allocations=parts),
            msgspec.structs.replace(second, account_no=f"X{self.b}"),
        )

    def _count(self) -> None:
        for part in self.first.allocations:
            self._here(part, (1, 1), 1)
        told = self.new.sealed[0].message.body
        for part in told.parts[0].allocations:  # type: ignore[union-attr] # told above: a return
            self._here(part, (2, 1), -1)

    def _here(self, part: AllocationTold, place: tuple[int, int], sign: int) -> None:
        amount = Money(sign * part.amount_paise)
        undoes = (1, 1) if sign < 0 else None
        self.player.count(
            self.a, self.first.payment_id, PaidHere(BillNo(part.bill_no), *place, amount, undoes)
        )

    def _see_at_desk(self) -> None:
        seen = bank_desk.SeenReturned(self.identity, TODAY, "funds insufficient", 0, "desk")
        try:
            bank_desk.return_instrument(self.centre.database, seen, NOW_US)
        except ValueError as error:
            assert "already" in str(error) or "no payment was told" in str(error)  # noqa: PT017 - either is right

    def _match(self) -> None:
        try:
            self.centre.match(f"{self.player.counter_id}/1/2", self.b)
        except ValueError as error:
            assert "no payment that can be booked" in str(error) or "does not wait" in str(error)  # noqa: PT017 - the same

    def _replace(self) -> None:
        """A new bill of A carries what is owed at the centre."""
        number = f"N{next(_NUMBERS)}-{self.a}"
        told = bill(self.a, self._owed(self.a), bill_no=number, bill_date="2026-12-01")
        book_load.load_book(self.centre.database, [], [told])

    def _owed(self, account_no: str) -> int:
        told = {b.bill_no: b for page in self.centre.pull("x", self.cursor) for b in page.bills}
        return sum(
            one.payable_by_due_paise - one.received_paise
            for one in told.values()
            if one.account_no == account_no
        )


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(
    events=st.lists(st.sampled_from(EVENTS), max_size=8),
    cash_paise=st.tuples(st.sampled_from([0, 100_00]), st.sampled_from([0, 70_00])),
)
def test_the_order_of_events_changes_nothing_in_the_end(
    centre: PlayedCentre, events: list[str], cash_paise: tuple[int, int]
) -> None:
    story = Story(centre, cash_paise)
    for event in events:
        story.happen(event)
    story.end()

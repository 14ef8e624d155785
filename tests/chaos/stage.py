"""The stage of a game: centre, line, two counters, and what is true of every position.

The truth is worked out from what stands in the books (``tests.billing_server.game_truth``), not from the code
under test.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import msgspec

from counter_app.domain.errors import Fault
from counter_app.domain.identity import AccountNo
from counter_app.domain.payment import Toward
from counter_app.wire.bodies import InstrumentReturned, PaymentTaken
from counter_app.wire.custody_bodies import PaymentReversed
from counter_app.wire.messages import Message
from tests.billing_server.game_truth import Paid, Truth
from tests.billing_server.players import NOW_US, bill, consumer
from tests.chaos.centre import RoughCentre
from tests.chaos.counter import CountedIds, GameTime, RealCounter, RoughClock
from tests.chaos.line import WorstLine
from tests.chaos.orders import Cashier
from tests.chaos.proof import fates_at_centre

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from counter_app.wire.exchange import BillTold
    from counter_app.wire.told_parts import AllocationTold, ReturnedPart

ACCOUNTS = 3
COUNTERS = ("C01", "C02")
BADNESS = (0.2, 0.4, 0.6)


class BrokenPromiseError(AssertionError):
    """An invariant of the protocol does not hold."""


@dataclass(slots=True)
class Seat:
    """A counter, who pays there, and what is true for it since its last whole pull."""

    counter: RealCounter
    cashier: Cashier
    known: list[Message] = field(default_factory=list)
    """Its chain as far as the game has looked."""
    truth: dict[str, int] = field(default_factory=dict)


@dataclass(slots=True)
class Stage:
    """Who plays, and what is true; ``see_positions`` raises BrokenPromiseError when a position is not the truth."""

    folder: Path
    seed: int
    kind: str = "sqlite"
    breaks: Callable[[RealCounter], None] = lambda _counter: None
    """A rule of the client that a test breaks, to see that the proof finds it."""
    dice: random.Random = field(init=False)
    time: GameTime = field(default_factory=lambda: GameTime(NOW_US))
    centre: RoughCentre = field(init=False)
    line: WorstLine = field(init=False)
    seats: list[Seat] = field(default_factory=list)
    truth: Truth = field(init=False)
    paid: int = 0
    reversals: int = 0
    refused: int = 0
    faults: int = 0
    _truths: dict[bytes, dict[str, dict[str, int]]] = field(default_factory=dict)
    _last_page: bytes = b""
    """The last page of changes that came through whole."""
    _bills: dict[AccountNo, list[BillTold]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Set the stage over a good line."""
        self.dice = random.Random(self.seed)
        self.centre = RoughCentre(self.folder / "centre", self.kind, self.time)
        accounts = [AccountNo(f"74{self.seed:07d}{place}") for place in range(ACCOUNTS)]
        self.truth = Truth(dict.fromkeys(accounts, 5_000_00), dict.fromkeys(accounts, 0))
        self._bills |= {account: [billed(account, 5_000_00)] for account in accounts}
        self._tell_bills(*accounts)
        self.line = WorstLine(
            self.centre.server.url,
            dice=random.Random(self.seed + 1),
            heard=self._hear,
            passed=self._note_passed,
        )
        for place, counter_id in enumerate(COUNTERS, start=1):
            self.seats.append(self._seat(place, counter_id, accounts))
        self.line.badness = self.dice.choice(BADNESS)

    def close(self) -> None:
        for seat in self.seats:
            seat.counter.close()
        self.line.close()
        self.centre.close()

    # what is seen after every act

    def see_positions(self, act: str) -> None:
        """Invariant 4: bill as told less exactly what that bill does not contain."""
        if self.line.failures:
            raise self.line.failures[0]
        for seat in self.seats:
            self._look_into(seat)
            own = self._own_paise(seat)
            for account in self._bills:
                shown = seat.counter.outstanding_paise(account)
                true = seat.truth[account] - own.get(account, 0)
                if shown != true:
                    told = f"{seat.counter.counter_id} {account} after {act}: {shown} shown, {true} true"
                    raise BrokenPromiseError(told)
            if seat.counter.view_status().stopped_because:
                raise BrokenPromiseError(f"{seat.counter.counter_id} stopped after {act}")

    # how it is done

    def _seat(self, place: int, counter_id: str, accounts: list[AccountNo]) -> Seat:
        clock = RoughClock(self.time)
        folder = self.folder / counter_id
        counter = RealCounter(counter_id, folder, clock, CountedIds(place), self.line.url)
        seat = Seat(counter, Cashier(random.Random(self.dice.random()), counter, accounts))
        code = self.centre.server.issue_code(
            counter_id, f"Counter {counter_id}", "Kidwai Nagar", "किदवई नगर", f"S{counter_id}"
        )
        counter.begin(code)
        seat.truth = self._truths[self._last_page][counter_id]
        self.breaks(counter)
        self._look_into(seat)
        return seat

    def _round(self, seat: Seat) -> None:
        self._pulled(seat, seat.counter.run_round)

    def _pulled(self, seat: Seat, act: Callable[[], object]) -> None:
        """Do it; when the bills moved on, so does the truth, to what the last page told."""
        before = seat.counter.bills.mark()
        try:
            act()
        except Fault:
            self.faults += 1
        finally:
            if seat.counter.bills.mark() != before:
                seat.truth = self._truths[self._last_page][seat.counter.counter_id]

    def _hear(self, path: str, body: bytes) -> None:
        """The centre answered, and perhaps booked: what is true now belongs to this page of changes."""
        self._hear_fates()
        if path.startswith("/v1/changes"):
            self._truths[body] = {one: self.truth.of_others(one) for one in COUNTERS}

    def _note_passed(self, path: str, body: bytes) -> None:
        if path.startswith("/v1/changes") and body in self._truths:
            self._last_page = body

    def _hear_fates(self) -> None:
        """What the centre's own book says of every message."""
        for seat in self.seats:
            for sequence, fate in fates_at_centre(self.centre, seat.counter.counter_id).items():
                body = seat.known[sequence - 1].body
                if isinstance(body, PaymentTaken):
                    self.truth.paid[body.payment_id].fate = fate
                elif isinstance(body, InstrumentReturned):
                    self.truth.hear_return(body)
                elif isinstance(body, PaymentReversed):
                    self.truth.hear_reversal(body)

    def _look_into(self, seat: Seat) -> None:
        """What the counter told since the game looked last."""
        with seat.counter.ledger.open_books() as books:
            run = books.messages.run_from(1, len(seat.known) + 1, 500, 1 << 24)
        for raw in run.messages if run else ():
            told = msgspec.json.decode(raw, type=Message)
            seat.known.append(told)
            body = told.body
            if isinstance(body, PaymentTaken):
                account = body.account_no if body.account_no in self._bills else ""
                place = (told.epoch, told.sequence)
                paid = Paid(body, told.counter_id, place, account, account)
                self.truth.paid[body.payment_id] = paid

    def _own_paise(self, seat: Seat) -> dict[str, int]:
        """What its own messages took from each account, less what they gave back."""
        own: dict[str, int] = {}
        undone: set[str] = set()
        for told in seat.known:
            body = told.body
            if isinstance(body, PaymentTaken):
                own[body.account_no] = own.get(body.account_no, 0) + _bills_paise(body.allocations)
            elif isinstance(body, InstrumentReturned | PaymentReversed):
                for part in _parts_of(body, undone):
                    back = _bills_paise(part.allocations)
                    own[part.account_no] = own.get(part.account_no, 0) - back
        return own

    def _tell_bills(self, *accounts: AccountNo) -> None:
        consumers = [consumer(a, legacy_account_no=f"OLD-{a}") for a in accounts]
        bills = [told for account in accounts for told in self._bills[account]]
        self.centre.server.load_book(consumers, bills)


def billed(account: str, paise: int, **changes: object) -> BillTold:
    """A bill that costs the same after its due date: a clock that jumps changes nothing of what is owed."""
    return bill(account, paise, payable_after_due_paise=paise, **changes)


def _parts_of(
    body: InstrumentReturned | PaymentReversed, undone: set[str]
) -> Iterator[ReturnedPart]:
    """What it undoes of payments that nothing reversed before; ``undone`` are those, and grows."""
    if isinstance(body, PaymentReversed):
        undone.add(body.part.payment_id)
        yield body.part
        return
    yield from (part for part in body.parts if part.payment_id not in undone)


def _bills_paise(allocations: tuple[AllocationTold, ...]) -> int:
    return sum(part.amount_paise for part in allocations if part.toward is not Toward.HEAD)

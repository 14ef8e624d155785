"""One game, drawn by its seed: two counters pay, push and pull over the worst of lines; everything restarts.

The truth is worked out from what stands in the books (``tests.billing_server.game_truth``), not from the code
under test.
"""

from __future__ import annotations

import random
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING

import msgspec

from billing_server.store import suspense
from billing_server.store.bank_desk import SeenReturned
from counter_app.domain.errors import Fault, Refusal
from counter_app.domain.identity import AccountNo
from counter_app.domain.money import ZERO
from counter_app.domain.payment import Toward
from counter_app.use_cases.instruments import UNDECIDED
from counter_app.use_cases.round_watch import RoundStoppedError
from counter_app.wire.bodies import InstrumentReturned, PaymentTaken
from counter_app.wire.messages import Message
from tests.billing_server.game_truth import Paid, Truth, instruments_of
from tests.billing_server.players import DAY, NOW_US, bill, consumer
from tests.builders import SUPERVISOR_ID
from tests.chaos.centre import RoughCentre
from tests.chaos.counter import CountedIds, GameTime, RealCounter, RoughClock
from tests.chaos.line import WorstLine
from tests.chaos.orders import Cashier
from tests.chaos.proof import fates_at_centre

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from counter_app.use_cases.round_watch import RoundProgress
    from counter_app.wire.bodies import AllocationTold
    from counter_app.wire.exchange import BillTold

ACTS = 40
ACCOUNTS = 3
COUNTERS = ("C01", "C02")
MOST_ROUNDS_AT_THE_END = 20
BADNESS = (0.2, 0.4, 0.6)
JUMPS = (
    timedelta(minutes=-20),
    timedelta(minutes=4),
    timedelta(hours=9),
    timedelta(days=-2),
    timedelta(days=60),
    timedelta(days=-800),
)


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
class Game:
    """The acts; ``play`` raises BrokenPromiseError with the seed when a position is not the truth."""

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
        self._bills |= {account: [_billed(account, 5_000_00)] for account in accounts}
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

    def play(self) -> None:
        """All acts, then a good line: the truth holds after each."""
        often = [self.pay] * 4 + [self.sync] * 4 + [self.pull]
        rare = [
            self.restart_counter,
            self.restart_centre,
            self.jump,
            self.replace_bill,
            self.match,
            self.give_back,
            self.see_return_at_desk,
            self.stop_a_round,
        ]
        for _ in range(ACTS):
            act = self.dice.choice(rare if self.dice.random() < 0.35 else often)
            self.time.passes(self.dice.uniform(1, 90))
            act(self.dice.choice(self.seats))
            self.see_positions(act.__name__)

    def bring_home(self) -> None:
        """The line is good again: a few rounds bring everything home."""
        self.line.good_again()
        if not self.centre.is_up:
            self.centre.come_back()
        for seat in self.seats:
            for _ in range(MOST_ROUNDS_AT_THE_END):
                self._round(seat)
                if not seat.counter.view_status().outbox.unsent_messages:
                    break
        for seat in self.seats:
            self._round(seat)
        self.see_positions("the end")

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

    # acts

    def pay(self, seat: Seat) -> None:
        order = seat.cashier.order()
        try:
            seat.counter.take_payment(order)
            self.paid += len(order.lines)
            if self.dice.random() < 0.1:
                seat.counter.take_payment(order)
        except Refusal:
            self.refused += 1

    def sync(self, seat: Seat) -> None:
        """A round, of whatever batch size failures have led to."""
        if self.dice.random() < 0.3:
            seat.counter.size.messages = self.dice.randint(1, 4)
        self._round(seat)

    def pull(self, seat: Seat) -> None:
        self._pulled(seat, seat.counter.pull_bills)

    def stop_a_round(self, seat: Seat) -> None:
        """A person stops it at whatever step."""
        steps = self.dice.randint(0, 4)

        def watch(_progress: RoundProgress) -> None:
            nonlocal steps
            steps -= 1
            if steps < 0:
                raise RoundStoppedError

        with suppress(RoundStoppedError):
            self._pulled(seat, lambda: seat.counter.run_round(watch))

    def restart_counter(self, seat: Seat) -> None:
        seat.counter.close()
        seat.counter.clock.boot()
        seat.counter.open()
        self.breaks(seat.counter)

    def restart_centre(self, _seat: Seat) -> None:
        """Down, at once up again or not before the next time."""
        if self.centre.is_up:
            self.centre.go_down()
        if self.dice.random() < 0.6:
            self.centre.come_back()

    def jump(self, seat: Seat) -> None:
        """Somebody sets the clock, or the battery is dead; later somebody sets it right."""
        is_right = seat.counter.clock.off == timedelta(0)
        seat.counter.clock.off = self.dice.choice(JUMPS) if is_right else timedelta(0)

    def replace_bill(self, _seat: Seat) -> None:
        """A month later: a new bill carries what is outstanding at the centre."""
        if not self.centre.is_up:
            return
        account = self.dice.choice(list(self._bills))
        demand = self.dice.randint(0, 900_00)
        received = self.centre.played.received(account)
        arrears = sum(b.payable_by_due_paise - received[b.bill_no] for b in self._bills[account])
        number = f"B{account}-{self.dice.randrange(10**9)}"
        newer = _billed(account, arrears + demand, bill_no=number, bill_date="2026-11-02")
        self._bills[account] = [newer]
        self.truth.asked_paise[account] += demand
        self._tell_bills(account)

    def match(self, _seat: Seat) -> None:
        """An accountant books waiting money: where its counter counts it, or to whom it turns out to belong."""
        if not self.centre.is_up:
            return
        found = self.centre.server.database.read(suspense.waiting)
        waiting = [one for one in found if one.payment is not None]
        if waiting:
            one = self.dice.choice(waiting)
            assert one.payment is not None
            paid = self.truth.paid[one.payment.payment_id]
            account = paid.counted_under or self.dice.choice(list(self._bills))
            self.centre.played.match(str(one.key), account)
            paid.matched_to = account

    def give_back(self, seat: Seat) -> None:
        """The bank returned an instrument of this counter."""
        held = seat.counter.list_instruments(UNDECIDED)
        if held:
            one = self.dice.choice(held)
            today = seat.counter.clock.now().date()
            with suppress(Refusal):
                seat.counter.return_instrument(
                    one.identity, today, "funds insufficient", SUPERVISOR_ID, ZERO
                )

    def see_return_at_desk(self, _seat: Seat) -> None:
        """The bank gave an instrument to the centre; its counter does not know yet, or has told it."""
        known = sorted(
            {
                identity
                for paid in self.truth.paid.values()
                if paid.fate is not None
                for identity, _ in instruments_of(paid.body)
            }
        )
        if known and self.centre.is_up:
            identity = self.dice.choice(known)
            seen = SeenReturned(identity, date.fromisoformat(DAY), "refer to drawer", 0, "desk")
            with suppress(ValueError):
                self.centre.server.return_instrument(seen)
                self.truth.seen_at_desk.add(identity)

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
        for told in seat.known:
            body = told.body
            if isinstance(body, PaymentTaken):
                own[body.account_no] = own.get(body.account_no, 0) + _bills_paise(body.allocations)
            elif isinstance(body, InstrumentReturned):
                for part in body.parts:
                    back = _bills_paise(part.allocations)
                    own[part.account_no] = own.get(part.account_no, 0) - back
        return own

    def _tell_bills(self, *accounts: AccountNo) -> None:
        consumers = [consumer(a, legacy_account_no=f"OLD-{a}") for a in accounts]
        bills = [told for account in accounts for told in self._bills[account]]
        self.centre.server.load_book(consumers, bills)


def _billed(account: str, paise: int, **changes: object) -> BillTold:
    """A bill that costs the same after its due date: a clock that jumps changes nothing of what is owed."""
    return bill(account, paise, payable_after_due_paise=paise, **changes)


def _bills_paise(allocations: tuple[AllocationTold, ...]) -> int:
    return sum(part.amount_paise for part in allocations if part.toward is not Toward.HEAD)

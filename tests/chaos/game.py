"""One game, drawn by its seed: two counters pay, push and pull over the worst of lines; everything restarts."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, timedelta
from typing import TYPE_CHECKING

from billing_server.store import suspense
from billing_server.store.bank_desk import SeenReturned
from counter_app.domain.errors import Refusal
from counter_app.domain.identity import ReceiptNo
from counter_app.domain.money import ZERO
from counter_app.domain.reversal import GoesTo, GoesWhere
from counter_app.use_cases.instruments import UNDECIDED
from counter_app.use_cases.round_watch import RoundStoppedError
from tests.billing_server.game_truth import instruments_of
from tests.billing_server.players import DAY
from tests.builders import SUPERVISOR_ID
from tests.chaos.stage import Seat, Stage, billed
from tests.reversals import a_reversal_order

if TYPE_CHECKING:
    from billing_server.store.suspense import Waiting
    from counter_app.use_cases.round_watch import RoundProgress

ACTS = 40
MOST_ROUNDS_AT_THE_END = 20
JUMPS = (
    timedelta(minutes=-20),
    timedelta(minutes=4),
    timedelta(hours=9),
    timedelta(days=-2),
    timedelta(days=60),
    timedelta(days=-800),
)


class Game(Stage):
    """The acts of a game: ``play`` them, then ``bring_home``."""

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
            self.reverse,
            self.reverse,
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
        newer = billed(account, arrears + demand, bill_no=number, bill_date="2026-11-02")
        self._bills[account] = [newer]
        self.truth.asked_paise[account] += demand
        self._tell_bills(account)

    def match(self, _seat: Seat) -> None:
        """An accountant books waiting money: where its counter counts it, or to whom it turns out to belong."""
        if not self.centre.is_up:
            return
        found = self.centre.server.database.read(suspense.waiting)
        waiting = [one for one in found if one.payment is not None and one.fate != suspense.HELD]
        held = [one for one in found if one.payment is not None and one.fate == suspense.HELD]
        if held and self.dice.random() < 0.5:
            self._match_held(self.dice.choice(held))
            return
        if waiting:
            one = self.dice.choice(waiting)
            assert one.payment is not None
            paid = self.truth.paid[one.payment.payment_id]
            account = paid.counted_under or self.dice.choice(list(self._bills))
            self.centre.played.match(str(one.key), account)
            paid.matched_to = account

    def _match_held(self, one: Waiting) -> None:
        """What a reversal held goes to one of the accounts."""
        assert one.payment is not None
        account = self.dice.choice(list(self._bills))
        self.centre.played.match(str(one.key), account)
        reversed_by = {told.reversal_id: told for told in self.truth.reversals.values()}
        told = reversed_by[one.payment.payment_id]
        self.truth.held_for[told.part.payment_id] = account

    def reverse(self, seat: Seat) -> None:
        """A payment of this counter is undone, under a supervisor; what cannot go back is held."""
        today = seat.counter.clock.now().date()
        with seat.counter.ledger.open_books() as books:
            rows = books.payments.rows_of(today)
        if not rows:
            return
        number = ReceiptNo.from_text(self.dice.choice(rows).receipt_no)
        weighed = seat.counter.weigh_reversal(number)
        goes = tuple(
            GoesTo(where, "V1" if where is GoesWhere.VOIDED else "")
            for where in (self.dice.choice(one.ways) for one in weighed.ways)
        )
        self.reversals += 1
        order = a_reversal_order(weighed.receipt.payment, *goes, number=self.reversals)
        with suppress(Refusal):
            seat.counter.reverse_payment(order)

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

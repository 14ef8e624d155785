"""What people of the office do in a game: match, undo, confirm doubles, close months, see instruments returned."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from billing_server.reading import MessageKey
from billing_server.store import bank_desk, closed_months, suspense, undoing
from counter_app.wire.exchange import Fate
from tests.billing_server.game_players import TODAY
from tests.billing_server.game_truth import instruments_of
from tests.billing_server.players import NOW_US

if TYPE_CHECKING:
    import random

    from tests.billing_server.centres import PlayedCentre
    from tests.billing_server.game_players import Player
    from tests.billing_server.game_truth import Truth

LATE_DAY = "2026-10-31"
"""Of a month that is closed now and then."""


@dataclass(slots=True)
class Office:
    """The acts of a game that are no counter's; each takes the player whose turn it is, as those of counters do.

    ``decided`` are messages that a person decided on, with the payment's id.
    """

    centre: PlayedCentre
    dice: random.Random
    truth: Truth
    accounts: list[str]
    decided: dict[str, str] = field(default_factory=dict)
    held: dict[str, str] = field(default_factory=dict)
    """Messages of reversals whose held money was matched, with the id of the payment reversed."""

    def see_return_at_desk(self, _player: Player) -> None:
        """The bank gave an instrument to the centre; its counter does not know yet, or has told it."""
        known = sorted(
            identity
            for paid in self.truth.paid.values()
            if paid.fate is not None
            for identity, _ in instruments_of(paid.body)
        )
        if known:
            identity = self.dice.choice(known)
            seen = bank_desk.SeenReturned(identity, TODAY, "funds insufficient", 0, "desk")
            try:
                bank_desk.return_instrument(self.centre.database, seen, NOW_US)
            except ValueError:
                return
            self.truth.seen_at_desk.add(identity)

    def match(self, _player: Player) -> None:
        """An accountant books a waiting payment to one of the accounts."""
        waiting = {
            str(one.key): one.payment
            for one in self.centre.database.read(suspense.waiting)
            if one.payment is not None and one.payment.payment_id in self.truth.paid
        }
        if waiting:
            key, payment = self.dice.choice(sorted(waiting.items(), key=lambda one: one[0]))
            account = self.dice.choice(self.accounts)
            self.centre.match(key, account)
            self.truth.paid[payment.payment_id].matched_to = account
            self.decided[key] = payment.payment_id

    def match_held(self, _player: Player) -> None:
        """An accountant books what a reversal held to one of the accounts, or takes that back."""
        if self.held and self.dice.random() < 0.3:
            key = self.dice.choice(sorted(self.held))
            undoing.undo_match(self.centre.database, _decided(key), NOW_US)
            del self.truth.held_for[self.held.pop(key)]
            return
        reversed_by = {one.reversal_id: one for one in self.truth.reversals.values()}
        waiting = {
            str(one.key): reversed_by[one.payment.payment_id].part.payment_id
            for one in self.centre.database.read(lambda c: suspense.waiting(c, fate=suspense.HELD))
            if one.payment is not None and one.payment.payment_id in reversed_by
        }
        if waiting:
            key = self.dice.choice(sorted(waiting))
            account = self.dice.choice(self.accounts)
            self.centre.match(key, account)
            self.truth.held_for[waiting[key]] = account
            self.held[key] = waiting[key]

    def undo(self, _player: Player) -> None:
        """An accountant takes back what was decided last of a payment, whatever it was."""
        if self.decided:
            key = self.dice.choice(sorted(self.decided))
            undoing.undo_match(self.centre.database, _decided(key), NOW_US)
            paid = self.truth.paid[self.decided.pop(key)]
            paid.matched_to, paid.is_double = "", False

    def confirm_double(self, _player: Player) -> None:
        """An accountant says that a possible double is one, if one waits of which something is left."""
        doubles = {
            str(one.key): one.payment.payment_id
            for one in self.centre.database.read(suspense.waiting)
            if one.fate == Fate.POSSIBLE_DOUBLE
            and one.payment is not None
            and one.payment.payment_id in self.truth.paid
        }
        if doubles:
            key = self.dice.choice(sorted(doubles))
            undoing.confirm_double(self.centre.database, _decided(key), NOW_US)
            self.truth.paid[doubles[key]].is_double = True
            self.decided[key] = doubles[key]

    def close_or_open_month(self, _player: Player) -> None:
        """The month before is closed, or opened again."""
        closed = self.centre.database.read(closed_months.closed_months)
        act = closed_months.reopen_month if closed else closed_months.close_month
        act(self.centre.database, LATE_DAY[:7], "accountant", "why", NOW_US)


def _decided(key: str) -> undoing.Decided:
    return undoing.Decided(MessageKey.typed(key), "accountant", "why")

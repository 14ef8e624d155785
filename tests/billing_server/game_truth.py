"""The truth of a game, worked out from scratch after every act: what the centre was told, and what people decided.

Written apart from the server's way of keeping it, which adds and takes away; here everything is counted anew.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from counter_app.domain.payment import Toward
from counter_app.wire.exchange import IN_THE_BILL, Fate

if TYPE_CHECKING:
    from counter_app.wire.bodies import InstrumentReturned, PaymentTaken
    from counter_app.wire.custody_bodies import PaymentReversed
    from counter_app.wire.told_parts import AllocationTold


@dataclass(slots=True)
class Paid:
    """One payment of the game.

    ``counted_under``: the account whose bills its counter lessens by it, empty for none. ``account_no``: whose it is
    at the centre. ``place``: epoch and sequence. ``fate`` is None until the centre was told.
    """

    body: PaymentTaken
    counter_id: str
    place: tuple[int, int]
    counted_under: str
    account_no: str
    fate: Fate | None = None
    matched_to: str = ""
    is_double: bool = False
    returned_here: set[str] = field(default_factory=set)
    reversed_by: PaymentReversed | None = None

    @property
    def is_in_bill(self) -> bool:
        """Whether its fate or a person put it into a bill."""
        return self.fate is not None and (self.fate in IN_THE_BILL or bool(self.matched_to))

    @property
    def booked_to(self) -> str:
        """The account whose bill it stands in, if it does."""
        return self.matched_to or self.account_no


@dataclass(slots=True)
class Truth:
    """All that bears on what is owed."""

    asked_paise: dict[str, int]
    elsewhere_paise: dict[str, int]
    paid: dict[str, Paid] = field(default_factory=dict)
    returns: dict[tuple[str, str], tuple[AllocationTold, ...]] = field(default_factory=dict)
    """Instrument and payment id to what a return, told to the centre, undid."""
    seen_at_desk: set[str] = field(default_factory=set)
    reversals: dict[str, PaymentReversed] = field(default_factory=dict)
    """Payment id to the reversal that the centre was told."""
    held_for: dict[str, str] = field(default_factory=dict)
    """Payment id to the account that a person gave the held money of its reversal to."""

    def hear_return(self, told: InstrumentReturned) -> None:
        """The centre was told; a second time changes nothing."""
        for part in told.parts:
            self.returns.setdefault((told.identity, part.payment_id), part.allocations)

    def hear_reversal(self, told: PaymentReversed) -> None:
        """The centre was told that a payment was undone whole."""
        self.reversals.setdefault(told.part.payment_id, told)

    def held_paise(self, payment_id: str) -> int:
        """What is left of the money that a reversal held, in whatever account."""
        held = [one for one in self.reversals[payment_id].tenders if one.where == "held"]
        gone = {identity for identity, of in self.returns if of == payment_id}
        gone |= self.seen_at_desk
        desk = any(
            one.identity in self.seen_at_desk and (one.identity, payment_id) not in self.returns
            for one in held
        )
        return 0 if desk else sum(one.amount_paise for one in held if one.identity not in gone)

    def booked_paise(self, paid: Paid) -> int:
        """What bills hold of a payment."""
        if paid.body.payment_id in self.reversals:
            return 0
        own = {
            key: undone for key, undone in self.returns.items() if key[1] == paid.body.payment_id
        }
        returned = {identity for identity, _ in own}
        identities = {identity for identity, _ in instruments_of(paid.body)}
        if not paid.is_in_bill or (identities & self.seen_at_desk) - returned:
            return 0
        undone = [part for allocations in own.values() for part in allocations]
        return _bills_paise(paid.body.allocations) - _bills_paise(undone)

    def of_others(self, counter_id: str) -> dict[str, int]:
        """What is asked less all that this counter does not count itself, by account."""
        owed = {
            account: asked - self.elsewhere_paise[account]
            for account, asked in self.asked_paise.items()
        }
        for paid in self.paid.values():
            is_own = paid.counter_id == counter_id and paid.counted_under == paid.booked_to
            if not is_own and paid.booked_to in owed:
                owed[paid.booked_to] -= self.booked_paise(paid)
        for payment_id, account in self.held_for.items():
            owed[account] -= self.held_paise(payment_id)
        return owed

    def moved_away(self, counter_id: str) -> set[str]:
        """Payments of this counter that a person gave to another account than it counts them under, or to nobody."""
        return {
            payment_id
            for payment_id, paid in self.paid.items()
            if paid.counter_id == counter_id
            and (paid.is_double or (paid.matched_to and paid.matched_to != paid.counted_under))
        }


def instruments_of(body: PaymentTaken) -> list[tuple[str, int]]:
    """Identity and paise of each."""
    found = []
    for tender in body.tenders:
        if tender.card is not None:
            found.append((f"card:{tender.card.rrn}", tender.amount_paise))
        elif tender.upi is not None:
            found.append((f"upi:{tender.upi.reference}", tender.amount_paise))
        elif tender.paper is not None:
            paper = tender.paper
            found.append((f"{tender.kind}:{paper.ifsc}:{paper.number}", tender.amount_paise))
    return found


def _bills_paise(allocations: tuple[AllocationTold, ...] | list[AllocationTold]) -> int:
    return sum(part.amount_paise for part in allocations if part.toward is not Toward.HEAD)

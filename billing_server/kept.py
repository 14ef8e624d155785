"""Payments as the centre keeps them: what of them stands in which bill, and what returns undid. Pure."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from billing_server.reading import MessageKey
    from counter_app.domain.payment import Toward
    from counter_app.wire.exchange import Fate
    from counter_app.wire.told_parts import AllocationTold, ReturnedPart


REVERSAL = "reversal:"
"""How the identity of what a reversal undid begins; its id follows. No instrument's does."""


@dataclass(slots=True)
class Part:
    """The part of a payment for one bill: the one told, and the one it stands in (empty for none)."""

    told_bill_no: str
    toward: Toward
    bill_no: str
    amount_paise: int
    undone_paise: int = 0

    @property
    def rest_paise(self) -> int:
        """What no return has undone."""
        return self.amount_paise - self.undone_paise

    @property
    def booked_paise(self) -> int:
        """What its bill holds of it while the payment stands in the bills."""
        return self.rest_paise if self.bill_no else 0


@dataclass(slots=True)
class KeptPayment:
    """A payment as the centre keeps it; ``instruments`` are identity to paise.

    ``is_doubtful``: its fate kept it out of every bill, and no person has matched it yet. ``waits_for``: the
    instruments that the bank desk saw returned, and whose return the counter has not told yet. ``is_elsewhere``: a
    person gave it to an account under which its counter does not count it, or said that it is a double to be paid
    back and nobody's. ``is_held``: no payment of its own, but what the reversal of one left in suspense; its counter
    counts it under no account.
    """

    key: MessageKey
    account_no: str
    instruments: dict[str, int]
    parts: list[Part]
    is_doubtful: bool = False
    is_elsewhere: bool = False
    is_held: bool = False
    waits_for: set[str] = field(default_factory=set)

    @property
    def is_aside(self) -> bool:
        """Whether it stands in no bill now."""
        return self.is_doubtful or bool(self.waits_for)

    @property
    def is_refused(self) -> bool:
        """Whether its counter is to go on counting it: no bill of the account it counts it under contains it."""
        return self.is_aside and not self.is_elsewhere and not self.is_held

    @property
    def rest_paise(self) -> int:
        """What no return has undone, of all its parts."""
        return sum(part.rest_paise for part in self.parts)

    @property
    def in_bills_paise(self) -> tuple[int, ...]:
        """What the bills hold of each part now."""
        return tuple(0 if self.is_aside else part.booked_paise for part in self.parts)

    def can_undo(self, allocations: Iterable[AllocationTold]) -> bool:
        """Whether these are parts of what is not undone yet."""
        left = {(part.told_bill_no, part.toward): 0 for part in self.parts}
        for part in self.parts:
            left[part.told_bill_no, part.toward] += part.rest_paise
        for told in allocations:
            place = (told.bill_no, told.toward)
            left[place] = left.get(place, 0) - told.amount_paise
        return min(left.values(), default=0) >= 0

    def undo(self, allocations: Iterable[AllocationTold]) -> None:
        """Note what a return undid; ``can_undo`` was asked before."""
        for told in allocations:
            missing = told.amount_paise
            for part in self.parts:
                if (part.told_bill_no, part.toward) == (told.bill_no, told.toward):
                    taken = min(missing, part.rest_paise)
                    part.undone_paise += taken
                    missing -= taken
            assert not missing, "more is undone than was paid"


@dataclass(frozen=True, slots=True)
class UndoneTold:
    """What one return, or a reversal, undid of one payment."""

    identity: str
    allocations: tuple[AllocationTold, ...]

    @property
    def held_id(self) -> str:
        """Of a reversal, the id of the money it left here, if it left any; empty for a return."""
        return self.identity.removeprefix(REVERSAL) if self.identity.startswith(REVERSAL) else ""


@dataclass(frozen=True, slots=True)
class Decision:
    """A fate, the booking or the reason, and what came of it.

    ``is_aside``: no bill contains it, so the counter goes on counting it. ``kept`` is the payment, for one, and what
    is held, for a reversal that left something; ``undone`` are the parts of a return or a reversal that none before it
    undid.
    """

    fate: Fate
    reference: str
    is_aside: bool
    kept: KeptPayment | None = None
    undone: tuple[ReturnedPart, ...] = ()

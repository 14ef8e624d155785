"""What becomes of a returned instrument: the bills lose exactly what it had paid of payments that stand in them. Pure.

A counter counts a return as inside its bills only where the payment is inside too (``domain.bill.PaidHere.undoes``).
So a return that is understood is never set aside: of a payment that stands in no bill it lessens only the rest that
may still be booked, and counter and centre agree without a word.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from billing_server.kept import Decision, UndoneTold
from counter_app.wire.exchange import Fate

if TYPE_CHECKING:
    from billing_server.kept import KeptPayment
    from billing_server.reading import MessageKey
    from billing_server.standing import Standing
    from counter_app.wire.bodies import InstrumentReturned
    from counter_app.wire.told_parts import ReturnedPart


def decide_return(key: MessageKey, told: InstrumentReturned, standing: Standing) -> Decision:
    """The fate of a return.

    POSTED when a payment of it stands in the bills, NOTED when none does (or none was told yet: it will be booked
    without what is undone). NOT_APPLIED when all of it was told before, and aside when it undoes what the
    instrument did not pay.
    """
    new = tuple(part for part in told.parts if not _is_undone(told.identity, part, standing))
    if not new:
        return Decision(Fate.NOT_APPLIED, "returned_before", is_aside=False)
    if not all(_fits(told.identity, part, standing) for part in new):
        return Decision(Fate.NOT_APPLIED, "return_differs", is_aside=True)
    fate = Fate.NOTED
    for part in new:
        undone = UndoneTold(told.identity, part.allocations)
        standing.undone.setdefault(part.payment_id, []).append(undone)
        kept = standing.kept.get(part.payment_id)
        if kept is not None:
            fate = fate if kept.is_doubtful else Fate.POSTED
            _undo(kept, undone, standing)
    return Decision(fate, str(key), is_aside=False, undone=new)


def _is_undone(identity: str, part: ReturnedPart, standing: Standing) -> bool:
    return any(undone.identity == identity for undone in standing.undone.get(part.payment_id, ()))


def _fits(identity: str, part: ReturnedPart, standing: Standing) -> bool:
    """Whether the instrument paid this of that payment; of one that was not told yet nobody can say."""
    kept = standing.kept.get(part.payment_id)
    if kept is None:
        return True
    is_what_it_paid = kept.instruments.get(identity) == part.amount_paise
    return is_what_it_paid and kept.can_undo(part.allocations)


def _undo(kept: KeptPayment, undone: UndoneTold, standing: Standing) -> None:
    before, was_refused = kept.in_bills_paise, kept.is_refused
    kept.undo(undone.allocations)
    kept.waits_for.discard(undone.identity)
    if was_refused and not kept.is_refused:
        standing.back.add(kept.key)
    standing.move(kept, before)

"""What becomes of a return, and of a reversal: the bills lose exactly what it undoes of payments in them. Pure.

A counter counts a return as inside its bills only where the payment is inside too (``domain.bill.PaidHere.undoes``).
So a return that is understood is never set aside: of a payment that stands in no bill it lessens only the rest that
may still be booked, and counter and centre agree without a word.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from billing_server.kept import REVERSAL, Decision, KeptPayment, Part, UndoneTold
from counter_app.domain.payment import Settlement, Toward
from counter_app.domain.purpose import SUSPENSE
from counter_app.domain.reversal import GoesWhere
from counter_app.wire.bodies import PaymentTaken
from counter_app.wire.exchange import Fate
from counter_app.wire.told_parts import AllocationTold, TenderTold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from billing_server.reading import MessageKey
    from billing_server.standing import Standing
    from counter_app.wire.bodies import InstrumentReturned
    from counter_app.wire.custody_bodies import PaymentReversed, TenderUndoneTold
    from counter_app.wire.told_parts import ReturnedPart


def decide_return(key: MessageKey, told: InstrumentReturned, standing: Standing) -> Decision:
    """The fate of a return.

    POSTED when a payment of it stands in the bills, NOTED when none does (or none was told yet: it will be booked
    without what is undone). NOT_APPLIED when all of it was told before, and aside when it undoes what the
    instrument did not pay.
    """
    parts = (_as_held(part, standing) for part in told.parts)
    new = tuple(part for part in parts if not _is_undone(told.identity, part, standing))
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


def decide_reversal(key: MessageKey, told: PaymentReversed, standing: Standing) -> Decision:
    """The fate of a reversal: it undoes its payment whole, as a return undoes a part.

    POSTED when the payment stands in the bills, NOTED when it does not, or was not told yet. NOT_APPLIED
    ``reversed_before`` for a second one, and ``reversal_differs``, aside, for one of other sums. What it held becomes
    money that waits for a person.
    """
    part, identity = told.part, f"{REVERSAL}{told.reversal_id}"
    is_known = told.reversal_id in standing.payment_ids
    if is_known or is_reversed(standing.undone.get(part.payment_id, ())):
        return Decision(Fate.NOT_APPLIED, "reversed_before", is_aside=False)
    kept = standing.kept.get(part.payment_id)
    if kept is not None and not _is_whole(kept, part):
        return Decision(Fate.NOT_APPLIED, "reversal_differs", is_aside=True)
    undone = UndoneTold(identity, part.allocations)
    standing.undone.setdefault(part.payment_id, []).append(undone)
    fate = Fate.NOTED
    if kept is not None:
        fate = fate if kept.is_doubtful else Fate.POSTED
        _undo(kept, undone, standing)
        standing.forget(part.payment_id)
    held = _held(key, told, standing)
    return Decision(fate, str(key), is_aside=False, kept=held, undone=(part,))


def is_reversed(undone: Iterable[UndoneTold]) -> bool:
    """Whether a reversal is among what was undone of a payment."""
    return any(one.held_id for one in undone)


def _held(key: MessageKey, told: PaymentReversed, standing: Standing) -> KeptPayment | None:
    """What stays here and waits for the right account; None when all of it went back."""
    tenders = held_tenders(told)
    if not tenders:
        return None
    instruments: dict[str, int] = {}
    for one in tenders:
        if one.identity:
            instruments[one.identity] = instruments.get(one.identity, 0) + one.amount_paise
    paise = sum(one.amount_paise for one in tenders)
    held = KeptPayment(
        key=key,
        account_no="",
        instruments=instruments,
        parts=[Part("", Toward.SUSPENSE, "", paise)],
        is_doubtful=True,
        is_held=True,
        waits_for=standing.seen_returned & set(instruments),
    )
    standing.payment_ids.add(told.reversal_id)
    standing.kept[told.reversal_id] = held
    return held


def held_as_payment(told: PaymentReversed) -> PaymentTaken:
    """What a reversal left here, as a payment would say it: for the right account, where the payer told one."""
    tenders = held_tenders(told)
    paise = sum(one.amount_paise for one in tenders)
    return PaymentTaken(
        payment_id=told.reversal_id,
        receipt_no=told.part.receipt_no,
        account_no=told.right_account,
        amount_paise=paise,
        settlement=Settlement.SUSPENSE,
        tenders=tuple(TenderTold(one.kind, one.amount_paise) for one in tenders),
        allocations=(AllocationTold("", paise, Toward.SUSPENSE),),
        postings=(),
        outstanding_before_paise=paise,
        balance_paise=0,
        cashier_id=told.by,
        shift_id=told.shift_id,
        business_date=told.business_date,
        payer="",
        purpose=SUSPENSE,
    )


def held_tenders(told: PaymentReversed) -> tuple[TenderUndoneTold, ...]:
    """The tenders that went nowhere."""
    return tuple(one for one in told.tenders if one.where == GoesWhere.HELD)


def _is_whole(kept: KeptPayment, part: ReturnedPart) -> bool:
    """Whether nothing of the payment was undone before, and this is all of it."""
    paid = sum(one.amount_paise for one in kept.parts)
    return kept.rest_paise == paid == part.amount_paise and kept.can_undo(part.allocations)


def _as_held(part: ReturnedPart, standing: Standing) -> ReturnedPart:
    """Of a payment that was reversed while its instrument stayed: a part of what is held, waiting or matched."""
    for one in standing.undone.get(part.payment_id, ()):
        if one.held_id in standing.kept:
            return replace(part, payment_id=one.held_id)
    return part


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

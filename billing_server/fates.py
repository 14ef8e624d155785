"""The rules that decide a message's fate. Pure: what stands at the centre comes in, a decision goes out.

Money is never refused: whatever the centre thinks of a payment, it happened and is kept. A decision says whether it
goes into a bill (``wire.exchange.IN_THE_BILL``) or waits for a person.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from billing_server.kept import Decision, KeptPayment, Part
from billing_server.returns import decide_return, decide_reversal, is_reversed
from billing_server.shapes import MOST_TEXT_CHARACTERS, group_of, identities_of, identity_of
from counter_app.domain.payment import Toward
from counter_app.domain.tender import TenderKind
from counter_app.domain.unusual import payer_key
from counter_app.wire.exchange import Fate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from billing_server.reading import MessageKey, MessageRead
    from billing_server.standing import AccountStanding, Standing, TimeBracket
    from counter_app.wire.bodies import PaymentTaken


def decide(read: MessageRead, standing: Standing, bracket: TimeBracket) -> Decision:
    """The fate of one message; ``standing`` is brought up to date with it."""
    if read.message is None:
        return Decision(Fate.NOT_APPLIED, read.reason, is_aside=True)
    if read.returned is not None:
        return decide_return(read.key, read.returned, standing)
    if read.reversed is not None:
        return decide_reversal(read.key, read.reversed, standing)
    payment = read.payment
    if payment is None:
        return Decision(Fate.NOTED, str(read.key), is_aside=False)
    if payment.payment_id in standing.payment_ids:
        return Decision(Fate.NOT_APPLIED, "payment_told_before", is_aside=True)
    standing.payment_ids.add(payment.payment_id)
    kept = _kept(read.key, payment, standing)
    returned = _returned_already(payment, kept, standing)
    doubts = [*_doubts(read, payment, kept, standing, bracket)]
    if returned:
        doubts.append((Fate.NOT_APPLIED, returned))
    kept.is_doubtful = bool(doubts)
    paid = _CashPaid.by(payment, kept, standing)
    fate, reference = doubts[0] if doubts else _book(payment, kept, standing, paid)
    _note(payment, kept, standing, paid)
    return Decision(fate, reference, kept.is_refused, kept)


def ties_of(payment: PaymentTaken, account_no: str) -> tuple[tuple[str, ...], ...]:
    """What makes payments of one day those of one payer; no account for one that nobody knows."""
    ties = [("order", group_of(payment)), ("account", account_no), ("payer", payer_of(payment))]
    return tuple((*tie, payment.business_date) for tie in ties if tie[1])


def payer_of(payment: PaymentTaken) -> str:
    """The payer's name as it is known again; empty for none."""
    return payer_key(payment.payer)[:MOST_TEXT_CHARACTERS] if payment.payer else ""


def cash_of(payment: PaymentTaken) -> int:
    """Its cash, in paise."""
    return sum(one.amount_paise for one in payment.tenders if one.kind is TenderKind.CASH)


@dataclass(frozen=True, slots=True)
class _CashPaid:
    """A payment's cash, and by what it may be that of one payer with others'."""

    paise: int
    ties: tuple[tuple[str, ...], ...]

    @classmethod
    def by(cls, payment: PaymentTaken, kept: KeptPayment, standing: Standing) -> _CashPaid:
        """Of this payment; whose it is does not tie it when nobody knows."""
        paise = cash_of(payment)
        known = kept.account_no if payment.payment_id in standing.found else ""
        return cls(paise, ties_of(payment, known) if paise else ())


def _kept(key: MessageKey, payment: PaymentTaken, standing: Standing) -> KeptPayment:
    """The payment with no bill yet."""
    found = standing.found.get(payment.payment_id)
    instruments: dict[str, int] = {}
    for tender in payment.tenders:
        if identity := identity_of(tender):
            instruments[identity] = instruments.get(identity, 0) + tender.amount_paise
    return KeptPayment(
        key=key,
        account_no=found.account_no if found else payment.account_no,
        instruments=instruments,
        parts=[
            Part(part.bill_no, part.toward, "", part.amount_paise) for part in payment.allocations
        ],
    )


def _doubts(
    read: MessageRead,
    payment: PaymentTaken,
    kept: KeptPayment,
    standing: Standing,
    bracket: TimeBracket,
) -> Iterator[tuple[Fate, str]]:
    """The reasons to keep this money out of every bill until a person looked; the first is its fate."""
    account = standing.accounts.get(kept.account_no)
    if payment.payment_id not in standing.found or account is None:
        yield Fate.UNKNOWN_ACCOUNT, ""
        return
    if account.is_removed:
        yield Fate.ACCOUNT_CLOSED, ""
    if owners := _other_owners(read.key, payment, standing):
        yield Fate.DUPLICATE_INSTRUMENT, owners
    assert read.message is not None
    clock = read.message.clock
    if not bracket.holds(clock.utc_us, clock.server_time_us):
        yield Fate.TIME_DOUBTFUL, ""
    seen_at = standing.paid.get(_likeness(payment, kept), set())
    if others := sorted(seen_at - {read.key.counter_id}):
        yield Fate.POSSIBLE_DOUBLE, ",".join(others)
    if payment.business_date[:7] in standing.closed_months:
        yield Fate.CLOSED_MONTH, payment.business_date[:7]
    if not account.bills and any(part.toward is not Toward.HEAD for part in kept.parts):
        yield Fate.NOT_APPLIED, "no_open_bill"


def _other_owners(key: MessageKey, payment: PaymentTaken, standing: Standing) -> str:
    """Who named an instrument of it first, if that was another order; empty for nobody.

    One instrument twice in one payment is as wrong as in two.
    """
    identities, own = identities_of(payment), (key.counter_id, group_of(payment))
    if not identities:
        return ""
    owners = [standing.owners[identity] for identity in identities]
    is_twice = len(set(identities)) < len(identities)
    if is_twice or any((owner.key.counter_id, owner.group_id) != own for owner in owners):
        return ",".join(str(owner.key) for owner in owners)
    return ""


def _returned_already(payment: PaymentTaken, kept: KeptPayment, standing: Standing) -> str:
    """Undo what returns told before the payment undid.

    Why they keep it out: one undoes other sums than it holds, or only the bank desk spoke. Else empty.
    """
    undone = standing.undone.get(payment.payment_id, [])
    for one in undone:
        if not kept.can_undo(one.allocations):
            return "return_differs"
        kept.undo(one.allocations)
    if is_reversed(undone):
        return ""
    waits_for = standing.seen_returned & set(kept.instruments)
    waits_for -= {one.identity for one in undone}
    return "instrument_returned" if waits_for else ""


def _book(
    payment: PaymentTaken, kept: KeptPayment, standing: Standing, paid: _CashPaid
) -> tuple[Fate, str]:
    """Into the bills it names; into the newest where such a bill is no longer open (as the counter does).

    An advance and money out of suspense name no bill and go into the newest; a head goes into none.
    """
    account, fates = standing.accounts[kept.account_no], {Fate.POSTED}
    for part in kept.parts:
        if part.toward is not Toward.HEAD:
            before = kept.in_bills_paise
            fates.add(_place(part, account, payment.business_date))
            standing.move(kept, before)
    is_renumbered = standing.found[payment.payment_id].is_renumbered
    if is_renumbered:
        fates.add(Fate.RENUMBERED)
    others = standing.cash.together(paid.ties)
    if paid.paise and standing.is_above_law(payment.business_date, others + paid.paise):
        fates.add(Fate.LIMIT_EXCEEDED)
    fate = next(fate for fate in _LOUDEST_FIRST if fate in fates)
    return fate, kept.account_no if is_renumbered else str(kept.key)


_LOUDEST_FIRST = (
    Fate.LIMIT_EXCEEDED,
    Fate.RENUMBERED,
    Fate.BILL_REVISED,
    Fate.PAID_MEANWHILE,
    Fate.POSTED,
)
"""Of all that is true of a payment in the bill, the first is its fate."""


def _place(part: Part, account: AccountStanding, day: str) -> Fate:
    """Give a part its bill; what is to be said of it."""
    bill = account.bill_for(part.told_bill_no)
    assert bill is not None, "looked at by _doubts"
    part.bill_no = bill.bill_no
    if part.toward is not Toward.BILL:
        return Fate.POSTED
    if part.told_bill_no != bill.bill_no:
        return Fate.BILL_REVISED
    return Fate.PAID_MEANWHILE if part.rest_paise > bill.outstanding_on(day) else Fate.POSTED


def _note(payment: PaymentTaken, kept: KeptPayment, standing: Standing, paid: _CashPaid) -> None:
    """What the next messages are to be judged by; of a payment that was reversed nothing."""
    standing.kept[payment.payment_id] = kept
    if is_reversed(standing.undone.get(payment.payment_id, ())):
        return
    standing.paid.setdefault(_likeness(payment, kept), set()).add(kept.key.counter_id)
    if paid.paise:
        standing.cash.add(payment.payment_id, paid.ties, paid.paise)


def _likeness(payment: PaymentTaken, kept: KeptPayment) -> tuple[str, str, int]:
    return (kept.account_no, payment.business_date, payment.amount_paise)

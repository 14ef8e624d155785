"""Invariants 1, 2, 3 and 5 of the protocol, worked out from the tables of both books and from nothing else."""

from __future__ import annotations

import hashlib
from collections import Counter as Count
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec
from sqlalchemy import select

from billing_server.store.told_schema import MESSAGE, PAYMENT, PAYMENT_TENDER
from counter_app.wire.bodies import PaymentTaken
from counter_app.wire.canonical import NO_HEAD, head_is_signed
from counter_app.wire.exchange import Fate
from counter_app.wire.messages import Message
from local_db.engine import ledger_connection
from tests.chaos.counter import KEY

if TYPE_CHECKING:
    from pathlib import Path

    from tests.chaos.centre import RoughCentre
    from tests.chaos.counter import RealCounter

Day = tuple[str, str]
"""Business date and tender."""


@dataclass(frozen=True, slots=True)
class CounterBook:
    """A counter's ledger as plain tables: messages in order, what is acknowledged, receipts, rupees."""

    messages: tuple[tuple[int, bytes, bytes, bytes, bytes], ...]
    """Sequence, previous, hash, signature, body."""
    acknowledged: int
    acknowledged_head: bytes
    fates: dict[int, str]
    serials: dict[tuple[str, int], list[int]]
    paise: Count[Day]

    def payments(self, sequences: set[int]) -> list[PaymentTaken]:
        """The payments among these messages."""
        bodies = [
            msgspec.json.decode(body, type=Message).body
            for sequence, _, _, _, body in self.messages
            if sequence in sequences
        ]
        return [body for body in bodies if isinstance(body, PaymentTaken)]


def read_counter(path: Path) -> CounterBook:
    """Behind the books' back, with plain SQL."""
    with closing(ledger_connection(path, KEY)) as ledger:

        def ask(question: str) -> list[tuple[object, ...]]:
            return [tuple(row) for row in ledger.execute(question).fetchall()]

        messages = ask("SELECT link, previous, hash, signature, body FROM message ORDER BY link")
        last = ask("SELECT link, head FROM acknowledgement ORDER BY link DESC LIMIT 1")
        serials: dict[tuple[str, int], list[int]] = {}
        for series, year, serial in ask(
            "SELECT series, book_year, serial FROM payment ORDER BY link"
        ):
            serials.setdefault((str(series), int(str(year))), []).append(int(str(serial)))
        paise: Count[Day] = Count()
        for day, kind, amount in ask(
            "SELECT p.business_date, t.kind, t.amount_paise FROM payment p JOIN tender t USING (link)"
        ):
            paise[str(day), str(kind)] += int(str(amount))
        fates = {int(str(link)): str(fate) for link, fate in ask("SELECT link, fate FROM fate")}
        return CounterBook(
            messages=tuple(messages),  # type: ignore[arg-type] # as the columns are
            acknowledged=int(str(last[0][0])) if last else 0,
            acknowledged_head=bytes(last[0][1]) if last else NO_HEAD,  # type: ignore[call-overload] # a blob
            fates=fates,
            serials=serials,
            paise=paise,
        )


def fates_at_centre(centre: RoughCentre, counter_id: str) -> dict[int, Fate]:
    """Sequence to fate of every message the centre has of a counter's first epoch."""
    asked = select(MESSAGE.c.sequence, MESSAGE.c.fate).where(MESSAGE.c.counter_id == counter_id)
    rows = centre.server.database.read(lambda c: c.execute(asked).all())
    return {sequence: Fate(fate) for sequence, fate in rows}


def paise_at_centre(centre: RoughCentre, counter_id: str) -> Count[Day]:
    """Rupees of a counter by day and tender; what a reversal held was taken once already."""
    key = ("counter_id", "epoch", "sequence")
    same = [PAYMENT.c[name] == PAYMENT_TENDER.c[name] for name in key]
    asked = (
        select(PAYMENT.c.business_date, PAYMENT_TENDER.c.kind, PAYMENT_TENDER.c.amount_paise)
        .where(PAYMENT.c.counter_id == counter_id, PAYMENT.c.is_held == 0)
        .where(*same)
    )
    paise: Count[Day] = Count()
    for day, kind, amount in centre.server.database.read(lambda c: c.execute(asked).all()):
        paise[day, kind] += amount
    return paise


def problems_of(centre: RoughCentre, counter: RealCounter) -> list[str]:
    """All that is wrong between one counter's closed ledger and the centre; empty when the promise holds."""
    book = read_counter(counter.ledger_path)
    there = fates_at_centre(centre, counter.counter_id)
    kept = {
        key.sequence: bytes(raw)
        for key, raw in centre.played.raw_messages(counter.counter_id).items()
    }
    paise_there = paise_at_centre(centre, counter.counter_id)
    return [
        *_once(book, there, kept),
        *_rupees(book, set(there), paise_there),
        *_serials(book),
        *_chain(book, counter.public_key),
    ]


def _once(book: CounterBook, there: dict[int, Fate], kept: dict[int, bytes]) -> list[str]:
    """Invariant 1: at the centre exactly once with a fate, or still in the outbox."""
    here = {sequence: body for sequence, _, _, _, body in book.messages}
    wrong = [
        f"message {s} lost: acknowledged and not there"
        for s in here
        if s <= book.acknowledged and s not in there
    ]
    wrong += [f"message {s} of nobody" for s in kept if s not in here]
    wrong += [f"message {s} has other bytes" for s in kept if here.get(s) not in (None, kept[s])]
    wrong += [f"fate of {s} differs" for s, fate in book.fates.items() if there.get(s) != fate]
    wrong += [f"no fate of {s}" for s in range(1, book.acknowledged + 1) if s not in book.fates]
    ids = [one.payment_id for one in book.payments(set(here))]
    wrong += ["a payment was told twice"] * (len(ids) != len(set(ids)))
    return wrong


def _rupees(book: CounterBook, there: set[int], paise_there: Count[Day]) -> list[str]:
    """Invariant 2: counter rupees are server rupees and unsent, per tender and day."""
    unsent = {sequence for sequence, *_ in book.messages} - there
    both = paise_there.copy()
    for paid in book.payments(unsent):
        for tender in paid.tenders:
            both[paid.business_date, str(tender.kind)] += tender.amount_paise
    days = sorted(set(both) | set(book.paise))
    return [
        f"{day}: {book.paise[day]} here, {both[day]} there and unsent"
        for day in days
        if book.paise[day] != both[day]
    ]


def _serials(book: CounterBook) -> list[str]:
    """Invariant 3: no receipt number twice or skipped."""
    return [
        f"receipts of {series}: {found}"
        for series, found in book.serials.items()
        if found != list(range(1, len(found) + 1))
    ]


def _chain(book: CounterBook, public_key: bytes) -> list[str]:
    """Invariant 5: the chain verifies from the first message to the last acknowledged head, and beyond."""
    head, heads = NO_HEAD, {0: NO_HEAD}
    for sequence, previous, kept_hash, signature, body in book.messages:
        link = hashlib.sha256(head + bytes(body)).digest()
        if (bytes(previous), bytes(kept_hash)) != (head, link):
            return [f"the chain breaks at {sequence}"]
        if not head_is_signed(public_key, link, bytes(signature)):
            return [f"message {sequence} is not signed"]
        head = heads[sequence] = link
    if heads.get(book.acknowledged) != book.acknowledged_head:
        return [f"the acknowledged head of {book.acknowledged} is another"]
    return []

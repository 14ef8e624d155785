"""What a supervisor works through, in every ledger, the fake and the real one alike (port ``MatterBook``)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest

from counter_app.domain.bank_paper import InstrumentState
from counter_app.domain.matter import MatterNote, NoteState
from counter_app.domain.money import Money
from counter_app.domain.tender import identity_of
from counter_app.wire.exchange import Fate
from counter_app.wire.results import ResultKind, ResultTold
from counter_app.wire.tell import tell_note
from tests.agreements.books_at_hand import A_RULE
from tests.builders import (
    NOW,
    PAYABLE,
    SUPERVISOR_ID,
    a_line,
    a_paper,
    an_account,
    an_order_of,
    cheque,
)

if TYPE_CHECKING:
    from counter_app.domain.matter import Matter
    from counter_app.use_cases.book_ports import Books, Ledger
    from tests.local_db.year import Scribe


def take(books: Books, scribe: Scribe, fate: Fate = Fate.POSTED) -> str:
    """A payment that the centre acknowledged so; its receipt number."""
    receipt = scribe.receipt(books)
    scribe.acknowledge(books, scribe.enter(books, receipt), fate=fate)
    return str(receipt.payment.receipt_no)


def note(books: Books, scribe: Scribe, about: str, through: int = 0) -> None:
    noted = MatterNote(about, NoteState.DEALT_WITH, "seen", SUPERVISOR_ID, NOW, through)
    told_by = scribe.sealed(books, tell_note(noted, ""))
    books.matters.post_note(noted, told_by)
    books.messages.close_entry(told_by)


def told(number: int, receipt_no: str, **changes: object) -> ResultTold:
    at_us = 2_000_000_000_000_000 + number
    result = ResultTold(number, ResultKind.SUSPENSE_MATCHED, at_us, 100_00, receipt_no, "5", "M")
    return msgspec.structs.replace(result, **changes)


def of(books: Books, about: str) -> Matter:
    (one,) = [one for one in books.matters.matters() if one.about == about]
    return one


def test_every_fate_but_a_plain_booking_is_listed(ledger: Ledger, scribe: Scribe) -> None:
    with ledger.open_books() as books:
        assert books.matters.matters() == ()
        assert books.matters.open_count() == 0
        numbers = [
            take(books, scribe, fate) for fate in Fate if fate not in (Fate.POSTED, Fate.NOTED)
        ]
        take(books, scribe)
        books.commit()
    with ledger.open_books() as books:
        matters = books.matters.matters()
        assert sorted(one.receipt_no for one in matters) == numbers
        assert books.matters.open_count() == len(numbers)
        one = of(books, "1/2")
        assert (one.kind, one.fate, one.reference, one.amount, one.account_no, one.told_at) == (
            "payment_taken",
            "PAID_MEANWHILE",
            "CB000000002",
            PAYABLE,
            "7412000000",
            NOW,
        )


def test_a_message_that_is_no_payment_is_listed_by_its_place(
    ledger: Ledger, scribe: Scribe
) -> None:
    with ledger.open_books() as books:
        books.results.keep((told(1, "X"),), NOW)
        shift = books.messages.head()
        scribe.note(books, "1/9", 1)
        scribe.acknowledge(
            books, scribe.enter(books, scribe.receipt(books)), first=2, fate=Fate.NOT_APPLIED
        )
        one = of(books, f"1/{shift.sequence + 1}")
        assert (one.kind, one.receipt_no, one.account_no, one.amount) == (
            "counter_note",
            "",
            "",
            None,
        )


def test_what_is_decided_later_is_told_with_it_even_of_a_plain_booking(
    ledger: Ledger, scribe: Scribe
) -> None:
    with ledger.open_books() as books:
        doubtful, plain = take(books, scribe, Fate.POSSIBLE_DOUBLE), take(books, scribe)
        decided = (
            told(1, doubtful, kind=ResultKind.DOUBLE_RESOLVED, name_hi="म", month="2026-12"),
            told(2, plain),
            told(3, "no receipt of ours"),
            told(4, "KID07/2627/009999"),
        )
        books.results.keep(decided, NOW)
        first, second = of(books, "1/2"), of(books, "1/3")
        assert (second.receipt_no, second.fate) == (plain, "POSTED")
        decision = first.last_decision
        assert decision is not None
        assert (decision.kind, decision.account_no, decision.name_hi, decision.month) == (
            "DOUBLE_RESOLVED",
            "5",
            "म",
            "2026-12",
        )
        assert len(books.matters.matters()) == 2


def test_a_note_closes_it_until_something_new_is_decided(ledger: Ledger, scribe: Scribe) -> None:
    with ledger.open_books() as books:
        receipt_no = take(books, scribe, Fate.UNKNOWN_ACCOUNT)
        note(books, scribe, "1/2")
        assert books.matters.open_count() == 0
        assert of(books, "1/2").notes == (
            MatterNote("1/2", NoteState.DEALT_WITH, "seen", SUPERVISOR_ID, NOW, 0),
        )
        books.commit()
    with ledger.open_books() as books:
        assert books.matters.open_count() == 0
        books.results.keep((told(1, receipt_no),), NOW)
        assert books.matters.open_count() == 1
    with ledger.open_books() as books:
        assert books.matters.open_count() == 0, "what was rolled back was never told"


def test_a_note_cannot_know_what_was_not_told(ledger: Ledger, scribe: Scribe) -> None:
    with ledger.open_books() as books:
        take(books, scribe, Fate.UNKNOWN_ACCOUNT)
        with pytest.raises(ValueError, match=A_RULE):
            note(books, scribe, "1/2", through=1)


def test_an_instrument_that_came_back_is_open_until_its_return_is_noted_here(
    ledger: Ledger, scribe: Scribe
) -> None:
    paid = cheque(Money(300_00), a_paper("004512"))
    identity = identity_of(paid)
    with ledger.open_books() as books:
        order = an_order_of(a_line(Money(300_00), shown=PAYABLE), tenders=(paid,))
        scribe.order(books, order, an_account())
        for state in (InstrumentState.LISTED, InstrumentState.DEPOSITED):
            scribe.step(books, identity, state)
        kind = ResultKind.INSTRUMENT_RETURNED
        books.results.keep((told(1, "", kind=kind, identity=identity, on="2026-11-24"),), NOW)
        assert (of(books, identity).is_open, books.matters.open_count()) == (True, 1)
        scribe.step(books, identity, InstrumentState.RETURNED, "funds insufficient")
        assert (of(books, identity).is_undone, books.matters.open_count()) == (True, 0)

"""Fates that a supervisor works through, and what is noted of them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from counter_app.domain.errors import RefusalCode
from counter_app.domain.matter import NoteState
from counter_app.domain.money import Money
from counter_app.wire.bodies import CounterNote, PaymentTaken
from counter_app.wire.exchange import Fate
from counter_app.wire.results import ResultKind, ResultTold
from tests.builders import CASHIER_ID, PIN, SUPERVISOR_ID
from tests.use_cases.counter import Counter, an_open_counter, refusal_of

if TYPE_CHECKING:
    from counter_app.domain.identity import CashierId
    from counter_app.domain.matter import Matter

NOTE = "told by phone"


@pytest.fixture
def counter() -> Counter:
    return an_open_counter()


def a_matter(counter: Counter, fate: Fate = Fate.UNKNOWN_ACCOUNT) -> Matter:
    """One payment whose fate is this."""
    counter.server.fate_of = lambda message: (
        fate if isinstance(message.body, PaymentTaken) else Fate.NOTED
    )
    counter.pays(Money(500_00))
    counter.push_outbox()
    (one,) = counter.view_matters()
    return one


def matched(counter: Counter, number: int = 1) -> None:
    """The centre books it after all."""
    receipt_no = str(counter.receipts[0].payment.receipt_no)
    counter.server.decided.append(
        ResultTold(number, ResultKind.SUSPENSE_MATCHED, 7, 500_00, receipt_no, "7412000099")
    )
    counter.pull_results()


def test_a_fate_that_is_no_plain_booking_is_a_matter_and_counted(counter: Counter) -> None:
    one = a_matter(counter)
    assert (one.about, one.fate, one.receipt_no) == (
        "1/3",
        "UNKNOWN_ACCOUNT",
        str(counter.receipts[0].payment.receipt_no),
    )
    assert counter.view_status().open_matters == 1


def test_a_plain_booking_is_none(counter: Counter) -> None:
    counter.pays(Money(500_00))
    counter.push_outbox()
    assert counter.view_matters() == ()


def test_a_note_is_told_to_the_centre_and_closes_the_matter(counter: Counter) -> None:
    one = a_matter(counter)
    done = counter.note_matter(one, NoteState.DEALT_WITH, f"  {NOTE} ", SUPERVISOR_ID, PIN)
    assert not done.is_open
    assert counter.view_status().open_matters == 0
    assert counter.messages[-1].message.body == CounterNote(
        "1/3", "dealt_with", NOTE, SUPERVISOR_ID, "2026-11-23", 0, one.receipt_no
    )
    assert counter.push_outbox() == 1


def test_looked_at_is_not_dealt_with(counter: Counter) -> None:
    seen = counter.note_matter(a_matter(counter), NoteState.LOOKED_AT, NOTE, SUPERVISOR_ID, PIN)
    assert seen.is_open
    assert [note.text for note in seen.notes] == [NOTE]


def test_what_is_decided_while_a_supervisor_types_stays_news(counter: Counter) -> None:
    shown = a_matter(counter)
    matched(counter)
    noted = counter.note_matter(shown, NoteState.DEALT_WITH, NOTE, SUPERVISOR_ID, PIN)
    assert noted.is_open
    again = counter.note_matter(noted, NoteState.DEALT_WITH, NOTE, SUPERVISOR_ID, PIN)
    assert not again.is_open


def test_a_decision_about_a_plain_booking_makes_a_matter_of_it(counter: Counter) -> None:
    counter.pays(Money(500_00))
    counter.push_outbox()
    matched(counter)
    (one,) = counter.view_matters()
    assert (one.fate, len(one.decisions), one.is_open) == ("POSTED", 1, True)


def test_only_a_supervisor_with_the_pin_and_a_few_words_may_note(counter: Counter) -> None:
    one = a_matter(counter)

    def refused(
        text: str = NOTE, by: CashierId = SUPERVISOR_ID, pin: str = PIN, about: str = one.about
    ) -> RefusalCode:
        matter = replace(one, about=about)
        return refusal_of(
            lambda: counter.note_matter(matter, NoteState.DEALT_WITH, text, by, pin)
        ).code

    assert refused(text=" ") is RefusalCode.REASON_MISSING
    assert refused(text="card 4111 1111 1111 1111") is RefusalCode.CARD_NUMBER_IN_TEXT
    assert refused(by=CASHIER_ID) is RefusalCode.WORD_NOT_FROM_SUPERVISOR
    assert refused(pin="0000") is RefusalCode.PIN_WRONG
    assert refused(about="1/99") is RefusalCode.MATTER_UNKNOWN
    assert counter.view_matters() == (one,)

"""What a supervisor works through: open until dealt with, and again when the centre decides something new."""

from __future__ import annotations

from datetime import timedelta

from counter_app.domain.matter import (
    FatedMessage,
    LaterDecision,
    MatterNote,
    NoteState,
    matters_of,
)
from counter_app.domain.money import Money
from tests.builders import NOW

RECEIPT = "KID07/2627/000123"
CHEQUE = "cheque:SBIN0001234:004512"


def fated(
    sequence: int = 15, receipt_no: str = RECEIPT, fate: str = "UNKNOWN_ACCOUNT"
) -> FatedMessage:
    return FatedMessage(
        1, sequence, "payment_taken", fate, "C07/1/15", NOW, receipt_no, "7412", Money(100)
    )


def decided(number: int = 1, receipt_no: str = RECEIPT, identity: str = "") -> LaterDecision:
    later = NOW + timedelta(hours=number)
    return LaterDecision(
        number, "SUSPENSE_MATCHED", later, Money(100), receipt_no, identity=identity
    )


def noted(
    state: NoteState = NoteState.DEALT_WITH, through: int = 0, about: str = "1/15"
) -> MatterNote:
    return MatterNote(about, state, "told by phone", "S201", NOW, through)


def test_a_fate_is_open_until_somebody_has_dealt_with_it() -> None:
    (new,) = matters_of([fated()], [], [])
    (seen,) = matters_of([fated()], [], [noted(NoteState.LOOKED_AT)])
    (done,) = matters_of([fated()], [], [noted(NoteState.LOOKED_AT), noted()])
    assert [new.is_open, seen.is_open, done.is_open] == [True, True, False]
    assert (new.last_note, new.last_decision) == (None, None)
    assert done.last_note == noted()


def test_what_is_decided_later_opens_it_again() -> None:
    (known,) = matters_of([fated()], [decided(1)], [noted(through=1)])
    (news,) = matters_of([fated()], [decided(1), decided(2)], [noted(through=1)])
    assert not known.is_open
    assert news.is_open
    assert news.news_at == NOW + timedelta(hours=2)


def test_a_note_of_another_matter_closes_nothing() -> None:
    (one,) = matters_of([fated()], [], [noted(about="1/16")])
    assert one.is_open


def test_messages_without_a_receipt_share_no_decision() -> None:
    plain, back = fated(16, receipt_no=""), decided(1, receipt_no="", identity=CHEQUE)
    came_back, message = matters_of([plain], [back], [])
    assert (came_back.about, came_back.reference, message.decisions) == (CHEQUE, CHEQUE, ())


def test_an_instrument_that_came_back_is_closed_by_its_return_here() -> None:
    back = [decided(1, receipt_no="", identity=CHEQUE)]
    assert matters_of([], back, [])[0].is_open
    assert not matters_of([], back, [], frozenset({CHEQUE}))[0].is_open
    assert not matters_of([], back, [noted(about=CHEQUE, through=1)])[0].is_open


def test_the_newest_news_stand_first() -> None:
    old, new = fated(15), fated(16, receipt_no="KID07/2627/000124")
    assert [one.about for one in matters_of([old, new], [decided(1)], [])] == ["1/15", "1/16"]


def test_a_decision_of_a_receipt_that_is_not_listed_is_left_out() -> None:
    assert matters_of([], [decided(1)], []) == ()

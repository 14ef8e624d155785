"""What a supervisor works through: listed, and noted as looked at or dealt with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from counter_app.domain.caveat import reason_typed
from counter_app.domain.errors import Refusal, RefusalCode
from counter_app.domain.matter import MatterNote
from counter_app.use_cases.give_word import supervisor_of
from counter_app.use_cases.pin_guard import PinFor
from counter_app.wire.tell import tell_note

if TYPE_CHECKING:
    from counter_app.domain.identity import CashierId
    from counter_app.domain.matter import Matter, NoteState
    from counter_app.use_cases.book_ports import Books, Ledger
    from counter_app.use_cases.pin_guard import PinGuard
    from counter_app.use_cases.telling import Telling


@dataclass(frozen=True, slots=True)
class ViewMatters:
    """The verb."""

    ledger: Ledger

    def __call__(self) -> tuple[Matter, ...]:
        """All matters, open or not, the newest news first."""
        with self.ledger.open_books() as books:
            return books.matters.matters()


@dataclass(frozen=True, slots=True)
class NoteMatter:
    """The verb: the centre is told who looked at it, and what was said."""

    ledger: Ledger
    guard: PinGuard
    telling: Telling

    def __call__(
        self, matter: Matter, state: NoteState, text: str, supervisor_id: CashierId, pin: str
    ) -> Matter:
        """The matter as it stands then. What was decided since it was shown stays news.

        Raises Refusal MATTER_UNKNOWN, WORD_NOT_FROM_SUPERVISOR, PIN_WRONG, PIN_LOCKED, REASON_MISSING,
        REASON_TOO_LONG, CARD_NUMBER_IN_TEXT.
        """
        said = reason_typed(text)
        with self.ledger.open_books() as books:
            supervisor = supervisor_of(books, supervisor_id)
        self.guard.check(supervisor, pin, PinFor.MATTER)
        with self.ledger.open_books() as books:
            _found(books, matter.about)
            decision = matter.last_decision
            note = MatterNote(
                about=matter.about,
                state=state,
                text=said,
                by=supervisor_id,
                at=self.telling.clock.now(),
                through=decision.number if decision is not None else 0,
            )
            told_by = self.telling.append(books, tell_note(note, matter.receipt_no), "")
            books.matters.post_note(note, told_by)
            books.messages.close_entry(told_by)
            noted = _found(books, matter.about)
            books.commit()
        return noted


def _found(books: Books, about: str) -> Matter:
    for one in books.matters.matters():
        if one.about == about:
            return one
    raise Refusal(RefusalCode.MATTER_UNKNOWN, about=about)

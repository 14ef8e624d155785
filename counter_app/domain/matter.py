"""What a supervisor works through: messages whose fate is not plainly booked, and what was decided of them later.

A matter is named by ``about``: ``1/15`` is message 15 of epoch 1, anything else the identity of an instrument
(``domain.tender.identity_of``). It is open until a supervisor has dealt with it, and again when the centre decides
something new of it afterwards.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, datetime

    from counter_app.domain.money import Money


class NoteState(StrEnum):
    """How far a supervisor is with a matter."""

    LOOKED_AT = "looked_at"
    DEALT_WITH = "dealt_with"


@dataclass(frozen=True, slots=True)
class FatedMessage:
    """A message the centre acknowledged with a fate; receipt, account and amount for payments only."""

    epoch: int
    sequence: int
    kind: str
    fate: str
    reference: str
    told_at: datetime
    receipt_no: str = ""
    account_no: str = ""
    amount: Money | None = None

    @property
    def about(self) -> str:
        """What names it."""
        return f"{self.epoch}/{self.sequence}"


@dataclass(frozen=True, slots=True)
class LaterDecision:
    """What the centre decided later than its acknowledgement; fields as in ``wire.results.ResultTold``."""

    number: int
    kind: str
    at: datetime
    amount: Money
    receipt_no: str = ""
    account_no: str = ""
    name_en: str = ""
    name_hi: str = ""
    identity: str = ""
    on: date | None = None
    reason: str = ""
    month: str = ""


@dataclass(frozen=True, slots=True)
class MatterNote:
    """What a supervisor said of a matter. ``through`` is the last decision's number that was known then."""

    about: str
    state: NoteState
    text: str
    by: str
    at: datetime
    through: int


@dataclass(frozen=True, slots=True)
class Matter:
    """One thing to look at. ``is_undone``: an instrument that came back, and this counter has noted so."""

    about: str
    kind: str
    fate: str
    reference: str
    told_at: datetime
    receipt_no: str
    account_no: str
    amount: Money | None
    decisions: tuple[LaterDecision, ...]
    notes: tuple[MatterNote, ...]
    is_undone: bool = False

    @property
    def last_decision(self) -> LaterDecision | None:
        """What holds now, if anything was decided later."""
        return self.decisions[-1] if self.decisions else None

    @property
    def last_note(self) -> MatterNote | None:
        """How far a supervisor is with it."""
        return self.notes[-1] if self.notes else None

    @property
    def news_at(self) -> datetime:
        """When the last was heard of it."""
        return max([self.told_at, *(one.at for one in self.decisions)])

    @property
    def is_open(self) -> bool:
        """Whether a supervisor still has to deal with it."""
        note, decision = self.last_note, self.last_decision
        if self.is_undone:
            return False
        if note is None or note.state is not NoteState.DEALT_WITH:
            return True
        return decision is not None and decision.number > note.through


def matters_of(
    fated: Iterable[FatedMessage],
    decisions: Iterable[LaterDecision],
    notes: Iterable[MatterNote],
    undone: frozenset[str] = frozenset(),
) -> tuple[Matter, ...]:
    """All matters, the newest news first.

    ``decisions`` and ``notes`` come in their order; ``undone`` are instruments whose return this counter noted. A
    decision about a receipt that is not among ``fated`` is left out.
    """
    of_receipt: dict[str, list[LaterDecision]] = {}
    of_instrument: dict[str, list[LaterDecision]] = {}
    for decision in decisions:
        if decision.receipt_no:
            of_receipt.setdefault(decision.receipt_no, []).append(decision)
        else:
            of_instrument.setdefault(decision.identity, []).append(decision)
    noted: dict[str, list[MatterNote]] = {}
    for note in notes:
        noted.setdefault(note.about, []).append(note)
    matters = [
        Matter(
            about=one.about,
            kind=one.kind,
            fate=one.fate,
            reference=one.reference,
            told_at=one.told_at,
            receipt_no=one.receipt_no,
            account_no=one.account_no,
            amount=one.amount,
            decisions=tuple(of_receipt.get(one.receipt_no, ()) if one.receipt_no else ()),
            notes=tuple(noted.get(one.about, ())),
        )
        for one in fated
    ]
    matters += [
        Matter(
            about=identity,
            kind="",
            fate="",
            reference=identity,
            told_at=told[0].at,
            receipt_no="",
            account_no="",
            amount=told[-1].amount,
            decisions=tuple(told),
            notes=tuple(noted.get(identity, ())),
            is_undone=identity in undone,
        )
        for identity, told in of_instrument.items()
    ]
    return tuple(sorted(matters, key=lambda one: (one.news_at, one.about), reverse=True))

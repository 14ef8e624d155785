"""Supervisors' words. The only writer of table supervisor_word."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import bindparam, insert, select

from counter_app.domain.approval import How
from counter_app.domain.caveat import CaveatCode, Word
from counter_app.domain.identity import CashierId
from counter_app.wire.messages import microseconds
from local_db.rows import supervisor_word
from local_db.shift_link import SHIFT_LINK
from local_db.statements import Statement
from local_db.told import moment_of

if TYPE_CHECKING:
    from datetime import datetime

    from counter_app.wire.messages import SealedMessage
    from local_db.open_entry import OpenEntry
    from local_db.pen import Pen

_ADD_WORD = Statement(
    insert(supervisor_word).values(shift_link=SHIFT_LINK), columns=supervisor_word.columns.keys()
)
_GIVEN = Statement(
    select(supervisor_word.c.given_at_us, supervisor_word.c.codes)
    .where(supervisor_word.c.shift_link == SHIFT_LINK)
    .order_by(supervisor_word.c.link)
)
_WORD = Statement(
    select(
        supervisor_word.c.word_id,
        supervisor_word.c.supervisor_id,
        supervisor_word.c.reason,
        supervisor_word.c.codes,
        supervisor_word.c.how,
        supervisor_word.c.challenge,
    ).where(supervisor_word.c.link == bindparam("link"))
)
_LINK = Statement(
    select(supervisor_word.c.link).where(supervisor_word.c.word_id == bindparam("word_id"))
)


def word_at(pen: Pen, link: int | None) -> Word | None:
    """The word told at this link."""
    row = None if link is None else pen.row(_WORD, link=link)
    if row is None:
        return None
    word_id, supervisor_id, reason, codes, how, challenge = row
    return Word(
        UUID(bytes=word_id),
        CashierId(supervisor_id),
        reason,
        _codes_of(codes),
        How(how),
        challenge,
    )


def link_of(pen: Pen, given: Word | None) -> int | None:
    """The link of the message that told a word, None for no word."""
    if given is None:
        return None
    row = pen.row(_LINK, word_id=given.word_id.bytes)
    return None if row is None else int(row[0])


class LedgerWordBook:
    """Port ``WordBook``."""

    __slots__ = ("_entry", "_pen")

    def __init__(self, pen: Pen, entry: OpenEntry) -> None:
        self._pen, self._entry = pen, entry

    def post(self, given: Word, shift_id: UUID, at: datetime, told_by: SealedMessage) -> None:
        """Write a word given in this shift."""
        self._pen.write(
            _ADD_WORD,
            link=self._entry.link_of(told_by),
            word_id=given.word_id.bytes,
            supervisor_id=given.supervisor_id,
            shift_id=shift_id.bytes,
            codes=" ".join(sorted(given.codes)),
            reason=given.reason,
            given_at_us=microseconds(at),
            how=given.how.value,
            challenge=given.challenge,
        )

    def given_in(self, shift_id: UUID) -> tuple[tuple[datetime, frozenset[CaveatCode]], ...]:
        """When words were given in this shift, and for what; oldest first."""
        return tuple(
            (moment_of(at_us), _codes_of(codes))
            for at_us, codes in self._pen.rows(_GIVEN, shift_id=shift_id.bytes)
        )


def _codes_of(text: str) -> frozenset[CaveatCode]:
    return frozenset(map(CaveatCode, text.split()))

"""What a supervisor works through, and what was noted of it. The only writer of matter_note."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, func, insert, literal_column, select

from counter_app.domain.bank_paper import InstrumentState
from counter_app.domain.identity import BookYear, ReceiptNo
from counter_app.domain.matter import (
    FatedMessage,
    LaterDecision,
    MatterNote,
    NoteState,
    matters_of,
)
from counter_app.domain.money import Money
from counter_app.wire.exchange import Fate
from counter_app.wire.messages import microseconds
from local_db.result_book import all_told
from local_db.rows import (
    fate,
    instrument,
    instrument_step,
    matter_note,
    message,
    payment,
    result,
    returned_part,
)
from local_db.statements import NOUGHT, Statement
from local_db.told import moment_of

if TYPE_CHECKING:
    from counter_app.domain.matter import Matter
    from counter_app.wire.messages import SealedMessage
    from counter_app.wire.results import ResultTold
    from local_db.open_entry import OpenEntry
    from local_db.pen import Pen, Row

_ADD_NOTE = Statement(insert(matter_note))
_IS_PLAIN = fate.c.fate.in_([literal_column(f"'{one}'") for one in (Fate.NOTED, Fate.POSTED)])
_FATED = (
    select(
        message.c.epoch,
        message.c.sequence,
        message.c.kind,
        fate.c.fate,
        fate.c.reference,
        message.c.recorded_at_us,
        payment.c.series,
        payment.c.book_year,
        payment.c.serial,
        payment.c.account_no,
        payment.c.amount_paise,
    )
    .select_from(fate)
    .join(message, message.c.link == fate.c.link)
    .outerjoin(payment, payment.c.link == fate.c.link)
)
_NOT_PLAIN = Statement(_FATED.where(~_IS_PLAIN))
_PLAIN_OF_RECEIPT = Statement(
    _FATED.where(
        _IS_PLAIN,
        payment.c.series == bindparam("series"),
        payment.c.book_year == bindparam("book_year"),
        payment.c.serial == bindparam("serial"),
    )
)
_NOTES = Statement(
    select(
        matter_note.c.about,
        matter_note.c.state,
        matter_note.c.text,
        matter_note.c.by_id,
        matter_note.c.at_us,
        matter_note.c.through,
    ).order_by(matter_note.c.link)
)
_RETURNED = Statement(
    select(instrument.c.identity)
    .select_from(instrument_step)
    .join(
        instrument,
        (instrument.c.link == instrument_step.c.owner_link)
        & (instrument.c.line == instrument_step.c.owner_line),
    )
    .where(
        instrument_step.c.state == literal_column(f"'{InstrumentState.RETURNED.value}'"),
        instrument.c.identity.in_(select(result.c.identity)),
    )
)
_NEWEST = Statement(
    select(
        select(func.coalesce(func.max(fate.c.link), NOUGHT)).where(~_IS_PLAIN).scalar_subquery(),
        select(func.coalesce(func.max(result.c.number), NOUGHT)).scalar_subquery(),
        select(func.coalesce(func.max(matter_note.c.link), NOUGHT)).scalar_subquery(),
        select(func.coalesce(func.max(returned_part.c.link), NOUGHT)).scalar_subquery(),
    )
)


class MattersKept:
    """How many were open when it was counted last, and of what: the status strip asks after every payment."""

    __slots__ = ("newest", "open_count")

    def __init__(self) -> None:
        self.newest: tuple[int, ...] = ()
        self.open_count = 0


class LedgerMatterBook:
    """Port ``MatterBook``."""

    __slots__ = ("_entry", "_kept", "_pen")

    def __init__(self, pen: Pen, entry: OpenEntry, kept: MattersKept) -> None:
        self._pen, self._entry, self._kept = pen, entry, kept

    def matters(self) -> tuple[Matter, ...]:
        """All of them, the newest news first."""
        told = all_told(self._pen)
        fated = [_fated(row) for row in self._pen.rows(_NOT_PLAIN)]
        known = {one.receipt_no for one in fated}
        for receipt_no in sorted({one.receipt_no for one in told} - known - {""}):
            fated += self._plain(receipt_no)
        return matters_of(
            fated,
            [_decision(one) for one in told],
            [_note(row) for row in self._pen.rows(_NOTES)],
            frozenset(identity for (identity,) in self._pen.rows(_RETURNED)),
        )

    def open_count(self) -> int:
        """How many a supervisor still has to deal with."""
        row = self._pen.row(_NEWEST)
        assert row is not None
        newest = tuple(map(int, row))
        if newest == self._kept.newest:
            return self._kept.open_count
        count = sum(one.is_open for one in self.matters())
        if self._pen.is_clean:
            self._kept.newest, self._kept.open_count = newest, count
        return count

    def post_note(self, note: MatterNote, told_by: SealedMessage) -> None:
        """Write a note. Raises BrokenRuleError for one that knows of decisions that were not told."""
        self._pen.write(
            _ADD_NOTE,
            link=self._entry.link_of(told_by),
            about=note.about,
            state=note.state.value,
            through=note.through,
            text=note.text,
            by_id=note.by,
            at_us=microseconds(note.at),
        )

    def _plain(self, text: str) -> list[FatedMessage]:
        """The payment of a receipt that was plainly booked; of a receipt that is not ours there is none."""
        try:
            receipt_no = ReceiptNo.from_text(text)
        except ValueError:
            return []
        rows = self._pen.rows(
            _PLAIN_OF_RECEIPT,
            series=receipt_no.series,
            book_year=receipt_no.book_year.first,
            serial=receipt_no.serial,
        )
        return [_fated(row) for row in rows]


def _fated(row: Row) -> FatedMessage:
    epoch, sequence, kind, told, reference, at_us, series, year, serial, account_no, paise = row
    is_payment = series is not None
    return FatedMessage(
        epoch=epoch,
        sequence=sequence,
        kind=kind,
        fate=told,
        reference=reference,
        told_at=moment_of(at_us),
        receipt_no=str(ReceiptNo(series, BookYear(year), serial)) if is_payment else "",
        account_no=account_no if is_payment else "",
        amount=Money(paise) if is_payment else None,
    )


def _decision(told: ResultTold) -> LaterDecision:
    return LaterDecision(
        number=told.number,
        kind=told.kind.value,
        at=moment_of(told.at_us),
        amount=Money(told.amount_paise),
        receipt_no=told.receipt_no,
        account_no=told.account_no,
        name_en=told.name_en,
        name_hi=told.name_hi,
        identity=told.identity,
        on=date.fromisoformat(told.on) if told.on else None,
        reason=told.reason,
        month=told.month,
    )


def _note(row: Row) -> MatterNote:
    about, state, text, by_id, at_us, through = row
    return MatterNote(about, NoteState(state), text, by_id, moment_of(at_us), through)

"""The chain of messages and the outbox. The only writer of message and outbox."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import bindparam, func, insert, select

from counter_app.domain.identity import BookYear, ReceiptNo
from counter_app.domain.money import Money
from counter_app.use_cases.views import OutboxRow, OutboxSummary, Unsent
from counter_app.wire.canonical import NO_HEAD
from counter_app.wire.messages import ChainHead
from local_db import answer_book
from local_db.rows import acknowledgement, message, outbox, payment
from local_db.statements import NOUGHT, ONE, Statement
from local_db.told import moment_of

if TYPE_CHECKING:
    from datetime import datetime

    from counter_app.use_cases.views import Fated
    from counter_app.wire.exchange import Acknowledgement
    from counter_app.wire.messages import SealedMessage
    from local_db.open_entry import OpenEntry
    from local_db.pen import Pen, Row

_ADD_MESSAGE = Statement(
    insert(message).values(
        link=select(func.coalesce(func.max(message.c.link), NOUGHT) + ONE).scalar_subquery()
    ),
    columns=message.columns.keys(),
)
_ADD_TO_OUTBOX = Statement(insert(outbox))
_LAST = Statement(
    select(message.c.epoch, message.c.sequence, message.c.hash).order_by(message.c.link.desc())
)
_IS_UNSENT = message.c.link > (
    select(func.coalesce(func.max(acknowledgement.c.link), NOUGHT)).scalar_subquery()
)
_RUN = (
    select(
        message.c.epoch,
        message.c.sequence,
        message.c.previous,
        message.c.body,
        message.c.signature,
    )
    .order_by(message.c.link)
    .limit(bindparam("most_messages"))
    .offset(NOUGHT)
)
_UNSENT = Statement(_RUN.where(_IS_UNSENT))
_FROM = Statement(
    _RUN.where(message.c.epoch == bindparam("epoch"), message.c.sequence >= bindparam("first"))
)
_SUMMARY = Statement(
    select(
        func.count(message.c.link),
        func.count(payment.c.link),
        func.coalesce(func.sum(payment.c.amount_paise), NOUGHT),
        func.min(message.c.link),
    )
    .select_from(message)
    .outerjoin(payment, payment.c.link == message.c.link)
    .where(_IS_UNSENT)
)
_RECORDED_AT = Statement(
    select(message.c.recorded_at_us).where(message.c.link == bindparam("link"))
)
_ROWS = Statement(
    select(
        message.c.epoch,
        message.c.sequence,
        message.c.kind,
        message.c.recorded_at_us,
        payment.c.series,
        payment.c.book_year,
        payment.c.serial,
        payment.c.amount_paise,
    )
    .select_from(message)
    .outerjoin(payment, payment.c.link == message.c.link)
    .where(_IS_UNSENT)
    .order_by(message.c.link)
    .limit(bindparam("most_rows"))
    .offset(NOUGHT)
)


class LedgerMessageBook:
    """Port ``MessageBook``."""

    __slots__ = ("_entry", "_pen")

    def __init__(self, pen: Pen, entry: OpenEntry) -> None:
        self._pen, self._entry = pen, entry

    def head(self) -> ChainHead:
        """The last message, of whatever epoch."""
        row = self._pen.row(_LAST)
        return ChainHead(0, 0, NO_HEAD) if row is None else ChainHead(*row)

    def append(self, sealed: SealedMessage) -> None:
        """Add the next link. Raises BrokenRuleError for a message that does not follow the last."""
        told = sealed.message
        link = self._pen.write(
            _ADD_MESSAGE,
            epoch=told.epoch,
            sequence=told.sequence,
            message_id=UUID(told.message_id).bytes,
            kind=told.body.__struct_config__.tag,
            recorded_at_us=told.clock.utc_us,
            previous=sealed.previous,
            hash=sealed.hash,
            signature=sealed.signature,
            body=sealed.raw,
        )
        self._entry.begin(sealed, link)

    def close_entry(self, sealed: SealedMessage) -> None:
        """Put the message into the outbox, last of its unit of work: the books prove that they balance.

        Raises BrokenRuleError when they do not.
        """
        self._pen.write(_ADD_TO_OUTBOX, link=self._entry.link_of(sealed))

    def unsent(self, most_messages: int, most_bytes: int) -> Unsent | None:
        """The oldest run of unacknowledged messages of one epoch, in order; None for an empty outbox.

        The first is there even when it alone is larger than ``most_bytes``.
        """
        return _run_of(self._pen.rows(_UNSENT, most_messages=most_messages), most_bytes)

    def run_from(
        self, epoch: int, first: int, most_messages: int, most_bytes: int
    ) -> Unsent | None:
        """A run from this sequence on, acknowledged or not, when the centre asks again; None beyond the last."""
        rows = self._pen.rows(_FROM, epoch=epoch, first=first, most_messages=most_messages)
        return _run_of(rows, most_bytes)

    def summary(self) -> OutboxSummary:
        """Count, rupees and age of what is unsent, and when the centre last acknowledged."""
        row = self._pen.row(_SUMMARY)
        assert row is not None
        messages, payments, paise, oldest = row
        acknowledged_us = self.last_server_time_us()
        return OutboxSummary(
            unsent_messages=messages,
            unsent_payments=payments,
            unsent=Money(paise),
            oldest_at=moment_of(self._pen.value(_RECORDED_AT, link=oldest)) if messages else None,
            acknowledged_at=moment_of(acknowledged_us) if acknowledged_us else None,
        )

    def rows(self, most_rows: int) -> tuple[OutboxRow, ...]:
        """Unsent messages, oldest first."""
        return tuple(
            OutboxRow(
                epoch=epoch,
                sequence=sequence,
                kind=kind,
                recorded_at=moment_of(recorded_at_us),
                receipt_no="" if series is None else str(ReceiptNo(series, BookYear(year), serial)),
                amount=None if paise is None else Money(paise),
            )
            for epoch, sequence, kind, recorded_at_us, series, year, serial, paise in self._pen.rows(
                _ROWS, most_rows=most_rows
            )
        )

    def acknowledge(self, acknowledgement: Acknowledgement, signed: bytes) -> None:
        """Keep a signed acknowledgement and its fates. One we have already is kept once.

        Raises Fault SERVER_FORK when it is not of our chain.
        """
        answer_book.keep_acknowledgement(self._pen, acknowledgement, signed)

    def set_aside(self) -> tuple[Fated, ...]:
        """Acknowledged payments whose fate asks for a person, newest first."""
        return answer_book.set_aside(self._pen)

    def last_server_time_us(self) -> int:
        """The newest signed server time we hold, 0 for none."""
        return answer_book.last_server_time_us(self._pen)

    def stop_taking_payments(self, reason: str, at: datetime) -> None:
        """Note a fork or a doubt, once: from now on the books take no payment."""
        answer_book.note_stop(self._pen, reason, at)

    def stopped_because(self) -> str:
        """The reason of an unresolved stop, empty for none."""
        return answer_book.stopped_because(self._pen)


def _run_of(rows: list[Row], most_bytes: int) -> Unsent | None:
    """The first rows that are of one epoch and fit together; at least one of them."""
    if not rows:
        return None
    epoch, first, previous, _, head_signature = rows[0]
    bodies: list[bytes] = []
    size = 0
    for row_epoch, _, _, body, signature in rows:
        size += len(body)
        if bodies and (row_epoch != epoch or size > most_bytes):
            break
        bodies.append(body)
        head_signature = signature
    return Unsent(epoch, first, previous, tuple(bodies), head_signature)

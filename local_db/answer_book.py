"""What the centre answered. The only writer of acknowledgement, fate and stop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import bindparam, func, insert, literal_column, select

from counter_app.domain.errors import Fault, FaultCode
from counter_app.domain.identity import BookYear, ReceiptNo
from counter_app.domain.money import Money
from counter_app.use_cases.views import Fated
from counter_app.wire.canonical import raw_of
from counter_app.wire.exchange import IN_THE_BILL
from counter_app.wire.messages import microseconds
from local_db.rows import acknowledgement, fate, message, payment, stop
from local_db.statements import NOUGHT, Statement
from local_db.told import moment_of

if TYPE_CHECKING:
    from datetime import datetime

    from counter_app.wire.exchange import Acknowledgement
    from local_db.pen import Pen

_ADD_ACKNOWLEDGEMENT = Statement(insert(acknowledgement))
_ADD_FATE = Statement(insert(fate))
_ADD_STOP = Statement(insert(stop))
_MESSAGE_AT = Statement(
    select(message.c.link, message.c.hash).where(
        message.c.epoch == bindparam("epoch"), message.c.sequence == bindparam("sequence")
    )
)
_HAS_ACKNOWLEDGEMENT = Statement(
    select(func.count()).where(acknowledgement.c.link == bindparam("link"))
)
_FATED = Statement(
    select(fate.c.link).where(
        fate.c.link >= bindparam("first_link"), fate.c.link <= bindparam("last_link")
    )
)
_SET_ASIDE = Statement(
    select(
        payment.c.series,
        payment.c.book_year,
        payment.c.serial,
        payment.c.account_no,
        payment.c.amount_paise,
        fate.c.fate,
        fate.c.reference,
        payment.c.taken_at_us,
    )
    .select_from(fate)
    .join(payment, payment.c.link == fate.c.link)
    .where(fate.c.fate.not_in([literal_column(f"'{one.value}'") for one in sorted(IN_THE_BILL)]))
    .order_by(fate.c.link.desc())
)
_SERVER_TIME = Statement(select(func.coalesce(func.max(acknowledgement.c.server_time_us), NOUGHT)))
_LAST_STOP = Statement(select(stop.c.stop_no, stop.c.reason).order_by(stop.c.stop_no.desc()))


def keep_acknowledgement(pen: Pen, answer: Acknowledgement, signed: bytes) -> None:
    """Keep it and the fates we do not have yet; an older or repeated one changes nothing we hold.

    Raises Fault SERVER_FORK when its head is not our chain's, or it tells fates of what it does not cover.
    """
    row = pen.row(_MESSAGE_AT, epoch=answer.epoch, sequence=answer.upto)
    if row is None or row[1] != _head_of(answer):
        raise Fault(FaultCode.SERVER_FORK, "an acknowledgement of messages that are not ours")
    if any(not 1 <= told.sequence <= answer.upto for told in answer.fates):
        raise Fault(FaultCode.SERVER_FORK, "a fate of a message that is not acknowledged")
    link = int(row[0])
    if not pen.value(_HAS_ACKNOWLEDGEMENT, link=link):
        pen.write(
            _ADD_ACKNOWLEDGEMENT,
            link=link,
            epoch=answer.epoch,
            upto=answer.upto,
            head=row[1],
            server_time_us=answer.server_time_us,
            signed=signed,
        )
    before_epoch = link - answer.upto
    fates = {before_epoch + told.sequence: told for told in answer.fates}
    if fates:
        known = pen.rows(_FATED, first_link=min(fates), last_link=max(fates))
        for (known_link,) in known:
            fates.pop(known_link, None)
    pen.write_many(
        _ADD_FATE,
        [
            {"link": fate_link, "fate": told.fate.value, "reference": told.reference}
            for fate_link, told in sorted(fates.items())
        ],
    )


def set_aside(pen: Pen) -> tuple[Fated, ...]:
    """Acknowledged payments whose fate asks for a person, newest first."""
    return tuple(
        Fated(
            receipt_no=str(ReceiptNo(series, BookYear(year), serial)),
            account_no=account_no,
            amount=Money(paise),
            fate=told,
            reference=reference,
            taken_at=moment_of(taken_at_us),
        )
        for series, year, serial, account_no, paise, told, reference, taken_at_us in pen.rows(
            _SET_ASIDE
        )
    )


def last_server_time_us(pen: Pen) -> int:
    """The newest signed server time we hold, 0 for none."""
    return int(pen.value(_SERVER_TIME))


def note_stop(pen: Pen, reason: str, at: datetime) -> None:
    """Stop taking payments; the same reason again adds nothing."""
    row = pen.row(_LAST_STOP)
    stop_no, last_reason = row or (0, "")
    if last_reason != reason:
        pen.write(_ADD_STOP, stop_no=stop_no + 1, reason=reason, at_us=microseconds(at))


def stopped_because(pen: Pen) -> str:
    """The reason of the last stop, empty for none."""
    row = pen.row(_LAST_STOP)
    return "" if row is None else str(row[1])


def _head_of(answer: Acknowledgement) -> bytes:
    try:
        return raw_of(answer.head)
    except ValueError:
        return b""

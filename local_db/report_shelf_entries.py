"""Every entry with its movements, some thousand at a time, for the day book. Writes nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import Text, bindparam, cast, func, literal_column, or_, select

from counter_app.domain.identity import BookYear, ReceiptNo
from counter_app.domain.ledger import LedgerAccount, Posting
from counter_app.domain.money import Money
from counter_app.domain.report_rows import EntryLine
from local_db.custody_rows import bank_answer, cash_move, handing, reversal, shift_close, slip
from local_db.report_people import name_of, people_of
from local_db.report_where import Selected, selected
from local_db.rows import instrument, instrument_step, message, payment, posting, shift
from local_db.statements import NOUGHT, Statement
from local_db.told import date_of, moment_of

if TYPE_CHECKING:
    from typing import Any

    from sqlalchemy import ColumnElement, FromClause

    from counter_app.domain.report_selection import Cut, Selection
    from local_db.pen import Pen

_NONE: ColumnElement[Any] = literal_column("NULL")
_NOT_OF_A_SHIFT = bindparam("shift_no") == literal_column("0")
_OF_SHIFT = shift.c.shift_no == bindparam("shift_no")
_SHIFT_NO = cast(shift.c.shift_no, Text)


def _heads(
    link: ColumnElement[int],
    day: ColumnElement[str],
    by: ColumnElement[str],
    about: tuple[ColumnElement[Any], ColumnElement[Any], ColumnElement[Any]],
    source: FromClause,
    of_shift: ColumnElement[bool],
) -> Selected:
    """The beginnings of entries that one table tells: link, day, by whom, of what."""
    base = (
        select(link, day, by, *about, message.c.kind, message.c.recorded_at_us)
        .select_from(source)
        .join(message, message.c.link == link)
        .where(
            link > bindparam("after"),
            select(posting.c.line).where(posting.c.link == link).correlate_except(posting).exists(),
        )
        .limit(bindparam("most"))
        .offset(NOUGHT)
    )
    return selected(base, link, by, day, of_shift)


_STEP_DAY = func.date(
    instrument_step.c.at_us / literal_column("1000000.0"),
    literal_column("'unixepoch'"),
    literal_column("'+330 minutes'"),
)
_PAID = payment.alias("paid")
_HEADS: tuple[Selected, ...] = (
    _heads(
        shift.c.link,
        shift.c.business_date,
        shift.c.cashier_id,
        (_SHIFT_NO, _NONE, _NONE),
        shift,
        _OF_SHIFT,
    ),
    _heads(
        payment.c.link,
        payment.c.business_date,
        payment.c.cashier_id,
        (payment.c.series, payment.c.book_year, payment.c.serial),
        payment.join(shift, shift.c.link == payment.c.shift_link),
        _OF_SHIFT,
    ),
    *(
        _heads(
            table.c.link,
            table.c.business_date,
            by,
            (_SHIFT_NO, _NONE, _NONE),
            table.join(shift, shift.c.link == table.c.shift_link),
            _OF_SHIFT,
        )
        for table, by in ((cash_move, cash_move.c.cashier_id), (shift_close, shift.c.cashier_id))
    ),
    _heads(
        reversal.c.link,
        reversal.c.business_date,
        reversal.c.by_id,
        (_PAID.c.series, _PAID.c.book_year, _PAID.c.serial),
        reversal.join(_PAID, _PAID.c.link == reversal.c.payment_link).outerjoin(
            shift, shift.c.link == reversal.c.shift_link
        ),
        _OF_SHIFT,
    ),
    _heads(
        handing.c.link,
        handing.c.business_date,
        handing.c.by_id,
        (_NONE, _NONE, _NONE),
        handing,
        _NOT_OF_A_SHIFT,
    ),
    _heads(
        slip.c.link,
        slip.c.business_date,
        slip.c.by_id,
        (cast(slip.c.slip_no, Text), _NONE, _NONE),
        slip,
        _NOT_OF_A_SHIFT,
    ),
    _heads(
        bank_answer.c.link,
        bank_answer.c.business_date,
        bank_answer.c.by_id,
        (cast(slip.c.slip_no, Text), _NONE, _NONE),
        bank_answer.join(slip, slip.c.link == bank_answer.c.slip_link),
        _NOT_OF_A_SHIFT,
    ),
    _heads(
        instrument_step.c.link,
        _STEP_DAY,
        instrument_step.c.by_id,
        (instrument.c.identity, _NONE, _NONE),
        instrument_step.join(
            instrument,
            (instrument.c.link == instrument_step.c.owner_link)
            & (instrument.c.line == instrument_step.c.owner_line)
            & or_(
                instrument_step.c.state == literal_column("'returned'"),
                instrument_step.c.state == literal_column("'cleared'"),
            ),
        ),
        _NOT_OF_A_SHIFT,
    ),
)
_POSTINGS = Statement(
    select(posting.c.link, posting.c.account, posting.c.amount_paise)
    .where(posting.c.link.between(bindparam("first"), bindparam("last")))
    .order_by(posting.c.link, posting.c.line)
)


def entries_of(
    pen: Pen, wanted: Selection, cut: Cut, after: int, most: int
) -> tuple[EntryLine, ...]:
    """The next entries of a selection above this link, in the order of the chain."""
    heads = [row for one in _HEADS for row in one.rows(pen, wanted, cut, after=after, most=most)]
    heads = sorted(heads)[:most]
    if not heads:
        return ()
    people = people_of(pen)
    postings: dict[int, list[Posting]] = {}
    for link, account, paise in pen.rows(_POSTINGS, first=heads[0][0], last=heads[-1][0]):
        postings.setdefault(link, []).append(Posting(LedgerAccount(account), Money(paise)))
    return tuple(
        EntryLine(
            link=link,
            at=moment_of(at_us),
            business_date=date_of(day),
            kind=kind,
            about=(about or "") if year is None else str(ReceiptNo(about, BookYear(year), serial)),
            by=name_of(people, by_id),
            postings=tuple(postings[link]),
        )
        for link, day, by_id, about, year, serial, kind, at_us in heads
    )

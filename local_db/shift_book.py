"""Shifts. The only writer of table shift."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import bindparam, func, insert, select

from counter_app.domain.identity import CashierId
from counter_app.domain.money import Money
from counter_app.domain.shift import Shift
from counter_app.wire.messages import microseconds
from local_db.count_pen import count_at, post_count
from local_db.custody_rows import shift_close
from local_db.entry_book import post_entry
from local_db.rows import shift
from local_db.statements import NOUGHT, Statement
from local_db.told import moment_of

if TYPE_CHECKING:
    from counter_app.domain.ledger import Entry
    from counter_app.wire.messages import SealedMessage
    from local_db.open_entry import OpenEntry
    from local_db.pen import Pen, Row

_LINK_OF = select(shift.c.link).where(shift.c.shift_id == bindparam("from_id")).scalar_subquery()
_ADD_SHIFT = Statement(
    insert(shift).values(taken_over_link=_LINK_OF),
    columns=[column.name for column in shift.columns if column.name != "taken_over_link"],
)
_IS_OPEN = ~select(shift_close.c.link).where(shift_close.c.shift_link == shift.c.link).exists()
_BEFORE = shift.alias("before")
_SHIFTS = select(
    shift.c.shift_id,
    shift.c.shift_no,
    shift.c.cashier_id,
    shift.c.business_date,
    shift.c.opened_at_us,
    shift.c.opening_float_paise,
    shift.c.drawer_no,
    shift.c.link,
    _BEFORE.c.shift_id,
).outerjoin_from(shift, _BEFORE, _BEFORE.c.link == shift.c.taken_over_link)
_OPEN_SHIFT = Statement(
    _SHIFTS.where(shift.c.cashier_id == bindparam("cashier_id"), _IS_OPEN).order_by(
        shift.c.link.desc()
    )
)
_OPEN_SHIFTS = Statement(_SHIFTS.where(_IS_OPEN).order_by(shift.c.link))
_BY_ID = Statement(_SHIFTS.where(shift.c.shift_id == bindparam("shift_id")))
_LAST_SHIFT_NO = Statement(select(func.coalesce(func.max(shift.c.shift_no), NOUGHT)))


class LedgerShiftBook:
    """Port ``ShiftBook``."""

    __slots__ = ("_entry", "_pen")

    def __init__(self, pen: Pen, entry: OpenEntry) -> None:
        self._pen, self._entry = pen, entry

    def open_shift_of(self, cashier_id: CashierId) -> Shift | None:
        """The cashier's open shift, suspended or not."""
        row = self._pen.row(_OPEN_SHIFT, cashier_id=cashier_id)
        return None if row is None else self._shift(row)

    def open_shifts(self) -> tuple[Shift, ...]:
        """All open shifts of this counter, suspended or not, the oldest first."""
        return tuple(map(self._shift, self._pen.rows(_OPEN_SHIFTS)))

    def find(self, shift_id: UUID) -> Shift | None:
        """A shift, open or closed."""
        row = self._pen.row(_BY_ID, shift_id=shift_id.bytes)
        return None if row is None else self._shift(row)

    def last_shift_no(self) -> int:
        """0 before the first."""
        return int(self._pen.value(_LAST_SHIFT_NO))

    def post(self, shift: Shift, entry: Entry | None, told_by: SealedMessage) -> None:
        """Write a shift's beginning; no entry for a float of zero."""
        link = self._entry.link_of(told_by)
        self._pen.write(
            _ADD_SHIFT,
            link=link,
            shift_id=shift.shift_id.bytes,
            shift_no=shift.shift_no,
            cashier_id=shift.cashier_id,
            business_date=shift.business_date.isoformat(),
            opened_at_us=microseconds(shift.opened_at),
            opening_float_paise=shift.opening_float.paise,
            drawer_no=shift.drawer_no,
            from_id=shift.taken_over_from.bytes if shift.taken_over_from else None,
        )
        if shift.opening_count is not None:
            post_count(self._pen, link, shift.opening_count)
        if entry is not None:
            post_entry(self._pen, link, entry)

    def _shift(self, row: Row) -> Shift:
        shift_id, shift_no, cashier_id, day, at_us, float_paise, drawer_no, link, before_id = row
        counted = count_at(self._pen, link)
        return Shift(
            shift_id=UUID(bytes=shift_id),
            shift_no=shift_no,
            cashier_id=CashierId(cashier_id),
            business_date=date.fromisoformat(day),
            opened_at=moment_of(at_us),
            opening_float=Money(float_paise),
            drawer_no=drawer_no,
            opening_count=counted if counted.pieces else None,
            taken_over_from=None if before_id is None else UUID(bytes=before_id),
        )

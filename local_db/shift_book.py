"""Shifts. The only writer of table shift."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import bindparam, func, insert, select

from counter_app.domain.money import Money
from counter_app.domain.shift import Shift
from counter_app.wire.messages import microseconds
from local_db.entry_book import post_entry
from local_db.rows import shift
from local_db.statements import NOUGHT, Statement
from local_db.told import moment_of

if TYPE_CHECKING:
    from counter_app.domain.identity import CashierId
    from counter_app.domain.ledger import Entry
    from counter_app.wire.messages import SealedMessage
    from local_db.open_entry import OpenEntry
    from local_db.pen import Pen

_ADD_SHIFT = Statement(insert(shift))
_OPEN_SHIFT = Statement(
    select(
        shift.c.shift_id,
        shift.c.shift_no,
        shift.c.business_date,
        shift.c.opened_at_us,
        shift.c.opening_float_paise,
    )
    .where(shift.c.cashier_id == bindparam("cashier_id"))
    .order_by(shift.c.link.desc())
)
_LAST_SHIFT_NO = Statement(select(func.coalesce(func.max(shift.c.shift_no), NOUGHT)))


class LedgerShiftBook:
    """Port ``ShiftBook``."""

    __slots__ = ("_entry", "_pen")

    def __init__(self, pen: Pen, entry: OpenEntry) -> None:
        self._pen, self._entry = pen, entry

    def open_shift_of(self, cashier_id: CashierId) -> Shift | None:
        """The cashier's open shift."""
        row = self._pen.row(_OPEN_SHIFT, cashier_id=cashier_id)
        if row is None:
            return None
        return Shift(
            shift_id=UUID(bytes=row[0]),
            shift_no=row[1],
            cashier_id=cashier_id,
            business_date=date.fromisoformat(row[2]),
            opened_at=moment_of(row[3]),
            opening_float=Money(row[4]),
        )

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
        )
        if entry is not None:
            post_entry(self._pen, link, entry)

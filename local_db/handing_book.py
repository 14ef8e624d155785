"""Takings given to the head cashier. The only writer of handing and handed_shift."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import bindparam, insert, select

from counter_app.domain.identity import CashierId
from counter_app.domain.money import Money
from counter_app.domain.remittance import Handing, Takings
from counter_app.wire.messages import microseconds
from local_db.approval_book import approval_at, link_of_approval
from local_db.count_pen import count_at, post_count
from local_db.custody_rows import handed_shift, handing, shift_close
from local_db.entry_book import post_entry
from local_db.rows import shift
from local_db.statements import NOUGHT, Statement
from local_db.told import moment_of

if TYPE_CHECKING:
    from counter_app.domain.ledger import Entry
    from local_db.pen import Pen

_ADD = Statement(insert(handing))
_ADD_SHIFT = Statement(
    insert(handed_shift).values(
        shift_link=select(shift.c.link)
        .where(shift.c.shift_id == bindparam("shift_id"))
        .scalar_subquery()
    ),
    columns=["link"],
)
_WAITING = Statement(
    select(
        shift.c.shift_id,
        shift.c.shift_no,
        shift.c.cashier_id,
        shift.c.business_date,
        shift_close.c.business_date,
        shift_close.c.takings_paise,
    )
    .select_from(shift_close)
    .join(shift, shift.c.link == shift_close.c.shift_link)
    .where(
        shift_close.c.takings_paise > NOUGHT,
        ~select(handed_shift.c.link)
        .where(handed_shift.c.shift_link == shift_close.c.shift_link)
        .exists(),
    )
    .order_by(shift_close.c.link)
)
_IS_HANDED = Statement(
    select(handed_shift.c.link)
    .join(shift, shift.c.link == handed_shift.c.shift_link)
    .where(shift.c.shift_id == bindparam("shift_id"))
)
_BY_ID = Statement(
    select(
        handing.c.link,
        handing.c.amount_paise,
        handing.c.by_id,
        handing.c.receiver_id,
        handing.c.reason,
        handing.c.approval_link,
        handing.c.business_date,
        handing.c.at_us,
    ).where(handing.c.handing_id == bindparam("handing_id"))
)
_SHIFTS_OF = Statement(
    select(shift.c.shift_id)
    .join(handed_shift, handed_shift.c.shift_link == shift.c.link)
    .where(handed_shift.c.link == bindparam("link"))
    .order_by(handed_shift.c.shift_link)
)


def takings_waiting(pen: Pen) -> tuple[Takings, ...]:
    """Closed shifts whose takings nobody has taken over, in the order they were closed."""
    return tuple(
        Takings(
            shift_id=UUID(bytes=shift_id),
            shift_no=shift_no,
            cashier_id=CashierId(cashier_id),
            business_date=date.fromisoformat(day),
            closed_on=date.fromisoformat(closed_on),
            amount=Money(paise),
        )
        for shift_id, shift_no, cashier_id, day, closed_on, paise in pen.rows(_WAITING)
    )


def is_handed(pen: Pen, shift_id: UUID) -> bool:
    """Whether the takings of this shift were handed over."""
    return pen.row(_IS_HANDED, shift_id=shift_id.bytes) is not None


def handing_of(pen: Pen, handing_id: UUID) -> Handing | None:
    """A handing by its id."""
    row = pen.row(_BY_ID, handing_id=handing_id.bytes)
    if row is None:
        return None
    link, paise, by_id, receiver_id, reason, approval_link, day, at_us = row
    return Handing(
        handing_id=handing_id,
        shift_ids=tuple(UUID(bytes=one) for (one,) in pen.rows(_SHIFTS_OF, link=link)),
        amount=Money(paise),
        count=count_at(pen, link),
        by=CashierId(by_id),
        receiver_id=CashierId(receiver_id),
        reason=reason,
        business_date=date.fromisoformat(day),
        at=moment_of(at_us),
        approval=approval_at(pen, approval_link),
    )


def post_handing(pen: Pen, link: int, made: Handing, entry: Entry) -> None:
    """Write a handing, of which shifts, what was counted, and its entry."""
    pen.write(
        _ADD,
        link=link,
        handing_id=made.handing_id.bytes,
        amount_paise=made.amount.paise,
        counted_paise=made.count.total.paise,
        by_id=made.by,
        receiver_id=made.receiver_id,
        reason=made.reason,
        approval_link=link_of_approval(pen, made.approval),
        business_date=made.business_date.isoformat(),
        at_us=microseconds(made.at),
    )
    pen.write_many(_ADD_SHIFT, [{"link": link, "shift_id": one.bytes} for one in made.shift_ids])
    post_count(pen, link, made.count)
    post_entry(pen, link, entry)

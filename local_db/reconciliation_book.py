"""The daily reconciliations that were made. The only writer of reconciliation."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, func, insert, select

from counter_app.domain.reconciliation import Reconciled
from counter_app.wire.canonical import canonical_bytes
from counter_app.wire.messages import microseconds
from local_db import taken_shelf
from local_db.rows import payment, reconciliation
from local_db.statements import NO_TEXT, NOUGHT, ONE, Statement
from local_db.told import moment_of

if TYPE_CHECKING:
    from counter_app.domain.reconciliation import Reconciliation, TakenHere
    from local_db.pen import Pen

_ADD = Statement(
    insert(reconciliation).values(
        number=select(
            func.coalesce(func.max(reconciliation.c.number), NOUGHT) + ONE
        ).scalar_subquery()
    ),
    columns=reconciliation.columns.keys(),
)
_LAST = Statement(
    select(
        reconciliation.c.at_us,
        reconciliation.c.is_equal,
        reconciliation.c.differences,
        reconciliation.c.unsent,
        reconciliation.c.payments,
    )
    .where(reconciliation.c.business_date == bindparam("business_date"))
    .order_by(reconciliation.c.number.desc())
)
_TAKEN = Statement(
    select(func.count())
    .select_from(payment)
    .where(payment.c.business_date == bindparam("business_date"))
)
_DAY_BEFORE = Statement(
    select(func.coalesce(func.max(payment.c.business_date), NO_TEXT)).where(
        payment.c.business_date < bindparam("day")
    )
)


class LedgerReconciliationBook:
    """Port ``ReconciliationBook``."""

    __slots__ = ("_pen",)

    def __init__(self, pen: Pen) -> None:
        self._pen = pen

    def keep(self, made: Reconciliation, signed: bytes) -> None:
        """Keep one, with the centre's exact signed answer."""
        self._pen.write(
            _ADD,
            business_date=made.business_date.isoformat(),
            payments=made.total.here.count,
            is_equal=int(made.is_equal),
            differences=len(made.differences),
            unsent=made.total.unsent.count,
            facts=canonical_bytes(made).decode(),
            signed=signed,
            at_us=microseconds(made.made_at),
        )

    def last(self, business_date: date) -> Reconciled | None:
        """The last of this day; None when there was none."""
        row = self._pen.row(_LAST, business_date=business_date.isoformat())
        if row is None:
            return None
        at_us, is_equal, differences, unsent, payments = row
        return Reconciled(
            at=moment_of(at_us),
            is_equal=bool(is_equal),
            differences=differences,
            unsent=unsent,
            taken_since=self.count_on(business_date) - payments,
        )

    def taken_on(self, business_date: date) -> tuple[TakenHere, ...]:
        """The payments of a day as they were told to the centre, in the order they were taken."""
        return taken_shelf.taken_on(self._pen, business_date)

    def taken_as(self, epoch: int, sequence: int) -> TakenHere | None:
        """The payment that this message told; None when it is not ours, or told something else."""
        return taken_shelf.taken_as(self._pen, epoch, sequence)

    def count_on(self, business_date: date) -> int:
        """How many payments the books have of a day."""
        return int(self._pen.value(_TAKEN, business_date=business_date.isoformat()))

    def last_day_before(self, day: date) -> date | None:
        """The last day before this one on which a payment was taken; None when there was none."""
        found = self._pen.value(_DAY_BEFORE, day=day.isoformat())
        return date.fromisoformat(found) if found else None

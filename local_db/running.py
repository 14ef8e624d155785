"""Sums that grow with the ledger, kept while the program runs: only what was added since is read again.

Rows are never changed or taken out, so a sum up to a link stays true for ever. A sum is brought up to date
before the unit of work appends anything: what is rolled back is in none of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import bindparam, func, literal_column, select

from counter_app.domain.ledger import LedgerAccount
from counter_app.domain.money import Money
from counter_app.use_cases.views import Exposure
from local_db.rows import acknowledgement, message, payment, posting, shift
from local_db.standing import DRAWN_BETWEEN
from local_db.statements import NOUGHT, Statement
from local_db.told import moment_of

if TYPE_CHECKING:
    from uuid import UUID

    from local_db.pen import Pen

_LINKS = Statement(
    select(
        select(func.coalesce(func.max(message.c.link), NOUGHT)).scalar_subquery(),
        select(func.coalesce(func.max(acknowledgement.c.link), NOUGHT)).scalar_subquery(),
    )
)
_PAID_BETWEEN = Statement(
    select(func.coalesce(func.sum(payment.c.amount_paise), NOUGHT)).where(
        payment.c.link > bindparam("above"), payment.c.link <= bindparam("upto")
    )
)
_RECORDED_AT = Statement(
    select(message.c.recorded_at_us).where(message.c.link == bindparam("link"))
)
_SHIFT_LINK = Statement(select(shift.c.link).where(shift.c.shift_id == bindparam("shift_id")))
_IN_CASH = posting.c.account == literal_column(f"'{LedgerAccount.CASH_DRAWER.value}'")
_FLOAT = Statement(
    select(func.coalesce(func.sum(posting.c.amount_paise), NOUGHT)).where(
        posting.c.link == bindparam("link"), _IN_CASH
    )
)


class Running:
    """The sums of one open ledger file."""

    __slots__ = ("_acknowledged", "_drawer", "_oldest", "_unsent", "_upto")

    def __init__(self) -> None:
        self._upto = self._acknowledged = self._unsent = 0
        self._oldest: tuple[int, int] = (0, 0)
        self._drawer: dict[bytes, tuple[int, int, int]] = {}

    def exposure(self, pen: Pen, shift_id: UUID) -> Exposure:
        """What is unsent, since when, and the cash of this shift's drawer."""
        row = pen.row(_LINKS)
        assert row is not None
        last, acknowledged = int(row[0]), int(row[1])
        self._unsent += pen.value(_PAID_BETWEEN, above=self._upto, upto=last)
        self._unsent -= pen.value(_PAID_BETWEEN, above=self._acknowledged, upto=acknowledged)
        self._upto, self._acknowledged = last, acknowledged
        oldest_at = None
        if last > acknowledged:
            oldest_at = moment_of(self._recorded_us(pen, acknowledged + 1))
        return Exposure(Money(self._unsent), oldest_at, Money(self._drawn(pen, shift_id, last)))

    def _recorded_us(self, pen: Pen, link: int) -> int:
        if self._oldest[0] != link:
            self._oldest = (link, int(pen.value(_RECORDED_AT, link=link)))
        return self._oldest[1]

    def _drawn(self, pen: Pen, shift_id: UUID, last: int) -> int:
        known = self._drawer.get(shift_id.bytes)
        if known is None:
            link = int(pen.value(_SHIFT_LINK, shift_id=shift_id.bytes))
            known = (link, link, int(pen.value(_FLOAT, link=link)))
        shift_link, upto, paise = known
        paise += int(pen.value(DRAWN_BETWEEN, shift_link=shift_link, above=upto, upto=last))
        self._drawer[shift_id.bytes] = (shift_link, last, paise)
        return paise

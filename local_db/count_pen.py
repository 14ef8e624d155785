"""Cash counted by denomination, with whatever message counted it. The only writer of cash_count."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import bindparam, insert, select

from counter_app.domain.cash_count import CashCount
from counter_app.domain.money import Money
from local_db.custody_rows import cash_count
from local_db.statements import Statement

if TYPE_CHECKING:
    from local_db.pen import Pen

_ADD = Statement(insert(cash_count))
_AT = Statement(
    select(cash_count.c.denomination_paise, cash_count.c.pieces).where(
        cash_count.c.link == bindparam("link")
    )
)


def post_count(pen: Pen, link: int, counted: CashCount) -> None:
    """Write what was counted, none for no cash."""
    if counted.pieces:
        pen.write_many(
            _ADD,
            [
                {"link": link, "denomination_paise": one.paise, "pieces": pieces}
                for one, pieces in counted.pieces
            ],
        )


def count_at(pen: Pen, link: int) -> CashCount:
    """What was counted with this message."""
    return CashCount.of({Money(paise): pieces for paise, pieces in pen.rows(_AT, link=link)})

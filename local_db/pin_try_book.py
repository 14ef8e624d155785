"""Every PIN that was tried. The only writer of table pin_try."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import bindparam, func, insert, select

from counter_app.use_cases.people_ports import WrongTries
from counter_app.wire.messages import microseconds
from local_db.custody_rows import pin_try
from local_db.statements import NOUGHT, ONE, Statement
from local_db.told import moment_of

if TYPE_CHECKING:
    from datetime import datetime

    from counter_app.domain.identity import CashierId
    from local_db.pen import Pen

_ADD = Statement(insert(pin_try))
_LAST = Statement(select(func.coalesce(func.max(pin_try.c.number), NOUGHT)))
_LAST_RIGHT = (
    select(func.coalesce(func.max(pin_try.c.number), NOUGHT))
    .where(pin_try.c.cashier_id == bindparam("cashier_id"), pin_try.c.is_right == ONE)
    .scalar_subquery()
)
_WRONG = Statement(
    select(pin_try.c.at_us)
    .where(pin_try.c.cashier_id == bindparam("cashier_id"), pin_try.c.number > _LAST_RIGHT)
    .order_by(pin_try.c.number)
)


class LedgerPinTryBook:
    """Port ``PinTryBook``."""

    __slots__ = ("_pen",)

    def __init__(self, pen: Pen) -> None:
        self._pen = pen

    def note(self, cashier_id: CashierId, what: str, at: datetime, *, is_right: bool) -> None:
        """A PIN was tried."""
        self._pen.write(
            _ADD,
            number=int(self._pen.value(_LAST)) + 1,
            cashier_id=cashier_id,
            what=what,
            is_right=int(is_right),
            at_us=microseconds(at),
        )

    def wrong_tries(self, cashier_id: CashierId) -> WrongTries:
        """How many wrong ones since the last right one."""
        wrong = self._pen.rows(_WRONG, cashier_id=cashier_id)
        return WrongTries(len(wrong), moment_of(wrong[-1][0]) if wrong else None)

"""Open a shift with a counted float."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from counter_app.domain.errors import Refusal, RefusalCode
from counter_app.domain.ledger import float_entry
from counter_app.domain.money import ZERO
from counter_app.domain.shift import MAY_TAKE_MONEY, Shift
from counter_app.use_cases.telling import refuse_if_stopped
from counter_app.wire.tell import tell_shift

if TYPE_CHECKING:
    from counter_app.domain.identity import CashierId
    from counter_app.domain.money import Money
    from counter_app.use_cases.book_ports import Ledger
    from counter_app.use_cases.telling import Telling


@dataclass(frozen=True, slots=True)
class OpenShift:
    """The verb."""

    ledger: Ledger
    telling: Telling

    def __call__(self, cashier_id: CashierId, opening_float: Money) -> Shift:
        """The new shift. Raises Refusal CASHIER_UNKNOWN, SHIFT_ALREADY_OPEN, AMOUNT_NEGATIVE, COUNTER_STOPPED."""
        if opening_float < ZERO:
            raise Refusal(RefusalCode.AMOUNT_NEGATIVE, text=str(opening_float))
        with self.ledger.open_books() as books:
            refuse_if_stopped(books)
            cashier = books.enrolment.cashier(cashier_id)
            if cashier is None or cashier.role not in MAY_TAKE_MONEY:
                raise Refusal(RefusalCode.CASHIER_UNKNOWN, cashier_id=cashier_id)
            already = books.shifts.open_shift_of(cashier_id)
            if already is not None:
                raise Refusal(RefusalCode.SHIFT_ALREADY_OPEN, shift_no=already.shift_no)
            now = self.telling.clock.now()
            shift = Shift(
                shift_id=self.telling.ids.fresh(),
                shift_no=books.shifts.last_shift_no() + 1,
                cashier_id=cashier_id,
                business_date=now.date(),
                opened_at=now,
                opening_float=opening_float,
            )
            told_by = self.telling.append(books, tell_shift(shift), "")
            books.shifts.post(shift, float_entry(opening_float) if opening_float else None, told_by)
            books.messages.close_entry(told_by)
            books.commit()
            return shift

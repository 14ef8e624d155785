"""Open a shift with a counted float, on a drawer of its own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from counter_app.domain.approval import ApprovalCode, refuse_without_approval
from counter_app.domain.cash_count import CashCount
from counter_app.domain.errors import Refusal, RefusalCode
from counter_app.domain.ledger import float_entry
from counter_app.domain.money import ZERO, Money
from counter_app.domain.people import Act, refuse_not_allowed
from counter_app.domain.shift import USUAL_DRAWERS, Shift
from counter_app.use_cases.approving import keep_approval
from counter_app.use_cases.sure import surely
from counter_app.use_cases.telling import refuse_if_stopped
from counter_app.wire.tell import tell_shift

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from counter_app.domain.approval import Approval
    from counter_app.domain.identity import CashierId
    from counter_app.use_cases.book_ports import Books, Ledger
    from counter_app.use_cases.telling import Telling


@dataclass(frozen=True, slots=True)
class OpenShift:
    """The verb. ``drawers``: how many drawers or till trays this counter has."""

    ledger: Ledger
    telling: Telling
    drawers: int = USUAL_DRAWERS

    def __call__(
        self,
        cashier_id: CashierId,
        opening: CashCount | Money,
        *,
        drawer_no: int = 1,
        taken_over_from: UUID | None = None,
        approval: Approval | None = None,
        is_clock_confirmed: bool = False,
    ) -> Shift:
        """The new shift, with the float as it was counted, or as a sum alone.

        ``taken_over_from`` is a closed shift whose float stayed in the drawer. Raises Refusal CASHIER_UNKNOWN,
        NOT_ALLOWED, AMOUNT_NEGATIVE, COUNTER_STOPPED, SHIFT_ALREADY_OPEN, DRAWER_UNKNOWN, DRAWER_IN_USE;
        SHIFT_UNKNOWN or TAKE_OVER_GONE for a float that is not there; TAKE_OVER_DIFFERS when another sum was counted
        than was left, unless an approval of that code (about the shift, of the difference) is given; CLOCK_BEHIND
        when the books have a later day than the clock, unless the cashier confirms the day or an approval of that code
        (about the clock's day, of no sum) is given. Fault COMMIT_UNKNOWN when nothing came of it.
        """
        count = opening if isinstance(opening, CashCount) and opening.pieces else None
        opening_float = opening.total if isinstance(opening, CashCount) else opening
        if opening_float < ZERO:
            raise Refusal(RefusalCode.AMOUNT_NEGATIVE, text=str(opening_float))
        now = self.telling.clock.now()
        shift_id = self.telling.ids.fresh()

        def act() -> Shift:
            with self.ledger.open_books() as books:
                self._refuse(books, cashier_id, drawer_no)
                approvals = [
                    _clock_behind(books, cashier_id, now.date(), approval, is_clock_confirmed),
                    _differs(books, cashier_id, taken_over_from, opening_float, approval),
                ]
                shift = Shift(
                    shift_id=shift_id,
                    shift_no=books.shifts.last_shift_no() + 1,
                    cashier_id=cashier_id,
                    business_date=now.date(),
                    opened_at=now,
                    opening_float=opening_float,
                    drawer_no=drawer_no,
                    opening_count=count,
                    taken_over_from=taken_over_from,
                )
                for given in filter(None, approvals):
                    keep_approval(books, self.telling, given, None, now.date(), now)
                told_by = self.telling.append(books, tell_shift(shift), "")
                entry = float_entry(opening_float) if opening_float else None
                books.shifts.post(shift, entry, told_by)
                books.messages.close_entry(told_by)
                books.commit()
                return shift

        return surely(self.ledger, act, lambda books: books.shifts.find(shift_id))

    def _refuse(self, books: Books, cashier_id: CashierId, drawer_no: int) -> None:
        refuse_if_stopped(books)
        cashier = books.enrolment.cashier(cashier_id)
        refuse_not_allowed(cashier, Act.TAKE_MONEY, cashier_id)
        already = books.shifts.open_shift_of(cashier_id)
        if already is not None:
            raise Refusal(RefusalCode.SHIFT_ALREADY_OPEN, shift_no=already.shift_no)
        if not 1 <= drawer_no <= self.drawers:
            raise Refusal(RefusalCode.DRAWER_UNKNOWN, drawer_no=drawer_no, most=self.drawers)
        for other in books.shifts.open_shifts():
            if other.drawer_no == drawer_no:
                raise Refusal(
                    RefusalCode.DRAWER_IN_USE,
                    drawer_no=drawer_no,
                    shift_no=other.shift_no,
                    cashier_id=other.cashier_id,
                )


def _clock_behind(
    books: Books,
    cashier_id: CashierId,
    today: date,
    approval: Approval | None,
    is_confirmed: bool,  # noqa: FBT001 - the cashier's own answer, handed on
) -> Approval | None:
    """The approval that lets a clock be behind the books, if one was given for it."""
    last_day = books.tills.newest_day()
    if last_day is None or today >= last_day:
        return None
    if approval is not None and approval.code is ApprovalCode.CLOCK_BEHIND:
        about = today.isoformat()
        return refuse_without_approval(approval, ApprovalCode.CLOCK_BEHIND, about, ZERO, cashier_id)
    if not is_confirmed:
        raise Refusal(
            RefusalCode.CLOCK_BEHIND, clock_day=today.isoformat(), last_day=last_day.isoformat()
        )
    return None


def _differs(
    books: Books,
    cashier_id: CashierId,
    taken_over_from: UUID | None,
    opening_float: Money,
    approval: Approval | None,
) -> Approval | None:
    """The approval of a float that is not what was left, if it is not."""
    if taken_over_from is None:
        return None
    close = books.closes.close_of(taken_over_from)
    if close is None:
        raise Refusal(RefusalCode.SHIFT_UNKNOWN)
    if all(one.shift_id != taken_over_from for one in books.closes.floats_left()):
        raise Refusal(RefusalCode.TAKE_OVER_GONE, shift_no=close.shift_no)
    left = close.parted.float_left
    if opening_float == left:
        return None
    if approval is None or approval.code is not ApprovalCode.TAKE_OVER_DIFFERS:
        raise Refusal(
            RefusalCode.TAKE_OVER_DIFFERS,
            counted_paise=opening_float.paise,
            left_paise=left.paise,
        )
    difference = max(opening_float - left, left - opening_float)
    return refuse_without_approval(
        approval,
        ApprovalCode.TAKE_OVER_DIFFERS,
        str(taken_over_from),
        difference,
        cashier_id,
    )

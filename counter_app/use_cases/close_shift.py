"""Close a shift: weigh what was counted blind, then write the end. One transaction, and never the network."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from counter_app.domain.approval import ApprovalCode, refuse_without_approval
from counter_app.domain.caveat import reason_typed
from counter_app.domain.day_rules import DayRules
from counter_app.domain.errors import Refusal, RefusalCode
from counter_app.domain.people import Act, may, refuse_not_allowed
from counter_app.domain.policy import RuleName
from counter_app.domain.shift_close import (
    ShiftClose,
    close_entry,
    close_lines,
    is_all_there,
    is_second_person_needed,
    parting,
    refuse_wrong_count,
)
from counter_app.use_cases.approving import keep_approval
from counter_app.use_cases.custody_views import CloseWeighed
from counter_app.use_cases.shifts_at_hand import shift_not_closed
from counter_app.use_cases.sure import surely
from counter_app.wire.tell_custody import tell_close

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from uuid import UUID

    from counter_app.domain.approval import Approval
    from counter_app.domain.card_sale import ChargeNote
    from counter_app.domain.identity import CashierId
    from counter_app.domain.shift import Shift
    from counter_app.domain.shift_close import Counted
    from counter_app.use_cases.book_ports import Books, Ledger
    from counter_app.use_cases.ports import Clock
    from counter_app.use_cases.telling import Telling


@dataclass(frozen=True, slots=True)
class WeighClose:
    """The verb: what a close with this count would be; nothing is written.

    ``open_charges`` are card sales on no receipt: verb ``OpenCharges``, or none where no terminal is connected.
    """

    ledger: Ledger
    clock: Clock
    open_charges: Callable[[], tuple[ChargeNote, ...]] = tuple

    def __call__(
        self, shift_id: UUID, counted: Counted, by: CashierId | None = None
    ) -> CloseWeighed:
        """Lines, variances, what is asked for. ``by`` closes, if that is not the cashier of the shift.

        Raises Refusal SHIFT_UNKNOWN, SHIFT_CLOSED, NOT_ALLOWED, CASHIER_UNKNOWN, AMOUNT_NEGATIVE, PIECES_NOT_A_NUMBER.
        """
        charges, now = self.open_charges(), self.clock.now()
        with self.ledger.open_books() as books:
            shift = shift_not_closed(books, shift_id)
            return _weighed(books, shift, counted, charges, by or shift.cashier_id, now)


@dataclass(frozen=True, slots=True)
class CloseShift:
    """The verb. ``open_charges`` as in ``WeighClose``."""

    ledger: Ledger
    telling: Telling
    open_charges: Callable[[], tuple[ChargeNote, ...]] = tuple

    def __call__(
        self,
        shift_id: UUID,
        counted: Counted,
        reason: str,
        by: CashierId,
        approval: Approval | None = None,
        counts: int = 1,
        weighed: CloseWeighed | None = None,
    ) -> ShiftClose:
        """The end of the shift, once, whatever is clicked twice: the same count by the same person is the same close.

        ``reason`` is needed for any variance, for a close for another, and when card sales are left open. ``weighed``
        is what the screen showed: if the books say something else now, nothing is closed. An approval, where one is
        needed, is of the code, about and amount that ``CloseWeighed`` tells, for whom closes (``by``).

        Raises Refusal SHIFT_UNKNOWN, SHIFT_CLOSED, SHIFT_CHANGED, NOT_ALLOWED, CASHIER_UNKNOWN, CHARGES_OPEN,
        APPROVAL_NEEDED and as ``refuse_without_approval``, REASON_MISSING, REASON_TOO_LONG, CARD_NUMBER_IN_TEXT; Fault
        COMMIT_UNKNOWN when nothing came of it.
        """
        charges, now = self.open_charges(), self.telling.clock.now()

        def act() -> ShiftClose:
            with self.ledger.open_books() as books:
                before = books.closes.close_of(shift_id)
                if before is not None and _is_the_same(before, counted, by):
                    return before
                shift = shift_not_closed(books, shift_id)
                seen = _weighed(books, shift, counted, charges, by, now)
                if weighed is not None and not _says_the_same(weighed, seen):
                    raise Refusal(RefusalCode.SHIFT_CHANGED, shift_no=shift.shift_no)
                said = reason_typed(reason) if reason.strip() or seen.is_reason_needed else ""
                given = _approved(seen, approval, by)
                if given is not None:
                    day = shift.day_at(now)
                    keep_approval(books, self.telling, given, shift_id, day, now)
                return self._posted(books, seen, counted, said, by, given, counts, now)

        return surely(self.ledger, act, lambda books: books.closes.close_of(shift_id))

    def _posted(
        self,
        books: Books,
        seen: CloseWeighed,
        counted: Counted,
        reason: str,
        by: CashierId,
        approval: Approval | None,
        counts: int,
        now: datetime,
    ) -> ShiftClose:
        shift, receipts = seen.shift, seen.receipts
        close = ShiftClose(
            shift_id=shift.shift_id,
            shift_no=shift.shift_no,
            cashier_id=shift.cashier_id,
            closed_by=by,
            business_date=shift.day_at(now),
            at=now,
            lines=seen.lines,
            count=counted.cash,
            parted=seen.parted,
            reason=reason,
            approval=approval,
            first_receipt_no=receipts.first_no,
            last_receipt_no=receipts.last_no,
            receipts=receipts.count,
            proof=receipts.proof,
            counts=max(1, counts),
            chain_head=books.messages.head().hash,
        )
        entry = close_entry(close.lines, close.parted)
        told_by = self.telling.append(books, tell_close(close, entry), "")
        books.closes.post_close(close, entry, told_by)
        books.messages.close_entry(told_by)
        books.commit()
        return close


def _weighed(
    books: Books,
    shift: Shift,
    counted: Counted,
    charges: tuple[ChargeNote, ...],
    by: CashierId,
    now: datetime,
) -> CloseWeighed:
    code_for_another = _refuse_closer(books, shift, by)
    refuse_wrong_count(counted)
    standing = books.tills.standing(shift.shift_id)
    lines = close_lines(standing, counted)
    rule = DayRules(books.rules.policy(), now.date()).rule(RuleName.SHIFT_CLOSE)
    # What an earlier shift left open was answered for when that one was closed.
    charges_open = sum(note.asked_at >= shift.opened_at for note in charges)
    approval = code_for_another
    if approval is None and (charges_open or is_second_person_needed(lines, rule)):
        approval = ApprovalCode.CLOSE_VARIANCE
    is_for_another = by != shift.cashier_id
    return CloseWeighed(
        shift=shift,
        standing=standing,
        lines=lines,
        parted=parting(standing, counted.cash.total),
        receipts=books.closes.receipts_of(shift.shift_id),
        is_reason_needed=is_for_another or bool(charges_open) or not is_all_there(lines),
        approval=approval,
        charges_open=charges_open,
    )


def _refuse_closer(books: Books, shift: Shift, by: CashierId) -> ApprovalCode | None:
    """Who may close: the cashier; a supervisor for an absent one; a head cashier with a supervisor's approval."""
    closer = books.enrolment.cashier(by)
    if by == shift.cashier_id:
        refuse_not_allowed(closer, Act.TAKE_MONEY, by)
        return None
    person = refuse_not_allowed(closer, Act.RECEIVE_CASH, by)
    return None if may(person.role, Act.APPROVE) else ApprovalCode.CLOSE_FOR_ANOTHER


def _approved(seen: CloseWeighed, approval: Approval | None, by: CashierId) -> Approval | None:
    """The approval that is needed: never of whoever closes, nor of the cashier whose cash it is."""
    if seen.approval is None:
        return None
    if approval is None and seen.charges_open:
        raise Refusal(RefusalCode.CHARGES_OPEN, count=seen.charges_open)
    given = refuse_without_approval(approval, seen.approval, seen.about, seen.amount, by)
    if given.approver_id == seen.shift.cashier_id:
        raise Refusal(RefusalCode.WORD_FROM_ONESELF)
    return given


def _is_the_same(close: ShiftClose, counted: Counted, by: CashierId) -> bool:
    return (
        close.closed_by == by
        and close.count == counted.cash
        and all(line.counted == counted.of(line.kind) for line in close.lines)
    )


def _says_the_same(weighed: CloseWeighed, seen: CloseWeighed) -> bool:
    return (weighed.standing, weighed.receipts.count) == (seen.standing, seen.receipts.count)

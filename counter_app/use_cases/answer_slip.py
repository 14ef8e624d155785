"""Note what the bank said of a slip: its reference and date, what it accepted, and why not all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from counter_app.domain.errors import Refusal, RefusalCode
from counter_app.domain.people import Act, refuse_not_allowed
from counter_app.domain.remittance import BankAnswer, SlipSeen
from counter_app.domain.remittance_rules import (
    answer_entry,
    reference_typed,
    refuse_bank_day,
    refuse_unapproved,
    refuse_wrong_sum,
)
from counter_app.use_cases.approving import keep_approval
from counter_app.use_cases.sure import surely
from counter_app.wire.tell_remittance import tell_answer

if TYPE_CHECKING:
    from datetime import datetime

    from counter_app.domain.remittance import Slip
    from counter_app.use_cases.book_ports import Books, Ledger
    from counter_app.use_cases.remittance_orders import AnswerOrder
    from counter_app.use_cases.telling import Telling


@dataclass(frozen=True, slots=True)
class AnswerSlip:
    """The verb."""

    ledger: Ledger
    telling: Telling

    def __call__(self, order: AnswerOrder) -> SlipSeen:
        """Commit the answer once, whatever is clicked twice.

        Raises Refusal CASHIER_UNKNOWN, NOT_ALLOWED, SLIP_UNKNOWN, SLIP_ANSWERED, BANK_REFERENCE_MISSING,
        BANK_REFERENCE_USED, BANK_DAY_WRONG, BANK_SUM_DIFFERS, BANK_NOTE_MISSING, AMOUNT_ZERO, CARD_NUMBER_IN_TEXT and
        as ``approval.refuse_without_approval``; Fault COMMIT_UNKNOWN only when even a second look could not tell.
        """
        return surely(
            self.ledger, lambda: self._answer(order), lambda books: self._kept(books, order)
        )

    def _answer(self, order: AnswerOrder) -> SlipSeen:
        with self.ledger.open_books() as books:
            kept = self._kept(books, order)
            if kept is not None:
                return kept
            seen = books.remittances.slip(order.slip_id)
            if seen is None:
                raise Refusal(RefusalCode.SLIP_UNKNOWN)
            if seen.answer is not None:
                raise Refusal(RefusalCode.SLIP_ANSWERED, slip_no=seen.slip.slip_no)
            refuse_not_allowed(books.enrolment.cashier(order.by), Act.RECEIVE_CASH, order.by)
            now = self.telling.clock.now()
            answer = _answer_of(books, order, seen.slip, now)
            if answer.approval is not None:
                keep_approval(books, self.telling, answer.approval, None, answer.business_date, now)
            entry = answer_entry(seen.slip, answer.accepted, answer.differences)
            told_by = self.telling.append(books, tell_answer(answer, entry), "")
            books.remittances.post_answer(answer, entry, told_by)
            books.messages.close_entry(told_by)
            books.commit()
            return SlipSeen(seen.slip, answer)

    def _kept(self, books: Books, order: AnswerOrder) -> SlipSeen | None:
        seen = books.remittances.slip(order.slip_id)
        is_this = seen and seen.answer and seen.answer.answer_id == order.answer_id
        return seen if is_this else None


def _answer_of(books: Books, order: AnswerOrder, slip: Slip, now: datetime) -> BankAnswer:
    reference = reference_typed(order.reference)
    used_by = books.remittances.slip_of_reference(reference)
    if used_by is not None:
        raise Refusal(RefusalCode.BANK_REFERENCE_USED, slip_no=used_by)
    refuse_bank_day(slip, order.on, now.date())
    differences = refuse_wrong_sum(slip, order.accepted, order.differences)
    return BankAnswer(
        answer_id=order.answer_id,
        slip_id=slip.slip_id,
        slip_no=slip.slip_no,
        reference=reference,
        on=order.on,
        accepted=order.accepted,
        differences=differences,
        by=order.by,
        business_date=max(now.date(), slip.business_date),
        at=now,
        approval=refuse_unapproved(slip, differences, order.approval, order.by),
    )

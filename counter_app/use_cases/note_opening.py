"""Note that the drawer is opened without a payment: before it opens, so that none is forgotten."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from counter_app.domain.cash_move import DrawerOpening, OpeningWhy
from counter_app.domain.caveat import reason_typed
from counter_app.domain.errors import Refusal, RefusalCode
from counter_app.wire.tell_custody import tell_opening

if TYPE_CHECKING:
    from counter_app.domain.identity import CashierId
    from counter_app.use_cases.book_ports import Ledger
    from counter_app.use_cases.telling import Telling


@dataclass(frozen=True, slots=True)
class NoteDrawerOpening:
    """The verb. Whoever asks then opens the drawer on the printer lane."""

    ledger: Ledger
    telling: Telling

    def __call__(self, by: CashierId, why: OpeningWhy, reason: str = "") -> DrawerOpening:
        """What is noted, in the shift of the person, if one is open; OTHER needs a reason in words.

        Raises Refusal CASHIER_UNKNOWN, REASON_MISSING, REASON_TOO_LONG, CARD_NUMBER_IN_TEXT; Fault COMMIT_UNKNOWN:
        then it may be noted or not, and the drawer stays shut.
        """
        said = reason_typed(reason) if reason.strip() or why is OpeningWhy.OTHER else ""
        with self.ledger.open_books() as books:
            if books.enrolment.cashier(by) is None:
                raise Refusal(RefusalCode.CASHIER_UNKNOWN, cashier_id=by)
            now = self.telling.clock.now()
            shift = books.shifts.open_shift_of(by)
            opening = DrawerOpening(
                opening_id=self.telling.ids.fresh(),
                shift_id=shift.shift_id if shift else None,
                by=by,
                why=why,
                reason=said,
                business_date=shift.day_at(now) if shift else now.date(),
                at=now,
            )
            told_by = self.telling.append(books, tell_opening(opening), "")
            books.tills.post_opening(opening, told_by)
            books.messages.close_entry(told_by)
            books.commit()
            return opening

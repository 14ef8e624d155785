"""Reversals in memory."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from uuid import UUID

    from counter_app.domain.identity import PaymentId
    from counter_app.domain.reversal import Reversal
    from counter_app.wire.messages import SealedMessage
    from tests.fakes.pages import Pages


@dataclass(frozen=True)
class FakeReversalBook:
    """Payments undone at this counter."""

    pages: Callable[[], Pages]

    def find(self, reversal_id: UUID) -> Reversal | None:
        made = self.pages().reversals.values()
        return next((one for one in made if one.reversal_id == reversal_id), None)

    def of_payment(self, payment_id: PaymentId) -> Reversal | None:
        made = self.pages().reversals.values()
        return next((one for one in made if one.payment_id == payment_id), None)

    def on_days(self, first: date, last: date) -> tuple[Reversal, ...]:
        made = self.pages().reversals.values()
        return tuple(one for one in made if first <= one.business_date <= last)

    def is_bounced(self, payment_id: PaymentId) -> bool:
        returns = self.pages().returns.values()
        return any(part.payment_id == payment_id for one in returns for part in one.parts)

    def is_handed(self, payment_id: PaymentId) -> bool:
        pages = self.pages()
        payments = [one.payment for one in pages.receipts.values()]
        shift_id = next(one.shift_id for one in payments if one.payment_id == payment_id)
        return any(shift_id in one.shift_ids for one in pages.handings.values())

    def post(self, made: Reversal, told_by: SealedMessage) -> None:
        pages = self.pages()
        link = pages.link_of(told_by)
        closed = {one.shift_id for one in pages.closes.values()}
        is_known = any(one.payment.payment_id == made.payment_id for one in pages.receipts.values())
        fits = (
            is_known
            and self.of_payment(made.payment_id) is None
            and not self.is_bounced(made.payment_id)
            and made.shift_id not in closed
            and any(given == made.approval for given, *_ in pages.approvals.values())
        )
        if not fits:
            message = f"the books do not take the reversal of {made.receipt_no}"
            raise ValueError(message)
        pages.reversals[link] = made
        pages.entries[link] = made.entry

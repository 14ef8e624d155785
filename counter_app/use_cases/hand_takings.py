"""Hand the takings of closed shifts to the head cashier: both sides confirm."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from counter_app.domain.caveat import reason_typed
from counter_app.domain.errors import Refusal, RefusalCode
from counter_app.domain.money import Money
from counter_app.domain.people import Act, refuse_not_allowed
from counter_app.domain.remittance import Handing, handing_entry
from counter_app.domain.remittance_rules import refuse_receiver, refuse_unexplained
from counter_app.use_cases.approving import keep_approval
from counter_app.use_cases.sure import surely
from counter_app.wire.tell_remittance import tell_handing

if TYPE_CHECKING:
    from uuid import UUID

    from counter_app.domain.remittance import Takings
    from counter_app.domain.shift import Cashier
    from counter_app.use_cases.book_ports import Books, Ledger
    from counter_app.use_cases.pin_guard import PinGuard
    from counter_app.use_cases.remittance_orders import HandingOrder
    from counter_app.use_cases.telling import Telling


@dataclass(frozen=True, slots=True)
class TakingsWaiting:
    """The verb: closed shifts whose takings nobody has taken over yet."""

    ledger: Ledger

    def __call__(self) -> tuple[Takings, ...]:
        """In the order they were closed."""
        with self.ledger.open_books() as books:
            return books.remittances.takings_waiting()


@dataclass(frozen=True, slots=True)
class HandTakings:
    """The verb."""

    ledger: Ledger
    guard: PinGuard
    telling: Telling

    def __call__(self, order: HandingOrder) -> Handing:
        """Commit the handing once, whatever is clicked twice.

        Raises Refusal CASHIER_UNKNOWN, NOT_ALLOWED, RECEIVER_IS_GIVER, RECEIVER_MAY_NOT, PIN_WRONG, PIN_LOCKED,
        TAKINGS_NONE, TAKINGS_HANDED, SHIFT_UNKNOWN, HANDING_DIFFERS, REASON_MISSING, REASON_TOO_LONG,
        CARD_NUMBER_IN_TEXT and as ``approval.refuse_without_approval``; Fault COMMIT_UNKNOWN only when even a second
        look could not tell.
        """
        with self.ledger.open_books() as books:
            before = books.remittances.handing(order.handing_id)
            if before is not None:
                return before
            receiver = books.enrolment.cashier(order.receiver_id)
            refuse_receiver(order.by, receiver, order.receiver_id)
            giver = refuse_not_allowed(books.enrolment.cashier(order.by), Act.TAKE_MONEY, order.by)
        assert receiver is not None, "looked at above"
        self._check(giver, order.by_pin)
        self._check(receiver, order.receiver_pin)
        return surely(
            self.ledger,
            lambda: self._hand(order),
            lambda books: books.remittances.handing(order.handing_id),
        )

    def _check(self, person: Cashier, pin: str) -> None:
        """The PIN of one side; a refusal names whose it is."""
        try:
            self.guard.check(person, pin)
        except Refusal as refusal:
            facts = {**refusal.facts, "cashier_id": person.cashier_id}
            raise Refusal(refusal.code, **facts) from refusal

    def _hand(self, order: HandingOrder) -> Handing:
        with self.ledger.open_books() as books:
            now = self.telling.clock.now()
            takings = _takings_of(books, order.shift_ids)
            handing = Handing(
                handing_id=order.handing_id,
                shift_ids=tuple(one.shift_id for one in takings),
                amount=Money.total(one.amount for one in takings),
                count=order.count,
                by=order.by,
                receiver_id=order.receiver_id,
                reason=reason_typed(order.reason) if order.reason.strip() else "",
                business_date=max(now.date(), *(one.closed_on for one in takings)),
                at=now,
                approval=order.approval,
            )
            approval = refuse_unexplained(handing, order.approval)
            if approval is None:
                handing = replace(handing, approval=None)
            else:
                keep_approval(books, self.telling, approval, None, handing.business_date, now)
            entry = handing_entry(handing.amount, handing.count.total)
            told_by = self.telling.append(books, tell_handing(handing, entry), "")
            books.remittances.post_handing(handing, entry, told_by)
            books.messages.close_entry(told_by)
            books.commit()
            return handing


def _takings_of(books: Books, shift_ids: tuple[UUID, ...]) -> tuple[Takings, ...]:
    """The takings asked for, by shift number."""
    waiting = {one.shift_id: one for one in books.remittances.takings_waiting()}
    for shift_id in shift_ids:
        if shift_id in waiting:
            continue
        shift = books.shifts.find(shift_id)
        if shift is None:
            raise Refusal(RefusalCode.SHIFT_UNKNOWN)
        if books.remittances.is_handed(shift_id):
            raise Refusal(RefusalCode.TAKINGS_HANDED, shift_no=shift.shift_no)
        raise Refusal(RefusalCode.TAKINGS_NONE)
    if not shift_ids:
        raise Refusal(RefusalCode.TAKINGS_NONE)
    asked = {one: waiting[one] for one in shift_ids}
    return tuple(sorted(asked.values(), key=lambda one: one.shift_no))

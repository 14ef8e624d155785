"""Approve: a second person says yes, at the counter with the own PIN, to an act that is no payment."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from counter_app.domain.approval import Approval
from counter_app.domain.caveat import reason_typed
from counter_app.domain.errors import Refusal, RefusalCode
from counter_app.domain.people import Act
from counter_app.use_cases.people import may_act
from counter_app.use_cases.pin_guard import PinFor

if TYPE_CHECKING:
    from counter_app.domain.approval import ApprovalCode
    from counter_app.domain.identity import CashierId
    from counter_app.domain.money import Money
    from counter_app.domain.shift import Cashier
    from counter_app.use_cases.book_ports import Books, Ledger
    from counter_app.use_cases.pin_guard import PinGuard
    from counter_app.use_cases.ports import Ids


def approver_of(books: Books, approver_id: CashierId, for_id: CashierId) -> Cashier:
    """A second person who may approve.

    Raises Refusal WORD_FROM_ONESELF, CASHIER_UNKNOWN, CASHIER_LEFT, NOT_ALLOWED.
    """
    if approver_id == for_id:
        raise Refusal(RefusalCode.WORD_FROM_ONESELF)
    return may_act(books, approver_id, Act.APPROVE)


@dataclass(frozen=True, slots=True)
class Approve:
    """The verb. The approval is told and kept only by the act that uses it (``approving.keep_approval``)."""

    ledger: Ledger
    guard: PinGuard
    ids: Ids

    def __call__(
        self,
        code: ApprovalCode,
        about: str,
        amount: Money,
        approver_id: CashierId,
        pin: str,
        reason: str,
        for_id: CashierId,
    ) -> Approval:
        """The approval of this act, to be given with it.

        Raises Refusal REASON_MISSING, REASON_TOO_LONG, CARD_NUMBER_IN_TEXT, WORD_FROM_ONESELF, CASHIER_UNKNOWN,
        CASHIER_LEFT, NOT_ALLOWED, PIN_WRONG, PIN_LOCKED.
        """
        said = reason_typed(reason)
        with self.ledger.open_books() as books:
            approver = approver_of(books, approver_id, for_id)
        self.guard.check(approver, pin, PinFor.APPROVE)
        return Approval(self.ids.fresh(), code, approver_id, for_id, about, amount, said)

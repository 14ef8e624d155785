"""Give a word: a supervisor at the counter allows, with the own PIN and a reason, what a rule leaves to one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from counter_app.domain.caveat import Word, reason_typed
from counter_app.domain.errors import Refusal, RefusalCode
from counter_app.domain.shift import Role
from counter_app.use_cases.pin_guard import PinFor

if TYPE_CHECKING:
    from counter_app.domain.caveat import CaveatCode
    from counter_app.domain.identity import CashierId
    from counter_app.domain.shift import Cashier
    from counter_app.use_cases.book_ports import Books, Ledger
    from counter_app.use_cases.pin_guard import PinGuard
    from counter_app.use_cases.ports import Ids


def supervisor_of(books: Books, supervisor_id: CashierId) -> Cashier:
    """A supervisor of the roster in force. Raises Refusal WORD_NOT_FROM_SUPERVISOR."""
    supervisor = books.enrolment.cashier(supervisor_id)
    if supervisor is None or supervisor.role is not Role.SUPERVISOR:
        raise Refusal(RefusalCode.WORD_NOT_FROM_SUPERVISOR, cashier_id=supervisor_id)
    return supervisor


@dataclass(frozen=True, slots=True)
class GiveWord:
    """The verb. The word is told and kept only when a payment uses it."""

    ledger: Ledger
    guard: PinGuard
    ids: Ids

    def __call__(
        self,
        supervisor_id: CashierId,
        pin: str,
        reason: str,
        cashier_id: CashierId,
        codes: frozenset[CaveatCode],
    ) -> Word:
        """The word, to be put into the order.

        Raises Refusal WORD_FROM_ONESELF (a second person is needed), WORD_NOT_FROM_SUPERVISOR, PIN_WRONG, PIN_LOCKED,
        REASON_MISSING, REASON_TOO_LONG, CARD_NUMBER_IN_TEXT.
        """
        said = reason_typed(reason)
        if supervisor_id == cashier_id:
            raise Refusal(RefusalCode.WORD_FROM_ONESELF)
        with self.ledger.open_books() as books:
            supervisor = supervisor_of(books, supervisor_id)
        self.guard.check(supervisor, pin, PinFor.WORD)
        return Word(self.ids.fresh(), supervisor_id, said, codes)

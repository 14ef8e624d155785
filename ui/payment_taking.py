"""One order on its way into the books: in flight, not certain, or waiting for a supervisor's word."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from counter_app.domain.caveat import WordNeededError
from counter_app.domain.errors import Fault, Refusal
from counter_app.domain.identity import CashierId

if TYPE_CHECKING:
    from counter_app.domain.caveat import Caveat, CaveatCode, Word
    from counter_app.domain.challenge import ActCode, Challenge
    from counter_app.domain.payment import PaymentOrder
    from counter_app.use_cases.views import Taken
    from ui.seat import Seat


class PaymentTaking(QObject):
    """While an order is under way or not certain, only the same order goes out again: a second Enter pays once."""

    taken = Signal(object)
    """Taken"""

    refused = Signal(object)
    """Refusal: nothing was taken, the order is free to be mended."""

    uncertain = Signal(object)
    """Fault: the same order must be asked again."""

    word_needed = Signal(object)
    """WordNeededError: the order waits, nothing was taken."""

    challenge_made = Signal(object)
    """Challenge, to be read out to the supervisor who is called."""

    word_refused = Signal(object)
    """Refusal or Fault of the word; the order still waits."""

    def __init__(self, seat: Seat, parent: QObject) -> None:
        super().__init__(parent)
        self._seat = seat
        self._order: PaymentOrder | None = None
        self._challenge: Challenge | None = None
        self._codes: frozenset[CaveatCode] = frozenset()
        self._is_asking = False
        self.is_uncertain = False
        self.caveats: tuple[Caveat, ...] = ()
        """What a word is waited for; empty when none is."""

    @property
    def is_under_way(self) -> bool:
        """The books are writing, or it is not certain that they have: nothing may change."""
        return self._is_asking or self.is_uncertain

    def take(self, order: PaymentOrder) -> None:
        """Take this order."""
        if not self.is_under_way:
            self._order = order
            self._go()

    def again(self) -> None:
        """The order that is not certain goes out once more, the very same."""
        if self.is_uncertain:
            self._go()

    def give_word(self, supervisor: str, pin: str, reason: str) -> None:
        """The supervisor typed this: if it is a word, the same order goes out with it."""
        order = self._order
        if order is None or self._is_asking:
            return
        self._is_asking = True
        give = self._seat.desk.give_word
        supervisor_id, codes = CashierId(supervisor.strip().upper()), self._codes
        self._seat.lanes.ledger.run(
            self,
            lambda: give(supervisor_id, pin, reason, order.cashier_id, codes),
            then=self._word_given,
            failed=self._word_not_given,
        )

    def ask_challenge(self) -> None:
        """The supervisor is called: what to read out of the order that waits."""
        order, make = self._order, self._seat.desk.challenge_for
        if order is None:
            return
        self._challenge = None
        codes: frozenset[ActCode] = self._codes
        self._seat.lanes.ledger.run(
            self,
            lambda: make(codes, str(order.group_id), order.amount, order.cashier_id),
            then=self._challenge_made,
            failed=self._word_not_given,
        )

    def hear_word(self, supervisor: str, answer: str, reason: str) -> None:
        """The supervisor answered this: if it fits, the same order goes out with the word."""
        challenge = self._challenge
        if self._order is None or self._is_asking:
            return
        if challenge is None:
            self.ask_challenge()
            return
        self._is_asking = True
        hear = self._seat.desk.word_by_telephone
        supervisor_id, codes = CashierId(supervisor.strip().upper()), self._codes
        self._seat.lanes.ledger.run(
            self,
            lambda: hear(challenge, supervisor_id, answer, reason, codes),
            then=self._word_given,
            failed=self._word_not_given,
        )

    def forget(self) -> None:
        """The order is left or taken: nothing is on its way."""
        self._order = self._challenge = None
        self._codes, self.caveats = frozenset(), ()
        self._is_asking = self.is_uncertain = False

    def _go(self) -> None:
        order, take = self._order, self._seat.desk.take_payment
        assert order is not None, "there is an order to take"
        self._is_asking = True
        self.is_uncertain = False
        self._seat.lanes.ledger.run(
            self, lambda: take(order), then=self._taken, failed=self._not_taken
        )

    def _taken(self, taken: Taken) -> None:
        self.forget()
        self.taken.emit(taken)

    def _not_taken(self, error: Exception) -> None:
        self._is_asking = False
        if isinstance(error, WordNeededError):
            self.caveats = error.caveats
            self._codes |= {caveat.code for caveat in error.caveats}
            self.word_needed.emit(error)
        elif isinstance(error, Refusal):
            self.forget()
            self.refused.emit(error)
        elif isinstance(error, Fault):
            self.is_uncertain = True
            self.uncertain.emit(error)
        else:
            raise error

    def _word_given(self, word: Word) -> None:
        assert self._order is not None, "a word is for an order"
        self._is_asking = False
        self._order = replace(self._order, word=word)
        self._go()

    def _challenge_made(self, challenge: Challenge) -> None:
        if self._order is not None and challenge.asked.codes == self._codes:
            self._challenge = challenge
            self.challenge_made.emit(challenge)

    def _word_not_given(self, error: Exception) -> None:
        self._is_asking = False
        if not isinstance(error, Refusal | Fault):
            raise error
        self.word_refused.emit(error)

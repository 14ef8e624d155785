"""A second person's approval of an act that is no payment; used by close, reversal, bank and people.

How a screen uses it::

    self.approval = ApprovalPanel(seat)          # a page, or in place of what was typed
    self.approval.approved.connect(self._act)    # object: domain.approval.Approval, to be given to the verb
    self.approval.left.connect(self._back)       # nothing was approved; connect the screen's Esc to ``left`` too
    self.approval.card_number_refused.connect(...)
    self.approval.faulted.connect(self.tell)     # Fault: the books could not be asked; what was typed stays
    self.approval.ask(ApprovalCode.REVERSAL, about, amount, for_id, named="C07A-000012")

``about`` and ``amount`` are just what the verb compares (``refuse_without_approval``); ``named`` is how people call
it: the number of a shift or slip, a name. The panel asks the desk on the ledger lane itself, and shows refusals at
their fields. Keys: Enter to the next field and approve, Alt+T by telephone and back, Esc is the screen's.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from counter_app.domain.errors import Fault, Refusal
from counter_app.domain.identity import CashierId
from counter_app.domain.money import ZERO
from ui.approval_sentences import approval_text
from ui.second_person import SecondPersonPanel
from ui.words import rupees

if TYPE_CHECKING:
    from collections.abc import Callable

    from counter_app.domain.approval import Approval, ApprovalCode
    from counter_app.domain.challenge import Challenge
    from counter_app.domain.money import Money
    from ui.seat import Seat


@dataclass(frozen=True, slots=True)
class _Question:
    code: ApprovalCode
    about: str
    amount: Money
    for_id: CashierId
    named: str


class ApprovalPanel(SecondPersonPanel):
    """Says what is to be approved, the sum large; then asks who approves, by PIN or by telephone, and why."""

    approved = Signal(object)
    """Approval"""

    faulted = Signal(object)
    """Fault"""

    def __init__(self, seat: Seat) -> None:
        super().__init__()
        self._seat = seat
        self._question: _Question | None = None
        self._challenge: Challenge | None = None
        self.given.connect(self._approve)
        self.answered.connect(self._hear)
        self.challenge_asked.connect(self._ask_challenge)
        self.retranslate()

    def ask(
        self,
        code: ApprovalCode,
        about: str,
        amount: Money,
        for_id: CashierId,
        *,
        named: str = "",
    ) -> None:
        """Ask for the approval of one act."""
        self._question = _Question(code, about, amount, for_id, named or about)
        self._challenge = None
        self.begin()

    def forget(self) -> None:
        """Nothing is asked any more: an answer that is still under way is dropped."""
        self._question = self._challenge = None
        self.wait(is_waiting=False)

    def retranslate(self) -> None:
        """Put every word in the language spoken."""
        super().retranslate()
        self._title.setText(self.tr("A second person must approve this"))
        if self._question is not None:
            amount = self._question.amount
            self._why.setText(approval_text(self._question.code, self._question.named))
            self._amount.setText("" if amount == ZERO else rupees(amount))
            self._amount.setHidden(self.is_by_telephone or amount == ZERO)
        self._why.setAccessibleName(self._why.text())
        self._hint.setText(
            self.tr("Nothing was changed yet. The supervisor types number, PIN and reason here.")
        )
        self.give_button.say(self.tr("Approve"))
        self.back_button.say(self.tr("Back"), self.tr("Back, nothing is approved"))

    def _approve(self, approver: str, pin: str, reason: str) -> None:
        asked, approve = self._question, self._seat.desk.approve
        assert asked is not None, "a question was asked"
        approver_id = CashierId(approver.strip().upper())
        self._run(
            lambda: approve(
                asked.code, asked.about, asked.amount, approver_id, pin, reason, asked.for_id
            )
        )

    def _hear(self, approver: str, answer: str, reason: str) -> None:
        challenge, hear = self._challenge, self._seat.desk.approve_by_telephone
        if challenge is None:
            self.wait(is_waiting=False)
            return
        approver_id = CashierId(approver.strip().upper())
        self._run(lambda: hear(challenge, approver_id, answer, reason))

    def _run(self, work: Callable[[], Approval]) -> None:
        asked = self._question

        def then(approval: Approval) -> None:
            if asked is self._question:
                self.wait(is_waiting=False)
                self.approved.emit(approval)

        def failed(error: Exception) -> None:
            if asked is self._question:
                self._not_approved(error)

        self._seat.lanes.ledger.run(self, work, then=then, failed=failed)

    def _ask_challenge(self) -> None:
        asked, challenge_for = self._question, self._seat.desk.challenge_for
        assert asked is not None, "a question was asked"
        self._challenge = None

        def then(challenge: Challenge) -> None:
            if asked is self._question:
                self._challenge = challenge
                self.show_challenge(challenge)

        self._seat.lanes.ledger.run(
            self,
            lambda: challenge_for(frozenset({asked.code}), asked.about, asked.amount, asked.for_id),
            then=then,
            failed=self._not_approved,
        )

    def _not_approved(self, error: Exception) -> None:
        if isinstance(error, Refusal):
            self.refuse(error)
        elif isinstance(error, Fault):
            self.wait(is_waiting=False)
            self.faulted.emit(error)
        else:
            raise error

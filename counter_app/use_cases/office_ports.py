"""What the verbs need of the books beside payments: instruments, rules, words, and what the centre decided later.

Each port has a fake and a real thing that pass one agreement suite.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from counter_app.domain.bank_paper import InstrumentState
    from counter_app.domain.caveat import CaveatCode, Word
    from counter_app.domain.identity import ReceiptNo
    from counter_app.domain.instrument import HeldInstrument, InstrumentStep, Return
    from counter_app.domain.policy import Policy, Rule
    from counter_app.wire.messages import SealedMessage
    from counter_app.wire.results import ResultTold
    from counter_app.wire.rules import PolicyTold


class InstrumentBook(Protocol):
    """Cheques, drafts and UPI credits, from received to their end. Insert only; payments bring the first step."""

    def find(self, identity: str) -> HeldInstrument | None:
        """One instrument with its life so far (``domain.tender.identity_of``)."""
        ...

    def all_in(self, states: frozenset[InstrumentState]) -> tuple[HeldInstrument, ...]:
        """All that stand in one of these states, in the order they were received."""
        ...

    def post_step(self, identity: str, step: InstrumentStep, told_by: SealedMessage) -> None:
        """Write one step on; the books refuse one that does not follow the last."""
        ...

    def post_return(
        self, held: HeldInstrument, step: InstrumentStep, undone: Return, told_by: SealedMessage
    ) -> None:
        """Write the step RETURNED, what it undoes of each payment, and its entry."""
        ...


class RuleBook(Protocol):
    """The centre's policy and the rules set for this counter. Insert only."""

    def policy(self) -> Policy:
        """All rules: those set here, the centre's, and the usual ones under them."""
        ...

    def keep_policy(self, told: PolicyTold, at: datetime) -> None:
        """The centre's policy from now; one that is not newer than the last changes nothing."""
        ...

    def post_rule(self, rule: Rule, told_by: SealedMessage) -> None:
        """Write a rule set for this counter."""
        ...


class WordBook(Protocol):
    """Supervisors' words. Insert only."""

    def post(self, word: Word, shift_id: UUID, at: datetime, told_by: SealedMessage) -> None:
        """Write a word given in this shift."""
        ...

    def given_in(self, shift_id: UUID) -> tuple[tuple[datetime, frozenset[CaveatCode]], ...]:
        """When words were given in this shift, and for what; oldest first."""
        ...


class ResultBook(Protocol):
    """What the centre decided later than its acknowledgements, by number. Insert only."""

    def last_number(self) -> int:
        """The highest number kept, 0 before the first."""
        ...

    def keep(self, results: tuple[ResultTold, ...], at: datetime) -> None:
        """Keep results in the order of their numbers; the first follows the last one kept."""
        ...

    def matched(self, receipt_no: ReceiptNo) -> ResultTold | None:
        """What was decided last of the money of this receipt; None where nothing was, or that was undone.

        SUSPENSE_MATCHED and DOUBLE_RESOLVED name the account it was booked to, DOUBLE_CONFIRMED none.
        """
        ...

    def told_returns(self) -> tuple[ResultTold, ...]:
        """Instruments that came back to the centre (INSTRUMENT_RETURNED), in the order they were told."""
        ...

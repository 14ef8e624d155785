"""What the verbs need of the books beside payments: instruments, rules, words, and what the centre decided later.

Each port has a fake and a real thing that pass one agreement suite.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from datetime import date, datetime
    from uuid import UUID

    from counter_app.domain.bank_paper import InstrumentState
    from counter_app.domain.caveat import CaveatCode, Word
    from counter_app.domain.identity import ReceiptNo
    from counter_app.domain.instrument import HeldInstrument, InstrumentStep, Return
    from counter_app.domain.ledger import Entry
    from counter_app.domain.matter import Matter, MatterNote
    from counter_app.domain.policy import Policy, Rule
    from counter_app.domain.reconciliation import Reconciled, Reconciliation, TakenHere
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

    def post_step(
        self,
        identity: str,
        step: InstrumentStep,
        told_by: SealedMessage,
        entry: Entry | None = None,
    ) -> None:
        """Write one step on, with what it moves; the books refuse one that does not follow the last."""
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


class MatterBook(Protocol):
    """What a supervisor works through: fates that are no plain booking, and what was decided later. Insert only."""

    def matters(self) -> tuple[Matter, ...]:
        """All of them, the newest news first."""
        ...

    def open_count(self) -> int:
        """How many a supervisor still has to deal with."""
        ...

    def post_note(self, note: MatterNote, told_by: SealedMessage) -> None:
        """Write a note; the books refuse one that knows of decisions that were not told."""
        ...


class ReconciliationBook(Protocol):
    """The daily reconciliations that were made. Insert only."""

    def keep(self, made: Reconciliation, signed: bytes) -> None:
        """Keep one, with the centre's exact signed answer."""
        ...

    def last(self, business_date: date) -> Reconciled | None:
        """The last of this day; None when there was none."""
        ...

    def taken_on(self, business_date: date) -> tuple[TakenHere, ...]:
        """The payments of a day as they were told to the centre, in the order they were taken."""
        ...

    def taken_as(self, epoch: int, sequence: int) -> TakenHere | None:
        """The payment that this message told; None when it is not ours, or told something else."""
        ...

    def count_on(self, business_date: date) -> int:
        """How many payments the books have of a day."""
        ...

    def last_day_before(self, day: date) -> date | None:
        """The last day before this one on which a payment was taken; None when there was none."""
        ...

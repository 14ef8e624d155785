"""What a supervisor works through and the daily reconciliation, without books or centre."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from counter_app.domain.caveat import reason_typed
from counter_app.domain.errors import Refusal, RefusalCode
from counter_app.domain.matter import Matter, MatterNote, NoteState
from counter_app.domain.receipt import PrintOutcome, PrintState
from counter_app.domain.reconciliation import Reconciled, as_acknowledged, compare
from counter_app.use_cases.round_watch import RoundProgress, RoundStep, unwatched
from counter_app.use_cases.views import DayCompared
from tests.builders import NOW, PIN, SUPERVISOR_ID, a_place
from tests.days_compared import centre, kept
from tests.ui.fake_paper import FakePaper

if TYPE_CHECKING:
    import threading
    from datetime import date

    from counter_app.domain.identity import CashierId
    from counter_app.domain.reconciliation import Reconciliation, TakenHere, TheCentre
    from counter_app.use_cases.round_watch import Watch


@dataclass
class FakeSupervision(FakePaper):
    """Verbs of the evening; tests set what is to be found."""

    matters: tuple[Matter, ...] = ()
    taken_today: tuple[TakenHere, ...] = ()
    kept_there: TheCentre | None = None
    """What the centre keeps; the same as here when nothing is set."""

    away: str = ""
    """The fault with which the centre cannot be asked."""

    unreconciled_day: date | None = None
    differing_payments: int = 0
    papers: list[PrintOutcome] = field(default_factory=list)
    """How the next slips end."""

    reconciled: Reconciled | None = None
    comparing: threading.Event | None = None
    """While it is there and not set, a comparison waits: a slow line."""

    def view_matters(self) -> tuple[Matter, ...]:
        self.noted("view_matters")
        return self.matters

    def note_matter(
        self, matter: Matter, state: NoteState, text: str, supervisor_id: CashierId, pin: str
    ) -> Matter:
        self.noted("note_matter", matter.about, state, text, supervisor_id)
        said = reason_typed(text)
        if supervisor_id != SUPERVISOR_ID:
            raise Refusal(RefusalCode.WORD_NOT_FROM_SUPERVISOR, cashier_id=supervisor_id)
        if pin != PIN:
            raise Refusal(RefusalCode.PIN_WRONG, tries_left=4)
        decision = matter.last_decision
        through = decision.number if decision else 0
        note = MatterNote(matter.about, state, said, supervisor_id, NOW, through)
        done = replace(matter, notes=(*matter.notes, note))
        self.matters = tuple(done if one.about == done.about else one for one in self.matters)
        return done

    def reconcile_day(self, business_date: date, watch: Watch = unwatched) -> DayCompared:
        self.noted("reconcile_day", business_date)
        if self.comparing is not None:
            assert self.comparing.wait(10), "the test lets it go on"
        watch(RoundProgress(RoundStep.COMPARE, 0, len(self.taken_today)))
        ours = self.taken_today
        if self.away:
            made = as_acknowledged(a_place(), business_date, NOW, ours)
            return DayCompared(made, self.reconciled, self.away)
        there = self.kept_there or centre(*map(kept, ours))
        made = compare(a_place(), business_date, NOW, ours, there)
        differences, unsent = len(made.differences), made.total.unsent.count
        self.reconciled = Reconciled(NOW, made.is_equal, differences, unsent, 0)
        self.unreconciled_day = None if self.reconciled.is_settled else business_date
        self.differing_payments = differences
        return DayCompared(made, self.reconciled)

    def save_reconciliation(self, made: Reconciliation, language: str) -> Path:
        self.noted("save_reconciliation", made.business_date, language)
        return Path(f"reports/reconciliation-{language}.pdf")

    def print_reconciliation(self, made: Reconciliation) -> PrintOutcome:
        self.noted("print_reconciliation", made.business_date)
        return self.papers.pop(0) if self.papers else PrintOutcome(PrintState.PRINTED)

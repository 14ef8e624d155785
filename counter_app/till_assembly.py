"""Makes the verbs of the shift and its till; a part of ``assembly``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from counter_app.use_cases.close_shift import CloseShift, WeighClose
from counter_app.use_cases.move_cash import DropCash, PayInOrOut
from counter_app.use_cases.note_opening import NoteDrawerOpening
from counter_app.use_cases.open_shift import OpenShift
from counter_app.use_cases.pause_shift import ResumeShift, SuspendShift
from counter_app.use_cases.view_till import FloatsLeft, OpenShifts, ViewTill

if TYPE_CHECKING:
    from counter_app.use_cases.book_ports import Ledger
    from counter_app.use_cases.charge_card import OpenCharges
    from counter_app.use_cases.pin_guard import PinGuard
    from counter_app.use_cases.telling import Telling


def till_verbs(
    ledger: Ledger, telling: Telling, guard: PinGuard, open_charges: OpenCharges, drawers: int
) -> dict[str, Any]:
    """The desk's fields of this theme, by their names."""
    return {
        "open_shift": OpenShift(ledger, telling, drawers),
        "open_shifts": OpenShifts(ledger),
        "floats_left": FloatsLeft(ledger),
        "drawers": lambda: drawers,
        "view_till": ViewTill(ledger, telling.clock),
        "drop_cash": DropCash(ledger, telling, guard),
        "pay_in_or_out": PayInOrOut(ledger, telling),
        "note_drawer_opening": NoteDrawerOpening(ledger, telling),
        "suspend_shift": SuspendShift(ledger, telling),
        "resume_shift": ResumeShift(ledger, telling),
        "weigh_close": WeighClose(ledger, telling.clock, open_charges),
        "close_shift": CloseShift(ledger, telling, open_charges),
    }

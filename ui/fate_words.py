"""What became of a payment at the centre, and what kinds of message there are, in a few words each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui.marking import QT_TRANSLATE_NOOP
from ui.widgets.table import Cell

if TYPE_CHECKING:
    from collections.abc import Mapping

FATE_WORDS: Mapping[str, str] = {
    "POSTED": QT_TRANSLATE_NOOP("Fate", "Booked"),
    "NOTED": QT_TRANSLATE_NOOP("Fate", "Noted"),
    "PAID_MEANWHILE": QT_TRANSLATE_NOOP("Fate", "Paid elsewhere meanwhile: kept as advance"),
    "UNKNOWN_ACCOUNT": QT_TRANSLATE_NOOP("Fate", "Account not known at the centre: in suspense"),
    "ACCOUNT_CLOSED": QT_TRANSLATE_NOOP("Fate", "Account closed: in suspense"),
    "RENUMBERED": QT_TRANSLATE_NOOP("Fate", "Booked to the account's new number"),
    "BILL_REVISED": QT_TRANSLATE_NOOP("Fate", "Bill was revised: booked anew"),
    "DUPLICATE_INSTRUMENT": QT_TRANSLATE_NOOP("Fate", "Same instrument used twice: to be checked"),
    "POSSIBLE_DOUBLE": QT_TRANSLATE_NOOP("Fate", "Perhaps paid twice: to be checked"),
    "CLOSED_MONTH": QT_TRANSLATE_NOOP("Fate", "Month already closed: to be checked"),
    "TIME_DOUBTFUL": QT_TRANSLATE_NOOP("Fate", "Time is doubtful: to be checked"),
    "LIMIT_EXCEEDED": QT_TRANSLATE_NOOP("Fate", "Above a limit: to be checked"),
    "NOT_APPLIED": QT_TRANSLATE_NOOP("Fate", "Not booked: to be checked"),
}
"""The fates of ``counter_app.wire.exchange.Fate`` by name; a test keeps them complete."""

KIND_WORDS: Mapping[str, str] = {
    "payment_taken": QT_TRANSLATE_NOOP("Fate", "Payment"),
    "shift_opened": QT_TRANSLATE_NOOP("Fate", "Shift opened"),
    "shift_paused": QT_TRANSLATE_NOOP("Fate", "Shift suspended or resumed"),
    "shift_closed": QT_TRANSLATE_NOOP("Fate", "Shift closed"),
    "cash_dropped": QT_TRANSLATE_NOOP("Fate", "Cash in or out of a drawer"),
    "drawer_opened": QT_TRANSLATE_NOOP("Fate", "Drawer opened without a payment"),
    "payment_reversed": QT_TRANSLATE_NOOP("Fate", "Payment reversed"),
    "person_made": QT_TRANSLATE_NOOP("Fate", "Temporary cashier made"),
    "person_ended": QT_TRANSLATE_NOOP("Fate", "Temporary cashier ended"),
    "pin_set": QT_TRANSLATE_NOOP("Fate", "Own PIN set"),
    "receipt_reprinted": QT_TRANSLATE_NOOP("Fate", "Duplicate printed"),
    "receipt_copy_asked": QT_TRANSLATE_NOOP("Fate", "Receipt asked for by SMS or e-mail"),
    "override_granted": QT_TRANSLATE_NOOP("Fate", "Supervisor's word"),
    "instrument_moved": QT_TRANSLATE_NOOP("Fate", "Cheque, draft or UPI moved on"),
    "instrument_returned": QT_TRANSLATE_NOOP("Fate", "Cheque, draft or UPI returned"),
    "counter_note": QT_TRANSLATE_NOOP("Fate", "Supervisor's note"),
    "rule_set": QT_TRANSLATE_NOOP("Fate", "Rule set at this counter"),
    "takings_handed": QT_TRANSLATE_NOOP("Fate", "Takings handed over"),
    "remittance_made": QT_TRANSLATE_NOOP("Fate", "Bank slip"),
    "bank_answered": QT_TRANSLATE_NOOP("Fate", "Bank's answer"),
}
"""The kinds of ``counter_app.wire.messages.Body``."""

_BOOKED = frozenset({"", "POSTED", "NOTED"})


def fate_text(fate: str) -> str:
    """The words of a fate; one we have none for as it is."""
    return QCoreApplication.translate("Fate", FATE_WORDS.get(fate, fate))


def kind_text(kind: str) -> str:
    """The words of a kind of message."""
    return QCoreApplication.translate("Fate", KIND_WORDS.get(kind, kind))


def fate_cell(fate: str, *, is_acknowledged: bool) -> Cell:
    """Whether the centre has it, and if a person has to look."""
    if not is_acknowledged:
        return Cell(QCoreApplication.translate("Fate", "Not sent yet"), "pending", "text_muted")
    if fate in _BOOKED:
        return Cell(QCoreApplication.translate("Fate", "Booked"), "tick", "positive")
    return Cell(fate_text(fate), "caution", "caution")

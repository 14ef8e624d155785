"""How a receipt's paper stands, in a word for lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from counter_app.domain.receipt import PrintReason, PrintState
from ui.marking import QT_TRANSLATE_NOOP
from ui.widgets.table import Cell

if TYPE_CHECKING:
    from counter_app.domain.receipt import ReceiptRow


def paper_cell(receipt: ReceiptRow) -> Cell:
    """Of a printed one the first that is so: torn, saved, more than one copy."""
    match receipt.print_state, receipt.print_reason:
        case None, _:
            said = (QT_TRANSLATE_NOOP("Paper", "Not printed yet"), "pending", "text_muted")
        case PrintState.PRINTED, PrintReason.TORN:
            said = (QT_TRANSLATE_NOOP("Paper", "Torn"), "caution", "caution")
        case PrintState.PRINTED, PrintReason.SAVED_AS_FILE:
            said = (QT_TRANSLATE_NOOP("Paper", "Saved as PDF"), "save", "positive")
        case PrintState.PRINTED, _ if receipt.copies > 1:
            said = (QT_TRANSLATE_NOOP("Paper", "Printed, copies: {count}"), "tick", "positive")
        case PrintState.PRINTED, _:
            said = (QT_TRANSLATE_NOOP("Paper", "Printed"), "tick", "positive")
        case PrintState.UNCERTAIN, _:
            said = (QT_TRANSLATE_NOOP("Paper", "Came out?"), "caution", "caution")
        case _:
            said = (QT_TRANSLATE_NOOP("Paper", "Not printed"), "stop", "negative")
    words, icon_name, tone = said
    shown = QCoreApplication.translate("Paper", words).format(count=receipt.copies)
    return Cell(shown, icon_name, tone)

"""One tender of a payment that is reversed: how much, where it goes, and the void's approval code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from counter_app.domain.reversal import GoesWhere
from ui.marking import QT_TRANSLATE_NOOP
from ui.widgets.field import Field
from ui.widgets.styling import column
from ui.widgets.text_field import TextField
from ui.words import rupees, tender_word, word

if TYPE_CHECKING:
    from collections.abc import Mapping

    from counter_app.domain.reversal_rules import TenderWays

WAY_WORDS: Mapping[GoesWhere, str] = {
    GoesWhere.CASH_BACK: QT_TRANSLATE_NOOP("Words", "Pay back in cash"),
    GoesWhere.VOIDED: QT_TRANSLATE_NOOP("Words", "Voided on the terminal"),
    GoesWhere.GIVEN_BACK: QT_TRANSLATE_NOOP("Words", "Give the paper back"),
    GoesWhere.HELD: QT_TRANSLATE_NOOP("Words", "Keep here, in suspense"),
}


class ReversalTenderRow(QWidget):
    """Tells what is chosen and typed; decides nothing."""

    sent = Signal(object)
    """GoesWhere"""

    void_typed = Signal(str)
    card_number_refused = Signal()

    def __init__(self, tender: TenderWays, chosen: GoesWhere) -> None:
        super().__init__()
        self._tender = tender
        self.way = QComboBox()
        for where in tender.ways:
            self.way.addItem("", where.value)
        editor = TextField()
        self.way_field, self.void_field = Field(self.way), Field(editor)
        editor.textChanged.connect(self.void_typed)
        editor.card_number_refused.connect(self.card_number_refused)
        self.setLayout(column(self.way_field, self.void_field, gap=1))
        self.show_way(chosen)
        self.way.currentIndexChanged.connect(
            lambda _place: self.sent.emit(GoesWhere(str(self.way.currentData())))
        )
        self.retranslate()

    def show_way(self, where: GoesWhere) -> None:
        """Another way was chosen for it."""
        self.way.blockSignals(True)
        self.way.setCurrentIndex(self._tender.ways.index(where))
        self.way.blockSignals(False)
        self.void_field.setVisible(where is GoesWhere.VOIDED)

    def retranslate(self) -> None:
        """Put every word in the language spoken."""
        tender = self._tender
        self.way_field.say(f"{tender_word(tender.kind)} · {rupees(tender.amount)}")
        self.void_field.say(self.tr("Approval code of the void"))
        for place, where in enumerate(tender.ways):
            self.way.setItemText(place, word(WAY_WORDS[where]))

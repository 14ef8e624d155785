"""The verdict on a receipt, large: colour, icon and words, and below them the facts to compare with the paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QGridLayout

from ui.receipt_check_words import facts_of, list_text, look_of
from ui.theme import GRID_PX
from ui.widgets.labels import IconLabel, Label
from ui.widgets.styling import column, framed, role, row

if TYPE_CHECKING:
    from counter_app.domain.receipt_verdict import ReceiptVerdict

_ICON_PX = 48
_CARD_WIDTH_PX = 720


class VerdictCard(QFrame):
    """One verdict. It is read as a whole by screen readers."""

    def __init__(self) -> None:
        super().__init__()
        role(self, ground="card")
        self._icon = IconLabel("info", "text", _ICON_PX)
        self._title = Label("", as_="title", wraps=True)
        self._text = Label("", wraps=True)
        self._compare = Label("", as_="strong")
        self._list = Label("", as_="muted", wraps=True)
        self._facts = QGridLayout()
        self._facts.setHorizontalSpacing(6 * GRID_PX)
        self._facts.setVerticalSpacing(GRID_PX)
        self._facts.setColumnStretch(1, 1)
        self._lines = tuple((Label("", as_="muted"), Label("", as_="strong")) for _ in range(7))
        for place, (name, fact) in enumerate(self._lines):
            self._facts.addWidget(name, place, 0)
            self._facts.addWidget(fact, place, 1)
        words = column(self._title, self._text, gap=1)
        banner = row(self._icon, gap=4, margins=(4, 3, 4, 3))
        banner.setAlignment(self._icon, Qt.AlignmentFlag.AlignTop)
        banner.addLayout(words, 1)
        self._banner = framed(banner, tone="accent")
        self.setLayout(
            column(
                self._banner,
                self._compare,
                self._facts,
                self._list,
                gap=3,
                margins=(4, 4, 4, 3),
            )
        )
        self.setFixedWidth(_CARD_WIDTH_PX)

    @property
    def said(self) -> str:
        """All that is read on it."""
        return self.accessibleName()

    def show_verdict(self, verdict: ReceiptVerdict) -> None:
        """Show it in the language spoken, and have screen readers say it."""
        look = look_of(verdict)
        role(self._banner, tone=look.tone)
        self._icon.show_icon(look.icon_name, f"on_{look.tone}_soft")
        self._title.setText(look.title)
        self._text.setText(look.text)
        facts = facts_of(verdict.receipt) if verdict.receipt is not None else ()
        self._compare.show_text(self.tr("Compare with the paper") if facts else "")
        for place, (name, fact) in enumerate(self._lines):
            has_fact = place < len(facts)
            name.show_text(facts[place][0] if has_fact else "")
            fact.show_text(facts[place][1] if has_fact else "")
        self._list.setText(list_text(verdict))
        heard = [look.title, look.text, *(f"{name}: {fact}" for name, fact in facts)]
        self.setAccessibleName(". ".join((*heard, self._list.text())))
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

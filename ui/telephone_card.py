"""What is read out over the telephone, large. Its labels stand in both languages: who listens may speak the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout

from ui.theme import GRID_PX
from ui.widgets.labels import Label
from ui.widgets.styling import role
from ui.words import rupees

if TYPE_CHECKING:
    from counter_app.domain.challenge import Challenge

_LABELS = ("काउंटर\nCounter", "राशि\nSum", "कार्य\nAct", "चुनौती\nChallenge")
_COLUMNS = 4
"""Two labels with their values beside each other."""

_HALF = 4
"""Characters of a group, as they are read out."""


class TelephoneCard(QFrame):
    """Counter, act, sum and challenge of one question."""

    def __init__(self) -> None:
        super().__init__()
        role(self, tone="accent")
        self._hint = Label("", wraps=True)
        self.values = tuple(Label("", as_="title") for _ in _LABELS)
        layout = QGridLayout(self)
        layout.setContentsMargins(3 * GRID_PX, 2 * GRID_PX, 3 * GRID_PX, 2 * GRID_PX)
        layout.setHorizontalSpacing(3 * GRID_PX)
        layout.setVerticalSpacing(GRID_PX)
        layout.addWidget(self._hint, 0, 0, 1, _COLUMNS)
        for place, (name, value) in enumerate(zip(_LABELS, self.values, strict=True)):
            line, side = divmod(place, 2)
            layout.addWidget(Label(name), line + 1, 2 * side)
            layout.addWidget(value, line + 1, 2 * side + 1, Qt.AlignmentFlag.AlignLeft)
        for side, share in ((1, 2), (3, 3)):
            layout.setColumnStretch(side, share)
        self._challenge: Challenge | None = None

    def show_challenge(self, challenge: Challenge | None) -> None:
        """What to read out; None while the books are asked for it."""
        self._challenge = challenge
        self.retranslate()

    def retranslate(self) -> None:
        """The hint in the language spoken; the rest is in both."""
        asked = self._challenge
        texts = ("", "", "", "…")
        if asked is not None:
            code = f"{asked.code[:_HALF]} {asked.code[_HALF:]}"
            texts = (asked.counter_id, rupees(asked.asked.amount), asked.act_numbers, code)
        for name, value, text in zip(_LABELS, self.values, texts, strict=True):
            value.setText(text)
            value.setAccessibleName(f"{' / '.join(name.split())}: {text}")
        self._hint.setText(
            self.tr(
                "Read this out to the supervisor, who answers with 8 letters and figures "
                "within {minutes} minutes."
            ).format(minutes=asked.minutes if asked else "…")
        )

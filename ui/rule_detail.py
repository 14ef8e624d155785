"""One rule in full: what holds, who says so, from when to when, what holds next, and its versions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QWidget

from counter_app.domain.rule_standing import source_of
from ui.rule_texts import (
    SOURCE_ICONS,
    change_text,
    days_text,
    rule_text,
    source_text,
    title_text,
)
from ui.theme import GRID_PX
from ui.widgets.labels import IconLabel, Label
from ui.widgets.styling import column, role, row, rule

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLayout

    from counter_app.domain.policy import Rule
    from counter_app.domain.rule_standing import Standing

_WIDTH_PX = 340


class RuleDetail(QFrame):
    """The card beside the list."""

    def __init__(self) -> None:
        super().__init__()
        role(self, ground="card")
        self._standing: Standing | None = None
        self._title = Label("", as_="heading", wraps=True)
        self._said = Label("", wraps=True)
        self._facts = {
            name: (Label("", as_="muted"), Label("", wraps=True))
            for name in ("source", "days", "authority", "reason", "then")
        }
        self._history = Label("", as_="label")
        self.versions = QScrollArea()
        self.versions.setWidgetResizable(True)
        self.versions.setFrameShape(QFrame.Shape.NoFrame)
        grid = QGridLayout()
        grid.setHorizontalSpacing(3 * GRID_PX)
        grid.setVerticalSpacing(GRID_PX)
        grid.setColumnStretch(1, 1)
        for line, (name, fact) in enumerate(self._facts.values()):
            grid.addWidget(name, line, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(fact, line, 1)
        layout = column(
            self._title, self._said, rule(), grid, self._history, gap=2, margins=(3, 3, 3, 3)
        )
        layout.addWidget(self.versions, 1)
        self.setLayout(layout)
        self.setFixedWidth(_WIDTH_PX)
        self.retranslate()

    def show_standing(self, standing: Standing | None) -> None:
        """Show where a rule stands; None for none chosen."""
        self._standing = standing
        self.retranslate()

    def retranslate(self) -> None:
        """Put every word in the language spoken."""
        names = {
            "source": self.tr("Who says so"),
            "days": self.tr("In force"),
            "authority": self.tr("By order"),
            "reason": self.tr("Reason"),
            "then": self.tr("Next"),
        }
        for name, text in names.items():
            self._facts[name][0].setText(text)
        self._history.setText(self.tr("All versions"))
        self.versions.setAccessibleName(self.tr("All versions of the rule"))
        if self._standing is not None:
            self._show(self._standing)

    def changeEvent(self, event: QEvent) -> None:
        """The language changed."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()

    def _show(self, standing: Standing) -> None:
        shown = standing.shown
        self._title.setText(title_text(shown))
        self._said.setText(rule_text(shown))
        facts = {
            "source": self._source(shown),
            "days": days_text(shown),
            "authority": shown.authority or "–",
            "reason": self._reason(shown),
            "then": change_text(standing.then) if standing.then else self.tr("no change is known"),
        }
        for name, text in facts.items():
            self._facts[name][1].setText(text)
        for label in self._facts["reason"]:
            label.setHidden(not shown.is_local)
        self._show_versions(standing)

    def _show_versions(self, standing: Standing) -> None:
        """Each with who said it, from when to when, and what it said; the newest first."""
        parts: list[QLayout] = []
        for each in standing.versions:
            head = row(IconLabel(SOURCE_ICONS[source_of(each)], "text_muted", 18), gap=2)
            when = f"{self._source(each)}: {days_text(each)}"
            head.addWidget(Label(when, as_="strong", wraps=True), 1)
            parts += [head, column(Label(rule_text(each), as_="muted", wraps=True))]
        listed = QWidget()
        role(listed, ground="clear")
        layout = column(*parts, gap=1)
        layout.addStretch(1)
        listed.setLayout(layout)
        self.versions.setWidget(listed)

    def _source(self, shown: Rule) -> str:
        if not shown.version:
            return source_text(shown)
        return self.tr("{source}, version {version}").format(
            source=source_text(shown), version=shown.version
        )

    def _reason(self, shown: Rule) -> str:
        return self.tr("{reason} (supervisor {number})").format(
            reason=shown.reason, number=shown.set_by
        )

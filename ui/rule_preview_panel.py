"""What would happen: the rule as it is beside the rule as typed, in examples and in past payments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QFrame

from ui.rule_preview_texts import answer_text, counted_text, past_text, question_text
from ui.rule_texts import change_text, rule_text
from ui.widgets.labels import Label
from ui.widgets.styling import column, role
from ui.widgets.table import Cell, Column, RowTable
from ui.words import day_text

if TYPE_CHECKING:
    from counter_app.domain.rule_preview import RulePreview


class RulePreviewPanel(QFrame):
    """A card: sentences above, and one table of counts and examples."""

    def __init__(self) -> None:
        super().__init__()
        role(self, ground="card")
        self.preview: RulePreview | None = None
        self._title = Label("", as_="heading")
        self._now = Label("", wraps=True)
        self._typed = Label("", as_="accent", wraps=True)
        self._then = Label("", as_="muted", wraps=True)
        self._past = Label("", as_="muted", wraps=True)
        self.table = RowTable()
        layout = column(
            self._title, self._now, self._typed, self._then, self._past, gap=1, margins=(3, 2, 3, 2)
        )
        layout.addWidget(self.table, 1)
        layout.addStretch(0)
        self.setLayout(layout)
        self.show_preview(None)

    def show_preview(self, preview: RulePreview | None) -> None:
        """Show a preview; None while there is none of what is typed now."""
        self.preview = preview
        self.retranslate()

    def retranslate(self) -> None:
        """Put every word in the language spoken."""
        self._title.setText(self.tr("What would happen"))
        self.table.setAccessibleName(self.tr("Examples and past payments"))
        preview = self.preview
        for label in (self._typed, self._then, self._past, self.table):
            label.setHidden(preview is None)
        if preview is None:
            self._now.setText(
                self.tr("Shown as soon as the rule can be read: fill every field on the left.")
            )
            return
        day = day_text(preview.day)
        now = rule_text(preview.now) if preview.now else self.tr("there is no such head.")
        self._now.setText(self.tr("As it is: {said}").format(said=now))
        said = rule_text(preview.rule)
        self._typed.setText(self.tr("As typed, from {day}: {said}").format(day=day, said=said))
        self._then.show_text(change_text(preview.then) if preview.then else "")
        self._past.setText(past_text(preview.past))
        self._fill(preview)

    def changeEvent(self, event: QEvent) -> None:
        """The language changed."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()

    def _fill(self, preview: RulePreview) -> None:
        counts = preview.past.replay.counts if preview.past else ()
        compared = [
            (counted_text(one.what), str(one.as_it_is), str(one.as_typed), "receipt")
            for one in counts
        ]
        compared += [
            (question_text(one.question), answer_text(one.as_it_is), answer_text(one.as_typed), "")
            for one in preview.examples
        ]
        rows = tuple(
            (
                Cell(what, icon_name),
                Cell(now, tone="text_muted"),
                Cell(typed) if now == typed else Cell(typed, "caution", "caution"),
            )
            for what, now, typed, icon_name in compared
        )
        columns = (
            Column(self.tr("Example"), stretches=True),
            Column(self.tr("As it is")),
            Column(self.tr("As typed")),
        )
        self.table.fill(columns, rows)

"""The list of rules: what holds today, who says so, what holds next; the chosen one in full beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from counter_app.domain.policy import PURPOSE_RULE
from counter_app.domain.rule_standing import Source, source_of
from ui.rule_detail import RuleDetail
from ui.rule_texts import SOURCE_ICONS, next_text, rule_text, source_text, title_text
from ui.widgets.buttons import KeyButton
from ui.widgets.labels import ElidedLabel, Label
from ui.widgets.styling import column, row
from ui.widgets.table import Cell, Column, RowTable
from ui.words import day_text

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtCore import SignalInstance
    from PySide6.QtGui import QResizeEvent

    from counter_app.domain.rule_standing import Standing

_TEXT_NEEDS_PX = 1120
"""Narrower windows leave what a rule says to the card beside the list."""

_SOURCE_TONES = {Source.USUAL: "text_muted", Source.CENTRE: "text", Source.COUNTER: "caution"}


class RulesList(QWidget):
    """First page of the rules screen."""

    change_asked = Signal(object)
    """Standing"""

    end_asked = Signal(object)
    withdraw_asked = Signal(object)
    head_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.standings: tuple[Standing, ...] = ()
        self._day: date | None = None
        self._title = Label("", as_="title")
        self._text = ElidedLabel("", as_="muted")
        self.table = RowTable()
        self.table.chosen.connect(lambda _row: self._show_chosen())
        self.table.entered.connect(lambda _row: self._ask(self.change_asked))
        self.detail = RuleDetail()
        self.head_button = KeyButton(self.head_asked.emit, key="Ctrl+N", icon_name="rules")
        self.end_button = KeyButton(
            lambda: self._ask(self.end_asked), key="Ctrl+E", icon_name="close"
        )
        self.withdraw_button = KeyButton(
            lambda: self._ask(self.withdraw_asked), key="Ctrl+W", icon_name="stop"
        )
        self.change_button = KeyButton(
            lambda: self._ask(self.change_asked), kind="primary", hint="Enter", icon_name="rules"
        )
        head = row(gap=2)
        head.addLayout(column(self._title, self._text, gap=0), 1)
        for button in (
            self.head_button,
            self.end_button,
            self.withdraw_button,
            self.change_button,
        ):
            head.addWidget(button)
        body = row(gap=3)
        body.addWidget(self.table, 1)
        body.addWidget(self.detail)
        layout = column(head, gap=3)
        layout.addLayout(body, 1)
        self.setLayout(layout)

    def fill(self, standings: tuple[Standing, ...], day: date) -> None:
        """Where every rule stands on this day; the chosen rule stays chosen."""
        chosen = self.chosen
        self.standings, self._day = standings, day
        names = [standing.name for standing in standings]
        self._show()
        if chosen is not None and chosen.name in names:
            self.table.selectRow(names.index(chosen.name))
        self._show_chosen()

    @property
    def chosen(self) -> Standing | None:
        """The rule the supervisor stands on."""
        place = self.table.chosen_row
        return self.standings[place] if 0 <= place < len(self.standings) else None

    def retranslate(self) -> None:
        """Put every word in the language spoken."""
        self._title.setText(self.tr("Rules"))
        self.table.setAccessibleName(self.tr("Rules and heads"))
        self.head_button.say(self.tr("New head"), self.tr("Add a head that can be paid for"))
        self.end_button.say(self.tr("End"), self.tr("End this counter's rule: the centre's holds"))
        self.withdraw_button.say(self.tr("Withdraw"), self.tr("Offer this head no longer"))
        self.change_button.say(self.tr("Change"), self.tr("Change the chosen rule"))
        self._show()
        self._show_chosen()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A wide window has room for what each rule says."""
        super().resizeEvent(event)
        if (event.size().width() >= _TEXT_NEEDS_PX) != (event.oldSize().width() >= _TEXT_NEEDS_PX):
            self._show()

    def _show(self) -> None:
        if self._day is not None:
            self._text.setText(
                self.tr("What holds on {day}. A payment uses the rule of its day.").format(
                    day=day_text(self._day)
                )
            )
        is_wide = self.width() >= _TEXT_NEEDS_PX
        columns = [Column(self.tr("Rule"), stretches=not is_wide)]
        if is_wide:
            columns.append(Column(self.tr("Holds today"), stretches=True))
        columns += [Column(self.tr("Who says so")), Column(self.tr("Changes on"))]
        rows = tuple(self._row(standing, is_wide=is_wide) for standing in self.standings)
        self.table.fill(tuple(columns), rows)

    def _row(self, standing: Standing, *, is_wide: bool) -> tuple[Cell, ...]:
        shown, source = standing.shown, source_of(standing.shown)
        is_head = standing.name.startswith(PURPOSE_RULE)
        name = Cell(
            title_text(shown),
            "payment" if is_head else "rules",
            "text" if self._is_there(standing) else "text_muted",
        )
        said = (Cell(rule_text(shown)),) if is_wide else ()
        return (
            name,
            *said,
            Cell(source_text(shown), SOURCE_ICONS[source], _SOURCE_TONES[source]),
            Cell(next_text(standing), "pending" if standing.then else "", "text_muted"),
        )

    def _is_there(self, standing: Standing) -> bool:
        if standing.now is None:
            return False
        return not standing.name.startswith(PURPOSE_RULE) or bool(standing.now.number("is_offered"))

    def _show_chosen(self) -> None:
        chosen = self.chosen
        self.detail.show_standing(chosen)
        self.detail.setVisible(chosen is not None)
        is_local = chosen is not None and chosen.now is not None and chosen.now.is_local
        is_head = chosen is not None and chosen.name.startswith(PURPOSE_RULE)
        self.end_button.setVisible(is_local)
        self.withdraw_button.setVisible(is_head and chosen is not None and self._is_there(chosen))
        self.change_button.setEnabled(chosen is not None)

    def _ask(self, signal: SignalInstance) -> None:
        if self.chosen is not None:
            signal.emit(self.chosen)

"""The list of reports, in groups; up and down choose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from counter_app.domain.report import ReportKind
from resources.vocabulary import words_in
from ui.language import language_now
from ui.reports_form import GROUPS
from ui.theme import GRID_PX, theme_now

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

LIST_PX = 184
ROW_PX = 7 * GRID_PX


class ReportsList(QListWidget):
    """Every report by its name. Choosing does not make it yet: Enter does, or moving on to its fields."""

    chosen = Signal(ReportKind)
    entered = Signal()

    def __init__(self) -> None:
        self._groups: dict[str, QListWidgetItem] = {}
        super().__init__()
        self.setFixedWidth(LIST_PX)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._kinds: dict[ReportKind, QListWidgetItem] = {}
        for group, kinds in GROUPS:
            self._groups[group] = self._line(is_chosen=False)
            for kind in kinds:
                self._kinds[kind] = self._line(is_chosen=True)
                self._kinds[kind].setData(Qt.ItemDataRole.UserRole, kind.value)
        self.currentItemChanged.connect(lambda now, _: self._tell(now))
        self.itemDoubleClicked.connect(lambda _: self.entered.emit())

    def _line(self, *, is_chosen: bool) -> QListWidgetItem:
        line = QListWidgetItem(self)
        line.setSizeHint(QSize(0, ROW_PX))
        if not is_chosen:
            line.setFlags(Qt.ItemFlag.NoItemFlags)
        return line

    def _tell(self, now: QListWidgetItem | None) -> None:
        if now is not None:
            self.chosen.emit(ReportKind(now.data(Qt.ItemDataRole.UserRole)))

    def show_kind(self, kind: ReportKind) -> None:
        """Stand on this one."""
        self.setCurrentItem(self._kinds[kind])

    def say(self, name: str, groups: dict[str, str]) -> None:
        """Put every word in the language spoken."""
        self.setAccessibleName(name)
        words = words_in(str(language_now()))
        for group, line in self._groups.items():
            line.setText(groups[group])
        self._colour_groups()
        for kind, line in self._kinds.items():
            text = words[f"report.{kind}"]
            line.setText(text)
            line.setToolTip(text)

    def changeEvent(self, event: QEvent) -> None:
        """The theme changed."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._colour_groups()

    def _colour_groups(self) -> None:
        ink = QColor(theme_now().text_muted)
        for line in self._groups.values():
            line.setForeground(ink)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter makes the report; everything else is Qt's."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
            return
        super().keyPressEvent(event)

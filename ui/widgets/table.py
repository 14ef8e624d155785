"""Lists of records: rows of cells, some with an icon and a tone; the whole row is chosen."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from ui.icons import icon
from ui.theme import GRID_PX, theme_now

ROW_PX = 9 * GRID_PX
AnyIndex = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Cell:
    """What one cell shows; ``tone`` names a colour of the theme."""

    text: str
    icon_name: str = ""
    tone: str = "text"


@dataclass(frozen=True, slots=True)
class Column:
    """A heading; ``is_figure`` sets it right, ``stretches`` gives it what room is left."""

    title: str
    is_figure: bool = False
    stretches: bool = False


class _Rows(QAbstractTableModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.columns: tuple[Column, ...] = ()
        self.rows: tuple[tuple[Cell, ...], ...] = ()

    def fill(self, columns: tuple[Column, ...], rows: tuple[tuple[Cell, ...], ...]) -> None:
        self.beginResetModel()
        self.columns, self.rows = columns, rows
        self.endResetModel()

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.columns)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        item_role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal or section >= len(self.columns):
            return None
        if item_role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        return self._alignment(section) if item_role == Qt.ItemDataRole.TextAlignmentRole else None

    def data(self, index: AnyIndex, item_role: int = Qt.ItemDataRole.DisplayRole) -> object:
        cell = self.rows[index.row()][index.column()]
        theme = theme_now()
        match item_role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return cell.text
            case Qt.ItemDataRole.TextAlignmentRole:
                return self._alignment(index.column())
            case Qt.ItemDataRole.ForegroundRole:
                return QColor(getattr(theme, cell.tone))
            case Qt.ItemDataRole.DecorationRole if cell.icon_name:
                return icon(cell.icon_name, getattr(theme, cell.tone))
            case _:
                return None

    def _alignment(self, place: int) -> Qt.AlignmentFlag:
        side = (
            Qt.AlignmentFlag.AlignRight
            if self.columns[place].is_figure
            else Qt.AlignmentFlag.AlignLeft
        )
        return side | Qt.AlignmentFlag.AlignVCenter


class RowTable(QTableView):
    """A list for reading and choosing, by arrow keys and Enter."""

    chosen = Signal(int)
    """The row the cashier stands on, -1 for none."""

    entered = Signal(int)
    """Enter or a double click on a row."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = _Rows(self)
        self.setModel(self._rows)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW_PX)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        self.selectionModel().currentRowChanged.connect(lambda now, _: self.chosen.emit(now.row()))
        self.doubleClicked.connect(lambda index: self.entered.emit(index.row()))

    @property
    def rows(self) -> tuple[tuple[Cell, ...], ...]:
        """What is shown."""
        return self._rows.rows

    @property
    def chosen_row(self) -> int:
        """The row the cashier stands on, -1 for none."""
        return self.currentIndex().row()

    def fill(self, columns: tuple[Column, ...], rows: tuple[tuple[Cell, ...], ...]) -> None:
        """Show these rows; the cashier stays on the same row if there is one."""
        at = self.chosen_row
        self._rows.fill(columns, rows)
        header = self.horizontalHeader()
        for place, heading in enumerate(columns):
            mode = (
                QHeaderView.ResizeMode.Stretch
                if heading.stretches
                else QHeaderView.ResizeMode.ResizeToContents
            )
            header.setSectionResizeMode(place, mode)
        if rows:
            self.selectRow(min(max(at, 0), len(rows) - 1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter enters the row; everything else is Qt's."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.chosen_row >= 0:
            self.entered.emit(self.chosen_row)
            return
        super().keyPressEvent(event)

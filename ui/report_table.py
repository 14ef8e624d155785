"""One table of a report: any number of rows, each cell put into words only when it is seen; the total stays below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from counter_app.domain.money import Money
from counter_app.domain.report import CellKind, Word
from ui.theme import GRID_PX, theme_now
from ui.widgets.styling import column

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from counter_app.domain.report import Cell, Column, Section
    from counter_app.domain.report_text import ReportText

ROW_PX = 7 * GRID_PX
MEASURED_ROWS = 60
"""As many from the beginning and the end tell how wide a column is."""

PAD_PX, LEAST_PX, WIDEST_PX = 24, 44, 300
FIGURES = frozenset({CellKind.MONEY, CellKind.COUNT})
_TONES = {"number_state.missing": "negative", "number_state.reversed": "caution"}
AnyIndex = QModelIndex | QPersistentModelIndex


class _Rows(QAbstractTableModel):
    """The rows of one section, or its total alone."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._columns: tuple[Column, ...] = ()
        self._rows: tuple[tuple[Cell, ...], ...] = ()
        self._text: ReportText | None = None
        self._is_total = False

    def fill(
        self,
        columns: tuple[Column, ...],
        rows: tuple[tuple[Cell, ...], ...],
        text: ReportText,
        *,
        is_total: bool,
    ) -> None:
        """Show these rows in the language of this text."""
        self.beginResetModel()
        self._columns, self._rows, self._text, self._is_total = columns, rows, text, is_total
        self.endResetModel()

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._columns)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        item_role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal or section >= len(self._columns):
            return None
        if item_role == Qt.ItemDataRole.DisplayRole and self._text is not None:
            return self._text.head(self._columns[section])
        return self._alignment(section) if item_role == Qt.ItemDataRole.TextAlignmentRole else None

    def data(self, index: AnyIndex, item_role: int = Qt.ItemDataRole.DisplayRole) -> object:
        match item_role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return self.shown(index.row(), index.column())
            case Qt.ItemDataRole.TextAlignmentRole:
                return self._alignment(index.column())
            case Qt.ItemDataRole.ForegroundRole:
                return QColor(getattr(theme_now(), self._tone(index.row(), index.column())))
            case Qt.ItemDataRole.FontRole if self._is_total:
                font = QFont()
                font.setWeight(QFont.Weight.DemiBold)
                return font
            case _:
                return None

    def shown(self, row: int, place: int) -> str:
        """What a cell says."""
        assert self._text is not None
        return self._text.cell(self._rows[row][place], self._columns[place].kind)

    def widths(self, metrics: QFontMetrics) -> list[int]:
        """How wide each column is, by its heading and some of its rows."""
        last = len(self._rows)
        seen = sorted(
            {*range(min(MEASURED_ROWS, last)), *range(max(0, last - MEASURED_ROWS), last)}
        )
        widths = []
        for place, head in enumerate(self._columns):
            texts = [self.shown(row, place) for row in seen]
            texts.append(self._text.head(head) if self._text is not None else "")
            widest = max(metrics.horizontalAdvance(text) for text in texts)
            widths.append(min(max(widest + PAD_PX, LEAST_PX), WIDEST_PX))
        return widths

    def _alignment(self, place: int) -> Qt.AlignmentFlag:
        is_figure = self._columns[place].kind in FIGURES
        side = Qt.AlignmentFlag.AlignRight if is_figure else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter

    def _tone(self, row: int, place: int) -> str:
        cell = self._rows[row][place]
        if isinstance(cell, Word):
            return _TONES.get(cell.key, "text")
        return "negative" if isinstance(cell, Money) and cell.paise < 0 else "text"


def _plain_view() -> QTableView:
    view = QTableView()
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setTabKeyNavigation(False)
    view.setShowGrid(False)
    view.setWordWrap(False)
    view.setTextElideMode(Qt.TextElideMode.ElideRight)
    view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.verticalHeader().hide()
    view.verticalHeader().setDefaultSectionSize(ROW_PX)
    view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    view.horizontalHeader().setHighlightSections(False)
    return view


class ReportTable(QWidget):
    """Rows above, their total below in the same columns."""

    def __init__(self) -> None:
        super().__init__()
        self.view, self.total = _plain_view(), _plain_view()
        self.rows, self.sums = _Rows(self), _Rows(self)
        self.view.setModel(self.rows)
        self.total.setModel(self.sums)
        self.total.horizontalHeader().hide()
        self.total.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.total.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        for policy in (
            self.total.setHorizontalScrollBarPolicy,
            self.total.setVerticalScrollBarPolicy,
        ):
            policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.total.setFixedHeight(ROW_PX + 2)
        self.view.horizontalScrollBar().valueChanged.connect(
            self.total.horizontalScrollBar().setValue
        )
        self.view.horizontalHeader().sectionResized.connect(
            lambda place, _, width: self.total.setColumnWidth(place, width)
        )
        layout = column(gap=1)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.total)
        self.setLayout(layout)
        self.setFocusProxy(self.view)

    def show_section(self, section: Section, text: ReportText) -> None:
        """These rows, in these words."""
        totals = section.totals
        self.rows.fill(section.columns, section.rows, text, is_total=False)
        self.sums.fill(section.columns, (totals,) if totals else (), text, is_total=True)
        self.total.setHidden(totals is None)
        bold = QFont(self.total.font())
        bold.setWeight(QFont.Weight.DemiBold)
        wide = self.rows.widths(self.view.fontMetrics())
        if totals is not None:
            wide = [
                max(pair) for pair in zip(wide, self.sums.widths(QFontMetrics(bold)), strict=True)
            ]
        self._spread(section, wide)
        self.view.scrollToTop()

    def _spread(self, section: Section, wide: list[int]) -> None:
        """Room that is left goes to the widest column of words."""
        spare = self.view.viewport().width() - sum(wide)
        texts = [place for place, one in enumerate(section.columns) if one.kind is CellKind.TEXT]
        if spare > 0 and texts:
            wide[max(texts, key=lambda place: wide[place])] += spare
        for place, width in enumerate(wide):
            self.view.setColumnWidth(place, width)
            self.total.setColumnWidth(place, width)

"""Collection by hour and tender as stacked bars. Each tender has a pattern of its own: no colour speaks alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from counter_app.domain.money import PAISE_PER_RUPEE, Money, indian_grouping
from counter_app.domain.tender import TenderKind
from ui.theme import GRID_PX, theme_now

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from counter_app.domain.report import Bar
    from counter_app.domain.report_text import ReportText

PATTERNS = {
    TenderKind.CASH: Qt.BrushStyle.SolidPattern,
    TenderKind.CARD: Qt.BrushStyle.BDiagPattern,
    TenderKind.UPI: Qt.BrushStyle.Dense5Pattern,
    TenderKind.CHEQUE: Qt.BrushStyle.HorPattern,
    TenderKind.DRAFT: Qt.BrushStyle.DiagCrossPattern,
}
TONES = {
    TenderKind.CASH: "accent",
    TenderKind.CARD: "positive",
    TenderKind.UPI: "caution",
    TenderKind.CHEQUE: "text_muted",
    TenderKind.DRAFT: "negative",
}
GRID_STEPS = 4
BAR_SHARE, WIDEST_BAR_PX = 0.62, 56.0
KEY_PX = 14.0
ROUND_STEPS = (1, 2, 4, 6, 8, 10)


class ReportPicture(QWidget):
    """The bars of a report."""

    def __init__(self) -> None:
        super().__init__()
        self._bars: tuple[Bar, ...] = ()
        self._text: ReportText | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_bars(self, bars: tuple[Bar, ...], text: ReportText) -> None:
        """These, in these words; a screen reader hears every sum."""
        self._bars, self._text = bars, text
        self.setAccessibleName(text.words["by_hour_and_tender"])
        self.setAccessibleDescription(
            "; ".join(
                f"{bar.label}: "
                + ", ".join(
                    f"{text.words[f'tender.{kind}']} {amount}" for kind, amount in bar.parts
                )
                for bar in bars
            )
        )
        self.update()

    def sizeHint(self) -> QSize:
        """As much as there is."""
        return QSize(640, 320)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Title, key, grid, bars."""
        del event
        if self._text is None or not self._bars:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        high = QFontMetricsF(self.font()).height()
        painter.setPen(QColor(theme_now().text))
        painter.drawText(
            QRectF(0, 0, self.width(), high + 4), self._text.words["by_hour_and_tender"]
        )
        self._paint_key(painter, high + 2 * GRID_PX)
        top = 2 * high + 5 * GRID_PX
        scale = scale_of(self._bars)
        left = QFontMetricsF(self.font()).horizontalAdvance(_rupees(scale)) + 3 * GRID_PX
        plot = QRectF(left, top, self.width() - left - GRID_PX, self.height() - top - high - 8)
        self._paint_grid(painter, plot, scale)
        self._paint_bars(painter, plot, scale)
        painter.end()

    def _paint_key(self, painter: QPainter, top: float) -> None:
        """Which pattern is which tender."""
        assert self._text is not None
        metrics, x = QFontMetricsF(self.font()), 0.0
        present = {kind for bar in self._bars for kind, _ in bar.parts}
        for kind in TenderKind:
            if kind.value not in present:
                continue
            name = self._text.words[f"tender.{kind}"]
            box = QRectF(x, top + (metrics.height() - KEY_PX) / 2, KEY_PX, KEY_PX)
            _fill(painter, box, kind)
            painter.setPen(QColor(theme_now().text))
            x += KEY_PX + GRID_PX
            wide = metrics.horizontalAdvance(name) + 4 * GRID_PX
            painter.drawText(QRectF(x, top, wide, metrics.height()), name)
            x += wide

    def _paint_grid(self, painter: QPainter, plot: QRectF, scale: Money) -> None:
        theme, high = theme_now(), QFontMetricsF(self.font()).height()
        for step in range(GRID_STEPS + 1):
            y = plot.bottom() - plot.height() * step / GRID_STEPS
            painter.setPen(QPen(QColor(theme.line_strong if step == 0 else theme.line), 1))
            painter.drawLine(int(plot.left()), int(y), int(plot.right()), int(y))
            painter.setPen(QColor(theme.text_muted))
            at = QRectF(0, y - high / 2, plot.left() - 2 * GRID_PX, high)
            text = _rupees(Money(scale.paise * step // GRID_STEPS))
            painter.drawText(at, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)

    def _paint_bars(self, painter: QPainter, plot: QRectF, scale: Money) -> None:
        share = plot.width() / len(self._bars)
        wide = min(share * BAR_SHARE, WIDEST_BAR_PX)
        high = QFontMetricsF(self.font()).height()
        for place, bar in enumerate(self._bars):
            middle, y = plot.left() + share * (place + 0.5), plot.bottom()
            for kind, amount in bar.parts:
                tall = plot.height() * amount.paise / scale.paise
                _fill(painter, QRectF(middle - wide / 2, y - tall, wide, tall), TenderKind(kind))
                y -= tall
            painter.setPen(QColor(theme_now().text_muted))
            below = QRectF(middle - share / 2, plot.bottom() + GRID_PX, share, high)
            painter.drawText(below, Qt.AlignmentFlag.AlignHCenter, bar.label)


def scale_of(bars: tuple[Bar, ...]) -> Money:
    """The top of the plot: a round sum that no bar is above."""
    tallest = max(sum(amount.paise for _, amount in bar.parts) for bar in bars)
    rupees = max(1, -(-tallest // PAISE_PER_RUPEE))
    power = 10 ** (len(str(rupees)) - 1)
    return Money.rupees(next(step * power for step in ROUND_STEPS if step * power >= rupees))


def _fill(painter: QPainter, box: QRectF, kind: TenderKind) -> None:
    ink = QColor(getattr(theme_now(), TONES[kind]))
    painter.setPen(QPen(ink, 1))
    painter.setBrush(QBrush(ink, PATTERNS[kind]))
    painter.drawRect(box)


def _rupees(amount: Money) -> str:
    return f"₹ {indian_grouping(amount.paise // PAISE_PER_RUPEE)}"

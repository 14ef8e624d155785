"""How near a limit is: a bar, an icon and words; the bar alone tells nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import theme_now
from ui.till_words import LIMIT_WORDS, amount_of_limit, limit_text, limit_tone, word
from ui.widgets.labels import ElidedLabel, IconLabel, Label
from ui.widgets.styling import column, row

if TYPE_CHECKING:
    from counter_app.use_cases.custody_views import Limit

_BAR_PX = 8
_ICON_PX = 16
_ICONS = {"positive": "tick", "caution": "caution", "negative": "stop"}


class _Bar(QWidget):
    """Filled from the left; a line where the warning begins."""

    def __init__(self) -> None:
        super().__init__()
        self._limit: Limit | None = None
        self.setFixedHeight(_BAR_PX)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_limit(self, limit: Limit) -> None:
        self._limit = limit
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(_BAR_PX * 12, _BAR_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        limit = self._limit
        if limit is None:
            return
        theme, whole = theme_now(), QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        most = max(limit.stop or limit.word, 1)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(theme.line_strong))
        painter.setBrush(QColor(theme.sunken))
        painter.drawRoundedRect(whole, _BAR_PX / 2, _BAR_PX / 2)
        filled = QRectF(whole)
        filled.setWidth(whole.width() * min(max(limit.now, 0) / most, 1.0))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(getattr(theme, limit_tone(limit))))
        painter.drawRoundedRect(filled, _BAR_PX / 2, _BAR_PX / 2)
        at = whole.left() + whole.width() * min(limit.warn / most, 1.0)
        painter.setBrush(QColor(theme.text))
        painter.drawRect(QRectF(at - 1, whole.top(), 2, whole.height()))
        painter.end()


class LimitBar(QWidget):
    """One limit. ``tells_amount`` False keeps how much there is to itself."""

    def __init__(self) -> None:
        super().__init__()
        self._name = Label("", as_="label")
        self._amount = Label("", as_="strong")
        self._icon = IconLabel("tick", "positive", _ICON_PX)
        self._words = ElidedLabel("")
        self._bar = _Bar()
        words = row(self._icon, gap=1)
        words.addWidget(self._words, 1)
        self.setLayout(column(row(self._name, 1, self._amount), self._bar, words, gap=1))

    def show_limit(self, limit: Limit, *, tells_amount: bool) -> None:
        """What it is of, how near, and how much if that may be told."""
        tone = limit_tone(limit)
        self._name.setText(word(LIMIT_WORDS[limit.what]))
        self._amount.setText(amount_of_limit(limit, limit.now) if tells_amount else "")
        self._icon.show_icon(_ICONS[tone], tone)
        self._words.setText(limit_text(limit))
        self._bar.show_limit(limit)
        said = f"{self._name.text()} {self._amount.text()}: {self._words.text()}"
        self.setAccessibleName(" ".join(said.split()))

    @property
    def said(self) -> str:
        """What a screen reader says of it."""
        return self.accessibleName()

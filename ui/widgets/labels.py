"""Text and icons that are only looked at."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.icons import ICON_PX, picture
from ui.theme import theme_now
from ui.widgets.styling import role


class Label(QLabel):
    """A line or paragraph with a text role."""

    def __init__(self, text: str = "", *, as_: str = "body", wraps: bool = False) -> None:
        super().__init__(text)
        role(self, type=as_)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wraps)

    def show_text(self, text: str) -> None:
        """Set the text; an empty label takes no room."""
        self.setText(text)
        self.setHidden(not text)


class ElidedLabel(Label):
    """One line that ends in … when there is no room; the whole text is its tool tip."""

    def __init__(self, text: str = "", *, as_: str = "body") -> None:
        super().__init__(text, as_=as_)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def setText(self, text: str) -> None:
        """Set the whole text."""
        super().setText(text)
        self.setToolTip(text)

    def minimumSizeHint(self) -> QSize:
        """It may shrink to a few letters."""
        return QSize(self.fontMetrics().averageCharWidth() * 4, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what fits."""
        del event
        painter = QPainter(self)
        shown = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, self.contentsRect().width()
        )
        self.style().drawItemText(
            painter,
            self.contentsRect(),
            int(self.alignment()),
            self.palette(),
            self.isEnabled(),
            shown,
            self.foregroundRole(),
        )


def alt_label() -> Label:
    """What the letters on the buttons beside it are pressed with."""
    label = Label("Alt", as_="muted")
    label.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return label


def table_cell(text: str, *, as_: str = "body", is_figure: bool = False) -> Label:
    """A label in a table: figures on the right, words on the left, at the top of its row."""
    label = Label(text, as_=as_)
    side = Qt.AlignmentFlag.AlignRight if is_figure else Qt.AlignmentFlag.AlignLeft
    label.setAlignment(side | Qt.AlignmentFlag.AlignTop)
    return label


class IconLabel(QLabel):
    """An icon in a colour of the theme, repainted when the theme changes."""

    def __init__(
        self, name: str, tone: str = "text", size_px: int = ICON_PX, parent: QWidget | None = None
    ) -> None:
        """``tone`` is the name of a colour of the theme."""
        super().__init__(parent)
        self._name = name
        self._tone = tone
        self._size_px = size_px
        self.setFixedSize(size_px, size_px)
        self._paint()

    def show_icon(self, name: str, tone: str) -> None:
        """Another icon or colour."""
        if (name, tone) != (self._name, self._tone):
            self._name, self._tone = name, tone
            self._paint()

    def changeEvent(self, event: QEvent) -> None:
        """The theme changed."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._paint()

    def _paint(self) -> None:
        colour: str = getattr(theme_now(), self._tone)
        self.setPixmap(picture(self._name, colour, self._size_px, self.devicePixelRatioF()))

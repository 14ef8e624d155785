"""The customer display: a window without frame or focus on the screen that faces the consumer.

It has one look of its own, the light one, whatever the cashier's window wears, and paints itself: no style sheet
touches it. What is shown is ``customer.shown``; it comes and goes with its screen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QWidget

from resources import FONT_FAMILY
from ui.customer import PayByUpi
from ui.customer_words import ACRONYM, COUNTER, HELPLINE, SMALL, Line, lines_of
from ui.theme import LIGHT
from ui.widgets.qr_view import QrView

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from ui.customer import Customer
    from ui.screens import Screens

_BAND_PART, _FOOT_PART, _MARGIN_PART = 0.13, 0.09, 0.04
"""Heights of the band above and the foot below, and every margin, as parts of ``_unit``."""

_WIDTH_PART = 0.6
"""Of a window that is higher than wide, so much of its width counts as its height for the size of type."""

_SHRINK = 0.95
_LEAST_SHRUNK = 0.3
_WRAPPED = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)


class Placed(NamedTuple):
    """A line with its type, and where it stands in px of the window."""

    line: Line
    font: QFont
    rect: QRectF


class CustomerDisplay(QWidget):
    """Shows what ``customer`` holds on screen ``number`` while that screen is there; hidden else.

    It has no parent, so that it stays when the cashier's window is minimised: close it with that window.
    """

    def __init__(self, customer: Customer, screens: Screens, number: int) -> None:
        super().__init__(
            None,
            Qt.WindowType.Tool  # no entry in the task bar
            | Qt.WindowType.FramelessWindowHint
            | Qt.WindowType.WindowStaysOnTopHint
            | Qt.WindowType.WindowDoesNotAcceptFocus,
        )
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.BlankCursor)
        self._customer = customer
        self._screens = screens
        self._number = number
        self._counter = ""
        self.qr = QrView()
        self.qr.setParent(self)
        customer.turned.connect(self._turn)
        screens.changed.connect(self._place)
        self._turn()
        self._place()

    def name_counter(self, counter_id: str) -> None:
        """Which counter this is; empty before it is enrolled."""
        self._counter = COUNTER.format(counter_id=counter_id) if counter_id else ""
        self.setWindowTitle(f"{ACRONYM} {self._counter}".strip())
        self.update()

    def lines(self) -> tuple[Line, ...]:
        """What is said now."""
        return lines_of(self._customer.shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another screen: the QR code follows."""
        super().resizeEvent(event)
        self.qr.setGeometry(self._qr_rect())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Band, what is said, foot."""
        del event
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(LIGHT.surface))
        band, foot = self._band_rect(), self._foot_rect()
        painter.fillRect(band, QColor(LIGHT.rail))
        painter.fillRect(foot, QColor(LIGHT.sunken))
        self._write(painter, band, ACRONYM, Qt.AlignmentFlag.AlignLeft, LIGHT.on_rail, is_bold=True)
        self._write(painter, band, self._counter, Qt.AlignmentFlag.AlignRight, LIGHT.on_rail)
        self._write(painter, foot, HELPLINE, Qt.AlignmentFlag.AlignHCenter, LIGHT.text_muted)
        for line, font, rect in self.placed():
            painter.setFont(font)
            painter.setPen(QColor(getattr(LIGHT, line.ink)))
            painter.drawText(rect, _WRAPPED, line.text)

    def placed(self) -> list[Placed]:
        """Each line in its place: as large as it is meant, or all smaller until they fit the height."""
        room, lines = QRectF(self._words_rect()), self.lines()
        shrunk = 1.0
        placed = self._stacked(lines, room, shrunk)
        while placed[-1].rect.bottom() > room.bottom() and shrunk > _LEAST_SHRUNK:
            shrunk *= _SHRINK
            placed = self._stacked(lines, room, shrunk)
        down = max(0.0, (room.bottom() - placed[-1].rect.bottom()) / 2)
        return [Placed(line, font, rect.translated(0, down)) for line, font, rect in placed]

    def _stacked(self, lines: tuple[Line, ...], room: QRectF, shrunk: float) -> list[Placed]:
        """From the top, each across the whole room; a word that is wider than the room is made to fit."""
        placed, top = [], room.top()
        for line in lines:
            top += line.above * shrunk * self._unit()
            bounds = QRectF(room.left(), top, room.width(), room.height())
            size = line.size * shrunk
            font = self._font(size, is_bold=line.is_bold)
            rect = QFontMetricsF(font).boundingRect(bounds, _WRAPPED, line.text)
            if rect.width() > room.width():
                font = self._font(size * room.width() / rect.width(), is_bold=line.is_bold)
                rect = QFontMetricsF(font).boundingRect(bounds, _WRAPPED, line.text)
            placed.append(Placed(line, font, QRectF(room.left(), top, room.width(), rect.height())))
            top += rect.height()
        return placed

    def _font(self, size: float, *, is_bold: bool = False) -> QFont:
        font = QFont(FONT_FAMILY)
        font.setPixelSize(max(1, int(size * self._unit())))
        font.setWeight(QFont.Weight.DemiBold if is_bold else QFont.Weight.Normal)
        return font

    def _write(
        self,
        painter: QPainter,
        band: QRect,
        text: str,
        side: Qt.AlignmentFlag,
        colour: str,
        *,
        is_bold: bool = False,
    ) -> None:
        margin = self._margin()
        painter.setFont(self._font(SMALL, is_bold=is_bold))
        painter.setPen(QColor(colour))
        painter.drawText(
            band.adjusted(margin, 0, -margin, 0), int(side | Qt.AlignmentFlag.AlignVCenter), text
        )

    @property
    def _is_upright(self) -> bool:
        """A screen turned on its side: the code stands above the words."""
        return self.height() > self.width()

    def _unit(self) -> float:
        """What sizes are parts of: the height of the window, or of a wide one that is as wide as this."""
        return min(float(self.height()), _WIDTH_PART * self.width())

    def _margin(self) -> int:
        return round(_MARGIN_PART * self._unit())

    def _band_rect(self) -> QRect:
        return QRect(0, 0, self.width(), round(_BAND_PART * self._unit()))

    def _foot_rect(self) -> QRect:
        height = round(_FOOT_PART * self._unit())
        return QRect(0, self.height() - height, self.width(), height)

    def _body_rect(self) -> QRect:
        top = self._band_rect().bottom() + 1
        return QRect(0, top, self.width(), self._foot_rect().top() - top)

    def _qr_rect(self) -> QRect:
        """On the left, or above, without a margin: the code brings its quiet zone."""
        body = self._body_rect()
        if self._is_upright:
            side = min(body.width(), body.height() // 2)
            return QRect(body.left() + (body.width() - side) // 2, body.top(), side, side)
        side = min(body.height(), body.width() // 2)
        return QRect(body.left(), body.top() + (body.height() - side) // 2, side, side)

    def _words_rect(self) -> QRect:
        body, margin = self._body_rect(), self._margin()
        if isinstance(self._customer.shown, PayByUpi) and self._is_upright:
            body.setTop(self._qr_rect().bottom() + 1)
        elif isinstance(self._customer.shown, PayByUpi):
            body.setLeft(self._qr_rect().right() + 1)
        return body.adjusted(margin, margin, -margin, -margin)

    def _turn(self) -> None:
        shown = self._customer.shown
        said = ", ".join(line.text for line in self.lines())
        if isinstance(shown, PayByUpi):
            self.qr.show_matrix(shown.ask.matrix, "UPI QR", said)
        else:
            self.qr.forget()
        self.qr.setVisible(isinstance(shown, PayByUpi))
        self.setAccessibleName(said)
        self.update()

    def _place(self) -> None:
        screen = self._screens.numbered(self._number)
        if screen is None:
            self.hide()
            return
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        self.show()

"""What a scanner read, sorted: a bill goes to the payment, the code of a receipt to where receipts are checked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from ui.places import Place, may_go
from ui.receipt_check_screen import ReceiptCheckScreen
from ui.scanner import ScanFilter, is_receipt_code

if TYPE_CHECKING:
    from ui.workroom import Workroom


class Scans(QObject):
    """Hears every scan while the workroom is seen. ``filter`` tells them from typing."""

    def __init__(self, room: Workroom) -> None:
        super().__init__(room)
        self._room = room
        self._receipt_code = ""
        self.filter = ScanFilter(room)
        self.filter.scanned.connect(self._sort)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        self.filter.watch(app)

    def forget(self) -> None:
        """Another person sits down, or what was scanned is looked at."""
        self._receipt_code = ""

    def enter(self, screen: ReceiptCheckScreen) -> None:
        """Somebody came to where receipts are checked, perhaps with a code that was scanned elsewhere."""
        code = self._receipt_code
        self.forget()
        screen.check(code)

    def _sort(self, code: str) -> None:
        room = self._room
        if room.role is None:
            return
        if is_receipt_code(code):
            if may_go(room.role, Place.CHECK):
                self._receipt(code)
            return
        if may_go(room.role, Place.PAYMENT):
            if room.place is not Place.PAYMENT:
                room.go(Place.PAYMENT)
            room.payment.scan(code)

    def _receipt(self, code: str) -> None:
        """Looked at where receipts are checked, offered everywhere else: a payment is not left for it."""
        screen = self._room.screen_of(self._room.place)
        if isinstance(screen, ReceiptCheckScreen):
            screen.check(code)
            return
        self._receipt_code = code
        screen.notice.tell(
            "accent",
            self.tr("The code of a receipt was scanned"),
            self.tr("Ctrl+Q checks whether it is genuine. Nothing here was changed by it."),
        )

"""Locks the seat when nobody touches key or mouse, and lets the same person go on where the typing stopped."""

from __future__ import annotations

from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal

from counter_app.domain.errors import Fault, Refusal
from counter_app.domain.money import western_digits
from ui.lock_screen import LockScreen
from ui.sentences import sentence_of

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStackedWidget, QWidget

    from counter_app.domain.shift import Cashier
    from ui.seat import Seat
    from ui.workroom import Workroom

_MINUTE_MS = 60_000
AGAIN_MS = 5_000
"""How soon it is tried again when an order or a charge is under way."""

_TOUCHES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
    }
)


class IdleWatch(QObject):
    """Tells when key and mouse rested so long."""

    rested = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.limit_ms = 0
        """0: never."""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.rested)

    def begin(self, limit_ms: int) -> None:
        """Watch from now on; 0 is never."""
        self.limit_ms = limit_ms
        self.again(limit_ms)

    def again(self, after_ms: int) -> None:
        """Tell after so long, unless somebody touches something before."""
        if self.limit_ms:
            self._timer.start(after_ms)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Whatever a person does begins the rest anew; nothing is kept from anybody."""
        if self.limit_ms and event.type() in _TOUCHES:
            self._timer.start(self.limit_ms)
        return super().eventFilter(watched, event)


class SeatLock(QObject):
    """One for the window. Behind the lock all screens stay as they are."""

    given_up = Signal()
    """Somebody else signs in; what was typed behind the lock was dropped knowingly."""

    def __init__(
        self, seat: Seat, stack: QStackedWidget, workroom: Workroom, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._seat, self._stack, self._workroom = seat, stack, workroom
        self._cashier: Cashier | None = None
        self._behind: QWidget | None = None
        self._had_focus: QWidget | None = None
        self._is_asked = False
        self.screen = LockScreen()
        stack.addWidget(self.screen)
        self.watch = IdleWatch(self)
        self.watch.rested.connect(self.lock)
        self.screen.unlock_asked.connect(self._unlock)
        self.screen.other_asked.connect(self._give_up)
        app = QCoreApplication.instance()
        assert app is not None, "a window needs an application"
        app.installEventFilter(self.watch)

    @property
    def is_locked(self) -> bool:
        """Whether the seat is locked now."""
        return self._behind is not None

    def begin(self, minutes: int) -> None:
        """So many minutes without a key lock the seat; 0 is never."""
        self.watch.begin(minutes * _MINUTE_MS)

    def seat_cashier(self, cashier: Cashier | None) -> None:
        """Who is to unlock; None: nobody sits here."""
        self._cashier = cashier
        self._behind = self._had_focus = None

    def lock(self) -> None:
        """Lock, unless nobody sits here; never while an order or a charge is under way."""
        if self._cashier is None or self.is_locked:
            return
        if self._workroom.payment.is_under_way:
            self.watch.again(AGAIN_MS)
            return
        self._is_asked = False
        self._behind = self._stack.currentWidget()
        self._had_focus = self._stack.window().focusWidget()
        self._stack.setCurrentWidget(self.screen)
        self.screen.lock(self._cashier)

    def _unlock(self, pin: str) -> None:
        cashier, desk = self._cashier, self._seat.desk
        assert cashier is not None, "a locked seat is somebody's"
        self.screen.wait(is_waiting=True)
        self._seat.lanes.ledger.run(
            self,
            lambda: desk.sign_in(cashier.cashier_id, western_digits(pin)),
            then=lambda _: self._unlocked(),
            failed=self._not_unlocked,
        )

    def _unlocked(self) -> None:
        behind, had_focus = self._behind, self._had_focus
        assert behind is not None, "it was locked"
        self._behind = self._had_focus = None
        self._stack.setCurrentWidget(behind)
        if had_focus is not None and shiboken6.isValid(had_focus):
            had_focus.setFocus()
        self.watch.again(self.watch.limit_ms)

    def _not_unlocked(self, error: Exception) -> None:
        if not isinstance(error, Refusal | Fault):
            raise error
        self.screen.wait(is_waiting=False)
        sentence = sentence_of(error)
        tone = "caution" if isinstance(error, Refusal) else "negative"
        self.screen.notice.tell(tone, sentence.title, sentence.text)
        self.screen.forget()

    def _give_up(self) -> None:
        payment = self._workroom.payment
        if not (payment.is_paying or payment.held) or self._is_asked:
            self.given_up.emit()
            return
        self._is_asked = True
        is_charged = payment.form is not None and bool(payment.form.charges)
        self.screen.notice.tell(
            "caution",
            self.tr("There is an unfinished payment behind the lock"),
            self.tr(
                "Its card was charged: the charge stays on the list of open charges (Alt+Q). "
                "Press Ctrl+L again to drop the payment and sign in."
            )
            if is_charged
            else self.tr("Nothing was taken of it. Press Ctrl+L again to drop it and sign in."),
        )

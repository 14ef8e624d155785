"""Begin a shift: count the float into a drawer, or take over the one that is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from counter_app.domain.approval import ApprovalCode
from counter_app.domain.errors import Fault, Refusal, RefusalCode
from ui.language import in_language
from ui.screen import Screen
from ui.sentences import refusal_text
from ui.shift_opening import ShiftOpening
from ui.till_closing import ApprovalPage
from ui.till_words import open_shift_text
from ui.widgets.buttons import KeyButton
from ui.widgets.labels import Label
from ui.widgets.styling import column, row

if TYPE_CHECKING:
    from counter_app.domain.approval import Approval
    from counter_app.domain.money import Money
    from counter_app.domain.shift import Cashier, Shift
    from counter_app.domain.shift_close import ShiftClose
    from counter_app.use_cases.custody_views import ShiftSeen
    from ui.seat import Seat

_PAGE_PX = 940
_ASKED_TWICE = frozenset({RefusalCode.CLOCK_BEHIND, RefusalCode.TAKE_OVER_DIFFERS})
_LOOK_ANEW = frozenset({RefusalCode.DRAWER_IN_USE, RefusalCode.TAKE_OVER_GONE})


class ShiftScreen(Screen):
    """Whose float, which drawer, how much; Enter opens. What is unusual is asked in words first."""

    opened = Signal(object)
    """Shift"""

    skipped = Signal()
    """Work on without a shift."""

    left = Signal()

    def __init__(self, seat: Seat) -> None:
        super().__init__(seat, is_narrow=True)
        self._is_waiting = False
        self._cashier: Cashier | None = None
        self._shifts: tuple[ShiftSeen, ...] = ()
        self._asked: RefusalCode | None = None
        self._is_clock_confirmed = False
        self._approval: Approval | None = None
        self._title = Label("", as_="title", wraps=True)
        self._text = Label("", as_="muted", wraps=True)
        self._open_shifts = Label("", wraps=True)
        self.opening = ShiftOpening()
        self.approval = ApprovalPage(seat)
        self.open_button = KeyButton(self._open, icon_name="shift", kind="primary", hint="Enter")
        self.way_button = KeyButton(self._other_way, key="Alt+S", icon_name="cash")
        self._skip_button = KeyButton(self._skip, key="Alt+W", icon_name="receipt", kind="quiet")
        self._leave_button = KeyButton(
            self.left.emit, key="Escape", hint="Esc", icon_name="sign_out", kind="quiet"
        )
        self._pages = QStackedWidget()
        self._pages.addWidget(self._page())
        self._pages.addWidget(self.approval)
        middle = QWidget()
        inside = column(self._title, self._text, self._open_shifts, self.notice, gap=2)
        inside.addWidget(self._pages, 1)
        middle.setLayout(inside)
        middle.setMaximumWidth(_PAGE_PX)
        layout = row(1, gap=0, margins=(4, 4, 4, 4))
        layout.addWidget(middle, 20)
        layout.addStretch(1)
        self.setLayout(layout)
        self.opening.typed.connect(self._typed)
        self.opening.entered.connect(self._open)
        panel = self.approval.panel
        panel.approved.connect(self._approved)
        panel.left.connect(self._not_approved)
        panel.faulted.connect(self._not_opened)
        for part in (self.opening, panel):
            part.card_number_refused.connect(
                lambda: self.tell(Refusal(RefusalCode.CARD_NUMBER_IN_TEXT))
            )
        self.retranslate()

    def _page(self) -> QWidget:
        page = QWidget()
        buttons = row(
            self._leave_button, self._skip_button, 1, self.way_button, self.open_button, gap=2
        )
        layout = column(gap=2)
        layout.addWidget(self.opening)
        layout.addLayout(buttons)
        layout.addStretch(1)
        page.setLayout(layout)
        return page

    def seat_cashier(self, cashier: Cashier) -> None:
        """Who opens it."""
        self._cashier = cashier
        self._shifts = ()
        self._hush()
        self.opening.clear()
        self._forget_answers()
        self._pages.setCurrentIndex(0)
        self._wait(is_waiting=False)
        self.retranslate()
        self._load()

    def enter(self) -> None:
        """Type the float."""
        self.opening.take_keys()

    def retranslate(self) -> None:
        """Put every word in the language spoken."""
        self.setAccessibleName(self.tr("Open shift"))
        name = in_language(self._cashier.name_en, self._cashier.name_hi) if self._cashier else ""
        self._title.setText(self.tr("Welcome, {name}").format(name=name))
        self._text.setText(
            self.tr("Count the cash in the drawer before the first consumer. Say 0 for none.")
        )
        self._open_shifts.show_text(
            "\n".join(open_shift_text(seen, self.seat.now()) for seen in self._shifts)
        )
        self.opening.retranslate()
        self.open_button.say(self.tr("Open shift"))
        self.way_button.say(
            self.tr("Count notes and coins") if self.opening.is_by_sum else self.tr("Type the sum")
        )
        self._skip_button.say(self.tr("Without a shift"), self.tr("Work on without a shift"))
        self._leave_button.say(self.tr("Sign out"))
        self.approval.panel.retranslate()

    def _load(self) -> None:
        desk, cashier = self.seat.desk, self._cashier

        def work() -> tuple[tuple[ShiftSeen, ...], tuple[ShiftClose, ...], int, tuple[Money, ...]]:
            accepted = desk.rules_today().accepted_denominations()
            return desk.open_shifts(), desk.floats_left(), desk.drawers(), accepted

        def then(
            found: tuple[tuple[ShiftSeen, ...], tuple[ShiftClose, ...], int, tuple[Money, ...]],
        ) -> None:
            if cashier is self._cashier:
                self._loaded(*found)

        self.ask(self.seat.lanes.ledger, work, then)

    def _loaded(
        self,
        shifts: tuple[ShiftSeen, ...],
        floats: tuple[ShiftClose, ...],
        drawers: int,
        accepted: tuple[Money, ...],
    ) -> None:
        self._shifts = shifts
        taken = {seen.shift.drawer_no for seen in shifts}
        free = tuple(no for no in range(1, drawers + 1) if no not in taken)
        self.opening.grid.accept(accepted)
        self.opening.offer(floats, free)
        self.retranslate()
        if self.isVisible() and self.opening.is_untouched:
            self.opening.take_keys()  # what is accepted was not known before

    def _open(self) -> None:
        cashier, opening = self._cashier, self.opening.form.opening
        if cashier is None or self._is_waiting or self.opening.complain() or opening is None:
            return
        taken_over = self.opening.taken_over
        if self._asked is RefusalCode.TAKE_OVER_DIFFERS and taken_over is not None:
            if self._approval is None:
                self._ask_approval(cashier, taken_over)
                return
        elif self._asked is RefusalCode.CLOCK_BEHIND:
            self._is_clock_confirmed = True
        self._hush()
        self._wait(is_waiting=True)
        open_shift, drawer_no = self.seat.desk.open_shift, self.opening.drawer_no
        approval, is_confirmed = self._approval, self._is_clock_confirmed
        self.ask(
            self.seat.lanes.ledger,
            lambda: open_shift(
                cashier.cashier_id,
                opening,
                drawer_no=drawer_no,
                taken_over_from=taken_over.shift_id if taken_over else None,
                approval=approval,
                is_clock_confirmed=is_confirmed,
            ),
            self._opened,
            self._not_opened,
        )

    def _opened(self, shift: Shift) -> None:
        self._wait(is_waiting=False)
        self._forget_answers()
        self.opened.emit(shift)

    def _not_opened(self, error: Refusal | Fault) -> None:
        self._pages.setCurrentIndex(0)
        self._wait(is_waiting=False)
        self._approval = None
        self._asked = None
        if isinstance(error, Refusal) and error.code in _ASKED_TWICE:
            self._asked = error.code
            self.notice.tell("caution", refusal_text(error), self._answer(error))
            self._text.setHidden(True)  # a low window has no room for both
        else:
            self.tell(error)
            if error.code in _LOOK_ANEW:
                self._load()
        self.opening.take_keys()

    def _answer(self, error: Refusal) -> str:
        if error.code is RefusalCode.CLOCK_BEHIND:
            return self.tr("Is the date of this computer right? Then press Enter again.")
        return self.tr("Count again, or press Enter again: a second person may approve it.")

    def _ask_approval(self, cashier: Cashier, taken_over: ShiftClose) -> None:
        counted = self.opening.form.total
        assert counted is not None, "it was read before"
        left = taken_over.parted.float_left
        self._hush()
        self._pages.setCurrentWidget(self.approval)
        self.approval.panel.ask(
            ApprovalCode.TAKE_OVER_DIFFERS,
            str(taken_over.shift_id),
            max(counted - left, left - counted),
            cashier.cashier_id,
            named=str(taken_over.shift_no),
        )

    def _approved(self, approval: Approval) -> None:
        self._approval = approval
        self._pages.setCurrentIndex(0)
        self._open()

    def _not_approved(self) -> None:
        self.approval.panel.forget()
        self._pages.setCurrentIndex(0)
        self._forget_answers()
        self.opening.take_keys()

    def _typed(self) -> None:
        """What was asked or approved was of what stood there before."""
        self._forget_answers()
        self._hush()

    def _hush(self) -> None:
        self.notice.hush()
        self._text.setHidden(False)

    def _forget_answers(self) -> None:
        self._asked, self._approval, self._is_clock_confirmed = None, None, False

    def _other_way(self) -> None:
        self.opening.by_sum(is_by_sum=not self.opening.is_by_sum)
        self._typed()
        self.retranslate()
        self.opening.take_keys()

    def _skip(self) -> None:
        if not self._is_waiting:
            self.skipped.emit()

    def _wait(self, *, is_waiting: bool) -> None:
        self._is_waiting = is_waiting
        self.opening.wait(is_waiting=is_waiting)

"""The shift at a glance: whose it is, what was taken, how near the limits are, what moved, and what can be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QStackedWidget, QWidget

from counter_app.domain.shift import ShiftState
from counter_app.domain.shift_close import NOTHING_IN_HAND
from counter_app.domain.tender import TenderKind
from counter_app.use_cases.custody_views import LimitOf
from ui.theme import GRID_PX
from ui.till_moves import TillMoves
from ui.till_words import STATE_WORDS, name_of, word
from ui.widgets.buttons import KeyButton
from ui.widgets.empty import EmptyState
from ui.widgets.labels import ElidedLabel, IconLabel, Label
from ui.widgets.limit_bar import LimitBar
from ui.widgets.styling import column, framed, role, row
from ui.words import rupees, short_moment_text, tender_word

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from counter_app.use_cases.custody_views import TillView

ACTS = ("drop", "cash_in", "cash_out", "drawer", "pause", "report", "others", "close")
_KEYS = {
    "drop": ("Alt+D", "cash"), "cash_in": ("Alt+I", "cash"), "cash_out": ("Alt+O", "cash"),
    "drawer": ("Alt+N", "outbox"), "pause": ("Alt+S", "pending"), "report": ("Alt+R", "report"),
    "others": ("Alt+T", "shift"), "close": ("Alt+C", "tick"),
}  # fmt: skip
_A_ROW = 4


class TillGlance(QWidget):
    """Shows a view of the till and tells which act is asked for."""

    asked = Signal(str)
    """One of ``ACTS``."""

    open_asked = Signal()
    """A shift is to be opened."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._now = now
        self.view: TillView | None = None
        self._others = 0
        self._is_known = False
        self._is_cash_shown = False
        self._title = Label("", as_="title")
        self._subtitle = ElidedLabel("", as_="muted")
        self._state = Label("", as_="strong")
        self._state_icon = IconLabel("shift", "positive")
        self._taken = {
            kind: (Label("", as_="label"), Label("", as_="strong")) for kind in TenderKind
        }
        self._numbers = Label("", as_="muted")
        self.cash_button = KeyButton(self._turn_cash, key="Alt+E", icon_name="find", kind="quiet")
        self.limits = {what: LimitBar() for what in LimitOf}
        self.moves = TillMoves()
        self.table = self.moves.table
        self._no_shift = EmptyState("shift")
        self.open_button = KeyButton(
            self.open_asked.emit, icon_name="shift", kind="primary", key="Alt+S"
        )
        self.buttons = {
            name: KeyButton(
                self._asker(name),
                key=_KEYS[name][0],
                icon_name=_KEYS[name][1],
                kind="primary" if name == "close" else "plain",
            )
            for name in ACTS
        }
        self._pages = QStackedWidget()
        self._pages.addWidget(self._of_shift())
        self._pages.addWidget(self._without())
        head = row(gap=2)
        head.addLayout(column(self._title, self._subtitle, gap=0), 1)
        head.addWidget(self._state_icon)
        head.addWidget(self._state)
        layout = column(head, gap=2)
        layout.addWidget(self._pages, 1)
        layout.addLayout(self._acts())
        self.setLayout(layout)
        self.retranslate()

    def _of_shift(self) -> QWidget:
        page = QWidget()
        body = row(gap=3)
        body.addWidget(self._figures(), 4)
        body.addWidget(self.moves, 5)
        page.setLayout(body)
        return page

    def _figures(self) -> QFrame:
        grid = QGridLayout()
        grid.setHorizontalSpacing(4 * GRID_PX)
        grid.setVerticalSpacing(0)
        for place, (name, figure) in enumerate(self._taken.values()):
            figure.setAlignment(Qt.AlignmentFlag.AlignRight)
            grid.addWidget(name, place, 0)
            grid.addWidget(figure, place, 1)
        layout = column(self._numbers, gap=2, margins=(4, 3, 4, 3))
        layout.addLayout(grid)
        layout.addWidget(self.cash_button)
        layout.addStretch(1)
        for bar in self.limits.values():
            layout.addWidget(bar)
        return framed(layout, ground="card")

    def _without(self) -> QWidget:
        page = QWidget()
        page.setLayout(column(1, self._no_shift, row(1, self.open_button, 1), 2))
        return page

    def _acts(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(2 * GRID_PX)
        for place, button in enumerate(self.buttons.values()):
            grid.addWidget(button, place // _A_ROW, place % _A_ROW)
        for place in range(_A_ROW):
            grid.setColumnStretch(place, 1)
        return grid

    @property
    def is_cash_shown(self) -> bool:
        """Whether the cash that should be in the drawer is told."""
        return self._is_cash_shown

    def show_view(self, view: TillView | None, others: int) -> None:
        """The own shift, None without one; how many other shifts are open."""
        if view is None or self.view is None or view.seen.shift != self.view.seen.shift:
            self._is_cash_shown = False
        self.view, self._others, self._is_known = view, others, True
        self.retranslate()

    def forget(self) -> None:
        """Somebody else sits here: what there is, the books have still to say."""
        self.view, self._others, self._is_known = None, 0, False
        self.retranslate()

    def hide_cash(self) -> None:
        """A new visit: what should be in the drawer is told only when asked."""
        self._is_cash_shown = False

    def take_keys(self) -> None:
        """Where the keys go first: with a shift nothing that acts on a stray Enter."""
        if self.view is None:
            self.open_button.setFocus()
        elif self.moves.currentWidget() is self.table:
            self.table.setFocus()
        else:
            self.cash_button.setFocus()

    def retranslate(self) -> None:
        """Put every word in the language spoken."""
        view = self.view
        self._no_shift.say(
            self.tr("You have no open shift"),
            self.tr("Open one to take payments. What was taken before stays in its own shift."),
        )
        self.open_button.say(self.tr("Open a shift"))
        self.cash_button.say(
            self.tr("Hide the cash") if self._is_cash_shown else self.tr("Show the cash")
        )
        self.open_button.setEnabled(self._is_known)
        self.moves.retranslate()
        self._say_acts(view)
        self._pages.setCurrentIndex(0 if view is not None else 1)
        for part in (self._state, self._state_icon):
            part.setHidden(view is None)
        if view is None:
            self._title.setText(self.tr("Till"))
            self._subtitle.setText("")
            return
        self._say_shift(view)
        self._say_figures(view)
        self.moves.show_view(view)

    def _say_acts(self, view: TillView | None) -> None:
        is_suspended = view is not None and view.seen.state is ShiftState.SUSPENDED
        words = {
            "drop": self.tr("Give cash up"),
            "cash_in": self.tr("Cash in"),
            "cash_out": self.tr("Cash out"),
            "drawer": self.tr("Open drawer"),
            "pause": self.tr("Go on") if is_suspended else self.tr("Suspend"),
            "report": self.tr("X report"),
            "others": self.tr("Other shifts {count}").format(count=self._others or ""),
            "close": self.tr("Close shift"),
        }
        for name, button in self.buttons.items():
            button.say(words[name].strip())
            needs_open = name in {"drop", "cash_in", "cash_out"}
            button.setHidden(view is None and name != "others")
            button.setEnabled(not (needs_open and is_suspended))
        self.buttons["others"].setEnabled(bool(self._others))

    def _say_shift(self, view: TillView) -> None:
        shift, is_open = view.seen.shift, view.seen.state is ShiftState.OPEN
        self._title.setText(
            self.tr("Shift {number} of {name}").format(
                number=shift.shift_no, name=name_of(view.seen)
            )
        )
        said = self.tr("Since {moment} · drawer {drawer} · float {amount}").format(
            moment=short_moment_text(shift.opened_at, self._now()),
            drawer=shift.drawer_no,
            amount=rupees(view.standing.float_out),
        )
        self._subtitle.setText(said)
        self._state.setText(word(STATE_WORDS[view.seen.state]))
        tone = "positive" if is_open else "caution"
        role(self._state, ink=tone)
        self._state_icon.show_icon("tick" if is_open else "pending", tone)

    def _say_figures(self, view: TillView) -> None:
        receipts = view.receipts
        numbers = self.tr("No receipt yet")
        if receipts.count:
            numbers = self.tr("Receipts: {count}, {first} to {last}").format(
                count=receipts.count,
                first=receipts.first_no.rpartition("/")[2],
                last=receipts.last_no.rpartition("/")[2],
            )
        self._numbers.setText(numbers)
        for kind, (name, figure) in self._taken.items():
            held = view.standing.expected.get(kind, NOTHING_IN_HAND)
            if kind is TenderKind.CASH:
                name.setText(self.tr("Cash that should be there"))
                figure.setText(rupees(held.amount) if self._is_cash_shown else "••••")
                spoken = rupees(held.amount) if self._is_cash_shown else self.tr("hidden")
                figure.setAccessibleName(f"{name.text()} {spoken}")
                continue
            name.setText(f"{tender_word(kind)}: {held.pieces}")
            figure.setText(rupees(held.amount))
        known = {limit.what: limit for limit in view.limits}
        for what, bar in self.limits.items():
            bar.setHidden(what not in known)
            if what in known:
                is_told = self._is_cash_shown or what is not LimitOf.DRAWER
                bar.show_limit(known[what], tells_amount=is_told)

    def _asker(self, name: str) -> Callable[[], None]:
        return lambda: self.asked.emit(name)

    def _turn_cash(self) -> None:
        self._is_cash_shown = not self._is_cash_shown
        self.retranslate()

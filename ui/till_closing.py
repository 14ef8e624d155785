"""A close from the first note counted to the Z report: count, reveal, a second person where needed, done.

Until the last Enter nothing is written. A close that is refused keeps count and reason.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from counter_app.domain.errors import Fault, Refusal, RefusalCode
from ui.approval_panel import ApprovalPanel
from ui.close_count import CloseCount
from ui.close_done import CloseDone
from ui.close_form import CloseForm
from ui.close_reveal import CloseReveal
from ui.till_words import name_of
from ui.widgets.styling import column

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from uuid import UUID

    from counter_app.domain.approval import Approval
    from counter_app.domain.identity import CashierId
    from counter_app.domain.money import Money
    from counter_app.domain.shift_close import ShiftClose
    from counter_app.use_cases.custody_views import CloseWeighed, ShiftSeen
    from ui.seat import Seat

Answer = TypeVar("Answer")

_COUNT_ANEW = frozenset({RefusalCode.SHIFT_CHANGED})
_ENDED = frozenset({RefusalCode.SHIFT_CLOSED, RefusalCode.SHIFT_UNKNOWN})


class ApprovalPage(QWidget):
    """The panel of a second person, and Esc on it."""

    def __init__(self, seat: Seat) -> None:
        super().__init__()
        self.panel = ApprovalPanel(seat)
        layout = column()
        layout.addWidget(self.panel, 1)
        self.setLayout(layout)
        QShortcut(QKeySequence("Escape"), self).activated.connect(self.panel.left)


class Closing(QStackedWidget):
    """Four pages. It asks the desk on the ledger lane and holds what was counted."""

    closed = Signal(object)
    """ShiftClose"""

    left = Signal()
    """Nothing was written."""

    refused = Signal(object)
    """Refusal: the shift is not there any more to be closed."""

    handed_over = Signal()
    z_asked = Signal(object, bool)
    """ShiftClose, whether it is printed or saved."""

    card_number_refused = Signal()

    def __init__(self, seat: Seat) -> None:
        super().__init__()
        self._seat = seat
        self._seen: ShiftSeen | None = None
        self._by: CashierId | None = None
        self._form = CloseForm()
        self._seen_counts: dict[UUID, int] = {}
        """How often the expected sums of a shift were shown: leaving and counting anew is no blind count."""
        self._reason = ""
        self.counting, self.reveal = CloseCount(), CloseReveal()
        self.approval = ApprovalPage(seat)
        self.done = CloseDone()
        for page in (self.counting, self.reveal, self.approval, self.done):
            self.addWidget(page)
        self.counting.left.connect(self.left)
        self.counting.counted.connect(self._weigh)
        self.reveal.left.connect(self.left)
        self.reveal.again_asked.connect(self._count_again)
        self.reveal.confirmed.connect(self._confirmed)
        panel = self.approval.panel
        panel.approved.connect(self._close)
        panel.left.connect(self._not_approved)
        panel.faulted.connect(self._faulted)
        self.done.handed_over.connect(self.handed_over)
        self.done.stayed.connect(self.left)
        self.done.print_asked.connect(lambda: self._ask_for_z(is_printed=True))
        self.done.save_asked.connect(lambda: self._ask_for_z(is_printed=False))
        for part in (self.counting, self.reveal, panel):
            part.card_number_refused.connect(self.card_number_refused)

    @property
    def is_under_way(self) -> bool:
        """Whether something was counted that is not closed yet."""
        return self._seen is not None and self.currentWidget() is not self.done

    def begin(self, seen: ShiftSeen, by: CashierId, accepted: Iterable[Money]) -> None:
        """Close this shift; ``by`` is its cashier, or a supervisor for one who is not here."""
        self._seen, self._by = seen, by
        self._form, self._reason = CloseForm(), ""
        self.reveal.forget()
        self.counting.name_shift(seen.shift.shift_no, name_of(seen))
        self.counting.accept(accepted)
        self.counting.begin(CloseForm())
        self.setCurrentWidget(self.counting)
        self.counting.grid.take_keys()

    def forget(self) -> None:
        """Somebody else sits here, or it was left."""
        self._seen = None
        self._form = CloseForm()
        self.approval.panel.forget()

    def take_keys(self) -> None:
        """Back at the page where the cashier was."""
        page = self.currentWidget()
        if page is self.counting:
            self.counting.grid.take_keys()
        elif page is self.reveal:
            self.reveal.take_keys()

    def retranslate(self) -> None:
        """Put every word in the language spoken."""
        if self._seen is not None:
            self.counting.name_shift(self._seen.shift.shift_no, name_of(self._seen))
        for page in (self.counting, self.reveal, self.approval.panel, self.done):
            page.retranslate()

    def _weigh(self, form: CloseForm) -> None:
        seen, by, counted = self._seen, self._by, form.counted
        assert seen is not None, "a shift is being closed"
        assert counted is not None, "the page asks only when nothing is missing"
        self._form = form
        weigh, shift_id = self._seat.desk.weigh_close, seen.shift.shift_id

        def then(weighed: CloseWeighed) -> None:
            if self._seen is not seen:
                return
            self.counting.wait(is_waiting=False)
            self._seen_counts[shift_id] = self._seen_counts.get(shift_id, 0) + 1
            self.setCurrentWidget(self.reveal)
            self.reveal.show_weighed(weighed, self._seen_counts[shift_id])

        self._ask(lambda: weigh(shift_id, counted, by), then, self._not_weighed)

    def _not_weighed(self, error: Refusal | Fault) -> None:
        self.counting.wait(is_waiting=False)
        if error.code in _ENDED:
            self.refused.emit(error)
            return
        self.counting.tell(error, "negative" if isinstance(error, Fault) else "caution")

    def _count_again(self) -> None:
        self.counting.begin(self._form)
        self.setCurrentWidget(self.counting)
        self.counting.grid.take_keys()

    def _confirmed(self, reason: str) -> None:
        weighed, by = self.reveal.weighed, self._by
        assert weighed is not None, "it was weighed"
        assert by is not None, "somebody closes"
        self._reason = reason
        if weighed.approval is None:
            self._close(None)
            return
        self.setCurrentWidget(self.approval)
        self.approval.panel.ask(
            weighed.approval,
            weighed.about,
            weighed.amount,
            by,
            named=str(weighed.shift.shift_no),
        )

    def _not_approved(self) -> None:
        self.approval.panel.forget()
        self.reveal.wait(is_waiting=False)
        self.setCurrentWidget(self.reveal)
        self.reveal.take_keys()

    def _faulted(self, fault: Fault) -> None:
        self._not_approved()
        self.reveal.refuse(fault)

    def _close(self, approval: Approval | None) -> None:
        seen, by, weighed, counted = self._seen, self._by, self.reveal.weighed, self._form.counted
        assert seen is not None, "a shift is being closed"
        assert by is not None, "somebody closes it"
        assert counted is not None, "it was counted"
        self.setCurrentWidget(self.reveal)
        self.reveal.wait(is_waiting=True)
        close, reason = self._seat.desk.close_shift, self._reason
        counts = self._seen_counts[seen.shift.shift_id]

        def then(made: ShiftClose) -> None:
            self.reveal.wait(is_waiting=False)
            self.closed.emit(made)
            if self._seen is seen:
                self.setCurrentWidget(self.done)
                self.done.show_close(made)

        self._ask(
            lambda: close(seen.shift.shift_id, counted, reason, by, approval, counts, weighed),
            then,
            self._not_closed,
        )

    def _not_closed(self, error: Refusal | Fault) -> None:
        """Something was taken meanwhile, a charge is open: the count is kept."""
        if error.code in _ENDED:
            self.reveal.wait(is_waiting=False)
            self.refused.emit(error)
        elif error.code in _COUNT_ANEW:
            self.reveal.wait(is_waiting=False)
            self._count_again()
            self.counting.tell(error)
        else:
            self.reveal.refuse(error)

    def _ask(
        self,
        work: Callable[[], Answer],
        then: Callable[[Answer], None],
        failed: Callable[[Refusal | Fault], None],
    ) -> None:
        def sort_out(error: Exception) -> None:
            if not isinstance(error, Refusal | Fault):
                raise error
            failed(error)

        self._seat.lanes.ledger.run(self, work, then=then, failed=sort_out)

    def _ask_for_z(self, *, is_printed: bool) -> None:
        if self.done.close_made is not None:
            self.z_asked.emit(self.done.close_made, is_printed)

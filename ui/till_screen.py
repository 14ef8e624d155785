"""The till (Ctrl+T): the open shift at a glance, and all that is done to its drawer beside payments, to the close."""

from __future__ import annotations

from typing import TYPE_CHECKING

from counter_app.domain.errors import Fault, Refusal, RefusalCode
from counter_app.domain.people import Act, may
from counter_app.domain.shift import ShiftState
from ui.changes import Change
from ui.sentences import print_reason_text, sentence_of
from ui.till_acts import NEWS, is_drawer_open
from ui.till_stage import TillStage
from ui.till_words import WHY_WORDS, word
from ui.words import rupees

if TYPE_CHECKING:
    from collections.abc import Callable

    from counter_app.domain.approval import ApprovalCode
    from counter_app.domain.cash_move import CashMove
    from counter_app.domain.money import Money
    from counter_app.domain.receipt import PrintOutcome
    from counter_app.domain.shift import Cashier, Pause
    from counter_app.domain.shift_close import ShiftClose
    from counter_app.use_cases.custody_views import ShiftSeen, TillView
    from ui.seat import Seat

_HEARD = frozenset({Change.TILL, Change.OUTBOX, Change.SERVER})
Seen = tuple["TillView | None", tuple["ShiftSeen", ...], tuple["Money", ...]]


class TillScreen(TillStage):
    """Shows the shift as it is now, and does what the pages ask for."""

    def __init__(self, seat: Seat, cashier_now: Callable[[], Cashier | None]) -> None:
        """``cashier_now`` tells who sits here."""
        super().__init__(seat)
        self._cashier_now = cashier_now
        self._accepted: tuple[Money, ...] = ()
        self._others: tuple[ShiftSeen, ...] = ()
        self._leaves_after = False
        self._wanted = ""
        self._connect()
        seat.changes.changed.connect(self._heard)
        self.retranslate()

    def _connect(self) -> None:
        self.glance.asked.connect(self._begin)
        self.glance.open_asked.connect(self.open_asked)
        for page in (*self._acting, self.closing, self.leaving):
            page.left.connect(self.show_glance)
        self.leaving.left.connect(self.stayed)
        self.dropping.dropped.connect(self._drop)
        self.moving.ordered.connect(self._pay)
        self.opening.ordered.connect(self._open_drawer)
        self.others.close_asked.connect(self._close)
        self.acts.moved.connect(self._moved)
        self.acts.opened.connect(self._opened)
        self.acts.paused.connect(self._paused)
        self.acts.refused.connect(self._refused)
        self.acts.approval_asked.connect(self._ask_approval)
        self.approval.panel.approved.connect(self._approved)
        self.approval.panel.left.connect(self._not_approved)
        self.approval.panel.faulted.connect(self._refused)
        self.closing.closed.connect(self._closed)
        self.closing.refused.connect(self._close_refused)
        self.closing.handed_over.connect(self.sign_out_asked)
        self.closing.z_asked.connect(self._ask_for_z)
        self.paper.told.connect(self.closing.done.notice.tell)
        self.leaving.stayed_open.connect(self.sign_out_asked)
        self.leaving.suspended.connect(self._suspend_and_leave)
        self.leaving.closed.connect(self._close_and_leave)

    def enter(self) -> None:
        """Show the shift as it is now; what was half typed is found as it was left."""
        self.notice.hush()
        self.glance.hide_cash()
        if self.page is self.leaving:
            self.pages.setCurrentWidget(self.glance)
        self._take_keys()
        self._load()

    def seat_cashier(self) -> None:
        """Somebody else sits here: nothing typed is left."""
        self._leaves_after = False
        self._wanted = ""
        self.acts.forget()
        self.closing.forget()
        self.glance.forget()
        self.pages.setCurrentWidget(self.glance)

    def ask_to_leave(self, shift_no: int, *, is_suspended: bool, reminder: str = "") -> None:
        """Somebody signs out with a shift open: leave it open, suspend or close it."""
        self.leaving.begin(shift_no, is_suspended=is_suspended, reminder=reminder)
        self.pages.setCurrentWidget(self.leaving)
        self.leaving.take_keys()

    def show_glance(self) -> None:
        """Back to the shift."""
        self._leaves_after = False
        self._wanted = ""
        self.acts.forget()
        self.closing.forget()
        self.pages.setCurrentWidget(self.glance)
        self.glance.take_keys()
        self._load()

    def _heard(self, changes: frozenset[Change]) -> None:
        if self.isVisible() and changes & _HEARD:
            self._load()

    def _load(self) -> None:
        cashier, desk = self._cashier_now(), self.seat.desk
        if cashier is None:
            return

        def work() -> Seen:
            view: TillView | None = None
            try:
                view = desk.view_till(cashier.cashier_id)
            except Refusal as refusal:
                if refusal.code is not RefusalCode.SHIFT_NOT_OPEN:
                    raise
            return view, desk.open_shifts(), desk.rules_today().accepted_denominations()

        self.ask(self.seat.lanes.ledger, work, self._loaded)

    def _loaded(self, seen: Seen) -> None:
        view, shifts, self._accepted = seen
        own = view.seen.shift.shift_id if view else None
        is_other = (view is None) != (self.glance.view is None)
        self._others = tuple(one for one in shifts if one.shift.shift_id != own)
        self.glance.show_view(view, len(self._others))
        wanted, self._wanted = self._wanted, ""
        if wanted and view is not None:
            self._begin(wanted)
        elif self.page is self.glance and (
            is_other or not self.glance.isAncestorOf(self.focusWidget())
        ):
            self._take_keys()

    def _begin(self, act: str) -> None:
        view, cashier = self.glance.view, self._cashier_now()
        if cashier is None or (view is None and act != "others"):
            return
        self.notice.hush()
        if act == "drop":
            self.dropping.grid.accept(self._accepted)
            self.pages.setCurrentWidget(self.dropping)
            self.dropping.begin()
        elif act in {"cash_in", "cash_out"}:
            self.pages.setCurrentWidget(self.moving)
            self.moving.begin(is_in=act == "cash_in")
        elif act == "drawer":
            self.pages.setCurrentWidget(self.opening)
            self.opening.begin()
        elif act == "others":
            self.pages.setCurrentWidget(self.others)
            self.others.begin(self._others, may_close=may(cashier.role, Act.RECEIVE_CASH))
        elif view is not None and act == "report":
            self.x_asked.emit(view.seen.shift.shift_no)
        elif view is not None and act == "pause":
            is_resumed = view.seen.state is ShiftState.SUSPENDED
            self.acts.pause(cashier.cashier_id, is_resumed=is_resumed)
        elif view is not None:
            self._close(view.seen)

    def _suspend_and_leave(self) -> None:
        self._leaves_after = True
        self._begin_when_known("pause")

    def _close_and_leave(self) -> None:
        self.stayed.emit()
        self._begin_when_known("close")

    def _begin_when_known(self, act: str) -> None:
        """At once, or as soon as the books have told of the shift."""
        if self.glance.view is None:
            self._wanted = act
        else:
            self._begin(act)

    def _close(self, seen: ShiftSeen) -> None:
        cashier = self._cashier_now()
        if cashier is not None:
            self.pages.setCurrentWidget(self.closing)
            self.closing.begin(seen, cashier.cashier_id, self._accepted)

    def _drop(self, *order: object) -> None:
        cashier = self._cashier_now()
        if cashier is not None:
            self.acts.drop(cashier.cashier_id, *order)  # type: ignore[arg-type]  # as the signal says

    def _pay(self, *order: object) -> None:
        if self.glance.view is not None:
            self.acts.pay(self.glance.view.seen.shift, *order)  # type: ignore[arg-type]  # as the signal says

    def _open_drawer(self, *order: object) -> None:
        cashier = self._cashier_now()
        if cashier is not None:
            self.acts.open_drawer(cashier.cashier_id, *order)  # type: ignore[arg-type]  # as the signal says

    def _ask_approval(self, code: ApprovalCode, about: str, amount: Money) -> None:
        view, cashier = self.glance.view, self._cashier_now()
        if view is not None and cashier is not None:
            self.pages.setCurrentWidget(self.approval)
            self.approval.panel.ask(
                code, about, amount, cashier.cashier_id, named=str(view.seen.shift.shift_no)
            )

    def _approved(self, approval: object) -> None:
        self.pages.setCurrentWidget(self.moving)
        self.acts.approve(approval)  # type: ignore[arg-type]  # as the signal says

    def _not_approved(self) -> None:
        self.approval.panel.forget()
        self.acts.forget()
        self.pages.setCurrentWidget(self.moving)
        self.moving.wait(is_waiting=False)
        self.moving.take_keys()

    def _moved(self, move: CashMove) -> None:
        words = f"{word(WHY_WORDS[move.why])}: {rupees(move.amount)}"
        self._end(words, self.tr("It is written and told to the centre."))

    def _opened(self, outcome: PrintOutcome | Fault) -> None:
        title = self.tr("The opening of the drawer is noted")
        if is_drawer_open(outcome):
            self._end(title, self.tr("The drawer opens now."))
            return
        why = (
            sentence_of(outcome).title
            if isinstance(outcome, Fault)
            else print_reason_text(outcome.reason)
        )
        self._end(
            title,
            self.tr("It did not open by itself: {why}. Open it with its key.").format(why=why),
            tone="caution",
        )

    def _paused(self, pause: Pause) -> None:
        if self._leaves_after:
            self._leaves_after = False
            self.sign_out_asked.emit()
            return
        if pause.state is ShiftState.SUSPENDED:
            self._end(
                self.tr("The shift is suspended"),
                self.tr("Lock the drawer away. No payment is taken until you go on (Alt+S)."),
            )
        else:
            self._end(self.tr("The shift goes on"), self.tr("Payments are taken again."))

    def _end(self, title: str, text: str, *, tone: str = "positive") -> None:
        self.show_glance()
        self.notice.tell(tone, title, text)

    def _refused(self, error: Refusal | Fault) -> None:
        self._leaves_after = False
        page = self.page
        if page is self.approval:
            self._not_approved()
            page = self.moving
        if page is self.dropping:
            self.dropping.refuse(error)
        elif page is self.moving:
            self.moving.refuse(error)
        elif page is self.opening:
            self.opening.refuse(error)
        else:
            self.show_glance()
            self.tell(error)

    def _closed(self, close: ShiftClose) -> None:
        del close
        self.seat.changes.announce(*NEWS)
        self._load()

    def _ask_for_z(self, close: ShiftClose, is_printed: bool) -> None:
        cashier = self._cashier_now()
        if cashier is not None:
            self.paper.ask(close, cashier.cashier_id, is_printed=is_printed)

    def _close_refused(self, error: Refusal) -> None:
        self.show_glance()
        self.tell(error)

"""To check: what the centre did otherwise than a receipt says, worked through by a supervisor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from counter_app.domain.errors import Refusal, RefusalCode
from counter_app.domain.identity import CashierId
from counter_app.domain.money import western_digits
from ui.changes import Change
from ui.matter_detail import MatterDetail
from ui.matter_words import STATE_WORDS, subject_of, word
from ui.matters_list import MattersList
from ui.screen import Screen
from ui.sentences import sentence_of, stop_reason_text
from ui.widgets.notice import NoticeBar
from ui.widgets.styling import column

if TYPE_CHECKING:
    from collections.abc import Callable

    from counter_app.domain.errors import Fault
    from counter_app.domain.matter import Matter, NoteState
    from counter_app.use_cases.views import CounterStatus
    from ui.paper import Paper
    from ui.seat import Seat

_HEARD = frozenset({Change.OUTBOX, Change.TILL, Change.SERVER})
_NEWS = (Change.TILL, Change.OUTBOX)


class MattersScreen(Screen):
    """The list, and the chosen one in words; a stopped counter stands above all."""

    def __init__(
        self, seat: Seat, paper: Paper, cashier_now: Callable[[], CashierId | None]
    ) -> None:
        """``cashier_now`` tells who asks for a copy of a receipt."""
        super().__init__(seat)
        self._paper = paper
        self._cashier_now = cashier_now
        self._is_first = True
        self.stop_notice = NoticeBar(is_narrow=True)
        self.list = MattersList(seat.now)
        self.detail = MatterDetail()
        layout = column(self.stop_notice, self.notice, gap=3, margins=(4, 3, 4, 3))
        layout.addWidget(self.list, 1)
        layout.addWidget(self.detail)
        self.setLayout(layout)
        self.list.chosen.connect(self.detail.show_matter)
        self.list.entered.connect(self.detail.take_keys)
        self.detail.noted.connect(self._note)
        self.detail.print_asked.connect(self._print)
        for part in (self.list, self.detail):
            part.card_number_refused.connect(
                lambda: self.tell(Refusal(RefusalCode.CARD_NUMBER_IN_TEXT))
            )
        seat.changes.changed.connect(self._heard)
        self.retranslate()

    def enter(self) -> None:
        """Look at the books anew, at what is open."""
        self.notice.hush()
        self.list.begin()
        self.detail.begin()
        self._is_first = True
        self._load()

    def retranslate(self) -> None:
        """Put every word in the language spoken."""
        self.setAccessibleName(self.tr("To check"))
        self.list.retranslate()
        self.detail.retranslate()

    def _heard(self, changes: frozenset[Change]) -> None:
        if self.isVisible() and changes & _HEARD:
            self._load()

    def _load(self) -> None:
        desk = self.seat.desk
        self.ask(
            self.seat.lanes.ledger,
            lambda: (desk.view_matters(), desk.counter_status()),
            self._loaded,
        )

    def _loaded(self, found: tuple[tuple[Matter, ...], CounterStatus]) -> None:
        matters, status = found
        if status.stopped_because:
            self.stop_notice.tell(
                "negative",
                self.tr("This counter takes no payments: {reason}").format(
                    reason=stop_reason_text(status.stopped_because)
                ),
                self.tr(
                    "What was taken is safe in its books. Call the head office; it tells how to go on."
                ),
            )
        else:
            self.stop_notice.hush()
        self.list.fill(matters)
        if self._is_first:
            self._is_first = False
            self.list.take_keys()

    def _note(
        self, matter: Matter, state: NoteState, text: str, supervisor_text: str, pin: str
    ) -> None:
        note = self.seat.desk.note_matter
        supervisor_id = CashierId(western_digits(supervisor_text).strip().upper())
        self.detail.wait(is_waiting=True)
        self.ask(
            self.seat.lanes.ledger,
            lambda: note(matter, state, text, supervisor_id, western_digits(pin)),
            self._noted,
            self._not_noted,
        )

    def _noted(self, matter: Matter) -> None:
        self.detail.wait(is_waiting=False)
        self.detail.forget()
        note = matter.last_note
        assert note is not None, "it was noted just now"
        self.notice.tell(
            "positive",
            f"{subject_of(matter)} · {word(STATE_WORDS[note.state])}",
            self.tr("The centre is told with the next round."),
        )
        self.seat.changes.announce(*_NEWS)
        self.list.take_keys()

    def _not_noted(self, error: Refusal | Fault) -> None:
        self.detail.wait(is_waiting=False)
        is_of_field = isinstance(error, Refusal) and error.code is not RefusalCode.MATTER_UNKNOWN
        if isinstance(error, Refusal) and is_of_field:
            self.notice.tell("caution", sentence_of(error).title, self.tr("Nothing was noted."))
            self.detail.refuse(error)
        else:
            self.tell(error)

    def _print(self, matter: Matter) -> None:
        cashier_id = self._cashier_now()
        if cashier_id is not None:
            self._paper.reprint(matter.receipt_no, cashier_id)

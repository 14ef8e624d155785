"""Cheques, drafts and UPI credits from received to their end: listed, deposited, cleared, found, given back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget

from counter_app.domain.bank_paper import InstrumentState, date_typed
from counter_app.domain.errors import Fault, Refusal, RefusalCode
from counter_app.domain.money import Money
from counter_app.domain.receipt import PrintState
from ui.changes import Change
from ui.instrument_return import InstrumentReturn
from ui.instrument_words import STATE_WORDS, whole_text, word
from ui.instruments_form import WAITING
from ui.instruments_list import InstrumentsList
from ui.language import language_now
from ui.screen import Screen
from ui.sentences import print_reason_text, sentence_of
from ui.widgets.styling import column
from ui.words import rupees

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from counter_app.domain.identity import CashierId
    from counter_app.domain.instrument import HeldInstrument
    from counter_app.domain.receipt import PrintOutcome
    from ui.instruments_form import ReturnForm
    from ui.seat import Seat

_HEARD = frozenset({Change.TILL, Change.OUTBOX, Change.RECEIPTS})
_NEWS = (Change.BILLS, Change.TILL, Change.OUTBOX)


class InstrumentsScreen(Screen):
    """The list, and the page of a return in its place."""

    def __init__(self, seat: Seat, cashier_now: Callable[[], CashierId | None]) -> None:
        """``cashier_now`` tells who marks a step."""
        super().__init__(seat)
        self._cashier_now = cashier_now
        self._today: date | None = None
        self.list = InstrumentsList()
        self.giving_back = InstrumentReturn()
        self._pages = QStackedWidget()
        self._pages.addWidget(self.list)
        self._pages.addWidget(self.giving_back)
        layout = column(self.notice, gap=3, margins=(3, 3, 3, 3))
        layout.addWidget(self._pages, 1)
        self.setLayout(layout)
        self.list.state_chosen.connect(lambda _state: self._load())
        self.list.return_asked.connect(self._begin_return)
        self.list.paper_asked.connect(self._print)
        self.list.steps.stepped.connect(self._step)
        self.giving_back.left.connect(self._show_list)
        self.giving_back.returned.connect(self._return)
        for part in (self.list, self.giving_back):
            part.card_number_refused.connect(
                lambda: self.tell(Refusal(RefusalCode.CARD_NUMBER_IN_TEXT))
            )
        seat.changes.changed.connect(self._heard)
        self.retranslate()

    def enter(self) -> None:
        """Look at the books anew; a return that was begun is begun again from the list."""
        self._today = None
        self._show_list()
        self._load()

    def retranslate(self) -> None:
        """Put every word in the language spoken."""
        self.setAccessibleName(self.tr("Cheques, drafts and UPI"))
        self.list.retranslate()
        self.giving_back.retranslate()

    def _heard(self, changes: frozenset[Change]) -> None:
        if self.isVisible() and changes & _HEARD:
            self._load()

    def _load(self) -> None:
        desk = self.seat.desk
        states = frozenset({*WAITING, self.list.state})
        self.ask(
            self.seat.lanes.ledger,
            lambda: (desk.list_instruments(states), desk.business_date()),
            self._loaded,
        )

    def _loaded(self, listed: tuple[tuple[HeldInstrument, ...], date]) -> None:
        held, today = listed
        is_first = self._today is None
        self._today = today
        if is_first:
            self.list.begin(today)
        self.list.fill(held, today)
        if is_first:
            self.list.take_keys()

    def _step(self, state: InstrumentState, day: str, reference: str) -> None:
        chosen, on, cashier_id = self.list.chosen, date_typed(day), self._cashier_now()
        if on is None or cashier_id is None:
            return
        move = self.seat.desk.move_instrument
        self.list.steps.wait(is_waiting=True)

        def work() -> tuple[int, HeldInstrument | None, Refusal | Fault | None]:
            """One after the other, as far as the books take them."""
            for place, one in enumerate(chosen):
                try:
                    move(one.identity, state, on, reference, cashier_id)
                except (Refusal, Fault) as error:
                    return place, one, error
            return len(chosen), None, None

        self.ask(self.seat.lanes.ledger, work, lambda done: self._stepped(state, chosen, *done))

    def _stepped(
        self,
        state: InstrumentState,
        chosen: tuple[HeldInstrument, ...],
        moved: int,
        stopped_at: HeldInstrument | None,
        error: Refusal | Fault | None,
    ) -> None:
        self.list.steps.wait(is_waiting=False)
        done = self.tr("{count} marked “{state}”, {total}").format(
            count=moved,
            state=word(STATE_WORDS[state]),
            total=rupees(Money.total(one.face for one in chosen[:moved])),
        )
        if error is None or stopped_at is None:
            self.list.forget_marks()
            self.notice.tell("positive", done)
        else:
            tone = "caution" if isinstance(error, Refusal) else "negative"
            why = self.tr("Stopped at {which}: {why}").format(
                which=whole_text(stopped_at), why=self._why_not_moved(error)
            )
            self.notice.tell(tone, done, why)
        if moved:
            self.seat.changes.announce(*_NEWS)
        else:
            self._load()
        self.list.take_keys()

    def _print(self) -> None:
        """What is shown goes to the bank, or to the office, as an A4 list."""
        desk, shown, language = self.seat.desk, self.list.shown, str(language_now())
        self.ask(
            self.seat.lanes.printer,
            lambda: desk.print_file(desk.save_instruments(shown, language)),
            self._printed,
        )

    def _printed(self, outcome: PrintOutcome) -> None:
        reason = print_reason_text(outcome.reason)
        if outcome.state is PrintState.PRINTED:
            self.notice.tell(
                "positive", self.tr("List given to the printer"), outcome.saved_as or reason
            )
        else:
            self.notice.tell("caution", self.tr("The list was not printed"), reason)

    def _begin_return(self, held: HeldInstrument) -> None:
        if self._today is not None:
            self.notice.hush()
            self._pages.setCurrentWidget(self.giving_back)
            self.giving_back.begin(held, self._today)

    def _return(self, form: ReturnForm) -> None:
        give_back, cashier_id = self.seat.desk.return_instrument, self._cashier_now()
        on, charge = form.day, form.charge
        if on is None or isinstance(charge, Refusal) or cashier_id is None:
            return
        self.ask(
            self.seat.lanes.ledger,
            lambda: give_back(form.held.identity, on, form.said, cashier_id, charge),
            lambda _held: self._was_returned(form),
            self._not_returned,
        )

    def _was_returned(self, form: ReturnForm) -> None:
        self._show_list()
        self.list.forget_marks()
        self.notice.tell(
            "positive",
            self.tr("{which}: given back").format(which=whole_text(form.held)),
            self.tr("{count} receipts were undone as far as it paid them.").format(
                count=len(form.undone)
            ),
        )
        self.seat.changes.announce(*_NEWS, Change.RECEIPTS)

    def _not_returned(self, error: Refusal | Fault) -> None:
        self.giving_back.wait(is_waiting=False)
        if isinstance(error, Refusal):
            self.notice.tell("caution", sentence_of(error).title, self._why_not_returned(error))
        else:
            self.tell(error)

    def _why_not_returned(self, refusal: Refusal) -> str:
        if refusal.code is RefusalCode.NOT_ALLOWED:
            return self.tr(
                "Only the head cashier or a supervisor may note what the bank gave back. "
                "Nothing was undone. Let one of them sign in."
            )
        return sentence_of(refusal).text

    def _why_not_moved(self, error: Refusal | Fault) -> str:
        if isinstance(error, Refusal) and error.code is RefusalCode.NOT_ALLOWED:
            return self.tr("Only who may take money marks it. Nothing was changed.")
        sentence = sentence_of(error)
        return sentence.text if isinstance(error, Refusal) else f"{sentence.title}. {sentence.text}"

    def _show_list(self) -> None:
        self.notice.hush()
        self._pages.setCurrentWidget(self.list)
        self.list.take_keys()

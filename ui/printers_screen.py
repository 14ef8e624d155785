"""Printers: the two of this counter, and five steps to set one up. Nothing is kept before the last of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget

from counter_app.domain.errors import Refusal, RefusalCode
from counter_app.domain.printer import PrinterPlace
from counter_app.domain.receipt import PrintState
from ui.changes import Change
from ui.printer_connection import ConnectionPage
from ui.printer_drawer import DrawerPage
from ui.printer_form import PrinterForm, Step
from ui.printer_keep import KeepPage
from ui.printer_model import ModelPage
from ui.printer_overview import PrinterOverview
from ui.printer_trial import TrialPageStep
from ui.screen import Answer, Screen
from ui.sentences import print_reason_text
from ui.widgets.styling import column

if TYPE_CHECKING:
    from collections.abc import Callable

    from counter_app.domain.errors import Fault
    from counter_app.domain.identity import CashierId
    from counter_app.domain.printer import FoundPrinter, PrintersAtHand
    from counter_app.domain.receipt import PrintOutcome
    from ui.printer_page import PrinterPage
    from ui.seat import Seat


class PrintersScreen(Screen):
    """The overview, and a page for each step; an answer that comes after one has gone on is dropped."""

    def __init__(self, seat: Seat, cashier_now: Callable[[], CashierId | None]) -> None:
        super().__init__(seat)
        self._cashier_now = cashier_now
        self._begun_by: CashierId | None = None
        self._visit = self._run = 0
        self._is_trying = False
        self.form = PrinterForm()
        self.overview = PrinterOverview()
        self.connection = ConnectionPage(self.form)
        self.model = ModelPage(self.form)
        self.trial = TrialPageStep(self.form)
        self.drawer = DrawerPage(self.form)
        self.keeping = KeepPage(self.form)
        self.steps: dict[Step, PrinterPage] = {
            Step.CONNECTION: self.connection,
            Step.MODEL: self.model,
            Step.PAGE: self.trial,
            Step.DRAWER: self.drawer,
            Step.KEEP: self.keeping,
        }
        self.step: Step | None = None
        self._pages = QStackedWidget()
        for page in (self.overview, *self.steps.values()):
            self._pages.addWidget(page)
        layout = column(self.notice, gap=3, margins=(4, 3, 4, 3))
        layout.addWidget(self._pages, 1)
        self.setLayout(layout)
        self._connect()
        self.retranslate()

    def _connect(self) -> None:
        self.overview.asked.connect(self._begin)
        self.overview.swap_asked.connect(self._swap)
        self.overview.page_asked.connect(self._print_as_set)
        for page in self.steps.values():
            page.left.connect(self._leave)
            page.went_back.connect(self._go_back)
            page.card_number_refused.connect(
                lambda: self.tell(Refusal(RefusalCode.CARD_NUMBER_IN_TEXT))
            )
        for step in (Step.CONNECTION, Step.MODEL, Step.PAGE, Step.DRAWER):
            self.steps[step].went_on.connect(self._go_on)
        self.connection.search_asked.connect(self._search)
        self.trial.print_asked.connect(self._print)
        self.drawer.kick_asked.connect(self._kick)
        self.keeping.keep_asked.connect(self._keep)

    def enter(self) -> None:
        """What is true now; a set-up half done goes on, unless somebody else has come."""
        cashier = self._cashier_now()
        if self.step is not None and cashier == self._begun_by:
            self.steps[self.step].take_keys()
            return
        self.notice.hush()
        self._show_overview()

    def retranslate(self) -> None:
        """Put every word in the language spoken."""
        self.setAccessibleName(self.tr("Printers"))
        self.overview.retranslate()
        for page in self.steps.values():
            page.retranslate()

    def _show_overview(self) -> None:
        self._visit += 1
        self._is_trying = False
        self.step = None
        self._pages.setCurrentWidget(self.overview)
        self.overview.take_keys()
        if self._cashier_now() is not None:
            self._ask_desk(self.seat.desk.printers_at_hand, self.overview.fill)

    def _begin(self, place: PrinterPlace) -> None:
        if self.overview.at_hand is None:
            return
        self.notice.hush()
        self._begun_by = self._cashier_now()
        self.form.begin(self.overview.at_hand, place)
        self._run += 1
        self.connection.start_anew()
        self._go(Step.CONNECTION)
        self._search()

    def _go(self, step: Step) -> None:
        self._visit += 1
        self.step = step
        page = self.steps[step]
        self._pages.setCurrentWidget(page)
        page.begin()
        page.take_keys()

    def _go_on(self) -> None:
        assert self.step is not None
        following = list(Step)[list(Step).index(self.step) + 1]
        if following is Step.DRAWER and not self.form.has_drawer_step:
            following = Step.KEEP
        self._go(following)

    def _go_back(self) -> None:
        assert self.step is not None
        place = list(Step).index(self.step)
        if place == 0:
            self._leave()
            return
        before = list(Step)[place - 1]
        if before is Step.DRAWER and not self.form.has_drawer_step:
            before = Step.PAGE
        if before is Step.PAGE:
            before = Step.MODEL
        self._go(before)

    def _leave(self) -> None:
        """Esc: nothing was kept, and a page that still prints changes nothing here."""
        if self.step is Step.KEEP and self.keeping.is_waiting:
            return
        self._show_overview()
        self.notice.tell(
            "accent", self.tr("Left"), self.tr("Both printers are set as they were before.")
        )

    def _search(self) -> None:
        """What is found is of use however far one has gone on meanwhile, but not in another set-up."""
        run = self._run

        def found(printers: tuple[FoundPrinter, ...]) -> None:
            if run == self._run:
                self.form.found = printers
                self.connection.wait(is_waiting=False)
                self.connection.fill()

        def not_found(error: Refusal | Fault) -> None:
            if run == self._run:
                self.connection.wait(is_waiting=False)
                self.connection.tell(error)

        self.connection.wait(is_waiting=True)
        self.ask(self.seat.lanes.printer, self.seat.desk.find_printers, found, not_found)

    def _print(self) -> None:
        try_it, plan = self.seat.desk.try_printer, self.form.plan
        self._visit += 1
        self._ask_desk(lambda: try_it(plan), self.trial.show_outcome, self._not_printed)

    def _not_printed(self, error: Refusal | Fault) -> None:
        self.trial.give_up()
        self.trial.tell(error)

    def _kick(self) -> None:
        try_it, plan, me = self.seat.desk.try_drawer, self.form.plan, self._cashier_now()
        assert me is not None, "somebody is signed in"
        self._visit += 1

        def kicked(outcome: PrintOutcome) -> None:
            self.drawer.show_outcome(outcome)
            self.seat.changes.announce(Change.TILL, Change.OUTBOX)

        self._ask_desk(lambda: try_it(plan, me), kicked, self._not_kicked)

    def _not_kicked(self, error: Refusal | Fault) -> None:
        self.drawer.give_up()
        self.drawer.tell(error)

    def _keep(self, place: PrinterPlace) -> None:
        keep, plan, me = self.seat.desk.keep_printer, self.form.plan, self._cashier_now()
        assert me is not None, "somebody is signed in"

        def kept(at_hand: PrintersAtHand) -> None:
            self.overview.fill(at_hand)
            self._show_overview()
            self.notice.tell(
                "positive", self.tr("Kept"), self.tr("It holds from the next paper on.")
            )
            self.seat.changes.announce(Change.PRINTER)

        self._ask_desk(lambda: keep(place, plan, me), kept, self._not_kept)

    def _not_kept(self, error: Refusal | Fault) -> None:
        self.keeping.wait(is_waiting=False)
        self.keeping.tell(error)

    def _swap(self) -> None:
        def swapped(at_hand: PrintersAtHand) -> None:
            self.overview.fill(at_hand)
            self.notice.tell(
                "positive",
                self.tr("The printers have changed places"),
                self.tr("It holds from the next paper on."),
            )
            self.seat.changes.announce(Change.PRINTER)

        self._ask_desk(self.seat.desk.swap_printers, swapped)

    def _print_as_set(self, place: PrinterPlace) -> None:
        at_hand = self.overview.at_hand
        if at_hand is None or self._is_trying:
            return
        plan = at_hand.first if place is PrinterPlace.FIRST else at_hand.other
        try_it = self.seat.desk.try_printer
        self._is_trying = True
        self.notice.tell("accent", self.tr("The test page is being printed …"))
        self._ask_desk(lambda: try_it(plan), self._printed_as_set, self._not_printed_as_set)

    def _printed_as_set(self, outcome: PrintOutcome) -> None:
        self._is_trying = False
        is_printed = outcome.state is PrintState.PRINTED
        titles = {
            PrintState.PRINTED: self.tr("The test page was printed"),
            PrintState.UNCERTAIN: self.tr("It is not certain that it came out"),
            PrintState.NOT_SENT: self.tr("Nothing was sent to the printer"),
        }
        said = outcome.saved_as or print_reason_text(outcome.reason)
        self.notice.tell("positive" if is_printed else "caution", titles[outcome.state], said)

    def _not_printed_as_set(self, error: Refusal | Fault) -> None:
        self._is_trying = False
        self.tell(error)

    def _ask_desk(
        self,
        work: Callable[[], Answer],
        then: Callable[[Answer], None],
        failed: Callable[[Refusal | Fault], None] | None = None,
    ) -> None:
        """On the printer lane; an answer is dropped once one has gone elsewhere."""
        visit = self._visit
        unhappy = failed or self.tell

        def told(answer: Answer) -> None:
            if visit == self._visit:
                then(answer)

        def refused(error: Refusal | Fault) -> None:
            if visit == self._visit:
                unhappy(error)

        self.ask(self.seat.lanes.printer, work, told, refused)

"""Who sits at the counter: opening the books, signing in, enrolling, opening a shift, signing out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from counter_app.domain.errors import Fault, FaultCode, Refusal
from counter_app.domain.facing import FacingState
from counter_app.domain.people import Act, may
from counter_app.domain.shift import ShiftState
from ui.changes import Change, ChangeBus
from ui.customer import Customer
from ui.customer_display import CustomerDisplay
from ui.customer_pole import PoleFeed
from ui.customer_voice import VoiceFeed
from ui.enrolment_screen import EnrolmentScreen
from ui.heartbeat import Heartbeat
from ui.lanes import Lanes
from ui.screens import Screens
from ui.seat import Seat
from ui.seat_lock import SeatLock
from ui.sentences import sentence_of
from ui.shift_screen import ShiftScreen
from ui.sign_in_form import SignInForm
from ui.workroom import Workroom

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from counter_app.domain.facing import FacingFacts
    from counter_app.domain.shift import Cashier, Shift
    from counter_app.use_cases.desk import Desk
    from counter_app.use_cases.views import CounterStatus, LedgerCheck, SignedIn
    from ui.main_window import MainWindow
    from ui.preferences import PreferenceBook, Preferences


class Sitting(QObject):
    """From the opening of the books to the closing of the window."""

    def __init__(
        self,
        window: MainWindow,
        desk: Desk,
        preference_book: PreferenceBook,
        now: Callable[[], datetime],
        wait_after_failures: Callable[[int], float],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._preference_book = preference_book
        self._cashier: Cashier | None = None
        self._are_books_open = False
        self._asked: tuple[str, str] | None = None
        self.lanes = Lanes(self)
        self.changes = ChangeBus(self)
        self.customer = Customer(self)
        self.display: CustomerDisplay | None = None
        self.pole: PoleFeed | None = None
        self.voice: VoiceFeed | None = None
        self.seat = Seat(desk, self.lanes, self.changes, now, self.customer)
        self.heartbeat = Heartbeat(
            self.lanes.sync,
            self.changes,
            desk.run_round,
            wait_after_failures,
            clock_skew=desk.clock_skew,
            parent=self,
        )
        self.workroom = Workroom(self.seat, self.heartbeat)
        self.shift = ShiftScreen(self.seat)
        self.enrolment = EnrolmentScreen(self.seat)
        for page in (self.workroom, self.shift, self.enrolment):
            window.stack.addWidget(page)
        self.shift.opened.connect(self._shift_opened)
        self.shift.left.connect(self.sign_out)
        self.shift.skipped.connect(lambda: self._sit_down(None))
        self.enrolment.enrolled.connect(self._enrolled)
        self.workroom.sign_out_asked.connect(self.sign_out)
        self.workroom.change_asked.connect(self._change_cashier)
        self.lock = SeatLock(self.seat, window.stack, self.workroom, self)
        self.lock.given_up.connect(self.sign_out)
        self.workroom.shift_asked.connect(self._ask_for_shift)
        self.workroom.language_asked.connect(window.switch_language)
        self.workroom.theme_asked.connect(window.switch_theme)

    def begin(self) -> None:
        """Open and check the books while the cashier types."""
        self._window.sign_in.wait(self.tr("Opening the books…"), keeps_enter=True)
        desk = self.seat.desk
        self.lanes.ledger.run(
            self,
            lambda: (
                desk.check_ledger(),
                desk.counter_status(),
                desk.customer_screen(),
                desk.facing_facts(),
                desk.auto_lock_minutes(),
            ),
            then=self._opened,
            failed=self._could_not_open,
        )

    def end(self) -> None:
        """The window closes; a sale under way at the card terminal is asked to end, so that its lane can."""
        self.heartbeat.stop()
        self.workroom.end()
        if self._are_books_open:
            self.seat.desk.cancel_charge()
        self.lanes.close()
        self.customer.sign_out()
        if self.display is not None:
            self.display.close()

    def keep(self, preferences: Preferences) -> None:
        """Remember what was chosen, for this cashier and for the next window."""
        book, cashier_id = self._preference_book, self._cashier.cashier_id if self._cashier else ""
        self.lanes.lookup.run(
            self,
            lambda: book.keep(cashier_id, preferences),
            then=lambda _: None,
            failed=self._could_not_keep,
        )

    def sign_in(self, cashier_text: str, pin_text: str) -> None:
        """Number and PIN were typed."""
        if not self._are_books_open:
            self._asked = (cashier_text, pin_text)
            self.begin()
            return
        order = SignInForm(cashier_text, pin_text).order
        if order is None:
            return
        cashier_id, pin = order
        self._window.sign_in.wait(self.tr("Checking…"))
        desk, book = self.seat.desk, self._preference_book
        self.lanes.ledger.run(
            self,
            lambda: (desk.sign_in(cashier_id, pin), book.recall(cashier_id)),
            then=self._signed_in,
            failed=self._not_signed_in,
        )

    def sign_out(self) -> None:
        """Nobody sits here; rounds with the server go on."""
        self._cashier = None
        self.lock.seat_cashier(None)
        self.customer.sign_out()
        self._window.sign_in.clear()
        self._window.sign_in.notice.hush()
        self._window.stack.setCurrentWidget(self._window.sign_in)
        self._window.sign_in.enter()

    def _change_cashier(self) -> None:
        """Another cashier comes for a while: the shift of the first is suspended, so that no cash is mixed."""
        strip, cashier, suspend = self.workroom.strip, self._cashier, self.seat.desk.suspend_shift
        if strip.shift is None or strip.shift_state is ShiftState.SUSPENDED or cashier is None:
            self.sign_out()
            return
        number = strip.shift.shift_no
        self.lanes.ledger.run(
            self,
            lambda: suspend(cashier.cashier_id),
            then=lambda _: self._changed(number),
            failed=self._not_changed,
        )

    def _changed(self, shift_no: int) -> None:
        self.changes.announce(Change.TILL, Change.OUTBOX)
        self.sign_out()
        self._window.sign_in.notice.tell(
            "accent",
            self.tr("Shift {number} is suspended").format(number=shift_no),
            self.tr("Lock its drawer away. Whoever comes now works on another drawer."),
        )

    def _not_changed(self, error: Exception) -> None:
        if not isinstance(error, Refusal | Fault):
            raise error
        self.workroom.screen_of(self.workroom.place).tell(error)

    def _opened(self, found: tuple[LedgerCheck, CounterStatus, int, FacingFacts, int]) -> None:
        check, status, customer_screen, facing, lock_minutes = found
        self.lock.begin(lock_minutes)
        self._are_books_open = True
        self._window.sign_in.wait("")
        self._window.sign_in.notice.hush()
        self._window.sign_in.name_place(f"{status.counter_id} {status.counter_name}".strip())
        self.workroom.name_counter(status.counter_id)
        if status.are_settings_damaged:
            self._tell_fault(Fault(FaultCode.SETTINGS_DAMAGED))
        if check.problem:
            self._are_books_open = False
            self._asked = None
            self._tell_fault(Fault(FaultCode.LEDGER_DAMAGED, check.problem))
            return
        self._warm_printer()
        self._face_consumer(customer_screen, facing, status.counter_id)
        asked, self._asked = self._asked, None
        if status.is_enrolled:
            self.heartbeat.start()
            if asked is not None:
                self.sign_in(*asked)
        else:
            self._window.stack.setCurrentWidget(self.enrolment)
            self.enrolment.enter()

    def _face_consumer(self, customer_screen: int, facing: FacingFacts, counter_id: str) -> None:
        """Show who we are on the screen of this number, 0 is none, and on the pole; make the voice ready."""
        if customer_screen and self.display is None:
            self.display = CustomerDisplay(self.customer, Screens(self), customer_screen)
        if self.display is not None:
            self.display.name_counter(counter_id)
        customer, desk, lanes = self.customer, self.seat.desk, self.lanes
        if facing.pole.state is not FacingState.OFF and self.pole is None:
            self.pole = PoleFeed(customer, lanes.pole, desk.show_on_pole, self)
        if self.pole is not None:
            self.pole.name_counter(counter_id)
        if facing.voice.state is not FacingState.OFF and self.voice is None:
            self.voice = VoiceFeed(customer, lanes.voice, desk.say_aloud, self)

    def _warm_printer(self) -> None:
        """Load what the first receipt needs while the cashier types a PIN; what fails, the first print tells."""
        self.lanes.printer.run(
            self, self.seat.desk.warm_printer, then=lambda _: None, failed=self._could_not_keep
        )

    def _could_not_open(self, error: Exception) -> None:
        self._window.sign_in.wait("")
        if not isinstance(error, Refusal | Fault):
            raise error
        self._tell_fault(error)

    def _tell_fault(self, error: Refusal | Fault) -> None:
        sentence = sentence_of(error)
        self._window.sign_in.notice.tell("negative", sentence.title, sentence.text)

    def _enrolled(self) -> None:
        self._window.stack.setCurrentWidget(self._window.sign_in)
        self._window.sign_in.enter()
        self.changes.announce(Change.BILLS, Change.SERVER)
        self.begin()

    def _signed_in(self, answer: tuple[SignedIn, Preferences | None]) -> None:
        signed_in, preferences = answer
        self._cashier = signed_in.cashier
        self.lock.seat_cashier(signed_in.cashier)
        self._window.sign_in.wait("")
        self._window.sign_in.clear()
        if preferences is not None:
            self._window.prefer(preferences)
        if signed_in.shift is None and may(signed_in.cashier.role, Act.TAKE_MONEY):
            self._ask_for_shift()
        else:
            self._sit_down(signed_in.shift)

    def _ask_for_shift(self) -> None:
        """Whoever sits here opens a shift, or works on without."""
        assert self._cashier is not None, "somebody sits here"
        self.shift.seat_cashier(self._cashier)
        self._window.stack.setCurrentWidget(self.shift)
        self.shift.enter()

    def _not_signed_in(self, error: Exception) -> None:
        self._window.sign_in.wait("")
        if not isinstance(error, Refusal | Fault):
            raise error
        sentence = sentence_of(error)
        self._window.sign_in.refuse(sentence.title, sentence.text)

    def _shift_opened(self, shift: Shift) -> None:
        self.changes.announce(Change.TILL, Change.OUTBOX)
        self._sit_down(shift)

    def _sit_down(self, shift: Shift | None) -> None:
        assert self._cashier is not None, "somebody sits here"
        self.customer.seat_cashier()
        self._window.stack.setCurrentWidget(self.workroom)
        self.workroom.seat_cashier(self._cashier, shift)

    def _could_not_keep(self, error: Exception) -> None:
        if not isinstance(error, Fault):
            raise error

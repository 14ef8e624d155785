"""People: who may work here. A supervisor makes, ends and unlocks; everybody sets the own PIN."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget

from counter_app.domain.approval import ApprovalCode
from counter_app.domain.bank_paper import date_typed
from counter_app.domain.errors import Refusal, RefusalCode
from counter_app.domain.money import ZERO, western_digits
from counter_app.domain.own_pin import MOST_LOCAL_DAYS
from counter_app.domain.people import Act, may
from counter_app.use_cases.people_views import NewPerson
from ui.changes import Change
from ui.people_list import PeopleList
from ui.people_panel import (
    AGAIN,
    LAST_DAY,
    NAME_EN,
    NAME_HI,
    NEW_PIN,
    NUMBER,
    OWN_PIN,
    REASON,
    PeoplePanel,
)
from ui.people_words import person_text
from ui.rule_form import day_typed
from ui.screen import Screen
from ui.widgets.styling import column
from ui.words import day_text

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from counter_app.domain.errors import Fault
    from counter_app.domain.people import LocalPerson
    from counter_app.domain.shift import Cashier
    from counter_app.use_cases.people_views import PersonSeen
    from ui.seat import Seat


class PeopleScreen(Screen):
    """The list, and in its place the few fields of one act; who manages nobody sees the own PIN alone."""

    def __init__(self, seat: Seat, cashier_now: Callable[[], Cashier | None]) -> None:
        """``cashier_now`` tells who sits here: what one half typed is not left to the next."""
        super().__init__(seat)
        self._cashier_now = cashier_now
        self._whom: PersonSeen | None = None
        self.list = PeopleList()
        self.new = PeoplePanel(NUMBER, LAST_DAY, NAME_EN, NAME_HI, NEW_PIN, AGAIN, OWN_PIN)
        self.ending = PeoplePanel(OWN_PIN)
        self.unlocking = PeoplePanel(REASON, OWN_PIN)
        self.own = PeoplePanel(OWN_PIN, NEW_PIN, AGAIN)
        self._panels = (self.new, self.ending, self.unlocking, self.own)
        self._pages = QStackedWidget()
        for page in (self.list, *self._panels):
            self._pages.addWidget(page)
        layout = column(self.notice, gap=3, margins=(4, 3, 4, 3))
        layout.addWidget(self._pages, 1)
        self.setLayout(layout)
        for panel in self._panels:
            panel.left.connect(self._show_first)
            panel.card_number_refused.connect(
                lambda: self.tell(Refusal(RefusalCode.CARD_NUMBER_IN_TEXT))
            )
        self.new.given.connect(self._make)
        self.ending.given.connect(self._end)
        self.unlocking.given.connect(self._unlock)
        self.own.given.connect(self._set_own)
        self.list.new_asked.connect(self._begin_new)
        self.list.end_asked.connect(lambda whom: self._begin(self.ending, whom))
        self.list.unlock_asked.connect(lambda whom: self._begin(self.unlocking, whom))
        self.list.own_asked.connect(lambda: self._begin(self.own, None))
        self.retranslate()

    @property
    def manages(self) -> bool:
        """Whether who sits here may do more than set the own PIN."""
        cashier = self._cashier_now()
        return cashier is not None and may(cashier.role, Act.MANAGE_PEOPLE)

    def enter(self) -> None:
        """Look at the books anew; whatever somebody half typed is gone, for it holds PINs."""
        self.notice.hush()
        self.retranslate()
        self._show_first()

    def retranslate(self) -> None:
        """Put every word in the language spoken."""
        self.setAccessibleName(self.tr("People"))
        self.list.retranslate()
        labels = {
            NUMBER: self.tr("Number (L and digits)"),
            LAST_DAY: self.tr("Works until (at most {days} days)").format(days=MOST_LOCAL_DAYS),
            NAME_EN: self.tr("Name in English"),
            NAME_HI: self.tr("Name in Hindi (may stay empty)"),
            NEW_PIN: self.tr("The cashier's PIN"),
            AGAIN: self.tr("The same PIN again"),
            OWN_PIN: self.tr("Your own PIN"),
            REASON: self.tr("Reason"),
        }
        back = self.tr("Back")
        self.new.say(
            self.tr("New temporary cashier"),
            self.tr("The cashier types the PIN, nobody else. The centre is told who was made."),
            self.tr("Make"),
            back,
            **labels,
        )
        whom = person_text(self._whom) if self._whom else ""
        self.ending.say(
            self.tr("End: {person}").format(person=whom),
            self.tr(
                "From now on this number signs in no more. What was taken stays; "
                "an open shift is closed by a supervisor."
            ),
            self.tr("End now"),
            back,
            **labels,
        )
        self.unlocking.say(
            self.tr("Unlock: {person}").format(person=whom),
            self.tr("The wrong PINs are forgotten and may be typed anew at once."),
            self.tr("Unlock"),
            back,
            **labels,
        )
        self.own.say(
            self.tr("My PIN"),
            self.tr(
                "4 digits or more, or a password of 8 characters. "
                "It holds at this counter until the office gives a new one."
            ),
            self.tr("Set my PIN"),
            back,
            **(labels | {OWN_PIN: self.tr("PIN until now"), NEW_PIN: self.tr("New PIN")}),
        )
        self.own.back_button.setHidden(not self.manages)

    def _show_first(self) -> None:
        self._whom = None
        if not self.manages:
            self._pages.setCurrentWidget(self.own)
            self.own.begin()
            return
        for panel in self._panels:
            panel.begin()
        self._pages.setCurrentWidget(self.list)
        self.list.table.setFocus()
        self.ask(self.seat.lanes.ledger, self.seat.desk.list_people, self.list.fill)

    def _begin(self, panel: PeoplePanel, whom: PersonSeen | None) -> None:
        self._whom = whom
        self.notice.hush()
        self.retranslate()
        self._pages.setCurrentWidget(panel)
        panel.begin()

    def _begin_new(self) -> None:
        self._begin(self.new, None)
        last = self.seat.now().date() + timedelta(days=MOST_LOCAL_DAYS)
        self.new.begin(**{LAST_DAY: day_typed(last)})

    def _make(self, typed: Mapping[str, str]) -> None:
        last_day = date_typed(typed[LAST_DAY])
        if last_day is None:
            self.new.complain(LAST_DAY, self.tr("A day as 23-11-2026."))
            return
        person = NewPerson(
            number=typed[NUMBER],
            name_en=typed[NAME_EN],
            name_hi=typed[NAME_HI],
            valid_to=last_day,
            pin=typed[NEW_PIN],
            pin_again=typed[AGAIN],
        )
        make = self.seat.desk.make_local_person
        self._act(self.new, lambda me, pin: make(person, me.cashier_id, pin), typed, self._made)

    def _end(self, typed: Mapping[str, str]) -> None:
        whom, end = self._whom, self.seat.desk.end_local_person
        assert whom is not None, "somebody was chosen"
        told = self.tr("{person} signs in no more").format(person=person_text(whom))
        self._act(
            self.ending,
            lambda me, pin: end(whom.cashier_id, me.cashier_id, pin),
            typed,
            lambda _: self._done(told),
        )

    def _unlock(self, typed: Mapping[str, str]) -> None:
        whom, desk, reason = self._whom, self.seat.desk, typed[REASON]
        assert whom is not None, "somebody was chosen"
        code, number = ApprovalCode.UNLOCK, whom.cashier_id
        told = self.tr("{person} may sign in again").format(person=person_text(whom))
        self._act(
            self.unlocking,
            lambda me, pin: desk.unlock_person(
                number, desk.approve(code, number, ZERO, me.cashier_id, pin, reason, number)
            ),
            typed,
            lambda _: self._done(told),
        )

    def _set_own(self, typed: Mapping[str, str]) -> None:
        change, new, again = self.seat.desk.change_pin, typed[NEW_PIN], typed[AGAIN]
        told = self.tr("Your new PIN holds from now on")
        self._act(
            self.own,
            lambda me, pin: change(me.cashier_id, pin, new, again),
            typed,
            lambda _: self._done(told),
        )

    def _act(
        self,
        panel: PeoplePanel,
        act: Callable[[Cashier, str], object],
        typed: Mapping[str, str],
        then: Callable[..., None],
    ) -> None:
        me = self._cashier_now()
        if me is None:
            return
        self.notice.hush()
        panel.wait(is_waiting=True)
        pin = western_digits(typed[OWN_PIN])

        def refused(error: Refusal | Fault) -> None:
            panel.wait(is_waiting=False)
            if not isinstance(error, Refusal) or not panel.refuse(error):
                self.tell(error)

        self.ask(self.seat.lanes.ledger, lambda: act(me, pin), then, refused)

    def _made(self, made: LocalPerson) -> None:
        until = self.tr("until {day}").format(day=day_text(made.valid_to))
        self._done(
            self.tr("{person} may sign in {until}").format(
                person=person_text(made.cashier), until=until
            )
        )

    def _done(self, title: str) -> None:
        self._show_first()
        self.notice.tell("positive", title, self.tr("The centre is told with the next round."))
        self.seat.changes.announce(Change.OUTBOX)

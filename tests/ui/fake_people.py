"""People at the fake desk: a list to look at, and the facts of a counter."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from counter_app.use_cases.counter_facts import CounterFacts
from counter_app.use_cases.views import LedgerCheck
from tests.set_up import A_SET_UP
from tests.ui.fake_paper import FakePaper

if TYPE_CHECKING:
    from counter_app.domain.approval import Approval
    from counter_app.domain.identity import CashierId
    from counter_app.domain.people import LocalPerson
    from counter_app.use_cases.people_views import NewPerson, PersonSeen

NOT_HERE = "tests/ui/custody_desk.py has the real verb"


@dataclass
class FakePeople(FakePaper):
    """What other screens never press fails; ``lock_minutes`` is 0, so that no seat locks by itself."""

    people: tuple[PersonSeen, ...] = ()
    lock_minutes: int = 0

    def list_people(self) -> tuple[PersonSeen, ...]:
        self.noted("list_people")
        return self.people

    def make_local_person(self, new: NewPerson, supervisor_id: CashierId, pin: str) -> LocalPerson:
        raise AssertionError(NOT_HERE)

    def end_local_person(self, cashier_id: CashierId, supervisor_id: CashierId, pin: str) -> None:
        raise AssertionError(NOT_HERE)

    def change_pin(self, cashier_id: CashierId, pin: str, new: str, again: str) -> None:
        raise AssertionError(NOT_HERE)

    def unlock_person(self, cashier_id: CashierId, approval: Approval | None) -> None:
        raise AssertionError(NOT_HERE)

    def counter_facts(self) -> CounterFacts:
        self.noted("counter_facts")
        check = LedgerCheck(120, 98, "KID07/2026-27/000098", 14, 0.21, "")
        return CounterFacts("C07", "Kidwai Nagar 7", 1, A_SET_UP, check)

    def auto_lock_minutes(self) -> int:
        return self.lock_minutes

"""People written into the books: one made here, one ended, a PIN set."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from counter_app.domain.identity import CashierId
from counter_app.domain.people import LocalPerson
from counter_app.domain.shift import Cashier, Role
from counter_app.wire.tell_people import tell_end, tell_person, tell_pin
from tests.builders import CASHIER_ID, NOW, SUPERVISOR_ID, TODAY

if TYPE_CHECKING:
    from counter_app.use_cases.book_ports import Books
    from tests.local_db.year import Scribe

LOCAL_ID = CashierId("L301")


def a_local_person(cashier_id: CashierId = LOCAL_ID, *, days: int = 7) -> LocalPerson:
    """A temporary cashier made today."""
    last_day = TODAY + timedelta(days=days)
    return LocalPerson(
        cashier=Cashier(
            cashier_id,
            "RAKESH SINGH",
            "राकेश सिंह",
            Role.CASHIER,
            "hash of 5823",
            is_local=True,
            valid_to=last_day,
        ),
        made_by=SUPERVISOR_ID,
        valid_to=last_day,
        made_at=NOW,
    )


def make(books: Books, scribe: Scribe, person: LocalPerson | None = None) -> LocalPerson:
    """Somebody is made here."""
    made = person or a_local_person()
    told_by = scribe.sealed(books, tell_person(made, TODAY))
    books.people.post_person(made, told_by)
    books.messages.close_entry(told_by)
    return made


def end(books: Books, scribe: Scribe, cashier_id: CashierId = LOCAL_ID) -> None:
    """Somebody made here is ended."""
    told_by = scribe.sealed(books, tell_end(cashier_id, SUPERVISOR_ID, TODAY))
    books.people.post_end(cashier_id, SUPERVISOR_ID, NOW, told_by)
    books.messages.close_entry(told_by)


def set_pin(books: Books, scribe: Scribe, pin: str, cashier_id: CashierId = CASHIER_ID) -> None:
    """Somebody sets the own PIN."""
    told_by = scribe.sealed(books, tell_pin(cashier_id, cashier_id, TODAY))
    books.people.post_pin(cashier_id, f"hash of {pin}", cashier_id, NOW, told_by)
    books.messages.close_entry(told_by)

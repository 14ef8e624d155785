"""The names of all who ever worked here, for reports. Writes nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from counter_app.domain.report import Names
from local_db.custody_rows import local_person
from local_db.rows import person
from local_db.statements import Statement

if TYPE_CHECKING:
    from local_db.pen import Pen

_PEOPLE = Statement(
    select(person.c.cashier_id, person.c.name_en, person.c.name_hi).order_by(person.c.version)
)
_MADE_HERE = Statement(
    select(local_person.c.cashier_id, local_person.c.name_en, local_person.c.name_hi)
)


def people_of(pen: Pen) -> dict[str, Names]:
    """Who is who by the newest roster that knew them, and the temporary cashiers made here."""
    rows = [*pen.rows(_MADE_HERE), *pen.rows(_PEOPLE)]
    return {cashier_id: Names(name_en, name_hi) for cashier_id, name_en, name_hi in rows}


def name_of(people: dict[str, Names], cashier_id: str) -> Names:
    """A name; the id itself for somebody of whom no roster tells."""
    return people.get(cashier_id, Names(cashier_id, cashier_id))

"""What was done about people, as the body that tells it. Never a PIN, nor its hash."""

from __future__ import annotations

from typing import TYPE_CHECKING

from counter_app.wire.custody_bodies import PersonEnded, PersonMade, PinSet

if TYPE_CHECKING:
    from datetime import date

    from counter_app.domain.identity import CashierId
    from counter_app.domain.people import LocalPerson


def tell_person(person: LocalPerson, business_date: date) -> PersonMade:
    """The message body of a temporary cashier."""
    one = person.cashier
    return PersonMade(
        cashier_id=one.cashier_id,
        name_en=one.name_en,
        name_hi=one.name_hi,
        role=one.role,
        made_by=person.made_by,
        valid_to=person.valid_to.isoformat(),
        business_date=business_date.isoformat(),
    )


def tell_end(cashier_id: CashierId, by: CashierId, business_date: date) -> PersonEnded:
    """The message body of the end of one."""
    return PersonEnded(cashier_id, by, business_date.isoformat())


def tell_pin(cashier_id: CashierId, by: CashierId, business_date: date) -> PinSet:
    """The message body of a new PIN."""
    return PinSet(cashier_id, by, business_date.isoformat())

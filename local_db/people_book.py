"""People made here and PINs set here. The only writer of local_person, local_person_end and own_pin."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, exists, func, insert, select

from counter_app.domain.identity import CashierId
from counter_app.domain.people import LocalPerson
from counter_app.domain.shift import Cashier, Role
from counter_app.wire.messages import microseconds
from local_db.custody_rows import local_person, local_person_end, own_pin
from local_db.faults import BrokenRuleError
from local_db.rows import person, roster
from local_db.statements import Statement
from local_db.told import moment_of

if TYPE_CHECKING:
    from datetime import datetime

    from counter_app.wire.messages import SealedMessage
    from local_db.open_entry import OpenEntry
    from local_db.pen import Pen, Row

_ADD_PERSON = Statement(insert(local_person))
_ADD_PIN = Statement(insert(own_pin))
_LINK_OF = (
    select(local_person.c.link)
    .where(local_person.c.cashier_id == bindparam("person_id"))
    .scalar_subquery()
)
_ADD_END = Statement(
    insert(local_person_end).values(person_link=_LINK_OF),
    columns=["link", "by_id", "at_us"],
)
_PIN = Statement(
    select(own_pin.c.pin_hash, own_pin.c.roster_hash)
    .where(own_pin.c.cashier_id == bindparam("cashier_id"))
    .order_by(own_pin.c.link.desc())
)
_IN_FORCE = person.c.version == select(func.max(roster.c.version)).scalar_subquery()
_ROSTER = Statement(
    select(
        person.c.cashier_id,
        person.c.name_en,
        person.c.name_hi,
        person.c.role,
        person.c.pin_hash,
        person.c.approval_key,
    )
    .where(_IN_FORCE)
    .order_by(person.c.cashier_id)
)
_HASH_OF_ROSTER = Statement(
    select(person.c.pin_hash).where(_IN_FORCE, person.c.cashier_id == bindparam("cashier_id"))
)
_LOCAL = (
    select(
        local_person.c.cashier_id,
        local_person.c.name_en,
        local_person.c.name_hi,
        local_person.c.role,
        local_person.c.pin_hash,
        local_person.c.valid_to,
        local_person.c.made_by,
        local_person.c.at_us,
        local_person_end.c.at_us,
    )
    .select_from(local_person)
    .outerjoin(local_person_end, local_person_end.c.person_link == local_person.c.link)
)
_LOCAL_PEOPLE = Statement(_LOCAL.order_by(local_person.c.link.desc()))
_LOCAL_ONE = Statement(_LOCAL.where(local_person.c.cashier_id == bindparam("cashier_id")))
_GIVEN_HERE = Statement(
    select(local_person.c.pin_hash).where(local_person.c.cashier_id == bindparam("cashier_id"))
)
_IS_KNOWN = Statement(
    select(
        exists().where(person.c.cashier_id == bindparam("cashier_id"))
        | exists().where(local_person.c.cashier_id == bindparam("cashier_id"))
    )
)


def pin_in_force(pen: Pen, cashier_id: CashierId, given_hash: str) -> str:
    """The hash of the PIN that holds: the one set here, while ``given_hash`` is the one it replaced."""
    row = pen.row(_PIN, cashier_id=cashier_id)
    return str(row[0]) if row is not None and row[1] == given_hash else given_hash


def local_cashier(pen: Pen, cashier_id: CashierId) -> Cashier | None:
    """Somebody made here whom nobody has ended; until which day, ``valid_to`` says."""
    row = pen.row(_LOCAL_ONE, cashier_id=cashier_id)
    if row is None:
        return None
    found = _local_person(pen, row)
    return found.cashier if found.ended_at is None else None


def _local_person(pen: Pen, row: Row) -> LocalPerson:
    cashier_id, name_en, name_hi, role, pin_hash, valid_to, made_by, at_us, ended_us = row
    last_day = date.fromisoformat(valid_to)
    held = pin_in_force(pen, cashier_id, pin_hash)
    return LocalPerson(
        cashier=Cashier(
            CashierId(cashier_id),
            name_en,
            name_hi,
            Role(role),
            held,
            is_local=True,
            valid_to=last_day,
        ),
        made_by=CashierId(made_by),
        valid_to=last_day,
        made_at=moment_of(at_us),
        ended_at=None if ended_us is None else moment_of(ended_us),
    )


class LedgerPeopleBook:
    """Port ``PeopleBook``."""

    __slots__ = ("_entry", "_pen")

    def __init__(self, pen: Pen, entry: OpenEntry) -> None:
        self._pen, self._entry = pen, entry

    def roster(self) -> tuple[Cashier, ...]:
        """The people of the roster in force, by number."""
        return tuple(
            Cashier(
                CashierId(cashier_id),
                name_en,
                name_hi,
                Role(role),
                pin_in_force(self._pen, cashier_id, pin_hash),
                approval_key,
            )
            for cashier_id, name_en, name_hi, role, pin_hash, approval_key in self._pen.rows(
                _ROSTER
            )
        )

    def local_people(self) -> tuple[LocalPerson, ...]:
        """Everybody made here, the newest first."""
        return tuple(_local_person(self._pen, row) for row in self._pen.rows(_LOCAL_PEOPLE))

    def is_known(self, cashier_id: CashierId) -> bool:
        """Whether this number is or ever was somebody's."""
        return bool(self._pen.value(_IS_KNOWN, cashier_id=cashier_id))

    def post_person(self, person: LocalPerson, told_by: SealedMessage) -> None:
        """Write a person. Raises BrokenRuleError for a number that was given before."""
        one = person.cashier
        if self.is_known(one.cashier_id):
            message = f"{one.cashier_id} is somebody's already"
            raise BrokenRuleError(message)
        self._pen.write(
            _ADD_PERSON,
            link=self._entry.link_of(told_by),
            cashier_id=one.cashier_id,
            name_en=one.name_en,
            name_hi=one.name_hi,
            role=one.role.value,
            pin_hash=one.pin_hash,
            made_by=person.made_by,
            valid_to=person.valid_to.isoformat(),
            approval_link=None,
            at_us=microseconds(person.made_at),
        )

    def post_end(
        self, cashier_id: CashierId, by: CashierId, at: datetime, told_by: SealedMessage
    ) -> None:
        """End one. Raises BrokenRuleError for somebody not made here, or ended before."""
        self._pen.write(
            _ADD_END,
            person_id=cashier_id,
            link=self._entry.link_of(told_by),
            by_id=by,
            at_us=microseconds(at),
        )

    def post_pin(
        self,
        cashier_id: CashierId,
        pin_hash: str,
        by: CashierId,
        at: datetime,
        told_by: SealedMessage,
    ) -> None:
        """A PIN set here. Raises BrokenRuleError for somebody unknown."""
        self._pen.write(
            _ADD_PIN,
            link=self._entry.link_of(told_by),
            cashier_id=cashier_id,
            pin_hash=pin_hash,
            roster_hash=self._given_hash(cashier_id),
            by_id=by,
            at_us=microseconds(at),
        )

    def _given_hash(self, cashier_id: CashierId) -> str:
        row = self._pen.row(_HASH_OF_ROSTER, cashier_id=cashier_id)
        if row is None:
            row = self._pen.row(_GIVEN_HERE, cashier_id=cashier_id)
        if row is None:
            message = f"{cashier_id} has no PIN to replace"
            raise BrokenRuleError(message)
        return str(row[0])

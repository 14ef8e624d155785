"""The roster kept up: people added, changed and ended, with their days, by whom and why. Every act is an entry."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, func, insert, select

from billing_server.shapes import MOST_TEXT_CHARACTERS
from billing_server.store import approval_secrets
from billing_server.store.office_schema import PERSON_CHANGE
from billing_server.store.people_acting import refuse_unsigned
from billing_server.store.roster import day_in_india
from billing_server.store.saying_no import SaidNo
from billing_server.store.schema import PERSON
from counter_app.domain.shift import Role

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy import Connection, Row

    from billing_server.store.engine import Database

ADDED, CHANGED, ENDED = "added", "changed", "ended"
"""What was done with a person."""
_CASHIER_ID = re.compile(r"[A-Za-z0-9_-]{1,40}")


@dataclass(frozen=True, slots=True)
class PersonKept:
    """A person as the office wants it told. ``valid_to`` is the last day, None for no end; both days count.

    ``pin_hash`` (``roster.hash_pin``) is empty for a PIN that stays.
    """

    cashier_id: str
    name_en: str
    name_hi: str
    role: str
    pin_hash: str
    valid_from: date
    valid_to: date | None = None


@dataclass(frozen=True, slots=True)
class PersonAct:
    """One entry of a person's history."""

    cashier_id: str
    number: int
    act: str
    name_en: str
    name_hi: str
    role: str
    is_pin_new: bool
    valid_from: str
    valid_to: str
    by: str
    reason: str
    at_us: int

    def holds_on(self, day: str) -> bool:
        """Whether the person works at counters on that ISO day."""
        return self.valid_from <= day and (not self.valid_to or day <= self.valid_to)


@dataclass(frozen=True, slots=True)
class OnRoster:
    """A person of the roster; ``last`` is None for one who was put there before the roster had a history."""

    cashier_id: str
    name_en: str
    name_hi: str
    role: str
    last: PersonAct | None


def keep_person(database: Database, kept: PersonKept, by: str, reason: str, now_us: int) -> str:
    """Add this person, or change the one of this id; ADDED or CHANGED. Counters are told at their next pull.

    Raises ValueError for an id, name or role that is none, a new person without a PIN, a last day before the first.
    """
    refuse_unsigned(by, reason)
    _refuse_wrong(kept)

    def work(connection: Connection) -> str:
        before = _person(connection, kept.cashier_id)
        if before is None and not kept.pin_hash:
            raise SaidNo("{person} is new: a PIN is needed", person=kept.cashier_id)
        pin_hash = kept.pin_hash or (before.pin_hash if before else "")
        connection.execute(delete(PERSON).where(PERSON.c.cashier_id == kept.cashier_id))
        connection.execute(
            insert(PERSON).values(
                cashier_id=kept.cashier_id,
                name_en=kept.name_en.strip(),
                name_hi=kept.name_hi.strip(),
                role=kept.role,
                pin_hash=pin_hash,
            )
        )
        approval_secrets.keep_up(connection, kept.cashier_id, kept.role, now_us)
        act = ADDED if before is None else CHANGED
        _note(connection, kept, act, by, reason, now_us)
        return act

    return database.write(work)


def end_person(
    database: Database, cashier_id: str, last_day: date, by: str, reason: str, now_us: int
) -> None:
    """This person works at no counter after that day. Raises ValueError for one who is not on the roster."""
    refuse_unsigned(by, reason)

    def work(connection: Connection) -> None:
        person = _person(connection, cashier_id)
        if person is None:
            raise SaidNo("{person} is not on the roster", person=cashier_id)
        acts = acts_of(connection, cashier_id)
        first = acts[-1].valid_from if acts else last_day.isoformat()
        _insert(
            connection,
            cashier_id=cashier_id,
            act=ENDED,
            name_en=person.name_en,
            name_hi=person.name_hi,
            role=person.role,
            is_pin_new=0,
            valid_from=min(first, last_day.isoformat()),
            valid_to=last_day.isoformat(),
            by_id=by.strip(),
            reason=reason.strip(),
            at_us=now_us,
        )

    database.write(work)


def people(connection: Connection) -> tuple[OnRoster, ...]:
    """Everybody who is or was on the roster, by id, with the last entry of each."""
    last = {one.cashier_id: one for one in _acts(connection)}
    return tuple(
        OnRoster(row.cashier_id, row.name_en, row.name_hi, row.role, last.get(row.cashier_id))
        for row in connection.execute(select(PERSON).order_by(PERSON.c.cashier_id))
    )


def acts_of(connection: Connection, cashier_id: str) -> tuple[PersonAct, ...]:
    """A person's history, oldest first."""
    return tuple(_acts(connection, cashier_id))


def is_working(person: OnRoster, now_us: int) -> bool:
    """Whether counters are told of this person today."""
    return person.last is None or person.last.holds_on(day_in_india(now_us))


def _refuse_wrong(kept: PersonKept) -> None:
    texts = (kept.name_en.strip(), kept.name_hi.strip())
    if not _CASHIER_ID.fullmatch(kept.cashier_id):
        raise SaidNo(
            "{person} is no id: letters, figures, - and _, at most 40", person=kept.cashier_id
        )
    if not all(texts) or max(map(len, texts)) > MOST_TEXT_CHARACTERS or "\x00" in "".join(texts):
        raise SaidNo("a name in English and one in Hindi are needed")
    if kept.role not in set(Role):
        raise SaidNo("{role} is no role: {roles}", role=kept.role, roles=", ".join(Role))
    if kept.valid_to is not None and kept.valid_to < kept.valid_from:
        raise SaidNo("the last day is before the first one")


def _person(connection: Connection, cashier_id: str) -> Row[*tuple[Any, ...]] | None:
    asked = select(PERSON).where(PERSON.c.cashier_id == cashier_id).with_for_update()
    return connection.execute(asked).one_or_none()


def _note(
    connection: Connection, kept: PersonKept, act: str, by: str, reason: str, now_us: int
) -> None:
    _insert(
        connection,
        cashier_id=kept.cashier_id,
        act=act,
        name_en=kept.name_en.strip(),
        name_hi=kept.name_hi.strip(),
        role=kept.role,
        is_pin_new=int(bool(kept.pin_hash)),
        valid_from=kept.valid_from.isoformat(),
        valid_to=kept.valid_to.isoformat() if kept.valid_to else "",
        by_id=by.strip(),
        reason=reason.strip(),
        at_us=now_us,
    )


def _insert(connection: Connection, *, cashier_id: str, **values: object) -> None:
    last = select(func.coalesce(func.max(PERSON_CHANGE.c.number), 0)).where(
        PERSON_CHANGE.c.cashier_id == cashier_id
    )
    number = int(connection.execute(last).scalar_one()) + 1
    connection.execute(insert(PERSON_CHANGE).values(cashier_id=cashier_id, number=number, **values))


def _acts(connection: Connection, cashier_id: str = "") -> list[PersonAct]:
    """Of one person, or of everybody."""
    asked = select(PERSON_CHANGE).order_by(PERSON_CHANGE.c.cashier_id, PERSON_CHANGE.c.number)
    if cashier_id:
        asked = asked.where(PERSON_CHANGE.c.cashier_id == cashier_id)
    return [
        PersonAct(row.cashier_id, row.number, row.act, row.name_en, row.name_hi, row.role,
                  bool(row.is_pin_new), row.valid_from, row.valid_to, row.by_id, row.reason,
                  row.at_us)
        for row in connection.execute(asked)
    ]  # fmt: skip

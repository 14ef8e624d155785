"""Who this counter is. The only writer of certificate, roster and person."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from sqlalchemy import bindparam, func, insert, select

from counter_app.domain.shift import Cashier, Role
from counter_app.wire.canonical import canonical_bytes
from counter_app.wire.exchange import Certificate, Person
from counter_app.wire.messages import microseconds
from local_db.people_book import local_cashier, pin_in_force
from local_db.rows import certificate, person, roster
from local_db.statements import NOUGHT, Statement

if TYPE_CHECKING:
    from datetime import datetime

    from counter_app.domain.identity import CashierId
    from local_db.pen import Pen

_ADD_CERTIFICATE = Statement(insert(certificate))
_ADD_ROSTER = Statement(insert(roster))
_ADD_PERSON = Statement(insert(person))
_CERTIFICATE = Statement(select(certificate.c.facts).order_by(certificate.c.epoch.desc()))
_CERTIFICATES = Statement(select(certificate.c.facts).order_by(certificate.c.epoch))
_LAST_ROSTER = Statement(select(func.coalesce(func.max(roster.c.version), NOUGHT)))
_PEOPLE = Statement(
    select(
        person.c.cashier_id,
        person.c.name_en,
        person.c.name_hi,
        person.c.role,
        person.c.pin_hash,
        person.c.approval_key,
    ).where(person.c.version == bindparam("version"))
)
_PERSON = Statement(
    select(
        person.c.name_en,
        person.c.name_hi,
        person.c.role,
        person.c.pin_hash,
        person.c.approval_key,
    ).where(
        person.c.version == select(func.max(roster.c.version)).scalar_subquery(),
        person.c.cashier_id == bindparam("cashier_id"),
    )
)
_FACTS = msgspec.json.Decoder(Certificate)


def certificates(pen: Pen) -> dict[int, Certificate]:
    """The certificates of all epochs."""
    kept = [_FACTS.decode(facts) for (facts,) in pen.rows(_CERTIFICATES)]
    return {one.epoch: one for one in kept}


class LedgerEnrolmentBook:
    """Port ``EnrolmentBook``."""

    __slots__ = ("_pen",)

    def __init__(self, pen: Pen) -> None:
        self._pen = pen

    def certificate(self) -> Certificate | None:
        """The certificate of the current (highest) epoch."""
        row = self._pen.row(_CERTIFICATE)
        return None if row is None else _FACTS.decode(row[0])

    def certificates(self) -> tuple[Certificate, ...]:
        """Those of all epochs, the oldest first."""
        return tuple(certificates(self._pen).values())

    def keep_certificate(self, certificate: Certificate, signed: bytes, at: datetime) -> None:
        """Begin an epoch. Raises BrokenRuleError for one that is not higher than the last."""
        self._pen.write(
            _ADD_CERTIFICATE,
            epoch=certificate.epoch,
            counter_id=certificate.counter_id,
            receipt_series=certificate.receipt_series,
            facts=canonical_bytes(certificate).decode(),
            signed=signed,
            at_us=microseconds(at),
        )

    def keep_roster(self, people: tuple[Person, ...], at: datetime) -> None:
        """The roster in force from now; the same people again add nothing."""
        version = int(self._pen.value(_LAST_ROSTER))
        in_force = {Person(*row) for row in self._pen.rows(_PEOPLE, version=version)}
        if version and in_force == set(people):
            return
        self._pen.write(_ADD_ROSTER, version=version + 1, at_us=microseconds(at))
        self._pen.write_many(
            _ADD_PERSON,
            [msgspec.structs.asdict(one) | {"version": version + 1} for one in people],
        )

    def cashier(self, cashier_id: CashierId) -> Cashier | None:
        """A person of the roster in force, else one made here and not ended; with the PIN that holds."""
        row = self._pen.row(_PERSON, cashier_id=cashier_id)
        if row is None:
            return local_cashier(self._pen, cashier_id)
        name_en, name_hi, role, given_hash, approval_key = row
        pin_hash = pin_in_force(self._pen, cashier_id, given_hash)
        return Cashier(cashier_id, name_en, name_hi, Role(role), pin_hash, approval_key)

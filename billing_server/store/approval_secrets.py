"""Secrets with which people approve by telephone. The only writer of table approval_secret.

A secret is made when somebody who may approve is put on the roster, told to nobody but its owner, and once; counters
get keys derived from it (``wire.telephone.counter_key``). Times are UTC microseconds.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import Column, LargeBinary, Table, Text, delete, insert, select, update

from billing_server.store.saying_no import SaidNo
from billing_server.store.schema import METADATA, WIDE
from counter_app.domain.people import Act, may
from counter_app.domain.shift import Role
from counter_app.wire.canonical import text_of
from counter_app.wire.telephone import SECRET_BYTES, counter_key

if TYPE_CHECKING:
    from sqlalchemy import Connection

APPROVAL_SECRET = Table(
    "approval_secret",
    METADATA,
    Column("cashier_id", Text, primary_key=True),
    Column("secret", LargeBinary, nullable=False),
    Column(
        "console_id", Text, nullable=False
    ),  # who answers with it in the console, empty for nobody
    Column("made_us", WIDE, nullable=False),
    Column("made_by", Text, nullable=False),
)
_COLUMNS = APPROVAL_SECRET.c
AT_ROSTER = "roster"
"""Who made a secret that came with the person."""


@dataclass(frozen=True, slots=True)
class ApproverKept:
    """One who may approve by telephone, without the secret."""

    cashier_id: str
    console_id: str
    made_us: int
    made_by: str


def is_approver(role: str) -> bool:
    """Whether this role of the counters may be the second person; a role nobody knows may not."""
    return role in set(Role) and may(Role(role), Act.APPROVE)


def keep_up(connection: Connection, cashier_id: str, role: str, now_us: int) -> None:
    """A secret for whoever may approve and has none; none for whoever may not."""
    if not is_approver(role):
        connection.execute(delete(APPROVAL_SECRET).where(_COLUMNS.cashier_id == cashier_id))
    elif _secret(connection, cashier_id) is None:
        _insert(connection, cashier_id, "", AT_ROSTER, now_us)


def forget(connection: Connection, cashier_id: str) -> None:
    """Somebody was taken off the roster."""
    connection.execute(delete(APPROVAL_SECRET).where(_COLUMNS.cashier_id == cashier_id))


def renew(connection: Connection, cashier_id: str, by: str, now_us: int) -> bytes:
    """A new secret in place of the old one, whose answers fit no more once counters have pulled.

    Raises SaidNo for somebody who may not approve.
    """
    kept = approver(connection, cashier_id)
    if kept is None:
        raise SaidNo("{person} does not approve by telephone", person=cashier_id)
    forget(connection, cashier_id)
    return _insert(connection, cashier_id, kept.console_id, by, now_us)


def link(connection: Connection, cashier_id: str, console_id: str) -> None:
    """From now this person of the console answers with this secret; an empty name takes it back.

    Raises SaidNo for somebody who may not approve, and for a person of the console who answers as another already.
    """
    if approver(connection, cashier_id) is None:
        raise SaidNo("{person} does not approve by telephone", person=cashier_id)
    other = approver_of(connection, console_id) if console_id else None
    if other is not None and other.cashier_id != cashier_id:
        raise SaidNo("{name} answers as {person} already", name=console_id, person=other.cashier_id)
    connection.execute(
        update(APPROVAL_SECRET)
        .where(_COLUMNS.cashier_id == cashier_id)
        .values(console_id=console_id)
    )


def approvers(connection: Connection) -> tuple[ApproverKept, ...]:
    """Everybody with a secret, by id."""
    rows = connection.execute(select(APPROVAL_SECRET).order_by(_COLUMNS.cashier_id))
    return tuple(
        ApproverKept(row.cashier_id, row.console_id, row.made_us, row.made_by) for row in rows
    )


def approver(connection: Connection, cashier_id: str) -> ApproverKept | None:
    """One of them."""
    return next((one for one in approvers(connection) if one.cashier_id == cashier_id), None)


def approver_of(connection: Connection, console_id: str) -> ApproverKept | None:
    """As whom this person of the console answers."""
    return next((one for one in approvers(connection) if one.console_id == console_id), None)


def key_for(connection: Connection, cashier_id: str, counter_id: str) -> bytes:
    """The person's key for one counter. Raises SaidNo for somebody who may not approve."""
    secret = _secret(connection, cashier_id)
    if secret is None:
        raise SaidNo("{person} does not approve by telephone", person=cashier_id)
    return counter_key(secret, counter_id)


def keys_of_counter(connection: Connection, counter_id: str) -> dict[str, str]:
    """What the roster tells one counter: person to key, base64url."""
    rows = connection.execute(select(_COLUMNS.cashier_id, _COLUMNS.secret))
    return {row.cashier_id: text_of(counter_key(bytes(row.secret), counter_id)) for row in rows}


def _secret(connection: Connection, cashier_id: str) -> bytes | None:
    row = connection.execute(
        select(_COLUMNS.secret).where(_COLUMNS.cashier_id == cashier_id)
    ).one_or_none()
    return None if row is None else bytes(row.secret)


def _insert(
    connection: Connection, cashier_id: str, console_id: str, by: str, now_us: int
) -> bytes:
    secret = secrets.token_bytes(SECRET_BYTES)
    connection.execute(
        insert(APPROVAL_SECRET).values(
            cashier_id=cashier_id,
            secret=secret,
            console_id=console_id,
            made_us=now_us,
            made_by=by,
        )
    )
    return secret

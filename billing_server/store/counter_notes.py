"""What supervisors did at counters, as it was told: rules for one counter, and words for one order. Writes nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select

from billing_server.store.message_keys import key_of
from billing_server.store.told_schema import COUNTER_RULE, MESSAGE, WORD
from counter_app.wire.decoding import read_json

if TYPE_CHECKING:
    from sqlalchemy import Connection, Row, Select, Table

    from billing_server.reading import MessageKey
    from counter_app.domain.policy import Value


@dataclass(frozen=True, slots=True)
class CounterRule:
    """A rule a supervisor set for one counter; days ISO, ``valid_to`` empty for no end."""

    key: MessageKey
    name: str
    valid_from: str
    valid_to: str
    values: dict[str, Value]
    set_by: str
    reason: str
    received_us: int


@dataclass(frozen=True, slots=True)
class WordGiven:
    """A supervisor's word, or an approval of an act that is no payment.

    ``codes`` are those of ``domain.caveat``, or one of ``domain.approval``. ``challenge`` is empty for one in person.
    """

    key: MessageKey
    supervisor_id: str
    cashier_id: str
    business_date: str
    codes: tuple[str, ...]
    reason: str
    about: str
    challenge: str
    amount_paise: int
    received_us: int


def last_rules(connection: Connection, most: int) -> tuple[CounterRule, ...]:
    """So many of those told last, the newest first."""
    return tuple(
        CounterRule(
            key_of(row),
            row.name,
            row.valid_from,
            row.valid_to,
            read_json(row.fields, dict[str, bool | int | str]),
            row.set_by,
            row.reason,
            row.received_us,
        )
        for row in connection.execute(_newest(COUNTER_RULE, most))
    )


def last_words(connection: Connection, most: int) -> tuple[WordGiven, ...]:
    """The same of words."""
    return _words(connection, _newest(WORD, most))


def last_by_telephone(
    connection: Connection, supervisor_id: str, most: int
) -> tuple[WordGiven, ...]:
    """The same of those that counters told as this person's answers by telephone: for the person to look through."""
    given = (WORD.c.supervisor_id == supervisor_id) & (WORD.c.challenge != "")
    return _words(connection, _newest(WORD, most).where(given))


def _words(
    connection: Connection, asked: Select[*tuple[Row[*tuple[object, ...]], ...]]
) -> tuple[WordGiven, ...]:
    return tuple(
        WordGiven(
            key_of(row),
            row.supervisor_id,
            row.cashier_id,
            row.business_date,
            tuple(row.codes.split()),
            row.reason,
            row.group_id,
            row.challenge,
            row.amount_paise,
            row.received_us,
        )
        for row in connection.execute(asked)
    )


def _newest(table: Table, most: int) -> Select[*tuple[Row[*tuple[object, ...]], ...]]:
    return (
        select(table, MESSAGE.c.received_us)
        .join_from(table, MESSAGE)
        .order_by(MESSAGE.c.received_us.desc(), *table.primary_key.columns)
        .limit(most)
    )

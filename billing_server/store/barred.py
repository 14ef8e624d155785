"""Cheques that are not taken: a dated list of accounts whose cheques bounced, told to every counter."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from billing_server.store.bulk import Row, insert_rows
from billing_server.store.cursor import next_numbers
from billing_server.store.known_accounts import known_accounts
from billing_server.store.office_schema import CHEQUE_BAR
from billing_server.store.people_acting import refuse_unsigned
from billing_server.store.saying_no import SaidNo
from counter_app.wire.lists import ChequeBarTold

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date

    from sqlalchemy import Connection

    from billing_server.store.engine import Database

MOST_NAMED = 10
"""How many wrong accounts an error names."""


@dataclass(frozen=True, slots=True)
class Bar:
    """The cheques of this account are not taken on these days; both count, None is no end."""

    account_no: str
    valid_from: date
    valid_to: date | None
    reason: str


@dataclass(frozen=True, slots=True)
class BarSet:
    """An entry of the list, with who set it and when. ``is_lifted``: from then on cheques are taken again."""

    account_no: str
    number: int
    is_lifted: bool
    valid_from: str
    valid_to: str
    reason: str
    by: str
    at_us: int


def bar_cheques(database: Database, bars: Collection[Bar], by: str, now_us: int) -> int:
    """Bar one account or the bounce list of the whole city; how many. What was said of an account before is replaced.

    Raises ValueError for an account nobody has, days that end before they begin, and no name or reason.
    """
    wrong = sorted(b.account_no for b in bars if b.valid_to and b.valid_to < b.valid_from)
    if wrong:
        named = ", ".join(wrong[:MOST_NAMED])
        raise SaidNo("the last day is before the first one: {accounts}", accounts=named)
    for one in bars:
        refuse_unsigned(by, one.reason)
    by_account = {one.account_no: one for one in bars}
    rows: list[Row] = [
        {
            "account_no": account_no,
            "is_lifted": 0,
            "valid_from": one.valid_from.isoformat(),
            "valid_to": one.valid_to.isoformat() if one.valid_to else "",
            "reason": one.reason.strip(),
        }
        for account_no, one in sorted(by_account.items())
    ]

    def work(connection: Connection) -> int:
        strangers = sorted(set(by_account) - known_accounts(connection, by_account))
        if strangers:
            named = ", ".join(strangers[:MOST_NAMED])
            raise SaidNo("nobody has the account {accounts}", accounts=named)
        return _write(connection, rows, by, now_us)

    return database.write(work)


def lift_bar(database: Database, account_no: str, by: str, reason: str, now_us: int) -> None:
    """Take this account's cheques again. Raises ValueError when they are not barred."""
    refuse_unsigned(by, reason)

    def work(connection: Connection) -> None:
        standing = [one for one in bars_set(connection) if one.account_no == account_no]
        if not standing:
            raise SaidNo("the cheques of {account} are not barred", account=account_no)
        row = {
            "account_no": account_no,
            "is_lifted": 1,
            "valid_from": standing[0].valid_from,
            "valid_to": standing[0].valid_to,
            "reason": reason.strip(),
        }
        _write(connection, [row], by, now_us)

    database.write(work)


def bars_set(connection: Connection) -> tuple[BarSet, ...]:
    """What is barred, now or on other days, the last one set first; what was lifted is not among them."""
    return tuple(one for one in _read(connection, is_last=True) if not one.is_lifted)


def bars_of(connection: Connection, account_no: str) -> tuple[BarSet, ...]:
    """All that was ever said of an account, the last first."""
    return tuple(one for one in _read(connection, is_last=False) if one.account_no == account_no)


def tell_bars(connection: Connection, since: int, reached: int) -> tuple[ChequeBarTold, ...]:
    """What was said after one change cursor and up to the other, in its order."""
    columns = CHEQUE_BAR.c
    rows = connection.execute(
        select(CHEQUE_BAR)
        .where(columns.changed_at > since, columns.changed_at <= reached)
        .order_by(columns.changed_at)
    )
    return tuple(
        ChequeBarTold(row.account_no, row.valid_from, row.valid_to, row.reason, bool(row.is_lifted))
        for row in rows
    )


def _read(connection: Connection, *, is_last: bool) -> list[BarSet]:
    columns = CHEQUE_BAR.c
    asked = select(CHEQUE_BAR).order_by(columns.changed_at.desc())
    if is_last:
        latest = select(func.max(columns.changed_at)).group_by(columns.account_no)
        asked = asked.where(columns.changed_at.in_(latest))
    return [
        BarSet(row.account_no, row.number, bool(row.is_lifted), row.valid_from, row.valid_to,
               row.reason, row.by_id, row.at_us)
        for row in connection.execute(asked)
    ]  # fmt: skip


def _write(connection: Connection, rows: list[Row], by: str, now_us: int) -> int:
    """The cursor's lock comes first here: it gives the entries of an account their numbers one after another."""
    first = next_numbers(connection, len(rows))
    columns = CHEQUE_BAR.c
    numbered = select(columns.account_no, func.max(columns.number)).group_by(columns.account_no)
    last = {account_no: number for account_no, number in connection.execute(numbered)}  # noqa: C416 - dict() of rows is no mapping to mypy
    insert_rows(
        connection,
        CHEQUE_BAR,
        [
            {
                **row,
                "number": last.get(str(row["account_no"]), 0) + 1,
                "changed_at": first + place,
                "by_id": by.strip(),
                "at_us": now_us,
            }
            for place, row in enumerate(rows)
        ],
    )
    return len(rows)

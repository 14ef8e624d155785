"""The lists beside the bills: numbers that became another, cheques that are barred. Their only writer."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from msgspec.structs import astuple
from sqlalchemy import TEXT, Column, MetaData, Table, bindparam, delete, insert, select

from counter_app.domain.beside import ChequeBar, ToldBeside
from counter_app.domain.identity import AccountNo
from counter_app.wire.lists import MOST_STEPS
from local_db.statements import Statement

if TYPE_CHECKING:
    from counter_app.wire.exchange import Changes
    from local_db.cipher import Connection

_LISTS = MetaData()
renumbered = Table(
    "renumbered",
    _LISTS,
    Column("old_account_no", TEXT),
    Column("account_no", TEXT),
)
cheque_bar = Table(
    "cheque_bar",
    _LISTS,
    Column("account_no", TEXT),
    Column("valid_from", TEXT),
    Column("valid_to", TEXT),
    Column("reason", TEXT),
)

TABLES = (
    (
        "CREATE TABLE renumbered (old_account_no TEXT PRIMARY KEY COLLATE NOCASE,"
        " account_no TEXT NOT NULL) STRICT, WITHOUT ROWID"
    ),
    "CREATE INDEX renumbered_to ON renumbered (account_no)",
    (
        "CREATE TABLE cheque_bar (account_no TEXT PRIMARY KEY, valid_from TEXT NOT NULL,"
        " valid_to TEXT NOT NULL, reason TEXT NOT NULL) STRICT, WITHOUT ROWID"
    ),
)

_ADD_NUMBER = Statement(insert(renumbered).prefix_with("OR REPLACE")).text
_ADD_BAR = Statement(insert(cheque_bar).prefix_with("OR REPLACE")).text
_DROP_BAR = Statement(
    delete(cheque_bar).where(cheque_bar.c.account_no == bindparam("account_no"))
).text
_BECAME = Statement(
    select(renumbered.c.account_no).where(renumbered.c.old_account_no == bindparam("old"))
).text
_CAME_FROM = Statement(
    select(renumbered.c.old_account_no).where(renumbered.c.account_no == bindparam("account_no"))
).text
_BAR_OF = Statement(
    select(cheque_bar.c.valid_from, cheque_bar.c.valid_to, cheque_bar.c.reason).where(
        cheque_bar.c.account_no == bindparam("account_no")
    )
).text


def keep_lists(connection: Connection, page: Changes) -> None:
    """What a page tells of the lists, in its order: the last word on a number or an account counts."""
    pairs = [(told.old_account_no, told.account_no) for told in page.renumbered or ()]
    if pairs:
        connection.executemany(_ADD_NUMBER, pairs)
    for bar in page.barred or ():
        if bar.is_lifted:
            connection.execute(_DROP_BAR, (bar.account_no,))
        else:
            connection.execute(_ADD_BAR, astuple(bar)[:-1])


def became(connection: Connection, number: str) -> str:
    """What a number is now, followed step by step; empty for one that became no other."""
    now = number
    for _ in range(MOST_STEPS):
        row = connection.execute(_BECAME, (now,)).fetchone()
        if row is None:
            break
        now = row[0]
    return "" if now == number else now


def beside(connection: Connection, account_no: str) -> ToldBeside:
    """What is kept of an account: all numbers that became it, and the bar on its cheques."""
    old_numbers: dict[str, None] = {}
    fresh = [account_no]
    for _ in range(MOST_STEPS):
        rows = [row for one in fresh for row in connection.execute(_CAME_FROM, (one,)).fetchall()]
        fresh = [old for (old,) in rows if old not in old_numbers and old != account_no]
        old_numbers |= dict.fromkeys(fresh)
    row = connection.execute(_BAR_OF, (account_no,)).fetchone()
    return ToldBeside(tuple(map(AccountNo, sorted(old_numbers))), _bar(row) if row else None)


def _bar(row: tuple[str, str, str]) -> ChequeBar:
    valid_from, valid_to, reason = row
    until = date.fromisoformat(valid_to) if valid_to else None
    return ChequeBar(date.fromisoformat(valid_from), until, reason)

"""Whose waiting money may be: consumers found by any of their numbers or by their name, and those the message names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import and_, func, or_, select

from billing_server.store.account_map import read_map
from billing_server.store.schema import BILL, CONSUMER
from counter_app.domain.money import western_digits

if TYPE_CHECKING:
    from collections.abc import Collection

    from sqlalchemy import ColumnElement, Connection

MOST_FOUND = 25
LONGEST_QUESTION = 80
MOST_WORDS = 5
LEAST_LETTERS = 3
"""Of a name: fewer would find half a city."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A consumer as an accountant compares one. ``open_bills``: without one money can go to no bill of it."""

    account_no: str
    name_en: str
    name_hi: str
    guardian_name: str
    address: str
    locality: str
    division: str
    legacy_account_no: str
    meter_no: str
    is_removed: bool
    open_bills: int


def find_candidates(connection: Connection, text: str) -> tuple[Candidate, ...]:
    """Consumers that fit what was typed: an account, old, meter, bill or mobile number whole, else words of a name."""
    typed = western_digits(text[:LONGEST_QUESTION]).strip()
    together = "".join(typed.split())
    if any(map(str.isdigit, together)):
        return candidates_named(connection, {together, typed})
    words = [word for word in typed.split() if len(word) >= LEAST_LETTERS][:MOST_WORDS]
    if not words:
        return ()
    return _read(connection, and_(*map(_has_word, words)))


def candidates_named(connection: Connection, numbers: Collection[str]) -> tuple[Candidate, ...]:
    """Consumers that one of these numbers names, or that took the place of what it named."""
    asked = {number for number in numbers if number}
    asked |= set(read_map(connection, asked).values())
    if not asked:
        return ()
    billed = select(BILL.c.account_no).where(BILL.c.bill_no.in_(asked))
    columns = CONSUMER.c
    named = (columns.account_no, columns.legacy_account_no, columns.meter_no, columns.mobile)
    return _read(
        connection, or_(*(column.in_(asked) for column in named), columns.account_no.in_(billed))
    )


def _has_word(word: str) -> ColumnElement[bool]:
    like = f"%{word.replace('%', '').replace('_', '').upper()}%"
    return or_(func.upper(CONSUMER.c.name_en).like(like), func.upper(CONSUMER.c.name_hi).like(like))


def _read(connection: Connection, is_asked: ColumnElement[bool]) -> tuple[Candidate, ...]:
    columns = CONSUMER.c
    open_bills = (
        select(func.count())
        .where(BILL.c.account_no == columns.account_no, BILL.c.is_open == 1)
        .scalar_subquery()
    )
    rows = connection.execute(
        select(CONSUMER, open_bills.label("open_bills"))
        .where(is_asked)
        .order_by(columns.is_removed, columns.account_no)
        .limit(MOST_FOUND)
    )
    return tuple(
        Candidate(row.account_no, row.name_en, row.name_hi, row.guardian_name, row.address,
                  row.locality, row.division, row.legacy_account_no, row.meter_no,
                  bool(row.is_removed), row.open_bills)
        for row in rows
    )  # fmt: skip

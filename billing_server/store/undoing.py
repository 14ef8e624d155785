"""What an accountant takes back, and the doubles that were some: decisions after a match, each a new entry."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import insert, select

from billing_server.standing import Standing
from billing_server.store.kept_payments import last_decision, payments_told, read_kept
from billing_server.store.message_keys import is_among, key_of, key_row
from billing_server.store.office_schema import (
    DECISION,
    DOUBLE,
    DOUBLE_TAKEN_BACK,
    UNDONE_MATCH,
)
from billing_server.store.people_acting import lock_counters, refuse_unsigned
from billing_server.store.results import tell_result
from billing_server.store.saying_no import SaidNo
from billing_server.store.settling import settle
from billing_server.store.told_schema import MESSAGE
from billing_server.store.what_stands import read_accounts
from counter_app.domain.usual_policy import USUAL_POLICY
from counter_app.wire.exchange import Fate
from counter_app.wire.results import ResultKind, ResultTold

if TYPE_CHECKING:
    from typing import Any

    from sqlalchemy import Connection, Row

    from billing_server.kept import KeptPayment
    from billing_server.reading import MessageKey
    from billing_server.store.engine import Database


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision on one message: who, and why."""

    key: MessageKey
    by: str
    reason: str


@dataclass(frozen=True, slots=True)
class ToPayBack:
    """A double that the office pays back: the receipt, the account told, and what no return has undone of it."""

    key: MessageKey
    receipt_no: str
    account_no: str
    business_date: str
    rest_paise: int
    by: str
    reason: str
    at_us: int


def undo_match(database: Database, decided: Decided, now_us: int) -> int:
    """Take a match back, or a double confirmed: the money waits again, as it did; the number of the result.

    The bills lose what they held of it. Raises ValueError when nobody decided on this message, or that was undone.
    """
    refuse_unsigned(decided.by, decided.reason)

    def work(connection: Connection) -> int:
        row, kept = _payment(connection, decided.key)
        number, kind = last_decision(connection, decided.key)
        if number == 0 or kind in {UNDONE_MATCH, DOUBLE_TAKEN_BACK}:
            raise SaidNo("{key}: there is no decision to undo", key=decided.key)
        standing = Standing(USUAL_POLICY)
        read_accounts(connection, (), standing, [kept])
        before, was_refused = kept.in_bills_paise, kept.is_refused
        kept.is_doubtful, kept.is_elsewhere = True, False
        standing.move(kept, before)
        _keep(
            connection,
            decided,
            number + 1,
            DOUBLE_TAKEN_BACK if kind else UNDONE_MATCH,
            kept,
            now_us,
        )
        said = ResultKind.HELD_UNDONE if kept.is_held else ResultKind.MATCH_UNDONE
        told = _tell(connection, said, row.receipt_no, kept, decided, now_us)
        is_refused_now = kept.is_refused and not was_refused
        settle(connection, standing, [decided.key] if is_refused_now else [])
        return told

    return database.write(work)


def confirm_double(database: Database, decided: Decided, now_us: int) -> int:
    """A POSSIBLE_DOUBLE is one: no bill will hold it, its counter counts it no more; the number of the result.

    Raises ValueError for any other payment, one that is decided on, and one of which nothing is left.
    """
    refuse_unsigned(decided.by, decided.reason)

    def work(connection: Connection) -> int:
        row, kept = _payment(connection, decided.key)
        if row.fate != Fate.POSSIBLE_DOUBLE or not kept.is_doubtful or kept.is_elsewhere:
            raise SaidNo("{key} is no double that waits for a decision", key=decided.key)
        if not kept.rest_paise:
            raise SaidNo(
                "{key}: its instrument was returned, nothing is left to pay back", key=decided.key
            )
        number, _ = last_decision(connection, decided.key)
        standing = Standing(USUAL_POLICY)
        standing.back.add(decided.key)
        _keep(connection, decided, number + 1, DOUBLE, kept, now_us)
        told = _tell(connection, ResultKind.DOUBLE_CONFIRMED, row.receipt_no, kept, decided, now_us)
        settle(connection, standing, ())
        return told

    return database.write(work)


def to_pay_back(connection: Connection) -> tuple[ToPayBack, ...]:
    """The doubles confirmed and not taken back, oldest first, of which something is left."""
    decisions = connection.execute(
        select(DECISION)
        .where(DECISION.c.kind == DOUBLE)
        .order_by(DECISION.c.at_us, DECISION.c.counter_id, DECISION.c.sequence)
    )
    last = {
        key_of(row): row
        for row in decisions
        if last_decision(connection, key_of(row))[0] == row.number
    }
    paid = {key_of(row): row for row in payments_told(connection, is_among(MESSAGE, last))}
    found = []
    for key, decision in last.items():
        row = paid[key]
        kept = read_kept(connection, key.counter_id, {row.payment_id})[row.payment_id]
        if kept.rest_paise:
            found.append(
                ToPayBack(key, row.receipt_no, row.account_no, row.business_date, kept.rest_paise,
                          decision.by_id, decision.reason, decision.at_us)
            )  # fmt: skip
    return tuple(found)


def _payment(connection: Connection, key: MessageKey) -> tuple[Row[*tuple[Any, ...]], KeptPayment]:
    lock_counters(connection, {key.counter_id})
    rows = payments_told(connection, is_among(MESSAGE, {key}))
    if not rows:
        raise SaidNo("{key} tells no payment", key=key)
    (row,) = rows
    return row, read_kept(connection, key.counter_id, {row.payment_id})[row.payment_id]


def _keep(
    connection: Connection,
    decided: Decided,
    number: int,
    kind: str,
    kept: KeptPayment,
    now_us: int,
) -> None:
    connection.execute(
        insert(DECISION).values(
            **key_row(decided.key),
            number=number,
            kind=kind,
            amount_paise=kept.rest_paise,
            by_id=decided.by.strip(),
            reason=decided.reason.strip(),
            at_us=now_us,
        )
    )


def _tell(
    connection: Connection,
    kind: ResultKind,
    receipt_no: str,
    kept: KeptPayment,
    decided: Decided,
    now_us: int,
) -> int:
    told = ResultTold(
        number=0,
        kind=kind,
        at_us=now_us,
        amount_paise=kept.rest_paise,
        receipt_no=receipt_no,
        reason=decided.reason.strip(),
    )
    return tell_result(connection, decided.key.counter_id, told)

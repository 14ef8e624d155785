"""Money that waits for a person: the list an accountant works, and the matching that books it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import msgspec
from sqlalchemy import and_, literal_column, select

from billing_server.returns import held_as_payment
from billing_server.standing import Standing
from billing_server.store.bulk import insert_rows
from billing_server.store.closed_months import month_to_count_in
from billing_server.store.kept_payments import (
    is_elsewhere,
    last_decision,
    payments_told,
    read_kept,
)
from billing_server.store.message_keys import is_among, key_of, key_row
from billing_server.store.people_acting import lock_counters, refuse_unsigned
from billing_server.store.results import matched, tell_result
from billing_server.store.saying_no import SaidNo
from billing_server.store.settling import settle
from billing_server.store.told_schema import MATCHED, MESSAGE, MESSAGE_BODY, SET_ASIDE
from billing_server.store.what_stands import read_accounts
from counter_app.domain.payment import Toward
from counter_app.domain.usual_policy import USUAL_POLICY
from counter_app.wire.bodies import PaymentTaken
from counter_app.wire.custody_bodies import PaymentReversed
from counter_app.wire.decoding import read_json
from counter_app.wire.exchange import Fate
from counter_app.wire.messages import Message
from counter_app.wire.results import ResultKind

if TYPE_CHECKING:
    from sqlalchemy import Connection, Row

    from billing_server.kept import KeptPayment
    from billing_server.reading import MessageKey
    from billing_server.standing import AccountStanding
    from billing_server.store.engine import Database


MOST_ROWS = 1_000
"""How much of the list is shown at once."""
HELD = "HELD"
"""Stands for a fate where a reversal left money in suspense."""
_IS_HELD = and_(
    MESSAGE.c.kind == literal_column("'payment_reversed'"),  # in the words of the index
    MESSAGE.c.payment_id != literal_column("''"),
)


@dataclass(frozen=True, slots=True)
class Waiting:
    """One message whose money waits. ``payment`` is None for one that could not be read as a payment.

    ``rest_paise`` is what no return has undone.
    """

    key: MessageKey
    fate: str
    reference: str
    payment: PaymentTaken | None
    rest_paise: int


@dataclass(frozen=True, slots=True)
class Match:
    """What a person decided: whose it is, who says so, and why."""

    key: MessageKey
    account_no: str
    by: str
    reason: str


def waiting(
    connection: Connection, most_rows: int = MOST_ROWS, *, fate: str = "", counter_id: str = ""
) -> tuple[Waiting, ...]:
    """What waits for a person, in the order of counters and messages: so many at most, of a fate or counter named.

    What reversals left in suspense comes last, under the fate HELD.
    """
    of_counter = [MESSAGE.c.counter_id == counter_id] if counter_id else []
    refused = (
        select(MESSAGE)
        .join_from(MESSAGE, SET_ASIDE)
        .where(MESSAGE.c.is_in_bill == 0, MESSAGE.c.reference != "payment_told_before", *of_counter)
        .order_by(*SET_ASIDE.primary_key.columns)
        .limit(most_rows)
    )
    rows = list(
        connection.execute(refused.where(MESSAGE.c.fate == fate) if fate else refused)
        if fate != HELD
        else ()
    )
    if fate in {"", HELD}:
        held = select(MESSAGE).where(_IS_HELD, *of_counter).order_by(*MESSAGE.primary_key.columns)
        rows += connection.execute(held.limit(most_rows - len(rows)))
    ids: dict[str, set[str]] = {}
    for row in rows:
        ids.setdefault(row.counter_id, set()).add(row.payment_id)
    kept = {
        one.key: one
        for counter_id, payment_ids in ids.items()
        for one in read_kept(connection, counter_id, payment_ids).values()
    }
    raws = _raws(connection, {key_of(row): row.book_month for row in rows})
    found = []
    for row in rows:
        one = kept.get(key_of(row))
        if one is None:
            found.append(Waiting(key_of(row), row.fate, row.reference, None, 0))
        elif one.is_doubtful and one.rest_paise:
            payment = _payment_in(raws[one.key])
            fate_now, says = (HELD, "") if one.is_held else (row.fate, row.reference)
            found.append(Waiting(one.key, fate_now, says, payment, one.rest_paise))
    return tuple(found)


def match_suspense(database: Database, match: Match, now_us: int) -> int:
    """Book a waiting payment to this account, and tell its counter; the number of the result.

    A part goes into the bill it named where that is open, else into the newest. Raises ValueError for a message
    that is no waiting payment, an account that is not served or has no open bill, a match without who and why.
    Money of a closed month counts in the month it is matched in.
    """
    refuse_unsigned(match.by, match.reason)

    def work(connection: Connection) -> int:
        lock_counters(connection, {match.key.counter_id})
        row, kept = _waiting_payment(connection, match.key)
        standing = Standing(USUAL_POLICY)
        read_accounts(connection, {match.account_no}, standing)
        account = _open_account(standing, match.account_no, kept)
        before = kept.in_bills_paise
        kept.account_no, kept.is_doubtful = match.account_no, False
        if not kept.is_held:
            kept.is_elsewhere = is_elsewhere(connection, row.account_no, match.account_no)
        _give_bills(kept, account)
        if not kept.is_refused:
            standing.back.add(kept.key)
        standing.move(kept, before)
        month = month_to_count_in(connection, row.business_date, now_us)
        _keep_match(connection, kept, match, month, now_us)
        is_double = row.fate == Fate.POSSIBLE_DOUBLE
        kind = ResultKind.DOUBLE_RESOLVED if is_double else ResultKind.SUSPENSE_MATCHED
        kind = ResultKind.HELD_MATCHED if kept.is_held else kind
        told = matched(connection, kind, row.receipt_no, kept, now_us, match.reason.strip())
        told = msgspec.structs.replace(told, month=month)
        number = tell_result(connection, match.key.counter_id, told)
        settle(connection, standing, ())
        return number

    return database.write(work)


def _raws(connection: Connection, months: dict[MessageKey, str]) -> dict[MessageKey, bytes]:
    """The exact bytes of these messages, looked for in their months alone."""
    if not months:
        return {}
    is_there = MESSAGE_BODY.c.book_month.in_(set(months.values()))
    rows = connection.execute(select(MESSAGE_BODY).where(is_among(MESSAGE_BODY, months), is_there))
    return {key_of(row): row.raw for row in rows}


def _waiting_payment(
    connection: Connection, key: MessageKey
) -> tuple[Row[*tuple[Any, ...]], KeptPayment]:
    rows = payments_told(connection, is_among(MESSAGE, {key}))
    if not rows:
        raise SaidNo("{key} tells no payment that can be booked", key=key)
    row = rows[0]
    kept = read_kept(connection, key.counter_id, {row.payment_id})[row.payment_id]
    if not kept.is_doubtful:
        raise SaidNo(
            "{key} does not wait: {fate}, booked to {account}",
            key=key,
            fate=row.fate,
            account=kept.account_no,
        )
    if kept.is_elsewhere:
        raise SaidNo("{key} is a double to be paid back: undo that first", key=key)
    return row, kept


def _open_account(standing: Standing, account_no: str, kept: KeptPayment) -> AccountStanding:
    account = standing.accounts.get(account_no)
    if account is None or account.is_removed:
        raise SaidNo("account {account} is not served here", account=account_no)
    if not account.bills and any(part.toward is not Toward.HEAD for part in kept.parts):
        raise SaidNo(
            "account {account} has no open bill: match it when one was told", account=account_no
        )
    return account


def _give_bills(kept: KeptPayment, account: AccountStanding) -> None:
    for part in kept.parts:
        bill = account.bill_for(part.told_bill_no)
        part.bill_no = bill.bill_no if bill and part.toward is not Toward.HEAD else ""


def _keep_match(
    connection: Connection, kept: KeptPayment, match: Match, month: str, now_us: int
) -> None:
    number, _ = last_decision(connection, kept.key)
    rows: list[dict[str, object]] = [
        {
            **key_row(kept.key),
            "number": number + 1,
            "line": line,
            "account_no": kept.account_no,
            "month": month,
            "bill_no": part.bill_no,
            "by_id": match.by.strip(),
            "reason": match.reason.strip(),
            "at_us": now_us,
        }
        for line, part in enumerate(kept.parts, 1)
    ]
    insert_rows(connection, MATCHED, rows)


def _payment_in(raw: bytes) -> PaymentTaken:
    """Of a message that was read as a payment once; of a reversal, what it holds as a payment would say it."""
    body = read_json(raw, Message).body
    if isinstance(body, PaymentReversed):
        return held_as_payment(body)
    assert isinstance(body, PaymentTaken)
    return body

"""Payments as the centre keeps them, read with all that happened to them. Read under the lock of their counter."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, bindparam, literal, literal_column, select

from billing_server.kept import KeptPayment, Part, UndoneTold
from billing_server.returns import is_reversed
from billing_server.store.account_map import read_map
from billing_server.store.bulk import is_listed, listed
from billing_server.store.message_keys import is_among, key_of
from billing_server.store.office_schema import DECISION, DOUBLE
from billing_server.store.schema import CONSUMER, MESSAGE_KEY
from billing_server.store.told_schema import (
    DESK_RETURN,
    MATCHED,
    MESSAGE,
    PAYMENT,
    PAYMENT_PART,
    PAYMENT_TENDER,
    UNDONE,
)
from counter_app.domain.payment import Toward
from counter_app.wire.exchange import IN_THE_BILL
from counter_app.wire.told_parts import AllocationTold

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from sqlalchemy import BindParameter, ColumnElement, Connection, Row

    from billing_server.reading import MessageKey

Kept = dict[str, KeptPayment]
Undone = dict[str, list[UndoneTold]]
_UNDONE = (
    select(UNDONE)
    .where(
        is_listed(UNDONE.c.payment_id, bindparam("payment_ids")),
        UNDONE.c.counter_id == bindparam("counter_id"),
    )
    .order_by(UNDONE.c.epoch, UNDONE.c.sequence, UNDONE.c.line)
)


def read_undone(connection: Connection, counter_id: str, payment_ids: Collection[str]) -> Undone:
    """What returns of this counter undid of these payments, told or not: payment id to returns, in their order."""
    found: dict[tuple[MessageKey, str], tuple[str, list[AllocationTold]]] = {}
    rows = connection.execute(
        _UNDONE, {"payment_ids": listed(payment_ids), "counter_id": counter_id}
    )
    for row in rows:
        part = AllocationTold(row.told_bill_no, row.amount_paise, Toward(row.toward))
        one = found.setdefault((key_of(row), row.payment_id), (row.identity, []))
        one[1].append(part)
    undone: Undone = {}
    for (_key, payment_id), (identity, parts) in found.items():
        undone.setdefault(payment_id, []).append(UndoneTold(identity, tuple(parts)))
    return undone


def read_kept(connection: Connection, counter_id: str, payment_ids: Collection[str]) -> Kept:
    """The payments of this counter among these, by id."""
    if not payment_ids:
        return {}
    of_counter = MESSAGE.c.counter_id == counter_id
    is_asked = and_(is_one_of(literal(listed(payment_ids))), of_counter)
    rows = payments_told(connection, is_asked)
    by_key = {key_of(row): row for row in rows}
    if not by_key:
        return {}
    months = {row.book_month for row in rows}
    instruments = _instruments(connection, by_key, months)
    parts = _parts(connection, by_key, months)
    matched, doubles = _decided(connection, by_key)
    undone = read_undone(connection, counter_id, payment_ids)
    seen = _seen_returned(connection, {one for held in instruments.values() for one in held})
    kept: Kept = {}
    for key, row in by_key.items():
        payment = _kept(key, row, instruments.get(key, {}), parts[key], matched.get(key))
        if key in matched and not payment.is_held:
            payment.is_elsewhere = is_elsewhere(connection, row.account_no, payment.account_no)
        payment.is_elsewhere |= key in doubles
        returned = undone.get(row.payment_id, [])
        for one in returned:
            if payment.can_undo(one.allocations):
                payment.undo(one.allocations)
        if not is_reversed(returned):
            payment.waits_for = seen & set(payment.instruments) - {one.identity for one in returned}
        kept[row.payment_id] = payment
    return kept


def payments_told(
    connection: Connection, is_asked: ColumnElement[bool]
) -> Sequence[Row[*tuple[Any, ...]]]:
    """The rows of the payments that these messages tell: the messages say in which months they stand."""
    known = select(*(MESSAGE.c[name] for name in MESSAGE_KEY), MESSAGE.c.book_month).where(is_asked)
    months = {key_of(row): row.book_month for row in connection.execute(known) if row.book_month}
    if not months:
        return ()
    is_there = PAYMENT.c.book_month.in_(set(months.values()))
    return connection.execute(select(PAYMENT).where(is_among(PAYMENT, months), is_there)).all()


def is_one_of(payment_ids: BindParameter[str]) -> ColumnElement[bool]:
    """Whether a message tells one of these ``listed`` payments. In the words of the index, which leaves others out."""
    is_payment = MESSAGE.c.payment_id != literal_column("''")
    return and_(is_listed(MESSAGE.c.payment_id, payment_ids), is_payment)


def is_elsewhere(connection: Connection, told_account_no: str, account_no: str) -> bool:
    """Whether a counter does not count under this account what it took for the other, which was never its number.

    It knows the consumer's old number, and those that the account map made this one.
    """
    if told_account_no == account_no:
        return False
    legacy = select(CONSUMER.c.legacy_account_no).where(CONSUMER.c.account_no == account_no)
    if connection.execute(legacy).scalar_one() == told_account_no:
        return False
    return read_map(connection, {told_account_no}).get(told_account_no) != account_no


def last_decision(connection: Connection, key: MessageKey) -> tuple[int, str]:
    """The number of the last decision on this message, 0 for none, and its kind, empty for a match."""
    kinds = dict.fromkeys(
        connection.execute(
            select(MATCHED.c.number).where(is_among(MATCHED, {key})).distinct()
        ).scalars(),
        "",
    )
    rows = connection.execute(
        select(DECISION.c.number, DECISION.c.kind).where(is_among(DECISION, {key}))
    )
    kinds |= {row.number: row.kind for row in rows}
    return max(kinds.items(), default=(0, ""))


def _kept(
    key: MessageKey,
    row: Row[*tuple[Any, ...]],
    instruments: dict[str, int],
    parts: dict[int, Part],
    matched: tuple[str, dict[int, str]] | None,
) -> KeptPayment:
    """A payment as it came, or as a person matched it."""
    account_no = row.for_account_no
    if matched is not None:
        account_no, bills = matched
        for line, part in parts.items():
            part.bill_no = bills[line]
    is_doubtful = (bool(row.is_held) or row.fate not in IN_THE_BILL) and matched is None
    return KeptPayment(
        key,
        account_no,
        instruments,
        list(parts.values()),
        is_doubtful,
        is_held=bool(row.is_held),
    )


def _instruments(
    connection: Connection, keys: Collection[MessageKey], months: Collection[str]
) -> dict[MessageKey, dict[str, int]]:
    rows = connection.execute(
        select(PAYMENT_TENDER).where(
            is_among(PAYMENT_TENDER, keys),
            PAYMENT_TENDER.c.book_month.in_(months),
            PAYMENT_TENDER.c.identity != "",
        )
    )
    found: dict[MessageKey, dict[str, int]] = {}
    for row in rows:
        held = found.setdefault(key_of(row), {})
        held[row.identity] = held.get(row.identity, 0) + row.amount_paise
    return found


def _parts(
    connection: Connection, keys: Collection[MessageKey], months: Collection[str]
) -> dict[MessageKey, dict[int, Part]]:
    rows = connection.execute(
        select(PAYMENT_PART)
        .where(is_among(PAYMENT_PART, keys), PAYMENT_PART.c.book_month.in_(months))
        .order_by(PAYMENT_PART.c.line)
    )
    found: dict[MessageKey, dict[int, Part]] = {}
    for row in rows:
        part = Part(row.told_bill_no, Toward(row.toward), row.booked_bill_no, row.amount_paise)
        found.setdefault(key_of(row), {})[row.line] = part
    return found


def _decided(
    connection: Connection, keys: Collection[MessageKey]
) -> tuple[dict[MessageKey, tuple[str, dict[int, str]]], set[MessageKey]]:
    """Matches that hold: account, and line to bill; and the doubles. The last decision on a message counts."""
    decisions = {
        key_of(row): row
        for row in connection.execute(
            select(DECISION).where(is_among(DECISION, keys)).order_by(DECISION.c.number)
        )
    }
    found: dict[MessageKey, tuple[str, dict[int, str]]] = {}
    matches = (
        select(MATCHED).where(is_among(MATCHED, keys)).order_by(MATCHED.c.number, MATCHED.c.line)
    )
    for row in connection.execute(matches):
        decision = decisions.get(key_of(row))
        if decision is not None and decision.number > row.number:
            continue
        if row.line == 1:
            found[key_of(row)] = (row.account_no, {})
            decisions.pop(key_of(row), None)
        found[key_of(row)][1][row.line] = row.bill_no
    return found, {key for key, row in decisions.items() if row.kind == DOUBLE}


def _seen_returned(connection: Connection, identities: Collection[str]) -> set[str]:
    """Those that the bank desk saw returned."""
    seen = select(DESK_RETURN.c.identity).where(DESK_RETURN.c.identity.in_(identities))
    return set(connection.execute(seen).scalars()) if identities else set()

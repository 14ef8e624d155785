"""What was booked becomes instructions: read from what is committed, once, with no hand in the booking itself.

Each chain is followed from a mark of its own up to its head, and each decision of a person is taken once; what they
touch is compared with what was handed on, and the difference is handed on. So a payment touched twice, or a runner
that died, changes nothing. A head and the messages under it become visible together, so nothing is skipped.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sqlalchemy import and_, func, literal_column, select, text, true, update

from billing_server.connectors.writing import write_moves
from billing_server.store.bulk import Row, insert_rows
from billing_server.store.instruction_schema import (
    DECISION_INSTRUCTED,
    INSTRUCTED_UPTO,
    INSTRUCTION_CURSOR,
    RETURN_INSTRUCTED,
)
from billing_server.store.kept_payments import read_kept
from billing_server.store.message_keys import is_beside, key_of, key_row
from billing_server.store.office_schema import DECISION
from billing_server.store.schema import CHAIN_HEAD, MESSAGE_KEY
from billing_server.store.told_schema import (
    DESK_RETURN,
    MATCHED,
    MESSAGE,
    PAYMENT,
    PAYMENT_TENDER,
    UNDONE,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import ColumnElement, Connection, Table

    from billing_server.store.engine import Database

MOST_MESSAGES = 500
"""Of one chain in one transaction; decisions as many."""

_SINGLE = 1
_MOVED = "ON CONFLICT (counter_id, epoch) DO UPDATE SET sequence = excluded.sequence"


@dataclass(slots=True)
class Touched:
    """Payments that something happened to, by counter, in the order they were met."""

    payments: dict[str, dict[str, None]] = field(default_factory=dict)
    things: int = 0
    """Messages and decisions that were looked at."""

    def add(self, rows: Iterable[tuple[str, str]]) -> None:
        """Counters and payment ids."""
        for counter_id, payment_id in rows:
            self.payments.setdefault(counter_id, {})[payment_id] = None


def project(database: Database, now_us: int, most_messages: int = MOST_MESSAGES) -> int:
    """Bring the outbox up to what is committed; how many instructions were made."""
    made = 0
    while True:
        things, instructions = database.write(lambda c: _step(c, now_us, most_messages))
        made += instructions
        if not things:
            return made


def one_moment(connection: Connection) -> None:
    """What this unit of work reads is one moment of the database. Its first statement."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ"))


def _step(connection: Connection, now_us: int, most_messages: int) -> tuple[int, int]:
    one_moment(connection)
    _take_turns(connection)
    touched = Touched()
    _follow_chain(connection, touched, most_messages)
    _take_decisions(connection, touched, most_messages)
    _take_returns(connection, touched, most_messages)
    made = 0
    for counter_id, payment_ids in sorted(touched.payments.items()):
        kept = read_kept(connection, counter_id, payment_ids)
        made += write_moves(connection, list(kept.values()), now_us)
    return touched.things, made


def _take_turns(connection: Connection) -> None:
    """One projector at a time; another one that was quicker makes this one read anew (40001)."""
    turn = update(INSTRUCTION_CURSOR).where(INSTRUCTION_CURSOR.c.single == _SINGLE)
    connection.execute(turn.values(number=INSTRUCTION_CURSOR.c.number))


def _follow_chain(connection: Connection, touched: Touched, most: int) -> None:
    """The next messages of the chain that is furthest behind."""
    upto = func.coalesce(INSTRUCTED_UPTO.c.sequence, 0)
    behind = CHAIN_HEAD.c.sequence - upto
    chains = (
        select(
            CHAIN_HEAD.c.counter_id, CHAIN_HEAD.c.epoch, CHAIN_HEAD.c.sequence, upto.label("upto")
        )
        .join_from(
            CHAIN_HEAD,
            INSTRUCTED_UPTO,
            and_(*(INSTRUCTED_UPTO.c[name] == CHAIN_HEAD.c[name] for name in MESSAGE_KEY[:2])),
            isouter=True,
        )
        .where(behind > 0)
        .order_by(behind.desc(), CHAIN_HEAD.c.counter_id, CHAIN_HEAD.c.epoch)
        .limit(1)
    )
    chain = connection.execute(chains).one_or_none()
    if chain is None:
        return
    last = min(chain.sequence, chain.upto + most)
    for table in (MESSAGE, UNDONE):
        told = (
            select(table.c.counter_id, table.c.payment_id)
            .where(
                table.c.counter_id == chain.counter_id,
                table.c.epoch == chain.epoch,
                table.c.sequence.between(chain.upto + 1, last),
                table.c.payment_id != "",
            )
            .order_by(table.c.sequence)
        )
        touched.add(connection.execute(told))
    touched.things += last - chain.upto
    mark: Row = {"counter_id": chain.counter_id, "epoch": chain.epoch, "sequence": last}
    insert_rows(connection, INSTRUCTED_UPTO, [mark], _MOVED)


def _take_decisions(connection: Connection, touched: Touched, most: int) -> None:
    """Matches, matches undone, doubles confirmed: numbered for each message, taken by number."""
    for table in (MATCHED, DECISION):
        _take_decisions_of(connection, table, touched, most)


def _take_decisions_of(connection: Connection, table: Table, touched: Touched, most: int) -> None:
    is_taken = (
        select(DECISION_INSTRUCTED.c.counter_id)
        .where(
            _same_message(DECISION_INSTRUCTED, table),
            DECISION_INSTRUCTED.c.number == table.c.number,
        )
        .exists()
    )
    keys = [table.c[name] for name in (*MESSAGE_KEY, "number")]
    decisions = (
        select(*keys, MESSAGE.c.payment_id)
        .join_from(table, MESSAGE, _same_message(table, MESSAGE))
        .where(~is_taken, table.c.line == 1 if table is MATCHED else true())
        .order_by(*keys)
        .limit(most)
    )
    found = connection.execute(decisions).all()
    touched.add((row.counter_id, row.payment_id) for row in found)
    touched.things += len(found)
    rows: list[Row] = [{**key_row(key_of(row)), "number": row.number} for row in found]
    insert_rows(connection, DECISION_INSTRUCTED, rows)


def _take_returns(connection: Connection, touched: Touched, most: int) -> None:
    """Instruments that the bank desk saw returned."""
    is_taken = (
        select(RETURN_INSTRUCTED.c.identity)
        .where(RETURN_INSTRUCTED.c.identity == DESK_RETURN.c.identity)
        .exists()
    )
    seen = select(DESK_RETURN.c.identity).where(~is_taken).order_by(DESK_RETURN.c.identity)
    identities = connection.execute(seen.limit(most)).scalars().all()
    if not identities:
        return
    paid = (
        select(PAYMENT.c.counter_id, PAYMENT.c.payment_id)
        .join_from(PAYMENT, PAYMENT_TENDER, is_beside(PAYMENT, PAYMENT_TENDER))
        .where(
            PAYMENT_TENDER.c.identity.in_(identities),
            PAYMENT_TENDER.c.identity != literal_column("''"),  # in the words of the index
        )
    )
    touched.add(connection.execute(paid))
    touched.things += len(identities)
    rows: list[Row] = [{"identity": identity} for identity in identities]
    insert_rows(connection, RETURN_INSTRUCTED, rows)


def _same_message(one: Table, other: Table) -> ColumnElement[bool]:
    return and_(*(one.c[name] == other.c[name] for name in MESSAGE_KEY))

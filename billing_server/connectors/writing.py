"""Instructions written down: what moved, with what the bill asked for and whose it is at this moment."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select, update

from billing_server.connectors.instructions import Kind, Move, Place, moves_of, reference_of
from billing_server.store.bulk import insert_rows
from billing_server.store.instruction_schema import INSTRUCTION, INSTRUCTION_CURSOR
from billing_server.store.kept_payments import payments_told
from billing_server.store.message_keys import is_among, key_of, key_row
from billing_server.store.months import month_of
from billing_server.store.schema import BILL, CONSUMER
from billing_server.store.told_schema import MATCHED, MESSAGE

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from sqlalchemy import Connection, Row

    from billing_server.kept import KeptPayment
    from billing_server.reading import MessageKey

    AnyRow = Row[*tuple[Any, ...]]


@dataclass(slots=True)
class Handed:
    """What was handed on of one payment: paise and the first reference by place, steps by line."""

    paise: dict[Place, int] = field(default_factory=dict)
    first: dict[Place, str] = field(default_factory=dict)
    steps: dict[int, int] = field(default_factory=dict)
    divisions: dict[tuple[int, str], str] = field(default_factory=dict)
    """Line and account to the division it was handed on for."""

    def add(self, place: Place, paise: int, reference: str, division: str) -> None:
        """One more instruction."""
        self.divisions[place.line, place.account_no] = division
        self.paise[place] = self.paise.get(place, 0) + paise
        self.first.setdefault(place, reference)
        self.steps[place.line] = self.steps.get(place.line, 0) + 1


@dataclass(slots=True)
class _Facts:
    """What stands around the moves: by payment, by account, by bill."""

    payments: dict[MessageKey, AnyRow]
    consumers: dict[str, AnyRow]
    bills: dict[str, AnyRow]
    received: dict[str, int]
    """Bill to what was handed on for it so far."""
    months: dict[MessageKey, str]
    """The month that money of a closed one counts in, since it was matched."""


def write_moves(connection: Connection, kept: Sequence[KeptPayment], now_us: int) -> int:
    """Write what is still to be handed on of these payments of one counter; how many. The cursor is held."""
    handed = read_handed(connection, [one.key for one in kept])
    found = [
        (one, move)
        for one in sorted(kept, key=lambda one: one.key)
        for move in moves_of(one, handed[one.key].paise)
    ]
    if not found:
        return 0
    facts = _read_facts(connection, found)
    last = _take_numbers(connection, len(found))
    rows = [
        _row(last - len(found) + place, one, move, handed[one.key], facts, now_us)
        for place, (one, move) in enumerate(found, 1)
    ]
    insert_rows(connection, INSTRUCTION, rows)
    return len(rows)


def read_handed(connection: Connection, keys: Collection[MessageKey]) -> dict[MessageKey, Handed]:
    """What was handed on of each of these payments."""
    handed = {key: Handed() for key in keys}
    columns = INSTRUCTION.c
    rows = connection.execute(
        select(
            columns.counter_id,
            columns.epoch,
            columns.sequence,
            columns.line,
            columns.account_no,
            columns.bill_no,
            columns.amount_paise,
            columns.reference,
            columns.division,
        )
        .where(is_among(INSTRUCTION, keys))
        .order_by(columns.number)
    )
    for row in rows:
        place = Place(row.line, row.account_no, row.bill_no)
        handed[key_of(row)].add(place, row.amount_paise, row.reference, row.division)
    return handed


def _read_facts(connection: Connection, found: Collection[tuple[KeptPayment, Move]]) -> _Facts:
    keys = {one.key for one, _ in found}
    accounts = {move.place.account_no for _, move in found}
    bill_nos = {move.place.bill_no for _, move in found} - {""}
    consumers = select(
        CONSUMER.c.account_no, CONSUMER.c.division, CONSUMER.c.connection, CONSUMER.c.mobile
    ).where(CONSUMER.c.account_no.in_(accounts))
    bills = select(
        BILL.c.bill_no,
        BILL.c.due_date,
        BILL.c.payable_by_due_paise,
        BILL.c.payable_after_due_paise,
        BILL.c.elsewhere_paise,
    ).where(BILL.c.bill_no.in_(bill_nos))
    received = (
        select(INSTRUCTION.c.bill_no, func.sum(INSTRUCTION.c.amount_paise))
        .where(INSTRUCTION.c.bill_no.in_(bill_nos))
        .group_by(INSTRUCTION.c.bill_no)
    )
    return _Facts(
        {key_of(row): row for row in payments_told(connection, is_among(MESSAGE, keys))},
        {row.account_no: row for row in connection.execute(consumers)},
        {row.bill_no: row for row in connection.execute(bills)},
        {bill_no: int(paise) for bill_no, paise in connection.execute(received)},
        _months(connection, keys),
    )


def _months(connection: Connection, keys: Collection[MessageKey]) -> dict[MessageKey, str]:
    """Of the last match of each, where it says so."""
    matches = (
        select(MATCHED.c.counter_id, MATCHED.c.epoch, MATCHED.c.sequence, MATCHED.c.month)
        .where(is_among(MATCHED, keys), MATCHED.c.line == 1)
        .order_by(MATCHED.c.number)
    )
    return {key_of(row): row.month for row in connection.execute(matches)}


def _take_numbers(connection: Connection, count: int) -> int:
    """The last of so many numbers; without a gap, in the order in which they become visible."""
    taken = (
        update(INSTRUCTION_CURSOR)
        .values(number=INSTRUCTION_CURSOR.c.number + count)
        .returning(INSTRUCTION_CURSOR.c.number)
    )
    return int(connection.execute(taken).scalar_one())


def _row(
    number: int, one: KeptPayment, move: Move, handed: Handed, facts: _Facts, now_us: int
) -> dict[str, object]:
    place, paise = move.place, move.amount_paise
    reference = reference_of(one.key, place.line, handed.steps.get(place.line, 0) + 1)
    is_payment = move.kind is Kind.PAYMENT
    paid, consumer = facts.payments[one.key], facts.consumers[place.account_no]
    bill_paise, outstanding_paise = _asked(place.bill_no, paid.business_date, facts)
    before_paise = handed.paise.get(place, 0)
    handed.add(place, paise, reference, consumer.division)
    facts.received[place.bill_no] = facts.received.get(place.bill_no, 0) + paise
    return {
        "number": number,
        "reference": reference,
        "kind": str(move.kind),
        "corrects": "" if is_payment else handed.first[place],
        **key_row(one.key),
        "line": place.line,
        "toward": str(one.parts[place.line - 1].toward),
        "account_no": place.account_no,
        "bill_no": place.bill_no,
        "amount_paise": paise,
        "bill_paise": bill_paise,
        "outstanding_paise": outstanding_paise,
        "is_full": int(paise >= outstanding_paise if paise > 0 else before_paise + paise == 0),
        "division": consumer.division,
        "connection": consumer.connection,
        "mobile": consumer.mobile,
        "receipt_no": paid.receipt_no,
        "business_date": paid.business_date,
        "month": facts.months.get(one.key) or month_of(paid.business_date),
        "made_us": now_us,
    }


def _asked(bill_no: str, day: str, facts: _Facts) -> tuple[int, int]:
    """What the bill asks for on that day, and what of it the other side still waits for; nothing for a head."""
    bill = facts.bills.get(bill_no)
    if bill is None:
        return 0, 0
    is_by_due = day <= bill.due_date
    asked: int = bill.payable_by_due_paise if is_by_due else bill.payable_after_due_paise
    return asked, asked - bill.elsewhere_paise - facts.received.get(bill_no, 0)

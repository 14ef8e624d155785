"""What counters tell of the custody of cash, kept so that the console can list it. The only writer of its tables.

It is noted and moves no bill: the counter's own books answer for it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, func, select

from billing_server.store.bulk import Row, insert_rows
from billing_server.store.custody_schema import CUSTODY, SHIFT_END
from billing_server.store.message_keys import key_row
from billing_server.store.told_schema import PAYMENT, PAYMENT_TENDER
from counter_app.wire import custody_bodies as told

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sqlalchemy import Connection
    from sqlalchemy import Row as Found

    from billing_server.reading import MessageRead

CASH = "cash"


def keep_custody(connection: Connection, reads: Iterable[MessageRead]) -> None:
    """Write down what these messages tell of it."""
    ends: list[Row] = []
    moves: list[Row] = []
    for read in reads:
        body = read.message.body if read.message is not None else None
        if isinstance(body, told.ShiftClosed):
            ends += (key_row(read.key) | line for line in _lines(body))
        elif (noted := _noted(body)) is not None:
            moves.append(key_row(read.key) | {"kind": read.kind} | noted)
    insert_rows(connection, SHIFT_END, ends)
    insert_rows(connection, CUSTODY, moves)


def _lines(body: told.ShiftClosed) -> Iterator[Row]:
    for line, one in enumerate(body.lines, 1):
        yield {
            "line": line,
            "shift_id": body.shift_id,
            "shift_no": body.shift_no,
            "cashier_id": body.cashier_id,
            "closed_by": body.closed_by,
            "business_date": body.business_date,
            "kind": str(one.kind),
            "expected_paise": one.expected_paise,
            "counted_paise": one.counted_paise,
            "takings_paise": body.takings_paise if one.kind == CASH else 0,
            "receipts": body.receipts,
            "counts": body.counts,
            "reason": body.reason,
        }


def _row(day: str, about: str, by: str, **said: object) -> Row:
    empty: Row = {
        "what": "", "amount_paise": 0, "counted_paise": 0, "to_id": "", "reference": "", "reason": "",
    }  # fmt: skip
    return {"business_date": day, "about": about, "by_id": by} | empty | said


def _noted(body: object) -> Row | None:  # noqa: PLR0911 - a kind a line
    """One row of it; None for a body that is no matter of custody."""
    said: Row
    match body:
        case told.CashMoved(amount_paise=paise, why=why, receiver_id=to, reason=reason):
            said = {"what": why, "amount_paise": paise, "to_id": to, "reason": reason}
            return _row(body.business_date, body.shift_id, body.cashier_id, **said)
        case told.DrawerOpened(why=why, reason=reason):
            said = {"what": why, "reason": reason}
            return _row(body.business_date, body.shift_id, body.by, **said)
        case told.ShiftPaused(state=state):
            return _row(body.business_date, body.shift_id, body.by, what=state)
        case told.TakingsHanded(amount_paise=paise, receiver_id=to, reason=reason):
            counted = sum(one.denomination_paise * one.pieces for one in body.count)
            said = {"amount_paise": paise, "counted_paise": counted, "to_id": to, "reason": reason}
            return _row(body.business_date, body.handing_id, body.by, **said)
        case told.RemittanceMade(slip=slip, amount_paise=paise, slip_no=number):
            said = {"what": slip, "amount_paise": paise, "reference": str(number)}
            return _row(body.business_date, body.slip_id, body.by, **said)
        case told.BankAnswered(accepted_paise=paise, reference=reference):
            notes = "; ".join(f"{one.why}: {one.note}" for one in body.differences)
            said = {
                "what": body.on, "counted_paise": paise, "reference": reference, "reason": notes,
            }  # fmt: skip
            return _row(body.business_date, body.slip_id, body.by, **said)
        case told.PersonMade(made_by=by, valid_to=valid_to, name_en=name):
            said = {"what": valid_to, "reason": name}
            return _row(body.business_date, body.cashier_id, by, **said)
        case told.PersonEnded() | told.PinSet():
            return _row(body.business_date, body.cashier_id, body.by)
        case _:
            return None


@dataclass(frozen=True, slots=True)
class ShiftEnd:
    """A closed shift: each tender's kind, expected and counted paise."""

    counter_id: str
    shift_no: int
    cashier_id: str
    closed_by: str
    takings_paise: int
    receipts: int
    counts: int
    reason: str
    lines: tuple[tuple[str, int, int], ...]

    @property
    def variance_paise(self) -> int:
        """Counted less expected, of all tenders: negative is short."""
        return sum(counted - expected for _, expected, counted in self.lines)


@dataclass(frozen=True, slots=True)
class Undeposited:
    """Cash of one counter that no slip has taken to the bank: the sum, and since which business date."""

    counter_id: str
    paise: int
    since: str


def shifts_ended(connection: Connection, day: str) -> tuple[ShiftEnd, ...]:
    """The shifts closed on a business date, by counter and shift."""
    rows = connection.execute(
        select(SHIFT_END)
        .where(SHIFT_END.c.business_date == day)
        .order_by(*SHIFT_END.primary_key.columns)
    ).all()
    found: dict[tuple[str, int, int], list[Found[Any]]] = {}
    for row in rows:
        found.setdefault((row.counter_id, row.epoch, row.sequence), []).append(row)
    return tuple(
        ShiftEnd(
            lines[0].counter_id,
            lines[0].shift_no,
            lines[0].cashier_id,
            lines[0].closed_by,
            sum(line.takings_paise for line in lines),
            lines[0].receipts,
            lines[0].counts,
            lines[0].reason,
            tuple((line.kind, line.expected_paise, line.counted_paise) for line in lines),
        )
        for lines in found.values()
    )


def custody_of(connection: Connection, day: str) -> Sequence[Found[Any]]:
    """What went from drawers to the bank on a business date, in the order of counters and messages."""
    return connection.execute(
        select(CUSTODY).where(CUSTODY.c.business_date == day).order_by(*CUSTODY.primary_key.columns)
    ).all()


def cash_booked(connection: Connection, day: str) -> dict[str, int]:
    """Counter to the cash of its payments of a business date, as told."""
    of_day = and_(
        PAYMENT.c.business_date == day,
        PAYMENT.c.book_month == day[: len("2026-11")],
        PAYMENT.c.is_held == 0,
        PAYMENT_TENDER.c.kind == CASH,
    )
    key = ("counter_id", "epoch", "sequence", "book_month")
    rows = connection.execute(
        select(PAYMENT.c.counter_id, func.sum(PAYMENT_TENDER.c.amount_paise))
        .join_from(
            PAYMENT, PAYMENT_TENDER, and_(*(PAYMENT.c[one] == PAYMENT_TENDER.c[one] for one in key))
        )
        .where(of_day)
        .group_by(PAYMENT.c.counter_id)
    )
    return {counter_id: int(paise) for counter_id, paise in rows}


def undeposited(connection: Connection) -> tuple[Undeposited, ...]:
    """By counter: takings of closed shifts and drops, less cash slips, the oldest first paid in."""
    came: dict[str, list[tuple[str, int]]] = {}
    takings = select(SHIFT_END.c.counter_id, SHIFT_END.c.business_date, SHIFT_END.c.takings_paise)
    drops = select(CUSTODY.c.counter_id, CUSTODY.c.business_date, CUSTODY.c.amount_paise).where(
        CUSTODY.c.kind == "cash_dropped", CUSTODY.c.what == "drop"
    )
    for asked in (takings, drops):
        for counter_id, day, paise in connection.execute(asked):
            came.setdefault(counter_id, []).append((day, paise))
    slips = (
        select(CUSTODY.c.counter_id, func.sum(CUSTODY.c.amount_paise))
        .where(CUSTODY.c.kind == "remittance_made", CUSTODY.c.what == CASH)
        .group_by(CUSTODY.c.counter_id)
    )
    gone = {counter_id: int(paise) for counter_id, paise in connection.execute(slips)}
    found = []
    for counter_id, sums in sorted(came.items()):
        left = _left(sorted(sums), gone.get(counter_id, 0))
        if left:
            found.append(Undeposited(counter_id, sum(paise for _, paise in left), left[0][0]))
    return tuple(found)


def _left(sums: list[tuple[str, int]], gone_paise: int) -> list[tuple[str, int]]:
    """What is left of them, the oldest first, when so much went to the bank."""
    left = []
    for day, paise in sums:
        taken = min(gone_paise, paise)
        gone_paise -= taken
        if paise > taken:
            left.append((day, paise - taken))
    return left

"""Changes since a cursor, with the mark they belong to (protocol, section 3).

Pages are read one by one while the books go on. What changes behind a page gets a higher cursor and
comes again, so only the last page must be one moment with the mark: the caller gives a connection on
which every statement sees the same state.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec import UNSET
from sqlalchemy import func, select, union_all

from billing_server.problems import Code, ServerRefusal
from billing_server.store.account_map import tell_renumbered
from billing_server.store.barred import tell_bars
from billing_server.store.cursor import last_cursor
from billing_server.store.office_schema import CHEQUE_BAR
from billing_server.store.policy import tell_policy
from billing_server.store.roster import tell_roster
from billing_server.store.schema import ACCOUNT_MAP, BILL, CHAIN_HEAD, CONSUMER, CONSUMER_CHANGE
from billing_server.store.told_schema import BILL_BOOKED, SET_ASIDE
from counter_app.wire.exchange import (
    BillTold,
    Changes,
    ConsumerTold,
    MarkTold,
    Refused,
    SeenThrough,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import ColumnElement, Connection, Row


def tell_changes(
    connection: Connection, counter_id: str, since: int, *, page_consumers: int, now_us: int
) -> Changes:
    """The page after ``since``. Raises ServerRefusal CURSOR_UNKNOWN for one that was never given."""
    cursor = last_cursor(connection)
    if not 0 <= since <= cursor:
        raise ServerRefusal(Code.CURSOR_UNKNOWN, f"since {since}, last {cursor}")
    rows = connection.execute(
        select(CONSUMER_CHANGE.c.changed_at, CONSUMER)
        .join_from(CONSUMER_CHANGE, CONSUMER)
        .where(CONSUMER_CHANGE.c.changed_at > since)
        .order_by(CONSUMER_CHANGE.c.changed_at)
        .limit(page_consumers + 1)
    ).all()
    full = (rows, _listed(connection, since, page_consumers + 1))
    ends = [one[page_consumers - 1].changed_at for one in full if len(one) > page_consumers]
    is_last, reached = not ends, min(ends, default=cursor)
    rows = [row for row in rows if row.changed_at <= reached]
    return Changes(
        since=since,
        next_cursor=reached,
        consumers=tuple(_tell_consumer(row) for row in rows if not row.is_removed),
        bills=_tell_bills(connection, since, reached),
        removed=tuple(row.account_no for row in rows if row.is_removed),
        roster=tell_roster(connection, now_us, counter_id) if is_last else None,
        mark=_tell_mark(connection, counter_id, cursor, now_us) if is_last else None,
        policy=tell_policy(connection, since, reached),
        barred=tell_bars(connection, since, reached) or UNSET,
        renumbered=tell_renumbered(connection, since, reached) or UNSET,
        counter_id=counter_id,
    )


def _listed(connection: Connection, since: int, most_rows: int) -> Sequence[Row[tuple[int]]]:
    """When the lists beside the bills changed: they fill pages as consumers do."""
    changed = union_all(
        select(ACCOUNT_MAP.c.changed_at).where(ACCOUNT_MAP.c.changed_at > since),
        select(CHEQUE_BAR.c.changed_at).where(CHEQUE_BAR.c.changed_at > since),
    )
    return connection.execute(changed.order_by("changed_at").limit(most_rows)).all()


def _tell_bills(connection: Connection, since: int, reached: int) -> tuple[BillTold, ...]:
    """Every open bill of the consumers of this page."""
    columns = BILL.c
    rows = connection.execute(
        select(*bill_columns())
        .select_from(BILL)
        .join(CONSUMER_CHANGE, CONSUMER_CHANGE.c.account_no == columns.account_no)
        .join(CONSUMER, CONSUMER.c.account_no == columns.account_no)
        .outerjoin(BILL_BOOKED, BILL_BOOKED.c.bill_no == columns.bill_no)
        .where(
            CONSUMER_CHANGE.c.changed_at > since,
            CONSUMER_CHANGE.c.changed_at <= reached,
            columns.is_open == 1,
            CONSUMER.c.is_removed == 0,
        )
        .order_by(CONSUMER_CHANGE.c.changed_at, columns.bill_date, columns.bill_no)
    )
    return tuple(BillTold(*_values(row)) for row in rows)


def bill_columns() -> tuple[ColumnElement[Any], ...]:
    """A bill as it is told, in the order of the wire's fields; to be joined with BILL_BOOKED."""
    columns = BILL.c
    received = columns.elsewhere_paise + func.coalesce(BILL_BOOKED.c.booked_paise, 0)
    return (
        columns.bill_no,
        columns.account_no,
        columns.bill_month,
        columns.bill_date,
        columns.due_date,
        columns.disconnection_date,
        columns.current_demand_paise,
        columns.arrear_principal_paise,
        columns.arrear_surcharge_paise,
        columns.other_debits_paise,
        columns.credits_paise,
        columns.payable_by_due_paise,
        columns.payable_after_due_paise,
        received.label("received_paise"),
        columns.as_on,
    )


def _tell_mark(connection: Connection, counter_id: str, cursor: int, now_us: int) -> MarkTold:
    heads = connection.execute(
        select(CHAIN_HEAD.c.epoch, CHAIN_HEAD.c.sequence)
        .where(CHAIN_HEAD.c.counter_id == counter_id)
        .order_by(CHAIN_HEAD.c.epoch)
    )
    refused = connection.execute(
        select(SET_ASIDE.c.epoch, SET_ASIDE.c.sequence)
        .where(SET_ASIDE.c.counter_id == counter_id)
        .order_by(SET_ASIDE.c.epoch, SET_ASIDE.c.sequence)
    )
    return MarkTold(
        cursor=cursor,
        as_on_us=now_us,
        seen_through=tuple(SeenThrough(*row) for row in heads),
        refused=tuple(Refused(*row) for row in refused),
    )


def _tell_consumer(row: Row[*tuple[Any, ...]]) -> ConsumerTold:
    _changed_at, *texts, flags, _is_removed = _values(row)
    return ConsumerTold(*[*texts, tuple(flags.split())])


def _values(row: Sequence[Any]) -> list[Any]:
    """The columns of a row, in the order of the wire's fields."""
    return list(row)

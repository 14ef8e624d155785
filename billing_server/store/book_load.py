"""Load consumers and bills as the billing department tells them: a handful, or seven lakh at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import text, update
from sqlalchemy.exc import IntegrityError

from billing_server.store.cursor import note_changes, note_touched
from billing_server.store.schema import CONSUMER

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sqlalchemy import Connection

    from billing_server.store.engine import Database
    from counter_app.wire.exchange import BillTold, ConsumerTold

MOST_NAMED = 10
"""How many wrong accounts an error names."""

_CONSUMER = (
    "account_no", "name_en", "name_hi", "legacy_account_no", "meter_no", "mobile", "guardian_name",
    "address", "locality", "division", "substation", "category", "connection", "flags",
)  # fmt: skip
_BILL = (
    "bill_no", "account_no", "bill_month", "bill_date", "due_date", "disconnection_date",
    "current_demand_paise", "arrear_principal_paise", "arrear_surcharge_paise",
    "other_debits_paise", "credits_paise", "payable_by_due_paise", "payable_after_due_paise",
    "elsewhere_paise", "as_on",
)  # fmt: skip


class BookRefusedError(ValueError):
    """A book that contradicts itself; nothing of it was loaded."""


def load_book(
    database: Database, consumers: Iterable[ConsumerTold], bills: Iterable[BillTold]
) -> int:
    """Load in one transaction; how many consumers changed.

    A consumer or bill told replaces the one under its number. The bills told of an account are its open bills
    from now: others of it are told no more, and payments that come for them are re-allocated. An account of
    which no bill is told keeps its bills. ``received_paise`` of a bill counts what was received elsewhere; what
    counters paid is kept apart and added. Raises BookRefusedError.
    """
    rows = _consumer_rows(consumers), _bill_rows(bills)
    # tried once: what was iterated is gone, and rows are locked in the same order as by batches
    return database.write(lambda connection: _load(connection, *rows), most_tries=1)


def remove_accounts(database: Database, account_nos: Iterable[str]) -> None:
    """These accounts are served no more; money that still comes for them waits for a person."""
    names = sorted(set(account_nos))

    def work(connection: Connection) -> None:
        removed = connection.execute(
            update(CONSUMER)
            .where(CONSUMER.c.account_no.in_(names))
            .values(is_removed=1)
            .returning(CONSUMER.c.account_no)
        ).scalars()
        note_changes(connection, list(removed))

    database.write(work)


def _consumer_rows(consumers: Iterable[ConsumerTold]) -> Iterator[tuple[object, ...]]:
    for told in consumers:
        *texts, flags = (getattr(told, name) for name in _CONSUMER)
        yield (*texts, " ".join(flags))


def _bill_rows(bills: Iterable[BillTold]) -> Iterator[tuple[object, ...]]:
    for told in bills:
        yield tuple(
            getattr(told, "received_paise" if name == "elsewhere_paise" else name) for name in _BILL
        )


def _load(
    connection: Connection,
    consumers: Iterable[tuple[object, ...]],
    bills: Iterable[tuple[object, ...]],
) -> int:
    try:
        _stage(connection, "staged_consumer", _CONSUMER, consumers)
        _stage(connection, "staged_bill", _BILL, bills)
    except IntegrityError as error:
        message = f"a consumer or bill is named twice, or is not storable: {error.orig}"
        raise BookRefusedError(message) from error
    if connection.dialect.name == "postgresql":
        for statement in _ANALYZE_AND_LOCK:
            connection.execute(text(statement))
    connection.execute(text(_UPSERT_CONSUMERS))
    _refuse_strangers(connection)
    connection.execute(text(_REPLACE_BILLS))
    connection.execute(text(_UPSERT_BILLS))
    connection.execute(text(_DROP.format("touched")))
    connection.execute(text(_TOUCHED))
    count = int(connection.execute(text("SELECT count(*) FROM touched")).scalar_one())
    note_touched(connection, count)
    for name in ("touched", "staged_bill", "staged_consumer"):
        connection.execute(text(_DROP.format(name)))
    return count


def _stage(
    connection: Connection,
    name: str,
    columns: tuple[str, ...],
    rows: Iterable[tuple[object, ...]],
) -> None:
    """Put rows into a temporary table by the fastest way of the driver; the first column is the key."""
    connection.execute(text(_DROP.format(name)))
    typed = ", ".join(
        f"{column} {'BIGINT' if column.endswith('_paise') else 'TEXT'} NOT NULL"
        for column in columns
    )
    connection.execute(text(f"CREATE TEMPORARY TABLE {name} ({typed}, PRIMARY KEY ({columns[0]}))"))
    driver: Any = connection.connection.driver_connection
    names = ", ".join(columns)
    if connection.dialect.name == "postgresql":
        _copy(driver, f"COPY {name} ({names}) FROM STDIN", rows)
    else:
        marks = ", ".join("?" * len(columns))
        insert = f"INSERT INTO {name} ({names}) VALUES ({marks})"  # noqa: S608 - names of our own
        try:
            driver.executemany(insert, rows).close()
        except driver.IntegrityError as error:
            raise IntegrityError(insert, None, error) from error


def _copy(driver: Any, statement: str, rows: Iterable[tuple[object, ...]]) -> None:  # noqa: ANN401 - psycopg's connection, known to PostgreSQL only
    from psycopg.errors import DataError, UniqueViolation  # noqa: PLC0415 - not there where SQLite is enough

    try:
        with driver.cursor() as cursor, cursor.copy(statement) as copy:
            for row in rows:
                copy.write_row(row)
    except (DataError, UniqueViolation) as error:
        raise IntegrityError(statement, None, error) from error


def _refuse_strangers(connection: Connection) -> None:
    """Every bill belongs to a consumer told now or before. Raises BookRefusedError."""
    strangers = connection.execute(text(_STRANGERS), {"most": MOST_NAMED}).scalars().all()
    if strangers:
        message = f"bills of unknown accounts: {', '.join(strangers)}"
        raise BookRefusedError(message)


def _upsert(table: str, columns: tuple[str, ...], fixed: str) -> str:
    names = ", ".join(columns)
    replaced = ", ".join(f"{name} = excluded.{name}" for name in (*columns[1:], fixed))
    value = "0" if fixed == "is_removed" else "1"
    return (
        f"INSERT INTO {table} ({names}, {fixed}) SELECT {names}, {value} FROM staged_{table}"  # noqa: S608 - names of our own
        f" WHERE true ORDER BY {columns[0]} ON CONFLICT ({columns[0]}) DO UPDATE SET {replaced}"
    )


_DROP = "DROP TABLE IF EXISTS {}"
_ACCOUNTS = "SELECT account_no FROM staged_consumer UNION SELECT account_no FROM staged_bill"
_LOCK = (
    "SELECT count(*) FROM (SELECT 1 FROM consumer"  # noqa: S608 - no input
    f" WHERE account_no IN ({_ACCOUNTS}) ORDER BY account_no FOR NO KEY UPDATE) AS locked"
)
_ANALYZE_AND_LOCK = ("ANALYZE staged_consumer", "ANALYZE staged_bill", _LOCK)
_UPSERT_CONSUMERS = _upsert("consumer", _CONSUMER, "is_removed")
_UPSERT_BILLS = _upsert("bill", _BILL, "is_open")
_STRANGERS = (
    "SELECT DISTINCT account_no FROM staged_bill AS staged WHERE NOT EXISTS"
    " (SELECT 1 FROM consumer WHERE consumer.account_no = staged.account_no)"
    " ORDER BY account_no LIMIT :most"
)
_REPLACE_BILLS = (
    "UPDATE bill SET is_open = 0 WHERE is_open = 1"
    " AND account_no IN (SELECT account_no FROM staged_bill)"
    " AND NOT EXISTS (SELECT 1 FROM staged_bill AS staged WHERE staged.bill_no = bill.bill_no)"
)
_TOUCHED = (
    "CREATE TEMPORARY TABLE touched AS"  # noqa: S608 - no input
    " SELECT account_no, row_number() OVER (ORDER BY account_no) AS place"
    f" FROM ({_ACCOUNTS}) AS named"
)

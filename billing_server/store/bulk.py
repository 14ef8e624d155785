"""Many rows in one statement, the fastest way each database has."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from sqlalchemy import BigInteger, LargeBinary, TextClause, insert, text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection, Table

Row = dict[str, object]


def insert_rows(connection: Connection, table: Table, rows: Sequence[Row], end: str = "") -> None:
    """Insert rows that all have the same columns. ``end`` is an ON CONFLICT clause."""
    if not rows:
        return
    columns = tuple(rows[0])
    if connection.dialect.name == "postgresql":
        arrays = {name: [row[name] for row in rows] for name in columns}
        connection.execute(_from_arrays(table, columns, end), arrays)
    elif end:
        connection.execute(_one_by_one(table.name, columns, end), rows)
    else:
        connection.execute(insert(table), rows)


@cache
def _from_arrays(table: Table, columns: tuple[str, ...], end: str) -> TextClause:
    """One array a column: half the work of one statement a row (books_and_sync, A3)."""
    arrays = ", ".join(f"CAST(:{name} AS {_array_type(table, name)})" for name in columns)
    names = ", ".join(columns)
    return text(f"INSERT INTO {table.name} ({names}) SELECT * FROM unnest({arrays}) {end}")  # noqa: S608 - names of our own


@cache
def _one_by_one(table: str, columns: tuple[str, ...], end: str) -> TextClause:
    marks = ", ".join(f":{name}" for name in columns)
    return text(f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks}) {end}")  # noqa: S608 - names of our own


def _array_type(table: Table, name: str) -> str:
    kind = table.c[name].type
    if isinstance(kind, BigInteger):
        return "bigint[]"
    return "bytea[]" if isinstance(kind, LargeBinary) else "text[]"

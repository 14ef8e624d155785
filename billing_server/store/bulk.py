"""Many rows, or many values, in one statement whose text never changes: as JSON, which both databases read fast."""

from __future__ import annotations

from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

import msgspec
from sqlalchemy import BigInteger, Boolean, LargeBinary, TextClause, insert, text
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sqlalchemy import Connection, Table
    from sqlalchemy.sql.compiler import SQLCompiler

Row = dict[str, object]
_INDEXES_ALONE = text(
    "SELECT "
    + ", ".join(
        f"set_config('enable_{way}', 'off', true)"
        for way in ("seqscan", "hashjoin", "mergejoin", "bitmapscan", "material")
    )
)
NO_ROWS: Mapping[Table, Sequence[Row]] = MappingProxyType({})
_ENCODER = msgspec.json.Encoder()


def insert_rows(connection: Connection, table: Table, rows: Sequence[Row], end: str = "") -> None:
    """Insert rows that all have the same columns. ``end`` is an ON CONFLICT clause."""
    if not rows:
        return
    columns = tuple(rows[0])
    if connection.dialect.name == "postgresql":
        told = {table.name: _ENCODER.encode(rows).decode()}
        connection.execute(_all_from_json(((table, columns, end),)), told)
    elif end:
        connection.execute(_one_by_one(table.name, columns, end), rows)
    else:
        connection.execute(insert(table), rows)


def insert_together(
    connection: Connection, rows: Mapping[Table, Sequence[Row]], ends: Mapping[Table, str]
) -> None:
    """Insert the rows of several tables, in one statement on PostgreSQL. ``ends`` are ON CONFLICT clauses."""
    parts = tuple(
        (table, tuple(some[0]), ends.get(table, "")) for table, some in rows.items() if some
    )
    if parts and connection.dialect.name == "postgresql":
        told = {table.name: _ENCODER.encode(rows[table]).decode() for table, _, _ in parts}
        connection.execute(_all_from_json(parts), told)
    elif parts:
        for table, _, end in parts:
            insert_rows(connection, table, rows[table], end)


class is_listed(FunctionElement[bool]):  # noqa: N801 - reads as the condition it is
    """Whether a text column has one of the values of ``listed``: ``is_listed(column, bindparam("names"))``.

    Not for the column of partitions: PostgreSQL prunes by values it can see alone.
    """

    type = Boolean()
    inherit_cache = True
    name = "is_listed"

    def self_group(self, against: object = None) -> is_listed:  # noqa: ARG002 - SQLAlchemy's signature
        """As it is: SQLAlchemy would compare it with 1 on SQLite, which then looks into no index."""
        return self


def listed(values: Iterable[str]) -> str:
    """Texts as one parameter."""
    return _ENCODER.encode(list(values)).decode()


@compiles(is_listed, "postgresql")
def _on_postgresql(element: is_listed, compiler: SQLCompiler, **words: object) -> str:
    column, values = (compiler.process(part, **words) for part in element.clauses)
    return f"{column} = ANY(ARRAY(SELECT json_array_elements_text(CAST({values} AS json))))"


@compiles(is_listed, "sqlite")
def _on_sqlite(element: is_listed, compiler: SQLCompiler, **words: object) -> str:
    column, values = (compiler.process(part, **words) for part in element.clauses)
    return f"{column} IN (SELECT value FROM json_each({values}))"  # noqa: S608 - a column and a bound value


def use_indexes_alone(connection: Connection) -> None:
    """For the rest of the transaction PostgreSQL looks rows up one by one.

    A plan made while a table was small is kept while it grows: without this a whole month is read for each batch.
    """
    if connection.dialect.name == "postgresql":
        connection.execute(_INDEXES_ALONE)


@cache
def _all_from_json(parts: tuple[tuple[Table, tuple[str, ...], str], ...]) -> TextClause:
    """JSON is a third of the work of one array a column, on the client; the same on the server."""
    *others, last = (_from_json(*part) for part in parts)
    named = ", ".join(f"part_{place} AS ({other})" for place, other in enumerate(others))
    return text(f"WITH {named} {last}" if others else last)


def _from_json(table: Table, columns: tuple[str, ...], end: str) -> str:
    given = ", ".join(f"{name} {_json_type(table, name)}" for name in columns)
    values = ", ".join(
        f"decode({name}, 'base64')" if _is_bytes(table, name) else name for name in columns
    )
    return (
        f"INSERT INTO {table.name} ({', '.join(columns)}) SELECT {values}"  # noqa: S608 - names of our own
        f" FROM json_to_recordset(CAST(:{table.name} AS json)) AS given({given}) {end}"
    )


@cache
def _one_by_one(table: str, columns: tuple[str, ...], end: str) -> TextClause:
    marks = ", ".join(f":{name}" for name in columns)
    return text(f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks}) {end}")  # noqa: S608 - names of our own


def _json_type(table: Table, name: str) -> str:
    return "bigint" if isinstance(table.c[name].type, BigInteger) else "text"


def _is_bytes(table: Table, name: str) -> bool:
    return isinstance(table.c[name].type, LargeBinary)

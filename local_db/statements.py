"""Statements said once in SQLAlchemy Core, then run as plain SQL.

Core's own execution costs 15 microseconds a statement, a driver's 3 to 4; a payment takes twenty. So each
statement is compiled when its module is imported, to its text and the order of its binds.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import literal_column
from sqlalchemy.dialects import sqlite

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sqlalchemy import ColumnClause
    from sqlalchemy.sql.elements import ClauseElement

NOUGHT: ColumnClause[int] = literal_column("0")
ONE: ColumnClause[int] = literal_column("1")
NO_TEXT: ColumnClause[str] = literal_column("''")
"""Constants written into the text, so that all binds are ours."""

_DIALECT = sqlite.dialect(paramstyle="qmark")


class Statement:
    """A compiled statement: SQL text, and the names of its binds in order."""

    __slots__ = ("names", "text")

    def __init__(self, clause: ClauseElement, columns: Iterable[str] | None = None) -> None:
        """``columns``: those an INSERT with expressions of its own takes as binds besides."""
        keys = None if columns is None else list(columns)
        compiled = clause.compile(dialect=_DIALECT, column_keys=keys)
        self.text = str(compiled)
        self.names: tuple[str, ...] = tuple(compiled.positiontup or ())  # type: ignore[attr-defined] # of SQLCompiler

    def binds(self, values: Mapping[str, Any]) -> tuple[Any, ...]:
        """The values in the order of the text. Raises KeyError for one that is missing."""
        return tuple([values[name] for name in self.names])

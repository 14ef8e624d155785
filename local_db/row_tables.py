"""How a table of the ledger is written down for SQLAlchemy Core."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import Column, MetaData, Table

if TYPE_CHECKING:
    from sqlalchemy.types import TypeEngine

LEDGER = MetaData()


def table_of(name: str, **columns: type[TypeEngine[Any]]) -> Table:
    """A table of the ledger with these columns, in the order of the file."""
    return Table(name, LEDGER, *(Column(column, kind) for column, kind in columns.items()))

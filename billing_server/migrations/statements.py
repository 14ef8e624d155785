"""What the steps share: a script in PostgreSQL's words made SQLite's where needed, and the guards of tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alembic import op

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_ACTS = ("UPDATE", "DELETE")


def run_script(path: Path) -> None:
    """Run every statement of the file; on SQLite types are its own, tables STRICT and whole."""
    plain = "\n".join(
        line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("--")
    )
    for statement in filter(None, (part.strip() for part in plain.split(";"))):
        op.execute(statement if _is_postgresql() else _for_sqlite(statement))


def guard(tables: Iterable[str]) -> None:
    """From now on these tables are insert only; the function that PostgreSQL needs came with step 0001."""
    for table in tables:
        for act in _ACTS:
            head = f"CREATE TRIGGER {table}_no_{act.lower()} BEFORE {act} ON {table} FOR EACH ROW "
            if _is_postgresql():
                op.execute(head + "EXECUTE FUNCTION refuse_change()")
            else:
                op.execute(head + f"BEGIN SELECT RAISE(ABORT, '{table} is insert only'); END")


def unguard(tables: Iterable[str]) -> None:
    """Let this step change what these tables hold; ``guard`` must follow."""
    for table in tables:
        for act in _ACTS:
            of_table = f" ON {table}" if _is_postgresql() else ""
            op.execute(f"DROP TRIGGER {table}_no_{act.lower()}{of_table}")


def _is_postgresql() -> bool:
    return op.get_bind().dialect.name == "postgresql"


def _for_sqlite(statement: str) -> str:
    whole, _, _ = statement.partition(" PARTITION BY")
    typed = whole.replace("BIGINT", "INTEGER").replace("BYTEA", "BLOB")
    return f"{typed} STRICT" if typed.startswith("CREATE TABLE") else typed

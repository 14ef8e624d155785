"""How a rule of the ledger is written as a trigger. Used by migrations, so never changed, only added to."""

from __future__ import annotations


def rule(table: str, *refusals: tuple[str, str]) -> str:
    """A trigger that refuses an insert for each (reason, condition under which it is refused)."""
    checks = "\n".join(
        f"  SELECT RAISE(ABORT, '{table}: {reason}') WHERE {condition};"
        for reason, condition in refusals
    )
    return f"CREATE TRIGGER {table}_rule BEFORE INSERT ON {table} BEGIN\n{checks}\nEND"


def insert_only(table: str) -> tuple[str, str]:
    """Triggers that refuse every UPDATE and DELETE, and with recursive triggers every REPLACE."""
    return (
        (
            f"CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table} BEGIN"
            f" SELECT RAISE(ABORT, '{table}: insert only'); END"
        ),
        (
            f"CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table} BEGIN"
            f" SELECT RAISE(ABORT, '{table}: insert only'); END"
        ),
    )


def sealed(table: str) -> str:
    """A trigger that refuses further rows of an entry whose message is in the outbox."""
    is_sealed = "EXISTS (SELECT 1 FROM outbox WHERE link = NEW.link)"
    return (
        f"CREATE TRIGGER {table}_sealed BEFORE INSERT ON {table} WHEN {is_sealed} BEGIN"
        f" SELECT RAISE(ABORT, '{table}: entry is sealed'); END"
    )

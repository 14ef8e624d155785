"""First form: enrolment, roster, consumers and bills, change cursor, messages, payments, chains, alarms."""

from __future__ import annotations

from pathlib import Path

from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

INSERT_ONLY = (
    "message",
    "payment",
    "payment_tender",
    "payment_part",
    "instrument",
    "acknowledgement",
    "fork",
    "alarm",
)
_REFUSE_ON_POSTGRESQL = """
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION '% is insert only', TG_TABLE_NAME; END $$
"""


def upgrade() -> None:
    """Make the tables, and the triggers that keep what was written."""
    is_postgresql = op.get_bind().dialect.name == "postgresql"
    script = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8")
    plain = "\n".join(line for line in script.splitlines() if not line.startswith("--"))
    for statement in filter(None, (part.strip() for part in plain.split(";"))):
        op.execute(statement if is_postgresql else _for_sqlite(statement))
    if is_postgresql:
        op.execute(_REFUSE_ON_POSTGRESQL)
    for table in INSERT_ONLY:
        for act in ("UPDATE", "DELETE"):
            op.execute(_guard(table, act, is_postgresql=is_postgresql))


def _for_sqlite(statement: str) -> str:
    typed = statement.replace("BIGINT", "INTEGER").replace("BYTEA", "BLOB")
    return f"{typed} STRICT" if typed.startswith("CREATE TABLE") else typed


def _guard(table: str, act: str, *, is_postgresql: bool) -> str:
    head = f"CREATE TRIGGER {table}_no_{act.lower()} BEFORE {act} ON {table} FOR EACH ROW "
    if is_postgresql:
        return head + "EXECUTE FUNCTION refuse_change()"
    return head + f"BEGIN SELECT RAISE(ABORT, '{table} is insert only'); END"

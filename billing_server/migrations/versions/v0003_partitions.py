"""Years of payments: narrow message keys, bodies and payments in partitions of a month on PostgreSQL."""

from __future__ import annotations

from pathlib import Path

from alembic import op

from billing_server.migrations.statements import guard, run_script, unguard

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

PARTITIONED = ("message_body", "payment", "payment_tender", "payment_part")
INSERT_ONLY = ("message_body",)
_MONTH = "substr(business_date, 1, 7)"
_USUAL = "business_date ~ '^20[0-9][0-9]-[0-9][0-9]-[0-9][0-9]$'"  # stranger ones go to the default


def upgrade() -> None:
    """Move what was written; a partition of a month for every month that has payments."""
    here = Path(__file__)
    unguard(("message",))
    run_script(here.with_suffix(".sql"))
    if op.get_bind().dialect.name == "postgresql":
        _make_partitions()
    run_script(here.with_name("v0003_filled.sql"))
    guard(("message", *PARTITIONED, "matched"))


def _make_partitions() -> None:
    """In a schema of their own, so that ``public`` holds tables alone; ``store.months`` makes the later ones."""
    op.execute("CREATE SCHEMA months")
    op.execute("CREATE SCHEMA archive")
    found = f"SELECT DISTINCT {_MONTH} FROM old_payment WHERE {_USUAL} ORDER BY 1"
    months = list(op.get_bind().exec_driver_sql(found).scalars())
    for table in PARTITIONED:
        op.execute(f"CREATE TABLE months.{table}_default PARTITION OF {table} DEFAULT")
        for month in months:
            name = f"months.{table}_{month.replace('-', '_')}"
            op.execute(f"CREATE TABLE {name} PARTITION OF {table} FOR VALUES IN ('{month}')")
    op.execute("CREATE TABLE months.message_body_none PARTITION OF message_body FOR VALUES IN ('')")

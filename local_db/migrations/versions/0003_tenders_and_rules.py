"""Every tender and purpose: instruments and their life, groups, dated rules, words of supervisors, suspense."""

from __future__ import annotations

from alembic import op

from local_db.migrations.rules import insert_only, sealed
from local_db.migrations.third_rules import RULES
from local_db.migrations.third_tables import COLUMNS, INDEXES, TABLES

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

WIDENED = ("payment", "tender", "outbox")
"""Rules of 0001 that are dropped and made anew."""

OF_AN_ENTRY = (
    *(
        "supervisor_word",
        "instrument",
        "tender_share",
        "instrument_step",
        "returned_part",
        "applied_rule",
    ),
    *("suspense", "rule_set"),
)


def upgrade() -> None:
    """Add them; payments taken before were of one bill each, alone, and keep saying so."""
    connection = op.get_bind()
    for statement in (
        *TABLES,
        *COLUMNS,
        *INDEXES,
        *(f"DROP TRIGGER {table}_rule" for table in WIDENED),
        *RULES,
        *(
            trigger
            for table in (*OF_AN_ENTRY, "policy", "result")
            for trigger in insert_only(table)
        ),
        *map(sealed, OF_AN_ENTRY),
        "PRAGMA user_version = 3",
    ):
        connection.exec_driver_sql(statement)

"""People made here, approvals, and the custody of cash from the float to the bank slip; a shift can be closed."""

from __future__ import annotations

from alembic import op

from local_db.migrations.fifth_rules import RULES, WIDENED
from local_db.migrations.fifth_tables import COLUMNS, INDEXES, TABLES
from local_db.migrations.rules import insert_only, sealed

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

OF_AN_ENTRY = (
    *("approval", "cash_count", "cash_move", "drawer_opening", "shift_pause", "shift_close"),
    *("close_line", "reversal", "tender_undone", "handing", "handed_shift", "slip", "slip_item"),
    *("bank_answer", "bank_difference", "local_person", "local_person_end", "own_pin"),
)


def upgrade() -> None:
    """Add them. Shifts opened before stay open, each on drawer 1, until somebody closes them."""
    connection = op.get_bind()
    for statement in (
        *COLUMNS,
        *TABLES,
        *INDEXES,
        *(f"DROP TRIGGER {table}_rule" for table in WIDENED),
        *RULES,
        *(trigger for table in (*OF_AN_ENTRY, "pin_try") for trigger in insert_only(table)),
        *map(sealed, OF_AN_ENTRY),
        "PRAGMA user_version = 5",
    ):
        connection.exec_driver_sql(statement)

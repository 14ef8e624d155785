"""${message}."""

from __future__ import annotations

from alembic import op

revision = ${repr(up_revision)}
down_revision = ${repr(down_revision)}
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Say what changes; end with PRAGMA user_version."""
    connection = op.get_bind()
    for statement in ("PRAGMA user_version = ${int(up_revision)}",):
        connection.exec_driver_sql(statement)

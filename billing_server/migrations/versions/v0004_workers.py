"""Several worker processes on one database: what they must remember together."""

from __future__ import annotations

from pathlib import Path

from alembic import op

from billing_server.migrations.statements import run_script

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

INSERT_ONLY: tuple[str, ...] = ()
UNLOGGED = ("seen_nonce", "nonce_memory")
"""Emptied together by a crash of PostgreSQL: a memory that is no longer whole names no beginning."""


def upgrade() -> None:
    """Add attempts, and the nonces with the beginning of their memory."""
    run_script(Path(__file__).with_suffix(".sql"))
    if op.get_bind().dialect.name == "postgresql":
        for table in UNLOGGED:
            op.execute(f"ALTER TABLE {table} SET UNLOGGED")

"""Years of payments: narrow message keys, bodies and payments in partitions of a month on PostgreSQL."""

from __future__ import annotations

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

INSERT_ONLY: tuple[str, ...] = ()


def upgrade() -> None:
    """Nothing yet."""

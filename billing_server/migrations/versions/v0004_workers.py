"""Several worker processes on one database: what they must remember together."""

from __future__ import annotations

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

INSERT_ONLY: tuple[str, ...] = ()


def upgrade() -> None:
    """Nothing yet."""

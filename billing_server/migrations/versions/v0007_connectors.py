"""Booked payments on their way to the billing system in use."""

from __future__ import annotations

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

INSERT_ONLY: tuple[str, ...] = ()


def upgrade() -> None:
    """Nothing yet."""

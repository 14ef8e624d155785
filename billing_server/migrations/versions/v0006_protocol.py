"""Closed months, barred lists, the account map told, receipts checked."""

from __future__ import annotations

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

INSERT_ONLY: tuple[str, ...] = ()


def upgrade() -> None:
    """Nothing yet."""

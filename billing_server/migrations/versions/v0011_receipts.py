"""Receipts that prove themselves, and copies of them that were asked for."""

from __future__ import annotations

from pathlib import Path

from billing_server.migrations.statements import run_script

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

INSERT_ONLY = ()


def upgrade() -> None:
    """Add what was not told before."""
    run_script(Path(__file__).with_suffix(".sql"))

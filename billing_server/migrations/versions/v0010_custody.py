"""Reversals of payments, and the custody of cash as counters tell it."""

from __future__ import annotations

from pathlib import Path

from billing_server.migrations.statements import guard, run_script

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

INSERT_ONLY = ("instrument_step", "shift_end", "custody")


def upgrade() -> None:
    """Add what was not told before."""
    run_script(Path(__file__).with_suffix(".sql"))
    guard(INSERT_ONLY)

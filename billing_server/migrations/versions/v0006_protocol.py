"""Closed months, barred lists, the account map told, decisions undone, receipts checked."""

from __future__ import annotations

from pathlib import Path

from billing_server.migrations.statements import guard, run_script

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

INSERT_ONLY = ("month_act", "decision", "cheque_bar", "person_change")


def upgrade() -> None:
    """Add the tables; old numbers that were mapped are told to every counter at its next pull."""
    run_script(Path(__file__).with_suffix(".sql"))
    guard(("matched", *INSERT_ONLY))

"""People of the head office: sign-in, sessions, what each of them did; what counters say of themselves."""

from __future__ import annotations

from pathlib import Path

from billing_server.migrations.statements import guard, run_script

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

INSERT_ONLY = ("console_act", "alarm_seen")


def upgrade() -> None:
    """Add the tables."""
    run_script(Path(__file__).with_suffix(".sql"))
    guard(INSERT_ONLY)

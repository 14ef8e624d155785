"""Every tender, every purpose: instruments by identity, heads and advances, returns, suspense matched, policy."""

from __future__ import annotations

from pathlib import Path

from billing_server.migrations.statements import guard, run_script, unguard

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

CHANGED = ("payment", "payment_tender", "payment_part", "instrument")
INSERT_ONLY = (
    "rule",
    "undone",
    "word",
    "instrument_step",
    "counter_rule",
    "matched",
    "desk_return",
    "result",
)


def upgrade() -> None:
    """Add what is new; what was written keeps its meaning under the new columns."""
    unguard(CHANGED)
    run_script(Path(__file__).with_suffix(".sql"))
    guard((*CHANGED, *INSERT_ONLY))

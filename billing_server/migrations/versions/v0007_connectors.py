"""Booked payments on their way to the billing system in use."""

from __future__ import annotations

from pathlib import Path

from billing_server.migrations.statements import guard, run_script

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

INSERT_ONLY: tuple[str, ...] = (
    "instruction",
    "decision_instructed",
    "return_instructed",
    "parcel",
    "instruction_attempt",
)


def upgrade() -> None:
    """The outbox of instructions, what was tried with each, and how far was read."""
    run_script(Path(__file__).with_suffix(".sql"))
    guard(INSERT_ONLY)

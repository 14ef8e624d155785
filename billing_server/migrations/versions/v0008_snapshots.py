"""Snapshots: manifests, blobs and deltas."""

from __future__ import annotations

from pathlib import Path

from billing_server.migrations.statements import run_script

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

INSERT_ONLY: tuple[str, ...] = ()


def upgrade() -> None:
    """Add the tables; the first snapshot is built when somebody asks for one."""
    run_script(Path(__file__).with_suffix(".sql"))

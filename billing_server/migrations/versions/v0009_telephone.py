"""Approval by telephone: a secret for each person who may approve, those of today's roster too."""

from __future__ import annotations

import secrets
import time
from pathlib import Path

from alembic import op
from sqlalchemy import text

from billing_server.migrations.statements import run_script

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

INSERT_ONLY: tuple[str, ...] = ()
_SECRET_BYTES = 32
_NANOSECONDS_PER_MICROSECOND = 1_000


def upgrade() -> None:
    """Add the table, and a secret for every supervisor there is."""
    run_script(Path(__file__).with_suffix(".sql"))
    connection, now_us = op.get_bind(), time.time_ns() // _NANOSECONDS_PER_MICROSECOND
    ids = connection.execute(text("SELECT cashier_id FROM person WHERE role = 'supervisor'"))
    for cashier_id in ids.scalars().all():
        connection.execute(
            text(
                "INSERT INTO approval_secret (cashier_id, secret, console_id, made_us, made_by)"
                " VALUES (:cashier_id, :secret, '', :now_us, 'step 0009')"
            ),
            {
                "cashier_id": cashier_id,
                "secret": secrets.token_bytes(_SECRET_BYTES),
                "now_us": now_us,
            },
        )

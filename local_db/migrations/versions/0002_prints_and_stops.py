"""Attempts to print and their outcomes; stops, under which no payment is taken."""

from __future__ import annotations

from alembic import op

from local_db.migrations.rules import insert_only, rule

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

TABLES = (
    """CREATE TABLE print_attempt (
        attempt INTEGER PRIMARY KEY CHECK (attempt > 0),
        link INTEGER NOT NULL REFERENCES receipt (link),
        copy_no INTEGER NOT NULL CHECK (copy_no >= 0),
        at_us INTEGER NOT NULL
    ) STRICT""",
    """CREATE TABLE print_outcome (
        attempt INTEGER NOT NULL REFERENCES print_attempt (attempt),
        line INTEGER NOT NULL CHECK (line > 0),
        state TEXT NOT NULL CHECK (state IN ('not_sent', 'printed', 'uncertain')),
        reason TEXT NOT NULL,
        saved_as TEXT NOT NULL,
        at_us INTEGER NOT NULL,
        PRIMARY KEY (attempt, line)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE stop (
        stop_no INTEGER PRIMARY KEY CHECK (stop_no > 0),
        reason TEXT NOT NULL CHECK (reason <> ''),
        at_us INTEGER NOT NULL
    ) STRICT""",
)

RULES = (
    rule(
        "print_attempt",
        (
            "number is not the next",
            "NEW.attempt <> (SELECT coalesce(max(attempt), 0) + 1 FROM print_attempt)",
        ),
    ),
    rule(
        "print_outcome",
        (
            "line is not the next",
            (
                "NEW.line <> (SELECT coalesce(max(line), 0) + 1 FROM print_outcome"
                " WHERE attempt = NEW.attempt)"
            ),
        ),
        (
            "attempt has ended",
            (
                "'uncertain' <> (SELECT state FROM print_outcome"
                " WHERE attempt = NEW.attempt ORDER BY line DESC LIMIT 1)"
            ),
        ),
    ),
    rule(
        "stop",
        (
            "number is not the next",
            "NEW.stop_no <> (SELECT coalesce(max(stop_no), 0) + 1 FROM stop)",
        ),
    ),
    (
        "CREATE TRIGGER payment_stopped BEFORE INSERT ON payment WHEN EXISTS (SELECT 1 FROM stop) BEGIN"
        " SELECT RAISE(ABORT, 'payment: the counter is stopped'); END"
    ),
)


def upgrade() -> None:
    """Add them; nothing that was there is touched."""
    connection = op.get_bind()
    for statement in (
        *TABLES,
        "CREATE INDEX print_attempt_of_receipt ON print_attempt (link, attempt)",
        *RULES,
        *(
            trigger
            for table in ("print_attempt", "print_outcome", "stop")
            for trigger in insert_only(table)
        ),
        "PRAGMA user_version = 2",
    ):
        connection.exec_driver_sql(statement)

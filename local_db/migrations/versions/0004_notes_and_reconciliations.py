"""What a supervisor noted of the fates of messages, and the daily reconciliations with the centre."""

from __future__ import annotations

from alembic import op

from local_db.migrations.rules import insert_only, rule, sealed

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

KIND = "(SELECT kind FROM message WHERE link = NEW.link)"

TABLES = (
    """CREATE TABLE matter_note (
        link INTEGER PRIMARY KEY REFERENCES message (link),
        about TEXT NOT NULL CHECK (about <> ''),
        state TEXT NOT NULL,
        through INTEGER NOT NULL CHECK (through >= 0),
        text TEXT NOT NULL,
        by_id TEXT NOT NULL CHECK (by_id <> ''),
        at_us INTEGER NOT NULL
    ) STRICT""",
    """CREATE TABLE reconciliation (
        number INTEGER PRIMARY KEY CHECK (number > 0),
        business_date TEXT NOT NULL CHECK (date(business_date) IS business_date),
        payments INTEGER NOT NULL CHECK (payments >= 0),
        is_equal INTEGER NOT NULL CHECK (is_equal IN (0, 1)),
        differences INTEGER NOT NULL CHECK (differences >= 0),
        unsent INTEGER NOT NULL CHECK (unsent >= 0),
        facts TEXT NOT NULL CHECK (json_valid(facts)),
        signed BLOB NOT NULL CHECK (length(signed) > 0),
        at_us INTEGER NOT NULL,
        CHECK (is_equal = (differences = 0))
    ) STRICT""",
)

INDEXES = (
    "CREATE INDEX note_of_matter ON matter_note (about, link)",
    "CREATE INDEX reconciliation_of_day ON reconciliation (business_date, number)",
    """CREATE INDEX fate_to_look_at ON fate (link) WHERE fate NOT IN ('NOTED', 'POSTED')""",
)

RULES = (
    rule(
        "matter_note",
        ("told by another kind", f"'counter_note' IS NOT {KIND}"),
        ("state is none we know", "NEW.state NOT IN ('looked_at', 'dealt_with')"),
        (
            "knows more than was told",
            "NEW.through > (SELECT coalesce(max(number), 0) FROM result)",
        ),
    ),
    rule(
        "reconciliation",
        (
            "number is not the next",
            "NEW.number <> (SELECT coalesce(max(number), 0) + 1 FROM reconciliation)",
        ),
    ),
    (
        "CREATE TRIGGER outbox_note BEFORE INSERT ON outbox"
        f" WHEN 'counter_note' IS {KIND}"
        " AND NOT EXISTS (SELECT 1 FROM matter_note WHERE link = NEW.link) BEGIN"
        " SELECT RAISE(ABORT, 'outbox: note told, not booked'); END"
    ),
)


def upgrade() -> None:
    """Add both; nothing that is there changes."""
    connection = op.get_bind()
    for statement in (
        *TABLES,
        *INDEXES,
        *RULES,
        *(trigger for table in ("matter_note", "reconciliation") for trigger in insert_only(table)),
        sealed("matter_note"),
        "PRAGMA user_version = 4",
    ):
        connection.exec_driver_sql(statement)

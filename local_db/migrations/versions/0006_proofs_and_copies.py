"""Signed proofs of receipts, one a copy; receipts asked for by SMS or e-mail."""

from __future__ import annotations

from alembic import op

from local_db.migrations.rules import insert_only, rule, sealed
from local_db.migrations.third_rules import KIND, OF_LINK

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

TABLES = (
    """CREATE TABLE receipt_proof (
        link INTEGER NOT NULL REFERENCES receipt (link),
        copy_no INTEGER NOT NULL CHECK (copy_no >= 0),
        proof BLOB NOT NULL CHECK (length(proof) > 64),
        PRIMARY KEY (link, copy_no)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE receipt_copy (
        link INTEGER PRIMARY KEY REFERENCES message (link),
        payment_link INTEGER NOT NULL REFERENCES receipt (link),
        way TEXT NOT NULL CHECK (way <> ''),
        address TEXT NOT NULL CHECK (address <> ''),
        by_id TEXT NOT NULL CHECK (by_id <> ''),
        business_date TEXT NOT NULL CHECK (date(business_date) IS business_date),
        at_us INTEGER NOT NULL,
        UNIQUE (payment_link, way, address)
    ) STRICT""",
)

RULES = (
    "DROP TRIGGER print_outcome_rule",
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
                "EXISTS (SELECT 1 FROM print_outcome last WHERE last.attempt = NEW.attempt"
                " AND last.line = NEW.line - 1 AND last.state <> 'uncertain'"
                " AND NOT (last.state = 'printed' AND last.reason <> 'torn'"
                " AND NEW.state = 'printed' AND NEW.reason = 'torn'))"
            ),
        ),
    ),
    rule("receipt_copy", ("told by another kind", f"'receipt_copy_asked' IS NOT {KIND}")),
    (
        "CREATE TRIGGER outbox_proof BEFORE INSERT ON outbox BEGIN\n"
        "  SELECT RAISE(ABORT, 'outbox: payment without proof')"
        f" WHERE EXISTS (SELECT 1 {OF_LINK.format('receipt')})"
        f" AND NOT EXISTS (SELECT 1 {OF_LINK.format('receipt_proof')});\n"
        "  SELECT RAISE(ABORT, 'outbox: receipt_copy_asked told, not booked')"
        f" WHERE 'receipt_copy_asked' IS {KIND}"
        f" AND NOT EXISTS (SELECT 1 {OF_LINK.format('receipt_copy')});\n"
        "END"
    ),
)


def upgrade() -> None:
    """Add them. Receipts of before have no proof until a further copy of them is printed."""
    connection = op.get_bind()
    for statement in (
        *TABLES,
        *RULES,
        *(trigger for table in ("receipt_proof", "receipt_copy") for trigger in insert_only(table)),
        sealed("receipt_copy"),
        "PRAGMA user_version = 6",
    ):
        connection.exec_driver_sql(statement)

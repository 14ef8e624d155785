"""The ledger: enrolment, chain, shifts, payments, outbox, acknowledgements.

What can never change stands in a column's CHECK; what a later version may widen stands in a trigger,
which can be dropped and made anew without copying a table.
"""

from __future__ import annotations

from alembic import op

from local_db.migrations.first_tables import TABLES
from local_db.migrations.rules import insert_only, rule, sealed

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

APPLICATION_ID = 0x4B455343  # KESC

INDEXES = (
    "CREATE INDEX shift_of_cashier ON shift (cashier_id, link)",
    "CREATE INDEX payment_of_account ON payment (account_no)",
    "CREATE INDEX payment_of_day ON payment (business_date)",
    "CREATE INDEX acknowledgement_of_time ON acknowledgement (server_time_us)",
    """CREATE INDEX fate_for_a_person ON fate (link) WHERE fate NOT IN
        ('POSTED', 'NOTED', 'PAID_MEANWHILE', 'BILL_REVISED', 'RENUMBERED')""",
)

LAST = "(SELECT {0} FROM message ORDER BY link DESC LIMIT 1)"
OF_LINK = "FROM {0} WHERE link = NEW.link"

RULES = (
    rule(
        "certificate",
        ("epoch does not rise", "NEW.epoch <= (SELECT max(epoch) FROM certificate)"),
    ),
    rule(
        "roster",
        (
            "version is not the next",
            "NEW.version <> (SELECT coalesce(max(version), 0) + 1 FROM roster)",
        ),
    ),
    rule(
        "person", ("roster is not the newest", "NEW.version <> (SELECT max(version) FROM roster)")
    ),
    rule(
        "place",
        (
            "number is not the next",
            "NEW.place_no <> (SELECT coalesce(max(place_no), 0) + 1 FROM place)",
        ),
    ),
    rule(
        "message",
        ("link is not the next", f"NEW.link <> coalesce({LAST.format('link')}, 0) + 1"),
        ("epoch falls", f"NEW.epoch < {LAST.format('epoch')}"),
        (
            "sequence has a gap",
            (
                f"NEW.sequence <> CASE WHEN NEW.epoch = {LAST.format('epoch')}"
                f" THEN {LAST.format('sequence')} + 1 ELSE 1 END"
            ),
        ),
        (
            "previous is not the hash before",
            f"NEW.previous <> coalesce({LAST.format('hash')}, zeroblob(32))",
        ),
    ),
    rule(
        "shift",
        (
            "told by another kind",
            f"'shift_opened' IS NOT (SELECT kind {OF_LINK.format('message')})",
        ),
        (
            "number is not the next",
            "NEW.shift_no <> (SELECT coalesce(max(shift_no), 0) + 1 FROM shift)",
        ),
        (
            "cashier has an open shift",
            "EXISTS (SELECT 1 FROM shift WHERE cashier_id = NEW.cashier_id)",
        ),
    ),
    rule(
        "payment",
        (
            "told by another kind",
            f"'payment_taken' IS NOT (SELECT kind {OF_LINK.format('message')})",
        ),
        (
            "serial is not the next",
            (
                "NEW.serial <> (SELECT coalesce(max(serial), 0) + 1 FROM payment"
                " WHERE series = NEW.series AND book_year = NEW.book_year)"
            ),
        ),
        (
            "shift belongs to another cashier",
            "NEW.cashier_id IS NOT (SELECT cashier_id FROM shift WHERE link = NEW.shift_link)",
        ),
        ("settlement is none we know", "NEW.settlement NOT IN ('full', 'part')"),
        (
            "settlement contradicts balance",
            "(NEW.settlement = 'full') <> (NEW.balance_paise = 0)",
        ),
    ),
    rule(
        "tender",
        ("kind is none we know", "NEW.kind NOT IN ('cash', 'card')"),
        ("given belongs to cash", "(NEW.kind = 'cash') <> (NEW.given_paise IS NOT NULL)"),
    ),
    rule(
        "card_slip",
        (
            "tender is no card",
            "'card' IS NOT (SELECT kind FROM tender WHERE link = NEW.link AND line = NEW.line)",
        ),
    ),
    rule(
        "outbox",
        ("message is not the last", f"NEW.link IS NOT {LAST.format('link')}"),
        (
            "payment told, not booked",
            (
                f"'payment_taken' IS (SELECT kind {OF_LINK.format('message')})"
                f" AND NOT EXISTS (SELECT 1 {OF_LINK.format('receipt')})"
            ),
        ),
        (
            "shift told, not booked",
            (
                f"'shift_opened' IS (SELECT kind {OF_LINK.format('message')})"
                f" AND NOT EXISTS (SELECT 1 {OF_LINK.format('shift')})"
            ),
        ),
        (
            "postings do not balance",
            f"(SELECT coalesce(sum(amount_paise), 0) {OF_LINK.format('posting')}) <> 0",
        ),
        (
            "postings are not the amount",
            (
                f"(SELECT coalesce(sum(amount_paise), 0) {OF_LINK.format('posting')} AND amount_paise > 0)"
                f" <> coalesce((SELECT amount_paise {OF_LINK.format('payment')}),"
                f" (SELECT opening_float_paise {OF_LINK.format('shift')}), 0)"
            ),
        ),
        (
            "tenders are not the amount",
            (
                f"(SELECT sum(amount_paise) {OF_LINK.format('tender')})"
                f" IS NOT (SELECT amount_paise {OF_LINK.format('payment')})"
            ),
        ),
        (
            "allocations are not the amount",
            (
                f"(SELECT sum(amount_paise) {OF_LINK.format('allocation')})"
                f" IS NOT (SELECT amount_paise {OF_LINK.format('payment')})"
            ),
        ),
        (
            "card without slip",
            (
                f"(SELECT count(*) {OF_LINK.format('tender')} AND kind = 'card')"
                f" <> (SELECT count(*) {OF_LINK.format('card_slip')})"
            ),
        ),
        (
            "told another sum than booked",
            (
                "(SELECT amount_paise FROM payment WHERE link = NEW.link) IS NOT"
                " (SELECT json_extract(CAST(body AS TEXT), '$.body.amount_paise')"
                " FROM message WHERE link = NEW.link AND kind = 'payment_taken')"
            ),
        ),
    ),
    rule(
        "acknowledgement",
        (
            "head is not of our chain",
            (
                "NOT EXISTS (SELECT 1 FROM message WHERE link = NEW.link AND epoch = NEW.epoch"
                " AND sequence = NEW.upto AND hash = NEW.head)"
            ),
        ),
    ),
    rule(
        "fate",
        (
            "no acknowledgement covers it",
            "NEW.link > (SELECT coalesce(max(link), 0) FROM acknowledgement)",
        ),
    ),
)

OF_AN_ENTRY = ("shift", "payment", "tender", "card_slip", "allocation", "posting", "receipt")
INSERT_ONLY = (
    *("certificate", "roster", "person", "message", "place", "outbox", "acknowledgement", "fate"),
    *OF_AN_ENTRY,
)


def upgrade() -> None:
    """Make the first ledger."""
    connection = op.get_bind()
    for statement in (
        *(f"PRAGMA application_id = {APPLICATION_ID}",),
        *TABLES,
        *INDEXES,
        *RULES,
        *(trigger for table in INSERT_ONLY for trigger in insert_only(table)),
        *map(sealed, OF_AN_ENTRY),
        "PRAGMA user_version = 1",
    ):
        connection.exec_driver_sql(statement)

"""The tables, columns and widened rules of version 0003. Used by that migration alone, so never changed."""

from __future__ import annotations

COLUMNS = (
    "ALTER TABLE payment ADD COLUMN purpose TEXT NOT NULL DEFAULT 'bill' CHECK (purpose <> '')",
    "ALTER TABLE payment ADD COLUMN reference TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE payment ADD COLUMN group_link INTEGER REFERENCES payment (link)",
    "ALTER TABLE payment ADD COLUMN group_place INTEGER NOT NULL DEFAULT 1 CHECK (group_place > 0)",
    """ALTER TABLE payment ADD COLUMN group_size INTEGER NOT NULL DEFAULT 1
        CHECK (group_size >= group_place)""",
    "ALTER TABLE payment ADD COLUMN group_paise INTEGER CHECK (group_paise >= amount_paise)",
    "ALTER TABLE payment ADD COLUMN word_link INTEGER REFERENCES supervisor_word (link)",
    "ALTER TABLE allocation ADD COLUMN toward TEXT NOT NULL DEFAULT 'bill'",
)

TABLES = (
    """CREATE TABLE supervisor_word (
        link INTEGER PRIMARY KEY REFERENCES message (link),
        word_id BLOB NOT NULL UNIQUE CHECK (length(word_id) = 16),
        supervisor_id TEXT NOT NULL CHECK (supervisor_id <> ''),
        shift_link INTEGER NOT NULL REFERENCES shift (link),
        codes TEXT NOT NULL CHECK (codes <> ''),
        reason TEXT NOT NULL CHECK (reason <> ''),
        given_at_us INTEGER NOT NULL
    ) STRICT""",
    """CREATE TABLE instrument (
        link INTEGER NOT NULL,
        line INTEGER NOT NULL,
        identity TEXT NOT NULL UNIQUE CHECK (identity <> ''),
        face_paise INTEGER NOT NULL CHECK (face_paise > 0),
        facts TEXT NOT NULL CHECK (json_valid(facts)),
        PRIMARY KEY (link, line),
        FOREIGN KEY (link, line) REFERENCES tender (link, line)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE tender_share (
        link INTEGER NOT NULL,
        line INTEGER NOT NULL,
        owner_link INTEGER NOT NULL CHECK (owner_link < link),
        owner_line INTEGER NOT NULL,
        PRIMARY KEY (link, line),
        FOREIGN KEY (link, line) REFERENCES tender (link, line),
        FOREIGN KEY (owner_link, owner_line) REFERENCES tender (link, line)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE instrument_step (
        owner_link INTEGER NOT NULL,
        owner_line INTEGER NOT NULL,
        step INTEGER NOT NULL CHECK (step > 0),
        link INTEGER NOT NULL REFERENCES message (link),
        state TEXT NOT NULL,
        on_date TEXT NOT NULL CHECK (date(on_date) IS on_date),
        at_us INTEGER NOT NULL,
        by_id TEXT NOT NULL CHECK (by_id <> ''),
        reference TEXT NOT NULL,
        reason TEXT NOT NULL,
        charge_paise INTEGER NOT NULL CHECK (charge_paise >= 0),
        PRIMARY KEY (owner_link, owner_line, step),
        FOREIGN KEY (owner_link, owner_line) REFERENCES instrument (link, line)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE returned_part (
        link INTEGER NOT NULL REFERENCES message (link),
        line INTEGER NOT NULL CHECK (line > 0),
        payment_link INTEGER NOT NULL REFERENCES payment (link),
        bill_no TEXT NOT NULL CHECK (bill_no <> ''),
        toward TEXT NOT NULL,
        amount_paise INTEGER NOT NULL CHECK (amount_paise > 0),
        PRIMARY KEY (link, line)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE applied_rule (
        link INTEGER NOT NULL REFERENCES payment (link),
        line INTEGER NOT NULL CHECK (line > 0),
        rule TEXT NOT NULL CHECK (rule <> ''),
        version INTEGER NOT NULL CHECK (version > 0),
        valid_from TEXT NOT NULL CHECK (date(valid_from) IS valid_from),
        is_local INTEGER NOT NULL CHECK (is_local IN (0, 1)),
        PRIMARY KEY (link, line)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE suspense (
        link INTEGER PRIMARY KEY REFERENCES payment (link),
        facts TEXT NOT NULL CHECK (json_valid(facts))
    ) STRICT""",
    """CREATE TABLE policy (
        version INTEGER PRIMARY KEY CHECK (version > 0),
        facts TEXT NOT NULL CHECK (json_valid(facts)),
        at_us INTEGER NOT NULL
    ) STRICT""",
    """CREATE TABLE result (
        number INTEGER PRIMARY KEY CHECK (number > 0),
        kind TEXT NOT NULL CHECK (kind <> ''),
        receipt_no TEXT NOT NULL,
        identity TEXT NOT NULL,
        facts TEXT NOT NULL CHECK (json_valid(facts)),
        at_us INTEGER NOT NULL
    ) STRICT""",
    """CREATE TABLE rule_set (
        link INTEGER PRIMARY KEY REFERENCES message (link),
        facts TEXT NOT NULL CHECK (json_valid(facts))
    ) STRICT""",
)

INDEXES = (
    "CREATE INDEX payment_of_group ON payment (group_link) WHERE group_link IS NOT NULL",
    "CREATE INDEX payment_of_shift ON payment (shift_link)",
    "CREATE INDEX share_of_tender ON tender_share (owner_link, owner_line)",
    "CREATE INDEX word_of_shift ON supervisor_word (shift_link)",
    "CREATE INDEX returned_of_payment ON returned_part (payment_link)",
    "CREATE INDEX step_of_message ON instrument_step (link)",
    "CREATE INDEX result_of_receipt ON result (receipt_no) WHERE receipt_no <> ''",
    "DROP INDEX fate_for_a_person",
    """CREATE INDEX fate_for_a_person ON fate (link) WHERE fate NOT IN
        ('BILL_REVISED', 'LIMIT_EXCEEDED', 'NOTED', 'PAID_MEANWHILE', 'POSTED', 'RENUMBERED')""",
)

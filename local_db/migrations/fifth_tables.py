"""The tables and columns of version 0005. Used by that migration alone, so never changed."""

from __future__ import annotations

COLUMNS = (
    "ALTER TABLE shift ADD COLUMN drawer_no INTEGER NOT NULL DEFAULT 1 CHECK (drawer_no > 0)",
    "ALTER TABLE shift ADD COLUMN taken_over_link INTEGER REFERENCES shift (link)",
    "ALTER TABLE supervisor_word ADD COLUMN how TEXT NOT NULL DEFAULT 'in_person'",
    "ALTER TABLE supervisor_word ADD COLUMN challenge TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE person ADD COLUMN approval_key TEXT NOT NULL DEFAULT ''",
)

_DAY = "TEXT NOT NULL CHECK (date({0}) IS {0})"

TABLES = (
    f"""CREATE TABLE approval (
        link INTEGER PRIMARY KEY REFERENCES message (link),
        approval_id BLOB NOT NULL UNIQUE CHECK (length(approval_id) = 16),
        act TEXT NOT NULL CHECK (act <> ''),
        approver_id TEXT NOT NULL CHECK (approver_id <> ''),
        for_id TEXT NOT NULL CHECK (for_id <> ''),
        about TEXT NOT NULL,
        amount_paise INTEGER NOT NULL,
        reason TEXT NOT NULL CHECK (reason <> ''),
        how TEXT NOT NULL,
        challenge TEXT NOT NULL,
        shift_link INTEGER REFERENCES shift (link),
        business_date {_DAY.format("business_date")},
        at_us INTEGER NOT NULL,
        CHECK (approver_id <> for_id)
    ) STRICT""",
    """CREATE TABLE cash_count (
        link INTEGER NOT NULL REFERENCES message (link),
        denomination_paise INTEGER NOT NULL CHECK (denomination_paise > 0),
        pieces INTEGER NOT NULL CHECK (pieces > 0),
        PRIMARY KEY (link, denomination_paise)
    ) STRICT, WITHOUT ROWID""",
    f"""CREATE TABLE cash_move (
        link INTEGER PRIMARY KEY REFERENCES message (link),
        move_id BLOB NOT NULL UNIQUE CHECK (length(move_id) = 16),
        shift_link INTEGER NOT NULL REFERENCES shift (link),
        why TEXT NOT NULL,
        amount_paise INTEGER NOT NULL CHECK (amount_paise > 0),
        reason TEXT NOT NULL,
        cashier_id TEXT NOT NULL CHECK (cashier_id <> ''),
        receiver_id TEXT NOT NULL,
        approval_link INTEGER REFERENCES approval (link),
        business_date {_DAY.format("business_date")},
        at_us INTEGER NOT NULL
    ) STRICT""",
    f"""CREATE TABLE drawer_opening (
        link INTEGER PRIMARY KEY REFERENCES message (link),
        opening_id BLOB NOT NULL UNIQUE CHECK (length(opening_id) = 16),
        shift_link INTEGER REFERENCES shift (link),
        by_id TEXT NOT NULL CHECK (by_id <> ''),
        why TEXT NOT NULL CHECK (why <> ''),
        reason TEXT NOT NULL,
        business_date {_DAY.format("business_date")},
        at_us INTEGER NOT NULL
    ) STRICT""",
    f"""CREATE TABLE shift_pause (
        link INTEGER PRIMARY KEY REFERENCES message (link),
        shift_link INTEGER NOT NULL REFERENCES shift (link),
        state TEXT NOT NULL CHECK (state IN ('suspended', 'open')),
        by_id TEXT NOT NULL CHECK (by_id <> ''),
        business_date {_DAY.format("business_date")},
        at_us INTEGER NOT NULL
    ) STRICT""",
    f"""CREATE TABLE shift_close (
        link INTEGER PRIMARY KEY REFERENCES message (link),
        shift_link INTEGER NOT NULL UNIQUE REFERENCES shift (link),
        closed_by TEXT NOT NULL CHECK (closed_by <> ''),
        float_left_paise INTEGER NOT NULL CHECK (float_left_paise >= 0),
        takings_paise INTEGER NOT NULL CHECK (takings_paise >= 0),
        moved_paise INTEGER NOT NULL CHECK (moved_paise >= 0),
        acknowledged_link INTEGER NOT NULL CHECK (acknowledged_link >= 0),
        counts INTEGER NOT NULL CHECK (counts > 0),
        reason TEXT NOT NULL,
        approval_link INTEGER REFERENCES approval (link),
        business_date {_DAY.format("business_date")},
        at_us INTEGER NOT NULL
    ) STRICT""",
    """CREATE TABLE close_line (
        link INTEGER NOT NULL REFERENCES shift_close (link),
        line INTEGER NOT NULL CHECK (line > 0),
        kind TEXT NOT NULL CHECK (kind <> ''),
        expected_paise INTEGER NOT NULL,
        expected_pieces INTEGER NOT NULL CHECK (expected_pieces >= 0),
        counted_paise INTEGER NOT NULL CHECK (counted_paise >= 0),
        counted_pieces INTEGER NOT NULL CHECK (counted_pieces >= 0),
        PRIMARY KEY (link, line),
        UNIQUE (link, kind)
    ) STRICT, WITHOUT ROWID""",
    f"""CREATE TABLE reversal (
        link INTEGER PRIMARY KEY REFERENCES message (link),
        reversal_id BLOB NOT NULL UNIQUE CHECK (length(reversal_id) = 16),
        payment_link INTEGER NOT NULL UNIQUE REFERENCES payment (link),
        shift_link INTEGER REFERENCES shift (link),
        why TEXT NOT NULL CHECK (why <> ''),
        reason TEXT NOT NULL,
        paper TEXT NOT NULL CHECK (paper <> ''),
        right_account TEXT NOT NULL,
        by_id TEXT NOT NULL CHECK (by_id <> ''),
        approval_link INTEGER NOT NULL REFERENCES approval (link),
        business_date {_DAY.format("business_date")},
        at_us INTEGER NOT NULL
    ) STRICT""",
    """CREATE TABLE tender_undone (
        link INTEGER NOT NULL REFERENCES reversal (link),
        line INTEGER NOT NULL CHECK (line > 0),
        kind TEXT NOT NULL CHECK (kind <> ''),
        amount_paise INTEGER NOT NULL CHECK (amount_paise > 0),
        goes TEXT NOT NULL CHECK (goes <> ''),
        identity TEXT NOT NULL,
        reference TEXT NOT NULL,
        PRIMARY KEY (link, line)
    ) STRICT, WITHOUT ROWID""",
    f"""CREATE TABLE handing (
        link INTEGER PRIMARY KEY REFERENCES message (link),
        handing_id BLOB NOT NULL UNIQUE CHECK (length(handing_id) = 16),
        amount_paise INTEGER NOT NULL CHECK (amount_paise > 0),
        counted_paise INTEGER NOT NULL CHECK (counted_paise >= 0),
        by_id TEXT NOT NULL CHECK (by_id <> ''),
        receiver_id TEXT NOT NULL CHECK (receiver_id <> '' AND receiver_id <> by_id),
        reason TEXT NOT NULL,
        approval_link INTEGER REFERENCES approval (link),
        business_date {_DAY.format("business_date")},
        at_us INTEGER NOT NULL
    ) STRICT""",
    """CREATE TABLE handed_shift (
        link INTEGER NOT NULL REFERENCES handing (link),
        shift_link INTEGER NOT NULL UNIQUE REFERENCES shift_close (shift_link),
        PRIMARY KEY (link, shift_link)
    ) STRICT, WITHOUT ROWID""",
    f"""CREATE TABLE slip (
        link INTEGER PRIMARY KEY REFERENCES message (link),
        slip_id BLOB NOT NULL UNIQUE CHECK (length(slip_id) = 16),
        slip_no INTEGER NOT NULL UNIQUE CHECK (slip_no > 0),
        kind TEXT NOT NULL CHECK (kind IN ('cash', 'papers')),
        amount_paise INTEGER NOT NULL CHECK (amount_paise > 0),
        bank_account TEXT NOT NULL CHECK (bank_account <> ''),
        by_id TEXT NOT NULL CHECK (by_id <> ''),
        business_date {_DAY.format("business_date")},
        at_us INTEGER NOT NULL
    ) STRICT""",
    """CREATE TABLE slip_item (
        link INTEGER NOT NULL REFERENCES slip (link),
        line INTEGER NOT NULL CHECK (line > 0),
        owner_link INTEGER NOT NULL,
        owner_line INTEGER NOT NULL,
        PRIMARY KEY (link, line),
        UNIQUE (owner_link, owner_line),
        FOREIGN KEY (owner_link, owner_line) REFERENCES instrument (link, line)
    ) STRICT, WITHOUT ROWID""",
    f"""CREATE TABLE bank_answer (
        link INTEGER PRIMARY KEY REFERENCES message (link),
        answer_id BLOB NOT NULL UNIQUE CHECK (length(answer_id) = 16),
        slip_link INTEGER NOT NULL UNIQUE REFERENCES slip (link),
        reference TEXT NOT NULL UNIQUE CHECK (reference <> ''),
        on_date {_DAY.format("on_date")},
        accepted_paise INTEGER NOT NULL CHECK (accepted_paise >= 0),
        moved_paise INTEGER NOT NULL CHECK (moved_paise >= 0),
        by_id TEXT NOT NULL CHECK (by_id <> ''),
        approval_link INTEGER REFERENCES approval (link),
        business_date {_DAY.format("business_date")},
        at_us INTEGER NOT NULL
    ) STRICT""",
    """CREATE TABLE bank_difference (
        link INTEGER NOT NULL REFERENCES bank_answer (link),
        line INTEGER NOT NULL CHECK (line > 0),
        why TEXT NOT NULL,
        amount_paise INTEGER NOT NULL CHECK (amount_paise > 0),
        note TEXT NOT NULL,
        PRIMARY KEY (link, line)
    ) STRICT, WITHOUT ROWID""",
    f"""CREATE TABLE local_person (
        link INTEGER PRIMARY KEY REFERENCES message (link),
        cashier_id TEXT NOT NULL UNIQUE CHECK (cashier_id <> ''),
        name_en TEXT NOT NULL CHECK (name_en <> ''),
        name_hi TEXT NOT NULL,
        role TEXT NOT NULL CHECK (role = 'cashier'),
        pin_hash TEXT NOT NULL CHECK (pin_hash <> ''),
        made_by TEXT NOT NULL CHECK (made_by <> ''),
        valid_to {_DAY.format("valid_to")},
        approval_link INTEGER REFERENCES approval (link),
        at_us INTEGER NOT NULL
    ) STRICT""",
    """CREATE TABLE local_person_end (
        link INTEGER PRIMARY KEY REFERENCES message (link),
        person_link INTEGER NOT NULL UNIQUE REFERENCES local_person (link),
        by_id TEXT NOT NULL CHECK (by_id <> ''),
        at_us INTEGER NOT NULL
    ) STRICT""",
    """CREATE TABLE own_pin (
        link INTEGER PRIMARY KEY REFERENCES message (link),
        cashier_id TEXT NOT NULL CHECK (cashier_id <> ''),
        pin_hash TEXT NOT NULL CHECK (pin_hash <> ''),
        roster_hash TEXT NOT NULL CHECK (roster_hash <> ''),
        by_id TEXT NOT NULL CHECK (by_id <> ''),
        at_us INTEGER NOT NULL
    ) STRICT""",
    """CREATE TABLE pin_try (
        number INTEGER PRIMARY KEY CHECK (number > 0),
        cashier_id TEXT NOT NULL CHECK (cashier_id <> ''),
        what TEXT NOT NULL CHECK (what <> ''),
        is_right INTEGER NOT NULL CHECK (is_right IN (0, 1)),
        at_us INTEGER NOT NULL
    ) STRICT""",
)

INDEXES = (
    "CREATE INDEX approval_of_day ON approval (business_date)",
    "CREATE UNIQUE INDEX approval_of_challenge ON approval (challenge) WHERE challenge <> ''",
    "CREATE UNIQUE INDEX word_of_challenge ON supervisor_word (challenge) WHERE challenge <> ''",
    "CREATE INDEX move_of_shift ON cash_move (shift_link)",
    "CREATE INDEX move_of_day ON cash_move (business_date)",
    "CREATE INDEX opening_of_shift ON drawer_opening (shift_link)",
    "CREATE INDEX opening_of_day ON drawer_opening (business_date)",
    "CREATE INDEX pause_of_shift ON shift_pause (shift_link, link)",
    "CREATE INDEX close_of_day ON shift_close (business_date)",
    "CREATE INDEX reversal_of_shift ON reversal (shift_link)",
    "CREATE INDEX reversal_of_day ON reversal (business_date)",
    "CREATE INDEX handing_of_day ON handing (business_date)",
    "CREATE INDEX slip_of_day ON slip (business_date)",
    "CREATE INDEX own_pin_of_person ON own_pin (cashier_id, link)",
    "CREATE INDEX pin_try_of_person ON pin_try (cashier_id, number)",
    "CREATE INDEX shift_of_day ON shift (business_date)",
)

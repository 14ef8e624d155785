"""The tables of version 0001. Used by that migration alone, so never changed."""

from __future__ import annotations

TABLES = (
    """CREATE TABLE certificate (
        epoch INTEGER PRIMARY KEY CHECK (epoch > 0),
        counter_id TEXT NOT NULL CHECK (counter_id <> ''),
        receipt_series TEXT NOT NULL CHECK (receipt_series <> ''),
        facts TEXT NOT NULL,
        signed BLOB NOT NULL,
        at_us INTEGER NOT NULL
    ) STRICT""",
    "CREATE TABLE roster (version INTEGER PRIMARY KEY CHECK (version > 0), at_us INTEGER NOT NULL) STRICT",
    """CREATE TABLE person (
        version INTEGER NOT NULL REFERENCES roster (version),
        cashier_id TEXT NOT NULL CHECK (cashier_id <> ''),
        name_en TEXT NOT NULL,
        name_hi TEXT NOT NULL,
        role TEXT NOT NULL,
        pin_hash TEXT NOT NULL CHECK (pin_hash <> ''),
        PRIMARY KEY (version, cashier_id)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE message (
        link INTEGER PRIMARY KEY REFERENCES outbox (link) DEFERRABLE INITIALLY DEFERRED,
        epoch INTEGER NOT NULL CHECK (epoch > 0),
        sequence INTEGER NOT NULL CHECK (sequence > 0),
        message_id BLOB NOT NULL UNIQUE CHECK (length(message_id) = 16),
        kind TEXT NOT NULL CHECK (kind <> ''),
        recorded_at_us INTEGER NOT NULL,
        previous BLOB NOT NULL CHECK (length(previous) = 32),
        hash BLOB NOT NULL CHECK (length(hash) = 32),
        signature BLOB NOT NULL CHECK (length(signature) = 64),
        body BLOB NOT NULL CHECK (length(body) > 0),
        UNIQUE (epoch, sequence)
    ) STRICT""",
    """CREATE TABLE shift (
        link INTEGER PRIMARY KEY REFERENCES message (link),
        shift_id BLOB NOT NULL UNIQUE CHECK (length(shift_id) = 16),
        shift_no INTEGER NOT NULL UNIQUE CHECK (shift_no > 0),
        cashier_id TEXT NOT NULL CHECK (cashier_id <> ''),
        business_date TEXT NOT NULL CHECK (date(business_date) IS business_date),
        opened_at_us INTEGER NOT NULL,
        opening_float_paise INTEGER NOT NULL CHECK (opening_float_paise >= 0)
    ) STRICT""",
    """CREATE TABLE payment (
        link INTEGER PRIMARY KEY REFERENCES message (link),
        payment_id BLOB NOT NULL UNIQUE CHECK (length(payment_id) = 16),
        series TEXT NOT NULL CHECK (series <> ''),
        book_year INTEGER NOT NULL CHECK (book_year BETWEEN 2000 AND 2099),
        serial INTEGER NOT NULL CHECK (serial > 0),
        account_no TEXT NOT NULL CHECK (account_no <> ''),
        amount_paise INTEGER NOT NULL CHECK (amount_paise > 0),
        settlement TEXT NOT NULL,
        outstanding_before_paise INTEGER NOT NULL,
        balance_paise INTEGER NOT NULL CHECK (balance_paise = outstanding_before_paise - amount_paise),
        payer TEXT NOT NULL,
        cashier_id TEXT NOT NULL CHECK (cashier_id <> ''),
        shift_link INTEGER NOT NULL REFERENCES shift (link),
        taken_at_us INTEGER NOT NULL,
        business_date TEXT NOT NULL CHECK (date(business_date) IS business_date),
        snapshot_version TEXT NOT NULL,
        UNIQUE (series, book_year, serial)
    ) STRICT""",
    """CREATE TABLE tender (
        link INTEGER NOT NULL REFERENCES payment (link),
        line INTEGER NOT NULL CHECK (line > 0),
        kind TEXT NOT NULL,
        amount_paise INTEGER NOT NULL CHECK (amount_paise > 0),
        given_paise INTEGER CHECK (given_paise >= amount_paise),
        PRIMARY KEY (link, line)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE card_slip (
        link INTEGER NOT NULL,
        line INTEGER NOT NULL,
        network TEXT NOT NULL CHECK (network <> ''),
        last4 TEXT NOT NULL CHECK (last4 GLOB '[0-9][0-9][0-9][0-9]'),
        rrn TEXT NOT NULL UNIQUE CHECK (length(rrn) = 12 AND rrn NOT GLOB '*[^0-9]*'),
        approval_code TEXT NOT NULL CHECK (length(approval_code) BETWEEN 1 AND 6),
        tid TEXT NOT NULL CHECK (length(tid) = 8),
        mid TEXT NOT NULL CHECK (length(mid) BETWEEN 8 AND 15),
        batch TEXT NOT NULL CHECK (length(batch) = 6 AND batch NOT GLOB '*[^0-9]*'),
        invoice TEXT NOT NULL CHECK (length(invoice) = 6 AND invoice NOT GLOB '*[^0-9]*'),
        PRIMARY KEY (link, line),
        UNIQUE (tid, batch, invoice),
        FOREIGN KEY (link, line) REFERENCES tender (link, line)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE allocation (
        link INTEGER NOT NULL REFERENCES payment (link),
        line INTEGER NOT NULL CHECK (line > 0),
        bill_no TEXT NOT NULL CHECK (bill_no <> ''),
        amount_paise INTEGER NOT NULL CHECK (amount_paise > 0),
        PRIMARY KEY (link, line)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE posting (
        link INTEGER NOT NULL REFERENCES message (link),
        line INTEGER NOT NULL CHECK (line > 0),
        account TEXT NOT NULL CHECK (account <> ''),
        amount_paise INTEGER NOT NULL CHECK (amount_paise <> 0),
        PRIMARY KEY (link, line)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE place (
        place_no INTEGER PRIMARY KEY CHECK (place_no > 0),
        facts TEXT NOT NULL UNIQUE
    ) STRICT""",
    """CREATE TABLE receipt (
        link INTEGER PRIMARY KEY REFERENCES payment (link),
        place_no INTEGER NOT NULL REFERENCES place (place_no),
        facts TEXT NOT NULL CHECK (json_valid(facts))
    ) STRICT""",
    "CREATE TABLE outbox (link INTEGER PRIMARY KEY REFERENCES message (link)) STRICT",
    """CREATE TABLE acknowledgement (
        link INTEGER PRIMARY KEY REFERENCES outbox (link),
        epoch INTEGER NOT NULL,
        upto INTEGER NOT NULL,
        head BLOB NOT NULL CHECK (length(head) = 32),
        server_time_us INTEGER NOT NULL CHECK (server_time_us >= 0),
        signed BLOB NOT NULL CHECK (length(signed) > 0)
    ) STRICT""",
    """CREATE TABLE fate (
        link INTEGER PRIMARY KEY REFERENCES outbox (link),
        fate TEXT NOT NULL CHECK (fate <> ''),
        reference TEXT NOT NULL
    ) STRICT""",
)

-- The tables of the first form. BIGINT and BYTEA become INTEGER and BLOB on SQLite, where tables are STRICT.
-- Frozen: later changes are later migrations.

CREATE TABLE acknowledgement (
    counter_id TEXT NOT NULL,
    epoch BIGINT NOT NULL,
    first BIGINT NOT NULL,
    upto BIGINT NOT NULL,
    head BYTEA NOT NULL,
    answer BYTEA NOT NULL,
    PRIMARY KEY (counter_id, epoch, first, upto)
);

CREATE TABLE alarm (
    counter_id TEXT NOT NULL,
    epoch BIGINT NOT NULL,
    sequence BIGINT NOT NULL,
    kind TEXT NOT NULL,
    raised_us BIGINT NOT NULL,
    PRIMARY KEY (counter_id, epoch, sequence, kind)
);

CREATE TABLE change_cursor (
    single BIGINT NOT NULL,
    cursor BIGINT NOT NULL,
    PRIMARY KEY (single)
);

CREATE TABLE consumer (
    account_no TEXT NOT NULL,
    name_en TEXT NOT NULL,
    name_hi TEXT NOT NULL,
    legacy_account_no TEXT NOT NULL,
    meter_no TEXT NOT NULL,
    mobile TEXT NOT NULL,
    guardian_name TEXT NOT NULL,
    address TEXT NOT NULL,
    locality TEXT NOT NULL,
    division TEXT NOT NULL,
    substation TEXT NOT NULL,
    category TEXT NOT NULL,
    connection TEXT NOT NULL,
    flags TEXT NOT NULL,
    is_removed BIGINT NOT NULL,
    PRIMARY KEY (account_no)
);

CREATE TABLE counter (
    counter_id TEXT NOT NULL,
    counter_name TEXT NOT NULL,
    division_en TEXT NOT NULL,
    division_hi TEXT NOT NULL,
    series_base TEXT NOT NULL,
    PRIMARY KEY (counter_id),
    UNIQUE (series_base)
);

CREATE TABLE fork (
    counter_id TEXT NOT NULL,
    epoch BIGINT NOT NULL,
    sequence BIGINT NOT NULL,
    hash BYTEA NOT NULL,
    raw BYTEA NOT NULL,
    previous BYTEA NOT NULL,
    head_signature BYTEA NOT NULL,
    received_us BIGINT NOT NULL,
    PRIMARY KEY (counter_id, epoch, sequence, hash)
);

CREATE TABLE instrument (
    rrn TEXT NOT NULL,
    counter_id TEXT NOT NULL,
    epoch BIGINT NOT NULL,
    sequence BIGINT NOT NULL,
    PRIMARY KEY (rrn)
);

CREATE TABLE person (
    cashier_id TEXT NOT NULL,
    name_en TEXT NOT NULL,
    name_hi TEXT NOT NULL,
    role TEXT NOT NULL,
    pin_hash TEXT NOT NULL,
    PRIMARY KEY (cashier_id)
);

CREATE TABLE bill (
    bill_no TEXT NOT NULL,
    account_no TEXT NOT NULL,
    bill_month TEXT NOT NULL,
    bill_date TEXT NOT NULL,
    due_date TEXT NOT NULL,
    disconnection_date TEXT NOT NULL,
    current_demand_paise BIGINT NOT NULL,
    arrear_principal_paise BIGINT NOT NULL,
    arrear_surcharge_paise BIGINT NOT NULL,
    other_debits_paise BIGINT NOT NULL,
    credits_paise BIGINT NOT NULL,
    payable_by_due_paise BIGINT NOT NULL,
    payable_after_due_paise BIGINT NOT NULL,
    elsewhere_paise BIGINT NOT NULL,
    as_on TEXT NOT NULL,
    is_open BIGINT NOT NULL,
    PRIMARY KEY (bill_no),
    FOREIGN KEY(account_no) REFERENCES consumer (account_no)
);

CREATE INDEX ix_bill_account_no ON bill (account_no);

CREATE TABLE consumer_change (
    account_no TEXT NOT NULL,
    changed_at BIGINT NOT NULL,
    PRIMARY KEY (account_no),
    FOREIGN KEY(account_no) REFERENCES consumer (account_no)
);

CREATE INDEX consumer_change_at ON consumer_change (changed_at);

CREATE TABLE enrolment_code (
    code_hash BYTEA NOT NULL,
    counter_id TEXT NOT NULL,
    expires_us BIGINT NOT NULL,
    used_us BIGINT,
    used_by BYTEA,
    answer BYTEA,
    PRIMARY KEY (code_hash),
    FOREIGN KEY(counter_id) REFERENCES counter (counter_id)
);

CREATE TABLE epoch (
    counter_id TEXT NOT NULL,
    epoch BIGINT NOT NULL,
    public_key BYTEA NOT NULL,
    key_id TEXT NOT NULL,
    receipt_series TEXT NOT NULL,
    previous_head BYTEA NOT NULL,
    valid_from_us BIGINT NOT NULL,
    valid_until_us BIGINT NOT NULL,
    revoked_us BIGINT,
    PRIMARY KEY (counter_id, epoch),
    FOREIGN KEY(counter_id) REFERENCES counter (counter_id),
    UNIQUE (public_key),
    UNIQUE (key_id),
    UNIQUE (receipt_series)
);

CREATE TABLE bill_booked (
    bill_no TEXT NOT NULL,
    booked_paise BIGINT NOT NULL,
    PRIMARY KEY (bill_no),
    FOREIGN KEY(bill_no) REFERENCES bill (bill_no)
);

CREATE TABLE chain_head (
    counter_id TEXT NOT NULL,
    epoch BIGINT NOT NULL,
    sequence BIGINT NOT NULL,
    head BYTEA NOT NULL,
    is_forked BIGINT NOT NULL,
    PRIMARY KEY (counter_id, epoch),
    FOREIGN KEY(counter_id, epoch) REFERENCES epoch (counter_id, epoch)
);

CREATE TABLE message (
    counter_id TEXT NOT NULL,
    epoch BIGINT NOT NULL,
    sequence BIGINT NOT NULL,
    hash BYTEA NOT NULL,
    raw BYTEA NOT NULL,
    kind TEXT NOT NULL,
    fate TEXT NOT NULL,
    reference TEXT NOT NULL,
    is_in_bill BIGINT NOT NULL,
    received_us BIGINT NOT NULL,
    PRIMARY KEY (counter_id, epoch, sequence),
    FOREIGN KEY(counter_id, epoch) REFERENCES epoch (counter_id, epoch)
);

CREATE INDEX message_refused ON message (counter_id, epoch, sequence) WHERE is_in_bill = 0;

CREATE TABLE payment (
    counter_id TEXT NOT NULL,
    epoch BIGINT NOT NULL,
    sequence BIGINT NOT NULL,
    payment_id TEXT NOT NULL,
    receipt_no TEXT NOT NULL,
    account_no TEXT NOT NULL,
    amount_paise BIGINT NOT NULL,
    business_date TEXT NOT NULL,
    recorded_us BIGINT NOT NULL,
    cashier_id TEXT NOT NULL,
    fate TEXT NOT NULL,
    PRIMARY KEY (counter_id, epoch, sequence),
    FOREIGN KEY(counter_id, epoch, sequence) REFERENCES message (counter_id, epoch, sequence),
    UNIQUE (payment_id)
);

CREATE INDEX ix_payment_receipt_no ON payment (receipt_no);

CREATE INDEX payment_of_account ON payment (account_no, business_date);

CREATE INDEX payment_of_day ON payment (counter_id, business_date);

CREATE TABLE payment_part (
    counter_id TEXT NOT NULL,
    epoch BIGINT NOT NULL,
    sequence BIGINT NOT NULL,
    line BIGINT NOT NULL,
    told_bill_no TEXT NOT NULL,
    booked_bill_no TEXT NOT NULL,
    amount_paise BIGINT NOT NULL,
    PRIMARY KEY (counter_id, epoch, sequence, line),
    FOREIGN KEY(counter_id, epoch, sequence) REFERENCES payment (counter_id, epoch, sequence)
);

CREATE TABLE payment_tender (
    counter_id TEXT NOT NULL,
    epoch BIGINT NOT NULL,
    sequence BIGINT NOT NULL,
    line BIGINT NOT NULL,
    kind TEXT NOT NULL,
    amount_paise BIGINT NOT NULL,
    rrn TEXT NOT NULL,
    PRIMARY KEY (counter_id, epoch, sequence, line),
    FOREIGN KEY(counter_id, epoch, sequence) REFERENCES payment (counter_id, epoch, sequence)
);

INSERT INTO change_cursor (single, cursor) VALUES (1, 0);

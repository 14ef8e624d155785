-- Booked money on its way to the billing system in use. Frozen: later changes are later migrations.

CREATE TABLE instruction (
    number BIGINT NOT NULL,
    reference TEXT NOT NULL,
    kind TEXT NOT NULL,
    corrects TEXT NOT NULL,
    counter_id TEXT NOT NULL,
    epoch BIGINT NOT NULL,
    sequence BIGINT NOT NULL,
    line BIGINT NOT NULL,
    toward TEXT NOT NULL,
    account_no TEXT NOT NULL,
    bill_no TEXT NOT NULL,
    amount_paise BIGINT NOT NULL,
    bill_paise BIGINT NOT NULL,
    outstanding_paise BIGINT NOT NULL,
    is_full BIGINT NOT NULL CHECK (is_full IN (0, 1)),
    division TEXT NOT NULL,
    connection TEXT NOT NULL,
    mobile TEXT NOT NULL,
    receipt_no TEXT NOT NULL,
    business_date TEXT NOT NULL,
    month TEXT NOT NULL,
    made_us BIGINT NOT NULL,
    PRIMARY KEY (number),
    UNIQUE (reference),
    CHECK (amount_paise <> 0),
    CHECK (kind <> 'PAYMENT' OR amount_paise > 0),
    CHECK ((kind = 'PAYMENT') = (corrects = ''))
);

CREATE INDEX instruction_of_payment ON instruction (counter_id, epoch, sequence);

CREATE INDEX instruction_of_bill ON instruction (bill_no);

CREATE INDEX instruction_of_day ON instruction (business_date);

CREATE TABLE instruction_cursor (
    single BIGINT NOT NULL,
    number BIGINT NOT NULL,
    PRIMARY KEY (single),
    CHECK (single = 1)
);

INSERT INTO instruction_cursor (single, number) VALUES (1, 0);

CREATE TABLE instructed_upto (
    counter_id TEXT NOT NULL,
    epoch BIGINT NOT NULL,
    sequence BIGINT NOT NULL,
    PRIMARY KEY (counter_id, epoch),
    FOREIGN KEY (counter_id, epoch) REFERENCES epoch (counter_id, epoch)
);

CREATE TABLE decision_instructed (
    counter_id TEXT NOT NULL,
    epoch BIGINT NOT NULL,
    sequence BIGINT NOT NULL,
    number BIGINT NOT NULL,
    PRIMARY KEY (counter_id, epoch, sequence, number)
);

CREATE TABLE return_instructed (
    identity TEXT NOT NULL,
    PRIMARY KEY (identity),
    FOREIGN KEY (identity) REFERENCES desk_return (identity)
);

CREATE TABLE parcel (
    adapter TEXT NOT NULL,
    number BIGINT NOT NULL,
    business_date TEXT NOT NULL,
    part BIGINT NOT NULL,
    lines BIGINT NOT NULL CHECK (lines > 0),
    amount_paise BIGINT NOT NULL,
    terms TEXT NOT NULL,
    digest TEXT NOT NULL,
    made_us BIGINT NOT NULL,
    PRIMARY KEY (adapter, number)
);

CREATE TABLE instruction_attempt (
    adapter TEXT NOT NULL,
    number BIGINT NOT NULL,
    attempt BIGINT NOT NULL,
    outcome TEXT NOT NULL,
    parcel BIGINT NOT NULL,
    detail TEXT NOT NULL,
    by_id TEXT NOT NULL,
    at_us BIGINT NOT NULL,
    PRIMARY KEY (adapter, number, attempt),
    FOREIGN KEY (number) REFERENCES instruction (number)
);

CREATE INDEX instruction_attempt_of_parcel ON instruction_attempt (adapter, parcel);

CREATE INDEX instruction_attempt_refused ON instruction_attempt (adapter, number) WHERE outcome = 'REFUSED';

CREATE TABLE connector (
    adapter TEXT NOT NULL,
    holder TEXT NOT NULL,
    until_us BIGINT NOT NULL,
    settled_upto BIGINT NOT NULL,
    PRIMARY KEY (adapter)
);

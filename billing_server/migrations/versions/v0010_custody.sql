-- Reversals: what one left in suspense waits as a payment of its own, beside all totals. Frozen: later changes are later migrations.

ALTER TABLE payment ADD COLUMN is_held BIGINT NOT NULL DEFAULT 0;

CREATE INDEX message_of_held ON message (counter_id, epoch, sequence)
    WHERE kind = 'payment_reversed' AND payment_id <> '';

CREATE TEMPORARY TABLE step_before AS SELECT * FROM instrument_step;

DROP TABLE instrument_step;

CREATE TABLE instrument_step (
    counter_id TEXT NOT NULL,
    epoch BIGINT NOT NULL,
    sequence BIGINT NOT NULL,
    line BIGINT NOT NULL,
    identity TEXT NOT NULL,
    state TEXT NOT NULL,
    on_date TEXT NOT NULL,
    by_id TEXT NOT NULL,
    reference TEXT NOT NULL,
    reason TEXT NOT NULL,
    charge_paise BIGINT NOT NULL,
    PRIMARY KEY (counter_id, epoch, sequence, line),
    FOREIGN KEY(counter_id, epoch, sequence) REFERENCES message (counter_id, epoch, sequence)
);

CREATE INDEX ix_instrument_step_identity ON instrument_step (identity);

INSERT INTO instrument_step (counter_id, epoch, sequence, line, identity, state, on_date, by_id, reference, reason, charge_paise)
SELECT counter_id, epoch, sequence, 1, identity, state, on_date, by_id, reference, reason, charge_paise FROM step_before;

DROP TABLE step_before;

CREATE TABLE shift_end (
    counter_id TEXT NOT NULL,
    epoch BIGINT NOT NULL,
    sequence BIGINT NOT NULL,
    line BIGINT NOT NULL,
    shift_id TEXT NOT NULL,
    shift_no BIGINT NOT NULL,
    cashier_id TEXT NOT NULL,
    closed_by TEXT NOT NULL,
    business_date TEXT NOT NULL,
    kind TEXT NOT NULL,
    expected_paise BIGINT NOT NULL,
    counted_paise BIGINT NOT NULL,
    takings_paise BIGINT NOT NULL,
    receipts BIGINT NOT NULL,
    counts BIGINT NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (counter_id, epoch, sequence, line),
    FOREIGN KEY(counter_id, epoch, sequence) REFERENCES message (counter_id, epoch, sequence)
);

CREATE INDEX shift_end_of_day ON shift_end (business_date);

CREATE TABLE custody (
    counter_id TEXT NOT NULL,
    epoch BIGINT NOT NULL,
    sequence BIGINT NOT NULL,
    kind TEXT NOT NULL,
    business_date TEXT NOT NULL,
    about TEXT NOT NULL,
    what TEXT NOT NULL,
    amount_paise BIGINT NOT NULL,
    counted_paise BIGINT NOT NULL,
    by_id TEXT NOT NULL,
    to_id TEXT NOT NULL,
    reference TEXT NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (counter_id, epoch, sequence),
    FOREIGN KEY(counter_id, epoch, sequence) REFERENCES message (counter_id, epoch, sequence)
);

CREATE INDEX custody_of_day ON custody (business_date);

CREATE INDEX custody_about ON custody (about);

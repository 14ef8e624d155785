-- Every tender, every purpose. Frozen: later changes are later migrations.

DROP INDEX message_refused;

ALTER TABLE payment ADD COLUMN for_account_no TEXT NOT NULL DEFAULT '';

ALTER TABLE payment ADD COLUMN group_id TEXT NOT NULL DEFAULT '';

ALTER TABLE payment ADD COLUMN payer_key TEXT NOT NULL DEFAULT '';

UPDATE payment SET for_account_no = account_no, group_id = payment_id;

DROP INDEX payment_of_account;

CREATE INDEX payment_for_account ON payment (for_account_no, business_date);

CREATE INDEX payment_of_group ON payment (group_id);

CREATE INDEX payment_of_payer ON payment (business_date, payer_key);

ALTER TABLE payment_tender RENAME COLUMN rrn TO identity;

UPDATE payment_tender SET identity = 'card:' || identity WHERE identity <> '';

CREATE INDEX payment_tender_identity ON payment_tender (identity) WHERE identity <> '';

ALTER TABLE payment_part ADD COLUMN toward TEXT NOT NULL DEFAULT 'bill';

ALTER TABLE instrument RENAME COLUMN rrn TO identity;

ALTER TABLE instrument ADD COLUMN group_id TEXT NOT NULL DEFAULT '';

UPDATE instrument SET identity = 'card:' || identity, group_id = coalesce(
    (SELECT payment.group_id FROM payment WHERE payment.counter_id = instrument.counter_id
    AND payment.epoch = instrument.epoch AND payment.sequence = instrument.sequence), '');

CREATE INDEX consumer_of_legacy ON consumer (legacy_account_no);

CREATE INDEX consumer_of_meter ON consumer (meter_no);

CREATE TABLE account_map (
    old_account_no TEXT NOT NULL,
    new_account_no TEXT NOT NULL,
    by_id TEXT NOT NULL,
    at_us BIGINT NOT NULL,
    PRIMARY KEY (old_account_no)
);

CREATE TABLE rule (
    name TEXT NOT NULL,
    version BIGINT NOT NULL,
    policy_version BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    valid_from TEXT NOT NULL,
    valid_to TEXT NOT NULL,
    fields TEXT NOT NULL,
    authority TEXT NOT NULL,
    set_by TEXT NOT NULL,
    at_us BIGINT NOT NULL,
    PRIMARY KEY (name, version),
    UNIQUE (policy_version)
);

CREATE TABLE set_aside (
    counter_id TEXT NOT NULL,
    epoch BIGINT NOT NULL,
    sequence BIGINT NOT NULL,
    PRIMARY KEY (counter_id, epoch, sequence),
    FOREIGN KEY(counter_id, epoch, sequence) REFERENCES message (counter_id, epoch, sequence)
);

INSERT INTO set_aside (counter_id, epoch, sequence)
SELECT counter_id, epoch, sequence FROM message WHERE is_in_bill = 0;

CREATE TABLE undone (
    counter_id TEXT NOT NULL,
    epoch BIGINT NOT NULL,
    sequence BIGINT NOT NULL,
    line BIGINT NOT NULL,
    identity TEXT NOT NULL,
    payment_id TEXT NOT NULL,
    told_bill_no TEXT NOT NULL,
    toward TEXT NOT NULL,
    amount_paise BIGINT NOT NULL,
    PRIMARY KEY (counter_id, epoch, sequence, line),
    FOREIGN KEY(counter_id, epoch, sequence) REFERENCES message (counter_id, epoch, sequence)
);

CREATE INDEX undone_of_payment ON undone (payment_id);

CREATE TABLE word (
    counter_id TEXT NOT NULL,
    epoch BIGINT NOT NULL,
    sequence BIGINT NOT NULL,
    word_id TEXT NOT NULL,
    supervisor_id TEXT NOT NULL,
    cashier_id TEXT NOT NULL,
    business_date TEXT NOT NULL,
    codes TEXT NOT NULL,
    reason TEXT NOT NULL,
    group_id TEXT NOT NULL,
    PRIMARY KEY (counter_id, epoch, sequence),
    FOREIGN KEY(counter_id, epoch, sequence) REFERENCES message (counter_id, epoch, sequence)
);

CREATE TABLE instrument_step (
    counter_id TEXT NOT NULL,
    epoch BIGINT NOT NULL,
    sequence BIGINT NOT NULL,
    identity TEXT NOT NULL,
    state TEXT NOT NULL,
    on_date TEXT NOT NULL,
    by_id TEXT NOT NULL,
    reference TEXT NOT NULL,
    reason TEXT NOT NULL,
    charge_paise BIGINT NOT NULL,
    PRIMARY KEY (counter_id, epoch, sequence),
    FOREIGN KEY(counter_id, epoch, sequence) REFERENCES message (counter_id, epoch, sequence)
);

CREATE INDEX ix_instrument_step_identity ON instrument_step (identity);

CREATE TABLE counter_rule (
    counter_id TEXT NOT NULL,
    epoch BIGINT NOT NULL,
    sequence BIGINT NOT NULL,
    name TEXT NOT NULL,
    valid_from TEXT NOT NULL,
    valid_to TEXT NOT NULL,
    fields TEXT NOT NULL,
    set_by TEXT NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (counter_id, epoch, sequence),
    FOREIGN KEY(counter_id, epoch, sequence) REFERENCES message (counter_id, epoch, sequence)
);

CREATE TABLE matched (
    counter_id TEXT NOT NULL,
    epoch BIGINT NOT NULL,
    sequence BIGINT NOT NULL,
    line BIGINT NOT NULL,
    account_no TEXT NOT NULL,
    bill_no TEXT NOT NULL,
    by_id TEXT NOT NULL,
    reason TEXT NOT NULL,
    at_us BIGINT NOT NULL,
    PRIMARY KEY (counter_id, epoch, sequence, line),
    FOREIGN KEY(account_no) REFERENCES consumer (account_no),
    FOREIGN KEY(counter_id, epoch, sequence) REFERENCES payment (counter_id, epoch, sequence)
);

CREATE TABLE desk_return (
    identity TEXT NOT NULL,
    on_date TEXT NOT NULL,
    reason TEXT NOT NULL,
    charge_paise BIGINT NOT NULL,
    by_id TEXT NOT NULL,
    at_us BIGINT NOT NULL,
    PRIMARY KEY (identity)
);

CREATE TABLE result (
    counter_id TEXT NOT NULL,
    number BIGINT NOT NULL,
    told BYTEA NOT NULL,
    PRIMARY KEY (counter_id, number),
    FOREIGN KEY(counter_id) REFERENCES counter (counter_id)
);

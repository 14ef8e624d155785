-- Years of payments: narrow message keys, bodies and payments by month. Frozen: later changes are later migrations.

ALTER TABLE message ADD COLUMN book_month TEXT NOT NULL DEFAULT '';

ALTER TABLE message ADD COLUMN payment_id TEXT NOT NULL DEFAULT '';

UPDATE message SET book_month = substr(payment.business_date, 1, 7), payment_id = payment.payment_id
FROM payment WHERE payment.counter_id = message.counter_id
AND payment.epoch = message.epoch AND payment.sequence = message.sequence;

CREATE UNIQUE INDEX message_of_payment ON message (payment_id, counter_id) WHERE payment_id <> '';

CREATE TABLE message_body (
    counter_id TEXT NOT NULL,
    epoch BIGINT NOT NULL,
    sequence BIGINT NOT NULL,
    book_month TEXT NOT NULL,
    raw BYTEA NOT NULL,
    PRIMARY KEY (counter_id, epoch, sequence, book_month)
) PARTITION BY LIST (book_month);

CREATE TEMPORARY TABLE old_payment AS SELECT * FROM payment;

CREATE TEMPORARY TABLE old_tender AS SELECT * FROM payment_tender;

CREATE TEMPORARY TABLE old_part AS SELECT * FROM payment_part;

CREATE TEMPORARY TABLE old_matched AS SELECT * FROM matched;

DROP TABLE matched;

DROP TABLE payment_part;

DROP TABLE payment_tender;

DROP TABLE payment;

CREATE TABLE payment (
    counter_id TEXT NOT NULL,
    epoch BIGINT NOT NULL,
    sequence BIGINT NOT NULL,
    book_month TEXT NOT NULL,
    payment_id TEXT NOT NULL,
    receipt_no TEXT NOT NULL,
    account_no TEXT NOT NULL,
    amount_paise BIGINT NOT NULL,
    business_date TEXT NOT NULL,
    recorded_us BIGINT NOT NULL,
    cashier_id TEXT NOT NULL,
    fate TEXT NOT NULL,
    for_account_no TEXT NOT NULL DEFAULT '',
    group_id TEXT NOT NULL DEFAULT '',
    payer_key TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (counter_id, epoch, sequence, book_month)
) PARTITION BY LIST (book_month);

CREATE INDEX ix_payment_receipt_no ON payment (receipt_no);

CREATE INDEX payment_for_account ON payment (for_account_no, business_date);

CREATE INDEX payment_of_day ON payment (counter_id, business_date);

CREATE INDEX payment_of_group ON payment (group_id);

CREATE INDEX payment_of_payer ON payment (payer_key, business_date) WHERE payer_key <> '';

CREATE TABLE payment_tender (
    counter_id TEXT NOT NULL,
    epoch BIGINT NOT NULL,
    sequence BIGINT NOT NULL,
    book_month TEXT NOT NULL,
    line BIGINT NOT NULL,
    kind TEXT NOT NULL,
    amount_paise BIGINT NOT NULL,
    identity TEXT NOT NULL,
    PRIMARY KEY (counter_id, epoch, sequence, book_month, line)
) PARTITION BY LIST (book_month);

CREATE INDEX payment_tender_identity ON payment_tender (identity) WHERE identity <> '';

CREATE TABLE payment_part (
    counter_id TEXT NOT NULL,
    epoch BIGINT NOT NULL,
    sequence BIGINT NOT NULL,
    book_month TEXT NOT NULL,
    line BIGINT NOT NULL,
    told_bill_no TEXT NOT NULL,
    booked_bill_no TEXT NOT NULL,
    amount_paise BIGINT NOT NULL,
    toward TEXT NOT NULL DEFAULT 'bill',
    PRIMARY KEY (counter_id, epoch, sequence, book_month, line)
) PARTITION BY LIST (book_month);

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
    FOREIGN KEY(counter_id, epoch, sequence) REFERENCES message (counter_id, epoch, sequence)
);

INSERT INTO matched SELECT * FROM old_matched;

CREATE TEMPORARY TABLE old_booked AS SELECT * FROM bill_booked;

DROP TABLE bill_booked;

CREATE TABLE bill_booked (
    bill_no TEXT NOT NULL,
    booked_paise BIGINT NOT NULL,
    PRIMARY KEY (bill_no)
);

INSERT INTO bill_booked SELECT * FROM old_booked;

DROP TABLE old_booked;

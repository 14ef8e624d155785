-- Receipts that prove themselves: what undid payments, found by its time; copies asked for. Frozen: later changes are later migrations.

CREATE INDEX message_of_undoing ON message (received_us)
    WHERE kind IN ('payment_reversed', 'instrument_returned');

CREATE TABLE receipt_copy (
    counter_id TEXT NOT NULL,
    epoch BIGINT NOT NULL,
    sequence BIGINT NOT NULL,
    receipt_no TEXT NOT NULL,
    way TEXT NOT NULL,
    address TEXT NOT NULL,
    cashier_id TEXT NOT NULL,
    business_date TEXT NOT NULL,
    asked_us BIGINT NOT NULL,
    state TEXT NOT NULL,
    state_us BIGINT NOT NULL,
    by_id TEXT NOT NULL,
    detail TEXT NOT NULL,
    PRIMARY KEY (counter_id, epoch, sequence),
    FOREIGN KEY(counter_id, epoch, sequence) REFERENCES message (counter_id, epoch, sequence),
    UNIQUE (counter_id, receipt_no, way, address)
);

CREATE INDEX receipt_copy_waiting ON receipt_copy (asked_us) WHERE state = 'waiting';

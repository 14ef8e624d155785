-- Closed months, decisions undone, barred cheques, the account map told, the roster's history. Frozen: later changes are later migrations.

CREATE TEMPORARY TABLE matched_before AS SELECT * FROM matched;

DROP TABLE matched;

CREATE TABLE matched (
    counter_id TEXT NOT NULL,
    epoch BIGINT NOT NULL,
    sequence BIGINT NOT NULL,
    number BIGINT NOT NULL,
    line BIGINT NOT NULL,
    account_no TEXT NOT NULL,
    month TEXT NOT NULL DEFAULT '',
    bill_no TEXT NOT NULL,
    by_id TEXT NOT NULL,
    reason TEXT NOT NULL,
    at_us BIGINT NOT NULL,
    PRIMARY KEY (counter_id, epoch, sequence, number, line),
    FOREIGN KEY(account_no) REFERENCES consumer (account_no),
    FOREIGN KEY(counter_id, epoch, sequence) REFERENCES message (counter_id, epoch, sequence)
);

INSERT INTO matched (counter_id, epoch, sequence, number, line, account_no, bill_no, by_id, reason, at_us)
SELECT counter_id, epoch, sequence, 1, line, account_no, bill_no, by_id, reason, at_us FROM matched_before;

DROP TABLE matched_before;

CREATE TABLE month_act (
    month TEXT NOT NULL,
    number BIGINT NOT NULL,
    is_closed BIGINT NOT NULL,
    by_id TEXT NOT NULL,
    reason TEXT NOT NULL,
    at_us BIGINT NOT NULL,
    PRIMARY KEY (month, number)
);

CREATE TABLE decision (
    counter_id TEXT NOT NULL,
    epoch BIGINT NOT NULL,
    sequence BIGINT NOT NULL,
    number BIGINT NOT NULL,
    kind TEXT NOT NULL,
    amount_paise BIGINT NOT NULL,
    by_id TEXT NOT NULL,
    reason TEXT NOT NULL,
    at_us BIGINT NOT NULL,
    PRIMARY KEY (counter_id, epoch, sequence, number),
    FOREIGN KEY(counter_id, epoch, sequence) REFERENCES message (counter_id, epoch, sequence)
);

CREATE TABLE cheque_bar (
    account_no TEXT NOT NULL,
    number BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    is_lifted BIGINT NOT NULL,
    valid_from TEXT NOT NULL,
    valid_to TEXT NOT NULL,
    reason TEXT NOT NULL,
    by_id TEXT NOT NULL,
    at_us BIGINT NOT NULL,
    PRIMARY KEY (account_no, number),
    UNIQUE (changed_at)
);

CREATE TABLE person_change (
    cashier_id TEXT NOT NULL,
    number BIGINT NOT NULL,
    act TEXT NOT NULL,
    name_en TEXT NOT NULL,
    name_hi TEXT NOT NULL,
    role TEXT NOT NULL,
    is_pin_new BIGINT NOT NULL,
    valid_from TEXT NOT NULL,
    valid_to TEXT NOT NULL,
    by_id TEXT NOT NULL,
    reason TEXT NOT NULL,
    at_us BIGINT NOT NULL,
    PRIMARY KEY (cashier_id, number)
);

ALTER TABLE account_map ADD COLUMN changed_at BIGINT NOT NULL DEFAULT 0;

UPDATE account_map SET changed_at = placed.place + (SELECT cursor FROM change_cursor)
FROM (SELECT old_account_no, row_number() OVER (ORDER BY old_account_no) AS place FROM account_map) AS placed
WHERE placed.old_account_no = account_map.old_account_no;

UPDATE change_cursor SET cursor = cursor + (SELECT count(*) FROM account_map);

CREATE INDEX account_map_at ON account_map (changed_at);

CREATE INDEX message_hash ON message (hash);

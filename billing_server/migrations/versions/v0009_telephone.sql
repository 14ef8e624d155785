-- Secrets with which people approve by telephone, and what counters tell of such approvals. Frozen: later changes are later migrations.

CREATE TABLE approval_secret (
    cashier_id TEXT NOT NULL,
    secret BYTEA NOT NULL,
    console_id TEXT NOT NULL,
    made_us BIGINT NOT NULL,
    made_by TEXT NOT NULL,
    PRIMARY KEY (cashier_id)
);

ALTER TABLE word ADD COLUMN challenge TEXT NOT NULL DEFAULT '';

ALTER TABLE word ADD COLUMN amount_paise BIGINT NOT NULL DEFAULT 0;

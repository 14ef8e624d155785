-- Secrets with which people approve by telephone. Frozen: later changes are later migrations.

CREATE TABLE approval_secret (
    cashier_id TEXT NOT NULL,
    secret BYTEA NOT NULL,
    console_id TEXT NOT NULL,
    made_us BIGINT NOT NULL,
    made_by TEXT NOT NULL,
    PRIMARY KEY (cashier_id)
);

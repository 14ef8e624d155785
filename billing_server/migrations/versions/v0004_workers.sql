-- Several worker processes on one database. Frozen: later changes are later migrations.

CREATE TABLE attempt (
    what TEXT NOT NULL,
    who_hash BYTEA NOT NULL,
    clear_us BIGINT NOT NULL,
    PRIMARY KEY (what, who_hash)
);

CREATE INDEX attempt_clear ON attempt (clear_us);

CREATE TABLE seen_nonce (
    counter_id TEXT NOT NULL,
    epoch BIGINT NOT NULL,
    nonce TEXT NOT NULL,
    until_seconds BIGINT NOT NULL,
    PRIMARY KEY (counter_id, epoch, nonce)
);

CREATE INDEX seen_nonce_until ON seen_nonce (until_seconds);

CREATE TABLE nonce_memory (
    single BIGINT NOT NULL PRIMARY KEY,
    since_seconds BIGINT NOT NULL
);

INSERT INTO nonce_memory (single, since_seconds) VALUES (1, 0);

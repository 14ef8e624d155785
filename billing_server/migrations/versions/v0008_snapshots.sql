-- Snapshots: their parts by hash, and who builds the next. Frozen: later changes are later migrations.

CREATE TABLE blob (
    sha256 TEXT NOT NULL,
    body BYTEA NOT NULL,
    PRIMARY KEY (sha256)
);

CREATE TABLE snapshot (
    number BIGINT NOT NULL,
    cursor BIGINT NOT NULL,
    since BIGINT NOT NULL,
    as_on_us BIGINT NOT NULL,
    consumers BIGINT NOT NULL,
    bills BIGINT NOT NULL,
    dues_paise BIGINT NOT NULL,
    PRIMARY KEY (number)
);

CREATE TABLE snapshot_part (
    number BIGINT NOT NULL,
    kind TEXT NOT NULL,
    place BIGINT NOT NULL,
    sha256 TEXT NOT NULL,
    bytes BIGINT NOT NULL,
    PRIMARY KEY (number, kind, place),
    FOREIGN KEY(number) REFERENCES snapshot (number),
    FOREIGN KEY(sha256) REFERENCES blob (sha256)
);

CREATE INDEX snapshot_part_blob ON snapshot_part (sha256);

CREATE TABLE snapshot_claim (
    single BIGINT NOT NULL,
    until_us BIGINT NOT NULL,
    PRIMARY KEY (single)
);

INSERT INTO snapshot_claim (single, until_us) VALUES (1, 0);

-- People of the head office, their sessions and acts; what counters say of themselves. Frozen: later changes are later migrations.

CREATE TABLE console_person (
    person_id TEXT NOT NULL,
    name_en TEXT NOT NULL,
    name_hi TEXT NOT NULL,
    role TEXT NOT NULL,
    password_hash TEXT NOT NULL,
    is_password_fresh BIGINT NOT NULL,
    language TEXT NOT NULL,
    ended_us BIGINT,
    PRIMARY KEY (person_id)
);

CREATE TABLE console_session (
    token_hash BYTEA NOT NULL,
    person_id TEXT NOT NULL,
    address TEXT NOT NULL,
    started_us BIGINT NOT NULL,
    seen_us BIGINT NOT NULL,
    note TEXT NOT NULL,
    PRIMARY KEY (token_hash),
    FOREIGN KEY(person_id) REFERENCES console_person (person_id)
);

CREATE INDEX console_session_of_person ON console_session (person_id);

CREATE TABLE console_failure (
    asker_hash BYTEA NOT NULL,
    failures BIGINT NOT NULL,
    last_us BIGINT NOT NULL,
    wait_until_us BIGINT NOT NULL,
    PRIMARY KEY (asker_hash)
);

CREATE TABLE console_act (
    act_id TEXT NOT NULL,
    at_us BIGINT NOT NULL,
    by_id TEXT NOT NULL,
    address TEXT NOT NULL,
    deed TEXT NOT NULL,
    object TEXT NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (act_id)
);

CREATE INDEX console_act_at ON console_act (at_us);

CREATE TABLE alarm_seen (
    counter_id TEXT NOT NULL,
    epoch BIGINT NOT NULL,
    sequence BIGINT NOT NULL,
    kind TEXT NOT NULL,
    by_id TEXT NOT NULL,
    reason TEXT NOT NULL,
    at_us BIGINT NOT NULL,
    PRIMARY KEY (counter_id, epoch, sequence, kind),
    FOREIGN KEY(counter_id, epoch, sequence, kind)
        REFERENCES alarm (counter_id, epoch, sequence, kind)
);

CREATE TABLE counter_state (
    counter_id TEXT NOT NULL,
    epoch BIGINT NOT NULL,
    version TEXT NOT NULL,
    unsent BIGINT NOT NULL,
    unsent_paise BIGINT NOT NULL,
    oldest_unsent_us BIGINT,
    drift_us BIGINT NOT NULL,
    heard_us BIGINT NOT NULL,
    PRIMARY KEY (counter_id),
    FOREIGN KEY(counter_id) REFERENCES counter (counter_id)
);

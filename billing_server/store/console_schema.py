"""The tables of the head office's console, and of what counters say of themselves.

Conventions as in ``schema``; each table is written by one module, named in the comment.
"""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, ForeignKeyConstraint, Index, LargeBinary, Table, Text

from billing_server.store.schema import MESSAGE_KEY, METADATA, WIDE, message_key

# console_people.py
CONSOLE_PERSON = Table(
    "console_person",
    METADATA,
    Column("person_id", Text, primary_key=True),
    Column("name_en", Text, nullable=False),
    Column("name_hi", Text, nullable=False),
    Column("role", Text, nullable=False),
    Column("password_hash", Text, nullable=False),  # Argon2id
    Column("is_password_fresh", WIDE, nullable=False),  # given by another: to be changed first
    Column("language", Text, nullable=False),
    Column("ended_us", WIDE),  # may not sign in any more
)

# console_sessions.py
CONSOLE_SESSION = Table(
    "console_session",
    METADATA,
    Column("token_hash", LargeBinary, primary_key=True),  # SHA-256: the token is in the cookie only
    Column("person_id", Text, ForeignKey("console_person.person_id"), nullable=False),
    Column("address", Text, nullable=False),
    Column("started_us", WIDE, nullable=False),
    Column("seen_us", WIDE, nullable=False),
    Column("note", Text, nullable=False),  # JSON: told on the next page, once
    Index("console_session_of_person", "person_id"),
)

# console_failures.py
CONSOLE_FAILURE = Table(
    "console_failure",
    METADATA,
    Column("asker_hash", LargeBinary, primary_key=True),  # of a name, an address, or both
    Column("failures", WIDE, nullable=False),
    Column("last_us", WIDE, nullable=False),
    Column("wait_until_us", WIDE, nullable=False),
)

# console_acts.py
CONSOLE_ACT = Table(
    "console_act",
    METADATA,
    Column("act_id", Text, primary_key=True),
    Column("at_us", WIDE, nullable=False),
    Column("by_id", Text, nullable=False),
    Column("address", Text, nullable=False),
    Column("deed", Text, nullable=False),
    Column("object", Text, nullable=False),  # what it was done to
    Column("reason", Text, nullable=False),
    Index("console_act_at", "at_us"),
)

# alarm_answers.py
ALARM_SEEN = Table(
    "alarm_seen",
    METADATA,
    *message_key(),
    Column("kind", Text, primary_key=True),
    Column("by_id", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("at_us", WIDE, nullable=False),
    ForeignKeyConstraint([*MESSAGE_KEY, "kind"], [f"alarm.{n}" for n in (*MESSAGE_KEY, "kind")]),
)

# counter_states.py
COUNTER_STATE = Table(
    "counter_state",
    METADATA,
    Column("counter_id", Text, ForeignKey("counter.counter_id"), primary_key=True),
    Column("epoch", WIDE, nullable=False),
    Column("version", Text, nullable=False),
    Column("unsent", WIDE, nullable=False),
    Column("unsent_paise", WIDE, nullable=False),
    Column("oldest_unsent_us", WIDE),  # by the counter's clock
    Column("drift_us", WIDE, nullable=False),  # the counter's clock less the centre's
    Column("heard_us", WIDE, nullable=False),
)

INSERT_ONLY = ("console_act", "alarm_seen")
"""Tables of this module whose triggers abort UPDATE and DELETE."""

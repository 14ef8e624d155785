"""The tables of the centre itself: counters, people, consumers and bills, policy, chains.

Times are UTC microseconds, sums whole paise, dates ISO text; ``is_`` columns hold 0 or 1. Each table is written by
one module, named in the comment. What counters told stands in ``told_schema``; the migrations make the same tables.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
)

METADATA = MetaData()
WIDE = BigInteger().with_variant(Integer(), "sqlite")

# enrolment.py
COUNTER = Table(
    "counter",
    METADATA,
    Column("counter_id", Text, primary_key=True),
    Column("counter_name", Text, nullable=False),
    Column("division_en", Text, nullable=False),
    Column("division_hi", Text, nullable=False),
    Column("series_base", Text, nullable=False, unique=True),
)
ENROLMENT_CODE = Table(
    "enrolment_code",
    METADATA,
    Column("code_hash", LargeBinary, primary_key=True),
    Column("counter_id", Text, ForeignKey("counter.counter_id"), nullable=False),
    Column("expires_us", WIDE, nullable=False),
    Column("used_us", WIDE),
    Column("used_by", LargeBinary),
    Column("answer", LargeBinary),
)
EPOCH = Table(
    "epoch",
    METADATA,
    Column("counter_id", Text, ForeignKey("counter.counter_id"), primary_key=True),
    Column("epoch", WIDE, primary_key=True, autoincrement=False),
    Column("public_key", LargeBinary, nullable=False, unique=True),
    Column("key_id", Text, nullable=False, unique=True),
    Column("receipt_series", Text, nullable=False, unique=True),
    Column("previous_head", LargeBinary, nullable=False),
    Column("valid_from_us", WIDE, nullable=False),
    Column("valid_until_us", WIDE, nullable=False),
    Column("revoked_us", WIDE),
)

# roster.py
PERSON = Table(
    "person",
    METADATA,
    Column("cashier_id", Text, primary_key=True),
    Column("name_en", Text, nullable=False),
    Column("name_hi", Text, nullable=False),
    Column("role", Text, nullable=False),
    Column("pin_hash", Text, nullable=False),
)

# book_load.py
CONSUMER = Table(
    "consumer",
    METADATA,
    Column("account_no", Text, primary_key=True),
    Column("name_en", Text, nullable=False),
    Column("name_hi", Text, nullable=False),
    Column("legacy_account_no", Text, nullable=False),
    Column("meter_no", Text, nullable=False),
    Column("mobile", Text, nullable=False),
    Column("guardian_name", Text, nullable=False),
    Column("address", Text, nullable=False),
    Column("locality", Text, nullable=False),
    Column("division", Text, nullable=False),
    Column("substation", Text, nullable=False),
    Column("category", Text, nullable=False),
    Column("connection", Text, nullable=False),
    Column("flags", Text, nullable=False),  # names with a space between
    Column("is_removed", WIDE, nullable=False),
    Index("consumer_of_legacy", "legacy_account_no"),
    Index("consumer_of_meter", "meter_no"),
)
BILL = Table(
    "bill",
    METADATA,
    Column("bill_no", Text, primary_key=True),
    Column("account_no", Text, ForeignKey("consumer.account_no"), nullable=False, index=True),
    Column("bill_month", Text, nullable=False),
    Column("bill_date", Text, nullable=False),
    Column("due_date", Text, nullable=False),
    Column("disconnection_date", Text, nullable=False),
    Column("current_demand_paise", WIDE, nullable=False),
    Column("arrear_principal_paise", WIDE, nullable=False),
    Column("arrear_surcharge_paise", WIDE, nullable=False),
    Column("other_debits_paise", WIDE, nullable=False),
    Column("credits_paise", WIDE, nullable=False),
    Column("payable_by_due_paise", WIDE, nullable=False),
    Column("payable_after_due_paise", WIDE, nullable=False),
    Column("elsewhere_paise", WIDE, nullable=False),  # received by other ways than counters
    Column("as_on", Text, nullable=False),
    Column("is_open", WIDE, nullable=False),  # told to counters; 0 once a newer bill replaces it
)

# account_map.py
ACCOUNT_MAP = Table(
    "account_map",
    METADATA,
    Column("old_account_no", Text, primary_key=True),
    Column("new_account_no", Text, nullable=False),
    Column("by_id", Text, nullable=False),
    Column("at_us", WIDE, nullable=False),
    Column("changed_at", WIDE, nullable=False, server_default="0"),  # of the change cursor
    Index("account_map_at", "changed_at"),
)

# policy.py
RULE = Table(
    "rule",
    METADATA,
    Column("name", Text, primary_key=True),
    Column("version", WIDE, primary_key=True, autoincrement=False),
    Column("policy_version", WIDE, nullable=False, unique=True),
    Column("changed_at", WIDE, nullable=False),  # of the change cursor
    Column("valid_from", Text, nullable=False),
    Column("valid_to", Text, nullable=False),  # empty for no end
    Column("fields", Text, nullable=False),  # JSON
    Column("authority", Text, nullable=False),
    Column("set_by", Text, nullable=False),
    Column("at_us", WIDE, nullable=False),
)

# cursor.py
CHANGE_CURSOR = Table(
    "change_cursor",
    METADATA,
    Column("single", WIDE, primary_key=True, autoincrement=False),
    Column("cursor", WIDE, nullable=False),
)
CONSUMER_CHANGE = Table(
    "consumer_change",
    METADATA,
    Column("account_no", Text, ForeignKey("consumer.account_no"), primary_key=True),
    Column("changed_at", WIDE, nullable=False),
    Index("consumer_change_at", "changed_at"),
)

MESSAGE_KEY = ("counter_id", "epoch", "sequence")


def message_key() -> list[Column[object]]:
    """The columns that name one message for ever, as a primary key or the beginning of one."""
    return [
        Column("counter_id", Text, primary_key=True),
        Column("epoch", WIDE, primary_key=True, autoincrement=False),
        Column("sequence", WIDE, primary_key=True, autoincrement=False),
    ]


# chains.py
CHAIN_HEAD = Table(
    "chain_head",
    METADATA,
    Column("counter_id", Text, primary_key=True),
    Column("epoch", WIDE, primary_key=True, autoincrement=False),
    Column("sequence", WIDE, nullable=False),
    Column("head", LargeBinary, nullable=False),
    Column("is_forked", WIDE, nullable=False),
    ForeignKeyConstraint(["counter_id", "epoch"], ["epoch.counter_id", "epoch.epoch"]),
)
ACKNOWLEDGEMENT = Table(
    "acknowledgement",
    METADATA,
    Column("counter_id", Text, primary_key=True),
    Column("epoch", WIDE, primary_key=True, autoincrement=False),
    Column("first", WIDE, primary_key=True, autoincrement=False),
    Column("upto", WIDE, primary_key=True, autoincrement=False),
    Column("head", LargeBinary, nullable=False),
    Column("answer", LargeBinary, nullable=False),  # the exact signed bytes, for ever
)
FORK = Table(
    "fork",
    METADATA,
    *message_key(),
    Column("hash", LargeBinary, primary_key=True),
    Column("raw", LargeBinary, nullable=False),
    Column("previous", LargeBinary, nullable=False),
    Column("head_signature", LargeBinary, nullable=False),
    Column("received_us", WIDE, nullable=False),
)

# alarms.py
ALARM = Table(
    "alarm",
    METADATA,
    *message_key(),
    Column("kind", Text, primary_key=True),
    Column("raised_us", WIDE, nullable=False),
)

INSERT_ONLY = ("rule", "acknowledgement", "fork", "alarm")
"""Tables of this module whose triggers abort UPDATE and DELETE."""

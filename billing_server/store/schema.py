"""The tables. Times are UTC microseconds, sums whole paise, dates ISO text; ``is_`` columns hold 0 or 1.

Each table is written by one module, named in the comment. Migration 0001 makes the same tables.
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
    text,
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

# booking.py
_MESSAGE_KEY = ("counter_id", "epoch", "sequence")


def _message_key() -> list[Column[object]]:
    return [
        Column("counter_id", Text, primary_key=True),
        Column("epoch", WIDE, primary_key=True, autoincrement=False),
        Column("sequence", WIDE, primary_key=True, autoincrement=False),
    ]


MESSAGE = Table(
    "message",
    METADATA,
    *_message_key(),
    Column("hash", LargeBinary, nullable=False),
    Column("raw", LargeBinary, nullable=False),
    Column("kind", Text, nullable=False),
    Column("fate", Text, nullable=False),
    Column("reference", Text, nullable=False),
    Column("is_in_bill", WIDE, nullable=False),
    Column("received_us", WIDE, nullable=False),
    ForeignKeyConstraint(["counter_id", "epoch"], ["epoch.counter_id", "epoch.epoch"]),
    Index(
        "message_refused",
        *_MESSAGE_KEY,
        sqlite_where=text("is_in_bill = 0"),
        postgresql_where=text("is_in_bill = 0"),
    ),
)
PAYMENT = Table(
    "payment",
    METADATA,
    *_message_key(),
    Column("payment_id", Text, nullable=False, unique=True),
    Column("receipt_no", Text, nullable=False, index=True),
    Column("account_no", Text, nullable=False),
    Column("amount_paise", WIDE, nullable=False),
    Column("business_date", Text, nullable=False),
    Column("recorded_us", WIDE, nullable=False),
    Column("cashier_id", Text, nullable=False),
    Column("fate", Text, nullable=False),
    ForeignKeyConstraint(_MESSAGE_KEY, [f"message.{name}" for name in _MESSAGE_KEY]),
    Index("payment_of_account", "account_no", "business_date"),
    Index("payment_of_day", "counter_id", "business_date"),
)
PAYMENT_TENDER = Table(
    "payment_tender",
    METADATA,
    *_message_key(),
    Column("line", WIDE, primary_key=True, autoincrement=False),
    Column("kind", Text, nullable=False),
    Column("amount_paise", WIDE, nullable=False),
    Column("rrn", Text, nullable=False),
    ForeignKeyConstraint(_MESSAGE_KEY, [f"payment.{name}" for name in _MESSAGE_KEY]),
)
PAYMENT_PART = Table(
    "payment_part",
    METADATA,
    *_message_key(),
    Column("line", WIDE, primary_key=True, autoincrement=False),
    Column("told_bill_no", Text, nullable=False),
    Column("booked_bill_no", Text, nullable=False),  # empty: in no bill, for a person to match
    Column("amount_paise", WIDE, nullable=False),
    ForeignKeyConstraint(_MESSAGE_KEY, [f"payment.{name}" for name in _MESSAGE_KEY]),
)
INSTRUMENT = Table(
    "instrument",
    METADATA,
    Column("rrn", Text, primary_key=True),
    Column("counter_id", Text, nullable=False),
    Column("epoch", WIDE, nullable=False),
    Column("sequence", WIDE, nullable=False),
)
BILL_BOOKED = Table(
    "bill_booked",
    METADATA,
    Column("bill_no", Text, ForeignKey("bill.bill_no"), primary_key=True),
    Column("booked_paise", WIDE, nullable=False),
)

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
    *_message_key(),
    Column("hash", LargeBinary, primary_key=True),
    Column("raw", LargeBinary, nullable=False),
    Column("previous", LargeBinary, nullable=False),
    Column("head_signature", LargeBinary, nullable=False),
    Column("received_us", WIDE, nullable=False),
)
ALARM = Table(
    "alarm",
    METADATA,
    *_message_key(),
    Column("kind", Text, primary_key=True),
    Column("raised_us", WIDE, nullable=False),
)

INSERT_ONLY = (
    "message",
    "payment",
    "payment_tender",
    "payment_part",
    "instrument",
    "acknowledgement",
    "fork",
    "alarm",
)
"""Tables whose triggers abort UPDATE and DELETE."""

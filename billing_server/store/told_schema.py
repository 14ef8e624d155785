"""The tables of what counters told, what became of it, and what people at the centre decided later.

Conventions as in ``schema``; each table is written by one module, named in the comment.
"""

from __future__ import annotations

from sqlalchemy import (
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    LargeBinary,
    Table,
    Text,
    text,
)

from billing_server.store.schema import MESSAGE_KEY, METADATA, WIDE, message_key


def _of(table: str) -> ForeignKeyConstraint:
    return ForeignKeyConstraint(MESSAGE_KEY, [f"{table}.{name}" for name in MESSAGE_KEY])


def of_message() -> ForeignKeyConstraint:
    """For tables about one message."""
    return _of("message")


def _monthly_key() -> list[Column[object]]:
    """The name of a message with the month of its payment: PostgreSQL keeps these tables in partitions of a month.

    No foreign key enters or leaves them, so that a month can be taken away whole; ``booking`` writes them in one
    transaction with the message.
    """
    return [*message_key(), Column("book_month", Text, primary_key=True)]


# booking.py
MESSAGE = Table(
    "message",
    METADATA,
    *message_key(),
    Column("hash", LargeBinary, nullable=False),
    Column("kind", Text, nullable=False),
    Column("fate", Text, nullable=False),
    Column("reference", Text, nullable=False),
    Column("is_in_bill", WIDE, nullable=False),  # as decided when it came; see set_aside for now
    Column("received_us", WIDE, nullable=False),
    Column("book_month", Text, nullable=False, server_default=""),  # empty without a payment row
    Column("payment_id", Text, nullable=False, server_default=""),  # the same
    ForeignKeyConstraint(["counter_id", "epoch"], ["epoch.counter_id", "epoch.epoch"]),
    Index(
        "message_of_payment",
        "payment_id",
        "counter_id",
        unique=True,
        sqlite_where=text("payment_id <> ''"),
        postgresql_where=text("payment_id <> ''"),
    ),
    Index(
        "message_of_held",
        "counter_id",
        "epoch",
        "sequence",
        sqlite_where=text("kind = 'payment_reversed' AND payment_id <> ''"),
        postgresql_where=text("kind = 'payment_reversed' AND payment_id <> ''"),
    ),
)
MESSAGE_BODY = Table(
    "message_body",
    METADATA,
    *_monthly_key(),
    Column("raw", LargeBinary, nullable=False),  # the exact bytes
)
PAYMENT = Table(
    "payment",
    METADATA,
    *_monthly_key(),
    Column("payment_id", Text, nullable=False),  # unique in message, with its counter
    Column("receipt_no", Text, nullable=False, index=True),
    Column("account_no", Text, nullable=False),  # as told
    Column("amount_paise", WIDE, nullable=False),
    Column("business_date", Text, nullable=False),
    Column("recorded_us", WIDE, nullable=False),
    Column("cashier_id", Text, nullable=False),
    Column("fate", Text, nullable=False),
    Column("for_account_no", Text, nullable=False, server_default=""),  # whose it was found to be
    Column("group_id", Text, nullable=False, server_default=""),
    Column("payer_key", Text, nullable=False, server_default=""),
    # 1: what a reversal left in suspense; in no total, it was taken once already
    Column("is_held", WIDE, nullable=False, server_default="0"),
    Index("payment_for_account", "for_account_no", "business_date"),
    Index("payment_of_day", "counter_id", "business_date"),
    Index("payment_of_group", "group_id"),
    Index(
        "payment_of_payer",
        "payer_key",
        "business_date",
        sqlite_where=text("payer_key <> ''"),
        postgresql_where=text("payer_key <> ''"),
    ),
)
PAYMENT_TENDER = Table(
    "payment_tender",
    METADATA,
    *_monthly_key(),
    Column("line", WIDE, primary_key=True, autoincrement=False),
    Column("kind", Text, nullable=False),
    Column("amount_paise", WIDE, nullable=False),
    Column("identity", Text, nullable=False),  # of an instrument, else empty
    Index(
        "payment_tender_identity",
        "identity",
        sqlite_where=text("identity <> ''"),
        postgresql_where=text("identity <> ''"),
    ),
)
PAYMENT_PART = Table(
    "payment_part",
    METADATA,
    *_monthly_key(),
    Column("line", WIDE, primary_key=True, autoincrement=False),
    Column("told_bill_no", Text, nullable=False),
    Column("booked_bill_no", Text, nullable=False),  # empty: in no bill when it came
    Column("amount_paise", WIDE, nullable=False),
    Column("toward", Text, nullable=False, server_default="bill"),
)
INSTRUMENT = Table(
    "instrument",
    METADATA,
    Column("identity", Text, primary_key=True),
    Column("counter_id", Text, nullable=False),
    Column("epoch", WIDE, nullable=False),
    Column("sequence", WIDE, nullable=False),
    Column("group_id", Text, nullable=False, server_default=""),
)
UNDONE = Table(
    "undone",
    METADATA,
    *message_key(),  # of the return
    Column("line", WIDE, primary_key=True, autoincrement=False),
    Column("identity", Text, nullable=False),
    Column("payment_id", Text, nullable=False),
    Column("told_bill_no", Text, nullable=False),
    Column("toward", Text, nullable=False),
    Column("amount_paise", WIDE, nullable=False),
    _of("message"),
    Index("undone_of_payment", "payment_id"),
)

# settling.py
BILL_BOOKED = Table(
    "bill_booked",
    METADATA,
    Column(
        "bill_no", Text, primary_key=True
    ),  # read under its consumer's lock before it is written
    Column("booked_paise", WIDE, nullable=False),
)
SET_ASIDE = Table(
    "set_aside",
    METADATA,
    *message_key(),  # what stands in no bill now: the mark's refused
    _of("message"),
)

# notes.py
WORD = Table(
    "word",
    METADATA,
    *message_key(),
    Column("word_id", Text, nullable=False),
    Column("supervisor_id", Text, nullable=False),
    Column("cashier_id", Text, nullable=False),
    Column("business_date", Text, nullable=False),
    Column("codes", Text, nullable=False),  # a space between
    Column("reason", Text, nullable=False),
    Column("group_id", Text, nullable=False),  # or what an approval is about
    Column("challenge", Text, nullable=False, server_default=""),  # empty for one in person
    Column("amount_paise", WIDE, nullable=False, server_default="0"),
    _of("message"),
)
INSTRUMENT_STEP = Table(
    "instrument_step",
    METADATA,
    *message_key(),
    Column("line", WIDE, primary_key=True, autoincrement=False),  # one message may move many
    Column("identity", Text, nullable=False, index=True),
    Column("state", Text, nullable=False),
    Column("on_date", Text, nullable=False),
    Column("by_id", Text, nullable=False),
    Column("reference", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("charge_paise", WIDE, nullable=False),
    _of("message"),
)
COUNTER_RULE = Table(
    "counter_rule",
    METADATA,
    *message_key(),
    Column("name", Text, nullable=False),
    Column("valid_from", Text, nullable=False),
    Column("valid_to", Text, nullable=False),
    Column("fields", Text, nullable=False),  # JSON
    Column("set_by", Text, nullable=False),
    Column("reason", Text, nullable=False),
    _of("message"),
)

# suspense.py
MATCHED = Table(
    "matched",
    METADATA,
    *message_key(),
    Column("number", WIDE, primary_key=True, autoincrement=False),  # one row with decision's
    Column("line", WIDE, primary_key=True, autoincrement=False),
    Column("account_no", Text, ForeignKey("consumer.account_no"), nullable=False),
    Column("month", Text, nullable=False, server_default=""),  # it counts in; empty: its own
    Column("bill_no", Text, nullable=False),
    Column("by_id", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("at_us", WIDE, nullable=False),
    _of("message"),
)

# bank_desk.py
DESK_RETURN = Table(
    "desk_return",
    METADATA,
    Column("identity", Text, primary_key=True),
    Column("on_date", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("charge_paise", WIDE, nullable=False),
    Column("by_id", Text, nullable=False),
    Column("at_us", WIDE, nullable=False),
)

# results.py
RESULT = Table(
    "result",
    METADATA,
    Column("counter_id", Text, ForeignKey("counter.counter_id"), primary_key=True),
    Column("number", WIDE, primary_key=True, autoincrement=False),
    Column("told", LargeBinary, nullable=False),  # the canonical result
)

INSERT_ONLY = (
    "message",
    "message_body",
    "payment",
    "payment_tender",
    "payment_part",
    "instrument",
    "undone",
    "word",
    "instrument_step",
    "counter_rule",
    "matched",
    "desk_return",
    "result",
)
"""Tables of this module whose triggers abort UPDATE and DELETE."""

"""The tables of booked money on its way to the billing system in use. Conventions as in ``schema``."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, ForeignKeyConstraint, Index, Table, Text, text

from billing_server.store.schema import METADATA, WIDE, message_key
from billing_server.store.told_schema import DESK_RETURN

# connectors/projector.py
INSTRUCTION = Table(
    "instruction",
    METADATA,
    Column("number", WIDE, primary_key=True, autoincrement=False),
    Column("reference", Text, nullable=False, unique=True),
    Column("kind", Text, nullable=False),
    Column("corrects", Text, nullable=False),  # reference of what it corrects, else empty
    Column("counter_id", Text, nullable=False),
    Column("epoch", WIDE, nullable=False),
    Column("sequence", WIDE, nullable=False),
    Column("line", WIDE, nullable=False),  # which part of the payment
    Column("toward", Text, nullable=False),
    Column("account_no", Text, nullable=False),
    Column("bill_no", Text, nullable=False),  # empty for a head
    Column("amount_paise", WIDE, nullable=False),
    Column("bill_paise", WIDE, nullable=False),
    Column("outstanding_paise", WIDE, nullable=False),  # before this one
    Column("is_full", WIDE, nullable=False),
    Column("division", Text, nullable=False),
    Column("connection", Text, nullable=False),
    Column("mobile", Text, nullable=False),
    Column("receipt_no", Text, nullable=False),
    Column("business_date", Text, nullable=False),  # of the payment
    Column("month", Text, nullable=False),  # YYYY-MM it counts in: its date's, or of a later match
    Column("made_us", WIDE, nullable=False),
    Index("instruction_of_payment", "counter_id", "epoch", "sequence"),
    Index("instruction_of_bill", "bill_no"),
    Index("instruction_of_day", "business_date"),
)
INSTRUCTION_CURSOR = Table(
    "instruction_cursor",
    METADATA,
    Column("single", WIDE, primary_key=True, autoincrement=False),
    Column("number", WIDE, nullable=False),
)
INSTRUCTED_UPTO = Table(
    "instructed_upto",
    METADATA,
    Column("counter_id", Text, primary_key=True),
    Column("epoch", WIDE, primary_key=True, autoincrement=False),
    Column("sequence", WIDE, nullable=False),
    ForeignKeyConstraint(["counter_id", "epoch"], ["epoch.counter_id", "epoch.epoch"]),
)
DECISION_INSTRUCTED = Table(
    "decision_instructed",
    METADATA,
    *message_key(),
    Column("number", WIDE, primary_key=True, autoincrement=False),
)
RETURN_INSTRUCTED = Table(
    "return_instructed",
    METADATA,
    Column("identity", Text, ForeignKey(DESK_RETURN.c.identity), primary_key=True),
)

# connectors/outbox.py
PARCEL = Table(
    "parcel",
    METADATA,
    Column("adapter", Text, primary_key=True),
    Column("number", WIDE, primary_key=True, autoincrement=False),
    Column("business_date", Text, nullable=False),  # empty for one of several days
    Column("part", WIDE, nullable=False),  # 1, 2, 3 ... of its day
    Column("lines", WIDE, nullable=False),
    Column("amount_paise", WIDE, nullable=False),
    Column("terms", Text, nullable=False),  # JSON: how names became codes when it was made
    Column("digest", Text, nullable=False),  # SHA-256 of what was handed on, in hexadecimal
    Column("made_us", WIDE, nullable=False),
)
ATTEMPT = Table(
    "instruction_attempt",
    METADATA,
    Column("adapter", Text, primary_key=True),
    Column("number", WIDE, ForeignKey("instruction.number"), primary_key=True, autoincrement=False),
    Column("attempt", WIDE, primary_key=True, autoincrement=False),
    Column("outcome", Text, nullable=False),
    Column("parcel", WIDE, nullable=False),  # 0 for a person's word
    Column("detail", Text, nullable=False),
    Column("by_id", Text, nullable=False),  # empty for the runner
    Column("at_us", WIDE, nullable=False),
    Index("instruction_attempt_of_parcel", "adapter", "parcel"),
    Index(
        "instruction_attempt_refused",
        "adapter",
        "number",
        sqlite_where=text("outcome = 'REFUSED'"),
        postgresql_where=text("outcome = 'REFUSED'"),
    ),
)

# connectors/lease.py; ``settled_upto`` outbox.py
CONNECTOR = Table(
    "connector",
    METADATA,
    Column("adapter", Text, primary_key=True),
    Column("holder", Text, nullable=False),  # empty for nobody
    Column("until_us", WIDE, nullable=False),
    Column("settled_upto", WIDE, nullable=False),
)

INSERT_ONLY = (
    "instruction",
    "decision_instructed",
    "return_instructed",
    "parcel",
    "instruction_attempt",
)
"""Tables of this module whose triggers abort UPDATE and DELETE."""

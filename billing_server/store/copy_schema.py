"""The table of receipts to be sent by SMS or e-mail, and the index that finds what undid payments.

Conventions as in ``schema``; ``receipt_copies`` is its only writer.
"""

from __future__ import annotations

from sqlalchemy import Column, Index, Table, Text, UniqueConstraint, text

from billing_server.store.schema import METADATA, WIDE, message_key
from billing_server.store.told_schema import MESSAGE, of_message

RECEIPT_COPY = Table(
    "receipt_copy",
    METADATA,
    *message_key(),
    Column("receipt_no", Text, nullable=False),
    Column("way", Text, nullable=False),  # sms or email
    Column("address", Text, nullable=False),
    Column("cashier_id", Text, nullable=False),  # who asked for it at the counter
    Column("business_date", Text, nullable=False),
    Column("asked_us", WIDE, nullable=False),  # when the centre was told
    Column("state", Text, nullable=False),  # waiting, sent or failed
    Column("state_us", WIDE, nullable=False),
    Column(
        "by_id", Text, nullable=False
    ),  # who set the state: a person, a connector, or nobody yet
    Column("detail", Text, nullable=False),
    of_message(),
    UniqueConstraint("counter_id", "receipt_no", "way", "address"),  # never twice to one address
    Index(
        "receipt_copy_waiting",
        "asked_us",
        sqlite_where=text("state = 'waiting'"),
        postgresql_where=text("state = 'waiting'"),
    ),
)

# receipt_gone.py finds what undid payments since a day
_KINDS = text("kind IN ('payment_reversed', 'instrument_returned')")
Index("message_of_undoing", MESSAGE.c.received_us, sqlite_where=_KINDS, postgresql_where=_KINDS)

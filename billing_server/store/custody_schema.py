"""The tables of what counters tell of the custody of cash: shifts closed, and what went from the drawer to the bank.

Conventions as in ``schema``; both are written by ``custody``.
"""

from __future__ import annotations

from sqlalchemy import Column, Index, Table, Text

from billing_server.store.schema import METADATA, WIDE, message_key
from billing_server.store.told_schema import of_message

SHIFT_END = Table(
    "shift_end",
    METADATA,
    *message_key(),
    Column("line", WIDE, primary_key=True, autoincrement=False),  # a tender of its close
    Column("shift_id", Text, nullable=False),
    Column("shift_no", WIDE, nullable=False),
    Column("cashier_id", Text, nullable=False),
    Column("closed_by", Text, nullable=False),
    Column("business_date", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("expected_paise", WIDE, nullable=False),
    Column("counted_paise", WIDE, nullable=False),
    Column("takings_paise", WIDE, nullable=False),  # of the cash line, 0 for the others
    Column("receipts", WIDE, nullable=False),
    Column("counts", WIDE, nullable=False),
    Column("reason", Text, nullable=False),
    of_message(),
    Index("shift_end_of_day", "business_date"),
)
CUSTODY = Table(
    "custody",
    METADATA,
    *message_key(),
    Column("kind", Text, nullable=False),  # of the body
    Column("business_date", Text, nullable=False),
    Column("about", Text, nullable=False),  # the id of the shift, slip, person ...
    Column("what", Text, nullable=False),  # why it moved, which slip, which role
    Column("amount_paise", WIDE, nullable=False),
    Column("counted_paise", WIDE, nullable=False),  # what the other side counted or credited
    Column("by_id", Text, nullable=False),
    Column("to_id", Text, nullable=False),  # who received it, empty for nobody
    Column("reference", Text, nullable=False),
    Column("reason", Text, nullable=False),
    of_message(),
    Index("custody_of_day", "business_date"),
    Index("custody_about", "about"),
)
INSERT_ONLY = ("shift_end", "custody")
"""Tables of this module whose triggers abort UPDATE and DELETE."""

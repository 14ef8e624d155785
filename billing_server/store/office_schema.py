"""The tables of what people of the office decide: months closed, matches undone, cheques barred, the roster's history.

Conventions as in ``schema``; each table is written by one module, named in the comment.
"""

from __future__ import annotations

from sqlalchemy import Column, Index, Table, Text

from billing_server.store.schema import METADATA, WIDE, message_key
from billing_server.store.told_schema import MESSAGE, of_message

# closed_months.py
MONTH_ACT = Table(
    "month_act",
    METADATA,
    Column("month", Text, primary_key=True),  # YYYY-MM
    Column("number", WIDE, primary_key=True, autoincrement=False),  # the last one counts
    Column("is_closed", WIDE, nullable=False),
    Column("by_id", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("at_us", WIDE, nullable=False),
)

# undoing.py
DECISION = Table(
    "decision",
    METADATA,
    *message_key(),
    Column("number", WIDE, primary_key=True, autoincrement=False),  # one row with matched's
    Column("kind", Text, nullable=False),
    Column("amount_paise", WIDE, nullable=False),  # what no return had undone then
    Column("by_id", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("at_us", WIDE, nullable=False),
    of_message(),
)
UNDONE_MATCH, DOUBLE, DOUBLE_TAKEN_BACK = "match_undone", "double", "double_taken_back"
"""The kinds of a decision."""

# barred.py
CHEQUE_BAR = Table(
    "cheque_bar",
    METADATA,
    Column("account_no", Text, primary_key=True),
    Column("number", WIDE, primary_key=True, autoincrement=False),  # the last one counts
    Column("changed_at", WIDE, nullable=False, unique=True),  # of the change cursor
    Column("is_lifted", WIDE, nullable=False),
    Column("valid_from", Text, nullable=False),
    Column("valid_to", Text, nullable=False),  # empty for no end
    Column("reason", Text, nullable=False),
    Column("by_id", Text, nullable=False),
    Column("at_us", WIDE, nullable=False),
)

# roster.py
PERSON_CHANGE = Table(
    "person_change",
    METADATA,
    Column("cashier_id", Text, primary_key=True),
    Column("number", WIDE, primary_key=True, autoincrement=False),  # the last one counts
    Column("act", Text, nullable=False),
    Column("name_en", Text, nullable=False),
    Column("name_hi", Text, nullable=False),
    Column("role", Text, nullable=False),
    Column("is_pin_new", WIDE, nullable=False),
    Column("valid_from", Text, nullable=False),
    Column("valid_to", Text, nullable=False),  # empty for no end
    Column("by_id", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("at_us", WIDE, nullable=False),
)

# receipt_check.py finds a receipt by the beginning of its message's hash
Index("message_hash", MESSAGE.c.hash)

INSERT_ONLY = ("month_act", "decision", "cheque_bar", "person_change")
"""Tables of this module whose triggers abort UPDATE and DELETE."""

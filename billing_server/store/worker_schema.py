"""What the server's processes must remember together, and for a while only: attempts, and nonces of requests.

On PostgreSQL the nonces are UNLOGGED: a crash may forget them, and ``nonce_memory`` with them, which is how the
next process knows (``nonces``). Nothing here is money; every row is swept when its time is over.
"""

from __future__ import annotations

from sqlalchemy import Column, Index, LargeBinary, Table, Text

from billing_server.store.schema import METADATA, WIDE

# attempts.py
ATTEMPT = Table(
    "attempt",
    METADATA,
    Column("what", Text, primary_key=True),
    Column("who_hash", LargeBinary, primary_key=True),
    Column("clear_us", WIDE, nullable=False),  # from then on nothing is held against them
    Index("attempt_clear", "clear_us"),
)

# nonces.py
SEEN_NONCE = Table(
    "seen_nonce",
    METADATA,
    Column("counter_id", Text, primary_key=True),
    Column("epoch", WIDE, primary_key=True, autoincrement=False),
    Column("nonce", Text, primary_key=True),
    Column("until_seconds", WIDE, nullable=False),
    Index("seen_nonce_until", "until_seconds"),
)
NONCE_MEMORY = Table(
    "nonce_memory",
    METADATA,
    Column("single", WIDE, primary_key=True, autoincrement=False),
    Column("since_seconds", WIDE, nullable=False),  # 0: nothing was ever forgotten
)

INSERT_ONLY: tuple[str, ...] = ()
"""None: this is a memory, and is swept."""

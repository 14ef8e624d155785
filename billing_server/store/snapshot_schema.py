"""The tables of snapshots. A row is written once and taken away by age; nothing in them cannot be built anew.

Written by ``snapshot_shelf``; ``snapshot_claim`` by ``snapshot_claim``. Times are UTC microseconds.
"""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, LargeBinary, Table, Text

from billing_server.store.schema import METADATA, WIDE

BLOB = Table(
    "blob",
    METADATA,
    Column("sha256", Text, primary_key=True),
    Column("body", LargeBinary, nullable=False),
)
SNAPSHOT = Table(
    "snapshot",
    METADATA,
    Column("number", WIDE, primary_key=True, autoincrement=False),
    Column("cursor", WIDE, nullable=False),
    Column("since", WIDE, nullable=False),  # the cursor its delta begins at, its own for none
    Column("as_on_us", WIDE, nullable=False),
    Column("consumers", WIDE, nullable=False),
    Column("bills", WIDE, nullable=False),
    Column("dues_paise", WIDE, nullable=False),
)
SNAPSHOT_PART = Table(
    "snapshot_part",
    METADATA,
    Column("number", WIDE, ForeignKey("snapshot.number"), primary_key=True, autoincrement=False),
    Column("kind", Text, primary_key=True),  # chunk, delta
    Column("place", WIDE, primary_key=True, autoincrement=False),
    Column("sha256", Text, ForeignKey("blob.sha256"), nullable=False),
    Column("bytes", WIDE, nullable=False),
    Index("snapshot_part_blob", "sha256"),
)
SNAPSHOT_CLAIM = Table(
    "snapshot_claim",
    METADATA,
    Column("single", WIDE, primary_key=True, autoincrement=False),
    Column("until_us", WIDE, nullable=False),  # who builds has it for so long; 0 for nobody
)

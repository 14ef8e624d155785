"""The snapshot's tables. A file of another form is not migrated: the bills are pulled again."""

from __future__ import annotations

import msgspec
from sqlalchemy import INTEGER, TEXT, Column, MetaData, Table

from counter_app.wire.exchange import BillTold, ConsumerTold

FORM = 4
"""``PRAGMA user_version``: the form of the tables and of the name keys."""

APPLICATION_ID = 0x4B455342
"""``KESB``."""

IN_MOST_PLACES = "ngr"
"""The key of NAGAR, which stands in every third locality: it tells nobody apart. Not kept of a place, not asked for."""

_SNAPSHOT = MetaData()
_TOLD_OF_CONSUMER = [field.name for field in msgspec.structs.fields(ConsumerTold)]
_TOLD_OF_BILL = [
    field.name for field in msgspec.structs.fields(BillTold) if field.name != "account_no"
]

consumer = Table(
    "consumer",
    _SNAPSHOT,
    Column("row", INTEGER),
    *(Column(name, TEXT) for name in _TOLD_OF_CONSUMER),
)
"""``row`` joins a consumer to its bills and to its name's key; flags are put together with commas."""

bill = Table(
    "bill",
    _SNAPSHOT,
    Column("row", INTEGER),
    *(Column(name, INTEGER if name.endswith("_paise") else TEXT) for name in _TOLD_OF_BILL),
)
"""``row`` is the consumer's."""

mark = Table("mark", _SNAPSHOT, Column("one", INTEGER), Column("facts", TEXT))
"""One row: the wire's ``MarkTold`` as canonical JSON."""

_CONSUMER_COLUMNS = ", ".join(f"{name} TEXT NOT NULL" for name in _TOLD_OF_CONSUMER)
_BILL_COLUMNS = ", ".join(
    f"{name} {'INTEGER' if name.endswith('_paise') else 'TEXT'} NOT NULL" for name in _TOLD_OF_BILL
)

TABLES = (
    f"CREATE TABLE consumer (row INTEGER PRIMARY KEY, {_CONSUMER_COLUMNS}, UNIQUE (account_no)) STRICT",
    (
        f"CREATE TABLE bill (row INTEGER NOT NULL, {_BILL_COLUMNS}, PRIMARY KEY (row, bill_no))"
        " STRICT, WITHOUT ROWID"
    ),
    "CREATE TABLE mark (one INTEGER PRIMARY KEY CHECK (one = 1), facts TEXT NOT NULL) STRICT",
)

INDEXES_OF_KEYS = ("name_index", "word_index")
TABLES_OF_KEYS = tuple(
    f"CREATE VIRTUAL TABLE {index} USING fts5 (key, content = '', contentless_delete = 1,"
    " detail = none, prefix = '1 2 3 4', tokenize = 'ascii')"
    for index in INDEXES_OF_KEYS
)

INDEXES = (
    (
        "CREATE INDEX consumer_legacy ON consumer (legacy_account_no COLLATE NOCASE)"
        " WHERE legacy_account_no <> ''"
    ),
    "CREATE INDEX consumer_meter ON consumer (meter_no COLLATE NOCASE) WHERE meter_no <> ''",
    "CREATE INDEX consumer_mobile ON consumer (mobile) WHERE mobile <> ''",
    "CREATE INDEX bill_number ON bill (bill_no COLLATE NOCASE)",
)
"""Made after a first load: half the time of keeping them up to date row by row."""

"""The ledger's tables as SQLAlchemy Core sees them: names and columns for statements.

The truth about types, checks and triggers is in ``migrations``; a test compares both.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import BLOB, INTEGER, TEXT, Column, MetaData, Table

if TYPE_CHECKING:
    from sqlalchemy.types import TypeEngine

_LEDGER = MetaData()


def _table(name: str, **columns: type[TypeEngine[Any]]) -> Table:
    return Table(name, _LEDGER, *(Column(column, kind) for column, kind in columns.items()))


certificate = _table(
    "certificate",
    epoch=INTEGER,
    counter_id=TEXT,
    receipt_series=TEXT,
    facts=TEXT,
    signed=BLOB,
    at_us=INTEGER,
)
roster = _table("roster", version=INTEGER, at_us=INTEGER)
person = _table(
    "person",
    version=INTEGER,
    cashier_id=TEXT,
    name_en=TEXT,
    name_hi=TEXT,
    role=TEXT,
    pin_hash=TEXT,
)
message = _table(
    "message",
    link=INTEGER,
    epoch=INTEGER,
    sequence=INTEGER,
    message_id=BLOB,
    kind=TEXT,
    recorded_at_us=INTEGER,
    previous=BLOB,
    hash=BLOB,
    signature=BLOB,
    body=BLOB,
)
shift = _table(
    "shift",
    link=INTEGER,
    shift_id=BLOB,
    shift_no=INTEGER,
    cashier_id=TEXT,
    business_date=TEXT,
    opened_at_us=INTEGER,
    opening_float_paise=INTEGER,
)
payment = _table(
    "payment",
    link=INTEGER,
    payment_id=BLOB,
    series=TEXT,
    book_year=INTEGER,
    serial=INTEGER,
    account_no=TEXT,
    amount_paise=INTEGER,
    settlement=TEXT,
    outstanding_before_paise=INTEGER,
    balance_paise=INTEGER,
    payer=TEXT,
    cashier_id=TEXT,
    shift_link=INTEGER,
    taken_at_us=INTEGER,
    business_date=TEXT,
    snapshot_version=TEXT,
    purpose=TEXT,
    reference=TEXT,
    group_link=INTEGER,
    group_place=INTEGER,
    group_size=INTEGER,
    group_paise=INTEGER,
    word_link=INTEGER,
)
tender = _table(
    "tender", link=INTEGER, line=INTEGER, kind=TEXT, amount_paise=INTEGER, given_paise=INTEGER
)
card_slip = _table(
    "card_slip",
    link=INTEGER,
    line=INTEGER,
    network=TEXT,
    last4=TEXT,
    rrn=TEXT,
    approval_code=TEXT,
    tid=TEXT,
    mid=TEXT,
    batch=TEXT,
    invoice=TEXT,
)
allocation = _table(
    "allocation", link=INTEGER, line=INTEGER, bill_no=TEXT, amount_paise=INTEGER, toward=TEXT
)
instrument = _table(
    "instrument", link=INTEGER, line=INTEGER, identity=TEXT, face_paise=INTEGER, facts=TEXT
)
tender_share = _table(
    "tender_share", link=INTEGER, line=INTEGER, owner_link=INTEGER, owner_line=INTEGER
)
instrument_step = _table(
    "instrument_step",
    owner_link=INTEGER,
    owner_line=INTEGER,
    step=INTEGER,
    link=INTEGER,
    state=TEXT,
    on_date=TEXT,
    at_us=INTEGER,
    by_id=TEXT,
    reference=TEXT,
    reason=TEXT,
    charge_paise=INTEGER,
)
returned_part = _table(
    "returned_part",
    link=INTEGER,
    line=INTEGER,
    payment_link=INTEGER,
    bill_no=TEXT,
    toward=TEXT,
    amount_paise=INTEGER,
)
applied_rule = _table(
    "applied_rule",
    link=INTEGER,
    line=INTEGER,
    rule=TEXT,
    version=INTEGER,
    valid_from=TEXT,
    is_local=INTEGER,
)
suspense = _table("suspense", link=INTEGER, facts=TEXT)
supervisor_word = _table(
    "supervisor_word",
    link=INTEGER,
    word_id=BLOB,
    supervisor_id=TEXT,
    shift_link=INTEGER,
    codes=TEXT,
    reason=TEXT,
    given_at_us=INTEGER,
)
policy = _table("policy", version=INTEGER, facts=TEXT, at_us=INTEGER)
result = _table(
    "result",
    number=INTEGER,
    kind=TEXT,
    receipt_no=TEXT,
    identity=TEXT,
    facts=TEXT,
    at_us=INTEGER,
)
rule_set = _table("rule_set", link=INTEGER, facts=TEXT)
posting = _table("posting", link=INTEGER, line=INTEGER, account=TEXT, amount_paise=INTEGER)
place = _table("place", place_no=INTEGER, facts=TEXT)
receipt = _table("receipt", link=INTEGER, place_no=INTEGER, facts=TEXT)
outbox = _table("outbox", link=INTEGER)
acknowledgement = _table(
    "acknowledgement",
    link=INTEGER,
    epoch=INTEGER,
    upto=INTEGER,
    head=BLOB,
    server_time_us=INTEGER,
    signed=BLOB,
)
fate = _table("fate", link=INTEGER, fate=TEXT, reference=TEXT)
print_attempt = _table(
    "print_attempt", attempt=INTEGER, link=INTEGER, copy_no=INTEGER, at_us=INTEGER
)
print_outcome = _table(
    "print_outcome",
    attempt=INTEGER,
    line=INTEGER,
    state=TEXT,
    reason=TEXT,
    saved_as=TEXT,
    at_us=INTEGER,
)
matter_note = _table(
    "matter_note",
    link=INTEGER,
    about=TEXT,
    state=TEXT,
    through=INTEGER,
    text=TEXT,
    by_id=TEXT,
    at_us=INTEGER,
)
reconciliation = _table(
    "reconciliation",
    number=INTEGER,
    business_date=TEXT,
    payments=INTEGER,
    is_equal=INTEGER,
    differences=INTEGER,
    unsent=INTEGER,
    facts=TEXT,
    signed=BLOB,
    at_us=INTEGER,
)
stop = _table("stop", stop_no=INTEGER, reason=TEXT, at_us=INTEGER)

TABLES = tuple(_LEDGER.sorted_tables)

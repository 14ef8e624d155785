"""The ledger's tables as SQLAlchemy Core sees them: names and columns for statements.

The truth about types, checks and triggers is in ``migrations``; a test compares both.
"""

from __future__ import annotations

from sqlalchemy import BLOB, INTEGER, TEXT

from local_db.custody_rows import CUSTODY_TABLES
from local_db.row_tables import LEDGER, table_of

certificate = table_of(
    "certificate",
    epoch=INTEGER,
    counter_id=TEXT,
    receipt_series=TEXT,
    facts=TEXT,
    signed=BLOB,
    at_us=INTEGER,
)
roster = table_of("roster", version=INTEGER, at_us=INTEGER)
person = table_of(
    "person",
    version=INTEGER,
    cashier_id=TEXT,
    name_en=TEXT,
    name_hi=TEXT,
    role=TEXT,
    pin_hash=TEXT,
    approval_key=TEXT,
)
message = table_of(
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
shift = table_of(
    "shift",
    link=INTEGER,
    shift_id=BLOB,
    shift_no=INTEGER,
    cashier_id=TEXT,
    business_date=TEXT,
    opened_at_us=INTEGER,
    opening_float_paise=INTEGER,
    drawer_no=INTEGER,
    taken_over_link=INTEGER,
)
payment = table_of(
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
tender = table_of(
    "tender", link=INTEGER, line=INTEGER, kind=TEXT, amount_paise=INTEGER, given_paise=INTEGER
)
card_slip = table_of(
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
allocation = table_of(
    "allocation", link=INTEGER, line=INTEGER, bill_no=TEXT, amount_paise=INTEGER, toward=TEXT
)
instrument = table_of(
    "instrument", link=INTEGER, line=INTEGER, identity=TEXT, face_paise=INTEGER, facts=TEXT
)
tender_share = table_of(
    "tender_share", link=INTEGER, line=INTEGER, owner_link=INTEGER, owner_line=INTEGER
)
instrument_step = table_of(
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
returned_part = table_of(
    "returned_part",
    link=INTEGER,
    line=INTEGER,
    payment_link=INTEGER,
    bill_no=TEXT,
    toward=TEXT,
    amount_paise=INTEGER,
)
applied_rule = table_of(
    "applied_rule",
    link=INTEGER,
    line=INTEGER,
    rule=TEXT,
    version=INTEGER,
    valid_from=TEXT,
    is_local=INTEGER,
)
suspense = table_of("suspense", link=INTEGER, facts=TEXT)
supervisor_word = table_of(
    "supervisor_word",
    link=INTEGER,
    word_id=BLOB,
    supervisor_id=TEXT,
    shift_link=INTEGER,
    codes=TEXT,
    reason=TEXT,
    given_at_us=INTEGER,
    how=TEXT,
    challenge=TEXT,
)
policy = table_of("policy", version=INTEGER, facts=TEXT, at_us=INTEGER)
result = table_of(
    "result",
    number=INTEGER,
    kind=TEXT,
    receipt_no=TEXT,
    identity=TEXT,
    facts=TEXT,
    at_us=INTEGER,
)
rule_set = table_of("rule_set", link=INTEGER, facts=TEXT)
posting = table_of("posting", link=INTEGER, line=INTEGER, account=TEXT, amount_paise=INTEGER)
place = table_of("place", place_no=INTEGER, facts=TEXT)
receipt = table_of("receipt", link=INTEGER, place_no=INTEGER, facts=TEXT)
outbox = table_of("outbox", link=INTEGER)
acknowledgement = table_of(
    "acknowledgement",
    link=INTEGER,
    epoch=INTEGER,
    upto=INTEGER,
    head=BLOB,
    server_time_us=INTEGER,
    signed=BLOB,
)
fate = table_of("fate", link=INTEGER, fate=TEXT, reference=TEXT)
print_attempt = table_of(
    "print_attempt", attempt=INTEGER, link=INTEGER, copy_no=INTEGER, at_us=INTEGER
)
print_outcome = table_of(
    "print_outcome",
    attempt=INTEGER,
    line=INTEGER,
    state=TEXT,
    reason=TEXT,
    saved_as=TEXT,
    at_us=INTEGER,
)
receipt_proof = table_of("receipt_proof", link=INTEGER, copy_no=INTEGER, proof=BLOB)
receipt_copy = table_of(
    "receipt_copy",
    link=INTEGER,
    payment_link=INTEGER,
    way=TEXT,
    address=TEXT,
    by_id=TEXT,
    business_date=TEXT,
    at_us=INTEGER,
)
matter_note = table_of(
    "matter_note",
    link=INTEGER,
    about=TEXT,
    state=TEXT,
    through=INTEGER,
    text=TEXT,
    by_id=TEXT,
    at_us=INTEGER,
)
reconciliation = table_of(
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
stop = table_of("stop", stop_no=INTEGER, reason=TEXT, at_us=INTEGER)

TABLES = tuple(LEDGER.sorted_tables)
assert set(CUSTODY_TABLES) < set(TABLES)

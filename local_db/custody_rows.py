"""The ledger's tables of people, shifts and the custody of cash, as SQLAlchemy Core sees them; see ``rows``."""

from __future__ import annotations

from sqlalchemy import BLOB, INTEGER, TEXT

from local_db.row_tables import table_of

approval = table_of(
    "approval",
    link=INTEGER,
    approval_id=BLOB,
    act=TEXT,
    approver_id=TEXT,
    for_id=TEXT,
    about=TEXT,
    amount_paise=INTEGER,
    reason=TEXT,
    how=TEXT,
    challenge=TEXT,
    shift_link=INTEGER,
    business_date=TEXT,
    at_us=INTEGER,
)

cash_count = table_of(
    "cash_count",
    link=INTEGER,
    denomination_paise=INTEGER,
    pieces=INTEGER,
)

cash_move = table_of(
    "cash_move",
    link=INTEGER,
    move_id=BLOB,
    shift_link=INTEGER,
    why=TEXT,
    amount_paise=INTEGER,
    reason=TEXT,
    cashier_id=TEXT,
    receiver_id=TEXT,
    approval_link=INTEGER,
    business_date=TEXT,
    at_us=INTEGER,
)

drawer_opening = table_of(
    "drawer_opening",
    link=INTEGER,
    opening_id=BLOB,
    shift_link=INTEGER,
    by_id=TEXT,
    why=TEXT,
    reason=TEXT,
    business_date=TEXT,
    at_us=INTEGER,
)

shift_pause = table_of(
    "shift_pause",
    link=INTEGER,
    shift_link=INTEGER,
    state=TEXT,
    by_id=TEXT,
    business_date=TEXT,
    at_us=INTEGER,
)

shift_close = table_of(
    "shift_close",
    link=INTEGER,
    shift_link=INTEGER,
    closed_by=TEXT,
    float_left_paise=INTEGER,
    takings_paise=INTEGER,
    moved_paise=INTEGER,
    acknowledged_link=INTEGER,
    counts=INTEGER,
    reason=TEXT,
    approval_link=INTEGER,
    business_date=TEXT,
    at_us=INTEGER,
)

close_line = table_of(
    "close_line",
    link=INTEGER,
    line=INTEGER,
    kind=TEXT,
    expected_paise=INTEGER,
    expected_pieces=INTEGER,
    counted_paise=INTEGER,
    counted_pieces=INTEGER,
)

reversal = table_of(
    "reversal",
    link=INTEGER,
    reversal_id=BLOB,
    payment_link=INTEGER,
    shift_link=INTEGER,
    why=TEXT,
    reason=TEXT,
    paper=TEXT,
    right_account=TEXT,
    by_id=TEXT,
    approval_link=INTEGER,
    business_date=TEXT,
    at_us=INTEGER,
)

tender_undone = table_of(
    "tender_undone",
    link=INTEGER,
    line=INTEGER,
    kind=TEXT,
    amount_paise=INTEGER,
    goes=TEXT,
    identity=TEXT,
    reference=TEXT,
)

handing = table_of(
    "handing",
    link=INTEGER,
    handing_id=BLOB,
    amount_paise=INTEGER,
    counted_paise=INTEGER,
    by_id=TEXT,
    receiver_id=TEXT,
    reason=TEXT,
    approval_link=INTEGER,
    business_date=TEXT,
    at_us=INTEGER,
)

handed_shift = table_of(
    "handed_shift",
    link=INTEGER,
    shift_link=INTEGER,
)

slip = table_of(
    "slip",
    link=INTEGER,
    slip_id=BLOB,
    slip_no=INTEGER,
    kind=TEXT,
    amount_paise=INTEGER,
    bank_account=TEXT,
    by_id=TEXT,
    business_date=TEXT,
    at_us=INTEGER,
)

slip_item = table_of(
    "slip_item",
    link=INTEGER,
    line=INTEGER,
    owner_link=INTEGER,
    owner_line=INTEGER,
)

bank_answer = table_of(
    "bank_answer",
    link=INTEGER,
    answer_id=BLOB,
    slip_link=INTEGER,
    reference=TEXT,
    on_date=TEXT,
    accepted_paise=INTEGER,
    moved_paise=INTEGER,
    by_id=TEXT,
    approval_link=INTEGER,
    business_date=TEXT,
    at_us=INTEGER,
)

bank_difference = table_of(
    "bank_difference",
    link=INTEGER,
    line=INTEGER,
    why=TEXT,
    amount_paise=INTEGER,
    note=TEXT,
)

local_person = table_of(
    "local_person",
    link=INTEGER,
    cashier_id=TEXT,
    name_en=TEXT,
    name_hi=TEXT,
    role=TEXT,
    pin_hash=TEXT,
    made_by=TEXT,
    valid_to=TEXT,
    approval_link=INTEGER,
    at_us=INTEGER,
)

local_person_end = table_of(
    "local_person_end",
    link=INTEGER,
    person_link=INTEGER,
    by_id=TEXT,
    at_us=INTEGER,
)

own_pin = table_of(
    "own_pin",
    link=INTEGER,
    cashier_id=TEXT,
    pin_hash=TEXT,
    roster_hash=TEXT,
    by_id=TEXT,
    at_us=INTEGER,
)

pin_try = table_of(
    "pin_try",
    number=INTEGER,
    cashier_id=TEXT,
    what=TEXT,
    is_right=INTEGER,
    at_us=INTEGER,
)

CUSTODY_TABLES = (
    approval,
    cash_count,
    cash_move,
    drawer_opening,
    shift_pause,
    shift_close,
    close_line,
    reversal,
    tender_undone,
    handing,
    handed_shift,
    slip,
    slip_item,
    bank_answer,
    bank_difference,
    local_person,
    local_person_end,
    own_pin,
    pin_try,
)

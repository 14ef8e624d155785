"""What counters tell of shifts and the custody of cash is noted, and can be listed; on both databases."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from billing_server.store import custody
from counter_app.domain.ledger import LedgerAccount
from counter_app.domain.tender import TenderKind
from counter_app.wire.custody_bodies import (
    BankAnswered,
    BankDifferenceTold,
    CashMoved,
    CloseLineTold,
    DrawerOpened,
    PersonEnded,
    PersonMade,
    PinSet,
    RemittanceMade,
    ShiftClosed,
    ShiftPaused,
    TakingsHanded,
)
from counter_app.wire.exchange import Fate
from counter_app.wire.told_parts import PiecesTold, PostingTold
from tests.billing_server.centres import EACH_KIND, A, centre_with_two_consumers
from tests.billing_server.players import DAY, cash, paid_by

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from counter_app.wire.bodies import Body
    from tests.billing_server.centres import PlayedCentre

SHIFT = "01930000-0000-7000-8000-0000000000f1"
MOVED = (PostingTold(LedgerAccount.CASH_WITH_HEAD, 1), PostingTold(LedgerAccount.CASH_DRAWER, -1))
PIECES = (PiecesTold(500_00, 2),)
CLOSED = ShiftClosed(
    shift_id=SHIFT,
    shift_no=3,
    cashier_id="asha",
    closed_by="anil",
    business_date=DAY,
    lines=(
        CloseLineTold(TenderKind.CASH, 1_500_00, 0, 1_490_00, 0),
        CloseLineTold(TenderKind.CHEQUE, 200_00, 1, 200_00, 1),
    ),
    count=(),
    float_left_paise=500_00,
    takings_paise=990_00,
    receipts=7,
    postings=MOVED,
    counts=2,
    reason="a note was missing",
)
TOLD: tuple[Body, ...] = (
    CashMoved("m1", SHIFT, "drop", 1_000_00, "asha", DAY, MOVED, receiver_id="meena"),
    DrawerOpened("o1", "asha", "give_change", DAY, SHIFT),
    ShiftPaused(SHIFT, "suspended", "asha", DAY),
    CLOSED,
    TakingsHanded("h1", (SHIFT,), 990_00, PIECES, "asha", "meena", DAY, MOVED, "ten over"),
    RemittanceMade("s1", 4, "cash", 1_500_00, "SBI 1", "meena", DAY, MOVED),
    BankAnswered(
        "a1", "s1", 4, "UTR9", DAY, 1_000_00, "meena", DAY, MOVED,
        (BankDifferenceTold("counterfeit", 500_00, "7AB 112233"),),
    ),
    PersonMade("T900", "RAVI", "", "cashier", "anil", "2026-12-01", DAY),
    PersonEnded("T900", "anil", DAY),
    PinSet("asha", "asha", DAY),
)  # fmt: skip


@pytest.fixture(params=EACH_KIND)
def centre(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[PlayedCentre]:
    yield from centre_with_two_consumers(request.param, tmp_path)


def test_all_of_it_is_noted_and_listed(centre: PlayedCentre) -> None:
    fates = centre.told(centre.counter(), paid_by(A, cash(60_00)), *TOLD)
    assert {one.fate for one in fates[1:]} == {Fate.NOTED}
    (end,) = centre.database.read(lambda c: custody.shifts_ended(c, DAY))
    assert (end.counter_id, end.shift_no, end.takings_paise, end.variance_paise) == (
        "C07",
        3,
        990_00,
        -10_00,
    )
    assert end.lines == (("cash", 1_500_00, 1_490_00), ("cheque", 200_00, 200_00))
    rows = centre.database.read(lambda c: custody.custody_of(c, DAY))
    assert [(one.kind, one.what, one.amount_paise, one.counted_paise) for one in rows] == [
        ("cash_dropped", "drop", 1_000_00, 0),
        ("drawer_opened", "give_change", 0, 0),
        ("shift_paused", "suspended", 0, 0),
        ("takings_handed", "", 990_00, 1_000_00),
        ("remittance_made", "cash", 1_500_00, 0),
        ("bank_answered", DAY, 0, 1_000_00),
        ("person_made", "2026-12-01", 0, 0),
        ("person_ended", "", 0, 0),
        ("pin_set", "", 0, 0),
    ]
    assert rows[5].reason == "counterfeit: 7AB 112233"
    assert centre.database.read(lambda c: custody.cash_booked(c, DAY)) == {"C07": 60_00}


def test_what_no_slip_took_to_the_bank_is_counted_from_the_oldest_day(centre: PlayedCentre) -> None:
    earlier = replace(CLOSED, business_date="2026-11-16", takings_paise=1_000_00)
    centre.told(centre.counter(), earlier, *TOLD)
    (left,) = centre.database.read(custody.undeposited)
    assert (left.counter_id, left.paise, left.since) == ("C07", 1_490_00, DAY)


@pytest.mark.parametrize("body", TOLD, ids=lambda one: type(one).__name__)
def test_a_day_that_is_none_is_kept_as_it_came(centre: PlayedCentre, body: Body) -> None:
    spoilt = replace(body, business_date="2026-11-31")
    (fate,) = centre.told(centre.counter(), spoilt)
    assert (fate.fate, fate.reference) == (Fate.NOT_APPLIED, "date_wrong")
    assert centre.database.read(lambda c: custody.custody_of(c, "2026-11-31")) == []

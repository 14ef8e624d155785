"""What was booked becomes instructions, each once: on SQLite and PostgreSQL alike."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import msgspec
import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from billing_server.connectors.instructions import form_of
from billing_server.connectors.projector import project
from billing_server.reading import MessageKey
from billing_server.store import (
    account_map,
    bank_desk,
    book_load,
    closed_months,
    undoing,
)
from counter_app.domain.payment import Toward
from counter_app.wire.exchange import Fate
from counter_app.wire.told_parts import AllocationTold
from tests.billing_server.centres import EACH_KIND, A, B, centre_with_two_consumers
from tests.billing_server.connectors.outlets import TERMS, instructions, projected, shortly
from tests.billing_server.game_players import TODAY
from tests.billing_server.players import (
    DAY,
    NOW_US,
    bill,
    cash,
    cheque,
    cheque_identity,
    order,
    paid_by,
    returned,
    shift,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sqlalchemy import Connection

    from tests.billing_server.centres import PlayedCentre

CHEQUE = cheque_identity("123456")


@pytest.fixture(params=EACH_KIND)
def centre(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[PlayedCentre]:
    yield from centre_with_two_consumers(request.param, tmp_path)


def run(statement: str, connection: Connection) -> None:
    connection.execute(text(statement))


def see_returned(centre: PlayedCentre) -> None:
    seen = bank_desk.SeenReturned(CHEQUE, TODAY, "funds insufficient", 0, "desk")
    bank_desk.return_instrument(centre.database, seen, NOW_US)


def test_a_booked_payment_is_told_in_the_words_of_the_agency_form(centre: PlayedCentre) -> None:
    counter = centre.counter()
    paid = paid_by(A, cash(400_05), receipt_no="R1")
    centre.told(counter, paid)
    (one,) = projected(centre)
    assert form_of(one, TERMS) == {
        "consumerAccountId": A,
        "billId": f"B{A}",
        "amount": "400.05",
        "billAmount": "1000.00",
        "outstandingAmount": "1000.00",
        "paymentType": "PARTIAL",
        "divisionCode": "KID",
        "discom": "KESCO",
        "connectionType": "POSTPAID",
        "mobile": "9876543210",
        "referenceTransactionId": "C07.1.1.1.1",
        "kind": "PAYMENT",
        "corrects": "",
        "toward": "bill",
        "receiptNo": "R1",
        "businessDate": DAY,
        "countsIn": "2026-11",
    }


def test_what_is_outstanding_falls_with_each_and_the_last_is_full(centre: PlayedCentre) -> None:
    counter = centre.counter()
    centre.told(counter, *(paid_by(A, cash(paise)) for paise in (300_00, 200_00, 500_00)))
    found = projected(centre)
    assert [one.outstanding_paise for one in found] == [1_000_00, 700_00, 500_00]
    assert [one.is_full for one in found] == [False, False, True]
    assert [one.number for one in found] == [1, 2, 3]


def test_after_the_due_date_the_bill_asks_for_more(centre: PlayedCentre) -> None:
    book_load.load_book(centre.database, [], [bill(A, 1_000_00, due_date="2026-11-10")])
    centre.told(centre.counter(), paid_by(A, cash(1_000_00)))
    (one,) = projected(centre)
    assert (one.bill_paise, one.is_full) == (1_010_00, False)


def test_a_payment_over_several_bills_is_one_instruction_each(centre: PlayedCentre) -> None:
    older = bill(A, 200_00, bill_no="OLD", bill_date="2026-10-01")
    book_load.load_book(centre.database, [], [older, bill(A, 500_00, bill_no="NEW")])
    parts = (
        AllocationTold("OLD", 200_00),
        AllocationTold("NEW", 500_00),
        AllocationTold("", 50_00, Toward.ADVANCE),
        AllocationTold("", 30_00, Toward.HEAD),
    )
    paid = msgspec.structs.replace(paid_by(A, cash(780_00)), allocations=parts)
    centre.told(centre.counter(), paid)
    found = projected(centre)
    assert shortly(found) == [
        ("PAYMENT", A, "OLD", 200_00),
        ("PAYMENT", A, "NEW", 500_00),
        ("PAYMENT", A, "NEW", 50_00),
        ("PAYMENT", A, "", 30_00),
    ]
    assert [one.reference for one in found] == [f"C07.1.1.{line}.1" for line in (1, 2, 3, 4)]
    assert (found[3].toward, found[3].bill_paise, found[3].is_full) == ("head", 0, True)


def test_it_goes_where_it_was_booked_not_where_it_was_told(centre: PlayedCentre) -> None:
    account_map.map_accounts(centre.database, {"OLD": A}, "clerk", NOW_US)
    (told,) = centre.told(centre.counter(), paid_by("OLD", cash(10_00)))
    assert told.fate is Fate.RENUMBERED
    assert shortly(projected(centre)) == [("PAYMENT", A, f"B{A}", 10_00)]


def test_what_waits_for_a_person_is_not_handed_on_until_it_is_matched(centre: PlayedCentre) -> None:
    counter = centre.counter()
    centre.told(counter, shift(), paid_by("9999999999", cash(70_00)), paid_by(A, cash(5_00)))
    counter.tell_raw(b"{}")
    centre.push(counter)
    assert shortly(projected(centre)) == [("PAYMENT", A, f"B{A}", 5_00)]
    centre.match("C07/1/2", B)
    assert shortly(projected(centre))[1:] == [("PAYMENT", B, f"B{B}", 70_00)]


@pytest.mark.parametrize("is_late", [False, True], ids=["run between", "run after"])
def test_payment_and_return_are_both_told_whenever_the_runner_comes(
    centre: PlayedCentre, *, is_late: bool
) -> None:
    counter = centre.counter()
    a, b = order(
        paid_by(A, cash(40_00), cheque("123456", 60_00, 260_00)),
        paid_by(B, cheque("123456", 200_00, 260_00)),
    )
    centre.told(counter, a, b)
    if not is_late:
        project(centre.database, NOW_US)
    centre.told(counter, returned(CHEQUE, (a, 60_00), (b, 200_00)))
    found = projected(centre)
    assert sorted(shortly(found)) == [
        ("CORRECTION", A, f"B{A}", -60_00),
        ("CORRECTION", B, f"B{B}", -200_00),
        ("PAYMENT", A, f"B{A}", 100_00),
        ("PAYMENT", B, f"B{B}", 200_00),
    ]
    corrections = {one.corrects: one for one in found if one.corrects}
    assert set(corrections) == {"C07.1.1.1.1", "C07.1.2.1.1"}
    assert [corrections[key].is_full for key in sorted(corrections)] == [False, True]
    assert corrections["C07.1.1.1.1"].reference == "C07.1.1.1.2"


def test_a_return_told_before_its_payment_is_seen_with_it(centre: PlayedCentre) -> None:
    first, second = centre.counter(), centre.counter()
    paid = paid_by(A, cheque("123456", 60_00))
    centre.told(second, returned(CHEQUE, (paid, 60_00)))
    assert projected(centre) == []
    centre.told(first, paid)
    assert shortly(projected(centre)) == [
        ("PAYMENT", A, f"B{A}", 60_00),
        ("CORRECTION", A, f"B{A}", -60_00),
    ]


def test_the_bank_desk_takes_all_out_and_the_counter_puts_the_cash_back(
    centre: PlayedCentre,
) -> None:
    counter = centre.counter()
    paid = paid_by(A, cash(40_00), cheque("123456", 60_00))
    centre.told(counter, paid)
    project(centre.database, NOW_US)
    see_returned(centre)
    project(centre.database, NOW_US)
    centre.told(counter, returned(CHEQUE, (paid, 60_00)))
    found = projected(centre)
    assert [one.amount_paise for one in found] == [100_00, -100_00, 40_00]
    assert [one.corrects for one in found] == ["", "C07.1.1.1.1", "C07.1.1.1.1"]
    assert sum(one.amount_paise for one in found) == centre.received_paise(A)


def test_a_match_and_its_return_between_two_runs_are_both_told(centre: PlayedCentre) -> None:
    counter = centre.counter()
    paid = paid_by("9999999999", cheque("123456", 60_00))
    centre.told(counter, paid)
    centre.match("C07/1/1", B)
    see_returned(centre)
    assert [one[::3] for one in shortly(projected(centre))] == [
        ("PAYMENT", 60_00),
        ("CORRECTION", -60_00),
    ]


def test_a_match_taken_back_is_taken_out_and_may_be_made_anew(centre: PlayedCentre) -> None:
    counter = centre.counter()
    centre.told(counter, paid_by("9999999999", cash(70_00)))
    centre.match("C07/1/1", B)
    project(centre.database, NOW_US)
    decided = undoing.Decided(MessageKey.typed("C07/1/1"), "anita", "another Ram")
    undoing.undo_match(centre.database, decided, NOW_US)
    project(centre.database, NOW_US)
    centre.match("C07/1/1", A)
    project(centre.database, NOW_US)
    undoing.undo_match(centre.database, decided, NOW_US)
    centre.match("C07/1/1", B)
    assert shortly(projected(centre)) == [
        ("PAYMENT", B, f"B{B}", 70_00),
        ("CORRECTION", B, f"B{B}", -70_00),
        ("PAYMENT", A, f"B{A}", 70_00),
        ("CORRECTION", A, f"B{A}", -70_00),
        ("CORRECTION", B, f"B{B}", 70_00),
    ]


def test_money_of_a_closed_month_counts_in_the_month_it_is_matched_in(centre: PlayedCentre) -> None:
    closed_months.close_month(centre.database, "2026-10", "anita", "books closed", NOW_US)
    late = paid_by(A, cash(70_00), business_date="2026-10-31")
    (told,) = centre.told(centre.counter(), late)
    assert told.fate is Fate.CLOSED_MONTH
    assert projected(centre) == []
    centre.match("C07/1/1", A)
    (one,) = projected(centre)
    assert (one.business_date, one.month) == ("2026-10-31", "2026-11")


def test_asked_again_nothing_is_told_twice(centre: PlayedCentre) -> None:
    counter = centre.counter()
    paid = paid_by(A, cheque("123456", 60_00))
    centre.told(counter, paid, paid_by("9999999999", cash(1_00)))
    centre.match("C07/1/2", A)
    see_returned(centre)
    before = projected(centre)
    centre.database.write(lambda c: c.execute(text("DELETE FROM instructed_upto")))
    assert projected(centre) == before
    assert project(centre.database, NOW_US) == 0


def test_small_steps_reach_every_chain(centre: PlayedCentre) -> None:
    for counter_id in ("C07", "C08"):
        for _ in range(2):
            counter = centre.counter(counter_id)
            centre.told(counter, *(paid_by(A, cash(1_00 + n)) for n in range(3)))
    assert project(centre.database, NOW_US, most_messages=2) >= 6
    found = instructions(centre.database)
    assert [one.number for one in found] == list(range(1, len(found) + 1))
    assert sum(one.amount_paise for one in found) == centre.received_paise(A)


def test_an_instruction_is_never_changed(centre: PlayedCentre) -> None:
    centre.told(centre.counter(), paid_by(A, cash(1_00)))
    projected(centre)
    for act in ("UPDATE instruction SET amount_paise = 2", "DELETE FROM instruction"):
        with pytest.raises(DBAPIError, match="insert only"):
            centre.database.write(partial(run, act))

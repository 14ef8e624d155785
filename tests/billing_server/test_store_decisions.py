"""What an accountant takes back, and doubles that were some, with what the counter is told: on both databases."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from billing_server.reading import MessageKey
from billing_server.store import audit, bank_desk, suspense, undoing
from counter_app.wire.results import ResultKind
from tests.billing_server.centres import (
    EACH_KIND,
    A,
    B,
    centre_with_two_consumers,
    received_of_both,
)
from tests.billing_server.game_players import TODAY
from tests.billing_server.players import cash, cheque, cheque_identity, paid_by, returned

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from counter_app.wire.bodies import PaymentTaken
    from tests.billing_server.centres import PlayedCentre

STRANGER = "9999999999"


@pytest.fixture(params=EACH_KIND)
def centre(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[PlayedCentre]:
    yield from centre_with_two_consumers(request.param, tmp_path)


def decided(key: str) -> undoing.Decided:
    return undoing.Decided(MessageKey.typed(key), "accountant", "the payer wrote to us")


def undo(centre: PlayedCentre, key: str) -> int:
    return undoing.undo_match(centre.database, decided(key), centre.now_us)


def confirm(centre: PlayedCentre, key: str) -> int:
    return undoing.confirm_double(centre.database, decided(key), centre.now_us)


def waiting(centre: PlayedCentre) -> list[str]:
    return [str(one.key) for one in centre.database.read(suspense.waiting)]


def told(centre: PlayedCentre, counter_id: str) -> list[tuple[ResultKind, str, int]]:
    results = centre.results(counter_id).results
    return [(one.kind, one.account_no, one.amount_paise) for one in results]


def a_double(centre: PlayedCentre, *tenders: object) -> PaymentTaken:
    """The same at two counters; the second one waits."""
    paid = paid_by(A, *(tenders or (cash(70_00),)))  # type: ignore[arg-type] # tenders, as given
    for counter_id, one in (("C07", paid_by(A, cash(70_00))), ("C08", paid)):
        centre.told(centre.counter(counter_id), one)
    return paid


def test_an_undone_match_waits_again_and_can_be_matched_anew(centre: PlayedCentre) -> None:
    centre.told(centre.counter(), paid_by(STRANGER, cash(100_00)))
    centre.match("C07/1/1", B)
    assert undo(centre, "C07/1/1") == 2
    assert received_of_both(centre) == (0, 0)
    assert (centre.refused("C07"), waiting(centre)) == ([(1, 1)], ["C07/1/1"])
    centre.match("C07/1/1", A)
    assert received_of_both(centre) == (100_00, 0)
    assert (centre.refused("C07"), waiting(centre)) == ([], [])
    assert told(centre, "C07") == [
        (ResultKind.SUSPENSE_MATCHED, B, 100_00),
        (ResultKind.MATCH_UNDONE, "", 100_00),
        (ResultKind.SUSPENSE_MATCHED, A, 100_00),
    ]
    assert [one.what for one in centre.database.read(audit.acts)] == [
        f"matched C07/1/1 to {A}",
        f"matched C07/1/1 to {B}",
        "undid the match of C07/1/1",
    ]


def test_what_is_undone_leaves_the_bill_that_carries_it_now(centre: PlayedCentre) -> None:
    paper = cheque("100001", 60_00)
    paid = paid_by(STRANGER, paper, cash(40_00))
    counter = centre.counter()
    centre.told(counter, paid)
    centre.match("C07/1/1", B)
    centre.told(counter, returned(cheque_identity("100001"), (paid, 60_00)))
    assert received_of_both(centre) == (0, 40_00)
    undo(centre, "C07/1/1")
    assert received_of_both(centre) == (0, 0)
    assert told(centre, "C07")[-1] == (ResultKind.MATCH_UNDONE, "", 40_00)
    assert centre.refused("C07") == [(1, 1)]


def test_money_the_bank_desk_took_out_is_refused_once(centre: PlayedCentre) -> None:
    centre.told(centre.counter(), paid_by(STRANGER, cheque("100002", 60_00)))
    centre.match("C07/1/1", B)
    seen = bank_desk.SeenReturned(cheque_identity("100002"), TODAY, "no funds", 0, "desk")
    bank_desk.return_instrument(centre.database, seen, centre.now_us)
    assert centre.refused("C07") == []
    undo(centre, "C07/1/1")
    assert centre.refused("C07") == [(1, 1)]
    assert received_of_both(centre) == (0, 0)


def test_a_match_to_the_account_told_that_the_desk_took_out_stays_refused(
    centre: PlayedCentre,
) -> None:
    a_double(centre, cheque("100003", 70_00))
    centre.match("C08/1/1", A)
    seen = bank_desk.SeenReturned(cheque_identity("100003"), TODAY, "no funds", 0, "desk")
    bank_desk.return_instrument(centre.database, seen, centre.now_us)
    assert centre.refused("C08") == [(1, 1)]
    undo(centre, "C08/1/1")
    assert centre.refused("C08") == [(1, 1)]


def test_a_double_is_paid_back_and_stands_in_no_bill(centre: PlayedCentre) -> None:
    paid = a_double(centre)
    assert confirm(centre, "C08/1/1") == 1
    assert received_of_both(centre) == (70_00, 0)
    assert (centre.refused("C08"), waiting(centre)) == ([], [])
    assert told(centre, "C08") == [(ResultKind.DOUBLE_CONFIRMED, "", 70_00)]
    (one,) = centre.database.read(undoing.to_pay_back)
    assert (str(one.key), one.receipt_no, one.rest_paise) == ("C08/1/1", paid.receipt_no, 70_00)
    assert (one.by, one.account_no) == ("accountant", A)
    assert [act.what for act in centre.database.read(audit.acts)] == [
        "found C08/1/1 to be a double, Rs 70.00 to pay back"
    ]
    with pytest.raises(ValueError, match="a double to be paid back"):
        centre.match("C08/1/1", A)


def test_a_double_taken_back_waits_again_and_may_be_none(centre: PlayedCentre) -> None:
    a_double(centre)
    confirm(centre, "C08/1/1")
    assert undo(centre, "C08/1/1") == 2
    assert (centre.refused("C08"), waiting(centre)) == ([(1, 1)], ["C08/1/1"])
    assert centre.database.read(undoing.to_pay_back) == ()
    centre.match("C08/1/1", A)
    assert received_of_both(centre) == (140_00, 0)
    assert [kind for kind, _, _ in told(centre, "C08")] == [
        ResultKind.DOUBLE_CONFIRMED,
        ResultKind.MATCH_UNDONE,
        ResultKind.DOUBLE_RESOLVED,
    ]


def test_a_double_whose_cheque_bounced_is_not_paid_back(centre: PlayedCentre) -> None:
    paid = a_double(centre, cheque("100004", 70_00))
    confirm(centre, "C08/1/1")
    again = centre.counter("C08")
    centre.told(again, returned(cheque_identity("100004"), (paid, 70_00)))
    assert centre.database.read(undoing.to_pay_back) == ()
    assert received_of_both(centre) == (70_00, 0)
    undo(centre, "C08/1/1")
    with pytest.raises(ValueError, match="nothing is left"):
        confirm(centre, "C08/1/1")


def test_only_what_was_decided_is_undone_and_only_a_double_is_one(centre: PlayedCentre) -> None:
    counter = centre.counter()
    centre.told(counter, paid_by(A, cash(50_00)), paid_by(STRANGER, cash(60_00)))
    for key in ("C07/1/1", "C07/1/2"):
        with pytest.raises(ValueError, match="no decision to undo"):
            undo(centre, key)
        with pytest.raises(ValueError, match="no double"):
            confirm(centre, key)
    with pytest.raises(ValueError, match="tells no payment"):
        undo(centre, "C07/1/9")
    centre.match("C07/1/2", B)
    undo(centre, "C07/1/2")
    with pytest.raises(ValueError, match="no decision to undo"):
        undo(centre, "C07/1/2")
    with pytest.raises(ValueError, match="who decided it"):
        undoing.undo_match(
            centre.database, undoing.Decided(MessageKey("C07", 1, 2), " ", "why"), centre.now_us
        )

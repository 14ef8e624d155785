"""Instruments that the bank gives back to the centre before their counter knows: on SQLite and PostgreSQL alike."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import msgspec
import pytest

from billing_server.store import bank_desk, suspense
from counter_app.wire.exchange import Fate
from counter_app.wire.results import ResultKind
from tests.billing_server.centres import (
    EACH_KIND,
    HOUR_US,
    A,
    B,
    centre_with_two_consumers,
    received_of_both,
)
from tests.billing_server.players import (
    NOW_US,
    cash,
    cheque,
    cheque_identity,
    order,
    paid_by,
    returned,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.billing_server.centres import PlayedCentre

CHEQUE = cheque_identity("123456")


@pytest.fixture(params=EACH_KIND)
def centre(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[PlayedCentre]:
    yield from centre_with_two_consumers(request.param, tmp_path)


def at_the_desk(
    centre: PlayedCentre,
    identity: str = CHEQUE,
    *,
    reason: str = "funds insufficient",
    by: str = "desk",
) -> tuple[str, ...]:
    seen = bank_desk.SeenReturned(identity, date(2026, 11, 20), reason, 590_00, by)
    return bank_desk.return_instrument(centre.database, seen, NOW_US)


def test_the_desk_takes_it_out_of_every_bill_until_the_counter_has_told(
    centre: PlayedCentre,
) -> None:
    counter = centre.counter()
    a, b = order(
        paid_by(A, cash(40_00), cheque("123456", 60_00, 260_00)),
        paid_by(B, cheque("123456", 200_00, 260_00)),
    )
    centre.told(counter, a, b)
    assert at_the_desk(centre) == ("C07",)
    assert received_of_both(centre) == (0, 0)
    assert centre.refused("C07") == [(1, 1), (1, 2)]
    assert centre.database.read(suspense.waiting) == ()
    (result,) = centre.results("C07").results
    assert (result.kind, result.identity) == (ResultKind.INSTRUMENT_RETURNED, CHEQUE)
    assert (result.amount_paise, result.charge_paise, result.on) == (260_00, 590_00, "2026-11-20")
    (fate,) = centre.told(counter, returned(CHEQUE, (a, 60_00), (b, 200_00)))
    assert fate.fate is Fate.POSTED
    assert received_of_both(centre) == (40_00, 0)
    assert centre.refused("C07") == []


def test_both_counters_that_took_one_cheque_are_told(centre: PlayedCentre) -> None:
    first, second = centre.counter("C07"), centre.counter("C08")
    centre.told(first, paid_by(A, cheque("123456", 60_00)))
    centre.told(second, paid_by(B, cheque("123456", 70_00)))
    assert at_the_desk(centre) == ("C07", "C08")
    assert received_of_both(centre) == (0, 0)
    assert [one.amount_paise for one in centre.results("C08").results] == [70_00]


@pytest.mark.parametrize(
    ("matched_to", "is_counted_still"), [(A, [(1, 1)]), (B, [])], ids=["its own", "another"]
)
def test_what_waited_and_came_back_is_booked_when_both_are_settled(
    centre: PlayedCentre, matched_to: str, is_counted_still: list[tuple[int, int]]
) -> None:
    counter = centre.counter()
    counter.recorded_us = NOW_US - 24 * HOUR_US
    paid = paid_by(A, cash(40_00), cheque("123456", 60_00))
    (fate,) = centre.told(counter, paid)
    assert fate.fate is Fate.TIME_DOUBTFUL
    at_the_desk(centre)
    centre.match("C07/1/1", matched_to)
    assert received_of_both(centre) == (0, 0)
    assert centre.refused("C07") == is_counted_still
    assert centre.database.read(suspense.waiting) == ()
    centre.told(counter, returned(CHEQUE, (paid, 60_00)))
    assert received_of_both(centre) == ((40_00, 0) if matched_to == A else (0, 40_00))
    assert centre.refused("C07") == []


def test_the_desk_takes_back_what_an_accountant_gave_to_another_account(
    centre: PlayedCentre,
) -> None:
    counter = centre.counter()
    paid = msgspec.structs.replace(paid_by(B, cheque("123456", 60_00)), account_no="9999999999")
    centre.told(counter, paid)
    centre.match("C07/1/1", B)
    assert received_of_both(centre) == (0, 60_00)
    at_the_desk(centre)
    assert received_of_both(centre) == (0, 0)
    assert centre.refused("C07") == []


def test_a_payment_told_after_the_desk_saw_its_cheque_waits(centre: PlayedCentre) -> None:
    counter = centre.counter()
    a, b = order(
        paid_by(A, cheque("123456", 60_00, 260_00)), paid_by(B, cheque("123456", 200_00, 260_00))
    )
    centre.told(counter, a)
    at_the_desk(centre)
    (fate,) = centre.told(counter, b)
    assert (fate.fate, fate.reference) == (Fate.NOT_APPLIED, "instrument_returned")
    centre.told(counter, returned(CHEQUE, (a, 60_00), (b, 200_00)))
    assert received_of_both(centre) == (0, 0)
    assert centre.refused("C07") == [(1, 2)]
    assert centre.database.read(suspense.waiting) == ()


def test_the_desk_is_told_what_is_known_already(centre: PlayedCentre) -> None:
    counter = centre.counter()
    with pytest.raises(ValueError, match="no payment was told"):
        at_the_desk(centre)
    with pytest.raises(ValueError, match="no payment was told"):
        at_the_desk(centre, "")
    first, second = paid_by(A, cheque("123456", 60_00)), paid_by(A, cheque("654321", 30_00))
    centre.told(counter, first, returned(CHEQUE, (first, 60_00)), second)
    with pytest.raises(ValueError, match="told the return"):
        at_the_desk(centre)
    with pytest.raises(ValueError, match="must be said"):
        at_the_desk(centre, cheque_identity("654321"), by=" ")
    with pytest.raises(ValueError, match="must be said"):
        at_the_desk(centre, cheque_identity("654321"), reason="x\x00y")
    at_the_desk(centre, cheque_identity("654321"))
    with pytest.raises(ValueError, match="already, by desk"):
        at_the_desk(centre, cheque_identity("654321"))
    assert received_of_both(centre) == (0, 0)

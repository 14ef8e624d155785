"""Months the accountant closed: what comes late for one waits, and is booked into this month: on both databases."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from billing_server.store import audit, book_load, closed_months
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
from tests.billing_server.players import cash, consumer, paid_by

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from counter_app.wire.bodies import PaymentTaken
    from tests.billing_server.centres import PlayedCentre

BILLLESS = "7412000003"
OCTOBER, NOVEMBER = "2026-10", "2026-11"
MONTH_US = 31 * 24 * HOUR_US


@pytest.fixture(params=EACH_KIND)
def centre(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[PlayedCentre]:
    yield from centre_with_two_consumers(request.param, tmp_path)


def close(centre: PlayedCentre, month: str = OCTOBER) -> None:
    closed_months.close_month(
        centre.database, month, "accountant", "accounts sent up", centre.now_us
    )


def reopen(centre: PlayedCentre) -> None:
    closed_months.reopen_month(
        centre.database, OCTOBER, "accountant", "a counter came late", centre.now_us
    )


def late(paise: int = 70_00, account_no: str = A) -> PaymentTaken:
    return paid_by(account_no, cash(paise), business_date="2026-10-31")


def test_money_of_a_closed_month_is_kept_and_waits(centre: PlayedCentre) -> None:
    counter = centre.counter()
    assert [one.fate for one in centre.told(counter, late())] == [Fate.POSTED]
    close(centre)
    told = centre.told(counter, late(80_00), paid_by(A, cash(90_00)))
    assert [(one.fate, one.reference) for one in told] == [
        (Fate.CLOSED_MONTH, OCTOBER),
        (Fate.POSTED, "C07/1/3"),
    ]
    assert centre.refused("C07") == [(1, 2)]
    assert received_of_both(centre) == (160_00, 0)
    assert centre.day("C07", "2026-10-31").amount_paise == 150_00


def test_an_older_answer_is_repeated_whatever_was_closed_since(centre: PlayedCentre) -> None:
    counter = centre.counter()
    counter.tell(late())
    signed = centre.push(counter)
    close(centre)
    assert centre.push(counter) == signed


def test_a_person_books_it_into_this_month_and_the_counter_is_told(centre: PlayedCentre) -> None:
    counter = centre.counter()
    close(centre)
    centre.told(counter, late())
    centre.match("C07/1/1", A)
    assert received_of_both(centre) == (70_00, 0)
    assert centre.refused("C07") == []
    (result,) = centre.results("C07").results
    assert (result.kind, result.month) == (ResultKind.SUSPENSE_MATCHED, NOVEMBER)
    assert (result.account_no, result.amount_paise) == (A, 70_00)


def test_what_waited_for_another_reason_counts_in_this_month_too(centre: PlayedCentre) -> None:
    counter = centre.counter()
    centre.told(counter, late(account_no="9999999999"), late(60_00, "9999999999"))
    centre.match("C07/1/1", B)
    close(centre)
    centre.match("C07/1/2", B)
    assert [one.month for one in centre.results("C07").results] == ["", NOVEMBER]


def test_nothing_is_booked_into_a_month_that_is_closed_too(centre: PlayedCentre) -> None:
    counter = centre.counter()
    close(centre)
    centre.told(counter, late())
    centre.now_us += MONTH_US
    close(centre, NOVEMBER)
    centre.now_us -= MONTH_US  # the clock of this server was set back
    with pytest.raises(ValueError, match="2026-10 and 2026-11 are closed"):
        centre.match("C07/1/1", A)
    assert centre.refused("C07") == [(1, 1)]


def test_a_month_opened_again_takes_money_again(centre: PlayedCentre) -> None:
    counter = centre.counter()
    close(centre)
    centre.told(counter, late())
    reopen(centre)
    assert [one.fate for one in centre.told(counter, late(80_00))] == [Fate.POSTED]
    close(centre)
    assert [one.fate for one in centre.told(counter, late(90_00))] == [Fate.CLOSED_MONTH]
    acts = centre.database.read(closed_months.month_acts)
    assert [(one.month, one.number, one.is_closed) for one in acts] == [
        (OCTOBER, 1, True),
        (OCTOBER, 2, False),
        (OCTOBER, 3, True),
    ]
    assert {(one.by, one.what) for one in centre.database.read(audit.acts)} == {
        ("accountant", "closed 2026-10"),
        ("accountant", "opened 2026-10 again"),
    }


def test_a_graver_doubt_is_the_fate_and_a_missing_bill_is_not(centre: PlayedCentre) -> None:
    """Whose it is, a clock that is wrong and a double are looked at first."""
    book_load.load_book(centre.database, [consumer(BILLLESS)], [])
    close(centre)
    first, second = centre.counter("C07"), centre.counter("C08")
    told = centre.told(first, late(account_no="9999999999"), late(), late(account_no=BILLLESS))
    assert [one.fate for one in told] == [
        Fate.UNKNOWN_ACCOUNT,
        Fate.CLOSED_MONTH,
        Fate.CLOSED_MONTH,
    ]
    second.recorded_us -= 3 * 24 * HOUR_US
    assert [one.fate for one in centre.told(second, late(60_00))] == [Fate.TIME_DOUBTFUL]
    second.recorded_us = centre.now_us
    assert [one.fate for one in centre.told(second, late())] == [Fate.POSSIBLE_DOUBLE]


WRONG = {
    "no month": ("2026-13", "is no month"),
    "this month": (NOVEMBER, "is not over"),
    "a month to come": ("2027-01", "is not over"),
    "closed": (OCTOBER, "closed already"),
}


@pytest.mark.parametrize(("month", "why"), WRONG.values(), ids=WRONG.keys())
def test_a_closing_that_makes_no_sense_is_refused(
    centre: PlayedCentre, month: str, why: str
) -> None:
    close(centre)
    with pytest.raises(ValueError, match=why):
        close(centre, month)


def test_only_what_is_closed_is_opened_and_somebody_says_so(centre: PlayedCentre) -> None:
    with pytest.raises(ValueError, match="not closed"):
        reopen(centre)
    with pytest.raises(ValueError, match="who decided it"):
        closed_months.close_month(centre.database, OCTOBER, "", "why", centre.now_us)

"""The page of custody: shifts closed with short and excess, what moved, what no slip took to the bank."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.billing_server.centres import A, B
from tests.billing_server.players import DAY, cash, paid_by, reversal
from tests.billing_server.test_store_custody import TOLD

if TYPE_CHECKING:
    from tests.billing_server.console.visitors import HeadOffice


@pytest.fixture
def told(head_office: HeadOffice) -> HeadOffice:
    """One counter's day, and a payment of another."""
    centre = head_office.centre
    centre.told(centre.counter("C07"), paid_by(A, cash(60_00)), *TOLD)
    centre.told(centre.counter("C08"), paid_by(B, cash(70_00)))
    return head_office


def test_a_day_shows_what_was_closed_moved_and_left(told: HeadOffice) -> None:
    page = told.visitor("viewer").get(f"/custody?day={DAY}").text
    for word in ("− ₹\u00a010.00", "closed by anil", "a note was missing", "Bank slip", "UTR9",
                 "7AB 112233", "₹\u00a0490.00", "₹\u00a070.00"):  # fmt: skip
        assert word in page, word


def test_one_counter_is_shown_alone_and_another_day_is_empty(told: HeadOffice) -> None:
    visitor = told.visitor("viewer")
    page = visitor.get(f"/custody?day={DAY}&counter=C08").text
    assert "closed by anil" not in page
    assert "₹\u00a070.00" in page
    page = visitor.get("/custody?day=2026-11-17").text
    assert "No counter has told of a shift closed on this day." in page
    assert visitor.get("/custody?day=nonsense").status == 200


def test_what_a_reversal_held_is_listed_and_found_under_its_own_name(
    head_office: HeadOffice,
) -> None:
    centre = head_office.centre
    paid = paid_by(A, cash(60_00))
    centre.told(centre.counter("C07"), paid, reversal(paid, right_account=B))
    visitor = head_office.visitor("accountant")
    assert "Held after a reversal" in visitor.get("/suspense?fate=HELD").text
    assert f'value="{B}"' in visitor.get("/suspense/C07/1/2").text
    done = visitor.post("/suspense/C07/1/2", account_no=B, reason="the payer's bill")
    assert f"Booked to account {B}." in visitor.follow(done).text

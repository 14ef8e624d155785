"""The lists beside the bills, as counters are told them: barred cheques and old numbers, on both databases."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import msgspec
import pytest

from billing_server.store import account_map, audit, barred
from billing_server.store.barred import Bar
from counter_app.wire.canonical import canonical_bytes
from counter_app.wire.lists import ChequeBarTold, RenumberedTold
from tests.billing_server.centres import EACH_KIND, A, B, centre_with_two_consumers

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from counter_app.wire.exchange import Changes
    from tests.billing_server.centres import PlayedCentre

FIRST, LAST = date(2026, 11, 1), date(2027, 4, 30)


@pytest.fixture(params=EACH_KIND)
def centre(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[PlayedCentre]:
    yield from centre_with_two_consumers(request.param, tmp_path)


def bar(centre: PlayedCentre, *bars: Bar) -> int:
    return barred.bar_cheques(centre.database, bars, "accountant", centre.now_us)


def lists(page: Changes) -> tuple[tuple[ChequeBarTold, ...], tuple[RenumberedTold, ...]]:
    return page.barred or (), page.renumbered or ()


def test_a_bar_is_told_once_to_whoever_has_not_got_it(centre: PlayedCentre) -> None:
    cursor = centre.cursor()
    assert bar(centre, Bar(A, FIRST, LAST, "came back twice"), Bar(B, FIRST, None, "no funds")) == 2
    (page,) = centre.pull("C07", cursor)
    assert lists(page)[0] == (
        ChequeBarTold(A, "2026-11-01", "2027-04-30", "came back twice", False),
        ChequeBarTold(B, "2026-11-01", "", "no funds", False),
    )
    assert lists(centre.pull("C07", page.next_cursor)[-1]) == ((), ())
    assert lists(centre.pull("C08")[-1])[0] == lists(page)[0]


def test_a_lifted_bar_is_told_and_stands_on_the_list_no_more(centre: PlayedCentre) -> None:
    bar(centre, Bar(A, FIRST, LAST, "came back twice"), Bar(B, FIRST, None, "no funds"))
    cursor = centre.cursor()
    barred.lift_bar(centre.database, A, "accountant", "paid in full", centre.now_us)
    (told,) = lists(centre.pull("C07", cursor)[-1])[0]
    assert told == ChequeBarTold(A, "2026-11-01", "2027-04-30", "paid in full", True)
    assert [one.account_no for one in centre.database.read(barred.bars_set)] == [B]
    history = centre.database.read(lambda c: barred.bars_of(c, A))
    assert [(one.number, one.is_lifted, one.by) for one in history] == [
        (2, True, "accountant"),
        (1, False, "accountant"),
    ]
    with pytest.raises(ValueError, match="not barred"):
        barred.lift_bar(centre.database, A, "accountant", "again", centre.now_us)
    assert {one.what for one in centre.database.read(audit.acts)} == {
        f"barred the cheques of {A} from 2026-11-01 to 2027-04-30",
        f"barred the cheques of {B} from 2026-11-01",
        f"took the cheques of {A} again",
    }


WRONG = {
    "a stranger": (Bar("123", FIRST, None, "why"), "nobody has the account 123"),
    "no reason": (Bar(A, FIRST, None, " "), "who decided it"),
    "days": (Bar(A, LAST, FIRST, "why"), "before the first one"),
}


@pytest.mark.parametrize(("wrong", "why"), WRONG.values(), ids=WRONG.keys())
def test_a_list_with_a_wrong_line_bars_nobody(centre: PlayedCentre, wrong: Bar, why: str) -> None:
    cursor = centre.cursor()
    with pytest.raises(ValueError, match=why):
        bar(centre, Bar(B, FIRST, None, "no funds"), wrong)
    assert (centre.cursor(), centre.database.read(barred.bars_set)) == (cursor, ())


def test_old_numbers_are_told_as_they_were_mapped(centre: PlayedCentre) -> None:
    cursor = centre.cursor()
    account_map.map_accounts(centre.database, {"9": A, "8": "9"}, "clerk", centre.now_us)
    (page,) = centre.pull("C07", cursor)
    assert lists(page)[1] == (RenumberedTold("8", "9"), RenumberedTold("9", A))
    account_map.map_accounts(centre.database, {"9": B}, "clerk", centre.now_us)
    assert lists(centre.pull("C07", page.next_cursor)[-1])[1] == (RenumberedTold("9", B),)


def test_long_lists_come_in_pages_with_the_mark_on_the_last(centre: PlayedCentre) -> None:
    centre.settings = type(centre.settings)(page_consumers=3)
    pairs = {f"{number:04d}": A for number in range(7)}
    account_map.map_accounts(centre.database, pairs, "clerk", centre.now_us)
    bar(centre, Bar(A, FIRST, None, "no funds"), Bar(B, FIRST, None, "no funds"))
    pages = centre.pull("C07")
    sizes = [sum(map(len, lists(page))) for page in pages]
    assert max(sizes) <= 3
    assert [one.old_account_no for page in pages for one in lists(page)[1]] == sorted(pairs)
    assert [one.account_no for page in pages for one in lists(page)[0]] == [A, B]
    assert sorted(one.account_no for page in pages for one in page.consumers) == [A, B]
    assert [page.mark is not None for page in pages] == [False] * (len(pages) - 1) + [True]


def test_a_page_without_lists_says_nothing_of_them(centre: PlayedCentre) -> None:
    page = centre.pull("C07")[-1]
    names = set(msgspec.json.decode(canonical_bytes(page)))
    assert names == {
        "since", "next_cursor", "consumers", "bills", "removed", "roster", "mark", "policy",
        "counter_id",
    }  # fmt: skip

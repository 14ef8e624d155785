"""Whatever the order of pulls, the encrypted snapshot is the one in memory."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from counter_app.domain.identity import AccountNo
from counter_app.domain.money import Money
from local_db.bill_book import open_bills
from tests.agreements.bills_at_hand import KEY, Snapshot, a_page, pull
from tests.builders import a_bill, a_consumer
from tests.fakes.bills import FakeBills

if TYPE_CHECKING:
    from counter_app.domain.bill import Bill
    from counter_app.domain.consumer import Consumer
    from counter_app.wire.exchange import Changes

ACCOUNTS = [AccountNo(f"741200000{number}") for number in range(5)]
NAMES = {"ALPHA": "अमित", "BRAVO": "बबीता", "CHARLIE": "चरण"}
MORE_THAN_ALL = 50
QUESTIONS = [*NAMES, *NAMES.values(), *ACCOUNTS, "74120", "m7", "m70", "b74", "B7412000001", "98"]

bill_of_account = st.tuples(st.integers(0, 2), st.integers(-9, 9))
consumer_told_anew = st.tuples(
    st.sampled_from(ACCOUNTS), st.sampled_from(sorted(NAMES)), st.lists(bill_of_account, max_size=3)
)
page = st.tuples(
    st.lists(consumer_told_anew, max_size=4), st.lists(st.sampled_from(ACCOUNTS), max_size=2)
)
one_pull = st.tuples(st.lists(page, min_size=1, max_size=3), st.booleans(), st.booleans())
PULLS = st.lists(one_pull, min_size=1, max_size=5)
Told = tuple[AccountNo, str, list[tuple[int, int]]]
Page = tuple[list[Told], list[AccountNo]]


@settings(max_examples=60)
@given(PULLS)
def test_after_any_pulls_both_snapshots_tell_the_same(
    pulls: list[tuple[list[Page], bool, bool]],
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        fake, real = FakeBills(), open_bills(Path(folder), KEY)
        try:
            for cursor, (pages, is_finished, is_opened_again) in enumerate(pulls, start=1):
                told = changes(pages, cursor)
                if is_finished:
                    pull(fake, *told)
                    pull(real, *told)
                else:
                    with real.pulling() as begun:
                        for each in told:
                            begun.take(each)
                if is_opened_again:
                    real.close()
                    real = open_bills(Path(folder), KEY)
                assert all_of(real) == all_of(fake)
        finally:
            real.close()


def changes(pages: list[Page], cursor: int) -> list[Changes]:
    """The pages of one pull; the last one carries the mark."""
    told = []
    for consumers, removed in pages:
        people: list[Consumer] = []
        bills: list[Bill] = []
        for account_no, name, own in consumers:
            people.append(a_consumer_named(account_no, name))
            bills = [bill for bill in bills if bill.account_no != account_no]
            bills += [a_small_bill(account_no, number, paise) for number, paise in own]
        told.append(a_page(*people, bills=tuple(bills), removed=tuple(removed)))
    mark = a_page(cursor=cursor).mark
    return [*told[:-1], msgspec.structs.replace(told[-1], mark=mark)]


def a_consumer_named(account_no: AccountNo, name: str) -> Consumer:
    return a_consumer(
        account_no,
        name_en=name,
        name_hi=NAMES[name],
        legacy_account_no="",
        meter_no=f"M7{account_no[-1]}",
        mobile="",
    )


def a_small_bill(account_no: AccountNo, number: int, paise: int) -> Bill:
    return a_bill(Money(paise), bill_no=f"B{account_no}{number}", account_no=account_no)


def all_of(bills: Snapshot) -> object:
    """Everything a snapshot can be asked."""
    mark = bills.mark()
    if not mark.cursor:
        return mark, bills.version()
    accounts = [bills.account(account_no) for account_no in ACCOUNTS]
    hits = [sorted(map(repr, bills.find(text, MORE_THAN_ALL))) for text in QUESTIONS]
    return mark, accounts, hits

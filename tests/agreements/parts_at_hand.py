"""Snapshots in parts for the agreement suites: made of consumers and bills, and put on a shelf."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol

from counter_app.use_cases.ports import BillsAsTold
from counter_app.use_cases.snapshot_ports import PartShelf, SnapshotStore
from local_db.bill_book import open_bills
from tests.agreements.bills_at_hand import KEY
from tests.fakes.bills import FakeBills
from tests.fakes.told import bill_told, consumer_told

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from counter_app.domain.bill import Bill
    from counter_app.domain.consumer import Consumer
    from tests.fakes.snapshots import Accounts

BUILDER = (sys.executable, "-m", "counter_app", "--build-bills")


class Store(BillsAsTold, SnapshotStore, Protocol):
    """Both ports in one, as every store is."""


@contextmanager
def fake_store(_folder: Path) -> Iterator[tuple[Store, PartShelf]]:
    bills = FakeBills()
    yield bills, bills.shelf


@contextmanager
def store_that_builds_here(
    folder: Path, builder: Sequence[str] = ()
) -> Iterator[tuple[Store, PartShelf]]:
    bills = open_bills(folder / "bills", KEY, builder)
    try:
        yield bills, bills.parts
    finally:
        bills.close()


@contextmanager
def store_that_builds_aside(folder: Path) -> Iterator[tuple[Store, PartShelf]]:
    with store_that_builds_here(folder, BUILDER) as opened:
        yield opened


STORES = {
    "aside": store_that_builds_aside,
    "fake": fake_store,
    "here": store_that_builds_here,
}


def accounts(*told: tuple[Consumer, tuple[Bill, ...]]) -> Accounts:
    return {
        consumer.account_no: (consumer_told(consumer), tuple(map(bill_told, bills)))
        for consumer, bills in told
    }

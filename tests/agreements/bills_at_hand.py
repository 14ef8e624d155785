"""The snapshots of bills that must agree, the fake in memory and the encrypted file, and pulls for both."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

from msgspec import UNSET

from counter_app.domain.consumer import Connection, ConsumerFlag
from counter_app.domain.identity import IST
from counter_app.use_cases.ports import BillsAsTold, BillStore
from counter_app.wire.exchange import Changes, MarkTold, Refused, SeenThrough
from counter_app.wire.messages import microseconds
from local_db.bill_book import open_bills
from tests.builders import a_consumer
from tests.fakes.bills import FakeBills
from tests.fakes.told import bill_told, consumer_told

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from counter_app.domain.bill import Bill
    from counter_app.domain.consumer import Consumer
    from counter_app.wire.lists import ChequeBarTold, RenumberedTold

KEY = bytes(range(32))
AS_ON = datetime(2026, 11, 22, 21, 0, tzinfo=IST)
OTHER_NO = "7412009999"
MANY = 10


class Snapshot(BillsAsTold, BillStore, Protocol):
    """Both ports in one, as both things are."""


@contextmanager
def fake_bills(folder: Path) -> Iterator[Snapshot]:
    yield FakeBills()


@contextmanager
def real_bills(folder: Path) -> Iterator[Snapshot]:
    bills = open_bills(folder / "bills", KEY)
    try:
        yield bills
    finally:
        bills.close()


SNAPSHOTS = {"fake": fake_bills, "real": real_bills}


def another() -> Consumer:
    return a_consumer(
        OTHER_NO,
        name_en="SALIM ANSARI",
        name_hi="सलीम अंसारी",
        legacy_account_no="",
        meter_no="G1100042",
        mobile="",
        connection=Connection.PREPAID,
        flags=frozenset({ConsumerFlag.LIFELINE, ConsumerFlag.CHEQUE_BARRED}),
    )


def a_page(
    *consumers: Consumer,
    bills: tuple[Bill, ...] = (),
    removed: tuple[str, ...] = (),
    cursor: int = 0,
    seen: tuple[SeenThrough, ...] = (),
    refused: tuple[Refused, ...] = (),
    barred: tuple[ChequeBarTold, ...] = (),
    renumbered: tuple[RenumberedTold, ...] = (),
) -> Changes:
    """A page; the last one of its pull when it has a cursor."""
    mark = MarkTold(cursor, microseconds(AS_ON), seen, refused) if cursor else None
    return Changes(
        since=0,
        next_cursor=cursor or 1,
        consumers=tuple(map(consumer_told, consumers)),
        bills=tuple(map(bill_told, bills)),
        removed=removed,
        mark=mark,
        barred=barred or UNSET,
        renumbered=renumbered or UNSET,
    )


def pull(bills: Snapshot, *pages: Changes) -> None:
    with bills.pulling() as begun:
        for page in pages[:-1]:
            begun.take(page)
        begun.finish(pages[-1])


def found(bills: Snapshot, text: str) -> list[tuple[str, str, bool]]:
    return [(one.account_no, one.matched, one.is_exact) for one in bills.find(text, MANY)]

"""Pulls into the snapshot's files: what a cut leaves, what a wrong file is worth, who sees what and when."""

from __future__ import annotations

import shutil
import threading
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest
from sqlcipher3 import dbapi2

from counter_app.domain.errors import Fault, FaultCode
from counter_app.domain.identity import AccountNo
from counter_app.domain.money import Money
from counter_app.wire.exchange import Changes
from local_db import bill_pen
from local_db.bill_book import BillSnapshot, open_bills
from local_db.bill_files import PAGE_BYTES, BillFiles
from tests.agreements.bills_at_hand import KEY, MANY, a_page, another, found, pull
from tests.builders import ACCOUNT_NO, BILL_NO, a_bill, a_consumer

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ACCOUNTS = [AccountNo(f"74120000{number:02d}") for number in range(40)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "bills"


@pytest.fixture
def bills(folder: Path) -> Iterator[BillSnapshot]:
    """A snapshot of one consumer, cursor 5."""
    opened = open_bills(folder, KEY)
    pull(opened, a_page(a_consumer(), bills=(a_bill(),), cursor=5))
    yield opened
    opened.close()


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir() if path.suffix in {".db", ".part", ".staged"}}


def turn_bits(file: Path, first_page: int) -> None:
    raw = bytearray(file.read_bytes())
    for place in range(first_page * PAGE_BYTES + 3_000, len(raw), PAGE_BYTES):
        raw[place] ^= 1
    file.write_bytes(raw)


def fault_of(bills: BillSnapshot) -> FaultCode:
    with pytest.raises(Fault) as fault:
        bills.account(ACCOUNT_NO)
    return fault.value.code


def everybody(paise: int, cursor: int) -> Changes:
    """All accounts, each with a bill of as many paise as the cursor."""
    return a_page(
        *(a_consumer(account_no) for account_no in ACCOUNTS),
        bills=tuple(
            a_bill(Money(paise), bill_no=f"B{account_no}", account_no=account_no)
            for account_no in ACCOUNTS
        ),
        cursor=cursor,
    )


def test_a_power_cut_in_a_first_pull_leaves_nothing_in_use(folder: Path, tmp_path: Path) -> None:
    bills = open_bills(folder, KEY)
    with bills.pulling() as begun:
        begun.take(a_page(a_consumer()))
        shutil.copytree(folder, tmp_path / "after")
    bills.close()
    after = open_bills(tmp_path / "after", KEY)
    assert fault_of(after) is FaultCode.BILLS_MISSING
    assert names(tmp_path / "after") == set()
    after.close()


def test_a_power_cut_before_the_end_of_a_later_pull_leaves_the_bills_as_they_were(
    bills: BillSnapshot, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_mark = bill_pen.set_mark

    def cut(connection: object, page: Changes) -> None:
        shutil.copytree(folder, tmp_path / "after")
        set_mark(connection, page)

    monkeypatch.setattr(bill_pen, "set_mark", cut)
    with bills.pulling() as begun:
        begun.take(a_page(another()))
        begun.finish(a_page(removed=(ACCOUNT_NO,), cursor=6))
    after = open_bills(tmp_path / "after", KEY)
    assert after.mark().cursor == 5
    assert after.account(ACCOUNT_NO) is not None
    assert found(after, "ansari") == []
    assert names(tmp_path / "after") == {"bills-1.db"}
    after.close()


@pytest.mark.parametrize("step", ["load", "make_indexes", "counted"])
def test_a_first_pull_that_fails_leaves_no_file(
    folder: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    def disk_is_full(*_: object) -> None:
        error = dbapi2.OperationalError("full")
        error.sqlite_errorcode = dbapi2.SQLITE_FULL
        raise error

    bills = open_bills(folder, KEY)
    with monkeypatch.context() as broken:
        broken.setattr(bill_pen, step, disk_is_full)
        with pytest.raises(Fault) as fault:
            pull(bills, a_page(a_consumer(), cursor=5))
    assert fault.value.code is FaultCode.DISK_FULL
    assert names(folder) == set()
    pull(bills, a_page(a_consumer(), cursor=5))
    assert bills.account(ACCOUNT_NO) is not None
    bills.close()


def test_a_file_that_does_not_hold_what_was_taken_is_not_used(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bills = open_bills(folder, KEY)
    monkeypatch.setattr(bill_pen, "counted", lambda _: (1, 0, 1))
    with pytest.raises(Fault) as fault:
        pull(bills, a_page(a_consumer(), bills=(a_bill(),), cursor=5))
    assert fault.value.code is FaultCode.BILLS_DAMAGED
    assert fault_of(bills) is FaultCode.BILLS_MISSING
    assert names(folder) == set()
    bills.close()


def test_a_build_is_checked_as_it_lies_on_the_disk(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    built = BillFiles.built

    def built_badly(files: BillFiles, number: int) -> object:
        turn_bits(files.part(number), 1)
        return built(files, number)

    monkeypatch.setattr(BillFiles, "built", built_badly)
    bills = open_bills(folder, KEY)
    with pytest.raises(Fault) as fault:
        pull(bills, a_page(a_consumer(), cursor=5))
    assert fault.value.code is FaultCode.BILLS_DAMAGED
    assert names(folder) == set()
    bills.close()


def test_consumers_told_again_on_later_pages_of_a_first_pull_are_counted_once(
    folder: Path,
) -> None:
    bills = open_bills(folder, KEY)
    pages = (
        a_page(a_consumer(), a_consumer("1", name_en="OLD"), bills=(a_bill(),)),
        a_page(another(), a_consumer("1", name_en="NEW"), a_consumer(), bills=(a_bill(Money(7)),)),
        a_page(a_consumer("2"), removed=("1", "3"), cursor=5),
    )
    pull(bills, *pages)
    account = bills.account(ACCOUNT_NO)
    assert account is not None
    assert account[1] == (a_bill(Money(7)),)
    assert {one.account_no for one in bills.find("7412", MANY)} == {
        ACCOUNT_NO,
        another().account_no,
    }
    assert (found(bills, "old"), found(bills, "new")) == ([], [])
    bills.close()


def test_a_damaged_newest_file_falls_back_on_the_one_before(
    bills: BillSnapshot, folder: Path
) -> None:
    bills.close()
    (folder / "bills-2.db").write_bytes(b"torn" * PAGE_BYTES)
    again = open_bills(folder, KEY)
    assert again.version() == "1.5"
    again.close()


def test_a_file_that_does_not_open_is_damaged_not_missing(
    bills: BillSnapshot, folder: Path
) -> None:
    bills.close()
    turn_bits(folder / "bills-1.db", 0)
    again = open_bills(folder, KEY)
    assert fault_of(again) is FaultCode.BILLS_DAMAGED
    assert again.version() == ""
    again.close()


def test_one_damaged_page_brings_all_bills_anew(bills: BillSnapshot, folder: Path) -> None:
    bills.close()
    connection = BillFiles(folder, KEY).reader(1)
    (page,) = connection.execute(
        "SELECT rootpage FROM sqlite_schema WHERE name = 'consumer'"
    ).fetchone()
    connection.close()
    raw = bytearray((folder / "bills-1.db").read_bytes())
    raw[page * PAGE_BYTES - 1_000] ^= 1
    (folder / "bills-1.db").write_bytes(raw)
    again = open_bills(folder, KEY)
    assert again.mark().cursor == 5
    assert fault_of(again) is FaultCode.BILLS_DAMAGED
    assert again.mark().cursor == 0
    assert again.version() == "1.5"
    pull(again, a_page(a_consumer(), cursor=6))
    assert (again.mark().cursor, again.version()) == (6, "2.6")
    again.close()


def test_a_pull_of_changes_alone_is_no_first_pull(folder: Path) -> None:
    """Bills found damaged between the asking and the answer: a city must not become a handful."""
    bills = open_bills(folder, KEY)
    page = a_page(a_consumer(), cursor=9)
    with pytest.raises(Fault) as fault:
        pull(bills, Changes(8, 9, page.consumers, (), (), mark=page.mark))
    assert fault.value.code is FaultCode.BILLS_DAMAGED
    assert fault_of(bills) is FaultCode.BILLS_MISSING
    bills.close()


def test_every_lane_sees_a_new_file_at_its_next_question(bills: BillSnapshot, folder: Path) -> None:
    with ThreadPoolExecutor(1) as ledger_lane, ThreadPoolExecutor(1) as lookup_lane:
        assert ledger_lane.submit(bills.version).result() == "1.5"
        assert lookup_lane.submit(bills.find, BILL_NO, MANY).result()
        turn_bits(folder / "bills-1.db", 1)
        assert fault_of(bills) is FaultCode.BILLS_DAMAGED
        assert bills.mark().cursor == 0
        pull(bills, a_page(a_consumer(name_en="RAM LAL"), cursor=6))
        assert ledger_lane.submit(bills.version).result() == "2.6"
        (candidate,) = lookup_lane.submit(bills.find, "ram lal", MANY).result()
        assert candidate.name_en == "RAM LAL"
    assert names(folder) == {"bills-2.db"}


def test_lanes_go_on_reading_whole_accounts_while_pulls_are_written(folder: Path) -> None:
    bills = open_bills(folder, KEY)
    pull(bills, everybody(1, 1))
    stop, torn = threading.Event(), []

    def read(first: int) -> int:
        asked = 0
        while not stop.is_set():
            account = bills.account(ACCOUNTS[(first + asked) % len(ACCOUNTS)])
            hits = bills.find("ram prasad", MANY)
            assert account is not None
            if account[1][0].payable_by_due.paise != account[2].cursor or len(hits) != MANY:
                torn.append(account)
            asked += 1
        return asked

    with ThreadPoolExecutor(3) as lanes:
        readers = [lanes.submit(read, first) for first in (0, 13, 26)]
        try:
            for cursor in range(2, 20):
                pull(bills, everybody(cursor, cursor))
        finally:
            stop.set()
        assert all(reader.result() for reader in readers)
    assert not torn
    bills.close()


def test_two_pulls_take_turns(bills: BillSnapshot) -> None:
    def later() -> None:
        pull(bills, a_page(another(), cursor=7))

    with ThreadPoolExecutor(1) as lane:
        with bills.pulling() as begun:
            waiting = lane.submit(later)
            begun.take(a_page(a_consumer("1")))
            begun.finish(a_page(a_consumer("2"), cursor=6))
        waiting.result()
    assert bills.mark().cursor == 7
    for account_no in ("1", "2", another().account_no):
        assert bills.account(AccountNo(account_no)) is not None


def test_readers_cannot_write(bills: BillSnapshot, folder: Path) -> None:
    reader = BillFiles(folder, KEY).reader(1)
    with pytest.raises(dbapi2.OperationalError, match="readonly"):
        reader.execute("DELETE FROM bill")
    reader.close()


def test_a_later_pull_leaves_no_large_log(bills: BillSnapshot, folder: Path) -> None:
    pull(bills, everybody(1, 6))
    assert (folder / "bills-1.db-wal").stat().st_size == 0

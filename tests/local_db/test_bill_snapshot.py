"""The snapshot's files: pulls that are cut off, files that are damaged, readers that go on meanwhile."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest
from sqlcipher3 import dbapi2

from counter_app.domain.bill import NOTHING_SEEN
from counter_app.domain.errors import Fault, FaultCode
from counter_app.domain.identity import AccountNo
from counter_app.domain.money import Money
from counter_app.wire.exchange import ConsumerTold
from local_db.bill_book import BillSnapshot, open_bills
from local_db.bill_files import BillFiles, bills_faults
from local_db.bill_rows import FORM
from tests.agreements.bills_at_hand import a_page, another, found, pull
from tests.builders import ACCOUNT_NO, a_bill, a_consumer

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from counter_app.domain.bill import Bill

KEY = bytes(range(32))


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


def test_a_snapshot_is_there_after_opening_again(bills: BillSnapshot, folder: Path) -> None:
    version = bills.version()
    bills.close()
    again = open_bills(folder, KEY)
    assert (again.mark().cursor, again.version()) == (5, version)
    assert again.account(ACCOUNT_NO) is not None
    again.close()


def test_nothing_readable_is_in_the_file(bills: BillSnapshot, folder: Path) -> None:
    bills.close()
    raw = (folder / "bills-1.db").read_bytes()
    assert b"SHUKLA" not in raw
    assert ACCOUNT_NO.encode() not in raw


def test_a_wrong_key_means_no_bills_until_the_next_pull(bills: BillSnapshot, folder: Path) -> None:
    bills.close()
    other = open_bills(folder, bytes(32))
    assert other.mark() == NOTHING_SEEN
    pull(other, a_page(another(), cursor=9))
    assert other.mark().cursor == 9
    other.close()


def test_a_damaged_snapshot_is_pulled_anew(bills: BillSnapshot, folder: Path) -> None:
    bills.close()
    file = folder / "bills-1.db"
    raw = bytearray(file.read_bytes())
    for place in range(3_000, len(raw), 4_096):
        raw[place] ^= 1
    file.write_bytes(raw)
    again = open_bills(folder, KEY)
    assert again.mark() == NOTHING_SEEN
    pull(again, a_page(a_consumer(), cursor=6))
    assert again.account(ACCOUNT_NO) is not None
    again.close()
    open_bills(folder, KEY).close()
    assert names(folder) == {"bills-2.db"}


def test_damage_found_while_reading_is_a_fault_and_brings_all_bills_anew(
    bills: BillSnapshot, folder: Path
) -> None:
    bills.close()
    file = folder / "bills-1.db"
    raw = bytearray(file.read_bytes())
    for place in range(8_192 + 3_000, len(raw), 4_096):
        raw[place] ^= 1
    file.write_bytes(raw)
    again = open_bills(folder, KEY)
    with pytest.raises(Fault) as fault:
        again.account(ACCOUNT_NO)
    assert fault.value.code is FaultCode.BILLS_DAMAGED
    assert again.mark() == NOTHING_SEEN
    assert again.version() == ""
    pull(again, a_page(a_consumer(), cursor=6))
    assert again.account(ACCOUNT_NO) is not None
    again.close()


@pytest.mark.parametrize("form", [FORM - 1, FORM + 1])
def test_a_file_of_another_form_is_not_used_and_not_removed_until_the_bills_are_pulled_anew(
    bills: BillSnapshot, folder: Path, form: int
) -> None:
    bills.close()
    connection = BillFiles(folder, KEY).writer(1)
    connection.execute(f"PRAGMA user_version = {form}")
    connection.close()
    again = open_bills(folder, KEY)
    assert again.mark() == NOTHING_SEEN
    assert names(folder) == {"bills-1.db"}
    with pytest.raises(Fault) as fault:
        again.find("shukla", 10)
    assert fault.value.code is FaultCode.BILLS_MISSING
    pull(again, a_page(a_consumer(), cursor=6))
    assert [account_no for account_no, _, _ in found(again, "shukla")] == [ACCOUNT_NO]
    assert names(folder) == {"bills-2.db"}
    again.close()


def test_what_a_cut_off_pull_left_is_removed_at_the_next_start(
    bills: BillSnapshot, folder: Path
) -> None:
    bills.close()
    for name in ("bills-2.part", "bills-2.staged", "bills-0.db", "bills-0.db-wal"):
        (folder / name).write_bytes(b"half")
    (folder / "notes.txt").write_text("not ours", encoding="utf-8")
    open_bills(folder, KEY).close()
    assert {path.name for path in folder.iterdir()} == {"bills-1.db", "notes.txt"}


def test_a_first_pull_that_is_cut_off_leaves_no_file(folder: Path) -> None:
    bills = open_bills(folder, KEY)
    with bills.pulling() as begun:
        begun.take(a_page(a_consumer()))
        assert names(folder) == {"bills-1.part"}
    assert names(folder) == set()
    bills.close()


def test_staged_pages_are_encrypted_and_removed(bills: BillSnapshot, folder: Path) -> None:
    with bills.pulling() as begun:
        begun.take(a_page(another()))
        assert names(folder) == {"bills-1.db", "bills-2.staged"}
        assert b"ANSARI" not in (folder / "bills-2.staged").read_bytes()
        begun.finish(a_page(cursor=6))
    assert names(folder) == {"bills-1.db"}


def test_a_reader_in_another_thread_sees_the_new_file(folder: Path) -> None:
    bills = open_bills(folder, KEY)
    pull(bills, a_page(a_consumer(), cursor=5))
    turn, answered = threading.Semaphore(0), threading.Semaphore(0)
    seen: list[int] = []

    def read() -> None:
        for _ in range(3):
            turn.acquire()
            seen.append(bills.mark().cursor)
            answered.release()

    reader = threading.Thread(target=read, daemon=True)
    reader.start()
    for cursor in (5, 6, 7):
        if cursor == 7:
            bills._number = 0  # noqa: SLF001 - as if the file had been lost
        if cursor != 5:
            pull(bills, a_page(a_consumer(), cursor=cursor))
        turn.release()
        answered.acquire()
    reader.join()
    assert seen == [5, 6, 7]
    assert bills.version() == "2.7"
    bills.close()


def test_one_moment_is_read_while_a_pull_ends(bills: BillSnapshot) -> None:
    """An account's bills and mark belong together whatever a pull does between the reads."""
    stop = threading.Event()
    wrong: list[str] = []

    def read() -> None:
        while not stop.is_set():
            account = bills.account(ACCOUNT_NO)
            assert account is not None
            told, mark = account[1], account[2]
            if told[0].received.paise != mark.cursor % 5:
                wrong.append(f"{told[0].received} with {mark.cursor}")

    pull(bills, a_page(a_consumer(), bills=(received(10),), cursor=10))
    reader = threading.Thread(target=read)
    reader.start()
    try:
        for cursor in range(11, 40):
            pull(bills, a_page(a_consumer(), bills=(received(cursor),), cursor=cursor))
    finally:
        stop.set()
        reader.join()
    assert not wrong


def received(cursor: int) -> Bill:
    return a_bill(received=Money(cursor % 5))


@pytest.mark.parametrize(
    ("told", "typed"),
    [
        (("LAXMI DEVI", "लक्ष्मी देवी"), "lakshmi"),
        (("LAXMI DEVI", ""), "लक्ष्मी"),
        (("", "लक्ष्मी देवी"), "laxmi devi"),
        (("MOHD SALIM", ""), "mohammad sal"),
        (("SHRIVASTAVA RAMESH", ""), "ramesh srivastav"),
        (("", "द्विवेदी"), "dwived"),
    ],
)
def test_a_name_is_found_in_either_script_and_any_usual_spelling(
    folder: Path, told: tuple[str, str], typed: str
) -> None:
    bills = open_bills(folder, KEY)
    meant = a_consumer("1", name_en=told[0], name_hi=told[1])
    pull(bills, a_page(another(), meant, cursor=1))
    assert [account_no for account_no, _, _ in found(bills, typed)] == ["1"]
    bills.close()


def test_the_nearest_spelling_stands_first(folder: Path) -> None:
    bills = open_bills(folder, KEY)
    spelt = ("SHYAMA GUPTA", "SHYAM GUPTA", "SHYAM LAL GUPTA")
    people = [a_consumer(str(n), name_en=name, name_hi="") for n, name in enumerate(spelt)]
    pull(bills, a_page(*people, cursor=1))
    first, *_ = bills.find("shyam gupta", 10)
    assert (first.name_en, first.is_exact) == ("SHYAM GUPTA", True)
    bills.close()


def test_a_bill_that_is_told_wrongly_is_damage(folder: Path) -> None:
    bills = open_bills(folder, KEY)
    page = a_page(a_consumer(), cursor=1)
    fields = [getattr(page.consumers[0], name) for name in ConsumerTold.__struct_fields__]
    fields[ConsumerTold.__struct_fields__.index("connection")] = "steam"
    pull(bills, type(page)(0, 1, (ConsumerTold(*fields),), (), (), mark=page.mark))
    with pytest.raises(Fault) as fault:
        bills.account(ACCOUNT_NO)
    assert fault.value.code is FaultCode.BILLS_DAMAGED
    bills.close()


def test_a_pull_that_is_over_takes_no_more(folder: Path) -> None:
    bills = open_bills(folder, KEY)
    with bills.pulling() as begun:
        begun.finish(a_page(a_consumer(), cursor=1))
        with pytest.raises(AssertionError, match="over"):
            begun.take(a_page(another()))
    assert bills.account(AccountNo("7412009999")) is None
    bills.close()


@pytest.mark.parametrize(
    ("code", "meant"),
    [
        (dbapi2.SQLITE_FULL, FaultCode.DISK_FULL),
        (dbapi2.SQLITE_IOERR, FaultCode.BILLS_DAMAGED),
    ],
)
def test_a_failing_disk_is_a_fault(code: int, meant: FaultCode) -> None:
    error = dbapi2.OperationalError("disk")
    error.sqlite_errorcode = code
    with pytest.raises(Fault) as fault, bills_faults():
        raise error
    assert fault.value.code is meant


def test_a_misuse_is_a_bug_and_a_missing_folder_a_fault() -> None:
    with pytest.raises(dbapi2.ProgrammingError), bills_faults():
        raise dbapi2.ProgrammingError("wrong number of binds")
    with pytest.raises(Fault) as fault, bills_faults():
        raise FileNotFoundError
    assert fault.value.code is FaultCode.BILLS_DAMAGED


def test_a_folder_is_not_synced_where_it_cannot_be(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("local_db.bill_files.sys.platform", "win32")
    bills = open_bills(folder, KEY)
    pull(bills, a_page(a_consumer(), cursor=5))
    assert bills.mark().cursor == 5
    bills.close()

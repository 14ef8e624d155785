"""Bills built by a process aside: what it hears and says, and what becomes of it when it fails."""

from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING

import msgspec
import pytest
from sqlcipher3 import dbapi2

from counter_app.__main__ import main
from counter_app.domain.errors import Fault, FaultCode
from counter_app.use_cases.round_watch import unwatched
from counter_app.wire.snapshot import blob_told
from counter_app.workstation.own_program import BUILD_BILLS, builder_command
from local_db import bill_builder, bill_keys, bill_pen
from local_db.bill_book import open_bills
from local_db.bill_files import PAGE_BYTES, BillFiles
from local_db.bill_frames import (
    Answered,
    Done,
    Failed,
    Find,
    Finished,
    Order,
    Page,
    Ready,
    Refused,
    next_answered,
    send,
)
from local_db.bill_parts import PARTS_FILE, KeptParts
from tests.agreements.bills_at_hand import KEY, a_page, another, pull
from tests.agreements.parts_at_hand import accounts
from tests.builders import a_bill, a_consumer
from tests.fakes.snapshots import FakeSnapshots

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from counter_app.wire.snapshot import BlobTold, Manifest
    from local_db.bill_book import BillSnapshot
    from local_db.bill_frames import Said

PAGE = a_page(a_consumer("1"))
LAST_PAGE = a_page(cursor=9)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "bills"


@pytest.fixture
def bills(folder: Path) -> Iterator[BillSnapshot]:
    """A snapshot of one consumer, cursor 5."""
    opened = open_bills(folder, KEY)
    pull(opened, a_page(a_consumer(name_en="OLD"), cursor=5))
    yield opened
    opened.close()


@pytest.fixture
def manifest(bills: BillSnapshot) -> Manifest:
    """Two consumers, their parts on the shelf."""
    centre = FakeSnapshots(in_chunk=1)
    centre.build(accounts((a_consumer(), (a_bill(),)), (another(), ())), 8, 0, None)
    assert centre.manifest is not None
    for told in centre.manifest.chunks:
        bills.parts.add(told, centre.parts[told.sha256])
    return centre.manifest


def order(folder: Path, manifest: Manifest) -> Order:
    return Order(str(folder), KEY, manifest.chunks, manifest.totals, ())


def served(*said: Said) -> tuple[int, list[Answered]]:
    """The builder's exit code and all it answers to this."""
    hears, says = io.BytesIO(), io.BytesIO()
    for one in said:
        send(hears, one)
    hears.seek(0)
    code = bill_builder.serve(hears, says)
    says.seek(0)
    answered = []
    while (answer := next_answered(says)) is not None:
        answered.append(answer)
    return code, answered


def files(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir() if path.suffix in {".db", ".part"}}


def test_a_builder_builds_follows_the_pages_and_finishes(folder: Path, manifest: Manifest) -> None:
    last = Page(LAST_PAGE, is_last=True)
    code, answered = served(order(folder, manifest), Page(PAGE, is_last=False), last)
    assert code == 0
    assert answered == [Done(1), Done(2), Ready(), Ready(), Finished(2)]
    built = open_bills(folder, KEY)
    assert built.mark().cursor == 9
    assert built.account(a_consumer("1").account_no) is not None
    built.close()


def test_a_builder_that_hears_no_more_leaves_nothing(folder: Path, manifest: Manifest) -> None:
    code, answered = served(order(folder, manifest), Page(PAGE, is_last=False))
    assert (code, answered[-1]) == (1, Ready())
    assert files(folder) == {"bills-1.db", PARTS_FILE}


def test_a_builder_without_an_order_does_nothing(folder: Path) -> None:
    assert served() == (1, [])
    assert served(Page(PAGE, is_last=True)) == (1, [])
    assert not folder.exists()


def test_a_builder_refuses_parts_that_are_not_the_snapshot(
    folder: Path, manifest: Manifest, bills: BillSnapshot
) -> None:
    bills.parts.forget(manifest.chunks[1])
    code, (first, second) = served(order(folder, manifest))
    assert (code, first) == (1, Done(1))
    assert isinstance(second, Refused)


def test_a_builder_whose_disk_is_full_says_so(
    folder: Path, manifest: Manifest, monkeypatch: pytest.MonkeyPatch
) -> None:
    def disk_is_full(*_: object) -> None:
        error = dbapi2.OperationalError("full")
        error.sqlite_errorcode = dbapi2.SQLITE_FULL
        raise error

    monkeypatch.setattr(bill_pen, "make_indexes_of_numbers", disk_is_full)
    code, answered = served(order(folder, manifest))
    assert code == 1
    assert answered[-1] == Failed(FaultCode.DISK_FULL, "OperationalError: full")
    assert files(folder) == {"bills-1.db", PARTS_FILE}


def test_a_builder_ends_when_nobody_listens(folder: Path, manifest: Manifest) -> None:
    class HungUp(io.BytesIO):
        def flush(self) -> None:
            raise BrokenPipeError

    hears = io.BytesIO()
    send(hears, order(folder, manifest))
    hears.seek(0)
    assert bill_builder.serve(hears, HungUp()) == 1
    assert files(folder) == {"bills-1.db", PARTS_FILE}


def test_what_is_built_is_looked_at_as_it_lies_on_the_disk(
    folder: Path, manifest: Manifest, monkeypatch: pytest.MonkeyPatch
) -> None:
    built = BillFiles.built

    def built_badly(of: BillFiles, number: int) -> object:
        file = of.part(number)
        raw = bytearray(file.read_bytes())
        for place in range(PAGE_BYTES + 3_000, len(raw), PAGE_BYTES):
            raw[place] ^= 1
        file.write_bytes(raw)
        return built(of, number)

    monkeypatch.setattr(BillFiles, "built", built_badly)
    answer = served(order(folder, manifest))[1][-1]
    assert isinstance(answer, Failed)
    assert answer.code == FaultCode.BILLS_DAMAGED


def test_a_damaged_build_that_can_be_read_is_not_used(
    folder: Path, manifest: Manifest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bill_pen, "is_sound", lambda _: False)
    answer = served(order(folder, manifest))[1][-1]
    assert isinstance(answer, Failed)
    assert answer.code == FaultCode.BILLS_DAMAGED


def finding(folder: Path, manifest: Manifest) -> Find:
    return Find(str(folder), KEY, 2, manifest.chunks)


def test_a_finder_makes_the_keys_in_a_file_of_its_own(folder: Path, manifest: Manifest) -> None:
    assert served(finding(folder, manifest)) == (0, [Ready()])
    place = BillFiles(folder, KEY)
    connection, number = place.builder()
    assert place.found(2).exists()
    bill_pen.make_tables(connection)
    bill_keys.take_over(connection, place.found(2), KEY)
    connection.close()
    built = place.built(number)
    assert built.execute("PRAGMA quick_check").fetchone() == ("ok",)
    assert bill_keys.counted_keys(built) == 2
    bill_keys.add_keys(built, [3], [("SITA RAM", "", "", "")])
    bill_keys.drop_keys(built, [(1,)])
    found = built.execute("SELECT rowid FROM name_index WHERE name_index MATCH 'rm'").fetchall()
    assert found == [(3,)]
    built.close()
    open_bills(folder, KEY).close()
    assert not place.found(2).exists()


def test_a_finder_without_the_parts_says_so(
    folder: Path, manifest: Manifest, bills: BillSnapshot
) -> None:
    bills.parts.forget(manifest.chunks[1])
    code, (answer,) = served(finding(folder, manifest))
    assert code == 1
    assert isinstance(answer, Refused)


@pytest.mark.parametrize(
    "finder",
    [
        (sys.executable, "-c", "pass"),
        (sys.executable, "-c", "import os; os.kill(os.getpid(), 9)"),
        ("/no such program",),
        builder_command(),
    ],
    ids=["ends", "is killed", "is not there", "works"],
)
def test_whatever_becomes_of_the_finder_the_keys_are_made(
    folder: Path, manifest: Manifest, finder: tuple[str, ...]
) -> None:
    asked = msgspec.structs.replace(order(folder, manifest), finder=finder)
    code, answered = served(asked, Page(LAST_PAGE, is_last=True))
    assert (code, answered[-1]) == (0, Finished(2))
    built = open_bills(folder, KEY)
    assert [one.matched for one in built.find("ansari", 5)] == ["name"]
    assert [one.matched for one in built.find("ansarj", 5)] == ["near"]
    built.close()
    assert files(folder) == {"bills-2.db", PARTS_FILE}


def aside(folder: Path, *command: str) -> BillSnapshot:
    return open_bills(folder, KEY, command)


@pytest.mark.parametrize(
    ("program", "says"),
    [
        ("import sys; sys.exit(1)", ""),
        ("import os; os.kill(os.getpid(), 9)", ""),
        ("import sys; sys.stdin.buffer.read(5); raise SystemError('a bug')", "a bug"),
    ],
    ids=["ends", "is killed", "has a bug"],
)
def test_a_process_that_ends_hurts_neither_the_bills_in_use_nor_the_next_load(
    folder: Path, manifest: Manifest, bills: BillSnapshot, program: str, says: str
) -> None:
    bills.close()
    broken = aside(folder, sys.executable, "-c", program)
    with (
        pytest.raises((Fault, RuntimeError), match=says or None) as caught,
        broken.loading(manifest, unwatched),
    ):
        pass
    assert isinstance(caught.value, RuntimeError if says else Fault)
    assert broken.mark().cursor == 5
    broken.close()
    assert files(folder) >= {"bills-1.db", PARTS_FILE}
    whole = open_bills(folder, KEY)
    with whole.loading(manifest, unwatched) as begun:
        begun.finish(LAST_PAGE)
    assert whole.mark().cursor == 9
    whole.close()


def test_where_no_process_can_be_started_the_bills_are_built_here(
    folder: Path, manifest: Manifest, bills: BillSnapshot
) -> None:
    bills.close()
    here = aside(folder, str(folder / "no such program"))
    with here.loading(manifest, unwatched) as begun:
        begun.finish(LAST_PAGE)
    assert here.mark().cursor == 9
    here.close()


def test_the_counter_starts_itself_to_build(monkeypatch: pytest.MonkeyPatch) -> None:
    assert builder_command() == (sys.executable, "-m", "counter_app", BUILD_BILLS)
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert builder_command() == (sys.executable, BUILD_BILLS)
    monkeypatch.setattr(bill_builder, "main", lambda: 7)
    assert main([BUILD_BILLS]) == 7


def test_a_builder_hears_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    class Pipe:
        buffer = io.BytesIO()

    monkeypatch.setattr(sys, "stdin", Pipe())
    monkeypatch.setattr(sys, "stdout", Pipe())
    monkeypatch.setattr("os.nice", lambda _: 0)
    assert bill_builder.main() == 1


A_PART = b"a part of a snapshot"


def kept(folder: Path) -> tuple[KeptParts, BlobTold]:
    folder.mkdir(exist_ok=True)
    return KeptParts(folder, KEY), blob_told(A_PART)


def test_parts_are_kept_over_restarts_and_nobody_else_can_read_them(folder: Path) -> None:
    parts, told = kept(folder)
    parts.add(told, A_PART[:5])
    parts.close()
    again, _ = kept(folder)
    again.add(told, A_PART[5:])
    assert again.body(told) == A_PART
    again.close()
    assert A_PART[5:] not in (folder / PARTS_FILE).read_bytes()
    opened = open_bills(folder, KEY)
    assert opened.parts.held(told) == len(A_PART)
    opened.close()


def test_a_file_of_parts_that_is_no_use_is_begun_anew(folder: Path) -> None:
    folder.mkdir()
    (folder / PARTS_FILE).write_bytes(b"torn" * PAGE_BYTES)
    parts, told = kept(folder)
    assert parts.held(told) == 0
    parts.add(told, A_PART)
    assert parts.body(told) == A_PART
    parts.close()


def test_a_file_of_parts_that_is_damaged_goes(folder: Path) -> None:
    parts, told = kept(folder)
    for _ in range(40):
        parts.add(told, A_PART * 1_000)
    parts.close()
    raw = bytearray((folder / PARTS_FILE).read_bytes())
    for place in range(5 * 8192 + 100, len(raw), 8192):
        raw[place] ^= 1
    (folder / PARTS_FILE).write_bytes(raw)
    with pytest.raises(Fault) as fault:
        parts.body(told)
    assert fault.value.code is FaultCode.BILLS_DAMAGED
    assert parts.held(told) == 0
    parts.close()

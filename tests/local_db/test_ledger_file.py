"""The ledger's file: how it opens, what it says when it does not, and what a failing disk does to it."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from sqlcipher3 import dbapi2

from counter_app.domain.errors import Fault, FaultCode
from local_db import ledger as ledger_module
from local_db.cipher import PAGE_BYTES, keyed_connection
from local_db.engine import APPLICATION_ID, LEAST_SQLITE, open_ledger
from local_db.migrate import NEWEST_VERSION
from tests.local_db.raw import KEY, a_small_ledger, behind_the_books, without_rules

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from local_db.ledger import EncryptedLedger

WRONG_KEY = bytes(32)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "ledger.db"


@pytest.fixture
def ledger(path: Path) -> Iterator[EncryptedLedger]:
    a_small_ledger(path)
    opened = open_ledger(path, KEY)
    yield opened
    opened.close()


def fault_of_opening(path: Path, key: bytes = KEY) -> FaultCode:
    with pytest.raises(Fault) as fault:
        open_ledger(path, key)
    return fault.value.code


# --- opening ----------------------------------------------------------------------------------


def test_a_new_ledger_is_empty_and_encrypted(path: Path) -> None:
    open_ledger(path, KEY).close()
    raw = path.read_bytes()
    assert len(raw) % PAGE_BYTES == 0
    assert b"SQLite format 3" not in raw
    assert b"payment" not in raw


def test_nothing_readable_is_in_the_file(path: Path) -> None:
    a_small_ledger(path)
    raw = path.read_bytes()
    assert b"SHUKLA" not in raw
    assert "शुक्ला".encode() not in raw


def test_the_ledger_stands_on_the_settings_that_survive_power_cuts(path: Path) -> None:
    a_small_ledger(path)
    connection = behind_the_books(path)
    settings = {
        "locking_mode": "exclusive",
        "journal_mode": "wal",
        "synchronous": 3,
        "fullfsync": 1,
        "checkpoint_fullfsync": 1,
        "foreign_keys": 1,
        "recursive_triggers": 1,
        "cell_size_check": 1,
        "trusted_schema": 0,
        "mmap_size": 0,
        "application_id": APPLICATION_ID,
        "user_version": NEWEST_VERSION,
    }
    for name, value in settings.items():
        row = connection.execute(f"PRAGMA {name}").fetchone()
        assert row == (value,), name
    assert not path.with_name("ledger.db-shm").exists()
    connection.close()


def test_the_engine_is_new_enough_for_money() -> None:
    assert dbapi2.sqlite_version_info >= LEAST_SQLITE


def test_an_old_engine_is_refused(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dbapi2, "sqlite_version_info", (3, 40, 1))
    with pytest.raises(RuntimeError, match="too old"):
        open_ledger(path, KEY)


def test_a_key_has_32_bytes(path: Path) -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        open_ledger(path, b"short")


def test_a_wrong_key_is_a_lost_key(path: Path) -> None:
    a_small_ledger(path)
    before = path.read_bytes()
    assert fault_of_opening(path, WRONG_KEY) is FaultCode.LEDGER_KEY_LOST
    assert path.read_bytes() == before


def test_a_damaged_first_page_is_damage_not_a_lost_key(path: Path) -> None:
    a_small_ledger(path)
    raw = bytearray(path.read_bytes())
    raw[1000] ^= 1
    path.write_bytes(raw)
    assert fault_of_opening(path) is FaultCode.LEDGER_DAMAGED
    assert path.read_bytes() == bytes(raw)


def test_another_kind_of_file_is_no_ledger(path: Path) -> None:
    connection = keyed_connection(path, KEY, query="psow=0", busy_seconds=0)
    connection.execute("CREATE TABLE something (a)")
    connection.close()
    assert fault_of_opening(path) is FaultCode.LEDGER_DAMAGED


def test_a_ledger_of_a_newer_program_is_left_alone(path: Path) -> None:
    a_small_ledger(path)
    without_rules(path, f"PRAGMA user_version = {NEWEST_VERSION + 1}")
    assert fault_of_opening(path) is FaultCode.LEDGER_DAMAGED
    connection = behind_the_books(path)
    assert connection.execute("SELECT count(*) FROM payment").fetchone()[0] == 2
    connection.close()


def test_a_folder_that_is_not_there_is_a_fault(tmp_path: Path) -> None:
    assert fault_of_opening(tmp_path / "no" / "ledger.db") is FaultCode.LEDGER_DAMAGED


def test_two_windows_cannot_have_one_ledger(ledger: EncryptedLedger, path: Path) -> None:
    assert fault_of_opening(path) is FaultCode.LEDGER_IN_USE
    assert ledger.check().problem == ""


def test_another_process_cannot_have_it_either(ledger: EncryptedLedger, path: Path) -> None:
    program = (
        "import sys, pathlib\n"
        "from counter_app.domain.errors import Fault\n"
        "from local_db.engine import open_ledger\n"
        "try:\n    open_ledger(pathlib.Path(sys.argv[1]), bytes(range(32)))\n"
        "except Fault as fault:\n    print(fault.code)\n"
    )
    said = subprocess.run(
        [sys.executable, "-c", program, str(path)], capture_output=True, text=True, check=True
    )
    assert said.stdout.strip() == "ledger_in_use"
    assert ledger.check().problem == ""


def test_a_closed_ledger_opens_again(ledger: EncryptedLedger, path: Path) -> None:
    ledger.close()
    ledger.close()
    open_ledger(path, KEY).close()
    with ledger.open_books() as books:
        assert books.messages.head().sequence == 3


def test_a_ledger_whose_upgrade_fails_can_be_opened_later(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise Fault(FaultCode.DISK_FULL)

    with monkeypatch.context() as patched:
        patched.setattr(ledger_module, "bring_up_to_date", fail)
        assert fault_of_opening(path) is FaultCode.DISK_FULL
    open_ledger(path, KEY).close()

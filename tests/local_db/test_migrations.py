"""Old ledgers come to the newest version with everything in them."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy.exc import OperationalError

from counter_app.domain.errors import Fault, FaultCode
from counter_app.domain.identity import ReceiptNo
from counter_app.domain.receipt import PrintOutcome, PrintState
from counter_app.domain.receipt_verdict import Verdict
from counter_app.use_cases.check_receipt import CheckReceipt
from counter_app.use_cases.print_receipt import PrintReceipt
from counter_app.use_cases.telling import Telling
from counter_app.wire.receipt_proof import proof_digits, read_proof
from counter_app.workstation.clock import RisingIds
from local_db import migrate
from local_db.engine import open_ledger
from local_db.rows import TABLES
from tests.builders import NOW, a_card_slip, a_receipt_no
from tests.fakes.clock import FakeClock
from tests.fakes.key_shelf import FakeKeyShelf
from tests.fakes.keys import FakeKeys
from tests.fakes.printer import FakePrinter
from tests.local_db.golden import CONTENT, GOLDEN, PAYMENTS, Content, make_schema
from tests.local_db.raw import KEY, a_small_ledger, behind_the_books
from tests.local_db.year import Scribe

if TYPE_CHECKING:
    from local_db.cipher import Connection

REPOSITORY = Path(__file__).parents[2]


@pytest.fixture(params=GOLDEN)
def version(request: pytest.FixtureRequest) -> int:
    """Each version there was."""
    return int(request.param)


@pytest.fixture
def old(tmp_path: Path, version: int) -> Path:
    """A copy of the golden ledger."""
    return Path(shutil.copy(GOLDEN[version], tmp_path / "ledger.db"))


def everything(connection: Connection) -> dict[str, list[tuple[object, ...]]]:
    tables = [
        name
        for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
        if name != "alembic_version"
    ]
    return {
        name: connection.execute(f"SELECT * FROM {name}").fetchall()  # noqa: S608 - our own names
        for name in tables
    }


def version_of(connection: Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def test_a_golden_ledger_is_of_its_version(old: Path, version: int) -> None:
    connection = behind_the_books(old)
    assert version_of(connection) == version
    assert ("print_attempt" in everything(connection)) == (version > 1)
    assert ("instrument" in everything(connection)) == (version > 2)
    connection.close()


def test_nothing_of_an_old_ledger_is_lost(old: Path) -> None:
    connection = behind_the_books(old)
    before = everything(connection)
    connection.close()
    open_ledger(old, KEY).close()
    connection = behind_the_books(old)
    after = everything(connection)
    assert version_of(connection) == migrate.NEWEST_VERSION
    connection.close()
    for name, rows in before.items():
        assert [new[: len(row)] for row, new in zip(rows, after[name], strict=True)] == rows
    assert len(before["payment"]) == PAYMENTS


def test_an_upgraded_ledger_is_sound_and_goes_on(old: Path, version: int) -> None:
    ledger = open_ledger(old, KEY)
    check, content = ledger.check(), CONTENT[version]
    assert check.problem == ""
    assert (check.payments, check.messages, check.unsent, check.last_receipt_no) == (
        content.payments,
        content.messages,
        content.unsent,
        content.last_receipt_no,
    )
    scribe = Scribe(number=500)
    with ledger.open_books() as books:
        receipt = scribe.receipt(books)
        scribe.enter(books, receipt)
        attempt = books.prints.note_attempt(receipt.payment.receipt_no, 0, NOW)
        books.prints.note_outcome(attempt, PrintOutcome(PrintState.PRINTED), NOW)
        books.commit()
    assert ledger.check().problem == ""
    ledger.close()


def test_an_old_receipt_reads_as_it_was_frozen(old: Path) -> None:
    ledger = open_ledger(old, KEY)
    with ledger.open_books() as books:
        first = books.payments.receipt(a_receipt_no(1))
        last = books.payments.receipt(ReceiptNo.from_text(Content.last_receipt_no))
    ledger.close()
    assert first is not None
    assert last is not None
    assert first.payment.consumer.name_hi == "राम प्रसाद शुक्ला"
    assert (first.payment.taken_at, first.payment.amount.paise) == (NOW, 145_050)
    assert first.bill is not None
    assert first.bill.payable_after_due.paise == 146_850
    assert (first.payment.purpose.code, first.payment.group.size) == ("bill", 1)
    assert last.payment.tenders[0].slip == a_card_slip()  # type: ignore[union-attr] # a card


def test_an_old_receipt_gets_its_first_proof_with_its_next_copy(old: Path) -> None:
    ledger, number = open_ledger(old, KEY), a_receipt_no(1)
    telling = Telling(FakeClock(), RisingIds(), FakeKeys())
    printer = FakePrinter()
    check = CheckReceipt(ledger, FakeKeyShelf())
    with ledger.open_books() as books:
        receipt = books.payments.receipt(number)
        assert receipt is not None
        assert books.proofs.find(number, 0) is None
    for typed in (str(number), receipt.check_code):
        assert check(typed).verdict is Verdict.GENUINE
    outcome = PrintReceipt(ledger, printer, telling)(number)
    with ledger.open_books() as books:
        proof = books.proofs.find(number, outcome.copy_no)
    assert proof is not None
    verdict = check(proof_digits(proof))
    assert verdict.verdict in {Verdict.GENUINE, Verdict.DUPLICATE}
    assert (verdict.is_own, verdict.receipt) == (True, read_proof(proof).says)
    assert read_proof(proof).says.check_code == receipt.check_code
    assert ledger.check().problem == ""
    ledger.close()


def test_the_old_file_is_kept_beside_the_new_one(old: Path, version: int) -> None:
    untouched = behind_the_books(old)
    before = everything(untouched)
    untouched.close()
    open_ledger(old, KEY).close()
    copy = old.with_name(f"ledger.version-{version}.db")
    connection = behind_the_books(copy)
    assert (version_of(connection), everything(connection)) == (version, before)
    connection.close()


def test_an_upgrade_that_fails_leaves_the_old_ledger(
    old: Path, version: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(connection: object, target: str) -> None:
        half = migrate_half(connection)
        raise OperationalError(half, {}, as_driver_says())

    with monkeypatch.context() as patched:
        patched.setattr(migrate, "_run_alembic", fail)
        with pytest.raises(Fault) as fault:
            open_ledger(old, KEY)
    assert fault.value.code is FaultCode.DISK_FULL
    connection = behind_the_books(old)
    assert version_of(connection) == version
    assert "half" not in everything(connection)
    connection.close()
    open_ledger(old, KEY).close()
    assert old.with_name(f"ledger.version-{version}-2.db").exists()


def migrate_half(connection: object) -> str:
    statement = "CREATE TABLE half (a)"
    connection.exec_driver_sql(statement)  # type: ignore[attr-defined] # SQLAlchemy's
    return statement


def as_driver_says() -> Exception:
    from sqlcipher3 import dbapi2

    error: Exception = dbapi2.OperationalError("database or disk is full")
    error.sqlite_errorcode = dbapi2.SQLITE_FULL  # type: ignore[attr-defined] # as the driver does
    return error


def test_a_disk_that_is_full_while_the_copy_is_made_is_a_fault(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise as_driver_says()

    monkeypatch.setattr(migrate, "copy_beside", fail)
    with pytest.raises(Fault) as fault:
        open_ledger(old, KEY)
    assert fault.value.code is FaultCode.DISK_FULL


def test_the_schema_is_what_the_statements_say(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    a_small_ledger(path)
    connection = behind_the_books(path)
    in_file = {
        name: [
            (column[1], column[2]) for column in connection.execute(f"PRAGMA table_info({name})")
        ]
        for name in everything(connection)
    }
    connection.close()
    in_rows = {
        table.name: [(column.name, str(column.type)) for column in table.columns]
        for table in TABLES
    }
    assert in_file == in_rows


def test_the_newest_version_is_the_newest_migration() -> None:
    config = Config()
    config.set_main_option("script_location", str(REPOSITORY / "local_db" / "migrations"))
    config.set_main_option("path_separator", "os")
    heads = ScriptDirectory.from_config(config).get_heads()
    assert heads == [f"{migrate.NEWEST_VERSION:04d}"]


def test_no_migration_was_changed_since(tmp_path: Path, version: int) -> None:
    path = tmp_path / "again.db"
    make_schema(path, version)
    again = behind_the_books(path)
    golden = behind_the_books(Path(shutil.copy(GOLDEN[version], tmp_path)))
    schema = "SELECT type, name, sql FROM sqlite_schema ORDER BY type, name"
    assert again.execute(schema).fetchall() == golden.execute(schema).fetchall()
    again.close()
    golden.close()


def test_a_ledger_of_this_version_opens_without_alembic(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    a_small_ledger(path)
    program = (
        "import sys, pathlib\n"
        "from local_db.engine import open_ledger\n"
        "open_ledger(pathlib.Path(sys.argv[1]), bytes(range(32))).close()\n"
        "print('alembic' in sys.modules)\n"
    )
    said = subprocess.run(
        [sys.executable, "-c", program, str(path)],
        capture_output=True,
        text=True,
        check=True,
        cwd=REPOSITORY,
    )
    assert said.stdout.strip() == "False"

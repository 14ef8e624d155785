"""Making and importing a book at the command line."""

from __future__ import annotations

import sys
import zipfile
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import func, select

from billing_server.book.__main__ import ALL_WELL, BAD_ROWS, NOT_USABLE, main
from billing_server.book.people import DEMO_PEOPLE
from billing_server.store.engine import open_database
from billing_server.store.schema import BILL, CONSUMER
from counter_app.domain.shift import MAY_TAKE_MONEY, Role
from tests.billing_server.book.files import bill, consumer, table

if TYPE_CHECKING:
    from pathlib import Path


def _make(folder: Path, *words: str) -> tuple[str, str]:
    assert main(["make", "--consumers", "40", "--out", str(folder), *words]) == ALL_WELL
    form = words[-1] if words else "csv"
    return str(folder / f"consumers.{form}"), str(folder / f"bills.{form}")


def _write(folder: Path, consumers: str, bills: str) -> tuple[str, str]:
    paths = folder / "c.csv", folder / "b.csv"
    for path, text in zip(paths, (consumers, bills), strict=True):
        path.write_text(text, encoding="utf-8")
    return str(paths[0]), str(paths[1])


def _import(files: tuple[str, str], *words: str) -> int:
    return main(["import", "--consumers", files[0], "--bills", files[1], *words])


def _held(url: str) -> tuple[int, int]:
    with closing(open_database(url)) as database, database.engine.connect() as connection:
        return (
            connection.scalar(select(func.count()).select_from(CONSUMER)) or 0,
            connection.scalar(select(func.count()).select_from(BILL)) or 0,
        )


@pytest.mark.parametrize("words", [(), ("--format", "xlsx")])
def test_a_made_book_is_imported_into_the_store(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...]
) -> None:
    files = _make(tmp_path, *words)
    url = f"sqlite:///{(tmp_path / 'server.db').as_posix()}"
    assert _import(files, "--to", url) == ALL_WELL
    said = capsys.readouterr().out
    assert "40 rows read, 40 taken, 0 bad." in said
    assert "Loaded: 40 consumers changed" in said
    assert _held(url)[0] == 40
    assert _held(url)[1] > 20


def test_a_later_file_may_have_bills_of_consumers_loaded_before(tmp_path: Path) -> None:
    url = f"sqlite:///{(tmp_path / 'server.db').as_posix()}"
    _import(_write(tmp_path, table([consumer()]), table([bill()])), "--to", url)
    later = table([consumer(Account_No="3100000002")]), table([bill(Bill_No="261200000001")])
    assert _import(_write(tmp_path, *later), "--to", url) == ALL_WELL
    assert _held(url) == (2, 2)


def test_bad_rows_are_shown_and_written_and_the_good_ones_loaded(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = _write(tmp_path, table([consumer(), consumer(Account_No="12")]), table([bill()]))
    url = f"sqlite:///{(tmp_path / 'server.db').as_posix()}"
    report = tmp_path / "bad.csv"
    assert _import(files, "--to", url, "--bad-rows", str(report)) == BAD_ROWS
    assert "c.csv, row 3, column “Account No”: “12” is there" in capsys.readouterr().out
    assert "digits_wrong" in report.read_text(encoding="utf-8-sig")
    assert _held(url) == (1, 1)


def test_sentences_come_in_hindi_when_asked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = _write(tmp_path, table([consumer(Account_No="12")]), table([bill()]))
    assert _import(files, "--language", "hi") == BAD_ROWS
    said = capsys.readouterr().out
    assert "c.csv, पंक्ति 2, स्तंभ “Account No”:" in said
    assert "1 पंक्तियाँ पढ़ी गईं, 0 ली गईं, 1 गलत।" in said


def test_many_bad_rows_are_cut_short_on_screen_only(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = [consumer(Account_No=str(number)) for number in range(100)]
    assert _import(_write(tmp_path, table(rows), table([bill()]))) == BAD_ROWS
    said = capsys.readouterr().out
    assert said.count("c.csv, row") == 40
    assert "... and 61 more" in said


def test_a_file_without_a_required_column_is_not_usable(tmp_path: Path) -> None:
    files = _write(tmp_path, "Name\nRAM\n", table([bill()]))
    url = f"sqlite:///{(tmp_path / 'server.db').as_posix()}"
    assert _import(files, "--to", url) == NOT_USABLE
    assert _held(url) == (0, 0)


def test_a_file_that_is_not_there_is_not_usable(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _import((str(tmp_path / "a.csv"), str(tmp_path / "b.csv"))) == NOT_USABLE
    assert "a.csv cannot be opened: No such file or directory." in capsys.readouterr().err


def test_a_database_that_is_not_there_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = _write(tmp_path, table([consumer()]), table([bill()]))
    assert _import(files, "--to", f"sqlite:///{tmp_path.as_posix()}/no/such.db") == NOT_USABLE
    assert "unable to open database file" in capsys.readouterr().err
    assert _import(files, "--to", "no url") == NOT_USABLE


def test_a_workbook_damaged_inside_loads_nothing(tmp_path: Path) -> None:
    consumers, bills = _make(tmp_path, "--format", "xlsx")
    damaged = tmp_path / "damaged.xlsx"
    with zipfile.ZipFile(consumers) as parts, zipfile.ZipFile(damaged, "w") as copy:
        for name in parts.namelist():
            content = parts.read(name)
            copy.writestr(name, content[:-60] if name.startswith("xl/worksheets/") else content)
    url = f"sqlite:///{(tmp_path / 'server.db').as_posix()}"
    assert _import((str(damaged), bills), "--to", url) == NOT_USABLE
    assert _held(url) == (0, 0)


def test_too_many_consumers_are_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["make", "--consumers", "99999999", "--out", str(tmp_path)]
    assert main(words) == NOT_USABLE
    assert "can be made" in capsys.readouterr().err


def test_words_that_make_no_sense_end_with_two(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["make", "--out", "x"])
    assert stopped.value.code == NOT_USABLE
    assert "--consumers" in capsys.readouterr().err


def test_the_demo_has_somebody_for_every_role() -> None:
    assert {person.role for person in DEMO_PEOPLE} == set(Role)
    assert len({person.cashier_id for person in DEMO_PEOPLE}) == len(DEMO_PEOPLE)
    assert sum(person.role in MAY_TAKE_MONEY for person in DEMO_PEOPLE) >= 3
    assert DEMO_PEOPLE[0].told("hash").pin_hash == "hash"


def test_making_csv_needs_no_spreadsheet_and_no_database_library() -> None:
    import subprocess

    program = (
        "import sys; import billing_server.book.__main__;"
        "sys.exit(any(name in sys.modules for name in ('openpyxl', 'sqlalchemy', 'starlette')))"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0

"""Each table has exactly one writing module, and nobody changes or deletes what the ledger holds."""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path

from local_db.rows import TABLES

FOLDER = Path(__file__).parents[2] / "local_db"
WRITES = re.compile(r"\b(?:insert|update|delete)\((\w+)\)")
WRITES_AS_TEXT = re.compile(r"\b(?:INSERT INTO|UPDATE|DELETE FROM|REPLACE INTO) (\w+)")
CHANGES = re.compile(r"\b(?:update|delete)\(|\b(?:UPDATE|DELETE FROM|REPLACE INTO|OR REPLACE)\b")
SNAPSHOT_TABLES = {
    "consumer", "bill", "mark", "name_index", "word_index", "word", "gap", "piece", "renumbered",
    "cheque_bar",
}  # fmt: skip
STAGED_PAGES = "page"


def writers() -> dict[str, set[str]]:
    """Table to the modules whose code inserts, updates or deletes its rows."""
    found: dict[str, set[str]] = defaultdict(set)
    for path in FOLDER.glob("*.py"):
        source = path.read_text(encoding="utf-8")
        for table in (*WRITES.findall(source), *WRITES_AS_TEXT.findall(source)):
            found[table].add(path.stem)
    return found


def test_every_table_of_the_ledger_has_one_writer() -> None:
    found = writers()
    assert {table.name: len(found[table.name]) for table in TABLES} == {
        table.name: 1 for table in TABLES
    }


def test_every_table_of_the_snapshot_has_one_writer() -> None:
    found = writers()
    assert {table: len(found[table]) for table in SNAPSHOT_TABLES} == dict.fromkeys(
        SNAPSHOT_TABLES, 1
    )


def test_nothing_else_is_written() -> None:
    assert set(writers()) == {table.name for table in TABLES} | SNAPSHOT_TABLES | {STAGED_PAGES}


def test_only_the_snapshot_is_changed_and_deleted_from() -> None:
    changing = {
        path.stem
        for path in FOLDER.glob("*.py")
        if CHANGES.search(path.read_text(encoding="utf-8"))
    }
    assert changing
    assert all(module.startswith("bill_") for module in changing)


def test_the_readme_names_the_writer_of_every_table() -> None:
    readme = (FOLDER / "README.md").read_text(encoding="utf-8")
    for table, modules in writers().items():
        if table != STAGED_PAGES:
            (module,) = modules
            assert re.search(rf"\| `{table}` \| [^\n]*`{module}`", readme), table

"""The schema grows step by step, on both databases, to exactly what the code expects."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import insert, text
from sqlalchemy.exc import DBAPIError

from billing_server.migrations.upgrade import upgrade
from billing_server.migrations.versions import (
    v0001_first_form,
    v0002_every_tender,
    v0003_partitions,
    v0004_workers,
    v0005_console,
    v0006_protocol,
    v0007_connectors,
    v0008_snapshots,
    v0009_telephone,
    v0010_custody,
    v0011_receipts,
)
from billing_server.store import (
    approval_secrets,
    console_schema,
    copy_schema,
    custody_schema,
    instruction_schema,
    office_schema,
    schema,
    snapshot_schema,
    told_schema,
    worker_schema,
)
from billing_server.store.engine import open_database
from tests.billing_server.postgresql import shared_cluster

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sqlalchemy import Connection

    from billing_server.store.engine import Database


STEPS = (
    v0001_first_form,
    v0002_every_tender,
    v0003_partitions,
    v0004_workers,
    v0005_console,
    v0006_protocol,
    v0007_connectors,
    v0008_snapshots,
    v0009_telephone,
    v0010_custody,
    v0011_receipts,
)


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)])
def empty(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    if request.param == "sqlite":
        url = f"sqlite:///{(tmp_path / 'billing.db').as_posix()}"
    else:
        url = shared_cluster().empty_database()
    database = open_database(url)
    yield database
    database.close()


def test_an_empty_database_gets_the_schema_of_the_code(empty: Database) -> None:
    upgrade(empty)
    upgrade(empty)
    assert snapshot_schema.BLOB.metadata is schema.METADATA
    assert approval_secrets.APPROVAL_SECRET.metadata is schema.METADATA
    assert custody_schema.CUSTODY.metadata is schema.METADATA
    assert copy_schema.RECEIPT_COPY.metadata is schema.METADATA
    assert not empty.read(
        lambda c: compare_metadata(MigrationContext.configure(c), schema.METADATA)
    )
    reached = empty.read(lambda c: MigrationContext.configure(c).get_current_revision())
    assert reached == STEPS[-1].revision


def test_every_insert_only_table_has_its_two_guards(empty: Database) -> None:
    upgrade(empty)
    catalogue = "pg_trigger" if empty.is_postgresql else "sqlite_master"
    name = "tgname" if empty.is_postgresql else "name"
    asked = text(f"SELECT {name} FROM {catalogue}")  # noqa: S608 - names of our own
    found = empty.read(lambda c: set(c.execute(asked).scalars()))
    modules = (
        schema,
        told_schema,
        worker_schema,
        console_schema,
        custody_schema,
        office_schema,
        instruction_schema,
    )
    tables = {table for module in modules for table in module.INSERT_ONLY}
    assert {f"{table}_no_{act}" for table in tables for act in ("update", "delete")} <= found
    assert {table for step in STEPS for table in step.INSERT_ONLY} == tables


def test_sqlite_tables_are_strict(tmp_path: Path) -> None:
    database = open_database(f"sqlite:///{(tmp_path / 'billing.db').as_posix()}")
    upgrade(database)
    lax = database.read(
        lambda c: set(
            c.execute(
                text("SELECT name FROM pragma_table_list WHERE strict = 0 AND schema = 'main'")
            ).scalars()
        )
    )
    database.close()
    assert lax == {"alembic_version", "sqlite_schema"}


def test_what_the_first_form_holds_keeps_its_meaning(empty: Database) -> None:
    upgrade(empty, "0001")
    empty.write(fill)
    upgrade(empty)
    assert all_of(empty, "SELECT payment_id, for_account_no, group_id, payer_key FROM payment") == [
        ("P1", "A1", "P1", "")
    ]
    assert all_of(empty, "SELECT kind, identity FROM payment_tender ORDER BY line") == [
        ("card", "card:123456789012"),
        ("cash", ""),
    ]
    assert all_of(empty, "SELECT toward FROM payment_part") == [("bill",)]
    assert all_of(empty, "SELECT identity, group_id FROM instrument") == [
        ("card:123456789012", "P1")
    ]
    assert all_of(empty, "SELECT sequence FROM set_aside") == [(2,)]
    assert all_of(empty, "SELECT sequence, book_month, payment_id FROM message ORDER BY 1") == [
        (1, "2026-11", "P1"),
        (2, "", ""),
    ]
    assert all_of(empty, "SELECT sequence, book_month, raw FROM message_body ORDER BY 1") == [
        (1, "2026-11", b"x"),
        (2, "", b"x"),
    ]
    months = (
        "SELECT book_month FROM payment UNION SELECT book_month FROM payment_tender"
        " UNION SELECT book_month FROM payment_part"
    )
    assert all_of(empty, months) == [("2026-11",)]
    with pytest.raises(DBAPIError, match="insert only"):
        empty.write(lambda c: c.execute(text("UPDATE payment SET payer_key = 'x'")))


def test_what_was_matched_stays_matched_when_months_are_made(empty: Database) -> None:
    upgrade(empty, "0001")
    empty.write(fill)
    upgrade(empty, "0002")
    empty.write(match_the_first)
    upgrade(empty)
    assert all_of(empty, "SELECT sequence, account_no, by_id FROM matched") == [(1, "A1", "who")]
    with pytest.raises(DBAPIError, match="insert only"):
        empty.write(lambda c: c.execute(text("DELETE FROM matched")))


def fill(connection: Connection) -> None:
    for statement in FIRST_FORM:
        raw = {"raw": b"x"} if ":raw" in statement else {}
        connection.execute(text(statement), raw)


def match_the_first(connection: Connection) -> None:
    facts = dict.fromkeys(schema.CONSUMER.c.keys(), "") | {"account_no": "A1", "is_removed": 0}
    connection.execute(insert(schema.CONSUMER).values(**facts))
    connection.execute(
        text("INSERT INTO matched VALUES ('C07', 1, 1, 1, 'A1', 'B1', 'who', 'seen', 1)")
    )


def all_of(database: Database, statement: str) -> list[tuple[object, ...]]:
    return database.read(lambda c: [tuple(row) for row in c.execute(text(statement))])


FIRST_FORM = (
    "INSERT INTO counter VALUES ('C07', 'Counter 7', 'x', 'x', 'KID07')",
    "INSERT INTO epoch VALUES ('C07', 1, :raw, 'K', 'KID07', :raw, 1, 2, NULL)",
    "INSERT INTO message VALUES ('C07', 1, 1, :raw, :raw, 'payment_taken', 'POSTED', '', 1, 1)",
    "INSERT INTO message VALUES ('C07', 1, 2, :raw, :raw, 'unknown', 'NOT_APPLIED', 'x', 0, 1)",
    "INSERT INTO payment VALUES ('C07', 1, 1, 'P1', 'R1', 'A1', 300, '2026-11-18', 1, 'c', 'POSTED')",
    "INSERT INTO payment_tender VALUES ('C07', 1, 1, 1, 'card', 200, '123456789012')",
    "INSERT INTO payment_tender VALUES ('C07', 1, 1, 2, 'cash', 100, '')",
    "INSERT INTO payment_part VALUES ('C07', 1, 1, 1, 'B1', 'B1', 300)",
    "INSERT INTO instrument VALUES ('123456789012', 'C07', 1, 1)",
)

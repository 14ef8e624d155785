"""The schema grows step by step, on both databases, to exactly what the code expects."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import text

from billing_server.migrations.upgrade import upgrade
from billing_server.migrations.versions import v0001_first_form, v0002_every_tender
from billing_server.store import schema, told_schema
from billing_server.store.engine import open_database
from tests.billing_server.postgresql import shared_cluster

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from billing_server.store.engine import Database


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
    assert not empty.read(lambda c: compare_metadata(MigrationContext.configure(c), schema.METADATA))
    assert empty.read(lambda c: MigrationContext.configure(c).get_current_revision()) == "0002"


def test_every_insert_only_table_has_its_two_guards(empty: Database) -> None:
    upgrade(empty)
    catalogue = "pg_trigger" if empty.is_postgresql else "sqlite_master"
    name = "tgname" if empty.is_postgresql else "name"
    asked = text(f"SELECT {name} FROM {catalogue}")  # noqa: S608 - names of our own
    found = empty.read(lambda c: set(c.execute(asked).scalars()))
    tables = {*schema.INSERT_ONLY, *told_schema.INSERT_ONLY}
    assert {f"{table}_no_{act}" for table in tables for act in ("update", "delete")} <= found
    assert {*v0001_first_form.INSERT_ONLY, *v0002_every_tender.INSERT_ONLY} == tables


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

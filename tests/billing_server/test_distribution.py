"""The keys are ready for an engine that spreads rows over machines: DISTRIBUTED.md, held against the database."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import event, inspect

import billing_server
from billing_server.store import book_load
from tests.billing_server.centres import A, B, centre_for_test
from tests.billing_server.players import (
    bill,
    cash,
    cheque,
    cheque_identity,
    consumer,
    paid_by,
    payment,
    returned,
    shift,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Inspector

    from tests.billing_server.centres import PlayedCentre

pytestmark = pytest.mark.postgresql

DOCUMENT = Path(billing_server.__file__).with_name("DISTRIBUTED.md")
PLACES = re.compile(r"distributed by `(\w+)`|reference|coordinator")
ASK_THE_CITY = {"message", "payment"}
"""Told by another counter? Paid twice at two counters? These must look everywhere."""


def placed() -> dict[str, str]:
    """Each table's place, as the document has it: ``counter_id``, ``identity``, ``reference``, ``coordinator``."""
    places: dict[str, str] = {}
    for line in DOCUMENT.read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split(" | ")]
        place = PLACES.fullmatch(cells[1].strip()) if len(cells) == 3 else None
        if place is None:
            continue
        assert cells[2], f"no reason for {cells[0]}"
        for table in re.findall(r"`(\w+)`", cells[0]):
            assert table not in places, f"{table} stands there twice"
            places[table] = place.group(1) or place.group(0)
    return places


@pytest.fixture
def centre(tmp_path: Path) -> Iterator[PlayedCentre]:
    for opened in centre_for_test("postgresql", tmp_path):
        told = [consumer(A), consumer(B)]
        book_load.load_book(opened.database, told, [bill(A, 1_000_00), bill(B, 500_00)])
        yield opened


def keys_of(seen: Inspector, table: str) -> list[set[str]]:
    """The columns of each unique key."""
    unique = [key["column_names"] for key in seen.get_unique_constraints(table)]
    unique += [one["column_names"] for one in seen.get_indexes(table) if one["unique"]]  # type: ignore[misc] # columns
    return [set(seen.get_pk_constraint(table)["constrained_columns"]), *map(set, unique)]


def test_every_table_has_its_place_and_its_reason(centre: PlayedCentre) -> None:
    there = set(inspect(centre.database.engine).get_table_names()) - {"alembic_version"}
    assert there == set(placed()), "say in billing_server/DISTRIBUTED.md where a table stands"


def test_every_unique_key_of_a_distributed_table_holds_its_column(centre: PlayedCentre) -> None:
    seen, places = inspect(centre.database.engine), placed()
    for table, place in places.items():
        if place not in {"reference", "coordinator"}:
            assert all(place in key for key in keys_of(seen, table)), table
    spread = {table for table, place in places.items() if place == "counter_id"}
    assert {"message", "payment", "acknowledgement", "chain_head"} <= spread


def test_foreign_keys_stay_on_one_machine_but_for_those_that_are_dropped(
    centre: PlayedCentre,
) -> None:
    seen, places = inspect(centre.database.engine), placed()
    leaving = set()
    for table, place in places.items():
        for key in seen.get_foreign_keys(table) if place != "coordinator" else ():
            other = places[key["referred_table"]]
            is_beside = other == place and (
                place == "reference" or place in key["constrained_columns"]
            )
            if other != "reference" and not is_beside:
                leaving.add(key["name"])
    dropped = re.findall(r"DROP CONSTRAINT (\w+)", DOCUMENT.read_text(encoding="utf-8"))
    assert leaving == set(dropped)


def test_a_batch_asks_other_counters_rows_for_two_reasons_only(centre: PlayedCentre) -> None:
    spread = {table for table, place in placed().items() if place == "counter_id"}
    asked: set[str] = set()

    def note(*told: object) -> None:
        asked.add(" ".join(str(told[2]).split()))

    event.listen(centre.database.engine, "before_cursor_execute", note)
    counter = centre.counter()
    paid = paid_by(A, cash(40_00), cheque("000001", 60_00))
    counter.tell(shift(), payment(A, 1_00), payment(B, 2_00, rrn="123456789012"), paid)
    counter.tell(payment("9999999999", 3_00))
    centre.push(counter)
    counter.tell(returned(cheque_identity("000001"), (paid, 60_00)))
    for _ in range(2):
        centre.push(counter, 6)
    reading = [statement for statement in asked if statement.startswith("SELECT")]
    unbound = {
        table
        for statement in reading
        for table in re.findall(r"\bFROM (\w+)", statement)
        if table in spread and "counter_id" not in statement.partition(" WHERE ")[2]
    }
    assert unbound <= ASK_THE_CITY
    written = {name for s in asked for name in re.findall(r"INSERT INTO (\w+)", s)}
    assert {"message", "payment", "payment_tender", "acknowledgement"} <= written

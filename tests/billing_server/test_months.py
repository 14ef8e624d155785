"""Years of payments: every month in a partition of its own, found without looking at the others."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import event, text
from sqlalchemy.exc import DBAPIError

from billing_server.__main__ import main
from billing_server.reading import MessageKey, read_message
from billing_server.store import archive, months
from billing_server.store.engine import open_database
from billing_server.store.kept_payments import read_kept
from billing_server.store.totals import tell_day
from billing_server.store.what_stands import read_standing
from counter_app.wire.exchange import Fate
from tests.billing_server.centres import EACH_KIND, A, B, centre_with_two_consumers
from tests.billing_server.players import (
    DAY,
    NOW_US,
    amount_paise,
    cheque,
    cheque_identity,
    paid_by,
    payment,
    returned,
)
from tests.billing_server.postgresql import shared_cluster

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from sqlalchemy import Connection

    from billing_server.store.engine import Database
    from tests.billing_server.centres import PlayedCentre

OLD, FAR = "2023-05-06", "2031-05-06"
on_postgresql = pytest.mark.parametrize("kind", EACH_KIND[1:])


@pytest.fixture
def centre(kind: str, tmp_path: Path) -> Iterator[PlayedCentre]:
    yield from centre_with_two_consumers(kind, tmp_path)


def in_table(centre: PlayedCentre, table: str) -> int:
    count = text(f"SELECT count(*) FROM {table}")  # noqa: S608 - names of our own
    return int(centre.database.read(lambda c: c.execute(count).scalar_one()))


@pytest.mark.parametrize("kind", EACH_KIND)
def test_a_payment_is_found_whatever_its_month(centre: PlayedCentre) -> None:
    counter = centre.counter()
    days = (OLD, "2025-12-31", DAY, "2026-12-01", FAR)
    told = [payment(A, 100_00 + place, business_date=day) for place, day in enumerate(days)]
    counter.tell(*told, told[0])
    fates = centre.fates(counter)
    assert fates == [*[Fate.POSTED] * len(days), Fate.NOT_APPLIED]
    assert [centre.day("C07", day).amount_paise for day in days] == [
        amount_paise(sealed) for sealed in counter.sealed[:-1]
    ]
    kept = centre.database.read(
        lambda c: read_kept(c, "C07", {one.payment_id for one in told}),
    )
    assert len(kept) == len(days)


@pytest.mark.parametrize("kind", EACH_KIND)
def test_a_payment_id_is_known_at_every_counter(centre: PlayedCentre) -> None:
    told = payment(A, 100_00)
    first, second = centre.counter("C07"), centre.counter("C08")
    first.tell(told)
    second.tell(told)
    assert centre.fates(first) == [Fate.POSTED]
    assert centre.fates(second) == [Fate.NOT_APPLIED]


@on_postgresql
def test_a_month_that_nobody_made_is_made_when_its_first_payment_comes(
    centre: PlayedCentre,
) -> None:
    counter = centre.counter()
    counter.tell(payment(A, 100_00, business_date="2025-07-01"))
    assert centre.fates(counter) == [Fate.POSTED]
    for table in ("message_body", "payment", "payment_tender", "payment_part"):
        assert in_table(centre, f"months.{table}_2025_07") == 1
        assert in_table(centre, f"months.{table}_default") == 0


@on_postgresql
def test_a_strange_date_and_what_is_no_payment_make_no_month(centre: PlayedCentre) -> None:
    counter = centre.counter()
    counter.tell(payment(A, 100_00, business_date="0001-01-01"), payment(A, 1, bill_no="x" * 300))
    centre.push(counter)
    assert in_table(centre, "months.payment_default") == 1
    assert in_table(centre, "months.message_body_none") == 1


@on_postgresql
def test_what_was_told_too_early_moves_when_its_month_comes(centre: PlayedCentre) -> None:
    counter = centre.counter()
    counter.tell(payment(A, 100_00, business_date=FAR))
    counter.tell(payment(A, 100_00, business_date="0001-01-01"))
    centre.push(counter)
    assert in_table(centre, "months.payment_default") == 2
    centre.database.make_months(["2031-05"])
    assert in_table(centre, "months.payment_default") == 1
    assert in_table(centre, "months.payment_2031_05") == 1
    assert centre.day("C07", FAR).amount_paise == 100_00
    with pytest.raises(DBAPIError, match="insert only"):
        centre.database.write(lambda c: c.execute(text("DELETE FROM months.payment_default")))


@on_postgresql
def test_several_servers_make_one_month_at_once_while_others_book(centre: PlayedCentre) -> None:
    counters = [centre.counter(f"C{number}") for number in range(6)]
    for number, counter in enumerate(counters):
        counter.tell(payment(A, 100 + number, business_date="2026-03-09"))
    with ThreadPoolExecutor(6) as threads:
        fates = list(threads.map(lambda counter: centre.fates(counter)[0], counters))
    assert set(fates) == {Fate.POSTED}
    assert in_table(centre, "months.payment_2026_03") == 6


@on_postgresql
def test_no_row_of_a_month_is_changed_or_deleted_even_in_its_partition(
    centre: PlayedCentre,
) -> None:
    counter = centre.counter()
    counter.tell(payment(A, 100_00))
    centre.push(counter)
    for table in months.MONTHLY:
        for act in ("DELETE FROM {}", "UPDATE {} SET sequence = 9"):
            spoilt = text(act.format(months.partition_of(table, DAY[:7])))
            with (
                pytest.raises(DBAPIError, match="insert only"),
                centre.database.engine.connect() as connection,
            ):
                connection.execute(spoilt)


@on_postgresql
@pytest.mark.parametrize("asked", ["the sums of a day", "a payment by its id", "a booking"])
def test_reading_looks_at_no_other_month(centre: PlayedCentre, asked: str) -> None:
    centre.database.make_months(f"2025-{month:02}" for month in range(1, 13))
    counter = centre.counter()
    told = paid_by(A, cheque("123456", 100_00), payer="Ram Lal")
    counter.tell(told)
    centre.push(counter)
    counter.tell(payment(A, 200_00, payer="Ram Lal"))
    reads = [read_message(MessageKey("C07", 1, 2), counter.sealed[1].raw, b"")]
    works: dict[str, Callable[[Connection], object]] = {
        "the sums of a day": lambda c: tell_day(c, "C07", DAY),
        "a payment by its id": lambda c: read_kept(c, "C07", {told.payment_id}),
        "a booking": lambda c: read_standing(c, "C07", reads),
    }
    partitions = {one for one in scanned(centre.database, works[asked]) if "payment_" in one}
    assert partitions >= {"payment_2026_11"}
    assert {one[-7:] for one in partitions - {"payment_tender", "payment_part"}} == {"2026_11"}


def scanned(database: Database, work: Callable[[Connection], object]) -> set[str]:
    """The tables that a piece of work really reads, by PostgreSQL's own account of every statement of it."""
    statements: list[tuple[str, Any]] = []

    def note(_c: object, _cursor: object, statement: str, values: object, *_more: object) -> None:
        if statement.lstrip().startswith("SELECT"):
            statements.append((statement, values))

    event.listen(database.engine, "before_cursor_execute", note)
    try:
        database.write(work)
    finally:
        event.remove(database.engine, "before_cursor_execute", note)
    found: set[str] = set()
    for statement, values in statements:
        asked = f"EXPLAIN (ANALYZE, FORMAT JSON) {statement}"
        with database.engine.connect() as connection:
            told = connection.exec_driver_sql(asked, values).scalar_one()
        found |= set(read_by(told[0]["Plan"]))
    return found


def read_by(plan: dict[str, Any]) -> Iterator[str]:
    if plan["Actual Loops"] and "Relation Name" in plan:
        yield plan["Relation Name"]
    for part in plan.get("Plans", ()):
        yield from read_by(part)


ARCHIVED = "2023-05"


@on_postgresql
def test_an_old_month_is_taken_out_whole_and_its_payments_are_still_known(
    centre: PlayedCentre,
) -> None:
    centre.database.make_months([ARCHIVED])
    counter = centre.counter()
    told = paid_by(A, cheque("123456", 100_00), business_date=OLD)
    counter.tell(told, payment(B, 100_00))
    centre.push(counter)
    archive.archive_month(centre.database, ARCHIVED, NOW_US)
    assert in_table(centre, "archive.payment_2023_05") == 1
    assert in_table(centre, "archive.message_body_2023_05") == 1
    assert in_table(centre, "payment") == 1
    again = centre.told(counter, told, returned(cheque_identity("123456"), (told, 100_00)))
    assert [one.reference for one in again][:1] == ["payment_told_before"]
    assert again[1].fate is Fate.NOTED


@on_postgresql
def test_a_month_that_is_young_or_waits_or_stands_nowhere_is_not_archived(
    centre: PlayedCentre,
) -> None:
    centre.database.make_months([ARCHIVED])
    counter = centre.counter()
    counter.tell(payment("9999999999", 100_00, business_date=OLD))
    centre.push(counter)
    for month, why in (
        ("2026-10", "too young"),
        ("2022-01", "no partitions"),
        (ARCHIVED, "1 of its payments still wait"),
    ):
        with pytest.raises(ValueError, match=why):
            archive.archive_month(centre.database, month, NOW_US)
    assert in_table(centre, "months.payment_2023_05") == 1


@on_postgresql
def test_the_months_are_told_with_their_sizes(centre: PlayedCentre) -> None:
    counter = centre.counter()
    counter.tell(payment(A, 100_00))
    centre.push(counter)
    standing = {one.month: one for one in centre.database.read(archive.months_standing)}
    assert standing[DAY[:7]].bytes > 0


@pytest.mark.parametrize("kind", EACH_KIND[:1])
def test_sqlite_has_no_months(centre: PlayedCentre) -> None:
    assert centre.database.read(archive.months_standing) == ()
    with pytest.raises(ValueError, match="whole"):
        archive.archive_month(centre.database, ARCHIVED, NOW_US)


@pytest.mark.postgresql
def test_an_old_month_is_archived_from_the_command_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    url = shared_cluster().fresh_database()
    words = ["--folder", str(tmp_path), "--database", url]
    database = open_database(url)
    database.make_months(["2001-05"])
    database.close()
    assert main([*words, "months"]) == 0
    assert "2001-05  about 0 payments" in capsys.readouterr().out
    assert main([*words, "archive-month", "2001-05"]) == 0
    assert main([*words, "months"]) == 0
    assert "2001-05  about" not in capsys.readouterr().out

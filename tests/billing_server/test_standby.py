"""Where a standby is needed: nothing is acknowledged that it does not hold, and nothing is lost for its absence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import func, select

from billing_server.centre import Centre
from billing_server.embedded import start_embedded
from billing_server.problems import Code, ServerRefusal
from billing_server.settings import ServerSettings
from billing_server.store import chains
from billing_server.store.commits import Commit
from billing_server.store.standby import Standby
from billing_server.store.told_schema import MESSAGE
from counter_app.domain.errors import Fault, FaultCode
from tests.billing_server.centres import PlayedCentre, refused
from tests.billing_server.players import DAY, bill, consumer, over_the_wire, payment
from tests.billing_server.postgresql import STANDBY, migrated_cluster, remove_cluster, standby_of
from tests.sync.offices import A, Office, StillClock

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sqlalchemy import Connection

    from billing_server.store.engine import Database
    from tests.billing_server.players import PlayedCounter
    from tests.billing_server.postgresql import Cluster

pytestmark = [pytest.mark.postgresql, pytest.mark.slow]

NEEDED = ServerSettings(
    needs_standby=Commit.SEEN_ON_THE_STANDBY, standby_most_seconds=2, busy_retry_after_seconds=7
)
LEVEL = Standby(Commit.ON_THE_STANDBY, most_seconds=1, retry_after_seconds=7)


@dataclass(slots=True)
class Pair:
    """A primary and the standby its commits wait for."""

    primary: Cluster
    standby: Cluster

    @classmethod
    def fresh(cls) -> Pair:
        primary = migrated_cluster()
        pair = cls(primary, standby_of(primary))
        pair.wait_until_it_confirms()
        return pair

    def lose_standby(self) -> None:
        self.standby.stop("immediate")

    def lose_primary(self) -> None:
        self.primary.stop("immediate")
        self.standby.promote()

    def bring_standby_back(self) -> None:
        self.standby.start(f"cluster_name={STANDBY}")
        self.wait_until_it_confirms()

    def wait_until_it_confirms(self) -> None:
        database = self.primary.open("kesco")
        while True:
            try:
                database.read(LEVEL.look)
            except ServerRefusal:
                continue
            break
        database.close()

    def remove(self) -> None:
        for cluster in (self.primary, self.standby):
            remove_cluster(cluster)


@pytest.fixture(scope="module")
def pair() -> Iterator[Pair]:
    """Both are up again when a test is over."""
    opened = Pair.fresh()
    yield opened
    opened.remove()


@pytest.fixture
def office(pair: Pair, tmp_path: Path) -> Iterator[Office]:
    opened = open_office(pair.primary.copy_of("kesco"), tmp_path)
    yield opened
    opened.close()


def open_office(database_url: str, folder: Path) -> Office:
    clock = StillClock()
    server = start_embedded(
        folder, database_url=database_url, settings=NEEDED, now_us=lambda: clock.centre_us
    )
    server.load_book([consumer(A)], [bill(A)])
    return Office(server, clock, folder, server.url)


def kept(database: Database) -> int:
    """Messages in the database."""
    found: int = database.ask(
        lambda c: c.execute(select(func.count()).select_from(MESSAGE)).scalar_one()
    )
    return found


def test_what_was_acknowledged_is_on_the_standby_when_the_primary_burns(tmp_path: Path) -> None:
    pair = Pair.fresh()
    office = open_office(pair.primary.url("kesco"), tmp_path)
    counter = office.enrol()
    counter.tell(payment(A, 100_00), payment(A, 50_00))
    _told, answer = office.link.push(1, counter.batch())  # type: ignore[misc] # no gap
    standby = pair.standby.open("kesco")
    assert kept(standby) == 2  # at once: remote_apply
    pair.lose_primary()
    after = PlayedCentre(standby, office.server.key, ServerSettings())
    assert after.push(counter) == answer
    assert after.day("C07", DAY).amount_paise == 150_00
    standby.close()
    office.close()
    pair.remove()


def test_without_its_standby_the_server_acknowledges_nothing_and_loses_nothing(
    pair: Pair, office: Office
) -> None:
    counter = office.enrol()
    counter.tell(payment(A, 100_00))
    centre = Centre(office.server.database, office.server.key, NEEDED)
    assert centre.look() > 0
    pair.lose_standby()
    for _ in range(2):
        with pytest.raises(Fault) as caught:
            office.link.push(1, counter.batch())
        assert caught.value.code is FaultCode.SERVER_BUSY
        assert caught.value.retry_after_seconds == 7
    assert kept(office.server.database) == 0
    refusal = refused(centre.look)
    assert (refusal.code, refusal.detail) == (Code.BUSY, "no synchronous standby is streaming")
    assert office.link.changes(0).mark is not None
    pair.bring_standby_back()
    told = [office.link.push(1, counter.batch()) for _ in range(2)]
    assert told[0] == told[1]
    assert kept(office.server.database) == 1


def test_a_standby_that_goes_away_before_it_confirms_is_noticed(pair: Pair, office: Office) -> None:
    """The commit's wait is given up, which PostgreSQL calls a success, with a warning."""
    counter = office.enrol()
    counter.tell(payment(A, 100_00))
    database = office.server.database

    def take(connection: Connection) -> object:
        return take_batch(connection, office, counter)

    def take_and_lose(connection: Connection) -> object:
        answer = take(connection)
        pair.lose_standby()
        return answer

    refusal = refused(LEVEL.write, database, take_and_lose)
    assert (refusal.code, refusal.retry_after_seconds) == (Code.BUSY, 7)
    assert "no standby confirmed" in refusal.detail
    assert refused(LEVEL.write, database, take).code is Code.BUSY
    pair.bring_standby_back()
    answers = [LEVEL.write(database, take) for _ in range(2)]
    assert isinstance(answers[0], bytes)
    assert answers[0] == answers[1]
    assert kept(database) == 1


def take_batch(connection: Connection, office: Office, counter: PlayedCounter) -> object:
    batch = chains.read_batch(counter.counter_id, 1, over_the_wire(counter.batch()))
    return chains.take_batch(connection, office.server.key, batch, office.clock.centre_us, 3_600)


def test_a_primary_that_asks_for_no_standby_acknowledges_nothing(pair: Pair) -> None:
    pair.primary.wait_for("")
    database = pair.primary.open("kesco")
    refusal = refused(LEVEL.write, database, lambda _c: None)
    assert refusal.detail == "synchronous_standby_names is empty"
    database.close()
    pair.primary.wait_for(STANDBY)
    pair.wait_until_it_confirms()


def test_a_role_that_cannot_see_its_standbys_is_told_what_to_grant(pair: Pair) -> None:
    pair.primary.run("CREATE ROLE plain LOGIN")
    database = pair.primary.open("kesco", "plain")
    refusal = refused(LEVEL.write, database, lambda _c: None)
    assert refusal.detail == "the role cannot see its standbys: GRANT pg_monitor TO it"
    pair.primary.run("GRANT pg_monitor TO plain")
    assert LEVEL.write(database, lambda _c: "kept") == "kept"
    database.close()

"""What only PostgreSQL can show: writers at one moment, readers beside them, and a crash."""

from __future__ import annotations

import functools
import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from typing import TYPE_CHECKING

import msgspec
import pytest
from sqlalchemy import select
from sqlalchemy.exc import DBAPIError

from billing_server.migrations.upgrade import upgrade
from billing_server.settings import ServerSettings
from billing_server.store import book_load, policy
from billing_server.store.engine import open_database
from billing_server.store.schema import CONSUMER
from counter_app.wire.canonical import KeyPair
from counter_app.wire.exchange import Fate
from tests.billing_server.centres import PlayedCentre, open_centre
from tests.billing_server.players import (
    DAY,
    amount_paise,
    bill,
    cash,
    cheque,
    cheque_identity,
    consumer,
    paid_by,
    payment,
    returned,
)
from tests.billing_server.postgresql import new_cluster, remove_cluster

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from sqlalchemy import Connection

    from tests.billing_server.players import PlayedCounter

pytestmark = pytest.mark.postgresql

ACCOUNTS = [f"74120000{number:02d}" for number in range(12)]
COUNTERS = 6
PAYMENTS = 60
BATCH = 10
OWN = 3


@pytest.fixture
def centre(tmp_path: Path) -> Iterator[PlayedCentre]:
    opened = open_centre("postgresql", tmp_path, ServerSettings(page_consumers=4))
    load(opened)
    yield opened
    opened.database.close()


def load(centre: PlayedCentre) -> None:
    book_load.load_book(
        centre.database, [consumer(a) for a in ACCOUNTS], [bill(a, 10**9) for a in ACCOUNTS]
    )


def busy_counter(centre: PlayedCentre, number: int) -> PlayedCounter:
    """Pays in an order of its own, sums of its own: nothing looks like a double.

    The first counter has three accounts for itself, the others share the rest.
    """
    counter = centre.counter(f"C{number}")
    accounts = ACCOUNTS[OWN:][number:] + ACCOUNTS[OWN:][:number] if number else ACCOUNTS[:OWN]
    accounts = accounts if number % 2 else accounts[::-1]
    counter.tell(
        *(
            payment(accounts[place % len(accounts)], 100_00 + number * PAYMENTS + place)
            for place in range(PAYMENTS)
        )
    )
    return counter


def push_all(centre: PlayedCentre, counter: PlayedCounter) -> list[Fate]:
    return [
        told.fate
        for first in range(1, PAYMENTS + 1, BATCH)
        for told in centre.acknowledged(centre.push(counter, first, first + BATCH - 1)).fates
    ]


def test_writers_at_one_moment_neither_deadlock_nor_lose_a_rupee(centre: PlayedCentre) -> None:
    counters = [busy_counter(centre, number) for number in range(COUNTERS)]
    done = threading.Event()
    with ThreadPoolExecutor(COUNTERS + 2) as threads:
        reader = threads.submit(pull_until, centre, done, counters[0])
        fates = list(threads.map(lambda counter: push_all(centre, counter), counters))
        done.set()
        assert reader.result() > 1
    assert {fate for of_one in fates for fate in of_one} == {Fate.POSTED}
    total = sum(amount_paise(sealed) for counter in counters for sealed in counter.sealed)
    days = [centre.day(counter.counter_id, DAY).amount_paise for counter in counters]
    told = {b.bill_no: b.received_paise for page in centre.pull("C0") for b in page.bills}
    assert sum(days) == sum(told.values()) == total


def pull_until(centre: PlayedCentre, done: threading.Event, counter: PlayedCounter) -> int:
    """Pull in steps while others write: at every mark the bills hold exactly the messages it names."""
    since, held, pulls = 0, dict.fromkeys((f"B{account}" for account in ACCOUNTS), 0), 0
    while True:
        is_last_time = done.is_set()
        pages = centre.pull(counter.counter_id, since)
        held.update({b.bill_no: b.received_paise for page in pages for b in page.bills})
        mark = pages[-1].mark
        assert mark is not None
        seen = mark.seen_through[0].sequence if mark.seen_through else 0
        own = sum(held[f"B{account}"] for account in ACCOUNTS[:OWN])
        assert own == sum(amount_paise(sealed) for sealed in counter.sealed[:seen])
        since, pulls = mark.cursor, pulls + 1
        if is_last_time:
            whole = {b.bill_no: b.received_paise for p in centre.pull("nobody") for b in p.bills}
            assert held == whole
            return pulls


def test_one_payment_sent_by_two_threads_at_once_is_booked_once(centre: PlayedCentre) -> None:
    counter = centre.counter("C0")
    counter.tell(payment(ACCOUNTS[0], 100_00))
    with ThreadPoolExecutor(8) as threads:
        answers = list(threads.map(lambda _n: centre.push(counter), range(8)))
    assert len(set(answers)) == 1
    assert centre.received(ACCOUNTS[0]) == {f"B{ACCOUNTS[0]}": 100_00}


def test_one_reference_number_at_two_counters_at_once_is_posted_once(
    centre: PlayedCentre,
) -> None:
    counters = [centre.counter(f"C{number}") for number in range(6)]
    for number, counter in enumerate(counters):
        counter.tell(payment(ACCOUNTS[number], 100_00, rrn="123456789012"))
    with ThreadPoolExecutor(6) as threads:
        fates = list(threads.map(lambda counter: centre.fates(counter)[0], counters))
    assert sorted(fates) == [Fate.DUPLICATE_INSTRUMENT] * 5 + [Fate.POSTED]


def test_a_deadlock_is_tried_again(centre: PlayedCentre) -> None:
    both_hold_one = threading.Barrier(2)
    tries: list[str] = []

    def lock(connection: Connection, account_no: str) -> None:
        connection.execute(
            select(CONSUMER).where(CONSUMER.c.account_no == account_no).with_for_update()
        )

    def work(connection: Connection, first: str, second: str) -> None:
        tries.append(first)
        lock(connection, first)
        if tries.count(first) == 1:
            both_hold_one.wait(10)
        lock(connection, second)

    a, b = ACCOUNTS[:2]
    with ThreadPoolExecutor(2) as threads:
        futures = [
            threads.submit(centre.database.write, lambda c, w=words: work(c, *w))
            for words in ((a, b), (b, a))
        ]
        for future in futures:
            future.result()
    assert len(tries) == 3


@pytest.mark.slow
def test_what_was_acknowledged_survives_a_crash() -> None:
    """With PostgreSQL's own settings: fsync and synchronous_commit stay on."""
    cluster = new_cluster()
    cluster.start()
    cluster.run("CREATE DATABASE kesco")
    database = open_database(cluster.url("kesco"))
    upgrade(database)
    centre = PlayedCentre(database, KeyPair.fresh(), ServerSettings())
    load(centre)
    counter = busy_counter(centre, 1)
    answers = [centre.push(counter, first, first + 9) for first in range(1, 41, 10)]
    cluster.stop("immediate")
    with pytest.raises(DBAPIError):
        centre.push(counter, 41, 50)
    cluster.start()
    assert [centre.push(counter, first, first + 9) for first in range(1, 41, 10)] == answers
    centre.push(counter, 41, 60)
    assert centre.day("C1", DAY).count == PAYMENTS
    database.close()
    remove_cluster(cluster)


def test_a_payment_its_return_and_a_persons_word_at_one_moment_end_at_the_rest(
    centre: PlayedCentre,
) -> None:
    """Two epochs of one counter and an accountant: whoever is first, the cash is booked and the cheque is not."""
    for number in range(8):
        old = centre.counter(f"R{number}")
        account, paper = ACCOUNTS[number], f"{number:06d}"
        paid = paid_by(account, cash(40_00), cheque(paper, 60_00))
        strange = msgspec.structs.replace(paid_by(account, cash(9_00)), account_no="9999999999")
        old.tell(strange, paid)
        new = centre.counter(f"R{number}", old.head.hash)
        new.tell(returned(cheque_identity(paper), (paid, 60_00)))
        centre.push(old, 1, 1)
        acts: list[Callable[[], object]] = [
            functools.partial(centre.push, old),
            functools.partial(centre.push, new),
            functools.partial(centre.match, f"R{number}/1/1", account),
        ]
        with ThreadPoolExecutor(len(acts)) as threads:
            list(threads.map(lambda act: act(), acts))
        assert centre.received(account) == {f"B{account}": 49_00}
        assert centre.refused(f"R{number}") == []


def test_one_waiting_payment_is_matched_by_one_of_many_accountants(centre: PlayedCentre) -> None:
    counter = centre.counter("C0")
    counter.tell(payment("9999999999", 100_00))
    centre.push(counter)

    def match(account: str) -> int:
        try:
            return centre.match("C0/1/1", account)
        except ValueError:
            return 0

    with ThreadPoolExecutor(6) as threads:
        numbers = list(threads.map(match, ACCOUNTS[:6]))
    assert sorted(numbers) == [0, 0, 0, 0, 0, 1]
    assert sum(sum(centre.received(account).values()) for account in ACCOUNTS[:6]) == 100_00


def test_rules_set_at_one_moment_get_versions_of_their_own(centre: PlayedCentre) -> None:
    def set_rule(number: int) -> int:
        return policy.set_rule(
            centre.database,
            "part_count",
            {"most_a_month": str(number)},
            valid_from=date(2026, 12, 1),
            valid_to=None,
            authority="Order 12",
            by="manager",
            now_us=centre.now_us,
        ).version

    with ThreadPoolExecutor(6) as threads:
        versions = list(threads.map(set_rule, range(6)))
    assert sorted(versions) == [2, 3, 4, 5, 6, 7]

"""Projectors beside bookings and beside each other: nothing is skipped, nothing is made twice. On PostgreSQL."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest

from billing_server.connectors.projector import project
from billing_server.store import chains
from tests.billing_server.centres import EACH_KIND, A, centre_with_two_consumers
from tests.billing_server.connectors.outlets import instructions, projected, shortly
from tests.billing_server.players import NOW_US, cash, over_the_wire, paid_by, shift

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sqlalchemy import Connection

    from tests.billing_server.centres import PlayedCentre


@pytest.fixture(params=EACH_KIND[1:])
def centre(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[PlayedCentre]:
    yield from centre_with_two_consumers(request.param, tmp_path)


def test_projectors_at_once_make_each_instruction_once(centre: PlayedCentre) -> None:
    for counter_id in ("C07", "C08", "C09"):
        counter = centre.counter(counter_id)
        centre.told(counter, *(paid_by(A, cash(1_00 + ord(counter_id[-1]))) for _ in range(40)))
    made: list[int] = []
    threads = [
        threading.Thread(
            target=lambda: made.append(project(centre.database, NOW_US, most_messages=20))
        )
        for _ in range(3)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    found = instructions(centre.database)
    assert sum(made) == len(found) == len({one.reference for one in found})
    assert [one.number for one in found] == list(range(1, len(found) + 1))
    assert sum(one.amount_paise for one in found) == centre.received_paise(A)


def test_a_booking_that_commits_late_is_not_skipped(centre: PlayedCentre) -> None:
    """The batch of C07 is decided first and commits last; a runner comes in between."""
    slow, quick = centre.counter("C07"), centre.counter("C08")
    slow.tell(paid_by(A, cash(7_00)))
    is_decided, may_commit = threading.Event(), threading.Event()

    def push_slowly() -> None:
        read = chains.read_batch("C07", 1, over_the_wire(slow.batch()))

        def work(connection: Connection) -> None:
            chains.take_batch(connection, centre.key, read, NOW_US, 3_600)
            is_decided.set()
            assert may_commit.wait(30)

        centre.database.write(work)

    thread = threading.Thread(target=push_slowly)
    thread.start()
    assert is_decided.wait(30)
    quick.tell(shift())
    centre.push(quick)
    assert projected(centre) == []
    may_commit.set()
    thread.join()
    assert shortly(projected(centre)) == [("PAYMENT", A, f"B{A}", 7_00)]

"""Parcels, attempts and leases of the outbox: on SQLite and PostgreSQL alike."""

from __future__ import annotations

import random
import threading
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text

from billing_server.connectors import lease, outbox
from billing_server.connectors.acknowledgements import take_acknowledgements
from billing_server.connectors.instructions import Outcome
from billing_server.connectors.port import Answer
from billing_server.connectors.projector import project
from billing_server.connectors.reconciling import reconcile_day
from billing_server.connectors.runner import run_once
from billing_server.connectors.status import refused_of, status_of
from tests.billing_server.centres import EACH_KIND, A, B, centre_with_two_consumers
from tests.billing_server.connectors.outlets import AgencyInMemory, Died, state_of
from tests.billing_server.players import DAY, NOW_US, cash, paid_by

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from billing_server.connectors.port import Parcel
    from tests.billing_server.centres import PlayedCentre

NAME = "memory"
HOUR_US = 3_600_000_000


@pytest.fixture(params=EACH_KIND)
def centre(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[PlayedCentre]:
    for opened in centre_with_two_consumers(request.param, tmp_path):
        opened.told(opened.counter(), *(paid_by(A, cash(1_00 + n)) for n in range(5)))
        yield opened


def run(centre: PlayedCentre, adapter: AgencyInMemory) -> int:
    return run_once(centre.database, adapter, lambda: centre.now_us).done


def test_what_was_given_and_not_heard_of_is_handed_on_again_as_it_was(centre: PlayedCentre) -> None:
    class Deaf(AgencyInMemory):
        def hand_on(self, parcel: Parcel) -> Sequence[Answer]:
            AgencyInMemory.hand_on(self, parcel)
            raise Died

    deaf, agency = Deaf(), AgencyInMemory()
    with pytest.raises(Died):
        run(centre, deaf)
    assert state_of(centre.database, NAME, "C07.1.1.1.1") == "GIVEN"
    assert run(centre, agency) == 5
    assert agency.told == [1, 2]
    assert list(agency.held)[:3] == list(deaf.held)
    assert run(centre, agency) == 0


def test_one_runner_works_and_the_other_is_told_who(centre: PlayedCentre) -> None:
    agency = AgencyInMemory()
    assert lease.acquire(centre.database, NAME, "desk-pc 17", NOW_US)
    second = run_once(centre.database, agency, lambda: NOW_US)
    assert second.stopped_by == f"another runner is at work on {NAME}: desk-pc 17"
    assert agency.told == []
    centre.now_us += HOUR_US
    assert run(centre, agency) == 5


def test_a_runner_that_slept_too_long_notes_nothing(centre: PlayedCentre) -> None:
    database, agency = centre.database, AgencyInMemory()
    project(database, NOW_US)
    assert lease.acquire(database, NAME, "slow", NOW_US)
    parcel = outbox.take_parcel(database, agency, "slow", NOW_US)
    assert parcel is not None
    centre.now_us += HOUR_US
    assert run(centre, agency) == 5
    late = [Answer(line.number, Outcome.FAILED) for line in parcel.lines]
    with pytest.raises(lease.LeaseLost):
        outbox.note_answers(database, agency.plan, "slow", parcel, late, NOW_US)
    assert state_of(database, NAME, parcel.lines[0].reference) == "DONE"


def test_runners_at_once_hand_on_each_line_once(centre: PlayedCentre) -> None:
    agency = AgencyInMemory(most_lines=1)
    threads = [threading.Thread(target=run, args=(centre, agency)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    run(centre, agency)
    assert sorted(agency.told) == [1, 2, 3, 4, 5]


def test_refused_lines_are_shown_and_released_once_by_somebody(centre: PlayedCentre) -> None:
    class Choosy(AgencyInMemory):
        def hand_on(self, parcel: Parcel) -> Sequence[Answer]:
            return [Answer(one.number, Outcome.REFUSED, "no such bill") for one in parcel.lines]

    assert run(centre, Choosy(most_lines=9)) == 0
    told = centre.database.read(lambda c: refused_of(c, NAME))
    assert told[0] == "refused C07.1.1.1.1 Rs 1.00: no such bill"
    assert len(told) == 5

    def release(by: str) -> None:
        outbox.release_refused(
            centre.database, NAME, "C07.1.2.1.1", by=by, reason="bill told", now_us=NOW_US
        )

    with pytest.raises(ValueError, match="must be said"):
        release(" ")
    release("anita")
    with pytest.raises(ValueError, match="not refused by memory: RELEASED"):
        release("anita")
    assert run(centre, AgencyInMemory()) == 1
    assert len(centre.database.read(lambda c: refused_of(c, NAME))) == 4


def test_the_status_says_what_waits_and_the_mark_moves(centre: PlayedCentre) -> None:
    project(centre.database, NOW_US)

    def status() -> list[str]:
        return centre.database.read(lambda c: status_of(c, NAME))

    assert status() == [f"WAITS 5, Rs 5.10, oldest of {DAY}"]
    run(centre, AgencyInMemory())
    assert status() == ["nothing waits"]
    mark = text("SELECT settled_upto FROM connector WHERE adapter = 'memory'")
    assert centre.database.read(lambda c: c.execute(mark).scalar_one()) == 5


def test_a_day_is_reconciled_difference_by_difference(centre: PlayedCentre) -> None:
    def differences() -> list[str]:
        return centre.database.read(lambda c: reconcile_day(c, DAY, [NAME])).differences

    first = differences()
    assert len(first) == 5
    assert first[0] == f"C07/1/1 part 1, account {A}: Rs 1.00 booked and no instruction yet"
    project(centre.database, NOW_US)
    assert differences() == ["memory: 5 of Rs 5.10 waits"]
    run(centre, AgencyInMemory())
    centre.told(centre.counter("C08"), paid_by("9999999999", cash(9_00)), paid_by(B, cash(3_00)))
    run(centre, AgencyInMemory())
    day = centre.database.read(lambda c: reconcile_day(c, DAY, [NAME]))
    assert day.differences == []
    assert day.booked == day.instructed == day.done[NAME] == {"Kidwai Nagar": 8_10}


class Waiting(AgencyInMemory):
    """Lays parcels down and awaits an acknowledgement file."""

    def hand_on(self, parcel: Parcel) -> Sequence[Answer]:
        return [Answer(one.number, Outcome.HANDED_ON, "day-01") for one in parcel.lines]


HEAD = "referenceTransactionId,status,reason"


def acknowledgement(*lines: str, end: str = "") -> bytes:
    return "\r\n".join([HEAD, *lines, end or f"END,{len(lines)},", ""]).encode()


def test_an_acknowledgement_file_closes_lines_and_the_same_again_changes_nothing(
    centre: PlayedCentre,
) -> None:
    run(centre, Waiting(most_lines=9))
    content = acknowledgement("C07.1.1.1.1,ACCEPTED,", "C07.1.2.1.1,REFUSED,closed bill")
    taken = take_acknowledgements(centre.database, NAME, content, "a.csv", NOW_US)
    assert (taken.done, taken.refused, taken.differences) == (1, 1, [])
    again = take_acknowledgements(centre.database, NAME, content, "a.csv", NOW_US)
    assert (again.done, again.refused, again.differences) == (0, 0, [])
    (refused,) = centre.database.read(lambda c: refused_of(c, NAME))
    assert refused == "refused C07.1.2.1.1 Rs 1.01: a.csv: closed bill"
    day = centre.database.read(lambda c: reconcile_day(c, DAY, [NAME]))
    assert day.differences == [
        "memory: C07.1.2.1.1 Rs 1.01 refused: a.csv: closed bill",
        "memory: 3 of Rs 3.09 handed on, not acknowledged in day-01",
    ]
    odd = acknowledgement("C07.1.1.1.1,REFUSED,", "X,ACCEPTED,")
    assert take_acknowledgements(centre.database, NAME, odd, "b.csv", NOW_US).differences == [
        "C07.1.1.1.1: REFUSED in b.csv, is DONE here",
        "X: DONE in b.csv, was never handed on",
    ]


WRONG = {
    "half copied": (acknowledgement("C07.1.1.1.1,ACCEPTED,", end="C07.1.2"), "copied in half"),
    "another count": (acknowledgement("C07.1.1.1.1,ACCEPTED,", end="END,2,"), "copied in half"),
    "no heading": (b"a,b,c\r\nEND,0,\r\n", "does not begin with"),
    "empty": (b"", "does not begin with"),
    "binary": (b"\xff\xfe\x00", "cannot be read"),
    "quotes": (f'{HEAD}\r\n"x'.encode(), "cannot be read"),
    "unknown word": (acknowledgement("C07.1.1.1.1,PERHAPS,"), "line 2: .* is no line of it"),
    "twice": (acknowledgement("X,ACCEPTED,", "X,ACCEPTED,"), "line 3"),
}


@pytest.mark.parametrize(("content", "why"), WRONG.values(), ids=WRONG.keys())
@pytest.mark.parametrize("centre", EACH_KIND[:1], indirect=True)
def test_an_acknowledgement_file_that_is_not_whole_changes_nothing(
    centre: PlayedCentre, content: bytes, why: str
) -> None:
    run(centre, Waiting(most_lines=9))
    with pytest.raises(ValueError, match=why):
        take_acknowledgements(centre.database, NAME, content, "a.csv", NOW_US)
    assert state_of(centre.database, NAME, "C07.1.1.1.1") == "HANDED_ON"


def test_a_runner_that_dies_anywhere_hands_on_each_rupee_once(centre: PlayedCentre) -> None:
    agency = AgencyInMemory(random.Random(1), most_lines=2)
    deaths = 0
    for _ in range(12):
        centre.now_us += HOUR_US
        try:
            run(centre, agency)
        except Died:
            deaths += 1
    assert deaths
    assert agency.by_account() == {A: 5_10}

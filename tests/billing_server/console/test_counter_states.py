"""What counters say of themselves: believed when their request's signature covers it, and only then."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import pytest

from billing_server.store import counter_states
from billing_server.store.counters_seen import StateSeen, counter_seen
from counter_app import VERSION
from counter_app.sync.request_signing import saying
from counter_app.sync.transport import Transport
from counter_app.wire.counter_state import (
    MOST_STATE_CHARACTERS,
    STATE_HEADER,
    CounterState,
    state_of,
    state_text,
)
from tests.billing_server.players import NOW_US
from tests.sync.offices import Office, open_office

if TYPE_CHECKING:
    from collections.abc import Iterator

    from requests import PreparedRequest

    from billing_server.store.engine import Database
    from counter_app.sync.part_sink import PartSink
    from counter_app.sync.transport import Answer
    from tests.billing_server.console.visitors import HeadOffice

ROOT = Path(__file__).resolve().parents[3]
STATE = CounterState("0.1.0", NOW_US, 14, 31_450_00, NOW_US - 1)
SECOND_US = 1_000_000


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    opened = open_office(tmp_path)
    opened.enrol()
    yield opened
    opened.close()


def state_kept(database: Database, counter_id: str = "C07") -> StateSeen | None:
    seen = database.read(lambda c: counter_seen(c, counter_id))
    assert seen is not None
    return seen.state


def test_the_version_told_is_the_packages() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["version"] == VERSION


def test_what_a_counter_says_with_its_pull_is_kept_with_its_clocks_drift(office: Office) -> None:
    office.clock.counter_us -= 90 * SECOND_US
    said = msgspec.structs.replace(STATE, clock_us=office.clock.counter_us)
    office.link.facts = saying(lambda: said)
    office.link.changes(0)
    assert state_kept(office.server.database) == StateSeen(
        "0.1.0", 14, 31_450_00, NOW_US - 1, -90 * SECOND_US, NOW_US
    )


def test_the_drift_is_the_clocks_own_even_when_requests_are_dated_by_the_centre(
    office: Office,
) -> None:
    office.clock.counter_us -= 3_600 * SECOND_US
    said = msgspec.structs.replace(STATE, clock_us=office.clock.counter_us)
    office.link.facts = saying(lambda: said)
    office.link.changes(0)
    kept = state_kept(office.server.database)
    assert kept is not None
    assert kept.drift_us == -3_600 * SECOND_US


def test_a_counter_that_says_nothing_is_served_as_ever(office: Office) -> None:
    office.link.changes(0)
    assert state_kept(office.server.database) is None


def test_only_the_pull_says_it(office: Office) -> None:
    office.link.facts = saying(lambda: STATE)
    office.link.results(0)
    assert state_kept(office.server.database) is None


def test_what_was_put_into_a_request_on_the_way_is_not_believed(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    send = Transport.send

    def put_in(
        transport: Transport, request: PreparedRequest, sink: PartSink | None = None
    ) -> Answer:
        request.headers[STATE_HEADER] = state_text(STATE)
        return send(transport, request, sink)

    monkeypatch.setattr(Transport, "send", put_in)
    office.link.changes(0)
    assert state_kept(office.server.database) is None


def test_a_word_that_makes_no_sense_is_no_reason_to_refuse(office: Office) -> None:
    for text in ("{}", "no state", '{"version":1}', "x" * (MOST_STATE_CHARACTERS + 1)):
        office.link.facts = lambda _path, text=text: {STATE_HEADER: text}  # type: ignore[misc] # bound now
        office.link.changes(0)
    assert state_kept(office.server.database) is None


def test_a_state_comes_back_as_it_was_said() -> None:
    assert state_of(state_text(STATE)) == STATE
    assert state_of(state_text(CounterState("1", 1, 0, 0))) == CounterState("1", 1, 0, 0)


def test_the_last_word_counts_and_strange_numbers_are_cut(head_office: HeadOffice) -> None:
    database = head_office.centre.database
    head_office.centre.counter("C07")
    strange = CounterState("9" * 99, 2**60, -5, 2**60, 2**60)
    for said, at_us in ((strange, NOW_US), (STATE, NOW_US + 1), (strange, NOW_US)):
        database.write(
            lambda c, said=said, at_us=at_us: counter_states.note_state(c, "C07", 1, said, at_us)  # type: ignore[misc] # bound now
        )
    kept = state_kept(database)
    assert kept is not None
    assert (kept.version, kept.unsent) == ("0.1.0", 14)
    database.write(lambda c: counter_states.note_state(c, "C07", 1, strange, NOW_US + 2))
    kept = state_kept(database)
    assert kept is not None
    largest = counter_states.LARGEST_TOLD
    assert (kept.version, kept.unsent, kept.unsent_paise) == ("9" * 40, 0, largest)

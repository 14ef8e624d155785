"""The roster kept up, with every act kept, and what counters are told of it: on SQLite and PostgreSQL alike."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from billing_server.store import audit, roster, roster_upkeep
from billing_server.store.roster_upkeep import PersonKept
from counter_app.wire.exchange import Person
from tests.billing_server.centres import EACH_KIND, HOUR_US, centre_with_two_consumers

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.billing_server.centres import PlayedCentre

TODAY = date(2026, 11, 18)
ASHA = PersonKept("asha", "Asha Verma", "आशा वर्मा", "cashier", "hash 1", TODAY)
DAY_US = 24 * HOUR_US


@pytest.fixture(params=EACH_KIND)
def centre(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[PlayedCentre]:
    yield from centre_with_two_consumers(request.param, tmp_path)


def keep(centre: PlayedCentre, kept: PersonKept) -> str:
    return roster_upkeep.keep_person(
        centre.database, kept, "head office", "posted here", centre.now_us
    )


def end(centre: PlayedCentre, last_day: date) -> None:
    roster_upkeep.end_person(
        centre.database, "asha", last_day, "head office", "transferred", centre.now_us
    )


def told(centre: PlayedCentre) -> tuple[Person, ...]:
    people = centre.pull("C07")[-1].roster
    assert people is not None
    return people


def test_a_person_added_is_told_to_counters_at_the_next_pull(centre: PlayedCentre) -> None:
    assert keep(centre, ASHA) == "added"
    assert told(centre) == (Person("asha", "Asha Verma", "आशा वर्मा", "cashier", "hash 1"),)
    (on_roster,) = centre.database.read(roster_upkeep.people)
    assert on_roster.last is not None
    assert (on_roster.last.by, on_roster.last.reason) == ("head office", "posted here")
    assert roster_upkeep.is_working(on_roster, centre.now_us)
    assert [one.what for one in centre.database.read(audit.acts)] == ["added asha on the roster"]


def test_a_change_keeps_the_pin_unless_there_is_a_new_one(centre: PlayedCentre) -> None:
    keep(centre, ASHA)
    assert keep(centre, replace(ASHA, role="supervisor", pin_hash="")) == "changed"
    keep(centre, replace(ASHA, role="supervisor", pin_hash="hash 2", name_hi=" आशा "))
    (asha,) = told(centre)
    assert (asha.name_hi, asha.role, asha.pin_hash) == ("आशा", "supervisor", "hash 2")
    acts = centre.database.read(lambda c: roster_upkeep.acts_of(c, "asha"))
    assert [(one.number, one.act, one.role, one.is_pin_new) for one in acts] == [
        (1, "added", "cashier", True),
        (2, "changed", "supervisor", False),
        (3, "changed", "supervisor", True),
    ]


def test_people_work_from_their_first_to_their_last_day_in_india(centre: PlayedCentre) -> None:
    keep(centre, replace(ASHA, valid_from=date(2026, 11, 19)))
    assert told(centre) == ()
    centre.now_us += DAY_US
    assert [one.cashier_id for one in told(centre)] == ["asha"]
    end(centre, date(2026, 11, 20))
    centre.now_us += DAY_US
    assert [one.cashier_id for one in told(centre)] == ["asha"]
    centre.now_us += 12 * HOUR_US  # past midnight there, 19:06 UTC of the last day
    assert told(centre) == ()
    (ended,) = centre.database.read(roster_upkeep.people)
    assert not roster_upkeep.is_working(ended, centre.now_us)
    assert ended.last is not None
    assert (ended.last.act, ended.last.valid_from, ended.last.valid_to) == (
        "ended", "2026-11-19", "2026-11-20",
    )  # fmt: skip


def test_who_was_there_before_the_roster_had_a_history_is_told_and_can_be_ended(
    centre: PlayedCentre,
) -> None:
    roster.put_people(centre.database, [Person("asha", "Asha", "आशा", "cashier", "hash")])
    (person,) = centre.database.read(roster_upkeep.people)
    assert person.last is None
    assert roster_upkeep.is_working(person, centre.now_us)
    assert [one.cashier_id for one in centre.database.read(roster.tell_roster)] == ["asha"]
    end(centre, date(2026, 11, 17))
    assert told(centre) == ()
    keep(centre, replace(ASHA, pin_hash=""))
    assert told(centre) == (Person("asha", "Asha Verma", "आशा वर्मा", "cashier", "hash"),)


WRONG = {
    "no id": (replace(ASHA, cashier_id="a b"), "is no id"),
    "no name": (replace(ASHA, name_hi=" "), "a name in English and one in Hindi"),
    "a long name": (replace(ASHA, name_en="x" * 300), "a name in English and one in Hindi"),
    "no role": (replace(ASHA, role="queen"), "is no role"),
    "no PIN": (replace(ASHA, pin_hash=""), "a PIN is needed"),
    "days": (replace(ASHA, valid_to=date(2026, 11, 1)), "before the first"),
}


@pytest.mark.parametrize(("wrong", "why"), WRONG.values(), ids=WRONG.keys())
def test_a_person_who_cannot_be_is_refused(
    centre: PlayedCentre, wrong: PersonKept, why: str
) -> None:
    with pytest.raises(ValueError, match=why):
        keep(centre, wrong)
    assert told(centre) == ()


def test_nobody_unknown_is_ended_and_nobody_without_a_reason(centre: PlayedCentre) -> None:
    with pytest.raises(ValueError, match="not on the roster"):
        end(centre, TODAY)
    with pytest.raises(ValueError, match="who decided it"):
        roster_upkeep.keep_person(centre.database, ASHA, "head office", " ", centre.now_us)

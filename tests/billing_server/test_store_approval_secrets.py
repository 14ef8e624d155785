"""Secrets for approval by telephone at the centre, and what counters are told of them: on both databases alike."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import insert, text

from billing_server.migrations.upgrade import upgrade
from billing_server.store import approval_secrets, roster, roster_upkeep
from billing_server.store.engine import open_database
from billing_server.store.roster_upkeep import PersonKept
from billing_server.store.saying_no import SaidNo
from billing_server.store.schema import PERSON
from counter_app.wire.canonical import raw_of, text_of
from counter_app.wire.exchange import Person
from counter_app.wire.telephone import counter_key
from tests.billing_server.centres import EACH_KIND, centre_with_two_consumers
from tests.billing_server.postgresql import shared_cluster

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.billing_server.centres import PlayedCentre

TODAY = date(2026, 11, 18)
ASHA = PersonKept("asha", "Asha Verma", "आशा वर्मा", "supervisor", "hash 1", TODAY)
BABU = replace(ASHA, cashier_id="babu", role="cashier")
NOBODY = "does not approve by telephone"


@pytest.fixture(params=EACH_KIND)
def centre(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[PlayedCentre]:
    yield from centre_with_two_consumers(request.param, tmp_path)


def keep(centre: PlayedCentre, *people: PersonKept) -> None:
    for kept in people:
        roster_upkeep.keep_person(centre.database, kept, "office", "posted here", centre.now_us)


def keys_told(centre: PlayedCentre, counter_id: str) -> dict[str, str]:
    people = centre.pull(counter_id)[-1].roster
    assert people is not None
    return {one.cashier_id: one.approval_key for one in people}


def renewed(centre: PlayedCentre) -> bytes:
    return centre.database.write(
        lambda c: approval_secrets.renew(c, "asha", "meera", centre.now_us)
    )


def test_only_who_may_approve_has_a_key_and_each_counter_another(centre: PlayedCentre) -> None:
    keep(centre, ASHA, BABU)
    here, there = keys_told(centre, "C07"), keys_told(centre, "C08")
    assert here["babu"] == there["babu"] == ""
    assert len(raw_of(here["asha"])) == 32
    assert here["asha"] != there["asha"]
    assert keys_told(centre, "C07") == here
    key = centre.database.read(lambda c: approval_secrets.key_for(c, "asha", "C07"))
    assert text_of(key) == here["asha"]


def test_a_roster_for_no_counter_holds_no_key(centre: PlayedCentre) -> None:
    keep(centre, ASHA)
    (asha,) = centre.database.read(lambda c: roster.tell_roster(c, centre.now_us))
    assert asha.approval_key == ""


def test_a_secret_stays_while_names_and_pin_change_and_ends_with_the_role(
    centre: PlayedCentre,
) -> None:
    keep(centre, ASHA)
    before = keys_told(centre, "C07")["asha"]
    keep(centre, replace(ASHA, name_hi="आशा", pin_hash="hash 2"))
    assert keys_told(centre, "C07")["asha"] == before
    keep(centre, replace(ASHA, role="cashier"))
    assert keys_told(centre, "C07")["asha"] == ""
    assert centre.database.read(approval_secrets.approvers) == ()
    keep(centre, ASHA)
    assert keys_told(centre, "C07")["asha"] not in ("", before)


def test_a_renewed_secret_is_told_once_and_changes_every_key(centre: PlayedCentre) -> None:
    keep(centre, ASHA)
    before = keys_told(centre, "C07")["asha"]
    secret = renewed(centre)
    told = keys_told(centre, "C07")["asha"]
    assert told == text_of(counter_key(secret, "C07"))
    assert told != before
    (kept,) = centre.database.read(approval_secrets.approvers)
    assert (kept.made_by, kept.made_us) == ("meera", centre.now_us)
    assert renewed(centre) != secret


def test_people_put_and_removed_by_command_have_and_lose_a_secret(centre: PlayedCentre) -> None:
    person = Person("3001", "Archana", "अर्चना", "supervisor", "hash")
    roster.put_people(centre.database, [person])
    key = keys_told(centre, "C07")["3001"]
    roster.put_people(centre.database, [person])
    assert keys_told(centre, "C07") == {"3001": key}
    roster.remove_person(centre.database, "3001")
    assert centre.database.read(approval_secrets.approvers) == ()


def test_a_person_of_the_console_answers_as_one_approver(centre: PlayedCentre) -> None:
    keep(centre, ASHA, replace(ASHA, cashier_id="chand"))

    def link(who: str, name: str) -> None:
        centre.database.write(lambda c: approval_secrets.link(c, who, name))

    link("asha", "asha.v")
    link("asha", "asha.v")
    of_console = centre.database.read(lambda c: approval_secrets.approver_of(c, "asha.v"))
    assert of_console is not None
    assert of_console.cashier_id == "asha"
    with pytest.raises(SaidNo, match="answers as asha already"):
        link("chand", "asha.v")
    renewed(centre)
    assert centre.database.read(lambda c: approval_secrets.approver_of(c, "asha.v")) is not None
    link("asha", "")
    link("chand", "")
    assert centre.database.read(lambda c: approval_secrets.approver_of(c, "asha.v")) is None


def test_who_may_not_approve_has_nothing_to_renew_link_or_answer_with(
    centre: PlayedCentre,
) -> None:
    keep(centre, BABU)
    with pytest.raises(SaidNo, match=NOBODY):
        centre.database.write(lambda c: approval_secrets.renew(c, "babu", "x", centre.now_us))
    with pytest.raises(SaidNo, match=NOBODY):
        centre.database.write(lambda c: approval_secrets.link(c, "babu", "x"))
    with pytest.raises(SaidNo, match=NOBODY):
        centre.database.read(lambda c: approval_secrets.key_for(c, "babu", "C07"))
    assert not approval_secrets.is_approver("queen")


@pytest.mark.parametrize(
    "kind", ["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)]
)
def test_supervisors_of_an_older_roster_get_a_secret_with_the_new_schema(
    kind: str, tmp_path: Path
) -> None:
    url = (
        f"sqlite:///{(tmp_path / 'billing.db').as_posix()}"
        if kind == "sqlite"
        else shared_cluster().empty_database()
    )
    database = open_database(url)
    upgrade(database, "0008")
    people = [
        {"cashier_id": name, "name_en": "N", "name_hi": "न", "role": role, "pin_hash": "h"}
        for name, role in (("asha", "supervisor"), ("babu", "cashier"))
    ]
    database.write(lambda c: c.execute(insert(PERSON), people))
    upgrade(database)
    (kept,) = database.read(approval_secrets.approvers)
    assert kept.cashier_id == "asha"
    assert (
        database.read(
            lambda c: c.execute(text("SELECT length(secret) FROM approval_secret")).scalar()
        )
        == 32
    )
    database.close()

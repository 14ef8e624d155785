"""The centre's dated rules: set, told to counters when they changed, applied here too. On both databases."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from billing_server.store import audit, book_load, notes, policy
from counter_app.domain.policy import RuleName
from counter_app.domain.usual_policy import USUAL_POLICY
from counter_app.wire.bodies import OverrideGranted, RuleSetHere
from counter_app.wire.exchange import Fate
from counter_app.wire.rules import RuleTold, policy_of
from tests.billing_server.centres import EACH_KIND, A, centre_with_two_consumers
from tests.billing_server.players import DAY, bill, cash, consumer, paid_by

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from counter_app.domain.policy import Rule
    from counter_app.wire.rules import PolicyTold
    from tests.billing_server.centres import PlayedCentre

NOVEMBER, DECEMBER = date(2026, 11, 1), date(2026, 12, 1)
ORDER = "Order 12 of 2026"
LAW: Mapping[str, str] = {"refuse_from_paise": "50,000"}


@pytest.fixture(params=EACH_KIND)
def centre(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[PlayedCentre]:
    yield from centre_with_two_consumers(request.param, tmp_path)


def set_rule(
    centre: PlayedCentre,
    name: str = RuleName.CASH_OF_PAYER,
    *,
    valid_from: date = NOVEMBER,
    valid_to: date | None = None,
    authority: str = ORDER,
    by: str = "manager",
    fields: Mapping[str, str] = LAW,
) -> Rule:
    return policy.set_rule(
        centre.database,
        name,
        fields,
        valid_from=valid_from,
        valid_to=valid_to,
        authority=authority,
        by=by,
        now_us=centre.now_us,
    )


def told(centre: PlayedCentre, since: int = 0) -> list[PolicyTold]:
    return [page.policy for page in centre.pull("C07", since) if page.policy is not None]


def test_a_rule_gets_the_version_after_the_usual_one(centre: PlayedCentre) -> None:
    assert [set_rule(centre).version, set_rule(centre).version] == [2, 3]
    assert set_rule(centre, RuleName.PART_COUNT, fields={"most_a_month": "2"}).version == 2
    (page,) = told(centre)
    assert (page.version, len(page.rules)) == (3, 3)
    understood = policy_of(USUAL_POLICY, page.rules, page.version)
    assert understood.not_understood == ()
    in_force = understood.in_force(RuleName.CASH_OF_PAYER, NOVEMBER)
    assert (in_force.version, in_force.number("refuse_from_paise")) == (3, 50_000_00)
    assert in_force.authority == ORDER
    lines = centre.database.read(policy.rules_of)
    assert lines[0].startswith("1 cash_of_payer version 2, 2026-11-01 to no end: ")
    assert [act.what for act in centre.database.read(audit.acts)][-1].startswith("set rule part")


def test_a_centre_without_rules_of_its_own_tells_none(centre: PlayedCentre) -> None:
    assert told(centre) == []


def test_the_policy_is_told_once_after_it_changed(centre: PlayedCentre) -> None:
    cursor = centre.cursor()
    set_rule(centre)
    (first,) = told(centre, cursor)
    assert first.version == 1
    cursor = centre.pull("C07", cursor)[-1].next_cursor
    assert told(centre, cursor) == []
    centre.settings = type(centre.settings)(page_consumers=1)
    book_load.load_book(centre.database, [consumer(A)], [])
    assert told(centre, cursor) == []
    set_rule(centre)
    assert [page.version for page in told(centre, cursor)] == [2]


def test_a_policy_set_before_the_book_is_told_on_the_first_page_of_many(
    centre: PlayedCentre,
) -> None:
    set_rule(centre)
    accounts = [f"75000000{number:02d}" for number in range(5)]
    book_load.load_book(
        centre.database, [consumer(a) for a in accounts], [bill(a) for a in accounts]
    )
    centre.settings = type(centre.settings)(page_consumers=2)
    pages = centre.pull("C07")
    assert len(pages) == 4
    assert [page.policy is not None for page in pages].count(True) == 1


def test_a_policy_set_during_a_pull_comes_with_it(centre: PlayedCentre) -> None:
    centre.settings = type(centre.settings)(page_consumers=1)
    first = centre.page("C07")
    set_rule(centre)
    rest = centre.pull("C07", first.next_cursor)
    assert [page.policy.version for page in rest if page.policy] == [1]
    assert rest[-1].mark is not None


WRONG = {
    "unknown": ("no_such_rule", LAW, ORDER, "m", "rule_unknown"),
    "a value missing": (RuleName.DRAFT, {"is_taken": "yes"}, ORDER, "m", "rule_value_wrong"),
    "a field too many": (RuleName.CASH_OF_PAYER, {**LAW, "more": "1"}, ORDER, "m", "no field more"),
    "no sum": (RuleName.CASH_OF_PAYER, {"refuse_from_paise": "x"}, ORDER, "m", "rule_value_wrong"),
    "no order": (RuleName.CASH_OF_PAYER, LAW, " ", "m", "authority"),
    "nobody": (RuleName.CASH_OF_PAYER, LAW, ORDER, "", "who set it"),
    "somebody too long": (RuleName.CASH_OF_PAYER, LAW, ORDER, "m" * 300, "who set it"),
    "a card's number": (RuleName.CASH_OF_PAYER, LAW, "4111 1111 1111 1111", "m", "card_number"),
}


@pytest.mark.parametrize(
    ("name", "fields", "authority", "by", "why"), WRONG.values(), ids=WRONG.keys()
)
def test_a_rule_that_cannot_be_applied_is_not_set(
    centre: PlayedCentre, name: str, fields: dict[str, str], authority: str, by: str, why: str
) -> None:
    with pytest.raises(ValueError, match=why):
        set_rule(centre, name, fields=fields, authority=authority, by=by)
    with pytest.raises(ValueError, match="rule_dates_wrong"):
        set_rule(centre, valid_to=date(2026, 10, 31))
    assert told(centre) == []


def test_the_limit_on_cash_is_that_of_the_business_date(centre: PlayedCentre) -> None:
    set_rule(centre, valid_from=NOVEMBER, valid_to=date(2026, 11, 18))
    counter = centre.counter()
    counter.tell(
        paid_by(A, cash(50_000_00)),
        paid_by(A, cash(49_999_99), business_date="2026-11-17"),
        paid_by(A, cash(50_000_00), business_date="2026-11-19"),
        paid_by(A, cash(50_000_00), business_date="2026-10-31"),
    )
    assert centre.fates(counter) == [
        Fate.LIMIT_EXCEEDED,
        Fate.PAID_MEANWHILE,
        Fate.PAID_MEANWHILE,
        Fate.PAID_MEANWHILE,
    ]


def test_words_and_rules_of_counters_can_be_asked_for(centre: PlayedCentre) -> None:
    counter = centre.counter()
    rule = RuleTold(
        name="stamp",
        version=2,
        valid_from=DAY,
        valid_to="",
        values={"how": "none", "above_paise": 5_000_00},
        authority="local",
        is_local=True,
        set_by="S201",
        reason="no stamps left",
    )
    word = OverrideGranted(
        "W1", "S201", "asha", "shift", DAY, ("same_payment", "drawer"), "known consumer", ""
    )
    counter.tell(word, RuleSetHere(rule))
    assert centre.fates(counter) == [Fate.NOTED, Fate.NOTED]
    assert centre.database.read(notes.words_given) == (
        f"C07/1/1 {DAY} S201 to asha: same_payment drawer (known consumer)",
    )
    (line,) = centre.database.read(notes.rules_set_at_counters)
    fields = '{"above_paise":500000,"how":"none"}'
    assert line == f"C07/1/2 stamp {DAY} to no end: {fields} by S201 (no stamps left)"
    assert told(centre) == []

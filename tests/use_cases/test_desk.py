"""The desk is handed out at once, and made when the first verb is called."""

from __future__ import annotations

import threading
from dataclasses import fields
from typing import Any

import pytest

from counter_app.domain.errors import Fault, FaultCode
from counter_app.use_cases.desk import Desk, late_desk
from tests.builders import TODAY


def a_desk(**verbs: Any) -> Desk:  # noqa: ANN401 - a verb takes what it takes
    """A desk on which only these verbs may be asked."""

    def not_asked(*_: object) -> object:
        raise AssertionError

    return Desk(**{field.name: verbs.get(field.name, not_asked) for field in fields(Desk)})


def test_nothing_is_made_until_a_verb_is_asked() -> None:
    made = []

    def make() -> Desk:
        made.append(1)
        return a_desk(business_date=lambda: TODAY, list_receipts=lambda _: ())

    desk = late_desk(make)
    assert made == []
    assert desk.business_date() == TODAY
    assert desk.list_receipts(TODAY) == ()
    assert made == [1]


def test_a_desk_that_could_not_be_made_is_tried_again() -> None:
    faults = [Fault(FaultCode.LEDGER_IN_USE)]

    def make() -> Desk:
        if faults:
            raise faults.pop()
        return a_desk(business_date=lambda: TODAY)

    desk = late_desk(make)
    with pytest.raises(Fault):
        desk.business_date()
    assert desk.business_date() == TODAY


def test_two_lanes_asking_at_once_make_one_desk() -> None:
    made = []
    both = threading.Barrier(2)

    def make() -> Desk:
        made.append(1)
        return a_desk(business_date=lambda: TODAY)

    desk = late_desk(make)

    def ask() -> None:
        both.wait(timeout=10)
        desk.business_date()

    lanes = [threading.Thread(target=ask) for _ in range(2)]
    for lane in lanes:
        lane.start()
    for lane in lanes:
        lane.join(timeout=10)
    assert made == [1]

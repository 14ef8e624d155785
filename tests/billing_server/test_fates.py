"""Whatever a message says, it gets a fate: nothing that is signed can stop the queue."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from billing_server.reading import MessageKey, read_message
from billing_server.standing import BillStanding, TimeBracket
from billing_server.store import book_load, suspense
from counter_app.wire.bodies import InstrumentMoved, OverrideGranted, RuleSetHere
from counter_app.wire.canonical import canonical_bytes
from counter_app.wire.rules import RuleTold
from counter_app.wire.told_parts import NotedTold
from tests.billing_server.centres import KINDS, open_centre
from tests.billing_server.players import (
    DAY,
    bill,
    cheque,
    consumer,
    paid_by,
    payment,
    returned,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from counter_app.wire.bodies import Body
    from tests.billing_server.centres import PlayedCentre

A = "7412000001"
TEXTS = st.text(max_size=400) | st.sampled_from(
    ["", "\x00", "2026-11-18", A, "उपभोक्ता", "x" * 9_000]
)
NUMBERS = st.integers() | st.sampled_from([0, 1, 2**62, 2**63, -(2**63), 2**70])
ANYTHING = st.recursive(
    st.none() | st.booleans() | NUMBERS | st.floats(allow_nan=False, allow_infinity=False) | TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4),
    max_leaves=12,
)
PLAIN_FIELDS = (
    "payment_id", "receipt_no", "account_no", "amount_paise", "settlement", "business_date",
    "cashier_id", "shift_id", "payer", "tenders", "allocations", "postings",
)  # fmt: skip


@pytest.fixture(
    scope="module",
    params=[pytest.param(k, marks=[pytest.mark.postgresql] * (k != KINDS[0])) for k in KINDS],
)
def centre(request: pytest.FixtureRequest) -> Iterator[PlayedCentre]:
    with tempfile.TemporaryDirectory() as folder:
        opened = open_centre(request.param, Path(folder))
        book_load.load_book(opened.database, [consumer(A)], [bill(A)])
        yield opened
        opened.database.close()


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    changes=st.dictionaries(st.sampled_from(PLAIN_FIELDS), TEXTS | NUMBERS | ANYTHING, max_size=4)
)
def test_any_body_under_a_good_signature_gets_a_fate_and_is_kept(
    centre: PlayedCentre, changes: dict[str, object]
) -> None:
    counter = centre.counter("C07")
    body = msgspec.to_builtins(payment(A, 1_00))
    counter.tell(payment(A, 1_00))
    message = msgspec.json.decode(counter.sealed.pop().raw)
    counter.head = type(counter.head)(counter.epoch, 0, bytes(32))
    message["body"] = {**body, **changes, "kind": "payment_taken"}
    counter.tell_raw(canonical_bytes(message))
    told = centre.acknowledged(centre.push(counter))
    assert len(told.fates) == 1
    kept = centre.raw_messages("C07")[MessageKey("C07", counter.epoch, 1)]
    assert bytes(kept) == counter.sealed[0].raw


BODIES: dict[str, Body] = {
    "payment_taken": paid_by(A, cheque("123456", 1_00), noted=NotedTold("Ram", meter_no="M1")),
    "instrument_returned": returned("cheque:1:2", (paid_by(A, cheque("123456", 1_00)), 1_00)),
    "instrument_moved": InstrumentMoved("cheque:1:2", "listed", DAY, "asha", ""),
    "override_granted": OverrideGranted("W", "S", "asha", "shift", DAY, ("drawer",), "why", ""),
    "rule_set": RuleSetHere(RuleTold("stamp", 2, DAY, "", {"how": "none"}, "local")),
}


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data(), kind=st.sampled_from(sorted(BODIES)))
def test_whatever_is_changed_deep_inside_any_body_it_gets_a_fate(
    centre: PlayedCentre, data: st.DataObject, kind: str
) -> None:
    counter = centre.counter("C07")
    counter.tell(BODIES[kind])
    message = msgspec.json.decode(counter.sealed.pop().raw)
    counter.head = type(counter.head)(counter.epoch, 0, bytes(32))
    for _ in range(data.draw(st.integers(1, 3))):
        holder, place = data.draw(st.sampled_from(list(places_in(message["body"]))))
        like = {str: TEXTS, int: NUMBERS, bool: NUMBERS}.get(type(holder[place]), ANYTHING)
        holder[place] = data.draw(like | ANYTHING)
    message["body"]["kind"] = kind
    counter.tell_raw(canonical_bytes(message))
    told = centre.acknowledged(centre.push(counter))
    assert len(told.fates) == 1
    centre.database.read(suspense.waiting)


def places_in(node: object) -> Iterator[tuple[Any, Any]]:
    """Every value that stands somewhere in a body, as what holds it and where; ``kind`` stays."""
    pairs: list[tuple[Any, Any]] = []
    if isinstance(node, dict):
        pairs = [(node, key) for key in node if key != "kind"]
    elif isinstance(node, list):
        pairs = [(node, place) for place in range(len(node))]
    for holder, place in pairs:
        yield holder, place
        yield from places_in(holder[place])


@settings(deadline=None)
@given(raw=st.binary(max_size=200) | ANYTHING.map(canonical_bytes))
def test_reading_a_message_never_raises(raw: bytes) -> None:
    read = read_message(MessageKey("C07", 1, 1), raw, bytes(32))
    assert read.message is None
    assert read.reason
    assert read.kind == "unknown"


@given(st.integers(1, 2**60), st.integers(1, 2**60), st.integers(0, 10**15))
def test_a_moment_between_enrolment_and_now_is_never_doubtful(
    first: int, second: int, tolerance_us: int
) -> None:
    enrolled, now = sorted((first, second))
    bracket = TimeBracket(enrolled, now, tolerance_us)
    for moment in (enrolled, now, (enrolled + now) // 2):
        assert bracket.holds(moment, 0)
        assert bracket.holds(moment, now + 1)


def test_a_bill_asks_for_more_after_its_due_date() -> None:
    standing = BillStanding("B1", "2026-11-01", "2026-11-25", 100_00, 110_00, 30_00)
    assert standing.outstanding_on("2026-11-25") == 70_00
    assert standing.outstanding_on("2026-11-26") == 80_00

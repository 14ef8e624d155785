"""Whatever counter and centre say to each other reads back as it was said."""

from __future__ import annotations

from typing import Any, get_args, get_origin

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counter_app.wire import exchange
from counter_app.wire.canonical import canonical_bytes, decode_payload, raw_of
from counter_app.wire.exchange import IN_THE_BILL, Batch, Fate, Problem, batch_of
from counter_app.wire.messages import Message
from counter_app.wire.results import ResultKind, ResultTold
from tests.wire.golden import chain

SPOKEN = [
    kind
    for kind in vars(exchange).values()
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct) and kind is not Batch
]


def said(kind: Any) -> st.SearchStrategy[Any]:  # noqa: ANN401 - a type as wide as msgspec takes
    """Anything of this type."""
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        parts = {part.name: said(part.type) for part in msgspec.structs.fields(kind)}
        return st.builds(kind, **parts)
    if kind is int:
        return st.integers(-(2**63), 2**63 - 1)
    inner = get_args(kind)
    if get_origin(kind) is tuple:
        return st.lists(said(inner[0]), max_size=3).map(tuple)
    if inner and get_origin(kind) is not dict:
        return st.one_of([said(one) for one in inner])
    strategy: st.SearchStrategy[Any] = st.from_type(kind)
    return strategy


@pytest.mark.parametrize("kind", [*SPOKEN, Message])
@settings(max_examples=40)
@given(data=st.data())
def test_what_is_written_is_read_back(kind: type, data: st.DataObject) -> None:
    value = data.draw(said(kind))
    assert decode_payload(canonical_bytes(value), kind) == value


def test_every_struct_of_the_exchange_is_tried() -> None:
    assert {kind.__name__ for kind in SPOKEN} >= {"Acknowledgement", "Changes", "Enrolment", "Head"}


def test_a_batch_carries_the_exact_bytes_of_its_messages() -> None:
    sealed = list(chain().values())
    batch = batch_of(1, sealed[0].previous, tuple(one.raw for one in sealed), sealed[-1].signature)
    body = canonical_bytes(batch)
    again = msgspec.json.decode(body, type=Batch)
    assert [bytes(raw) for raw in again.messages] == [one.raw for one in sealed]
    assert (again.first, raw_of(again.previous)) == (1, sealed[0].previous)
    assert raw_of(again.head_signature) == sealed[-1].signature


def test_a_problem_leaves_out_what_does_not_apply() -> None:
    problem = Problem("about:blank", "Not now", 503, "busy")
    assert canonical_bytes(problem) == (
        b'{"code":"busy","status":503,"title":"Not now","type":"about:blank"}'
    )


def test_money_set_aside_is_in_no_bill() -> None:
    aside = set(Fate) - IN_THE_BILL
    assert {Fate.UNKNOWN_ACCOUNT, Fate.POSSIBLE_DOUBLE, Fate.NOT_APPLIED} <= aside
    assert {Fate.POSTED, Fate.LIMIT_EXCEEDED} <= IN_THE_BILL


def test_a_result_leaves_out_what_does_not_apply() -> None:
    told = ResultTold(3, ResultKind.SUSPENSE_MATCHED, 7, 100_00, "R1", "A1")
    body = canonical_bytes(told)
    assert body == (
        b'{"account_no":"A1","amount_paise":10000,"at_us":7,"kind":"SUSPENSE_MATCHED",'
        b'"number":3,"receipt_no":"R1"}'
    )
    assert msgspec.json.decode(body, type=ResultTold) == told

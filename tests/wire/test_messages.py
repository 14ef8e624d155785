"""Messages are made once: their bytes, links and signatures stay."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime, timedelta, timezone
from typing import get_args
from uuid import UUID

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from nacl.signing import VerifyKey

from counter_app.domain.identity import IST
from counter_app.wire.bodies import Body, ReceiptReprinted
from counter_app.wire.canonical import NO_HEAD, canonical_bytes, chain_hash, head_is_signed
from counter_app.wire.messages import ChainHead, Message, SealedMessage, microseconds, seal
from tests.builders import CASHIER_ID, COUNTER_ID, COUNTER_KEY
from tests.wire.golden import (
    CLOCK,
    FOLDER,
    bodies,
    bodies_apart,
    chain,
    first_bodies,
    keep_new,
    kept_form,
    read_kept,
)

BODIES = {**bodies(), **first_bodies(), **bodies_apart()}
notes = st.builds(
    ReceiptReprinted, st.text(max_size=20), st.integers(1, 99), st.just(str(CASHIER_ID))
)


def sealed_after(head: ChainHead, body: ReceiptReprinted, *, epoch: int = 1) -> SealedMessage:
    return seal(
        body,
        message_id=UUID(int=1),
        counter_id=COUNTER_ID,
        epoch=epoch,
        head=head,
        clock=CLOCK,
        snapshot_version="",
        signer=COUNTER_KEY,
    )


def a_chain(bodies_told: list[ReceiptReprinted]) -> list[SealedMessage]:
    head, made = ChainHead(0, 0, NO_HEAD), []
    for body in bodies_told:
        made.append(sealed_after(head, body))
        head = ChainHead(1, made[-1].message.sequence, made[-1].hash)
    return made


def head_of(raws: list[bytes]) -> bytes:
    """The chain worked out from bytes alone, as the centre does."""
    head = NO_HEAD
    for raw in raws:
        head = chain_hash(head, raw)
    return head


@pytest.mark.parametrize("name", sorted(BODIES))
def test_the_bytes_of_every_kind_are_those_we_always_made(name: str) -> None:
    assert kept_form(chain()[name]) == read_kept(name)


@pytest.mark.parametrize("name", sorted(BODIES))
def test_kept_bytes_are_read_and_written_the_same(name: str) -> None:
    raw = read_kept(name).raw.encode()
    message = msgspec.json.decode(raw, type=Message)
    assert canonical_bytes(message) == raw
    assert message.body == BODIES[name]


@pytest.mark.parametrize("name", sorted(BODIES))
def test_kept_hashes_and_signatures_are_right_by_other_hands(name: str) -> None:
    kept = read_kept(name)
    linked = hashlib.sha256(bytes.fromhex(kept.previous) + kept.raw.encode()).digest()
    assert linked.hex() == kept.hash
    VerifyKey(COUNTER_KEY.public_key).verify(
        b"kesco-counter/1 head\n" + linked, bytes.fromhex(kept.signature)
    )


def test_every_kind_of_message_has_its_kept_bytes() -> None:
    assert {path.stem for path in FOLDER.glob("*.json")} == set(BODIES)
    told = {type(body) for body in BODIES.values()}
    assert told == set(get_args(Body))
    before = {path: path.read_bytes() for path in FOLDER.glob("*.json")}
    keep_new()
    assert {path: path.read_bytes() for path in FOLDER.glob("*.json")} == before


def test_a_sealed_message_is_linked_and_signed() -> None:
    sealed = sealed_after(ChainHead(1, 41, bytes(range(32))), ReceiptReprinted("R", 1, CASHIER_ID))
    assert (sealed.message.epoch, sealed.message.sequence) == (1, 42)
    assert sealed.previous == bytes(range(32))
    assert sealed.hash == chain_hash(sealed.previous, sealed.raw)
    assert head_is_signed(COUNTER_KEY.public_key, sealed.hash, sealed.signature)


def test_a_new_epoch_begins_at_one_and_links_to_the_old_head() -> None:
    old = ChainHead(1, 41, bytes(range(32)))
    sealed = sealed_after(old, ReceiptReprinted("R", 1, CASHIER_ID), epoch=2)
    assert (sealed.message.epoch, sealed.message.sequence) == (2, 1)
    assert sealed.previous == old.hash


def test_the_first_message_of_all_links_to_nothing() -> None:
    (first,) = a_chain([ReceiptReprinted("R", 1, CASHIER_ID)])
    assert (first.message.sequence, first.previous) == (1, NO_HEAD)


@given(st.lists(notes, min_size=1, max_size=6), st.data())
def test_the_chain_shows_any_changed_byte(
    told: list[ReceiptReprinted], data: st.DataObject
) -> None:
    sealed = a_chain(told)
    raws = [one.raw for one in sealed]
    assert head_of(raws) == sealed[-1].hash
    place = data.draw(st.integers(0, len(raws) - 1))
    byte = data.draw(st.integers(0, len(raws[place]) - 1))
    changed = bytearray(raws[place])
    changed[byte] ^= data.draw(st.integers(1, 255))
    raws[place] = bytes(changed)
    assert not head_is_signed(COUNTER_KEY.public_key, head_of(raws), sealed[-1].signature)


@given(st.lists(notes, min_size=1, max_size=6), st.data())
def test_the_chain_shows_a_dropped_message(
    told: list[ReceiptReprinted], data: st.DataObject
) -> None:
    sealed = a_chain(told)
    raws = [one.raw for one in sealed]
    del raws[data.draw(st.integers(0, len(raws) - 1))]
    assert not head_is_signed(COUNTER_KEY.public_key, head_of(raws), sealed[-1].signature)


@given(st.lists(notes, min_size=2, max_size=6), st.data())
def test_the_chain_shows_another_order(told: list[ReceiptReprinted], data: st.DataObject) -> None:
    sealed = a_chain(told)
    raws = [one.raw for one in sealed]
    one, other = data.draw(
        st.lists(st.integers(0, len(raws) - 1), min_size=2, max_size=2, unique=True)
    )
    raws[one], raws[other] = raws[other], raws[one]
    assert not head_is_signed(COUNTER_KEY.public_key, head_of(raws), sealed[-1].signature)


def test_the_same_message_twice_is_shown() -> None:
    sealed = a_chain([ReceiptReprinted("R", copy_no, CASHIER_ID) for copy_no in (1, 2)])
    raws = [one.raw for one in (*sealed, sealed[-1])]
    assert head_of(raws) != sealed[-1].hash


@given(
    st.datetimes(datetime(1970, 1, 1), datetime(9999, 12, 30)),  # noqa: DTZ001 - hypothesis adds the zone
    st.integers(-14 * 60, 14 * 60),
)
def test_moments_are_told_to_the_microsecond(moment: datetime, offset_minutes: int) -> None:
    aware = moment.replace(tzinfo=UTC)
    told = microseconds(aware.astimezone(timezone(timedelta(minutes=offset_minutes))))
    assert told == microseconds(aware)
    assert datetime(1970, 1, 1, tzinfo=UTC) + timedelta(microseconds=told) == aware


def test_a_moment_in_kanpur_is_told_in_utc() -> None:
    assert microseconds(datetime(1970, 1, 1, 5, 30, tzinfo=IST)) == 0

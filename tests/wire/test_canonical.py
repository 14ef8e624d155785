"""What is signed is believed, and nothing else is."""

from __future__ import annotations

import base64

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from nacl.signing import VerifyKey

from counter_app.wire.canonical import (
    KEY_BYTES,
    SIGNATURE_BYTES,
    KeyPair,
    NotOurServerError,
    canonical_bytes,
    chain_hash,
    decode_payload,
    head_is_signed,
    key_id_of,
    open_answer,
    raw_of,
    sign_answer,
    text_of,
)
from counter_app.wire.exchange import Head, ServerTime
from tests.builders import COUNTER_KEY, SERVER_KEY

KEYS = {key_id_of(SERVER_KEY.public_key): SERVER_KEY.public_key}
ANSWER = ServerTime("a nonce", 1_795_413_615_250_000)
SIGNED = sign_answer(SERVER_KEY, ANSWER)
PORTAL = b"<html><head><title>Login</title></head><body>Welcome to free Wi-Fi</body></html>"

json_values = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**63), 2**63 - 1) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=20,
)


@given(st.binary(max_size=100))
def test_bytes_travel_as_base64url_and_come_back(raw: bytes) -> None:
    text = text_of(raw)
    assert raw_of(text) == raw
    assert text == base64.urlsafe_b64encode(raw).decode().rstrip("=")


@given(st.text(max_size=12))
def test_there_is_one_way_to_write_bytes_as_text(text: str) -> None:
    try:
        raw = raw_of(text)
    except ValueError:
        return
    assert text_of(raw) == text


@pytest.mark.parametrize("text", ["AA==", "A", "AB", "+/+/", "AA\n", " AA", "अआ", "AAAA="])
def test_another_way_of_writing_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        raw_of(text)


@given(json_values)
def test_canonical_bytes_do_not_depend_on_the_order_of_keys(value: object) -> None:
    once = canonical_bytes(value)
    assert canonical_bytes(msgspec.json.decode(once)) == once
    if isinstance(value, dict):
        assert canonical_bytes(dict(reversed(value.items()))) == once


def test_canonical_bytes_are_plain_utf8_without_white_space() -> None:
    assert canonical_bytes({"ख": 1, "b": [1, None], "a": "क"}) == (
        '{"a":"क","b":[1,null],"ख":1}'.encode()
    )


@given(st.binary(min_size=32, max_size=32), st.binary(), st.binary())
def test_another_message_or_another_past_gives_another_hash(
    head: bytes, message: bytes, other: bytes
) -> None:
    assert len(chain_hash(head, message)) == 32
    assert (chain_hash(head, message) == chain_hash(head, other)) == (message == other)
    assert chain_hash(head, message) != chain_hash(bytes(reversed(head)) + b"x", message)


def test_a_key_pair_is_made_again_from_its_seed() -> None:
    pair = KeyPair.fresh()
    assert len(pair.seed) == len(pair.public_key) == KEY_BYTES
    assert KeyPair.from_seed(pair.seed).public_key == pair.public_key
    assert KeyPair.fresh().seed != pair.seed


def test_a_key_is_named_by_twelve_characters_people_can_type() -> None:
    names = {key_id_of(KeyPair.fresh().public_key) for _ in range(20)}
    assert len(names) == 20
    assert all(
        len(name) == 12 and set(name) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567") for name in names
    )


@given(st.binary(min_size=32, max_size=32), st.integers(0, SIGNATURE_BYTES * 8 - 1))
def test_a_head_is_proved_by_its_own_signature_only(head: bytes, bit: int) -> None:
    signature = COUNTER_KEY.sign_head(head)
    assert head_is_signed(COUNTER_KEY.public_key, head, signature)
    assert not head_is_signed(SERVER_KEY.public_key, head, signature)
    assert not head_is_signed(COUNTER_KEY.public_key, head[:-1], signature)
    flipped = int.from_bytes(signature, "big") ^ (1 << bit)
    assert not head_is_signed(COUNTER_KEY.public_key, head, flipped.to_bytes(64, "big"))


@pytest.mark.parametrize("public_key", [b"", b"short", bytes(33)])
def test_what_is_no_key_proves_nothing(public_key: bytes) -> None:
    assert not head_is_signed(public_key, bytes(32), bytes(64))
    assert not head_is_signed(COUNTER_KEY.public_key, bytes(32), b"short")


def test_a_signature_of_an_answer_does_not_prove_a_head() -> None:
    head = bytes(32)
    assert not head_is_signed(SERVER_KEY.public_key, head, SERVER_KEY.sign_answer(head))


def test_head_signatures_are_plain_ed25519_over_a_named_context() -> None:
    signed = b"kesco-counter/1 head\n" + bytes(32)
    VerifyKey(COUNTER_KEY.public_key).verify(signed, COUNTER_KEY.sign_head(bytes(32)))


def test_a_signed_answer_opens_to_its_exact_payload() -> None:
    payload = open_answer(KEYS, SIGNED)
    assert payload == canonical_bytes(ANSWER)
    assert decode_payload(payload, ServerTime) == ANSWER


@given(json_values)
def test_any_payload_comes_through_unchanged(value: object) -> None:
    assert open_answer(KEYS, sign_answer(SERVER_KEY, value)) == canonical_bytes(value)


def not_believed(body: bytes) -> None:
    with pytest.raises(NotOurServerError):
        open_answer(KEYS, body)


@pytest.mark.parametrize(
    "body",
    [
        b"",
        PORTAL,
        b"OK",
        b"null",
        b"[]",
        b"{}",
        canonical_bytes(ANSWER),
        b"\xff\xfe\x00",
        b'{"payload":' + b"[" * 100_000,
        b'{"key_id":"\xc3\xa9","payload":{},"signature":"\xc3\xa9"}',
        b'{"key_id":1,"payload":{},"signature":"AA"}',
        SIGNED + b"x",
        SIGNED[:-1],
        b"\x00" + SIGNED,
    ],
)
def test_anything_but_a_signed_answer_is_not_our_server(body: bytes) -> None:
    not_believed(body)


def test_a_truncated_answer_is_not_believed_wherever_it_was_cut() -> None:
    for length in range(len(SIGNED)):
        not_believed(SIGNED[:length])


def test_no_flipped_bit_goes_unseen() -> None:
    for place in range(len(SIGNED)):
        for bit in range(8):
            flipped = bytearray(SIGNED)
            flipped[place] ^= 1 << bit
            not_believed(bytes(flipped))


def test_an_unknown_key_is_not_believed() -> None:
    stranger = KeyPair.from_seed(b"a stranger's key, 32 bytes long.")
    not_believed(sign_answer(stranger, ANSWER))


def test_a_stranger_who_takes_our_name_is_not_believed() -> None:
    stranger = KeyPair.from_seed(b"a stranger's key, 32 bytes long.")
    claimed = sign_answer(stranger, ANSWER).replace(
        key_id_of(stranger.public_key).encode(), key_id_of(SERVER_KEY.public_key).encode()
    )
    not_believed(claimed)


def test_a_signed_answer_to_another_question_is_not_taken_for_this_one() -> None:
    payload = open_answer(KEYS, SIGNED)
    with pytest.raises(NotOurServerError, match="as the protocol says"):
        decode_payload(payload, Head)

"""Frames: what was sent is read, what was spoilt is refused, noise is dropped."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from counter_app.terminals.frames import (
    ACK,
    ETX,
    MOST_BODY_BYTES,
    NAK,
    STX,
    FrameReader,
    Sign,
    frame_of,
)
from tests.terminals.terminal_line import frame_of as frame_by_the_book

BODIES = st.binary(max_size=60).filter(lambda body: not {STX, ETX} & set(body))
NOISE = st.binary(max_size=20).filter(lambda noise: not {STX, ACK, NAK} & set(noise))
CUTS = st.lists(st.integers(0, 200), max_size=8).map(sorted)


def cut_at(sent: bytes, cuts: list[int]) -> list[bytes]:
    places = [0, *cuts, len(sent)]
    return [sent[start:end] for start, end in pairwise(places)]


def test_a_frame_is_as_the_protocol_writes_it() -> None:
    assert frame_of(b"MT=STATUS") == b"\x02MT=STATUS\x03\x33"
    assert frame_of(b"MT=STATUS") == frame_by_the_book({"MT": "STATUS"})


@given(BODIES, NOISE, CUTS)
def test_a_body_is_read_whole_however_the_line_cuts_it(
    body: bytes, noise: bytes, cuts: list[int]
) -> None:
    reader = FrameReader()
    sent = noise + frame_of(body) + noise + bytes([ACK]) + noise + frame_of(body)
    heard = [one for part in cut_at(sent, cuts) for one in reader.feed(part)]
    assert heard == [body, Sign.ACKNOWLEDGED, body]
    assert not reader.is_inside_frame


@given(BODIES, st.integers(0), st.integers(1, 255))
def test_a_byte_changed_on_the_way_never_gives_another_body(
    body: bytes, place: int, change: int
) -> None:
    sent = bytearray(frame_of(body))
    sent[place % len(sent)] ^= change
    heard = FrameReader().feed(bytes(sent))
    assert body not in heard
    assert not any(isinstance(one, bytes) and len(one) >= len(body) for one in heard)


@given(st.lists(st.binary(max_size=700), max_size=5))
def test_no_bytes_at_all_confuse_the_reader_for_good(parts: list[bytes]) -> None:
    reader = FrameReader()
    for part in parts:
        reader.feed(part)
    reader.drop()
    assert reader.feed(frame_of(b"MT=STATUS")) == [b"MT=STATUS"]


def test_a_frame_that_was_cut_off_does_not_spoil_the_next() -> None:
    reader = FrameReader()
    assert reader.feed(frame_of(b"MT=RESULT")[:5] + frame_of(b"MT=STATE")) == [b"MT=STATE"]


def test_a_frame_that_never_ends_is_broken() -> None:
    reader = FrameReader()
    assert reader.feed(bytes([STX]) + b"x" * MOST_BODY_BYTES) == []
    assert reader.feed(b"x") == [Sign.BROKEN]
    assert reader.feed(bytes([NAK])) == [Sign.REFUSED]

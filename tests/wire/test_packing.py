"""Parts of snapshots: exactly what was written, or refused."""

from __future__ import annotations

import random

import msgspec
import pytest
import zstandard
from hypothesis import given, settings
from hypothesis import strategies as st

from counter_app.wire import packing
from counter_app.wire.canonical import NotOurServerError
from counter_app.wire.columns import ChunkColumns, Numbers, Texts
from counter_app.wire.packing import (
    BILL_FIELDS,
    BillRow,
    Chunk,
    ConsumerRow,
    Delta,
    Dues,
    digest_of,
    dues_of,
    open_chunk,
    open_delta,
    pack_chunk,
    pack_delta,
    spread,
)
from counter_app.wire.snapshot import blob_told, is_blob_name, refuse_other_bytes

TEXT = st.text(max_size=6)
NUMBER = st.one_of(
    st.integers(0, 10**12).map(str), st.sampled_from(["007", "B1", "١٢", "", "9" * 19])
)
PAISE = st.integers(-(10**12), 10**12)
CONSUMER = st.tuples(NUMBER, *[TEXT] * 13)
BILL = st.tuples(NUMBER, *[TEXT] * 4, *[PAISE] * 8, TEXT)
OWNED = st.lists(st.tuples(CONSUMER, st.lists(BILL, max_size=3)), max_size=8)
Owned = list[tuple[ConsumerRow, list[BillRow]]]


def chunk_of(owned: Owned) -> Chunk:
    return Chunk(
        [consumer for consumer, _ in owned],
        [len(bills) for _, bills in owned],
        [bill for _, bills in owned for bill in bills],
    )


def rows_of(chunk: Chunk) -> Owned:
    whose = spread(range(len(chunk.consumers)), chunk.bill_counts)
    bills: list[list[BillRow]] = [[] for _ in chunk.consumers]
    for place, bill in zip(whose, chunk.bills, strict=True):
        bills[place].append(bill)
    return list(zip(chunk.consumers, bills, strict=True))


def a_city(consumers: int) -> Owned:
    dice = random.Random(3)
    return [
        (
            (f"{31_000_000 + place * 7:010d}", f"NAME {place % 50}", *["x"] * 12),
            [(f"26{place:08d}", *["2026-11"] * 4, *[dice.randrange(10**6)] * 8, "")],
        )
        for place in range(consumers)
    ]


@settings(max_examples=80)
@given(OWNED)
def test_a_chunk_is_read_as_it_was_written(owned: Owned) -> None:
    assert rows_of(open_chunk(pack_chunk(chunk_of(owned)))) == owned


@settings(max_examples=40)
@given(OWNED, OWNED, st.lists(NUMBER, max_size=3))
def test_a_delta_is_read_as_it_was_written(told: Owned, owing: Owned, removed: list[str]) -> None:
    owed = chunk_of(owing)
    account_nos = [consumer[0] for consumer in owed.consumers]
    dues = Dues(account_nos, owed.bill_counts, owed.bills, digest_of(owed.consumers))
    read = open_delta(pack_delta(Delta(chunk_of(told), dues, removed)))
    assert rows_of(read.told) == told
    assert list(read.dues.account_nos) == account_nos
    assert (list(read.dues.bill_counts), list(read.dues.bills)) == (owed.bill_counts, owed.bills)
    assert (read.dues.consumers_sha256, list(read.removed)) == (digest_of(owed.consumers), removed)


def test_rising_numbers_travel_as_steps() -> None:
    columns = packing._unpacked(pack_chunk(chunk_of(a_city(3))), ChunkColumns)  # noqa: SLF001 - its inside
    assert columns.consumers.account_no == Numbers(10, (31_000_000, 7, 7))
    falling = [*reversed(a_city(3))]
    columns = packing._unpacked(pack_chunk(chunk_of(falling)), ChunkColumns)  # noqa: SLF001 - its inside
    assert isinstance(columns.consumers.account_no, Texts)


def test_the_dues_are_what_is_asked_by_the_due_date_less_received() -> None:
    row = dict.fromkeys(BILL_FIELDS, 0) | {"payable_by_due_paise": 700, "received_paise": 30}
    assert dues_of([tuple(row.values()), tuple(row.values())]) == 1_340


def test_a_field_of_later_is_skipped() -> None:
    told = chunk_of(a_city(5))
    plain = msgspec.msgpack.decode(zstandard.ZstdDecompressor().decompress(pack_chunk(told)))
    plain["of_later"] = [1]
    plain["consumers"]["of_later"] = ["x"] * 5
    later = zstandard.ZstdCompressor().compress(msgspec.msgpack.encode(plain))
    assert rows_of(open_chunk(later)) == rows_of(told)


SPOILT = {
    "a bill too many": ("bill_counts", lambda column: [column[0] + 1, *column[1:]]),
    "a count short": ("bill_counts", lambda column: column[:-1]),
    "a date short": ("bills.bill_date", lambda column: column[:-1]),
    "a name short": ("consumers.name_en", lambda column: column[:-1]),
    "a number for a name": ("consumers.name_en", lambda column: [7, *column[1:]]),
    "a sum short": ("bills.credits_paise", lambda column: column[:-1]),
    "a text for a sum": ("bills.credits_paise", lambda column: ["7", *column[1:]]),
    "falling numbers": ("consumers.account_no.steps", lambda column: [*column[:-1], -5]),
    "fewer than none": ("bill_counts", lambda column: [-1, 3, *column[2:]]),
    "no such field": ("consumers.mobile", lambda _: None),
    "no columns": ("bills", lambda _: []),
    "too large a sum": ("bills.credits_paise", lambda column: [-(2**63), *column[1:]]),
    "too long a number": ("consumers.account_no.steps", lambda column: [*column[:-1], 10**12]),
    "too many digits": ("consumers.account_no.digits", lambda _: 10**9),
}
"""Which column, and what is made of it."""


@pytest.mark.parametrize("change", sorted(SPOILT))
def test_columns_that_do_not_fit_are_refused(change: str) -> None:
    packed = pack_chunk(chunk_of(a_city(5)))
    plain = msgspec.msgpack.decode(zstandard.ZstdDecompressor().decompress(packed))
    path, spoil = SPOILT[change]
    *places, last = path.split(".")
    columns = plain
    for place in places:
        columns = columns[place]
    columns[last] = spoil(columns[last])  # type: ignore[no-untyped-call] # of the table above
    with pytest.raises(NotOurServerError):
        open_chunk(zstandard.ZstdCompressor().compress(msgspec.msgpack.encode(plain)))


@pytest.mark.parametrize("kind", ["a bit", "a page of a portal", "cut", "nothing"])
def test_bytes_that_are_no_part_are_refused(kind: str) -> None:
    packed = pack_chunk(chunk_of(a_city(5)))
    bodies = {
        "a bit": packed[:-1] + bytes([packed[-1] ^ 1]),
        "a page of a portal": b"<html>please sign in</html>",
        "cut": packed[: len(packed) // 2],
        "nothing": b"",
    }
    with pytest.raises(NotOurServerError):
        open_chunk(bodies[kind])


def test_a_part_that_unpacks_without_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    body = pack_chunk(chunk_of(a_city(50)))
    monkeypatch.setattr(packing, "MOST_PLAIN_BYTES", 100)
    with pytest.raises(NotOurServerError):
        open_chunk(body)


def test_a_part_is_known_by_its_hash_and_length() -> None:
    told = blob_told(b"a part")
    refuse_other_bytes(told, b"a part")
    for other in (b"a part ", b"a pArt", b""):
        with pytest.raises(NotOurServerError):
            refuse_other_bytes(told, other)
    assert is_blob_name(told.sha256)
    assert not is_blob_name(told.sha256.upper())
    assert not is_blob_name("../" + told.sha256)

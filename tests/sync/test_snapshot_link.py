"""A snapshot over lines that lose, cut and lie, through the real link to the real centre."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from counter_app.domain.bill import NOTHING_SEEN
from counter_app.domain.errors import Fault, FaultCode
from counter_app.sync.part_sink import PartSink
from counter_app.use_cases.fetch_snapshot import FetchSnapshot
from counter_app.use_cases.round_watch import unwatched
from counter_app.wire.snapshot import BlobTold, blob_told, refuse_other_bytes
from tests.billing_server.players import bill, consumer
from tests.fakes.clock import FakeClock
from tests.fakes.snapshots import FakeShelf
from tests.sync.bad_line import BadLine
from tests.sync.offices import A, B, Office, open_office

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

BODY = bytes(range(100))
TOLD = blob_told(BODY)
TAG = f'"{TOLD.sha256}"'
MANIFEST_AND_PARTS = 2


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    opened = open_office(tmp_path)
    opened.enrol()
    more = [f"74120003{number:02d}" for number in range(90)]
    opened.server.load_book(map(consumer, [A, B, *more]), map(bill, [A, B, *more]))
    opened.server.build_snapshot()
    yield opened
    opened.close()


@pytest.fixture
def line(office: Office) -> Iterator[BadLine]:
    laid = BadLine(office.server.url)
    office.url = laid.url
    yield laid
    laid.close()


def fetch(office: Office, shelf: FakeShelf) -> BlobTold:
    """Fetch all of it; its one part."""
    fetched = FetchSnapshot(office.link, shelf, FakeClock())(NOTHING_SEEN, unwatched)
    assert fetched is not None
    (part,) = fetched.manifest.chunks
    refuse_other_bytes(part, shelf.body(part))
    return part


@pytest.mark.parametrize(
    "mishaps",
    [["cut"], ["cut", "cut", "cut"], ["cut and passed on"], ["cut", "cut and passed on"]],
    ids=" then ".join,
)
def test_a_part_that_is_cut_goes_on_where_it_was_cut(
    office: Office, line: BadLine, mishaps: list[str]
) -> None:
    shelf = FakeShelf()
    line.mishaps.extend(["none", *mishaps])
    part = fetch(office, shelf)
    asked = [one for one in line.carried if ("etag", f'"{part.sha256}"') in one.headers]
    assert [one.status for one in asked] == [200, *[206] * len(mishaps)]
    assert not line.mishaps


@pytest.mark.parametrize(
    ("mishap", "code"),
    [
        ("request lost", FaultCode.SERVER_NOT_REACHED),
        ("portal", FaultCode.NETWORK_WANTS_SIGN_IN),
        ("portal forbids", FaultCode.NETWORK_WANTS_SIGN_IN),
        ("stranger", FaultCode.SERVER_NOT_OURS),
        ("gateway", FaultCode.SERVER_BUSY),
        ("played back", FaultCode.SERVER_NOT_OURS),
    ],
)
def test_nothing_of_a_stranger_comes_on_the_shelf(
    office: Office, line: BadLine, mishap: str, code: FaultCode
) -> None:
    shelf = FakeShelf()
    line.mishaps.extend(["none", mishap])
    with pytest.raises(Fault) as fault:
        fetch(office, shelf)
    assert fault.value.code is code
    assert shelf.bodies == {}
    fetch(office, shelf)


def test_a_part_that_is_garbled_is_fetched_again(office: Office, line: BadLine) -> None:
    line.mishaps.extend(["none", "garbled"])
    fetch(office, FakeShelf())


def test_a_manifest_nobody_signed_is_not_believed(office: Office, line: BadLine) -> None:
    line.mishaps.append("stranger")
    with pytest.raises(Fault) as fault:
        fetch(office, FakeShelf())
    assert fault.value.code is FaultCode.SERVER_NOT_OURS


def test_a_revoked_counter_gets_neither_manifest_nor_parts(office: Office) -> None:
    assert office.certificate is not None
    office.server.revoke("C07", office.certificate.epoch)
    for ask in (
        lambda: office.link.manifest(0),
        lambda: office.link.part(TOLD, 0, lambda _: None),
        lambda: office.link.changes(0),
    ):
        with pytest.raises(Fault) as fault:
            ask()
        assert fault.value.code is FaultCode.SERVER_REFUSED_COUNTER


def sunk(first: int, status: int, headers: dict[str, str], *pieces: bytes) -> bytes | None:
    """What comes through, None where the answer is not wanted."""
    came: list[bytes] = []
    sink = PartSink(TOLD, first, came.append)
    if not sink.begin(status, headers):
        return None
    for piece in pieces:
        sink.take(piece)
    return b"".join(came)


def test_a_proxy_that_knows_no_ranges_sends_all_and_the_beginning_is_passed_over() -> None:
    pieces = (BODY[:7], BODY[7:30], BODY[30:])
    assert sunk(20, 200, {"ETag": TAG}, *pieces) == BODY[20:]
    assert sunk(0, 200, {"ETag": TAG}, *pieces) == BODY


def test_a_range_from_elsewhere_or_of_another_body_is_not_taken() -> None:
    right = {"ETag": TAG, "Content-Range": "bytes 20-99/100"}
    assert sunk(20, 206, right, BODY[20:]) == BODY[20:]
    assert sunk(20, 206, {**right, "Content-Range": "bytes 2-99/100"}) is None
    assert sunk(20, 206, {**right, "ETag": '"x"'}) is None
    assert sunk(20, 206, {**right, "Content-Encoding": "gzip"}) is None
    assert sunk(20, 404, right) is None


def test_more_bytes_than_the_part_has_are_not_our_servers() -> None:
    with pytest.raises(Fault) as fault:
        sunk(0, 200, {"ETag": TAG}, BODY, b"x")
    assert fault.value.code is FaultCode.SERVER_NOT_OURS

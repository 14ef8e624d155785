"""What every centre tells of its snapshots, in memory and the real one over HTTP."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING

import pytest

from counter_app.use_cases.snapshot_ports import CursorUnknownError
from counter_app.wire.packing import open_chunk, open_delta
from counter_app.wire.snapshot import BlobTold, Manifest, Totals, bytes_of, refuse_other_bytes
from tests.billing_server.players import bill, consumer
from tests.builders import a_bill, a_consumer
from tests.fakes.server import FakeServer
from tests.sync.offices import A, B, Office, open_office

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from counter_app.use_cases.ports import BillingServer
    from counter_app.use_cases.snapshot_ports import SnapshotServer

KINDS = ("fake", "real")


class Centre(ABC):
    """A centre that serves A and B, each with one bill."""

    @property
    @abstractmethod
    def asked(self) -> SnapshotServer:
        """As a counter asks it."""

    @property
    @abstractmethod
    def feed(self) -> BillingServer:
        """The same, for pages."""

    @abstractmethod
    def builds(self) -> None:
        """A snapshot."""

    @abstractmethod
    def bills(self, account_no: str, paise: int) -> None:
        """Tell a consumer with one bill, as it was or with another sum."""

    def manifest(self, have: int = 0) -> Manifest:
        told = self.asked.manifest(have)
        assert told is not None
        return told

    def part(self, told: BlobTold, first: int = 0) -> bytes:
        pieces: list[bytes] = []
        assert self.asked.part(told, first, pieces.append)
        return b"".join(pieces)


class InMemory(Centre):
    def __init__(self) -> None:
        self._server = FakeServer()
        for account_no in (A, B):
            self.bills(account_no, 1_000_00)

    @property
    def asked(self) -> SnapshotServer:
        return self._server

    @property
    def feed(self) -> BillingServer:
        return self._server

    def builds(self) -> None:
        self._server.builds_snapshot()

    def bills(self, account_no: str, paise: int) -> None:
        told = a_bill(account_no=account_no, bill_no=f"B{account_no}")
        changed = type(told)(
            **{
                **{name: getattr(told, name) for name in told.__slots__},
                "payable_by_due": type(told.payable_by_due)(paise),
            }
        )
        self._server.bills(a_consumer(account_no), changed)


class OverHttp(Centre):
    def __init__(self, office: Office) -> None:
        self._office = office
        office.enrol()
        for account_no in (A, B):
            self.bills(account_no, 1_000_00)

    @property
    def asked(self) -> SnapshotServer:
        return self._office.link

    @property
    def feed(self) -> BillingServer:
        return self._office.link

    def builds(self) -> None:
        self._office.clock.centre_us += 1_000_000
        assert self._office.server.build_snapshot()

    def bills(self, account_no: str, paise: int) -> None:
        self._office.server.load_book([consumer(account_no)], [bill(account_no, paise)])


@pytest.fixture(params=KINDS)
def centre(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Centre]:
    if request.param == "fake":
        yield InMemory()
    else:
        office = open_office(tmp_path)
        yield OverHttp(office)
        office.close()


def test_before_the_first_snapshot_there_is_no_manifest(centre: Centre) -> None:
    assert centre.asked.manifest(0) is None


def test_a_manifest_names_all_parts_and_tells_what_they_hold(centre: Centre) -> None:
    centre.builds()
    told = centre.manifest()
    assert told.totals == Totals(2, 2, 2_000_00)
    assert (told.have, told.deltas, told.beside) == (0, (), None)
    chunks = [open_chunk(centre.part(blob)) for blob in told.chunks]
    assert [row[0] for chunk in chunks for row in chunk.consumers] == [A, B]
    assert sum(len(chunk.bills) for chunk in chunks) == 2
    assert told.cursor == centre.feed.changes(0).next_cursor


def test_a_part_comes_whole_or_from_anywhere_in_the_middle(centre: Centre) -> None:
    centre.builds()
    (told,) = centre.manifest().chunks
    body = centre.part(told)
    refuse_other_bytes(told, body)
    assert bytes_of((told,)) == len(body)
    for first in (1, 100, len(body) - 1):
        assert centre.part(told, first) == body[first:]


def test_a_part_that_is_not_kept_is_not_there(centre: Centre) -> None:
    centre.builds()
    assert not centre.asked.part(BlobTold("0" * 64, 10), 0, lambda _: None)


def test_steps_lead_from_where_one_stands_to_the_newest(centre: Centre) -> None:
    centre.builds()
    first = centre.manifest().cursor
    centre.bills(A, 1_500_00)
    between = centre.feed.changes(first).next_cursor
    centre.bills(B, 2_500_00)
    centre.builds()
    for have in (first, between):
        told = centre.manifest(have)
        (step,) = told.deltas
        assert (told.have, step.since, step.cursor) == (have, first, told.cursor)
        dues = [open_delta(centre.part(blob)).dues for blob in step.blobs]
        assert sorted(no for one in dues for no in one.account_nos) == [A, B]
    newest = centre.manifest(0)
    assert newest.deltas == ()
    assert centre.manifest(newest.cursor).deltas == ()
    assert newest.totals.dues_paise == 4_000_00


def test_a_cursor_that_was_never_given_is_unknown(centre: Centre) -> None:
    last = centre.feed.changes(0).next_cursor
    with pytest.raises(CursorUnknownError):
        centre.feed.changes(last + 1)
    centre.builds()
    assert centre.manifest(last + 1).deltas == ()

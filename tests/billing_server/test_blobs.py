"""Parts of snapshots over HTTP, and builds aside."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest

from billing_server.blob_http import KEEP_FOR_EVER, blob_answer
from billing_server.settings import ServerSettings
from billing_server.snapshots import BuildAside
from billing_server.store import snapshot_shelf
from billing_server.store.snapshot_build import SnapshotLimits
from counter_app.sync.transport import Transport
from counter_app.wire.snapshot import BLOB_TYPE
from tests.billing_server.test_http import Asking
from tests.sync.offices import Office, open_office

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

BODY = bytes(range(100))
NAME = hashlib.sha256(BODY).hexdigest()
TAG = f'"{NAME}"'


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    opened = open_office(tmp_path, ServerSettings(snapshot_hours=6))
    opened.enrol()
    yield opened
    opened.close()


@pytest.fixture
def asking(office: Office) -> Iterator[Asking]:
    transport = Transport()
    yield Asking(office, transport)
    transport.close()


@pytest.mark.parametrize(
    ("asked", "first", "last"),
    [
        ("bytes=0-0", 0, 0),
        ("bytes=10-19", 10, 19),
        ("bytes=90-", 90, 99),
        ("bytes=90-1000", 90, 99),
        ("bytes=-1", 99, 99),
        ("bytes=-30", 70, 99),
        ("bytes=-1000", 0, 99),
    ],
)
def test_any_range_can_be_asked_for(asked: str, first: int, last: int) -> None:
    answer = blob_answer({"range": asked}, NAME, BODY)
    assert (answer.status_code, answer.body) == (206, BODY[first : last + 1])
    assert answer.headers["Content-Range"] == f"bytes {first}-{last}/100"


@pytest.mark.parametrize(
    "asked",
    ["", "bytes=", "bytes=-", "bytes=9-3", "bytes=0-1,5-6", "rows=1-2", "bytes=a-b", "bytes=٣-٤"],
)
def test_what_is_no_range_is_answered_with_all(asked: str) -> None:
    answer = blob_answer({"range": asked}, NAME, BODY)
    assert (answer.status_code, answer.body) == (200, BODY)
    assert "Content-Range" not in answer.headers


@pytest.mark.parametrize("asked", ["bytes=100-", "bytes=100-200", "bytes=-0"])
def test_a_range_behind_the_end_is_refused_with_the_length(asked: str) -> None:
    answer = blob_answer({"range": asked}, NAME, BODY)
    assert (answer.status_code, answer.body) == (416, b"")
    assert answer.headers["Content-Range"] == "bytes */100"


def test_a_range_of_another_body_is_not_given() -> None:
    assert blob_answer({"range": "bytes=1-2", "if-range": TAG}, NAME, BODY).status_code == 206
    assert blob_answer({"range": "bytes=1-2", "if-range": '"x"'}, NAME, BODY).body == BODY


def test_a_part_never_changes_and_is_kept_by_the_asker_alone() -> None:
    answer = blob_answer({}, NAME, BODY)
    told = {name: answer.headers[name] for name in ("ETag", "Cache-Control", "Accept-Ranges")}
    assert told == {"ETag": TAG, "Cache-Control": KEEP_FOR_EVER, "Accept-Ranges": "bytes"}
    assert answer.headers["Content-Type"] == BLOB_TYPE
    assert "immutable" in KEEP_FOR_EVER
    assert "private" in KEEP_FOR_EVER
    assert blob_answer({"if-none-match": TAG}, NAME, BODY).status_code == 304


@pytest.mark.parametrize("path", [f"/v1/blobs/{NAME}", "/v1/snapshots/manifest?have=0"])
def test_strangers_get_neither_manifest_nor_parts(asking: Asking, path: str) -> None:
    answer = asking.ask("GET", path, is_signed=False)
    assert (answer.status, asking.problem(answer).code) == (401, "signature")


@pytest.mark.parametrize("name", [NAME, "x", NAME.upper(), "..%2f..%2fserver.key"])
def test_an_unknown_part_is_not_found(asking: Asking, name: str) -> None:
    answer = asking.ask("GET", f"/v1/blobs/{name}")
    assert (answer.status, asking.problem(answer).code) == (404, "not_found")


def test_have_is_a_whole_number(asking: Asking) -> None:
    answer = asking.ask("GET", "/v1/snapshots/manifest?have=all")
    assert (answer.status, asking.problem(answer).code) == (400, "malformed")


def test_a_manifest_asked_for_when_the_snapshot_is_old_has_one_built_aside(office: Office) -> None:
    aside = BuildAside(office.server.database, SnapshotLimits(), after_hours=6)
    now_us = office.clock.centre_us
    for hours, number in ((0, 1), (6, 1), (7, 2)):
        aside.see_to(now_us + hours * 3_600_000_000)
        aside.wait()
        kept = office.server.database.read(snapshot_shelf.newest)
        assert kept is not None
        assert kept.number == number


def test_a_server_that_leaves_it_to_a_scheduler_builds_nothing(office: Office) -> None:
    aside = BuildAside(office.server.database, SnapshotLimits(), after_hours=0)
    aside.see_to(office.clock.centre_us)
    aside.wait()
    assert office.server.database.read(snapshot_shelf.newest) is None


@pytest.fixture
def builds_begun(office: Office, monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Processes that build, begun and never ended."""
    begun: list[object] = []

    class StillBuilding:
        def __init__(self, *_: object, **__: object) -> None:
            begun.append(self)
            self.stdin = (office.folder / "order").open("wb")

        def poll(self) -> None:
            return None

    monkeypatch.setattr("subprocess.Popen", StillBuilding)
    return begun


def test_two_askers_have_one_build_begun(office: Office, builds_begun: list[object]) -> None:
    aside = BuildAside(office.server.database, SnapshotLimits(), after_hours=6)
    aside.see_to(office.clock.centre_us)
    aside.see_to(office.clock.centre_us)
    assert len(builds_begun) == 1


def test_the_first_asker_of_all_is_told_that_there_is_none_and_waits_for_nothing(
    asking: Asking, builds_begun: list[object]
) -> None:
    answer = asking.ask("GET", "/v1/snapshots/manifest?have=0")
    assert (answer.status, asking.problem(answer).code) == (404, "not_found")
    assert len(builds_begun) == 1

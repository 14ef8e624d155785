"""How tightly a batch is packed: by the line alone, never by how busy the centre is."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import pytest

from billing_server import app
from counter_app.sync.transport import Transport
from counter_app.wire.timing import timing_of
from tests.billing_server.players import payment
from tests.sync.offices import A, Office, open_office

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from requests import PreparedRequest

SENT: list[int] = []


class WatchedTransport(Transport):
    """Notes how large each body is."""

    def prepare(
        self, method: str, url: str, body: bytes | None, headers: Mapping[str, str]
    ) -> PreparedRequest:
        if method == "POST":
            SENT.append(len(body or b""))
        return super().prepare(method, url, body, headers)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    SENT.clear()
    opened = open_office(tmp_path)
    yield opened
    opened.close()


def sizes_of_one_batch_twice(office: Office) -> tuple[int, int]:
    """Over a line on which every answer seems to take seconds: as nothing is known of it, and then."""
    counter = office.enrol()
    office.link.transport = WatchedTransport(monotonic=lambda: float(next(SECONDS)))
    counter.tell(*(payment(A, 100_00 + number) for number in range(100)))
    for _ in range(2):
        office.link.push(1, counter.batch())
    first, second = SENT
    return first, second


SECONDS = itertools.count()


def test_a_slow_line_gets_tight_batches(office: Office) -> None:
    first, second = sizes_of_one_batch_twice(office)
    assert second < first


def test_a_busy_centre_gets_them_as_they_come(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(app, "timing_of", lambda _seconds: timing_of(100.0))
    first, second = sizes_of_one_batch_twice(office)
    assert second == first

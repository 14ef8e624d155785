"""After sleep no half-dead connection is waited for; how far the clock here is off is known from signed time only."""

from __future__ import annotations

import random
import threading
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

import pytest
import zstandard

from counter_app.sync.transport import LONGEST_PAUSE_SECONDS, Transport
from tests.billing_server.players import payment
from tests.sync.bad_line import BadLine
from tests.sync.offices import A, Office, open_office

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MINUTE_US = 60_000_000


class OnceAlive:
    """Answers the first request of each connection and no other, as a line that died in between does."""

    def __init__(self) -> None:
        self.connections = 0
        self.release = threading.Event()
        old = self

        class Answerer(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def setup(self) -> None:
                old.connections += 1
                self.answered = False
                super().setup()

            def do_GET(self) -> None:
                if self.answered:
                    old.release.wait(10)
                    self.close_connection = True
                    return
                self.answered = True
                self.send_response_only(200)
                self.send_header("Content-Length", "2")
                self.end_headers()
                self.wfile.write(b"{}")

            def log_message(self, *_words: object) -> None:
                """Quiet."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Answerer)
        self._server.daemon_threads = False
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,))
        self._thread.start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}/"

    def close(self) -> None:
        self.release.set()
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()


@pytest.fixture
def old() -> Iterator[OnceAlive]:
    made = OnceAlive()
    yield made
    made.close()


@pytest.mark.parametrize(
    ("monotonic_seconds", "wall_seconds"),
    [
        (LONGEST_PAUSE_SECONDS + 1, LONGEST_PAUSE_SECONDS + 1),
        (0.0, 8 * 3600.0),  # asleep: this clock stood still
        (0.0, -3600.0),  # somebody set the clock back: nobody knows how long it was
    ],
)
def test_after_a_pause_a_connection_is_made_anew(
    old: OnceAlive, monotonic_seconds: float, wall_seconds: float
) -> None:
    clocks = {"monotonic": 100.0, "wall": 1_000_000.0}
    transport = Transport(monotonic=lambda: clocks["monotonic"], wall=lambda: clocks["wall"])
    for _ in range(3):
        request = transport.prepare("GET", old.url, None, {})
        assert transport.send(request).body == b"{}"
        clocks["monotonic"] += monotonic_seconds
        clocks["wall"] += wall_seconds
    assert old.connections == 3
    transport.close()


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    opened = open_office(tmp_path)
    opened.enrol()
    yield opened
    opened.close()


def test_a_connection_tells_how_far_away_the_other_end_is(office: Office) -> None:
    assert office.link.transport.distance_seconds > 0


def test_over_a_long_line_a_batch_is_packed_tight(office: Office) -> None:
    line = BadLine(office.server.url)
    counter = office.enrol("C08")
    office.url = line.url
    dice = random.Random(1)
    counter.tell(*(payment(A, dice.randint(1, 40_00)) for _ in range(100)))
    for seconds in (0.001, 0.3):
        office.link.transport.distance_seconds = seconds
        assert isinstance(office.link.push(1, counter.batch()), tuple)
    swift, tight = [body for body in line.bodies if body]
    assert len(tight) < len(swift)
    assert zstandard.ZstdDecompressor().decompress(tight, 1 << 20) == (
        zstandard.ZstdDecompressor().decompress(swift, 1 << 20)
    )
    line.close()


@pytest.mark.parametrize("minutes", [-200, -4, 4, 200])
def test_a_clock_that_is_off_is_known_after_a_pull(office: Office, minutes: int) -> None:
    office.clock.counter_us -= minutes * MINUTE_US
    office.link.changes(0)
    assert office.link.skew == timedelta(minutes=minutes)
    office.clock.counter_us += minutes * MINUTE_US
    office.link.changes(0)
    assert office.link.skew == timedelta(0)


def test_a_clock_a_few_seconds_off_costs_no_question(office: Office) -> None:
    line = BadLine(office.server.url)
    office.url = line.url
    office.clock.counter_us -= 20_000_000
    office.link.changes(0)
    assert len(line.carried) == 1
    line.close()


def test_time_that_cannot_be_asked_for_changes_nothing(office: Office) -> None:
    line = BadLine(office.server.url)
    office.url = line.url
    office.clock.counter_us -= 4 * MINUTE_US
    line.mishaps.extend(["none", "portal"])
    assert office.link.changes(0).consumers
    assert not office.link.skew
    line.close()

"""One request and its whole answer over HTTP, within limits of time and size. Proves nothing yet."""

from __future__ import annotations

import io
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import requests
import urllib3
import zstandard

from counter_app.domain.errors import Fault, FaultCode
from counter_app.sync.doors import Door
from counter_app.sync.line_faults import fault_of
from counter_app.sync.trust import LineTrust
from counter_app.wire.exchange import ENCODING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

CONNECT_TIMEOUT_SECONDS = 5.0
SILENCE_TIMEOUT_SECONDS = 20.0
"""Longest wait for the next byte: a full batch is booked in well under a second."""
SLOWEST_BYTES_PER_SECOND = 2_000
"""An answer that comes slower than this (EDGE on a bad day) is given up."""
GRACE_SECONDS = 30.0
MOST_ANSWER_BYTES = 64 * 1024 * 1024
"""After decompression; a page of 5,000 consumers is about 3 MB."""
LONGEST_PAUSE_SECONDS = 15.0
"""A connection unused for longer is not used again: after sleep or a changed network it may be half dead."""
_CHUNK_BYTES = 64 * 1024
_SINK_BYTES = 8 * 1024
"""What a break may cost of an answer that is kept as it comes."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back, decompressed: nobody's word until it is proved."""

    status: int
    headers: Mapping[str, str]
    body: bytes


class Sink(Protocol):
    """Where an answer's bytes go as they come, so that a break loses none of them."""

    def begin(self, status: int, headers: Mapping[str, str]) -> bool:
        """Whether the bytes of this answer are wanted; else it is read as any other."""
        ...

    def take(self, piece: bytes) -> None:
        """The next bytes, as they came over the line."""
        ...


@dataclass(slots=True)
class Transport:
    """The way to a server. ``proxies`` as requests wants them; ``trust`` says whose certificate is believed.

    Environment variables are not asked: what a counter talks to is set in its settings only. ``wall`` is
    looked at beside ``monotonic`` because the latter stands still while a computer sleeps.
    """

    proxies: Mapping[str, str] = field(default_factory=dict)
    trust: LineTrust = field(default_factory=LineTrust)
    connect_timeout_seconds: float = CONNECT_TIMEOUT_SECONDS
    silence_timeout_seconds: float = SILENCE_TIMEOUT_SECONDS
    monotonic: Callable[[], float] = time.monotonic
    wall: Callable[[], float] = time.time
    is_time_checked: bool = True
    distance_seconds: float = 0.0
    """A round trip to the server, as the last connection showed; 0 before the first."""
    _session: requests.Session = field(init=False)
    _used_at: tuple[float, float] = field(init=False)

    def __post_init__(self) -> None:
        """Open nothing yet."""
        self._session = self._fresh_session()
        self._used_at = (self.monotonic(), self.wall())

    def leaving_dates_alone(self) -> Transport:
        """The same way, but for the dates of certificates: to ask for nothing but signed time."""
        return Transport(
            self.proxies,
            self.trust,
            self.connect_timeout_seconds,
            self.silence_timeout_seconds,
            self.monotonic,
            self.wall,
            is_time_checked=False,
        )

    def prepare(
        self, method: str, url: str, body: bytes | None, headers: Mapping[str, str]
    ) -> requests.PreparedRequest:
        """A request ready to be signed. Raises Fault SERVER_NOT_REACHED for an address that is none."""
        asked = requests.Request(method, url, data=body, headers=dict(headers))
        try:
            return self._session.prepare_request(asked)
        except (requests.RequestException, ValueError) as error:
            raise Fault(FaultCode.SERVER_NOT_REACHED, f"{url}: {error}") from error

    def send(self, request: requests.PreparedRequest, sink: Sink | None = None) -> Answer:
        """The whole answer, its body empty where the sink took it.

        Raises Fault ANSWER_CUT, SERVER_NOT_OURS (endless), or what ``line_faults`` finds.
        """
        self._renew_after_a_pause()
        authority = self.trust.verify
        if isinstance(authority, str) and not Path(authority).is_file():
            raise Fault(FaultCode.CERTIFICATE_UNKNOWN, f"no authority file {authority}")
        try:
            response = self._session.send(
                request,
                stream=True,
                allow_redirects=False,
                timeout=(self.connect_timeout_seconds, self.silence_timeout_seconds),
                proxies=dict(self.proxies),
                verify=authority,
            )
            with response:
                body = self._body(response, sink)
            return Answer(response.status_code, response.headers, body)
        except (requests.RequestException, urllib3.exceptions.TimeoutError) as error:
            raise fault_of(error) from error
        except (urllib3.exceptions.HTTPError, zstandard.ZstdError, OSError) as error:
            raise Fault(FaultCode.ANSWER_CUT, f"cut or garbled: {error}") from error
        finally:
            self._used_at = (self.monotonic(), self.wall())

    def close(self) -> None:
        """Hang up."""
        self._session.close()

    def _renew_after_a_pause(self) -> None:
        """Hang up connections that nobody knows to be alive; finding out may cost the whole timeout."""
        then, wall_then = self._used_at
        pause_seconds = max(self.monotonic() - then, self.wall() - wall_then)
        if pause_seconds > LONGEST_PAUSE_SECONDS or self.wall() < wall_then:
            self._session.close()
            self._session = self._fresh_session()

    def _fresh_session(self) -> requests.Session:
        session = requests.Session()
        session.trust_env = False
        extra = self.trust.options(is_time_checked=self.is_time_checked)
        session.mount("https://", Door(self._note_distance, **extra))
        session.mount("http://", Door(self._note_distance))
        return session

    def _note_distance(self, seconds: float) -> None:
        self.distance_seconds = seconds

    def _body(self, response: requests.Response, sink: Sink | None) -> bytes:
        if sink is not None and sink.begin(response.status_code, response.headers):
            for piece in self._pieces(response, _SINK_BYTES):
                sink.take(piece)
            return b""
        body = b"".join(self._pieces(response, _CHUNK_BYTES))
        encoding = response.headers.get("Content-Encoding", "identity")
        return _unpacked(body, encoding)

    def _pieces(self, response: requests.Response, most_bytes: int) -> Iterator[bytes]:
        """Read by size: a large answer may take long, a silent or endless one may not."""
        begun, size = self.monotonic(), 0
        while piece := response.raw.read(most_bytes, decode_content=False):
            size += len(piece)
            allowed_seconds = GRACE_SECONDS + size / SLOWEST_BYTES_PER_SECOND
            if self.monotonic() - begun > allowed_seconds:
                raise Fault(FaultCode.SERVER_NOT_REACHED, f"{size} bytes and still not whole")
            if size > MOST_ANSWER_BYTES:
                raise Fault(FaultCode.SERVER_NOT_OURS, "endless answer")
            yield piece


def _unpacked(body: bytes, encoding: str) -> bytes:
    if encoding == "identity":
        return body
    if encoding != ENCODING:
        raise Fault(FaultCode.SERVER_NOT_OURS, f"content-encoding {encoding}")
    with zstandard.ZstdDecompressor().stream_reader(io.BytesIO(body)) as reader:
        plain = reader.read(MOST_ANSWER_BYTES + 1)
    if len(plain) > MOST_ANSWER_BYTES:
        raise Fault(FaultCode.SERVER_NOT_OURS, "endless answer")
    return plain

"""One request and its whole answer over HTTP, within limits of time and size. Proves nothing yet."""

from __future__ import annotations

import io
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import requests
import urllib3
import zstandard

from counter_app.domain.errors import Fault, FaultCode
from counter_app.wire.exchange import ENCODING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

CONNECT_TIMEOUT_SECONDS = 5.0
SILENCE_TIMEOUT_SECONDS = 20.0
"""Longest wait for the next byte: a full batch is booked in well under a second."""
SLOWEST_BYTES_PER_SECOND = 2_000
"""An answer that comes slower than this (EDGE on a bad day) is given up."""
GRACE_SECONDS = 30.0
MOST_ANSWER_BYTES = 64 * 1024 * 1024
"""After decompression; a page of 5,000 consumers is about 3 MB."""
_CHUNK_BYTES = 64 * 1024


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back, decompressed: nobody's word until it is proved."""

    status: int
    headers: Mapping[str, str]
    body: bytes


@dataclass(frozen=True, slots=True)
class Transport:
    """The way to a server. ``proxies`` as requests wants them; ``verify`` is True or a file of authorities.

    Environment variables are not asked: what a counter talks to is set in its settings only.
    """

    proxies: Mapping[str, str] = field(default_factory=dict)
    verify: bool | str = True
    connect_timeout_seconds: float = CONNECT_TIMEOUT_SECONDS
    silence_timeout_seconds: float = SILENCE_TIMEOUT_SECONDS
    monotonic: Callable[[], float] = time.monotonic
    _session: requests.Session = field(default_factory=requests.Session)

    def __post_init__(self) -> None:
        """Believe the settings only."""
        self._session.trust_env = False

    def prepare(
        self, method: str, url: str, body: bytes | None, headers: Mapping[str, str]
    ) -> requests.PreparedRequest:
        """A request ready to be signed. Raises Fault SERVER_NOT_REACHED for an address that is none."""
        asked = requests.Request(method, url, data=body, headers=dict(headers))
        try:
            return self._session.prepare_request(asked)
        except (requests.RequestException, ValueError) as error:
            raise Fault(FaultCode.SERVER_NOT_REACHED, f"{url}: {error}") from error

    def send(self, request: requests.PreparedRequest) -> Answer:
        """The whole answer. Raises Fault SERVER_NOT_REACHED, SERVER_NOT_OURS (cut, garbled, endless)."""
        try:
            response = self._session.send(
                request,
                stream=True,
                allow_redirects=False,
                timeout=(self.connect_timeout_seconds, self.silence_timeout_seconds),
                proxies=dict(self.proxies),
                verify=self.verify,
            )
            with response:
                return Answer(response.status_code, response.headers, self._body(response))
        except requests.exceptions.SSLError as error:
            raise Fault(FaultCode.SERVER_NOT_OURS, str(error)) from error
        except (requests.RequestException, urllib3.exceptions.TimeoutError) as error:
            raise Fault(FaultCode.SERVER_NOT_REACHED, str(error)) from error
        except (urllib3.exceptions.HTTPError, zstandard.ZstdError, OSError) as error:
            raise Fault(FaultCode.SERVER_NOT_OURS, f"cut or garbled: {error}") from error

    def close(self) -> None:
        """Hang up."""
        self._session.close()

    def _body(self, response: requests.Response) -> bytes:
        """Read by size: a large answer may take long, a silent or endless one may not."""
        begun, body = self.monotonic(), bytearray()
        while chunk := response.raw.read(_CHUNK_BYTES, decode_content=False):
            body += chunk
            allowed_seconds = GRACE_SECONDS + len(body) / SLOWEST_BYTES_PER_SECOND
            if self.monotonic() - begun > allowed_seconds:
                raise Fault(FaultCode.SERVER_NOT_REACHED, f"{len(body)} bytes and still not whole")
            if len(body) > MOST_ANSWER_BYTES:
                raise Fault(FaultCode.SERVER_NOT_OURS, "endless answer")
        encoding = response.headers.get("Content-Encoding", "identity")
        return _unpacked(bytes(body), encoding)


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

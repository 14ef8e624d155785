"""A line between counter and centre that does what lines do: a small proxy on loopback."""

from __future__ import annotations

import http.client
import ssl
import threading
from collections import deque
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any, Protocol
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

HTML = b"<html><body>Please sign in to the station's free Wi-Fi</body></html>"
FORWARD_TIMEOUT_SECONDS = 10


class Asked(Protocol):
    """A request that came in."""

    command: str
    path: str
    headers: Any


@dataclass(frozen=True, slots=True)
class Carried:
    """An answer of the centre on its way back."""

    status: int
    headers: list[tuple[str, str]]
    body: bytes


@dataclass(slots=True)
class BadLine:
    """Carries requests; each takes the next mishap from ``mishaps``, or none when that is empty."""

    centre_url: str
    mishaps: deque[str] = field(default_factory=deque)
    carried: list[Carried] = field(default_factory=list)
    bodies: list[bytes] = field(default_factory=list)
    """Of the requests that went on to the centre."""
    release: threading.Event = field(default_factory=threading.Event)
    certificate: Path | None = None
    """A PEM file of certificate and key: the line is then TLS."""
    _server: ThreadingHTTPServer = field(init=False)
    _thread: threading.Thread = field(init=False)

    def __post_init__(self) -> None:
        line = self

        class Carrier(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                line.carry(self)

            def do_POST(self) -> None:
                line.carry(self)

            def log_message(self, *_words: object) -> None:
                """Quiet."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Carrier)
        self._server.daemon_threads = False
        if self.certificate is not None:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(self.certificate)
            self._server.socket = context.wrap_socket(
                self._server.socket, server_side=True, do_handshake_on_connect=False
            )
            self._server.handle_error = lambda *_: None  # type: ignore[method-assign] # hung up in the handshake
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,))
        self._thread.start()

    @property
    def url(self) -> str:
        scheme = "https" if self.certificate else "http"
        return f"{scheme}://127.0.0.1:{self._server.server_address[1]}"

    def close(self) -> None:
        self.release.set()
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    def carry(self, asked: BaseHTTPRequestHandler) -> None:
        """One request with its mishap."""
        body = asked.rfile.read(int(asked.headers.get("Content-Length", "0")))
        mishap = self.mishaps.popleft() if self.mishaps else "none"
        asked.close_connection = True
        act: dict[str, Callable[[], None]] = {
            "none": lambda: give(asked, self.forward(asked, body)),
            "request lost": lambda: None,
            "answer lost": lambda: self._forget(asked, body),
            "cut": lambda: give_half(asked, self.forward(asked, body)),
            "garbled": lambda: give(asked, garbled(self.forward(asked, body))),
            "twice": lambda: self._twice(asked, body),
            "silent": lambda: self._wait(asked, body),
            "portal": lambda: give(asked, Carried(200, [("Content-Type", "text/html")], HTML)),
            "portal forbids": lambda: give(asked, Carried(403, [], HTML)),
            "portal redirects": lambda: give(asked, Carried(302, [("Location", "/login")], b"")),
            "portal wants sign-in": lambda: give(asked, Carried(511, [], HTML)),
            "packed otherwise": lambda: give(
                asked, Carried(200, [("Content-Encoding", "br")], HTML)
            ),
            "cut and passed on": lambda: give(asked, shortened(self.forward(asked, body))),
            "proxy wants sign-in": lambda: give(asked, Carried(407, [], b"")),
            "too large": lambda: give(asked, Carried(413, [], HTML)),
            "stranger": lambda: give(asked, Carried(200, [], b'{"signed": "by nobody"}')),
            "gateway": lambda: give(asked, Carried(502, [("Retry-After", "7")], HTML)),
            "played back": lambda: give(asked, self.carried[0]),
        }
        act[mishap]()

    def forward(self, asked: Asked, body: bytes) -> Carried:
        """Carry a request to the centre, and remember the answer."""
        self.bodies.append(body)
        centre = urlsplit(self.centre_url)
        connection = http.client.HTTPConnection(
            str(centre.hostname), centre.port, timeout=FORWARD_TIMEOUT_SECONDS
        )
        own = {"connection", "content-length"}  # of this stretch: what is carried may be cut
        headers = {name: text for name, text in asked.headers.items() if name.lower() not in own}
        connection.request(asked.command, asked.path, body, headers)
        response = connection.getresponse()
        answer = Carried(response.status, response.getheaders(), response.read())
        connection.close()
        self.carried.append(answer)
        return answer

    def _forget(self, asked: BaseHTTPRequestHandler, body: bytes) -> None:
        self.forward(asked, body)

    def _twice(self, asked: BaseHTTPRequestHandler, body: bytes) -> None:
        first = self.forward(asked, body)
        self.forward(asked, body)
        give(asked, first)

    def _wait(self, asked: BaseHTTPRequestHandler, body: bytes) -> None:
        """The centre books, the answer does not come while anybody waits."""
        self.forward(asked, body)
        self.release.wait(FORWARD_TIMEOUT_SECONDS)


def give(asked: BaseHTTPRequestHandler, answer: Carried) -> None:
    asked.send_response_only(answer.status)
    for name, value in answer.headers:
        if name.lower() not in {"content-length", "connection"}:
            asked.send_header(name, value)
    asked.send_header("Content-Length", str(len(answer.body)))
    asked.send_header("Connection", "close")
    asked.end_headers()
    asked.wfile.write(answer.body)


def give_half(asked: BaseHTTPRequestHandler, answer: Carried) -> None:
    asked.send_response_only(answer.status)
    for name, value in answer.headers:
        if name.lower() != "connection":
            asked.send_header(name, value)
    asked.end_headers()
    asked.wfile.write(answer.body[: len(answer.body) // 2])


def shortened(answer: Carried) -> Carried:
    """What a proxy passes on that has lost the second half and does not know."""
    return Carried(answer.status, answer.headers, answer.body[: len(answer.body) // 2])


def garbled(answer: Carried) -> Carried:
    middle = len(answer.body) // 2
    body = bytearray(answer.body)
    body[middle] ^= 0x20
    return Carried(answer.status, answer.headers, bytes(body))

"""An agency posting API over real HTTP that loses answers, answers twice, and fails before and after booking."""

from __future__ import annotations

import json
import threading
from collections import Counter
from dataclasses import dataclass, field
from decimal import Decimal
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import random
    import ssl

    from tests.billing_server.centres import PlayedCentre

GOOD = "good"
BAD_MOODS = ("fails_before", "fails_after", "loses", "cuts", "portal", "twice", "busy", "redirects")


@dataclass(slots=True)
class Agency:
    """What the agency knows. ``moods`` are taken one a request, then ``dice`` decides, then all is well."""

    moods: list[str] = field(default_factory=list)
    dice: random.Random | None = None
    held: dict[str, dict[str, str]] = field(default_factory=dict)
    refuses: set[str] = field(default_factory=set)
    requests: list[tuple[dict[str, str], Any]] = field(default_factory=list)
    token: str = ""
    doubled: int = 0
    """References that came again, and were known."""
    lock: threading.Lock = field(default_factory=threading.Lock)

    def mood(self) -> str:
        if self.moods:
            return self.moods.pop(0)
        if self.dice is not None and self.dice.random() < 0.5:
            return self.dice.choice(BAD_MOODS)
        return GOOD

    def take(self, told: dict[str, Any]) -> tuple[int, Any]:
        """Book what was posted; status and answer."""
        if "postings" not in told:
            line = self._line(told)
            status = {"REFUSED": 422, "DUPLICATE": 409}.get(line["status"], 201)
            return status, line
        if any(one["referenceTransactionId"] in self.refuses for one in told["postings"]):
            return 422, {"reason": "the batch holds a bad line"}
        return 200, {"results": [self._line(one) for one in told["postings"]]}

    def by_account_and_bill(self) -> dict[tuple[str, str], Decimal]:
        """Rupees held."""
        sums = Counter[tuple[str, str]]()
        for one in self.held.values():
            sums[one["consumerAccountId"], one["billId"]] += Decimal(one["amount"])  # type: ignore[assignment] # sums of any number
        return dict(sums)  # type: ignore[arg-type] # the same

    def _line(self, told: dict[str, str]) -> dict[str, str]:
        reference = told["referenceTransactionId"]
        if reference in self.refuses:
            return {
                "referenceTransactionId": reference,
                "status": "REFUSED",
                "reason": "no such bill",
            }
        if reference in self.held:
            assert self.held[reference] == told, "one reference for two things"
            self.doubled += 1
            return {"referenceTransactionId": reference, "status": "DUPLICATE"}
        self.held[reference] = told
        return {"referenceTransactionId": reference, "status": "ACCEPTED"}


class AgencyServer:
    """The agency on a free loopback port, until ``close``."""

    def __init__(self, agency: Agency, tls: ssl.SSLContext | None = None) -> None:
        self.agency = agency
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _answering(agency))
        self._server.daemon_threads = True
        if tls is not None:
            self._server.socket = tls.wrap_socket(self._server.socket, server_side=True)
        self.port = int(self._server.server_address[1])
        scheme = "https" if tls is not None else "http"
        self.url = f"{scheme}://localhost:{self.port}/agency/v1/postings"
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,))
        self._thread.start()

    def close(self) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()


def _answering(agency: Agency) -> type[BaseHTTPRequestHandler]:
    class Answering(_Answering):
        knows = agency

    return Answering


class _Answering(BaseHTTPRequestHandler):
    knows: Agency

    def do_POST(self) -> None:
        raw = self.rfile.read(int(self.headers["Content-Length"]))
        told = json.loads(raw)
        with self.knows.lock:
            self.knows.requests.append((dict(self.headers.items()), told))
            token = self.knows.token
            if token and self.headers["Authorization"] != f"Bearer {token}":
                self.wfile.write(_said(401, {}))
            else:
                self.wfile.write(self._answer(self.knows.mood(), told))

    def _answer(self, mood: str, told: dict[str, Any]) -> bytes:
        """The bytes that go back; none when the answer is lost."""
        early = {
            "fails_before": _said(500, {}),
            "busy": _said(429, {}, "Retry-After: 7"),
            "redirects": _said(302, {}, "Location: http://127.0.0.1:9/"),
            "portal": b"HTTP/1.1 200 OK\r\nContent-Length: 15\r\n\r\n<html>Sign in!<",
        }
        if mood in early:
            return early[mood]
        status, answer = self.knows.take(told)
        late = {
            "loses": b"",
            "fails_after": _said(502, {}),
            "cuts": b'HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n{"results": [{"ref',
            "twice": _said(status, answer) * 2,
        }
        return late.get(mood, _said(status, answer))

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - http.server's name
        """Keep the terminal clean."""


def _said(status: int, answer: object, *headers: str) -> bytes:
    body = json.dumps(answer).encode()
    lines = [f"HTTP/1.1 {status} x", *headers, f"Content-Length: {len(body)}", "", ""]
    return "\r\n".join(lines).encode() + body


def booked_rupees(centre: PlayedCentre, *accounts: str) -> dict[tuple[str, str], Decimal]:
    """What the centre's bills received of these accounts, as the agency would hold it."""
    return {
        (account, bill_no): Decimal(paise) / 100
        for account in accounts
        for bill_no, paise in centre.received(account).items()
        if paise
    }

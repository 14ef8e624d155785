"""The REST adapter: instructions pushed to an agency posting API, each under its own reference, as often as it takes.

The contract (README beside this): one instruction or a batch a request, ``Idempotency-Key``; an answer is believed
only when it names the reference it answers. The other side knows a reference for ever, so a lost answer costs nothing.
"""

from __future__ import annotations

import hashlib
import http.client
import random
import ssl
import time
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from billing_server.connectors.instructions import Instruction, Terms, form_of
from billing_server.connectors.port import AdapterFault, Answer, Parcel, Plan
from billing_server.connectors.rest_answers import NoAnswerError, answers_in
from counter_app.wire.canonical import canonical_bytes

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

NAME = "rest"
MOST_ANSWER_BYTES = 1024 * 1024
_LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})
_OURS_TO_SET_RIGHT = frozenset(
    {
        HTTPStatus.UNAUTHORIZED,
        HTTPStatus.FORBIDDEN,
        HTTPStatus.NOT_FOUND,
        HTTPStatus.METHOD_NOT_ALLOWED,
    }
)
_COME_AGAIN = frozenset(
    {HTTPStatus.REQUEST_TIMEOUT, HTTPStatus.TOO_EARLY, HTTPStatus.TOO_MANY_REQUESTS}
)


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where the agency posting API is, how it knows us, and how patient we are.

    ``token_file`` holds a bearer token; ``certificate`` and ``certificate_key`` are for mutual TLS; ``authority`` is
    the file of the authorities to believe, the system's when it is None.
    """

    url: str
    token_file: Path | None = None
    certificate: Path | None = None
    certificate_key: Path | None = None
    authority: Path | None = None
    most_lines: int = 50
    connect_timeout_seconds: float = 5.0
    read_timeout_seconds: float = 30.0
    most_tries: int = 4
    first_wait_seconds: float = 2.0
    longest_wait_seconds: float = 30.0

    def __post_init__(self) -> None:
        """Raises ValueError for an address that would send a token in the clear."""
        parts = urlsplit(self.url)
        is_plain_here = parts.scheme == "http" and parts.hostname in _LOOPBACK
        if not parts.hostname or not (parts.scheme == "https" or is_plain_here):
            message = f"{self.url!r}: an https address is needed (http only on this computer)"
            raise ValueError(message)


@dataclass(slots=True)
class _Said:
    """A status and a body; ``wait_seconds`` from Retry-After, None for none."""

    status: int
    body: bytes
    wait_seconds: float | None


@dataclass(frozen=True, slots=True)
class RestAdapter:
    """Pushes parcels to ``endpoint``. ``wait`` sleeps so many seconds."""

    endpoint: Endpoint
    terms: Terms
    wait: Callable[[float], None] = time.sleep
    dice: random.Random = field(default_factory=random.SystemRandom)

    @property
    def plan(self) -> Plan:
        """Whatever waits, in its order."""
        return Plan(NAME, self.terms, self.endpoint.most_lines)

    def digest_of(self, parcel: Parcel) -> str:
        """Of the body of the batch."""
        return hashlib.sha256(_body(parcel.lines, parcel.terms)).hexdigest()

    def hand_on(self, parcel: Parcel) -> Sequence[Answer]:
        """Push it; when the batch as a whole is refused, line by line, so that one bad line refuses itself alone.

        Raises AdapterFault when the other side cannot be reached or does not know us.
        """
        said = self._push(parcel.lines, parcel.terms)
        is_refused = _is_refusal(said.status)
        if is_refused and len(parcel.lines) > 1:
            return [
                answer
                for line in parcel.lines
                for answer in answers_in([line], *self._refusable([line], parcel.terms))
            ]
        return answers_in(parcel.lines, said.status, said.body)

    def _refusable(self, lines: Sequence[Instruction], terms: Terms) -> tuple[int, bytes]:
        said = self._push(lines, terms)
        return said.status, said.body

    def _push(self, lines: Sequence[Instruction], terms: Terms) -> _Said:
        """What the other side says to these lines, once it says something of its own."""
        body, why = _body(lines, terms), ""
        key = lines[0].reference if len(lines) == 1 else hashlib.sha256(body).hexdigest()
        for tried in range(self.endpoint.most_tries):
            try:
                said = self._post(body, key)
                if said.status in _OURS_TO_SET_RIGHT:
                    message = (
                        f"{self.endpoint.url} answers {said.status}: see to the address, the token or the"
                        " certificate in the settings; nothing is lost, all of it waits"
                    )
                    raise AdapterFault(message)
                if not _comes_again(said.status):
                    answers_in(lines, said.status, said.body)
                    return said
                why, wait_seconds = f"status {said.status}", said.wait_seconds
            except ssl.SSLCertVerificationError as error:
                message = f"{self.endpoint.url} is not whom we trust ({error.verify_message}): nothing was sent"
                raise AdapterFault(message) from error
            except (OSError, http.client.HTTPException, NoAnswerError) as error:
                why, wait_seconds = f"{type(error).__name__} {error}".strip(), None
            if tried + 1 < self.endpoint.most_tries:
                self.wait(self._wait_seconds(tried, wait_seconds))
        message = f"{self.endpoint.url} not reached after {self.endpoint.most_tries} tries ({why}): all of it waits"
        raise AdapterFault(message)

    def _wait_seconds(self, tried: int, asked_seconds: float | None) -> float:
        """Exponential with full jitter; what the other side asks for is honoured up to the longest wait."""
        longest = self.endpoint.longest_wait_seconds
        if asked_seconds is not None:
            return min(asked_seconds, longest)
        return self.dice.uniform(0, min(self.endpoint.first_wait_seconds * 2**tried, longest))

    def _post(self, body: bytes, key: str) -> _Said:
        parts = urlsplit(self.endpoint.url)
        assert parts.hostname, "looked at when the endpoint was made"
        timeout = self.endpoint.connect_timeout_seconds
        connection = (
            http.client.HTTPSConnection(
                parts.hostname, parts.port, timeout=timeout, context=self._tls()
            )
            if parts.scheme == "https"
            else http.client.HTTPConnection(parts.hostname, parts.port, timeout=timeout)
        )
        try:
            connection.connect()
            connection.sock.settimeout(self.endpoint.read_timeout_seconds)
            target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
            connection.request("POST", target, body, self._headers(key))
            response = connection.getresponse()
            answer = response.read(MOST_ANSWER_BYTES)
            again = response.getheader("Retry-After", "")
            return _Said(response.status, answer, float(again) if again.isdecimal() else None)
        finally:
            connection.close()

    def _headers(self, key: str) -> dict[str, str]:
        headers = {
            "Content-Type": "application/json",
            "Accept": "application/json",
            "Idempotency-Key": key,
        }
        if self.endpoint.token_file is not None:
            token = self.endpoint.token_file.read_text(encoding="ascii").strip()
            headers["Authorization"] = f"Bearer {token}"
        return headers

    def _tls(self) -> ssl.SSLContext:
        """The other side is always verified; we show a certificate where one is set."""
        endpoint = self.endpoint
        context = ssl.create_default_context(
            cafile=str(endpoint.authority) if endpoint.authority else None
        )
        context.minimum_version = ssl.TLSVersion.TLSv1_2
        if endpoint.certificate is not None:
            context.load_cert_chain(endpoint.certificate, endpoint.certificate_key)
        return context


def _body(lines: Sequence[Instruction], terms: Terms) -> bytes:
    """One instruction as it is; several as a batch."""
    forms = [form_of(line, terms) for line in lines]
    return canonical_bytes(forms[0] if len(forms) == 1 else {"postings": forms})


def _is_refusal(status: int) -> bool:
    is_of_asker = HTTPStatus.BAD_REQUEST <= status < HTTPStatus.INTERNAL_SERVER_ERROR
    return is_of_asker and status != HTTPStatus.CONFLICT and not _comes_again(status)


def _comes_again(status: int) -> bool:
    """Whether this is no word on the lines, but weather."""
    is_redirect = HTTPStatus.MULTIPLE_CHOICES <= status < HTTPStatus.BAD_REQUEST
    return is_redirect or status in _COME_AGAIN or status >= HTTPStatus.INTERNAL_SERVER_ERROR

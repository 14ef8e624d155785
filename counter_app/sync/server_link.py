"""The billing server over HTTP: the real thing behind ``ports.BillingServer``."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode

import zstandard

from counter_app.domain.errors import Fault, FaultCode, Refusal, RefusalCode
from counter_app.sync import proof
from counter_app.sync.request_signing import fresh_nonce, sign
from counter_app.sync.transport import Transport
from counter_app.wire.canonical import canonical_bytes, raw_of
from counter_app.wire.days import DayPayments
from counter_app.wire.exchange import (
    CONTENT_TYPE,
    ENCODING,
    Acknowledgement,
    Batch,
    Certificate,
    Changes,
    DayTotals,
    EnrolmentRequest,
    Head,
    Person,
    Problem,
    ServerTime,
)
from counter_app.wire.messages import PROTOCOL_VERSION
from counter_app.wire.results import Results

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from counter_app.sync.request_signing import RequestSigner
    from counter_app.sync.transport import Answer

ZSTD_LEVEL = 3
_OK = 200
_STALE, _GAP = "stale", "gap"
_NO_SKEW = timedelta(0)


@dataclass(frozen=True, slots=True)
class GapTold:
    """The centre expects another message next; ``head`` is the chain hash it holds before it."""

    expected: int
    head: bytes


@dataclass(slots=True)
class ServerLink:
    """Talks to the centre. Works before enrolment (``enrol`` only) and after; every value is asked for when needed.

    ``address`` gives the server's address, ``certificate`` the one in force (None before enrolment),
    ``signer`` the key of that certificate, ``now`` an aware moment. A counter whose clock is off asks the
    centre for its signed time once, and dates its requests by that.
    """

    address: Callable[[], str]
    certificate: Callable[[], Certificate | None]
    signer: Callable[[bytes], RequestSigner]
    now: Callable[[], datetime]
    transport: Transport = field(default_factory=Transport)
    _skew: timedelta = _NO_SKEW

    def enrol(
        self, server_url: str, server_key_id: str, request: EnrolmentRequest
    ) -> tuple[Certificate, tuple[Person, ...], bytes]:
        """Certificate, roster and the exact signed answer. Raises Refusal ENROLMENT_CODE_REFUSED."""
        nonce = fresh_nonce()
        prepared = self.transport.prepare(
            "POST", f"{server_url.rstrip('/')}/v1/enrol", canonical_bytes(request), _headers(nonce)
        )
        answer = self.transport.send(prepared)
        if answer.status != _OK:
            raise proof.meaning_of(answer, proof.proved_problem(answer, nonce, {}, server_key_id))
        enrolment = proof.opened_enrolment(server_key_id, answer.body)
        return enrolment.certificate, enrolment.roster, answer.body

    def push(self, epoch: int, batch: Batch) -> tuple[Acknowledgement, bytes] | GapTold:
        """Acknowledgement with its exact bytes, or where to rewind to. Raises Fault SERVER_FORK."""
        certificate = self._certificate()
        packed = zstandard.ZstdCompressor(level=ZSTD_LEVEL).compress(canonical_bytes(batch))
        path = f"/v1/counters/{quote(certificate.counter_id, safe='')}/{epoch}/batches"
        answer = self._ask("POST", path, packed)
        if isinstance(answer, GapTold):
            return answer
        told = proof.decoded(self._opened(answer), Acknowledgement)
        last = batch.first + len(batch.messages) - 1
        _insist(
            (told.counter_id, told.epoch, told.upto) == (certificate.counter_id, epoch, last),
            f"acknowledges {told.counter_id}/{told.epoch}/{told.upto}",
        )
        return told, answer.body

    def changes(self, since: int) -> Changes:
        """The next page of what changed."""
        told = proof.decoded(self._get("/v1/changes", since=str(since)), Changes)
        _insist(told.since == since, f"changes since {told.since}")
        return told

    def head(self, epoch: int) -> Head:
        """The last message of ours the centre knows."""
        counter_id = self._certificate().counter_id
        told = proof.decoded(
            self._get(f"/v1/counters/{quote(counter_id, safe='')}/{epoch}/head"), Head
        )
        _insist((told.counter_id, told.epoch) == (counter_id, epoch), "head of another epoch")
        return told

    def day(self, business_date: date) -> DayTotals:
        """The centre's sums for one day."""
        return self.signed_day(business_date)[0]

    def signed_day(self, business_date: date) -> tuple[DayTotals, bytes]:
        """The centre's sums for one day, with the exact signed answer."""
        counter_id, day = self._certificate().counter_id, business_date.isoformat()
        answer = self._got(f"/v1/counters/{quote(counter_id, safe='')}/days/{day}")
        told = proof.decoded(self._opened(answer), DayTotals)
        _insist((told.counter_id, told.business_date) == (counter_id, day), "another day")
        return told, answer.body

    def day_payments(
        self, epoch: int, business_date: date, after: int, first: int, last: int
    ) -> DayPayments:
        """A page of the centre's payments of one epoch for one day."""
        counter_id, day = self._certificate().counter_id, business_date.isoformat()
        path = f"/v1/counters/{quote(counter_id, safe='')}/{epoch}/days/{day}/payments"
        payload = self._get(path, after=str(after), first=str(first), last=str(last))
        told = proof.decoded(payload, DayPayments)
        _insist(
            (told.counter_id, told.epoch, told.business_date, told.after, told.first, told.last)
            == (counter_id, epoch, day, after, first, last),
            "payments of another question",
        )
        return told

    def results(self, after: int) -> Results:
        """The next page of what was decided later than the acknowledgements."""
        counter_id = self._certificate().counter_id
        path = f"/v1/counters/{quote(counter_id, safe='')}/results"
        told = proof.decoded(self._get(path, after=str(after)), Results)
        _insist((told.counter_id, told.after) == (counter_id, after), "results of another question")
        return told

    def server_time(self) -> ServerTime:
        """Signed time, bound to a fresh nonce."""
        nonce = fresh_nonce()
        url = f"{self.address().rstrip('/')}/v1/time?{urlencode({'nonce': nonce})}"
        answer = self.transport.send(self.transport.prepare("GET", url, None, _headers(nonce)))
        if answer.status != _OK:
            raise proof.meaning_of(answer, self._problem(answer, nonce))
        told = proof.decoded(self._opened(answer), ServerTime)
        _insist(told.nonce == nonce, "time for another nonce")
        return told

    def close(self) -> None:
        """Hang up."""
        self.transport.close()

    def _get(self, path: str, **query: str) -> bytes:
        """The proved payload of a signed GET."""
        return self._opened(self._got(f"{path}?{urlencode(query)}" if query else path))

    def _got(self, asked: str) -> Answer:
        """What a signed GET brought, not proved yet."""
        answer = self._ask("GET", asked, None)
        if isinstance(answer, GapTold):
            raise Fault(FaultCode.SERVER_NOT_OURS, "a gap where nothing was pushed")
        return answer

    def _ask(self, method: str, path: str, body: bytes | None) -> Answer | GapTold:
        """A 200, not proved yet, or a proved gap. Raises Fault for all else."""
        answer, nonce = self._send(method, path, body)
        problem = None if answer.status == _OK else self._problem(answer, nonce)
        if problem is not None and problem.code == _STALE:
            self._learn_skew()
            answer, nonce = self._send(method, path, body)
            problem = None if answer.status == _OK else self._problem(answer, nonce)
        if answer.status == _OK:
            return answer
        if problem is not None and problem.code == _GAP:
            return GapTold(problem.expected, raw_of(problem.head))
        raise proof.meaning_of(answer, problem)

    def _send(self, method: str, path: str, body: bytes | None) -> tuple[Answer, str]:
        certificate, nonce = self._certificate(), fresh_nonce()
        headers = _headers(nonce)
        if body is not None:
            headers["Content-Encoding"] = ENCODING
        request = self.transport.prepare(method, self.address().rstrip("/") + path, body, headers)
        signer = self.signer(raw_of(certificate.public_key))
        sign(request, signer, nonce, self.now().astimezone(UTC) + self._skew)
        return self.transport.send(request), nonce

    def _learn_skew(self) -> None:
        """The centre finds our clock far off: how far, by its signed time."""
        told = datetime.fromtimestamp(0, UTC) + timedelta(
            microseconds=self.server_time().server_time_us
        )
        self._skew = told - self.now().astimezone(UTC)

    def _certificate(self) -> Certificate:
        certificate = self.certificate()
        if certificate is None:
            raise Refusal(RefusalCode.COUNTER_NOT_ENROLLED)
        return certificate

    def _opened(self, answer: Answer) -> bytes:
        return proof.opened(proof.keys_of(self._certificate()), answer)

    def _problem(self, answer: Answer, nonce: str) -> Problem | None:
        return proof.proved_problem(answer, nonce, proof.keys_of(self._certificate()))


def _headers(nonce: str) -> dict[str, str]:
    return {
        "Accept": CONTENT_TYPE,
        "Accept-Encoding": ENCODING,
        "Content-Type": CONTENT_TYPE,
        "Kesco-Nonce": nonce,
        "Kesco-Protocol": str(PROTOCOL_VERSION),
    }


def _insist(is_so: bool, detail: str) -> None:  # noqa: FBT001 - reads as an assertion about the answer
    """A signed answer, but not to what was asked: an old one played back. Raises Fault SERVER_NOT_OURS."""
    if not is_so:
        raise Fault(FaultCode.SERVER_NOT_OURS, detail)

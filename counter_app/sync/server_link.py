"""The billing server over HTTP: the real thing behind ``ports.BillingServer``."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode

import zstandard

from counter_app.domain.errors import Fault, FaultCode, Refusal, RefusalCode
from counter_app.sync import proof
from counter_app.sync.centre_clock import CentreClock
from counter_app.sync.part_sink import PartSink
from counter_app.sync.request_signing import asking_headers, fresh_nonce, no_facts, sign
from counter_app.sync.snapshot_link import cursor_known, manifest_by, part_by
from counter_app.sync.transport import Transport
from counter_app.wire.canonical import canonical_bytes, raw_of
from counter_app.wire.days import DayPayments
from counter_app.wire.exchange import (
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
from counter_app.wire.receipt_keys import ReceiptKeys
from counter_app.wire.results import Results

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime, timedelta

    from counter_app.sync.request_signing import Facts, RequestSigner
    from counter_app.sync.transport import Answer
    from counter_app.wire.snapshot import BlobTold, Manifest

SWIFT_LEVEL, TIGHT_LEVEL = 3, 19
"""Of zstd, 15 % apart in bytes and 100 ms a batch: near by time counts, over a long line every byte does."""
FAR_SECONDS = 0.1
"""A round trip longer than this is a modem's, not an office network's."""
_OK = 200
_GIVEN = frozenset({_OK, 206})
_STALE, _GAP = "stale", "gap"


@dataclass(frozen=True, slots=True)
class GapTold:
    """The centre expects another message next; ``head`` is the chain hash it holds before it."""

    expected: int
    head: bytes


@dataclass(slots=True)
class ServerLink:
    """Talks to the centre. Works before enrolment (``enrol`` only) and after; every value is asked for when needed.

    ``address`` gives the server's address, ``certificate`` the one in force (None before enrolment),
    ``signer`` the key of that certificate, ``now`` an aware moment, ``facts`` what the counter says of itself.
    A counter whose clock is off asks the centre for its signed time once, and dates its requests by that.
    """

    address: Callable[[], str]
    certificate: Callable[[], Certificate | None]
    signer: Callable[[bytes], RequestSigner]
    now: Callable[[], datetime]
    facts: Facts = no_facts
    transport: Transport = field(default_factory=Transport)
    _clock: CentreClock = field(init=False)

    def __post_init__(self) -> None:
        """Nothing is known of the clocks yet."""
        self._clock = CentreClock(self.now, self._server_time)

    @property
    def skew(self) -> timedelta:
        """Signed server time less this computer's, as last learnt."""
        return self._clock.skew

    def enrol(
        self, server_url: str, server_key_id: str, request: EnrolmentRequest
    ) -> tuple[Certificate, tuple[Person, ...], bytes]:
        """Certificate, roster and the exact signed answer. Raises Refusal ENROLMENT_CODE_REFUSED."""
        nonce = fresh_nonce()
        prepared = self.transport.prepare(
            "POST",
            f"{server_url.rstrip('/')}/v1/enrol",
            canonical_bytes(request),
            asking_headers(nonce),
        )
        answer = self.transport.send(prepared)
        if answer.status != _OK:
            raise proof.meaning_of(answer, proof.proved_problem(answer, nonce, {}, server_key_id))
        enrolment = proof.opened_enrolment(server_key_id, answer.body)
        return enrolment.certificate, enrolment.roster, answer.body

    def push(self, epoch: int, batch: Batch) -> tuple[Acknowledgement, bytes] | GapTold:
        """Acknowledgement with its exact bytes, or where to rewind to. Raises Fault SERVER_FORK."""
        certificate = self._certificate()
        packed = self._packed(canonical_bytes(batch))
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
        """The next page of what changed. Raises CursorUnknownError."""
        with cursor_known(since):
            payload = self._get("/v1/changes", since=str(since))
        told = proof.decoded(payload, Changes)
        counter_id = self._certificate().counter_id
        is_ours = (told.counter_id, told.since) == (counter_id, since)
        _insist(is_ours, f"changes since {told.since} for {told.counter_id}")
        if told.mark is not None:
            self._clock.compare(told.mark.as_on_us, self.transport)
        return told

    def manifest(self, have: int) -> Manifest | None:
        """The newest snapshot; None where the centre has none, or is an older one that knows of none."""
        return manifest_by(self._get, have)

    def part(self, told: BlobTold, first: int, take: Callable[[bytes], None]) -> bool:
        """The bytes of a part from ``first`` on, to ``take`` as they come; False where the centre keeps it no more."""
        return part_by(partial(self._ask, "GET", body=None), told, PartSink(told, first, take))

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

    def receipt_keys(self, version: str) -> tuple[ReceiptKeys, bytes] | None:
        """The list that receipts are checked by; None when it is still this version."""
        answer = self._got(f"/v1/receipt-keys?{urlencode({'version': version})}")
        told = proof.decoded(self._opened(answer), ReceiptKeys)
        _insist(told.version == version or not told.is_unchanged, "another list")
        return None if told.version == version else (told, answer.body)

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
        return self._server_time(self.transport)

    def _server_time(self, transport: Transport) -> ServerTime:
        nonce = fresh_nonce()
        url = f"{self.address().rstrip('/')}/v1/time?{urlencode({'nonce': nonce})}"
        answer = transport.send(transport.prepare("GET", url, None, asking_headers(nonce)))
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

    def _ask(
        self, method: str, path: str, body: bytes | None, sink: PartSink | None = None
    ) -> Answer | GapTold:
        """What was asked for, not proved yet, or a proved gap. Raises Fault for all else."""
        answer, nonce = self._send(method, path, body, sink)
        problem = None if answer.status in _GIVEN else self._problem(answer, nonce)
        if problem is not None and problem.code == _STALE:
            self._clock.learn(self.transport)
            answer, nonce = self._send(method, path, body, sink)
            problem = None if answer.status in _GIVEN else self._problem(answer, nonce)
        if answer.status in _GIVEN:
            return answer
        if problem is not None and problem.code == _GAP:
            return GapTold(problem.expected, raw_of(problem.head))
        raise proof.meaning_of(answer, problem)

    def _send(
        self, method: str, path: str, body: bytes | None, sink: PartSink | None
    ) -> tuple[Answer, str]:
        certificate, nonce = self._certificate(), fresh_nonce()
        headers = asking_headers(nonce) | self.facts(path) | (sink.asked if sink else {})
        if body is not None:
            headers["Content-Encoding"] = ENCODING
        request = self.transport.prepare(method, self.address().rstrip("/") + path, body, headers)
        signer = self.signer(raw_of(certificate.public_key))
        sign(request, signer, nonce, self._clock.moment())
        try:
            return self.transport.send(request, sink), nonce
        except Fault as fault:
            blamed = self._clock.blame(fault, self.transport)
            if blamed is fault:
                raise
            raise blamed from fault

    def _packed(self, plain: bytes) -> bytes:
        is_far = self.transport.distance_seconds > FAR_SECONDS
        level = TIGHT_LEVEL if is_far else SWIFT_LEVEL
        return zstandard.ZstdCompressor(level=level).compress(plain)

    def _certificate(self) -> Certificate:
        certificate = self.certificate()
        if certificate is None:
            raise Refusal(RefusalCode.COUNTER_NOT_ENROLLED)
        return certificate

    def _opened(self, answer: Answer) -> bytes:
        return proof.opened(proof.keys_of(self._certificate()), answer)

    def _problem(self, answer: Answer, nonce: str) -> Problem | None:
        return proof.proved_problem(answer, nonce, proof.keys_of(self._certificate()))


def _insist(is_so: bool, detail: str) -> None:  # noqa: FBT001 - reads as an assertion about the answer
    """A signed answer, but not to what was asked: an old one played back. Raises Fault SERVER_NOT_OURS."""
    if not is_so:
        raise Fault(FaultCode.SERVER_NOT_OURS, detail)

"""The centre: what each request does, free of HTTP's form. One object a server process."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

import msgspec

from billing_server.limits import RateLimit
from billing_server.problems import Code, ServerRefusal
from billing_server.requests_signed import Caller, RequestSeen, SeenNonces, verify_request
from billing_server.settings import ServerSettings
from billing_server.store import chains, enrolment, feed, results, totals
from billing_server.store.cursor import last_cursor
from counter_app.wire.canonical import KeyPair, sign_answer
from counter_app.wire.exchange import Batch, EnrolmentRequest, ServerTime

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from billing_server.store.engine import Database
    from billing_server.store.totals import PageAsked

Kind = TypeVar("Kind")

MOST_NONCE_CHARACTERS = 64
_SECONDS_PER_MINUTE = 60
_MICROSECONDS = 1_000_000
_NANOSECONDS_PER_MICROSECOND = 1_000


def microseconds_now() -> int:
    """The system's clock, UTC."""
    return time.time_ns() // _NANOSECONDS_PER_MICROSECOND


@dataclass(slots=True)
class Centre:
    """Database, key and limits of one server. ``now_us`` is its clock."""

    database: Database
    key: KeyPair
    settings: ServerSettings = field(default_factory=ServerSettings)
    now_us: Callable[[], int] = microseconds_now
    _nonces: SeenNonces = field(init=False)
    _requests: RateLimit = field(init=False)
    _enrolments: RateLimit = field(init=False)

    def __post_init__(self) -> None:
        """Empty memories: what was signed before this moment is stale."""
        settings = self.settings
        self._nonces = SeenNonces(settings.request_window_seconds, self.now_us() // _MICROSECONDS)
        self._requests = RateLimit(settings.requests_per_second, settings.burst_requests)
        per_minute = settings.enrolments_per_minute
        self._enrolments = RateLimit(per_minute / _SECONDS_PER_MINUTE, per_minute)

    def caller(self, request: RequestSeen) -> Caller:
        """The counter that signed this request. Raises ServerRefusal."""
        now_us = self.now_us()
        caller = verify_request(
            request,
            lambda key_id: self.database.read(lambda c: enrolment.key_named(c, key_id)),
            self._nonces,
            now_us,
        )
        self._requests.admit(caller.key_id, now_us)
        return caller

    def enrol(self, address: str, body: bytes) -> bytes:
        """The signed certificate and roster. Raises ServerRefusal."""
        self._enrolments.admit(address, self.now_us())
        request = _decoded(body, EnrolmentRequest)
        return self.database.write(
            lambda c: enrolment.enrol(c, self.key, request, self.settings, self.now_us())
        )

    def take_batch(self, caller: Caller, counter_id: str, epoch: int, body: bytes) -> bytes:
        """The signed acknowledgement, once the transaction is durable. Raises ServerRefusal."""
        _refuse_other_counter(caller, counter_id)
        batch = chains.read_batch(counter_id, epoch, _decoded(body, Batch))
        answer = self.database.write(
            lambda c: chains.take_batch(
                c, self.key, batch, self.now_us(), self.settings.time_tolerance_seconds
            )
        )
        if isinstance(answer, ServerRefusal):
            raise answer
        return answer

    def changes(self, caller: Caller, since: int) -> bytes:
        """A signed page of what changed. Raises ServerRefusal."""
        return sign_answer(
            self.key,
            self.database.read(
                lambda c: feed.tell_changes(
                    c,
                    caller.counter_id,
                    since,
                    page_consumers=self.settings.page_consumers,
                    now_us=self.now_us(),
                )
            ),
        )

    def head(self, caller: Caller, counter_id: str, epoch: int) -> bytes:
        """Where this epoch resumes, signed. Raises ServerRefusal."""
        _refuse_other_counter(caller, counter_id)
        return sign_answer(
            self.key,
            self.database.read(lambda c: chains.tell_head(c, counter_id, epoch, self.now_us())),
        )

    def day(self, caller: Caller, counter_id: str, business_date: date) -> bytes:
        """The totals of a day, signed. Raises ServerRefusal."""
        _refuse_other_counter(caller, counter_id)
        return sign_answer(
            self.key,
            self.database.read(lambda c: totals.tell_day(c, counter_id, business_date.isoformat())),
        )

    def day_payments(
        self, caller: Caller, counter_id: str, epoch: int, business_date: date, asked: PageAsked
    ) -> bytes:
        """A page of the payments of a day, signed. Raises ServerRefusal."""
        _refuse_other_counter(caller, counter_id)
        day = business_date.isoformat()
        return sign_answer(
            self.key,
            self.database.read(lambda c: totals.tell_payments(c, counter_id, epoch, day, asked)),
        )

    def results(self, caller: Caller, counter_id: str, after: int) -> bytes:
        """What was decided later than the acknowledgements, signed. Raises ServerRefusal."""
        _refuse_other_counter(caller, counter_id)
        return sign_answer(
            self.key,
            self.database.read(lambda c: results.tell_results(c, counter_id, after)),
        )

    def time(self, address: str, nonce: str) -> bytes:
        """Signed time for this nonce. Raises ServerRefusal."""
        self._requests.admit(address, self.now_us())
        if not nonce or len(nonce) > MOST_NONCE_CHARACTERS:
            raise ServerRefusal(Code.MALFORMED, "a nonce of 1 to 64 characters is needed")
        return sign_answer(self.key, ServerTime(nonce, self.now_us()))

    def look(self) -> int:
        """The last change cursor: the database answers. Raises sqlalchemy's errors when it does not."""
        return self.database.read(last_cursor)


def _refuse_other_counter(caller: Caller, counter_id: str) -> None:
    if caller.counter_id != counter_id:
        raise ServerRefusal(Code.OTHER_COUNTER, f"signed by {caller.counter_id}")


def _decoded(body: bytes, kind: type[Kind]) -> Kind:
    try:
        return msgspec.json.decode(body, type=kind)
    except (msgspec.MsgspecError, RecursionError, UnicodeError) as error:
        raise ServerRefusal(Code.MALFORMED, str(error)) from error

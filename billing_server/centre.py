"""The centre: what each request does, free of HTTP's form. One object a server process, any number of those."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

import msgspec

from billing_server.carry import CarriedTaken, take_carried
from billing_server.limits import RateLimit
from billing_server.problems import Code, ServerRefusal
from billing_server.public_check import PublicCheck, prove_receipt
from billing_server.receipt_list import MOST_VERSION_CHARACTERS, ReceiptList
from billing_server.requests_signed import Caller, RequestSeen, verify_request
from billing_server.sealed_files import answer_request
from billing_server.settings import ServerSettings
from billing_server.snapshots import BuildAside, find_blob, tell_manifest
from billing_server.store import attempts, chains, enrolment, feed, results, totals
from billing_server.store.attempts import AttemptLimit
from billing_server.store.counter_states import note_state
from billing_server.store.cursor import last_cursor
from billing_server.store.nonces import SeenNonces
from billing_server.store.standby import Standby
from counter_app.wire.canonical import KeyPair, sign_answer
from counter_app.wire.decoding import read_json
from counter_app.wire.exchange import Batch, EnrolmentRequest, ServerTime
from counter_app.wire.sealed import FileFlaw, SealedFileError

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from sqlalchemy import Connection

    from billing_server.store.engine import Database
    from billing_server.store.totals import PageAsked

Kind = TypeVar("Kind")

MOST_NONCE_CHARACTERS = 64
_SECONDS_PER_MINUTE = 60
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
    _enrolments: AttemptLimit = field(init=False)
    _standby: Standby | None = field(init=False)
    _building: BuildAside = field(init=False)
    _receipt_list: ReceiptList = field(init=False)

    def __post_init__(self) -> None:
        """What must be exact is remembered in the database; of the ordinary rate this process has its share."""
        settings, share = self.settings, self.settings.worker_count
        self._nonces = SeenNonces(
            self.database, settings.request_window_seconds, settings.request_ahead_seconds
        )
        self._requests = RateLimit(
            settings.requests_per_second / share, max(1.0, settings.burst_requests / share)
        )
        self._enrolments = AttemptLimit(
            "enrol", settings.enrolments_per_minute, _SECONDS_PER_MINUTE
        )
        self._standby = None
        if settings.needs_standby is not None:
            self._standby = Standby(
                settings.needs_standby,
                settings.standby_most_seconds,
                settings.busy_retry_after_seconds,
            )
        self._building = BuildAside(
            self.database, settings.snapshot_limits, settings.snapshot_hours
        )
        self._receipt_list = ReceiptList(
            self.database,
            self.key,
            settings.receipt_gone_days,
            settings.receipt_list_seconds,
            settings.public_check_url,
        )

    def caller(self, request: RequestSeen) -> Caller:
        """The counter that signed this request. Raises ServerRefusal."""
        now_us = self.now_us()
        caller = verify_request(
            request,
            lambda key_id: self.database.ask(lambda c: enrolment.key_named(c, key_id)),
            self._nonces,
            now_us,
        )
        self._requests.admit(caller.key_id, now_us)
        return caller

    def enrol(self, address: str, body: bytes) -> bytes:
        """The signed certificate and roster. Raises ServerRefusal."""
        attempts.admit(self.database, self._enrolments, address, self.now_us())
        return self._enrol(_decoded(body, EnrolmentRequest))

    def answer_request(self, content: bytes) -> bytes:
        """The answer file to a counter's request file. Raises ServerRefusal, ValueError for another file."""
        return answer_request(self.key, content, self._enrol)

    def _enrol(self, request: EnrolmentRequest) -> bytes:
        return self._promise(
            lambda c: enrolment.enrol(c, self.key, request, self.settings, self.now_us())
        )

    def take_batch(self, caller: Caller, counter_id: str, epoch: int, body: bytes) -> bytes:
        """The signed acknowledgement, once the transaction is durable. Raises ServerRefusal."""
        _refuse_other_counter(caller, counter_id)
        return self._take(counter_id, epoch, _decoded(body, Batch))

    def carry(self, address: str, body: bytes) -> bytes:
        """The acknowledgement file to a carried file. Raises ServerRefusal, of the batch when none was taken."""
        attempts.admit(self.database, self._enrolments, address, self.now_us())
        try:
            taken = self.take_carried(body)
        except SealedFileError as error:
            is_large = error.flaw is FileFlaw.TOO_LARGE
            code = Code.TOO_LARGE if is_large else Code.MALFORMED
            raise ServerRefusal(code, str(error.flaw)) from error
        if taken.stopped_by is not None and not taken.answers:
            raise taken.stopped_by
        return taken.file()

    def take_carried(self, content: bytes) -> CarriedTaken:
        """Take what a carried file holds, each batch in a transaction of its own. Raises SealedFileError."""
        return take_carried(self.key, content, self._take)

    def _take(self, counter_id: str, epoch: int, told: Batch) -> bytes:
        batch = chains.read_batch(counter_id, epoch, told)
        answer = self._promise(
            lambda c: chains.take_batch(
                c, self.key, batch, self.now_us(), self.settings.time_tolerance_seconds
            )
        )
        if isinstance(answer, ServerRefusal):
            raise answer
        return answer

    def changes(self, caller: Caller, since: int) -> bytes:
        """A signed page of what changed; what the counter says of itself is kept. Raises ServerRefusal."""
        if (state := caller.state) is not None:
            asker = (caller.counter_id, caller.epoch)
            self.database.write(lambda c: note_state(c, *asker, state, self.now_us()))
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
        if epoch > chains.LARGEST_SEQUENCE:
            raise ServerRefusal(Code.EPOCH_UNKNOWN, f"{counter_id}/{epoch}")
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

    def manifest(self, caller: Caller, have: int) -> bytes:
        """The newest snapshot, signed; an old one has the next built aside. Raises ServerRefusal NOT_FOUND."""
        del caller  # any counter may ask
        now_us, valid_days = self.now_us(), self.settings.snapshot_valid_days
        self._building.see_to(now_us)
        return sign_answer(
            self.key, self.database.read(lambda c: tell_manifest(c, have, now_us, valid_days))
        )

    def blob(self, caller: Caller, sha256: str) -> bytes:
        """A part of a snapshot: its name proves it. Raises ServerRefusal NOT_FOUND."""
        del caller  # any counter may ask
        return self.database.read(lambda c: find_blob(c, sha256))

    def receipt(self, address: str, code: str, receipt_no: str) -> bytes:
        """Whether a receipt is genuine, signed; anybody may ask, not often. Raises ServerRefusal."""
        asked = PublicCheck(self.database, self.settings.receipt_checks_per_minute)
        try:
            return sign_answer(self.key, asked(address, code, receipt_no, self.now_us()))
        except ValueError as error:
            raise ServerRefusal(Code.MALFORMED, str(error)) from error

    def receipt_keys(self, address: str, version: str) -> bytes:
        """The list that receipts are checked by, signed; for anybody. Raises ServerRefusal."""
        now_us = self.now_us()
        self._requests.admit(address, now_us)
        if len(version) > MOST_VERSION_CHARACTERS:
            message = f"a version has {MOST_VERSION_CHARACTERS} characters at most"
            raise ServerRefusal(Code.MALFORMED, message)
        return self._receipt_list.answer(version, now_us)

    def receipt_proved(self, address: str, figures: str) -> bytes:
        """What the list says of a receipt's figures, signed; for anybody. Raises ServerRefusal."""
        now_us = self.now_us()
        self._requests.admit(address, now_us)
        keys = self._receipt_list.at(now_us).keys
        return sign_answer(self.key, prove_receipt(figures, keys))

    def time(self, address: str, nonce: str) -> bytes:
        """Signed time for this nonce. Raises ServerRefusal."""
        self._requests.admit(address, self.now_us())
        if not nonce or len(nonce) > MOST_NONCE_CHARACTERS:
            raise ServerRefusal(Code.MALFORMED, "a nonce of 1 to 64 characters is needed")
        return sign_answer(self.key, ServerTime(nonce, self.now_us()))

    def look(self) -> int:
        """The last change cursor: the database answers, and a batch would be.

        Raises ServerRefusal BUSY without the standby that is needed, sqlalchemy's errors without a database.
        """
        if self._standby is not None:
            self.database.read(self._standby.look)
        return self.database.read(last_cursor)

    def _promise(self, work: Callable[[Connection], Kind]) -> Kind:
        """Durable when this returns, wherever the settings say it must be."""
        if self._standby is None:
            return self.database.write(work)
        return self._standby.write(self.database, work)


def _refuse_other_counter(caller: Caller, counter_id: str) -> None:
    if caller.counter_id != counter_id:
        raise ServerRefusal(Code.OTHER_COUNTER, f"signed by {caller.counter_id}")


def _decoded(body: bytes, kind: type[Kind]) -> Kind:
    try:
        return read_json(body, kind)
    except (msgspec.MsgspecError, RecursionError, UnicodeError) as error:
        raise ServerRefusal(Code.MALFORMED, str(error)) from error

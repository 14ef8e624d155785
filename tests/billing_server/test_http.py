"""The server's HTTP form: what it refuses before business begins, and how it says so."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import msgspec
import pytest
import zstandard
from sqlalchemy import text

from billing_server.requests_signed import COVERED
from billing_server.settings import ServerSettings
from counter_app.sync import request_signing
from counter_app.sync.proof import keys_of, proved_problem
from counter_app.sync.request_signing import PairSigner, fresh_nonce, sign
from counter_app.sync.transport import Answer, Transport
from counter_app.wire.canonical import canonical_bytes
from counter_app.wire.exchange import MOST_BATCH_BYTES, Problem
from tests.billing_server.players import payment
from tests.sync.offices import A, Office, open_office

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

BATCHES = "/v1/counters/C07/1/batches"
NO_HEADERS: Mapping[str, str] = {}


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    opened = open_office(tmp_path, ServerSettings(busy_retry_after_seconds=9))
    opened.enrol()
    yield opened
    opened.close()


@pytest.fixture
def transport() -> Iterator[Transport]:
    opened = Transport()
    yield opened
    opened.close()


class Asking:
    """One raw request, signed by hand; everything about it can be spoilt."""

    def __init__(self, office: Office, transport: Transport) -> None:
        self._office = office
        self._transport = transport
        self.nonce = fresh_nonce()
        self.age = timedelta(0)

    def ask(
        self,
        method: str,
        path: str,
        body: bytes | None = None,
        headers: Mapping[str, str] = NO_HEADERS,
        *,
        is_signed: bool = True,
    ) -> Answer:
        named = {"Kesco-Nonce": self.nonce, **headers}
        request = self._transport.prepare(method, self._office.server.url + path, body, named)
        if is_signed:
            moment = self._office.clock.counter_now() - self.age
            sign(request, PairSigner(self._office.pair), self.nonce, moment)
        return self._transport.send(request)

    def problem(self, answer: Answer) -> Problem:
        """The proved problem of an answer."""
        assert self._office.certificate is not None
        problem = proved_problem(answer, self.nonce, keys_of(self._office.certificate))
        assert problem is not None
        assert problem.status == answer.status
        assert answer.headers["Content-Type"] == "application/problem+json"
        return problem


@pytest.fixture
def asking(office: Office, transport: Transport) -> Asking:
    return Asking(office, transport)


def test_both_sides_cover_the_same_parts_of_a_request() -> None:
    assert request_signing.COVERED == COVERED


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/v1/changes?since=0"),
        ("GET", "/v1/counters/C07/1/head"),
        ("GET", "/v1/counters/C07/days/2026-11-18"),
        ("GET", "/v1/counters/C07/1/days/2026-11-18/payments?after=0&first=0&last=0"),
        ("GET", "/v1/counters/C07/results?after=0"),
        ("POST", BATCHES),
    ],
)
def test_an_unsigned_request_is_refused(asking: Asking, method: str, path: str) -> None:
    answer = asking.ask(method, path, b"{}", is_signed=False)
    assert (answer.status, asking.problem(answer).code) == (401, "signature")


@pytest.mark.parametrize(
    ("path", "status", "code"),
    [
        ("C07/1/days/2026-11-18/payments?after=0&first=0&last=0", 200, ""),
        ("C07/1/days/soon/payments?after=0&first=0&last=0", 400, "malformed"),
        ("C07/1/days/2026-11-18/payments?after=0&first=0", 400, "malformed"),
        (f"C07/{10**17}/days/2026-11-18/payments?after=0&first=0&last=0", 403, "epoch_unknown"),
        ("C08/1/days/2026-11-18/payments?after=0&first=0&last=0", 403, "other_counter"),
    ],
)
def test_a_page_of_a_day_is_told_or_refused_in_words(
    asking: Asking, path: str, status: int, code: str
) -> None:
    answer = asking.ask("GET", f"/v1/counters/{path}")
    assert answer.status == status
    assert not code or asking.problem(answer).code == code


def test_a_stale_request_is_refused(asking: Asking) -> None:
    asking.age = timedelta(minutes=6)
    answer = asking.ask("GET", "/v1/changes?since=0")
    assert (answer.status, asking.problem(answer).code) == (401, "stale")


def test_a_replayed_request_is_refused(asking: Asking) -> None:
    assert asking.ask("GET", "/v1/changes?since=0").status == 200
    answer = asking.ask("GET", "/v1/changes?since=0")
    assert (answer.status, asking.problem(answer).code) == (401, "replayed")


def test_a_replay_is_refused_after_a_restart_too(office: Office, asking: Asking) -> None:
    assert asking.ask("GET", "/v1/changes?since=0").status == 200
    office.restart()
    answer = asking.ask("GET", "/v1/changes?since=0")
    assert (answer.status, asking.problem(answer).code) == (401, "replayed")


@pytest.mark.parametrize(("ahead_seconds", "status"), [(5, 200), (6, 401)])
def test_a_request_may_be_dated_a_little_ahead(
    asking: Asking, ahead_seconds: int, status: int
) -> None:
    asking.age = timedelta(seconds=-ahead_seconds)
    assert asking.ask("GET", "/v1/changes?since=0").status == status


def test_a_nonce_too_short_to_be_one_is_refused(asking: Asking) -> None:
    asking.nonce = "short"
    answer = asking.ask("GET", "/v1/changes?since=0")
    assert (answer.status, asking.problem(answer).code) == (401, "signature")


@pytest.mark.parametrize("spoilt", ["path", "query", "body", "digest", "date"])
def test_what_a_signature_covers_cannot_be_changed_on_the_way(
    office: Office, transport: Transport, spoilt: str
) -> None:
    url = f"{office.server.url}{BATCHES}?x=1"
    request = transport.prepare("POST", url, b"{}", {})
    sign(request, PairSigner(office.pair), fresh_nonce(), office.clock.counter_now())
    assert request.url is not None
    if spoilt == "path":
        request.url = request.url.replace("C07", "C08")
    elif spoilt == "query":
        request.url = request.url.replace("x=1", "x=2")
    elif spoilt == "body":
        request.body = b"[]"
    elif spoilt == "digest":
        del request.headers["Content-Digest"]
    else:
        request.headers["Date"] = "Wed, 18 Nov 2026 00:00:00 GMT"
    answer = transport.send(request)
    assert answer.status == 401
    assert msgspec.json.decode(answer.body)["code"] == "signature"


@pytest.mark.parametrize("path", ["1/head", "days/2026-11-18", "results?after=0"])
def test_a_counter_asks_for_itself_only(asking: Asking, path: str) -> None:
    answer = asking.ask("GET", f"/v1/counters/C08/{path}")
    assert (answer.status, asking.problem(answer).code) == (403, "other_counter")


@pytest.mark.parametrize(
    ("path", "status", "code"),
    [
        ("/v1/changes", 400, "malformed"),
        ("/v1/changes?since=-1", 400, "malformed"),
        ("/v1/changes?since=९", 400, "malformed"),
        ("/v1/changes?since=999999999999999999", 410, "cursor_unknown"),
        ("/v1/counters/C07/999999999999999999/head", 403, "epoch_unknown"),
        (f"/v1/counters/C07/{'9' * 5_000}/head", 404, "not_found"),
        ("/v1/counters/C07/7/head", 403, "epoch_unknown"),
        ("/v1/counters/C07/days/tomorrow", 400, "malformed"),
        ("/v1/counters/C07/results", 400, "malformed"),
        ("/v1/counters/C07/results?after=1", 410, "cursor_unknown"),
        ("/v1/nowhere", 404, "not_found"),
        ("/v1/enrol", 405, "method_not_allowed"),
        ("/v1/counters/C07/days/20261118", 400, "malformed"),
        ("/v1/time", 400, "malformed"),
    ],
)
def test_a_question_that_makes_no_sense_gets_a_problem(
    asking: Asking, path: str, status: int, code: str
) -> None:
    answer = asking.ask("GET", path)
    assert (answer.status, asking.problem(answer).code) == (status, code)


def test_a_wrong_method_is_told_the_right_ones(asking: Asking) -> None:
    assert asking.ask("GET", "/v1/enrol").headers["Allow"] == "POST"


def zstd(body: bytes) -> bytes:
    return zstandard.ZstdCompressor().compress(body)


@pytest.mark.parametrize(
    ("body", "headers", "status", "code"),
    [
        (b"{}", {}, 400, "malformed"),
        (b"\xff\xfe", {}, 400, "malformed"),
        (b"[" * 100_000, {}, 400, "malformed"),
        (zstd(b"{}"), {"Content-Encoding": "zstd"}, 400, "malformed"),
        (b"no zstd", {"Content-Encoding": "zstd"}, 400, "malformed"),
        (b"{}", {"Content-Encoding": "br"}, 400, "malformed"),
        (b" " * (MOST_BATCH_BYTES * 2), {}, 413, "too_large"),
        (zstd(b" " * 50_000_000), {"Content-Encoding": "zstd"}, 413, "too_large"),
    ],
)
def test_a_body_that_is_no_batch_gets_a_problem(
    asking: Asking, body: bytes, headers: Mapping[str, str], status: int, code: str
) -> None:
    answer = asking.ask("POST", BATCHES, body, headers)
    assert (answer.status, asking.problem(answer).code) == (status, code)


@pytest.mark.parametrize(
    ("changes", "status", "code"),
    [
        ({"first": 0}, 400, "malformed"),
        ({"first": 2**60}, 400, "malformed"),
        ({"messages": ()}, 400, "malformed"),
        ({"messages": (msgspec.Raw(b"{}"),) * 501}, 413, "too_large"),
        ({"previous": "AAAA"}, 400, "malformed"),
        ({"previous": "!"}, 400, "malformed"),
        ({"head_signature": "AAAA"}, 400, "head_not_signed"),
    ],
)
def test_a_batch_that_cannot_be_one_gets_a_problem(
    office: Office, asking: Asking, changes: dict[str, Any], status: int, code: str
) -> None:
    counter = office.enrol("C08")
    counter.tell(payment(A, 1_00))
    batch = canonical_bytes(msgspec.structs.replace(counter.batch(), **changes))
    answer = asking.ask("POST", "/v1/counters/C08/1/batches", batch)
    assert (answer.status, asking.problem(answer).code) == (status, code)


def test_a_counter_of_another_protocol_is_told_to_upgrade(asking: Asking) -> None:
    answer = asking.ask("GET", "/v1/changes?since=0", headers={"Kesco-Protocol": "2"})
    assert (answer.status, asking.problem(answer).code) == (426, "upgrade")


def test_a_database_that_fails_is_a_busy_server_and_nothing_is_acknowledged(
    office: Office, asking: Asking
) -> None:
    office.server.database.write(lambda c: c.execute(text("ALTER TABLE epoch RENAME TO hidden")))
    answer = asking.ask("GET", "/v1/changes?since=0")
    assert (answer.status, asking.problem(answer).code) == (503, "busy")
    assert answer.headers["Retry-After"] == "9"
    office.server.database.write(lambda c: c.execute(text("ALTER TABLE hidden RENAME TO epoch")))
    assert asking.ask("GET", "/v1/changes?since=0").status == 200


def test_guessing_codes_is_slowed_down(office: Office, asking: Asking) -> None:
    answers = [asking.ask("POST", "/v1/enrol", b"{}", is_signed=False) for _ in range(12)]
    assert {answer.status for answer in answers} == {400, 429}
    assert int(answers[-1].headers["Retry-After"]) >= 1
    assert office.server.settings.enrolments_per_minute == 10


def test_an_enrolment_must_prove_its_key(office: Office, asking: Asking) -> None:
    code = office.code("C09")
    for public_key, head in [("AAAA", "AAAA"), ("A" * 43, "A" * 43), ("!", "!")]:
        request = {"code": code, "public_key": public_key, "previous_head": head, "proof": "AAAA"}
        answer = asking.ask("POST", "/v1/enrol", canonical_bytes(request), is_signed=False)
        assert (answer.status, asking.problem(answer).code) == (400, "malformed")


def test_the_server_says_it_is_well(asking: Asking) -> None:
    answer = asking.ask("GET", "/v1/health", is_signed=False)
    assert (answer.status, answer.body) == (200, b'{"status":"ok"}')


def test_the_contract_is_published_whole(asking: Asking) -> None:
    answer = asking.ask("GET", "/v1/openapi.json", is_signed=False)
    document = msgspec.json.decode(answer.body)
    schemas = document["components"]["schemas"]
    assert document["openapi"] == "3.1.0"
    names = {ref.rsplit("/", 1)[1] for ref in _refs(document)}
    assert names <= set(schemas)
    told = {"Batch", "Message", "Acknowledgement", "Changes", "Results", "PolicyTold", "Problem"}
    assert told <= names
    assert {"InstrumentReturned", "OverrideGranted", "RuleSetHere"} <= set(schemas)


def _refs(node: object) -> Iterator[str]:
    if isinstance(node, dict):
        if isinstance(node.get("$ref"), str):
            yield node["$ref"]
        for value in node.values():
            yield from _refs(value)
    elif isinstance(node, list):
        for value in node:
            yield from _refs(value)

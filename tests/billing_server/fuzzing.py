"""An independent fuzzer (schemathesis) at the published contract, behind the signature too: an enrolled counter signs.

What it makes up of the contract's own words is sent, and every answer is held against the contract. Messages of a
batch are made up too, then linked and signed as a counter would, so that the booking itself gets them.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import msgspec
import requests
import schemathesis
import zstandard
from hypothesis import HealthCheck, Phase, given, seed, settings
from requests.auth import AuthBase
from schemathesis.config import SchemathesisConfig
from schemathesis.core.result import Ok
from schemathesis.generation import GenerationMode
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    negative_data_rejection,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)
from sqlalchemy import select

from billing_server.embedded import start_embedded
from billing_server.settings import ServerSettings
from billing_server.store.snapshot_schema import BLOB
from counter_app.sync.request_signing import PairSigner, fresh_nonce, sign
from counter_app.wire.canonical import canonical_bytes
from tests.billing_server.players import bill, consumer, payment
from tests.sync.offices import A, B, Office, StillClock

if TYPE_CHECKING:
    from pathlib import Path

    from requests import PreparedRequest
    from schemathesis import Case

    from tests.billing_server.players import PlayedCounter

UNLIMITED = ServerSettings(
    requests_per_second=10**6, burst_requests=10**6, enrolments_per_minute=10**6
)
COUNTER = "C07"
BATCHES = "/v1/counters/{counter_id}/{epoch}/batches"
CHECKS = [
    schemathesis.checks.not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    negative_data_rejection,
]
REJECTED = [400, 401, 403, 404, 405, 409, 410, 413, 426]
CONFIG = {"checks": {"negative_data_rejection": {"expected-statuses": REJECTED}}}


@dataclass(slots=True)
class Fuzz:
    """A running server, an enrolled counter, and how often which status was seen: ``(act, how) -> {status: n}``."""

    office: Office
    counter: PlayedCounter
    seen: dict[tuple[str, str], Counter[int]] = field(default_factory=dict)
    fates: Counter[str] = field(default_factory=Counter)

    def run(self, examples: int, seed_number: int) -> None:
        """Raises whatever schemathesis finds, all of an act together."""
        document = requests.get(f"{self.office.server.url}/v1/openapi.json", timeout=10).json()
        for methods in document["paths"].values():
            for act in methods.values():
                act.pop("security", None)  # the session signs, whatever is made up
        schema = schemathesis.openapi.from_dict(
            document, config=SchemathesisConfig.from_dict(CONFIG)
        )
        schema.config.update(base_url=self.office.server.url)
        part = self.office.server.database.ask(lambda c: c.execute(select(BLOB.c.sha256)).scalar())
        own = {"counter_id": COUNTER, "epoch": self.counter.epoch, "sha256": part}
        with requests.Session() as session:
            for found in schema.get_all_operations():
                assert isinstance(found, Ok)
                act = found.ok()
                name = f"{act.method.upper()} {act.path}"
                ours = {key: own[key] for key in own if f"{{{key}}}" in act.path}
                ways: dict[str, tuple[Any, bool]] = {"as told": (act.as_strategy(), False)}
                if document["paths"][act.path][act.method].get("parameters"):
                    ways["as told not to"] = (act.as_strategy(GenerationMode.NEGATIVE), False)
                if ours:
                    ways["for itself"] = (act.as_strategy(path_parameters=ours), False)
                if act.path == BATCHES:
                    ways["linked"] = (act.as_strategy(path_parameters=ours), True)
                for way, (cases, links) in ways.items():
                    session.auth = _Signs(self, links=links)
                    told = self.seen.setdefault((name, way), Counter())
                    self._try(cases, examples, seed_number, session, told)

    def _try(
        self,
        cases: Any,  # noqa: ANN401 - schemathesis' strategies are not typed by what they give
        examples: int,
        seed_number: int,
        session: requests.Session,
        told: Counter[int],
    ) -> None:
        @seed(seed_number)
        @settings(
            max_examples=examples,
            deadline=None,
            database=None,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
        @given(cases)
        def ask(case: Case[Any]) -> None:
            answer = case.call_and_validate(session=session, checks=CHECKS)
            told[answer.status_code] += 1
            if isinstance(session.auth, _Signs) and session.auth.links:
                assert answer.status_code == 200, answer.text
                fates = answer.json()["payload"]["fates"]
                self.fates.update(fate for _sequence, fate, _reference in fates)

        ask()

    def close(self) -> None:
        self.office.close()


def open_fuzz(folder: Path, database_url: str = "") -> Fuzz:
    """A server with two consumers, a snapshot of them, and a counter."""
    clock = StillClock()
    server = start_embedded(
        folder, database_url=database_url, settings=UNLIMITED, now_us=lambda: clock.centre_us
    )
    server.load_book([consumer(A), consumer(B)], [bill(A), bill(B, 500_00)])
    server.build_snapshot()
    office = Office(server, clock, folder, server.url)
    return Fuzz(office, office.enrol(COUNTER))


class _Signs(AuthBase):
    """Packs a body where a header says so, links messages where asked to, and signs what goes out."""

    def __init__(self, fuzz: Fuzz, *, links: bool) -> None:
        self._fuzz = fuzz
        self.links = links

    def __call__(self, request: PreparedRequest) -> PreparedRequest:
        body = request.body.encode() if isinstance(request.body, str) else request.body
        assert body is None or isinstance(body, bytes)
        if body is not None:
            body = self._linked(body) if self.links else body
            if request.headers.get("Content-Encoding") == "zstd":
                body = zstandard.ZstdCompressor().compress(body)
            request.body = body
            request.headers["Content-Length"] = str(len(body))
        office = self._fuzz.office
        sign(request, PairSigner(office.pair), fresh_nonce(), office.clock.counter_now())
        return request

    def _linked(self, body: bytes) -> bytes:
        """The made up messages as the next ones of the counter's chain; a payment where there is none."""
        counter = self._fuzz.counter
        first = len(counter.sealed) + 1
        for message in msgspec.json.decode(body)["messages"]:
            place = {
                "counter_id": COUNTER,
                "epoch": counter.epoch,
                "sequence": len(counter.sealed) + 1,
            }
            counter.tell_raw(canonical_bytes({**message, **place}))
        if len(counter.sealed) < first:
            counter.tell(payment(A, 1_00))
        return canonical_bytes(counter.batch(first))

"""The list that receipts are checked by over HTTP: for anybody, signed, small for who has it already."""

from __future__ import annotations

from dataclasses import dataclass
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, cast

import msgspec
import pytest

from billing_server.settings import ServerSettings
from counter_app.domain.errors import Fault, FaultCode
from counter_app.domain.receipt_verdict import GoneWhy, Verdict
from counter_app.sync.proof import keys_of
from counter_app.sync.transport import Answer, Transport
from counter_app.wire.canonical import decode_payload, open_answer, sign_answer
from counter_app.wire.exchange import Problem
from counter_app.wire.receipt_keys import ReceiptKeys, judge_receipt
from tests.billing_server.players import payment, reversal
from tests.billing_server.proofs import digits_of
from tests.sync.offices import A, open_office

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.sync.offices import Office

MOST_AT_ONCE = 4


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    opened = open_office(
        tmp_path, ServerSettings(receipt_list_seconds=0, enrolments_per_minute=100)
    )
    yield opened
    opened.close()


@pytest.fixture
def transport() -> Iterator[Transport]:
    opened = Transport()
    yield opened
    opened.close()


def ask(office: Office, transport: Transport, query: str = "") -> Answer:
    url = f"{office.server.url}/v1/receipt-keys{query}"
    return transport.send(transport.prepare("GET", url, None, {}))


def test_anybody_may_ask_and_judge_a_receipt_by_it(office: Office, transport: Transport) -> None:
    counter = office.enrol()
    paid = payment(A, 70_00)
    (sealed,) = counter.tell(paid)
    office.link.push(counter.epoch, counter.batch())
    assert office.certificate is not None
    server_keys = keys_of(office.certificate)
    figures = digits_of(sealed, counter)

    def told() -> ReceiptKeys:
        payload = open_answer(server_keys, ask(office, transport).body)
        found = decode_payload(payload, ReceiptKeys)
        assert isinstance(found, ReceiptKeys)
        return found

    assert judge_receipt(figures, told()).verdict is Verdict.GENUINE
    counter.tell(reversal(paid))
    office.link.push(counter.epoch, counter.batch(2))
    verdict = judge_receipt(figures, told())
    assert (verdict.verdict, verdict.why) == (Verdict.REVERSED, GoneWhy.REVERSED)


def test_the_list_names_the_page_of_its_own_server(office: Office) -> None:
    office.enrol()
    told = office.link.receipt_keys("")
    assert told is not None
    assert told[0].page == f"{office.server.url}/check/#"


def test_a_counter_that_has_the_list_gets_a_small_answer(
    office: Office, transport: Transport
) -> None:
    for number in range(20):
        office.enrol(f"C{number}")
    told = office.link.receipt_keys("")
    assert told is not None
    keys, signed = told
    assert office.link.receipt_keys(keys.version) is None
    small = ask(office, transport, f"?version={keys.version}").body
    assert len(small) < len(signed) / 3
    assert office.link.receipt_keys("another") is not None


def test_an_old_small_answer_is_never_taken_for_a_list_of_nothing(
    office: Office,
) -> None:
    office.enrol()
    nothing = ReceiptKeys("old", 1, "", (), (), "2026-01-01", is_unchanged=True)
    recorded = Answer(HTTPStatus.OK, {}, sign_answer(office.server.key, nothing))
    office.link.transport = cast("Transport", Recorder(recorded, office.link.transport))
    assert office.link.receipt_keys("old") is None
    with pytest.raises(Fault) as refused:
        office.link.receipt_keys("newer")
    assert refused.value.code is FaultCode.SERVER_NOT_OURS


@dataclass(frozen=True, slots=True)
class Recorder:
    """A line on which somebody plays an old answer of our server again."""

    answer: Answer
    line: Transport

    def prepare(self, *words: Any, **more: Any) -> object:  # noqa: ANN401 - as the line takes them
        return self.line.prepare(*words, **more)

    def send(self, *_words: object, **_more: object) -> Answer:
        return self.answer

    def close(self) -> None:
        self.line.close()


def test_a_version_that_can_be_none_is_refused(office: Office, transport: Transport) -> None:
    answer = ask(office, transport, "?version=" + "9" * 65)
    assert answer.status == HTTPStatus.BAD_REQUEST
    assert msgspec.json.decode(answer.body, type=Problem).code == "malformed"


def test_who_asks_too_often_is_told_to_wait(tmp_path: Path, transport: Transport) -> None:
    settings = ServerSettings(requests_per_second=0.01, burst_requests=MOST_AT_ONCE)
    office = open_office(tmp_path, settings)
    try:
        statuses = [ask(office, transport).status for _ in range(MOST_AT_ONCE + 1)]
    finally:
        office.close()
    assert statuses == [HTTPStatus.OK] * MOST_AT_ONCE + [HTTPStatus.TOO_MANY_REQUESTS]

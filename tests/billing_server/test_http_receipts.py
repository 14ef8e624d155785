"""The receipt check over HTTP: for anybody, signed, and not often from one address."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING

import msgspec
import pytest

from billing_server.settings import ServerSettings
from counter_app.sync.proof import keys_of
from counter_app.sync.transport import Transport
from counter_app.wire.canonical import decode_payload, open_answer
from counter_app.wire.check_code import check_code, spaced_code
from counter_app.wire.exchange import Problem
from counter_app.wire.receipts import ReceiptChecked
from tests.billing_server.players import payment
from tests.sync.offices import A, open_office

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from counter_app.sync.transport import Answer
    from tests.billing_server.players import PlayedCounter
    from tests.sync.offices import Office

MOST_CHECKS = 5


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    opened = open_office(tmp_path, ServerSettings(receipt_checks_per_minute=MOST_CHECKS))
    yield opened
    opened.close()


@pytest.fixture
def counter(office: Office) -> PlayedCounter:
    return office.enrol()


@pytest.fixture
def transport() -> Iterator[Transport]:
    opened = Transport()
    yield opened
    opened.close()


def ask(office: Office, transport: Transport, code: str, query: str = "") -> Answer:
    url = f"{office.server.url}/v1/receipts/{code}{query}"
    return transport.send(transport.prepare("GET", url, None, {}))


def checked(office: Office, answer: Answer) -> ReceiptChecked:
    assert office.certificate is not None
    payload = open_answer(keys_of(office.certificate), answer.body)
    found = decode_payload(payload, ReceiptChecked)
    assert isinstance(found, ReceiptChecked)
    return found


def test_anybody_may_ask_and_the_answer_is_signed(
    office: Office, counter: PlayedCounter, transport: Transport
) -> None:
    (sealed,) = counter.tell(payment(A, 70_00))
    office.link.push(counter.epoch, counter.batch())
    code = spaced_code(check_code(sealed.hash)).lower()
    genuine = checked(office, ask(office, transport, code))
    assert (genuine.is_genuine, genuine.amount_paise) == (True, 70_00)
    strange = checked(office, ask(office, transport, "0000-0000"))
    assert (strange.check_code, strange.is_genuine) == ("00000000", False)
    assert strange.account_no == ""


def test_a_code_that_can_be_none_is_refused_in_words(office: Office, transport: Transport) -> None:
    for code, query in (("123", ""), ("00000000", "?receipt_no=" + "9" * 201)):
        answer = ask(office, transport, code, query)
        assert answer.status == HTTPStatus.BAD_REQUEST
        assert msgspec.json.decode(answer.body, type=Problem).code == "malformed"


def test_who_asks_too_often_is_told_to_wait(office: Office, transport: Transport) -> None:
    answers = [ask(office, transport, "00000000") for _ in range(MOST_CHECKS + 1)]
    assert [one.status for one in answers[:-1]] == [HTTPStatus.OK] * MOST_CHECKS
    assert answers[-1].status == HTTPStatus.TOO_MANY_REQUESTS
    assert int(answers[-1].headers["Retry-After"]) > 0

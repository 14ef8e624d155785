"""Lines that lose, cut, garble, repeat and lie: nothing is lost, nothing doubled, nothing believed."""

from __future__ import annotations

import json
import random
from datetime import date
from typing import TYPE_CHECKING

import pytest

from counter_app.domain.errors import Fault, FaultCode
from counter_app.sync import request_signing, transport
from counter_app.wire.canonical import KeyPair
from counter_app.wire.exchange import Acknowledgement, Fate
from tests.billing_server.players import DAY, payment
from tests.sync.bad_line import BadLine
from tests.sync.offices import A, Office, open_office

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.billing_server.players import PlayedCounter

HOUR_US = 3_600_000_000
MISHAPS_BEFORE = ["request lost", "portal", "portal forbids", "portal redirects", "gateway"]
MISHAPS_AFTER = ["answer lost", "cut", "garbled", "twice"]


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    opened = open_office(tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def line(office: Office) -> Iterator[BadLine]:
    laid = BadLine(office.server.url)
    office.url = laid.url
    yield laid
    laid.close()


def fault_of(act: Callable[[], object]) -> Fault:
    with pytest.raises(Fault) as caught:
        act()
    return caught.value


def pushed(office: Office, counter: PlayedCounter, first: int = 1) -> Acknowledgement:
    answer = office.link.push(counter.epoch, counter.batch(first))
    assert isinstance(answer, tuple)
    return answer[0]


@pytest.mark.parametrize(
    ("mishap", "code"),
    [
        ("request lost", FaultCode.SERVER_NOT_REACHED),
        ("answer lost", FaultCode.SERVER_NOT_REACHED),
        ("cut", FaultCode.ANSWER_CUT),
        ("portal", FaultCode.NETWORK_WANTS_SIGN_IN),
        ("portal forbids", FaultCode.NETWORK_WANTS_SIGN_IN),
        ("portal redirects", FaultCode.NETWORK_WANTS_SIGN_IN),
        ("packed otherwise", FaultCode.SERVER_NOT_OURS),
        ("portal wants sign-in", FaultCode.NETWORK_WANTS_SIGN_IN),
        ("gateway", FaultCode.SERVER_BUSY),
        ("cut and passed on", FaultCode.ANSWER_CUT),
        ("proxy wants sign-in", FaultCode.PROXY_WANTS_SIGN_IN),
        ("too large", FaultCode.SERVER_WANTS_LESS),
        ("stranger", FaultCode.SERVER_NOT_OURS),
    ],
)
def test_a_mishap_is_told_for_what_it_is(
    office: Office, line: BadLine, mishap: str, code: FaultCode
) -> None:
    counter = office.enrol()
    counter.tell(payment(A, 100_00))
    line.mishaps.append(mishap)
    fault = fault_of(lambda: office.link.push(1, counter.batch()))
    assert fault.code is code
    assert fault.retry_after_seconds == (7.0 if mishap == "gateway" else None)
    assert pushed(office, counter).fates[0].fate is Fate.POSTED
    assert office.link.day(date.fromisoformat(DAY)).amount_paise == 100_00


def test_an_answer_garbled_on_the_way_is_not_believed(office: Office, line: BadLine) -> None:
    counter = office.enrol()
    counter.tell(payment(A, 100_00))
    line.mishaps.append("garbled")
    fault = fault_of(lambda: office.link.push(1, counter.batch()))
    assert fault.code in {FaultCode.SERVER_NOT_OURS, FaultCode.ANSWER_CUT}
    assert pushed(office, counter).fates[0].fate is Fate.POSTED


def test_a_silent_line_is_given_up_and_nothing_is_taken_twice(
    office: Office, line: BadLine
) -> None:
    counter = office.enrol()
    counter.tell(payment(A, 100_00))
    patient = office.link.transport
    office.lose_patience()
    line.mishaps.append("silent")
    fault = fault_of(lambda: office.link.push(1, counter.batch()))
    assert fault.code is FaultCode.SERVER_NOT_REACHED
    office.link.close()
    office.link.transport = patient
    assert pushed(office, counter).fates[0].fate is Fate.POSTED
    assert office.link.day(date.fromisoformat(DAY)).amount_paise == 100_00


def test_a_request_carried_twice_is_taken_once(office: Office, line: BadLine) -> None:
    counter = office.enrol()
    counter.tell(payment(A, 100_00))
    line.mishaps.append("twice")
    assert pushed(office, counter).fates[0].fate is Fate.POSTED
    assert [answer.status for answer in line.carried] == [200, 401]
    assert json.loads(line.carried[1].body)["code"] == "replayed"


def test_an_old_answer_played_back_is_not_believed(office: Office, line: BadLine) -> None:
    counter = office.enrol()
    counter.tell(payment(A, 100_00))
    pushed(office, counter)
    counter.tell(payment(A, 100_00))
    line.mishaps.append("played back")
    fault = fault_of(lambda: office.link.push(1, counter.batch(2)))
    assert fault.code is FaultCode.SERVER_NOT_OURS


def test_an_old_refusal_played_back_stops_nobody(office: Office, line: BadLine) -> None:
    office.enrol()
    office.signed_by = KeyPair.fresh()
    assert fault_of(lambda: office.link.head(1)).code is FaultCode.SERVER_REFUSED_COUNTER
    office.signed_by = None
    line.mishaps.append("played back")
    assert fault_of(lambda: office.link.head(1)).code is FaultCode.SERVER_NOT_OURS


def test_a_centre_that_is_down_is_not_reached_and_comes_back(office: Office) -> None:
    office.enrol()
    office.link.head(1)
    office.server.stop()
    assert fault_of(lambda: office.link.head(1)).code is FaultCode.SERVER_NOT_REACHED
    office.restart()
    assert office.link.head(1).sequence == 0


@pytest.mark.parametrize("url", ["", "nonsense", "http://", "http://127.0.0.1:1", "ftp://x/"])
def test_an_address_that_leads_nowhere_is_not_reached(office: Office, url: str) -> None:
    office.enrol()
    office.url = url
    assert fault_of(lambda: office.link.head(1)).code is FaultCode.SERVER_NOT_REACHED


@pytest.mark.parametrize("is_packed", [True, False])
def test_an_endless_answer_is_given_up(
    office: Office, monkeypatch: pytest.MonkeyPatch, *, is_packed: bool
) -> None:
    office.enrol()
    monkeypatch.setattr(transport, "MOST_ANSWER_BYTES", 100)
    headers = {"Accept-Encoding": "zstd"} if is_packed else {}
    url = f"{office.url}/v1/openapi.json"
    request = office.link.transport.prepare("GET", url, None, headers)
    assert fault_of(lambda: office.link.transport.send(request)).code is FaultCode.SERVER_NOT_OURS
    assert fault_of(lambda: office.link.head(1)).code is FaultCode.SERVER_NOT_OURS


def test_an_answer_that_trickles_is_given_up(office: Office) -> None:
    office.enrol()
    hours = iter(range(0, 3_600 * 100, 3_600))
    patience = transport.Transport(monotonic=lambda: float(next(hours)))
    request = patience.prepare("GET", f"{office.url}/v1/openapi.json", None, {})
    assert fault_of(lambda: patience.send(request)).code is FaultCode.SERVER_NOT_REACHED
    patience.close()


def test_a_line_that_is_not_private_enough_is_not_ours(office: Office) -> None:
    office.enrol()
    office.url = office.url.replace("http:", "https:")
    fault = fault_of(lambda: office.link.head(1))
    assert fault.code is FaultCode.LINE_NOT_PRIVATE


def test_an_address_whose_name_nobody_knows_is_said(office: Office) -> None:
    office.enrol()
    office.url = "http://no-such-centre.invalid"
    assert fault_of(lambda: office.link.head(1)).code is FaultCode.SERVER_NAME_UNKNOWN


def test_a_server_that_wants_another_protocol_wants_an_upgrade(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    office.enrol()
    monkeypatch.setattr(request_signing, "PROTOCOL_VERSION", 0)
    assert fault_of(lambda: office.link.head(1)).code is FaultCode.SERVER_WANTS_UPGRADE
    assert fault_of(office.link.server_time).code is FaultCode.SERVER_WANTS_UPGRADE


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(6))
def test_whatever_a_line_does_nothing_is_lost_and_nothing_doubled(
    office: Office, line: BadLine, seed: int
) -> None:
    dice = random.Random(seed)
    counter = office.enrol()
    paid = [dice.randint(1, 40_00) for _ in range(40)]
    counter.tell(*(payment(A, paise) for paise in paid))
    fates: dict[int, Fate] = {}
    first = 1
    while first <= len(paid):
        if dice.random() < 0.6:
            line.mishaps.append(dice.choice(MISHAPS_BEFORE + MISHAPS_AFTER))
        last = min(len(paid), first + dice.randint(0, 9))
        try:
            answer = office.link.push(1, counter.batch(first, last))
        except Fault:
            continue
        assert isinstance(answer, tuple)
        for told in answer[0].fates:
            assert fates.setdefault(told.sequence, told.fate) is told.fate
        first = answer[0].upto + 1
    assert set(fates) == set(range(1, len(paid) + 1))
    line.mishaps.clear()
    day = office.link.day(date.fromisoformat(DAY))
    assert (day.count, day.amount_paise) == (len(paid), sum(paid))
    received = {b.account_no: b.received_paise for b in office.link.changes(0).bills}
    assert received[A] == sum(paid)


def test_what_another_counter_was_told_is_not_believed(office: Office, line: BadLine) -> None:
    office.enrol()
    office.link.changes(0)
    office.enrol("C08")
    line.mishaps.append("played back")
    assert fault_of(lambda: office.link.changes(0)).code is FaultCode.SERVER_NOT_OURS

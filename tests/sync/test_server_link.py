"""The link to the centre over a good line."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from billing_server.settings import ServerSettings
from billing_server.store.bank_desk import SeenReturned
from counter_app.domain.errors import Fault, FaultCode, Refusal, RefusalCode
from counter_app.sync.server_link import GapTold, ServerLink
from counter_app.wire.canonical import KeyPair, text_of
from counter_app.wire.exchange import Acknowledgement, Fate
from counter_app.wire.results import ResultKind
from tests.billing_server.players import (
    DAY,
    bill,
    cheque,
    cheque_identity,
    consumer,
    enrolment_request,
    paid_by,
    payment,
)
from tests.sync.offices import A, B, Office, open_office

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from counter_app.use_cases.ports import BillingServer
    from tests.billing_server.players import PlayedCounter

HOUR_US = 3_600_000_000
MISHAPS_BEFORE = ["request lost", "portal", "portal forbids", "portal redirects", "gateway"]
MISHAPS_AFTER = ["answer lost", "cut", "garbled", "twice"]


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    opened = open_office(tmp_path)
    yield opened
    opened.close()


def fault_of(act: Callable[[], object]) -> Fault:
    with pytest.raises(Fault) as caught:
        act()
    return caught.value


def pushed(office: Office, counter: PlayedCounter, first: int = 1) -> Acknowledgement:
    answer = office.link.push(counter.epoch, counter.batch(first))
    assert isinstance(answer, tuple)
    return answer[0]


def test_the_link_is_the_port(office: Office) -> None:
    port: BillingServer = office.link
    assert isinstance(port, ServerLink)


def test_a_code_becomes_a_certificate_and_payments_become_fates(office: Office) -> None:
    counter = office.enrol()
    counter.tell(payment(A, 100_00), payment(B, 50_00))
    told = pushed(office, counter)
    assert [fate.fate for fate in told.fates] == [Fate.POSTED, Fate.POSTED]
    head = office.link.head(1)
    assert (head.sequence, head.head) == (2, text_of(counter.head.hash))
    day = office.link.day(date.fromisoformat(DAY))
    assert (day.count, day.amount_paise) == (2, 150_00)
    page = office.link.changes(0)
    assert {b.account_no: b.received_paise for b in page.bills} == {A: 100_00, B: 50_00}
    assert page.mark is not None


def test_what_was_decided_later_comes_in_order(office: Office) -> None:
    counter = office.enrol()
    assert office.link.results(0).results == ()
    counter.tell(payment("9999999999", 100_00), payment("9999999999", 50_00))
    pushed(office, counter)
    for sequence, account in ((1, A), (2, B)):
        office.server.match_suspense(f"C07/1/{sequence}", account, "anita", "seen on the slip")
    told = office.link.results(0)
    assert [(one.number, one.account_no) for one in told.results] == [(1, A), (2, B)]
    assert [one.number for one in office.link.results(1).results] == [2]
    assert fault_of(lambda: office.link.results(3)).code is FaultCode.SERVER_REFUSED_COUNTER


def test_a_rule_and_a_mapped_number_set_at_the_centre_reach_the_counter(office: Office) -> None:
    counter = office.enrol()
    office.server.set_rule(
        "part_count",
        {"most_a_month": "2"},
        valid_from=date(2026, 12, 1),
        authority="Order 12",
        by="manager",
    )
    office.server.map_accounts({"88880001": A}, "clerk")
    page = office.link.changes(0)
    assert page.policy is not None
    assert [(one.name, one.version) for one in page.policy.rules] == [("part_count", 2)]
    counter.tell(payment("88880001", 100_00))
    assert [fate.fate for fate in pushed(office, counter).fates] == [Fate.RENUMBERED]


def test_an_instrument_seen_at_the_bank_desk_is_told_to_its_counter(office: Office) -> None:
    counter = office.enrol()
    counter.tell(paid_by(A, cheque("123456", 100_00)))
    pushed(office, counter)
    identity = cheque_identity("123456")
    seen = SeenReturned(identity, date.fromisoformat(DAY), "funds insufficient", 0, "bina")
    assert office.server.return_instrument(seen) == ("C07",)
    (told,) = office.link.results(0).results
    assert (told.kind, told.identity) == (ResultKind.INSTRUMENT_RETURNED, identity)


def test_a_repeat_brings_the_same_bytes(office: Office) -> None:
    counter = office.enrol()
    counter.tell(payment(A, 100_00))
    first = office.link.push(1, counter.batch())
    office.clock.centre_us += HOUR_US // 100
    office.restart()
    assert office.link.push(1, counter.batch()) == first


def test_a_gap_comes_as_the_place_to_rewind_to(office: Office) -> None:
    counter = office.enrol()
    counter.tell(payment(A, 100_00), payment(A, 50_00))
    assert office.link.push(1, counter.batch(2)) == GapTold(1, bytes(32))


def test_a_fork_stops_the_counter(office: Office) -> None:
    counter = office.enrol()
    counter.tell(payment(A, 100_00))
    pushed(office, counter)
    twin = office.enrol_twin(counter)
    twin.tell(payment(A, 1_00))
    fault = fault_of(lambda: office.link.push(1, twin.batch()))
    assert fault.code is FaultCode.SERVER_FORK


def test_a_page_of_consumers_arrives_whole(office: Office) -> None:
    office.enrol()
    accounts = [f"{number:010d}" for number in range(3_000)]
    office.server.load_book((consumer(a) for a in accounts), (bill(a) for a in accounts))
    page = office.link.changes(0)
    assert len(page.consumers) == len(page.bills) == 3_002
    assert page.consumers[0] == consumer(A)


def test_before_enrolment_nothing_is_asked(office: Office) -> None:
    with pytest.raises(Refusal) as caught:
        office.link.changes(0)
    assert caught.value.code is RefusalCode.COUNTER_NOT_ENROLLED


def test_a_used_code_is_refused(office: Office) -> None:
    one_time, _, key_id = office.code().partition("-")
    office.link.enrol(office.url, key_id, enrolment_request(one_time, office.pair))
    other = enrolment_request(one_time, KeyPair.fresh())
    with pytest.raises(Refusal) as caught:
        office.link.enrol(office.url, key_id, other)
    assert caught.value.code is RefusalCode.ENROLMENT_CODE_REFUSED


def test_a_server_whose_key_the_code_does_not_name_is_not_ours(office: Office) -> None:
    one_time, _, _key_id = office.code().partition("-")
    request = enrolment_request(one_time, office.pair)
    fault = fault_of(lambda: office.link.enrol(office.url, "AAAAAAAAAAAA", request))
    assert fault.code is FaultCode.SERVER_NOT_OURS


def test_a_key_that_was_revoked_or_never_enrolled_is_refused(office: Office) -> None:
    counter = office.enrol()
    office.signed_by = KeyPair.fresh()
    assert fault_of(lambda: office.link.head(1)).code is FaultCode.SERVER_REFUSED_COUNTER
    office.signed_by = None
    office.server.revoke(counter.counter_id, counter.epoch)
    assert fault_of(lambda: office.link.head(1)).code is FaultCode.SERVER_REFUSED_COUNTER


def test_a_computer_whose_clock_is_days_off_still_reaches_the_centre(office: Office) -> None:
    office.enrol()
    office.clock.counter_us -= 72 * HOUR_US
    assert office.link.head(1).sequence == 0
    office.clock.counter_us += 144 * HOUR_US
    assert office.link.head(1).sequence == 0


def test_a_counter_that_asks_too_often_is_told_when_to_come_again(tmp_path: Path) -> None:
    office = open_office(tmp_path, ServerSettings(requests_per_second=0.5, burst_requests=1))
    office.enrol()
    office.link.head(1)
    fault = fault_of(lambda: office.link.head(1))
    assert (fault.code, fault.retry_after_seconds) == (FaultCode.SERVER_BUSY, 2.0)
    office.close()

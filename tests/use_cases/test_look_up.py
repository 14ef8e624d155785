"""What only looks: lists, the status strip, the day's report, finding a consumer."""

from __future__ import annotations

from datetime import timedelta

import pytest

from counter_app.domain.caveat import CaveatCode
from counter_app.domain.errors import Fault, FaultCode, Refusal, RefusalCode
from counter_app.domain.identity import AccountNo
from counter_app.domain.money import Money
from counter_app.use_cases.look_up import ViewStatus
from tests.builders import (
    ACCOUNT_NO,
    CASHIER_ID,
    PAYABLE,
    TODAY,
    a_consumer,
    a_mark,
    a_place,
    a_word,
    card,
    cash,
)
from tests.use_cases.counter import Counter, an_open_counter, receipt_no_of


def test_the_receipts_of_a_day_are_listed_in_number_order() -> None:
    counter = an_open_counter(Money(9000_00))
    first = counter.takes(Money(5000_00))
    second = counter.takes(Money(2000_00), word=a_word(CaveatCode.PART_COUNT))
    counter.clock.passes(timedelta(days=1))
    third = counter.takes(counter.due())
    listed = [row.receipt_no for row in counter.list_receipts(TODAY)]
    assert listed == [str(receipt_no_of(first)), str(receipt_no_of(second))]
    assert [row.receipt_no for row in counter.list_receipts(TODAY + timedelta(days=1))] == [
        str(receipt_no_of(third))
    ]


def test_the_outbox_shows_what_is_unsent_and_since_when() -> None:
    counter = an_open_counter(Money(9000_00))
    counter.clock.passes(timedelta(minutes=3))
    counter.takes(Money(5000_00))
    view = counter.view_outbox()
    assert [row.kind for row in view.rows] == ["shift_opened", "payment_taken"]
    assert [row.amount for row in view.rows] == [None, Money(5000_00)]
    assert (view.summary.unsent_payments, view.summary.unsent) == (1, Money(5000_00))
    assert view.summary.oldest_at == counter.clock.now() - timedelta(minutes=3)
    assert view.summary.acknowledged_at is None
    assert view.set_aside == ()


def test_the_status_strip_speaks_from_signed_answers() -> None:
    counter = an_open_counter()
    counter.takes(PAYABLE)
    before = counter.view_status()
    assert (before.counter_id, before.is_enrolled, before.stopped_because) == ("C07", True, "")
    assert (before.outbox.unsent_messages, before.outbox.acknowledged_at) == (2, None)
    assert before.bills_as_on == a_mark().as_on
    counter.run_round()
    after = counter.view_status()
    assert after.outbox.unsent_messages == 0
    assert after.outbox.acknowledged_at is not None


def test_the_status_of_a_bare_counter_says_so() -> None:
    status = Counter().view_status()
    assert (status.counter_id, status.counter_name, status.is_enrolled) == ("", "", False)
    assert status.bills_as_on is None


def test_the_day_report_adds_up_what_was_taken() -> None:
    counter = an_open_counter(Money(9000_00))
    counter.takes(Money(5000_00), cash(Money(2000_00)), card(Money(3000_00)))
    counter.push_outbox()
    counter.takes(Money(1000_00), word=a_word(CaveatCode.PART_COUNT))
    report = counter.report_day(TODAY)
    assert report.place == a_place()
    assert report.total == Money(6000_00)
    assert [(one.kind, one.count, one.amount) for one in report.by_tender] == [
        ("cash", 2, Money(3000_00)),
        ("card", 1, Money(3000_00)),
    ]
    assert (report.unsent_count, report.unsent) == (1, Money(1000_00))
    assert report.missing == ()
    assert report.made_at == counter.clock.now()


def test_there_is_no_report_of_a_counter_that_is_not_enrolled() -> None:
    with pytest.raises(Refusal) as caught:
        Counter().report_day(TODAY)
    assert caught.value.code is RefusalCode.COUNTER_NOT_ENROLLED


@pytest.mark.parametrize(
    ("text", "matched"),
    [
        (ACCOUNT_NO, "account"),
        ("७४१२००१२३४", "account"),
        ("41200123", "legacy"),
        ("k20457781", "meter"),
        ("261141200123", "bill"),
        ("9839012345", "mobile"),
        ("ram shukla", "name"),
        ("राम शुक्ला", "name"),
    ],
)
def test_a_consumer_is_found_by_what_is_on_the_paper(text: str, matched: str) -> None:
    (candidate,) = an_open_counter().find_consumer(text)
    assert (candidate.account_no, candidate.matched) == (ACCOUNT_NO, matched)


@pytest.mark.parametrize("text", ["", "   ", "\t"])
def test_blank_text_finds_nobody_and_asks_nobody(text: str) -> None:
    assert Counter().find_consumer(text) == ()


def test_a_card_number_in_the_find_box_is_refused() -> None:
    with pytest.raises(Refusal) as caught:
        an_open_counter().find_consumer("4111 1111 1111 1111")
    assert caught.value.code is RefusalCode.CARD_NUMBER_IN_TEXT


def test_nobody_can_be_found_before_the_first_bills() -> None:
    with pytest.raises(Fault) as caught:
        Counter().find_consumer("ram")
    assert caught.value.code is FaultCode.BILLS_MISSING


def test_a_receipt_row_knows_its_fate_once_it_is_acknowledged() -> None:
    counter = an_open_counter()
    counter.takes(PAYABLE, cashier_id=CASHIER_ID)
    (unsent,) = counter.list_receipts(TODAY)
    counter.push_outbox()
    (acknowledged,) = counter.list_receipts(TODAY)
    assert (unsent.is_acknowledged, unsent.fate) == (False, "")
    assert (acknowledged.is_acknowledged, acknowledged.fate) == (True, "POSTED")


def test_an_account_is_opened_with_what_is_outstanding_now() -> None:
    counter = an_open_counter(Money(3000_00))
    counter.takes(Money(1000_00))
    account = counter.open_account(AccountNo(ACCOUNT_NO))
    assert account.consumer == a_consumer()
    assert account.snapshot_version == "1"
    assert account.told_at == a_mark().as_on
    assert account.outstanding_on(TODAY) == Money(2000_00)


def test_an_account_that_nobody_told_us_of_is_refused() -> None:
    with pytest.raises(Refusal) as caught:
        an_open_counter().open_account(AccountNo("7412009999"))
    assert caught.value.code is RefusalCode.ACCOUNT_UNKNOWN


def test_the_status_strip_says_when_settings_were_damaged() -> None:
    counter = an_open_counter()
    status = ViewStatus(
        counter.ledger, counter.bills, counter.clock, 17, are_settings_damaged=True
    )()
    assert status.are_settings_damaged
    assert not counter.view_status().are_settings_damaged

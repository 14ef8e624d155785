"""The payments of past days beside a typed rule: how many would have needed a word, been refused, borne a stamp."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from itertools import count
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from counter_app.domain.consumer import Connection, ConsumerFlag
from counter_app.domain.money import Money
from counter_app.domain.policy import PURPOSE_RULE, Rule, RuleName, values_of
from counter_app.domain.purpose import BILL, PREPAID_ARREAR
from counter_app.domain.rule_preview import PastPayments, preview
from counter_app.domain.rule_replay import Counted, PastCount, Replay, can_be_replayed
from counter_app.domain.rule_standing import rule_names, standing
from counter_app.domain.suspense import NotedConsumer, account_no_of
from counter_app.domain.usual_policy import USUAL_POLICY
from tests.builders import (
    NOW,
    TODAY,
    a_bill,
    a_consumer,
    a_line,
    a_paper,
    a_payment_id,
    a_receipt_no,
    a_rule,
    an_account,
    an_order_of,
    cash,
    cheque,
    draft,
    payments_of,
    upi,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from counter_app.domain.bill import ConsumerAccount
    from counter_app.domain.payment import OrderLine, Payment
    from counter_app.domain.policy import Value
    from counter_app.domain.tender import Tender

DAY = timedelta(days=1)
RS = Money.rupees


def changed_rule(name: str, changed: Mapping[str, Value]) -> Rule:
    """The usual rule with other values, from today."""
    usual = standing(USUAL_POLICY, name, TODAY).shown
    return replace(usual, valid_from=TODAY, values=values_of(dict(usual.values) | dict(changed)))


@dataclass
class Till:
    """A counter of which only the payments are told, in the order they were taken."""

    payments: list[Payment] = field(default_factory=list)
    numbers: count[int] = field(default_factory=lambda: count(1))

    def takes(
        self,
        *parts: tuple[OrderLine, ConsumerAccount | None],
        tenders: tuple[Tender, ...] = (),
        payer: str = "",
        at: datetime = NOW,
    ) -> tuple[Payment, ...]:
        """One order; ids and numbers rise."""
        lines = [replace(line, payment_id=a_payment_id(next(self.numbers))) for line, _ in parts]
        order = an_order_of(*lines, tenders=tenders, payer=payer)
        first_no = a_receipt_no(len(self.payments) + 1)
        accounts = [account for _, account in parts]
        taken_at = at + timedelta(seconds=25 * len(self.payments))
        taken = payments_of(order, *accounts, first_no=first_no, taken_at=taken_at)
        self.payments += taken
        return taken

    def takes_part(
        self,
        amount: Money,
        due: Money,
        account_no: str = "7412001234",
        *,
        flags: frozenset[ConsumerFlag] = frozenset(),
        tenders: tuple[Tender, ...] = (),
        payer: str = "",
        at: datetime = NOW,
    ) -> None:
        """One payment towards one bill of this sum."""
        account = an_account(
            a_bill(due, account_no=account_no), consumer=a_consumer(account_no, flags=flags)
        )
        line = a_line(amount, shown=due, account_no=account_no, is_advance_meant=True)
        self.takes((line, account), tenders=tenders, payer=payer, at=at)

    def by(self, typed: Rule) -> Replay:
        """What that rule would have meant for all of it."""
        looked_at = PastPayments(TODAY, TODAY, tuple(reversed(self.payments)), is_all=True)
        past = preview(USUAL_POLICY, typed, TODAY, looked_at).past
        assert past is not None
        return past.replay

    def counts(self, name: str, **changed: Value) -> dict[Counted, tuple[int, int]]:
        """By the rule as it is and with these values."""
        found = self.by(changed_rule(name, changed))
        return {one.what: (one.as_it_is, one.as_typed) for one in found.counts}


def test_nothing_taken_means_nothing() -> None:
    assert Till().by(a_rule(RuleName.STAMP, valid_from=TODAY)) == Replay(0, 0, ())


def test_part_payments_below_the_least_of_their_kind_of_consumer() -> None:
    till = Till()
    till.takes_part(RS(1_000), RS(3_000))
    till.takes_part(RS(2_000), RS(3_000), "7412000001")
    till.takes_part(RS(500), RS(3_000), "7412000002", flags=frozenset({ConsumerFlag.LIFELINE}))
    till.takes_part(RS(3_000), RS(3_000), "7412000003")
    found = till.by(a_rule(RuleName.PART_OTHERS, valid_from=TODAY, share_percent=50))
    assert found == Replay(4, 2, (PastCount(Counted.WORD, 0, 1),))
    assert till.counts(RuleName.PART_LIFELINE, least_paise=501_00) == {Counted.WORD: (0, 1)}
    assert till.counts(RuleName.PART_DISCONNECTED, share_percent=100) == {}


def test_the_second_part_payment_of_a_month_but_not_of_the_next() -> None:
    till = Till()
    till.takes_part(RS(1_000), RS(3_000), at=NOW - 24 * DAY)  # 30 October
    till.takes_part(RS(1_000), RS(2_000), at=NOW - DAY)
    till.takes_part(RS(900), RS(1_000))
    assert till.counts(RuleName.PART_COUNT, most_a_month=2) == {Counted.WORD: (1, 0)}
    assert till.counts(RuleName.PART_COUNT, most_a_month=0) == {Counted.WORD: (1, 3)}


def test_advances_that_would_have_been_refused() -> None:
    till = Till()
    till.takes_part(RS(1_500), RS(1_000))
    till.takes_part(RS(1_000), RS(1_000), "7412000001")
    till.takes_part(RS(200), RS(-100), "7412000002")
    found = till.by(a_rule(RuleName.ADVANCE, valid_from=TODAY, is_taken=False))
    assert found == Replay(3, 2, (PastCount(Counted.REFUSED, 0, 2),))


def test_cash_of_one_consumer_adds_up_within_a_day() -> None:
    till = Till()
    till.takes_part(RS(15_000), RS(15_000), at=NOW - DAY)
    till.takes_part(RS(15_000), RS(15_000))
    till.takes_part(RS(6_000), RS(6_000))
    till.takes_part(RS(90_000), RS(90_000), "7412000001", tenders=(upi(RS(90_000)),))
    found = till.by(a_rule(RuleName.CASH_OF_CONSUMER, valid_from=TODAY, warn_above_paise=14_999_99))
    assert found == Replay(4, 3, (PastCount(Counted.CAUTION, 1, 3),))


def test_cash_of_one_payer_adds_up_over_accounts_and_is_counted_once() -> None:
    till = Till()
    limit = {"refuse_from_paise": 50_000_00}
    till.takes_part(RS(30_000), RS(30_000), payer="GUPTA STORES")
    till.takes_part(RS(19_999), RS(19_999), payer="Gupta  Stores")
    assert till.counts(RuleName.CASH_OF_PAYER, **limit) == {}
    till.takes_part(RS(1), RS(1), "7412000001", payer="GUPTA STORES")
    till.takes_part(RS(1), RS(1), "7412000002")
    till.takes_part(RS(50_000), RS(50_000), "7412000003")
    assert till.counts(RuleName.CASH_OF_PAYER, **limit) == {Counted.REFUSED: (0, 2)}


def test_the_same_payment_again_on_one_day() -> None:
    till = Till()
    till.takes_part(RS(500), RS(500), at=NOW - DAY)
    till.takes_part(RS(500), RS(500))
    till.takes_part(RS(500), RS(500))
    assert till.counts(RuleName.SAME_PAYMENT, is_word_needed=False) == {
        Counted.WORD: (1, 0),
        Counted.CAUTION: (0, 1),
    }


def test_cheques_that_would_have_been_too_old_and_drafts_not_taken() -> None:
    till = Till()
    old = a_paper("000001", dated=TODAY - 70 * DAY)
    till.takes_part(RS(500), RS(500), tenders=(cheque(RS(500), old),))
    till.takes_part(RS(600), RS(600), "7412000001", tenders=(cheque(RS(600)),))
    till.takes_part(RS(700), RS(700), "7412000002", tenders=(draft(RS(700)),))
    found = till.by(a_rule(RuleName.CHEQUE, valid_from=TODAY, oldest_months=2))
    assert found == Replay(3, 2, (PastCount(Counted.REFUSED, 0, 1),))
    assert till.counts(RuleName.DRAFT, is_taken=False) == {Counted.REFUSED: (0, 1)}


def test_receipts_that_would_bear_a_stamp() -> None:
    till = Till()
    for place, rupees in enumerate((5_000, 5_001, 9_000)):
        till.takes_part(RS(rupees), RS(rupees), f"741200000{place}")
    assert till.counts(RuleName.STAMP, above_paise=5_001_00) == {Counted.STAMP_BOX: (2, 1)}
    assert till.counts(RuleName.STAMP, how="consolidated", above_paise=0) == {
        Counted.STAMP_BOX: (2, 0),
        Counted.DUTY_PAID: (0, 3),
    }


def test_an_order_over_many_accounts_is_decided_as_it_was_handed_in() -> None:
    till = Till()
    first, second, third = (
        an_account(a_bill(RS(1_000), account_no=no), consumer=a_consumer(no))
        for no in ("7412000001", "7412000002", "7412000003")
    )
    till.takes(
        (a_line(RS(1_000), account_no="7412000001"), first),
        (a_line(RS(500), shown=RS(1_000), account_no="7412000002"), second),
        (a_line(RS(1_000), account_no="7412000003"), third),
        tenders=(
            cash(RS(1_200), RS(1_500)),
            cheque(RS(600), a_paper("000002", dated=TODAY - 70 * DAY)),
            upi(RS(700), "632711998871"),
        ),
    )
    found = till.by(a_rule(RuleName.CHEQUE, valid_from=TODAY, oldest_months=2))
    assert found == Replay(3, 2, (PastCount(Counted.REFUSED, 0, 2),))
    assert till.counts(RuleName.PART_OTHERS, least_paise=500_00) == {Counted.WORD: (1, 0)}


def test_half_an_order_is_not_looked_at() -> None:
    till = Till()
    account = an_account(a_bill(RS(6_000)))
    other = an_account(
        a_bill(RS(6_000), account_no="7412000001"), consumer=a_consumer("7412000001")
    )
    till.takes((a_line(RS(6_000)), account), (a_line(RS(6_000), account_no="7412000001"), other))
    del till.payments[0]
    assert till.by(a_rule(RuleName.STAMP, valid_from=TODAY)) == Replay(0, 0, ())


def test_a_payer_who_is_not_in_the_local_copy_is_decided_without_an_account() -> None:
    till = Till()
    noted = NotedConsumer("RAM PRASAD", account_no="7499999999")
    line = a_line(RS(30_000), account_no=account_no_of(noted), noted=noted)
    till.takes((line, None))
    assert till.counts(RuleName.CASH_OF_CONSUMER, warn_above_paise=40_000_00) == {
        Counted.CAUTION: (1, 0)
    }


def test_a_head_withdrawn_or_asking_more() -> None:
    till = Till()
    till.takes_part(RS(400), RS(1_600))
    till.takes_part(RS(1_000), RS(1_000), "7412000001")
    meter = a_consumer("7412000002", connection=Connection.PREPAID)
    arrear = a_line(RS(1_000), account_no="7412000002", purpose=PREPAID_ARREAR)
    till.takes((arrear, an_account(a_bill(RS(1_000), account_no="7412000002"), consumer=meter)))

    def bill(**changed: Value) -> Rule:
        return changed_rule(PURPOSE_RULE + BILL, changed)

    assert till.by(bill(asks="all_due")) == Replay(3, 2, (PastCount(Counted.REFUSED, 0, 1),))
    assert till.by(bill(is_offered=False)).counts == (PastCount(Counted.REFUSED, 0, 2),)
    assert till.by(bill()).counts == ()


def test_nobody_has_paid_for_a_head_that_is_new() -> None:
    till = Till()
    till.takes_part(RS(400), RS(400))
    fee = standing(USUAL_POLICY, PURPOSE_RULE + "reconnection_fee", TODAY).shown
    assert till.by(replace(fee, name=PURPOSE_RULE + "meter_test")) == Replay(1, 0, ())


def test_a_refusal_by_another_rule_is_not_this_rule_s() -> None:
    till = Till()
    till.takes_part(RS(1_90_000), RS(1_90_000))
    till.takes_part(RS(20_000), RS(20_000), "7412000001")
    law = a_rule(RuleName.CASH_OF_PAYER, refuse_from_paise=1_00_000_00)
    looked_at = PastPayments(TODAY, TODAY, tuple(till.payments), is_all=True)
    typed = a_rule(RuleName.CASH_OF_CONSUMER, valid_from=TODAY, warn_above_paise=10_000_00)
    past = preview(USUAL_POLICY.with_rules((law,)), typed, TODAY, looked_at).past
    assert past is not None
    assert past.replay.counts == (PastCount(Counted.CAUTION, 0, 1),)


@settings(max_examples=30)
@given(
    dues=st.lists(
        st.tuples(st.integers(1, 5_00_000_00), st.integers(1, 9_00_000_00), st.integers(0, 9)),
        max_size=6,
    )
)
def test_the_same_rule_again_changes_no_count(dues: list[tuple[int, int, int]]) -> None:
    till = Till()
    for paid, due, place in dues:
        tenders = (upi(Money(paid), f"6327119988{len(till.payments):02d}"),)
        till.takes_part(Money(paid), Money(due), f"741200000{place}", tenders=tenders)
    for name in rule_names(USUAL_POLICY):
        if can_be_replayed(name):
            same = replace(standing(USUAL_POLICY, name, TODAY).shown, valid_from=TODAY)
            assert all(one.as_it_is == one.as_typed for one in till.by(same).counts)

"""What the centre tells beside the bills: cheques of the bounce list, and numbers that became another."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from counter_app.domain.beside import ChequeBar
from counter_app.domain.caveat import CaveatCode, WordNeededError
from counter_app.domain.consumer import ConsumerFlag
from counter_app.domain.errors import RefusalCode
from counter_app.domain.identity import AccountNo
from counter_app.domain.money import Money
from counter_app.domain.policy import RuleName
from counter_app.wire.lists import ChequeBarTold, RenumberedTold
from counter_app.wire.rules import PolicyTold, rule_told
from tests.builders import (
    ACCOUNT_NO,
    TODAY,
    a_bill,
    a_consumer,
    a_mark,
    a_rule,
    a_word,
    cash,
    cheque,
    draft,
)
from tests.use_cases.counter import a_city_counter, a_shop, an_open_counter, refused

DUE, MORE = Money.rupees(1000), Money.rupees(1600)
FIRST, NEW = AccountNo("1"), AccountNo("9")


def test_a_cheque_of_an_account_on_the_bounce_list_is_refused_on_its_days() -> None:
    counter = a_city_counter(DUE)
    order = replace(a_shop(counter, 1000), tenders=(cheque(DUE),), word=a_word(*CaveatCode))
    counter.bills.barred[FIRST] = ChequeBar(TODAY, TODAY, "came back twice")
    assert refused(counter, order).code is RefusalCode.CHEQUE_BARRED
    counter.bills.barred[FIRST] = ChequeBar(TODAY + timedelta(1), None, "from tomorrow on")
    assert counter.take_payment(order).receipt.payment.amount == DUE


def test_other_tenders_of_a_barred_account_are_taken() -> None:
    for tender in (draft(DUE), cash(DUE)):
        counter = a_city_counter(DUE)
        counter.bills.barred[FIRST] = ChequeBar(TODAY, None, "came back twice")
        order = replace(a_shop(counter, 1000), tenders=(tender,))
        assert counter.take_payment(order).receipt.payment.amount == DUE


def test_where_the_rule_says_so_a_supervisors_word_is_enough() -> None:
    counter = a_city_counter(DUE, flags=frozenset({ConsumerFlag.CHEQUE_BARRED}))
    rule = a_rule(RuleName.CHEQUE_BARRED, is_word_enough=True)
    with counter.ledger.open_books() as books:
        books.rules.keep_policy(PolicyTold(1, (rule_told(rule),)), counter.clock.now())
        books.commit()
    order = replace(a_shop(counter, 1000), tenders=(cheque(DUE),))
    refusal = refused(counter, order)
    assert isinstance(refusal, WordNeededError)
    (caveat,) = refusal.caveats
    assert (caveat.code, dict(caveat.facts)) == (CaveatCode.CHEQUE_BARRED, {"account_no": "1"})
    worded = replace(order, word=a_word(CaveatCode.CHEQUE_BARRED))
    assert rule.ref in counter.take_payment(worded).receipt.payment.rules


def test_what_was_taken_under_a_number_before_it_changed_counts_under_the_new_one() -> None:
    counter = a_city_counter(DUE)
    counter.take_payment(a_shop(counter, 1000))
    billed = a_consumer(NEW, legacy_account_no="")
    counter.bills.tell(a_mark(9), billed, a_bill(MORE, bill_no="B9", account_no=NEW))
    assert counter.due(NEW) == MORE
    counter.bills.renumbered["1"] = NEW
    assert counter.due(NEW) == MORE - DUE


def test_a_pull_brings_both_lists() -> None:
    counter = an_open_counter()
    counter.server.bills(a_consumer(), a_bill())
    counter.server.renumbered = (RenumberedTold("91000042", ACCOUNT_NO),)
    counter.server.barred = (ChequeBarTold(ACCOUNT_NO, TODAY.isoformat(), "", "bounced", False),)
    counter.pull_bills()
    assert [one.account_no for one in counter.find_consumer("91000042")] == [ACCOUNT_NO]
    beside = counter.open_account(ACCOUNT_NO).beside
    assert beside.old_numbers == ("91000042",)
    assert beside.cheque_bar == ChequeBar(TODAY, None, "bounced")

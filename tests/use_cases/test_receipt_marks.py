"""What the rules put on a receipt is decided when the money is taken, and stays."""

from __future__ import annotations

from counter_app.domain.caveat import CaveatCode
from counter_app.domain.money import Money
from counter_app.domain.policy import RuleName
from counter_app.domain.receipt import RuleOrder
from tests.builders import PIN, SUPERVISOR_ID, TODAY, a_rule, a_word, cash
from tests.use_cases.counter import an_open_counter


def test_a_receipt_keeps_the_stamp_of_its_moment_when_the_rule_changes_after() -> None:
    counter = an_open_counter(Money.rupees(20_000))
    first = counter.takes(Money.rupees(6_000), cash(Money.rupees(6_000))).receipt
    rule = a_rule(RuleName.STAMP, valid_from=TODAY, how="consolidated", is_local=True)
    counter.set_rule(rule, SUPERVISOR_ID, PIN, "ordered by telephone")
    word = a_word(CaveatCode.PART_COUNT, CaveatCode.SAME_PAYMENT)
    second = counter.takes(Money.rupees(6_000), cash(Money.rupees(6_000)), word=word).receipt
    assert first.stamp is not None
    assert second.stamp is not None
    assert (first.stamp.how, second.stamp.how) == ("affix", "consolidated")
    assert counter.receipts == [first, second]
    assert [(one.how, one.count) for one in counter.report_day(TODAY).by_stamp] == [
        ("affix", 1),
        ("consolidated", 1),
    ]


def test_a_part_payment_keeps_its_order_and_who_gave_the_word_by_name() -> None:
    counter = an_open_counter()
    word = a_word(CaveatCode.PART_BELOW_MINIMUM)
    receipt = counter.takes(Money.rupees(200), word=word).receipt
    assert receipt.part_order == RuleOrder("UPPCL, order on part payments, November 2024", None)
    assert receipt.supervisor_name_en == "ANIL KUMAR DIXIT"
    assert receipt.supervisor_name_hi == "अनिल कुमार दीक्षित"
    assert receipt.stamp is None


def test_a_payment_in_full_bears_no_order_and_no_supervisor() -> None:
    receipt = an_open_counter(Money.rupees(900)).takes(Money.rupees(900)).receipt
    assert (receipt.part_order, receipt.supervisor_name_en, receipt.stamp) == (None, "", None)

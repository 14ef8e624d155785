"""The summary of an order: one paper over all its receipts."""

from __future__ import annotations

import pytest

from counter_app.domain.errors import Refusal, RefusalCode
from counter_app.domain.money import Money
from counter_app.domain.receipt import PrintState
from tests.builders import a_line, a_payment_id, an_order_of
from tests.use_cases.counter import a_city_counter, an_open_counter


def test_a_summary_names_the_receipts_of_its_order_as_often_as_it_is_wanted() -> None:
    counter = a_city_counter(Money(100), Money(200))
    lines = [
        a_line(Money(100 * place), account_no=str(place), payment_id=a_payment_id(place))
        for place in (1, 2)
    ]
    counter.take_payment(an_order_of(*lines))
    for _ in range(2):
        assert counter.print_summary(a_payment_id(1)).state is PrintState.PRINTED
    assert counter.printer.summaries == [("KID07/2627/000001", "KID07/2627/000002")] * 2


def test_an_order_that_was_not_taken_has_none() -> None:
    with pytest.raises(Refusal) as caught:
        an_open_counter().print_summary(a_payment_id(7))
    assert caught.value.code is RefusalCode.RECEIPT_UNKNOWN

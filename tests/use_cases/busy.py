"""A counter with work for its line, and what is seen of it on both sides."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from counter_app.domain.errors import Fault
from tests.builders import PAYABLE, a_bill, a_consumer, a_mark
from tests.use_cases.counter import an_open_counter

if TYPE_CHECKING:
    from tests.use_cases.counter import Counter


def busy_counter(payments: int = 5) -> Counter:
    """So many payments and the opened shift are unsent; the ordinary consumer has paid nothing."""
    counter = an_open_counter()
    for place in range(payments):
        account_no = f"74120013{place:02d}"
        bill = a_bill(bill_no=f"2611413{place:05d}", account_no=account_no)
        counter.bills.tell(a_mark(), a_consumer(account_no), bill)
        counter.server.bills(a_consumer(account_no), bill)
        counter.takes(PAYABLE, account_no=account_no)
    return counter


def unsent(counter: Counter) -> int:
    return counter.view_outbox().summary.unsent_messages


def fault_of(counter: Counter) -> Fault:
    with pytest.raises(Fault) as caught:
        counter.push_outbox()
    return caught.value


def raws_at_centre(counter: Counter) -> list[bytes]:
    return [one.raw for one in counter.server.all_booked()]

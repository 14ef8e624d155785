"""What a counter says of itself to the centre."""

from __future__ import annotations

from datetime import timedelta

from counter_app.domain.money import Money
from counter_app.use_cases.say_state import SayState
from counter_app.wire.messages import microseconds
from tests.use_cases.counter import Counter, an_open_counter


def test_a_counter_says_what_is_not_sent_and_how_old_it_is() -> None:
    counter = an_open_counter(Money(9000_00))
    counter.clock.passes(timedelta(minutes=3))
    counter.takes(Money(5000_00))
    said = SayState(counter.ledger, counter.clock, "1.2.3")()
    now_us = microseconds(counter.clock.now())
    assert (said.version, said.clock_us) == ("1.2.3", now_us)
    assert (said.unsent, said.unsent_paise) == (2, 5000_00)
    assert said.oldest_unsent_us == now_us - 180_000_000


def test_a_counter_that_has_sent_all_says_so() -> None:
    counter = Counter()
    said = SayState(counter.ledger, counter.clock, "1.2.3")()
    assert (said.unsent, said.unsent_paise, said.oldest_unsent_us) == (0, 0, None)

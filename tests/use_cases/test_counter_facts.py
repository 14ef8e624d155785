"""What a technician looks at."""

from __future__ import annotations

from tests.set_up import A_SET_UP
from tests.use_cases.counter import Counter, an_open_counter


def test_the_facts_name_the_counter_its_settings_and_the_check_of_its_books() -> None:
    counter = an_open_counter()
    facts = counter.counter_facts()
    assert (facts.counter_id, facts.counter_name, facts.epoch) == ("C07", "Kidwai Nagar 7", 1)
    assert facts.set_up is A_SET_UP
    assert (facts.ledger.messages, facts.ledger.problem) == (1, "")


def test_a_counter_that_is_not_enrolled_has_no_name() -> None:
    facts = Counter().counter_facts()
    assert (facts.counter_id, facts.counter_name, facts.epoch) == ("", "", 0)


def test_a_ledger_with_a_problem_says_so() -> None:
    counter = an_open_counter()
    counter.ledger.problem = "message 7 does not follow message 6"
    assert counter.counter_facts().ledger.problem == "message 7 does not follow message 6"

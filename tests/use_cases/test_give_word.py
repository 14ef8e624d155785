"""A supervisor's word: a second person, the own PIN, a reason."""

from __future__ import annotations

from dataclasses import replace

import pytest

from counter_app.domain.caveat import CaveatCode
from counter_app.domain.errors import Refusal, RefusalCode
from counter_app.domain.identity import CashierId
from tests.builders import ACCOUNTANT_ID, CASHIER_ID, PIN, SUPERVISOR_ID
from tests.use_cases.counter import Counter, an_open_counter

CODES = frozenset({CaveatCode.PART_COUNT})


def refused(
    counter: Counter,
    supervisor_id: CashierId = SUPERVISOR_ID,
    pin: str = PIN,
    reason: str = "the bill was wrong",
    cashier_id: CashierId = CASHIER_ID,
) -> RefusalCode:
    with pytest.raises(Refusal) as caught:
        counter.give_word(supervisor_id, pin, reason, cashier_id, CODES)
    return caught.value.code


def test_a_word_names_who_why_and_what_for() -> None:
    counter = an_open_counter()
    before = counter.pages.copy()
    word = counter.give_word(SUPERVISOR_ID, PIN, "  the bill  was wrong ", CASHIER_ID, CODES)
    assert (word.supervisor_id, word.reason, word.codes) == (
        SUPERVISOR_ID,
        "the bill was wrong",
        CODES,
    )
    assert replace(counter.pages, pin_tries=[]) == before


def test_two_words_are_never_the_same() -> None:
    counter = an_open_counter()
    words = [counter.give_word(SUPERVISOR_ID, PIN, "reason", CASHIER_ID, CODES) for _ in range(2)]
    assert words[0].word_id != words[1].word_id


@pytest.mark.parametrize("reason", ["", "  ", "ok"])
def test_a_word_needs_a_reason(reason: str) -> None:
    assert refused(an_open_counter(), reason=reason) is RefusalCode.REASON_MISSING


def test_a_reason_is_no_novel_and_no_card_number() -> None:
    counter = an_open_counter()
    assert refused(counter, reason="x" * 201) is RefusalCode.REASON_TOO_LONG
    assert refused(counter, reason="4111 1111 1111 1111") is RefusalCode.CARD_NUMBER_IN_TEXT


@pytest.mark.parametrize("person", [ACCOUNTANT_ID, CashierId("NOBODY")])
def test_only_a_supervisor_gives_one(person: CashierId) -> None:
    assert refused(an_open_counter(), person) is RefusalCode.WORD_NOT_FROM_SUPERVISOR


def test_nobody_gives_a_word_to_oneself() -> None:
    code = refused(an_open_counter(), cashier_id=SUPERVISOR_ID)
    assert code is RefusalCode.WORD_FROM_ONESELF


def test_wrong_pins_count_together_with_those_of_signing_in() -> None:
    counter = an_open_counter()
    for _ in range(3):
        assert refused(counter, pin="0000") is RefusalCode.PIN_WRONG
    for _ in range(2):
        with pytest.raises(Refusal):
            counter.sign_in(SUPERVISOR_ID, "0000")
    assert refused(counter) is RefusalCode.PIN_LOCKED

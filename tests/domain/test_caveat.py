"""What needs a supervisor's word is refused without it, and taken with it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.acceptance import consider
from counter_app.domain.caveat import (
    Caveat,
    CaveatCode,
    WordNeededError,
    held,
    reason_typed,
    refuse_without_word,
)
from counter_app.domain.errors import Refusal, RefusalCode
from counter_app.domain.identity import AccountNo
from counter_app.domain.money import Money
from counter_app.domain.policy import RuleRef
from counter_app.domain.unusual import PaidBefore
from tests.builders import TODAY, a_line, a_word, an_order_of, known
from tests.domain.strategies import owing

if TYPE_CHECKING:
    from counter_app.domain.caveat import Word

codes = st.frozensets(st.sampled_from(CaveatCode))
caveats = st.lists(
    st.builds(
        Caveat,
        st.sampled_from(CaveatCode),
        st.booleans(),
        st.just(RuleRef("drawer", 1, TODAY)),
        st.none() | st.integers(0, 3),
        st.just(()),
    ),
    max_size=8,
).map(tuple)
sums = st.sampled_from((0, 100_00, 20_000_00, 2_00_000_00, 5_00_000_00, 9_00_000_00)).map(Money)
befores = st.builds(
    PaidBefore,
    cash=st.dictionaries(st.just(AccountNo("A")), sums),
    amounts=st.frozensets(st.just((AccountNo("A"), Money(100_00)))),
    part_payments=st.dictionaries(st.just(AccountNo("A")), st.integers(0, 3)),
    offline_hours=st.integers(0, 200),
    unsent=st.sampled_from((0, 1_00_00_000_01, 2_00_00_000_01)).map(Money),
    drawer=sums,
)


def word_for(given: frozenset[CaveatCode]) -> Word | None:
    return a_word(*given) if given else None


@given(caveats, codes)
def test_it_is_refused_exactly_when_something_has_no_word(
    found: tuple[Caveat, ...], given_for: frozenset[CaveatCode]
) -> None:
    missing = [one for one in found if one.needs_word and one.code not in given_for]
    if not missing:
        refuse_without_word(found, word_for(given_for))
        return
    with pytest.raises(WordNeededError) as caught:
        refuse_without_word(found, word_for(given_for))
    assert caught.value.caveats == tuple(missing)
    assert caught.value.facts == {"codes": " ".join(one.code for one in missing)}


@given(caveats, codes)
def test_a_word_that_still_holds_is_as_good_as_one_given_now(
    found: tuple[Caveat, ...], holding: frozenset[CaveatCode]
) -> None:
    now_held = held(found, holding)
    assert [replace(one, needs_word=False) for one in now_held] == [
        replace(one, needs_word=False) for one in found
    ]
    needing = frozenset(one.code for one in now_held if one.needs_word)
    assert needing == frozenset(one.code for one in found if one.needs_word) - holding
    refuse_without_word(now_held, word_for(needing))


@given(befores, st.integers(1, 8000_00), st.data())
def test_what_is_refused_without_a_word_is_taken_with_it_and_with_no_lesser_one(
    before: PaidBefore, paise: int, data: st.DataObject
) -> None:
    account = owing(8000_00)
    line = a_line(Money(paise), account_no="A", shown=Money(8000_00))
    order = an_order_of(line)
    considered = consider(order, (account,), known(before=before))
    needing = frozenset(one.code for one in considered.caveats if one.needs_word)
    refuse_without_word(considered.caveats, word_for(needing))
    lesser = data.draw(st.frozensets(st.sampled_from(sorted(needing)))) if needing else needing
    if lesser != needing:
        with pytest.raises(WordNeededError):
            refuse_without_word(considered.caveats, word_for(lesser))
    with_word = consider(replace(order, word=word_for(needing)), (account,), known(before=before))
    assert with_word == considered, "a word changes nothing of what is paid"


def test_a_reason_is_kept_in_one_line() -> None:
    assert reason_typed("  the bill \n shows it ") == "the bill shows it"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", RefusalCode.REASON_MISSING),
        (" o k ".replace(" ", ""), RefusalCode.REASON_MISSING),
        ("a" * 201, RefusalCode.REASON_TOO_LONG),
        ("card 4111 1111 1111 1111", RefusalCode.CARD_NUMBER_IN_TEXT),
    ],
)
def test_no_reason_one_too_long_and_a_card_number_are_refused(text: str, code: RefusalCode) -> None:
    with pytest.raises(Refusal) as caught:
        reason_typed(text)
    assert caught.value.code is code


@pytest.mark.parametrize("text", ["abc", "a" * 200])
def test_the_shortest_and_the_longest_reason_are_taken(text: str) -> None:
    assert reason_typed(text) == text

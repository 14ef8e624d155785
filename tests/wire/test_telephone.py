"""Challenge and answer by telephone: another act, sum, thing, person, counter or approver has another answer."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from counter_app.domain.approval import ApprovalCode
from counter_app.domain.caveat import CaveatCode
from counter_app.domain.challenge import ACT_NUMBERS, Asked, act_numbers, act_numbers_typed
from counter_app.domain.identity import CashierId
from counter_app.domain.money import Money
from counter_app.wire.check_code import ALPHABET, spaced_code
from counter_app.wire.telephone import (
    NONCE_BYTES,
    SECRET_BYTES,
    answer_to,
    challenge_typed,
    counter_key,
    is_answer,
    make_challenge,
    secret_text,
)

SECRETS = st.binary(min_size=SECRET_BYTES, max_size=SECRET_BYTES)
NONCES = st.binary(min_size=NONCE_BYTES, max_size=NONCE_BYTES)
COUNTERS = st.sampled_from(["C01", "C07", "C10", "C107"])
ACTS = st.sampled_from([frozenset({code}) for code in ApprovalCode]) | st.frozensets(
    st.sampled_from(CaveatCode), min_size=1
)
ASKED = st.builds(
    Asked,
    codes=ACTS,
    about=st.text(max_size=20),
    amount=st.integers(0, 10**9).map(Money),
    for_id=st.sampled_from(["C101", "C102", "S201"]).map(CashierId),
)


def answer_of(secret: bytes, counter_id: str, asked: Asked, challenge: str) -> str:
    key = counter_key(secret, counter_id)
    return answer_to(key, counter_id, act_numbers(asked.codes), asked.amount.paise, challenge)


@given(SECRETS, NONCES, COUNTERS, ASKED)
def test_the_answer_fits_what_was_asked_however_it_is_typed(
    secret: bytes, nonce: bytes, counter_id: str, asked: Asked
) -> None:
    challenge = make_challenge(nonce, counter_id, asked)
    answer = answer_of(secret, counter_id, asked, challenge_typed(spaced_code(challenge).lower()))
    key = counter_key(secret, counter_id)
    assert is_answer(key, counter_id, asked, challenge, f" {spaced_code(answer).lower()} ")


@given(SECRETS, NONCES, COUNTERS, ASKED, ASKED, COUNTERS)
def test_an_approver_told_another_thing_gives_an_answer_that_does_not_fit(
    secret: bytes, nonce: bytes, counter_id: str, asked: Asked, told: Asked, told_counter: str
) -> None:
    challenge = make_challenge(nonce, counter_id, asked)
    key = counter_key(secret, counter_id)
    for other, counter in (
        (replace(asked, codes=told.codes), counter_id),
        (replace(asked, amount=told.amount), counter_id),
        (asked, told_counter),
    ):
        is_same = (other.codes, other.amount, counter) == (asked.codes, asked.amount, counter_id)
        fits = is_answer(
            key, counter_id, asked, challenge, answer_of(secret, counter, other, challenge)
        )
        assert fits == is_same


@given(NONCES, COUNTERS, ASKED, ASKED, NONCES, COUNTERS)
def test_another_thing_person_counter_or_time_makes_another_challenge(
    nonce: bytes, counter_id: str, asked: Asked, told: Asked, later: bytes, other: str
) -> None:
    challenge = make_challenge(nonce, counter_id, asked)
    for other_nonce, counter, one in (
        (nonce, counter_id, replace(asked, about=told.about)),
        (nonce, counter_id, replace(asked, for_id=told.for_id)),
        (nonce, counter_id, replace(asked, amount=told.amount)),
        (nonce, counter_id, replace(asked, codes=told.codes)),
        (later, counter_id, asked),
        (nonce, other, asked),
    ):
        is_same = (other_nonce, counter, one) == (nonce, counter_id, asked)
        assert (make_challenge(other_nonce, counter, one) == challenge) == is_same


@given(SECRETS, SECRETS, NONCES, ASKED)
def test_another_challenge_or_approver_has_another_answer(
    secret: bytes, stranger: bytes, nonce: bytes, asked: Asked
) -> None:
    assume(secret != stranger)
    first, second = make_challenge(nonce, "C07", asked), make_challenge(nonce, "C08", asked)
    key = counter_key(secret, "C07")
    assert not is_answer(key, "C07", asked, first, answer_of(secret, "C07", asked, second))
    assert not is_answer(key, "C07", asked, first, answer_of(stranger, "C07", asked, first))


@given(NONCES, ASKED, st.integers(0, 7), st.sampled_from(ALPHABET))
def test_one_misheard_character_is_noticed(
    nonce: bytes, asked: Asked, place: int, heard: str
) -> None:
    challenge = make_challenge(nonce, "C07", asked)
    assume(challenge[place] != heard)
    with pytest.raises(ValueError, match="does not fit"):
        challenge_typed(challenge[:place] + heard + challenge[place + 1 :])


@given(NONCES, ASKED, st.integers(0, 6))
def test_two_exchanged_characters_are_noticed(nonce: bytes, asked: Asked, place: int) -> None:
    challenge = make_challenge(nonce, "C07", asked)
    first, second = challenge[place], challenge[place + 1]
    assume(first != second)
    with pytest.raises(ValueError, match="does not fit"):
        challenge_typed(challenge[:place] + second + first + challenge[place + 2 :])


@pytest.mark.parametrize("typed", ["", "1234", "7KQ2-M8XU", "७७७७७७७७"])
def test_what_is_no_answer_does_not_fit(typed: str) -> None:
    asked = Asked(
        frozenset({ApprovalCode.REVERSAL}), "C07A-000012", Money(125_000), CashierId("C1")
    )
    challenge = make_challenge(bytes(NONCE_BYTES), "C07", asked)
    assert not is_answer(bytes(SECRET_BYTES), "C07", asked, challenge, typed)


def test_an_example_never_changes_since_phones_work_it_out_too() -> None:
    asked = Asked(
        frozenset({CaveatCode.DRAWER, CaveatCode.PART_COUNT}),
        "01930000-0000-7000-8000-000000000001",
        Money(125_050),
        CashierId("C101"),
    )
    challenge = make_challenge(bytes(range(16)), "C07", asked)
    secret = bytes(range(32))
    assert act_numbers(asked.codes) == "52 63"
    assert challenge == "XZTBM0M0"
    assert answer_of(secret, "C07", asked, challenge) == "0T0V5W5B"


@given(SECRETS)
def test_a_secret_is_typed_in_groups_and_holds_all_of_it(secret: bytes) -> None:
    groups = secret_text(secret).split()
    assert [len(group) for group in groups] == [4] * 14
    number = 0
    for character in "".join(groups[:13]):
        number = number << 5 | ALPHABET.index(character)
    assert (number >> 4).to_bytes(SECRET_BYTES, "big") == secret


def test_every_act_has_a_number_of_its_own() -> None:
    assert set(ACT_NUMBERS) == {*ApprovalCode, *CaveatCode}
    assert len(set(ACT_NUMBERS.values())) == len(ACT_NUMBERS)
    assert all(len(str(number)) == 2 for number in ACT_NUMBERS.values())


@given(ACTS)
def test_numbers_of_acts_are_read_as_they_are_spoken(codes: frozenset[ApprovalCode]) -> None:
    assert act_numbers_typed(act_numbers(codes)) == codes
    assert act_numbers_typed("".join(reversed(act_numbers(codes).split(" ")))) == codes


@pytest.mark.parametrize("text", ["", " ", "5", "99", "521", "5x"])
def test_what_is_no_act_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="no numbers"):
        act_numbers_typed(text)

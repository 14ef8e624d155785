"""One slip of the finger, as it is made and as it is found again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.slips import is_one_slip, with_one_left_out

TEXTS = st.text(alphabet="abक्ष", max_size=7)


def slips_of(text: str, letters: str) -> set[str]:
    """All that one slip makes of a text, made the long way."""
    left_out = {text[:at] + text[at + 1 :] for at in range(len(text))}
    too_many = {text[:at] + letter + text[at:] for at in range(len(text) + 1) for letter in letters}
    wrong = {text[:at] + letter + text[at + 1 :] for at in range(len(text)) for letter in letters}
    swapped = {text[:at] + text[at + 1] + text[at] + text[at + 2 :] for at in range(len(text) - 1)}
    return {text} | left_out | too_many | wrong | swapped


@pytest.mark.parametrize(
    ("meant", "typed"),
    [
        ("ramesh", "ramesh"),
        ("ramesh", "rmesh"),
        ("ramesh", "rameshh"),
        ("ramesh", "ramwsh"),
        ("ramesh", "armesh"),
        ("ramesh", "ramehs"),
        ("सुनीता", "सुनिता"),
        ("शुक्ला", "शुकला"),
        ("", "a"),
    ],
)
def test_one_slip_is_one_slip_from_either_side(meant: str, typed: str) -> None:
    assert is_one_slip(meant, typed)
    assert is_one_slip(typed, meant)


@pytest.mark.parametrize(
    ("meant", "typed"),
    [("ramesh", "rmsh"), ("ramesh", "arsemh"), ("ab", "ba c"), ("abc", "cab"), ("", "ab")],
)
def test_more_than_one_slip_is_not(meant: str, typed: str) -> None:
    assert not is_one_slip(meant, typed)
    assert not is_one_slip(typed, meant)


@given(TEXTS, TEXTS)
def test_exactly_what_one_slip_makes_is_one_slip_away(one: str, other: str) -> None:
    assert is_one_slip(one, other) is (other in slips_of(one, "abक्ष"))


@given(TEXTS, st.data())
def test_what_is_one_slip_apart_has_a_text_with_one_letter_left_out_in_common(
    text: str, data: st.DataObject
) -> None:
    other = data.draw(st.sampled_from(sorted(slips_of(text, "abक्ष"))))
    assert set(with_one_left_out(text)) & set(with_one_left_out(other))


@given(TEXTS, st.data())
def test_so_have_their_beginnings(text: str, data: st.DataObject) -> None:
    """Words are filed by their first letters: a slip in them, at their end or behind must not hide a word."""
    other = data.draw(st.sampled_from(sorted(slips_of(text, "abक्ष"))))
    length = data.draw(st.integers(0, 7))
    assert set(with_one_left_out(text[:length])) & set(with_one_left_out(other[:length]))


def test_each_text_is_left_out_once() -> None:
    assert with_one_left_out("aab") == ("aab", "ab", "aa")
    assert with_one_left_out("") == ("",)

"""What lists and logs may show of a consumer."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.consumer import ConsumerFlag, masked_mobile, masked_name
from tests.builders import a_consumer


@pytest.mark.parametrize(
    ("name", "masked"),
    [
        ("RAM PRASAD SHUKLA", "R*** P*** S***"),
        ("राम प्रसाद", "रा*** प्र***"),
        ("श्रीमती क्षेत्रपाल", "श्री*** क्षे***"),
        ("अंसारी", "अं***"),
        ("ज़ाकिर", "ज़ा***"),
        ("क्\u200dया", "क्\u200dया***"),
        ("क्", "क***"),
        ("क्\u200d", "क***"),
        ("  ", ""),
        ("", ""),
    ],
)
def test_a_name_is_masked_to_its_first_letters(name: str, masked: str) -> None:
    assert masked_name(name) == masked


@given(st.text("कखगरलशषसहािीुेोंँ़्ज्ञअइ ", max_size=30))
def test_no_masked_devanagari_letter_ends_in_half(name: str) -> None:
    for word, shown in zip(name.split(), masked_name(name).split(), strict=True):
        letter = shown.removesuffix("***")
        assert word.startswith(letter)
        assert not letter.endswith("\u094d")
        rest = word[len(letter) :].lstrip("\u094d")
        assert not rest or rest[0] not in "ािीुेोंँ़"


@pytest.mark.parametrize(
    ("mobile", "masked"), [("9839012345", "XXXXXXX345"), ("345", "345"), ("", "")]
)
def test_a_mobile_shows_its_last_three_digits(mobile: str, masked: str) -> None:
    assert masked_mobile(mobile) == masked


@given(st.from_regex(r"[6-9][0-9]{9}", fullmatch=True))
def test_no_masked_mobile_shows_more(mobile: str) -> None:
    assert masked_mobile(mobile) == "X" * 7 + mobile[7:]


@pytest.mark.parametrize("flag", ConsumerFlag)
def test_a_consumer_is_disconnected_for_a_time_or_for_good(flag: ConsumerFlag) -> None:
    gone = {ConsumerFlag.TEMPORARILY_DISCONNECTED, ConsumerFlag.PERMANENTLY_DISCONNECTED}
    assert a_consumer(flags=frozenset({flag})).is_disconnected == (flag in gone)
    assert not a_consumer().is_disconnected

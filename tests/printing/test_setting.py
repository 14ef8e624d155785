"""Type-setting: where lines break, and where marks stand."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from counter_app.printing.lines import Big, Centre, Left, Pair
from counter_app.printing.marks import Bar, Frame, Run
from counter_app.printing.raster import SIZES_BY_WIDTH_DOTS
from counter_app.printing.setting import Setter
from counter_app.printing.wrapping import syllables, wrap
from tests.printing.golden import all_lines

SIZES = SIZES_BY_WIDTH_DOTS[576]
DEVANAGARI = st.text(alphabet="कतरषिीुू्ंाशमनय ", min_size=1, max_size=60)


def six_tenths(text: str, size: float, is_bold: bool) -> float:  # noqa: FBT001 - the setter's measure
    """Every letter is 0.6 of its size wide."""
    return len(text) * size * 0.6


def test_a_conjunct_is_one_syllable_and_a_vowel_sign_stays_with_its_letter() -> None:
    assert syllables("क्षेत्रपाल") == ["क्षे", "त्र", "पा", "ल"]
    assert syllables("उर्मिला") == ["उ", "र्मि", "ला"]
    assert syllables("AB") == ["A", "B"]


@given(DEVANAGARI, st.integers(min_value=1, max_value=20))
def test_wrapping_loses_no_letter_and_tears_no_syllable_that_fits(text: str, width: int) -> None:
    rows = wrap(text, width, len)
    assert "".join(rows).replace(" ", "") == text.replace(" ", "")
    assert all(len(row) <= width for row in rows)
    pieces = {piece for word in text.split(" ") for piece in syllables(word)}
    if len(rows) > 1 and all(len(piece) <= width for piece in pieces):
        assert {
            piece for row in rows for word in row.split(" ") for piece in syllables(word)
        } <= pieces


def test_a_short_pair_shares_a_row_and_a_long_one_takes_two() -> None:
    short = Setter(SIZES, six_tenths).set_all([Pair("Label", ("value",))])
    long = Setter(SIZES, six_tenths).set_all([Pair("Label" * 5, ("value" * 5,))])
    assert [mark.y for mark in short.marks if isinstance(mark, Run)][0:1] * 2 == [
        mark.y for mark in short.marks if isinstance(mark, Run)
    ]
    label, value = (mark for mark in long.marks if isinstance(mark, Run))
    assert value.y > label.y
    assert value.x + six_tenths(value.text, value.size, False) == SIZES.width - SIZES.margin


def test_the_big_figure_is_the_largest_type_of_its_row() -> None:
    placed = Setter(SIZES, six_tenths).set_all([Big("Paid", "1.00"), Left("a"), Centre("b")])
    sizes = [mark.size for mark in placed.marks if isinstance(mark, Run)]
    assert max(sizes) == SIZES.figure == sizes[1]


def test_on_every_receipt_summary_and_paper_each_mark_stands_inside_the_paper() -> None:
    for lines in all_lines().values():
        for sizes in SIZES_BY_WIDTH_DOTS.values():
            placed = Setter(sizes, six_tenths).set_all(lines)
            for mark in placed.marks:
                width = (
                    mark.width
                    if isinstance(mark, Bar | Frame)
                    else six_tenths(mark.text, mark.size, mark.is_bold)
                )
                assert mark.x >= 0
                assert mark.x + width <= sizes.width
                assert 0 < mark.y < placed.height

"""Whatever a name is made of, nothing is clipped, nothing is lost in silence, and no printer is given orders by it."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counter_app.printing.encode import encode_receipt
from counter_app.printing.glyphs import REPLACEMENT
from counter_app.printing.layout import ReceiptStyle, lay_out
from counter_app.printing.legible import UNKNOWN, UNSEEN, legible
from counter_app.printing.marks import Run
from counter_app.printing.raster import SIZES_BY_WIDTH_DOTS, paint
from counter_app.printing.setting import Setter
from counter_app.printing.text_form import as_text, columns_of
from counter_app.printing.tongue import Tongue
from tests.printing.odd_names import ODD_NAMES, an_odd_receipt
from tests.printing.paper_decoder import commands, real_time_commands_in
from tests.printing.papers import CONSUMER, a_receipt
from tests.printing.texts import bare, texts_of

if TYPE_CHECKING:
    from counter_app.printing.encode import Raster
    from counter_app.printing.lines import Line

EDGE_DOTS = 2
"""Of the margins, which nothing may reach into: what did would run over the edge."""


def odd_lines(name: str, tongue: Tongue) -> tuple[Line, ...]:
    style = ReceiptStyle(tongue=tongue)
    return lay_out(an_odd_receipt(name), copy_no=1, is_acknowledged=False, style=style)


def is_clear_of_edges(raster: Raster) -> bool:
    at_right = (1 << EDGE_DOTS) - 1
    edges = at_right << (raster.width_dots - EDGE_DOTS) | at_right
    return not any(int.from_bytes(row, "big") & edges for row in raster.rows)


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("tongue", Tongue)
@pytest.mark.parametrize("name", ODD_NAMES)
def test_no_name_is_clipped_at_the_edge_of_any_paper(name: str, tongue: Tongue) -> None:
    for width in SIZES_BY_WIDTH_DOTS:
        assert is_clear_of_edges(paint(odd_lines(name, tongue), width).raster)


@pytest.mark.parametrize("name", ODD_NAMES)
def test_every_letter_of_a_text_is_set_at_every_width(name: str) -> None:
    lines = odd_lines(name, Tongue.BOTH)
    for sizes in SIZES_BY_WIDTH_DOTS.values():
        placed = Setter(sizes, lambda text, size, _: columns_of(text) * size * 0.6).set_all(lines)
        runs = bare("".join(mark.text for mark in placed.marks if isinstance(mark, Run)))
        for line in lines:
            for text in texts_of(line):
                assert bare(text) in runs


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("name", ODD_NAMES)
def test_what_a_font_lacks_is_shown_as_a_circle_and_named_for_the_log(name: str) -> None:
    lines = odd_lines(name, Tongue.BOTH)
    said = {character for line in lines for text in texts_of(line) for character in text}
    missing = paint(lines, 576).missing
    assert missing <= said
    assert {unicodedata.category(character) for character in missing}.isdisjoint(UNSEEN | UNKNOWN)
    foreign = {"bengali": "র", "urdu": "م", "emoji": "😀", "one-letter-many-signs": "\u20dd"}
    assert foreign.get(name, "") in "".join(missing)


@pytest.mark.parametrize("name", ODD_NAMES)
@pytest.mark.parametrize("columns", [48, 32])
def test_the_readable_text_has_one_row_a_row_within_its_columns(name: str, columns: int) -> None:
    text = as_text(odd_lines(name, Tongue.BOTH), columns)
    assert len(text.splitlines()) == text.count("\n")
    assert all(columns_of(row) <= columns for row in text.split("\n"))
    assert "₹ 99,99,99,999.99" in text


@pytest.mark.usefixtures("qapp")
def test_an_escape_in_a_name_reaches_no_printer() -> None:
    for tongue in Tongue:
        for line in odd_lines("orders-to-a-printer", tongue):
            assert all(text.replace("\u00a0", " ").isprintable() for text in texts_of(line))
    raster = paint(odd_lines("orders-to-a-printer", Tongue.BOTH), 384).raster
    job = encode_receipt(raster, has_cutter=True, feed_lines=3)
    assert not any(real_time_commands_in(command.data) for command in commands(job))


def test_ninety_accents_on_one_letter_do_not_strike_out_the_lines_above() -> None:
    acute = "\u0301"
    assert legible("R" + acute * 2) == "R" + acute * 2
    assert legible("R" + acute * 5) == "R" + acute * 2 + (REPLACEMENT + acute) * 3


@given(st.text())
def test_a_legible_text_is_so_whatever_it_was_and_keeps_every_letter(text: str) -> None:
    shown = legible(text)
    assert legible(shown) == shown
    kept = [one for one in text if one.isprintable() and not one.isspace()]
    assert [one for one in shown if one in kept] == kept or REPLACEMENT in text
    shown.encode("utf-16-be")


def test_joiners_and_spaces_that_do_not_break_stay_as_they_are() -> None:
    assert legible("क्\u200dष\u00a0क") == "क्\u200dष\u00a0क"
    assert legible("a\tb\u2029c\x1bd\ufeffe\ud800") == f"a b c{REPLACEMENT}de{REPLACEMENT}"


@pytest.mark.usefixtures("qapp")
@settings(max_examples=30, deadline=None)
@given(st.text(max_size=90), st.sampled_from([576, 384]))
def test_any_name_at_all_is_painted_inside_its_paper(name: str, width: int) -> None:
    receipt = a_receipt(consumer=replace(CONSUMER, name_hi=name, name_en=name), payer=name)
    lines = lay_out(receipt, copy_no=0, is_acknowledged=True)
    assert is_clear_of_edges(paint(lines, width).raster)

"""Lines in a printer's own type: what stands on which row, and how loud."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.printing.lines import (
    Big,
    Box,
    BoxKind,
    Centre,
    Left,
    Line,
    Pair,
    QrCode,
    Rule,
    Space,
    Tone,
)
from counter_app.printing.plain_letters import plain, typed
from counter_app.printing.text_rows import (
    BOLD,
    HIGH,
    LARGE,
    LOUD,
    LOUD_AND_NARROW,
    USUAL,
    CodeRow,
    PictureRow,
    TextRow,
    set_in_columns,
)
from counter_app.printing.wording import NO_BREAK_SPACE

COLUMNS = (48, 42, 32)
HINDI = "श्री क्षेत्रपाल"
ANY_TEXT = st.text(
    st.one_of(st.characters(), st.sampled_from("\x10\x04\x1b\x1d\n ₹·अ")), max_size=80
)
TONES = st.sampled_from(Tone)
LINES: st.SearchStrategy[Line] = st.one_of(
    st.builds(Centre, ANY_TEXT, TONES),
    st.builds(Left, ANY_TEXT, TONES),
    st.builds(Pair, ANY_TEXT, st.lists(ANY_TEXT, min_size=1, max_size=3).map(tuple), TONES),
    st.builds(Rule, st.booleans()),
    st.builds(Space, st.integers(0, 400)),
    st.builds(Big, ANY_TEXT, ANY_TEXT),
    st.builds(
        Box,
        st.lists(ANY_TEXT, min_size=1, max_size=3).map(tuple),
        st.sampled_from(BoxKind),
        st.lists(ANY_TEXT, max_size=2).map(tuple),
    ),
    st.builds(QrCode, ANY_TEXT, st.text("0123456789", max_size=30)),
)


def texts(*lines: Line, columns: int = 48) -> list[str]:
    """The rows of type, blank ends left out."""
    rows = set_in_columns(lines, columns)
    return [
        "".join(piece.text for piece in row.pieces).rstrip().replace(NO_BREAK_SPACE, " ")
        for row in rows
        if isinstance(row, TextRow)
    ]


@given(st.lists(LINES, max_size=4), st.sampled_from(COLUMNS))
def test_no_row_is_wider_than_the_paper_and_no_letter_is_other_than_ascii(
    lines: list[Line], columns: int
) -> None:
    for row in set_in_columns(lines, columns):
        if isinstance(row, TextRow):
            assert row.columns <= columns
            for piece in row.pieces:
                assert all(0x20 <= byte <= 0x7E for byte in typed(piece.text))


@given(ANY_TEXT)
def test_text_without_a_plain_form_is_a_picture_and_all_other_text_loses_nothing(text: str) -> None:
    row, *others = set_in_columns([Left(text)], 32)
    said = plain(text)
    if said is None:
        assert row == PictureRow(Left(text))
        assert others == []
    else:
        shown = "".join(texts(Left(text), columns=32))
        assert shown.replace(" ", "") == typed(said).decode().replace(" ", "")


@pytest.mark.parametrize("character", [chr(code) for code in (*range(32), 127, 0x85, 0x2028)])
def test_no_control_character_is_ever_typed(character: str) -> None:
    assert plain(f"Ram{character}Lal") is None


def test_the_rupee_sign_is_said_in_letters_and_a_name_is_never_respelled() -> None:
    assert plain("₹ 2,663.55") == "Rs. 2,663.55"
    assert plain(f"₹{NO_BREAK_SPACE}5,000") == f"Rs.{NO_BREAK_SPACE}5,000"
    assert plain("₹5") == "Rs.5"
    assert plain("José") is None
    assert plain("C07 · Civil Lines – 1") == "C07 - Civil Lines - 1"


def test_a_label_and_its_value_share_a_row_or_take_two() -> None:
    assert texts(Pair("Paid", ("12",)), columns=32) == ["Paid" + " " * 26 + "12"]
    assert texts(Pair("A" * 20, ("B" * 13, "C")), columns=32) == [
        "A" * 20,
        " " * 19 + "B" * 13,
        " " * 31 + "C",
    ]


def test_a_name_of_ninety_letters_is_broken_and_whole() -> None:
    rows = texts(Pair("Consumer", ("K" * 90,)), columns=32)
    assert rows == ["Consumer", "K" * 32, "K" * 32, " " * 6 + "K" * 26]


def test_a_name_in_hindi_is_painted_below_its_label_from_the_left_beside_what_is_typed() -> None:
    rows = set_in_columns([Pair("Consumer", (HINDI, "Kshetrapal"), Tone.STRONG)], 48)
    label, name, english = rows
    assert isinstance(label, TextRow)
    assert label.pieces[0].text == "Consumer"
    assert name == PictureRow(Left(HINDI, Tone.STRONG), indent_columns=2)
    assert isinstance(english, TextRow)
    assert "".join(piece.text for piece in english.pieces) == "  Kshetrapal"


@pytest.mark.parametrize(
    "line",
    [
        Pair("उपभोक्ता", ("Ram",)),
        Big("जमा", "₹ 5"),
        Big("Paid", "पाँच"),
        Box(("निरस्त",), BoxKind.FILLED),
        Box(("REVENUE STAMP",), BoxKind.STAMP, ("₹ 5 से अधिक",)),
        Centre("केस्को · KESCO", Tone.HEAD),
    ],
)
def test_what_is_said_in_hindi_itself_is_painted_whole(line: Line) -> None:
    assert set_in_columns([line], 48) == (PictureRow(line),)


def test_the_mark_of_a_copy_is_white_on_black_over_the_whole_row_in_double_size() -> None:
    (row,) = set_in_columns([Box(("DUPLICATE 2",), BoxKind.FILLED)], 48)
    assert isinstance(row, TextRow)
    (piece,) = row.pieces
    assert (piece.look, row.columns, piece.text.strip()) == (LOUD, 48, "DUPLICATE 2")
    long = "CANCELLED, Reversed on: 23-11-2026"
    for row in set_in_columns([Box((long,), BoxKind.FILLED)], 32):
        assert isinstance(row, TextRow)
        assert [piece.look for piece in row.pieces] == [LOUD_AND_NARROW]


def test_a_frame_is_drawn_with_strokes_around_bold_type() -> None:
    rows = set_in_columns([Box(("OFFLINE RECEIPT",))], 32)
    assert texts(Box(("OFFLINE RECEIPT",)), columns=32) == [
        "+" + "-" * 30 + "+",
        "|       OFFLINE RECEIPT        |",
        "+" + "-" * 30 + "+",
    ]
    assert isinstance(rows[1], TextRow)
    assert rows[1].pieces[1].look == BOLD


def test_the_frame_for_the_stamp_stays_empty_and_grows_with_what_it_is_for() -> None:
    shown = texts(Box(("REVENUE STAMP",), BoxKind.STAMP, ("for Rs. 5,000",)), columns=32)
    assert shown[0] == "REVENUE STAMP +----------------+"
    assert shown[1] == "for Rs. 5,000 |                |"
    assert shown[-1].strip() == "+----------------+"
    assert len(shown) == 6
    grown = texts(Box(("REVENUE STAMP",), BoxKind.STAMP, ("word " * 20,)), columns=32)
    assert len(grown) > 6
    assert [row[14] for row in grown[1:-1]] == ["|"] * (len(grown) - 2)


@pytest.mark.parametrize(
    ("value", "columns", "look", "rows"),
    [
        ("Rs. 5.00", 48, LARGE, 1),
        ("Rs. 99,99,99,999.99", 48, HIGH, 1),
        ("Rs. 99,99,99,999.99", 32, HIGH, 1),
        ("1" * 22, 32, HIGH, 2),
        ("1" * 22, 48, LARGE, 2),
    ],
)
def test_the_one_figure_is_as_large_as_goes(
    value: str, columns: int, look: object, rows: int
) -> None:
    label = "AMOUNT PAID" if rows == 1 else "AMOUNT OF MONEY PAID TODAY"
    made = set_in_columns([Big(label, value)], columns)
    assert len(made) == rows
    last = made[-1]
    assert isinstance(last, TextRow)
    assert last.pieces[-1].text == value
    assert last.pieces[-1].look == look
    assert last.columns == columns


def test_a_title_is_twice_as_high_and_the_head_twice_as_wide_too_where_it_fits() -> None:
    def look(line: Line, columns: int) -> object:
        row = set_in_columns([line], columns)[0]
        assert isinstance(row, TextRow)
        return row.pieces[-1].look

    assert look(Centre("PAYMENT RECEIPT", Tone.TITLE), 32) == HIGH
    assert look(Centre("KESCO", Tone.HEAD), 32) == LARGE
    assert look(Centre("KESCO of Kanpur Nagar", Tone.HEAD), 32) == HIGH
    assert look(Centre("thanks", Tone.SMALL), 32) == USUAL


def test_rules_and_spaces_are_rows_of_their_own() -> None:
    assert texts(Rule(), Rule(is_strong=True), columns=32) == ["-" * 32, "=" * 32]
    assert texts(Space(15), Space(49)) == []
    assert texts(Space(250)) == ["", "", ""]


def test_what_stands_beside_a_code_stands_below_it() -> None:
    code = QrCode("https://k/", "123", (Left("Check code", Tone.SMALL), Left("कोड")))
    rows = set_in_columns([code], 32)
    assert rows[0] == CodeRow(code)
    assert isinstance(rows[1], TextRow)
    assert rows[2] == PictureRow(Centre("कोड"))

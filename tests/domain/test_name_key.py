"""Finding a consumer by name, in whatever script and spelling the cashier types it."""

from __future__ import annotations

import itertools
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from billing_server.book.generator import make_book
from billing_server.book.naming import Spelt, name_lists
from counter_app.domain.name_key import fold, fold_word, index_key, sounds_of, words_of

SPELLINGS_OF_ONE_NAME = [
    "Laxmi Lakshmi Laksmi लक्ष्मी",
    "Prasad Prashad Parsad प्रसाद",
    "Dwivedi Dvivedi द्विवेदी",
    "Mohd Md Mohammad Mohammed Mohamed Muhammad मोहम्मद मुहम्मद",
    "Srivastava Shrivastava Shrivastav Srivastav Shriwastava श्रीवास्तव",
    "Awasthi Avasthi अवस्थी",
    "Singh Sinh Sing सिंह सिंघ",
    "Chaudhary Chaudhari Choudhri Chowdhury चौधरी",
    "Siddiqui Siddiqi Siddique सिद्दीकी सिद्दीक़ी",
    "Qureshi Kureshi Quraishi कुरैशी क़ुरैशी",
    "Vishnu Bishnu विष्णु",
    "Pandey Pande पांडेय पाण्डेय पाँडे",
    "Bajpai Bajpayee Vajpayee बाजपेई वाजपेयी",
    "Yadav Yadaw यादव",
    "Tiwari Tewari तिवारी",
    "Agarwal Agrawal Aggarwal अग्रवाल",
    "Chauhan Chouhan Chowhan चौहान",
    "Shukla Sukla Shukl शुक्ला शुक्ल",
    "Deepak Dipak दीपक",
    "Gyan Jnan ज्ञान",
    "Arora अरोड़ा अरोरा",
    "Zakir Jakir ज़ाकिर जाकिर",
    "Baldev Baldeo बलदेव",
    "Phool Fool फूल",
    "Ambika अंबिका अम्बिका",
    "Christopher क्रिस्टोफर",
    "Agencies एजेंसीज",
    "Enterprises एंटरप्राइजेज",
]

ALL_NAMES = [name for names in name_lists().values() for name in names]
ANY_CHARACTERS = st.text(max_size=40) | st.text(
    alphabet="\u0947 \u093c\u00a0D'\u00a8\u2002\u0966कKΣ\n\u00dfé", max_size=20
)
NAME_CHARACTERS = st.text(
    alphabet=st.one_of(
        st.characters(min_codepoint=0x20, max_codepoint=0x7E),
        st.characters(min_codepoint=0x900, max_codepoint=0x97F),
    ),
    max_size=40,
)


@pytest.mark.parametrize("spellings", SPELLINGS_OF_ONE_NAME)
def test_spellings_of_one_name_have_one_key(spellings: str) -> None:
    assert len({fold(spelling) for spelling in spellings.split()}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mohan", "Mohammad"),
        ("Mahmood", "Mohammad"),
        ("Lal", "Laxmi"),
        ("Babulal", "Bilal"),
        ("Mamta", "Mata"),
        ("Arora", "Arya"),
        ("Ram", "Rani"),
        ("Farooq", "Prakash"),
    ],
)
def test_different_names_have_different_keys(one: str, other: str) -> None:
    assert fold(one) != fold(other)


def _one_way_questions(name: Spelt) -> list[tuple[str, tuple[str, str]]]:
    """Each spelling asked of a book that has only one other spelling, in its own script."""
    books = [(english, "") for english in name.english] + [("", hindi) for hindi in name.hindi]
    return list(itertools.product((*name.english, *name.hindi), books))


def test_every_name_of_the_list_is_found_by_every_spelling_in_either_script() -> None:
    questions = [question for name in ALL_NAMES for question in _one_way_questions(name)]
    missed = [
        (typed, book)
        for typed, book in questions
        if not set(fold(typed).split()) <= set(index_key(*book).split())
    ]
    assert len(questions) > 4_000
    assert missed == []


def test_a_whole_consumer_is_found_in_the_other_script() -> None:
    missed = [
        told.consumer
        for told in make_book(5_000)
        if (name := told.consumer).name_hi
        and not (
            set(fold(name.name_hi).split()) <= set(index_key(name.name_en, "").split())
            and _without_short_forms(name.name_en) <= set(index_key("", name.name_hi).split())
        )
    ]
    assert missed == []


def _without_short_forms(name: str) -> set[str]:
    return {fold_word(word) for word in words_of(name) if word not in {"smt", "kr", "m", "s"}}


def test_what_is_typed_so_far_is_the_beginning_of_the_key() -> None:
    """As one types, a name is found at every letter; only these letters of a word are still ambiguous."""
    missed = 0
    asked = 0
    for name in ALL_NAMES:
        for word in words_of(name.english[0]):
            for length in range(1, len(word) + 1):
                asked += 1
                missed += not fold_word(word).startswith(fold_word(word[:length]))
    assert missed / asked < 0.025


@pytest.mark.parametrize(
    ("in_book", "typed"),
    [
        ("RAM KR GUPTA", "ram kumar gupta"),
        ("SMT. SITA DEVI", "श्रीमती सीता"),
        ("मो० सलीम", "mohd salim"),
        ("मो. सलीम", "Mohammad Salim"),
        ("CHHOTE LAL", "chhotelal"),
        ("CHHOTELAL", "chhote lal"),
        ("OMPRAKASH", "om prakash"),
        ("राधेश्याम", "Radhey Shyam"),
    ],
)
def test_short_forms_and_joined_names_are_found(in_book: str, typed: str) -> None:
    assert set(fold(typed).split()) <= set(index_key(in_book, "").split())


@pytest.mark.parametrize("form", ["NFC", "NFD", "NFKC", "NFKD"])
def test_a_nukta_letter_is_the_same_composed_or_not(form: str) -> None:
    composed, apart = "अरोड़ा ज़ाकिर फ़ारूक़", "अरोड\u093cा ज\u093cाकिर फ\u093cारूक\u093c"
    for text in (composed, apart):
        assert fold(unicodedata.normalize(form, text)) == "arr jkr frk"  # type: ignore[arg-type]  # a form by name


def test_joiners_accents_and_apostrophes_do_not_part_a_word() -> None:
    assert fold("रा\u200dम") == fold("राम")
    assert fold("Rāmeśh") == fold("Ramesh")
    assert fold("D'Souza") == fold("D\u2019Souza") == fold("dsouza")


def test_digits_of_both_scripts_are_kept() -> None:
    assert fold("Gumti No ५") == fold("gumti no 5") == "gmt n 5"
    assert fold("Ward 11") == "brd 11"


def test_nothing_to_find_by_gives_no_key() -> None:
    assert fold("") == fold(" -.। ") == fold("\u093c") == ""
    assert index_key("", "") == ""


@given(NAME_CHARACTERS)
def test_a_key_is_its_own_key(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(max_size=60))
def test_any_text_has_a_key_of_plain_letters(text: str) -> None:
    key = fold(text)
    assert key == " ".join(key.split())
    assert set(key) <= set("abcdefghijklmnopqrstuvwxyz0123456789 ")
    assert fold(key) == key


@given(NAME_CHARACTERS)
def test_capitals_and_normal_forms_do_not_matter(text: str) -> None:
    assert fold(text.upper()) == fold(text.lower()) == fold(text)
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))


@given(st.sampled_from(ALL_NAMES), st.sampled_from(ALL_NAMES))
def test_a_full_name_has_the_keys_of_its_words(one: Spelt, other: Spelt) -> None:
    assert fold(f"{one.english[0]} {other.hindi[0]}") == (
        f"{fold(one.english[0])} {fold(other.hindi[0])}"
    )


@pytest.mark.parametrize(
    "spellings",
    ["Ramesh रमेश", "Manmohan मनमोहन", "Kamlesh Kamalesh कमलेश", "Sunil Suneel सुनील", "Vikas विकास"],
)
def test_what_sounds_alike_in_both_scripts_has_one_sound(spellings: str) -> None:
    words = [word for spelling in spellings.split() for word in words_of(spelling)]
    assert len({sounds_of(word).without_a for word in words}) == 1


def test_a_sound_keeps_the_vowels_that_a_key_forgets() -> None:
    assert fold_word("ramesh") == fold_word("rimasha")
    assert sounds_of("ramesh").without_a != sounds_of("rimasha").without_a
    assert sounds_of("ramesh").key == fold_word("ramesh") == "rms"


def test_the_dot_below_a_letter_is_no_letter() -> None:
    (word,) = words_of("ज़ाकिर")
    assert sounds_of(word).spelt == "जाकिर"


@given(ANY_CHARACTERS)
def test_words_are_the_same_within_any_text_as_alone(text: str) -> None:
    assert words_of(text) == [word for part in text.split() for word in words_of(part)]
    assert fold(text) == " ".join(filter(None, map(fold, text.split())))

"""Paper in Hindi, in English, and in both."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from counter_app.printing import reconciliation_wording, reversal_wording, wording
from counter_app.printing.layout import ReceiptStyle, lay_out
from counter_app.printing.layout_reconciliation import lay_out_reconciliation
from counter_app.printing.layout_summary import lay_out_summary
from counter_app.printing.sheet import Sheet
from counter_app.printing.text_form import as_text
from counter_app.printing.tongue import Said, Tongue, has_our_letters
from tests.days_compared import all_compared
from tests.printing.all_papers import a_chain_of_receipts, all_receipts
from tests.printing.papers import CONSUMER, a_receipt

if TYPE_CHECKING:
    from pathlib import Path

DEVANAGARI = re.compile("[\u0900-\u097f]")
LATIN = re.compile("[A-Za-z]")
SIGNS_COUNTED_AS_LETTERS = {"MODIFIER", "CARON", "FEMININE", "MASCULINE", "VEDIC"}
CODES_IN_HINDI = {"TID", "MID"}
"""What stands on the slip of a terminal, and is asked for by these letters."""


def text_in(tongue: Tongue, name: str) -> str:
    receipt, copy_no, is_acknowledged = all_receipts()[name]
    style = ReceiptStyle(tongue=tongue)
    lines = lay_out(receipt, copy_no=copy_no, is_acknowledged=is_acknowledged, style=style)
    return as_text(lines, 120)


def every_said() -> list[Said]:
    """All wording of all papers."""
    rooms = (wording, reversal_wording, reconciliation_wording)
    found: list[object] = []
    for value in (value for room in rooms for value in vars(room).values()):
        found += value.values() if isinstance(value, dict) else [value]
        found += value if isinstance(value, tuple) else ()
    return [one for one in found if isinstance(one, Said)]


@pytest.mark.parametrize("said", every_said(), ids=lambda said: said.english)
def test_the_hindi_of_every_wording_is_hindi_and_the_english_english(said: Said) -> None:
    facts = re.compile(r"\{\w+\}")
    hindi, english = facts.sub("", said.hindi), facts.sub("", said.english)
    assert DEVANAGARI.search(hindi)
    assert set(re.findall(r"[A-Za-z]+", hindi)) <= CODES_IN_HINDI
    assert LATIN.search(english)
    assert not DEVANAGARI.search(english)


def test_both_stand_on_one_line_with_one_joiner_and_each_on_a_line_of_its_own() -> None:
    said = Said("{size} में से {place}", "{place} of {size}")
    assert Tongue.BOTH.say(said, size=5, place=2) == "5 में से 2 / 2 of 5"
    assert Tongue.BOTH.each(said, size=5, place=2) == ("5 में से 2", "2 of 5")
    assert Tongue.HINDI.say(said, size=5, place=2) == "5 में से 2"
    assert Tongue.ENGLISH.each(said, size=5, place=2) == ("2 of 5",)


def test_what_an_office_wrote_with_braces_is_printed_as_it_stands() -> None:
    conditions = (Said("नियम {क} लागू।", "Rule {a} / {b} applies."),)
    lines = lay_out(
        a_receipt(), copy_no=0, is_acknowledged=True, style=ReceiptStyle(conditions=conditions)
    )
    assert "Rule {a} / {b} applies." in as_text(lines, 80)


@pytest.mark.parametrize("name", ["cash-offline", "advance", "duplicate", "card", "upi-confirmed"])
def test_an_english_receipt_of_a_consumer_told_in_english_has_no_hindi_but_in_the_category(
    name: str,
) -> None:
    text = text_in(Tongue.ENGLISH, name).replace(CONSUMER.category, "")
    assert not DEVANAGARI.search(text)
    assert "Rupees " in text


@pytest.mark.parametrize("name", all_receipts())
def test_a_receipt_in_one_tongue_is_no_longer_and_says_the_same_figures(name: str) -> None:
    figures = re.compile(r"₹ [\d,.]+|\d{2}-\d{2}-\d{4}")
    both = text_in(Tongue.BOTH, name)
    for tongue in (Tongue.ENGLISH, Tongue.HINDI):
        text = text_in(tongue, name)
        assert len(text.split("\n")) < len(both.split("\n"))
        assert set(figures.findall(text)) == set(figures.findall(both))


def test_a_hindi_receipt_speaks_hindi_alone_where_it_speaks_for_itself() -> None:
    text = text_in(Tongue.HINDI, "part-offline")
    for said in ("ऑफलाइन रसीद", "आंशिक भुगतान", "शेष राशि, 22-11-2026 को", "अक्टूबर 2026"):
        assert said in text
    assert not re.search("OFFLINE|Balance|In words|Consumer|Helpline", text)


def test_the_other_script_stands_where_a_name_is_known_in_one_only() -> None:
    hindi_only = replace(a_receipt(consumer=replace(CONSUMER, name_en="")), cashier_name_en=" ")
    style = ReceiptStyle(tongue=Tongue.ENGLISH)
    text = as_text(lay_out(hindi_only, copy_no=0, is_acknowledged=True, style=style), 80)
    assert CONSUMER.name_hi in text
    assert "उर्मिला द्विवेदी" in text
    english_only = a_receipt(consumer=replace(CONSUMER, name_hi="\n"))
    style = ReceiptStyle(tongue=Tongue.HINDI)
    text = as_text(lay_out(english_only, copy_no=0, is_acknowledged=True, style=style), 80)
    assert CONSUMER.name_en in text
    assert "Urmila" not in text


@pytest.mark.parametrize(
    ("hindi", "english", "in_hindi", "in_english"),
    [
        ("محمد رفیق 2", "Rafiq Ahmad", "Rafiq Ahmad", "Rafiq Ahmad"),
        ("रहीम", "মো. রহিম", "रहीम", "रहीम"),
        ("रहीम", "রহিম Uddin", "रहीम", "রহিম Uddin"),
        ("राम", "Éa", "राम", "Éa"),
        ("محمد", "রহিম", "محمد", "রহিম"),
        ("محمد", " ", "محمد", "محمد"),
        ("राम", "😀", "राम", "राम"),
    ],
)
def test_a_name_in_a_script_no_font_has_gives_way_to_the_other(
    hindi: str, english: str, in_hindi: str, in_english: str
) -> None:
    assert Tongue.HINDI.told(hindi, english) == (in_hindi,)
    assert Tongue.ENGLISH.told(hindi, english) == (in_english,)
    assert Tongue.BOTH.told(hindi, english) == tuple(filter(str.strip, (hindi, english)))


def test_what_is_taken_for_our_letters_is_what_our_fonts_have(tmp_path: Path) -> None:
    letters = {chr(number) for number in range(0x20000) if chr(number).isalpha()}
    ours = {letter for letter in letters if has_our_letters(letter)}
    sheet = Sheet(tmp_path / "measure.pdf", 10, 10, "")
    for letter in letters:
        sheet.width(letter, 10, False)
    shown = letters - sheet.missing
    scripts = {unicodedata.name(letter).split()[0] for letter in shown}
    assert scripts - {"LATIN", "DEVANAGARI"} == SIGNS_COUNTED_AS_LETTERS
    assert {letter for letter in ours if letter > "\u0900"} <= shown
    assert {"A", "z", "Ā", "ž", "क", "ऴ", "\u095b", "\u0950"} <= ours & shown


@pytest.mark.parametrize("tongue", [Tongue.ENGLISH, Tongue.HINDI])
def test_summaries_and_compared_days_speak_one_tongue_too(tongue: Tongue) -> None:
    lines = [lay_out_summary(a_chain_of_receipts(5), tongue)]
    lines += [lay_out_reconciliation(made, tongue) for made in all_compared().values()]
    for one in lines:
        text = as_text(one, 120)
        assert " / " not in text


@pytest.mark.parametrize("tongue", Tongue)
@pytest.mark.parametrize("name", all_receipts())
def test_no_receipt_speaks_of_a_bill_network_it_was_not_paid_through(
    name: str, tongue: Tongue
) -> None:
    assert not re.search(
        "BBPS|Bharat|B-?Assured|भारत|बीबीपीएस", text_in(tongue, name), re.IGNORECASE
    )


@pytest.mark.parametrize("tongue", Tongue)
@pytest.mark.parametrize("name", all_receipts())
def test_no_receipt_tells_a_whole_mobile_number(name: str, tongue: Tongue) -> None:
    payment = all_receipts()[name][0].payment
    known = payment.consumer.mobile if payment.noted is None else payment.noted.mobile
    assert not known or known not in text_in(tongue, name)

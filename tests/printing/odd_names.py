"""Names as they must not be and will be: what our fonts lack, what writes the other way, what is too long to break."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from counter_app.domain.money import LARGEST_PAISE, Money
from counter_app.domain.tender import ChequeTender
from tests.printing.all_papers import CHEQUE_PAPER
from tests.printing.papers import CONSUMER, a_receipt, proven

if TYPE_CHECKING:
    from counter_app.domain.receipt import Receipt

LENGTH = 90

ODD_NAMES: dict[str, tuple[str, str]] = {
    "emoji": ("राम 😀 प्रसाद", "Ram 👨‍👩‍👧 Prasad ❤️"),
    "bengali": ("রহিম উদ্দিন আহমেদ", "রহিম Uddin"),
    "urdu": ("محمد رفیق احمد", "Rafiq محمد Ahmad"),
    "turned-around": ("राम \u202eलाल\u202c यादव", "Ram \u202eLal\u202c \u200fYadav"),
    "long": (
        ("श्रीमती ज्ञानेश्वरी क्षेत्रपाल उपाध्याय त्रिविक्रमनारायणद्विवेदी " * 2)[:LENGTH].strip(),
        ("Venkata Satyanarayana Subrahmanyeswara Rao " * 3)[:LENGTH].strip(),
    ),
    "no-spaces": (("त्रिविक्रमनारायणद्विवेदी" * 5)[:LENGTH], "K" * LENGTH),
    "signs-alone": ("\u093f\u0940\u0941" * (LENGTH // 3), "\u0301" * LENGTH),
    "one-syllable": ("क्" * (LENGTH // 2), "R" + "\u0301" * (LENGTH - 1)),
    "one-letter-many-signs": ("क" + "\u0902\u0901\u0903" * 29, "e" + "\u20dd" * 40),
    "tabs-and-lines": ("राम\tलाल\n\nयादव\u2028जी", "Ram\tLal\r\nYadav\x0bJi\x85x"),
    "orders-to-a-printer": ("राम\x1b@\x10\x04\x01", "Ram\x1bp\x00\x19\xfa\x00 Lal"),
    "half-a-character": ("राम\ud83d", "Ram\udc00 \ue000 \uffff"),
    "joiners-alone": ("\u200d" * LENGTH, "\u200b\u2060\ufeff"),
    "brackets": ("राम (उर्फ \\ लाल)", "Ram (alias \\ Lal) {x} <b>"),
}


def an_odd_receipt(name: str) -> Receipt:
    """Rs 99,99,99,999.99 by a cheque, with the odd name wherever somebody types or tells one."""
    hindi, english = ODD_NAMES[name]
    most = Money(LARGEST_PAISE)
    paper = replace(CHEQUE_PAPER, bank=english, branch=hindi, drawer=hindi)
    consumer = replace(CONSUMER, name_hi=hindi, name_en=english, category=english)
    receipt = a_receipt(
        due=most, tenders=(ChequeTender(most, paper),), consumer=consumer, payer=english
    )
    place = replace(receipt.place, counter_name=english, division_hi=hindi, division_en=english)
    named = replace(receipt, place=place, cashier_name_hi=hindi, cashier_name_en=english)
    return proven(named)

"""An amount in words, English and Hindi, as receipts print it (domain, section 8): crore, lakh, thousand, paise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from counter_app.domain.money import PAISE_PER_RUPEE

if TYPE_CHECKING:
    from collections.abc import Callable

    from counter_app.domain.money import Money

CRORE = 1_00_00_000
LAKH = 1_00_000
THOUSAND = 1_000
HUNDRED = 100
TEN = 10
ENGLISH_TEENS_END = 20

_ENGLISH = (
    "Zero One Two Three Four Five Six Seven Eight Nine Ten Eleven Twelve Thirteen Fourteen"
    " Fifteen Sixteen Seventeen Eighteen Nineteen"
)
_ENGLISH_FROM_TWENTY = "Twenty Thirty Forty Fifty Sixty Seventy Eighty Ninety"
ENGLISH_TO_NINETEEN = tuple(_ENGLISH.split())
ENGLISH_TENS = ("", "", *_ENGLISH_FROM_TWENTY.split())

_HINDI = """
    शून्य एक दो तीन चार पाँच छह सात आठ नौ
    दस ग्यारह बारह तेरह चौदह पंद्रह सोलह सत्रह अठारह उन्नीस
    बीस इक्कीस बाईस तेईस चौबीस पच्चीस छब्बीस सत्ताईस अट्ठाईस उनतीस
    तीस इकतीस बत्तीस तैंतीस चौंतीस पैंतीस छत्तीस सैंतीस अड़तीस उनतालीस
    चालीस इकतालीस बयालीस तैंतालीस चवालीस पैंतालीस छियालीस सैंतालीस अड़तालीस उनचास
    पचास इक्यावन बावन तिरपन चौवन पचपन छप्पन सत्तावन अट्ठावन उनसठ
    साठ इकसठ बासठ तिरसठ चौंसठ पैंसठ छियासठ सड़सठ अड़सठ उनहत्तर
    सत्तर इकहत्तर बहत्तर तिहत्तर चौहत्तर पचहत्तर छिहत्तर सतहत्तर अठहत्तर उन्यासी
    अस्सी इक्यासी बयासी तिरासी चौरासी पचासी छियासी सत्तासी अट्ठासी नवासी
    नब्बे इक्यानवे बानवे तिरानवे चौरानवे पचानवे छियानवे सत्तानवे अट्ठानवे निन्यानवे
"""
HINDI_TO_NINETY_NINE = tuple(_HINDI.split())
"""Hindi has no rule below a hundred: every number is a word of its own."""

ENGLISH_STEPS = ((CRORE, "Crore"), (LAKH, "Lakh"), (THOUSAND, "Thousand"), (HUNDRED, "Hundred"))
HINDI_STEPS = ((CRORE, "करोड़"), (LAKH, "लाख"), (THOUSAND, "हज़ार"), (HUNDRED, "सौ"))


def amount_in_english(amount: Money) -> str:
    """``Rupees Twelve Lakh ... and Paise Fifty Only``. Raises ValueError for a negative amount."""
    rupees, paise = _rupees_and_paise(amount)
    parts = []
    if rupees or not paise:
        parts.append(f"Rupees {number_in_english(rupees)}")
    if paise:
        parts.append(f"Paise {number_in_english(paise)}")
    return " and ".join(parts) + " Only"


def amount_in_hindi(amount: Money) -> str:
    """``रुपये बारह लाख ... और पचास पैसे मात्र``. Raises ValueError for a negative amount."""
    rupees, paise = _rupees_and_paise(amount)
    parts = []
    if rupees or not paise:
        parts.append(f"रुपये {number_in_hindi(rupees)}")
    if paise:
        parts.append(f"{number_in_hindi(paise)} पैसे")
    return " और ".join(parts) + " मात्र"


def number_in_english(number: int) -> str:
    """A whole number from 0 upwards: ``Twelve Lakh Thirty Four Thousand``."""
    return " ".join(_in_words(number, ENGLISH_STEPS, _english_below_hundred))


def number_in_hindi(number: int) -> str:
    """A whole number from 0 upwards: ``बारह लाख चौंतीस हज़ार``."""
    return " ".join(_in_words(number, HINDI_STEPS, lambda below: HINDI_TO_NINETY_NINE[below]))


def _rupees_and_paise(amount: Money) -> tuple[int, int]:
    if amount.paise < 0:
        raise ValueError("a negative amount has no words on paper")
    return divmod(amount.paise, PAISE_PER_RUPEE)


def _in_words(
    number: int, steps: tuple[tuple[int, str], ...], below_hundred: Callable[[int], str]
) -> list[str]:
    words: list[str] = []
    for size, name in steps:
        count, number_left = divmod(number, size)
        if count:
            words += [*_in_words(count, steps, below_hundred), name]
            number = number_left
    if number or not words:
        words.append(below_hundred(number))
    return words


def _english_below_hundred(number: int) -> str:
    if number < ENGLISH_TEENS_END:
        return ENGLISH_TO_NINETEEN[number]
    tens, ones = divmod(number, TEN)
    return f"{ENGLISH_TENS[tens]} {ENGLISH_TO_NINETEEN[ones]}" if ones else ENGLISH_TENS[tens]

"""The words of the customer display, line by line: Hindi and English together, whatever the cashier's screen speaks.

As on paper (``counter_app.printing.wording``), both stand here side by side and are not translated.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, assert_never

from ui.customer import ChangeToGive, Counting, Idle, PayByCard, PayByUpi, Thanks, ToPay
from ui.words import rupees

if TYPE_CHECKING:
    from counter_app.domain.money import Money
    from ui.customer import Shown

ACRONYM = "केस्को · KESCO"
COUNTER = "काउंटर / Counter {counter_id}"
HELPLINE = "हेल्पलाइन / Helpline 1912"

_WELCOME = ("स्वागत है", "Welcome")
_PAY_HERE = ("विद्युत बिल का भुगतान यहाँ करें", "Pay your electricity bill here")
_AMOUNT_TO_PAY = "जमा की जाने वाली राशि / Amount to pay"
_CHECK = ("कृपया नाम और राशि जाँच लें", "Please check name and amount")
_PAY_BY_UPI = "UPI से भुगतान करें / Pay by UPI"
_SCAN = (
    "किसी भी UPI ऐप से स्कैन करें, फिर 12 अंकों की UPI संदर्भ संख्या कैशियर को बताएँ",
    "Scan with any UPI app, then tell the cashier the 12-digit UPI reference",
)
_PAY_BY_CARD = "कार्ड से भुगतान / Pay by card"
_TAP = ("कार्ड मशीन पर टैप करें या लगाएँ", "Tap or insert your card at the terminal")
_CHECK_SUM = ("PIN डालने से पहले मशीन पर राशि जाँच लें", "Check the amount there before the PIN")
_GIVEN = "दी गई राशि / Cash given"
_STILL_TO_PAY = "अभी शेष / Still to pay"
_YOUR_CHANGE = "वापस राशि / Your change"
_COUNT = ("कृपया गिन लें", "Please count it")
_THANKS = ("धन्यवाद", "Thank you")
_TAKE_RECEIPT = ("कृपया अपनी रसीद लें", "Please take your receipt")

FIGURE, HEAD, NAME, SAID, SMALL = 0.2, 0.12, 0.085, 0.065, 0.05
"""Sizes of type as parts of the window's height: 120 px for the figure on a screen 600 px high."""

_APART = 0.03
"""The distance to what belongs together less, as a part of the window's height."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line or paragraph. ``ink`` names a colour of the light theme.

    ``size`` of type and ``above``, the blank before it, are parts of the window's height.
    """

    text: str
    size: float = SAID
    ink: str = "text"
    is_bold: bool = False
    above: float = 0.0


def lines_of(shown: Shown) -> tuple[Line, ...]:  # noqa: PLR0911 - one for each thing shown
    """What is said, from top to bottom; beside a QR code for ``PayByUpi``."""
    match shown:
        case Counting():
            return _counted(shown)
        case Idle():
            return (*_both(_WELCOME, HEAD, is_bold=True), *_apart(_PAY_HERE, SAID, "text_muted"))
        case ToPay(name, name_hi, amount):
            names = _names(name, name_hi)
            return (
                *names,
                Line(_AMOUNT_TO_PAY, above=_APART if names else 0.0),
                _figure(amount, "accent"),
                *_both(_CHECK, SMALL, "text_muted"),
            )
        case PayByUpi(ask):
            return (
                Line(_PAY_BY_UPI, SAID, is_bold=True),
                _figure(ask.amount, "accent"),
                Line(ask.payee.name, SAID, is_bold=True),
                Line(ask.payee.address, SMALL, "text_muted"),
                *_apart(_SCAN, SMALL),
            )
        case PayByCard(amount):
            return (
                Line(_PAY_BY_CARD, SAID, is_bold=True),
                _figure(amount, "accent"),
                *_apart(_TAP, SAID),
                *_both(_CHECK_SUM, SMALL, "text_muted"),
            )
        case ChangeToGive(amount, given):
            return (
                *((_sum(_GIVEN, given),) if given else ()),
                Line(_YOUR_CHANGE, above=_APART if given else 0.0),
                _figure(amount, "positive"),
                *_both(_COUNT, SMALL, "text_muted"),
                Line(" / ".join(_THANKS), SAID, is_bold=True, above=_APART),
            )
        case Thanks():
            return (
                *_both(_THANKS, HEAD, is_bold=True),
                *_apart(_TAKE_RECEIPT, SAID, "text_muted"),
            )
        case _ as never:  # pragma: no cover - the type checker proves it
            assert_never(never)


def _counted(shown: Counting) -> tuple[Line, ...]:
    """Amount and given small, and large what follows from them: the change, or what is still missing."""
    is_short = bool(shown.still)
    return (
        *_names(shown.masked_name, shown.masked_name_hi),
        _sum(_AMOUNT_TO_PAY, shown.amount, above=_APART),
        _sum(_GIVEN, shown.given),
        Line(_STILL_TO_PAY if is_short else _YOUR_CHANGE, above=_APART),
        _figure(shown.still or shown.change, "accent" if is_short else "positive"),
    )


def _names(name: str, name_hi: str) -> tuple[Line, ...]:
    return tuple(Line(each, NAME, is_bold=True) for each in (name_hi, name) if each)


def _sum(words: str, amount: Money, *, above: float = 0.0) -> Line:
    """A sum that is not the one the consumer acts on."""
    return Line(f"{words}  {rupees(amount)}", SAID, above=above)


def _figure(amount: Money, ink: str) -> Line:
    return Line(rupees(amount), FIGURE, ink, is_bold=True)


def _both(
    words: tuple[str, str], size: float, ink: str = "text", *, is_bold: bool = False
) -> tuple[Line, ...]:
    return tuple(Line(text, size, ink, is_bold) for text in words)


def _apart(words: tuple[str, str], size: float, ink: str = "text") -> tuple[Line, ...]:
    first, second = words
    return Line(first, size, ink, above=_APART), Line(second, size, ink)

"""Amounts as they are spoken to a consumer in Hindi."""

from __future__ import annotations

from typing import TYPE_CHECKING

from counter_app.domain.money import PAISE_PER_RUPEE
from counter_app.domain.words import number_in_hindi

if TYPE_CHECKING:
    from counter_app.domain.money import Money

THANKS = "धन्यवाद"


def total_spoken(amount: Money) -> str:
    """``कुल जमा राशि एक हज़ार चार सौ पचास रुपये पचास पैसे``. Raises ValueError for a negative amount."""
    return f"कुल जमा राशि {_sum_spoken(amount)}"


def change_spoken(change: Money) -> str:
    """``वापस पाँच सौ उनचास रुपये पचास पैसे``. Raises ValueError for a negative amount."""
    return f"वापस {_sum_spoken(change)}"


def _sum_spoken(amount: Money) -> str:
    """Spoken, the unit stands behind its number, and is said in the singular of one."""
    if amount.paise < 0:
        raise ValueError("a negative amount is not spoken")
    rupees, paise = divmod(amount.paise, PAISE_PER_RUPEE)
    parts = []
    if rupees or not paise:
        parts.append(f"{number_in_hindi(rupees)} {'रुपया' if rupees == 1 else 'रुपये'}")
    if paise:
        parts.append(f"{number_in_hindi(paise)} {'पैसा' if paise == 1 else 'पैसे'}")
    return " ".join(parts)

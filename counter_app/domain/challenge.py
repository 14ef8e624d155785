"""A challenge: what a second person is asked over the telephone, and by which short numbers it is spoken."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from counter_app.domain.approval import ApprovalCode
from counter_app.domain.caveat import CaveatCode
from counter_app.domain.money import western_digits

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from counter_app.domain.identity import CashierId
    from counter_app.domain.money import Money

ActCode = ApprovalCode | CaveatCode

ACT_NUMBERS: Mapping[ActCode, int] = {
    ApprovalCode.CLOSE_VARIANCE: 11,
    ApprovalCode.CLOSE_FOR_ANOTHER: 12,
    ApprovalCode.TAKE_OVER_DIFFERS: 13,
    ApprovalCode.PAID_OUT: 14,
    ApprovalCode.REVERSAL: 21,
    ApprovalCode.HANDING_DIFFERS: 31,
    ApprovalCode.BANK_DIFFERS: 32,
    ApprovalCode.LOCAL_PERSON: 41,
    ApprovalCode.UNLOCK: 42,
    ApprovalCode.CLOCK_BEHIND: 43,
    CaveatCode.PART_BELOW_MINIMUM: 51,
    CaveatCode.PART_COUNT: 52,
    CaveatCode.SAME_PAYMENT: 53,
    CaveatCode.CHEQUE_BARRED: 54,
    CaveatCode.CHEQUE_OF_STRANGER: 55,
    CaveatCode.CASH_OF_CONSUMER: 56,
    CaveatCode.OFFLINE_HOURS: 61,
    CaveatCode.UNSENT: 62,
    CaveatCode.DRAWER: 63,
}
"""Two figures an act, spoken alike in both languages. Never given to another act: papers and phones know them."""

_FIGURES = 2


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be approved: one act, or the caveats of one payment. ``about`` as in ``ApprovalCode``."""

    codes: frozenset[ActCode]
    about: str
    amount: Money
    for_id: CashierId


@dataclass(frozen=True, slots=True)
class Challenge:
    """What the approver is told: counter, act numbers, sum and this code; it stands for all that was asked."""

    code: str
    counter_id: str
    asked: Asked
    minutes: int
    """For how long it is answered."""

    @property
    def act_numbers(self) -> str:
        """``51 54``: as it is spoken."""
        return act_numbers(self.asked.codes)


def act_numbers(codes: Iterable[ActCode]) -> str:
    """The numbers of these acts, the smallest first, a space between."""
    return " ".join(str(number) for number in sorted(ACT_NUMBERS[code] for code in codes))


def act_numbers_typed(text: str) -> frozenset[ActCode]:
    """The acts that were typed as numbers, in any order. Raises ValueError for none, or one that is no act."""
    figures = "".join(western_digits(text).split())
    typed = {figures[place : place + _FIGURES] for place in range(0, len(figures), _FIGURES)}
    known = {str(number): code for code, number in ACT_NUMBERS.items()}
    if not typed or typed - known.keys():
        message = f"no numbers of acts: {text!r}"
        raise ValueError(message)
    return frozenset(known[one] for one in typed)

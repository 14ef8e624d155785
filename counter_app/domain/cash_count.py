"""Cash counted by denomination: a float, a drop, the drawer at the close, a bank slip."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from counter_app.domain.errors import Refusal, RefusalCode
from counter_app.domain.money import Money, western_digits

if TYPE_CHECKING:
    from collections.abc import Mapping

DENOMINATIONS = tuple(
    Money(paise) for paise in (200000, 50000, 20000, 10000, 5000, 2000, 1000, 500, 200, 100, 50)
)
"""Every note and coin there is, the largest first (domain, section 4); which are accepted is the policy's to say."""

MOST_PIECES = 99_999
"""More of one denomination is a slip of the hand: no drawer holds it."""


@dataclass(frozen=True, slots=True)
class CashCount:
    """So many pieces of each denomination, the largest first; those of which there are none are left out."""

    pieces: tuple[tuple[Money, int], ...]

    def __post_init__(self) -> None:
        """Raise ValueError for a denomination that there is not, out of order or twice, or for less than one piece."""
        known = [one for one, _ in self.pieces]
        if known != [one for one in DENOMINATIONS if one in known]:
            message = f"not denominations in their order: {known}"
            raise ValueError(message)
        if not all(1 <= count <= MOST_PIECES for _, count in self.pieces):
            message = f"not a number of pieces: {self.pieces}"
            raise ValueError(message)

    @classmethod
    def of(cls, pieces: Mapping[Money, int]) -> CashCount:
        """From pieces in any order; zeros are left out. Raises ValueError."""
        unknown = set(pieces) - set(DENOMINATIONS)
        if unknown:
            message = f"no such denominations: {unknown}"
            raise ValueError(message)
        return cls(tuple((one, pieces[one]) for one in DENOMINATIONS if pieces.get(one)))

    @property
    def total(self) -> Money:
        """What it comes to."""
        return Money(sum(one.paise * count for one, count in self.pieces))

    def count_of(self, denomination: Money) -> int:
        """How many pieces of one denomination."""
        return dict(self.pieces).get(denomination, 0)


NO_CASH = CashCount(())


def count_typed(texts: Mapping[Money, str], asked: tuple[Money, ...] = DENOMINATIONS) -> CashCount:
    """The count a person typed: how many pieces of each denomination asked, digits of any script.

    ``asked`` are those on the screen. Raises Refusal COUNT_MISSING for one left empty (0 must be said),
    COUNT_NOT_A_NUMBER for letters, a sign or a point, COUNT_TOO_LARGE; each names the first denomination that is wrong.
    """
    return CashCount.of({one: _pieces_typed(one, texts.get(one, "")) for one in asked})


def count_problems(
    texts: Mapping[Money, str], asked: tuple[Money, ...] = DENOMINATIONS
) -> dict[Money, Refusal]:
    """All that is wrong with a count as it stands, by denomination."""
    problems: dict[Money, Refusal] = {}
    for one in asked:
        try:
            _pieces_typed(one, texts.get(one, ""))
        except Refusal as refusal:
            problems[one] = refusal
    return problems


def _pieces_typed(denomination: Money, text: str) -> int:
    plain = western_digits(text).strip()
    if not plain:
        raise Refusal(RefusalCode.COUNT_MISSING, denomination_paise=denomination.paise)
    if not (plain.isascii() and plain.isdigit()):
        raise Refusal(
            RefusalCode.COUNT_NOT_A_NUMBER,
            denomination_paise=denomination.paise,
            text=text.strip(),
        )
    if len(plain.lstrip("0")) > len(str(MOST_PIECES)):
        raise Refusal(RefusalCode.COUNT_TOO_LARGE, denomination_paise=denomination.paise)
    return int(plain)

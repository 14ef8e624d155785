"""Of what a report is, and as of when."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from counter_app.domain.identity import CashierId


@dataclass(frozen=True, slots=True)
class Selection:
    """Of what a report is: a shift by its number, or the days from first to last; of one cashier or of all."""

    first: date | None = None
    last: date | None = None
    shift_no: int | None = None
    cashier_id: CashierId | None = None

    def __post_init__(self) -> None:
        """Raise ValueError unless it names a shift, or days in their order."""
        if self.shift_no is None and (
            self.first is None or self.last is None or self.last < self.first
        ):
            message = f"neither a shift nor days in order: {self}"
            raise ValueError(message)

    @classmethod
    def of_day(cls, day: date, cashier_id: CashierId | None = None) -> Selection:
        """One business date."""
        return cls(day, day, None, cashier_id)

    @classmethod
    def of_shift(cls, shift_no: int) -> Selection:
        """One shift."""
        return cls(shift_no=shift_no)

    def takes(self, shift_no: int | None, day: date, cashier_id: str) -> bool:
        """Whether a row of this shift, day and cashier belongs to it."""
        if self.cashier_id is not None and cashier_id != self.cashier_id:
            return False
        if self.shift_no is not None:
            return shift_no == self.shift_no
        assert self.first is not None
        assert self.last is not None
        return self.first <= day <= self.last


@dataclass(frozen=True, slots=True)
class Cut:
    """As of when: the last link of the chain, its hash, and the last link that the centre had signed for."""

    link: int
    acknowledged_link: int
    head: bytes

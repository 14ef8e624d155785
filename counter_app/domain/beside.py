"""What the centre told of an account beside its bills: the numbers it had before, and whether its cheques bounced."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from counter_app.domain.identity import AccountNo


@dataclass(frozen=True, slots=True)
class ChequeBar:
    """An entry of the centre's list of bounced cheques; both days count, ``valid_to`` is None for no end.

    ``reason`` is the office's.
    """

    valid_from: date
    valid_to: date | None
    reason: str

    def holds_on(self, day: date) -> bool:
        """Whether cheques are barred on that day."""
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)


@dataclass(frozen=True, slots=True)
class ToldBeside:
    """What the centre told of an account beside its bills.

    ``old_numbers`` are those the account map made this one: what was taken here under them counts under it.
    """

    old_numbers: tuple[AccountNo, ...] = ()
    cheque_bar: ChequeBar | None = None


NOTHING_BESIDE = ToldBeside()

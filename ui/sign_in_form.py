"""What is typed at sign-in and at the start of a shift. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from counter_app.domain.errors import Refusal, RefusalCode
from counter_app.domain.identity import CashierId
from counter_app.domain.money import ZERO, Money, money_typed, western_digits


@dataclass(frozen=True)
class SignInForm:
    """Number and PIN of a cashier."""

    cashier_text: str
    pin_text: str

    @property
    def is_cashier_missing(self) -> bool:
        """No number."""
        return not self.cashier_text.strip()

    @property
    def is_pin_missing(self) -> bool:
        """No PIN."""
        return not self.pin_text

    @property
    def order(self) -> tuple[CashierId, str] | None:
        """Who wants to sign in, digits of any script read alike; None while anything is missing."""
        if self.is_cashier_missing or self.is_pin_missing:
            return None
        cashier_id = CashierId(western_digits(self.cashier_text).strip().upper())
        return cashier_id, western_digits(self.pin_text)


@dataclass(frozen=True)
class FloatForm:
    """The cash counted into the drawer. Nothing typed is not the same as none counted."""

    text: str

    @cached_property
    def _read(self) -> Money | Refusal:
        try:
            return money_typed(self.text)
        except Refusal as refusal:
            return ZERO if refusal.code is RefusalCode.AMOUNT_ZERO else refusal

    @property
    def problem(self) -> Refusal | None:
        """What is wrong with it."""
        return self._read if isinstance(self._read, Refusal) else None

    @property
    def counted(self) -> Money | None:
        """The float, zero included; None while it cannot be read."""
        return self._read if isinstance(self._read, Money) else None

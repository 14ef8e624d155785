"""Sums in large figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.widgets.labels import Label
from ui.words import rupees

if TYPE_CHECKING:
    from counter_app.domain.money import Money


class AmountLabel(Label):
    """A sum in large figures."""

    def __init__(self, *, as_: str = "amount") -> None:
        super().__init__("", as_=as_)

    def show_amount(self, amount: Money) -> None:
        """Show it in rupees."""
        self.setText(rupees(amount))

"""Payments set aside while the consumer looks for money: listed with whose they are, how much, and since when."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ui.language import in_language
from ui.widgets.labels import Label
from ui.widgets.styling import column
from ui.widgets.table import Cell, Column, RowTable
from ui.words import ago_text, clock_text, rupees

if TYPE_CHECKING:
    from datetime import datetime

    from ui.payment_form import PaymentForm
    from ui.payment_list_form import AccountList


@dataclass(frozen=True, slots=True)
class HeldPayment:
    """A payment as it was typed when it was set aside."""

    form: PaymentForm
    since: datetime
    rest: AccountList
    """Lines of its list that are still to be mended."""


class HeldPanel(QWidget):
    """The list; Enter on a row takes that payment back."""

    def __init__(self) -> None:
        super().__init__()
        self._title = Label("", as_="heading")
        self._hint = Label("", as_="muted", wraps=True)
        self.table = RowTable()
        layout = column(self._title, self._hint, gap=2)
        layout.addWidget(self.table, 1)
        self.setLayout(layout)
        self._shown: tuple[tuple[HeldPayment, ...], datetime] | None = None

    def show_held(self, held: tuple[HeldPayment, ...], now: datetime) -> None:
        """List them, the oldest first."""
        self._shown = (held, now)
        columns = (
            Column(self.tr("Account no.")),
            Column(self.tr("Name"), stretches=True),
            Column(self.tr("Amount"), is_figure=True),
            Column(self.tr("Set aside since")),
        )
        self.table.fill(columns, tuple(self._row(one, now) for one in held))

    def retranslate(self) -> None:
        """Put every word in the language spoken."""
        self._title.setText(self.tr("Payments set aside"))
        self._hint.setText(
            self.tr("Nothing was taken of these. Enter takes one back as it was typed, Esc leaves.")
        )
        self.table.setAccessibleName(self.tr("Payments set aside"))
        if self._shown is not None:
            self.show_held(*self._shown)

    def _row(self, held: HeldPayment, now: datetime) -> tuple[Cell, ...]:
        first = held.form.lines[0]
        consumer, more = first.consumer, len(held.form.lines) - 1
        name = in_language(consumer.name_en, consumer.name_hi) or "–"
        if more:
            name = self.tr("{name} and {count} more").format(name=name, count=more)
        number = str(first.account_no)
        if first.account is None:
            number = self.tr("Without account")
        elif consumer.legacy_account_no:
            old = self.tr("Old no. {number}").format(number=consumer.legacy_account_no)
            number = f"{number} · {old}"
        since = f"{clock_text(held.since)} ({ago_text(held.since, now)})"
        return Cell(number), Cell(name), Cell(rupees(held.form.total)), Cell(since)

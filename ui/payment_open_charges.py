"""Card charges that are on no receipt: when, how much, what is known; asked about again, or given back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from counter_app.domain.card_sale import SaleState
from counter_app.domain.errors import Fault
from ui.sale_sentences import sale_sentence
from ui.widgets.buttons import KeyButton
from ui.widgets.labels import Label
from ui.widgets.notice import NoticeBar
from ui.widgets.styling import column, row
from ui.widgets.table import Cell, Column, RowTable
from ui.words import ago_text, moment_text, rupees

if TYPE_CHECKING:
    from collections.abc import Callable

    from counter_app.domain.card_sale import Charge, ChargeNote, SaleOutcome
    from ui.seat import Seat


class OpenChargesPanel(QWidget):
    """The list; Enter asks the terminal about a row, Alt+G twice gives it back."""

    changed = Signal()
    """The terminal has told something: which are open is to be asked anew."""

    failed = Signal(object)
    """Fault"""

    def __init__(self, seat: Seat) -> None:
        super().__init__()
        self._seat = seat
        self.notes: tuple[ChargeNote, ...] = ()
        self._is_asking = False
        self._is_back_asked: Charge | None = None
        self.told: tuple[str, str, str] = ("", "", "")
        """Tone, title and sentence of the last answer."""
        self._title = Label("", as_="heading")
        self._hint = Label("", as_="muted", wraps=True)
        self.notice = NoticeBar(is_narrow=True)
        self.table = RowTable()
        self.ask_button = KeyButton(self._ask, kind="primary", hint="Enter")
        self.back_button = KeyButton(self._give_back, key="Alt+G")
        layout = column(self._title, self._hint, self.notice, gap=2)
        layout.addWidget(self.table, 1)
        layout.addLayout(row(self.ask_button, self.back_button, 1, gap=2))
        self.setLayout(layout)
        self.table.entered.connect(lambda _row: self._ask())
        self.table.chosen.connect(lambda _row: self._forget_question())

    def begin(self) -> None:
        """The cashier comes here."""
        self._is_back_asked = None
        self.notice.hush()

    def show_notes(self, notes: tuple[ChargeNote, ...]) -> None:
        """List them, the oldest first."""
        self.notes = notes
        columns = (
            Column(self.tr("Asked for")),
            Column(self.tr("Amount"), is_figure=True),
            Column(self.tr("What is known"), stretches=True),
        )
        self.table.fill(columns, tuple(self._row(note) for note in notes))

    def retranslate(self) -> None:
        """Put every word in the language spoken."""
        self._title.setText(self.tr("Card charges on no receipt"))
        self._hint.setText(
            self.tr(
                "Money may have left a card for these. Ask the terminal; give back the same day what it "
                "charged. When it stays silent, call a supervisor. Esc leaves."
            )
        )
        self.table.setAccessibleName(self.tr("Card charges on no receipt"))
        self.ask_button.say(self.tr("Ask the terminal"))
        self.back_button.say(self.tr("Give it back"))
        self.show_notes(self.notes)

    def _row(self, note: ChargeNote) -> tuple[Cell, ...]:
        now, outcome = self._seat.now(), note.outcome
        when = f"{moment_text(note.asked_at)} ({ago_text(note.asked_at, now)})"
        known = Cell(self.tr("Not known: ask the terminal"), "caution", "caution")
        if outcome is not None and outcome.slip is not None:
            words = self.tr("Charged, RRN {rrn}").format(rrn=outcome.slip.rrn)
            known = Cell(words, "card", "negative")
        return Cell(when), Cell(rupees(note.charge.amount)), known

    @property
    def _chosen(self) -> Charge | None:
        at = self.table.chosen_row
        return self.notes[at].charge if 0 <= at < len(self.notes) else None

    def _ask(self) -> None:
        self._run(self._seat.desk.ask_terminal, self.tr("Asking the terminal…"))

    def _give_back(self) -> None:
        """The first time it asks, the second time it does it."""
        charge = self._chosen
        if charge is None or self._is_asking:
            return
        if self._is_back_asked == charge:
            self._run(self._seat.desk.void_charge, self.tr("Giving it back…"))
            return
        self._is_back_asked = charge
        title = self.tr("Give {amount} back to the card?").format(amount=rupees(charge.amount))
        text = self.tr("The terminal voids the sale, which works today only. Alt+G again does it.")
        self.notice.tell("caution", title, text)

    def _run(self, verb: Callable[[Charge], SaleOutcome], words: str) -> None:
        charge = self._chosen
        if charge is None or self._is_asking:
            return
        self._is_asking, self._is_back_asked = True, None
        self.notice.tell("accent", words, rupees(charge.amount))
        self._seat.lanes.terminal.run(
            self,
            lambda: verb(charge),
            then=lambda outcome: self._told(charge, outcome),
            failed=self._failed,
        )

    def _told(self, charge: Charge, outcome: SaleOutcome) -> None:
        self._is_asking = False
        sentence = sale_sentence(outcome)
        tones = {SaleState.UNCERTAIN: "negative", SaleState.APPROVED: "caution"}
        title = f"{sentence.title}: {rupees(charge.amount)}"
        self.told = (tones.get(outcome.state, "positive"), title, self._text(outcome))
        self.notice.tell(*self.told)
        self.changed.emit()

    def _text(self, outcome: SaleOutcome) -> str:
        text = sale_sentence(outcome).text
        if outcome.is_certain:
            return text
        return text + " " + self.tr("If it stays silent, call a supervisor.")

    def _failed(self, error: Exception) -> None:
        self._is_asking = False
        self.notice.hush()
        if not isinstance(error, Fault):
            raise error
        self.failed.emit(error)

    def _forget_question(self) -> None:
        if self._is_back_asked is not None and self._is_back_asked != self._chosen:
            self._is_back_asked = None
            self.notice.hush()

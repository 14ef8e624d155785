"""This counter, for the technician: version, settings, books. Nothing of money, and nothing to set here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout

from counter_app.domain.facing import FacingFacts, FacingState
from ui.screen import Screen
from ui.theme import GRID_PX
from ui.widgets.buttons import KeyButton
from ui.widgets.labels import Label
from ui.widgets.styling import column, framed, row

if TYPE_CHECKING:
    from counter_app.domain.facing import FacingFact
    from counter_app.use_cases.counter_facts import CounterFacts
    from ui.seat import Seat


class CounterFactsScreen(Screen):
    """One line a fact; F5's round and the printer's own test stand on the strip."""

    def __init__(self, seat: Seat) -> None:
        super().__init__(seat)
        self._facts: CounterFacts | None = None
        self._facing = FacingFacts()
        self._title = Label("", as_="title")
        self._text = Label("", as_="muted", wraps=True)
        self.check_button = KeyButton(self._look, key="Alt+G", icon_name="tick", kind="primary")
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(6 * GRID_PX)
        self._grid.setVerticalSpacing(2 * GRID_PX)
        self._grid.setColumnStretch(1, 1)
        self._lines = tuple((Label("", as_="label"), Label("", wraps=True)) for _ in range(11))
        for place, (name, fact) in enumerate(self._lines):
            self._grid.addWidget(name, place, 0)
            self._grid.addWidget(fact, place, 1)
        inside = column(self._grid, gap=2, margins=(5, 4, 5, 4))
        head = row(gap=3)
        head.addLayout(column(self._title, self._text, gap=0), 1)
        head.addWidget(self.check_button)
        layout = column(
            self.notice, head, framed(inside, ground="card"), gap=3, margins=(4, 3, 4, 3)
        )
        layout.addStretch(1)
        self.setLayout(layout)
        self.retranslate()

    @property
    def said(self) -> dict[str, str]:
        """Each fact by its name."""
        return {name.text(): fact.text() for name, fact in self._lines}

    def enter(self) -> None:
        """Look anew."""
        self.notice.hush()
        self.check_button.setFocus()
        self._look()

    def retranslate(self) -> None:
        """Put every word in the language spoken."""
        self.setAccessibleName(self.tr("This counter"))
        self._title.setText(self.tr("This counter"))
        self._text.setText(
            self.tr(
                "Card terminal and the centre's address stand in the settings file; they hold from "
                "the next start. Printers are set up at their own place (Ctrl+J)."
            )
        )
        self.check_button.say(self.tr("Check the books"))
        if self._facts is not None:
            self._show(self._facts)

    def _look(self) -> None:
        self.check_button.setEnabled(False)
        desk = self.seat.desk
        self.ask(
            self.seat.lanes.ledger,
            lambda: (desk.counter_facts(), desk.facing_facts()),
            self._found,
            self._not_found,
        )

    def _found(self, found: tuple[CounterFacts, FacingFacts]) -> None:
        facts, facing = found
        self._facts, self._facing = facts, facing
        self.check_button.setEnabled(True)
        self._show(facts)

    def _not_found(self, error: Exception) -> None:
        self.check_button.setEnabled(True)
        self.tell(error)  # type: ignore[arg-type]  # ``ask`` lets refusals and faults through alone

    def _show(self, facts: CounterFacts) -> None:
        set_up, ledger, facing = facts.set_up, facts.ledger, self._facing
        minutes = self.tr("after {minutes} min").format(minutes=set_up.auto_lock_minutes)
        whole = self.tr("whole: {messages} messages, {payments} receipts, checked in {seconds} s")
        books = ledger.problem or whole.format(
            messages=ledger.messages, payments=ledger.payments, seconds=f"{ledger.took_seconds:.1f}"
        )
        facts_said = (
            (self.tr("Counter"), f"{facts.counter_id} {facts.counter_name}".strip()),
            (self.tr("Enrolment"), str(facts.epoch) if facts.epoch else self.tr("not enrolled")),
            (self.tr("Version"), set_up.version),
            (self.tr("Settings file"), str(set_up.file)),
            (self.tr("Centre"), set_up.server_url or self.tr("none")),
            (self.tr("Printer"), set_up.printer),
            (self.tr("Card terminal"), set_up.terminal),
            (self.tr("Pole display"), self._facing_text(facing.pole)),
            (self.tr("Spoken amount"), self._facing_text(facing.voice)),
            (self.tr("Seat locks"), minutes if set_up.auto_lock_minutes else self.tr("never")),
            (self.tr("Books"), books),
        )
        for (name, fact), (name_text, fact_text) in zip(self._lines, facts_said, strict=True):
            name.setText(name_text)
            fact.setText(fact_text)

    def _facing_text(self, fact: FacingFact) -> str:
        """Off, or what it is, how it does, and what went wrong last."""
        words = {
            FacingState.OFF: self.tr("off"),
            FacingState.WAITING: self.tr("set, not used yet"),
            FacingState.WORKS: self.tr("works"),
            FacingState.FAILS: self.tr("does not work; payments go on as ever"),
        }
        return " · ".join(filter(None, (fact.name, words[fact.state], fact.detail)))

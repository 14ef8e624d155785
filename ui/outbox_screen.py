"""What the centre has not acknowledged yet, and what it set aside for a person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QWidget

from counter_app.domain.consumer import masked_name
from ui.carry_buttons import CarryButtons
from ui.changes import Change
from ui.fate_words import fate_text, kind_text
from ui.language import in_language
from ui.line_panel import LinePanel
from ui.screen import Screen
from ui.widgets.buttons import KeyButton
from ui.widgets.empty import EmptyState
from ui.widgets.labels import Label
from ui.widgets.styling import column, framed, row
from ui.widgets.table import Cell, Column, RowTable
from ui.words import day_text, moment_text, rupees, short_moment_text

if TYPE_CHECKING:
    from counter_app.use_cases.views import Fated, OutboxView
    from ui.heartbeat import Heartbeat
    from ui.seat import Seat

PAID_TWICE = "DOUBLE_CONFIRMED"
"""As ``wire.results.ResultKind`` says it, which would bring msgspec before the first window is seen."""


class OutboxScreen(Screen):
    """Figures above, the unsent messages, and below them the payments set aside with their reason."""

    def __init__(self, seat: Seat, heartbeat: Heartbeat) -> None:
        super().__init__(seat)
        self.view: OutboxView | None = None
        self._title = Label("", as_="title")
        self._text = Label("", as_="muted", wraps=True)
        self.sync_button = KeyButton(
            heartbeat.sync_now, icon_name="sync", kind="primary", hint="F5"
        )
        self._figures = tuple((Label("", as_="muted"), Label("", as_="heading")) for _ in range(4))
        self.table = RowTable()
        self._aside_title = Label("", as_="heading")
        self._aside_text = Label("", as_="muted", wraps=True)
        self.aside = RowTable()
        self._empty = EmptyState("tick")
        self.line = LinePanel(heartbeat, seat.now)
        head = row(gap=3)
        head.addLayout(column(self._title, self._text, gap=0), 1)
        self.carrying = CarryButtons(self)
        head.addWidget(self.carrying)
        head.addWidget(self.sync_button)
        self._aside_box = QWidget()
        self._aside_box.setLayout(column(self._aside_title, self._aside_text, self.aside, gap=1))
        layout = column(head, self.notice, self.line, self._cards(), gap=3, margins=(4, 3, 4, 3))
        layout.addWidget(self.table, 3)
        layout.addWidget(self._empty, 3)
        layout.addWidget(self._aside_box, 2)
        self.setLayout(layout)
        seat.changes.changed.connect(self._heard)
        self.retranslate()

    def _cards(self) -> QFrame:
        line = row(gap=8, margins=(4, 2, 4, 2))
        for name, figure in self._figures:
            line.addLayout(column(name, figure, gap=0), 1)
        return framed(line, ground="card")

    def enter(self) -> None:
        """Look at the books."""
        self.table.setFocus()
        self._load()

    def retranslate(self) -> None:
        """Put every word in the language spoken."""
        self.setAccessibleName(self.tr("Outbox"))
        self._title.setText(self.tr("Outbox"))
        self._text.setText(
            self.tr(
                "What is listed here is safe on this computer and goes to the centre by itself."
            )
        )
        self.sync_button.say(self.tr("Sync now"))
        names = (
            self.tr("Unsent messages"),
            self.tr("Payments among them"),
            self.tr("Oldest"),
            self.tr("Last acknowledged"),
        )
        for (name, _), text in zip(self._figures, names, strict=True):
            name.setText(text)
        self._empty.say(
            self.tr("Everything is at the centre"),
            self.tr("Each message was acknowledged with the centre's signature."),
        )
        self._aside_title.setText(self.tr("Set aside for a person"))
        self._aside_text.setText(
            self.tr("The money stays in the takings. Give this list to your supervisor.")
        )
        self.table.setAccessibleName(self.tr("Unsent messages"))
        self.aside.setAccessibleName(self.tr("Payments set aside for a person"))
        self.line.retranslate()
        self.carrying.retranslate()
        if self.view is not None:
            self._show(self.view)

    def _heard(self, changes: frozenset[Change]) -> None:
        if self.isVisible() and changes & {Change.OUTBOX, Change.SERVER, Change.TILL}:
            self._load()

    def _load(self) -> None:
        self.ask(self.seat.lanes.ledger, self.seat.desk.view_outbox, self._show)

    def _show(self, view: OutboxView) -> None:
        self.view = view
        summary, now = view.summary, self.seat.now()
        figures = (
            str(summary.unsent_messages),
            f"{summary.unsent_payments} · {rupees(summary.unsent)}",
            short_moment_text(summary.oldest_at, now) if summary.oldest_at else "–",
            moment_text(summary.acknowledged_at)
            if summary.acknowledged_at
            else self.tr("never yet"),
        )
        for (_, figure), text in zip(self._figures, figures, strict=True):
            figure.setText(text)
        self.table.setVisible(bool(view.rows))
        self._empty.setVisible(not view.rows)
        self._aside_box.setVisible(bool(view.set_aside or view.told_returns))
        self._show_unsent(view)
        self._show_aside(view)

    def _show_unsent(self, view: OutboxView) -> None:
        columns = (
            Column(self.tr("No."), is_figure=True),
            Column(self.tr("Message")),
            Column(self.tr("Receipt no."), stretches=True),
            Column(self.tr("Amount paid"), is_figure=True),
            Column(self.tr("Date, time")),
        )
        rows = tuple(
            (
                Cell(str(message.sequence), tone="text_muted"),
                Cell(kind_text(message.kind), "pending", "text"),
                Cell(message.receipt_no),
                Cell(rupees(message.amount) if message.amount is not None else ""),
                Cell(moment_text(message.recorded_at), tone="text_muted"),
            )
            for message in view.rows
        )
        self.table.fill(columns, rows)

    def _show_aside(self, view: OutboxView) -> None:
        columns = (
            Column(self.tr("Receipt no.")),
            Column(self.tr("Account no.")),
            Column(self.tr("Amount paid"), is_figure=True),
            Column(self.tr("Why"), stretches=True),
            Column(self.tr("Reference")),
            Column(self.tr("Date, time")),
        )
        rows = tuple(
            (
                Cell(fated.receipt_no),
                Cell(fated.account_no),
                Cell(rupees(fated.amount)),
                self._why(fated),
                Cell(fated.reference, tone="text_muted"),
                Cell(moment_text(fated.taken_at), tone="text_muted"),
            )
            for fated in view.set_aside
        )
        came_back = self.tr("Came back to the centre: note the return under Cheques (F10)")
        returns = tuple(
            (
                Cell("–"),
                Cell("–"),
                Cell(rupees(told.face)),
                Cell(f"{came_back} · {told.reason}", "caution", "caution"),
                Cell(told.identity, tone="text_muted"),
                Cell(day_text(told.on), tone="text_muted"),
            )
            for told in view.told_returns
        )
        self.aside.fill(columns, (*returns, *rows))

    def _why(self, fated: Fated) -> Cell:
        """What waits for a person; what a person at the centre has decided meanwhile."""
        if fated.decision == PAID_TWICE:
            return Cell(self.tr("Paid twice: the office pays it back"), "tick", "positive")
        if not fated.matched_to:
            return Cell(fate_text(fated.fate), "caution", "caution")
        name = in_language(fated.matched_name_en, fated.matched_name_hi)
        text = self.tr("The centre booked it to account {account}, {name}")
        return Cell(
            text.format(account=fated.matched_to, name=masked_name(name)), "tick", "positive"
        )

"""The daily collection report on screen: sums by tender, every receipt in number order, saved and printed."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QStackedWidget

from counter_app.domain.money import Money
from counter_app.domain.receipt import PrintState
from counter_app.domain.tender import TenderKind
from ui.changes import Change
from ui.fate_words import fate_cell
from ui.language import in_language, language_now
from ui.reconciliation_words import reconciled_text
from ui.screen import Screen
from ui.sentences import print_reason_text
from ui.widgets.buttons import KeyButton
from ui.widgets.empty import EmptyState
from ui.widgets.labels import ElidedLabel, Label
from ui.widgets.styling import column, framed, row
from ui.widgets.table import Cell, Column, RowTable
from ui.words import (
    clock_text,
    day_text,
    moment_text,
    name_in_lists,
    rupees,
    tender_word,
    tenders_text,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

    from counter_app.domain.day_report import DayReport
    from counter_app.domain.receipt import PrintOutcome, ReceiptRow
    from ui.seat import Seat

_KINDS = tuple(str(kind) for kind in TenderKind)
_FIGURES_A_LINE = 4


class DayReportScreen(Screen):
    """One business date of this counter."""

    reconcile_asked = Signal()
    """This day is to be compared with the centre."""

    def __init__(self, seat: Seat) -> None:
        super().__init__(seat)
        self.day: date | None = None
        self.report: DayReport | None = None
        self._title = ElidedLabel("", as_="title")
        self._subtitle = ElidedLabel("", as_="muted")
        self.earlier_button = KeyButton(lambda: self._turn(-1), key="Alt+Left", hint="Alt ‹")
        self.later_button = KeyButton(lambda: self._turn(1), key="Alt+Right", hint="Alt ›")
        self.reconcile_button = KeyButton(
            self.reconcile_asked.emit, hint="Ctrl+M", icon_name="sync"
        )
        self.save_button = KeyButton(self._save, key="Ctrl+S", icon_name="save")
        self.print_button = KeyButton(
            self._print, key="Ctrl+P", icon_name="printer", kind="primary"
        )
        self._figures = {
            name: (Label("", as_="muted"), Label("", as_="heading"))
            for name in (*_KINDS, "total", "unsent", "numbers")
        }
        self._reconciled = ElidedLabel("")
        self.table = RowTable()
        self._empty = EmptyState("report")
        self._pages = QStackedWidget()
        self._pages.addWidget(self.table)
        self._pages.addWidget(self._empty)
        head = row(gap=2)
        head.addLayout(column(self._title, self._subtitle, gap=0), 1)
        for button in (self.earlier_button, self.later_button, self.save_button, self.print_button):
            head.addWidget(button)
        layout = column(head, self.notice, self._cards(), gap=3, margins=(4, 3, 4, 3))
        layout.addWidget(self._pages, 1)
        self.setLayout(layout)
        seat.changes.changed.connect(self._heard)
        self.retranslate()

    def _cards(self) -> QFrame:
        """Each tender, then the sums: two lines, so that a small window shows all of them; then the centre's word."""
        figures = [column(name, figure, gap=0) for name, figure in self._figures.values()]
        lines = []
        for first in range(0, len(figures), _FIGURES_A_LINE):
            line = row(gap=6)
            for figure in figures[first : first + _FIGURES_A_LINE]:
                line.addLayout(figure, 1)
            lines.append(line)
        compared = row(gap=2)
        compared.addWidget(self._reconciled, 1)
        compared.addWidget(self.reconcile_button)
        lines.append(compared)
        return framed(column(*lines, gap=1, margins=(4, 2, 4, 2)), ground="card")

    def enter(self) -> None:
        """Show the business date of today."""
        self.day = None
        self.notice.hush()
        self.table.setFocus()
        self._load()

    def retranslate(self) -> None:
        """Put every word in the language spoken."""
        self.setAccessibleName(self.tr("Daily collection report"))
        self._title.setText(self.tr("Daily collection report"))
        self.earlier_button.say("", self.tr("Day before"))
        self.later_button.say("", self.tr("Day after"))
        self.reconcile_button.say(self.tr("Reconcile"), self.tr("Compare this day with the centre"))
        self.save_button.say(self.tr("Save PDF"))
        self.print_button.say(self.tr("Print"))
        for kind in _KINDS:
            self._figures[kind][0].setText(tender_word(kind))
        self._figures["total"][0].setText(self.tr("Total"))
        self._figures["unsent"][0].setText(self.tr("Not sent yet"))
        self._figures["numbers"][0].setText(self.tr("Receipt numbers"))
        self._empty.say(
            self.tr("No receipt on this day"), self.tr("The report can be printed all the same.")
        )
        self.table.setAccessibleName(self.tr("Receipts in number order"))
        if self.report is not None:
            self._show(self.report)

    def _heard(self, changes: frozenset[Change]) -> None:
        if self.isVisible() and changes & {Change.RECEIPTS, Change.OUTBOX}:
            self._load()

    def _turn(self, days: int) -> None:
        if self.day is not None:
            self.day += timedelta(days=days)
            self.notice.hush()
            self._load()

    def _load(self) -> None:
        desk, day = self.seat.desk, self.day
        self.ask(
            self.seat.lanes.ledger,
            lambda: desk.report_day(day if day is not None else desk.business_date()),
            self._show,
        )

    def _show(self, report: DayReport) -> None:
        self.report, self.day = report, report.business_date
        self._subtitle.setText(
            self.tr("{day} · {counter} · as of {moment}").format(
                day=day_text(report.business_date),
                counter=report.place.counter_name or report.place.counter_id,
                moment=moment_text(report.made_at),
            )
        )
        self._reconciled.setText(reconciled_text(report.reconciled))
        sums = {total.kind: total for total in report.by_tender}
        for kind in _KINDS:
            total = sums.get(kind)
            count, amount = (total.count, total.amount) if total else (0, Money(0))
            self._figures[kind][1].setText(f"{rupees(amount)} · {count}")
        self._figures["total"][1].setText(f"{rupees(report.total)} · {len(report.rows)}")
        gone = report.reversed
        self._figures["total"][0].setText(
            self.tr("Total · cancelled of it: {sum}").format(sum=rupees(gone.amount))
            if gone.count
            else self.tr("Total")
        )
        self._figures["unsent"][1].setText(f"{rupees(report.unsent)} · {report.unsent_count}")
        ends = report.first_and_last
        serials = "–" if ends is None else f"{_serial(ends[0])} – {_serial(ends[1])}"
        self._figures["numbers"][1].setText(serials)
        if report.missing:
            self.notice.tell(
                "negative",
                self.tr("Receipt numbers are missing"),
                self.tr("Call your supervisor: {numbers}").format(
                    numbers=", ".join(report.missing)
                ),
            )
        self._pages.setCurrentIndex(0 if report.rows else 1)
        self._fill_table(report)

    def _fill_table(self, report: DayReport) -> None:
        columns = (
            Column(self.tr("Receipt no.")),
            Column(self.tr("Time")),
            Column(self.tr("Account no.")),
            Column(self.tr("Consumer"), stretches=True),
            Column(self.tr("For")),
            Column(self.tr("How paid")),
            Column(self.tr("Amount paid"), is_figure=True),
            Column(self.tr("Centre")),
        )
        self.table.fill(columns, tuple(_row(receipt) for receipt in report.rows))

    def _save(self) -> None:
        self._with_file(self._saved)

    def _saved(self, path: Path) -> None:
        self.notice.tell("positive", self.tr("Report saved"), str(path))

    def _print(self) -> None:
        print_file = self.seat.desk.print_file
        self._with_file(
            lambda path: self.ask(self.seat.lanes.printer, lambda: print_file(path), self._printed)
        )

    def _printed(self, outcome: PrintOutcome) -> None:
        reason = print_reason_text(outcome.reason)
        if outcome.state is PrintState.PRINTED:
            self.notice.tell(
                "positive", self.tr("Report given to the printer"), outcome.saved_as or reason
            )
        else:
            self.notice.tell("caution", self.tr("The report was not printed"), reason)

    def _with_file(self, then: Callable[[Path], None]) -> None:
        report = self.report
        if report is not None:
            save, language = self.seat.desk.save_day_report, str(language_now())
            self.ask(self.seat.lanes.printer, lambda: save(report, language), then)


def _row(receipt: ReceiptRow) -> tuple[Cell, ...]:
    purpose = in_language(receipt.purpose_name_en, receipt.purpose_name_hi)
    return (
        Cell(receipt.receipt_no),
        Cell(clock_text(receipt.taken_at), tone="text_muted"),
        Cell(receipt.account_no),
        Cell(name_in_lists(receipt.consumer_name_en, receipt.consumer_name_hi)),
        Cell(purpose, tone="text_muted"),
        Cell(tenders_text(receipt.tender_paise)),
        Cell(rupees(Money(receipt.amount_paise))),
        fate_cell(receipt.fate, is_acknowledged=receipt.is_acknowledged),
    )


def _serial(receipt_no: str) -> str:
    return receipt_no.rpartition("/")[2]

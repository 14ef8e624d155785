"""Verbs of the reports lane: the real ones over a fake ledger with a short day; files and prints are only noted."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from counter_app.domain.receipt import PrintOutcome, PrintState
from counter_app.use_cases.make_report import ListReportChoices, MakeReport
from counter_app.use_cases.report_watch import ReportProgress, ReportStep
from tests.fakes.books import FakeLedger
from tests.fakes.clock import FakeClock
from tests.ui.fake_paper import FakePaper

if TYPE_CHECKING:
    from datetime import date

    from counter_app.domain.identity import CashierId
    from counter_app.domain.report import Report, ReportKind
    from counter_app.domain.report_form import ReportForm
    from counter_app.domain.report_selection import Selection
    from counter_app.use_cases.make_report import ReportChoices
    from counter_app.use_cases.report_watch import ReportWatch


@dataclass
class FakeReports(FakePaper):
    """``reported`` is the ledger that reports are made of."""

    reported: FakeLedger = field(default_factory=FakeLedger)
    saved_reports: list[tuple[Report, str, ReportForm]] = field(default_factory=list)

    def list_report_choices(self, day: date | None = None) -> ReportChoices:
        self.noted("list_report_choices")
        return ListReportChoices(self.reported, FakeClock())(day)

    def make_report(
        self, kind: ReportKind, wanted: Selection, by: CashierId, watch: ReportWatch
    ) -> Report:
        self.noted("make_report", kind, wanted)
        return MakeReport(self.reported, FakeClock())(kind, wanted, by, watch)

    def save_report(
        self, report: Report, language: str, form: ReportForm, watch: ReportWatch
    ) -> Path:
        self.noted("save_report", str(report.kind), language, str(form))
        watch(ReportProgress(ReportStep.DRAW, 0, 1))
        self.saved_reports.append((report, language, form))
        return Path("reports") / f"{report.kind}-{language}.{form}"

    def print_report(self, report: Report, language: str) -> PrintOutcome:
        self.noted("print_report", str(report.kind), language)
        return PrintOutcome(PrintState.PRINTED)

"""A press that remembers what it was given."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from counter_app.use_cases.report_watch import ReportProgress, ReportStep, unwatched
from tests.fakes.printer import PRINTED

if TYPE_CHECKING:
    from counter_app.domain.day_report import DayReport
    from counter_app.domain.instrument_list import InstrumentList
    from counter_app.domain.receipt import PrintOutcome
    from counter_app.domain.reconciliation import Reconciliation
    from counter_app.domain.report import Report
    from counter_app.domain.report_form import ReportForm
    from counter_app.use_cases.report_watch import ReportWatch


@dataclass
class FakePress:
    """Nothing is written: ``reports``, ``lists``, ``compared``, ``saved`` and ``printed`` say what was asked."""

    reports: list[tuple[DayReport, str]] = field(default_factory=list)
    lists: list[tuple[InstrumentList, str]] = field(default_factory=list)
    compared: list[tuple[Reconciliation, str]] = field(default_factory=list)
    saved: list[tuple[Report, str, ReportForm]] = field(default_factory=list)
    printed: list[Path] = field(default_factory=list)

    def save(self, report: DayReport, language: str) -> Path:
        self.reports.append((report, language))
        return Path(f"report-{language}.pdf")

    def save_instruments(self, listed: InstrumentList, language: str) -> Path:
        self.lists.append((listed, language))
        return Path(f"instruments-{language}.pdf")

    def save_reconciliation(self, made: Reconciliation, language: str) -> Path:
        self.compared.append((made, language))
        return Path(f"reconciliation-{language}.pdf")

    def save_report(
        self, report: Report, language: str, form: ReportForm, watch: ReportWatch = unwatched
    ) -> Path:
        watch(ReportProgress(ReportStep.DRAW, 0, 1))
        self.saved.append((report, language, form))
        return Path(f"{report.kind}-{language}-{len(self.saved)}.{form}")

    def print_file(self, path: Path) -> PrintOutcome:
        self.printed.append(path)
        return PRINTED

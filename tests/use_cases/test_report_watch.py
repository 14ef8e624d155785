"""Who watches a report."""

from __future__ import annotations

from counter_app.use_cases.report_watch import ReportProgress, ReportStep, unwatched


def test_with_nobody_watching_nothing_stops() -> None:
    unwatched(ReportProgress(ReportStep.DRAW, 1, 2))

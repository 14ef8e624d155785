"""Drawing a day's and a month's cash scroll; the baseline writes the same cells on a bare canvas and measures nothing.

By itself: ``python -m tests.day.bench_reports``.
"""

from __future__ import annotations

import io
import json
import resource
import time
from itertools import pairwise
from typing import TYPE_CHECKING

from reportlab.pdfgen.canvas import Canvas

from counter_app.printing.sheet import REGULAR, Sheet, load_fonts
from counter_app.reports.page import LANDSCAPE_POINTS
from counter_app.reports.report_cells import text_in
from counter_app.reports.report_csv import report_csv
from counter_app.reports.report_pdf import report_pdf
from counter_app.reports.report_xlsx import report_xlsx
from tests.reports.some_reports import a_scroll

if TYPE_CHECKING:
    from collections.abc import Callable

    from counter_app.domain.report import Report
    from counter_app.use_cases.report_watch import ReportProgress

DAY_ROWS, MONTH_ROWS = 2_000, 20_000
AIM_SECONDS = {DAY_ROWS: 3.0, MONTH_ROWS: 15.0}
ROWS_A_PAGE, ROW_POINTS, COLUMN_POINTS, TYPE_POINTS, EDGE = 28, 17, 92, 8, 40
KILO = 1024


def measure_reports() -> dict[str, object]:
    """Seconds of both lengths in each form, with the longest time in which no stop would be heard."""
    return {f"{rows}_rows": _measure(a_scroll(rows), AIM_SECONDS[rows]) for rows in AIM_SECONDS}


def _measure(report: Report, aim_seconds: float) -> dict[str, object]:
    base = _timed(lambda: _bare(report))
    heard: list[float] = [time.perf_counter()]

    def watch(_: ReportProgress) -> None:
        heard.append(time.perf_counter())

    pdf = _timed(lambda: report_pdf(report, "hi", Sheet, watch))
    heard.append(time.perf_counter())
    return {
        "aim_seconds": aim_seconds,
        "pdf_seconds": round(pdf, 2),
        "bare_canvas_seconds": round(base, 2),
        "pdf_to_bare_canvas": round(pdf / base, 2),
        "longest_silence_seconds": round(max(late - early for early, late in pairwise(heard)), 2),
        "xlsx_seconds": round(_timed(lambda: report_xlsx(report, "hi")), 2),
        "csv_seconds": round(_timed(lambda: report_csv(report, "hi")), 2),
        "peak_memory_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // KILO,
    }


def _timed(make: Callable[[], bytes]) -> float:
    began = time.perf_counter()
    make()
    return time.perf_counter() - began


def _bare(report: Report) -> bytes:
    """The same texts by ReportLab's own call, with no Hindi shaped, no column fitted, no page counted."""
    load_fonts()
    text, out = text_in("hi"), io.BytesIO()
    canvas = Canvas(out, pagesize=LANDSCAPE_POINTS, invariant=1)
    for section in report.sections:
        kinds = [column.kind for column in section.columns]
        for number, row in enumerate(section.rows):
            if not number % ROWS_A_PAGE:
                canvas.showPage()
                canvas.setFont(REGULAR, TYPE_POINTS)
            y = LANDSCAPE_POINTS[1] - EDGE - number % ROWS_A_PAGE * ROW_POINTS
            for place, cell in enumerate(row):
                canvas.drawString(EDGE + place * COLUMN_POINTS, y, text.cell(cell, kinds[place]))
    canvas.save()
    return out.getvalue()


if __name__ == "__main__":
    print(json.dumps(measure_reports(), indent=2))

"""In which forms a report is saved."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from counter_app.domain.report import Report

MOST_THERMAL_ROWS = 120
"""Of all tables together: about two metres of receipt paper."""


class ReportForm(StrEnum):
    """The file's ending says it."""

    PDF = "pdf"
    XLSX = "xlsx"
    CSV = "csv"


def fits_thermal(report: Report) -> bool:
    """Whether a report is short enough for the receipt printer."""
    return sum(len(section.rows) for section in report.sections) <= MOST_THERMAL_ROWS

"""In which forms a report is saved."""

from __future__ import annotations

from enum import StrEnum


class ReportForm(StrEnum):
    """The file's ending says it."""

    PDF = "pdf"
    XLSX = "xlsx"
    CSV = "csv"

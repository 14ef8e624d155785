"""The golden reports: ``python -m tests.reports.golden_reports`` writes them; read the difference first."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from counter_app.printing.layout_report import lay_out_report
from counter_app.printing.sheet import Sheet
from counter_app.printing.text_form import as_text
from counter_app.reports.report_csv import report_csv
from counter_app.reports.report_pdf import report_pdf
from tests.printing.pdf_tools import pages_of
from tests.reports.some_reports import a_wide_register, a_z_report, all_reports

if TYPE_CHECKING:
    from counter_app.domain.report import Report

FOLDER = Path(__file__).parents[1] / "data" / "report_forms"
PAGE_END, NO_AIR = "-" * 60, "\n\n"
_AIR = re.compile(r"\n{3,}")
LANGUAGES = ("en", "hi")
PAPERS = {"80mm": 48, "58mm": 32}


def as_read(report: Report, language: str, folder: Path) -> str:
    """A PDF as ``pdftotext -layout`` reads it, with two spaces between columns and a line at the end of each page."""
    path = folder / "read.pdf"
    path.write_bytes(report_pdf(report, language, Sheet))
    pages = ["\n".join(map(_narrow, page.splitlines())).strip() for page in pages_of(path)]
    return "".join(f"{_AIR.sub(NO_AIR, page)}\n{PAGE_END}\n" for page in pages)


def _narrow(line: str) -> str:
    return re.sub(r" {2,}", "  ", line).strip()


def golden_texts(folder: Path) -> dict[str, str]:
    """File name to text: A4, CSV and receipt paper, in both languages."""
    texts: dict[str, str] = {}
    for language in LANGUAGES:
        for name, report in all_reports().items():
            texts[f"{name}-{language}.a4.txt"] = as_read(report, language, folder)
        for paper, columns in PAPERS.items():
            for name, report in {"z": a_z_report(), "cancelled": a_wide_register()}.items():
                narrow = as_text(lay_out_report(report, language), columns)
                texts[f"{name}-{language}.{paper}.txt"] = narrow
        csv = report_csv(a_z_report(), language).decode("utf-8-sig")
        texts[f"z-{language}.csv.txt"] = csv.replace("\r\n", "\n")
    return texts


def main() -> None:
    """Write them all."""
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        for name, text in golden_texts(Path(folder)).items():
            (FOLDER / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()

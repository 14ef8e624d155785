"""All reports of the custody day: made and saved with keys in both languages, and each file read back figure by figure.

What a report says on the screen (``Report``) is the measure: every sum of its rows and totals must stand in the text of
the PDF, as a number in the XLSX, and as a plain number in the CSV, as often as on the screen.
"""

from __future__ import annotations

import csv
import os
import subprocess
from collections import Counter as Tally
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from openpyxl import load_workbook
from PySide6.QtCore import Qt

from counter_app.domain.money import ZERO, Money
from counter_app.domain.report import CellKind
from tests.day.act import ALT, CTRL, ENTER
from ui.places import Place
from ui.reports_form import GROUPS
from ui.reports_screen import ReportsScreen

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from counter_app.domain.report import Report
    from tests.day.custody_hands import CustodyHands

LANGUAGES = ("en", "hi")
KEYS = {"pdf": Qt.Key.Key_P, "xlsx": Qt.Key.Key_X, "csv": Qt.Key.Key_C}


@dataclass(frozen=True, slots=True)
class Saved:
    """How many files were saved, what they say otherwise than the screen, and the sums of each report by its kind."""

    files: int
    differ: list[str]
    sums: dict[str, Tally[Money]]


def save_all(hands: CustodyHands) -> Saved:
    """Every report of the list, of the day or of the newest closed shift: files saved, and what differs in them."""
    keys, saved = hands.hands, 0
    differ: list[str] = []
    found: dict[str, Tally[Money]] = {}
    keys.press(Qt.Key.Key_D, CTRL)
    screen = hands.sitting.workroom.screen_of(Place.REPORTS)
    assert isinstance(screen, ReportsScreen), "the place of reports"
    keys.wait_until(lambda: screen.view.report is not None, "the first report is made")
    for kind in [kind for _, kinds in GROUPS for kind in kinds]:
        screen.list.setFocus()
        screen.list.show_kind(kind)
        keys.press(ENTER)
        keys.wait_until(
            lambda: screen.view.report is not None and screen.view.report.kind is kind,  # noqa: B023 - waited for at once
            f"{kind} is made",
        )
        found[kind] = sums_of(_report(screen))
        for language in LANGUAGES:
            keys.picture(f"report-{kind}-{language}")
            for form, key in KEYS.items():
                screen.notice.hush()
                keys.press(key, ALT)
                keys.wait_until(
                    lambda: screen.notice.said.endswith(f".{form}"),  # noqa: B023 - waited for at once
                    f"{kind} is saved as {form}",
                )
                path = Path(screen.notice.said[screen.notice.said.index(os.sep) :])
                differ += [
                    f"{kind} {language} {form}: {text}"
                    for text in differences(_report(screen), path, form)
                ]
                saved += 1
            keys.press(Qt.Key.Key_F12)
    return Saved(saved, differ, found)


def _report(screen: ReportsScreen) -> Report:
    assert screen.view.report is not None, "made"
    return screen.view.report


def sums_of(report: Report) -> Tally[Money]:
    """Every sum of its tables, with how often it stands there."""
    return Tally(
        cell
        for section in report.sections
        for line in (*section.rows, *filter(None, (section.totals,)))
        for cell in line
        if isinstance(cell, Money)
    )


def differences(report: Report, path: Path, form: str) -> list[str]:
    """What a file says otherwise than the report."""
    asked = sums_of(report)
    if form == "pdf":
        text = _text_of(path).split()
        found = Tally({one: sum(word == str(one) for word in text) for one in asked})
        return [
            f"{one} stands {found[one]} times, not {count}"
            for one, count in asked.items()
            if found[one] < count
        ]
    if form == "xlsx":
        found = Tally(_money_in_xlsx(report, path))
        return [
            f"{one}: {found[one]} times, not {asked[one]}"
            for one in (asked | found)
            if asked[one] != found[one]
        ]
    found = Tally(_money_in_csv(path))
    beside = {cell for _, cell in report.about if isinstance(cell, Money)}
    beside |= {amount for bar in report.bars for _, amount in bar.parts}
    return [
        f"{one}: {found[one]} times, not {asked[one]}"
        for one in (asked | found)
        if found[one] < asked[one] or (found[one] > asked[one] and one not in beside)
    ]


def _text_of(path: Path) -> str:
    done = subprocess.run(
        ["pdftotext", "-layout", str(path), "-"], capture_output=True, check=True, text=True
    )
    return done.stdout


def _money_columns(report: Report) -> list[set[int]]:
    return [
        {place for place, column in enumerate(section.columns) if column.kind is CellKind.MONEY}
        for section in report.sections
    ]


def _money_in_xlsx(report: Report, path: Path) -> Iterator[Money]:
    """The numbers of each sheet's columns of money; the facts stand before these sheets, the picture's after them."""
    book = load_workbook(path)
    sheets = [book[name] for name in book.sheetnames]
    for places, sheet in zip(_money_columns(report), sheets[1:], strict=False):
        for row in sheet.iter_rows(values_only=True):
            for place in places:
                value = row[place] if place < len(row) else None
                if isinstance(value, int | float):
                    yield Money(round(value * 100))


def _money_in_csv(path: Path) -> Iterator[Money]:
    """The numbers with two places, wherever they stand."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        yield from _plain_numbers(cell for row in csv.reader(file) for cell in row)


def _plain_numbers(cells: Iterable[str]) -> Iterator[Money]:
    for cell in cells:
        rupees, point, paise = cell.removeprefix("-").partition(".")
        if point and len(paise) == 2 and rupees.isdigit() and paise.isdigit():
            amount = Money(int(rupees) * 100 + int(paise))
            yield ZERO - amount if cell.startswith("-") else amount

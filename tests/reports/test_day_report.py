"""The daily collection report on A4."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from counter_app.domain.day_report import report_of
from counter_app.domain.errors import Fault
from counter_app.domain.payment import Settlement
from counter_app.domain.receipt import PrintOutcome, PrintReason, PrintState
from counter_app.printing.sheet import Sheet
from counter_app.reports.day_report_pdf import in_number_order
from counter_app.reports.headings import ENGLISH, HINDI
from counter_app.reports.press import SystemPress
from counter_app.workstation.carried_files import StickFiles
from tests.printing.papers import PLACE
from tests.printing.pdf_tools import fonts_of, greys_of, pages_of, words_of
from tests.reports.days import DAY, MADE_AT, a_day, a_full_day

if TYPE_CHECKING:
    from pathlib import Path

    from counter_app.domain.day_report import DayReport

LANGUAGES = ("en", "hi")


def saved(report: DayReport, folder: Path, language: str = "en") -> Path:
    return SystemPress(folder, Sheet, StickFiles()).save(report, language)


def test_every_receipt_stands_in_number_order_and_a_missing_number_in_its_place(
    tmp_path: Path,
) -> None:
    report = a_day(95, without=frozenset({5, 40, 41}))
    text = words_of(saved(report, tmp_path))
    places = [text.find(f"KID07/2627/{serial:06d} ") for serial in range(2, 95)]
    assert -1 not in places
    assert places == sorted(places)
    assert text.count(ENGLISH.row_missing) == 3
    assert "000005, 000040, 000041" in text
    rows = in_number_order(report)
    assert [place for place, row in enumerate(rows, 1) if isinstance(row, str)] == [5, 40, 41]


@pytest.mark.parametrize("language", LANGUAGES)
def test_totals_by_tender_and_the_unsent_stand_on_the_first_page(
    tmp_path: Path, language: str
) -> None:
    report = a_day(95, unsent_from=60)
    words = {"en": ENGLISH, "hi": HINDI}[language]
    first = " ".join(pages_of(saved(report, tmp_path, language))[0].split())
    for total in report.by_tender:
        assert f"{words.kinds[total.kind]} {total.count} {total.amount}" in first
    assert f"{words.total} 95 {report.total}" in first
    assert words.sum_note.format(count=36, amount=report.unsent) in first
    assert words.none_missing in first


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_tender_and_purpose_stands_with_its_sum_and_advances_and_suspense_apart(
    tmp_path: Path, language: str
) -> None:
    report = a_full_day()
    words = {"en": ENGLISH, "hi": HINDI}[language]
    first = " ".join(pages_of(saved(report, tmp_path, language))[0].split())
    assert len(report.by_tender) == 5
    for tender in report.by_tender:
        assert f"{words.kinds[tender.kind]} {tender.count} {tender.amount}" in first
    assert len(report.by_purpose) == 10
    for total in report.by_purpose:
        name = total.name_hi if language == "hi" else total.name_en
        assert f"{name} {total.count} {total.amount}" in first
    assert f"{words.advances} 3 {report.advances.amount}" in first
    assert f"{words.suspense} 1 {report.suspense.amount}" in first
    assert first.count(f"{words.total} 71 {report.total}") == 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_part_payments_and_receipts_to_be_stamped_are_counted(
    tmp_path: Path, language: str
) -> None:
    report = a_full_day()
    words = {"en": ENGLISH, "hi": HINDI}[language]
    first = " ".join(pages_of(saved(report, tmp_path, language))[0].split())
    parts = report.part_payments
    assert words.sum_note.format(count=12, amount=parts.amount) in first
    assert words.stamp_ways["affix"].format(count=36) in first


def test_a_day_of_two_stamp_rules_counts_each_way_apart(tmp_path: Path) -> None:
    rows = a_full_day().rows
    half = tuple(replace(row, stamp=row.stamp and "consolidated") for row in rows[:40])
    report = report_of(PLACE, DAY, (*half, *rows[40:]), MADE_AT)
    text = words_of(saved(report, tmp_path))
    assert "31 to be stamped, 5 consolidated" in text


def test_a_payment_in_suspense_without_an_account_says_so_where_the_number_would_be(
    tmp_path: Path,
) -> None:
    assert "09:59 SUSPENSE" in words_of(saved(a_full_day(), tmp_path))
    assert "09:59 उचंत" in words_of(saved(a_full_day(), tmp_path, "hi"))


def test_more_heads_than_a_page_holds_go_over_pages_and_none_is_lost(tmp_path: Path) -> None:
    rows = tuple(
        replace(row, purpose=f"office_head_{place:02d}", purpose_name_en=f"Office head {place:02d}")
        for place, row in enumerate(a_full_day().rows)
        if not row.advance_paise
    )
    pages = pages_of(saved(report_of(PLACE, DAY, rows, MADE_AT), tmp_path))
    text = " ".join(" ".join(pages).split())
    heads = {row.purpose_name_en for row in rows if row.settlement != Settlement.SUSPENSE}
    assert len(heads) > 60
    assert all(f"{head} 1 " in text for head in heads)
    for number, page in enumerate(pages, 1):
        assert f"Page {number} of {len(pages)}" in page


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_says_which_of_how_many_it_is(tmp_path: Path, language: str) -> None:
    words = {"en": ENGLISH, "hi": HINDI}[language]
    pages = pages_of(saved(a_day(200), tmp_path, language))
    assert len(pages) == 6
    for number, page in enumerate(pages, 1):
        assert words.on_page.page.format(page=number, pages=6) in " ".join(page.split())


def test_both_names_of_the_report_and_the_company_are_on_it_in_either_language(
    tmp_path: Path,
) -> None:
    for language in LANGUAGES:
        text = words_of(saved(a_day(3), tmp_path, language))
        for said in ("Daily collection report", "दैनिक वसूली विवरण", "केस्को · KESCO", "C07"):
            assert said in text


def test_names_are_hindi_in_hindi_and_english_in_english_where_told(tmp_path: Path) -> None:
    english, hindi = (words_of(saved(a_day(6), tmp_path, language)) for language in LANGUAGES)
    assert "Ramesh Kumar" in english
    assert "रमेश कुमार" in hindi
    for text in (english, hindi):
        assert "Mohd. Irfan Ansari" in text
        assert "श्रीमती सुमित्रा देवी" in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_empty_day_says_so(tmp_path: Path, language: str) -> None:
    words = {"en": ENGLISH, "hi": HINDI}[language]
    pages = pages_of(saved(a_day(0), tmp_path, language))
    assert len(pages) == 1
    assert words.empty_day in " ".join(pages[0].split())
    assert words.on_page.signatures[2] in pages[0]


def test_many_missing_numbers_are_counted_where_they_are_not_named(tmp_path: Path) -> None:
    text = words_of(saved(a_day(30, without=frozenset(range(5, 20))), tmp_path))
    assert "000005, 000006, 000007 and 12 more" in text


@pytest.mark.parametrize("count", range(26, 34))
def test_signatures_are_never_over_the_last_rows(tmp_path: Path, count: int) -> None:
    pages = pages_of(saved(a_day(count), tmp_path))
    assert ENGLISH.on_page.signatures[0] in pages[-1]
    signature_line = next(
        place for place, row in enumerate(pages[-1].split("\n")) if "Supervisor" in row
    )
    total = [place for place, row in enumerate(pages[-1].split("\n")) if "Total: " in row]
    assert not total or total[0] < signature_line


def test_the_report_is_vector_text_in_our_fonts_on_a4_and_the_same_each_time(
    tmp_path: Path,
) -> None:
    path = saved(a_day(12), tmp_path, "hi")
    before = path.read_bytes()
    assert all("CounterDeva" in font[0] for font in fonts_of(path))
    assert greys_of(path, 72)[:2] == (596, 842)
    assert saved(a_day(12), tmp_path, "hi").read_bytes() == before


def test_a_folder_that_cannot_be_written_is_a_fault(tmp_path: Path) -> None:
    (tmp_path / "reports").touch()
    with pytest.raises(Fault):
        saved(a_day(1), tmp_path / "reports")


def spooler(folder: Path, script: str, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Put a spooler of our own on the path, and a report to print."""
    command = folder / "lp"
    command.write_text(f"#!/bin/sh\n{script}\n")
    command.chmod(0o755)
    monkeypatch.setenv("PATH", str(folder), prepend=":")
    report = folder / "report.pdf"
    report.write_bytes(b"%PDF")
    return report


def test_a_report_the_spooler_takes_is_printed_but_unconfirmed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    report = spooler(tmp_path, 'echo "$@" > "$(dirname "$0")/asked"', monkeypatch)
    outcome = SystemPress(tmp_path, Sheet, StickFiles()).print_file(report)
    assert outcome == PrintOutcome(PrintState.PRINTED, PrintReason.UNCONFIRMED)
    assert (tmp_path / "asked").read_text() == f"-o media=A4 -- {report}\n"


def test_a_spooler_without_a_printer_is_not_sent(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    report = spooler(tmp_path, "echo 'no default destination' >&2; exit 1", monkeypatch)
    outcome = SystemPress(tmp_path, Sheet, StickFiles()).print_file(report)
    assert outcome == PrintOutcome(PrintState.NOT_SENT, PrintReason.PRINTER_NOT_FOUND)


def test_a_spooler_that_hangs_is_uncertain(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    report = spooler(tmp_path, "exec sleep 30", monkeypatch)
    press = SystemPress(tmp_path, Sheet, StickFiles(), spool_timeout_seconds=0.2)
    assert press.print_file(report) == PrintOutcome(PrintState.UNCERTAIN, PrintReason.NO_ANSWER)


def test_a_computer_without_spooler_or_a_file_that_is_gone_is_not_sent(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    press = SystemPress(tmp_path, Sheet, StickFiles())
    assert press.print_file(tmp_path / "gone.pdf").state is PrintState.NOT_SENT
    (tmp_path / "report.pdf").write_bytes(b"%PDF")
    monkeypatch.setenv("PATH", str(tmp_path))
    outcome = press.print_file(tmp_path / "report.pdf")
    assert outcome == PrintOutcome(PrintState.NOT_SENT, PrintReason.PRINTER_NOT_FOUND)

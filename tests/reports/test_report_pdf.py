"""Any report on A4: pages, headings, figures never shortened, the picture, and how fast."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from counter_app.domain.money import Money
from counter_app.domain.report import Bar, CellKind, Column, Names, Report, Section, Word
from counter_app.printing.sheet import Sheet
from counter_app.reports.report_cells import text_in
from counter_app.reports.report_pdf import report_pdf
from counter_app.reports.report_picture import PATTERNS, scale_of
from counter_app.reports.report_plan import plan_of
from counter_app.use_cases.report_watch import ReportProgress, ReportStep, ReportStoppedError
from tests.printing.pdf_tools import fonts_of, greys_of, page_sizes_of, pages_of, words_of
from tests.reports.some_reports import (
    REASON,
    a_collection_report,
    a_scroll,
    a_wide_register,
    a_z_report,
    all_reports,
)

if TYPE_CHECKING:
    from pathlib import Path


pytestmark = pytest.mark.poppler

PORTRAIT, LANDSCAPE = (595, 842), (842, 595)
"""Of the processor: a day's scroll, a month's, and the longest wait for a stop to be heard."""


def drawn(report: Report, folder: Path, language: str = "en") -> Path:
    path = folder / "report.pdf"
    path.write_bytes(report_pdf(report, language, Sheet))
    return path


@pytest.mark.parametrize("language", ["en", "hi"])
@pytest.mark.parametrize("name", all_reports())
def test_the_same_report_is_the_same_bytes(name: str, language: str) -> None:
    report = all_reports()[name]
    assert report_pdf(report, language, Sheet) == report_pdf(report, language, Sheet)


def test_every_page_says_which_it_is_and_repeats_the_headings(tmp_path: Path) -> None:
    pages = pages_of(drawn(a_scroll(200), tmp_path))
    for number, page in enumerate(pages, 1):
        assert f"Page {number} of {len(pages)}" in " ".join(page.split())
        assert "Receipt no." in page
    assert len(pages) > 4
    assert "KESCO · Cash scroll" in pages[1]
    assert "23-11-2026, counter C07" in pages[1]


def test_no_receipt_is_lost_between_two_pages(tmp_path: Path) -> None:
    numbers = re.findall(
        r"KID07/2627/(\d{6}) +\d\d:", "\n".join(pages_of(drawn(a_scroll(333), tmp_path)))
    )
    assert [int(number) for number in numbers] == list(range(1, 334))


def test_an_empty_report_says_so_on_one_page(tmp_path: Path) -> None:
    assert len(pages_of(drawn(a_scroll(0), tmp_path))) == 1
    assert "कोई रसीद जारी नहीं हुई।" in words_of(drawn(a_scroll(0), tmp_path, "hi"))
    bare = replace(a_scroll(0), sections=(Section(None, (Column("what"),), ()),), signatures=())
    assert "Nothing to list." in words_of(drawn(bare, tmp_path))


def test_a_report_without_facts_or_tables_is_a_page_with_its_title(tmp_path: Path) -> None:
    bare = replace(a_scroll(0), about=(), sections=(), signatures=())
    assert "Cash scroll" in words_of(drawn(bare, tmp_path))


@pytest.mark.parametrize("count", range(30, 80))
def test_totals_and_signatures_never_stand_on_a_page_of_no_rows_and_nothing_leaves_the_page(
    tmp_path: Path, count: int
) -> None:
    report = replace(a_scroll(count), signatures=())
    pages = pages_of(drawn(report, tmp_path))
    assert re.search(r"\nTotal ", pages[-1])
    assert f"KID07/2627/{count:06d}" in pages[-1]
    text = text_in("en")
    plan = plan_of(report, text, Sheet(tmp_path / "x", 1, 1, ""), lambda _: 200.0, lambda: None)
    for block in (block for page in plan.pages for block in page):
        rows = range(block.first, block.last + block.has_totals)
        assert block.y + sum(map(block.table.row_height, rows)) < plan.size[1] - 52


def test_a_crowded_table_lies_on_its_side_and_keeps_every_figure_and_reason(tmp_path: Path) -> None:
    path = drawn(a_wide_register(), tmp_path)
    assert set(page_sizes_of(path)) == {LANDSCAPE}
    assert set(page_sizes_of(drawn(a_z_report(), tmp_path))) == {PORTRAIT}
    words = words_of(drawn(a_wide_register(), tmp_path))
    assert "44,99,99,999.55" in words
    assert "…" not in words
    assert set(REASON.split()) <= set(words.split())


def test_thirty_columns_of_sums_are_small_and_whole(tmp_path: Path) -> None:
    columns = tuple(Column("amount", CellKind.MONEY) for _ in range(16))
    row = tuple(Money(place * 1_23_456_78) for place in range(16))
    report = replace(a_scroll(0), sections=(Section(None, columns, (row,), row),))
    words = words_of(drawn(report, tmp_path))
    assert all(words.count(str(one)) >= 2 for one in row[1:])


def test_in_a_long_table_a_name_is_shortened_and_in_a_short_one_it_takes_two_lines(
    tmp_path: Path,
) -> None:
    long_name = Names("Trivikramanarayan Chaturvedi Upadhyay Shastri of Swaroop Nagar", "")
    columns = (*a_scroll(1).sections[0].columns,)
    rows = a_scroll(500).sections[0].rows
    rows = tuple((*row[:3], long_name, *row[4:]) for row in rows)
    short, long = (Section(None, columns, rows[:count]) for count in (20, 500))
    assert "…" not in words_of(drawn(replace(a_scroll(0), sections=(short,)), tmp_path))
    assert "…" in words_of(drawn(replace(a_scroll(0), sections=(long,)), tmp_path))


@pytest.mark.parametrize("language", ["en", "hi"])
def test_text_can_be_copied_and_every_font_is_in_the_file(tmp_path: Path, language: str) -> None:
    path = drawn(a_z_report(), tmp_path, language)
    assert ("सावित्री त्रिवेदी" if language == "hi" else "Savitri Trivedi") in words_of(path)
    assert all(font[-5:-2] == ["yes", "yes", "yes"] for font in fonts_of(path))


# the picture


def test_each_tender_has_a_pattern_of_its_own_and_no_colour() -> None:
    assert len(set(PATTERNS.values())) == len(PATTERNS) == 5


@pytest.mark.parametrize(
    ("highest", "top"),
    [(0, 4), (3_99, 4), (4_01, 8), (19_300_00, 20_000), (1_00_000_00, 2_00_000)],
)
def test_the_scale_ends_at_a_round_sum_above_every_bar(highest: int, top: int) -> None:
    assert scale_of([Bar("09", (("cash", Money(highest)),))]) == Money.rupees(top)


def test_the_picture_is_drawn_with_a_legend_of_what_was_used(tmp_path: Path) -> None:
    report = a_collection_report()
    with_picture = drawn(report, tmp_path)
    words, dark = words_of(with_picture), ink_of(with_picture)
    assert "Collection by hour and tender (₹) Cash Card UPI Cheque Demand draft" in words
    without = drawn(replace(report, bars=()), tmp_path)
    assert dark > 1.5 * ink_of(without)
    one = replace(report, bars=(Bar("09", (("upi", Money(5_00)),)), Bar("10", ())))
    assert "(₹) UPI 8" in words_of(drawn(one, tmp_path))


def ink_of(path: Path) -> int:
    return sum(grey < 128 for grey in greys_of(path)[2])


# heard while it is drawn


def test_a_scroll_tells_how_far_it_is_all_along_and_can_be_stopped_at_any_moment() -> None:
    report, heard = a_scroll(2_000), list[ReportProgress]()
    content = report_pdf(report, "hi", Sheet, heard.append)
    pages = [one.done for one in heard if one.step is ReportStep.DRAW]
    assert pages == list(range(pages[0], pages[0] + len(pages)))
    assert len([one for one in heard if one.step is ReportStep.SET]) >= 2_000 // 50
    assert len(content) < 2_000 * 400

    def stop(progress: ReportProgress) -> None:
        if progress.step is ReportStep.DRAW and progress.done > 10:
            raise ReportStoppedError

    with pytest.raises(ReportStoppedError):
        report_pdf(report, "hi", Sheet, stop)


def test_a_word_without_words_is_a_bug_and_never_printed() -> None:
    section = Section(Word("nobody_wrote_this"), (Column("what"),), ())
    with pytest.raises(KeyError):
        report_pdf(replace(a_scroll(0), sections=(section,)), "en", Sheet)

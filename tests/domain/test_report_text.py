"""What the cells of a report say, in either language."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from counter_app.domain.money import Money
from counter_app.domain.report import Cell, CellKind, Column, Names, Word
from counter_app.domain.report_form import MOST_THERMAL_ROWS, fits_thermal
from counter_app.domain.report_text import ReportText
from tests.reports.some_reports import a_scroll, a_z_report

WORDS = {
    "report.cash_scroll": "Cash scroll",
    "amount": "Amount (₹)",
    "tender.cash": "Cash",
    "cash": "THE WORD CASH",
    "sync_proof": "{count} sent, ₹ {amount}, last {at} on {day} by {tender}",
    "said": "They said: {reason}",
}
ENGLISH = ReportText(WORDS, is_hindi=False)
HINDI = ReportText(WORDS, is_hindi=True)
EVENING = datetime(2026, 11, 23, 18, 31, 59, tzinfo=UTC)
"""One minute past midnight in India."""


@pytest.mark.parametrize(
    ("cell", "kind", "said"),
    [
        (None, CellKind.MONEY, ""),
        (Money(-12_34_567_50), CellKind.MONEY, "-12,34,567.50"),
        (20_000, CellKind.COUNT, "20,000"),
        (date(2026, 11, 23), CellKind.DAY, "23-11-2026"),
        (EVENING, CellKind.DAY, "24-11-2026"),
        (EVENING, CellKind.TIME, "00:01"),
        (EVENING, CellKind.MOMENT, "24-11-2026 00:01"),
        (EVENING, CellKind.TEXT, "24-11-2026 00:01"),
        ("two\n words ", CellKind.TEXT, "two words"),
        (Names("Ram  Lal", "राम लाल"), CellKind.TEXT, "Ram Lal"),
        (Names("", "राम लाल"), CellKind.TEXT, "राम लाल"),
        (Word("tender.cash"), CellKind.TEXT, "Cash"),
    ],
)
def test_each_kind_of_cell_is_said_in_its_own_way(cell: Cell, kind: CellKind, said: str) -> None:
    assert ENGLISH.cell(cell, kind) == said


def test_a_name_is_said_in_hindi_where_there_is_one() -> None:
    assert HINDI.cell(Names("Ram Lal", "राम लाल")) == "राम लाल"
    assert HINDI.cell(Names("Ram Lal", "")) == "Ram Lal"


def test_a_sentence_has_its_blanks_filled() -> None:
    facts = (
        ("count", 1_234),
        ("amount", Money(5_00)),
        ("at", EVENING),
        ("day", date(2026, 11, 23)),
        ("tender", "tender.cash"),
    )
    said = ENGLISH.word(Word("sync_proof", facts))
    assert said == "1,234 sent, ₹ 5.00, last 24-11-2026 00:01 on 23-11-2026 by Cash"


def test_what_a_person_typed_is_never_taken_for_a_key() -> None:
    assert ENGLISH.word(Word("said", (("reason", "cash"),))) == "They said: cash"
    assert ENGLISH.word(Word("said", (("reason", "tender.gold"),))) == "They said: tender.gold"


def test_a_sum_beside_a_label_has_its_rupee_sign() -> None:
    assert ENGLISH.fact(Money(2_000_00)) == "₹ 2,000.00"
    assert ENGLISH.fact(41) == "41"


def test_a_key_or_a_blank_without_words_is_a_bug_that_shows_at_once() -> None:
    with pytest.raises(KeyError):
        ENGLISH.word(Word("never_written"))
    with pytest.raises(KeyError):
        ENGLISH.word(Word("sync_proof"))
    with pytest.raises(KeyError):
        ENGLISH.head(Column("never_written"))


def test_titles_and_headings_come_from_the_vocabulary() -> None:
    assert ENGLISH.title(a_scroll(1)) == "Cash scroll"
    assert ENGLISH.head(Column("amount")) == "Amount (₹)"


def test_a_day_of_receipts_is_too_long_for_the_receipt_printer() -> None:
    assert fits_thermal(a_z_report())
    assert fits_thermal(a_scroll(MOST_THERMAL_ROWS))
    assert not fits_thermal(a_scroll(MOST_THERMAL_ROWS + 1))

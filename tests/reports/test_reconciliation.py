"""A day compared with the centre on A4: what the page says is what the golden text says."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from counter_app.domain.reconciliation import DifferenceKind, Reconciled
from counter_app.printing import reconciliation_wording
from counter_app.printing.sheet import Sheet
from counter_app.reports.headings import HEADINGS
from counter_app.reports.press import SystemPress
from counter_app.reports.reconciliation_words import WORDS
from counter_app.wire.exchange import Fate
from counter_app.workstation.carried_files import StickFiles
from tests.builders import NOW
from tests.days_compared import a_day_that_differs, a_reconciliation, all_compared, centre, taken
from tests.printing.pdf_tools import greys_of, pages_of
from tests.reports.days import a_day

if TYPE_CHECKING:
    from counter_app.domain.reconciliation import Reconciliation

FOLDER = Path(__file__).parents[1] / "data" / "reports"
LANGUAGES = ("en", "hi")


def text_of(made: Reconciliation, folder: Path, language: str) -> str:
    """Its pages, each line with single spaces."""
    path = SystemPress(folder, Sheet, StickFiles()).save_reconciliation(made, language)
    pages = [
        "\n".join(" ".join(row.split()) for row in page.split("\n")) for page in pages_of(path)
    ]
    return "\f".join(pages).strip() + "\n"


def golden_texts(folder: Path) -> dict[str, str]:
    """File name to text, of each outcome in each language."""
    return {
        f"reconciliation-{name}-{language}.txt": text_of(made, folder, language)
        for name, made in all_compared().items()
        for language in LANGUAGES
    }


def test_each_outcome_reads_as_its_golden_text(tmp_path: Path) -> None:
    """``python -m tests.reports.test_reconciliation`` writes them anew; read the difference first."""
    made = golden_texts(tmp_path)
    assert made == {path.name: path.read_text("utf-8") for path in sorted(FOLDER.glob("*.txt"))}


def test_many_differences_go_over_pages_and_none_is_lost(tmp_path: Path) -> None:
    ours = tuple(taken(sequence) for sequence in range(2, 120))
    text = text_of(a_reconciliation(*ours, there=centre(upto=200)), tmp_path, "en")
    assert all(one.receipt_no in text for one in ours)
    pages = text.split("\f")
    assert [f"Page {number} of {len(pages)}" in page for number, page in enumerate(pages, 1)] == [
        True
    ] * len(pages)
    assert len(pages) > 2


def test_it_is_an_a4_page_and_the_same_each_time(tmp_path: Path) -> None:
    press = SystemPress(tmp_path, Sheet, StickFiles())
    path = press.save_reconciliation(a_day_that_differs(), "hi")
    before = path.read_bytes()
    assert greys_of(path, 72)[:2] == (596, 842)
    assert press.save_reconciliation(a_day_that_differs(), "hi").read_bytes() == before


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_fate_of_money_and_every_difference_has_its_words(language: str) -> None:
    words = WORDS[language]
    assert set(words.fates) == {str(fate) for fate in Fate} - {"NOTED"}
    assert set(words.reasons) == set(DifferenceKind) == set(reconciliation_wording.KINDS)


@pytest.mark.parametrize(
    ("reconciled", "said"),
    [
        (None, "Not yet"),
        (Reconciled(NOW, True, 0, 0, 0), "23-11-2026 11:30: equal"),
        (Reconciled(NOW, True, 0, 1, 2), "23-11-2026 11:30: equal, 3 since or unsent"),
        (Reconciled(NOW, False, 2, 0, 0), "23-11-2026 11:30: 2 payments differ"),
    ],
)
def test_the_day_report_says_whether_the_day_was_reconciled(
    tmp_path: Path, reconciled: Reconciled | None, said: str
) -> None:
    path = SystemPress(tmp_path, Sheet, StickFiles()).save(
        replace(a_day(5), reconciled=reconciled), "en"
    )
    first = " ".join(pages_of(path)[0].split())
    assert f"{HEADINGS['en'].reconciled}" in first
    assert said in first


if __name__ == "__main__":
    import tempfile

    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as made_in:
        for file_name, said_there in golden_texts(Path(made_in)).items():
            (FOLDER / file_name).write_text(said_there, "utf-8")

"""Every report of one played day, as text in both languages, compared with what was looked at once.

After a wanted change run this module with ``KESCO_WRITE_GOLDENS=1`` and read the difference.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from counter_app.domain.report_selection import Selection
from counter_app.domain.report_shelf import RECIPES
from tests.builders import SUPERVISOR_ID, TODAY
from tests.report_played import played_day
from tests.report_reading import text_of

if TYPE_CHECKING:
    from counter_app.domain.report import ReportKind

GOLDENS = Path(__file__).parents[1] / "data" / "reports" / "kinds"
COUNTER = played_day()


@pytest.mark.parametrize("language", ["en", "hi"])
@pytest.mark.parametrize("kind", list(RECIPES))
def test_a_report_says_what_it_said(kind: ReportKind, language: str) -> None:
    wanted = Selection.of_shift(1) if RECIPES[kind].is_of_shift else Selection.of_day(TODAY)
    said = text_of(COUNTER.make_report(kind, wanted, SUPERVISOR_ID), language)
    golden = GOLDENS / f"{kind}-{language}.txt"
    if os.environ.get("KESCO_WRITE_GOLDENS"):
        golden.parent.mkdir(parents=True, exist_ok=True)
        golden.write_text(said, encoding="utf-8")
    assert said == golden.read_text(encoding="utf-8")
